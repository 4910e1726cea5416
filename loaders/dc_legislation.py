"""Legislation of the Council of the District of Columbia (LIMS): one row a bill, with who introduced it.

Introducers stand there by family name ("Councilmembers R. White and McDuffie"): each is one person inside the council
until somebody says who it is. A measure introduced at the request of somebody else is noted as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import entities, openstates_people
from loaders.base import Context, Draft, Fact, Mention, Row, Source
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "dc-lims"
_JURISDICTION = "ocd-jurisdiction/country:us/district:dc/government"
_TITLE = re.compile(r"(?i)\b(?:council ?members?|chair(?:man|woman|person)?(?: pro tem(?:pore)?)?|mayor|cm)\b\.?")
_REQUEST = re.compile(r"(?i)\s*,?\s*\(?(?:at|by) the request of\b(.*)")
_BETWEEN = re.compile(r"(?i)\s*(?:,\s*and\b|,|;|\band\b|&)\s*")


def introducers(text: str) -> tuple[list[str], str]:
    """The names in a cell, without titles, and at whose request.

    >>> introducers("Councilmembers R. White, Cheh, and Chairman Mendelson at the request of the Mayor")
    (['R. White', 'Cheh', 'Mendelson'], 'the Mayor')
    """
    asked = _REQUEST.search(text)
    names = _BETWEEN.split(_REQUEST.sub("", text))
    bare = [entities.clean(_TITLE.sub(" ", name)) for name in names]
    return [n for n in bare if n and n.casefold() not in ("none", "n/a")], entities.clean(asked[1]) if asked else ""


def _member(text: str) -> Mention:
    """A member by what the bill calls them; a family name alone is no first name."""
    initial = re.fullmatch(r"((?:[A-Z]\.\s*)+)(\S+)", text)
    if " " not in text:
        called = entities.Name(text, family=text)
    elif initial:
        called = entities.Name(text, given=initial[1].strip(), family=initial[2])
    else:
        called = entities.name(text)
    key = ("member", fold(text))
    return entities.person(NAMESPACE, key, called, rank=0, title="Council member", city="Washington", state="DC")


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    number = row.take("LegislationNumber")
    record = ("measure", number)
    days = [entities.date(row, row.maybe(column), column) for column in ("DeemedOn", "Modified", "IntroductionDate")]
    day = next((day for day in days if day), "")
    names, request = introducers(row.maybe("Introducer"))
    law, act = row.maybe("LawNumber"), row.maybe("ActNumber")
    measure = entities.thing(
        Label.MEASURE, NAMESPACE, record, row.take("ShortTitle"), rank=3, number=number,
        stage=row.take("LegislationStatus").casefold(), stageDate=day[:10], result=row.maybe("Deemed").casefold(),
        url=row.maybe("DocumentUrl"), citation=law or act,
    )  # fmt: skip
    government, area = openstates_people.body(_JURISDICTION)
    yield from openstates_people.placed(measure, government, area, NAMESPACE, record)
    for place, name in enumerate(names):
        role = f"at the request of {request}" if request else "introducer" if place else "prime sponsor"
        yield Fact("SPONSORED", _member(name), measure, {"role": role}, record)


SOURCE = Source(
    name="dc-legislation",
    publisher="Council of the District of Columbia",
    gives="bills and resolutions: where they stand, and who introduced them",
    header=("LegislationNumber", "ShortTitle", "Introducer", "LegislationStatus"),
    read=_read,
    ignore=frozenset({
        "Id", "CouncilPeriod", "CommitteeReferral", "CommitteeReferralComments", "Category", "Subcategory",
    }),
)  # fmt: skip
