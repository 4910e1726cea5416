"""How much speaks for an introduction of u to v: a transparent sum of seven kinds of evidence.

    S(u, v) = [sum over terms of weight * sqrt(x / max x over admissible v)] * (1 + .5 activity_v / max activity)

The terms and weights are those of the offline study that ``docs/introductions.md`` reports; nothing is learned.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lpgraph.introductions.weights import Weights
from lpgraph.network.arrays import ISSUE, WORD, Bools, Floats
from lpgraph.network.index import Index

TERMS = ("mutual", "chain", "group", "issue", "word", "peers", "big")


@dataclass(frozen=True, slots=True)
class Scores:
    """For one u: the total of every node (0 where not admissible), and what each term adds before activity."""

    total: Floats
    parts: dict[str, Floats]

    def shares(self, v: int) -> dict[str, float]:
        """The share of each term in v's score; they sum to one when there is a score at all."""
        amounts = {term: float(part[v]) for term, part in self.parts.items() if part[v] > 0}
        whole = sum(amounts.values())
        return {term: amount / whole for term, amount in amounts.items()}


def raw_terms(index: Index, u: int, weights: Weights) -> dict[str, Floats]:
    """Each term of u with everybody, not yet divided."""
    one = index.step(index.unit(u))
    two = index.step(one)
    return {
        "mutual": two,
        "chain": index.step(two),
        "group": index.alike(u),
        "issue": index.cosine(ISSUE, u),
        "word": index.cosine(WORD, u),
        "peers": _peers(index, u, two, weights.peer_count),
        "big": index.big(u),
    }


def _peers(index: Index, u: int, two: Floats, count: int) -> Floats:
    """Sum over the most alike u' of u's own kind of sim(u, u') a_u'v / sqrt(degree u')."""
    likeness, chosen = peers_of(index, u, two, count)
    x = np.zeros(len(two))
    x[chosen] = likeness / np.sqrt(np.maximum(index.event_count[chosen], 1))
    return index.weigh(x)


def peers_of(index: Index, u: int, two: Floats, count: int) -> tuple[Floats, np.ndarray]:
    """The likeness and the rows of the ``count`` nodes of u's kind that meet the same people most."""
    likeness = np.where(index.snapshot.nodes.kinds == index.snapshot.nodes.kinds[u], two, 0.0)
    likeness[u] = 0.0
    chosen = np.argsort(-likeness, kind="stable")[:count]
    chosen = chosen[likeness[chosen] > 0]
    return likeness[chosen], chosen


def score(index: Index, u: int, admissible: Bools, weights: Weights) -> Scores:
    """The scores of all admissible v for u."""
    total = np.zeros(len(index.snapshot.nodes))
    parts: dict[str, Floats] = {}
    for term, values in raw_terms(index, u, weights).items():
        kept = np.where(admissible, values, 0.0)
        top = kept.max(initial=0.0)
        if top > 0:
            parts[term] = weights.of(term) * np.sqrt(kept / top)
            total += parts[term]
    activity = np.where(admissible, index.activity, 0.0)
    top = activity.max(initial=0.0)
    if top > 0:
        total = total * (1.0 + weights.activity * activity / top)
    return Scores(total, parts)


def ranked(total: Floats, chosen: Bools, ids: tuple[str, ...]) -> list[int]:
    """Rows by score, best first; equal scores by id, so that the order never depends on memory."""
    rows = np.flatnonzero(chosen & (total > 0))
    # Rounded, because sums of the same evidence in another order differ in the last bits.
    return sorted(rows.tolist(), key=lambda v: (-round(float(total[v]), 12), ids[v]))
