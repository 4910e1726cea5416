"""A roster source for tests: who holds which seat of which body, who sits on which committee; and a way to load it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused, Source
from lpgraph.ids import digest
from lpgraph.ingest.apply import apply
from lpgraph.ingest.report import Report
from lpgraph.ingest.sheet import Sheet, close
from lpgraph.model import Label
from lpgraph.store.graph import Store


@dataclass(frozen=True)
class Seat:
    """A row: who sits in which body, in which seat (a number; ``""``: a member), and until when if it says so."""

    person: str
    body: str = "council"
    seat: str = ""
    until: str = ""
    version: str = ""  # what else the row says of the person
    broken: bool = False


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    line: Seat = row.node("line")
    if line.broken:
        raise RowRefused("no name", "person")
    props = {"name": line.person.title() + " Vance"} | ({"title": line.version} if line.version else {})
    who = Mention(Label.PERSON, "roster", (line.person,), dict(props), rank=3)
    body = Mention(Label.ORGANIZATION, "roster", (line.body,), {"name": line.body.title(), "state": "CO"}, rank=3)
    dates = {"endDate": line.until} if line.until else {}
    record = (line.person, line.body, line.seat)
    yield who
    if not line.seat:
        yield Fact("MEMBER_OF", who, body, {**dates}, record)
        return
    post = Mention(Label.POST, "roster", (line.body, line.seat), {"name": f"{line.body} {line.seat}"}, rank=3)
    yield Fact("HOLDS", who, post, {**dates}, record)
    yield Fact("IN_BODY", post, body, {}, post.ident)


SOURCE = Source("test-roster", "Test", "who sits where", (), _read)
OTHER = Source("test-other-roster", "Test", "who sits where, as somebody else has it", (), _read)


def put(
    store: Store, seats: Iterable[Seat], as_of: str, *, whole: bool = True, yes: bool = True, dry: bool = False,
    source: Source = SOURCE,
) -> Report:  # fmt: skip
    """Load seats as a roster of that day; ``whole``: it is the whole list."""
    sheet = Sheet(source)
    seats = list(seats)
    for number, seat in enumerate(seats, 1):
        sheet.add(Row({"line": seat}, "roster.csv", number, number + 1, repr(seat)), Context(as_of))
    close(sheet)
    mark = digest([as_of, str(whole), *sorted(map(repr, seats))], 32)
    report = Report("roster.csv", source.name)
    return apply(store, sheet, report, mark, f"{as_of}T00:00:00.000000Z", "tests", snapshot=whole, yes=yes, dry_run=dry)


def held(store: Store) -> dict[str, str]:
    """For each tie of the graph, ``who → where``: when it ends, ``""`` when it does not."""
    names = {
        r["props"]["id"]: r["props"]["name"]
        for label in (Label.PERSON, Label.POST, Label.ORGANIZATION)
        for r in store.read(f"fingerprint_entities:{label}", after="", limit=999)
    }
    found = {}
    for row in store.read("fingerprint_facts:Person", after="", limit=999):
        for kind, b, props in row["facts"]:
            if kind in ("HOLDS", "MEMBER_OF"):
                found[f"{names[row['a']].split()[0].lower()} {names[b].lower()}"] = props.get("endDate", "")
    return found
