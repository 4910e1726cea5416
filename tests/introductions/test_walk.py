"""The walk on the index is the walk on the full matrix that it never builds."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.introductions.score import raw_terms, score
from lpgraph.introductions.weights import DEFAULT
from lpgraph.network.days import day_of
from lpgraph.network.index import Index
from lpgraph.network.snapshot import take
from tests.introductions.graph import Graph, Memory
from tests.introductions.networks import DAYS, PEOPLE, TODAY, networks


def index_of(graph: Graph) -> Index:
    """The index of a graph as of today."""
    return Index(take(Memory(graph), TODAY), DEFAULT.limits.tuning, day_of(TODAY))


def contacts(index: Index) -> np.ndarray:
    """``a``: every pair's shared weight, summed meeting by meeting, by plain loops over sets."""
    n = len(index.snapshot.nodes)
    a = np.zeros((n, n))
    meetings = index.meetings.matrix.toarray()
    for e, weight in enumerate(index.meetings.weight):
        there = np.flatnonzero(meetings[:, e])
        for x in there:
            for y in there:
                if x != y:
                    a[x, y] += weight
    return a


def divided(a: np.ndarray) -> np.ndarray:
    """``P``: rows that sum to one, or to nothing."""
    s = a.sum(axis=1, keepdims=True)
    return np.divide(a, s, out=np.zeros_like(a), where=s > 0)


@given(networks())
@settings(max_examples=30, deadline=None)
def test_mutual_and_chain_are_powers_of_the_step(graph: Graph) -> None:
    """mutual = P², chain = P³ + P⁴, with nothing returning to where it came from within one step."""
    index = index_of(graph)
    p = divided(contacts(index))
    for u in range(len(p)):
        terms = raw_terms(index, u, DEFAULT.weights)
        assert np.allclose(index.step_from(u), p[u], atol=1e-9)
        assert np.allclose(terms["mutual"], (p @ p)[u], atol=1e-9)
        three = p @ p @ p
        assert np.allclose(terms["chain"], (three + three @ p)[u], atol=1e-9)
        assert index.step_from(u)[u] == 0


@given(networks())
@settings(max_examples=20, deadline=None)
def test_event_weights_are_those_of_the_page(graph: Graph) -> None:
    """w = 2^(-age/180) / sqrt(n - 1) for past events of two or more; a registered or future one weighs nothing."""
    index = index_of(graph)
    weights = {index.snapshot.events.ids[r]: w for k, r, w in
               zip(index.meetings.kind, index.meetings.ref, index.meetings.weight, strict=True) if k == 0}  # fmt: skip
    who: dict[str, set[str]] = {}
    for fact in graph.of("ATTENDED"):
        who.setdefault(fact.b, set()).add(fact.a)
    for event, ids in who.items():
        day = day_of(graph.entities["Event"][event]["startAt"])
        if len(ids) < 2 or day > day_of(TODAY):
            assert event not in weights
        else:
            age = 360 if np.isnan(day) else day_of(TODAY) - day
            assert np.isclose(weights[event], 2 ** (-age / 180) / np.sqrt(len(ids) - 1))


@given(networks())
@settings(max_examples=20, deadline=None)
def test_group_term_is_the_sum_over_shared_groups(graph: Graph) -> None:
    """group(u, v) = Σ log(1+c_ug) log(1+c_vg) / sqrt(|g|), and its parts by group add up to it."""
    index = index_of(graph)
    c = index.shares.toarray()
    kinds = index.snapshot.groups.kinds
    for u in range(len(c)):
        for v in range(len(c)):
            if u == v:
                continue
            want = sum(
                np.log1p(c[u, g]) * np.log1p(c[v, g]) / np.sqrt((c[:, g] > 0).sum())
                for g in range(c.shape[1]) if kinds[g] not in ("issue", "word") and c[u, g] > 0 and c[v, g] > 0
            )  # fmt: skip
            assert np.isclose(index.likeness.alike(u)[v], want)
            assert np.isclose(sum(index.likeness.by_group(u, v).values()), want)


@given(networks(), st.sampled_from(PEOPLE))
@settings(max_examples=20, deadline=None)
def test_score_is_the_weighed_sum_of_powers(graph: Graph, who: str) -> None:
    """S is the sum of weight·(x / max)^power times what activity and having been seen lately add; admissible only."""
    index = index_of(graph)
    u = index.snapshot.nodes.position[who]
    admissible = np.arange(len(index.snapshot.nodes)) % 2 == 0
    found = score(index, u, admissible, DEFAULT.weights)
    activity = np.where(admissible, index.activity, 0)
    want = np.zeros(len(admissible))
    for term, raw in raw_terms(index, u, DEFAULT.weights).items():
        x = np.where(admissible, raw, 0)
        want += DEFAULT.weights.of(term) * (x / x.max()) ** DEFAULT.weights.power if x.max() > 0 else 0
    want *= 1 + DEFAULT.weights.activity * (activity / activity.max() if activity.max() > 0 else 0)
    want *= 1 + DEFAULT.weights.recency * index.recent
    assert np.allclose(found.total, want)
    assert not found.total[~admissible].any()


def test_a_knows_tie_counts_as_a_meeting_of_two() -> None:
    """Strength 5 weighs like a meeting of two today, for a year; a stale one decays by half in 180 days more."""
    graph = Graph().add("Person", "a", "b", "c")
    graph.say("KNOWS", "a", "b", strength=5, lastContactAt="2026-01-01")
    graph.say("KNOWS", "c", "b", strength=5, lastContactAt="2025-05-28")
    index = index_of(graph)
    assert np.allclose(sorted(index.meetings.weight), [0.5, 1.0])


def test_undated_days_are_known() -> None:
    """The random networks cover dated, coarse, undated and future events."""
    assert sum(np.isnan(day_of(day)) for day in DAYS) == 1
