"""Rules that come before any score. One "no" is zero whatever else holds, and each says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from lpgraph.explore.dates import show
from lpgraph.introductions import words
from lpgraph.introductions.book import EMPTY, Book, Record
from lpgraph.introductions.caps import next_free
from lpgraph.introductions.evidence import SAYS, SEAT, TERMS, Evidence, Need
from lpgraph.introductions.links import BELONGING, Link, Links
from lpgraph.introductions.model import FactRef, Gate
from lpgraph.introductions.steps import MADE
from lpgraph.model import Kind
from lpgraph.network.arrays import Bools
from lpgraph.network.index import Index

PEOPLE = (Kind.PERSON, Kind.OFFICIAL)
# Nobody introduces somebody to a council: one meets its members.
USUAL = (Kind.PERSON, Kind.OFFICIAL, Kind.ORGANIZATION, Kind.UNION)


def quiet(index: Index) -> Bools:
    """Who may be neither suggested nor named as a way to somebody: do not contact, do not introduce."""
    return index.snapshot.nodes.quiet


def barred(index: Index, u: int) -> Bools:
    """Who must not be introduced to u, read both ways."""
    mask = np.zeros(len(index.snapshot.nodes), dtype=bool)
    mask[index.snapshot.kept_apart.get(u, [])] = True
    return mask


def family(index: Index, u: int) -> Bools:
    """Organizations that are affiliated with u."""
    mask = np.zeros(len(index.snapshot.nodes), dtype=bool)
    mask[index.snapshot.families.get(u, [])] = True
    return mask


def among(index: Index, ids: Iterable[str]) -> Bools:
    """A mask of those who have one of these ids."""
    position = index.snapshot.nodes.position
    mask = np.zeros(len(index.snapshot.nodes), dtype=bool)
    mask[[position[one] for one in ids if one in position]] = True
    return mask


def tired(book: Book) -> frozenset[str]:
    """Who may not be asked to introduce anybody now: wants to be left alone, or has made enough this month."""
    return book.quiet | book.full("brokered")


def open_to(index: Index, u: int, *, show_met: bool = False, book: Book = EMPTY) -> Bools:
    """Everybody whom no gate stops for u."""
    nodes = index.snapshot.nodes
    who = nodes.ids[u]
    waits = bool(book.quiet_until(who)) or who in book.full("requested")
    if nodes.no_contact[u] or nodes.no_introduce[u] or nodes.left_office[u] or waits:
        return np.zeros(len(nodes), dtype=bool)
    stopped = quiet(index) | nodes.staff | nodes.left_office | barred(index, u) | family(index, u)
    stopped |= among(index, book.quiet | book.full("received") | book.partners(who))
    stopped |= index.knows(u) | index.circle_mates(u)
    if not show_met:
        stopped |= index.met(u)
    stopped[u] = True
    return ~stopped


@dataclass(frozen=True, slots=True)
class _Pair:
    links: Links
    link: Link
    a: int
    b: int
    book: Book = EMPTY


def all_gates(
    links: Links, a: int, b: int, limit: int, book: Book = EMPTY
) -> tuple[list[Need], Callable[[Evidence], list[Gate]]]:
    """The facts that the gates of a pair need, and the gates once these are read."""
    pair = _Pair(links, links.between(a, b), a, b, book)
    needs = [*links.needs(pair.link), *_flag_needs(pair), *_barred_needs(pair), *_term_needs(pair), *_same_needs(pair)]
    return needs, lambda evidence: list(_gates(pair, limit, evidence))


def _flag_needs(pair: _Pair) -> Iterator[Need]:
    ids = pair.links.snap.nodes.ids
    for node in (pair.a, pair.b):
        for word in ('"doNotContact":true', '"doNotIntroduce":true'):
            yield Need(SAYS, ids[node], word, pair.links.label(node))


def _barred_needs(pair: _Pair) -> Iterator[Need]:
    ids = pair.links.snap.nodes.ids
    for x, y in ((pair.a, pair.b), (pair.b, pair.a)):
        if pair.links.label(x) == "Person":
            yield Need(f"DO_NOT_INTRODUCE:Person:{pair.links.label(y)}", ids[x], ids[y])


def _term_needs(pair: _Pair) -> Iterator[Need]:
    nodes = pair.links.snap.nodes
    return (Need(TERMS, nodes.ids[x], "") for x in (pair.a, pair.b) if nodes.left_office[x])


def _gates(pair: _Pair, limit: int, evidence: Evidence) -> Iterator[Gate]:
    index, a, b = pair.links.index, pair.a, pair.b
    nodes = index.snapshot.nodes
    yield _gate("self", a == b, words.SELF)
    for name, flags, texts, word in (
        ("do not contact", nodes.no_contact, words.NO_CONTACT, '"doNotContact":true'),
        ("do not introduce", nodes.no_introduce, words.NO_INTRODUCE, '"doNotIntroduce":true'),
    ):
        who = [x for x in (a, b) if flags[x]]
        facts = evidence.facts(*(Need(SAYS, nodes.ids[x], word, pair.links.label(x)) for x in who))
        yield Gate(name, bool(who), texts[1].format(who=_names(pair, who)) if who else texts[0], facts)
    kept_apart = bool(barred(index, a)[b])
    yield Gate("kept apart", kept_apart, words.BARRED[kept_apart], evidence.facts(*_barred_needs(pair)))
    knows = bool(index.knows(a)[b])
    yield Gate("know each other", knows, words.KNOWS[knows], evidence.facts(*pair.links.knowing(a, b)) if knows else ())
    yield _same(pair, evidence)
    yield _met(pair, limit, evidence)
    yield _left(pair, evidence)
    yield from _recorded(pair)
    staff = [x for x in (b,) if nodes.staff[x]]
    yield _gate("staff", bool(staff), words.STAFF, who=_names(pair, staff))


def _gate(name: str, stops: bool, texts: tuple[str, str], **values: object) -> Gate:
    return Gate(name, stops, texts[stops].format(**values))


def _names(pair: _Pair, who: list[int]) -> str:
    return words.listed([pair.links.snap.nodes.names[x] for x in dict.fromkeys(who)])


def _same(pair: _Pair, evidence: Evidence) -> Gate:
    index, a, b = pair.links.index, pair.a, pair.b
    snap = index.snapshot
    mates = bool(index.circle_mates(a)[b]) or bool(index.circle_mates(b)[a])
    kin = bool(family(index, a)[b])
    if not mates and not kin:
        return Gate("same body or organization", False, words.SAME[0])
    circles = pair.link.circles
    names = [snap.groups.names[g] for g in circles]
    names = names or [snap.nodes.names[x] for x in (a, b) if pair.links.label(x) == "Organization"]
    text = words.AFFILIATED if kin and not mates else words.SAME[1].format(where=words.listed(names))
    return Gate("same body or organization", True, text, evidence.facts(*_same_needs(pair)))


def _same_needs(pair: _Pair) -> Iterator[Need]:
    ids = pair.links.snap.nodes.ids
    for group in pair.link.circles:
        yield from (need for x in (pair.a, pair.b) for need in pair.links.belonging(x, group))
    for x, y in ((pair.a, pair.b), (pair.b, pair.a)):
        if pair.links.label(y) == "Organization":
            if pair.links.label(x) == "Person":  # also of one that is too large to be a circle
                yield from (Need(f"{kind}:Person:Organization", ids[x], ids[y]) for kind in BELONGING)
                yield Need(SEAT, ids[x], ids[y])
            else:
                yield Need("AFFILIATED_WITH:Organization:Organization", ids[x], ids[y])


def _met(pair: _Pair, limit: int, evidence: Evidence) -> Gate:
    index, a, b = pair.links.index, pair.a, pair.b
    met = bool(index.met(a)[b])
    events = [int(e) for e in index.shared(a, b) if index.snapshot.events.size[e] <= limit]
    names = words.some([index.snapshot.events.names[e] for e in events])
    facts = [f for e in events for x in (a, b) for f in pair.links.attended(x, e, evidence)]
    text = words.MET[met].format(events=names, limit=limit)
    return Gate("have met", met, text, tuple(dict.fromkeys(facts)) if met else ())


def _left(pair: _Pair, evidence: Evidence) -> Gate:
    nodes = pair.links.snap.nodes
    who = [x for x in (pair.a, pair.b) if nodes.left_office[x]]
    if not who:
        return Gate("in office", False, words.LEFT[0])
    since = nodes.since[who[0]] if nodes.since else ""
    text = words.LEFT_ON if since and len(who) == 1 else words.LEFT[1]
    told = text.format(who=_names(pair, who), date=show(since))
    return Gate("in office", True, told, evidence.facts(*_term_needs(pair)))


def _recorded(pair: _Pair) -> Iterator[Gate]:
    """What introductions that were recorded, quiet that was asked for, and the limits of the month say."""
    book, nodes = pair.book, pair.links.snap.nodes
    a, b = nodes.ids[pair.a], nodes.ids[pair.b]
    record = book.between(a, b)
    yield Gate("introduced lately", record is not None, _said_of(record), _facts_of(record))
    quiet = [x for x in (pair.a, pair.b) if book.quiet_until(nodes.ids[x])]
    told = [words.QUIET_UNTIL.format(who=nodes.names[x], day=show(book.quiet_until(nodes.ids[x]))) for x in quiet]
    yield Gate("left alone", bool(quiet), " ".join(told) or words.QUIET)
    full = [(x, part) for x, part in ((pair.a, "requested"), (pair.b, "received")) if nodes.ids[x] in book.full(part)]
    told = [full_text(book, nodes.ids[x], nodes.names[x], part) for x, part in full]
    yield Gate("open asks", bool(full), " ".join(told) or words.NOT_FULL)


def still(index: Index, a: str, b: str, book: Book) -> list[str]:
    """What stops an introduction that is under way: who may not be contacted or introduced, has left, wants quiet."""
    nodes = index.snapshot.nodes
    rows = [nodes.position.get(one) for one in (a, b)]
    if None in rows:
        return [words.NO_LONGER.format(who=one) for one, row in zip((a, b), rows, strict=True) if row is None]
    u, v = (row for row in rows if row is not None)
    found = []
    for flags, text in ((nodes.no_contact, words.NO_CONTACT[1]), (nodes.no_introduce, words.NO_INTRODUCE[1]),
                        (nodes.left_office, words.LEFT[1])):  # fmt: skip
        found += [text.format(who=nodes.names[x]) for x in (u, v) if flags[x]]
    found += [words.BARRED[1]] if barred(index, u)[v] else []
    return found + [
        words.QUIET_UNTIL.format(who=nodes.names[x], day=show(book.quiet_until(nodes.ids[x])))
        for x in (u, v)
        if book.quiet_until(nodes.ids[x])
    ]


def no_broker(index: Index, a: str, b: str, broker: str, book: Book) -> str:
    """Why somebody cannot introduce the two; empty when they can."""
    nodes = index.snapshot.nodes
    z, u, v = (nodes.position.get(one) for one in (broker, a, b))
    if z is None or u is None or v is None or z in (u, v) or nodes.kinds[z] not in [str(kind) for kind in PEOPLE]:
        return words.BROKER_PERSON
    if quiet(index)[z] or book.quiet_until(broker):
        return words.BROKER_QUIET
    if barred(index, u)[z] or barred(index, v)[z]:
        return words.BROKER_BARRED
    return full_text(book, broker, nodes.names[z], "brokered") if broker in book.full("brokered") else ""


def full_text(book: Book, who: str, name: str, part: str) -> str:
    """That somebody has been asked enough this month, and when they are free again."""
    count = book.load(who, part)
    times = words.TIMES.get(count, f"{count} times")
    return words.FULL[part].format(who=name, times=times, month=next_free(book.day))


def _said_of(record: Record | None) -> str:
    """What keeps two apart by an earlier introduction; of a no only how long it rests, never whose it was."""
    if record is None:
        return words.NOT_INTRODUCED
    if record.status in MADE:
        return words.INTRODUCED_ON.format(day=show(record.on))
    if record.open:
        return words.UNDER_WAY.format(day=show(record.begun))
    return words.RESTING_FOREVER if record.until.startswith("9999") else words.RESTING.format(day=show(record.until))


def _facts_of(record: Record | None) -> tuple[FactRef, ...]:
    if record is None or record.status == "declined":
        return ()
    return tuple(FactRef("PARTY", (record.id, one.id), "entry", None) for one in (record.a, record.b))
