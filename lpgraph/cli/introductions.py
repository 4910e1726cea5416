"""Verbs about the record of introductions: introduce, introductions, answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph, session
from lpgraph.errors import NotFound, UsageError
from lpgraph.model import Label

if TYPE_CHECKING:
    from lpgraph.introductions.book import Book, One, Record
    from lpgraph.introductions.caps import Caps
    from lpgraph.introductions.desk import Desk
    from lpgraph.introductions.learning import Learned
    from lpgraph.introductions.texts import Draft
    from lpgraph.store import Store

_PARTY = (Label.PERSON, Label.ORGANIZATION)
_EVENTS = (
    "approved, asked_a, yes_a, asked_b, yes_b, accepted, declined, introduced, met, useful, neutral, bad, "
    "already_know, bad_time, not_relevant, do_not_introduce, note"
)


def caps() -> Caps:
    """The monthly limits as the environment sets them."""
    from lpgraph.introductions.caps import caps_of

    return caps_of(session.settings())


def book(store: Store, on: str | None = None) -> Book:
    """Everything that was recorded of introductions."""
    from lpgraph.introductions.book import read_book

    return read_book(store, caps(), on or "", session.settings().legal_entity)


def learned(store: Store, recorded: Book) -> Learned:
    """The weights to rank with, by the switch and by what was answered."""
    from lpgraph.introductions.learning import learned as found

    return found(store, recorded.records, on=session.settings().learning)


def _desk(store: Store) -> Desk:
    from lpgraph.introductions.desk import Desk
    from lpgraph.network import snapshot

    recorded = book(store)
    return Desk(store, snapshot.take(store), recorded, learned(store, recorded).rules)


def introduce(
    a: Annotated[str, typer.Argument(help="Whom it is for: id or name.")],
    b: Annotated[str, typer.Argument(help="Whom they should meet.")],
    broker: Annotated[str | None, typer.Option("--broker", help="Who introduces them.", metavar="C")] = None,
    owner: Annotated[str, typer.Option("--owner", help="Who sees to it; you if left out.", metavar="U")] = "",
    campaign: Annotated[str | None, typer.Option("--campaign", help="What it is for.", metavar="C")] = None,
    due: Annotated[str, typer.Option("--due", help="The day by which something should happen.", metavar="DATE")] = "",
    note: Annotated[str, typer.Option("--note", help="What a colleague should read.", metavar="TEXT")] = "",
    author: Annotated[str, typer.Option("--author", help="Who says so; you if left out.", metavar="NAME")] = "",
    as_json: Json = False,
) -> None:
    """Begin an introduction: a record with an owner and a day."""
    from lpgraph.explore import who as asking
    from lpgraph.introductions import record

    with graph(write=True) as store:
        one, two = (asking.resolve(store, text, labels=_PARTY) for text in (a, b))
        third = asking.resolve(store, broker, labels=(Label.PERSON,)) if broker else None
        what = asking.resolve(store, campaign, labels=(Label.CAMPAIGN,)) if campaign else None
        plan = record.Plan(
            one.id, two.id, third.id if third else "", owner.strip(), what.id if what else "", record.day(due), note
        )
        said = record.begin(store, _desk(store).new(plan), author)
        made = record.wanted(book(store).records, said.id)
    if as_json:
        output.write_json({**document(made), "entry": said.entry})
    else:
        output.write(f"{made.id}  {_line(made)}. To take it back: lpgraph unlog {said.entry}")


def introductions(
    which: Annotated[str | None, typer.Argument(help="One of them by its id: history and texts.", metavar="ID")] = None,
    status: Annotated[
        str | None, typer.Option("--status", help="suggested, approved, asked_a, … or open.", metavar="S")
    ] = None,
    owner: Annotated[str | None, typer.Option("--owner", help="Only whose it is.", metavar="U")] = None,
    who: Annotated[
        str | None, typer.Option("--who", help="Only of this person or organization.", metavar="WHO")
    ] = None,
    as_json: Json = False,
) -> None:
    """All introductions, what is due first; or one of them."""
    from lpgraph.explore import who as asking
    from lpgraph.introductions.wall import visible

    with graph() as store:
        if which:
            _one(store, which, as_json)
            return
        found = book(store)
        one = asking.resolve(store, who, labels=_PARTY).id if who else None
    rows = [r for r in due_first(visible(found)) if _fits(r, status, owner) and one in (None, r.a.id, r.b.id)]
    if as_json:
        output.write_json([document(r) for r in rows])
    elif rows:
        output.table(
            ("id", "status", "due", "for", "to", "broker", "owner"),
            [(r.id, r.status, r.due, r.a.name, r.b.name, _name(r.broker), _name(r.owner)) for r in rows],
        )
    if not rows:
        raise NotFound("No introduction is recorded." if not visible(found) else "No introduction is like that.")


def answer(
    which: Annotated[str, typer.Argument(help="The introduction's id.", metavar="ID")],
    event: Annotated[str, typer.Argument(help=_EVENTS, metavar="EVENT")],
    note: Annotated[str, typer.Option("--note", help="What a colleague should read.", metavar="TEXT")] = "",
    due: Annotated[str, typer.Option("--due", help="The next day by which something is due.", metavar="DATE")] = "",
    owner: Annotated[str, typer.Option("--owner", help="Who sees to it from now on.", metavar="U")] = "",
    broker: Annotated[str | None, typer.Option("--broker", help="Who introduces them now.", metavar="C")] = None,
    until: Annotated[str, typer.Option("--until", help="How long a bad time lasts.", metavar="DATE")] = "",
    side: Annotated[str, typer.Option("--side", help="Whose bad time it is: a or b.", metavar="a|b")] = "",
    author: Annotated[str, typer.Option("--author", help="Who says so; you if left out.", metavar="NAME")] = "",
    as_json: Json = False,
) -> None:
    """What happened with an introduction: its next step."""
    from lpgraph.explore import who as asking
    from lpgraph.introductions import record, steps
    from lpgraph.introductions.wall import visible

    if side not in ("", "a", "b"):
        raise UsageError(f"--side {side}: say a (for whom it is) or b (whom they should meet).")
    with graph(write=True) as store:
        one = record.wanted(visible(book(store)), which)
        turned = steps.turn(event, one.state)
        third = asking.resolve(store, broker, labels=(Label.PERSON,)) if broker else None
        if third or turned.event not in _endings():
            desk = _desk(store)
            desk.check(one, turned.event)
            if third:
                desk.check_broker(one.a.id, one.b.id, third.id, one.campaign.id if one.campaign else "")
        change = record.Change(note, due, owner.strip(), third.id if third else "", until, side)
        said = record.answer(store, one, event, change, author, caps())
        made = record.wanted(book(store).records, one.id)
    if as_json:
        output.write_json({**document(made), "entry": said.entry})
    else:
        output.write(f"{made.id}  {_line(made)}. To take it back: lpgraph unlog {said.entry}")


def _endings() -> frozenset[str]:
    from lpgraph.introductions.desk import ENDINGS

    return ENDINGS


def _one(store: Store, which: str, as_json: bool) -> None:
    """One introduction whole."""
    from lpgraph.introductions import record
    from lpgraph.introductions.wall import visible

    one = record.wanted(visible(book(store)), which)
    told, desk = record.history(store, one.id), _desk(store)
    drafts, stops = desk.drafts(one), desk.stops(one) if one.open else []
    if as_json:
        shown = document(one)
        shown["next"] = [step for step in shown["next"] if not stops or step in _endings()]
        output.write_json({**shown, "note": one.note, "stops": stops, "history": told, "drafts": drafts})
        return
    output.write(f"{one.id}  {_line(one)}")
    for text in stops:
        output.write(f"! {text}")
    for step in told:
        said = " · ".join(part for part in (step.at[:10], step.event, step.author, step.note) if part)
        output.write(f"  {said}  unlog {step.entry}")
    _drafts(drafts)


def _drafts(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        output.write("")
        output.write(f"To {draft.to}: {draft.subject}")
        for line in draft.body.split("\n"):
            output.write(f"    {line}".rstrip())
        if draft.mailto:
            output.write(f"    {draft.mailto}")


def due_first(records: Sequence[Record]) -> list[Record]:
    """What is open and due first, then what is open, then the rest, newest first."""
    newest = sorted(records, key=lambda r: (r.on, r.id), reverse=True)
    return sorted(newest, key=lambda r: (not r.open, r.due or "9999"))


def _fits(record: Record, status: str | None, owner: str | None) -> bool:
    from lpgraph.ids import fold
    from lpgraph.introductions.steps import STATUSES

    wanted = (status or "").strip().casefold().replace("-", "_")
    if wanted not in ("", "open", *STATUSES):
        raise UsageError(f"There is no status “{status}”. There are open, {', '.join(STATUSES)}.")
    mine = (
        not owner
        or (record.owner is not None and owner.strip() == record.owner.id)
        or (record.owner is not None and fold(record.owner.name) == fold(owner))
    )
    return mine and (not wanted or record.status == wanted or (wanted == "open" and record.open))


def document(record: Record) -> dict[str, Any]:
    """An introduction as JSON; never an address, and of a no neither whose it was nor what was said."""
    from lpgraph.introductions.steps import following

    return {
        "id": record.id,
        "status": record.status,
        "a": {**_who(record.a), "answer": record.a.opt_in if record.status != "declined" else ""},
        "b": {**_who(record.b), "answer": record.b.opt_in if record.status != "declined" else ""},
        "broker": _who(record.broker) if record.broker else None,
        "owner": _who(record.owner) if record.owner else None,
        "campaign": _who(record.campaign) if record.campaign else None,
        "begun": record.begun,
        "on": record.on,
        "due": record.due,
        "outcome": record.outcome,
        "until": record.until,
        "next": list(following(record.state)),
    }


def _who(one: One) -> dict[str, str]:
    return {"id": one.id, "name": one.name}


def _name(one: One | None) -> str:
    return one.name if one else ""


def _line(record: Record) -> str:
    """``asked_a: Marisol Vega and Tomás Diaz, through Ana Reyes; Sam, due 2026-12-01``."""
    broker = f", through {record.broker.name}" if record.broker else ""
    owner = f"; {record.owner.name}" if record.owner else ""
    due = f", due {record.due}" if record.due else ""
    status = record.outcome or record.status
    return f"{status}: {record.a.name} and {record.b.name}{broker}{owner}{due}"
