"""Whoever waits for the matching is told how many records are done, of how many."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lpgraph.errors import Interrupted
from lpgraph.identity.people import PersonCard, score_people
from lpgraph.identity.resolving import resolve_file
from lpgraph.identity.watching import watched


@pytest.mark.parametrize("people", [True, False])
def test_a_table_says_how_far_it_is(tmp_path: Path, people: bool) -> None:
    """From none to all, always onwards, and more than once on the way."""
    column = "raw_name" if people else "name"
    with (tmp_path / "t.csv").open("w", encoding="utf-8", newline="") as file:
        rows = [(f"r{n:04}", f"Ana{chr(97 + n % 26)} Vega{chr(97 + n // 26)}") for n in range(500)]
        csv.writer(file).writerows([("rec_id", column), *rows])
    said: list[tuple[int, int]] = []
    resolve_file(tmp_path / "t.csv", people=people, tell=lambda *step: said.append(step))

    assert said[0] == (0, 500)
    assert said[-1] == (500, 500)
    assert len(said) > 5
    assert said == sorted(said)


def test_what_is_looked_at_twice_does_not_begin_anew() -> None:
    """A second look, of more records than were said, stays at what was reached; without a listener nothing is told."""
    cards = [PersonCard(f"m{n}", name=f"Ana{chr(97 + n)} Vega", state="CO") for n in range(20)]
    said: list[int] = []
    with watched(30, lambda done, _all: said.append(done)):
        score_people(cards)
        score_people(cards)
    score_people(cards)

    assert said == sorted(said)
    assert said[-1] == 30


def test_the_listener_may_stop_it() -> None:
    """Who is asked to stop while records are matched does not wait for the end of it."""

    def stop(done: int, _all: int) -> None:
        if done:
            raise Interrupted("stopped")

    with pytest.raises(Interrupted), watched(2, stop):
        score_people([PersonCard("a", name="Ana Vega", state="CO"), PersonCard("b", name="Ana Vega", state="CO")])
