"""Verbs that write down what one has just learned: log, unlog."""

from __future__ import annotations

from typing import Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph, import_store
from lpgraph.errors import UsageError
from lpgraph.model import Label

_PARTY = (Label.PERSON, Label.ORGANIZATION)
# What may stand second for each kind of entry, and whether it must.
_OTHERS: dict[str, tuple[Label, ...]] = {
    "met": (Label.PERSON,),
    "called": (Label.PERSON,),
    "knows": (Label.PERSON,),
    "interested": (Label.POLICY, Label.ISSUE),
    "stance": (Label.CAMPAIGN,),
    "vote": (Label.MEASURE,),
    "member": (Label.ORGANIZATION,),
    "role": (Label.ORGANIZATION, Label.CAMPAIGN),
    "do-not-introduce": _PARTY,
}
_WHATS = "met, called, knows, interested, stance, vote, contact, member, role, snooze, do-not-introduce, do-not-contact"


def log(
    who: Annotated[str, typer.Argument(help="Whom it is about: id or name.")],
    what: Annotated[str, typer.Argument(help=_WHATS, metavar="WHAT")],
    rest: Annotated[
        list[str] | None,
        typer.Argument(
            help="The other one, policy, campaign, measure; then the stance, vote or role; an e-mail, phone or day."
        ),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day; today if left out.", metavar="DATE")] = None,
    note: Annotated[str, typer.Option("--note", help="What a colleague should read.", metavar="TEXT")] = "",
    strength: Annotated[int | None, typer.Option("--strength", help="1 met once … 5 close.", min=1, max=5)] = None,
    author: Annotated[str, typer.Option("--author", help="Who learned it; you if left out.", metavar="NAME")] = "",
    as_json: Json = False,
) -> None:
    """What you have just learned, with author and date."""
    import_store()
    from lpgraph import ingest
    from lpgraph.explore import who as asking

    what = what.strip().casefold()
    if what not in ingest.WHATS:
        raise UsageError(f"Cannot log “{what}”. Say one of: {_WHATS}.")
    other, value = _parts(what, rest or [])
    with graph(write=True) as store:
        one = asking.resolve(store, who, labels=_PARTY)
        two = asking.resolve(store, other, labels=_OTHERS[what]) if other else None
        value = str(strength) if strength is not None else value
        entry = ingest.log_entry(
            store, one.id, what, other_id=two.id if two else None, on=on, note=note, value=value, author=author
        )
    if as_json:
        output.write_json({"entry": entry, "who": one, "what": what, "other": two})
    else:
        output.write(
            f"{entry}  {one.name}: {what}"
            + (f" {two.name}" if two else "")
            + f". To take it back: lpgraph unlog {entry}"
        )


def _parts(what: str, rest: list[str]) -> tuple[str, str]:
    """The words after the kind of entry: (the other one, the value)."""
    if what == "contact":
        if len(rest) != 1:
            raise UsageError("Say which: lpgraph log WHO contact E-MAIL or PHONE.")
        return "", rest[0]
    if what == "snooze":
        if len(rest) != 1:
            raise UsageError("Say until when: lpgraph log WHO snooze 2027-01-31.")
        return "", rest[0]
    if what == "do-not-contact":
        if rest:
            raise UsageError("do-not-contact takes nothing more: lpgraph log WHO do-not-contact.")
        return "", ""
    most = 2 if what in ("stance", "vote", "role", "member") else 1
    if len(rest) > most:
        raise UsageError(f"“{rest[most]}” is one word too many. A name of several words goes in quotes.")
    if not rest and what not in ("met", "called"):
        raise UsageError(f"Say whom, or what, it is about: lpgraph log WHO {what} OTHER.")
    return (rest[0] if rest else ""), (rest[1] if len(rest) > 1 else "")


def unlog(
    entry: Annotated[str, typer.Argument(help="The entry's id, as log and show give it.")],
    as_json: Json = False,
) -> None:
    """Take an entry back."""
    import_store()
    from lpgraph import ingest

    with graph(write=True) as store:
        report = ingest.unlog(store, entry)
    if as_json:
        output.write_json(report)
    else:
        output.write(f"{report.file}: taken back.")
