"""Campaigns typed on screen: key cities, who works on them, expected votes; each an entry that can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpgraph.coalitions import editing, reading
from lpgraph.coalitions.model import KeyCity
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.votes import count
from lpgraph.errors import UsageError
from lpgraph.explore import who
from lpgraph.ingest import LoadOptions, load, unlog
from lpgraph.ingest.fingerprint import fingerprint
from lpgraph.model import Label
from lpgraph.names.stances import Vote
from lpgraph.network import snapshot
from lpgraph.store import Store
from tests.coalitions.memory import denver, scene_of

DENVER = "ocd-division/country:us/state:co/county:denver"
CAMPAIGNS = """campaign_id,name,area,tier,next_vote,stage,policy
c-1,Fair Hours,"Denver, CO",1,2027-02-09,introduced,Fair scheduling
"""
POSTS = """person,role,body,area,seat,start,end
Ana Ortiz,Council Member,Sample City Council,"Denver, CO",District 1,2023-01-01,
"""
MEASURES = """measure_id,policy,area,number,title
m-1,Fair scheduling,"Denver, CO",CB 9,Hours
"""


def _scene(store: Store) -> Scene:
    return reading.take(store, snapshot.take(store))


def _city(store: Store) -> list[tuple[str, str, str, str]]:
    return [(k.tier, k.stage, k.next_vote, k.owner) for k in _scene(store).key_cities]


@pytest.mark.server
def test_what_is_typed_counts_and_is_taken_back(any_store: Store, tmp_path: Path) -> None:
    """The newest word of each field; an emptied field stays empty, an ended city is gone; all of it undone exactly."""
    for name, text in (("campaigns", CAMPAIGNS), ("posts", POSTS), ("measures", MEASURES)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    paths = [tmp_path / f"{name}.csv" for name in ("campaigns", "posts", "measures")]
    assert not [r for r in load(any_store, paths, LoadOptions(folder=tmp_path)) if r.error or r.rejected]
    mark = fingerprint(any_store)
    campaign = who.resolve(any_store, "Fair Hours", None, (Label.CAMPAIGN,)).id
    ana = who.resolve(any_store, "Ana Ortiz", None, (Label.PERSON,)).id
    assert _city(any_store) == [("1", "introduced", "2027-02-09", "")]
    entries = [editing.set_city(any_store, campaign, DENVER, tier="2", stage="vote", owner="Ruth", author="T")]
    assert _city(any_store) == [("2", "vote", "", "Ruth")]
    entries.append(editing.end_city(any_store, campaign, "Denver, CO", "T"))
    assert _city(any_store) == []
    entries.append(editing.set_city(any_store, campaign, DENVER, tier="3", author="T"))
    assert _city(any_store) == [("3", "", "", "")]
    measure = next(iter(_scene(any_store).measures.values()))[0]
    entries.append(editing.expect(any_store, ana, measure, "leans yes", author="T"))
    (seat,) = count(_scene(any_store), campaign, DENVER).seats
    assert (seat.vote, seat.said[0].kind) == (Vote.LEAN, "expected")
    entries.append(editing.involve(any_store, ana, campaign, stance="supports", role="lead", author="T"))
    assert [(i.who, i.role) for i in _scene(any_store).involved[campaign]] == [(ana, "lead")]
    entries.append(editing.new_campaign(any_store, "Rent Now", "Boulder, CO", tier="2", author="T"))
    assert {_scene(any_store).name(k.campaign) for k in _scene(any_store).key_cities} == {"Fair Hours", "Rent Now"}
    for wrong in ({"tier": "9"}, {"next_vote": "soon"}):
        with pytest.raises(UsageError):
            editing.set_city(any_store, campaign, DENVER, **wrong)
    for entry in reversed(entries):
        unlog(any_store, entry)
    assert fingerprint(any_store) == mark


def test_field_by_field_the_later_load_counts_and_a_blank_cell_erases_nothing() -> None:
    """Two files about one city: each field is its newest filled word; what a later file leaves blank stays."""
    graph = denver()
    graph.facts = [f for f in graph.facts if f.type != "IN_AREA"]
    graph.say("IN_AREA", "hours", "denver", tier="1", stage="research", load="load-1")
    graph.say("IN_AREA", "hours", "denver", stage="vote", nextVote="2027-02-09", load="load-2")
    graph.say("IN_AREA", "hours", "denver", nextVote="none", load="load-3")
    (city,) = scene_of(graph).key_cities
    assert isinstance(city, KeyCity)
    assert (city.tier, city.stage, city.next_vote) == ("1", "vote", "")
