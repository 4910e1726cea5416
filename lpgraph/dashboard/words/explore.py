"""The Explore screen and the graph."""

from __future__ import annotations

SHOWN = "{shown} of {all} shown"
ALL_SHOWN = "all {all} shown"
TIES_SHOWN = "{ties}"
PATH_TO = "Path to"
PATH_HINT = "Somebody else, to see how the two are connected"
PATH_CLEAR = "Back to everything around {name}"
NO_PATH = "No path of up to six steps joins {a} and {b}."
PATHS = "{n} between {a} and {b}:"
AROUND = "Around {name}:"
GRAPH_HINT = "Click for the profile, double-click to add what is around."
TABLE = "The same as a table"
TABLE_COLUMNS = {"a": "From", "text": "Tie", "b": "To"}
ENDED = " (ended)"
TABLE_THINGS = {"name": "Name", "kind": "Kind", "sub": "Role", "ties": "Ties"}
FULL = "The graph is full ({n} shown). Pick somebody as the new centre to go on."
EXPANDED = "{n} around {name} added:"
NOTHING_NEW = "Everything around {name} is on the graph already."
ENDED_MARK = " *(ended)*"
CENTRE = "Show as centre"
INTRODUCE_THEM = "Introductions"
SEE_SOURCES = "Where each line comes from"
PROFILE_SOURCES = {"file": "File", "row": "Row", "line": "Line", "source": "Format"}
NO_LINES = "Nothing is recorded here yet."
MORE_LINES = "{n} more"
GRAPH = {
    "find": "Search in this view",
    "closer": "Closer",
    "further": "Further away",
    "fit": "Show all",
    "legend": "Kinds: press to hide or show",
    "canvas": "Graph of connections. The table below says the same.",
    "keys": "Arrows move, Enter selects, E expands, plus and minus zoom, 0 shows all, Escape lets go, slash searches.",
    "ties": "ties shown",
    "found": "{n} found in this view",
    "expanding": "Adding what is around it",
}
