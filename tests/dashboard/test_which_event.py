"""Which event a file is about, on screen: the events that may be meant, and the answer that loads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from lpgraph.dashboard.keys import Kept, Key
from lpgraph.ingest import LoadOptions, Report
from lpgraph.ingest.report import Choice
from tests.dashboard.fakes import FakeBackend
from tests.dashboard.test_screens import opened, texts

SAID = "Forum, 2026-03-12"
HOSTILE = "![x](http://evil.example) Forum"


class Asking(FakeBackend):
    """One event may be meant, until somebody says which."""

    def load(self, files: Sequence[Path], options: LoadOptions, listen: Callable[..., None]) -> list[Report]:
        """As the fake does, and asks."""
        (report,) = super().load(files, options, listen)
        if not options.yes and options.event == SAID:
            report.choices, report.load = [Choice("event/1", HOSTILE, "2026-03-12", "alpha", "1")], ""
        return [report]


@pytest.mark.parametrize(("answer", "event", "yes"), [("event/1", "event/1", False), ("", SAID, True)])
def test_the_answer_loads_the_file_again(tmp_path: Any, answer: str, event: str, yes: bool) -> None:
    """An event of the list is named by its id; none of them means a new one, and is not asked again."""
    file = tmp_path / "report.csv"
    file.write_text("name\nAna\n")
    backend = Asking(home=tmp_path)
    at = opened("data", backend, None)
    at.text_input(Key.FOLDER).set_value(str(file)).run()
    at.text_input(Key.EVENT).set_value(SAID)
    at.button(Key.LOAD).click().run()
    at.session_state[Kept.JOB].future.result(timeout=10)
    at.run()
    assert "may be this one, so nothing was written" in texts(at)
    assert "![x](" not in str(at.radio(Key.EVENT_WHICH).options)
    assert at.button(Key.EVENT_GO).disabled
    at.radio(Key.EVENT_WHICH).set_value(answer).run()
    at.button(Key.EVENT_GO).click().run()
    at.session_state[Kept.JOB].future.result(timeout=10)
    at.run()
    assert not at.exception
    assert [(o.event, o.yes) for _, o in backend.loaded][-1] == (event, yes)
