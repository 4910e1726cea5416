"""The records that an entity is made of: each can be said to be somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lpgraph.explore import facts
from lpgraph.explore.entities import Row
from lpgraph.explore.facts import SourceRow


@dataclass(frozen=True, slots=True)
class Record:
    """One record of one source, in all its rows and versions: what it is called, and where it stands.

    ``ref`` names it in an answer: ``lpgraph review --answer different ENTITY REF``.
    """

    ref: str
    name: str
    sources: tuple[SourceRow, ...]


def records(mentions: Iterable[Row]) -> tuple[Record, ...]:
    """The records of an entity by name and source; ``mentions``: rows of ``explore_mentions`` that files wrote."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in mentions:
        rows[row["ref"]].append(row)
    found = (_record(ref, some) for ref, some in rows.items())
    return tuple(sorted(found, key=lambda one: (one.name, one.sources, one.ref)))


def _record(ref: str, rows: list[Row]) -> Record:
    names = sorted({row["name"] for row in rows if row["name"]}, key=lambda name: (-len(name), name))
    sources = {facts.source_row({**row, "load": (row["loads"] or [""])[-1]}) for row in rows}
    return Record(ref, next(iter(names), ""), tuple(sorted(sources)))
