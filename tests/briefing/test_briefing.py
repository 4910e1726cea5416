"""The briefing: what it says, what it never says, and that no name on it is more than a name."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lpgraph.briefing import Briefing, Meet, Point, Section, brief, sheet
from lpgraph.briefing.model import LEFT_OUT, without_addresses
from lpgraph.briefing.words import lines
from lpgraph.coalitions import reading
from lpgraph.explore import who
from lpgraph.ingest import LoadOptions, load, log_entry
from lpgraph.introductions import record
from lpgraph.introductions.book import read_book
from lpgraph.introductions.desk import Desk
from lpgraph.model import FileRow
from lpgraph.network import snapshot
from lpgraph.store import Store

HOSTILE = "<img src=https://evil.example/x onerror=alert(1)>\u202e</style><script>alert(1)</script>"
PEOPLE = """person_id,name,email,city,state,do_not_introduce
p-1,Ana Ortiz,ana@example.org,Denver,CO,
p-2,Bo Lind,bo@example.org,Boulder,CO,
p-3,Cai Novak,cai@example.org,Boulder,CO,
p-4,Dee Park,dee@example.org,Denver,CO,yes
"""
POSTS = """person,role,body,area,seat,start,end
p-1,Council Member,Sample City Council,"Denver, CO",District 1,2023-01-01,2027-06-30
p-2,Council Member,Sample Town Council,"Boulder, CO",Ward 1,2023-01-01,
"""
CAMPAIGNS = """campaign_id,name,area,tier,next_vote
c-1,Fair Hours,"Denver, CO",1,2027-02-09
c-2,Tenant Rights,"Denver, CO",2,
"""
INVOLVEMENT = """who,who_kind,campaign,stance,role
p-1,person,c-1,supports,champion
"""
MEASURES = """measure_id,policy,area,number,title,stage,stage_date,sponsor
m-1,Fair hours,"Denver, CO",CB 9,Hours,introduced,2026-03-01,p-1
m-2,Fair hours,"Boulder, CO",O 4,Hours,passed,2024-02-01,p-2
"""
ATTENDANCE = """event,person,status
Spring Convening (2026-03-01),p-1,attended
Spring Convening (2026-03-01),p-2,attended
Spring Convening (2026-03-01),p-3,attended
Spring Convening (2026-03-01),p-4,attended
"""


def _brief(store: Store, one: str) -> Briefing:
    network, book = snapshot.take(store), read_book(store)
    return brief(store, network, reading.take(store, network, book), one, book)


@pytest.mark.server
def test_one_page_before_a_call(any_store: Store, tmp_path: Path) -> None:
    """Office, contact and note, the open ask, campaign, policy here and elsewhere, the gap; never an address."""
    texts = {"people": PEOPLE, "posts": POSTS, "campaigns": CAMPAIGNS, "involvement": INVOLVEMENT,
             "measures": MEASURES, "attendance": ATTENDANCE}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    reports = load(any_store, [tmp_path / f"{name}.csv" for name in texts], LoadOptions(folder=tmp_path))
    assert not [r for r in reports if r.error or r.rejected]
    ana, bo = (who.resolve(any_store, name).id for name in ("Ana Ortiz", "Bo Lind"))
    log_entry(
        any_store, ana, "called", on="2026-10-01", note="write to ana@example.org, or 303-555-0101", author="Ruth"
    )
    log_entry(any_store, bo, "met", on="2026-10-02", author="Ruth")
    network = snapshot.take(any_store)
    plan = record.Plan(ana, bo, "", "Ruth", "", "2026-01-15", "")
    record.begin(any_store, plan, "Ruth", caps=Desk(any_store, network, read_book(any_store)).book.caps)
    found = _brief(any_store, ana)
    text = "\n".join(lines(found))
    assert "District 1" in found.section("office")[0].text
    assert "term ends 30 Jun 2027, within a year" in found.section("office")[0].text
    assert found.section("office")[0].said == (FileRow("posts.csv", 1),)
    assert any("1 Oct 2026: spoke on the phone with Ruth" in p.text for p in found.section("contacts"))
    assert any("Introduction to Bo Lind; suggested; due 15 Jan 2026, late" in p.text for p in found.section("asks"))
    assert [p.text for p in found.section("campaigns")] == ["Fair Hours: supports; champion"]
    assert any(
        "here CB 9 is introduced" in p.text and "passed in Boulder, CO" in p.text for p in found.section("policies")
    )
    assert any("Tenant Rights, Denver, CO has no official" in p.text for p in found.section("gaps"))
    assert FileRow("measures.csv", 1) in found.sources
    # Whom an introduction is under way to, and whom a gate stops, nobody is told to meet.
    assert {"Bo Lind", "Dee Park"}.isdisjoint(m.name for m in found.meet)
    page = sheet(found)
    for said in (text, page):
        assert LEFT_OUT in said
        assert not re.search(r"@example\.org|555", said)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [name for name, _ in attrs if name in ("src", "href", "action", "onerror", "srcset")]


def test_no_name_is_more_than_a_name() -> None:
    """Hostile texts everywhere: no tag of theirs, nothing to fetch or run, nothing turned around."""
    rows = (FileRow(HOSTILE, 1),)
    point = Point(HOSTILE, rows)
    sections = (Section("office", "Office", (point,), 3), Section("votes", "Votes", (), 0, HOSTILE))
    meet = Meet("y", HOSTILE, "official", HOSTILE, (HOSTILE,), HOSTILE, rows)
    found = Briefing("x", HOSTILE, HOSTILE, HOSTILE, "2026-11-24", (HOSTILE,), sections, (meet,), "", rows)
    page = sheet(found)
    seen = _Tags()
    seen.feed(page)
    assert {"script", "img", "link", "iframe"}.isdisjoint(seen.tags)
    assert seen.tags.count("style") == 1
    assert seen.links == []
    assert "\u202e" not in page
    assert "default-src 'none'" in page
    assert page.count("&lt;script&gt;") >= 8


def test_addresses_in_a_note_are_left_out_and_dates_stay() -> None:
    """Whatever looks like an address or a phone number goes; days, bill numbers and counts stay."""
    for text in ("mail a.b+c@example.co.uk", "call (303) 555-0101", "call +44 20 7946 0958", "303.555.0101"):
        assert LEFT_OUT in without_addresses(text), text
    for text in ("since 2026-11-24", "Int 1131-2023", "CB 118-085", "4 of 7 needed, 12 Mar 2027", "1,200 people"):
        assert without_addresses(text) == text
