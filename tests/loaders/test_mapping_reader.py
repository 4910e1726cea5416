"""A confirmed mapping: what rows become, what newer versions replace, and which mapping files are refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.base import Context, Draft, Fact, Mention, Record, RowRefused
from loaders.mapping import (
    Attendance,
    EventColumns,
    Mapping,
    OrganizationColumns,
    PersonColumns,
    RowRules,
    from_toml,
    name_for,
    read_mapping,
    remember,
    remembered,
    source_of,
    to_toml,
    write_mapping,
)
from loaders.readers import Content, Opened, open_content
from lpgraph.errors import FileRefused
from lpgraph.model import ENTITY_PROPS, FACT_BY_NAME, Label

HEADER = ("Name", "Email", "Phone", "Org", "Event", "Date", "Status", "City")
BASE = Mapping(
    name="sheet-test",
    header=HEADER,
    person=PersonColumns(
        name="Name",
        email="Email",
        phone="Phone",
        city="City",
        key=("email+name", "phone+name", "name+organization", "name+event"),
    ),
    organization=OrganizationColumns(name="Org", separators=(";", "\n"), relation="member"),
    event=EventColumns(title=("Event",), date="Date", order="mdy"),
    attendance=Attendance(column="Status", attended=("Came",), registered=("Signed up",), neither=("", "No")),
    rows=RowRules(missing=("NA",), notes=("total",)),
)


def sheet(*rows: str) -> Opened:
    """A sheet with the test header."""
    return open_content(Content("s.csv", (",".join(HEADER) + "\n" + "\n".join(rows) + "\n").encode()))


def read(mapping: Mapping, opened: Opened, event: str = "") -> list[list[Draft]]:
    """Each row's drafts; a refused row has none."""
    source = source_of(mapping)
    found: list[list[Draft]] = []
    for row in source.prepare(opened.rows()) if source.prepare else opened.rows():
        try:
            found.append(list(source.read(row, Context("", event, {}))))
        except RowRefused:
            found.append([])
    return found


def mentions(drafts: list[Draft], label: Label) -> list[Mention]:
    """The mentions of one kind."""
    return [d for d in drafts if isinstance(d, Mention) and d.label is label]


def person(drafts: list[Draft]) -> Mention:
    """The row's person."""
    return mentions(drafts, Label.PERSON)[0]


def fact(drafts: list[Draft], kind: str) -> Fact:
    """The row's only fact of a type."""
    (found,) = [d for d in drafts if isinstance(d, Fact) and d.type == kind]
    return found


def test_a_row_in_full() -> None:
    """Person, organizations, event, membership and attendance, all within the model."""
    (drafts,) = read(
        BASE, sheet('Ana Vale,ANA@Example.org,,"Parks League;Example Union",Town Hall,3/12/2026,came,Rome')
    )
    who = person(drafts)
    assert who.emails == ("ana@example.org",)
    assert who.props["familyName"] == "Vale"
    assert who.ident == ("email+name", "ana@example.org", "ana vale")
    assert [o.props["name"] for o in mentions(drafts, Label.ORGANIZATION)] == ["Parks League", "Example Union"]
    event = mentions(drafts, Label.EVENT)[0]
    assert (event.props["name"], event.props["startAt"]) == ("Town Hall", "2026-03-12")
    assert fact(drafts, "ATTENDED").b.ref == event.ref
    assert sum(isinstance(d, Fact) and d.type == "MEMBER_OF" for d in drafts) == 2
    for draft in drafts:
        if isinstance(draft, Mention):
            assert set(draft.props) <= set(ENTITY_PROPS[draft.label])
        elif isinstance(draft, Fact):
            known = FACT_BY_NAME[f"{draft.type}:{draft.a.label}:{draft.b.label}"]
            assert set(draft.props) <= {*known.props, "assertion", "note"}


def test_the_status_is_a_version_of_one_record() -> None:
    """Attended, registered and neither of the same person and event share one record: the newer replaces the older."""
    rows = [f"Ana Vale,a@example.org,,,Hall,2026-03-12,{s}," for s in ("Came", "Signed up", "No", "")]
    came, signed, no, blank = read(BASE, sheet(*rows))
    records = [d.record for d in (*came, *signed, *no, *blank) if isinstance(d, (Fact, Record)) and d.record]
    assert len(records) == 4
    assert len(set(records)) == 1
    assert fact(signed, "REGISTERED_FOR").props == {"status": "Signed up"}
    assert not [d for d in no if isinstance(d, Fact)]


def test_an_unlisted_status_claims_nothing_and_is_named() -> None:
    """A word that the mapping does not list is flagged, and nobody attended by it."""
    opened = sheet("Ana Vale,a@example.org,,,Hall,2026-03-12,Perhaps,")
    row = next(opened.rows())
    drafts = list(source_of(BASE).read(row, Context("")))
    assert not [d for d in drafts if isinstance(d, Fact)]
    assert "Perhaps" in row.flags[0].reason


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Ana Vale,a@example.org,,X,Hall,2026-01-01,Came,", "ANA  VALE,A@example.org,,Y,Fair,2026-02-01,No,", True),
        ("Ana Vale,a@example.org,,X,Hall,2026-01-01,Came,", "Bo Vale,a@example.org,,X,Hall,2026-01-01,Came,", False),
        ("Ana Vale,,3035550142,X,Hall,2026-01-01,Came,", "Ana Vale,,(303) 555-0142,,Fair,2026-01-02,Came,", True),
        ("Ana Vale,,,Parks League,Hall,2026-01-01,Came,", "ana vale,,,parks league,Fair,2026-01-02,Came,", True),
        ("Ana Vale,,,,Hall,2026-01-01,Came,", "Ana Vale,,,,Hall,2026-01-01,No,", True),
        ("Ana Vale,,,,Hall,2026-01-01,Came,", "Ana Vale,,,,Hall,2026-01-02,Came,", False),
        ("Ana Vale,,,NA,Hall,2026-01-01,Came,", "Ana Vale,,,NA,Fair,2026-01-01,Came,", False),
    ],
)
def test_who_is_one_person_in_this_sheet(one: str, two: str, same: bool) -> None:
    """The first rule whose parts a row fills decides; a bare name never reaches beyond its event."""
    first, second = read(BASE, sheet(one, two))
    assert (person(first).ref == person(second).ref) is same


def test_events_by_title_date_and_place() -> None:
    """Spelling does not split an event; another day does; an unreadable date stays apart and is flagged."""
    rows = [
        "A B,,,,Town  HALL,3/12/2026,Came,",
        "C D,,,,town hall,2026-03-12,Came,",
        "E F,,,,Town Hall,3/13/2026,Came,",
        "G H,,,,Town Hall,spring,Came,",
        "I J,,,,Town Hall,autumn,Came,",
    ]
    events = [mentions(d, Label.EVENT)[0] for d in read(BASE, sheet(*rows))]
    assert events[0].ref == events[1].ref
    assert len({e.ref for e in events}) == 4
    assert "startAt" not in events[3].props


def test_the_users_event() -> None:
    """With no event columns the row's event is what --event says; the mapping asks for it."""
    mapping = replace(BASE, event=EventColumns(), attendance=Attendance(every_row="attended"))
    assert source_of(mapping).needs_event
    drafts = read(mapping, sheet("Ana Vale,a@example.org,,,,,,"), "Town Hall, 2026-03-12")[0]
    assert fact(drafts, "ATTENDED").b.props == {"name": "Town Hall", "startAt": "2026-03-12"}
    silent = replace(mapping, attendance=Attendance())
    assert not source_of(silent).needs_event
    assert read(silent, sheet("Ana Vale,a@example.org,,,,,,"), "Town Hall") == [[]]
    assert len(read(silent, sheet("Ana Vale,a@example.org,,,,,,"))[0]) == 1


def test_notes_and_nameless_rows_are_refused() -> None:
    """A total below the table is no person; neither is a row without name and address. An address alone is one."""
    rows = read(
        BASE,
        sheet("Total: 2,,,,,,,", ",,,Parks League,Hall,2026-01-01,Came,", ",a@example.org,,,Hall,2026-01-01,Came,"),
    )
    assert [bool(r) for r in rows] == [False, False, True]
    assert person(rows[2]).props["name"] == "a@example.org"


def test_carrying_down_starts_anew_in_each_file() -> None:
    """A blank cell takes the value above it, never one of another file."""
    mapping = replace(BASE, rows=RowRules(carry_down=("Name",)))
    rows = [
        "Ana Vale,,,,Hall,2026-01-01,Came,",
        ",,,,Fair,2026-01-02,Came,",
        "Bo,,,,X,2026-01-03,Came,",
        ",,,,Y,2026-01-04,Came,",
    ]
    names = [person(d).props["name"] for d in read(mapping, sheet(*rows))]
    assert names == ["Ana Vale", "Ana Vale", "Bo", "Bo"]
    source = source_of(mapping)
    assert source.prepare is not None
    assert read(mapping, sheet(",,,,Fair,2026-01-02,Came,")) == [[]]


def test_a_key_may_name_a_column_and_dates_a_year() -> None:
    """A user may tell people apart by any column, and complete dates that say only a month."""
    mapping = replace(BASE, person=replace(BASE.person, key=("name+City",)), event=replace(BASE.event, year="2014"))
    one, two = read(mapping, sheet("Ana Vale,,,,Hall,March,Came,Rome", "Ana Vale,,,,Hall,March,Came,Oslo"))
    assert person(one).ident == ("name+City", "ana vale", "rome")
    assert person(one).ref != person(two).ref
    assert mentions(one, Label.EVENT)[0].props["startAt"] == "2014-03"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("[person]", "[persons]"), "persons"),
        (('name = "Name"', 'nom = "Name"'), "nom"),
        (('name = "Name"', 'name = "Nobody"'), "Nobody"),
        (('order = "mdy"', 'order = "ymd"'), "order"),
        (('relation = "member"', 'relation = "friend"'), "relation"),
        (('every_row = ""', 'every_row = "attended"'), "both"),
        (("one_per_row = false", 'one_per_row = "no"'), "true or false"),
        (('"name+organization"', '"name+shoe size"'), "shoe size"),
        (('name = "sheet-test"', 'name = "../x"'), "letters"),
        (("[event]", "[event"), "mapping"),
    ],
)
def test_a_mapping_with_a_slip_is_refused_by_name(change: tuple[str, str], says: str) -> None:
    """The message names the key, the column or the choice that is wrong."""
    text = to_toml(BASE)
    assert change[0] in text
    with pytest.raises(FileRefused, match=says):
        from_toml(text.replace(*change), "x.toml")


def test_files_and_memory(tmp_path: Path) -> None:
    """Written privately, read back the same, remembered by header in any order and case."""
    path = write_mapping(BASE, tmp_path / "deep" / "x.mapping.toml")
    assert read_mapping(path) == BASE
    assert path.stat().st_mode & 0o077 == 0
    assert remembered(HEADER, tmp_path) is None
    remember(BASE, HEADER, tmp_path)
    assert remembered([c.upper() for c in reversed(HEADER)], tmp_path) == BASE
    assert remembered(HEADER[:-1], tmp_path) is None
    assert name_for(HEADER) == name_for(tuple(reversed(HEADER)))
    with pytest.raises(FileRefused, match=r"absent\.toml"):
        read_mapping(tmp_path / "absent.toml")


def test_a_changed_mapping_is_another_reading() -> None:
    """The same bytes under a changed mapping are not “already loaded”."""
    assert source_of(BASE).version == source_of(replace(BASE)).version
    assert source_of(BASE).version != source_of(replace(BASE, attendance=Attendance(every_row="attended"))).version


COLUMN = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)


@settings(deadline=None)
@given(st.lists(COLUMN, min_size=2, max_size=6, unique_by=lambda c: c.casefold()), st.lists(COLUMN, max_size=3))
def test_any_columns_and_values_survive_the_file(header: list[str], values: list[str]) -> None:
    """Quotes, brackets and emoji in columns and values come back from TOML as they were."""
    mapping = Mapping(
        "sheet-x", tuple(header), PersonColumns(name=header[0], key=("name+row",)),
        attendance=Attendance(column=header[1], attended=tuple(values)),
    )  # fmt: skip
    assert from_toml(to_toml(mapping), "x") == mapping
