"""Laws of reading: whatever the bytes, a file opens or is refused with a reason; rows are all there or refused."""

from __future__ import annotations

import io
import zipfile

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.base import Context, RowRefused
from loaders.mapping import propose, source_of
from loaders.readers import Content, open_content
from loaders.walk import read_archive
from lpgraph.errors import FileRefused

SUFFIXES = st.sampled_from(["csv", "tsv", "txt", "json", "jsonl", "yaml", "xlsx", "zip.csv"])
# Fragments that formats are made of, so that random texts get far.
PIECES = st.sampled_from(
    ["name", "email", ",", ";", "\t", "|", '"', "\n", "\r\n", "\r", "a@example.org", "Ana Vale", "\ufeff", "\0", "\x1b",
     "{", "}", "[", "]", ":", " ", "- ", "---\n", "&a ", "*a", "!!x ", "null", "1e400",
     "\ud83d\ude00", "=1+1", "\\", "\\u",
     "2026-03-12", "status", "Present", "event", "'", "#", "?", "%", "@", "`", "<<: ", "\x85", "\u2028"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join).map(lambda t: t.encode("utf-8", "surrogatepass"))
BYTES = st.one_of(TEXTS, st.binary(max_size=200), TEXTS.map(lambda b: b"\xff\xfe" + b), TEXTS.map(lambda b: b[:-1]))


@settings(max_examples=400, deadline=None)
@given(BYTES, SUFFIXES, st.sampled_from(["", "cp1252", "utf-16", "shift_jis"]))
def test_any_bytes_open_or_are_refused(data: bytes, suffix: str, encoding: str) -> None:
    """No other error, the stated number of rows, and the same rows when read again; the proposal reads them too."""
    try:
        opened = open_content(Content(f"x.{suffix}", data), encoding=encoding)
    except FileRefused as why:
        assert why.reason
        return
    rows = list(opened.rows())
    assert len(rows) == opened.count
    assert [r.number for r in rows] == list(range(1, len(rows) + 1))
    assert [(r.line, r.text, r.data) for r in rows] == [(r.line, r.text, r.data) for r in opened.rows()]
    for row in rows:
        if row.refusal is None:
            assert not any(isinstance(v, str) and "\0" in v for v in row.data.values())
    source = source_of(propose(opened))
    for row in opened.rows():
        try:
            list(source.read(row, Context("")))
        except RowRefused as why:
            assert why.reason


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (("name", "email", "when"), ("Ana", "a@example.org", 45000.5), ("Bo", "b@example.org", True)):
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


BOOK = _workbook()
PARTS = zipfile.ZipFile(io.BytesIO(BOOK)).namelist()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PARTS), st.integers(0, 2_000), st.binary(min_size=1, max_size=6), st.integers(0, 40))
def test_a_damaged_workbook_opens_or_is_refused(part: str, at: int, junk: bytes, cut: int) -> None:
    """Any part, damaged anywhere, gives rows or a reason."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == part:
                at %= len(body)
                body = body[:at] + junk + body[at + cut :]
            new.writestr(name, body)
    try:
        opened = open_content(Content("x.xlsx", out.getvalue()))
    except FileRefused as why:
        assert why.reason
        return
    assert len(list(opened.rows())) == opened.count


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(BOOK) - 1), st.binary(min_size=1, max_size=4), st.sampled_from(["x.xlsx", "x.zip"]))
def test_a_damaged_archive_opens_or_is_refused(at: int, junk: bytes, name: str) -> None:
    """The same for the bytes of the archive itself."""
    data = BOOK[:at] + junk + BOOK[at + len(junk) :]
    try:
        if name.endswith("zip"):
            read_archive(Content(name, data))
        else:
            list(open_content(Content(name, data)).rows())
    except FileRefused as why:
        assert why.reason
