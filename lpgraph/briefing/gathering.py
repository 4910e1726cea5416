"""Gathers a briefing from the graph of one day: office, contacts, asks, campaigns, votes, policies, gaps, whom to meet.

Nothing is worked out anew here: coalitions, policies and introductions give the answers that their screens give.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lpgraph.briefing import together, words
from lpgraph.briefing.model import Briefing, Meet, Point, Section, point, without_addresses
from lpgraph.coalitions.scene import Scene
from lpgraph.errors import NotFound
from lpgraph.explore import profile
from lpgraph.introductions import DEFAULT, Ask, Rules, Suggestion, suggest, why_nobody
from lpgraph.introductions.book import EMPTY, Book, Record
from lpgraph.introductions.steps import MADE
from lpgraph.introductions.wall import behind, hidden
from lpgraph.introductions.words import told_of
from lpgraph.model import FileRow, Kind, Label
from lpgraph.network.arrays import Snapshot
from lpgraph.network.days import day_of, iso
from lpgraph.network.reading import Reads
from lpgraph.policies import questions

TO_MEET, REASONS = 3, 2
MOST = 5  # points of a section: it is one page


def brief(
    store: Reads, snapshot: Snapshot, scene: Scene, who: str, book: Book = EMPTY, rules: Rules = DEFAULT
) -> Briefing:
    """The briefing about a person or organization on the day of the scene. Raises ``NotFound``."""
    found = profile.profile(store, who, scene.day)
    if found.entity.label not in (Label.PERSON, Label.ORGANIZATION) or who not in scene.members:
        raise NotFound(words.NO_BRIEFING.format(name=found.entity.name))
    open_scene = _allowed(scene, book)
    sections = tuple(
        _section(key, points)
        for key, points in (
            ("office", _office(scene, who)),
            ("contacts", _contacts(store, snapshot, found, book)),
            ("asks", _asks(store, scene, book, who)),
            ("campaigns", together.campaigns(open_scene, who)),
            ("votes", together.votes(store, open_scene, who)),
            ("policies", together.policies(store, snapshot, open_scene, who)),
            ("gaps", together.gaps(open_scene, who)),
        )
        if key != "office" or found.entity.label == Label.PERSON
    )
    meet = tuple(_meet(one, found.entity.name) for one in _suggested(store, snapshot, who, book, rules))
    rows = {row for s in sections for p in s.points for row in p.said} | {row for m in meet for row in m.said}
    return Briefing(
        who,
        found.entity.name,
        scene.members[who].kind,
        words.head(found.line or found.entity.kind, found.entity.where),
        scene.day,
        found.flags,
        sections,
        meet,
        "" if meet else why_nobody(snapshot, who, rules, book),
        tuple(sorted(rows, key=lambda r: r.place)),
    )


def _allowed(scene: Scene, book: Book) -> Scene:
    """The scene without the campaigns of the other legal entity."""
    out = frozenset(one for one, mark in book.marks.items() if hidden(book.side, mark))
    if not out:
        return scene
    return replace(
        scene,
        key_cities=tuple(k for k in scene.key_cities if k.campaign not in out),
        involvements=tuple(i for i in scene.involvements if i.campaign not in out),
    )


def _section(key: str, points: Iterable[Point]) -> Section:
    every = list(points)
    title, nothing = words.SECTIONS[key]
    return Section(key, title, tuple(every[:MOST]), max(0, len(every) - MOST), nothing)


def _office(scene: Scene, who: str) -> list[Point]:
    """Current offices with the end of the term; of who has left, the last one."""
    held = [seat for seat in scene.seats if seat.person == who]
    if held:
        return [
            point(words.office(seat, scene.name(seat.body), scene.day), seat.said)
            for seat in sorted(held, key=lambda s: (s.body, s.post))
        ]
    past = [seat for seat in scene.terms if seat.person == who and seat.end]
    last = max(past, key=lambda s: (s.end, s.post), default=None)
    return [point(words.left(last, scene.name(last.body)), last.said)] if last else []


def _contacts(store: Reads, snapshot: Snapshot, found: profile.Profile, book: Book) -> list[Point]:
    """Who met or called them, introductions that were made, the events they were at last; the newest first."""
    told: list[tuple[str, Point]] = []
    for row in store.read(f"explore_facts:{found.entity.label}", id=found.entity.id, types=["KNOWS"], limit=500):
        props = row["props"]
        day = str(props.get("lastContactAt") or "")
        if day and day[:10] <= snapshot.day:
            text = words.contact(
                day, str(props.get("basis") or ""), row["otherName"] or "", str(props.get("note") or "")
            )
            told.append((day, point(text, FileRow(str(props.get("file") or ""), props.get("row")))))
    for record in book.of(found.entity.id):
        if record.status in MADE:
            other = record.b if record.a.id == found.entity.id else record.a
            told.append((record.on, point(words.made(record, other.name))))
    told += [(day, point(words.was_at(day, name))) for day, name in _attended(behind(snapshot, book), found.entity.id)]
    return [one for _, one in sorted(told, key=lambda t: (t[0], t[1].text), reverse=True)]


def _attended(snapshot: Snapshot, who: str) -> list[tuple[str, str]]:
    """The last events, day and name."""
    events, at = snapshot.events, snapshot.nodes.position[who]
    days = [(float(events.day[e]), events.names[e]) for e in snapshot.attended[[at], :].indices.tolist()]
    today = day_of(snapshot.day)
    past = sorted(((day, name) for day, name in days if day <= today), reverse=True)
    return [(iso(day), name) for day, name in past[:2]]


def _asks(store: Reads, scene: Scene, book: Book, who: str) -> list[Point]:
    """Introductions that are open or due, then questions that wait for an answer."""
    going = [r for r in book.records if r.going and who in (r.a.id, r.b.id, r.broker.id if r.broker else "")]
    asked = [q for q in questions.questions(store, status=questions.OPEN) if q.by == who and q.asked <= scene.day]
    return [
        *(point(words.ask(r, who, scene.day)) for r in sorted(going, key=_due)),
        *(point(words.question(q)) for q in asked),
    ]


def _due(record: Record) -> tuple[str, str, str]:
    return record.due or "9999", record.begun, record.id


def _suggested(store: Reads, snapshot: Snapshot, who: str, book: Book, rules: Rules) -> list[Suggestion]:
    kinds = (Kind.OFFICIAL, Kind.PERSON, Kind.ORGANIZATION, Kind.UNION)
    return suggest(store, snapshot, who, Ask(kinds=tuple(map(str, kinds)), top=TO_MEET), rules, book)


def _meet(one: Suggestion, name: str) -> Meet:
    best = sorted(one.reasons, key=lambda reason: -reason.share)[:REASONS]
    rows = {fact.said for reason in best for fact in reason.facts if fact.source}
    return Meet(
        one.id,
        one.name,
        one.kind,
        one.where,
        tuple(without_addresses(told_of(reason.text, name)) for reason in best),
        one.broker.name if one.broker else "",
        tuple(sorted(rows, key=lambda r: r.place)),
    )
