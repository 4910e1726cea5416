"""Reads a scene: campaigns, seats and stances from the store, people and ties from the network's snapshot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from lpgraph.coalitions.model import ENDED, Area, Campaign, Expected, Involvement, KeyCity, Member, Open, Seat
from lpgraph.coalitions.scene import Scene, pair
from lpgraph.coalitions.seats import current
from lpgraph.coalitions.votes import key
from lpgraph.introductions.book import EMPTY, Book, Record
from lpgraph.introductions.gates import tired
from lpgraph.introductions.steps import MADE
from lpgraph.introductions.wall import behind, hidden, visible
from lpgraph.model import Classification, FileRow, Kind
from lpgraph.network.arrays import MEMBERSHIP, Snapshot
from lpgraph.network.days import day_of, is_current
from lpgraph.network.places import place
from lpgraph.network.reading import Reads, active_in, areas_of, columns

SMALL = 30  # people at an event at which one has met
RECENT = 2 * 365  # days
_NO = (Classification.FUNDER, Classification.RESEARCH, Classification.CAUCUS)  # organizations that fill no corner


def take(store: Reads, snapshot: Snapshot, book: Book = EMPTY) -> Scene:
    """Everything that coalition logic needs, on the day of the snapshot; ``book``: the introductions recorded.

    What is marked for the other legal entity is not there, and whoever wants to be left alone is quiet.
    """
    snapshot, on = behind(snapshot, book), snapshot.day
    areas = _areas(store)
    bodies = {one: frozenset(some) for one, some in areas_of(store, "network_body_areas").items()}
    terms = tuple(_terms(store))
    seats = tuple(current(terms, columns(store, "coalition_posts"), on))
    campaigns = {one: c for one, c in _campaigns(store).items() if not hidden(book.side, book.marks.get(one, ""))}
    members = _members(store, snapshot, book)
    return Scene(
        on,
        members,
        areas,
        campaigns,
        tuple(c for c in _cities(store, on) if c.campaign in campaigns),
        tuple(i for i in _involvements(store, on) if i.campaign in campaigns),
        seats,
        terms,
        bodies,
        _where(store, on, members, areas, seats, bodies),
        _knows(snapshot),
        frozenset(pair(r.a.id, r.b.id) for r in book.records if r.status in MADE),
        _belongs(snapshot),
        *_meetings(snapshot),
        _measures(store, campaigns),
        tuple(_expected(store)),
        tuple(_open(one) for one in visible(book) if one.open),
        frozenset(_apart(snapshot, book)),
        tired(book),
    )


def _apart(snapshot: Snapshot, book: Book) -> Iterator[tuple[str, str]]:
    """Pairs that nobody may bring together: kept apart, or resting after a no."""
    yield from (pair(snapshot.nodes.ids[a], snapshot.nodes.ids[b]) for a, b in snapshot.barred)
    yield from (pair(r.a.id, r.b.id) for r in book.records if r.status == "declined" and r.holds(book.day))


def _open(one: Record) -> Open:
    return Open(
        one.id,
        (one.a.id, one.b.id),
        one.broker.id if one.broker else "",
        one.owner.name if one.owner else "",
        one.status,
        one.campaign.id if one.campaign else "",
    )


def _members(store: Reads, snapshot: Snapshot, book: Book) -> dict[str, Member]:
    nodes = snapshot.nodes
    quiet = [bool(flag) or one in book.quiet for one, flag in zip(nodes.ids, nodes.quiet, strict=True)]
    apart = {one for one, _name, classification, *_ in columns(store, "network_organizations") if classification in _NO}
    return {
        one: Member(one, nodes.names[i], str(nodes.kinds[i]), nodes.places[i], nodes.roles[i], quiet[i], one in apart)
        for i, one in enumerate(nodes.ids)
    }


def _areas(store: Reads) -> dict[str, Area]:
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for one, parent in columns(store, "coalition_within"):
        parents[one].append(parent)
    return {
        one: Area(
            one,
            name if kind == "state" else place(name, state.upper()),
            state.upper(),
            kind,
            tuple(sorted(set(parents[one]) - {one})),
        )
        for one, name, kind, state in columns(store, "network_areas")
    }


def _campaigns(store: Reads) -> dict[str, Campaign]:
    about: defaultdict[str, set[str]] = defaultdict(set)
    for campaign, policy in columns(store, "coalition_policies"):
        about[campaign].add(policy)
    return {
        one: Campaign(one, name, status, priority, tuple(sorted(about[one])))
        for one, name, status, priority in columns(store, "coalition_campaigns")
    }


def _row(file: str, number: int) -> FileRow:
    return FileRow(file, number or None)


def _cities(store: Reads, on: str) -> Iterator[KeyCity]:
    """Each campaign in each area once: field by field the newest word, where a blank cell erases nothing.

    An area is a key city until the newest word says that it is none any more.
    """
    seqs = _seqs(store)
    said: defaultdict[tuple[str, str], list[tuple[int, bool, KeyCity]]] = defaultdict(list)
    for campaign, area, tier, stage, vote, owner, start, end, file, number, load in columns(store, "coalition_cities"):
        city = KeyCity(campaign, area, str(tier), stage, vote, owner, _row(file, number))
        if not start or start <= on[: len(start)]:
            said[campaign, area].append((seqs.get(load, 0), is_current(start, end, on), city))
    for key_ in sorted(said):
        words = sorted(said[key_], key=lambda w: (w[0], _told(w[2])))
        if words[-1][1]:
            yield _merged([city for _, current, city in words if current])


def _merged(words: Sequence[KeyCity]) -> KeyCity:
    """The newest filled word of each field; ``none`` empties it."""

    def said(name: str) -> str:
        text = next((v for w in reversed(words) if (v := str(getattr(w, name)))), "")
        return "" if text == ENDED else text

    return replace(words[-1], tier=said("tier"), stage=said("stage"), next_vote=said("next_vote"), owner=said("owner"))


def _seqs(store: Reads) -> dict[str, int]:
    """Load → its number in the ledger: of two words the one of the later load counts."""
    return {row["load"]["id"]: int(row["load"]["seq"]) for row in store.read("ledger_loads")}


def _told(city: KeyCity) -> tuple[int, str, str, tuple[str, int]]:
    return (
        sum(map(bool, (city.tier, city.stage, city.next_vote, city.owner))),
        city.next_vote,
        city.stage,
        city.said.place,
    )


def _involvements(store: Reads, on: str) -> Iterator[Involvement]:
    seqs = _seqs(store)
    for label in ("Person", "Organization"):
        query = f"coalition_works:WORKS_ON:{label}:Campaign"
        for who, campaign, role, stance, influence, start, end, file, number, load in columns(store, query):
            if is_current(start, end, on):
                yield Involvement(
                    who, campaign, role, stance, str(influence), start, _row(file, number), seqs.get(load, 0)
                )


def _terms(store: Reads) -> Iterator[Seat]:
    for who, post, name, body, start, end, file, number in columns(store, "coalition_terms"):
        yield Seat(post, name, body, who, start, end, _row(file, number))


def _where(
    store: Reads,
    on: str,
    members: dict[str, Member],
    areas: dict[str, Area],
    seats: Iterable[Seat],
    bodies: dict[str, frozenset[str]],
) -> dict[str, frozenset[str]]:
    """The areas of each official's seat and body, and those where an organization is active."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    posts = areas_of(store, "network_post_areas")
    for seat in seats:
        if seat.person:
            found[seat.person] |= {*posts.get(seat.post, ()), *bodies.get(seat.body, ())}
    for one, active in active_in(store, on).items():
        found[one] |= set(active)
    for body, governed in bodies.items():
        found[body] |= governed
    for one, homes in areas_of(store, "network_homes").items():
        # A borough is no seat, but who of the city's council lives there is of it.
        parents = {parent for area in homes for parent in (areas[area].parents if area in areas else ())}
        if one in members and members[one].kind == Kind.OFFICIAL and parents & found[one]:
            found[one] |= set(homes)
    return {one: frozenset(some) for one, some in found.items() if one in members}


def _knows(snapshot: Snapshot) -> frozenset[tuple[str, str]]:
    ids, ties = snapshot.nodes.ids, snapshot.knows
    return frozenset(pair(ids[a], ids[b]) for a, b in zip(ties.a.tolist(), ties.b.tolist(), strict=True))


def _belongs(snapshot: Snapshot) -> frozenset[tuple[str, str]]:
    groups, ids = snapshot.groups, snapshot.nodes.ids
    matrix = snapshot.belongs.tocoo()
    circle = np.isin(groups.kinds, MEMBERSHIP) if len(groups.ids) else np.zeros(0, dtype=bool)
    return frozenset(
        (ids[who], groups.ids[group])
        for who, group in zip(matrix.row.tolist(), matrix.col.tolist(), strict=True)
        if circle[group] and ids[who] != groups.ids[group]
    )


def _meetings(snapshot: Snapshot) -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    """Events of at most 30 people in the last two years, and who was there."""
    events, ids = snapshot.events, snapshot.nodes.ids
    today = day_of(snapshot.day)
    near = (events.size <= SMALL) & (events.size > 1) & (events.day > today - RECENT) & (events.day <= today)
    by_event = snapshot.attended.tocsc()
    found: dict[str, frozenset[str]] = {}
    for e in np.flatnonzero(near).tolist():
        found[events.ids[e]] = frozenset(ids[i] for i in by_event.indices[by_event.indptr[e] : by_event.indptr[e + 1]])
    return found, {events.ids[e]: events.names[e] for e in np.flatnonzero(near).tolist()}


def _measures(store: Reads, campaigns: dict[str, Campaign]) -> dict[str, tuple[str, ...]]:
    """The measures that enact a campaign's policies in an area, newest first."""
    by_policy: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for measure, _name, policy, area, day in columns(store, "coalition_measures"):
        by_policy[policy].add((area, day, measure))
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for campaign in campaigns.values():
        for policy in campaign.policies:
            for area, day, measure in by_policy[policy]:
                found[key(campaign.id, area)].add((day, measure))
    return {one: tuple(m for _, m in sorted(some, reverse=True)) for one, some in found.items()}


def _expected(store: Reads) -> Iterator[Expected]:
    for kind in ("EXPECTED", "VOTED"):
        for who, measure, vote, day, author, file, number in columns(
            store, f"coalition_expected:{kind}:Person:Measure"
        ):
            yield Expected(who, measure, vote, day, author or file, kind == "VOTED", _row(file, number))
