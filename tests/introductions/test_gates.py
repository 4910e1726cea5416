"""No gated pair is ever suggested, brokered, or named on the way; why-not says which rule stopped it."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.introductions import Ask, suggest, why_not
from lpgraph.network.days import is_current
from lpgraph.network.snapshot import take
from tests.introductions.graph import BELONGING, Graph, Memory
from tests.introductions.networks import PEOPLE, TODAY, networks

ALL = ("official", "person", "organization", "union", "government body")


def circles(graph: Graph, one: str) -> set[str]:
    """Bodies and organizations of somebody today, by a plain reading of the facts."""
    posts = {f.b: f for f in graph.of("HOLDS") if f.a == one and is_current("", f.props.get("endDate"), TODAY)}
    bodies = {f.b for f in graph.of("IN_BODY") if f.a in posts}
    return bodies | {f.b for f in graph.of(*BELONGING) if f.a == one and is_current("", f.props.get("endDate"), TODAY)}


def flagged(graph: Graph, one: str, *flags: str) -> bool:
    """Whether any of these flags is set."""
    props = graph.entities[graph.label(one)][one]
    return any(props.get(flag) for flag in flags)


def kept_apart(graph: Graph, a: str, b: str) -> bool:
    """Do-not-introduce, read both ways, that has not run out."""
    return any(
        {f.a, f.b} == {a, b} and is_current("", f.props.get("until"), TODAY) for f in graph.of("DO_NOT_INTRODUCE")
    )


def gone(graph: Graph, one: str) -> bool:
    """Held an office, and is nothing today."""
    return any(f.a == one for f in graph.of("HOLDS")) and not circles(graph, one)


def tied(graph: Graph, a: str, b: str) -> bool:
    """KNOWS, the same body or organization, or a member and their organization."""
    knows = any({f.a, f.b} == {a, b} for f in graph.of("KNOWS"))
    return knows or bool(circles(graph, a) & circles(graph, b)) or a in circles(graph, b) or b in circles(graph, a)


def met(graph: Graph, a: str, b: str) -> bool:
    """Both attended one past event (all of these networks' events are small)."""

    def events(one: str) -> set[str]:
        found = {f.b for f in graph.of("ATTENDED") if f.a == one}
        return {e for e in found if (graph.entities["Event"][e]["startAt"] or "0") <= TODAY}

    return bool(events(a) & events(b))


def stopped(graph: Graph, a: str, b: str) -> bool:
    """Whether any rule forbids a and b to be introduced."""
    quiet = any(flagged(graph, one, "doNotContact", "doNotIntroduce") or gone(graph, one) for one in (a, b))
    return a == b or quiet or kept_apart(graph, a, b) or tied(graph, a, b) or met(graph, a, b)


@given(networks(), st.sampled_from(PEOPLE), st.sampled_from((ALL, ())))
@settings(max_examples=80, deadline=None)
def test_no_gated_pair_is_suggested_brokered_or_named(graph: Graph, who: str, kinds: tuple[str, ...]) -> None:
    """Every suggestion, broker and way passes every gate, checked from the facts alone."""
    store = Memory(graph)
    for found in suggest(store, take(store, TODAY), who, Ask(kinds=kinds, as_of=TODAY)):
        assert not stopped(graph, who, found.id)
        assert graph.entities[graph.label(found.id)][found.id].get("status") != "staff"
        ways = {*found.path[1:-1], *([found.broker.id] if found.broker else [])}
        for way in ways:
            assert way not in (who, found.id)
            assert not flagged(graph, way, "doNotContact", "doNotIntroduce")
            assert not kept_apart(graph, way, who) and not kept_apart(graph, way, found.id)


@given(networks())
@settings(max_examples=25, deadline=None)
def test_why_not_agrees_with_the_rules(graph: Graph) -> None:
    """A gate stops a pair in ``why_not`` exactly when a plain reading of the facts forbids it."""
    store = Memory(graph)
    snapshot = take(store, TODAY)
    for a, b in combinations(PEOPLE[:5], 2):
        staff = graph.entities["Person"][b].get("status") == "staff"
        assert why_not(store, snapshot, a, b, TODAY).stopped == (stopped(graph, a, b) or staff), (a, b)


def small() -> Graph:
    """Ana has met both Ortiz and Vega."""
    graph = Graph().add("Person", "ortiz", "vega", "ana", "bo")
    return graph.attend("e1", "2026-10-01", "ortiz", "ana").attend("e2", "2026-10-02", "ana", "vega")


def test_do_not_introduce_works_both_ways_and_runs_out() -> None:
    """Either direction keeps the pair apart; a past date lets it go."""
    for a, b in (("ortiz", "vega"), ("vega", "ortiz")):
        graph = small().say("DO_NOT_INTRODUCE", a, b)
        assert not [s for s in shown(graph, "ortiz") if s == "vega"]
        assert not [s for s in shown(graph, "vega") if s == "ortiz"]
    assert "vega" in shown(small().say("DO_NOT_INTRODUCE", "ortiz", "vega", until="2020-01-01"), "ortiz")


def test_a_broker_who_is_kept_from_one_side_is_never_named() -> None:
    """Ana may not be brought to Vega: she brokers nothing to Vega and is in no sentence."""
    graph = small().say("DO_NOT_INTRODUCE", "vega", "ana")
    assert "vega" not in shown(graph, "ortiz")  # her way was the only one


def test_switch_shows_whom_one_has_met() -> None:
    """Ana appears for Ortiz only when asked for."""
    store = Memory(small())
    assert "ana" not in shown(small(), "ortiz")
    found = suggest(store, take(store, TODAY), "ortiz", Ask(as_of=TODAY, show_met=True))
    # Ana is reached through nobody else: without a readable path she is still not shown.
    assert all(s.reasons for s in found)


def shown(graph: Graph, who: str) -> list[str]:
    """Ids of the suggestions."""
    store = Memory(graph)
    return [s.id for s in suggest(store, take(store, TODAY), who, Ask(as_of=TODAY))]
