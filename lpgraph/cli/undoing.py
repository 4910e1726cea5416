"""Verbs about the ledger: loads, undo, fingerprint."""

from __future__ import annotations

from typing import Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph, import_store


def loads(as_json: Json = False) -> None:
    """The ledger: every load, oldest first."""
    import_store()
    from lpgraph import ingest

    with graph() as store:
        lines = ingest.loads(store)
    if as_json:
        reach = ("touched", "wrote")  # for readers of the graph, not of the ledger
        output.write_json([{k: v for k, v in output.plain(x).items() if k not in reach} for x in lines])
        return
    output.table(
        ("load", "file", "source", "status", "as of", "read", "rejected", "created", "updated", "when", "who"),
        [
            (
                x.id,
                x.file,
                x.source,
                x.status,
                x.asOf[:10],
                x.read,
                x.rejected,
                x.created,
                x.updated,
                x.startedAt[:16].replace("T", " "),
                x.who,
            )
            for x in lines
        ],
        ("read", "rejected", "created", "updated"),
    )
    if not lines:
        output.say("Nothing has been loaded yet. Start with: lpgraph load FOLDER, or lpgraph demo.")


def undo(
    load: Annotated[str, typer.Argument(help="The load's id (lpgraph loads).")],
    as_json: Json = False,
) -> None:
    """Take a load back exactly; later loads and entries stay."""
    import_store()
    from lpgraph import ingest

    with graph(write=True) as store:
        report = ingest.undo(store, load)
    if as_json:
        output.write_json(report)
        return
    output.write(
        f"{report.file}: {report.facts:,} facts and {report.mentions:,} mentions taken out, "
        f"{report.kept:,} kept because other loads say them too, {report.restored:,} older ones count again."
    )


def fingerprint(as_json: Json = False) -> None:
    """One hash of all that the graph says."""
    import_store()
    from lpgraph import ingest

    with graph() as store:
        found = ingest.fingerprint(store)
    if as_json:
        output.write_json({"fingerprint": found})
    else:
        output.write(found)
