"""Zoom's participants report: who was in the meeting, and for how long.

Who leaves and comes back has several rows: their minutes add up. Guests often have no e-mail address; a device's name
("iPhone (Brian Smith)") is taken for the person in brackets, and flagged. Who never left the waiting room did not come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import called, entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source, fold_column
from loaders.templates import refs
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "zoom"
_DEVICE = re.compile(
    r"(?i)^(?:\w+[’']s\s+)?(?:i ?phone|i ?pad|ipod|galaxy|android|pixel|macbook|laptop|desktop|computer|zoom|tablet"
    r"|user|guest|admin|phone|phone caller|call[- ]?in user|caller|owner|host)\b[\w .-]*$|^\+?[\d ()*.-]{6,}$"
)
_STARTS = ("start time", "actual start time", "scheduled time", "scheduled start time")
_NUMBERS = ("meeting id", "webinar id", "id")
_PRONOUNS = re.compile(r"(?i)^(?:she|he|they|ze|xe|any|ella|él|elle)(?:\s*/\s*\w+){0,3}$")


def event_of(row: Row, context: Context) -> Mention:
    """The meeting or webinar: what the user said, else the preamble's topic, id and start."""
    if context.event:
        return refs.said(context)
    told = {fold_column(label): value for label, value in context.preamble.items()}
    topic = told.get("topic", "")
    if not topic:
        raise RowRefused("the report does not name its meeting", need="event")
    begun = next((told[label] for label in _STARTS if told.get(label)), "")
    start = entities.date(row, begun, "Start Time", "mdy")
    end = entities.date(row, told.get("end time", ""), "End Time", "mdy")
    number = re.sub(r"\D", "", next((told[label] for label in _NUMBERS if told.get(label)), ""))
    ident = ("meeting", number or fold(topic), start[:10])
    return entities.thing(Label.EVENT, NAMESPACE, ident, topic, type="call", startAt=start, endAt=end, format="online")


def split(text: str) -> tuple[str, str, bool]:
    """Name, pronouns, and whether the name was read off a device. ``("", "", True)`` when a device names nobody."""
    match = re.fullmatch(r"(.*?)\s*\(([^()]*)\)\s*", text)
    outer, inner = (match.group(1).strip(), match.group(2).strip()) if match else (text.strip(), "")
    if _DEVICE.match(outer):
        named = " " in inner and not _DEVICE.match(inner)
        return (inner, "", True) if named else ("", "", True)
    if _PRONOUNS.match(inner):
        return outer, inner.lower(), False
    parts = [part.strip() for part in inner.split(",")]
    pronouns = next((part.lower() for part in parts[1:] if _PRONOUNS.match(part)), "")
    inner = ", ".join(part for part in parts if part.lower() != pronouns)
    more = called.fuller(inner, outer) and not _DEVICE.match(inner)
    return (inner if more else outer), pronouns, False


def minutes_of(row: Row, *columns: str) -> float | int | None:
    """The minutes in the first of these columns that is filled; what is no number is flagged and left out."""
    column = next((c for c in columns if row.maybe(c) not in ("", "--")), "")
    text = row.maybe(column) if column else ""
    if not text:
        return None
    if not re.fullmatch(r"\d+(\.\d+)?", text):
        row.flag("the duration is not a number of minutes; it was left out", column)
        return None
    return int(text) if text.isdigit() else float(text)


def _read(row: Row, context: Context) -> Iterator[Draft]:
    event = event_of(row, context)
    name, pronouns, device = split(row.take("Name (Original Name)"))
    mail = entities.emails(row, row.maybe("User Email") or row.maybe("Email"), "User Email")
    minutes = minutes_of(row, "Duration (Minutes)", "Total Duration (Minutes)")
    waiting = row.maybe("In Waiting Room").casefold() in ("yes", "y", "true")
    yield event
    if not name:
        row.flag("a device or a caller without a name: nobody is known by this row", "Name (Original Name)")
        return
    if device:
        row.flag(f"the name was read off a device: taken for {name}, with little trust", "Name (Original Name)")
    called = entities.name(name)
    scope = "|".join((event.namespace, *event.ident))
    ident = entities.ident(called.text, emails=mail, scope=scope)
    who = entities.person(NAMESPACE, ident, called, emails=mail, rank=0 if device else 1, pronouns=pronouns)
    record = ("participant", *event.ident, "", *ident)
    yield who
    yield Record(NAMESPACE, record, "in the waiting room" if waiting else "")
    if not waiting:
        yield Fact("ATTENDED", who, event, entities.filled(minutes=minutes), record)


SOURCE = Source(
    name="zoom-participants",
    publisher="Zoom",
    gives="who was in a meeting, and for how long",
    header=("Name (Original Name)",),
    read=_read,
    ignore=frozenset({
        "Join Time", "Leave Time", "Guest", "Recording Consent", "In Waiting Room", "Recording Disclaimer Response",
        "User Name (Original Name)", "Country/Region Name",
    }),
    refuse_unless=lambda header: any("duration" in c for c in header) and any("email" in c for c in header),
    sum_props=frozenset({"minutes"}),
)  # fmt: skip
