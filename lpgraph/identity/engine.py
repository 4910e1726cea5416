"""The identity engine: cards in, clusters and questions out. A function of the cards and of people's answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lpgraph.identity.against import Organizations, People
from lpgraph.identity.events import EventCard, apart, event_keys, score_events
from lpgraph.identity.joining import Decision, Edge, Groups, Thresholds, decide, join, questions
from lpgraph.identity.organizations import OrganizationCard, organization_keys, score_organizations
from lpgraph.identity.organizations import sways as means
from lpgraph.identity.organizations_read import read as read_organization
from lpgraph.identity.people import PersonCard, compared, context_keys, crowding, person_keys, score_people
from lpgraph.identity.people_context import sways as counted
from lpgraph.identity.people_evidence import evidence
from lpgraph.identity.people_read import read as read_person
from lpgraph.model import Label

__all__ = [
    "Card",
    "Decision",
    "Pair",
    "Partition",
    "Thresholds",
    "block_keys",
    "compared_with",
    "context_block_keys",
    "crowded",
    "grouped",
    "joining_ids",
    "resolve",
    "score",
    "sways",
]


@dataclass(frozen=True, slots=True)
class Card:
    """One mention as identity sees it. ``key`` is its own, ``ref`` the provider's name for the entity."""

    key: str
    ref: str
    label: str = Label.PERSON
    ids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    name: str = ""
    given: str = ""
    family: str = ""
    middle: str = ""
    suffix: str = ""
    title: str = ""
    organization: str = ""
    city: str = ""
    zip: str = ""
    state: str = ""
    acronym: str = ""
    classification: str = ""
    affiliate: str = ""
    designation: str = ""
    local_number: str = ""
    namespace: str = ""  # the last four: of an event
    start: str = ""
    place: str = ""
    pointed: bool = False

    def event(self) -> EventCard:
        """The card as a record of an event."""
        return EventCard(
            self.key, self.ref, self.namespace, self.name, self.start, self.city, self.state, self.place, self.pointed
        )

    def person(self) -> PersonCard:
        """The card as a record of a person."""
        return PersonCard(
            self.key, self.name, self.given, self.family, self.title, self.organization, self.city, self.state,
            self.zip, self.middle, self.suffix, self.emails, self.phones, self.ids,
        )  # fmt: skip

    def group(self) -> OrganizationCard:
        """The card as a record of an organization."""
        told = {one.partition(":")[0]: one.partition(":")[2] for one in self.ids}
        return OrganizationCard(
            self.key, self.name, told.get("ein", ""), told.get("olms", ""), self.city, self.state, self.zip,
            self.classification, self.acronym, self.affiliate, self.designation, self.local_number,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cards (keys) that may be one, how likely, and why: (field, verdict in words, a's value, b's value).

    ``lone``: of people, no address in common.
    """

    a: str
    b: str
    p: float
    evidence: tuple[tuple[str, str, str, str], ...] = ()
    vetoed: bool = False
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Partition:
    """Clusters of keys, the questions that are left (most valuable first), and answers that contradict each other."""

    clusters: list[frozenset[str]]
    questions: list[Pair]
    conflicts: tuple[Decision, ...] = ()


def block_keys(card: Card) -> tuple[str, ...]:
    """At most six keys; cards that may ever be one share at least one of them."""
    if card.label == Label.PERSON:
        return person_keys(card.person())
    if card.label == Label.EVENT:
        return event_keys(card.event())
    return organization_keys(card.group()) if card.label == Label.ORGANIZATION else ()


def context_block_keys(card: Card) -> tuple[str, ...]:
    """Those of the keys whose whole company decides how likely a match of this card is."""
    if card.label == Label.PERSON:
        return context_keys(card.person())
    return tuple(key for key in block_keys(card) if not key.startswith(("ein:", "olms:")))


def sways(a: Card, b: Card) -> bool:
    """Whether a card, new or gone, changes how likely matches of another are that shares a context key with it."""
    if a.label == b.label == Label.PERSON:
        return counted(read_person(a.person()), read_person(b.person()))
    if a.label == b.label == Label.ORGANIZATION:
        return means(read_organization(a.group()), read_organization(b.group()))
    return True


def crowded(cards: Iterable[Card], changed: frozenset[str]) -> set[str]:
    """The keys of the cards that are compared with others, since these, new or gone, make a key one of very many."""
    return crowding((card.person() for card in cards if card.label == Label.PERSON), changed)


def compared_with(cards: Iterable[Card], only: frozenset[str]) -> set[str]:
    """The keys of the cards whose company must be known to weigh the cards of ``only``."""
    deck = list(cards)
    people = compared((card.person() for card in deck if card.label == Label.PERSON), only)
    return people | {card.key for card in deck if card.label == Label.EVENT}


def score(cards: Iterable[Card], *, only: frozenset[str] | None = None, explain: bool = True) -> list[Pair]:
    """All candidate pairs of one label with how likely they are one; those of ``p`` < ``possible`` left out.

    ``only``: nothing but the pairs of which one at least has one of these keys.
    """
    deck = {card.key: card for card in cards}
    people = {key: card.person() for key, card in deck.items() if card.label == Label.PERSON}
    found = [
        Pair(one.a, one.b, one.p, evidence(people[one.a], people[one.b]) if explain else (), one.vetoed, one.lone)
        for one in score_people(people.values(), only)
    ]
    found += [
        Pair(one.a, one.b, one.p)
        for one in score_events(c.event() for c in deck.values() if c.label == Label.EVENT)
        if only is None or one.a in only or one.b in only
    ]
    groups = [card.group() for card in deck.values() if card.label == Label.ORGANIZATION]
    said = {card.key: card.name for card in deck.values()}
    for pair in score_organizations(groups, only) if groups else ():
        why = tuple(("name", reason, said[pair.a], said[pair.b]) for reason in pair.evidence)
        found.append(Pair(pair.a, pair.b, pair.p, why))
    return found


def resolve(
    cards: Iterable[Card], decisions: Sequence[Decision] = (), thresholds: Thresholds | None = None
) -> Partition:
    """The partition of the cards into entities, and what is left to ask."""
    limits = thresholds or Thresholds()
    deck = {card.key: card for card in cards}
    pairs = {(pair.a, pair.b): pair for pair in score(deck.values(), explain=False)}
    edges = [Edge(pair.a, pair.b, pair.p, not pair.vetoed, pair.lone) for pair in pairs.values()]
    groups = grouped(deck)
    conflicts = decide(groups, _by_ref(deck), _on_keys(deck, decisions))
    join(groups, [*_by_id(deck), *edges], limits.auto)
    asked = [pairs[edge.a, edge.b] for edge in questions(groups, edges, limits.ask)]
    people = {key: card.person() for key, card in deck.items() if card.label == Label.PERSON}
    told = [
        Pair(one.a, one.b, one.p, evidence(people[one.a], people[one.b]), one.vetoed) if one.a in people else one
        for one in asked
    ]
    return Partition(groups.sets(), told, tuple(conflicts))


def _by_ref(deck: dict[str, Card]) -> list[list[str]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, card in sorted(deck.items()):
        found[card.label, card.ref or key].append(key)
    return list(found.values())


def joining_ids(card: Card) -> tuple[str, ...]:
    """The ids that alone say which it is. An EIN does not: chapters, funds and locals write their parent's, so that it
    is weighed together with the name."""
    if card.label not in (Label.PERSON, Label.ORGANIZATION):
        return ()
    return tuple(one for one in card.ids if card.label == Label.PERSON or not one.startswith("ein:"))


def _by_id(deck: dict[str, Card]) -> list[Edge]:
    """An id that holds across sources: the strongest of edges, and yet only as far as nobody said otherwise."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, card in sorted(deck.items()):
        for one in joining_ids(card):
            found[card.label, one].append(key)
    return [Edge(keys[0], other, 2.0) for keys in found.values() for other in keys[1:]]


def _on_keys(deck: dict[str, Card], decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions between keys; one on refs stands for their first keys, which are one with all others."""
    first: dict[str, str] = {}
    for key, card in sorted(deck.items()):
        first.setdefault(card.ref, key)
    first |= {key: key for key in deck}
    return [Decision(first[one.a], first[one.b], one.verdict) for one in decisions if one.a in first and one.b in first]


def grouped(deck: Mapping[str, Card]) -> Groups:
    """Every card by itself, all of one label, with what contradicts and who has addresses of its own."""
    people = People(lambda key: deck[key].person())
    groups = Organizations(lambda key: deck[key].group(), lambda key: deck[key].ids)

    def against(a: list[str], b: list[str]) -> bool:
        if deck[a[0]].label == Label.EVENT:
            return any(apart(deck[x].event(), deck[y].event()) for x in a for y in b)
        return (people if deck[a[0]].label == Label.PERSON else groups)(a, b)

    return Groups(deck, against, people.strangers)
