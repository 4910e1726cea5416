"""Between the store's mentions and the identity engine: which mentions are one entity, and what is left to ask.

From hard to soft: one ref is one entity; what a person decided; an id that holds across sources; a likely pair.
Never one across a pair that somebody called different, nor across names or ids that contradict. A function of the
mentions and the answers alone, whatever their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lpgraph.identity.engine import (
    Card,
    Pair,
    block_keys,
    compared_with,
    context_block_keys,
    grouped,
    joining_ids,
    score,
)
from lpgraph.identity.joining import Decision as Answer
from lpgraph.identity.joining import Edge, decide, join, questions
from lpgraph.identity.people_compare import ELSE, OTHER, family_level, given_level, turned
from lpgraph.identity.people_read import read as read_person
from lpgraph.ids import digest
from lpgraph.ingest.cards import card
from lpgraph.ingest.decisions import DIFFERENT, SAME, Decision, pairs
from lpgraph.ingest.derive import Known
from lpgraph.ingest.numbers import Two, lists_of
from lpgraph.ingest.pointing import join_pointed
from lpgraph.model import Label
from lpgraph.names.courtesies import same_holder
from lpgraph.settings import load_settings

SLOTS = 6
VERSION = "15"  # a change of any rule is another version: graphs are matched again
TWO_OF_ONE = 0.7  # a provider that keeps two apart by its own numbers is asked about when they are at least so alike
OWN_ADDRESS = 0.98
SWITCHBOARD = 4  # a phone under so many surnames is an office's
REFUSED = 0.9  # the most that a pair is said to be likely of which something contradicts


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: whether two mentions (by key) are one, and how likely that is."""

    a: str
    b: str
    p: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """The partition of mention keys, and what is left to ask."""

    clusters: list[frozenset[str]]
    questions: list[Asked]


def rules() -> str:
    """A mark of the rules and thresholds by which mentions are matched: two graphs of one mark are matched alike."""
    settings = load_settings()
    return f"{VERSION} auto {settings.match_auto} ask {settings.match_ask}"


def blocks(known: Known) -> tuple[str, ...]:
    """The keys of which a mention shares at least one with every mention that it may be one with."""
    return _hashed(known.mention.label, _blocks_of(card(known)))


def name_blocks(known: Known) -> tuple[str, ...]:
    """Those of the keys whose whole company decides how likely a match is."""
    return _hashed(known.mention.label, _context_of(card(known)))


def block_props(known: Known) -> dict[str, str]:
    """The keys as a mention's own properties, each of which the store has an index for."""
    return {f"block{number}": block for number, block in enumerate(blocks(known), 1)}


def compared(known: Iterable[Known], only: frozenset[str]) -> set[str]:
    """The keys of the mentions that those of ``only`` are weighed against: all of their names must be there."""
    return compared_with((card(k) for k in known), only)


def likely(known: Iterable[Known], only: frozenset[str]) -> list[Edge]:
    """The likely pairs of which at least one mention is of ``only``."""
    return _weighed({k.key: card(k) for k in known}, only)


def partition(
    known: Sequence[Known],
    decisions: Sequence[Decision],
    rim: Sequence[Known] = (),
    edges: Iterable[Edge] | None = None,
) -> Matched:
    """Which mentions of one label are one entity, and what is left to ask.

    ``rim``: mentions that are none of these and yet may be asked about, each of the entity that it is already.
    ``edges``: the likely pairs, where they are known.
    """
    settings = load_settings()
    by_key = {k.key: k for k in (*known, *rim)}
    deck = {key: card(k) for key, k in by_key.items()}
    own = frozenset(k.key for k in known)
    weighed = _weighed(deck, own) if edges is None else [e for e in edges if e.a in deck and e.b in deck]

    lists = lists_of(by_key.values())

    def two(edge: Edge) -> Two:
        a, b = by_key[edge.a], by_key[edge.b]
        return Two(a, b, (deck[edge.a], deck[edge.b]), not lists[a.mention.ref].isdisjoint(lists[b.mention.ref]))

    weighed = [_own_numbers(edge, two(edge)) for edge in weighed]
    groups = grouped(deck)
    by_id = _by_id({key: one for key, one in deck.items() if key in own})
    decide(groups, [*_by_ref(deck), *_by_entity(rim)], _answers(deck, decisions))
    join(groups, [*by_id, *weighed], settings.match_auto)
    join_pointed(groups, deck, known)
    told = [*weighed, *(Edge(edge.a, edge.b, REFUSED) for edge in by_id)]  # what an id alone did not join is asked
    offices = _switchboards(deck)
    asked = [
        Asked(edge.a, edge.b, min(edge.p, REFUSED) if edge.p >= settings.match_auto else edge.p, edge.why)
        for edge in questions(groups, told, settings.match_ask)
        if _worth_asking(edge, two(edge), offices) and (deck[edge.a].label != Label.EVENT or groups.may(edge.a, edge.b))
    ]
    return Matched(groups.sets(), asked)


@lru_cache(maxsize=262_144)
def _blocks_of(one: Card) -> tuple[str, ...]:
    return block_keys(one)


@lru_cache(maxsize=262_144)
def _context_of(one: Card) -> tuple[str, ...]:
    return context_block_keys(one)


def _hashed(label: Label, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(_hash_of(label, key) for key in keys)[:SLOTS]


@lru_cache(maxsize=131_072)
def _hash_of(label: Label, key: str) -> str:
    return digest((label, key))


def _weighed(deck: dict[str, Card], only: frozenset[str]) -> list[Edge]:
    """The likely pairs of a deck; likely only so far as the graph may rely on it."""
    every = None if len(only) == len(deck) else only
    return [
        Edge(pair.a, pair.b, _careful(deck[pair.a], deck[pair.b], pair.p), not pair.vetoed, pair.lone, _why(pair))
        for pair in score(deck.values(), only=every, explain=False)
    ]


def _why(pair: Pair) -> str:
    """What a comparison of the fields does not say by itself: that several bear the name, that it is cut off."""
    return "; ".join(reason for _, reason, _, _ in pair.evidence if not reason.startswith(("same ", "different ")))


def _careful(a: Card, b: Card, p: float) -> float:
    """A name alone, without a place or an address in common, joins nobody; the whole name at one personal e-mail
    address is one person, in whatever post."""
    if a.label != Label.PERSON:
        return p
    one, two = read_person(a.person()), read_person(b.person())
    if a.namespace and a.namespace == b.namespace and same_holder(a.name, b.name):
        return max(p, OWN_ADDRESS)  # the list itself tells its people apart by these names
    if one.emails & two.emails and one.name == two.name and len(one.given) > 1 and one.family:
        return max(p, OWN_ADDRESS)
    if p <= REFUSED:
        return p
    address = one.emails & two.emails or one.phones & two.phones
    lone = not address and not (one.state and two.state)
    return REFUSED if lone else p


def _by_ref(deck: dict[str, Card]) -> list[list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(deck):
        found[deck[key].ref].append(key)
    return list(found.values())


def _by_entity(rim: Sequence[Known]) -> list[list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for k in sorted(rim, key=lambda k: k.key):
        found[k.entity or k.key].append(k.key)
    return list(found.values())


def _by_id(deck: dict[str, Card]) -> list[Edge]:
    """An id that holds across sources joins before any likeness, as far as nobody said otherwise."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(deck):
        for one in joining_ids(deck[key]):
            found[one].append(key)
    return [Edge(keys[0], other, 2.0) for keys in found.values() for other in keys[1:]]


def _answers(deck: dict[str, Card], decisions: Sequence[Decision]) -> list[Answer]:
    """The answers between refs, as answers between the first key of each."""
    first: dict[str, str] = {}
    for key in sorted(deck):
        first.setdefault(deck[key].ref, key)
    return [
        Answer(first[a], first[b], verdict)
        for verdict in (DIFFERENT, SAME)
        for a, b in sorted(pairs(decisions, verdict))
        if a in first and b in first
    ]


def _own_numbers(edge: Edge, two: Two) -> Edge:
    """Two members of one council with numbers of their own are joined by nobody but a person, or by an address that
    is both's and does not serve a father and a son: Mario and Maria Lopez stand in one list because they are two."""
    if two.cards[0].label is not Label.PERSON or edge.p <= REFUSED or not two.kept_apart:
        return edge
    one, other = two.people
    address = one.emails & other.emails or one.phones & other.phones
    if address and one.name.generation == other.name.generation:
        return edge
    return Edge(edge.a, edge.b, REFUSED, edge.joins)


def _switchboards(deck: dict[str, Card]) -> frozenset[str]:
    """Phones under so many surnames that they are an office's."""
    under: defaultdict[str, set[str]] = defaultdict(set)
    for one in deck.values():
        if one.label is Label.PERSON and one.phones:
            person = read_person(one.person())
            for phone in person.phones:
                under[phone].add(person.family)
    return frozenset(phone for phone, families in under.items() if len(families) >= SWITCHBOARD)


def _worth_asking(edge: Edge, two: Two, offices: frozenset[str]) -> bool:
    """Whether a person can say more than we: an office's phone under two whole names is no question."""
    if two.cards[0].label is Label.EVENT:
        return True
    if edge.joins:
        return edge.p >= TWO_OF_ONE or not two.kept_apart
    if two.kept_apart:
        return False
    one, other = two.people
    if turned(one, other):
        return True
    rung = one.phones & other.phones
    if rung and rung <= offices and not one.emails & other.emails and family_level(one.name, other.name) == ELSE:
        return False  # "Tony Xu" and "Toney Anaya" have a first name and an office in common, as many have
    same_house = bool(one.emails & other.emails and one.family == other.family)
    return same_house or given_level(one.name, other.name) != OTHER
