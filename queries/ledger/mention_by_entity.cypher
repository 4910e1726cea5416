// name: mention_by_entity
// over: labels
// doc: All mentions of these entities.
// mode: read
// params: ids
// returns: key, ref, label, data, loads, entity
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})<-[:IS]-(m:Mention)
RETURN DISTINCT m.key AS key, m.ref AS ref, m.label AS label, m.data AS data, m.loads AS loads, n.id AS entity
