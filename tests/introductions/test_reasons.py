"""Every sentence rests on facts that exist, its counts are right, and its shares add up."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.errors import NotFound, UsageError
from lpgraph.introductions import Ask, Suggestion, suggest, why_not
from lpgraph.network.snapshot import take
from tests.introductions.graph import Graph, Memory
from tests.introductions.networks import PEOPLE, TODAY, networks


def suggestions(graph: Graph, who: str, **ask: object) -> list[Suggestion]:
    """What is suggested to somebody today."""
    store = Memory(graph)
    return suggest(store, take(store, TODAY), who, Ask(as_of=TODAY, **ask))  # type: ignore[arg-type]


@given(networks(), st.sampled_from(PEOPLE))
@settings(max_examples=60, deadline=None)
def test_facts_exist_and_shares_sum_to_one(graph: Graph, who: str) -> None:
    """Each fact is a row of the file of that type and those ends; each suggestion has a reason; shares sum to 1."""
    rows = {(f.type, f.a, f.b, f.props["row"]) for f in graph.facts}
    found = suggestions(graph, who)
    assert [s.rank for s in found] == list(range(1, len(found) + 1))
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    for one in found:
        assert one.reasons and one.path[0] == who and one.path[-1] == one.id
        assert sum(reason.share for reason in one.reasons) == pytest.approx(1)
        for reason in one.reasons:
            assert reason.facts and reason.share > 0
            for fact in reason.facts:
                assert fact.source == "graph.csv"
                assert (fact.type, *fact.ids, fact.row) in rows


@given(networks(), st.sampled_from(PEOPLE))
@settings(max_examples=60, deadline=None)
def test_counts_are_the_events_listed(graph: Graph, who: str) -> None:
    """ "2 events with you" means two distinct events that both sides attended, all of them among the facts."""
    names = {props["name"]: one for kind in ("Person", "Organization") for one, props in graph.entities[kind].items()}
    for one in suggestions(graph, who):
        for reason in one.reasons:
            if reason.kind not in ("mutual", "chain"):
                continue
            for clause in re.split(r"; ", reason.text.removesuffix(".")):
                subject = next(name for name in sorted(names, key=len, reverse=True) if clause.startswith(name))
                for count, other in counts(clause):
                    b = who if other == "you" else names[other]
                    assert count == len(both(graph, reason.facts, names[subject], b)), reason.text


def counts(clause: str) -> list[tuple[int, str]]:
    """Every number in a clause, with whom it is about."""
    found = re.findall(r"at (\d+)(?: events?)? with (\w+)", clause)
    found += [(n, other) for other, n in re.findall(r"knows (\w+) \((\d+) events? together\)", clause)]
    assert len(found) == len(re.findall(r"\b\d+", clause)), clause
    return [(int(n), other) for n, other in found]


def both(graph: Graph, facts: tuple, a: str, b: str) -> set[str]:
    """Events that the listed facts put both at; an organization is where somebody who stands for it is."""

    def people(one: str) -> set[str]:
        stands = {f.ids[0] for f in facts if f.type in ("STAFF_OF", "LEADS", "BOARD_OF") and f.ids[1] == one}
        return {one, *stands}

    def at(one: str) -> set[str]:
        return {f.ids[1] for f in facts if f.type == "ATTENDED" and f.ids[0] in people(one)}

    return at(a) & at(b)


@given(networks(), st.sampled_from(PEOPLE), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_order_of_the_store_is_irrelevant(graph: Graph, who: str, rng: random.Random) -> None:
    """The same facts in another order give the same list, to the letter."""
    other = Graph()
    for label, ids in graph.entities.items():
        other.entities[label] = dict(sorted(ids.items(), key=lambda _: rng.random()))
    other.facts = sorted(graph.facts, key=lambda _: rng.random())
    first, second = suggestions(graph, who), suggestions(other, who)
    assert [(s.id, s.score, s.broker, s.path, [r.text for r in s.reasons]) for s in first] == [
        (s.id, s.score, s.broker, s.path, [r.text for r in s.reasons]) for s in second
    ]


def test_copresence_is_never_called_knowing() -> None:
    """Two who were at one event are said to have been there; only a KNOWS fact says knows."""
    graph = Graph().add("Person", "ortiz", "vega", "ana")
    graph.attend("e1", "2026-10-01", "ortiz", "ana").attend("e2", "2026-10-02", "ana", "vega")
    [only] = suggestions(graph, "ortiz")
    assert only.reasons[0].text == "Ana was at 1 event with you and at 1 with Vega."
    assert only.broker is not None and only.broker.name == "Ana"
    graph.say("KNOWS", "vega", "ana", strength=4)
    [only] = suggestions(graph, "ortiz")
    assert only.reasons[0].text == "Ana was at 1 event with you, and knows Vega (1 event together)."


def test_registered_is_not_attended() -> None:
    """Turning one attendance into a registration takes the suggestion away."""
    graph = Graph().add("Person", "ortiz", "vega", "ana")
    graph.attend("e1", "2026-10-01", "ortiz", "ana").attend("e2", "2026-10-02", "ana")
    graph.say("REGISTERED_FOR", "vega", "e2")
    assert suggestions(graph, "ortiz") == []


def test_two_files_that_say_the_same_count_once() -> None:
    """A second source for one attendance adds a fact to the evidence, not an event to the count."""
    graph = Graph().add("Person", "ortiz", "vega", "ana")
    graph.attend("e1", "2026-10-01", "ortiz", "ana").attend("e2", "2026-10-02", "ana", "vega").say(
        "ATTENDED", "vega", "e2"
    )
    [only] = suggestions(graph, "ortiz")
    assert "at 1 with Vega" in only.reasons[0].text
    assert len([f for f in only.reasons[0].facts if f.ids == ("vega", "e2")]) == 2


def test_somebody_without_events_gets_explained_candidates() -> None:
    """A campaign, a policy, a place or a colleague is enough for a readable path."""
    graph = (
        Graph()
        .add("Area", "denver", name="Denver", state="CO")
        .add("Organization", "council", classification="government body")
    )
    graph.say("GOVERNS", "council", "denver").add("Policy", "rent", name="rent control").add(
        "Campaign", "hours", name="fair hours"
    )
    for one in ("ortiz", "luis"):
        graph.add("Person", one).add("Post", f"seat-{one}").say("IN_BODY", f"seat-{one}", "council").say(
            "HOLDS", one, f"seat-{one}"
        )
    graph.add("Person", "reader", "worker", "far").add("Organization", "union", classification="union")
    graph.say("INTERESTED_IN", "ortiz", "rent").say("INTERESTED_IN", "reader", "rent")
    graph.say("WORKS_ON", "ortiz", "hours").say("WORKS_ON", "worker", "hours").say("ACTIVE_IN", "union", "denver")
    graph.attend("e1", "2026-10-01", "luis", "far")
    said = {s.id: s.reasons[0].text for s in suggestions(graph, "ortiz")}
    assert said == {
        "reader": "Both active on rent control.",
        "worker": "Both active on fair hours.",
        "union": "Both are in Denver, CO.",
        "far": "Luis sits on Council with you, and was at 1 event with Far.",
    }


def test_an_organization_is_where_its_people_are() -> None:
    """The union's row is its staff's attendance, told with the fact that she is on its staff."""
    graph = Graph().add("Person", "ortiz", "sam", "ana").add("Organization", "union", classification="union")
    graph.say("STAFF_OF", "sam", "union").attend("e1", "2026-10-01", "ortiz", "ana").attend(
        "e2", "2026-10-02", "ana", "sam"
    )
    union = next(s for s in suggestions(graph, "ortiz") if s.id == "union")
    assert union.reasons[0].text == "Ana was at 1 event with you and at 1 with Union."
    assert ("STAFF_OF", ("sam", "union")) in {(f.type, f.ids) for f in union.reasons[0].facts}


def test_the_snapshot_says_which_day_it_is() -> None:
    """Without a day of its own a question is asked on the snapshot's day: later events are not known yet."""
    graph = Graph().add("Person", "ortiz", "vega", "ana")
    graph.attend("e1", "2025-01-01", "ortiz", "ana").attend("e2", "2026-10-02", "ana", "vega")
    store = Memory(graph)
    assert [s.id for s in suggest(store, take(store, TODAY), "ortiz", Ask())] == ["vega"]
    assert suggest(store, take(store, "2025-06-01"), "ortiz", Ask()) == []
    assert why_not(store, take(store, "2025-06-01"), "ortiz", "vega").terms == ()


def test_filters_and_wrong_use() -> None:
    """Kinds, campaign and other places narrow the list; an unknown id, kind or day says so."""
    graph = Graph().add("Person", "ortiz", "vega", "ana").add("Campaign", "hours")
    graph.attend("e1", "2026-10-01", "ortiz", "ana").attend("e2", "2026-10-02", "ana", "vega")
    assert suggestions(graph, "ortiz", kinds=("union",)) == []
    assert suggestions(graph, "ortiz", campaign="hours") == []
    assert suggestions(graph, "ortiz", other_cities=True) == []
    assert len(suggestions(graph.say("WORKS_ON", "vega", "hours"), "ortiz", campaign="hours")) == 1
    store = Memory(graph)
    with pytest.raises(UsageError, match="no kind"):
        suggestions(graph, "ortiz", kinds=("mayor",))
    with pytest.raises(NotFound):
        suggestions(graph, "nobody")
    with pytest.raises(UsageError, match="no date"):
        why_not(store, take(store, TODAY), "ortiz", "vega", "soon")
