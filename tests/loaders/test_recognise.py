"""Recognition by header: the right source, a named lack, or a proposed mapping."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders import registry
from loaders.base import Context, Draft, Row, Source
from loaders.mapping import propose, remember, write_mapping
from loaders.readers import Content, Opened, open_content
from loaders.recognise import gather, recognise, write_proposals
from lpgraph.errors import FileRefused, UsageError


def nothing(row: Row, context: Context) -> Iterator[Draft]:
    """A loader that says nothing."""
    yield from ()


def source(name: str, *header: str, **more: object) -> Source:
    """A source with this header."""
    return Source(name, name.title(), "people", header, nothing, **more)  # type: ignore[arg-type]


TICKETS = source("tickets", "Order #", "Attendee #", "First Name", "Last Name", "Attendee Status")
SHORT = source("short", "First Name", "Last Name")
DOCS = source("docs", "id", "roles", media=("yaml",), one_file_each=True)
NEVER = source("never", "First Name", "Last Name", "Order #", "Attendee #", refuse_unless=lambda h: "magic" in h)
SOURCES = (SHORT, TICKETS, DOCS, NEVER)
TICKET_ROWS = "ORDER #,attendee_#,First  Name,Last Name,Attendee Status,More\n1,2,Ana,Vale,Checked In,x\n"


def opened(text: str, name: str = "file.csv") -> Opened:
    """A file of this text."""
    return open_content(Content(name, text.encode()))


def test_most_columns_win() -> None:
    """Of two sources that fit, the one that asks for more; never one that looks closer and says no."""
    assert recognise(opened(TICKET_ROWS), SOURCES).name == "tickets"
    assert recognise(opened("First Name,Last Name\nAna,Vale\n"), SOURCES).name == "short"


def test_a_missing_column_is_named() -> None:
    """A file that is nearly a known export is refused with what it lacks, and how it could be read instead."""
    with pytest.raises(FileRefused) as why:
        recognise(opened("Order #,Attendee #,Last Name,Attendee Status\n1,2,Vale,x\n"), (TICKETS,))
    assert "tickets" in why.value.reason
    assert "“First Name”" in why.value.reason
    assert "--map" in str(why.value)


def test_columns_that_any_sheet_has_prove_nothing() -> None:
    """First and last name alone do not make a sheet a ticket export."""
    generic = source("generic", "Order #", "First Name", "Last Name", "Email")
    with pytest.raises(FileRefused) as why:
        recognise(opened("First Name,Last Name,Email\nAna,Vale,a@example.org\n"), (generic,))
    assert "no known source" in why.value.reason


@pytest.mark.parametrize(
    ("header", "name", "lacks"),
    [
        ("event,person", "lpgraph-attendance", "status"),
        ("Event,Person,organization,email,role,minutes", "lpgraph-attendance", "status"),
        ("event,person,email,role,my notes", "lpgraph-attendance", "status"),
        ("person,role,body,start,end", "lpgraph-posts", "area"),
        ("title,type,start,end,city", "lpgraph-events", "event_id"),
    ],
)
def test_a_template_without_a_required_column_is_named(header: str, name: str, lacks: str) -> None:
    """A template is known although any sheet has its columns: hardly anything else stands beside them."""
    row = ",".join("x" for _ in header.split(","))
    with pytest.raises(FileRefused) as why:
        recognise(opened(f"{header}\n{row}\n", f"{name}.csv"), registry.SOURCES)
    assert f"looks like {name} but lacks the column “{lacks}”" in why.value.reason
    assert "says that the person attended" not in why.value.reason


def test_a_sheet_with_columns_of_its_own_is_no_template() -> None:
    """Event and person beside other things are a sheet like any other."""
    with pytest.raises(FileRefused, match="no known source"):
        recognise(opened("event,person,ticket,seat\na,Ana Vale,1,2\n"), registry.SOURCES)


def test_as_names_a_source() -> None:
    """``--as`` decides, but not against the header or the format."""
    assert recognise(opened(TICKET_ROWS), SOURCES, as_="Short").name == "short"
    with pytest.raises(UsageError, match="nosuch"):
        recognise(opened(TICKET_ROWS), SOURCES, as_="nosuch")
    with pytest.raises(FileRefused, match="Attendee Status"):
        recognise(opened("First Name,Last Name\nAna,Vale\n"), SOURCES, as_="tickets")
    with pytest.raises(FileRefused, match="is csv"):
        recognise(opened(TICKET_ROWS), SOURCES, as_="docs")


def test_an_unknown_header_is_refused_with_its_mapping(tmp_path: Path) -> None:
    """The message shows the proposal and both steps; given as a file, or remembered, it reads the file."""
    sheet = opened("Who,E-mail\nAna Vale,ana@example.org\n", "list.csv")
    with pytest.raises(FileRefused) as why:
        recognise(sheet, SOURCES, remembered_in=tmp_path)
    for said in ("Who → person name", "E-mail → person email", "--dry-run", "list.csv.mapping.toml", "--map"):
        assert said in str(why.value)
    mapping = propose(sheet)
    path = write_mapping(mapping, tmp_path / "list.csv.mapping.toml")
    assert recognise(sheet, SOURCES, map_=path).name == mapping.name
    remember(mapping, sheet.header, tmp_path / "kept")
    reordered = opened("E-MAIL,WHO\nbo@example.org,Bo\n", "next-month.csv")
    assert recognise(reordered, SOURCES, remembered_in=tmp_path / "kept").name == mapping.name
    with pytest.raises(FileRefused, match="another header"):
        recognise(opened("x,y\n1,2\n"), SOURCES, map_=path)


def test_one_record_files_of_a_folder_are_one_unit(tmp_path: Path) -> None:
    """Two folders of one-record files are two units; other files stand alone; what is wrong is kept apart."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        for i in range(3):
            (tmp_path / folder / f"{i}.yml").write_text(f"id: {folder}{i}\nroles: []\n")
    (tmp_path / "tickets.csv").write_text(TICKET_ROWS)
    (tmp_path / "bad.csv").write_bytes(b"\xff\xfe")
    (tmp_path / "strange.csv").write_text("alpha,beta\n1,2\n")
    found = gather([tmp_path], SOURCES)
    assert [(u.source.name, len(u.files), u.count) for u in found.units] == [
        ("tickets", 1, 1),
        ("docs", 3, 3),
        ("docs", 3, 3),
    ]
    assert [o.name.rpartition("/")[2] for o, _ in found.unknown] == ["strange.csv"]
    assert len(found.refused) == 1
    assert found.units[1].name == f"{tmp_path.name}/a (3 files)"
    assert found.units[0].sha256 == found.units[0].files[0].sha256


def test_a_unit_is_its_content(tmp_path: Path) -> None:
    """Renamed files in another folder are the same content; a changed one is not."""
    for folder, names in (("a", "xy"), ("b", "qp"), ("c", "xy")):
        (tmp_path / folder).mkdir()
        for i, name in enumerate(names if folder != "b" else reversed(names)):
            (tmp_path / folder / f"{name}.yml").write_text(f"id: {i if folder != 'c' else 9}\nroles: []\n")
    hashes = [gather([tmp_path / f], SOURCES).units[0].sha256 for f in ("a", "b", "c")]
    assert hashes[0] == hashes[1] != hashes[2]


def test_a_dry_run_writes_proposals_and_never_over_a_users_file(tmp_path: Path) -> None:
    """The proposal lies beside its file, can be used as it is, and is not written over once it is there."""
    (tmp_path / "my list.csv").write_text("Who,E-mail\nAna Vale,ana@example.org\n")
    found = gather([tmp_path / "my list.csv"], SOURCES)
    assert f"'{tmp_path / 'my list.csv'}'.mapping.toml" in str(found.unknown[0][1])
    (path,) = write_proposals(found)
    assert path == tmp_path / "my list.csv.mapping.toml"
    assert gather([tmp_path / "my list.csv"], SOURCES, map_=path).units[0].count == 1
    path.write_text("mine")
    assert write_proposals(found) == []
    assert path.read_text() == "mine"
    assert [n for n, _ in gather([tmp_path], SOURCES).passed] == [f"{tmp_path.name}/my list.csv.mapping.toml"]
