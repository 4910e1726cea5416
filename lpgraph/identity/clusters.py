"""Which mentions are one entity. Never wrong rather than complete: what is not sure stays apart.

Three rules, from hard to soft:

1. The same ``ref`` (one provider's own name for it) is one entity, always.
2. A shared id of ``ids`` (EIN, OLMS file number, OCD person id …) is one person or organization outright.
3. An e-mail address or a phone number joins two *persons* whose names are compatible, unless it is a role mailbox or
   is seen with two names that contradict each other. A join is refused when any pair of names across it
   contradicts, so that no chain of half-alike names ends in a wrong person.

The answer depends on the set of cards alone, never on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from lpgraph.identity.addresses import email_key, phone_key
from lpgraph.identity.parse import PersonName, Verdict, compare_names, parse_name
from lpgraph.model import Label

# An address under more names or refs than these is nobody's own (a list, a front desk, a filler).
MAX_NAMES = 12
MAX_PAIRED = 20


@dataclass(frozen=True, slots=True)
class Card:
    """One mention as identity sees it: its key, its entity's ref and label, and what may join it to others."""

    key: str
    ref: str
    label: str
    ids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    name: str = ""
    given: str = ""
    family: str = ""

    @property
    def parsed(self) -> PersonName:
        """The name in folded parts."""
        return parse_name(self.name, self.given, self.family)


class _Groups:
    """Union-find over card keys; the root of a group is its smallest key, whatever the order of joins."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}

    def root(self, key: str) -> str:
        top = key
        while self._parent[top] != top:
            top = self._parent[top]
        while self._parent[key] != top:
            self._parent[key], key = top, self._parent[key]
        return top

    def join(self, a: str, b: str) -> str:
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low
        return low

    def sets(self) -> list[frozenset[str]]:
        members: dict[str, list[str]] = defaultdict(list)
        for key in self._parent:
            members[self.root(key)].append(key)
        return [frozenset(members[root]) for root in sorted(members)]


def cluster(cards: Iterable[Card]) -> list[frozenset[str]]:
    """The partition of the cards' keys into entities, ordered by each one's smallest key."""
    deck = sorted(set(cards), key=lambda card: (card.key, card.ref, card.label, card.name, card.given, card.family))
    groups = _Groups(card.key for card in deck)
    _join_sure(deck, groups)
    _join_by_address([card for card in deck if card.label == Label.PERSON], groups)
    return groups.sets()


def _join_sure(deck: list[Card], groups: _Groups) -> None:
    first: dict[tuple[str, ...], str] = {}
    for card in deck:
        matched = card.label in (Label.PERSON, Label.ORGANIZATION)
        # A kind of entity keeps its own ids: a person is never an organization for sharing one.
        sure = [("ref", card.ref), *(("id", card.label, i) for i in card.ids if matched and i)]
        for name in sure:
            groups.join(first.setdefault(name, card.key), card.key)


def _addresses(card: Card) -> set[tuple[str, str]]:
    emails = {("email", email_key(text)) for text in card.emails}
    phones = {("phone", phone_key(text)) for text in card.phones}
    return {address for address in emails | phones if address[1]}


def _join_by_address(people: list[Card], groups: _Groups) -> None:
    users: dict[tuple[str, str], list[Card]] = defaultdict(list)
    for card in people:
        for address in _addresses(card):
            users[address].append(card)
    strength: dict[tuple[str, str], int] = defaultdict(int)
    for (kind, _), cards in users.items():
        for edge in set(_edges(cards, groups)):
            strength[edge] += 2 if kind == "email" else 1
    if not strength:
        return
    names = _names_of(people, groups, {root for edge in strength for root in edge})
    for a, b in sorted(strength, key=lambda edge: (-strength[edge], edge)):
        ra, rb = groups.root(a), groups.root(b)
        if ra != rb and not _contradict(names[ra], names[rb]):
            both = names.pop(ra) | names.pop(rb)
            names[groups.join(ra, rb)] = both


def _names_of(people: list[Card], groups: _Groups, roots: set[str]) -> dict[str, set[PersonName]]:
    names: dict[str, set[PersonName]] = {root: set() for root in roots}
    for card in people:
        root = groups.root(card.key)
        if root in names:
            names[root].add(card.parsed)
    return names


def _contradict(a: set[PersonName], b: set[PersonName]) -> bool:
    return any(compare_names(x, y) is Verdict.DIFFERENT for x in a for y in b)


def _edges(cards: list[Card], groups: _Groups) -> Iterator[tuple[str, str]]:
    """Pairs of sure groups that this one address may join; none when it is shared."""
    by_name: dict[PersonName, set[str]] = defaultdict(set)
    for card in cards:
        by_name[card.parsed].add(groups.root(card.key))
    roots = set().union(*by_name.values())
    if len(roots) < 2 or len(by_name) > MAX_NAMES or _shared(by_name):
        return
    for name, owners in by_name.items():
        ordered = sorted(owners)
        if compare_names(name, name) is Verdict.SAME:
            yield from combinations(ordered, 2) if len(ordered) <= MAX_PAIRED else pairwise(ordered)
    for x, y in combinations(by_name, 2):
        if compare_names(x, y) is Verdict.SAME:
            for a in sorted(by_name[x])[:MAX_PAIRED]:
                for b in sorted(by_name[y])[:MAX_PAIRED]:
                    if a != b:
                        yield min(a, b), max(a, b)


def _shared(by_name: dict[PersonName, set[str]]) -> bool:
    """Whether two different sure groups use the address under names that contradict."""
    return any(
        compare_names(x, y) is Verdict.DIFFERENT and len(by_name[x] | by_name[y]) > 1
        for x, y in combinations(by_name, 2)
    )
