// name: label_community_organization_take
// doc: Take the label CommunityOrganization.
// mode: write
// params: ids
// returns:
UNWIND $ids AS id
MATCH (n:Organization {id: id})
WHERE n:CommunityOrganization
REMOVE n:CommunityOrganization
