"""Files and typed entries into the graph, and back out of it again."""

from lpgraph.ingest.entries import WHATS, log_entry, unlog
from lpgraph.ingest.fingerprint import fingerprint
from lpgraph.ingest.load import load
from lpgraph.ingest.report import Listener, LoadOptions, Progress, Report
from lpgraph.ingest.undo import UndoReport, undo
from lpgraph.store.ledger import LoadLine, loads

__all__ = [
    "WHATS",
    "Listener",
    "LoadLine",
    "LoadOptions",
    "Progress",
    "Report",
    "UndoReport",
    "fingerprint",
    "load",
    "loads",
    "log_entry",
    "undo",
    "unlog",
]
