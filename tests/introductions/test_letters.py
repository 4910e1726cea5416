"""What the drafted letters say, and what the wall between two legal entities keeps out of them."""

import pytest

from lpgraph.errors import NotFound
from lpgraph.introductions import words
from lpgraph.introductions.book import Book, One, Record
from lpgraph.introductions.desk import Desk
from lpgraph.introductions.record import Plan
from lpgraph.introductions.steps import ASKED, YES, State, following
from lpgraph.introductions.texts import Filling, drafts
from lpgraph.introductions.wall import visible
from lpgraph.network.snapshot import take
from tests.introductions.graph import Graph, Memory

TODAY = "2026-11-24"
ANA, TOM, EVE = (One(f"p-{name.casefold()}", name, "Person") for name in ("Ana", "Tom", "Eve"))


def record(a: str = "", status: str = "asked_a", campaign: str = "") -> Record:
    """Ana and Tom, to be introduced by Eve."""
    ana = One(ANA.id, ANA.name, ANA.label, opt_in=a)
    return Record("r/1", status, ana, TOM, EVE, campaign=One(campaign, "Vote", "Campaign") if campaign else None)


def bodies(one: Record, *told: str, bonds: tuple[str, ...] = ()) -> dict[str, str]:
    """The texts of a record by kind."""
    return {d.kind: d.body for d in drafts(one, Filling({}, told, told, "Sam", {}, bonds))}


def test_nobody_is_said_to_wish_a_meeting_before_they_said_yes() -> None:
    """The letter to the second side says that the first wishes it only once the first said yes."""
    wish = "Ana would like to meet you."
    assert wish not in bodies(record())["side_b"] and wish not in bodies(record(ASKED))["side_b"]
    assert wish in bodies(record(YES, "asked_b"))["side_b"]


def test_a_letter_makes_no_reason_and_no_acquaintance_up() -> None:
    """Where nothing is known the letters list nothing; the broker is told what the graph says of them, no more."""
    empty = bodies(record())
    assert not any(line.startswith("- ") for text in empty.values() for line in text.splitlines())
    assert "You know" not in empty["broker"] and "\n\n\n" not in "".join(empty.values())
    bond = words.to_you("was at 2 events with Ana")
    assert bond == "You were at 2 events with Ana." and f"- {bond}" in bodies(record(), bonds=(bond,))["broker"]


def test_what_follows_leaves_out_a_yes_that_was_said() -> None:
    """Whoever said yes is not asked for it again."""
    assert "yes_b" not in following(State("asked_b", "", YES)) and "yes_a" in following(State("asked_b", "", YES))


def test_the_wall_keeps_a_campaigns_introductions_to_its_side() -> None:
    """For a campaign of c4 nothing is begun, drafted, brokered or listed by c3; c4 may."""
    graph = Graph()
    for one in (ANA, TOM, EVE):
        graph.add("Person", one.id, name=one.name)
    graph.add("Campaign", "c/vote", name="Vote")
    graph.attend("dinner", "2026-05-01", ANA.id, EVE.id).attend("supper", "2026-06-01", TOM.id, EVE.id)
    store = Memory(graph)
    snapshot = take(store, TODAY)
    one = record(campaign="c/vote")
    marks = {"c/vote": "c4", "dinner": "c4", "supper": "c4"}
    other, own = (Book(TODAY, (one,), side=side, marks=marks) for side in ("c3", "c4"))
    assert visible(other) == () and visible(own) == (one,)
    desk = Desk(store, snapshot, other)
    assert desk.stops(one) == [words.OTHER_SIDE] and desk.drafts(one) == ()
    with pytest.raises(NotFound):
        desk.new(Plan(ANA.id, TOM.id, campaign="c/vote"))
    assert [b.id for b in Desk(store, snapshot, own).brokers(ANA.id, TOM.id)] == [EVE.id]
    assert desk.brokers(ANA.id, TOM.id) == []
