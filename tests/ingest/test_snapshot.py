"""A whole list ends what its source no longer says: only that, only when asked, and never for good."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgraph.ingest import fingerprint, loads, undo
from lpgraph.store.graph import Store
from tests.ingest.roster import OTHER, Seat, held, put
from tests.servers import wipe

pytestmark = pytest.mark.server

FIVE = [Seat(name, seat=str(number)) for number, name in enumerate(("ada", "bo", "cy", "dee", "eve"), 1)]
LAWS = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def test_who_is_gone_ends_before_the_lists_day_and_undo_brings_them_back(any_store: Store) -> None:
    """Of five seats one is no longer listed: it is over on the list's day, the others go on; undo restores all."""
    put(any_store, FIVE, "2026-01-05")
    before = fingerprint(any_store)
    report = put(any_store, FIVE[1:], "2026-03-09")

    assert held(any_store) == {
        "ada council 1": "2026-03-08", "bo council 2": "", "cy council 3": "", "dee council 4": "", "eve council 5": "",
    }  # fmt: skip
    (ending,) = report.missing
    assert (ending.body, ending.state, ending.had, ending.gone) == ("Council", "CO", 5, 1)
    assert ending.names == ("Ada Vance",)
    assert report.as_json()["missing_reported"] == 1
    undo(any_store, report.load)
    assert fingerprint(any_store) == before


def test_above_a_fifth_of_a_body_it_asks_and_writes_nothing(any_store: Store) -> None:
    """Two of five: nothing is written, not even a line of the ledger; told that it is right, it is done. A dry run
    says the same beforehand."""
    put(any_store, FIVE, "2026-01-05")
    before, lines = fingerprint(any_store), len(loads(any_store))
    dry = put(any_store, FIVE[2:], "2026-03-09", yes=False, dry=True)
    asked = put(any_store, FIVE[2:], "2026-03-09", yes=False)

    assert dry.asks and asked.asks
    assert dry.missing == asked.missing
    assert "Council (CO): 2 of 5 (Ada Vance, Bo Vance)" in [one.text for one in asked.missing]
    assert (fingerprint(any_store), len(loads(any_store))) == (before, lines)
    done = put(any_store, FIVE[2:], "2026-03-09")
    assert not done.asks
    assert sorted(who for who, end in held(any_store).items() if end) == ["ada council 1", "bo council 2"]


def test_only_the_own_source_and_only_bodies_that_the_list_speaks_of(any_store: Store) -> None:
    """What another source says of the same body, and what this one says of another body, goes on."""
    put(any_store, [Seat("zoe", seat="9")], "2026-01-05", source=OTHER)
    put(any_store, [*FIVE, Seat("kim", "board")], "2026-01-06")
    report = put(any_store, FIVE[1:], "2026-03-09")

    assert {who for who, end in held(any_store).items() if end} == {"ada council 1"}
    assert any("says nothing of Board" in issue.reason for issue in report.issues)


def test_a_list_with_refused_rows_ends_nobody_and_says_so(any_store: Store) -> None:
    """A row that was not loaded may be the one who seems to be gone."""
    put(any_store, FIVE, "2026-01-05")
    report = put(any_store, [*FIVE[2:], Seat("x", broken=True)], "2026-03-09", yes=False)

    assert not any(held(any_store).values())
    assert (report.asks, report.snapshot, report.missing) == (False, False, [])
    assert any("nobody was ended" in issue.reason for issue in report.issues)


def test_an_end_that_a_row_gives_is_kept_or_comes_sooner(any_store: Store) -> None:
    """A term that was over stays as it was; one that would have run on ends on the list's day, until undone."""
    put(any_store, [Seat("ada", seat="1", until="2025-06"), Seat("bo", seat="2", until="2027-12-31"), FIVE[2]],
        "2026-01-05")  # fmt: skip
    before = held(any_store)
    report = put(any_store, FIVE[2:3], "2026-03-09")

    assert held(any_store) == before | {"bo council 2": "2026-03-08"}
    undo(any_store, report.load)
    assert held(any_store) == before


def test_an_older_list_ends_nothing_newer(any_store: Store) -> None:
    """A list of January that comes late says nothing against one of March, and what March had stays."""
    put(any_store, FIVE, "2026-03-09")
    late = put(any_store, FIVE[4:], "2026-01-05", yes=False)

    assert not late.asks
    assert set(held(any_store).values()) == {""}


def test_who_comes_back_is_there_again(any_store: Store) -> None:
    """Listed again by a newer file, whole or not, the seat goes on."""
    put(any_store, FIVE, "2026-01-05")
    put(any_store, FIVE[1:], "2026-02-05")
    put(any_store, FIVE[:1], "2026-03-05", whole=False)

    assert set(held(any_store).values()) == {""}


def test_the_same_file_first_as_a_file_then_as_a_whole_list(any_store: Store) -> None:
    """To say that a known file is the whole list is news."""
    put(any_store, FIVE, "2026-01-05")
    put(any_store, FIVE[1:], "2026-02-05", whole=False)
    assert set(held(any_store).values()) == {""}
    put(any_store, FIVE[1:], "2026-02-05")
    assert {who for who, end in held(any_store).items() if end} == {"ada council 1"}


seats = st.lists(
    st.builds(
        Seat,
        person=st.sampled_from(("ada", "bo", "cy")),
        body=st.sampled_from(("council", "board")),
        seat=st.sampled_from(("", "1", "2")),
        until=st.sampled_from(("", "", "2025-01", "2026-02-10", "2027-12-31")),
        version=st.sampled_from(("", "Chair")),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda seat: (seat.person, seat.body, seat.seat),
)
histories = st.lists(st.tuples(seats, st.booleans()), min_size=2, max_size=4)


@LAWS
@given(history=histories, which=st.integers(0, 3))
def test_order_and_undo_leave_no_trace(
    embedded_store: Store, history: list[tuple[list[Seat], bool]], which: int
) -> None:
    """Whole and other lists of several days: any order gives one graph, and undo of one the graph of the others."""
    dated = [(some, whole, f"2026-0{number}-01") for number, (some, whole) in enumerate(history, 1)]
    prints = set()
    for order in (dated, dated[::-1], dated[1:] + dated[:1]):
        wipe(embedded_store)
        made = {as_of: put(embedded_store, some, as_of, whole=whole).load for some, whole, as_of in order}
        prints.add(fingerprint(embedded_store))
    assert len(prints) == 1

    gone = dated[which % len(dated)]
    undo(embedded_store, made[gone[2]])
    undone = fingerprint(embedded_store)
    wipe(embedded_store)
    for some, whole, as_of in dated:
        if as_of != gone[2]:
            put(embedded_store, some, as_of, whole=whole)
    assert undone == fingerprint(embedded_store)


def test_the_law_is_not_about_nothing(embedded_store: Store) -> None:
    """Two whole lists in either order: one graph, in which the earlier's seats have ended."""
    prints = []
    for order in itertools.permutations(((FIVE[:3], "2026-01-01"), (FIVE[2:], "2026-02-01"))):
        wipe(embedded_store)
        for some, as_of in order:
            put(embedded_store, some, as_of)
        prints.append(fingerprint(embedded_store))
        assert sum(end == "2026-01-31" for end in held(embedded_store).values()) == 2
    assert prints[0] == prints[1]
