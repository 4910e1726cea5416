// name: first_password
// doc: A new Neo4j wants another password at the first log-in.
// mode: schema
// params: password
// returns:
ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password
