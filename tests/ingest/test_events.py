"""One event in two sources: joined where somebody pointed at it, asked about where it only looks so, undoable."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import areas
from loaders.base import Context, Draft, Fact, Mention, Row, Source
from lpgraph.ids import digest, fold
from lpgraph.ingest import fingerprint, review, undo
from lpgraph.ingest.apply import apply
from lpgraph.ingest.deciding import decide, last_of, withdraw
from lpgraph.ingest.report import Report
from lpgraph.ingest.sheet import Sheet
from lpgraph.model import Label
from lpgraph.store.graph import Store
from tests.servers import wipe

pytestmark = pytest.mark.server
LAWS = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@dataclass(frozen=True)
class Gathering:
    """A row: who came to which event of which source (``lpgraph``: by title and day alone)."""

    space: str
    title: str = "Housing Forum"
    number: str = "1"
    who: str = "ada"
    city: str = ""


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    one: Gathering = row.node("line")
    day = "2026-03-12"
    ident = (fold(one.title), day) if one.space == "lpgraph" else ("event", one.number)
    event = Mention(Label.EVENT, one.space, ident, {"name": one.title, "startAt": day})
    person = Mention(Label.PERSON, one.space, (one.who,), {"name": one.who.title()})
    yield Fact("ATTENDED", person, event, {}, ("came", *ident, one.who))
    if one.city and (place := areas.area(one.city, "CO")):
        yield Fact("LOCATED_IN", event, place, {}, ("where", *ident))


def put(store: Store, rows: Iterable[Gathering], as_of: str = "2026-04-01") -> Report:
    """Load rows as a file of one source."""
    rows = list(rows)
    name = f"test-{rows[0].space}"
    sheet = Sheet(Source(name, "Test", "who came", (), _read))
    for number, one in enumerate(rows, 1):
        sheet.add(Row({"line": one}, f"{name}.csv", number, number + 1, repr(one)), Context(as_of))
    mark = digest([as_of, *map(repr, rows)], 32)
    return apply(store, sheet, Report(f"{name}.csv", name), mark, f"{as_of}T00:00:00.000000Z", "tests")


def events(store: Store) -> list[str]:
    """The ids of all events."""
    return [row["props"]["id"] for row in store.read("fingerprint_entities:Event", after="", limit=99)]


def asked(store: Store) -> list[review.Pair]:
    """The open questions about events."""
    return review.pairs(store, "sam", Label.EVENT)


def test_who_points_at_an_event_means_the_one_that_is_called_so(any_store: Store) -> None:
    """Title and day find the other source's event, in either order; who came is at one event then."""
    prints = set()
    for order in itertools.permutations([[Gathering("alpha")], [Gathering("lpgraph", who="bo")]]):
        wipe(any_store)
        for rows in order:
            put(any_store, rows)
        (event,) = events(any_store)
        assert {row["a"] for row in any_store.read("fingerprint_facts:Person", after="", limit=9)} and event
        prints.add(fingerprint(any_store))

    assert len(prints) == 1
    assert asked(any_store) == []


def test_a_near_match_is_asked_once_and_the_answer_stands(any_store: Store) -> None:
    """Two sources' events of one day that are called alike stay two until somebody says; undo parts them again."""
    put(any_store, [Gathering("alpha")])
    put(any_store, [Gathering("beta", "Riverton Housing Forum", who="bo")])
    before = fingerprint(any_store)
    (pair,) = asked(any_store)
    question = review.question(any_store, pair)
    assert "same date" in question.evidence
    assert len(events(any_store)) == 2

    made = decide(any_store, pair.a, pair.b, "same", who="sam")
    assert len(events(any_store)) == 1
    assert asked(any_store) == []
    withdraw(any_store, made.id, who="sam")
    assert fingerprint(any_store) == before
    decide(any_store, pair.a, pair.b, "different", who="sam")
    put(any_store, [Gathering("beta", "Riverton Housing Forum", who="cy")], "2026-05-01")
    assert asked(any_store) == []


def test_what_speaks_against_it_is_not_asked(embedded_store: Store) -> None:
    """One provider's two events, and events of one name in two cities, are two: nobody is asked."""
    put(embedded_store, [Gathering("alpha", city="Denver"), Gathering("alpha", number="2", city="Boulder")])
    put(embedded_store, [Gathering("beta", city="Aurora")])

    assert len(events(embedded_store)) == 3
    assert asked(embedded_store) == []


gatherings = st.builds(
    Gathering,
    space=st.just("x"),
    title=st.sampled_from(("Housing Forum", "Riverton Housing Forum", "Picnic")),
    number=st.sampled_from(("1", "2")),
    who=st.sampled_from(("ada", "bo")),
    city=st.sampled_from(("", "", "Denver")),
)
files = st.tuples(st.sampled_from(("alpha", "beta", "lpgraph")), st.lists(gatherings, min_size=1, max_size=3)).map(
    lambda told: [Gathering(told[0], g.title, g.number, g.who, g.city) for g in told[1]]
)


@LAWS
@given(history=st.lists(files, min_size=2, max_size=3), gone=st.integers(0, 2), same=st.booleans())
def test_events_do_not_depend_on_order_and_undo_leaves_no_trace(
    embedded_store: Store, history: list[list[Gathering]], gone: int, same: bool
) -> None:
    """Loads in any order give one graph; one of them taken back gives that of the others, with answers kept."""
    dated = [(rows, f"2026-04-0{number}") for number, rows in enumerate(history, 1)]
    left_out = gone % len(dated)
    prints = []
    for order in (dated, dated[::-1]):
        wipe(embedded_store)
        loads = {as_of: put(embedded_store, rows, as_of).load for rows, as_of in order}
        prints.append(fingerprint(embedded_store))
    if same and (open_ := asked(embedded_store)):
        decide(embedded_store, *open_[0].refs, "same", who="sam")
        withdraw(embedded_store, last_of(embedded_store, "sam").id, who="sam")
        prints.append(fingerprint(embedded_store))
    assert len(set(prints)) == 1
    undo(embedded_store, loads[dated[left_out][1]])
    after = fingerprint(embedded_store)
    wipe(embedded_store)
    for number, (rows, as_of) in enumerate(dated):
        if number != left_out:
            put(embedded_store, rows, as_of)
    assert fingerprint(embedded_store) == after
