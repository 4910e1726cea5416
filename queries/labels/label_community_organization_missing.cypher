// name: label_community_organization_missing
// doc: Organizations of the classification “community” that are not labelled so.
// mode: read
// params:
// returns: id
MATCH (n:Organization)
WHERE n.classification = 'community' AND NOT n:CommunityOrganization
RETURN n.id AS id
ORDER BY id
