"""Workbooks: text first, the header wherever it stands, and nothing unpacked that is not honest."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.readers import Content, Opened, open_content
from loaders.readers.workbook import MOST_BLANK, read_sheet
from lpgraph.errors import FileRefused


def book(*sheets: tuple[str, Sequence[Sequence[object]]], hidden: tuple[str, ...] = ()) -> bytes:
    """A workbook with these sheets."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for r, row in enumerate(rows, 1):
            for c, value in enumerate(row, 1):
                if value is not None:
                    cell = sheet.cell(r, c, value)
                    if isinstance(value, str):
                        cell.data_type = "s"  # text, even when it begins like a formula
        if title in hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def opened(data: bytes, **options: str) -> Opened:
    """The workbook, opened."""
    return open_content(Content("sheet.xlsx", data), **options)


def refused(data: bytes) -> str:
    """Why the workbook is refused."""
    with pytest.raises(FileRefused) as why:
        opened(data)
    return why.value.reason


def changed(data: bytes, part: str, make: object) -> bytes:
    """The same workbook with one part replaced (``make``: the new bytes, or a change of the old ones)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            body = old.read(info)
            if info.filename == part:
                body = make(body) if callable(make) else make
            new.writestr(info.filename, body)
    return out.getvalue()


PEOPLE = (("Name", "Email"), ("Ana", "ana@example.org"), ("Bo", "bo@example.org"))


def test_cells_become_text() -> None:
    """Whole numbers have no point, dates are ISO, true is TRUE, text keeps its zeros."""
    when = dt.datetime(2026, 3, 12, 18, 30)
    rows = [("a", "b", "c", "d", "e", "f"), (123.0, 1.5, dt.datetime(2026, 3, 12), when, True, "00123")]
    row = next(opened(book(("S", rows))).rows())
    assert [row.data[c] for c in "abcdef"] == ["123", "1.5", "2026-03-12", "2026-03-12 18:30:00", "TRUE", "00123"]


def test_titles_above_and_blank_columns_beside_the_header() -> None:
    """The header is found below a title and right of empty columns; rows count from it, lines are sheet rows."""
    rows = [(None, "Sign-in, Town Hall"), (), (None, "Name", "Email", "City"), (None, "Ana", "a@example.org", "Rome")]
    file = opened(book(("S", rows)))
    assert file.header == ("Name", "Email", "City")
    assert [(r.number, r.line) for r in file.rows()] == [(1, 4)]
    assert "Town Hall" in " ".join(file.preamble.values())


def test_absent_cells_are_blank_not_short() -> None:
    """A workbook leaves out empty cells: no row is short for that."""
    rows = list(opened(book(("S", [("a", "b", "c"), ("1",), ("2", "3"), ("4",)]))).rows())
    assert [r.flags for r in rows] == [[], [], []]
    assert rows[0].maybe("c") == ""


def test_which_sheet() -> None:
    """Hidden, empty and ignored sheets are passed over; of two with values the user must choose."""
    assert opened(book(("Data", PEOPLE), ("Notes", [("x",)]), ("Old", PEOPLE), hidden=("Old",))).sheet == "Data"
    two = book(("Jan", PEOPLE), ("Feb", PEOPLE))
    assert "“Jan”, “Feb”" in refused(two)
    assert opened(two, sheet="feb").count == 2
    with pytest.raises(FileRefused, match="there are: Jan, Feb"):
        opened(two, sheet="Mar")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml"])
def test_entities_are_refused_before_parsing(part: str) -> None:
    """A part that declares a document type is no honest workbook, in any encoding."""
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
    assert "entities" in refused(changed(book(("S", PEOPLE)), part, evil))
    assert "entities" in refused(changed(book(("S", PEOPLE)), part, evil.decode().encode("utf-16")))


def test_bombs_are_refused_by_their_directory() -> None:
    """A part that would unpack to hundreds of megabytes is never unpacked."""
    assert "times its size" in refused(changed(book(("S", PEOPLE)), "xl/styles.xml", b" " * 40_000_000))
    out = io.BytesIO(book(("S", PEOPLE)))
    with zipfile.ZipFile(out, "a") as archive:
        for i in range(2_100):
            archive.writestr(f"x/{i}", b"")
    assert "files inside" in refused(out.getvalue())


@pytest.mark.parametrize("cut", [30, 200, 1_500, -200, -40])
def test_damaged_workbooks_are_refused(cut: int) -> None:
    """Wherever it is cut, the message says that it is damaged."""
    assert "damaged" in refused(book(("S", PEOPLE))[:cut])


def test_broken_parts_are_refused() -> None:
    """A sheet that is no XML, and a shared text that is not there."""
    good = book(("S", PEOPLE))
    assert "damaged" in refused(changed(good, "xl/worksheets/sheet1.xml", b"<worksheet"))
    shared = changed(
        good, "xl/worksheets/sheet1.xml", lambda b: b.replace(b't="inlineStr"><is><t>Ana</t></is>', b't="s"><v>99</v>')
    )
    assert "damaged" in refused(shared)


def test_formulas_are_read_as_their_stored_value_or_named() -> None:
    """What Excel computed is read; a formula that was never computed is a blank, and the user is told."""
    made = changed(
        book(("S", PEOPLE)), "xl/worksheets/sheet1.xml",
        lambda b: b.replace(b't="inlineStr"><is><t>Ana</t></is>', b't="str"><f>"A"&amp;"na"</f><v>Ana</v>')
        .replace(b't="inlineStr"><is><t>Bo</t></is>', b"><f>1+1</f><v></v>"),
    )  # fmt: skip
    file = opened(made)
    assert [r.maybe("Name") for r in file.rows()] == ["Ana", ""]
    assert ["1 formulas" in i.reason for i in file.issues] == [True]
    assert not opened(book(("S", PEOPLE))).issues


def test_a_lying_size_is_not_believed() -> None:
    """The size that a sheet states does not cut rows off."""
    lying = changed(
        book(("S", PEOPLE)), "xl/worksheets/sheet1.xml", lambda b: b.replace(b'ref="A1:B3"', b'ref="A1:A1"')
    )
    assert opened(lying).count == 2


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff_"),
    min_size=1,
    max_size=20,
).filter(lambda t: t.strip() == t and t)
VALUE = st.one_of(TEXT, st.integers(-(10**14), 10**14), st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(VALUE, VALUE), min_size=1, max_size=6))
def test_what_a_workbook_holds_is_read_back(rows: list[tuple[object, object]]) -> None:
    """Any text, number or date comes back as the text that a person would write."""
    read = [(r.data["alpha"], r.data["beta"]) for r in opened(book(("S", [("alpha", "beta"), *rows]))).rows()]
    assert read == [(str(a), str(b)) for a, b in rows if (str(a).casefold(), str(b).casefold()) != ("alpha", "beta")]


def test_an_error_of_excel_is_no_value() -> None:
    """#REF! and #N/A are not names or ids: the cell is blank, and the row says which cell held what."""
    file = opened(book(("People", [["id", "name"], ["1", "#REF!"], ["#N/A", "Ana"], ["#1", "#Ana"]])))
    rows = list(file.rows())
    assert [(r.maybe("id"), r.maybe("name")) for r in rows] == [("1", ""), ("", "Ana"), ("#1", "#Ana")]
    assert [[f.reason for f in r.flags] != [] for r in rows] == [True, True, False]
    assert "B2 (#REF!)" in rows[0].flags[0].reason


def test_a_strict_workbook_says_how_to_save_it() -> None:
    """Excel's “Strict Open XML” is refused by that name, not as a sheet without values."""
    ours = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    theirs = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(("People", [["id"], ["1"]])))) as plain, zipfile.ZipFile(out, "w") as strict:
        for info in plain.infolist():
            strict.writestr(info.filename, plain.read(info).replace(ours, theirs))
    with pytest.raises(FileRefused, match="Strict Open XML"):
        opened(out.getvalue())


def test_a_cell_that_points_before_the_first_text_refuses_the_workbook() -> None:
    """A negative index counts from the end in Python: another person's value would be read."""
    data = book(("People", [("id", "name"), ("1", "Ada Vance")]))
    sheet = b'<sheetData><row r="1"><c r="A1" t="s"><v>-1</v></c></row></sheetData>'
    broken = changed(
        data, "xl/worksheets/sheet1.xml", lambda body: re.sub(rb"(?s)<sheetData>.*</sheetData>", sheet, body)
    )

    assert "points at no text" in refused(broken)


def test_characters_that_a_workbook_writes_as_numbers_are_read() -> None:
    """``_x000D_`` is a line end and ``_x005F_`` an underscore; half a character stays as it is written."""
    (row,) = opened(book(("P", [("id", "a", "b"), ("1", "one_x000D_two", "_x005F_x0041_ _xD800_")]))).rows()

    assert (row.data["a"], row.data["b"]) == ("one\rtwo", "_x0041_ _xD800_")


def test_a_cell_left_far_below_is_no_million_rows() -> None:
    """What a workbook holds is read, wherever it stands; the blank rows on the way to it are not kept."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in (("name", "city"), ("Ana Vega", "Salida"), ("Bo Reed", "Alma")):
        sheet.append(row)
    sheet["B1048576"] = "Pueblo"
    out = io.BytesIO()
    made.save(out)
    _, records, _ = read_sheet(Content("sheet.xlsx", out.getvalue()))

    assert [(r.line, r.cells) for r in records if not r.blank][1:] == [
        (2, ["Ana Vega", "Salida"]), (3, ["Bo Reed", "Alma"]), (1_048_576, ["", "Pueblo"]),
    ]  # fmt: skip
    assert len(records) <= MOST_BLANK + 4
