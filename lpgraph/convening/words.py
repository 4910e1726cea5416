"""Sentences and the print sheet of a convening's plan."""

from __future__ import annotations

from collections.abc import Mapping

from lpgraph.convening.plan import Guest, New, Seating, Table
from lpgraph.explore.paper import page, safe
from lpgraph.ids import fold

Reasons = Mapping[tuple[str, str], str]  # pair of ids → why the two should meet


def head(plan: Seating) -> str:
    """``130 people, 13 tables, 3 rounds: 1,204 new ties``."""
    people = len({g.id for r in plan.rounds for t in r for g in t.guests})
    tables = len(plan.rounds[0]) if plan.rounds else 0
    rounds = len(plan.rounds)
    return (
        f"{people:,} people, {_count(tables, 'table')}, {_count(rounds, 'round')}: {_count(plan.ties, 'new tie')} "
        f"possible; {_count(plan.kept_apart, 'pair')} kept apart"
    )


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def explained(table: Table, names: Mapping[str, str], why: Reasons) -> list[str]:
    """Why a table is as it is."""
    said = [f"{_count(len(table.guests), 'person') if len(table.guests) == 1 else f'{len(table.guests)} people'} from "
            f"{table.cities} {'city' if table.cities == 1 else 'cities'}"]  # fmt: skip
    said += [f"{names[host]} hosts {names[first]}, whose first event this is" for first, host in table.hosts]
    for new in table.new[:3]:
        reason = why.get((new.a, new.b))  # told to the first of the two
        said.append(f"{names[new.a]} and {names[new.b]}" + (f". For {names[new.a]}: {reason}" if reason else ""))
    return said


def names_of(plan: Seating) -> dict[str, str]:
    """The name of everybody who is seated."""
    return {g.id: g.name for r in plan.rounds for t in r for g in t.guests}


def line(guest: Guest) -> str:
    """``Ana Reyes · Council Member, Denver, CO · first time``."""
    place = guest.role or guest.where
    return " · ".join(p for p in (guest.name, place, "first time" if guest.first else "") if p)


_ENDINGS = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_STYLE = """
.everybody { break-before: page } table { border-collapse: collapse; width: 100%; font-size: 9.5pt }
thead { display: table-header-group } tr { break-inside: avoid }
th, td { text-align: left; padding: 1.5pt 6pt 1.5pt 0; border-bottom: .5px solid #999; vertical-align: top }
.table { break-inside: avoid; border-top: 1px solid #000; padding: 4pt 0 }
.table ul { columns: 2 } .table ul.why { columns: 1 }
"""


def sheet(plan: Seating, title: str, why: Reasons, day: str) -> str:
    """The print sheet as one HTML page that asks nobody for anything; every name is escaped."""
    names = names_of(plan)
    parts = [f"<h1>{safe(title)}</h1><p>{safe(head(plan))}. Made {safe(day)}.</p>"]
    for number, tables in enumerate(plan.rounds, 1):
        parts.append(f"<h2>Round {number}</h2>")
        for table in tables:
            people = "".join(f"<li>{safe(line(g))}</li>" for g in table.guests)
            reasons = "".join(f"<li>{safe(text)}</li>" for text in explained(table, names, why))
            parts.append(
                f"<div class='table'><b>Table {table.number}</b><ul>{people}</ul><ul class='why'>{reasons}</ul></div>"
            )
    for number, pairs in enumerate(plan.slots, 1):
        parts.append(f"<h2>One to one, slot {number}</h2><ul>{''.join(_pair(new, names) for new in pairs)}</ul>")
    return page(title, "\n".join([*parts, _everybody(plan)]), _STYLE)


def _everybody(plan: Seating) -> str:
    """Everybody by surname with their table in each round, on a sheet of its own: for the door."""
    seats: dict[str, dict[int, int]] = {}
    guests: dict[str, Guest] = {}
    for number, tables in enumerate(plan.rounds, 1):
        for table in tables:
            for guest in table.guests:
                guests[guest.id] = guest
                seats.setdefault(guest.id, {})[number] = table.number
    heads = "".join(f"<th>{safe(head)}</th>" for head in _heads(len(plan.rounds)))
    rows = []
    for guest in sorted(guests.values(), key=lambda g: (_surname(g.name), fold(g.name), g.id)):
        cells = "".join(f"<td>{seats[guest.id].get(n, '–')}</td>" for n in range(1, len(plan.rounds) + 1))
        rows.append(f"<tr><td>{safe(guest.name)}</td><td>{safe(guest.where)}</td>{cells}</tr>")
    body = f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f"<h2 class='everybody'>Everybody by surname</h2><table>{body}</table>"


def _heads(rounds: int) -> list[str]:
    return ["Name", "Place", *(["Table"] if rounds == 1 else [f"Round {n}" for n in range(1, rounds + 1)])]


def _surname(name: str) -> str:
    """What a door list is sorted by: what stands before a comma, else the last word that is no Jr, Sr or the like."""
    before, comma, after = name.partition(",")
    if comma and fold(after) not in _ENDINGS:
        return fold(before)
    words = [word for word in before.split() if fold(word) not in _ENDINGS]
    return fold(words[-1]) if words else fold(name)


def _pair(new: New, names: Mapping[str, str]) -> str:
    return f"<li>{safe(names[new.a])} – {safe(names[new.b])}</li>"
