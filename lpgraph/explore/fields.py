"""The fields that a profile shows: what each says, which rows say so, what other rows say, and who set it right."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lpgraph.explore import facts
from lpgraph.explore.entities import Reads, Row
from lpgraph.explore.facts import SourceRow
from lpgraph.ingest.derive import CORRECTION, correctable
from lpgraph.model import Label

ENTRY = "entry"  # the source of what was typed by hand


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and the rows that say it."""

    value: str
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody set a field to; ``entry`` is the id to take it back by."""

    value: str
    author: str
    on: str  # ISO text
    entry: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the value that is shown (``""``: nobody says any), what files say of it, and the corrections of it,
    the one that counts first.
    """

    name: str
    value: str
    said: tuple[Said, ...]
    corrections: tuple[Correction, ...]

    @property
    def sources(self) -> tuple[SourceRow, ...]:
        """The rows of files that say what is shown; none where a person set it right."""
        return next((s.sources for s in self.said if s.value == self.value and not self.corrections), ())

    @property
    def others(self) -> tuple[Said, ...]:
        """What files say besides; all of it where a person set it right."""
        return tuple(s for s in self.said if self.corrections or s.value != self.value)


def typed(store: Reads, label: str, entity: str) -> list[Row]:
    """What was typed by hand of an entity alone: the rows of ``explore_mentions``, each with ``author`` and ``on``."""
    if not correctable(Label(label)):
        return []
    rows = store.read(f"explore_typed:{label}", id=entity, source=ENTRY)
    loads = sorted({load for row in rows for load in row["loads"] or ()})
    made = {row["id"]: row for row in store.read("explore_loads", ids=loads)} if loads else {}
    return [
        {**row, "load": load, "author": made.get(load, {}).get("who") or "", "on": made.get(load, {}).get("at") or ""}
        for row in rows
        for load in row["loads"] or ()
    ]


def fields(label: Label, props: Mapping[str, object], mentions: Iterable[Row], entries: Iterable[Row]) -> list[Field]:
    """Every field of an entity that can be corrected, in the model's order; those that nobody fills have no value."""
    files = _said(mentions)
    right: defaultdict[str, list[Correction]] = defaultdict(list)
    for row in entries:
        for name, value in corrected(row).items():
            right[name].append(Correction(value, row["author"], row["on"], row["load"]))
    return [
        Field(
            name,
            _text(props.get(name)),
            tuple(files.get(name, ())),
            _ordered(right.get(name, ()), _text(props.get(name))),
        )
        for name in correctable(label)
    ]


def corrected(row: Row) -> dict[str, str]:
    """What an entry sets right: the value of each field."""
    content = json.loads(row["data"] or "{}")
    if content.get("rank") != CORRECTION:
        return {}
    return {name: _text(value) for name, value in sorted(content["props"].items())}


def _said(mentions: Iterable[Row]) -> dict[str, list[Said]]:
    """For each field what files say, what most rows say first."""
    told: defaultdict[str, defaultdict[str, set[SourceRow]]] = defaultdict(lambda: defaultdict(set))
    for row in mentions:
        if row["source"] == ENTRY:
            continue
        source = facts.source_row({**row, "load": (row["loads"] or [""])[-1]})
        for name, value in json.loads(row["data"] or "{}").get("props", {}).items():
            if text := _text(value):
                told[name][text].add(source)
    return {
        name: [Said(v, tuple(sorted(rows))) for v, rows in sorted(by.items(), key=lambda one: (-len(one[1]), one[0]))]
        for name, by in told.items()
    }


def _ordered(found: Iterable[Correction], shown: str) -> tuple[Correction, ...]:
    """The one that counts first, also of two in the same second; then the newest first."""
    return tuple(sorted(found, key=lambda one: (one.value == shown, one.on, one.entry), reverse=True))


def _text(value: object) -> str:
    return "" if value is None or value is False else str(value)
