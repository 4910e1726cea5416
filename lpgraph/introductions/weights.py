"""Every number of the ranking, in one place, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from lpgraph.network.meetings import Tuning


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts in the sum, chosen on a time split (``docs/evaluate.md``).

    Each term is divided by its maximum over everybody who may be suggested, raised to ``power`` and weighed by these.
    They were found by leaving each of three networks out in turn: what was best on two held on the third.
    """

    mutual: float = 0.25  # two steps: somebody who met both
    chain: float = 0.75  # three and four steps: official and organization are never fewer than three apart
    group: float = 1.25  # campaigns, policies, organizations, places in common
    issue: float = 0.25
    word: float = 0.5  # words of the titles of events attended
    peers: float = 0.3  # people with u's profile who met v
    big: float = 0.1  # together at an event too large to be acquaintance
    policy: float = 1.5  # v's city went first on a policy of u's; judgement, no public data has it
    policy_share: float = 0.33  # of anybody's score that comes with other evidence
    policy_alone: float = 0.1  # of the weight, where there is no other evidence
    power: float = 0.375  # below one: a little of many kinds beats much of one
    activity: float = 0.75  # up to three quarters as much again for the most active
    recency: float = 0.75  # up to three quarters as much again for whoever was seen lately
    peer_count: int = 50  # the most alike of one's own kind

    def without(self, term: str) -> Weights:
        """These weights with one term or factor left out."""
        changed: dict[str, Any] = {term: 0.0}
        return replace(self, **changed)

    def of(self, term: str) -> float:
        """The weight of one term by its name."""
        value: float = getattr(self, term)
        return value


@dataclass(frozen=True, slots=True)
class Limits:
    """What counts as acquaintance, how lists are composed, and how much evidence is shown.

    ``half_life``: 180 days was the largest single gain of the study. ``tie_max``: at an event of at most 30 people one
    has met. ``max_event``: above 500 attendees an event says nothing about two of them. ``circle_max``: an
    organization with more members than this is something that one shares, not a circle that knows each other
    (councils are always circles; the largest American one has 51 seats).
    """

    half_life: float = 180.0
    tie_max: int = 30
    max_event: int = 500
    circle_max: int = 75
    circle_weight: float = 0.5  # a colleague weighs half of a meeting; not validated on public data
    knows_fresh: float = 365.0
    best: int = 6  # of ten places by score,
    elsewhere: int = 3  # by score among other communities,
    newcomer: int = 1  # for somebody with at most one event
    newcomer_events: int = 1
    policy: int = 3  # of ten, where a policy speaks for somebody and one has been at no more events than a newcomer
    broker_share: float = 0.5  # a broker's link is at least this much of the strongest
    on_screen: int = 20  # pairs whose evidence is read at once
    rounds: int = 12  # how often those without evidence are replaced before the list stays shorter

    @property
    def tuning(self) -> Tuning:
        """The part that the network's index needs."""
        return Tuning(
            half_life=self.half_life,
            max_event=self.max_event,
            tie_max=self.tie_max,
            circle_max=self.circle_max,
            circle_weight=self.circle_weight,
            knows_fresh=self.knows_fresh,
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """Weights and limits together: what a ranking was made with."""

    weights: Weights = field(default_factory=Weights)
    limits: Limits = field(default_factory=Limits)


DEFAULT = Rules()
# The formula of the offline study as it stands, the floor that the shipped score is measured against.
PLAIN = Weights(
    mutual=0.75, chain=0.75, group=1.0, issue=0.25, word=0.75, peers=0.5, big=0.1, policy=0.0,
    power=0.5, activity=0.5, recency=0.0,
)  # fmt: skip
