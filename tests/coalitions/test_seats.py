"""The seats of a body, when two files each have them."""

from lpgraph.coalitions.seats import label, number
from lpgraph.coalitions.votes import count
from lpgraph.coalitions.words import doubt_lines
from lpgraph.names.stances import Vote
from tests.coalitions.memory import denver, scene_of
from tests.introductions.graph import Graph


def _post(graph: Graph, post: str, name: str, who: str = "", **term: str) -> Graph:
    graph.add("Post", post, name=name).say("IN_BODY", post, "council")
    return graph.say("HOLDS", who, post, **term) if who else graph


def _labels(graph: Graph) -> list[tuple[str, str]]:
    return [(s.seat.name, s.seat.person) for s in count(scene_of(graph), "hours", "denver").seats]


def test_one_office_from_two_files_is_one_seat() -> None:
    """The same holder under another label, or the same label in other words without a holder, is no second seat."""
    before = _labels(denver())
    graph = _post(denver(), "b1", "Council Member, District 1, Denver Sample Council", "ana")
    _post(graph, "b2", "Councilmember District 2")
    _post(graph.add("Person", "old"), "b3", "DISTRICT 3", "old", endDate="2026-10-01")
    assert [who for _, who in _labels(graph)] == [who for _, who in before]


def test_who_sits_on_under_a_title_left_no_vacancy() -> None:
    """A member whose numbered term ended and who is now the leader still sits; who left is followed by who came."""
    graph = denver()
    for fact in graph.of("HOLDS"):
        if fact.a in ("ana", "bo"):
            fact.props["endDate"] = "2026-06-30"
    _post(graph, "lead", "Majority Leader", "ana", startDate="2025-07-01")
    assert sorted(who for _, who in _labels(graph)) == ["", "ana", "cai", "dee", "eli"]
    _post(graph.add("Person", "new"), "member", "Council Member", "new", startDate="2026-07-01")
    assert sorted(who for _, who in _labels(graph)) == ["ana", "cai", "dee", "eli", "new"]


def test_a_list_that_may_be_incomplete_is_said_to_be() -> None:
    """Numbers that are missing, two holders of one seat, a mayor, and who has no vote are each said on the count."""
    graph = denver()
    assert list(doubt_lines(count(scene_of(graph), "hours", "denver"))) == []
    _post(graph.add("Person", "ivy", "kim", "lou", "max"), "s9", "District 9", "ivy")
    _post(graph, "twice", "Council Member, District 1", "kim")
    _post(_post(graph, "m", "Mayor", "lou"), "clerk", "City Clerk", "max")
    found = count(scene_of(graph), "hours", "denver")
    said = " ".join(doubt_lines(found))
    assert "numbered up to 9" in said
    assert "district 1" in said
    assert "Counts Mayor" in said
    assert "City Clerk" in said
    assert "max" not in {s.seat.person for s in found.seats}
    assert found.number(Vote.YES) == 1


def test_labels() -> None:
    """What is numbered, however it is written; a year is no number of a seat."""
    same = ("District 7", "Council Member, District 7, New York City Council", "7th District", "district #7")
    assert {label(one) for one in same} == {"district 7"}
    assert number("Class of 2026") is None
    assert label("Ward 7") != label("District 7")
