"""How much speaks for an introduction of u to v: a transparent sum of kinds of evidence.

    S(u, v) = [sum over terms of weight * (x / max x over admissible v) ^ power]
              * (1 + activity * activity_v / max activity) * (1 + recency * 2^(-days since v was last seen / 90))

The terms are those of the offline study that ``docs/introductions.md`` reports; weights, power and the two factors were
chosen so that they hold on networks that they were not chosen on (``docs/evaluate.md``). Nothing is learned here.
``policy`` is added last and is never more than a third of what anybody's score is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from lpgraph.introductions.weights import Weights
from lpgraph.network.arrays import ISSUE, WORD, Bools, Floats, Ints
from lpgraph.network.index import Index

TERMS = ("mutual", "chain", "group", "issue", "word", "peers", "big")
EIGHTHS = 0.375
FRONTIER = 300  # "expanding only the 100 strongest contacts lost nothing" (the study); so did 200 and 500 here
POLICY = "policy"  # its values come from ``policy.py``; four tables have none
EXACT, ROUGH = 1e-9, 1e-5  # how far two equal sums may be apart, of long and of short numbers
Some = tuple[Ints, Floats]  # rows, and an amount each
Short = npt.NDArray[np.float32]


class Scores:
    """The scores of one u: zero for whoever is not admissible.

    Everybody is scored in short numbers, which takes a quarter of the time; whoever may be among the first is then
    scored in long ones, so that the order is exact.
    """

    def __init__(self, index: Index, raw: Mapping[str, Floats], admissible: Bools, weights: Weights) -> None:
        self._index, self._weights, self._admissible = index, weights, admissible
        self._terms: dict[str, tuple[Floats, float]] = {}
        mask = admissible.astype(np.float64)
        for term, values in raw.items():
            if weights.of(term) > 0:
                kept = values * mask
                if (top := float(kept.max(initial=0.0))) > 0:
                    self._terms[term] = (kept, top)
        self._activity = float((index.activity * mask).max(initial=0.0))

    def exactly(self, rows: Ints) -> tuple[Floats, dict[str, Floats]]:
        """The totals of some, and what each term adds before the two factors."""
        weights, total, parts = self._weights, np.zeros(len(rows)), dict[str, Floats]()
        for term, (kept, top) in self._terms.items():
            part = raised(kept[rows] / top, weights.power)
            part *= weights.of(term)
            parts[term] = _bounded(part, total, weights) if term == POLICY else part
            total += parts[term]
        total *= self._liveliness(rows)
        return total, parts

    def _liveliness(self, rows: Ints) -> Floats:
        """More for the most active, and for whoever was seen lately."""
        lively = 1.0 + self._weights.recency * self._index.recent[rows]
        if self._activity > 0:
            active = self._index.activity[rows] * self._admissible[rows]
            lively *= 1.0 + self._weights.activity / self._activity * active
        return lively

    @cached_property
    def total(self) -> Floats:
        """The score of everybody."""
        return self.exactly(np.arange(len(self._admissible)))[0]

    def of(self, v: int) -> float:
        """The score of one."""
        return float(self.exactly(np.array([v]))[0][0])

    def shares(self, v: int) -> dict[str, float]:
        """The share of each term in v's score; they sum to one when there is a score at all."""
        parts = self.exactly(np.array([v]))[1]
        amounts = {term: float(part[0]) for term, part in parts.items() if part[0] > 0}
        whole = sum(amounts.values())
        return {term: amount / whole for term, amount in amounts.items()}

    def best(self, count: int, asking: str = "") -> list[int]:
        """The first ``count`` by score. Equal scores are mixed by who asks, so that not everybody is sent to the same
        few; by ids alone, so that the order never depends on memory."""
        rough = self._roughly()
        rows = most(rough, count, ROUGH)
        if len(rows) < count:
            rows = np.flatnonzero(self._admissible)  # all of them: what is next to nothing may be lost in short numbers
        total = self.exactly(rows)[0]
        ids = self._index.snapshot.nodes.ids
        # Rounded, because sums of the same evidence in another order differ in the last bits.
        order = [
            (-round(x, 12), crc32(f"{asking} {ids[v]}".encode()), ids[v], v)
            for v, x in zip(rows.tolist(), total.tolist(), strict=True)
            if x > 0
        ]
        return [one[-1] for one in sorted(order)[:count]]

    def _roughly(self) -> Short:
        """The scores of everybody in short numbers; exact where a policy speaks for somebody."""
        total = np.zeros(len(self._admissible), dtype=np.float32)
        part = np.empty_like(total)
        for term, (kept, top) in self._terms.items():
            if term != POLICY:
                np.multiply(kept, 1.0 / top, out=part, casting="same_kind")
                more = raised(part, self._weights.power)
                more *= np.float32(self._weights.of(term))
                total += more
        np.multiply(self._index.recent, self._weights.recency, out=part, casting="same_kind")
        part += 1
        total *= part
        if self._activity > 0:
            np.multiply(self._index.activity, self._weights.activity / self._activity, out=part, casting="same_kind")
            part += 1
            total *= part
        if POLICY in self._terms:
            rows = np.flatnonzero(self._terms[POLICY][0] > 0)
            total[rows] = self.exactly(rows)[0]
        return total


def walk(index: Index, u: int) -> tuple[Floats, Floats]:
    """One and two steps from u; kept, since sentences ask for them again."""

    def steps() -> tuple[Floats, Floats]:
        one = index.step_from(u)
        return one, index.step(*strongest(one))

    return index.kept(("walk", u), steps)


def strongest(x: Floats) -> Some:
    """The largest few hundred of a walk: going on from these alone changes no list, and costs a tenth at size."""
    rows = most(x, FRONTIER)
    return rows, x[rows]


def raw_terms(index: Index, u: int, weights: Weights) -> dict[str, Floats]:
    """Each term of u with everybody, not yet divided."""
    _, two = walk(index, u)
    three = index.step(*strongest(two))
    return {
        "mutual": two,
        "chain": three + index.step(*strongest(three)),
        "group": index.likeness.alike(u),
        "issue": index.likeness.cosine(ISSUE, u),
        "word": index.likeness.cosine(WORD, u),
        "peers": _peers(index, u, weights.peer_count),
        "big": index.big(u),
    }


def _peers(index: Index, u: int, count: int) -> Floats:
    """Sum over the most alike u' of u's own kind of sim(u, u') a_u'v / sqrt(degree u')."""
    likeness, chosen = peers_of(index, u, count)
    order = np.argsort(chosen)
    rows, alike = chosen[order], likeness[order]
    return index.weigh(rows, alike / np.sqrt(np.maximum(index.event_count[rows], 1)))


def peers_of(index: Index, u: int, count: int) -> tuple[Floats, Ints]:
    """The likeness and the rows of the ``count`` nodes of u's kind that meet the same people most."""

    def peers() -> tuple[Floats, Ints]:
        likeness = walk(index, u)[1] * index.of_kind(str(index.snapshot.nodes.kinds[u]))
        likeness[u] = 0.0
        met = most(likeness, count)
        chosen = met[np.argsort(-likeness[met], kind="stable")[:count]]
        return likeness[chosen], chosen

    return index.kept((f"peers {count}", u), peers)


def combined(index: Index, raw: Mapping[str, Floats], admissible: Bools, weights: Weights) -> Scores:
    """The scores of all admissible v from the terms of one u."""
    return Scores(index, raw, admissible, weights)


def raised(x: Any, power: float) -> Any:
    """``x ** power`` for x from 0 to 1. Roots are several times faster than powers, and this is most of the work."""
    if power == EIGHTHS:
        np.sqrt(x, out=x)
        np.sqrt(x, out=x)
        return x * np.sqrt(x)
    return np.sqrt(x) if power == 0.5 else x**power


def _bounded(part: Floats, rest: Floats, weights: Weights) -> Floats:
    """Policy is at most a third of the whole; who has nothing else is ordered by it alone, below the rest."""
    bound = weights.policy_share / (1.0 - weights.policy_share)
    return np.where(rest > 0, np.minimum(part, bound * rest), weights.policy_alone * part)


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


def most(values: Floats | Short, count: int, slack: float = EXACT) -> Ints:
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
        rows = rows[kept >= last * (1.0 - slack)]
    return rows
