"""Each story that ``lpgraph demo`` tells holds in the files, read as plain tables."""

from __future__ import annotations

import networkx as nx
import pytest

from lpgraph.demo.stories import stories
from lpgraph.demo.world import World
from tests.demo.conftest import DAY
from tests.demo.reading import Files


def test_everybody_whom_a_story_names_exists(files: Files, world: World) -> None:
    """A story's people are in the files, its texts name them, and its command asks about one of them."""
    names = {row["name"] for row in files.people.values()}
    for story in stories(world):
        assert set(story.people) <= names, story.title
        assert all(name in story.text + story.look for name in story.people[:1]), story.title
        assert story.look.startswith("lpgraph ")


def test_two_steps_apart(files: Files) -> None:
    """Noemi and Dwayne were never at one event and do not know each other; Ruth knows both and met both."""
    noemi, dwayne, ruth = (files.who(n) for n in ("Noemi Castellan", "Dwayne Okafor-Reyes", "Ruth Adeyemi-Stone"))

    assert not files.events_of(noemi) & files.events_of(dwayne)
    assert files.events_of(noemi) & files.events_of(ruth)
    assert files.events_of(dwayne) & files.events_of(ruth)
    assert frozenset((noemi, dwayne)) not in files.knows
    assert {frozenset((ruth, noemi)), frozenset((ruth, dwayne))} <= files.knows


def test_fair_workweek_is_passed_there_and_introduced_here(files: Files) -> None:
    """The measures say who sponsored fair workweek, and where it stands."""
    measures = {
        (files.people[row["sponsor"]]["name"], row["stage"])
        for row in files.table("measures")
        if row["title"].endswith("Fair Workweek ordinance")
    }

    assert {("Dwayne Okafor-Reyes", "passed"), ("Noemi Castellan", "introduced")} <= measures


def test_the_pair_that_must_be_kept_apart_would_be_suggested(files: Files) -> None:
    """Grace and Harlan work on one campaign, so that without the wish they would be an obvious match."""
    grace, harlan = files.who("Grace Whitfield-Nakamura"), files.who("Harlan Prewitt")
    campaigns = {
        mail: {r["campaign"] for r in files.table("involvement") if files.people.get(r["who"], {}).get("email") == mail}
        for mail in (grace, harlan)
    }

    assert files.apart == {frozenset((grace, harlan))}
    assert campaigns[grace] & campaigns[harlan]


def test_without_the_bridge_portland_is_alone(files: Files) -> None:
    """Odile joins Portland's people to everybody else; without her nobody of Portland has met an outsider."""
    graph = nx.Graph([*files.came, *(tuple(pair) for pair in files.knows)])
    odile = files.who("Odile Thibodeaux")
    portland = {r["email"] for r in files.people.values() if r["city"] == "Portland"} - {odile}
    there = {mail for mail in portland if mail in graph}
    elsewhere = set(graph) - there - {odile}
    ruth = files.who("Ruth Adeyemi-Stone")

    assert len(there) >= 5
    assert all(nx.has_path(graph, mail, ruth) for mail in there)
    graph.remove_node(odile)
    assert not any(nx.has_path(graph, mail, ruth) for mail in there)
    assert ruth in elsewhere


def test_the_missing_corner(files: Files) -> None:
    """Tenant protections in Minneapolis: officials and organizations, no union of the city though there are two."""
    campaign = next(r["campaign_id"] for r in files.table("campaigns") if r["name"] == "Tenant Protections")
    involved = {r["who"] for r in files.table("involvement") if r["campaign"] == campaign}
    here = {
        kind: {r[column] for r in files.table(kind) if r["city"] == "Minneapolis"}
        for kind, column in (("people", "person_id"), ("organizations", "organization_id"), ("unions", "union_id"))
    }

    assert here["people"] & involved
    assert here["organizations"] & involved
    assert not here["unions"] & involved
    assert len(here["unions"]) == 2


def test_the_term_that_has_ended(files: Files) -> None:
    """Bernard's term is over, Lucia's runs, and both are of one seat."""
    posts = {files.people[row["person"]]["name"]: row for row in files.table("posts")}
    bernard, lucia = posts["Bernard Oyelaran"], posts["Lucia Fontanez"]

    assert bernard["end"] < lucia["start"] < DAY.isoformat() < lucia["end"]
    assert (bernard["body"], bernard["seat"]) == (lucia["body"], lucia["seat"])


def test_registered_and_did_not_come(files: Files) -> None:
    """Priya is in the report, not checked in, and was at nothing else."""
    priya = files.who("Priya Raghunathan")
    said = {row["Attendee Status"] for row in files.table("eventbrite_attendees") if row["Email"] == priya}

    assert said == {"Attending"}
    assert files.events_of(priya) == set()


def test_new_and_never_at_anything(files: Files) -> None:
    """Walter's name stands in no attendance of any kind, and he took office within three months."""
    walter = files.who("Walter Kaminski")
    post = next(r for r in files.table("posts") if files.people[r["person"]]["email"] == walter)

    assert files.events_of(walter) == set()
    assert walter not in {files.mail(row) for row in files.table("attendance")}
    assert post["start"] > "2026-08-24"


def test_the_big_room(files: Files) -> None:
    """130 people were checked in, each once."""
    assert sum(title == files.told["eventbrite_attendees"] for _, title in files.came) == 130


@pytest.mark.parametrize(("name", "count"), [("Maria Santos", 2), ("Robert Linden", 1), ("Bob Linden", 0)])
def test_names_that_mislead(files: Files, name: str, count: int) -> None:
    """Two people share one name in the register of people; the one who signed in as Bob is in it once, as Robert."""
    assert sum(row["name"] == name for row in files.people.values()) == count


def test_bob_signed_in_with_roberts_address(files: Files) -> None:
    """What joins the two spellings is the address."""
    signed = {row["Name"]: row["Email"] for row in files.table("sign_in_sheet")}

    assert signed["Bob Linden"] == files.who("Robert Linden")
