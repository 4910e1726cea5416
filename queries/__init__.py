"""Every Cypher statement that lpgraph runs, one a file (``README.md`` here); ``catalogue`` reads and checks them."""

from queries.catalogue import CatalogueError, Query, catalogue

__all__ = ["CatalogueError", "Query", "catalogue"]
