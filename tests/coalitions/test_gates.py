"""Nobody is named as somebody to ask, or as a way to somebody, whom a gate stops: the record and the wall included."""

from __future__ import annotations

import pytest

from lpgraph.coalitions import words
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.votes import count
from lpgraph.introductions.book import Book, One, Record
from tests.coalitions.memory import TODAY, denver, scene_of


def _one(who: str) -> One:
    return One(who, who, "Person")


def _declined(a: str, b: str) -> Record:
    return Record("i-1", "declined", _one(a), _one(b), begun="2026-11-01", on="2026-11-02", until="2027-05-01")


def _made(number: int, broker: str) -> Record:
    sides = (_one(f"x{number}"), _one(f"y{number}"))
    return Record(f"i-{number}", "introduced", *sides, broker=_one(broker), begun="2026-11-03", on="2026-11-04")


def _movers(scene: Scene, holder: str) -> set[str]:
    found = count(scene, "hours", "denver")
    return {m.member.id for s in found.seats if s.seat.person == holder for m in s.movers}


@pytest.mark.parametrize(
    "book",
    [
        Book(TODAY, snoozed={"ana": "2027-03-01"}),
        Book(TODAY, (_declined("cai", "ana"),)),
        Book(TODAY, (_made(1, "ana"), _made(2, "ana"))),
        Book(TODAY, snoozed={"cai": "2027-03-01"}),
    ],
    ids=["left alone", "declined", "asked enough", "the holder is left alone"],
)
def test_the_record_stops_a_mover(book: Book) -> None:
    """Ana sits beside Cai, and could speak to her until the record of introductions stops it."""
    assert "ana" in _movers(scene_of(denver()), "cai")
    assert "ana" not in _movers(scene_of(denver(), book=book), "cai")


def test_a_seat_that_must_not_be_asked_says_so() -> None:
    """An undecided member who must not be contacted has nobody sent to her, in words."""
    graph = denver()
    graph.entities["Person"]["cai"]["doNotContact"] = True
    seat = next(s for s in count(scene_of(graph), "hours", "denver").seats if s.seat.person == "cai")
    assert seat.movers == ()
    assert words.moving(seat) == "must not be asked for now"


def test_the_wall_hides_a_campaign_and_what_it_alone_says() -> None:
    """For the other legal entity a marked campaign is not there; for its own, and for nobody's eyes, it is."""
    marks = {"hours": "c4"}
    seen = {side: scene_of(denver(), book=Book(TODAY, side=side, marks=marks)) for side in ("c3", "c4", "")}
    assert [len(scene.campaigns) for scene in seen.values()] == [0, 1, 1]
    assert not seen["c3"].key_cities
    assert not seen["c3"].involvements
    assert seen["c4"].key_cities == seen[""].key_cities != ()


def test_a_record_for_a_hidden_campaign_hangs_for_nobody_here() -> None:
    """An open introduction for the other entity's campaign is not among those that lose somebody."""
    record = Record("i-1", "asked_a", _one("ana"), _one("fay"), campaign=One("hours", "hours", "Campaign"))
    for side, seen in (("c3", 0), ("c4", 1), ("", 1)):
        scene = scene_of(denver(), book=Book(TODAY, (record,), side=side, marks={"hours": "c4"}))
        assert len(scene.open) == seen
