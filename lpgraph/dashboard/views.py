"""What several screens say the same way. No streamlit in any ``views`` module: tests call them as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lpgraph.dashboard import words
from lpgraph.dashboard.graph.kinds import look
from lpgraph.dashboard.safe import clean
from lpgraph.explore.entities import Entity
from lpgraph.explore.facts import SourceRow
from lpgraph.explore.search import Hit
from lpgraph.introductions import words as said


def hit_line(hit: Hit) -> str:
    """One line of a list to choose from: ``Marisol Vega · official · Denver, CO``."""
    return " · ".join(part for part in (hit.name, look(hit.kind).one, hit.where) if part)


def entity_line(entity: Entity, role: str = "") -> str:
    """Role or kind, then place: ``Council Member, District 10 · Denver, CO``; a place is not said twice."""
    first = role or look(entity.kind).one
    city = entity.where.split(",")[0].strip()
    where = "" if city and city in role else entity.where
    return " · ".join(part for part in (first, where) if part)


def source_text(source: SourceRow) -> str:
    """Where something was read, as a person would look it up: ``attendees.csv row 812``, or who entered it."""
    if source.author:
        return f"entered by {source.author}"
    place = source.file or source.source
    return f"{place} row {source.row}" if source.row else place


def sources_text(sources: Sequence[SourceRow]) -> str:
    """The first source and how many more there are."""
    if not sources:
        return ""
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return source_text(sources[0]) + more


def bar(share: float, cells: int = 12) -> str:
    """A share as a bar that also reads as text: at least one cell when there is anything."""
    return "▇" * max(1, round(share * cells)) if share > 0 else ""


def percent(share: float) -> str:
    """A share in whole percents."""
    return f"{share * 100:.0f}%"


def listed(names: Iterable[str]) -> str:
    """Names as in a sentence: ``A, B and C``."""
    every = list(names)
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} and {every[-1]}" if every else ""


def shown(count: int, hidden: int) -> str:
    """How much of what is there is on screen."""
    if hidden:
        return words.SHOWN.format(shown=words.number(count), all=words.number(count + hidden))
    return words.ALL_SHOWN.format(all=words.number(count))


def told_of(text: str, name: str) -> str:
    """A reason is told to whom it is for; here it is told of them: ``Ana knows you`` → ``Ana knows Marisol Vega``."""
    return clean(said.told_of(text, name))
