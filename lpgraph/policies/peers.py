"""Whom an official could ask about a policy: in adopting cities that are most alike, sponsors first."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.gates import among, barred, quiet
from lpgraph.introductions.steps import MADE
from lpgraph.introductions.wall import behind
from lpgraph.introductions.weights import DEFAULT, Rules
from lpgraph.model import FileRow, Kind
from lpgraph.network.arrays import Snapshot
from lpgraph.network.days import day_of
from lpgraph.network.index import Index, index_of
from lpgraph.network.places import read_places
from lpgraph.network.reading import Reads, offices
from lpgraph.policies.alike import Alike, City, alike
from lpgraph.policies.page import Page, Place, Standing, cities_of, page


@dataclass(frozen=True, slots=True)
class Peer:
    """Somebody to ask: what they did (``sponsored``, ``sits there``), in which city, and how alike it is.

    ``known`` says that there is nothing to introduce: the two know each other, or have met.
    """

    id: str
    name: str
    kind: str
    role: str
    policy: str
    what: str
    measure: Standing
    alike: Alike
    known: bool
    said: tuple[FileRow, ...]


def of_official(
    store: Reads,
    snapshot: Snapshot,
    who: str,
    about: tuple[str, str] | None = None,
    top: int = 20,
    book: Book = EMPTY,
) -> tuple[Peer, ...]:
    """Peers of an official for one policy (id, name), else for all that they care about; none without a city."""
    wanted = [about] if about else [(r["id"], r["name"]) for r in store.read("policy_of_person", id=who)]
    found = tuple(page(store, one, name, snapshot.day) for one, name in wanted)
    areas = read_places(store, snapshot.day).all_of(who, offices(store, snapshot.day))
    cities = cities_of(store, set(areas))
    return peers(snapshot, who, cities[areas[0]], found, top, book=book) if areas and areas[0] in cities else ()


def peers(
    snapshot: Snapshot,
    who: str,
    city: City,
    pages: tuple[Page, ...],
    top: int = 20,
    rules: Rules = DEFAULT,
    book: Book = EMPTY,
) -> tuple[Peer, ...]:
    """Sponsors of what passed elsewhere, the most alike city first, then officials who sit in such a city.

    Nobody of the own city, and nobody whom a gate stops, but for those whom one knows already.
    """
    snapshot = behind(snapshot, book)
    index = index_of(snapshot, rules.limits.tuning, day_of(snapshot.day))
    u = snapshot.nodes.position.get(who)
    found: list[tuple[int, Peer]] = []
    for one in pages:
        adopted = {p.city.id: p for p in one.adopted if p.city.id != city.id}
        for near in alike(city, [p.city for p in adopted.values()]):
            place = adopted[near.city.id]
            sponsors = _sponsors(snapshot, one, place, near)
            found += [(0, p) for p in sponsors]
            found += [(1, p) for p in _sitting(snapshot, one, place, near, {p.id for p in sponsors})]
    may = _may(index, u, who, book)
    allowed = [(rank, _known(index, u, who, peer, book)) for rank, peer in found if peer.id in may]
    ordered = sorted(allowed, key=lambda f: (f[0], -f[1].alike.score, f[1].known, f[1].name.casefold(), f[1].id))
    seen: set[str] = set()
    kept = [p for _, p in ordered if p.id != who and not (p.id in seen or seen.add(p.id))]  # type: ignore[func-returns-value]
    return tuple(kept[:top])


def _sponsors(snapshot: Snapshot, page: Page, place: Place, near: Alike) -> list[Peer]:
    return [
        _peer(snapshot, page, measure, near, sponsor.id, sponsor.name, "sponsored", sponsor.said)
        for measure in place.measures
        if measure.stage == place.best.stage
        for sponsor in measure.sponsors
    ]


def _sitting(snapshot: Snapshot, page: Page, place: Place, near: Alike, known: set[str]) -> list[Peer]:
    """Officials of the city as the snapshot has it by name: a colleague can tell who pushed it."""
    nodes = snapshot.nodes
    rows = [
        i
        for i, where in enumerate(nodes.places)
        if where == place.city.name and nodes.kinds[i] == Kind.OFFICIAL and nodes.ids[i] not in known
    ]
    return [
        _peer(snapshot, page, place.best, near, nodes.ids[i], nodes.names[i], "sits there", place.best.said)
        for i in rows
    ]


def _peer(
    snapshot: Snapshot,
    page: Page,
    measure: Standing,
    near: Alike,
    one: str,
    name: str,
    what: str,
    said: tuple[FileRow, ...],
) -> Peer:
    i = snapshot.nodes.position.get(one)
    kind = str(snapshot.nodes.kinds[i]) if i is not None else str(Kind.PERSON)
    role = snapshot.nodes.roles[i] if i is not None else ""
    return Peer(one, name, kind, role, page.id, what, measure, near, False, said)


def _may(index: Index, u: int | None, who: str, book: Book) -> frozenset[str]:
    """Whom one may be led to, or knows already: no gate of theirs or of one's own, none between the two."""
    nodes = index.snapshot.nodes
    if book.quiet_until(who) or (u is not None and quiet(index)[u]):
        return frozenset()
    between = frozenset(one for one in book.partners(who) if not _made(book, who, one))
    stopped = quiet(index) | among(index, book.quiet | book.full("received") | between)
    if u is not None:
        stopped |= barred(index, u)
    return frozenset(nodes.ids[v] for v in np.flatnonzero(~stopped).tolist())


def _made(book: Book, a: str, b: str) -> bool:
    record = book.between(a, b)
    return record is not None and record.status in MADE


def _known(index: Index, u: int | None, who: str, peer: Peer, book: Book) -> Peer:
    if u is None:
        return peer
    v = index.snapshot.nodes.position[peer.id]
    met = index.knows(u)[v] or index.circle_mates(u)[v] or index.met(u)[v]
    return replace(peer, known=bool(met) or _made(book, who, peer.id))
