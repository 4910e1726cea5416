"""The verbs export and import: the graph as a file for elsewhere, and such a file into an empty graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.files import bar
from lpgraph.cli.session import Json, graph, import_store, session


def export(
    out: Annotated[Path, typer.Argument(help="The file to write; of csv a folder, or a name that ends in .zip.")],
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            help="jsonl: everything, private, back by import. csv, graphml, gexf: people and ties for other tools. "
            "cypher: everything, as a script for an empty Neo4j.",
            metavar="NAME",
        ),
    ],
    contacts: Annotated[
        bool,
        typer.Option(
            "--contacts",
            help="Also e-mail addresses, phones and typed notes, which csv, graphml and gexf leave out.",
            metavar="",
        ),
    ] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Of csv: no ' before what a spreadsheet would run as a formula.", metavar="")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.", metavar="")] = False,
    as_json: Json = False,
) -> None:
    """The graph as a file: everything, or for other tools."""
    import_store()
    from lpgraph import exports
    from lpgraph.ingest.author import user

    settings = session.settings()
    side = "" if settings.legal_entity == "both" else settings.legal_entity
    options = exports.Options(
        format_.strip().casefold(), force=force, contacts=contacts, raw=raw, side=side, who=f"export by {user()}"
    )
    with graph(write=True) as store, bar() as progress:
        made = exports.export(store, out, options, progress)
    if as_json:
        output.write_json(made)
        return
    for kind, count in made.counts.items():
        output.write(f"{kind}: {count:,}")
    for what, count in made.left_out.items():
        output.say(f"left out: {what} ({count:,})")
    output.say(f"Written to {', '.join(made.files)}: {made.bytes:,} bytes, readable by you alone.")


def import_(
    file: Annotated[Path, typer.Argument(help="A file of lpgraph export --format jsonl.")],
    as_json: Json = False,
) -> None:
    """Such a file into an empty graph: the same graph again."""
    import_store()
    from lpgraph import exports
    from lpgraph.ingest.author import user

    with graph(write=True) as store, bar() as progress:
        made = exports.import_file(store, file, f"import by {user()}", progress)
    if as_json:
        output.write_json(made)
        return
    for kind, count in made.counts.items():
        output.write(f"{kind}: {count:,}")
    output.say(f"Imported; the fingerprint is the file's: {made.fingerprint}")
