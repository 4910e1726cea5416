"""What is asked of a real graph, the same on every server."""

from __future__ import annotations

import pytest

from lpgraph.errors import Ambiguous, NotFound, UsageError
from lpgraph.explore import ego, paths, profile, search, who
from lpgraph.store import Store
from tests import servers
from tests.conftest import _wanted as wanted
from tests.explore.world import small

pytestmark = pytest.mark.server
VEGA, DIAZ, REYES, OLD = "person/marisol-vega", "person/tomas-diaz", "person/ana-reyes", "person/old-hand"
TODAY = "2026-03-01"


@pytest.fixture(scope="module", params=["embedded", "lts", "new"])
def store(request: pytest.FixtureRequest) -> Store:
    """The small network on each server, written once: nothing here writes."""
    wanted(request.param)
    found: Store = request.getfixturevalue(f"_{request.param}")
    servers.wipe(found)
    small().write(found)
    return found


def test_who_is_meant(store: Store) -> None:
    """An id, a provider's id in either spelling, a name in any case and without accents."""
    for text in (VEGA, "ocd-person/aaaa-bbbb", "ocd-person:aaaa-bbbb", "Marisol Vega", "marisol VEGA", "vega"):
        assert who.resolve(store, text, TODAY).id == VEGA
    found = who.resolve(store, "tomas diaz", TODAY)
    assert (found.id, found.kind, found.where) == (DIAZ, "official", "Brooklyn, NY")
    assert who.resolve(store, "olms:12345", TODAY).kind == "union"
    assert who.resolve(store, "Denver", TODAY).label == "Area"


def test_a_name_that_fits_several_never_picks(store: Store) -> None:
    """Two people of one name are both offered, with where they are; a misspelt name offers the near one."""
    with pytest.raises(Ambiguous) as several:
        who.resolve(store, "Sam Twin", TODAY)
    assert [c[0] for c in several.value.candidates] == ["person/twin-a", "person/twin-b"]
    assert "Reno, NV" in str(several.value)
    with pytest.raises(NotFound, match="Marisol Vega"):
        who.resolve(store, "Marisol Vegga", TODAY)
    with pytest.raises(NotFound):
        who.resolve(store, "ocd-person/none-such", TODAY)


def test_search_finds_by_words_and_kind(store: Store) -> None:
    """Best fit first; a kind keeps that kind; officials are people; nothing for nonsense; the same every time."""
    hits = search.search(store, "fair workweek", on=TODAY)
    assert [h.name for h in hits] == ["Fair Workweek Test", "Fair Workweek Ordinance"]
    assert [h.kind for h in search.search(store, "test", kind="union", on=TODAY)] == ["union"]
    assert [h.id for h in search.search(store, "vega", kind="person", on=TODAY)] == [VEGA]
    assert search.search(store, "vega", kind="event", on=TODAY) == []
    assert search.search(store, "xyzzy qqq", on=TODAY) == []
    assert search.search(store, "test", on=TODAY) == search.search(store, "test", on=TODAY)
    with pytest.raises(UsageError, match="kinds are"):
        search.search(store, "vega", kind="wizard")


def test_the_profile_names_every_row(store: Store) -> None:
    """Posts once with both rows, attended apart from registered, the typed tie with author and id, contacts private."""
    found = profile.profile(store, VEGA, TODAY)
    assert (found.entity.kind, found.entity.where) == ("official", "Denver, CO")
    (post,) = found.section("posts")
    assert [s.file for s in post.sources] == ["other.csv", "facts.csv"]  # by source: other, test
    assert [x.other.name for x in found.section("attended") if x.other] == ["Test Convening 2024"]
    assert [x.other.name for x in found.section("registered") if x.other] == ["Rent Roundtable"]
    (entry,) = found.section("entries")
    assert entry.entry == "entry-1" and entry.sources[0].author == "Kim"
    assert [x.text for x in found.section("contacts")] == ["email: vega@example.org"]
    assert [s.private for s in found.sections if s.key == "contacts"] == [True]
    assert all(line.sources for section in found.sections for line in section.lines)
    assert profile.profile(store, OLD, TODAY).flags == ("Do not contact",)
    with pytest.raises(NotFound):
        profile.profile(store, "person/nobody")


def test_a_long_profile_says_how_much_it_leaves_out(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut to one row each way, the profile counts the rest; uncut it leaves out nothing."""
    whole = profile.profile(store, REYES, TODAY)
    monkeypatch.setattr(profile, "MOST_FACTS", 1)
    cut = profile.profile(store, REYES, TODAY)
    rows = sum(len(x.fact.keys) for s in whole.sections for x in s.lines if x.fact and s.key != "entries")
    shown = sum(len(x.fact.keys) for s in cut.sections for x in s.lines if x.fact and s.key != "entries")
    assert whole.more == 0 and cut.more == rows - shown > 0


def test_an_ended_post_is_history(store: Store) -> None:
    """Who held a post once is no official today, and was one then."""
    assert profile.profile(store, OLD, TODAY).entity.kind == "person"
    assert profile.profile(store, OLD, "2016-05-01").entity.kind == "official"
    (post,) = profile.profile(store, OLD, TODAY).section("posts")
    assert post.current is False


@pytest.mark.parametrize(
    "centre",
    ["organization/denver-city-council", "campaign/fair-workweek-test", "event/rent-roundtable",
     "ocd-division/country:us/state:co/county:denver", "measure/fair-workweek-ordinance", VEGA],
)  # fmt: skip
def test_anything_can_be_the_centre(store: Store, centre: str) -> None:
    """A body, campaign, event, place, measure or person is drawn with Vega in the picture, and has a profile."""
    view = ego.ego(store, centre, on=TODAY)
    assert view.nodes[0].id == centre and VEGA in {n.id for n in view.nodes}
    assert profile.profile(store, centre, TODAY).sections


def test_the_picture_around_a_person(store: Store) -> None:
    """The body behind the post, the thin edge for being together, the tie with its strength; no duplicate edge ids."""
    view = ego.ego(store, VEGA, on=TODAY)
    edges = {(e.type, frozenset((e.a, e.b))): e for e in view.edges}
    assert "organization/denver-city-council" in {n.id for n in view.nodes}
    together = edges["TOGETHER", frozenset((VEGA, DIAZ))]
    assert together.thin and together.text == "together at 1 event"
    assert edges["KNOWS", frozenset((VEGA, REYES))].weight == 4
    assert edges["HOLDS", frozenset((OLD, "post/council-member-district-10"))].current is False
    assert len({e.id for e in view.edges}) == len(view.edges)
    assert ego.ego(store, VEGA, limit=3, on=TODAY).hidden == len(view.nodes) - 3
    more = ego.expand(store, REYES, [n.id for n in ego.ego(store, VEGA, limit=2, on=TODAY).nodes], on=TODAY)
    assert VEGA not in {n.id for n in more.nodes}
    assert ("KNOWS", frozenset((VEGA, REYES))) in {(e.type, frozenset((e.a, e.b))) for e in more.edges}


def test_the_way_between_two(store: Store) -> None:
    """Vega and Diaz meet over an event; a tie typed by hand is a way; the kind of tie can be narrowed."""
    (way,) = paths.shortest(store, VEGA, DIAZ, on=TODAY)
    assert way.ids == (VEGA, "event/test-convening-2024", DIAZ)
    assert [s.type for s in way.steps] == ["ATTENDED", "ATTENDED"]
    assert way.steps[0].facts[0].sources[0].file == "facts.csv"
    assert paths.shortest(store, VEGA, REYES, ["KNOWS"], on=TODAY)[0].steps[0].facts[0].sources[0].author == "Kim"
    assert paths.shortest(store, VEGA, DIAZ, ["KNOWS"], on=TODAY) == []
    assert paths.shortest(store, VEGA, DIAZ, max_length=1, on=TODAY) == []
    with pytest.raises(UsageError, match="no tie called"):
        paths.shortest(store, VEGA, DIAZ, ["LIKES"])
