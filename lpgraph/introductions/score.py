"""How much speaks for an introduction of u to v: a transparent sum of kinds of evidence.

    S(u, v) = [sum over terms of weight * (x / max x over admissible v) ^ power]
              * (1 + activity * activity_v / max activity) * (1 + recency * 2^(-days since v was last seen / 90))

The terms are those of the offline study that ``docs/introductions.md`` reports; weights, power and the two factors were
chosen so that they hold on networks that they were not chosen on (``docs/evaluate.md``). Nothing is learned here.
``policy`` is added last and is never more than a third of what anybody's score is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lpgraph.introductions.weights import Weights
from lpgraph.network.arrays import ISSUE, WORD, Bools, Floats
from lpgraph.network.index import Index

TERMS = ("mutual", "chain", "group", "issue", "word", "peers", "big")
POLICY = "policy"  # its values come from ``policy.py``; four tables have none


@dataclass(frozen=True, slots=True)
class Scores:
    """For one u: the total of every node (0 where not admissible), and what each term adds before the two factors."""

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
    three = index.step(two)
    four = index.step(three)
    return {
        "mutual": two,
        "chain": three + four + index.step(four),
        "group": index.likeness.alike(u),
        "issue": index.likeness.cosine(ISSUE, u),
        "word": index.likeness.cosine(WORD, u),
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
    likeness = np.where(index.of_kind(str(index.snapshot.nodes.kinds[u])), two, 0.0)
    likeness[u] = 0.0
    met = np.flatnonzero(likeness > 0)
    chosen = met[np.argsort(-likeness[met], kind="stable")[:count]]
    return likeness[chosen], chosen


def combined(index: Index, raw: Mapping[str, Floats], admissible: Bools, weights: Weights) -> Scores:
    """The scores of all admissible v from the terms of one u."""
    rows = np.flatnonzero(admissible)
    total, parts = np.zeros(len(rows)), dict[str, Floats]()
    for term, values in raw.items():
        kept = values[rows]
        top = kept.max(initial=0.0)
        if top > 0 and weights.of(term) > 0:
            parts[term] = weights.of(term) * (np.maximum(kept, 0.0) / top) ** weights.power
            if term == POLICY:
                # A third of the whole is half of the rest; who has nothing else is ordered by it alone, below the rest.
                bound = weights.policy_share / (1.0 - weights.policy_share)
                least = weights.policy_alone * parts[term]
                parts[term] = np.minimum(parts[term], np.where(total > 0, np.maximum(bound * total, 0.0), least))
            total = total + parts[term]
    total = total * _liveliness(index, rows, weights)
    return Scores(
        _spread(total, rows, len(admissible)), {t: _spread(p, rows, len(admissible)) for t, p in parts.items()}
    )


def _liveliness(index: Index, rows: np.ndarray, weights: Weights) -> Floats:
    """Up to twice for the most active, and up to half as much again for whoever was seen lately."""
    activity = index.activity[rows]
    top = activity.max(initial=0.0)
    factor = 1.0 + weights.activity * activity / top if top > 0 else np.ones(len(rows))
    lively: Floats = factor * (1.0 + weights.recency * index.recent[rows])
    return lively


def _spread(values: Floats, rows: np.ndarray, count: int) -> Floats:
    whole = np.zeros(count)
    whole[rows] = values
    return whole


def score(index: Index, u: int, admissible: Bools, weights: Weights, policy: Floats | None = None) -> Scores:
    """The scores of all admissible v for u; ``policy`` is the value of the policy term for everybody."""
    raw = raw_terms(index, u, weights)
    if policy is not None:
        raw[POLICY] = policy
    return combined(index, raw, admissible, weights)


def ranked(total: Floats, chosen: Bools, ids: tuple[str, ...]) -> list[int]:
    """Rows by score, best first; equal scores by id, so that the order never depends on memory."""
    rows = np.flatnonzero(chosen & (total > 0))
    # Rounded, because sums of the same evidence in another order differ in the last bits.
    return sorted(rows.tolist(), key=lambda v: (-round(float(total[v]), 12), ids[v]))


def best(total: Floats, chosen: Bools, ids: tuple[str, ...], count: int) -> list[int]:
    """The first ``count`` of ``ranked``, without sorting everybody."""
    rows = np.flatnonzero(chosen & (total > 0))
    if len(rows) > count:
        edge = np.partition(total[rows], len(rows) - count)[len(rows) - count]
        keep = np.zeros(len(total), dtype=bool)
        keep[rows[total[rows] >= edge - 1e-12]] = True
        chosen = keep
    return ranked(total, chosen, ids)[:count]
