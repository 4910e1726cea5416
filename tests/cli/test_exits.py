"""How the program ends without a graph: one line, the right code, never a traceback."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from lpgraph.cli import main, program
from lpgraph.errors import Ambiguous, FileRefused, Interrupted, LpgraphError, NotFound, StoreUnreachable, UsageError

DOWN = ["--uri", "bolt://127.0.0.1:1"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nosuch"], "No such command"),
        (["search"], "Missing argument"),
        (["search", "x", "--limit", "0"], "--limit"),
        (["template", "nosuch"], "There are areas, attendance"),
        (["server", "dance"], "start, status or stop"),
        (["--home", "h", "path", "a", "b", "--via", "LIKES"], "no tie called LIKES"),
        (["suggest", "a", "--kind", "wizard"], "The kinds are"),
        (["log", "a", "hugged"], "Say one of"),
        (["log", "a", "knows"], "lpgraph log WHO knows OTHER"),
        (["log", "a", "met", "b", "c"], "in quotes"),
    ],
)
def test_wrong_use_is_1_and_says_what_to_do(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    """Standard output stays empty, standard error has the reason, no traceback."""
    assert main(words) == 1
    shown = capsys.readouterr()
    assert shown.out == "" and said in shown.err and "Traceback" not in shown.err


@pytest.mark.parametrize(
    "words",
    [["search", "x"], ["show", "x"], ["suggest", "x"], ["why-not", "a", "b"], ["path", "a", "b"], ["loads"],
     ["undo", "l"], ["fingerprint"], ["log", "a", "met"], ["unlog", "e"], ["doctor"]],
)  # fmt: skip
def test_a_store_that_is_down_is_4(words: list[str], capsys: pytest.CaptureFixture[str], home: Path) -> None:
    """Within ten seconds, one line, whatever the verb; doctor says it in its answer."""
    began = time.monotonic()
    assert main([*words, *DOWN]) == 4
    shown = capsys.readouterr()
    assert time.monotonic() - began < 10
    told = shown.out if words == ["doctor"] else shown.err
    assert "nothing answers at bolt://127.0.0.1:1" in told and "Traceback" not in told
    assert words == ["doctor"] or len(shown.err.splitlines()) == 1


def test_a_load_into_a_store_that_is_down_is_4(capsys: pytest.CaptureFixture[str], tmp_path: Path, home: Path) -> None:
    """The file is good and the store is not: the store is to blame."""
    file = tmp_path / "people.csv"
    assert main(["template", "people", str(file)]) == 0
    assert main(["load", str(file), *DOWN]) == 4


def test_a_file_that_is_not_there_is_3(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    """No server is started for it."""
    assert main(["load", "no-such.csv", *DOWN]) == 3
    assert "no such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("u"), 1), (LpgraphError("l"), 1), (FileRefused("f.csv", "r"), 3), (StoreUnreachable("s"), 4),
        (Interrupted("i"), 5), (KeyboardInterrupt(), 5), (NotFound("n"), 6), (Ambiguous("a", []), 6),
        (KeyError("bug"), 1),
    ],
)  # fmt: skip
def test_every_error_has_its_code(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever a verb raises, the program ends with that code and without a traceback; --debug shows one."""

    def failing(**_options: object) -> None:
        raise error

    monkeypatch.setattr(program, "app", failing)
    assert main(["x"]) == code
    assert "Traceback" not in capsys.readouterr().err
    assert main(["x", "--debug"]) == code


def test_a_store_error_that_a_signal_brought_about_is_5(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second Ctrl-C tears an answer of the server: that is a stop, not a broken store."""

    def torn(**_options: object) -> None:
        try:
            raise KeyboardInterrupt  # noqa: TRY301 - a signal comes from nowhere
        except KeyboardInterrupt:
            raise StoreUnreachable("out of step")  # noqa: B904 - as the driver's own clean-up does it

    monkeypatch.setattr(program, "app", torn)
    assert main(["x"]) == 5
    assert "goes on from there" in capsys.readouterr().err


def test_sources_and_template_have_the_promised_shape(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The document is the data, standard output holds it alone."""
    assert main(["sources", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {frozenset(s) for s in listed} == {frozenset({"name", "publisher", "gives", "header"})}
    for name, ending in (("people", ".csv"), ("ties", ".xlsx")):
        out = tmp_path / f"{name}{ending}"
        assert main(["template", name, str(out), "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == {"template": name, "file": str(out)}
        assert out.stat().st_size > 100
    assert main(["template", "people", str(tmp_path / "people.csv")]) == 1
