"""Who may live in one house: the address that two records share says little when their first names are two people's."""

from __future__ import annotations

from collections.abc import Iterable

from lpgraph.identity.parse import PersonName
from lpgraph.identity.people_compare import (
    named_by,
    two_owns,
    two_shorts,
)
from lpgraph.identity.people_read import Person


def loose(a: Person, b: Person) -> bool:
    """Whether their first names may be one person's, and are rather two people's: Ellen and Helen, Ted and Ned."""
    return two_owns(a.name, b.name) or two_shorts(a.name, b.name)


def couple(a: PersonName, b: PersonName, mails: Iterable[str]) -> bool:
    """Whether first names that are as a rule two people's meet at an address that says nothing of the one: ``mails``
    are the e-mail addresses that are both's."""
    return two_owns(a, b) and not _own(mails, a, b)


def _own(mails: Iterable[str], a: PersonName, b: PersonName) -> bool:
    return any(named_by(mail, name) for mail in mails for name in (a, b))


def _shared(a: Person, b: Person) -> frozenset[str]:
    return (a.emails & b.emails) | (a.boxes & b.boxes) | (a.phones & b.phones)


def either(a: Person, b: Person) -> bool:
    """Whether the address of two records may be a house's, and they two who live there: their first names are rather
    two people's, and no address that they share is the one's own."""
    return bool(_shared(a, b)) and loose(a, b) and not _own(a.emails & b.emails, a.name, b.name)
