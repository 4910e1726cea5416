"""Legistar office records: who sits in which body, as what, since when and until when.

A seat in the council itself is an office that is held; a seat in a committee or caucus is a membership. Where a city
writes "Vacant" for a name, the seat is there and nobody holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders import areas, entities, legistar_shared
from loaders.base import Context, Draft, Fact, Mention, Record, Row, Source
from lpgraph.model import Props


@dataclass(frozen=True, slots=True)
class Seat:
    """One office record, whichever shape it came in."""

    record: str
    body: str
    body_name: str
    title: str
    dates: Props


def seat_facts(of_client: str, who: Mention | None, seat: Seat, district: str = "") -> Iterator[Draft]:
    """What one office record says: HOLDS a post of the council, or MEMBER_OF a committee; ``None`` holds nothing."""
    body = legistar_shared.body(of_client, seat.body, seat.body_name)
    record = ("office", seat.record)
    yield body
    if who is None:
        yield Record(body.namespace, record)
    if not legistar_shared.is_council(seat.body_name):
        role = legistar_shared.role(seat.title)
        props: Props = {**seat.dates, **({"role": role} if role else {})}
        if who is not None:
            yield Fact("MEMBER_OF", who, body, props, record)
        return
    role = legistar_shared.role(seat.title, default="Council Member")
    post, stands_for = legistar_shared.post(of_client, body, role, district)
    if who is not None:
        yield Fact("HOLDS", who, post, {**seat.dates, "role": role}, record)
    yield Fact("IN_BODY", post, body, record=post.ident)
    here = legistar_shared.area(of_client)
    if here and stands_for:
        yield Fact("REPRESENTS", post, stands_for, record=post.ident)
        yield Fact("GOVERNS", body, here, record=body.ident)
        yield from areas.within(stands_for)


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    of_client = legistar_shared.client(row)
    first, last = row.maybe("OfficeRecordFirstName"), row.maybe("OfficeRecordLastName")
    called = legistar_shared.name(row.maybe("OfficeRecordFullName") or f"{first} {last}", first, last)
    mail = entities.emails(row, row.maybe("OfficeRecordEmail"), "OfficeRecordEmail")
    number = row.take("OfficeRecordPersonId")
    who = None
    if not legistar_shared.nobody(row, called, "OfficeRecordFullName"):
        who = legistar_shared.person(of_client, number, called, rank=3, emails=mail)
        yield who
    start, end = row.maybe("OfficeRecordStartDate"), row.maybe("OfficeRecordEndDate")
    seat = Seat(
        row.take("OfficeRecordId"),
        row.take("OfficeRecordBodyId"),
        re.sub(r"\s+", " ", row.take("OfficeRecordBodyName")),
        row.maybe("OfficeRecordTitle"),
        legistar_shared.dates(row, start, end, "OfficeRecordStartDate"),
    )
    yield from seat_facts(of_client, who, seat)


SOURCE = Source(
    name="legistar-office-records",
    publisher="Legistar",
    gives="who sat in which council or committee, with dates",
    header=("OfficeRecordId", "OfficeRecordPersonId", "OfficeRecordBodyId", "OfficeRecordBodyName"),
    read=_read,
    media=("json", "csv", "tsv", "xlsx"),
    ignore=frozenset(
        {
            "OfficeRecordGuid",
            "OfficeRecordLastModifiedUtc",
            "OfficeRecordRowVersion",
            "OfficeRecordSort",
            "OfficeRecordMemberTypeId",
            "OfficeRecordMemberType",
            "OfficeRecordTitleId",
            "OfficeRecordExtraText",
            "OfficeRecordSupportNameId",
            "OfficeRecordSupportFullName",
            "OfficeRecordVoteDivider",
            "OfficeRecordExtendFlag",
        }
    ),
)
