"""A policy's page, peers and questions from a real store, through the real loaders."""

from pathlib import Path

import pytest

from lpgraph.errors import NotFound, UsageError
from lpgraph.explore import who
from lpgraph.ingest import LoadOptions, load, log_entry, unlog
from lpgraph.ingest.fingerprint import fingerprint
from lpgraph.introductions.book import EMPTY, Book, One, Record, read_book
from lpgraph.model import Label
from lpgraph.names.stages import Stage
from lpgraph.network import snapshot
from lpgraph.policies import page as pages
from lpgraph.policies import peers, questions, words
from lpgraph.store import Store

MEASURES = """stage,policy,url,measure_id,number,area,title,stage_date,sponsor,preemption,citation,budget_note
Signed into law,Fair hours,https://example.org/1,m-1,Int 9001,"Brooklyn, NY",Hours,2023-05-01,p-2,,,staff
first reading,Fair hours,,m-2,CB 9,"Denver, CO",Hours,2026-03-01,,,,
vetoed,Fair hours,,m-3,SB 9,"Boulder, CO",Hours,2025-02-01,,yes,C.R.S. 9-9-9,
adopted,Fair hours,,m-4,O 9,"Erie, PA",Hours,2024-02-01,Nobody Known,,,
"""
PEOPLE = """person_id,name,city,state,issues,do_not_introduce
p-1,Ana Ortiz,Denver,CO,,
p-2,Bea Diaz,Brooklyn,NY,,
p-3,Cy Expert,Albany,NY,,
"""
POSTS = """person,role,body,area,seat,start,end
p-1,Council Member,Sample City Council,"Denver, CO",District 1,2023-01-01,
p-2,Council Member,Sample Borough Council,"Brooklyn, NY",District 2,2021-01-01,
"""
EXPERTS = "person,policy,kind,note\np-3,Fair hours,fiscal,costed it\n"
RESOURCES = "resource_id,title,type,url,policy,measure\nr-1,Model law,model bill,https://example.org/m,Fair hours,\n"


@pytest.fixture
def store(any_store: Store, tmp_path: Path) -> Store:
    """A store with one policy in four cities."""
    texts = {"measures": MEASURES, "people": PEOPLE, "posts": POSTS, "experts": EXPERTS, "resources": RESOURCES}
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    reports = load(any_store, [tmp_path / f"{name}.csv" for name in texts], LoadOptions(folder=tmp_path))
    assert [(r.file, r.error, r.rejected) for r in reports if r.error or r.rejected] == []
    return any_store


def _policy(store: Store) -> tuple[str, str]:
    found = who.resolve(store, "Fair hours", None, (Label.POLICY,))
    return found.id, found.name


@pytest.mark.server
def test_page_here_and_peers(store: Store) -> None:
    """Stages in any order; a sponsor who is not in the graph is a person by name; Denver gets the Brooklyn sponsor."""
    found = pages.page(store, *_policy(store), "2026-11-24")
    assert [(p.city.name, p.best.stage) for p in found.places] == [
        ("Brooklyn, NY", Stage.ENACTED),
        ("Erie, PA", Stage.PASSED),
        ("Denver, CO", Stage.INTRODUCED),
        ("Boulder, CO", Stage.FAILED),
    ]
    assert [date for date, *_ in found.timeline] == ["2023-05-01", "2024-02-01", "2025-02-01", "2026-03-01"]
    brooklyn = found.places[0].best
    assert (brooklyn.url, brooklyn.sponsors[0].name) == ("https://example.org/1", "Bea Diaz")
    assert (brooklyn.sponsors[0].said[0].file, brooklyn.sponsors[0].said[0].row) == ("measures.csv", 1)
    assert [(e.name, e.kind) for e in found.experts] == [("Cy Expert", "fiscal")]
    assert [r.name for r in found.resources] == ["Model law"]
    denver = pages.here(found, found.places[2].city)
    assert denver.preemption == "yes"
    assert denver.citations[0][:2] == ("yes", "C.R.S. 9-9-9")
    assert [p.city.name for _, p in denver.alike] == ["Brooklyn, NY", "Erie, PA"]
    ana = who.resolve(store, "Ana Ortiz").id
    asked = peers.of_official(store, snapshot.take(store), ana, _policy(store))
    assert [(p.name, p.what) for p in asked][:2] == [("Bea Diaz", "sponsored"), ("Nobody Known", "sponsored")]
    assert asked[0].measure.url == "https://example.org/1"


@pytest.mark.server
def test_nobody_is_asked_whom_a_gate_stops(store: Store) -> None:
    """A sponsor who must not be contacted, wants to be left alone or rests after a no is not offered as one to ask."""
    ana, bea = who.resolve(store, "Ana Ortiz").id, who.resolve(store, "Bea Diaz").id

    def asked(book: Book = EMPTY) -> list[str]:
        found = peers.of_official(store, snapshot.take(store), ana, _policy(store), book=book)
        return [p.name for p in found]

    def told() -> str:
        found = pages.page(store, *_policy(store), "2026-11-24")
        return "\n".join(words.here_lines(pages.here(found, found.places[2].city)))

    assert "Bea Diaz" in asked()
    assert "Ask the sponsor: Bea Diaz" in told()
    one, other = One(ana, "Ana Ortiz", "Person"), One(bea, "Bea Diaz", "Person")
    no = Record("i-1", "declined", one, other, begun="2026-11-01", on="2026-11-02", until="2099-01-01")
    for book in (Book("2026-11-24", (no,)), Book("2026-11-24", snoozed={bea: "2027-01-01"})):
        assert "Bea Diaz" not in asked(book)
    for verb, value in (("do-not-contact", ""), ("snooze", "2027-01-01")):
        entry = log_entry(store, bea, verb, value=value)
        assert "Bea Diaz" not in asked(read_book(store, on="2026-11-24"))
        assert "Sponsored by Bea Diaz (must not be asked for now)" in told()
        assert "Ask the sponsor: Bea Diaz" not in told()
        unlog(store, entry)
    assert "Bea Diaz" in asked()


@pytest.mark.server
def test_a_question_is_asked_assigned_answered_and_taken_back(store: Store) -> None:
    """Asked once, found by its words, answered once unless one insists; the entry undone, the graph is as before."""
    before = fingerprint(store)
    ana, (policy, _) = who.resolve(store, "Ana Ortiz").id, _policy(store)
    one = questions.ask(store, ana, "What did it cost per employer?", policy=policy, author="Team")
    (known,) = questions.questions(store, words="cost for employers")
    assert (known.id, known.by_name, known.policy_name, known.status) == (one, "Ana Ortiz", "Fair hours", "open")
    questions.assign(store, one, "Ruth", "Team")
    entry = questions.answer(store, one, "About two inspectors.", link="https://example.org/a", author="Ruth")
    (done,) = questions.questions(store, status="answered")
    assert (done.answer, done.assignee, done.link) == ("About two inspectors.", "Ruth", "https://example.org/a")
    assert done.text == "What did it cost per employer?"
    with pytest.raises(UsageError, match="was answered on"):
        questions.answer(store, one, "Something else")
    unlog(store, entry)
    assert questions.find(store, one).status == "open"
    with pytest.raises(NotFound):
        questions.find(store, "question/none")
    from lpgraph.ingest import loads, undo

    for line in reversed([line for line in loads(store) if line.source == "entry" and line.live]):
        undo(store, line.id)
    assert fingerprint(store) == before
