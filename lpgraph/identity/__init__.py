"""Which mentions are one person or organization: parse, addresses, clusters."""
