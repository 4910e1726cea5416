"""Which events may be one: of two sources, on one day, called the same or alike, in one place."""

from __future__ import annotations

import pytest

from lpgraph.identity.events import KEYS, EventCard, event_keys, score_events


def _likely(*cards: EventCard) -> dict[tuple[str, str], float]:
    return {(pair.a, pair.b): pair.p for pair in score_events(cards)}


def _card(key: str, name: str, start: str = "2026-03-12", **more: str) -> EventCard:
    return EventCard(key, f"ref-{key}", more.pop("namespace", f"space-{key}"), name, start, **more)


def _pointer(key: str, name: str) -> EventCard:
    return EventCard(key, f"ref-{key}", "lpgraph", name, "2026-03-12", pointed=True)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Riverton Housing Forum", "Housing Forum"),
        ("Housing Forum 3/12", "Riverton housing forum"),
        ("Heat Safety Training", "Training on Heat Safety"),
        ("Tennants Assembly Riverton", "Tenants Assembly Riverton"),
    ],
)
def test_alike_titles_on_one_day_are_asked_about(a: str, b: str) -> None:
    """A near match is a question, never a join."""
    (p,) = _likely(_card("a", a), _card("b", b)).values()

    assert 0.5 <= p < 0.97


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (_card("a", "Local 12 Meeting"), _card("b", "Local 13 Meeting")),
        (_card("a", "Housing Forum"), _card("b", "Housing Forum", "2026-03-14")),
        (_card("a", "Housing Forum"), _card("b", "Canvass Training")),
        (_card("a", "Day of Action", city="Riverton"), _card("b", "Day of Action", city="Lakeside")),
        (_card("a", "Phone Bank", namespace="one"), _card("b", "Phone Bank", namespace="one")),
        (_card("a", "Monthly Meeting"), _card("b", "Weekly Meeting")),
        (_card("a", "Housing Forum", "2026"), _card("b", "Housing Forum", "2026")),
    ],
)
def test_two_events_are_left_alone(a: EventCard, b: EventCard) -> None:
    """Another number, day, place or subject, one provider's own two, or no day: nothing is asked."""
    assert _likely(a, b) == {}


def test_who_points_at_the_only_event_of_that_name_means_it() -> None:
    """Title and day alone join the one event called so; with two of them a person is asked."""
    pointer, one, two = _pointer("p", "housing forum"), _card("a", "Housing Forum"), _card("b", "Housing Forum")

    assert _likely(pointer, one) == {("a", "p"): 1.0}
    assert set(_likely(pointer, one, two).values()) == {0.9}


def test_an_evening_by_the_clock_of_utc_is_the_day_before() -> None:
    """A start at two in the morning UTC may be the evening before; one at noon is not."""
    late, noon = "2026-03-13T02:00:00Z", "2026-03-13T12:00:00Z"

    assert _likely(_card("a", "Housing Forum", late), _pointer("p", "Housing Forum")) == {("a", "p"): 1.0}
    assert _likely(_card("a", "Housing Forum", noon), _pointer("p", "Housing Forum")) == {}


def test_keys_are_few_and_shared_by_what_is_alike() -> None:
    """At most six keys, whatever the title; what is asked about shares one."""
    long = _card("a", " ".join(f"word{n}" for n in range(90)), "2026-03-13T02:00:00Z")

    assert len(event_keys(long)) == KEYS
    assert event_keys(_card("a", "")) == ()
    assert event_keys(_card("a", "Forum", "2026-02-31")) == ()
