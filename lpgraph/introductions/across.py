"""The best introductions over many people, for Today.

A score is not comparable between two who ask: each term is divided by that one's own maximum. Across people the order
is by the evidence itself: of each pair every kind's raw value as its percentile among the best pairs of everybody,
weighed as in the score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.evidence import Evidence
from lpgraph.introductions.gates import open_to
from lpgraph.introductions.model import Ask, Suggestion
from lpgraph.introductions.policy import PolicyTerm
from lpgraph.introductions.ranking import index_on, ranking, wanted
from lpgraph.introductions.score import POLICY, combined, raw_terms
from lpgraph.introductions.telling import suggestion, tell
from lpgraph.introductions.wall import behind
from lpgraph.introductions.weights import DEFAULT, Rules, Weights
from lpgraph.model import Kind
from lpgraph.network.arrays import Floats, Snapshot
from lpgraph.network.days import iso
from lpgraph.network.index import Index
from lpgraph.network.reading import Reads

ANYBODY = Ask()
ASKED, EACH = 200, 3  # officials that are looked at, and their best candidates


@dataclass(frozen=True, slots=True)
class Pairing:
    """One introduction worth making: for whom, and the suggestion with its reasons. ``evidence`` is 0 to 1."""

    who: str
    who_name: str
    evidence: float
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class _Pair:
    u: int
    v: int
    raw: dict[str, float]


def best_across(
    store: Reads,
    snapshot: Snapshot,
    n: int = 10,
    ask: Ask = ANYBODY,
    rules: Rules = DEFAULT,
    book: Book = EMPTY,
    asked: int = ASKED,
) -> list[Pairing]:
    """Up to ``n`` introductions, most evidence first; nobody stands in two of them."""
    snapshot = behind(snapshot, book, ask.campaign)
    index = index_on(snapshot, ask.as_of, rules)
    pairs = [pair for u in _asking(index, asked) for pair in _pairs(index, u, ask, rules, book)]
    weight = _percentiles(pairs, rules.weights)
    order = sorted(range(len(pairs)), key=lambda i: (-weight[i], pairs[i].u, pairs[i].v))
    found: list[Pairing] = []
    taken: set[int] = set()
    evidence = Evidence(store, iso(index.day))
    for i in order:
        pair = pairs[i]
        if len(found) == n:
            break
        if pair.u in taken or pair.v in taken:
            continue
        if made := _told(index, pair, ask, rules, book, evidence, len(found) + 1):
            taken |= {pair.u, pair.v}
            nodes = snapshot.nodes
            found.append(Pairing(nodes.ids[pair.u], nodes.names[pair.u], round(weight[i], 4), made))
    return found


def _asking(index: Index, asked: int) -> list[int]:
    """Officials whom nothing keeps from being introduced: half the liveliest, half drawn evenly from the others."""
    nodes = index.snapshot.nodes
    open_ = (nodes.kinds == Kind.OFFICIAL) & ~(nodes.no_contact | nodes.no_introduce | nodes.left_office | nodes.staff)
    rows = np.flatnonzero(open_)
    order = rows[np.lexsort((rows, -index.activity[rows]))]
    lively, others = order[: asked // 2], order[asked // 2 :]
    step = max(len(others) // max(asked - len(lively), 1), 1)
    return [int(u) for u in (*lively, *others[::step])][:asked]


def _pairs(index: Index, u: int, ask: Ask, rules: Rules, book: Book) -> Iterator[_Pair]:
    """The best candidates of one with their raw evidence."""
    snapshot = index.snapshot
    admissible = open_to(index, u, show_met=ask.show_met, book=book) & wanted(index, u, ask)
    if not admissible.any():
        return
    raw = raw_terms(index, u, rules.weights)
    policy = PolicyTerm(snapshot, snapshot.nodes.ids[u], ask.policy)
    if policy.ahead:
        raw[POLICY] = policy.values
    for v in combined(index, raw, admissible, rules.weights).best(EACH, snapshot.nodes.ids[u]):
        yield _Pair(u, v, {term: float(values[v]) for term, values in raw.items()})


def _percentiles(pairs: list[_Pair], weights: Weights) -> list[float]:
    """The evidence of each pair, 0 to 1."""
    terms = sorted({term for pair in pairs for term in pair.raw})
    whole = np.zeros(len(pairs))
    for term in terms:
        whole += weights.of(term) * _rank(np.array([pair.raw.get(term, 0.0) for pair in pairs]))
    top = sum(weights.of(term) for term in terms)
    return [float(x) for x in whole / top] if top else [0.0] * len(pairs)


def _rank(values: Floats) -> Floats:
    """The share of positive values that are no larger; nothing for zero."""
    positive = np.sort(values[values > 0])
    found: Floats = np.where(values > 0, np.searchsorted(positive, values, "right") / max(len(positive), 1), 0.0)
    return found


def _told(
    index: Index, pair: _Pair, ask: Ask, rules: Rules, book: Book, evidence: Evidence, rank: int
) -> Suggestion | None:
    admissible = open_to(index, pair.u, show_met=ask.show_met, book=book) & wanted(index, pair.u, ask)
    claims, _, _ = ranking(index, pair.u, admissible, ask, rules, book)
    told = tell(claims, [pair.v], evidence)[0]
    return suggestion(claims, rank, pair.v, told) if told.reasons else None
