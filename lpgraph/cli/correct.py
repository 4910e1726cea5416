"""The verb correct: a field that a source has wrong."""

from __future__ import annotations

from typing import Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph, import_store
from lpgraph.model import Label


def correct(
    who: Annotated[str, typer.Argument(help="Whom it is about: id or name.")],
    field: Annotated[str, typer.Argument(help="name, title, organization, city, …", metavar="FIELD")],
    value: Annotated[str, typer.Argument(help="What is right.", metavar="VALUE")],
    note: Annotated[str, typer.Option("--note", help="Why, for colleagues.", metavar="TEXT")] = "",
    author: Annotated[str, typer.Option("--author", help="Who says so; you if left out.", metavar="NAME")] = "",
    as_json: Json = False,
) -> None:
    """Set right what a source has wrong."""
    import_store()
    from lpgraph.explore import who as asking
    from lpgraph.ingest.corrections import correct as set_right
    from lpgraph.ingest.corrections import read

    with graph(write=True) as store:
        one = asking.resolve(store, who, labels=(Label.PERSON, Label.ORGANIZATION))
        entry = set_right(store, one.id, field, value, author=author, note=note)
    said = read(field, value)
    if as_json:
        output.write_json({"entry": entry, "who": one, "field": field, "value": said})
    else:
        output.write(f"{entry}  {one.name}: {field} is {said}. To take it back: lpgraph unlog {entry}")
