"""A convening from the store: who comes, what a tie between any two would be worth, tables and slots in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lpgraph.convening.changes import moved, replan
from lpgraph.convening.seating import Bools, Floats, Problem, broken, solve, worth
from lpgraph.convening.slots import slots
from lpgraph.convening.worth import group, worth_of_ties
from lpgraph.errors import NotFound, UsageError
from lpgraph.introductions import DEFAULT, Rules, why_not
from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.wall import closed
from lpgraph.introductions.words import OTHER_SIDE
from lpgraph.network.arrays import Snapshot
from lpgraph.network.reading import Reads

HOSTS = 3  # events that somebody has been at before they can host a first-timer
MIX = 1.5  # of a usual tie: what sitting with somebody of another city adds
SHOWN = 2  # ties of each table whose reason is looked up
_GONE = ("cancel", "declin", "no-show", "refund", "not attending")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who comes."""

    id: str
    name: str
    kind: str
    where: str
    role: str
    first: bool  # at their first event
    host: bool  # can host a first-timer


@dataclass(frozen=True, slots=True)
class New:
    """Two who do not know each other yet and sit together, and what the tie is worth (0 to 1 of the best here)."""

    a: str
    b: str
    worth: float


@dataclass(frozen=True, slots=True)
class Table:
    """One table in one round, numbered from 1."""

    number: int
    guests: tuple[Guest, ...]
    new: tuple[New, ...]  # best first
    hosts: tuple[tuple[str, str], ...]  # first-timer, host
    cities: int
    kinds: int


@dataclass(frozen=True, slots=True)
class Seating:
    """The whole plan. ``ties``: how many new ties it makes possible; ``moved``: who sits elsewhere than before."""

    event: str
    rounds: tuple[tuple[Table, ...], ...]
    slots: tuple[tuple[New, ...], ...]
    worth: float
    ties: int
    kept_apart: int  # pairs that must not meet, and do not
    unhosted: tuple[str, ...]  # first-timers for whom nobody can host
    moved: tuple[str, ...] = ()
    clashes: tuple[tuple[str, str], ...] = ()  # pairs that must not meet and could not be parted


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked: tables, seats, rounds, 1:1 slots; ``locked`` (round, person) → table, all numbered from 1."""

    tables: int = 0
    seats: int = 10
    rounds: int = 1
    slots: int = 0
    locked: Mapping[tuple[int, str], int] = field(default_factory=dict)


def coming(store: Reads, event: str) -> list[str]:
    """Who is expected at an event: who registered and did not cancel; who attended when nobody registered."""
    rows = store.read("convening_people", event=event)
    gone = {r["id"] for r in rows if str(r["status"]).casefold().startswith(_GONE)}
    expected = {r["id"] for r in rows if r["type"] == "REGISTERED_FOR"} - gone
    return sorted(expected or {r["id"] for r in rows if r["type"] == "ATTENDED"})


def plan(
    store: Reads,
    snapshot: Snapshot,
    event: str,
    wish: Wish,
    *,
    who: Sequence[str] = (),
    before: Mapping[tuple[int, str], int] | None = None,
    without: Sequence[str] = (),
    rules: Rules = DEFAULT,
    book: Book = EMPTY,
    seed: int = 7,
) -> Seating:
    """Tables and slots for those who come (``who``, else ``coming``), but for ``without``.

    ``before``: an earlier plan, (round, person) → table, which is kept but for what no longer works. ``book``: the
    introductions recorded; who was brought together is no new tie, who said no sits elsewhere. Raises ``NotFound``
    when nobody comes, ``UsageError`` when they do not fit.
    """
    if event in closed(book):
        raise NotFound(OTHER_SIDE)
    position = snapshot.nodes.position
    people = [one for one in (who or coming(store, event)) if one in position and one not in without]
    if len(people) < 2:
        raise NotFound("Nobody is registered for this event yet. Load its sign-ups first, or name who comes.")
    tables = wish.tables or -(-len(people) // wish.seats)
    value, apart = worth_of_ties(snapshot, people, rules, book)
    guests = [_guest(snapshot, one, event) for one in people]
    problem = _problem(guests, people, value, apart, wish, tables)
    if before is None:
        found = solve(problem, seed)
        elsewhere: set[str] = set()
    else:
        kept = [[_table(before, number, one) for one in people] for number in range(wish.rounds)]
        found = replan(problem, kept)
        elsewhere = {people[p] for some in moved(kept, found) for p in some}
    top = float(value.max(initial=0.0)) or 1.0
    rounds = tuple(_tables(problem, guests, places, top) for places in found)
    pairs = slots(value, apart, wish.slots)
    faults = broken(problem, found)
    together = {(a, b) for places in found for a, b in _pairs(places)}
    return Seating(
        event,
        rounds,
        tuple(tuple(New(people[a], people[b], round(float(value[a, b]) / top, 3)) for a, b in one) for one in pairs),
        round(worth(problem, found), 6),
        sum(1 for a, b in together if value[a, b] > 0),
        int(np.triu(apart, 1).sum()) - len({(a, b) for _, _, a, b in faults.apart}),
        tuple(sorted({people[p] for _, _, p in faults.unhosted})),
        tuple(sorted(elsewhere)),
        tuple(sorted({(people[a], people[b]) for _, _, a, b in faults.apart})),
    )


def as_used(snapshot: Snapshot, event: str, before: Mapping[tuple[int, str], int]) -> Seating:
    """A plan as it was used, whatever has changed since: what *they met* is written from."""
    tables = max(before.values(), default=0)
    guests = {one: _guest(snapshot, one, event) for _, one in before if one in snapshot.nodes.position}
    rounds = tuple(
        tuple(
            Table(table, tuple(guests[one] for (at, one), t in sorted(before.items())
                               if (at, t) == (number, table) and one in guests), (), (), 0, 0)
            for table in range(1, tables + 1)
        )
        for number in range(1, max((number for number, _ in before), default=0) + 1)
    )  # fmt: skip
    return Seating(event, rounds, (), 0.0, 0, 0, ())


def reasons(
    store: Reads, snapshot: Snapshot, made: Seating, book: Book = EMPTY, rules: Rules = DEFAULT
) -> dict[tuple[str, str], str]:
    """Why the best new ties of each table are worth making, told to the first of the two."""
    pairs = dict.fromkeys((n.a, n.b) for tables in made.rounds for t in tables for n in t.new[:SHOWN])
    terms = {(a, b): why_not(store, snapshot, a, b, rules=rules, book=book).terms for a, b in pairs}
    return {pair: some[0].text for pair, some in terms.items() if some}


def _table(before: Mapping[tuple[int, str], int], number: int, one: str) -> int | None:
    table = before.get((number + 1, one))
    return None if table is None else table - 1


def _pairs(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    table = np.asarray(list(places))
    return ((int(a), int(b)) for a, b in np.argwhere(np.triu(table[:, None] == table, 1)))


def _guest(snapshot: Snapshot, one: str, event: str) -> Guest:
    nodes, i = snapshot.nodes, snapshot.nodes.position[one]
    row = snapshot.attended[[i], :].indices
    been = sum(1 for e in row.tolist() if snapshot.events.ids[e] != event)
    return Guest(
        one, nodes.names[i], str(nodes.kinds[i]), nodes.places[i], nodes.roles[i], been == 0,
        bool(nodes.staff[i]) or been >= HOSTS,
    )  # fmt: skip


def _problem(guests: list[Guest], people: list[str], value: Floats, apart: Bools, wish: Wish, tables: int) -> Problem:
    cities = {where: n for n, where in enumerate(sorted({g.where for g in guests if g.where}))}
    kinds = {kind: n for n, kind in enumerate(sorted({g.kind for g in guests}))}
    host = np.array([g.host for g in guests])
    first = np.array([g.first for g in guests])
    if not host.any():  # a young network: whoever has been at any event can host
        host = ~first
    at = {one: i for i, one in enumerate(people)}
    locked = {}
    for (number, one), table in wish.locked.items():
        if not 1 <= number <= wish.rounds or not 1 <= table <= tables:
            raise UsageError(f"round {number}, table {table}: there are {wish.rounds} rounds and {tables} tables")
        if one in at:
            locked[number - 1, at[one]] = table - 1
    return Problem(
        value, apart, first, host,
        np.array([cities.get(g.where, -1) for g in guests]), np.array([kinds[g.kind] for g in guests]),
        tables, wish.seats, wish.rounds, locked, MIX,
    )  # fmt: skip


def _tables(problem: Problem, guests: list[Guest], places: tuple[int, ...], top: float) -> tuple[Table, ...]:
    return tuple(
        _one_table(problem, guests, table + 1, [p for p, t in enumerate(places) if t == table], top)
        for table in range(problem.tables)
    )


def _one_table(problem: Problem, guests: list[Guest], number: int, there: list[int], top: float) -> Table:
    new = [
        New(guests[a].id, guests[b].id, round(float(problem.value[a, b]) / top, 3))
        for i, a in enumerate(there)
        for b in there[i + 1 :]
        if problem.value[a, b] > 0
    ]
    hosts = [p for p in there if problem.host[p]]
    hosted = [
        (guests[p].id, guests[max(hosts, key=lambda h, p=p: (problem.value[p, h], -h))].id)  # type: ignore[misc]
        for p in there
        if problem.first[p] and hosts
    ]
    own = sorted((guests[p] for p in there), key=lambda g: (g.name.casefold(), g.id))
    return Table(
        number,
        tuple(own),
        tuple(sorted(new, key=lambda n: (-n.worth, n.a, n.b))),
        tuple(hosted),
        len({g.where for g in own if g.where}),
        len({group(g.kind) for g in own}),
    )
