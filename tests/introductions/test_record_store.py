"""The record on every server: steps and their undo, merges, addresses, limits of entries, what was shown."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from loaders.base import Fact, Mention
from lpgraph import ingest
from lpgraph.errors import UsageError
from lpgraph.explore import contacts, profile, search
from lpgraph.explore.facts import TYPES
from lpgraph.ingest import entries
from lpgraph.introductions import FactRef, Reason, Suggestion, shown
from lpgraph.introductions.book import Record, read_book
from lpgraph.introductions.record import Change, Plan, answer, begin, history
from lpgraph.model import Label
from lpgraph.store import Store

pytestmark = pytest.mark.server
NAMES = {"ana": "Ana Okafor", "bo": "Bo Lindqvist", "cy": "Cy Castellan"}
WALK = ("approved", "asked_a", "yes_a", "asked_b", "yes_b", "introduced", "met", "useful")


def people(store: Store) -> dict[str, str]:
    """Three people with addresses, one of them at an event; ids by nickname."""
    mentions = [
        Mention(Label.PERSON, "crm", (nick,), {"name": name}, emails=(f"{nick}@example.org",))
        for nick, name in NAMES.items()
    ]
    event = Mention(Label.EVENT, "crm", ("e",), {"name": "Forum", "legalEntity": "c4"})
    entries.enter(store, [*mentions, Fact("ATTENDED", mentions[0], event)], "people", "Sam")
    return {nick: search.search(store, name)[0].id for nick, name in NAMES.items()}


def only(store: Store) -> Record:
    """The one introduction that there is."""
    (record,) = read_book(store).records
    return record


def test_each_step_is_an_entry_and_its_undo_is_exact(any_store: Store) -> None:
    """Undo of the steps one by one gives each fingerprint back, owner and due day included, down to nothing."""
    ids = people(any_store)
    prints, done = [ingest.fingerprint(any_store)], []
    said = begin(any_store, Plan(ids["ana"], ids["bo"], ids["cy"], due="2027-01-15", evidence=(ids["cy"],)), "Sam")
    for event in WALK:
        prints.append(ingest.fingerprint(any_store))
        done.append(said.entry)
        change = Change(owner="Kim", due="2027-02-01") if event == "asked_a" else Change()
        said = answer(any_store, only(any_store), event, change, "Sam")
    end = only(any_store)
    assert (end.status, end.outcome, end.owner.name, end.due) == ("outcome", "useful", "Kim", "2027-02-01")
    assert (end.a.id, end.b.id, end.broker.id) == (ids["ana"], ids["bo"], ids["cy"])
    assert [step.event for step in history(any_store, end.id)] == ["suggested", *WALK]
    for entry, before in zip(reversed([*done, said.entry]), reversed(prints), strict=True):
        ingest.unlog(any_store, entry)
        assert ingest.fingerprint(any_store) == before
    assert read_book(any_store).records == ()


def test_a_step_that_is_taken_out_of_the_middle_leaves_the_rest(any_store: Store) -> None:
    """The record stands on its newest step even where its first one is undone."""
    ids = people(any_store)
    first = begin(any_store, Plan(ids["ana"], ids["bo"], owner="Sam"), "Sam")
    answer(any_store, only(any_store), "approved", author="Kim")
    before = only(any_store)
    ingest.unlog(any_store, first.entry)
    assert replace(only(any_store), reason=before.reason, score=before.score) == before
    assert [step.event for step in history(any_store, before.id)] == ["approved"]


def test_sides_move_with_a_merge_and_come_apart_again(any_store: Store) -> None:
    """Two records that turn out to be one person take their introduction along; undo parts them as they were."""
    ids = people(any_store)
    begin(any_store, Plan(ids["ana"], ids["bo"]), "Sam")
    other = Mention(Label.PERSON, "roster", ("x",), {"name": NAMES["bo"]}, emails=("bo@example.org",), rank=3)
    load = entries.enter(any_store, [other], "roster", "Sam")
    merged = only(any_store)
    answer(any_store, merged, "approved", author="Sam")
    assert only(any_store).b.id == search.search(any_store, NAMES["bo"])[0].id
    ingest.undo(any_store, load)
    assert only(any_store).b.name == NAMES["bo"] and only(any_store).status == "approved"


def test_addresses_are_hidden_until_both_said_yes(any_store: Store) -> None:
    """On the profile of either side, and for whoever asks; the typed address stays, unseen, with its undo."""
    ids = people(any_store)
    ingest.log_entry(any_store, ids["bo"], "contact", value="new@example.org", author="Sam")
    begin(any_store, Plan(ids["ana"], ids["bo"]), "Sam")

    def seen(nick: str) -> str:
        return repr(profile.profile(any_store, ids[nick]))

    for event in ("approved", "asked_a", "yes_a", "asked_b"):
        assert "@example.org" not in seen("ana") + seen("bo") and "Contact added" in seen("bo")
        assert contacts.emails(any_store, "Person", ids["bo"]) == ()
        answer(any_store, only(any_store), event, author="Sam")
    assert "cy@example.org" in seen("cy")
    answer(any_store, only(any_store), "yes_b", author="Sam")
    assert "ana@example.org" in seen("ana") and "new@example.org" in seen("bo")


@pytest.mark.parametrize("event", ["already_know", "bad_time", "do_not_introduce", "not_relevant"])
def test_what_ends_an_introduction_says_something_of_the_people(any_store: Store, event: str) -> None:
    """Each writes its own fact in the same entry, and takes it back with it."""
    ids = people(any_store)
    before = ingest.fingerprint(any_store)
    said = begin(any_store, Plan(ids["ana"], ids["bo"]), "Sam", event)
    types = {row["type"] for one in ("ana", "bo")
             for row in any_store.read("explore_facts:Person", id=ids[one], types=list(TYPES), limit=50)}  # fmt: skip
    wanted = {"already_know": "KNOWS", "do_not_introduce": "DO_NOT_INTRODUCE"}.get(event)
    assert types - {"ATTENDED"} == ({wanted} if wanted else set())
    assert (ids["bo"] in read_book(any_store).quiet) == (event == "bad_time")
    assert only(any_store).owner is None and only(any_store).because == event.replace("_", " ")
    ingest.unlog(any_store, said.entry)
    assert ingest.fingerprint(any_store) == before


def test_two_organizations_are_not_kept_apart(any_store: Store) -> None:
    """“Do not introduce” needs a person; nothing is written."""
    both = [Mention(Label.ORGANIZATION, "crm", (x,), {"name": f"{x} United"}) for x in ("Larkspur", "Granite")]
    entries.enter(any_store, list(both), "two", "Sam")
    a, b = (search.search(any_store, f"{x} United")[0].id for x in ("Larkspur", "Granite"))
    with pytest.raises(UsageError, match="not relevant"):
        begin(any_store, Plan(a, b), "Sam", "do_not_introduce")
    assert read_book(any_store).records == ()


def test_a_clock_that_was_set_back_does_not_turn_the_steps_round(
    any_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest step counts by the order in which the steps were said."""
    ids = people(any_store)
    begin(any_store, Plan(ids["ana"], ids["bo"]), "Sam")
    monkeypatch.setattr("lpgraph.ingest.clock.now", lambda: "2016-01-01T00:00:00.000000Z")
    answer(any_store, only(any_store), "approved", author="Sam")
    answer(any_store, only(any_store), "asked_a", author="Sam")
    assert only(any_store).status == "asked_a"


def test_no_search_or_profile_shows_a_record(any_store: Store) -> None:
    """Neither a name, nor a kind, nor a neighbour leads to it."""
    ids = people(any_store)
    begin(any_store, Plan(ids["ana"], ids["bo"], note="secret"), "Sam")
    assert "introduction/" not in repr(search.search(any_store, "introduction"))
    assert "introduction/" not in repr(profile.profile(any_store, ids["ana"]))
    with pytest.raises(UsageError):
        search.search(any_store, "x", kind="introduction")


def test_what_was_shown_is_noted_once_and_is_no_part_of_the_graph(any_store: Store) -> None:
    """The same list again counts up; rank, kinds and shares are kept; the fingerprint stays; marks are read."""
    ids = people(any_store)
    before = ingest.fingerprint(any_store)
    reason = Reason("mutual", "x", 0.41, (FactRef("KNOWS", ("a",), "f.csv", 1),))
    found = [Suggestion(1, ids["bo"], "Bo", "person", "", 1.0, (reason,), None, ())]
    for _ in range(2):
        shown.note(any_store, shown.shown([ids["ana"]], found, "Sam"))
    (noted,) = shown.read_shown(any_store)
    assert (noted.who, noted.ids, noted.kinds) == ((ids["ana"],), (ids["bo"],), ("mutual:0.41",))
    assert (noted.by, noted.times) == ("Sam", 2)
    assert ingest.fingerprint(any_store) == before
    assert set(read_book(any_store).marks.values()) == {"c4"}


def test_typed_roles_and_quiet_times(any_store: Store) -> None:
    """A role is on the staff of an organization; a quiet time is on the profile with its undo, and no past wish."""
    ids = people(any_store)
    entries.enter(any_store, [Mention(Label.ORGANIZATION, "crm", ("o",), {"name": "Larkspur United"})], "one", "Sam")
    there = search.search(any_store, "Larkspur United")[0].id
    ingest.log_entry(any_store, ids["ana"], "role", other_id=there, value="organizer", author="Sam")
    entry = ingest.log_entry(any_store, ids["ana"], "snooze", value="2099-01-31", author="Sam")
    told = profile.profile(any_store, ids["ana"])
    assert "organizer" in repr(told.section("memberships"))
    assert [line.entry for line in told.section("entries") if "31 Jan 2099" in line.text] == [entry]
    assert read_book(any_store).quiet == {ids["ana"]}
    assert read_book(any_store, on="2099-02-01").quiet == frozenset()
    with pytest.raises(UsageError):
        ingest.log_entry(any_store, ids["ana"], "snooze", value="soon", author="Sam")
    assert json.loads(any_store.read("mention_by_load", load=entry)[0]["data"])["props"]["snoozeUntil"] == "2099-01-31"
