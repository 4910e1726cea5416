"""The fictional network in memory: stable, of the promised size, and fiction throughout."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from lpgraph.demo.build import build
from lpgraph.demo.gatherings import CONVENING
from lpgraph.demo.world import World
from tests.demo.conftest import DAY


def test_the_same_day_gives_the_same_network(world: World) -> None:
    """A second making is equal in everything."""
    assert build(DAY) == world


def test_another_seed_gives_other_people(world: World) -> None:
    """The seed decides who is invented; the cast of the stories stays."""
    other = build(DAY, seed=7)

    assert {p.name for p in other.people} != {p.name for p in world.people}
    assert {p.name for p in other.cast.values()} == {p.name for p in world.cast.values()}


@pytest.mark.parametrize("days", [1, 45, 400])
def test_another_day_moves_dates_and_nothing_else(world: World, days: int) -> None:
    """Who is who, who came to what and who knows whom do not depend on the day."""
    later = build(DAY + timedelta(days=days))

    assert later.people == world.people
    assert [(e.key, e.came, e.absent) for e in later.events] == [(e.key, e.came, e.absent) for e in world.events]
    assert [(t.a, t.b, t.strength) for t in later.ties] == [(t.a, t.b, t.strength) for t in world.ties]
    assert {e.start - timedelta(days=days) for e in later.events} == {e.start for e in world.events}


def test_the_network_has_its_promised_size(world: World) -> None:
    """About 300 officials in 25 bodies, 150 organizations and unions, 60 events, 6 campaigns, 40 measures."""
    kinds = Counter("union" if org.affiliate else "other" for org in world.orgs)

    assert 290 <= len(world.officials) <= 310
    assert len({seat.place.body for seat in world.seats}) == 25
    assert kinds == {"union": 50, "other": 100}
    assert (len(world.events), len(world.campaigns), len(world.bills)) == (60, 6, 40)
    assert len(next(e for e in world.events if e.key == CONVENING).came) == 130


def test_events_spread_over_three_years(world: World) -> None:
    """The oldest is nearly three years back, one lies ahead, and only that one has nobody who came."""
    days = [(e.start.date() - world.as_of).days for e in world.events]

    assert -1_096 <= min(days) < -900
    assert [bool(e.came) for e in world.events] == [d < 0 for d in days]
    assert sum(d > 0 for d in days) == 1
    assert len({e.title for e in world.events}) == 60


def test_most_officials_were_at_few_events(world: World) -> None:
    """As in life: close to half at none, two thirds at two at most."""
    times = Counter(person for event in world.events for person in event.came)
    none = sum(not times[p] for p in world.officials) / len(world.officials)
    few = sum(times[p] <= 2 for p in world.officials) / len(world.officials)

    assert 0.35 < none < 0.6
    assert few > 0.6


def test_nobody_is_listed_twice_for_an_event(world: World) -> None:
    """Somebody came or did not; once."""
    for event in world.events:
        assert len({*event.came, *event.absent}) == len(event.came) + len(event.absent), event.title


def test_everything_is_fiction(world: World) -> None:
    """Mail at example.org, phones kept for fiction, EINs never issued; bodies and offices say that they are samples."""
    for person in world.people:
        assert person.email.endswith(".example.org")
        assert re.fullmatch(r"\(\d{3}\) 555-01\d\d", person.phone)
    assert all(org.ein.startswith("07") for org in world.orgs if org.ein)
    assert all("Sample" in place.body and "Sample" in place.role for place in world.places)


def test_addresses_and_names_tell_people_apart(world: World) -> None:
    """Nobody shares an address or a number; one name is shared, on purpose."""
    people = world.people
    shared = [name for name, count in Counter(p.name for p in people).items() if count > 1]

    assert (
        len({p.email for p in people}) == len({p.phone for p in people}) == len({p.key for p in people}) == len(people)
    )
    assert shared == ["Maria Santos"]


def test_terms_of_one_seat_do_not_overlap(world: World) -> None:
    """A seat has one holder at a time."""
    for seat in world.seats:
        others = [s for s in world.seats if s is not seat and (s.place, s.number) == (seat.place, seat.number)]
        for other in others:
            first, second = sorted((seat, other), key=lambda s: s.start)
            assert (first.end or date.max) < second.start
