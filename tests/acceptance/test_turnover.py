"""A newer roster ends one post: all screens follow together, and undo brings all back."""

from pathlib import Path

import pytest

from lpgraph import introductions
from lpgraph.briefing import brief
from lpgraph.coalitions import reading
from lpgraph.coalitions.coverage import grid
from lpgraph.coalitions.triad import Corner
from lpgraph.coalitions.turnover import turnover
from lpgraph.coalitions.votes import count
from lpgraph.explore import profile, who
from lpgraph.ingest import LoadOptions, load, undo
from lpgraph.ingest.fingerprint import fingerprint
from lpgraph.network import snapshot
from lpgraph.store import Store

PEOPLE = """person_id,name,city,state,do_not_introduce
p-1,Ana Ortiz,Denver,CO,
p-2,Bo Lind,Denver,CO,
p-3,Cai Novak,Denver,CO,
p-4,Dee Park,Boulder,CO,
"""
POSTS = """person,role,body,area,seat,start,end
p-1,Council Member,Sample City Council,"Denver, CO",District 1,2023-01-01,
p-2,Council Member,Sample City Council,"Denver, CO",District 2,2023-01-01,
p-4,Council Member,Sample Town Council,"Boulder, CO",Ward 1,2023-01-01,
"""
NEWER = """person,role,body,area,seat,start,end
p-1,Council Member,Sample City Council,"Denver, CO",District 1,2023-01-01,2026-10-31
p-3,Council Member,Sample City Council,"Denver, CO",District 1,2026-11-01,
"""
CAMPAIGNS = """campaign_id,name,area,tier,next_vote
c-1,Fair Hours,"Denver, CO",1,2027-02-09
"""
INVOLVEMENT = """who,who_kind,campaign,stance,role
p-1,person,c-1,supports,champion
"""
ATTENDANCE = """event,person,status
Hours Forum (2026-03-01),p-1,attended
Hours Forum (2026-03-01),p-2,attended
Wages Forum (2026-04-01),p-2,attended
Wages Forum (2026-04-01),p-4,attended
"""


def _answers(store: Store) -> dict[str, object]:
    """What every screen would say."""
    network = snapshot.take(store, "2026-11-24")
    scene = reading.take(store, network)
    (cell,) = grid(scene)
    dee = who.resolve(store, "Dee Park").id
    found = introductions.suggest(store, network, dee, introductions.Ask())
    ana = who.resolve(store, "Ana Ortiz").id
    cai = who.resolve(store, "Cai Novak").id
    lines = [
        line
        for s in profile.profile(store, ana).sections
        for line in s.lines
        if line.fact and line.fact.type == "HOLDS"
    ]
    page = brief(store, network, scene, ana)
    return {
        "office": [p.text for p in page.section("office")],
        "her vote": [p.text.partition(".")[0] for p in page.section("votes")],
        "to meet": sorted(m.name for m in page.meet),
        "gap that Cai could fill": [p.text for p in brief(store, network, scene, cai).section("gaps")],
        "inside": [m.name for m in cell.triad.who(Corner.INSIDE)],
        "gap": cell.gap,
        "votes": [
            (s.holder.name if s.holder else "", str(s.vote))
            for s in count(scene, cell.city.campaign, cell.city.area).seats
        ],
        "turnover": [
            (h.outgoing.name, h.successor.name if h.successor else "", len(h.orphaned)) for h in turnover(scene)
        ],
        "suggested": sorted(s.name for s in found),
        "in office": any(line.current for line in lines),
    }


@pytest.mark.server
def test_a_newer_roster_and_its_undo(any_store: Store, tmp_path: Path) -> None:
    """Ana's seat goes to Cai: no screen goes on as if she sat there, and undo is exact."""
    texts = {
        "people": PEOPLE,
        "posts": POSTS,
        "campaigns": CAMPAIGNS,
        "involvement": INVOLVEMENT,
        "attendance": ATTENDANCE,
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    options = LoadOptions(folder=tmp_path, as_of="2026-09-01")
    assert not [r for r in load(any_store, [tmp_path / f"{n}.csv" for n in texts], options) if r.error or r.rejected]
    before, mark = _answers(any_store), fingerprint(any_store)
    assert before["inside"] == ["Ana Ortiz"]
    assert before["office"] == [
        "Council Member, District 1, Denver, CO, Sample City Council; since 1 Jan 2023; end of the term not known"
    ]
    assert before["her vote"] == ["Fair Hours, Denver, CO: yes"]
    assert before["to meet"] == ["Cai Novak", "Dee Park"]
    assert before["gap that Cai could fill"] == []
    assert before["votes"] == [("Ana Ortiz", "yes"), ("Bo Lind", "unknown")]
    assert (before["turnover"], before["in office"]) == ([], True)
    assert "Ana Ortiz" in before["suggested"]  # type: ignore[operator]

    (tmp_path / "newer.csv").write_text(NEWER, encoding="utf-8")
    (report,) = load(any_store, [tmp_path / "newer.csv"], LoadOptions(folder=tmp_path, as_of="2026-11-02"))
    after = _answers(any_store)
    assert after["office"] == [
        "No longer in office: Council Member, District 1, Denver, CO, Sample City Council until 31 Oct 2026"
    ]
    assert after["her vote"] == []
    assert after["to meet"] == []
    assert after["gap that Cai could fill"] == [
        "Fair Hours, Denver, CO has no official: they could be the first (is not on it yet)"
    ]
    assert after["inside"] == []
    assert after["gap"] == before["gap"] + 3  # type: ignore[operator]
    assert after["votes"] == [("Cai Novak", "unknown"), ("Bo Lind", "unknown")]
    assert after["turnover"] == [("Ana Ortiz", "Cai Novak", 1)]
    assert after["in office"] is False
    assert "Ana Ortiz" not in after["suggested"]  # type: ignore[operator]

    undo(any_store, report.load)
    assert _answers(any_store) == before
    assert fingerprint(any_store) == mark
