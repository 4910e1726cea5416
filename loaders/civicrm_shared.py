"""What CiviCRM's exports share: labels that vary from export to export, and how a contact is known.

A contact's number counts inside one CiviCRM only: number and name together say who somebody is.
"""

from __future__ import annotations

from loaders import entities
from loaders.base import Mention, Row
from loaders.entities import Name
from lpgraph.ids import fold

NAMESPACE = "civicrm"


def first(row: Row, *labels: str) -> str:
    """The first filled cell among the labels that one thing may have."""
    return next((text for label in labels if (text := row.maybe(label))), "")


def straight(text: str) -> str:
    """A name in reading order: CiviCRM sorts people as "Marchetree, Ines"."""
    family, comma, given = text.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() and "," not in given else text


def called(name: Name) -> str:
    """Given and family name: what a display name with a title and a sort name share."""
    return f"{name.given} {name.family}".strip() or name.text


def known_by(number: str, name: str) -> tuple[str, ...]:
    """The ident of a contact with a number, the same in every export."""
    return ("contact", number, fold(name))


def person(row: Row, number: str, text: str, mail: tuple[str, ...] = ()) -> Mention:
    """A person as an end of a relationship."""
    name = entities.name(straight(text))
    ident = known_by(number, called(name)) if number else entities.ident(name.text, emails=mail, scope=row.file)
    return entities.person(NAMESPACE, ident, name, emails=mail, rank=0)


def organization(number: str, text: str) -> Mention:
    """An organization as an end of a relationship, or as somebody's employer."""
    ident = known_by(number, text) if number else ("name", fold(text))
    return entities.organization(NAMESPACE, ident, text, rank=0)
