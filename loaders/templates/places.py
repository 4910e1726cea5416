"""Templates about votes and places: how somebody voted or is expected to, and what cities are compared by."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities
from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused
from loaders.templates import refs
from loaders.templates.refs import NAMESPACE
from loaders.templates.template import Template
from lpgraph.ids import fold
from lpgraph.model import Label
from lpgraph.names import stances

_KINDS = {"": "EXPECTED", "expected": "EXPECTED", "recorded": "VOTED", "voted": "VOTED"}


def _measure(row: Row) -> Mention:
    """A measure by its id of the measures template, or by number and area as a row without an id has it."""
    text, area = row.take("measure"), refs.area(row, "area")
    if area is None or (refs.id_like(text) and " " not in text):
        return refs.ref(Label.MEASURE, text)
    return entities.thing(Label.MEASURE, NAMESPACE, (fold(text), area.ident[0]), "", rank=0, number="")


def _read_vote(row: Row, _context: Context) -> Iterator[Draft]:
    kind = row.maybe("kind").casefold()
    if kind not in _KINDS:
        raise RowRefused("kind must be expected or recorded", "kind")
    who, measure, vote = refs.person(row, row.take("person")), _measure(row), row.take("vote")
    if not stances.understood(vote):
        row.flag(f"{vote!r} says neither yes nor no; it counts as unknown", "vote")
    props = entities.filled(
        vote=vote.casefold(), startDate=refs.date(row, "date"), note=row.maybe("note"), author=row.maybe("said_by")
    )
    yield Fact(_KINDS[kind], who, measure, props, ("vote", *who.ident, "", *measure.ident, _KINDS[kind]))


def _read_area(row: Row, _context: Context) -> Iterator[Draft]:
    area = refs.area(row, "area")
    if area is None:
        raise RowRefused("no area: write City, ST or an ocd-division id", "area")
    told = entities.filled(formOfGovernment=row.maybe("form_of_government"))
    people = refs.number(row, "population", 1, 100_000_000) if row.maybe("population") else None
    if people is not None:
        told["population"] = people
    yield Mention(Label.AREA, area.namespace, area.ident, {**area.props, **told}, rank=2)
    yield from areas.within(area)


VOTES = Template(
    name="votes",
    gives="how people voted on measures, or are expected to, who says so and when",
    columns=(
        ("measure", "id of the measures template; or its number, with the area"),
        ("area", "City, ST, where the measure has no id"),
        ("person", "template id, ocd-person/…, or name"),
        ("vote", "yes, leans yes, undecided, leans no, no, absent"),
        ("kind", "expected or recorded; empty means expected"),
        ("date", "when it was said, or the day of the vote"),
        ("said_by", "who says so"),
        ("note", "anything a colleague should read"),
    ),
    examples=(
        ("example-m-1", "", "example-p-1", "leans yes", "expected", "2026-10-01", "Field team", "asked for the costs"),
        ("example-m-2", "", "example-p-2", "yes", "recorded", "2025-04-01", "", ""),
    ),
    header=("measure", "person", "vote"),
    read=_read_vote,
)
AREAS = Template(
    name="areas",
    gives="cities and counties as they are compared: people, form of government",
    columns=(
        ("area", "City, ST or an ocd-division id"),
        ("population", "how many people live there"),
        ("form_of_government", "mayor-council, council-manager, commission …"),
    ),
    examples=(
        ("example-Denver, CO", "715000", "mayor-council"),
        ("example-Boulder, CO", "105000", "council-manager"),
    ),
    header=("area", "population", "form_of_government"),
    read=_read_area,
)
