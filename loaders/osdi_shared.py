"""What the OSDI formats share: whose id it is, and the parts of a person, a place and a link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from loaders import areas, entities
from loaders.base import Fact, Mention, Row
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "osdi"  # of records without an identifier


def parts(value: object) -> Mapping[str, Any]:
    """A nested object; empty when there is none."""
    return value if isinstance(value, dict) else {}


def several(value: object) -> list[Mapping[str, Any]]:
    """A list of nested objects, the primary one first."""
    found = [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []
    return sorted(found, key=lambda v: v.get("primary") is not True)


def text(value: object) -> str:
    """Tidy text of a plain value."""
    return "" if isinstance(value, (dict, list, bool)) else entities.clean(value)


def link(record: Mapping[str, Any], relation: str) -> str:
    """The last part of a link's address: the id of what it points at; ``""`` when there is none."""
    target = parts(parts(record.get("_links")).get(relation)).get("href")
    try:
        return urlsplit(text(target)).path.rstrip("/").rsplit("/", 1)[-1]
    except ValueError:  # "http://[broken": an address that cannot be
        return ""


def own(record: Mapping[str, Any]) -> tuple[str, str]:
    """System and id of a record: the identifier that its own address ends in, else the first; ``("", "")`` if none."""
    listed = record.get("identifiers")
    pairs = [text(i).partition(":") for i in listed] if isinstance(listed, list) else []
    found = [(fold(system).replace(" ", "_"), number) for system, _, number in pairs if system and number]
    end = link(record, "self")
    return next((pair for pair in found if pair[1] == end), found[0] if found else ("", ""))


def name_of(record: Mapping[str, Any]) -> entities.Name:
    """A person's name from its parts."""
    given, family, more, suffix = (
        text(record.get(k)) for k in ("given_name", "family_name", "additional_name", "honorific_suffix")
    )
    return entities.name("", given, family, more, suffix)


def emails_of(row: Row, record: Mapping[str, Any]) -> tuple[str, ...]:
    """The addresses of a person, the primary one first."""
    listed = [text(e.get("address")) for e in several(record.get("email_addresses"))]
    return tuple(dict.fromkeys(mail for address in listed for mail in entities.emails(row, address, "email_addresses")))


def phones_of(row: Row, record: Mapping[str, Any]) -> tuple[str, ...]:
    """The numbers of a person, the primary one first."""
    listed = [text(p.get("number")) for p in several(record.get("phone_numbers"))]
    return tuple(dict.fromkeys(n for written in listed for n in entities.phones(row, written, "phone_numbers")))


def place(address: Mapping[str, Any]) -> tuple[str, str, Mention | None]:
    """City, state and Area of an address in the United States; street and postal code are left alone."""
    city, state = text(address.get("locality")), text(address.get("region"))
    if text(address.get("country")).upper() not in ("", "US", "USA", "UNITED STATES"):
        return "", "", None
    return city, state, areas.area(city, state) if city else None


def located(what: Mention, here: Mention | None, record: tuple[str, ...]) -> list[Fact]:
    """The facts that say where something is."""
    return [Fact("LOCATED_IN", what, here, record=record), *areas.within(here)] if here else []


def bare(label: Label, system: str, kind: str, number: str) -> Mention:
    """Somebody or something known by its id alone: the file that describes it says the rest."""
    return Mention(label, system, (kind, number), rank=0)
