"""The help and the page made from it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import typer

from lpgraph.cli.docs import render
from lpgraph.cli.program import app, hoisted

_VERBS = [
    *("demo", "load", "loads", "undo", "sources", "template", "search", "show", "suggest", "why-not", "path", "brief"),
    *("log", "unlog", "correct", "review", "fingerprint", "server", "doctor", "dashboard", "evaluate"),
    *("introduce", "introductions", "answer", "resolve", "coalition", "coverage", "votes", "what-if", "turnover"),
    *("plan", "policy", "peers", "question", "export", "import"),
]
_NO_JSON = ("dashboard", "resolve")  # the one answers nothing, the other writes a table into a file


def test_the_help_fits_one_screen_and_names_every_verb() -> None:
    """At 80 columns the help has 24 to 60 lines (34 verbs in five tasks); each verb has its line, under a task."""
    env = {**os.environ, "COLUMNS": "80", "TERM": "dumb"}
    done = subprocess.run(
        [sys.executable, "-m", "lpgraph.cli", "--help"], env=env, capture_output=True, text=True, check=True
    )
    lines = done.stdout.rstrip().splitlines()
    assert 24 <= len(lines) <= 60
    assert all(any(f"│ {verb} " in line for line in lines) for verb in _VERBS)
    assert "Put data in" in done.stdout and "Introduce" in done.stdout


def test_every_verb_answers_in_json() -> None:
    """All verbs but those that print no answer take --json; all have a help line; so do the steps of one of several."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(commands) == set(_VERBS)
    for name, command in commands.items():
        assert command.help
        for step in getattr(command, "commands", {"": command}).values():
            assert name in _NO_JSON or any("--json" in p.opts for p in step.params), name


def test_the_page_is_up_to_date() -> None:
    """Made again from the program it is the same; if not: python -m lpgraph.cli.docs > docs/cli.md."""
    page = Path(__file__).parents[2] / "docs" / "cli.md"
    assert page.read_text(encoding="utf-8") == render()


def test_the_options_of_every_verb_may_stand_anywhere() -> None:
    """--home, --uri and --debug are moved before the verb with their values; what follows -- is a word."""
    assert hoisted(["show", "Vega", "--home", "x", "--json"]) == ["--home", "x", "show", "Vega", "--json"]
    assert hoisted(["show", "--uri=bolt://h", "Vega", "--debug"]) == ["--uri=bolt://h", "--debug", "show", "Vega"]
    assert hoisted(["show", "--", "--home"]) == ["show", "--", "--home"]
