"""Sheets with one column a meeting: its name is the day, and a mark in it says who came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from loaders import entities
from loaders.base import Draft, Fact, Mention, Record
from loaders.dates import Order, likely_order, partial
from loaders.mapping.model import Attendance, EventColumns
from loaders.mapping.presence import meaning_of
from loaders.mapping.sample import Sample
from loaders.templates.titled import titled
from lpgraph.ids import fold
from lpgraph.model import Label

if TYPE_CHECKING:
    from loaders.mapping.reader import Reading

CALLED = "Meeting"
_DAY = 10  # characters of a whole day
_NO_YEAR = re.compile(
    r"\d{1,2}[/.-]\d{1,2}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.? \d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}(?:st|nd|rd|th)?[ -](?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*",
    re.IGNORECASE,
)


def day_of(column: str, order: Order) -> tuple[str, str]:
    """The title and the day that a column's name says: “1/15/2026”, “Board call 1/15/2026”; no day where it says none.

    Raises ``ValueError`` where it may be two days.
    """
    try:
        found = partial(column, order)
    except ValueError as why:
        if "month/day or day/month" in str(why):
            raise
        told = titled(column)
        return (told.title, told.when) if len(told.when) == _DAY and not column.strip().isdigit() else ("", "")
    return ("", found[:_DAY]) if len(found) >= _DAY and not column.strip().replace(".", "").isdigit() else ("", "")


def by_day(sample: Sample) -> tuple[EventColumns, Attendance] | None:
    """The meetings that columns are called after, and what their cells say; None where there is no such column."""
    order = likely_order(list(sample.header))
    days = [c for c in sample.header if c not in sample.taken and _is_day(c, order)]
    chosen = tuple(column for column in days if _marked(sample, column))
    said: dict[str, dict[str, None]] = {"attended": {}, "registered": {}, "neither": {"": None}}
    for column in chosen:
        for value in sample.values[column]:
            said[meaning_of(value, column) or "neither"][value] = None
    if not (said["attended"] or said["registered"]):
        return None
    sample.taken.update(chosen)
    event = EventColumns(order=order, days=chosen, called=CALLED)
    return event, Attendance("", tuple(said["attended"]), tuple(said["registered"]), tuple(said["neither"]))


def left_over(sample: Sample) -> tuple[str, ...]:
    """What to say of columns that look like meetings and are not read."""
    free = [c for c in sample.header if c not in sample.taken and any(sample.values[c])]
    for columns, why in (
        ([c for c in free if _NO_YEAR.fullmatch(c.strip())], "but say no year: write the whole day in the header"),
        ([c for c in free if _is_day(c, "mdy")], "but their cells hold no mark that is known (x, yes, present)"),
    ):
        if len(columns) > 1:
            more = " …" if len(columns) > 3 else ""
            return (
                f"{', '.join(columns[:3])}{more} look like meetings, one a column, {why}, or make a row of each mark "
                "(name, event, date, status). Until then they are not read",
            )
    return ()


def _is_day(column: str, order: Order) -> bool:
    try:
        return bool(day_of(column, order or "mdy")[1])
    except ValueError:
        return False


def _marked(sample: Sample, column: str) -> bool:
    """Whether most of what a column holds are marks that we know, or it holds nothing yet."""
    filled = [v for v in sample.values[column] if v]
    return sum(bool(meaning_of(v, column)) for v in filled) * 2 >= len(filled)


def read_days(reading: Reading, person: Mention) -> Iterator[Draft]:
    """Who came to the meeting of each column, as the cells of a row say."""
    mapping, row = reading.mapping, reading.row
    series = titled(reading.context.event).title if reading.context.event else mapping.event.called or CALLED
    for column in mapping.event.days:
        try:
            own, day = day_of(column, mapping.event.order)
        except ValueError as why:
            row.flag(f"{why}; the meeting was left out", column)
            reading.get(column)
            continue
        title = own or series
        raw, meaning = reading.meaning(column)
        ident = ("event", "\x1e".join((fold(title), day, "")))
        event = entities.thing(Label.EVENT, mapping.name, ident, title, startAt=day)
        record = ("attendance", *ident, person.label, *person.ident)
        if meaning == "neither":
            yield Record(mapping.name, record)
            continue
        yield event
        props: Mapping[str, str] = {"status": raw} if meaning == "registered" else {}
        yield Fact("ATTENDED" if meaning == "attended" else "REGISTERED_FOR", person, event, dict(props), record)
