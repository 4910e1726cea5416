"""A tiny source for tests of the ledger: one row a person at an event, and the shortest way to load it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.base import Context, Draft, Fact, Mention, Record, Row, Source
from lpgraph.ids import digest, fold
from lpgraph.ingest.apply import apply
from lpgraph.ingest.report import Report
from lpgraph.ingest.sheet import Sheet, close
from lpgraph.model import Label
from lpgraph.store.graph import Store


@dataclass(frozen=True)
class Line:
    """A row: who (a provider's id, else e-mail and name), at which event, with which status."""

    person: str
    event: str = "e1"
    status: str = "attended"  # attended, registered, or cancelled
    name: str = ""
    email: str = ""
    title: str = ""
    ids: tuple[str, ...] = ()
    place: str = ""  # "Riverton, CO"


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    line: Line = row.node("line")
    props = {"name": line.name or line.person.title()}
    if line.title:
        props["title"] = line.title
    if line.place:
        props["city"], props["state"] = line.place.split(", ")
    emails = (line.email,) if line.email else ()
    who = Mention(Label.PERSON, "test", (line.person,), dict(props), line.ids, emails)
    event = Mention(Label.EVENT, "test", (line.event,), {"name": line.event, "startAt": "2026-03-12"})
    record = (line.event, line.person)
    yield who
    yield Record("test", record)
    if line.status in {"attended", "registered"}:
        yield Fact("REGISTERED_FOR", who, event, {}, record)
    if line.status == "attended":
        yield Fact("ATTENDED", who, event, {}, record)


SOURCE = Source("test-attendance", "Test", "who came", (), _read)


def put(store: Store, lines: Iterable[Line], as_of: str = "2026-01-01", file: str = "test.csv") -> Report:
    """Load lines as a file of that as-of date; the same lines with the same date are the same file."""
    sheet = Sheet(SOURCE)
    lines = list(lines)
    for number, line in enumerate(lines, 1):
        sheet.add(Row({"line": line}, file, number, number + 1, repr(line)), Context(as_of))
    close(sheet)
    mark = digest([as_of, *map(repr, lines)], 32)
    return apply(store, sheet, Report(file, SOURCE.name), mark, f"{as_of}T00:00:00.000000Z", "tests")


def slug(text: str) -> str:
    """A name as a key."""
    return fold(text).replace(" ", "-")
