"""The ledger's promises, on small random histories: order, repetition and undo leave no trace."""

from __future__ import annotations

import itertools
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.base import Mention
from lpgraph.ingest import fingerprint, log_entry, undo, unlog
from lpgraph.ingest.entries import enter
from lpgraph.model import Label
from lpgraph.store.graph import Step, Store
from tests.ingest.builders import Line, put
from tests.servers import wipe

pytestmark = pytest.mark.server

LAWS = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
PEOPLE = ("ada", "bo", "cy", "dee")
lines = st.lists(
    st.builds(
        Line,
        person=st.sampled_from(PEOPLE),
        event=st.sampled_from(("e1", "e2")),
        status=st.sampled_from(("attended", "registered", "cancelled")),
        name=st.sampled_from(("Ada Vance", "Bo Reed")),
        email=st.sampled_from(("", "ada@x.example.org", "team@x.example.org")),
        title=st.sampled_from(("", "Organizer", "Clerk")),
        ids=st.sampled_from(((), (), ("ein:1",))),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda line: (line.person, line.event),
)
histories = st.lists(lines, min_size=2, max_size=4)


def facts(store: Store, kind: str) -> list[tuple[str, str, dict[str, object]]]:
    """The facts of a type that start at a person: (first end, second end, properties)."""
    rows = store.read("fingerprint_facts:Person", after="", limit=99)
    return [(row["a"], b, props) for row in rows for name, b, props in row["facts"] if name == kind]


def _dates(history: list[list[Line]]) -> list[tuple[list[Line], str]]:
    return [(some, f"2026-0{number}-01") for number, some in enumerate(history, 1)]


@LAWS
@given(history=histories, seed=st.randoms(use_true_random=False))
def test_the_order_of_loads_is_irrelevant(embedded_store: Store, history: list[list[Line]], seed: object) -> None:
    """Files of different dates give one graph, whichever is loaded first."""
    prints = set()
    orders = list(itertools.permutations(_dates(history)))
    for order in (orders[0], orders[-1]):
        wipe(embedded_store)
        for some, as_of in order:
            put(embedded_store, some, as_of)
        prints.add(fingerprint(embedded_store))

    assert len(prints) == 1


@LAWS
@given(history=histories)
def test_the_order_of_files_of_one_day_is_irrelevant(embedded_store: Store, history: list[list[Line]]) -> None:
    """Of files of one as-of the content decides, never which was loaded first; an undo leaves what is left."""
    prints = set()
    for order in (history, history[::-1]):
        wipe(embedded_store)
        for some in order:
            put(embedded_store, some, "2026-01-01")
        prints.add(fingerprint(embedded_store))
    undo(embedded_store, put(embedded_store, [Line("ada", status="cancelled", title="Page")], "2026-01-01").load)
    prints.add(fingerprint(embedded_store))

    assert len(prints) == 1


@LAWS
@given(history=histories, which=st.integers(0, 3))
def test_undo_is_as_if_the_load_had_never_been(embedded_store: Store, history: list[list[Line]], which: int) -> None:
    """Taking one load of several back gives the fingerprint of the others alone."""
    dated = _dates(history)
    gone = which % len(dated)
    wipe(embedded_store)
    for number, (some, as_of) in enumerate(dated):
        if number != gone:
            put(embedded_store, some, as_of)
    expected = fingerprint(embedded_store)
    wipe(embedded_store)
    loads = [put(embedded_store, some, as_of).load for some, as_of in dated]
    undo(embedded_store, loads[gone])

    assert expected == fingerprint(embedded_store)


@LAWS
@given(history=histories)
def test_undoing_everything_leaves_nothing(embedded_store: Store, history: list[list[Line]]) -> None:
    """After the last undo no entity, mention, fact, id or contact is left."""
    wipe(embedded_store)
    empty = fingerprint(embedded_store)
    for load in [put(embedded_store, some, as_of).load for some, as_of in _dates(history)]:
        undo(embedded_store, load)

    assert empty == fingerprint(embedded_store)
    assert embedded_store.read("mention_by_contact", ids=["email:ada@x.example.org"]) == []


def test_a_large_load_is_taken_back_as_a_small_one(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fact by fact or all of a type at once: what another load says stays, and nothing else does."""
    put(any_store, [Line("ada"), Line("bo")], "2026-01-01")
    before = fingerprint(any_store)
    for small in (-1, 1_000):
        monkeypatch.setattr(sys.modules["lpgraph.ingest.undo"], "SMALL", small)
        taken = undo(any_store, put(any_store, [Line("bo"), Line("cy"), Line("di")], "2026-01-02").load)
        assert (taken.facts, taken.kept) == (4, 2)  # each is registered and attended
        assert fingerprint(any_store) == before


def test_the_same_file_again_writes_only_its_line(any_store: Store) -> None:
    """A second load of the same content changes nothing and says which load had brought it."""
    first = put(any_store, [Line("ada"), Line("bo")])
    before = fingerprint(any_store)
    again = put(any_store, [Line("ada"), Line("bo")], file="renamed.csv")

    assert first.load == again.same_as
    assert (again.unchanged, again.created, again.read) == (2, 0, 2)
    assert before == fingerprint(any_store)


def test_a_newer_row_takes_an_attendance_back_and_undo_returns_it(any_store: Store) -> None:
    """Attended, then registered only: the attendance stops counting; undo makes it count again."""
    put(any_store, [Line("ada"), Line("bo")], "2026-01-01")
    before = fingerprint(any_store)
    newer = put(any_store, [Line("ada", status="registered"), Line("bo")], "2026-02-01")

    assert newer.superseded == 1
    assert len(facts(any_store, "SUPERSEDED")) == 1
    undo(any_store, newer.load)
    assert before == fingerprint(any_store)


def test_an_older_file_never_wins(any_store: Store) -> None:
    """What an older file says of a record of which something newer is known does not count."""
    put(any_store, [Line("ada", status="registered", title="Clerk")], "2026-02-01")
    late = put(any_store, [Line("ada", status="attended", title="Page")], "2026-01-01")
    person = any_store.read("fingerprint_entities:Person", after="", limit=9)[0]["props"]

    assert late.older == 1
    assert person["title"] == "Clerk"
    assert facts(any_store, "ATTENDED") == []


def test_what_was_said_again_and_taken_back_is_replaced_once_more(any_store: Store) -> None:
    """Attended, then registered only, then attended again: undo of the third leaves what the second said."""
    put(any_store, [Line("ada")], "2026-01-01")
    put(any_store, [Line("ada", status="registered")], "2026-02-01")
    before = fingerprint(any_store)
    again = put(any_store, [Line("ada", title="")], "2026-03-01")
    assert len(facts(any_store, "ATTENDED")) == 1
    undo(any_store, again.load)

    assert facts(any_store, "ATTENDED") == []
    assert fingerprint(any_store) == before


def test_two_who_share_an_address_and_a_name_are_one_and_undo_parts_them(any_store: Store) -> None:
    """A merge moves the facts to one person; undoing the load that joined them gives both back."""
    put(any_store, [Line("ada", name="Ada Vance", email="ada@x.example.org")], "2026-01-01")
    put(any_store, [Line("av", "e2", name="Ada B Vance")], "2026-01-02")
    before = fingerprint(any_store)
    joining = put(any_store, [Line("av", "e3", name="Ada Vance", email="ada@x.example.org")], "2026-01-03")
    people = any_store.read("fingerprint_entities:Person", after="", limit=9)
    found = facts(any_store, "ATTENDED")

    assert len(people) == 1
    assert len(found) == 3
    undo(any_store, joining.load)
    assert before == fingerprint(any_store)


def test_a_load_that_dies_when_two_become_one_leaves_nobody_behind(
    any_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever lost the last record is gone with it: loaded again, the graph is that of a load that nothing stopped."""
    joining = [Line("av", "e3", name="Ada Vance", email="ada@x.example.org")]

    def begin() -> None:
        wipe(any_store)
        put(any_store, [Line("ada", name="Ada Vance", email="ada@x.example.org")], "2026-01-01")
        put(any_store, [Line("av", "e2", name="Ada B Vance")], "2026-01-02")

    def dying(store: Store, *steps: Step, **options: Any) -> Any:
        rows = plain(store, *steps, **options)
        if any(query.startswith("mention_move") for query, _ in steps):
            raise InterruptedError
        return rows

    begin()
    put(any_store, joining, "2026-01-03")
    whole, plain = fingerprint(any_store), Store.write
    begin()
    with monkeypatch.context() as patched, pytest.raises(InterruptedError):
        patched.setattr(Store, "write", dying)
        put(any_store, joining, "2026-01-03")
    put(any_store, joining, "2026-01-03")
    assert fingerprint(any_store) == whole


def test_an_entry_is_evidence_with_its_author_and_goes_with_its_undo(any_store: Store) -> None:
    """A typed acquaintance joins two people until it is taken back."""
    put(any_store, [Line("ada"), Line("bo")])
    before = fingerprint(any_store)
    ids = sorted(r["props"]["id"] for r in any_store.read("fingerprint_entities:Person", after="", limit=9))
    entry = log_entry(any_store, ids[0], "knows", other_id=ids[1], value="4", author="sam", note="met at school")
    found = facts(any_store, "KNOWS")
    (_, other, props), *_ = found

    assert (ids[1], "sam", 4) == (other, props["author"], props["strength"])
    unlog(any_store, entry)
    assert before == fingerprint(any_store)


def test_a_role_is_one_at_an_organization_or_in_a_campaign(embedded_store: Store) -> None:
    """“role” joins a person to either, “member” takes the role beside; each with the words that were given."""
    ada = Mention(Label.PERSON, "test", ("ada",), {"name": "Ada Vance"})
    union = Mention(Label.ORGANIZATION, "test", ("local",), {"name": "Local 7"})
    effort = Mention(Label.CAMPAIGN, "test", ("heat",), {"name": "Heat at work"})
    enter(embedded_store, [ada, union, effort], "setting", "sam")
    ids = {label: embedded_store.read(f"fingerprint_entities:{label}", after="", limit=9)[0]["props"]["id"]
           for label in (Label.PERSON, Label.ORGANIZATION, Label.CAMPAIGN)}  # fmt: skip
    who = ids[Label.PERSON]
    log_entry(embedded_store, who, "role", other_id=ids[Label.ORGANIZATION], value="Organizer")
    log_entry(embedded_store, who, "role", other_id=ids[Label.CAMPAIGN], value="Lead")
    log_entry(embedded_store, who, "member", other_id=ids[Label.ORGANIZATION], value="Steward")

    roles = {kind: facts(embedded_store, kind)[0][2]["role"] for kind in ("STAFF_OF", "WORKS_ON", "MEMBER_OF")}
    assert roles == {"STAFF_OF": "Organizer", "WORKS_ON": "Lead", "MEMBER_OF": "Steward"}


def test_a_gate_holds_whatever_is_loaded_later(any_store: Store) -> None:
    """Do-not-contact survives newer files about the same person, and their undo."""
    put(any_store, [Line("ada")], "2026-01-01")
    who = any_store.read("fingerprint_entities:Person", after="", limit=9)[0]["props"]["id"]
    log_entry(any_store, who, "do-not-contact", author="sam")
    newer = put(any_store, [Line("ada", title="Clerk")], "2026-03-01")

    assert any_store.read("fingerprint_entities:Person", after="", limit=9)[0]["props"]["doNotContact"] is True
    undo(any_store, newer.load)
    assert any_store.read("fingerprint_entities:Person", after="", limit=9)[0]["props"]["doNotContact"] is True


def test_rows_that_are_older_than_what_is_known_are_said(embedded_store: Store) -> None:
    """An older file's word does not count, and its report says so, with the day of the newer one."""
    put(embedded_store, [Line("ada"), Line("bo")], "2026-02-01", "newer.csv")
    late = put(embedded_store, [Line("ada", status="registered"), Line("cy")], "2026-01-01", "older.csv")

    assert (late.created, late.unchanged) == (1, 1)
    assert any("row 1 is older than what newer.csv says (as of 2026-02-01" in issue.reason for issue in late.issues)
