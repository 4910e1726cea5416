"""The record of introductions: what may follow what, whom it keeps apart, how much is asked, what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.errors import LpgraphError, NotFound, UsageError
from lpgraph.introductions import Ask, best_across, suggest, texts, wall, why_nobody, why_not
from lpgraph.introductions.book import Book, One, Record
from lpgraph.introductions.caps import after, next_free
from lpgraph.introductions.desk import Desk
from lpgraph.introductions.record import Plan, day, leaves_network, wanted
from lpgraph.introductions.steps import BOTH_YES, EVENTS, OPEN, STATUSES, YES, State, possible, turn
from lpgraph.introductions.weights import DEFAULT
from lpgraph.network.days import day_of
from lpgraph.network.index import index_of
from lpgraph.network.snapshot import take
from queries import catalogue
from tests.introductions import test_gates as gates
from tests.introductions.graph import Graph, Memory
from tests.introductions.histories import Reader, books, kept, no_time, quiet
from tests.introductions.networks import PEOPLE, TODAY, networks

HOSTILE = "$owner ${why} {0.__class__} %s\r\nBcc: evil@example.org\n![](http://evil.test/x)"


# ---- steps
@given(st.lists(st.sampled_from(EVENTS), max_size=25))
def test_nobody_is_introduced_before_both_said_yes(events: list[str]) -> None:
    """Whatever is said in whatever order: a status past “asked” holds two yeses, and a refusal changes nothing."""
    state = State()
    for event in events:
        try:
            state = turn(event, state).state
        except UsageError as error:
            assert all(f"{e}" in str(error) for e in possible(state.status) if not e.startswith("yes"))
            continue
        if state.status in BOTH_YES:
            assert (state.a, state.b) == (YES, YES)
        assert state.status in STATUSES


def test_the_walk_of_the_design() -> None:
    """The statuses follow each other as they are written down, by their own names."""
    state, seen = State(), ["suggested"]
    for event in ("approved", "asked_a", "asked_b", "accepted", "introduced", "met", "useful"):
        turned = turn(event, state)
        state = turned.state
        seen.append(state.status)
    assert seen == ["suggested", "approved", "asked_a", "asked_b", "accepted", "introduced", "met", "outcome"]
    assert turned.outcome == "useful"


@pytest.mark.parametrize(
    ("status", "event"),
    [("suggested", "introduced"), ("approved", "accepted"), ("declined", "approved"), ("outcome", "declined"),
     ("introduced", "useful"), ("asked_a", "yes_b"), ("suggested", "nonsense")],
)  # fmt: skip
def test_what_cannot_follow_is_refused(status: str, event: str) -> None:
    """A step out of order names what is possible instead."""
    with pytest.raises(UsageError, match=r"Possible now|There is no step"):
        turn(event, State(status))


def test_which_side_said_no_is_the_same_word() -> None:
    """“No” of either side comes to one and the same step."""
    state = State("asked_b", YES, "asked")
    assert turn("no_a", state) == turn("no-b", state) == turn("declined", state)


# ---- gates, loads and limits over random networks and histories
@given(networks(), books(), st.sampled_from(PEOPLE))
@settings(max_examples=40, deadline=None)
def test_no_gated_pair_is_shown_brokered_or_drafted(graph: Graph, book: Book, who: str) -> None:
    """Over random graphs and histories: nobody is shown, named as broker, begun with or written to against a gate."""
    store = Reader(graph)
    snapshot = take(store, TODAY)
    desk = Desk(store, snapshot, book)
    found = suggest(store, snapshot, who, Ask(as_of=TODAY), book=book)
    if quiet(book, who) or no_time(book, who, "requested"):
        assert found == [] and why_nobody(snapshot, who, book=book)
    for s in found:
        assert not gates.stopped(graph, who, s.id)
        assert not kept(book, who, s.id) and not quiet(book, s.id) and not no_time(book, s.id, "received")
        for broker in [*([s.broker] if s.broker else []), *desk.brokers(who, s.id)]:
            assert not quiet(book, broker.id) and not no_time(book, broker.id, "brokered")
            assert not gates.flagged(graph, broker.id, "doNotContact", "doNotIntroduce")
            assert not gates.kept_apart(graph, broker.id, who) and not gates.kept_apart(graph, broker.id, s.id)
    for record in book.records:
        if desk.drafts(record):
            a, b = record.a.id, record.b.id
            assert not any(quiet(book, x) or gates.gone(graph, x) for x in (a, b))
            assert not any(gates.flagged(graph, x, "doNotContact", "doNotIntroduce") for x in (a, b))
            assert not gates.kept_apart(graph, a, b)


@given(networks(), books())
@settings(max_examples=12, deadline=None)
def test_what_is_shown_across_people_passes_every_gate(graph: Graph, book: Book) -> None:
    """Today's list holds no pair that a gate stops for either."""
    store = Memory(graph)
    for one in best_across(store, take(store, TODAY), 5, Ask(as_of=TODAY), book=book):
        assert not gates.stopped(graph, one.who, one.suggestion.id)
        assert not kept(book, one.who, one.suggestion.id)
        assert not quiet(book, one.who) and not quiet(book, one.suggestion.id)
        assert not no_time(book, one.who, "requested") and not no_time(book, one.suggestion.id, "received")


@given(networks(), books(), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))
@settings(max_examples=40, deadline=None)
def test_an_introduction_begins_exactly_where_no_gate_stops(graph: Graph, book: Book, a: str, b: str) -> None:
    """What cannot be begun is what ``why_not`` says is stopped, and what it says agrees with a plain reading."""
    store = Reader(graph)
    snapshot = take(store, TODAY)
    staff = graph.entities["Person"][b].get("status") == "staff"
    waits = quiet(book, a) or quiet(book, b) or no_time(book, a, "requested") or no_time(book, b, "received")
    stopped = gates.stopped(graph, a, b) or staff or (a != b and kept(book, a, b)) or waits
    assert why_not(store, snapshot, a, b, TODAY, book=book).stopped == stopped
    try:
        Desk(store, snapshot, book).new(Plan(a, b))
    except LpgraphError:
        assert stopped
    else:
        assert not stopped


def pair(status: str = "suggested", **more: object) -> Record:
    """Ortiz and Vega."""
    return replace(
        Record("introduction/one", status, One("ortiz", "Ortiz", "Person"), One("vega", "Vega", "Person"), begun=TODAY),
        **more,  # type: ignore[arg-type]
    )


def test_a_decline_rests_both_ways_and_tells_nobody_whose_it_was() -> None:
    """The pair is stopped either way round until its day; the sentence names no side."""
    book = Book(TODAY, (pair("declined", because="not now", until=after(TODAY, 180)),))
    store = Memory(gates.small())
    for a, b in (("ortiz", "vega"), ("vega", "ortiz")):
        told = [g for g in why_not(store, take(store, TODAY), a, b, TODAY, book=book).gates if g.stops]
        assert [g.text for g in told] == ["Not now: the two are not suggested to each other until 23 May 2027."]
        assert told[0].facts == ()
    later = replace(book, on="2027-05-24")
    assert later.between("ortiz", "vega") is None


def test_above_the_limit_a_person_waits_for_the_next_month() -> None:
    """Five requests a month; the sixth waits, and a sentence says until when."""
    five = tuple(
        Record(
            f"introduction/{i}", "suggested", One("ortiz", "Ortiz", "Person"), One(f"x{i}", "X", "Person"), begun=TODAY
        )
        for i in range(5)
    )
    store = Memory(gates.small())
    assert suggest(store, take(store, TODAY), "ortiz", Ask(as_of=TODAY), book=Book(TODAY, five[:4]))
    assert suggest(store, take(store, TODAY), "ortiz", Ask(as_of=TODAY), book=Book(TODAY, five)) == []
    assert "next free in December" in why_nobody(take(store, TODAY), "ortiz", book=Book(TODAY, five))
    assert next_free("2026-12-31") == "January 2027"


def test_a_broker_who_made_enough_is_not_named() -> None:
    """Ana made two this month: she is no longer asked, in a list or by name."""
    two = tuple(
        replace(pair(), id=f"introduction/{i}", a=One(f"x{i}", "X", "Person"), b=One(f"y{i}", "Y", "Person"),
                broker=One("ana", "Ana", "Person"))
        for i in range(2)
    )  # fmt: skip
    store = Memory(gates.small())
    snapshot = take(store, TODAY)
    for records, name in (((), "ana"), (two[:1], "ana"), (two, None)):
        found = suggest(store, snapshot, "ortiz", Ask(as_of=TODAY), book=Book(TODAY, records))
        assert [s.broker.id if s.broker else None for s in found if s.id == "vega"] == [name]
    assert found[0].reasons  # she is still the way that is told
    with pytest.raises(UsageError, match="next free in December"):
        Desk(store, snapshot, Book(TODAY, two)).check_broker("ortiz", "vega", "ana")


# ---- the legal-entity wall
def test_evidence_of_the_other_side_is_not_used() -> None:
    """For a c3 user nothing rests on a c4 event or campaign; both and unmarked stay; a c4 campaign is not there."""
    graph = gates.small().add("Campaign", "hours", legalEntity="c4").say("WORKS_ON", "ortiz", "hours")
    graph.say("WORKS_ON", "vega", "hours")
    store = Memory(graph)
    snapshot = take(store, TODAY)
    marks = {"e2": "501(c)(4)", "e1": "both", "hours": "c4"}
    for side, shown in (("", True), ("both", True), ("c4", True), ("c3", False)):
        book = Book(TODAY, side=side, marks=marks)
        found = suggest(store, snapshot, "ortiz", Ask(as_of=TODAY), book=book)
        assert ("vega" in [s.id for s in found]) == shown, side
        behind = wall.behind(snapshot, book)
        index = index_of(behind, DEFAULT.limits.tuning, day_of(TODAY))
        at = snapshot.nodes.position
        assert bool(index.met(at["ana"])[at["vega"]]) == shown
    with pytest.raises(NotFound):
        suggest(store, snapshot, "ortiz", Ask(as_of=TODAY, campaign="hours"), book=Book(TODAY, side="c3", marks=marks))


# ---- texts
@given(st.text(max_size=40) | st.just(HOSTILE), st.sampled_from((*OPEN, "introduced")))
@settings(deadline=None)
def test_a_name_never_becomes_a_template_a_line_or_an_address(name: str, status: str) -> None:
    """Names are filled in as they are, on one line; an address is there only after both said yes."""
    record = Record("introduction/x", status, One("a", name, "Person"), One("b", "Bo", "Person"))
    filling = texts.Filling({"a": name}, [name], [name], name, {"a": ("a@example.org",), "b": ("x?bcc=evil@e.org",)})
    for draft in texts.drafts(record, filling):
        assert "\n" not in draft.subject and "\r" not in draft.body
        assert texts.flat(name) in draft.body or not texts.flat(name)
        address = urlsplit(draft.mailto)
        if status not in BOTH_YES:
            assert draft.mailto == "" and "a@example.org" not in draft.body
        else:
            assert set(parse_qs(address.query)) <= {"subject", "body"} and "?" not in address.path
            assert unquote(address.path).split(",")[0] == "a@example.org"


def test_both_sides_and_the_broker_get_a_text_of_their_own() -> None:
    """Each is told of the other; reasons with “you” are told only to whom they speak of."""
    record = pair("approved", broker=One("ana", "Ana", "Person"))
    told = texts.drafts(record, texts.Filling({}, ["Ana knows you."], ["Ana met you."], "Sam", {}))
    assert [(d.kind, d.to) for d in told] == [("side_a", "Ortiz"), ("side_b", "Vega"), ("broker", "Ana")]
    assert "Ana knows you." in told[0].body and "Ana met you." in told[1].body and "you." not in told[2].body
    assert all("Sam" in d.body for d in told)


# ---- small things
def test_an_id_may_be_shortened_where_only_one_begins_so() -> None:
    """A beginning that fits two, or nothing, is said so."""
    records = [replace(pair(), id=f"introduction/{i}") for i in ("abc1", "abc2", "d")]
    assert wanted(records, "d").id == wanted(records, "introduction/d").id
    for text in ("abc", "", "zz"):
        with pytest.raises(NotFound):
            wanted(records, text)


def test_a_day_is_a_day() -> None:
    """What is no date is refused in words; nothing stays nothing."""
    assert (day(""), day(" 2027-01-31 ")) == ("", "2027-01-31")
    with pytest.raises(UsageError, match="write it as"):
        day("next week")


def test_one_place_reads_an_address() -> None:
    """Every way to an e-mail or phone goes through the module that asks the record first, or, for all at once in an
    export, asks that module whose are hidden."""
    root = Path(__file__).parents[2]
    told = [
        query.name
        for query in catalogue().values()
        if query.mode == "read" and "Contact" in query.text and "value" in query.returns
    ]
    assert {name.partition(":")[0] for name in told} == {"explore_contacts", "export_addresses"}
    code = {p.name: p.read_text(encoding="utf-8") for p in (root / "lpgraph").rglob("*.py")}
    assert [name for name, text in code.items() if "explore_contacts" in text] == ["contacts.py"]
    assert [name for name, text in code.items() if "export_addresses" in text] == ["network.py"]
    assert "contacts.withheld(" in code["network.py"]


def test_a_step_that_says_nothing_of_people_leaves_the_network() -> None:
    """Only a tie or a gate makes another network; whatever else was typed does too."""
    assert leaves_network("introduction asked_a (Sam, 2026-11-24)")
    for title in (
        "introduction met (Sam, 2026-11-24)",
        "met (introduction asked_a, 2026-11-24)",
        "introduction",
        "a.csv",
    ):
        assert not leaves_network(title)


def test_a_campaign_is_not_brought_the_same_one_twice() -> None:
    """Whoever is being introduced to one supporter for a campaign is not offered through the next one."""
    graph = gates.small().add("Campaign", "hours").add("Person", "bea")
    graph.say("WORKS_ON", "ortiz", "hours").say("WORKS_ON", "bea", "hours").attend("e3", "2026-10-03", "ana", "bea")
    store = Memory(graph)
    snapshot, campaign = take(store, TODAY), One("hours", "Hours", "Campaign")
    for record, offered in (
        (None, True),
        (pair(campaign=campaign), False),
        (pair("declined", campaign=campaign), True),
    ):
        book = Book(TODAY, (record,) if record else ())
        found = suggest(store, snapshot, "hours", Ask(as_of=TODAY), book=book)
        assert ("vega" in [s.id for s in found]) == offered
