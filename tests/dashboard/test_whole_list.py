"""A whole list on screen: who would end is shown, and more than a fifth of a body has to be confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.ingest import LoadOptions, Report
from lpgraph.ingest.snapshot import Ending
from tests.dashboard.fakes import FakeBackend
from tests.dashboard.test_screens import opened, texts


class Asking(FakeBackend):
    """A whole list ends four of nine, and asks unless it was told that it is right."""

    def load(self, files: Sequence[Path], options: LoadOptions, listen: Callable[..., None]) -> list[Report]:
        """As the fake does, and asks."""
        (report,) = super().load(files, options, listen)
        report.missing = [Ending("Fairview City Council", "CO", 9, 4, ("Ruth Example",))]
        report.asks = not options.yes
        return [report]


def test_a_whole_list_that_ends_many_is_confirmed_on_screen(tmp_path: Any) -> None:
    """Who would end is shown by body; the button loads the same files again, told that it is right."""
    file = tmp_path / "roster.csv"
    file.write_text("name\nAna\n")
    backend = Asking(home=tmp_path)
    at = opened("data", backend, None)
    at.text_input(Key.FOLDER).set_value(str(file)).run()
    at.checkbox(Key.WHOLE).check().run()
    at.text_input(Key.EVENT).set_value("Spring convening")
    at.button(Key.LOAD).click().run()
    at.session_state[Kept.JOB].future.result(timeout=10)
    at.run()
    assert words.WHOLE_ENDS.format(n="4 people") in texts(at)
    at.button(Key.WHOLE_YES).click().run()
    at.session_state[Kept.JOB].future.result(timeout=10)
    at.run()
    assert not at.exception
    assert [(paths, o.snapshot, o.yes) for paths, o in backend.loaded] == [([file], True, False), ([file], True, True)]
    assert Key.WHOLE_YES not in [b.key for b in at.button]
