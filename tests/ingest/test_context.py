"""What a row says of a person beside the name, so that a bare name in a template is not everybody of that name."""

from __future__ import annotations

from loaders.base import Context, Draft, Fact, Mention, Row
from loaders.registry import SOURCES
from lpgraph.ingest.context import placed, with_context
from lpgraph.model import Label


def read(source: str, **cells: str) -> list[Draft]:
    """What a template makes of a row."""
    found = next(one for one in SOURCES if one.name == source)
    return list(found.read(Row(dict(cells), "x.csv", 1, 2), Context("2026-01-01")))


def people(drafts: list[Draft]) -> dict[str, dict[str, object]]:
    """The people of a row by how they are named, with what the row says of each."""
    contexts = placed(drafts)
    mentions = [d for d in drafts if isinstance(d, Mention)]
    mentions += [m for d in drafts if isinstance(d, Fact) for m in (d.a, d.b)]
    mine = [m for m in mentions if m.label is Label.PERSON]
    return {str(m.props.get("name") or m.ident[0]): dict(with_context(m, contexts).context) for m in mine}


MEASURE = {"measure_id": "m-1", "policy": "Paid leave", "number": "1", "title": "Leave", "stage": "", "stage_date": ""}


def test_a_sponsor_is_of_the_measures_place_and_body() -> None:
    """A bare name in a measure's sponsors has the measure's city and state, and its body when one is named."""
    told = people(read("lpgraph-measures", **MEASURE, area="Riverton, CO", body="", sponsor="Ada Vance; Bo Reed"))
    assert told == {name: {"city": "Riverton", "state": "CO"} for name in ("Ada Vance", "Bo Reed")}
    told = people(
        read("lpgraph-measures", **MEASURE, area="Riverton, CO", body="Riverton Council", sponsor="Ada Vance")
    )
    assert told == {"Ada Vance": {"city": "Riverton", "state": "CO", "organization": "Riverton Council"}}


def test_an_id_needs_no_place_and_no_place_says_nothing() -> None:
    """Who is named by an id is that one wherever it stands; a measure without area or body says nothing."""
    assert people(read("lpgraph-measures", **MEASURE, area="Riverton, CO", body="", sponsor="p-1")) == {"p-1": {}}
    assert people(read("lpgraph-measures", **MEASURE, area="", body="", sponsor="Ada Vance")) == {"Ada Vance": {}}


def test_who_holds_an_office_is_known_by_it() -> None:
    """A bare name in the template of posts has the post, its body and its city."""
    row = {"person": "Ada Vance", "role": "Council Member", "body": "Riverton Council", "seat": ""}
    told = people(read("lpgraph-posts", **row, area="Riverton, CO", start="", end=""))
    where = {"city": "Riverton", "state": "CO"}
    assert told == {"Ada Vance": {"title": "Council Member", "organization": "Riverton Council", **where}}
