"""Legistar meetings and their roll calls. Present is attended; absent, medical, conflict … say nothing.

Neither is a registration: a member is expected at every meeting. A deferred meeting carries no roll call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from loaders import areas, entities, legistar_shared
from loaders.base import Context, Draft, Fact, Mention, Record, Row, Source
from lpgraph.model import Label


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _meeting(of_client: str, number: str, body: Mention, start: str, **more: str) -> Iterator[Draft]:
    """The meeting, its host and its place; ``more``: url, place, status, the day where it met."""
    called = f"{body.props['name']}, {more['day']}" if start else str(body.props["name"])
    place = more["place"].casefold()
    form = "hybrid" if "hybrid" in place else "online" if re.search(r"remote|virtual|zoom", place) else ""
    event = entities.thing(
        Label.EVENT,
        body.namespace,
        ("event", number),
        called,
        rank=3,
        type="deferred meeting" if more["status"].casefold() in ("deferred", "cancelled", "canceled") else "meeting",
        startAt=start,
        url=more["url"],
        format=form,
    )
    record = ("event", number)
    yield event
    yield Record(body.namespace, record)
    yield Fact("HOSTED", body, event, record=record)
    here = legistar_shared.area(of_client)
    if here:
        yield Fact("LOCATED_IN", event, here, record=record)
        yield from areas.within(here)


def _present(value: str) -> bool:
    """Whether a roll call's value says that the person was there."""
    return value.strip().casefold().startswith(("present", "late", "arrived"))


def _attended(event: Draft, roll: Iterator[tuple[str, str, str]], namespace: str) -> Iterator[Draft]:
    """One ATTENDED for each person who was present in any roll call of the meeting."""
    seen: set[str] = set()
    for number, name, value in roll:
        if number and number != "0" and number not in seen and _present(value) and isinstance(event, Mention):
            seen.add(number)
            who = entities.person(namespace, ("person", number), legistar_shared.name(name), rank=1)
            yield Fact("ATTENDED", who, event, record=event.ident)


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    url = row.maybe("EventInSiteURL")
    of_client = legistar_shared.client(row, url, row.maybe("EventAgendaFile"))
    body = legistar_shared.body(of_client, row.take("EventBodyId"), entities.clean(row.take("EventBodyName")))
    day, time = row.take("EventDate")[:10], row.maybe("EventTime")
    start = entities.date(row, f"{day} {time}".strip(), "EventDate") or entities.date(row, day, "EventDate")
    place, status = row.maybe("EventLocation"), row.maybe("EventAgendaStatusName")
    more = {"url": url, "place": place, "status": status, "day": day}
    drafts = list(_meeting(of_client, row.take("EventId"), body, start, **more))
    yield from drafts

    def roll() -> Iterator[tuple[str, str, str]]:
        for item in _objects(row.node("EventItems")):
            for column in ("EventItemRollCallInfo", "EventItemRollCalls", "RollCalls", "RollCall"):
                for call in _objects(item.get(column)):
                    number, name = call.get("RollCallPersonId"), call.get("RollCallPersonName")
                    yield str(number or ""), str(name or ""), str(call.get("RollCallValueName") or "")

    yield from _attended(drafts[0], roll(), body.namespace)


def _read_nyc(row: Row, _context: Context) -> Iterator[Draft]:
    url = row.maybe("InSiteURL")
    of_client = legistar_shared.client(row, url, "//council.nyc.gov")
    body = legistar_shared.body(of_client, row.take("BodyID"), entities.clean(row.take("BodyName")))
    start = entities.date(row, row.take("Date"), "Date")
    place, status = row.maybe("Location"), row.maybe("AgendaStatusName")
    more = {"url": url, "place": place, "status": status, "day": row.take("Date")[:10]}
    drafts = list(_meeting(of_client, row.take("ID"), body, start, **more))
    yield from drafts

    def roll() -> Iterator[tuple[str, str, str]]:
        for item in _objects(row.node("Items")):
            for call in _objects(item.get("RollCall")):
                yield str(call.get("ID") or ""), str(call.get("FullName") or ""), str(call.get("Value") or "")

    yield from _attended(drafts[0], roll(), body.namespace)


_EVENT_REST = (
    "Guid", "LastModifiedUtc", "RowVersion", "VideoStatus", "AgendaStatusId", "MinutesStatusId", "MinutesStatusName",
    "MinutesFile", "AgendaLastPublishedUTC", "MinutesLastPublishedUTC", "Comment", "VideoPath", "Media",
)  # fmt: skip
SOURCE = Source(
    name="legistar-events",
    publisher="Legistar",
    gives="meetings of councils and committees, and who was present",
    header=("EventId", "EventBodyId", "EventBodyName", "EventDate"),
    read=_read,
    media=("json",),
    ignore=frozenset(f"Event{column}" for column in _EVENT_REST),
)
NYC = Source(
    name="legistar-nyc-events",
    publisher="New York City Council",
    gives="meetings of the council and its committees, and who was present",
    header=("ID", "BodyID", "BodyName", "Date", "Items"),
    read=_read_nyc,
    media=("json",),
    ignore=frozenset(
        {
            "GUID",
            "VideoStatus",
            "AgendaStatusID",
            "MinutesStatusID",
            "MinutesStatusName",
            "AgendaFile",
            "MinutesFile",
            "VideoPath",
            "Comment",
            "Media",
            "AgendaLastPublished",
            "MinutesLastPublished",
            "LastModified",
        }
    ),
    one_file_each=True,
)
