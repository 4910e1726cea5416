"""Files before they are loaded: what has to be said of them is asked on screen, and nothing that was given is lost."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from loaders.base import Issue
from lpgraph.dashboard import views_data, views_files, words
from lpgraph.dashboard.backend import AS_IT_IS, Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.views_files import How
from lpgraph.errors import Asked, FileRefused, Need
from lpgraph.ingest import LoadOptions, Report
from lpgraph.network.days import today
from tests.dashboard.fakes import FakeBackend
from tests.dashboard.test_screens import opened, texts

CHECKOUT = Path(__file__).parents[2]
HEAD = "person_id,name,title,do_not_introduce"
LATE = (
    "row 1 is older than what newer.csv says (as of 2026-03-01 23:59 UTC; this file is of 2020-01-02 23:59): what is "
    "newer counts"
)
AGAIN = "newer.csv has the last word since"
NEWEST = Issue("a.csv", None, None, None, AGAIN, False, kind="newest")
TWICE = "row 2: the id p-1 stands for Ana already"


class Files(FakeBackend):
    """Reads files as the real one does; what a load says is ``said``."""

    said: Report | None = None

    def preview(self, files: Sequence[Path], how: How = AS_IT_IS) -> list[object]:
        """The real one's."""
        return list(Backend.preview(self, files, how))  # type: ignore[arg-type]

    def proposals(self, files: Sequence[Path], how: How = AS_IT_IS) -> list[object]:
        """The real one's."""
        return list(Backend.proposals(self, files, how))  # type: ignore[arg-type]

    _gather = Backend._gather

    def load(self, files: Sequence[Path], options: LoadOptions, listen: Callable[..., None]) -> list[Report]:
        """As the fake does, or what was to be said."""
        reports = super().load(files, options, listen)
        return [self.said] if self.said else reports


def given(backend: FakeBackend, path: Path) -> AppTest:
    """The page with a file of this machine."""
    at = opened("data", backend, None)
    at.text_input(Key.FOLDER).set_value(str(path)).run()
    assert not at.exception
    return at


def uploaded(backend: FakeBackend, *files: tuple[str, bytes]) -> AppTest:
    """The page with files that were given to it."""
    at = opened("data", backend, None)
    at.file_uploader(Key.UPLOAD).set_value([(name, content, "text/csv") for name, content in files]).run()
    assert not at.exception
    return at


def options(at: AppTest) -> list[str]:
    """The options of ``load`` that the page names: none, it has fields for them."""
    return re.findall(r"--(?:event|sheet|encoding|as-of|as|map|snapshot|dry-run|yes)\b", texts(at))


def press(at: AppTest, key: Key) -> None:
    """Press a button, and wait for the load that it begins."""
    at.button(key).click().run()
    at.session_state[Kept.JOB].future.result(timeout=10)
    at.run()
    assert not at.exception


def people(folder: Path) -> Path:
    """A sheet of people."""
    path = folder / "people.csv"
    path.write_text(f"{HEAD}\np-7,Dana Whitlock,Director,\n")
    return path


def test_the_day_of_an_upload_is_today_until_somebody_says_another(tmp_path: Path) -> None:
    """Left alone, nothing is said and today counts; another day is passed on; a later one than today cannot be."""
    backend = Files(home=tmp_path)
    at = uploaded(backend, ("people.csv", people(tmp_path).read_bytes()))
    field = at.date_input(Key.DAY.of("upload"))
    assert (field.value, field.max) == (date.fromisoformat(today()), date.fromisoformat(today()))
    press(at, Key.DRY_RUN)
    at.date_input(Key.DAY.of("upload")).set_value(date(2020, 1, 2))
    press(at, Key.DRY_RUN)
    assert [o.as_of for _, o in backend.loaded] == [None, "2020-01-02"]


def test_a_file_of_this_machine_is_of_when_it_was_changed(tmp_path: Path) -> None:
    """Its day is empty; today may be said of it."""
    backend = Files(home=tmp_path)
    at = given(backend, people(tmp_path))
    assert at.date_input(Key.DAY.of("path")).value is None
    press(at, Key.DRY_RUN)
    at.date_input(Key.DAY.of("path")).set_value(date.fromisoformat(today()) - timedelta(days=0))
    press(at, Key.DRY_RUN)
    assert [o.as_of for _, o in backend.loaded] == [None, today()]


@pytest.mark.parametrize("text", ["", "2026-03-12"])
def test_without_its_event_nothing_is_begun_and_the_field_is_marked(tmp_path: Path, text: str) -> None:
    """Load without naming the event: the file stays, the field says what it wants; then it loads."""
    backend = FakeBackend(home=tmp_path)
    at = given(backend, people(tmp_path))
    at.text_input(Key.EVENT).set_value(text)
    at.button(Key.LOAD).click().run()
    assert backend.loaded == []
    assert words.EVENT_MISSING in [w.value for w in at.warning]
    at.text_input(Key.EVENT).set_value("Spring convening, 2026-03-12")
    press(at, Key.LOAD)
    assert [o.event for _, o in backend.loaded] == ["Spring convening, 2026-03-12"]


def test_words_that_look_like_a_day_are_refused_beside_the_field(tmp_path: Path) -> None:
    """Nothing is begun; the field says which words are no day, and how one is written. A month is enough."""
    backend = FakeBackend(home=tmp_path)
    at = given(backend, people(tmp_path))
    at.text_input(Key.EVENT).set_value("Spring convening, next tuesday")
    at.button(Key.LOAD).click().run()
    assert backend.loaded == []
    (said,) = [w.value.replace("\\", "") for w in at.warning]
    assert "“next tuesday” is no day" in said
    assert "Spring convening, 2026-03-12" in said
    assert "--" not in said
    at.text_input(Key.EVENT).set_value("Spring convening, March 2026")
    press(at, Key.LOAD)
    assert [o.event for _, o in backend.loaded] == ["Spring convening, March 2026"]


def test_a_report_without_its_event_has_the_field_too(tmp_path: Path) -> None:
    """A kind that usually names its event, in a file that does not: the field is there before a row is refused."""
    path = tmp_path / "zoom.csv"
    path.write_text("Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna Reyes,ana@example.org,50,No\n")
    at = given(Files(home=tmp_path), path)
    assert "Zoom" in texts(at)
    assert at.text_input(Key.EVENT).value == ""


def test_what_could_not_be_loaded_is_kept(tmp_path: Path) -> None:
    """After a load that was refused, the files and what was said of them are still there; they can be let go."""
    backend = Files(home=tmp_path)
    backend.said = Report("people.csv", refused=FileRefused("people.csv", "has no rows"))
    at = uploaded(backend, ("people.csv", people(tmp_path).read_bytes()))
    at.date_input(Key.DAY.of("upload")).set_value(date(2020, 1, 2))
    press(at, Key.LOAD)
    at.file_uploader(Key.UPLOAD).set_value([]).run()  # a real page has lost it by now
    at.session_state[Kept.STILL] = at.session_state[Kept.WORK]
    at.run()
    assert "Still chosen: people.csv" in texts(at).replace("\\", "")
    assert at.date_input(Key.DAY.of("upload")).value == date(2020, 1, 2)
    backend.said = None
    press(at, Key.LOAD)
    assert [o.as_of for _, o in backend.loaded] == ["2020-01-02"] * 2
    assert Kept.STILL not in at.session_state
    assert Key.LOAD not in [b.key for b in at.button]


def test_each_file_is_read_as_somebody_says(tmp_path: Path) -> None:
    """A workbook's sheet and a text's letters are asked for, each file's own; the others are read as they are."""
    book = openpyxl.Workbook()
    for name in ("Board", "Staff"):
        sheet = book.create_sheet(name)
        sheet.append(HEAD.split(",") if name == "Board" else ["Nom", "Rol"])
        sheet.append([f"{name}-1", f"Example {name}", "Clerk"])
    book.save(tmp_path / "two.xlsx")
    backend = Files(home=tmp_path)
    at = uploaded(
        backend,
        ("two.xlsx", (tmp_path / "two.xlsx").read_bytes()),
        ("windows.csv", f"{HEAD}\nw-1,José Specimen,Clerk,\n".encode("cp1252")),
        ("people.csv", people(tmp_path).read_bytes()),
    )
    assert not options(at)
    sheet, encoding = (next(b for b in at.selectbox if str(b.key).startswith(k)) for k in (Key.SHEET, Key.ENCODING))
    assert (sheet.value, sheet.options) == (None, ["Board", "Staff"])
    assert encoding.value is None
    sheet.set_value("Board")
    encoding.set_value("cp1252").run()
    press(at, Key.LOAD)
    how = [([path.name for path in paths], o.sheet, o.encoding) for paths, o in backend.loaded]
    assert how == [(["two.xlsx"], "Board", None), (["windows.csv"], None, "cp1252"), (["people.csv"], None, None)]


@pytest.mark.parametrize(
    ("said", "key", "answer"),
    [
        (Report("a.csv", refused=FileRefused("a.csv", TWICE, need=Need("one person"))), Key.ONE_PERSON, {"yes": True}),
        (Report("a.csv", issues=[NEWEST]), Key.NEWEST_AGAIN, {"yes": False}),
    ],
)
def test_what_the_command_line_answers_is_a_button(tmp_path: Path, said: Report, key: Key, answer: Any) -> None:
    """That two are one, or that earlier content counts again, is confirmed on screen: no option is named."""
    backend = Files(home=tmp_path)
    backend.said = said
    at = given(backend, people(tmp_path))
    press(at, Key.LOAD)
    assert not options(at)
    press(at, key)
    chosen = backend.loaded[-1][1]
    assert chosen.yes == answer["yes"]
    assert (chosen.as_of or "").startswith("" if chosen.yes else today())


def test_older_rows_are_a_sentence_of_the_result() -> None:
    """That rows do not count stands with the counts, in the words of the screen, and not among the rows below."""
    report = Report("a.csv", read=1, accepted=1, unchanged=1, older=1, source="s", load="l")
    report.issues = [Issue("a.csv", None, None, None, LATE, False, kind="day")]
    result = views_data.result(report)
    assert not result.ok
    assert result.settled
    assert result.lines[-1].startswith("Row 1 is older than what newer.csv says")
    assert result.lines[-1].endswith(f"{words.NEEDS['day']}.")
    assert result.remarks == ()


@pytest.mark.parametrize("likely", ["", "cp1252"])
@pytest.mark.parametrize("what", get_args(Asked))
def test_what_is_needed_is_said_by_options_here_and_by_fields_there(what: Asked, likely: str) -> None:
    """A terminal names the option, a screen none; where a screen has a button, the reason alone is said."""
    if likely and what not in words.NEEDS_LIKELY:
        return
    why = FileRefused("a.csv", "cannot be loaded so", need=Need(what, "'a b.csv'", likely))
    assert "--" in str(why)
    shown = views_files.refused(why)
    assert shown.problem.startswith("cannot be loaded so")
    assert "--" not in shown.problem
    assert "lpgraph" not in shown.problem
    assert shown.encoded == ("encoding" in what)


_SAYERS = ("FileRefused", "RowRefused", "Issue", "flag")


@pytest.mark.parametrize("folder", ["loaders", "lpgraph/ingest"])
def test_no_reason_names_an_option(folder: str) -> None:
    """What is said of a row or a file does not know where it is read: what to do about it is a ``Need``."""
    for path in sorted((CHECKOUT / folder).rglob("*.py")):
        for call in (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)):
            called = getattr(call.func, "id", getattr(call.func, "attr", ""))
            texts_ = [n.value for n in ast.walk(call) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            if called in _SAYERS:
                assert not [text for text in texts_ if re.search(r"--[a-z]", text)], f"{path}:{call.lineno}"
