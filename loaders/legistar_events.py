"""Legistar meetings and their roll calls. Present is attended; absent, medical, conflict … say nothing.

Neither is a registration: a member is expected at every meeting. A deferred meeting carries no roll call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loaders import areas, entities, legistar_shared
from loaders.base import Context, Draft, Fact, Mention, Reader, Record, Row, Source
from lpgraph.model import Label

_THERE = ("present", "late", "arrived", "remote", "virtual", "online", "by phone", "by video", "via ", "tele", "zoom")


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
    """Whether a roll call's value says that the person was there, in the room or from afar."""
    return value.strip().casefold().startswith(_THERE)


def _attended(event: Draft, roll: Iterator[tuple[str, str, str]], namespace: str) -> Iterator[Draft]:
    """One ATTENDED for each person who was present in any roll call of the meeting."""
    seen: set[str] = set()
    for number, name, value in roll:
        if number and number != "0" and number not in seen and _present(value) and isinstance(event, Mention):
            seen.add(number)
            who = entities.person(namespace, ("person", number), legistar_shared.name(name), rank=1)
            yield Fact("ATTENDED", who, event, record=event.ident)


@dataclass(frozen=True, slots=True)
class Shape:
    """What one of Legistar's two ways of writing a meeting calls its parts; ``calls``: where roll calls stand."""

    number: str
    body: str
    body_name: str
    date: str
    time: str
    url: str
    place: str
    status: str
    items: str
    calls: tuple[str, ...]
    call: tuple[str, str, str]  # of a roll call: the person's number and name, and the value
    also: tuple[str, ...] = ()  # further addresses that tell whose Legistar it is
    client: str = ""


_API = Shape(
    "EventId", "EventBodyId", "EventBodyName", "EventDate", "EventTime", "EventInSiteURL", "EventLocation",
    "EventAgendaStatusName", "EventItems",
    ("EventItemRollCallInfo", "EventItemRollCalls", "RollCalls", "RollCall"),
    ("RollCallPersonId", "RollCallPersonName", "RollCallValueName"), ("EventAgendaFile",),
)  # fmt: skip
_NYC = Shape(
    "ID", "BodyID", "BodyName", "Date", "", "InSiteURL", "Location", "AgendaStatusName", "Items", ("RollCall",),
    ("ID", "FullName", "Value"), client="//council.nyc.gov",
)  # fmt: skip


def _reader(shape: Shape) -> Reader:
    """The generator that reads meetings of one shape."""

    def read(row: Row, _context: Context) -> Iterator[Draft]:
        url = row.maybe(shape.url)
        of_client = legistar_shared.client(row, url, *(row.maybe(column) for column in shape.also), shape.client)
        body = legistar_shared.body(of_client, row.take(shape.body), entities.clean(row.take(shape.body_name)))
        start = _start(row, shape)
        place, status = row.maybe(shape.place), row.maybe(shape.status)
        more = {"url": url, "place": place, "status": status, "day": row.take(shape.date)[:10]}
        drafts = list(_meeting(of_client, row.take(shape.number), body, start, **more))
        yield from drafts
        yield from _attended(drafts[0], _roll(row, shape), body.namespace)

    return read


def _start(row: Row, shape: Shape) -> str:
    """When it began; where date and time stand apart, a time that cannot be read leaves the day."""
    if not shape.time:
        return entities.date(row, row.take(shape.date), shape.date)
    day = row.take(shape.date)[:10]
    return entities.date(row, f"{day} {row.maybe(shape.time)}".strip(), shape.date) or entities.date(
        row, day, shape.date
    )


def _roll(row: Row, shape: Shape) -> Iterator[tuple[str, str, str]]:
    """Every roll call of the meeting: number, name, value."""
    number, name, value = shape.call
    for item in _objects(row.node(shape.items)):
        for column in shape.calls:
            for call in _objects(item.get(column)):
                yield str(call.get(number) or ""), str(call.get(name) or ""), str(call.get(value) or "")


_EVENT_REST = (
    "Guid", "LastModifiedUtc", "RowVersion", "VideoStatus", "AgendaStatusId", "MinutesStatusId", "MinutesStatusName",
    "MinutesFile", "AgendaLastPublishedUTC", "MinutesLastPublishedUTC", "Comment", "VideoPath", "Media",
)  # fmt: skip
SOURCE = Source(
    name="legistar-events",
    publisher="Legistar",
    gives="meetings of councils and committees, and who was present",
    header=("EventId", "EventBodyId", "EventBodyName", "EventDate"),
    read=_reader(_API),
    media=("json",),
    ignore=frozenset(f"Event{column}" for column in _EVENT_REST),
)
NYC = Source(
    name="legistar-nyc-events",
    publisher="New York City Council",
    gives="meetings of the council and its committees, and who was present",
    header=("ID", "BodyID", "BodyName", "Date", "Items"),
    read=_reader(_NYC),
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
