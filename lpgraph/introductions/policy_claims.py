"""The sentence of the policy term: who went first where, with the measure's row, and what one's own city has."""

from __future__ import annotations

from collections.abc import Iterator

from lpgraph.explore.dates import show
from lpgraph.introductions import words
from lpgraph.introductions.evidence import PLACE, Evidence, Need
from lpgraph.introductions.links import Links
from lpgraph.introductions.model import FactRef
from lpgraph.introductions.policy import Ahead, PolicyTerm
from lpgraph.model import Label
from lpgraph.network.passage import ADOPTED, MOVING, Measure


class PolicyWords:
    """Needs and words of one u's policy term."""

    def __init__(self, links: Links, u: int, term: PolicyTerm) -> None:
        self.links, self.u, self.term = links, u, term
        self.passages = links.snap.passages

    def needs(self, v: int, why: Ahead) -> Iterator[Need]:
        """The facts that the sentence wants."""
        one = self.links.snap.nodes.ids[v]
        yield from self._proof(v, one, why)
        if why.there:
            yield Need("ENACTS:Measure:Policy", why.there.id, why.policy)
        if why.here:
            yield Need("ENACTS:Measure:Policy", why.here.id, why.policy)
        yield from self._interest(why.policy)

    def say(self, v: int, why: Ahead, evidence: Evidence) -> tuple[str, tuple[FactRef, ...]]:
        """The sentence, or nothing when a row for what it says of the other side is not there."""
        nodes = self.links.snap.nodes
        proof = evidence.facts(*self._proof(v, nodes.ids[v], why))
        there = evidence.facts(Need("ENACTS:Measure:Policy", why.there.id, why.policy)) if why.there else ()
        if not proof or (why.there and not there):
            return "", ()
        policy = self.passages.names.get(why.policy, why.policy)
        text = self._theirs(v, policy, why)
        ours, facts = self._ours(why, evidence)
        return " ".join(part for part in (text, ours) if part), tuple(dict.fromkeys((*there, *proof, *facts)))

    def _proof(self, v: int, one: str, why: Ahead) -> Iterator[Need]:
        if why.part == "adviser":
            yield Need("ADVISES_ON:Person:Policy", one, why.policy)
        elif why.there and why.part == "sponsor":
            yield Need("SPONSORED:Person:Measure", one, why.there.id)
        elif why.there:
            yield Need(PLACE, one, why.there.area, self.links.label(v))

    def _theirs(self, v: int, policy: str, why: Ahead) -> str:
        name = self.links.snap.nodes.names[v]
        if why.there is None:
            kind = self.passages.advisers.get(why.policy, {}).get(self.links.snap.nodes.ids[v], "")
            return words.adviser(name, policy, kind)
        city = self._city(why.there.area)
        stood = _stood(why.there)
        number = ", ".join(part for part in (why.there.number, why.there.url) if part)
        if why.part == "sponsor":
            return words.policy_sponsor(name, policy, city, stood, number)
        return words.policy_city(name, policy, city, stood, number)

    def _ours(self, why: Ahead, evidence: Evidence) -> tuple[str, tuple[FactRef, ...]]:
        """What one's own city has, else that one follows the policy; nothing without its row."""
        if why.here and (facts := evidence.facts(Need("ENACTS:Measure:Policy", why.here.id, why.policy))):
            return words.policy_here(self._city(why.here.area), _stood(why.here), why.here.number), facts
        if facts := evidence.facts(*self._interest(why.policy)):
            return words.POLICY_FOLLOWED, facts
        return "", ()

    def _interest(self, policy: str) -> Iterator[Need]:
        one, label = self.links.snap.nodes.ids[self.u], self.links.label(self.u)
        if label in (Label.PERSON, Label.ORGANIZATION):
            yield Need(f"INTERESTED_IN:{label}:Policy", one, policy)

    def _city(self, area: str) -> str:
        city = self.passages.cities.get(area)
        return city.name if city else area


def _stood(measure: Measure) -> tuple[int, str]:
    """How far a measure is and since when, in words for ``words``."""
    return (2 if measure.rung == ADOPTED else 1 if measure.rung == MOVING else 0), show(measure.date)
