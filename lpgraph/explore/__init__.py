"""What is in the graph, read only: who is meant, search, the profile, the picture around one, the way between two."""

from lpgraph.explore import ego, paths, profile, search, who
from lpgraph.explore.entities import Entity

__all__ = ["Entity", "ego", "paths", "profile", "search", "who"]
