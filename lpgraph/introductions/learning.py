"""Weights from answers, once there are enough of them. Until then everything is recorded and nothing is learned.

One Beta-Bernoulli for each kind of evidence: its prior is the acceptance rate of everything with the strength of 20
answers. An answer counts for each kind by that kind's share in what was said; being shown counts the less the further
down it stood, since it is looked at less there. A kind's weight is multiplied by its
posterior mean over the global rate, at least by a half and at most by two. ``Learned`` keeps the weights before it, so
that one step takes it all back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lpgraph.introductions.book import Record
from lpgraph.introductions.score import POLICY, TERMS
from lpgraph.introductions.shown import Shown, read_shown
from lpgraph.introductions.steps import BOTH_YES, NEGATIVE
from lpgraph.introductions.weights import DEFAULT, Rules, Weights
from lpgraph.network.reading import Reads

ENOUGH = 300  # answers; below, the rank correlation with the truth is that of counting
STRENGTH = 20.0  # of the prior, in answers
EXPOSURE = 0.7  # being looked at falls with rank^-0.7
LEAST, MOST = 0.5, 2.0
# One term is told as several sentences; their answers are the term's.
_TERM_OF = {"member": "group", "place": "group"}


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a suggestion was taken up, its rank when it was shown, and the share of each kind of evidence in it."""

    accepted: bool
    rank: int
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights to use, those before, and by how much each term was multiplied. ``said`` is for the screen."""

    weights: Weights
    before: Weights
    factors: Mapping[str, float] = field(default_factory=dict)
    answers: int = 0
    said: str = ""

    @property
    def rules(self) -> Rules:
        """What to rank with: these weights, and the limits as shipped."""
        return replace(DEFAULT, weights=self.weights) if self.changed else DEFAULT

    @property
    def changed(self) -> bool:
        """Whether anything was learned."""
        return bool(self.factors)

    def rolled_back(self) -> Weights:
        """The weights as they were before."""
        return self.before


def learn(weights: Weights, answers: Sequence[Answer], *, on: bool = True) -> Learned:
    """Weights after these answers; the same weights when it is switched off or there are fewer than 300 answers."""
    count = len(answers)
    if not on:
        return Learned(
            weights, weights, answers=count, said="Weights as shipped: learning from answers is switched off."
        )
    if count < ENOUGH:
        said = f"Weights as shipped: {count:,} of {ENOUGH} answers."
        return Learned(weights, weights, answers=count, said=said)
    found = factors(answers)
    changed: dict[str, Any] = {term: weights.of(term) * factor for term, factor in found.items()}
    said = f"Weights learned from {count:,} answers; LPGRAPH_LEARNING=false puts those as shipped back."
    return Learned(replace(weights, **changed), weights, found, count, said)


def learned(store: Reads, records: Iterable[Record], *, on: bool) -> Learned:
    """The weights that suggestions use: as shipped unless the switch is on and enough was answered.

    Nothing learned is stored: it follows from what was shown and answered, so that the switch alone takes it back.
    """
    found = answers(records, read_shown(store)) if on else []
    return learn(DEFAULT.weights, found, on=on)


def factors(answers: Iterable[Answer]) -> dict[str, float]:
    """By how much each term is multiplied: its posterior acceptance over everybody's, between a half and two."""
    taken: dict[str, float] = defaultdict(float)
    seen: dict[str, float] = defaultdict(float)
    all_taken = all_seen = 0.0
    for answer in answers:
        exposure = float(max(answer.rank, 1)) ** -EXPOSURE
        all_seen += exposure
        all_taken += answer.accepted
        for term, share in _credit(answer.shares).items():
            seen[term] += exposure * share
            taken[term] += share * answer.accepted
    if all_taken <= 0:
        return {}
    rate = all_taken / all_seen
    return {
        term: min(max((taken[term] + STRENGTH * rate) / (seen[term] + STRENGTH) / rate, LEAST), MOST)
        for term in (*TERMS, POLICY)
        if seen[term] > 0
    }


def _credit(shares: Mapping[str, float]) -> dict[str, float]:
    """Shares by term, which sum to one."""
    found: dict[str, float] = defaultdict(float)
    for kind, share in shares.items():
        term = _TERM_OF.get(kind, kind)
        if term in (*TERMS, POLICY) and share > 0:
            found[term] += share
    whole = sum(found.values())
    return {term: share / whole for term, share in found.items()} if whole > 0 else {}


def answers(records: Iterable[Record], lists: Sequence[Shown]) -> list[Answer]:
    """What was answered of what was shown: both yes, or a no that speaks against the pair.

    "Already know", "bad time" and "do not introduce" say nothing of the evidence, and are left out, as is what was
    typed without ever having been suggested.
    """
    places: dict[tuple[str, str], tuple[str, int, str]] = {}
    for shown in sorted(lists, key=lambda one: one.at):
        for rank, (who, one, kinds) in enumerate(zip(shown.who, shown.ids, shown.kinds, strict=True), 1):
            places.setdefault((who, one), (shown.at, rank, kinds))
    found: list[Answer] = []
    for record in sorted(records, key=lambda one: one.id):
        accepted = record.status in BOTH_YES
        if not accepted and not (record.status == "declined" and record.because in NEGATIVE):
            continue
        place = places.get((record.a.id, record.b.id)) or places.get((record.b.id, record.a.id))
        if place:
            found.append(Answer(accepted, place[1], shares_of(place[2])))
    return found


def shares_of(kinds: str) -> dict[str, float]:
    """What a note of a list says of one: ``mutual:0.41 issue:0.12``.

    >>> shares_of("mutual:0.41 issue:0.12 nonsense")
    {'mutual': 0.41, 'issue': 0.12}
    """
    found: dict[str, float] = {}
    for part in kinds.split():
        kind, _, share = part.partition(":")
        try:
            found[kind] = found.get(kind, 0.0) + float(share)
        except ValueError:
            continue
    return found
