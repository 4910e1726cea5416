"""Numbers of their own that two likely records have: in one list they mean two, in two sheets of one's own nothing.

A provider numbers its people once for all. A template's ``person_id`` is whatever its sheet's author wrote: p2 in one
list of staff and p7 in the next are no evidence of two people, p2 and p7 of one list are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.base import Mention
from lpgraph.identity.engine import Card
from lpgraph.identity.people_read import Person
from lpgraph.identity.people_read import read as read_person
from lpgraph.ids import fold
from lpgraph.ingest.cards import POINTERS
from lpgraph.ingest.derive import Known
from lpgraph.model import Label

_ANY_SHEET = "people_sheet"  # each numbers its people for itself
_SAID = frozenset({"name", "email", "phone", "row", "organization", "place", "title", "event"})


@dataclass(frozen=True, slots=True)
class Two:
    """Two mentions that are likely one, as identity reads them."""

    a: Known
    b: Known
    cards: tuple[Card, Card]
    one_list: bool = True  # whether one sheet numbers both

    @property
    def people(self) -> tuple[Person, Person]:
        """Both as people."""
        return read_person(self.cards[0].person()), read_person(self.cards[1].person())

    @property
    def kept_apart(self) -> bool:
        """Whether one provider has a number of its own for each: of a seat, where it is told by seat and name, it has
        one for each only where the names differ; of the templates, where one sheet lists both."""
        one, other = self.a.mention, self.b.mention
        if one.namespace != other.namespace or one.ref == other.ref or not (_numbered(one) and _numbered(other)):
            return False
        if not self.one_list and one.namespace == POINTERS and not (one.ids or other.ids):
            return False
        names = [person.name for person in self.people] if one.label is Label.PERSON else []
        return not (names and names[0] == names[1] and _told_by_name(one) and _told_by_name(other))


def lists_of(known: Iterable[Known]) -> defaultdict[str, set[str]]:
    """By ref, the loads that describe somebody; a cell that only points there describes nobody."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in known:
        if one.mention.rank > 0:
            found[one.mention.ref].update(one.loads)
    return found


def _numbered(mention: Mention) -> bool:
    """Whether it is told by a number: not by what the row says ("email+name", "row"), nor by one sheet's own."""
    if mention.namespace == _ANY_SHEET or _SAID.issuperset(mention.ident[0].split("+")):
        return False
    return any(part.startswith("ocd-") or any(map(str.isdigit, part)) for part in mention.ident)


def _told_by_name(mention: Mention) -> bool:
    called = sorted(fold(str(mention.props.get("name", ""))).split())  # "Bell, Ada" is shown as Ada Bell
    return bool(called) and any(called == sorted(part.split()) for part in mention.ident[1:])
