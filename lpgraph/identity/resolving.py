"""A whole table at once: each record's cluster and the questions that are left; what ``lpgraph resolve`` writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lpgraph.identity import table as tables
from lpgraph.identity.joining import Edge, Groups, Thresholds, join, questions
from lpgraph.identity.organizations import score_organizations
from lpgraph.identity.organizations_join import join_organizations
from lpgraph.identity.people import PersonCard, score_people
from lpgraph.identity.people_compare import contradicts
from lpgraph.identity.people_read import read
from lpgraph.settings import load_settings

CAREFUL = Thresholds().careful


@dataclass(frozen=True, slots=True)
class Resolved:
    """``rows``: record, cluster (its smallest record), and how likely the record's best tie inside it is, 1 when it is
    alone. ``questions``: two records and how likely they are one, the most valuable first.
    """

    rows: list[tuple[str, str, float]]
    questions: list[tuple[str, str, float]]


def resolve_file(
    path: Path, *, people: bool = True, auto: float | None = None, ask: float | None = None, careful: bool = False
) -> Resolved:
    """Read a table and resolve it. Thresholds are the settings' unless said here. Raises ``FileRefused``."""
    table = tables.read_table(path)
    tables.check(table, path.name)
    tables.refuse_unnamed(table, path.name, tables.PERSON if people else tables.ORGANIZATION)
    settings = load_settings()
    limits = Thresholds(
        auto=auto if auto is not None else CAREFUL if careful else settings.match_auto,
        ask=ask if ask is not None else settings.match_ask,
    )
    groups, edges = _people(table, limits) if people else _organizations(table, limits)
    return _told(table["rec_id"], groups, edges, limits)


def _people(table: tables.Table, limits: Thresholds) -> tuple[Groups, list[Edge]]:
    cards = tables.person_cards(table)
    edges = [Edge(pair.a, pair.b, pair.p, not pair.vetoed) for pair in score_people(cards)]
    groups = Groups([card.key for card in cards], names_contradict(cards))
    join(groups, edges, limits.auto)
    return groups, edges


def names_contradict(cards: Iterable[PersonCard]) -> _Names:
    """Whether two groups of these records hold names that cannot be one person's."""
    return _Names({card.key: card for card in cards})


class _Names:
    def __init__(self, cards: dict[str, PersonCard]) -> None:
        self._names = {key: read(card).name for key, card in cards.items()}

    def __call__(self, a: list[str], b: list[str]) -> bool:
        names_a, names_b = {self._names[key] for key in a}, {self._names[key] for key in b}
        return any(contradicts(x, y) for x in names_a for y in names_b)


def _organizations(table: tables.Table, limits: Thresholds) -> tuple[Groups, list[Edge]]:
    cards = tables.organization_cards(table)
    pairs = score_organizations(cards)
    groups = Groups([card.key for card in cards])
    for key, cluster in join_organizations(cards, pairs, limits.auto).items():
        groups.join(key, cluster)
    return groups, [Edge(pair.a, pair.b, pair.p) for pair in pairs]


def _told(order: list[str], groups: Groups, edges: list[Edge], limits: Thresholds) -> Resolved:
    best: dict[str, float] = {}
    for edge in edges:
        if groups.root[edge.a] == groups.root[edge.b]:
            for key in (edge.a, edge.b):
                best[key] = max(best.get(key, 0.0), edge.p)
    rows = [(key, groups.root[key], best.get(key, 1.0)) for key in order]
    return Resolved(rows, [(edge.a, edge.b, edge.p) for edge in questions(groups, edges, limits.ask)])
