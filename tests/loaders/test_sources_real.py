"""Real files beside the project: counts, and spot checks against the raw rows.

They lie in ``../shared/data`` where the project is developed; elsewhere these tests say that they were skipped, and in
CI a missing folder is a failure.
"""

from __future__ import annotations

import csv
import html
import json
import os
import re
import tarfile
from collections import Counter
from pathlib import Path

import pytest
import yaml

from loaders import areas
from loaders.base import Source
from loaders.readers import open_file
from loaders.recognise import recognise
from loaders.registry import SOURCES
from loaders.unions import parse_union
from lpgraph.model import Label
from tests.loaders.drafts import Read, read

DATA = Path(__file__).parents[3] / "shared" / "data"
BY_NAME = {source.name: source for source in SOURCES}


def real(*parts: str) -> Path:
    """A real file or folder; its absence skips on a developer's machine and fails in CI."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{path} is missing: CI must see the real files")
        pytest.skip(f"no real files at {path}")
    return path


def unpacked(archive: str, folder: Path) -> list[Path]:
    """The JSON files of a real archive, in order."""
    with tarfile.open(real("nyc_legistar", archive)) as packed:
        packed.extraction_filter = getattr(tarfile, "data_filter", None)  # not in the first 3.11s
        packed.extractall(folder)  # noqa: S202  filtered above
    return sorted(p for p in folder.rglob("*.json") if "appendix" not in p.parts)


def raw_csv(path: Path) -> list[dict[str, str]]:
    """A CSV file's own rows."""
    with path.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def clean(out: Read, source: Source) -> None:
    """Nothing was refused and no column was left over."""
    assert out.refused == []
    assert out.untaken == set(), source.name


def test_openstates_municipal() -> None:
    """All 1,366 people and their 1,420 roles; each role's jurisdiction, dates and person are those of its file."""
    folder = real("openstates_municipal", "yaml")
    files = sorted(folder.glob("*/municipalities/*.yml"))
    source = BY_NAME["openstates-yaml"]
    out = read(source, *files)
    clean(out, source)
    assert len(out.rows) == 1366
    held = out.of("HOLDS")
    assert len(held) == 1420
    assert {f.type for f in out.facts} == {"HOLDS", "IN_BODY", "REPRESENTS", "GOVERNS", "WITHIN"}
    people = [m for m in out.mentions if m.rank == 3]
    assert len({m.ref for m in people}) == 1366
    assert sum("givenName" in m.props and "familyName" in m.props for m in people) >= 1360
    for path, row in list(zip(files, out.rows, strict=True))[::97]:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  text only
        mine = [f for f in held if f.record == ("person", raw["id"])]
        assert [f.props.get("role") for f in mine] == [r["type"] for r in raw["roles"]]
        for fact, role in zip(mine, raw["roles"], strict=True):
            assert str(role.get("start_date", "")).startswith(str(fact.props.get("startDate", "")))
            assert str(role.get("end_date", "")).startswith(str(fact.props.get("endDate", "")))
        assert row


def test_openstates_bodies_are_known_places() -> None:
    """Every body governs a division that the census list has (Colorado and New Hampshire)."""
    listed = {
        areas.canonical(row["id"]) for row in raw_csv(real("ocd_division_ids", "us_census_places.co_nh_ny_mn_ca.csv"))
    }
    out = read(BY_NAME["openstates-yaml"], *sorted(real("openstates_municipal", "yaml").glob("*/municipalities/*.yml")))
    governed = {f.b.ident[0] for f in out.of("GOVERNS")}
    assert len(governed) > 200
    assert len(governed - listed) <= 0.02 * len(governed), governed - listed


def test_openstates_mayors() -> None:
    """334 mayors; the legislature roles that some held stay, with the chamber's district."""
    source = BY_NAME["openstates-yaml"]
    out = read(source, *sorted(real("openstates_mayors", "yaml").glob("*/municipalities/*.yml")))
    clean(out, source)
    assert len(out.rows) == 334
    roles = Counter(str(f.props["role"]) for f in out.of("HOLDS"))
    assert (roles["state representative"], roles["state senator"]) == (6, 1)
    chambers = [f.b.props["type"] for f in out.of("REPRESENTS") if f.b.props["type"] in ("sldl", "sldu")]
    assert len(chambers) == 7


def test_nyc_people(tmp_path: Path) -> None:
    """254 people with all 5,959 office records, each with the dates of its own."""
    files = unpacked("people.tar.gz", tmp_path)
    source = BY_NAME["legistar-nyc-people"]
    out = read(source, *files)
    clean(out, source)
    assert len(out.rows) == 254
    facts = {f.record: f for f in out.facts if f.record[0] == "office"}
    assert len(facts) == 5959
    assert sum(f.type == "HOLDS" for f in facts.values()) == 570
    for path in files[::37]:
        raw = json.loads(path.read_text(encoding="utf-8"))
        for record in raw["OfficeRecords"]:
            fact = facts["office", str(record["ID"])]
            assert fact.a.ident == ("person", str(raw["ID"]))
            assert record["Start"].startswith(str(fact.props.get("startDate", "")))
            assert (fact.type == "HOLDS") is (record["BodyName"] == "City Council")


def test_nyc_roll_calls(tmp_path: Path) -> None:
    """Of 6,328 roll calls in 688 meetings 5,495 are Present, and exactly those people attended those meetings."""
    source = BY_NAME["legistar-nyc-events"]
    files = unpacked("events_2023.tar.gz", tmp_path)
    out = read(source, *files)
    clean(out, source)
    assert len(out.rows) == 688
    present = set()
    calls = 0
    for path in files:
        raw = json.loads(path.read_text(encoding="utf-8"))
        for item in raw["Items"] or []:
            for call in item.get("RollCall") or []:
                calls += 1
                if call["Value"] == "Present":
                    present.add((str(call["ID"]), str(raw["ID"])))
    assert calls == 6328
    assert len(present) == 5495
    assert {(f.a.ident[1], f.b.ident[1]) for f in out.of("ATTENDED")} == present
    deferred = [m for m in out.mentions if m.props.get("type") == "deferred meeting"]
    assert len(deferred) == 132
    assert {m.ref for m in deferred}.isdisjoint({f.b.ref for f in out.of("ATTENDED")})


def test_nyc_people_and_roll_calls_meet(tmp_path: Path) -> None:
    """Everybody who was present is one of the 254 people: they meet by number."""
    people = read(BY_NAME["legistar-nyc-people"], *unpacked("people.tar.gz", tmp_path / "people"))
    events = read(BY_NAME["legistar-nyc-events"], *unpacked("events_2023.tar.gz", tmp_path / "events"))
    bills = read(BY_NAME["legistar-nyc-introductions"], *unpacked("introduction_2023.tar.gz", tmp_path / "bills"))
    known = {m.ref for m in people.mentions if m.label is Label.PERSON}
    there = {f.a.ref for f in events.of("ATTENDED")}
    assert len(there) == 51
    assert there <= known
    assert len({f.a.ref for f in bills.of("SPONSORED")} - known) <= 1
    assert len(bills.rows) == 409
    assert len(bills.of("SPONSORED")) == 5021  # 5,087 rows, of which 66 name nobody


def test_seattle_events() -> None:
    """The web API's own shape: 50 meetings of Seattle, with the time that stands apart from the date."""
    source = BY_NAME["legistar-events"]
    out = read(source, real("seattle_legistar_raw", "sample_events_first50.json"))
    clean(out, source)
    events = [m for m in out.mentions if m.label is Label.EVENT]
    assert len(events) == 50
    assert {m.namespace for m in events} == {"legistar:seattle"}
    assert events[0].props["startAt"] == "2015-02-03T09:30:00"
    assert out.of("ATTENDED") == []


@pytest.mark.parametrize(("state", "count"), [("nh_2026", 9392), ("dc_2020", 13787)])
def test_irs(state: str, count: int) -> None:
    """Every row is an organization by its EIN as written; most 501(c)(5) of farmers are no unions, most locals are."""
    path = real("irs_bmf", f"eo_{state}.csv")
    source = BY_NAME["irs-eo-bmf"]
    out = read(source, path)
    clean(out, source)
    assert len(out.rows) == count
    by_ein = {m.ids[0]: m for m in out.mentions}
    assert len(by_ein) == count
    for row in raw_csv(path)[::911]:
        mention = by_ein[f"ein:{row['EIN']}"]
        assert str(mention.props["name"]).casefold().startswith(row["NAME"].casefold()[:12])
        assert mention.props["irsSubsection"] == row["SUBSECTION"]
    unions = [m for m in out.mentions if m.props.get("classification") == "union"]
    five = [m for m in out.mentions if m.props.get("irsSubsection") == "05"]
    assert all(m in five for m in unions)
    assert 0.3 * len(five) < len(unions) < 0.8 * len(five)
    assert not [m for m in unions if "FARM BUREAU" in str(m.props["name"]).upper()]


def test_fmcs() -> None:
    """14,317 rows, every one a union that struck; six of seven give a local; the union is never the employer."""
    path = real("fmcs_work_stoppages", "work_stoppages.csv")
    source = BY_NAME["fmcs-work-stoppages"]
    out = read(source, path)
    clean(out, source)
    raw = raw_csv(path)
    assert len(out.rows) == len(raw) == 14317
    struck = out.of("ATTENDED")
    assert len(struck) == 14317
    assert sum("localNumber" in f.a.props for f in struck) > 11_000
    for row, fact in list(zip(raw, struck, strict=True))[::1009]:
        assert " ".join(row["Employer"].split()) in str(fact.b.props["name"])
        assert fact.b.props.get("startAt") == row["Start Date"]
        assert str(fact.a.props.get("localNumber", "")).lstrip("0") in row["Union"].upper() + row["Union Local"].upper()


def test_fmcs_workbook() -> None:
    """The monthly workbook with its title rows: 14 cases, two section lines."""
    out = read(BY_NAME["fmcs-work-stoppages"], real("fmcs_work_stoppages", "October-2020-Work-Stoppages.xlsx"))
    assert out.refused == []
    assert len(out.of("ATTENDED")) == 14
    assert len(out.flags) == 2


def test_union_names() -> None:
    """Of 1,802 strings that are no union at most two are taken for one; of 364 union names nine in ten are read."""
    negatives = [row["text"] for row in raw_csv(real("union_names", "nonunion_examples.csv"))]
    assert len(negatives) == 1802
    assert len([text for text in negatives if parse_union(text)]) <= 2
    tagged = real("union_names", "f7_tagged_union_names.xml").read_text(encoding="utf-8")
    names = [
        html.unescape(re.sub("<[^>]+>", "", s)) for s in re.findall(r"<TokenSequence>(.*?)</TokenSequence>", tagged)
    ]
    assert len(names) == 364
    assert sum(parse_union(name) is not None for name in names) >= 0.85 * len(names)


def test_eventbrite_report() -> None:
    """The report of the fixture: two registrations, nobody attended."""
    source = BY_NAME["eventbrite-attendees"]
    out = read(source, real("format_samples", "eventbrite_attendee_report.csv"), event="Meeting, 2024-12-05")
    assert out.refused == []
    assert [f.type for f in out.facts] == ["REGISTERED_FOR"] * 2
    assert len(out.untaken) == 5  # its own questions, said once each


def test_zoom_reports() -> None:
    """With a preamble the meeting is known; Ana's two stays are one record; without one --event is asked for."""
    source = BY_NAME["zoom-participants"]
    out = read(source, real("format_samples", "zoom_meeting_participants.csv"))
    clean(out, source)
    attended = out.of("ATTENDED")
    assert len(attended) == 6
    assert len({f.record for f in attended}) == 5
    ana = [f.props["minutes"] for f in attended if f.a.props["name"] == "Ana Maria Lopez"]
    assert ana == [30, 18]
    assert {f.b.props["name"] for f in attended} == {"BIO 101 Evening"}
    bare = real("format_samples", "zoom_meeting_participants_no_preamble_consent.csv")
    assert len(read(source, bare).refused) == 4
    named = read(source, bare, event="Talk, 2026-10-06").of("ATTENDED")
    assert len({f.record for f in named}) == 2


def test_census_places() -> None:
    """All 5,447 places are read; Denver's place and county are one."""
    source = BY_NAME["ocd-divisions"]
    out = read(source, real("ocd_division_ids", "us_census_places.co_nh_ny_mn_ca.csv"))
    clean(out, source)
    assert len(out.rows) == 5447
    names = {m.props["name"] for m in out.mentions if m.ident[0].endswith("county:denver")}
    assert names == {"Denver, CO"}


def test_local_divisions_without_a_header() -> None:
    """The lists of local divisions are published without a header: no row of Colorado's 229 is taken for one."""
    opened = open_file(real("ocd_division_ids", "state-co-local_gov.csv"))
    source = recognise(opened, SOURCES)
    assert source.name == "ocd-divisions"
    out = read(source, real("ocd_division_ids", "state-co-local_gov.csv"))
    assert (len(out.rows), out.refused) == (229, [])
