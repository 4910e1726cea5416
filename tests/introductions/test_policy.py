"""Who went first on a policy is suggested without any shared event, with the measure's row."""

import re

import pytest

from lpgraph.introductions import Ask, best_across, suggest, why_nobody
from lpgraph.introductions.policy import PolicyTerm
from lpgraph.introductions.weights import DEFAULT
from lpgraph.network.passage import rung
from lpgraph.network.snapshot import take
from tests.introductions.graph import Graph, Memory

TODAY = "2026-11-24"


def cities(graph: Graph | None = None) -> Graph:
    """Denver explores what New York passed; Seattle has it in committee; a scholar advises; nobody ever met."""
    graph = graph or Graph()
    graph.add("Policy", "workweek", name="fair workweek")
    for place, state, size in (("denver", "CO", 700_000), ("newyork", "NY", 8_000_000), ("seattle", "WA", 730_000)):
        graph.add("Area", place, name=place.title(), state=state, type="place", population=size)
        graph.add("Organization", f"council-{place}", classification="government body")
        graph.say("GOVERNS", f"council-{place}", place)
    for who, place in (("ortiz", "denver"), ("diaz", "newyork"), ("bystander", "newyork"), ("moss", "seattle")):
        graph.add("Person", who).add("Post", f"seat-{who}").say("IN_BODY", f"seat-{who}", f"council-{place}")
        graph.say("HOLDS", who, f"seat-{who}")
    graph.add("Person", "scholar", "stranger")
    graph.add(
        "Measure", "m-ny", number="Int 1396", stage="Enacted", stageDate="2017-05-30", url="https://ny.example/1396"
    )
    graph.add("Measure", "m-sea", number="CB 1", stage="In Committee", stageDate="2026-05")
    graph.add("Measure", "m-den", number="CB26-1", stage="Introduced", stageDate="2026-03")
    for measure, place in (("m-ny", "newyork"), ("m-sea", "seattle"), ("m-den", "denver")):
        graph.say("ENACTS", measure, "workweek").say("IN_AREA", measure, place)
    graph.say("SPONSORED", "diaz", "m-ny").say("ADVISES_ON", "scholar", "workweek", kind="fiscal")
    return graph.say("INTERESTED_IN", "ortiz", "workweek")


def test_the_sponsor_elsewhere_the_row_and_an_expert_without_a_shared_event() -> None:
    """A Denver official gets Brooklyn's sponsor with the measure's row, the adviser, and what Denver has."""
    graph = cities()
    store = Memory(graph)
    found = {s.id: s for s in suggest(store, take(store, TODAY), "ortiz", Ask())}
    assert {"diaz", "scholar", "bystander", "moss"} <= set(found)
    said = next(r for r in found["diaz"].reasons if r.kind == "policy")
    assert (
        "Diaz sponsored fair workweek in Newyork (Int 1396, https://ny.example/1396, passed on 30 May 2017)"
        in said.text
    )
    assert "Denver introduced it in Mar 2026 (CB26-1)" in said.text
    assert ("ENACTS", ("m-ny", "workweek")) in {(f.type, f.ids) for f in said.facts}
    assert all(f.row is not None for f in said.facts)
    expert = next(r for r in found["scholar"].reasons if r.kind == "policy")
    assert expert.text.startswith("Scholar advises on fair workweek (fiscal).")
    assert found["diaz"].score > found["bystander"].score
    assert "stranger" not in found


def test_the_bound_of_the_policy_term() -> None:
    """Beside any other evidence policy is at most a third of a score and of what is said."""
    store = Memory(cities())
    for s in suggest(store, take(store, TODAY), "ortiz", Ask()):
        kinds = {r.kind for r in s.reasons}
        if kinds - {"policy"}:
            assert sum(r.share for r in s.reasons if r.kind == "policy") <= DEFAULT.weights.policy_share + 1e-9
        assert sum(r.share for r in s.reasons) == pytest.approx(1.0)


def test_nobody_behind_is_ahead() -> None:
    """For New York, which passed it, neither Denver nor Seattle has anything to show; advice stays."""
    snapshot = take(Memory(cities().say("INTERESTED_IN", "diaz", "workweek")), TODAY)
    assert set(PolicyTerm(snapshot, "diaz").ahead) == {"scholar"}


def test_a_like_city_counts_more() -> None:
    """Of two cities that passed it, the one of the same state and size speaks louder."""
    graph = cities().add("Area", "aurora", name="Aurora", state="CO", type="place", population=400_000)
    graph.add("Organization", "council-aurora", classification="government body").say(
        "GOVERNS", "council-aurora", "aurora"
    )
    graph.add("Person", "near").add("Post", "seat-near").say("IN_BODY", "seat-near", "council-aurora")
    graph.say("HOLDS", "near", "seat-near").add("Measure", "m-aur", stage="passed", stageDate="2020")
    graph.say("ENACTS", "m-aur", "workweek").say("IN_BODY", "m-aur", "council-aurora").say("SPONSORED", "near", "m-aur")
    ahead = PolicyTerm(take(Memory(graph), TODAY), "ortiz").ahead
    assert ahead["near"].value == pytest.approx(1.5 * ahead["diaz"].value)


def test_filters_by_policy_and_city() -> None:
    """``policy`` keeps whom it speaks for or who shares in it; ``city`` keeps one place."""
    store = Memory(cities())
    snapshot = take(store, TODAY)
    assert {s.id for s in suggest(store, snapshot, "moss", Ask(policy="workweek"))} == {
        "diaz",
        "bystander",
        "scholar",
    }
    assert {s.id for s in suggest(store, snapshot, "ortiz", Ask(city="newyork"))} == {"diaz", "bystander"}


def test_a_campaign_asks_through_its_supporters() -> None:
    """A campaign gets people who do not work on it; each sentence names the supporter that it is told for."""
    graph = cities().add("Campaign", "fw").say("WORKS_ON", "ortiz", "fw", stance="supports")
    graph.say("ABOUT", "fw", "workweek")
    store = Memory(graph)
    found = suggest(store, take(store, TODAY), "fw", Ask())
    assert found[0].id == "diaz" and found[0].path[:2] == ("fw", "ortiz")
    assert all(r.text.startswith("For Ortiz: ") for s in found for r in s.reasons)
    assert not any(re.search(r"\byou\b", r.text) for s in found for r in s.reasons)
    assert "ortiz" not in {s.id for s in found}
    assert [s.rank for s in found] == list(range(1, len(found) + 1))


def test_a_campaign_without_supporters_says_so() -> None:
    """Nobody works on it: no list, and a sentence why."""
    store = Memory(cities().add("Campaign", "fw").say("ABOUT", "fw", "workweek"))
    snapshot = take(store, TODAY)
    assert suggest(store, snapshot, "fw", Ask()) == []
    assert "Nobody works on this campaign" in why_nobody(snapshot, "fw")


def test_across_people_names_nobody_twice() -> None:
    """For Today: most evidence first, each with reasons, nobody in two pairs, nobody behind a gate."""
    graph = cities()
    graph.entities["Person"]["moss"]["doNotContact"] = True
    store = Memory(graph)
    found = best_across(store, take(store, TODAY), 5)
    assert found and all(p.suggestion.reasons for p in found)
    names = [one for p in found for one in (p.who, p.suggestion.id)]
    assert len(names) == len(set(names)) and "moss" not in names
    assert [p.evidence for p in found] == sorted((p.evidence for p in found), reverse=True)


def test_stages_as_files_write_them() -> None:
    """Passed, vetoed, in committee, filed: read by words, a failure first."""
    said = ("Adopted", "Vetoed by Mayor", "Committee Hearing", "Introduced", "passed, then repealed")
    assert [rung(stage) for stage in said] == [3, 0, 2, 1, 0]
    assert rung("passed", "failed") == 0
