"""One search over everything that has a name, the same answer from every server.

Candidates are the entities whose folded ``search`` property (every spelling, without accents) contains the words; the
order is ours, by rapidfuzz. Neo4j's full-text index is not asked: it keeps accents, so that a name that fits two
people would silently find the one without. Reading 200,000 names takes a fraction of a second on either server.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from lpgraph.errors import UsageError
from lpgraph.explore.entities import Entity, Reads, Row, cards
from lpgraph.ids import fold
from lpgraph.model import THINGS, Kind, Label

KINDS = tuple(str(kind) for kind in Kind)
POOL = 200  # candidates of one label that are ranked
_ORDER = {str(label): i for i, label in enumerate(Label)}
_LABELS_OF = {
    Kind.OFFICIAL: (Label.PERSON,),
    Kind.PERSON: (Label.PERSON,),
    Kind.ORGANIZATION: (Label.ORGANIZATION,),
    Kind.UNION: (Label.ORGANIZATION,),
    Kind.BODY: (Label.ORGANIZATION,),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found; ``score`` runs from 0 to 100, where 100 is the very name."""

    id: str
    name: str
    kind: str
    where: str
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may fit: an entity with every spelling of its name, folded."""

    label: str
    id: str
    name: str
    spellings: tuple[str, ...]

    def fit(self, text: str) -> float:
        """How well the best spelling fits a text, 0 to 100."""
        asked = fold(text)
        return max(closeness(asked, spelling) for spelling in self.spellings)


def search(store: Reads, text: str, kind: str | None = None, limit: int = 20, on: str | None = None) -> list[Hit]:
    """What fits a text best, best first; ``kind`` keeps one kind (``official``, ``union``, …).

    Asked for ``person``, officials count too. Raises ``UsageError`` for a kind that does not exist.
    """
    kinds = wanted_kinds(kind)
    found = candidates(store, text, _labels(kinds)) or candidates(store, text, _labels(kinds), near=True)
    fit = {c.id: c.fit(text) for c in found}
    hits = [Hit(e.id, e.name, e.kind, e.where, fit[e.id]) for e in entities(store, found, on)]
    hits = [h for h in hits if not kinds or h.kind in kinds]
    return sorted(hits, key=lambda h: (-h.score, h.name.casefold(), h.id))[:limit]


def wanted_kinds(kind: str | None) -> frozenset[str]:
    """The kinds that a word or a list with commas asks for; empty means all."""
    asked = [fold(k) for k in (kind or "").split(",") if k.strip()]
    unknown = [k for k in asked if k not in KINDS]
    if unknown:
        raise UsageError(f"There is no kind “{unknown[0]}”. The kinds are {', '.join(KINDS)}.")
    extra = {str(Kind.OFFICIAL)} if Kind.PERSON in asked else set()
    return frozenset(asked) | extra


def closeness(asked: str, has: str) -> float:
    """How well one folded text fits another, 0 to 100: the same is 100, and all the words more than some of them."""
    if asked == has:
        return 100.0
    together = 0.6 * fuzz.token_set_ratio(asked, has) + 0.4 * fuzz.ratio(asked, has)
    return round(min(together, 99.0), 1)


def candidates(store: Reads, text: str, labels: Sequence[Label] = THINGS, *, near: bool = False) -> list[Candidate]:
    """What may fit: every word of ``text`` occurs in a spelling, or with ``near`` something alike."""
    words = fold(text).split()
    if not words:
        return []
    query = "search_near" if near else "search_words"
    asked = sorted({w[:3] for w in words}) if near else words
    return [
        _candidate(str(label), row)
        for label in labels
        for row in store.read(f"{query}:{label}", words=asked, limit=POOL)
    ]


def entities(store: Reads, found: Iterable[Candidate], on: str | None = None) -> list[Entity]:
    """The entities of candidates, in the order of the closed list of labels, then by id."""
    every = [card.entity for card in cards(store, [(c.label, c.id) for c in found], on).values()]
    return sorted(every, key=lambda e: (_ORDER[e.label], e.id))


def _candidate(label: str, row: Row) -> Candidate:
    name = row["name"] or row["id"]
    return Candidate(label, row["id"], name, tuple(dict.fromkeys((fold(name), *(row["search"] or "").split(" | ")))))


def _labels(kinds: frozenset[str]) -> tuple[Label, ...]:
    """The labels that can hold these kinds."""
    if not kinds:
        return THINGS
    by_value = {str(label).casefold(): (label,) for label in THINGS}
    return tuple(sorted({label for k in kinds for label in (_LABELS_OF.get(Kind(k)) or by_value[k])}))
