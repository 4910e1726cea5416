// name: label_community_organization_set
// doc: Label organizations CommunityOrganization.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Organization {id: id})
WHERE NOT n:CommunityOrganization
SET n:CommunityOrganization
