"""A whole table at once: each record's cluster and the questions that are left; what ``lpgraph resolve`` writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lpgraph.identity import table as tables
from lpgraph.identity.against import People
from lpgraph.identity.joining import Edge, Groups, Thresholds, join, questions
from lpgraph.identity.organizations import score_organizations
from lpgraph.identity.organizations_join import join_organizations
from lpgraph.identity.people import PersonCard, score_people
from lpgraph.identity.watching import Tell, watched
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
    path: Path,
    *,
    people: bool = True,
    auto: float | None = None,
    ask: float | None = None,
    careful: bool = False,
    tell: Tell = lambda _done, _total: None,
) -> Resolved:
    """Read a table and resolve it. Thresholds are the settings' unless said here. Raises ``FileRefused``.

    ``tell``: records done, of records to do.
    """
    table = tables.read_table(path)
    tables.check(table, path.name)
    tables.refuse_unnamed(table, path.name, tables.PERSON if people else tables.ORGANIZATION)
    settings = load_settings()
    limits = Thresholds(
        auto=auto if auto is not None else CAREFUL if careful else settings.match_auto,
        ask=ask if ask is not None else settings.match_ask,
    )
    with watched(len(table["rec_id"]), tell):
        groups, edges = _people(table, limits) if people else _organizations(table, limits)
    return _told(table["rec_id"], groups, edges, limits)


def _people(table: tables.Table, limits: Thresholds) -> tuple[Groups, list[Edge]]:
    cards = tables.person_cards(table)
    edges = [Edge(pair.a, pair.b, pair.p, not pair.vetoed, pair.lone) for pair in score_people(cards)]
    groups = people_groups(cards)
    join(groups, edges, limits.auto)
    return groups, edges


def people_groups(cards: Iterable[PersonCard]) -> Groups:
    """Every record of a person by itself, with what contradicts and who has addresses of its own."""
    by_key = {card.key: card for card in cards}
    people = People(by_key.__getitem__)
    return Groups(by_key, people, people.strangers)


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
