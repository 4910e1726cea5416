"""The wider sources on the real files beside the project: counts, and spot checks against the raw rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders import osdi_events
from loaders.readers import open_file
from loaders.recognise import recognise
from loaders.registry import SOURCES
from lpgraph.errors import FileRefused
from tests.loaders.drafts import read, rows
from tests.loaders.test_sources_real import BY_NAME, clean, real


def test_olms_file_numbers() -> None:
    """All 27,432 keys with their 33,543 numbers; SEIU 1199 is thirteen unions, each with its own number."""
    path = real("union_names", "olms_fnum_lookup.json")
    source = recognise(open_file(path), SOURCES)
    assert source.name == "olms-file-numbers"
    out = read(source, path)
    clean(out, source)
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert len(out.rows) == len(raw) == 27432
    assert {m.ids for m in out.mentions} == {(f"olms:{n}",) for numbers in raw.values() for n in numbers}
    mine = [m for m in out.mentions if (m.props.get("affiliate"), m.props.get("localNumber")) == ("SEIU", "1199")]
    assert [m.props["lmFileNumber"] for m in mine] == [str(n) for n in raw["SEIU|1199"]]
    assert len({m.ref for m in mine}) == 13
    assert out.flags == [(next(i for i, k in enumerate(raw, 1) if "-1" in k), "-1 is no local number; it was left out")]


def test_legislators_are_congress_and_no_jurisdictions() -> None:
    """The united-states project's legislators have an id and a name too, and are no municipalities."""
    path = real("congress_legislators", "legislators-current.yaml")
    assert recognise(open_file(path), SOURCES).name == "congress-legislators"
    out = read(BY_NAME["congress-legislators"], path)
    assert (len(out.rows), len(out.refused), len(out.flags), len(out.of("HOLDS"))) == (537, 0, 0, 2792)
    served = [f for f in out.of("HOLDS") if f.a.ids == ("bioguide:C000127",)]
    assert [f.props["startDate"] for f in served[:3]] == ["1993-01-05", "2001-01-03", "2007-01-04"]
    assert str(served[0].b.props["seat"]) == "1"
    assert str(served[1].b.props["seat"]) == "class 1"


@pytest.mark.parametrize(
    ("name", "source", "accepted"),
    [
        ("osdi_people_3.json", "osdi-people", 1),
        ("osdi_people_4.json", "osdi-people", 1),
        ("osdi_people_5.json", "osdi-people", 1),
        ("osdi_people_6.json", "osdi-people", 1),
        ("osdi_people_7.json", "osdi-people", 1),
        ("osdi_events_3.json", "osdi-events", 1),
        ("osdi_events_4.json", "osdi-events", 1),
        ("osdi_events_5.json", "osdi-events", 1),
        ("osdi_events_7.json", "osdi-events", 1),
        ("osdi_taggings_3.json", "osdi-taggings", 0),
        ("osdi_taggings_6.json", "osdi-taggings", 0),
    ],
)
def test_osdi_records(name: str, source: str, accepted: int) -> None:
    """Each published example is what it is; a tagging that only links to its tag is refused, saying what to do."""
    path = real("format_samples", name)
    found = recognise(open_file(path), SOURCES)
    assert found.name == source
    out = read(found, path)
    assert (len(out.rows), out.untaken) == (accepted, set())
    assert all("lpgraph template people" in reason or "people's tags" in reason for _, reason in out.refused)


def test_osdi_person_says_what_the_raw_record_says() -> None:
    """Names, the system's own id and the employer of the full example; nothing of what must not be kept."""
    out = read(BY_NAME["osdi-people"], real("format_samples", "osdi_people_3.json"))
    raw = json.loads(real("format_samples", "osdi_people_3.json").read_text(encoding="utf-8"))
    who = out.mentions[0]
    assert who.ident == ("person", raw["identifiers"][0].partition(":")[2])
    assert (who.props["givenName"], who.props["organization"]) == (raw["given_name"], raw["employer"])
    said = str([m.props for m in out.mentions]) + str([f.props for f in out.facts])
    for private in (raw["gender"], raw["ethnicities"][0], "1973", raw["postal_addresses"][0]["address_lines"][0]):
        assert private not in said


@pytest.mark.parametrize("name", ["osdi_people_9.json", "osdi_events_9.json", "osdi_taggings_9.json"])
def test_an_answer_without_data_is_refused(name: str) -> None:
    """What the interface said when something was deleted is no record."""
    with pytest.raises(FileRefused, match=r"no data but an answer of the interface: “This .* was successfully deleted"):
        open_file(real("format_samples", name))


@pytest.mark.parametrize("name", ["action_network_report.header.csv", "action_network_report_alt.header.csv"])
def test_action_network_headers(name: str, tmp_path: Path) -> None:
    """Both known headings are recognised, and of a filled row every column is taken or left out on purpose."""
    header = real("format_samples", name).read_text(encoding="utf-8").strip()
    path = tmp_path / "export.csv"
    path.write_text(f"{header}\n{','.join('x' for _ in header.split(','))}\n", encoding="utf-8")
    source = recognise(open_file(path), SOURCES)
    assert source.name == "action-network-people"
    out = read(source, path)
    clean(out, source)
    assert len(out.mentions) == 1


@pytest.mark.parametrize(
    ("country", "records", "people", "held", "sitting"),
    [("estonia", 528, 193, 299, 101), ("zimbabwe-senate", 152, 67, 68, 68)],
)
def test_popolo(country: str, records: int, people: int, held: int, sitting: int) -> None:
    """Everybody with every seat held; who sits today is as many as the house has seats: old terms have ended.

    Nothing is said but of seats that end before they begin, as the file has some.
    """
    path = real("popolo_everypolitician", f"{country}-ep-popolo-v1.0.json")
    source = recognise(open_file(path), SOURCES)
    assert source.name == "popolo"
    out = read(source, path)
    clean(out, source)
    holds = out.of("HOLDS")
    turned = [f for f in holds if str(f.props.get("endDate", "9")) < str(f.props.get("startDate", ""))]
    assert (len(out.rows), len(out.flags)) == (records, len(turned))
    assert all("before it begins" in reason for _, reason in out.flags)
    assert (len({f.a.ref for f in holds}), len(holds)) == (people, held)
    assert sum("endDate" not in f.props for f in holds) == sitting
    raw = json.loads(path.read_text(encoding="utf-8"))
    named = {m.ident[-1]: m.props["name"] for m in out.mentions if m.rank == 3 and m.label == "Person"}
    assert named == {p["id"]: p["name"] for p in raw["persons"]}
    periods = {e["id"]: e for e in raw["events"]}
    areas = {a["id"]: a["name"] for a in raw["areas"]}
    for fact, told in list(zip(holds, raw["memberships"], strict=True))[::23]:
        assert fact.a.ident[-1] == told["person_id"]
        assert fact.b.props.get("seat", "") == areas.get(told.get("area_id"), "")
        period = periods[told["legislative_period_id"]]
        assert fact.props.get("startDate") == (told.get("start_date") or period.get("start_date"))
        assert fact.props.get("endDate") == (told.get("end_date") or period.get("end_date"))


@pytest.mark.parametrize(
    ("name", "source", "accepted", "refused", "flagged"),
    [
        ("list_bulk_add_200-entities.csv", "littlesis-list", 200, 0, 0),
        ("list_bulk_add_combo.csv", "littlesis-list", 4, 1, 0),
        ("list_bulk_add_new-entities.tsv", "littlesis-list", 2, 0, 0),
        ("bulk_add_relationships_generic.csv", "littlesis-relationships", 3, 0, 3),
        ("bulk_add_relationships_bad_data.csv", "littlesis-relationships", 1, 0, 1),
    ],
)
def test_littlesis(name: str, source: str, accepted: int, refused: int, flagged: int) -> None:
    """Lists give people and organizations; the relationship sheet says no tie, because it names one end only."""
    path = real("littlesis_bulk_format", name)
    found = recognise(open_file(path), SOURCES)
    assert found.name == source
    out = read(found, path)
    assert (len(out.rows), len(out.refused), len(out.flags)) == (accepted, refused, flagged)
    assert (out.facts, out.untaken) == ([], set())


def test_civicrm_participant_without_a_name() -> None:
    """The published example names nobody but an e-mail address: refused, saying what to export."""
    path = real("format_samples", "civicrm_participant.csv")
    source = recognise(open_file(path), SOURCES)
    assert source.name == "civicrm-participants"
    out = read(source, path)
    assert [reason for _, reason in out.refused if "First Name and Last Name" in reason]


def test_linkedin_owner(tmp_path: Path) -> None:
    """Whose connections they are comes from the file's name or a line above; without either every row asks for it."""
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    for name, owner in (("Connections of Jane Doe.csv", "Jane Doe"), ("Connections.csv", "")):
        path = tmp_path / name
        path.write_text(f'Notes:\n"some notes"\n\n{header}Ana,Exemplar,,,,,12 Mar 2024\n', encoding="utf-8")
        out = read(BY_NAME["linkedin-connections"], path)
        assert [f.a.props["name"] for f in out.of("KNOWS")] == [owner] * bool(owner)
        assert len(out.refused) == (not owner)


def test_a_link_that_cannot_be_is_no_link() -> None:
    """A broken address in a link refuses its row, as a missing one does; it never ends the load."""
    broken = {"_links": {"osdi:person": {"href": "http://[broken/p1"}, "osdi:event": {"href": "http://x/e1"}}}
    out = rows(osdi_events.ATTENDANCES, {"identifiers": ["osdi:1"], "status": "accepted", **broken})
    assert out.facts == []
    assert len(out.refused) == 1
