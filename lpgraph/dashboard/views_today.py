"""From suggestions over many people, and the ledger, to the lines of Today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lpgraph.coalitions import words as coalitions
from lpgraph.coalitions.coverage import Cell
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.turnover import Handover
from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean
from lpgraph.dashboard.views import told_of
from lpgraph.dashboard.views_introductions import broker_line, label_of, role_line
from lpgraph.ingest import LoadLine
from lpgraph.introductions import Pairing
from lpgraph.model import Label

REASONS = 2


@dataclass(frozen=True, slots=True)
class Best:
    """Two who should meet, as they are drawn."""

    a: str
    b: str
    title: str
    who: str
    reasons: tuple[str, ...]
    broker: str


def refs(found: Sequence[Pairing]) -> list[tuple[str, str]]:
    """Everybody in it as (label, id)."""
    return [
        ref
        for one in found
        for ref in (
            (str(Label.PERSON) if one.who.startswith("person/") else str(Label.ORGANIZATION), one.who),
            (str(label_of(one.suggestion.kind)), one.suggestion.id),
        )
    ]


def best(found: Sequence[Pairing], lines: Mapping[str, str]) -> list[Best]:
    """The lines, in their order."""
    return [_best(one, lines) for one in found]


def _best(one: Pairing, lines: Mapping[str, str]) -> Best:
    s = one.suggestion
    name = clean(one.who_name)
    strongest = sorted(s.reasons, key=lambda reason: -reason.share)[:REASONS]
    return Best(
        one.who,
        s.id,
        words.TODAY_FOR.format(name=name, other=clean(s.name)),
        " ↔ ".join(part for part in (clean(lines.get(one.who, "")), role_line(s, lines.get(s.id, ""))) if part),
        tuple(told_of(reason.text, name) for reason in strongest),
        broker_line(s),
    )


@dataclass(frozen=True, slots=True)
class Gap:
    """A campaign in a key city that lacks something, in a line."""

    campaign: str
    area: str
    text: str


def gaps(scene: Scene, cells: Sequence[Cell]) -> list[Gap]:
    """What each key city lacks, in the order of the Coalitions screen; full triads are no gap."""
    found = []
    for cell in cells:
        lacks = coalitions.missing(cell.triad)
        if lacks:
            parts = [
                f"{clean(scene.name(cell.city.campaign))}, {clean(scene.name(cell.city.area))}: no {clean(lacks)}",
                f"vote {words.day(cell.city.next_vote)}" if cell.city.next_vote else "",
            ]
            text = " · ".join(part for part in parts if part)
            found.append(Gap(cell.city.campaign, cell.city.area, text))
    return found


def handovers(scene: Scene, found: Sequence[Handover]) -> list[str]:
    """Who left which seat, who follows, what lost its person: the sentences of the verb, each in a line."""
    return [" ".join(clean(line) for line in coalitions.turnover_lines(scene, (one,), ())) for one in found]


def troubles(loads: Sequence[LoadLine]) -> list[str]:
    """Loads that left rows out, or were interrupted, newest first."""
    found = []
    for line in loads:
        when = words.day(line.startedAt[:10])
        if line.status in ("running", "undoing"):
            status = words.STATUS[line.status]
            found.append(words.TODAY_LOAD_STOPPED.format(file=clean(line.file), status=status, when=when))
        elif line.status == "done" and line.rejected:
            n = words.count(line.rejected, "row")
            found.append(words.TODAY_LOAD_REJECTED.format(file=clean(line.file), n=n, when=when))
    return found
