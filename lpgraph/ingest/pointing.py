"""A bare name in a template points at somebody, as a name on the command line does: at the only one who bears it.

"Do not introduce, Ana Ortiz, Bea Diaz" says nothing of Ana but her name. Where one person of that name is known, it is
her; where several are, or nobody is, it stays apart and is asked. Whoever the row says more of (a place, a post, an
address) is matched by that, never by this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lpgraph.identity.engine import Card
from lpgraph.identity.joining import Groups
from lpgraph.identity.people_read import read as read_person
from lpgraph.ids import fold
from lpgraph.ingest.cards import POINTERS, card
from lpgraph.ingest.derive import Known
from lpgraph.model import Label

_MORE = ("city", "state", "zip", "organization", "title")
_Name = tuple[str, ...]


def is_pointer(known: Known) -> bool:
    """Whether a mention is a name alone, written to point at somebody."""
    mention = known.mention
    if mention.namespace != POINTERS or mention.rank != 0 or mention.label not in (Label.PERSON, Label.ORGANIZATION):
        return False
    told = mention.ids or mention.emails or mention.phones
    return not told and not any(mention.props.get(name) or mention.context.get(name) for name in _MORE)


def pointed(known: Sequence[Known]) -> set[tuple[str, str]]:
    """Pairs (pointer, somebody of that very name), by key; somebody is no pointer."""
    if not any(map(is_pointer, known)):
        return set()
    cards = {k.key: card(k) for k in known}
    return {(pointer, one) for pointer, some in _borne(cards, known).items() for one in some}


def join_pointed(groups: Groups, cards: Mapping[str, Card], known: Iterable[Known]) -> None:
    """Join each pointer with the only group that bears its name, as far as nobody said otherwise."""
    for pointer, some in sorted(_borne(cards, known).items()):
        if len({groups.root[one] for one in some}) == 1 and groups.may(pointer, some[0]):
            groups.join(pointer, some[0])


def _borne(cards: Mapping[str, Card], known: Iterable[Known]) -> dict[str, list[str]]:
    """Pointer → all of that very name."""
    pointers: dict[str, _Name] = {}
    bearers: defaultdict[_Name, list[str]] = defaultdict(list)
    for one in sorted(known, key=lambda k: k.key):
        if one.key in cards and (name := _name(cards[one.key])):
            if is_pointer(one):
                pointers[one.key] = name
            else:
                bearers[name].append(one.key)
    return {key: bearers[name] for key, name in pointers.items() if name in bearers}


def _name(card: Card) -> _Name:
    """The name by which somebody is pointed at: a whole name, not a first name or an initial."""
    if card.label == Label.ORGANIZATION:
        return (card.label, fold(card.name)) if card.name else ()
    if card.label != Label.PERSON:
        return ()
    name = read_person(card.person()).name
    whole = name.given and len(name.given[0]) > 1 and name.family
    return (card.label, name.given[0], *name.family) if whole else ()
