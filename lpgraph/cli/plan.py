"""The verb plan: tables and 1:1 slots for a convening, its print sheet, and who met at which table afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph
from lpgraph.errors import UsageError
from lpgraph.model import Label

if TYPE_CHECKING:
    from lpgraph.convening.keeping import Kept
    from lpgraph.convening.plan import Seating, Wish
    from lpgraph.store.graph import Store


def plan(
    event: Annotated[str, typer.Argument(help="The convening: id or title. Who registered is seated.")],
    tables: Annotated[int, typer.Option("--tables", help="Tables; else as many as needed.", min=0)] = 0,
    seats: Annotated[int, typer.Option("--seats", help="Seats at a table.", min=2)] = 10,
    rounds: Annotated[int, typer.Option("--rounds", help="Rounds of tables.", min=1, max=12)] = 1,
    slots: Annotated[int, typer.Option("--slots", help="Slots of one-to-one talks.", min=0, max=12)] = 0,
    lock: Annotated[
        list[str] | None,
        typer.Option("--lock", help="Who must sit where (repeatable): NAME=TABLE or NAME=ROUND:TABLE."),
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", help="An earlier plan (its --json): only what must change does.")
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", help="Who does not come (repeatable).", metavar="WHO")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write the print sheet here (HTML).")] = None,
    met: Annotated[bool, typer.Option("--met", help="Write down that the tables of --keep have met.")] = False,
    as_json: Json = False,
) -> None:
    """Who sits with whom at a convening: tables and 1:1 slots."""
    from lpgraph.cli.introductions import book
    from lpgraph.convening import words
    from lpgraph.convening.plan import Wish, as_used, reasons
    from lpgraph.convening.plan import plan as make
    from lpgraph.explore import who as asking
    from lpgraph.network import snapshot

    if met and keep is None:
        raise UsageError("--met needs the plan that was used: --keep PLAN.json")
    with graph(write=met) as store:
        one = asking.resolve(store, event, None, (Label.EVENT,))
        before = _kept(keep, one.id, one.name)
        network = snapshot.take(store)
        if met and before:
            _met(store, as_used(network, one.id, before.places), one.name)
            return
        recorded = book(store)
        wish = Wish(tables, seats, rounds, slots, _locked(store, lock or [], rounds))
        wish = _as_before(before, wish) if before else wish
        out_of_it = [asking.resolve(store, text, None, (Label.PERSON,)).id for text in without or []]
        places = before.places if before else None
        made = make(store, network, one.id, wish, before=places, without=out_of_it, book=recorded)
        why = reasons(store, network, made, recorded)
    if out:
        out.write_text(words.sheet(made, one.name, why, network.day), encoding="utf-8")
        output.say(f"The print sheet is in {out}.")
    if as_json:
        names = words.names_of(made)
        text = {f"{a}|{b}": reason for (a, b), reason in why.items()}
        output.write_json({**output.plain(made), "why": text, "names": names})
        return
    _show(made, why)


def _show(made: Seating, why: Mapping[tuple[str, str], str]) -> None:
    from lpgraph.convening import words

    names = words.names_of(made)
    output.write(words.head(made))
    for number, tables in enumerate(made.rounds, 1):
        for table in tables:
            output.write("")
            output.write(f"Round {number}, table {table.number}: " + ", ".join(g.name for g in table.guests))
            for text in words.explained(table, names, why):
                output.write(f"  {text}")
    for number, pairs in enumerate(made.slots, 1):
        output.write("")
        output.write(f"One to one, slot {number}: " + "; ".join(f"{names[n.a]} – {names[n.b]}" for n in pairs))
    for a, b in made.clashes:
        output.say(
            f"{names[a]} and {names[b]} must not sit together, and there is no other seat: give them more tables."
        )
    if made.unhosted:
        output.say("Nobody can host: " + ", ".join(names[one] for one in made.unhosted))
    if made.moved:
        output.say("Moved: " + ", ".join(names[one] for one in made.moved))


def _kept(path: Path | None, event: str, title: str) -> Kept | None:
    """The plan of ``--keep``. Raises ``UsageError`` when it cannot be read, or is of another event."""
    from lpgraph.convening import keeping

    if path is None:
        return None
    try:
        found = keeping.read(path.read_text(encoding="utf-8"), str(path))
    except OSError as why:
        raise UsageError(f"{path}: {why.strerror or 'cannot be read'}") from why
    except UnicodeDecodeError as why:
        raise UsageError(f"{path} is no text in UTF-8: it is no plan of lpgraph") from why
    if found.event != event:
        raise UsageError(f"{path} is the plan of another event ({found.event}), not of {title} ({event})")
    return found


def _as_before(before: Kept, wish: Wish) -> Wish:
    """An earlier plan brings its rounds and tables along; more of both may be asked for."""
    from dataclasses import replace

    return replace(
        wish,
        tables=max(wish.tables, before.tables),
        rounds=max(wish.rounds, before.rounds),
        seats=max(wish.seats, before.seats),
    )


def _locked(store: Store, texts: list[str], rounds: int) -> dict[tuple[int, str], int]:
    from lpgraph.explore import who as asking

    found: dict[tuple[int, str], int] = {}
    for text in texts:
        name, _, place = text.rpartition("=")
        number, _, table = place.rpartition(":")
        if not name or not table.isdigit() or (number and not number.isdigit()):
            raise UsageError(f"--lock {text}: write NAME=TABLE, or NAME=ROUND:TABLE")
        who = asking.resolve(store, name, None, (Label.PERSON,)).id
        found |= {(at, who): int(table) for at in ([int(number)] if number else range(1, rounds + 1))}
    return found


def _met(store: Store, used: Seating, title: str) -> None:
    from lpgraph.convening.met import met as write
    from lpgraph.explore import profile

    day = str(profile.profile(store, used.event).props.get("startAt") or "")[:10]
    written = write(store, used, title, day)
    said = "It was written down before, as" if written.before else "Written down as"
    output.say(f"{said} {written.entry}. Take it back: lpgraph unlog {written.entry}")
