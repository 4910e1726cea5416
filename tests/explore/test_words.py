"""How dates, places, kinds and facts are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgraph.explore import dates, facts
from lpgraph.explore.entities import key_label, kind_of, place
from lpgraph.explore.search import closeness
from lpgraph.model import FACTS, RECORDS, Label

_DAYS = st.dates().map(lambda d: d.isoformat())


@given(_DAYS, _DAYS, st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_coarse_date_never_ends_a_term_early(start: str, end: str, cut_start: int, cut_end: int) -> None:
    """A term that holds on its first and last day still holds when both are known only to the month or year."""
    start, end = min(start, end), max(start, end)
    for day in (start, end):
        assert dates.is_current(start, end, day)
        assert dates.is_current(start[:cut_start], end[:cut_end], day)


def test_a_term_that_is_over_or_not_begun_is_not_current() -> None:
    """The day after the end and the day before the start are outside; no dates at all means now."""
    assert not dates.is_current("2019", "2024-05-12", "2024-05-13")
    assert not dates.is_current("2026-01-05", None, "2026-01-04")
    assert not dates.is_current("2027", "", "2026-12-31")
    assert dates.is_current(None, None, "2026-01-01")


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2019", "2024-05", "2019 to May 2024"),
        ("2019", "", "since 2019"),
        ("", "2024-05-02", "until 2 May 2024"),
        ("", "", ""),
    ],
)
def test_spans_are_said_in_words(start: str, end: str, said: str) -> None:
    """From, to, or both, as far as they are known."""
    assert dates.span(start, end) == said


def test_places_name_their_state_once() -> None:
    """A city with its state, a state alone, and a name that holds the state already."""
    assert place("Denver", "CO") == "Denver, CO"
    assert place("Colorado", "CO", "state") == "Colorado"
    assert place("Denver, CO", "CO") == "Denver, CO"
    assert place(None, None) == ""


def test_kinds_are_derived() -> None:
    """A person with a post is an official; unions and bodies are organizations of their own kind."""
    assert kind_of(Label.PERSON, official=True) == "official"
    assert kind_of(Label.PERSON) == "person"
    assert kind_of(Label.ORGANIZATION, classification="union") == "union"
    assert kind_of(Label.ORGANIZATION, classification="government body") == "government body"
    assert kind_of(Label.ORGANIZATION, classification="caucus") == "organization"
    assert key_label(["Official", "Person"]) == "Person"
    assert key_label(["Mention"]) == ""


def test_every_type_of_fact_can_be_said_both_ways() -> None:
    """A type that the model gains must gain words, or a profile that holds it would fail."""
    for fact in (fact for fact in FACTS if not {fact.a, fact.b} & set(RECORDS)):
        one = facts.joined([{"a": "x", "b": "y", "type": fact.type, "props": {"key": "k"}}])[0]
        assert one.said("x") and one.said("y")


def test_two_sources_that_say_the_same_are_one_fact() -> None:
    """Parallel relationships are joined, their rows and keys kept; a different role stays a fact of its own."""
    rows = [
        {"a": "x", "b": "y", "type": "MEMBER_OF", "props": {"key": k, "file": f, "row": 1, "source": "s", "role": role}}
        for k, f, role in (("k2", "b.csv", "chair"), ("k1", "a.csv", "chair"), ("k3", "c.csv", "member"))
    ]
    found = facts.joined(rows)
    assert [(f.keys, [s.file for s in f.sources]) for f in found] == [
        (("k1", "k2"), ["a.csv", "b.csv"]),
        (("k3",), ["c.csv"]),
    ]


def test_closeness_ranks_the_same_name_first() -> None:
    """100 only for the very name; all the words beat some of them."""
    assert closeness("ana reyes", "ana reyes") == 100
    assert closeness("ana reyes", "ana maria reyes") > closeness("ana reyes", "ana lopez")
    assert closeness("reyes", "reyes ana") < 100
