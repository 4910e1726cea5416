"""Elected officials of the District of Columbia since 1971, one row an election: wards, at large, and ANC seats.

A winner holds the seat from 2 January after a November election (from a special election's day), for the length of the
office's term, cut by the seat's next election and by the day on which the row says that it was left. A seat without a
candidate is a post that nobody holds. At-large seats have several holders, so none of them ends another's term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import areas, entities, openstates_people
from loaders.base import Context, Draft, Fact, Mention, Record, Row, Source
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "dc-elections"
_JURISDICTION = "ocd-jurisdiction/country:us/district:dc/government"
_YEARS = {"delegate to the us house of representatives": 2, "us representative": 2, "us senator": 6, "anc": 2}
_NOBODY = frozenset({"no candidate", "vacant", "no one", "none", ""})
_LEFT = re.compile(r"(?i)\b(?:died|resigned|removed|recalled|and won)\b.*?(\d{4}-\d{2}-\d{2})")


def _begins(elected: str) -> str:
    """The first day of a term: 2 January after a general election in November."""
    return f"{int(elected[:4]) + 1}-01-02" if elected[5:7] == "11" else elected


def _prepare(rows: Iterator[Row]) -> Iterator[Row]:
    """Each row with the day on which the seat's next holder begins."""
    kept = list(rows)
    days: dict[str, list[str]] = {}
    for row in kept:
        days.setdefault(_seat(row), []).append(str(row.data.get("election_date") or ""))
    for row in kept:
        own = str(row.data.get("election_date") or "")
        later = [d for d in days[_seat(row)] if re.fullmatch(r"\d{4}-\d\d-\d\d", d) and d > own]
        alone = "at-large" not in _seat(row).casefold() and "senator" not in _seat(row).casefold()
        row.data = {**row.data, "_next": min(map(_begins, later), default="") if alone else ""}
        yield row


def _seat(row: Row) -> str:
    return str(row.data.get("anc") or row.data.get("office") or "")


def _term(row: Row, office: str) -> dict[str, str]:
    """Since when and until when: the shortest of the term, the next holder, and the day it was left."""
    elected = entities.date(row, row.take("election_date"), "election_date")
    row.maybe("_next")
    if len(elected) < 10:
        return entities.filled(startDate=elected)  # type: ignore[return-value]
    start = _begins(elected)
    years = _YEARS.get(fold(office), 4)
    left = _LEFT.search(entities.clean(row.maybe("final_reason")))
    ends = [f"{int(start[:4]) + years}-01-02", row.maybe("_next"), left[1] if left and left[1] > start else ""]
    return {"startDate": start, "endDate": min(end for end in ends if end)}


def _official(row: Row, _context: Context) -> Iterator[Draft]:
    office = row.take("office")
    ward = re.search(r"(?i)\bward (\d+)", office)
    large = "at-large" in office.casefold()
    council = "council" in office.casefold()
    role = "council chair" if council and "chair" in office.casefold() else "council member" if council else office
    role = "mayor" if role.casefold().startswith("mayor") else role
    seat = f"Ward {ward[1]}" if ward else "At-large" if large else ""
    post, facts = openstates_people.post(_JURISDICTION, role, seat)
    yield from _holds(row, post, facts, row.maybe("name"), role, _term(row, office))


def _commissioner(row: Row, _context: Context) -> Iterator[Draft]:
    code = row.take("anc").upper()
    number = re.match(r"(\d+[A-Z])", code)
    anc = number[1] if number else code
    body = entities.organization(
        NAMESPACE, ("anc", anc), f"Advisory Neighborhood Commission {anc}", rank=3,
        classification="government body", city="Washington", state="DC",
    )  # fmt: skip
    dc = areas.area("", "DC")
    area = areas.division(f"{dc.ident[0]}/anc:{anc.lower()}") if dc else None
    role = "advisory neighborhood commissioner"
    post = entities.thing(
        Label.POST, NAMESPACE, ("post", code), f"{role.capitalize()}, {code}", rank=3, role=role, seat=code
    )
    facts = [Fact("IN_BODY", post, body, record=("post", code))]
    if area:
        facts += [Fact("REPRESENTS", post, area, record=("post", code)), Fact("GOVERNS", body, area, record=body.ident)]
        facts += areas.within(area)
    first = entities.clean(re.sub(r"\(.*?\)", " ", row.maybe("first_name")))
    last = row.take("last_name")
    name = "" if fold(last) in _NOBODY else " ".join(p for p in (first, last, row.maybe("suffix")) if p)
    yield from _holds(row, post, tuple(facts), name, role, _term(row, "anc"))


def _holds(
    row: Row, post: Mention, facts: tuple[Fact, ...], name: str, role: str, term: dict[str, str]
) -> Iterator[Draft]:
    # A person's name tells them apart inside one seat only: namesakes in two wards are identity's business.
    seat = post.ident[-1] if post.namespace == NAMESPACE else "/".join(post.ident[2:])
    record = ("election", seat, row.take("election_date"), "" if fold(name) in _NOBODY else fold(name))
    yield post
    yield Record(NAMESPACE, record)
    yield from facts
    if fold(name) not in _NOBODY:
        who = entities.person(
            NAMESPACE, ("winner", seat, fold(name)), entities.name(name), rank=3, city="Washington", state="DC"
        )
        yield who
        yield Fact("HOLDS", who, post, {"role": role, **term}, record)


OFFICIALS = Source(
    name="dc-elected-officials",
    publisher="dc-elected-officials",
    gives="who was elected to which office of the District, with terms",
    header=("election_date", "office", "name"),
    read=_official,
    ignore=frozenset({"party"}),
    prepare=_prepare,
)
COMMISSIONERS = Source(
    name="dc-anc-commissioners",
    publisher="dc-elected-officials",
    gives="who was elected to which Advisory Neighborhood Commission, with terms",
    header=("election_date", "anc", "last_name", "first_name"),
    read=_commissioner,
    prepare=_prepare,
)
