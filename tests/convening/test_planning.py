"""A plan over a network: what introductions that were recorded change, an earlier plan read back, who met."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from lpgraph.convening import keeping
from lpgraph.convening.met import met
from lpgraph.convening.plan import Wish, as_used, plan
from lpgraph.convening.worth import worth_of_ties
from lpgraph.errors import NotFound, UsageError
from lpgraph.explore import who
from lpgraph.ingest import LoadOptions, load, log_entry, unlog
from lpgraph.ingest.fingerprint import fingerprint
from lpgraph.introductions import DEFAULT
from lpgraph.introductions.book import EMPTY, Book, One, Record
from lpgraph.model import Label
from lpgraph.network import snapshot
from lpgraph.store import Store
from tests.coalitions.memory import TODAY, Coalition
from tests.introductions.graph import Graph

GUESTS = tuple(f"g{n}" for n in range(8))


def _graph() -> Graph:
    """Eight who were at one large convening: nobody has met, all could."""
    others = [f"x{n}" for n in range(40)]
    graph = Graph().add("Person", *others)
    for n, one in enumerate(GUESTS):
        graph.add("Person", one, city=f"City {n // 2}", state="CO")
    return graph.attend("big", "2026-09-01", *GUESTS, *others)


def _worth(graph: Graph, book: Book = EMPTY) -> tuple[np.ndarray, np.ndarray]:
    return worth_of_ties(snapshot.take(Coalition(graph), TODAY), GUESTS, DEFAULT, book)


def _record(status: str, a: str = "g0", b: str = "g7", until: str = "") -> Book:
    sides = (One(a, a, "Person"), One(b, b, "Person"))
    return Book(TODAY, (Record("introduction/1", status, *sides, begun="2026-11-01", on="2026-11-01", until=until),))


@pytest.mark.parametrize("status", ["suggested", "asked_b", "accepted", "introduced", "met", "outcome"])
def test_who_was_brought_together_is_no_new_tie(status: str) -> None:
    """An introduction made or under way is no new tie, and no reason to sit apart; nobody else's worth is touched."""
    value, apart = _worth(_graph(), _record(status))
    assert value[0, 7] == 0
    assert not apart.any()
    assert value[0, 6] > 0


def test_an_event_of_the_other_legal_entity_is_planned_by_nobody_here() -> None:
    """A c4 dinner is not seated for a c3 user; for its own side, and where nobody said a side, it is."""
    store = Coalition(_graph())
    network = snapshot.take(store, TODAY)
    for side, there in (("c3", False), ("c4", True), ("", True)):
        book = Book(TODAY, side=side, marks={"big": "c4"})
        if there:
            assert plan(store, network, "big", Wish(2, 4), who=GUESTS, book=book).rounds
        else:
            with pytest.raises(NotFound):
                plan(store, network, "big", Wish(2, 4), who=GUESTS, book=book)


def test_a_no_that_rests_sits_apart_and_afterwards_no_more() -> None:
    """While a no rests the two share no table; when it has rested they may again."""
    assert _worth(_graph(), _record("declined", until="2027-05-01"))[1][0, 7]
    value, apart = _worth(_graph(), _record("declined", until="2026-11-01"))
    assert not apart.any()
    assert value[0, 7] > 0


def test_whose_month_is_full_still_makes_ties_at_a_table() -> None:
    """A table is no ask: the monthly limits leave the plan alone."""
    sides = [(One("g0", "g0", "Person"), One(f"x{n}", "x", "Person")) for n in range(9)]
    book = Book(TODAY, tuple(Record(f"i{n}", "suggested", a, b, begun=TODAY) for n, (a, b) in enumerate(sides)))
    assert np.array_equal(_worth(_graph(), book)[0], _worth(_graph())[0])


def test_other_cities_come_first_and_the_people_of_an_organization_stay_apart() -> None:
    """A neighbour is worth a small part of a guest from elsewhere; kept apart from a group is from its people too."""
    graph = _graph().add("Organization", "org", classification="community").say("STAFF_OF", "g5", "org")
    value, apart = _worth(graph.say("DO_NOT_INTRODUCE", "g0", "org"))
    assert 0 < value[0, 1] < value[0, 2] / 4
    assert apart[0, 5]
    assert apart[5, 0]
    assert apart.sum() == 2


def _plan_text() -> str:
    table = {"number": 1, "guests": [{"id": "p1", "name": "Ana"}, {"id": "p2", "name": "Bo"}]}
    return json.dumps({"event": "event/1", "rounds": [[table]]})


def test_an_earlier_plan_is_read_back_or_said_to_be_none() -> None:
    """Cut anywhere, seating nobody, somebody twice, another document: an error that says what to do, never a crash."""
    whole = _plan_text()
    assert keeping.read(whole, "plan.json").places == {(1, "p1"): 1, (1, "p2"): 1}
    for cut in range(len(whole)):
        with pytest.raises(UsageError):
            keeping.read(whole[:cut], "plan.json")
    twice = {"number": 2, "guests": [{"id": "p1"}]}
    wrong = ({"event": "e", "rounds": []}, [], None, 3, {"rounds": 5, "event": "e"}, {"event": "e"},
             {"event": "e", "rounds": [[{"number": 0, "guests": [{"id": "p"}]}]]},
             {"event": "e", "rounds": [[*json.loads(whole)["rounds"][0], twice]]})  # fmt: skip
    for document in wrong:
        with pytest.raises(UsageError):
            keeping.read(json.dumps(document), "plan.json")


PEOPLE = "person_id,name,city,state,do_not_introduce\n" + "".join(
    f"p-{n},Guest Number{n}x,Town{n},CO,\n" for n in range(1, 9)
)
EVENT = "Sample Convening (2026-12-01)"
SIGNUPS = "event,person,status\n" + "".join(f"{EVENT},p-{n},registered\n" for n in range(1, 9))


@pytest.mark.server
def test_who_met_is_written_once_and_a_new_no_parts_two(any_store: Store, tmp_path: Path) -> None:
    """The second time nothing is written; another plan is refused; taken back it is as before; a gate re-plans."""
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "attendance.csv").write_text(SIGNUPS, encoding="utf-8")
    paths = [tmp_path / "people.csv", tmp_path / "attendance.csv"]
    assert not [r for r in load(any_store, paths, LoadOptions(folder=tmp_path)) if r.error or r.rejected]
    event = who.resolve(any_store, "Sample Convening", None, (Label.EVENT,)).id
    network = snapshot.take(any_store)
    made = plan(any_store, network, event, Wish(2, 4))
    assert sum(len(t.guests) for t in made.rounds[0]) == 8
    places = keeping.read(json.dumps(asdict(made)), "plan.json").places
    mark = fingerprint(any_store)
    used = as_used(network, event, places)
    first, second = (met(any_store, used, "Sample Convening", "2026-12-01", author="Team") for _ in range(2))
    assert (first.before, second.before, second.entry) == (False, True, first.entry)
    people = [g.id for t in made.rounds[0] for g in t.guests]
    other = as_used(network, event, {(1, one): n % 2 + 1 for n, one in enumerate(people)})
    with pytest.raises(UsageError, match=first.entry):
        met(any_store, other, "Sample Convening", "2026-12-01")
    unlog(any_store, first.entry)
    assert fingerprint(any_store) == mark

    a, b = (g.id for g in made.rounds[0][0].guests[:2])
    log_entry(any_store, a, "do-not-introduce", other_id=b, author="Team")
    again = plan(any_store, snapshot.take(any_store), event, Wish(2, 5), before=places)
    assert not [t for t in again.rounds[0] if {a, b} <= {g.id for g in t.guests}]
    assert set(again.moved) & {a, b}
    assert len(again.moved) <= 2
    assert again.clashes == ()
