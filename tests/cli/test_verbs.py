"""Every verb on the embedded server, from a template that somebody filled in to a suggestion and back."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.templates import TEMPLATES
from lpgraph.cli import main
from tests import servers

pytestmark = pytest.mark.server
Run = Callable[..., tuple[int, Any, str]]
_COUNTS = {"read", "accepted", "rejected", "created", "updated", "unchanged", "merged", "flagged"}
_LOAD = _COUNTS | {"file", "source", "load", "seconds", "rejected_file"}
_PEOPLE = [
    ("p-1", "Ada", "Example", "ada@example.org", "Denver", "CO"),
    ("p-2", "Bo", "Sample", "bo@example.org", "Seattle", "WA"),
    ("p-3", "Cy", "Specimen", "cy@example.org", "Denver", "CO"),
    ("p-4", "Cy", "Specimen", "other@example.org", "Reno", "NV"),
]
_POSTS = [("p-2", "Example Council", "Council Member", "2023-01-01", "Seattle, WA")]
_TIES = [("p-1", "p-3", "knows", "4", "worked together"), ("p-3", "p-2", "knows", "4", "worked together")]


def _write(folder: Path) -> Path:
    folder.mkdir()
    _csv(folder / "people.csv", "person_id given_name family_name email city state", _PEOPLE)
    _csv(folder / "posts.csv", "person body role start area", _POSTS)
    _csv(folder / "ties.csv", "person other type strength basis", _TIES)
    return folder


def _csv(path: Path, header: str, rows: list[tuple[str, ...]]) -> None:
    """A filled-in template: all of its columns, of which ``header`` names the filled ones."""
    names = [name for name, _help in TEMPLATES[path.stem].columns]
    with path.open("w", newline="", encoding="utf-8") as out:
        sheet = csv.DictWriter(out, names, restval="")
        sheet.writeheader()
        sheet.writerows(dict(zip(header.split(), row, strict=True)) for row in rows)


@pytest.fixture(scope="module")
def folder(watchdog: servers.Watchdog) -> Iterator[Path]:
    """A home with a server for this module alone."""
    with servers.embedded_home(watchdog) as home:
        yield home


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb with --json in that home: its exit code, its document (or nothing), what it said."""

    def call(*words: str) -> tuple[int, Any, str]:
        code = main(["--home", str(folder), *words, "--json"])
        shown = capsys.readouterr()
        return code, json.loads(shown.out) if shown.out else None, shown.err

    return call


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> list[dict[str, Any]]:
    """The four people are in the graph."""
    code, reports, said = run("load", str(_write(tmp_path / "files")))
    assert code == 0, said
    return list(reports)


def test_a_load_reports_as_promised_and_again_writes_nothing(run: Run, loaded: list[dict[str, Any]]) -> None:
    """The promised names, the conservation law, the ledger; the same files again leave the fingerprint."""
    assert all(set(r) >= _LOAD for r in loaded)
    for r in loaded:
        assert r["read"] == r["accepted"] + r["rejected"]
        assert r["accepted"] == r["created"] + r["updated"] + r["unchanged"] + r["merged"]
    assert {r["load"] for r in loaded} <= {line["id"] for line in run("loads")[1]}


def test_search_show_and_who_is_meant(run: Run, loaded: list[dict[str, Any]]) -> None:
    """Shapes of search and show; every line has its rows; a name that fits two exits 6 with both ids."""
    code, hits, _ = run("search", "ada")
    assert code == 0 and set(hits[0]) == {"id", "name", "kind", "where", "score"}
    code, shown, _ = run("show", "Bo Sample")
    assert code == 0 and (shown["name"], shown["kind"], shown["where"]) == ("Bo Sample", "official", "Seattle, WA")
    rows = [s for section in shown["sections"] for line in section["lines"] for s in line["sources"]]
    assert rows and all(set(r) == {"source", "file", "row", "load", "author"} for r in rows)
    code, nothing, said = run("show", "Cy Specimen")
    assert code == 6 and nothing is None and "Reno, NV" in said
    assert run("search", "xyzzy")[:2] == (6, [])


def test_path_suggest_and_why_not(run: Run, loaded: list[dict[str, Any]]) -> None:
    """Shapes of the three, and that the way from Ada to Bo goes over Cy, who can introduce them."""
    code, ways, _ = run("path", "Ada Example", "Bo Sample", "--via", "KNOWS")
    assert code == 0 and len(ways[0]["ids"]) == 3
    assert {s["type"] for s in ways[0]["steps"]} == {"KNOWS"}
    assert ways[0]["steps"][0]["facts"][0]["sources"][0]["file"].endswith("ties.csv")
    assert run("path", "Ada Example", "Bo Sample", "--via", "WORKS_ON")[:2] == (6, [])
    code, found, said = run("suggest", "Ada Example", "--kind", "official")
    assert code == 0, said
    assert set(found[0]) == {"rank", "id", "name", "kind", "where", "score", "reasons", "broker", "path"}
    assert found[0]["name"] == "Bo Sample" and found[0]["broker"]["name"] == "Cy Specimen"
    assert set(found[0]["broker"]) == {"id", "name", "load"}
    reason = found[0]["reasons"][0]
    assert set(reason) == {"kind", "text", "share", "facts"} and reason["facts"]
    assert all(set(fact) == {"type", "ids", "source", "row"} for fact in reason["facts"])
    code, why, _ = run("why-not", "Ada Example", "Bo Sample")
    assert code == 0 and {"a", "b", "gates", "terms"} <= set(why)
    assert not any(gate["stops"] for gate in why["gates"])


def test_what_is_typed_counts_and_can_be_taken_back(run: Run, loaded: list[dict[str, Any]]) -> None:
    """A tie typed by hand shows with its author, a do-not-introduce stops a suggestion, unlog restores all of it."""
    before = run("fingerprint")[1]["fingerprint"]
    entries = [
        run("log", "Ada Example", "knows", "Bo Sample", "--strength", "5", "--author", "Kim", "--note", "friends")[1],
        run("log", "Ada Example", "do-not-introduce", "Bo Sample", "--author", "Kim")[1],
        run("log", "Ada Example", "contact", "ada.new@example.org", "--author", "Kim")[1],
        run("log", "Bo Sample", "do-not-contact", "--author", "Kim")[1],
    ]
    shown = run("show", "Ada Example")[1]
    typed = next(s for s in shown["sections"] if s["key"] == "entries")["lines"]
    assert {line["entry"] for line in typed} == {e["entry"] for e in entries[:3]}
    assert {s["author"] for line in typed if line["type"] for s in line["sources"]} == {"Kim"}
    assert run("show", "Bo Sample")[1]["flags"] == ["Do not contact"]
    stops = [g["name"] for g in run("why-not", "Ada Example", "Bo Sample")[1]["gates"] if g["stops"]]
    assert len(stops) >= 2
    assert (
        run("path", "Ada Example", "Bo Sample", "--via", "KNOWS")[1][0]["steps"][0]["facts"][0]["sources"][0]["author"]
        == "Kim"
    )
    for entry in entries:
        assert run("unlog", entry["entry"])[0] == 0
    assert run("fingerprint")[1]["fingerprint"] == before
    assert run("unlog", entries[0]["entry"])[0] == 1 and run("unlog", "nope")[0] == 6


def test_refused_rows_are_2_and_refused_files_win_with_3(run: Run, tmp_path: Path, capsys: Any) -> None:
    """Rows without a name: exit 2 and a file that names them; an unknown file beside: exit 3, the rest is loaded."""
    bad = tmp_path / "bad"
    bad.mkdir()
    rows = [("p-9", "Di", "Model", "", "Reno", "NV"), ("p-8", "", "", "", "", "")]
    _csv(bad / "people.csv", "person_id given_name family_name email city state", rows)
    code, (report,), said = run("load", str(bad))
    assert (code, report["accepted"], report["rejected"]) == (2, 1, 1)
    assert Path(report["rejected_file"]).is_file() and "people.csv row 2" in said
    (bad / "odd.csv").write_text("a,b\n1,2\n")
    code, reports, _ = run("load", str(bad))
    assert code == 3 and {bool(r.get("error")) for r in reports} == {True, False}
    (tmp_path / "empty").mkdir()
    assert run("load", str(tmp_path / "empty"))[0] == 3
    assert run("undo", report["load"])[0] == 0 and run("undo", "nope")[0] == 6


def test_server_and_doctor_say_how_things_are(run: Run, loaded: list[dict[str, Any]]) -> None:
    """The server runs and where; doctor finds nothing wrong and hides secrets."""
    code, server, _ = run("server", "status")
    assert code == 0 and server["running"] and set(server) == {"running", "uri", "pid", "home"}
    code, found, _ = run("doctor")
    values = {one["name"]: one["value"] for one in found["findings"]}
    assert code == 0 and found["ok"] and "ArcadeDB" in values["store"] and values["schema"].isdigit()


def test_a_stopped_load_is_5_and_goes_on(folder: Path, run: Run, tmp_path: Path) -> None:
    """SIGTERM in the middle of a load: exit 5 within ten seconds, no traceback; the same command again ends well."""
    big = tmp_path / "people.csv"
    rows = [(f"q-{n}", f"Given{n}", f"Family{n}", f"q{n}@example.org", "Denver", "CO") for n in range(12_000)]
    _csv(big, "person_id given_name family_name email city state", rows)
    words = [sys.executable, "-m", "lpgraph.cli", "--home", str(folder), "load", str(big)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    while process.poll() is None and not any(line["status"] == "running" for line in run("loads")[1]):
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    asked = time.monotonic()
    _out, said = process.communicate(timeout=120)
    assert process.returncode in (0, 5), said  # 0: it was quicker than the signal
    assert "Traceback" not in said
    assert process.returncode == 0 or time.monotonic() - asked < 30
    code, (report,), said = run("load", str(big))
    assert code == 0 and report["accepted"] == len(rows), said
