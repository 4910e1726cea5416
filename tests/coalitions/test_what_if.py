"""What if somebody leaves equals the graph from which they were really removed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.coalitions.coverage import grid
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.structure import structure
from lpgraph.coalitions.triad import triad
from lpgraph.coalitions.votes import count
from lpgraph.coalitions.what_if import bridges, what_if
from tests.coalitions.memory import denver, removed, scene_of
from tests.introductions.graph import Graph

PEOPLE = ("ana", "bo", "cai", "dee", "eli", "fay", "gus", "hal")
ORGS = ("tenants", "union")
_who = st.sampled_from(PEOPLE)
_pairs = st.tuples(_who, _who).filter(lambda p: p[0] < p[1])


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Denver with random ties, events, memberships and stances."""
    graph = denver()
    graph.say("IN_AREA", "hours", "boulder", tier="2")
    for a, b in draw(st.lists(_pairs, max_size=5, unique=True)):
        graph.say("KNOWS", a, b)
    for person in draw(st.lists(_who, max_size=4)):
        graph.say("MEMBER_OF", person, draw(st.sampled_from(ORGS)))
    for i in range(draw(st.integers(0, 3))):
        who = draw(st.sets(st.sampled_from((*PEOPLE, *ORGS)), min_size=2, max_size=4))
        graph.attend(f"e{i}", "2026-03-01", *sorted(who))
    for one in draw(st.lists(_who, max_size=4, unique=True)):
        graph.say("WORKS_ON", one, "hours", stance=draw(st.sampled_from(("supports", "leans yes", "opposes"))))
    return graph


def _answers(scene: Scene) -> tuple[object, ...]:
    cells = [
        (
            c.city.area,
            c.triad.score,
            [[m.id for m in x.members] for x in c.triad.corners],
            [s.ties for s in c.triad.sides],
        )
        for c in grid(scene)
    ]
    votes = count(scene, "hours", "denver")
    whole = structure(scene, "hours", "denver")
    return (
        cells,
        [(s.seat.name, s.vote, [(m.member.id, m.how) for m in s.movers]) for s in votes.seats],
        votes.needed,
        whole.edges,
        [h.member.id for h in whole.holders],
        [(b.member.id, b.roles) for b in whole.between],
    )


@settings(max_examples=120, deadline=None)
@given(graphs(), st.sets(st.sampled_from((*PEOPLE, *ORGS)), min_size=1, max_size=3))
def test_without_equals_really_removed(graph: Graph, gone: set[str]) -> None:
    """Triads, votes, ties, articulation and brokerage without somebody are those of the graph without them."""
    assert _answers(scene_of(graph).without(gone)) == _answers(scene_of(removed(graph, *gone)))


@settings(max_examples=60, deadline=None)
@given(graphs(), st.sets(st.sampled_from((*PEOPLE, *ORGS)), min_size=1, max_size=3))
def test_what_if_tells_exactly_what_the_two_graphs_differ_in(graph: Graph, gone: set[str]) -> None:
    """A change is told for a key city if and only if its corners, sides, votes or ties are fewer without them."""
    scene, after = scene_of(graph), scene_of(removed(graph, *gone))
    told = {c.city.area: c for c in what_if(scene, gone).changes}
    now = {c.city.area: c.triad for c in grid(after)}
    for cell in grid(scene):
        area = cell.city.area
        lost = cell.triad.score - now[area].score
        if lost > 0:
            assert told[area].before.score - told[area].after.score == lost
        elif area in told:
            change = told[area]
            assert change.votes_lost or change.isolated or change.parts or change.sides_lost


def test_several_together_and_nobody() -> None:
    """Two brokers leave together: what one alone would keep is lost; nobody leaving changes nothing."""
    graph = (
        denver().say("KNOWS", "ana", "fay").say("WORKS_ON", "bo", "hours", stance="supports").say("KNOWS", "bo", "fay")
    )
    scene = scene_of(graph)
    assert not any(c.corners_lost for c in what_if(scene, ["ana"]).changes)
    both = what_if(scene, ["ana", "bo"])
    assert [str(c) for c in both.changes[0].corners_lost] == ["official"]
    assert both.changes[0].votes_lost == 2
    assert {s.name for s in both.seats} == {"District 1", "District 2"}
    assert what_if(scene, []).changes == ()


def test_a_lost_side_names_who_could_join_it_again() -> None:
    """Hal knows an official and somebody of the tenants: when the tie of the two is gone, Hal could introduce them."""
    graph = denver().say("KNOWS", "bo", "fay").say("WORKS_ON", "bo", "hours", stance="supports")
    graph.say("KNOWS", "hal", "ana").say("KNOWS", "hal", "fay")
    (change,) = [c for c in what_if(scene_of(graph), ["bo"]).changes if c.city.area == "denver"]
    assert [[m.member.id for m in some] for _, some in change.replacements] == [["hal"]]


def test_an_opponent_repairs_nothing() -> None:
    """Who is against the campaign, or kept apart from one of the two, is not named as who could join them again."""
    graph = denver().say("KNOWS", "hal", "ana").say("KNOWS", "hal", "gus").say("KNOWS", "bo", "gus")
    graph.say("WORKS_ON", "bo", "hours", stance="supports")
    assert _replacing(graph) == {"hal"}
    assert _replacing(removed(graph).say("WORKS_ON", "hal", "hours", stance="leans against")) == set()
    assert _replacing(removed(graph).say("DO_NOT_INTRODUCE", "hal", "ana")) == set()


def _replacing(graph: Graph) -> set[str]:
    (change,) = what_if(scene_of(graph), ["bo"]).changes
    return {m.member.id for _, some in change.replacements for m in some}


def test_who_could_join_two_corners_that_nothing_connects() -> None:
    """Somebody tied to both and of neither; nobody who is against it."""
    graph = denver().say("KNOWS", "hal", "ana").say("KNOWS", "hal", "gus")
    scene = scene_of(graph)
    found = triad(scene, "hours", "denver")
    sides = {(str(s.a), str(s.b)): {m.member.id for m in bridges(scene, found, s)} for s in found.open_sides}
    assert sides["official", "union"] == {"hal"}
    assert sides["community organization", "union"] == set()
