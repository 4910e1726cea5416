"""Delimited files: what is read, what is refused, and where the message points."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.base import RowRefused
from loaders.readers import Content, Opened, open_content, open_file
from loaders.readers.delimited import sniff
from lpgraph.errors import FileRefused


def opened(text: str | bytes, name: str = "people.csv", **options: str) -> Opened:
    """A file of these bytes."""
    return open_content(Content(name, text.encode() if isinstance(text, str) else text), **options)


def refused(text: str | bytes, name: str = "people.csv", **options: str) -> FileRefused:
    """The refusal of a file of these bytes."""
    with pytest.raises(FileRefused) as why:
        opened(text, name, **options)
    return why.value


def test_columns_are_found_whatever_their_case_and_spacing() -> None:
    """A loader's spelling of a column finds it although the export changed case, spacing, or broke the line."""
    row = next(opened('ATTENDEE_#,"First\nName",e-Mail\n007,Ana,a@example.org\n').rows())
    assert (row.take("Attendee #"), row.take("first_name"), row.take("E-Mail")) == ("007", "Ana", "a@example.org")
    assert row.untaken() == set()
    assert row.maybe("absent") == ""


def test_values_stay_text() -> None:
    """Leading zeros, words that look like nothing, and long numbers stay as written."""
    row = next(opened("ein,zip,last,big\n010123106,02134,Null,12345678901234567890\n").rows())
    assert [row.take(c) for c in ("ein", "zip", "last", "big")] == [
        "010123106",
        "02134",
        "Null",
        "12345678901234567890",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_honoured(encoding: str) -> None:
    """A mark says how the file is to be read; it is no part of the first column's name."""
    file = opened("name,city\nZoë,Łódź\n".encode(encoding))
    assert file.header == ("name", "city")
    assert next(file.rows()).take("city") == "Łódź"


def test_foreign_bytes_are_refused_with_place_and_option() -> None:
    """The message names the offset, the line and the option; with the option the file loads."""
    text = "name,city\nAna,Rome\nZoë,Köln\n".encode("cp1252")
    why = refused(text)
    assert why.line == 3
    assert "offset 21" in why.reason
    assert text[21] == 0xEB
    assert "`lpgraph load FILE --encoding cp1252`" in str(why)
    assert [r.take("name") for r in opened(text, encoding="cp1252").rows()] == ["Ana", "Zoë"]


@pytest.mark.parametrize("header", [b"name,city\n", b"name,town,\n"])
def test_the_offset_is_right_beyond_the_first_chunk(header: bytes) -> None:
    """A bad byte is located even when a character straddles two chunks before it."""
    text = header + b"\xc3\xab" * 600_001 + b",x\nAna,\xff\n"
    why = refused(text)
    assert f"offset {text.index(0xFF)}" in why.reason
    assert why.line == 3


def test_a_named_encoding_is_for_the_files_that_need_it() -> None:
    """In a folder of mixed files, one that is UTF-8 beyond doubt is not read as cp1252; that is said."""
    file = opened("name\nZoë\n", encoding="cp1252")
    assert next(file.rows()).take("name") == "Zoë"
    assert "UTF-8" in file.issues[0].reason


@pytest.mark.parametrize("encoding", ["rot13", "base64", "nonsense", "utf-7", "unicode_escape", "\0"])
def test_only_text_encodings_may_be_named(encoding: str) -> None:
    """A codec that runs something else, or none, is refused by name."""
    assert "encoding" in refused("name\nZoë\n".encode("cp1252"), encoding=encoding).reason


def test_utf16_without_its_mark_is_refused_with_advice() -> None:
    """Zero bytes at the start are recognised as UTF-16 and the option is named."""
    data = "name,city\nAna,Rome\n".encode("utf-16-le")
    assert "utf-16-le" in str(refused(data))
    assert next(opened(data, encoding="utf-16-le").rows()).take("city") == "Rome"


def test_long_rows_are_refused_short_ones_flagged() -> None:
    """A row with more values than the header is not loaded; one with fewer is, and both are named."""
    rows = list(opened("a,b,c\n1,2,3\n1,2,3,4\n1,2\n1,2,3,,\n5,6,7\n").rows())
    assert [r.number for r in rows if r.refusal] == [2]
    assert "4 values" in str(rows[1].refusal)
    assert [r.number for r in rows if r.flags] == [3]
    assert (rows[1].line, rows[1].text) == (3, "1,2,3,4")
    with pytest.raises(RowRefused):
        rows[1].maybe("a")


def test_more_than_half_ragged_is_another_file() -> None:
    """A file whose rows do not fit its header is refused as a whole."""
    assert "3 of 4" in refused("a,b,c\n1,2,3\n1\n1\n1,2,3,4\n").reason


def test_doubled_columns_are_refused_with_both_positions() -> None:
    """Two columns of one name leave open which is meant."""
    why = refused("email,name,E_mail,Email\na,b,c,d\n")
    assert "column 1 and column 4" in why.reason
    assert refused("First Name,first_name\na,b\n").line == 1


def test_unnamed_columns() -> None:
    """Empty header cells at the end are dropped, or kept under their position when they hold values; one warning."""
    assert opened("a,b,,\n1,2,,\n").header == ("a", "b")
    file = opened("a,b,,\n1,2,,stray\n3,4,,\n")
    assert file.header == ("a", "b", "(column 3)", "(column 4)")
    assert len(file.issues) == 1
    assert [r.refusal for r in file.rows()] == [None, None]
    assert next(file.rows()).maybe("(column 4)") == "stray"


def test_a_repeated_header_is_a_refused_row() -> None:
    """Two files put together: the second header, even behind a stray mark, is no person."""
    rows = list(opened("Name,City\nAna,Rome\n\ufeffname,CITY\nBo,Oslo\n").rows())
    assert [bool(r.refusal) for r in rows] == [False, True, False]


def test_control_characters_are_flagged_zero_bytes_refused() -> None:
    """An escape character is kept and named; a zero byte cannot be stored."""
    rows = list(opened("name,city\nA\x1b[31m,x\n" + "Bo,y\n" * 60 + "C\0,z\n").rows())
    assert rows[0].flags[0].column == "name"
    assert rows[0].take("name") == "A\x1b[31m"
    assert rows[-1].refusal is not None
    assert not rows[1].flags


def test_quotes_that_never_close_refuse_the_file() -> None:
    """A quote that swallows the rest, or whole rows in the middle, is found, with the line it opened on."""
    rows = "".join(f"{i},Ana,Rome,x\n" for i in range(20))
    assert refused('id,name,city,note\n7,"Bo,Oslo,x\n' + rows).line == 2
    swallowed = 'id,name,city,note\n7,"Bo,Oslo,x\n' + rows + '8,"Cy",Bern,y\n' + rows
    assert "never closed" in str(refused(swallowed)) or "quote" in str(refused(swallowed))


def test_prose_in_a_quoted_cell_is_no_unclosed_quote() -> None:
    """A long note with commas on several lines stays one cell."""
    text = 'id,name,city,note\n1,Ana,Rome,"one, two, three, four, five\nsix, seven, eight, nine\nten"\n2,Bo,Oslo,\n'
    rows = list(opened(text).rows())
    assert [(r.number, r.line) for r in rows] == [(1, 2), (2, 5)]
    assert rows[0].take("note").count("\n") == 2


def test_text_after_a_closing_quote_refuses_the_row() -> None:
    """csv would silently drop such a quote; the row is refused and the next one is read."""
    rows = list(opened('a,b\n"x"y,1\nz,2\nw,3\n').rows())
    assert [bool(r.refusal) for r in rows] == [True, False, False]


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        ("a,b,c", ","),
        ("a;b;c", ";"),
        ("a\tb\tc", "\t"),
        ("a|b|c", "|"),
        ("a,b;c|d,e", ","),
        ('"x;y;z",b,c', ","),
    ],
)
def test_the_header_line_tells_the_delimiter(line: str, delimiter: str) -> None:
    """Values full of other separators do not mislead."""
    assert sniff([line + "\n", "1;2;3;4;5|6|7|8\n"]) == delimiter


def test_tabs_and_pipes_without_quoting() -> None:
    """A stray quote in a file of tabs is text."""
    rows = list(opened('name\tcity\n"Bob\tRome\nAna\tOslo\n', "p.tsv").rows())
    assert [r.take("name") for r in rows] == ['"Bob', "Ana"]
    assert opened("a|b\n1|2\n").media == "csv"
    assert opened("a\tb\n1\t2\n").media == "tsv"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_blank_lines(end: str) -> None:
    """Any line end; blank lines and rows of commas are no records and keep the line numbers right."""
    rows = list(opened(end.join(["a,b", "", "1,2", ",,", "3,4", ""])).rows())
    assert [(r.number, r.line, r.take("a")) for r in rows] == [(1, 3, "1"), (2, 5, "3")]


def test_only_cr_and_lf_end_a_line() -> None:
    """A line separator of Unicode, or a form feed, inside a value does not break the row."""
    rows = list(opened("a,b\nx\u2028y,1\np\x0cq,2\n").rows())
    assert [r.line for r in rows] == [2, 3]
    assert rows[0].take("a") == "x\u2028y"


ZOOM = (
    "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
    '"812 0000 0000",Fair Workweek,03/05/2026 05:55:00 PM,03/05/2026 07:00:00 PM,host@example.org,65,2\n\n'
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
    "Ana Vale,,03/05/2026 05:55:00 PM,03/05/2026 07:00:00 PM,65,No\n"
)
LINKEDIN = (
    'Notes:\n"When exporting your connection data, you may notice that some of the e-mail addresses are missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Vale,https://example.org/in/ana,,Example Union,Organizer,12 Mar 2024\n"
)


def test_preambles_are_passed_over_and_kept() -> None:
    """Zoom's meeting and LinkedIn's notes stand above the header; their rows count from the header."""
    zoom = opened(ZOOM)
    assert zoom.header[0] == "Name (Original Name)"
    assert zoom.preamble["Topic"] == "Fair Workweek"
    assert [(r.number, r.line) for r in zoom.rows()] == [(1, 5)]
    linkedin = opened(LINKEDIN)
    assert linkedin.header[2] == "URL"
    assert next(linkedin.rows()).take("Connected On") == "12 Mar 2024"
    richer = opened("Topic,Email,Phone,City\nForum,h@example.org,,Rome\n\nName,Email,Guest\nAna,a@example.org,No\n")
    assert richer.header == ("Name", "Email", "Guest")
    titled = opened("Sign-in sheet,,\nDate:,2026-03-12,\nName,Email,Organization\nAna,a@example.org,Example\n")
    assert titled.header == ("Name", "Email", "Organization")
    assert titled.preamble["Date"] == "2026-03-12"


@pytest.mark.parametrize("rows", ["Ana,Union Hall\n\nBo,Example Local\n", "Ana,Organization\nBo,\n"])
def test_a_plain_header_is_not_taken_for_a_preamble(rows: str) -> None:
    """Blank lines and short rows below a header do not move it."""
    assert opened("Name,Where\n" + rows).header == ("Name", "Where")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "blank"),
        (b"\n\n", "blank"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><body>Denied</body></html>", "web page"),
        (b"\xd0\xcf\x11\xe0rest", "Excel"),
        (b"PK\x03\x04rest", "packed"),
        (b"a" * 200_000 + b",b\n1,2\n", "characters"),
        (",".join(f"c{i}" for i in range(3_000)).encode(), "columns"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    """Each with a reason that says what it is."""
    (tmp_path / "x.csv").write_bytes(data)
    with pytest.raises(FileRefused, match=says):
        open_file(tmp_path / "x.csv")


def test_regular_files_only(tmp_path: Path) -> None:
    """A pipe does not hang, a folder and a link to itself are refused, and so is a file that is not there."""
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    for name, says in (
        ("pipe.csv", "regular"),
        ("loop.csv", "itself"),
        ("absent.csv", "no such file"),
        (".", "folder|regular"),
    ):
        with pytest.raises(FileRefused, match=says):
            open_file(tmp_path / name)


def test_names_are_safe_to_print(tmp_path: Path) -> None:
    """A file's name cannot move the cursor or write on a new line."""
    path = tmp_path / "two\nlines\x1b[31m.csv"
    path.write_text("a,b\n1,2\n")
    assert open_file(path).name == "two\\x0alines\\x1b[31m.csv"


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@settings(deadline=None)
@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8),
    st.sampled_from([",", ";"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_csv_writes_is_read_back(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    """Any text in any cell comes back as it was, whatever it holds."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["alpha", "beta", "gamma"], *rows])
    header = ["alpha", "beta", "gamma"]
    wanted = [r for r in rows if any(c.strip() for c in r) and [c.strip() for c in r] != header]
    assert [[row.data[c] for c in header] for row in opened(out.getvalue().encode(encoding)).rows()] == wanted
