"""The verb plan: tables and 1:1 slots for a convening, its print sheet, and who met at which table afterwards."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph
from lpgraph.errors import UsageError
from lpgraph.model import Label

if TYPE_CHECKING:
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
    out: Annotated[Path | None, typer.Option("--out", help="Write the print sheet here (HTML).")] = None,
    met: Annotated[bool, typer.Option("--met", help="Write down that the tables of --keep have met.")] = False,
    as_json: Json = False,
) -> None:
    """Who sits with whom at a convening: tables and 1:1 slots."""
    from lpgraph.convening import words
    from lpgraph.convening.plan import Wish, reasons
    from lpgraph.convening.plan import plan as make
    from lpgraph.explore import who as asking
    from lpgraph.network import snapshot

    before = _read(keep) if keep else None
    with graph(write=met) as store:
        one = asking.resolve(store, event, None, (Label.EVENT,))
        network = snapshot.take(store)
        wish = Wish(tables, seats, rounds, slots, _locked(store, lock or [], rounds))
        if before is not None:
            wish = _as_before(before, wish)
        who = tuple(sorted({p for _, p in before})) if met and before else ()
        made = make(store, network, one.id, wish, who=who, before=before)
        why = reasons(store, network, made)
        if met:
            _met(store, made, one.name, one.id, before)
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
    if made.unhosted:
        output.say("Nobody can host: " + ", ".join(names[one] for one in made.unhosted))
    if made.moved:
        output.say("Moved: " + ", ".join(names[one] for one in made.moved))


def _read(path: Path) -> dict[tuple[int, str], int]:
    """(round, person) → table of a plan that ``--json`` wrote. Raises ``UsageError`` when it is none."""
    try:
        document: Any = json.loads(path.read_text(encoding="utf-8"))
        return {
            (number, str(guest["id"])): int(table["number"])
            for number, tables in enumerate(document["rounds"], 1)
            for table in tables
            for guest in table["guests"]
        }
    except OSError as why:
        raise UsageError(f"{path}: {why.strerror or 'cannot be read'}") from why
    except (ValueError, KeyError, TypeError) as why:
        raise UsageError(f"{path} is no plan of lpgraph. Write one: lpgraph plan EVENT --json > {path.name}") from why


def _as_before(before: Mapping[tuple[int, str], int], wish: Wish) -> Wish:
    """An earlier plan brings its rounds and tables along; more tables may be asked for."""
    from dataclasses import replace

    tables = max(wish.tables, max(before.values(), default=1))
    sizes: dict[tuple[int, int], int] = {}
    for (number, _), table in before.items():
        sizes[number, table] = sizes.get((number, table), 0) + 1
    rounds = max((number for number, _ in before), default=1)
    return replace(wish, tables=tables, rounds=rounds, seats=max(wish.seats, max(sizes.values(), default=1)))


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


def _met(store: Store, made: Seating, title: str, event: str, before: object) -> None:
    from lpgraph.convening.met import met as write
    from lpgraph.explore import profile

    if before is None:
        raise UsageError("--met needs the plan that was used: --keep PLAN.json")
    day = str(profile.profile(store, event).props.get("startAt") or "")[:10]
    entry = write(store, made, title, day)
    output.say(f"Written down as {entry}. Take it back: lpgraph unlog {entry}")
