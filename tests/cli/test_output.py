"""What reaches a terminal, whatever a name holds."""

from __future__ import annotations

import contextlib
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgraph.cli import files, output
from lpgraph.ingest import Progress

_ANY = st.text(st.characters(codec=None))
_HOSTILE = ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\u202e", "\u2066", "\x07", "\r", "\n", "\0", "\ud800", "\u2028"]


@given(_ANY, st.lists(st.sampled_from(_HOSTILE)))
def test_no_control_or_bidi_character_is_printed(text: str, parts: list[str]) -> None:
    """Escapes, bells, overrides, line breaks and lone surrogates are gone; the result is one line, and stays so."""
    shown = output.clean("".join([text, *parts, text]))
    assert all(unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not any(c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c" for c in shown)
    assert output.clean(shown) == shown


def test_names_of_the_world_stay_as_they_are() -> None:
    """Accents, other scripts and joined emoji are not control characters."""
    for name in ("María-José Ñandú", "李雷", "فاطمة", "👩‍👩‍👧 Club", "O’Brien"):
        assert output.clean(name) == name


@given(st.recursive(st.none() | st.booleans() | st.integers() | _ANY, lambda x: st.lists(x) | st.dictionaries(_ANY, x)))
def test_json_is_the_same_document_and_harmless(document: object) -> None:
    """The printed text reads back as the document, and holds no character that a terminal obeys but line breaks."""
    printed = _printed(document)
    assert json.loads(printed) == document
    assert output.clean(printed.replace("\n", "").replace("\r", "")) == printed.replace("\n", "")


def _printed(document: object) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        output.write_json(document)
    return out.getvalue()


class _Terminal(io.StringIO):
    """Standard error as a terminal that somebody looks at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_the_bar_shows_file_and_rows_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file and phase from its start, names cleaned; nothing at all where nobody looks."""
    steps = [Progress("a.csv", what, done, 4000) for what in ("reading", "writing") for done in (2000, 4000)]
    for terminal, shown in ((_Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr("sys.stderr", terminal)
        with files.bar() as tell:
            for step in [*steps, Progress("b\x1b[2J.csv", "reading", 10, 0)]:
                tell(step)
        assert ("reading b.csv" in terminal.getvalue() and "10/?" in terminal.getvalue()) is shown
        assert "[2J" not in terminal.getvalue()


def test_a_narrow_terminal_gets_paragraphs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the numbers would break, every number is still there in one piece, each with its name."""
    monkeypatch.setattr(output, "PIPE_WIDTH", 40)
    names = ("file", "read", "accepted", "rejected", "created")
    output.table(names, [("people.csv", 12345, 12345, 0, 98765)], names[1:])
    shown = capsys.readouterr().out
    assert "people.csv\n  read 12,345" in shown and "98,765" in shown and all(len(x) <= 40 for x in shown.splitlines())


def test_a_table_holds_its_cells_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Markup in a name is not obeyed, numbers have separators, nothing is cut off."""
    output.table(("name", "rows"), [("[red]Vega[/red] \x1b[2J", 12345), ("x" * 150, None)], ("rows",))
    shown = capsys.readouterr().out
    assert "[red]Vega[/red]" in shown and "12,345" in shown and "\x1b" not in shown
    assert "x" * 150 in shown
