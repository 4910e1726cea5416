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
EIGHTHS = 0.375
FRONTIER = 300  # "expanding only the 100 strongest contacts lost nothing" (the study); so did 200 and 500 here
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


def walk(index: Index, u: int) -> tuple[Floats, Floats]:
    """One and two steps from u; kept, since sentences ask for them again."""

    def steps() -> tuple[Floats, Floats]:
        one = index.step(index.unit(u))
        return one, index.step(strongest(one))

    return index.kept(("walk", u), steps)


def strongest(x: Floats) -> Floats:
    """The largest few hundred of a walk: going on from these alone changes no list, and costs a tenth at size."""
    rows = most(x, FRONTIER)
    kept = np.zeros(len(x))
    kept[rows] = x[rows]
    return kept


def raw_terms(index: Index, u: int, weights: Weights) -> dict[str, Floats]:
    """Each term of u with everybody, not yet divided."""
    _, two = walk(index, u)
    three = index.step(strongest(two))
    return {
        "mutual": two,
        "chain": three + index.step(strongest(three)),
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
    likeness = two * index.of_kind(str(index.snapshot.nodes.kinds[u]))
    likeness[u] = 0.0
    met = most(likeness, count)
    chosen = met[np.argsort(-likeness[met], kind="stable")[:count]]
    return likeness[chosen], chosen


def combined(index: Index, raw: Mapping[str, Floats], admissible: Bools, weights: Weights) -> Scores:
    """The scores of all admissible v from the terms of one u."""
    total, parts = np.zeros(len(admissible)), dict[str, Floats]()
    for term, values in raw.items():
        kept = values * admissible
        top = kept.max(initial=0.0)
        if top > 0 and weights.of(term) > 0:
            part = raised(kept / top, weights.power)
            part *= weights.of(term)
            parts[term] = _bounded(part, total, weights) if term == POLICY else part
            total += parts[term]
    if total.any():
        total *= _liveliness(index, admissible, weights)
    return Scores(total, parts)


def raised(x: Floats, power: float) -> Floats:
    """``x ** power`` for x from 0 to 1. Roots are several times faster than powers, and this is most of the work."""
    np.maximum(x, 0.0, out=x)
    if power == EIGHTHS:
        y = np.sqrt(x)
        y *= x
        np.sqrt(y, out=y)
        np.sqrt(y, out=y)
        return y
    found: Floats = np.sqrt(x) if power == 0.5 else x**power
    return found


def _bounded(part: Floats, rest: Floats, weights: Weights) -> Floats:
    """Policy is at most a third of the whole; who has nothing else is ordered by it alone, below the rest."""
    bound = weights.policy_share / (1.0 - weights.policy_share)
    return np.where(rest > 0, np.minimum(part, bound * rest), weights.policy_alone * part)


def _liveliness(index: Index, admissible: Bools, weights: Weights) -> Floats:
    """More for the most active, and for whoever was seen lately."""
    lively = 1.0 + weights.recency * index.recent
    activity = index.activity * admissible
    top = activity.max(initial=0.0)
    if top > 0:
        lively *= 1.0 + weights.activity / top * activity
    return lively


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
    some = np.zeros(len(total), dtype=bool)
    some[most(total * chosen, count)] = True
    return ranked(total, some, ids)[:count]


def most(values: Floats, count: int) -> np.ndarray:
    """The rows of at least the ``count`` largest positive values, and a few more: those near the last one too.

    A threshold is guessed from every 64th value; selecting among hundreds of thousands would take longer than a score.
    """
    sample = values[::64]
    few = min(2 * count // 64 + 8, len(sample) - 1)
    edge = float(np.sort(sample)[len(sample) - 1 - few]) if few > 0 else 0.0
    rows = np.flatnonzero(values >= edge) if edge > 0 else np.flatnonzero(values > 0)
    if len(rows) < count:
        rows = np.flatnonzero(values > 0)
    if len(rows) > count:
        kept = values[rows]
        last = float(np.partition(kept, len(rows) - count)[len(rows) - count])
        rows = rows[kept >= last * (1.0 - 1e-9)]
    return rows
