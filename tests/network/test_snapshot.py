"""A snapshot holds what is so on its day, once, whatever the order and number of the rows that say it."""

import numpy as np
import pytest
from scipy import sparse

from lpgraph.introductions import Ask, suggest, why_not
from lpgraph.network.days import day_of, is_current, iso
from lpgraph.network.snapshot import Snapshot, take
from lpgraph.store import Store
from tests.introductions.graph import Graph, Memory

TODAY = "2026-11-24"


def world() -> Graph:
    """A council, a union with staff, a convening, a campaign, a measure, ended and future things."""
    graph = Graph().add("Area", "co", name="Colorado", state="CO", type="state")
    graph.add("Area", "denver", name="Denver", state="CO", type="place")
    graph.add("Organization", "council", name="Denver City Council", classification="government body")
    graph.add("Organization", "union", classification="union", city="Denver", state="CO")
    graph.add("Organization", "alliance", classification="union")
    graph.add("Person", "ortiz", "luis", "old", "sam", "reader", "gone", "later", "quiet", city="Boulder", state="CO")
    graph.add("Person", "staffer", status="staff")
    graph.entities["Person"]["quiet"]["doNotContact"] = True
    graph.say("GOVERNS", "council", "denver")
    for one, dates in (
        ("ortiz", {"startDate": "2024-01-01"}),
        ("luis", {"endDate": "2027"}),
        ("old", {"endDate": "2025-06-30"}),
        ("later", {"startDate": "2027-01-01"}),
    ):
        graph.add("Post", f"seat-{one}", name=f"Seat of {one}").say("IN_BODY", f"seat-{one}", "council")
        graph.say("HOLDS", one, f"seat-{one}", **dates)
    graph.say("STAFF_OF", "sam", "union").say("MEMBER_OF", "reader", "union").say(
        "MEMBER_OF", "gone", "union", endDate="2020"
    )
    graph.say("AFFILIATED_WITH", "union", "alliance").say("ACTIVE_IN", "union", "denver")
    graph.attend("e1", "2026-10-01", "ortiz", "sam", "reader", name="Fair Workweek Table")
    graph.attend("e2", "2026-10-02T18:00:00Z", "sam", "luis", "union", name="Fair Workweek Strategy")
    graph.say("ATTENDED", "ortiz", "e1").say("REGISTERED_FOR", "luis", "e1")
    graph.add("Policy", "hours").add("Campaign", "fw").add("Issue", "work").add("Measure", "m1")
    graph.say("ABOUT", "e1", "hours").say("SPONSORED", "luis", "m1").say("ENACTS", "m1", "hours")
    graph.say("WORKS_ON", "ortiz", "fw").say("WORKS_ON", "union", "fw", stance="opposes").say(
        "INTERESTED_IN", "sam", "work"
    )
    graph.say("KNOWS", "ortiz", "staffer", strength=2).say(
        "KNOWS", "staffer", "ortiz", strength=4, lastContactAt="2026-05-01"
    )
    graph.say("KNOWS", "ortiz", "reader", endDate="2020-01-01")
    return graph.say("DO_NOT_INTRODUCE", "old", "union").say("DO_NOT_INTRODUCE", "sam", "reader", until="2020-01-01")


@pytest.fixture
def snapshot() -> Snapshot:
    """The world as of today."""
    return take(Memory(world()), TODAY)


def held(snapshot: Snapshot, matrix: sparse.csr_array, who: str, names: tuple[str, ...]) -> set[str]:
    """The names of the columns that are set for somebody."""
    return {names[c] for c in matrix[[snapshot.nodes.position[who]]].tocoo().col}


def test_officials_hold_a_post_today(snapshot: Snapshot) -> None:
    """An ended or a future term makes no official; only who held one and has no other role has left office."""
    kinds = dict(zip(snapshot.nodes.ids, snapshot.nodes.kinds.tolist(), strict=True))
    assert [one for one, kind in kinds.items() if kind == "official"] == ["luis", "ortiz"]
    assert (kinds["union"], kinds["council"], kinds["later"]) == ("union", "government body", "person")
    assert [snapshot.nodes.ids[i] for i in np.flatnonzero(snapshot.nodes.left_office)] == ["old"]
    assert [snapshot.nodes.ids[i] for i in np.flatnonzero(snapshot.nodes.no_contact)] == ["quiet"]
    assert [snapshot.nodes.ids[i] for i in np.flatnonzero(snapshot.nodes.staff)] == ["staffer"]


def test_where_people_are(snapshot: Snapshot) -> None:
    """An official is where the body governs, others where they live or are active, else as written."""
    where = dict(zip(snapshot.nodes.ids, snapshot.nodes.places, strict=True))
    assert (where["ortiz"], where["old"], where["union"], where["alliance"]) == (
        "Denver, CO",
        "Boulder, CO",
        "Denver, CO",
        "",
    )


def test_attendance_is_distinct_and_not_registration(snapshot: Snapshot) -> None:
    """Two facts of one attendance count once; who registered is not there; staff stand for their organization."""
    assert snapshot.events.ids == ("e1", "e2")
    assert snapshot.events.size.tolist() == [3, 3]
    assert held(snapshot, snapshot.attended, "ortiz", snapshot.events.ids) == {"e1"}
    assert held(snapshot, snapshot.attended, "luis", snapshot.events.ids) == {"e2"}
    assert held(snapshot, snapshot.attended, "union", snapshot.events.ids) == {"e2"}
    assert held(snapshot, snapshot.delegated, "union", snapshot.events.ids) == {"e1"}
    assert snapshot.delegates == {snapshot.nodes.position["union"]: (snapshot.nodes.position["sam"],)}


def test_groups_are_current_and_not_opposed(snapshot: Snapshot) -> None:
    """Ended memberships and opponents share nothing; a sponsor shares the policy that the measure enacts."""
    names = tuple(f"{kind}:{one}" for kind, one in zip(snapshot.groups.kinds, snapshot.groups.ids, strict=True))
    assert held(snapshot, snapshot.belongs, "ortiz", names) == {
        "body:council",
        "campaign:fw",
        "area:denver",
        "state:CO",
    }
    assert held(snapshot, snapshot.belongs, "luis", names) == {
        "body:council",
        "policy:hours",
        "area:denver",
        "state:CO",
    }
    assert held(snapshot, snapshot.belongs, "gone", names) == {"state:CO"}
    assert held(snapshot, snapshot.belongs, "union", names) == {"area:denver", "state:CO"}
    assert snapshot.supports == {"fw": frozenset({snapshot.nodes.position["ortiz"]})}
    assert {"word:fair", "word:workweek"} <= set(names) and "word:strategy" not in names


def test_ties_and_pairs_kept_apart(snapshot: Snapshot) -> None:
    """KNOWS is one pair with its strongest assertion; ended ties and run-out bars are gone."""
    at = snapshot.nodes.position
    assert (snapshot.knows.a.tolist(), snapshot.knows.b.tolist()) == ([at["ortiz"]], [at["staffer"]])
    assert (snapshot.knows.strength.tolist(), iso(snapshot.knows.day[0])) == ([4.0], "2026-05-01")
    assert snapshot.barred == {(at["old"], at["union"])}
    assert snapshot.affiliated == {(at["alliance"], at["union"])}


def test_an_empty_store_gives_an_empty_snapshot() -> None:
    """Nothing loaded is no error."""
    snapshot = take(Memory(Graph()), TODAY)
    assert (len(snapshot.nodes), snapshot.attended.shape, len(snapshot.nodes.kinds)) == (0, (0, 0), 0)


def test_days() -> None:
    """Coarse dates are the middle of what they say; a term covers its coarse last month."""
    assert iso(day_of("2024")) == "2024-07-01" and iso(day_of("2024-05")) == "2024-05-15"
    assert np.isnan(day_of("")) and np.isnan(day_of("soon")) and np.isnan(day_of("2024-13-01"))
    assert is_current("2019", "2026-11", TODAY) and not is_current("2019", "2026-10", TODAY)


@pytest.mark.server
def test_the_store_says_the_same_as_a_plain_reading(any_store: Store) -> None:
    """On every server, snapshot, suggestions and why-not from Cypher equal those from the facts read plainly."""
    graph = world()
    graph.write(any_store)
    ours, theirs = take(Memory(graph), TODAY), take(any_store, TODAY)
    assert theirs.nodes.ids == ours.nodes.ids and theirs.nodes.places == ours.nodes.places
    assert theirs.nodes.kinds.tolist() == ours.nodes.kinds.tolist()
    assert theirs.nodes.left_office.tolist() == ours.nodes.left_office.tolist()
    assert theirs.events.ids == ours.events.ids and theirs.events.day.tolist() == ours.events.day.tolist()
    assert (theirs.presence != ours.presence).nnz == 0
    assert sorted(zip(theirs.groups.kinds, theirs.groups.ids, strict=True)) == sorted(
        zip(ours.groups.kinds, ours.groups.ids, strict=True)
    )
    assert (theirs.barred, theirs.affiliated, theirs.supports) == (ours.barred, ours.affiliated, ours.supports)
    for who in ours.nodes.ids:
        ask = Ask(as_of=TODAY, show_met=True)
        assert suggest(any_store, theirs, who, ask) == suggest(Memory(graph), ours, who, ask)
        for other in ("luis", "old", "union", "staffer"):
            assert why_not(any_store, theirs, who, other, TODAY) == why_not(Memory(graph), ours, who, other, TODAY)
