"""What a mapping would make of the first rows: for the screen, and for a dry run."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused
from loaders.doubtful import looked_at
from loaders.mapping.model import Mapping
from loaders.mapping.reader import source_of
from loaders.readers.opened import Opened
from lpgraph.model import Label

_WORDS = {"ATTENDED": "attended", "REGISTERED_FOR": "registered for", "MEMBER_OF": "is of"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One row as the mapping reads it."""

    row: int
    person: str
    organizations: tuple[str, ...]
    event: str
    says: tuple[str, ...]
    issues: tuple[str, ...]
    refused: bool


def preview(opened: Opened, mapping: Mapping, count: int = 10, event: str = "") -> list[Shown]:
    """The first rows as people, organizations, events and facts. ``event``: what ``--event`` would say."""
    source = source_of(mapping)
    rows: Iterator[Row] = opened.rows() if source.prepare is None else source.prepare(opened.rows())
    context = Context("", event, opened.preamble)
    found: list[Shown] = []
    for row in itertools.islice(rows, count):
        try:
            drafts = looked_at(row, list(source.read(row, context)))
        except RowRefused as why:
            found.append(Shown(row.number, "", (), "", (), (why.reason,), True))
            continue
        found.append(_shown(row, drafts))
    return found


def _shown(row: Row, drafts: list[Draft]) -> Shown:
    named = {label: [_name(d) for d in drafts if isinstance(d, Mention) and d.label is label] for label in Label}
    says = tuple(
        f"{_name(d.a)} {_WORDS.get(d.type, d.type.lower())} {_name(d.b)}" for d in drafts if isinstance(d, Fact)
    )
    people, events = named[Label.PERSON], named[Label.EVENT]
    return Shown(
        row.number,
        people[0] if people else "",
        tuple(named[Label.ORGANIZATION]),
        events[0] if events else "",
        says,
        tuple(f.reason for f in row.flags),
        False,
    )


def _name(mention: Mention) -> str:
    """What a mention is called, with an event's date."""
    date = mention.props.get("startAt", "")
    return f"{mention.props.get('name', '')} ({date})" if date else str(mention.props.get("name", ""))
