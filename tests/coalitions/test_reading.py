"""A scene read from a real server is the scene of the same graph in memory."""

import pytest

from lpgraph.coalitions import reading
from lpgraph.network import snapshot
from lpgraph.store import Store
from tests.coalitions.memory import TODAY, denver, scene_of


@pytest.mark.server
def test_every_server_gives_the_scene_of_the_graph(any_store: Store) -> None:
    """Campaigns, key cities, seats, stances, votes, areas and ties: field by field the same on every server."""
    graph = denver().say("KNOWS", "ana", "fay").attend("e", "2026-10-01", "ana", "fay", "union")
    graph.add("Policy", "sched").add("Measure", "m1", stageDate="2026-09-01").say("ABOUT", "hours", "sched")
    graph.say("ENACTS", "m1", "sched").say("IN_AREA", "m1", "denver")
    graph.say("EXPECTED", "dee", "m1", vote="yes", startDate="2026-10-01").say("VOTED", "eli", "m1", vote="Nay")
    graph.add("Post", "empty", name="District 6").say("IN_BODY", "empty", "council")
    graph.write(any_store)
    found, expected = reading.take(any_store, snapshot.take(any_store, TODAY)), scene_of(graph)
    for name in expected.__dataclass_fields__:
        mine, theirs = getattr(found, name), getattr(expected, name)
        if isinstance(theirs, tuple):
            assert sorted(map(repr, mine)) == sorted(map(repr, theirs)), name
        else:
            assert mine == theirs, name
    assert len(expected.seats) == 6
