"""The verb review end to end: files, questions, answers, what they do to profile, search and suggestions, and back."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lpgraph.cli import main
from lpgraph.ingest import fingerprint
from lpgraph.network.snapshot import take
from lpgraph.settings import load_settings
from lpgraph.store import open_store

pytestmark = pytest.mark.server
Run = Callable[..., tuple[int, Any]]
_HEAD = "first name,last name,email,city,state,organization,role,id\n"
_ONE = _HEAD + "Mara,Okoye,mara@a.example.org,Riverton,CO,Tenants of Riverton,director,a-1\n"
_TWO = _HEAD + "Mara,Okoye Jr.,m.okoye@b.example.org,Riverton,CO,Riverton Food Bank,volunteer,b-1\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line with ``--json``: (exit code, document)."""

    def call(*words: str) -> tuple[int, Any]:
        code = main([*words, "--json"])
        out = capsys.readouterr().out
        return code, json.loads(out) if out.strip() else None

    return call


@pytest.fixture
def two(home: Path, tmp_path: Path, run: Run) -> tuple[str, str]:
    """Two records that may be one, from two files; their ids."""
    assert home.exists()
    for name, text in (("one.csv", _ONE), ("two.csv", _TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        code, _ = run("load", str(tmp_path / name), "--as", "people-sheet")
        assert code == 0
    _, asked = run("review")
    question = next(q for q in asked if q["kind"] == "person")
    assert {"same first name", "same surname", "same city"} <= set(question["evidence"].split("; "))
    return question["a"]["id"], question["b"]["id"]


def test_an_answer_is_seen_everywhere_and_can_be_taken_back(two: tuple[str, str], run: Run) -> None:
    """Same: one profile with the ties of both, one person in search and snapshot, no more question; undo: as before."""
    a, b = two
    with open_store(load_settings()) as store:
        before = fingerprint(store)
        code, made = run("review", "--answer", "same", a, b, "--author", "sam")
        assert code == 0
        assert len(run("search", "Okoye")[1]) == 1
        text = json.dumps(run("show", a)[1])
        assert "Tenants of Riverton" in text and "Riverton Food Bank" in text
        assert run("show", b)[1] == run("show", a)[1]
        assert sum("Okoye" in name for name in take(store).nodes.names) == 1
        assert not [q for q in run("review")[1] if q["kind"] == "person"]
        assert run("review", "--log")[1][-1]["counts"] is True
        assert run("review", "--undo", made["id"])[0] == 0
        assert fingerprint(store) == before
    assert run("review", "--undo", made["id"])[0] == 1
    assert run("review", "--undo", "decision-none")[0] == 6


def test_different_is_never_asked_again_and_same_then_needs_a_yes(two: tuple[str, str], run: Run) -> None:
    """The contradicting answer ends with exit 1 and changes nothing; --yes takes the place of the earlier one."""
    a, b = two
    assert run("review", "--answer", "different", a, b, "--author", "ana")[0] == 0
    assert not [q for q in run("review")[1] if q["kind"] == "person"]
    assert run("review", "--answer", "same", a, b)[0] == 1
    assert len(run("search", "Okoye")[1]) == 2
    assert run("review", "--answer", "same", a, b, "--yes")[0] == 0
    assert len(run("search", "Okoye")[1]) == 1


def test_wrong_use_is_said(two: tuple[str, str], run: Run) -> None:
    """An unknown answer, one record only and an unknown kind are wrong use; nobody of that name is exit 6."""
    a, _ = two
    assert run("review", "--answer", "perhaps", a, a)[0] == 1
    assert run("review", "--answer", "same", a)[0] == 1
    assert run("review", "--answer", "same", a, a)[0] == 1
    assert run("review", "--kind", "ghosts")[0] == 1
    assert run("review", "--answer", "same", a, "Nobody Atall")[0] == 6


def test_one_by_one_in_the_terminal(
    two: tuple[str, str], run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Skip is not asked of the same person again; what it shows says evidence and consequence; q ends."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("x\nk\nq\n"))
    assert main(["review", "--kind", "people", "--author", "sam"]) == 0
    shown = capsys.readouterr().out
    assert "Are these one?" in shown and "If same:" in shown and "skipped" in shown
    assert run("review", "--kind", "people", "--author", "sam")[1] == []
    assert len(run("review", "--kind", "people", "--author", "ana")[1]) == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\n"))
    assert main(["review", "--kind", "people", "--author", "ana"]) == 0
    capsys.readouterr()
    assert len(run("search", "Okoye")[1]) == 1
    assert two


def test_what_was_taken_back_is_asked_again_and_the_keys_answer_it(
    two: tuple[str, str],
    run: Run,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """d, then u before another question: s answers the first one, which is shown again; the other stays open."""
    text = (_ONE + _TWO.removeprefix(_HEAD)).replace("Mara,Okoye", "Ilse,Brandt").replace("mara@", "ilse@")
    for n, row in enumerate(text.splitlines()[1:]):
        (tmp_path / f"more{n}.csv").write_text(_HEAD + row.replace("m.okoye", "i.brandt") + "\n", encoding="utf-8")
        assert run("load", str(tmp_path / f"more{n}.csv"), "--as", "people-sheet")[0] == 0
    asked = run("review", "--kind", "people")[1]
    assert len(asked) == 2
    first, other = ({q["a"]["id"], q["b"]["id"]} for q in asked)
    monkeypatch.setattr(sys, "stdin", io.StringIO("d\nu\ns\nq\n"))
    assert main(["review", "--kind", "people", "--author", "sam"]) == 0
    shown = capsys.readouterr().out.partition("Taken back")[2]
    assert all(one in shown.partition("same:")[0] for one in first)
    left = run("review", "--kind", "people")[1]
    assert [{q["a"]["id"], q["b"]["id"]} for q in left] == [other]
