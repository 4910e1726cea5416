"""The profile: all that the graph says of one entity, each line with the rows that say it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lpgraph.errors import NotFound
from lpgraph.explore import contacts, dates, facts, fields
from lpgraph.explore.entities import Card, Entity, Reads, Row, cards, find
from lpgraph.explore.facts import Fact, SourceRow
from lpgraph.explore.fields import ENTRY, Field
from lpgraph.explore.records import Record, records
from lpgraph.model import ENTITY_PROPS, Label

MOST_MENTIONS = 200
MOST_FACTS = 1_000  # each way: a big event or a state has more, and nobody reads them as lines


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said, with the rows that say it.

    ``other`` is what it leads to, ``fact`` the fact behind it; a line about the entity alone has neither. ``entry``
    is the id to undo by (``lpgraph unlog``) when it was typed by hand.
    """

    text: str
    sources: tuple[SourceRow, ...]
    other: Entity | None = None
    fact: Fact | None = None
    current: bool | None = None
    entry: str = ""
    detail: str = ""
    when: str = ""  # the day of the event that it is about, ISO text


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one title; ``private`` ones hold contact details."""

    key: str
    title: str
    lines: tuple[Line, ...]
    private: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity, the line below its name, its own properties, and the sections that are not empty, in reading order."""

    entity: Entity
    line: str
    props: Mapping[str, Any]
    flags: tuple[str, ...]
    sections: tuple[Section, ...]
    more: int = 0  # rows that are not shown
    fields: tuple[Field, ...] = ()  # of a person or organization: what can be set right, and who says what
    records: tuple[Record, ...] = ()  # what it is made of

    def section(self, key: str) -> tuple[Line, ...]:
        """The lines of one section; none when there are none."""
        return next((s.lines for s in self.sections if s.key == key), ())


_PEOPLE = frozenset({"MEMBER_OF", "STAFF_OF", "BOARD_OF", "LEADS", "AFFILIATED_WITH"})
# section key, title, the types that it gathers; reading order
_SECTIONS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("posts", "Posts", frozenset({"HOLDS", "IN_BODY", "REPRESENTS", "GOVERNS"})),
    ("memberships", "Memberships", _PEOPLE),
    ("gates", "Do not introduce", frozenset({"DO_NOT_INTRODUCE"})),
    ("ties", "Ties", frozenset({"KNOWS"})),
    ("campaigns", "Campaigns", frozenset({"WORKS_ON"})),
    ("policies", "Policies and issues", frozenset({"INTERESTED_IN", "ADVISES_ON", "ENACTS", "ALTERNATIVE_TO"})),
    ("measures", "Measures", frozenset({"VOTED", "EXPECTED"})),
    ("attended", "Events attended", frozenset({"ATTENDED"})),
    ("registered", "Events registered for", frozenset({"REGISTERED_FOR"})),
    ("hosted", "Events hosted or sponsored", frozenset({"HOSTED"})),
    ("about", "About", frozenset({"ABOUT", "PART_OF"})),
    ("places", "Places", frozenset({"LOCATED_IN", "ACTIVE_IN", "IN_AREA", "WITHIN"})),
)
# How a section is called from the other side.
_TITLES = {
    (Label.EVENT, "attended"): "Who attended",
    (Label.EVENT, "registered"): "Who registered",
    (Label.EVENT, "hosted"): "Hosts and sponsors",
    (Label.CAMPAIGN, "campaigns"): "Who works on it",
    (Label.MEASURE, "measures"): "Sponsors and votes",
    (Label.POLICY, "policies"): "Measures and experts",
    (Label.AREA, "posts"): "Posts and bodies",
    (Label.AREA, "places"): "What is here",
    (Label.ORGANIZATION, "memberships"): "People and affiliates",
}
_SNOOZED = re.compile(r'"snoozeUntil":"([0-9-]+)"')
_FLAGS = {"doNotContact": "Do not contact", "doNotIntroduce": "Do not introduce"}


def profile(store: Reads, entity_id: str, on: str | None = None) -> Profile:
    """Everything that is said of an entity. Raises ``NotFound`` for an id that is not there."""
    on = on or dates.today()
    entity = find(store, entity_id, on)
    if entity is None:
        raise NotFound(f"There is nothing with the id {entity_id}.")
    found, labels = facts.of_entity(store, entity.label, entity_id, limit=MOST_FACTS)
    others = cards(store, [(label, other) for other, label in labels.items()] + [(entity.label, entity_id)], on)
    props = store.read(f"explore_props:{entity.label}", id=entity_id)[0]["props"]
    own = others[entity_id]
    mentions = store.read(f"explore_mentions:{entity.label}", id=entity_id, limit=MOST_MENTIONS)
    about, rows = _fact_sections(own, found, others, on), _row_sections(store, entity, mentions)
    entries = fields.typed(store, entity.label, entity_id)
    sections = [*about, _typed(about, rows, entries), *rows]
    right = tuple(fields.fields(Label(entity.label), props, mentions, entries))
    more = facts.more(store, entity.label, entity_id, MOST_FACTS, found)
    filled = tuple(s for s in sections if s.lines)
    made_of = records(row for row in mentions if row["source"] != ENTRY)
    return Profile(entity, own.line, _shown(entity, props), _flags(props, on), filled, more, right, made_of)


def _shown(entity: Entity, props: Row) -> Mapping[str, Any]:
    """The entity's own properties, in the model's order."""
    names = ENTITY_PROPS[Label(entity.label)]
    return {name: props[name] for name in names if props.get(name) not in (None, "", False)}


def _flags(props: Row, on: str) -> tuple[str, ...]:
    flags = [text for name, text in _FLAGS.items() if props.get(name)]
    until = str(props.get("snoozeUntil") or "")
    if until and until >= on[: len(until)]:
        flags.append(f"Leave alone until {dates.show(until)}")
    return tuple(flags)


def _fact_sections(own: Card, found: Sequence[Fact], others: Mapping[str, Card], on: str) -> list[Section]:
    lines: dict[str, list[Line]] = defaultdict(list)
    for fact in found:
        other = others.get(fact.other(own.entity.id))
        if other:
            lines[_section_of(fact, own.entity, other.entity)].append(_line(own, fact, other, on))
    label = Label(own.entity.label)
    return [
        Section(key, _TITLES.get((label, key), title), tuple(sorted(lines[key], key=_reading_order)))
        for key, title, _types in _SECTIONS
    ]


def _section_of(fact: Fact, own: Entity, other: Entity) -> str:
    """SPONSORED joins organizations to events and people to measures."""
    if fact.type == "SPONSORED":
        return "hosted" if Label.EVENT in (own.label, other.label) else "measures"
    return next(key for key, _title, types in _SECTIONS if fact.type in types)


def _line(own: Card, fact: Fact, other: Card, on: str) -> Line:
    e = other.entity
    entry = next((s for s in fact.sources if s.source == ENTRY), None)
    detail = next((t.body for t in own.terms if fact.type == "HOLDS" and t.post_id == e.id), "") or other.line
    where = "" if e.where in e.name else e.where
    detail = "" if e.label == Label.AREA else " · ".join(part for part in dict.fromkeys((detail, where)) if part)
    return Line(
        text=_text(own.entity, fact, e),
        sources=fact.sources,
        other=e,
        fact=fact,
        current=fact.current(on),
        entry=entry.load if entry else "",
        detail=detail,
        when=other.when,
    )


def _text(own: Entity, fact: Fact, other: Entity) -> str:
    """``Leads Tenants Together (director, since 2020)``; of a post its name alone."""
    verb = "" if fact.type == "HOLDS" and fact.a == own.id else fact.verb(own.id)
    said = " ".join(part for part in (verb, other.name, fact.extra(but=other.name)) if part)
    return said[:1].upper() + said[1:]


def _reading_order(line: Line) -> tuple[bool, str, str, str]:
    """What holds now first, then the newest first, then by name."""
    fact = line.fact
    newest = line.when or ((fact.start or fact.end) if fact else "")
    turned = "".join(chr(0x10FFFF - ord(c)) for c in newest) or "\U0010ffff"
    return (line.current is False, turned, line.other.name if line.other else "", line.text)


def _typed(about: Iterable[Section], rows: Iterable[Section], entries: Iterable[Row]) -> Section:
    """What was typed by hand, each with the id to take it back by; an address is not repeated here."""
    lines = [line for section in about for line in section.lines if line.entry]
    for section in rows:
        lines += [replace(line, text="Contact added") for line in section.lines if line.entry and section.private]
    for row in entries:
        source = facts.source_row(row)
        said = [_said(row["data"] or ""), *(f"Corrected {k}: {v}" for k, v in fields.corrected(row).items())]
        typed = [Line(text, (source,), entry=source.load) for text in said if text]
        lines += [line for line in typed if line not in lines]  # one entry, written on each that they may be
    return Section("entries", "Typed by hand", tuple(sorted(lines, key=_reading_order)))


def _said(data: str) -> str:
    """What an entry says of the person alone, in words."""
    if '"doNotContact":true' in data:
        return _FLAGS["doNotContact"]
    until = _SNOOZED.search(data)
    return f"Leave alone until {dates.show(until[1])}" if until else ""


def _row_sections(store: Reads, entity: Entity, mentions: Iterable[Row]) -> list[Section]:
    """Spellings by source, providers' ids, and (private) contact details."""
    written = [row for row in mentions if row["source"] != ENTRY]
    ids = store.read(f"explore_identifiers:{entity.label}", id=entity.id)
    sections = [
        Section("spellings", "As the sources wrote it", _told(written, lambda r: r["name"] or "")),
        Section("ids", "Ids", _told(ids, lambda r: r["identifier"])),
    ]
    if entity.label in (Label.PERSON, Label.ORGANIZATION):
        lines = tuple(
            replace(line, entry=next((s.load for s in line.sources if s.source == ENTRY), ""))
            for line in _told(contacts.rows(store, entity.label, entity.id), _contact)
        )
        sections.append(Section("contacts", "Contact", lines, private=True))
    return sections


def _contact(row: Row) -> str:
    return f"{row['kind']}: {row['value']}" if row["value"] else contacts.WITHHELD


def _told(rows: Iterable[Row], text: Callable[[Row], str]) -> tuple[Line, ...]:
    """Rows of mentions as lines: what several rows say alike is one line with several sources."""
    groups: dict[str, set[SourceRow]] = defaultdict(set)
    for row in rows:
        loads = row["loads"] or [""]
        groups[text(row)].add(facts.source_row({**row, "load": loads[-1]}))
    return tuple(Line(said, tuple(sorted(sources))) for said, sources in sorted(groups.items()) if said)
