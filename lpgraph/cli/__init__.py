"""The command line of lpgraph: ``lpgraph.cli:main`` is the program."""

from lpgraph.cli.program import app, main

__all__ = ["app", "main"]
