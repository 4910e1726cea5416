"""An export for the browser: made in a private folder that goes at once, handed over as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lpgraph import exports
from lpgraph.dashboard import words
from lpgraph.exports import Exported
from lpgraph.ingest.author import user
from lpgraph.introductions.wall import side_of
from lpgraph.store import Store

# What each format is called as a file, and what browsers call it.
FILES = {
    "csv": ("network.zip", "application/zip"),
    "graphml": ("network.graphml", "application/xml"),
    "gexf": ("network.gexf", "application/xml"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A file to download, and what is in it."""

    name: str
    mime: str
    content: bytes
    said: str
    left_out: str


def make(store: Store, side: str, format_: str, *, contacts: bool) -> Made:
    """Export for other tools, as whoever looks may see it. Raises ``LpgraphError``."""
    name, mime = FILES[format_]
    with TemporaryDirectory(prefix="lpgraph-") as folder:
        out = Path(folder) / name
        options = exports.Options(format_, contacts=contacts, side=side_of(side), who=f"export by {user()}")
        done = exports.export(store, out, options)
        return Made(name, mime, out.read_bytes(), said(done), left_out(done))


def said(done: Exported) -> str:
    """What is in it, in a sentence."""
    nodes, edges = (words.number(done.counts[one]) for one in ("nodes", "edges"))
    return words.EXPORT_MADE.format(nodes=nodes, edges=edges)


def left_out(done: Exported) -> str:
    """What is not, and how much of it."""
    parts = ", ".join(f"{what} ({words.number(n)})" for what, n in done.left_out.items())
    return words.EXPORT_LEFT_OUT.format(what=parts) if parts else ""
