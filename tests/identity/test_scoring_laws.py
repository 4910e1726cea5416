"""What makes looking at a part of the graph the same as looking at all of it, and what no join may bring together."""

from __future__ import annotations

import csv
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgraph.identity import people_blocks, people_context
from lpgraph.identity.engine import Card, context_block_keys, crowded, resolve, score, sways
from lpgraph.identity.joining import Edge, Groups, join
from lpgraph.identity.resolving import resolve_file
from lpgraph.model import Label

LAWS = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
GIVEN = ("Ana", "Anna", "Bill", "William", "Will", "W.", "Ruth")
FAMILY = ("Vega", "Vegas", "Vega-Stone", "Stone")
ORGANIZATIONS = (
    "Friends of the Riverton Library", "Friends of the Riverton Lib", "Riverton Housing Alliance",
    "Riverton Housing Aliance", "Teamsters Local 20", "Teamsters Local 21", "Tenants Union of Eastfield", "TUE",
)  # fmt: skip


@st.composite
def decks(draw: st.DrawFn) -> list[Card]:
    """Up to ten fictional people and organizations that share much."""
    people = [
        Card(
            f"p{n}", f"p{n}", Label.PERSON, given=draw(st.sampled_from(GIVEN)), family=draw(st.sampled_from(FAMILY)),
            emails=draw(st.sampled_from(((), (), ("avega@mail.example",), ("w@mail.example",)))),
            phones=draw(st.sampled_from(((), (), ("3035550199",)))), city=draw(st.sampled_from(("", "Salida"))),
            state=draw(st.sampled_from(("CO", "CO", "NH"))),
        )
        for n in range(draw(st.integers(1, 6)))
    ]  # fmt: skip
    groups = [
        Card(f"o{n}", f"o{n}", Label.ORGANIZATION, name=draw(st.sampled_from(ORGANIZATIONS)), state="CO")
        for n in range(draw(st.integers(0, 4)))
    ]
    return people + groups


@LAWS
@given(decks(), st.sets(st.sampled_from([f"{kind}{n}" for kind in "po" for n in range(6)])))
def test_scoring_a_few_is_what_scoring_all_says_of_them(deck: list[Card], few: set[str]) -> None:
    """``only`` leaves out the pairs that nobody asked for, and changes no chance of the others."""
    asked = [pair for pair in score(deck, explain=False) if few & {pair.a, pair.b}]
    found = score(deck, only=frozenset(few), explain=False)

    assert sorted((p.a, p.b, p.p, p.vetoed) for p in found) == sorted((p.a, p.b, p.p, p.vetoed) for p in asked)


@LAWS
@given(decks())
def test_who_does_not_sway_changes_nothing(deck: list[Card]) -> None:
    """A person who comes or goes leaves the chances of all those who are not swayed as they were."""
    people = [card for card in deck if card.label == Label.PERSON]
    gone, rest = people[0], people[1:]
    kept = {
        card.key
        for card in rest
        if not (sways(gone, card) and set(context_block_keys(gone)) & set(context_block_keys(card)))
    }
    with_, without = (
        {(p.a, p.b): p.p for p in score(some, explain=False) if {p.a, p.b} <= kept} for some in (people, rest)
    )

    assert with_ == without


@LAWS
@given(decks(), st.integers(1, 4))
def test_who_is_one_too_many_is_looked_at(deck: list[Card], most: int) -> None:
    """Where a key has too many to compare each with each, whoever is compared with others, since one came or went, is
    told: the chances of all who are not are as they were."""
    people = [card for card in deck if card.label == Label.PERSON]
    gone, rest = people[0], people[1:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people_blocks, "MAX_BLOCK", most)
        patch.setattr(people_context, "MOST_NAMES", most)
        full = crowded(people, frozenset({gone.key}))
        near = {c.key for c in rest if sways(gone, c) and set(context_block_keys(gone)) & set(context_block_keys(c))}
        kept = {card.key for card in rest} - full - near
        with_, without = (
            {(p.a, p.b): p.p for p in score(some, explain=False) if {p.a, p.b} <= kept} for some in (people, rest)
        )

    assert with_ == without


@LAWS
@given(decks(), st.sets(st.sampled_from([f"p{n}" for n in range(6)])), st.integers(1, 4))
def test_scoring_a_few_of_too_many(deck: list[Card], few: set[str], most: int) -> None:
    """``only`` changes no chance where a key has too many to compare each with each, nor does the order of records."""
    people = [card for card in deck if card.label == Label.PERSON]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people_blocks, "MAX_BLOCK", most)
        patch.setattr(people_context, "MOST_NAMES", most)
        asked = [pair for pair in score(people, explain=False) if few & {pair.a, pair.b}]
        found = score(people[::-1], only=frozenset(few), explain=False)

    assert found == asked


LOCAL = Card("a", "a", Label.ORGANIZATION, ids=("ein:990000001",), name="Teamsters Local 20", city="Toledo", state="OH")


@pytest.mark.parametrize(
    ("other", "clusters"),
    [
        (replace(LOCAL, key="b", ref="b", name="Teamsters Local 21"), 2),
        (replace(LOCAL, key="b", ref="b", name="Teamsters Local 20A"), 2),
        (replace(LOCAL, key="b", ref="b", city="Akron"), 1),
    ],
)
def test_one_ein_never_joins_two_locals(other: Card, clusters: int) -> None:
    """A shared EIN brings an office that moved together, and never two locals: those are asked about."""
    found = resolve([LOCAL, other])

    assert len(found.clusters) == clusters
    assert bool(found.questions) is (clusters == 2)


def test_two_numbers_of_one_provider_are_nothing_against_one_person() -> None:
    """Providers give one person several numbers; names and addresses say who it is."""
    one = Card("a", "a", ids=("van:1",), name="Ana Vega", emails=("ana.vega@mail.example",), state="CO")

    assert len(resolve([one, replace(one, key="b", ref="b", ids=("van:2",))]).clusters) == 1


def test_names_alone_bring_strangers_together_only_when_surer() -> None:
    """Two groups with addresses of their own are not made one by a weak edge without any address."""

    def clusters(edge: Edge) -> int:
        groups = Groups(["a", "b"], strangers=lambda _a, _b: True)
        join(groups, [edge], 0.97)
        return len(groups.sets())

    assert clusters(Edge("a", "b", 0.975, lone=True)) == 2
    assert clusters(Edge("a", "b", 0.99, lone=True)) == 1
    assert clusters(Edge("a", "b", 0.975)) == 1


def test_the_order_of_rows_is_irrelevant_to_resolve(tmp_path: Path) -> None:
    """A table and the same table shuffled have the same clusters and the same questions."""
    rows = [
        (f"r{n}", f"{GIVEN[n % 7]} {FAMILY[n % 4]}", ("", "avega@mail.example")[n % 3 == 0], ("CO", "NH")[n % 5 == 0])
        for n in range(60)
    ]
    told = []
    for seed in (0, 1, 2):
        random.Random(seed).shuffle(rows)
        with (tmp_path / f"{seed}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("rec_id", "raw_name", "email", "state"), *rows])
        found = resolve_file(tmp_path / f"{seed}.csv")
        told.append((sorted(found.rows), sorted(found.questions)))

    assert told[0] == told[1] == told[2]
