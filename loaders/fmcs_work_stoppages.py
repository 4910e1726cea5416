"""FMCS work stoppages: which union struck where, since when and until when.

Union and local share one cell ("IBT Local 492"). The employer is no member of the network: it is in the event's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import areas, entities, unions
from loaders.base import Context, Draft, Fact, Mention, Row, Source
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "fmcs"


def _union(row: Row, state: str) -> tuple[Mention, unions.UnionName | None]:
    """The union of a row: its local by affiliate, number and state; an international written alone is itself."""
    written, number = row.take("Union"), row.maybe("Union Local")
    whole = written if number and fold(number) in fold(written) else f"{written} {number}".strip()
    alone = unions.affiliate(re.sub(r"(?i)\s+local\s*$", "", whole))
    if alone:
        return unions.national(alone), None
    said = unions.parse_union(whole)
    if said and said.local:
        ident = ("union", said.affiliate, said.designation, said.local, state)
    else:
        ident = ("union", fold(whole), "", "", state)
    mention = entities.organization(
        NAMESPACE,
        ident,
        said.text if said and said.affiliate and said.local else whole,
        rank=2,
        classification="union",
        affiliate=said.affiliate if said else "",
        designation=said.designation if said else "",
        localNumber=said.local if said else "",
        unionLevel=said.level if said else "local",
        state=state,
    )
    return mention, said


def _size(row: Row) -> int | None:
    text = row.maybe("# Idled").replace(",", "")
    return int(float(text)) if re.fullmatch(r"\d+(\.\d*)?", text) else None


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    employer, written = row.take("Employer"), row.maybe("City, State")
    if not row.maybe("Union") and re.match(r"\d+\s+\w+ cases?\b", employer, re.IGNORECASE):
        row.flag("a section line of the sheet, not a case", "Employer")
        return
    case = row.take("Case Number")
    city, state = areas.split_place(written)
    here = areas.area(city.split(",")[0], state)
    who, said = _union(row, areas.state_code(state).upper())
    event = entities.thing(
        Label.EVENT,
        NAMESPACE,
        ("case", case, fold(employer)),
        f"Work stoppage at {employer}, {here.props['name'] if here else written}".rstrip(", "),
        rank=3,
        type="work stoppage",
        startAt=entities.date(row, row.maybe("Start Date"), "Start Date", "mdy"),
        endAt=entities.date(row, row.maybe("End Date"), "End Date", "mdy"),
        size=_size(row),
    )
    record = ("case", case, fold(employer))
    yield who
    yield event
    yield Fact("ATTENDED", who, event, {"role": "union"}, record)
    if here:
        yield Fact("LOCATED_IN", event, here, record=record)
        if said:
            yield Fact("ACTIVE_IN", who, here, record=record)
        yield from areas.within(here)
    if said and said.affiliate:
        yield Fact("AFFILIATED_WITH", who, unions.national(said.affiliate), record=record)


SOURCE = Source(
    name="fmcs-work-stoppages",
    publisher="FMCS",
    gives="strikes and lockouts: union, place, dates",
    header=("Employer", "Union", "Case Number", "City, State", "Start Date", "End Date"),
    read=_read,
    ignore=frozenset({"BU", "NAICS", "Industry", "Duration"}),
)
