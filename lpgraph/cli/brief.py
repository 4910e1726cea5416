"""The verb brief: one printable page about somebody before a call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph
from lpgraph.errors import UsageError
from lpgraph.model import Label

if TYPE_CHECKING:
    from lpgraph import briefing


def brief(
    who: Annotated[str, typer.Argument(help="A person or organization: id, provider's id or name.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the page here (HTML), to print.", metavar="FILE")
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="As it was on this day.", metavar="DATE")] = None,
    as_json: Json = False,
) -> None:
    """One page before a call: office, asks, votes, gaps."""
    from lpgraph import briefing
    from lpgraph.briefing import words
    from lpgraph.cli.introductions import book, learned
    from lpgraph.coalitions import reading
    from lpgraph.explore import who as asking
    from lpgraph.network import snapshot

    with graph() as store:
        one = asking.resolve(store, who, as_of, (Label.PERSON, Label.ORGANIZATION))
        network, recorded = snapshot.take(store, as_of), book(store, as_of)
        scene = reading.take(store, network, recorded)
        found = briefing.brief(store, network, scene, one.id, recorded, learned(store, recorded).rules)
    if out:
        try:
            out.write_text(briefing.sheet(found), encoding="utf-8")
        except OSError as why:
            raise UsageError(f"{out}: {why.strerror or 'cannot be written'}") from why
        output.say(f"The briefing is in {out}.")
    if as_json:
        output.write_json(document(found))
    elif not out:
        for line in words.lines(found):
            output.write(line)


def document(found: briefing.Briefing) -> dict[str, object]:
    """A briefing as ``brief --json`` gives it: its sections by name."""
    return {
        "id": found.id,
        "name": found.name,
        "kind": found.kind,
        "line": found.line,
        "day": found.day,
        "flags": found.flags,
        **{section.key: section.points for section in found.sections},
        "meet": found.meet,
        "nobody": found.nobody,
        "sources": found.sources,
    }
