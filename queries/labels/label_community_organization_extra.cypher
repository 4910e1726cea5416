// name: label_community_organization_extra
// doc: Organizations labelled CommunityOrganization that are classified otherwise.
// mode: read
// params:
// returns: id
MATCH (n:CommunityOrganization)
WHERE n.classification IS NULL OR n.classification <> 'community'
RETURN n.id AS id
ORDER BY id
