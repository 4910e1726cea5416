"""The graph as a file, on the Data screen."""

from __future__ import annotations

EXPORT = "The graph as a file for other tools"
EXPORT_HELP = (
    "What is so now: everybody once, each fact once. All that there is, to move it or to keep it, is a file that the "
    "command line makes (lpgraph export, format jsonl)."
)
EXPORT_FORMAT = "Format"
EXPORT_FORMATS = {
    "csv": "Two tables (CSV in a zip)",
    "graphml": "GraphML (networkx, yEd, Gephi)",
    "gexf": "GEXF (Gephi)",
}
EXPORT_CONTACTS = "With addresses and notes"
EXPORT_CONTACTS_HELP = (
    "E-mail addresses, phones and what was typed as a note. Left out unless somebody needs them; while an "
    "introduction waits for an answer, those of its sides stay hidden."
)
EXPORT_MAKE = "Make the file"
EXPORT_MAKING = "Reading the graph; nothing is written to it meanwhile …"
EXPORT_MADE = "{nodes} people, organizations, events and so on, {edges} facts between them."
EXPORT_LEFT_OUT = "Left out: {what}."
EXPORT_DOWNLOAD = "Download {file}"
