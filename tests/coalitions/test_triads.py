"""Triads, votes, structure and turnover on a small city, by hand."""

from itertools import permutations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.coalitions.coverage import grid, unlinked_leads
from lpgraph.coalitions.structure import structure
from lpgraph.coalitions.triad import Corner, triad
from lpgraph.coalitions.turnover import ending, turnover
from lpgraph.coalitions.votes import Mover, count
from lpgraph.names.stances import Vote, supports, understood, vote_of
from lpgraph.network import measures
from tests.coalitions.memory import denver, scene_of
from tests.introductions.graph import Graph


def _sides(found: object) -> list[float]:
    return [side.strength for side in found.sides]  # type: ignore[attr-defined]


def test_a_full_triad_scores_six() -> None:
    """Three corners and three strong sides: knows, membership, an introduction's worth of knowing."""
    graph = denver().say("KNOWS", "ana", "fay").say("MEMBER_OF", "ana", "union").say("KNOWS", "fay", "gus")
    found = triad(scene_of(graph), "hours", "denver")
    assert found.score == 6
    assert found.missing == ()


def test_a_room_of_thirty_is_a_weak_side_and_a_room_of_thirty_one_none() -> None:
    """Together at a small recent event is weak; at a bigger or an old one it is nothing."""
    others = [f"x{i}" for i in range(28)]
    small = denver().add("Person", *others).attend("e", "2026-10-01", "ana", "fay", *others)
    big = denver().add("Person", "y", *others).attend("e", "2026-10-01", "ana", "fay", "y", *others)
    old = denver().attend("e", "2024-10-01", "ana", "fay")
    assert [_sides(triad(scene_of(g), "hours", "denver"))[0] for g in (small, big, old)] == [0.5, 0.0, 0.0]


def test_opponents_undecided_and_leaning_fill_nothing() -> None:
    """Only who supports fills a corner; who is against it by one row does not by another."""
    for stance in ("opposes", "undecided", "leans yes", "leans no"):
        graph = denver()
        graph.facts = [f for f in graph.facts if not (f.type == "WORKS_ON" and f.a == "ana")]
        found = triad(scene_of(graph.say("WORKS_ON", "bo", "hours", stance=stance)), "hours", "denver")
        assert found.missing == (Corner.INSIDE,), stance
    both = denver().say("WORKS_ON", "ana", "hours", stance="opposes")
    assert triad(scene_of(both), "hours", "denver").missing == (Corner.INSIDE,)


def test_a_correction_of_the_same_day_counts() -> None:
    """Of two words of one day the one that was said last, whatever it is; of one load the more careful one."""
    for first, last, there in (("leans yes", "supports", True), ("supports", "opposes", False)):
        graph = denver().say("WORKS_ON", "bo", "hours", stance=first, startDate="2026-11-24", load="load-7")
        scene = scene_of(graph.say("WORKS_ON", "bo", "hours", stance=last, startDate="2026-11-24", load="load-8"))
        assert ("bo" in [m.id for m in triad(scene, "hours", "denver").who(Corner.INSIDE)]) is there
        votes = {s.seat.person: s.vote for s in count(scene, "hours", "denver").seats}
        assert votes["bo"] is vote_of(last)


def test_stances_in_other_words() -> None:
    """Who leans against is no friend, who gives no answer no opponent; how strong a yes is changes nothing."""
    words = {
        Vote.NO: ("leans against", "likely no", "probably no", "soft no", "lean-no", "leaning oppose", "opponent",
                  "support unlikely", "firm no", "strong oppose", "won't support"),
        Vote.UNKNOWN: ("no comment", "no response", "no opinion", "no vote yet", "not opposed", "ABSNT", "maybe"),
        Vote.YES: ("strongly supports", "strong yes", "hard yes", "in support", "endorsed", "co-sponsor",
                   "will vote yes", "Affirmative"),
        Vote.LEAN: ("leans yes", "likely yes", "yes?", "leaning", "yes, with amendments"),
    }  # fmt: skip
    wrong = [(text, vote) for vote, texts in words.items() for text in texts if vote_of(text) is not vote]
    assert wrong == []
    assert [understood(t) for t in ("", "undecided", "leans against", "purple")] == [True, True, True, False]


def test_an_ended_post_fills_no_corner() -> None:
    """An official of last year is a person: the inside corner is empty."""
    graph = denver()
    for fact in graph.of("HOLDS"):
        if fact.a == "ana":
            fact.props["endDate"] = "2026-01-31"
    assert triad(scene_of(graph), "hours", "denver").missing == (Corner.INSIDE,)


def test_a_union_of_the_state_is_active_in_the_city_and_a_legislator_is_no_city_official() -> None:
    """Organizations reach down, seats do not; a neighbouring city's official is none either."""
    graph = denver().add("Organization", "senate", classification="government body").say("GOVERNS", "senate", "co")
    graph.add("Person", "sen").add("Post", "s1", name="Senate 1").say("IN_BODY", "s1", "senate").say(
        "HOLDS", "sen", "s1"
    )
    graph.say("WORKS_ON", "sen", "hours", stance="supports")
    found = triad(scene_of(graph), "hours", "denver")
    assert [m.id for m in found.who(Corner.INSIDE)] == ["ana"]
    assert [m.id for m in found.who(Corner.UNION)] == ["union"]
    assert triad(scene_of(graph), "hours", "boulder").who(Corner.INSIDE) == ()


def test_vote_count_says_who_and_which_row() -> None:
    """Each seat by its newest word; more than half is needed; undecided seats name who could move them."""
    graph = denver().say("WORKS_ON", "bo", "hours", stance="leans yes", startDate="2026-05-01")
    graph.say("WORKS_ON", "cai", "hours", stance="opposes").say("KNOWS", "fay", "dee")
    found = count(scene_of(graph), "hours", "denver")
    assert [str(s.vote) for s in found.seats] == ["yes", "lean", "no", "unknown", "unknown"]
    assert (found.needed, found.missing, found.next_vote) == (3, 2, "2027-02-09")
    dee = found.seats[3]
    assert [(m.member.id, m.how) for m in dee.movers] == [("fay", "knows"), ("ana", "belongs")]
    assert found.seats[0].said[0].row.file == "graph.csv"


def test_expected_and_recorded_votes_on_the_campaigns_measure_count() -> None:
    """A later expectation beats an older stance, and a vote of the same day beats an expectation."""
    graph = denver().add("Policy", "sched").add("Measure", "m1", stageDate="2026-09-01").say("ABOUT", "hours", "sched")
    graph.say("ENACTS", "m1", "sched").say("IN_AREA", "m1", "denver")
    graph.say("EXPECTED", "dee", "m1", vote="yes", startDate="2026-10-01")
    graph.say("EXPECTED", "eli", "m1", vote="yes", startDate="2026-10-02")
    graph.say("VOTED", "eli", "m1", vote="Nay", startDate="2026-10-02")
    votes = {s.seat.person: s.vote for s in count(scene_of(graph), "hours", "denver").seats}
    assert (votes["dee"], votes["eli"]) == (Vote.YES, Vote.NO)


def test_one_person_in_two_sources_is_one_seat() -> None:
    """The same office told by two sources is counted once."""
    graph = denver().add("Post", "again", name="Member").say("IN_BODY", "again", "council").say("HOLDS", "ana", "again")
    found = count(scene_of(graph), "hours", "denver")
    assert [s.seat.person for s in found.seats if s.holder].count("ana") == 1


@given(st.text(max_size=12))
def test_any_stance_is_one_of_four(text: str) -> None:
    """No stance crashes; only a yes supports."""
    assert vote_of(text) in Vote
    assert supports(text) == (not text.strip() or vote_of(text) is Vote.YES)


_EDGES = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda e: e[0] < e[1]), max_size=16)


@settings(max_examples=150, deadline=None)
@given(_EDGES, st.lists(st.sampled_from("abc"), min_size=8, max_size=8))
def test_measures_equal_networkx_and_a_plain_count(pairs: set[tuple[int, int]], kinds: list[str]) -> None:
    """Articulation points are networkx's; brokerage is what counting every triple by its definition gives."""
    nodes = [str(i) for i in range(8)]
    edges = {(str(a), str(b)) for a, b in pairs}
    group = dict(zip(nodes, kinds, strict=True))
    graph: nx.Graph[str] = nx.Graph(sorted(edges))
    assert measures.articulation(nodes, edges) == frozenset(nx.articulation_points(graph))
    expected: dict[tuple[str, str], int] = {}
    for x, b, y in permutations(nodes, 3):
        if graph.has_edge(x, b) and graph.has_edge(b, y) and not graph.has_edge(x, y):
            gx, gb, gy = group[x], group[b], group[y]
            role = (
                "coordinator" if gx == gb == gy else "gatekeeper" if gb == gy else "representative" if gx == gb
                else "consultant" if gx == gy else "liaison"
            )  # fmt: skip
            expected[b, role] = expected.get((b, role), 0) + 1
    found = {(b, r): n for b, roles in measures.brokerage(edges, group).items() for r, n in roles.items()}
    assert found == expected
    assert frozenset().union(*measures.communities(nodes, edges)) == set(nodes)


def test_structure_names_who_holds_it_together() -> None:
    """Ana alone ties the tenants to the union: without her it falls apart."""
    graph = denver().say("KNOWS", "ana", "fay").say("KNOWS", "ana", "gus")
    found = structure(scene_of(graph), "hours", "denver")
    assert [h.member.id for h in found.holders] == ["ana"]
    assert [[m.id for m in part] for part in found.holders[0].parts] == [["tenants"], ["union"]]
    assert found.between[0].member.id == "ana"
    assert dict(found.between[0].roles) == {"liaison": 2}


def test_turnover_names_successor_and_what_lost_its_person() -> None:
    """Who left, who follows in the same seat, and which campaign is orphaned; a re-election is no turnover."""
    graph = denver().add("Person", "new").say("HOLDS", "new", "seat1", startDate="2026-06-01")
    for fact in graph.of("HOLDS"):
        if fact.a == "ana":
            fact.props["endDate"] = "2026-05-31"
        if fact.a == "bo":
            fact.props["endDate"] = "2026-05-31"
    graph.say("HOLDS", "bo", "seat2", startDate="2026-06-01", endDate="2027-05-31")
    scene = scene_of(graph)
    (only,) = turnover(scene)
    assert (only.outgoing.id, only.successor and only.successor.id) == ("ana", "new")
    assert [i.campaign for i in only.orphaned] == ["hours"]
    assert [e.holder.id for e in ending(scene)] == ["bo"]


def test_grid_puts_the_biggest_gap_first_and_weighs_by_tier() -> None:
    """An empty tier-1 city comes before an empty tier-3 city and before a full one."""
    graph = denver().say("IN_AREA", "hours", "boulder", tier="3").add("Area", "pueblo", name="Pueblo", state="CO")
    graph.say("IN_AREA", "hours", "pueblo", tier="1")
    assert [c.city.area for c in grid(scene_of(graph))] == ["pueblo", "denver", "boulder"]


def test_leads_of_two_cities_that_are_not_tied_are_named() -> None:
    """The leads of two key cities are introduced unless they know each other."""
    graph = denver().add("Organization", "bc", classification="government body").say("GOVERNS", "bc", "boulder")
    graph.add("Person", "ida").add("Post", "b1", name="Ward 1").say("IN_BODY", "b1", "bc").say("HOLDS", "ida", "b1")
    graph.say("WORKS_ON", "ida", "hours", stance="supports", role="champion").say(
        "IN_AREA", "hours", "boulder", tier="2"
    )
    assert [(one.a[1].id, one.b[1].id) for one in unlinked_leads(scene_of(graph), "hours")] == [("ida", "ana")]
    assert unlinked_leads(scene_of(graph.say("KNOWS", "ana", "ida")), "hours") == ()


def test_a_role_against_it_and_a_funder_fill_nothing() -> None:
    """An opponent by role alone is against it, moves nobody and is of no coalition; a funder is no community corner."""
    graph = denver().say("WORKS_ON", "bo", "hours", role="opponent").say("KNOWS", "bo", "cai")
    graph.add("Organization", "fund", classification="funder").say("ACTIVE_IN", "fund", "denver")
    graph.say("WORKS_ON", "fund", "hours", stance="supports")
    scene = scene_of(graph)
    found = triad(scene, "hours", "denver")
    assert [m.id for m in found.who(Corner.INSIDE)] == ["ana"]
    assert [m.id for m in found.corners[0].against] == ["bo"]
    assert [m.id for m in found.who(Corner.COMMUNITY)] == ["tenants"]
    assert "bo" not in {m.id for m in structure(scene, "hours", "denver").members}
    seats = {s.seat.person: s for s in count(scene, "hours", "denver").seats}
    assert seats["bo"].vote is Vote.NO
    assert "bo" not in {m.member.id for m in seats["cai"].movers}


def test_nobody_is_named_who_must_not_be_introduced_to_a_seat() -> None:
    """A colleague of the coalition who is kept apart from the holder moves nobody."""
    graph = denver()
    assert "ana" in {m.member.id for m in _movers(graph, "cai")}
    assert "ana" not in {m.member.id for m in _movers(graph.say("DO_NOT_INTRODUCE", "cai", "ana"), "cai")}


def _movers(graph: Graph, holder: str) -> tuple[Mover, ...]:
    return next(s.movers for s in count(scene_of(graph), "hours", "denver").seats if s.seat.person == holder)


def test_a_borough_is_counted_in_the_council_around_it() -> None:
    """Where no body governs an area the one of the city around it decides, never the state's."""
    graph = denver().add("Area", "north", name="North", state="CO", type="borough").say("WITHIN", "north", "denver")
    graph.add("Organization", "senate", classification="government body").say("GOVERNS", "senate", "co")
    graph.add("Post", "s1", name="Senate 1").say("IN_BODY", "s1", "senate")
    scene = scene_of(graph)
    assert count(scene, "hours", "north").body == "council"
    assert len(count(scene, "hours", "north").seats) == 5
    assert count(scene, "hours", "boulder").body == ""
