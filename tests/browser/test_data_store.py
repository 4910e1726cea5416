"""Files given on screen over a real store: an older one overwrites nothing, and what a file needs is asked there.

``TEST_PICTURES=FOLDER`` keeps a picture of every step, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from lpgraph.dashboard import serve, words
from lpgraph.dashboard.keys import Key
from lpgraph.explore import profile, search
from lpgraph.store import Store, ledger
from tests import servers
from tests.browser.conftest import Visit, served
from tests.browser.test_record import picture
from tests.conftest import _wanted

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.timeout(300)]
HEAD = "person_id,name,title,email,do_not_introduce"


@pytest.fixture(scope="module")
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store; nothing here depends on the server."""
    _wanted("embedded")
    found: Store = request.getfixturevalue("_embedded")
    servers.wipe(found)
    return found


@pytest.fixture(scope="module")
def address(store: Store, request: pytest.FixtureRequest) -> Iterator[str]:
    """A dashboard over it, as ``lpgraph dashboard`` starts it."""
    with served(Path(serve.APP), LPGRAPH_HOME=str(request.getfixturevalue("_embedded_home"))) as found:
        yield found


def upload(guest: Visit, *files: Path) -> None:
    """Give files as a visitor does."""
    guest.page.locator(f".st-key-{Key.UPLOAD} input[type=file]").set_input_files(list(files))
    guest.page.locator(f".st-key-{Key.UPLOAD}").get_by_text(files[0].name).wait_for(timeout=60_000)
    guest.settle()


def press(guest: Visit, key: Key, said: str) -> None:
    """Press a button and wait until the page says what became of it."""
    guest.page.locator(f".st-key-{key} button").click()
    guest.page.get_by_text(said).first.wait_for(timeout=60_000)
    guest.settle()


def title(store: Store) -> str:
    """The title of the one person there is, as the graph has it."""
    (one,) = (hit.id for hit in search.search(store, "Dana Whitlock", "person"))
    return next(one.value for one in profile.profile(store, one).fields if one.name == "title")


def test_an_older_file_overwrites_nothing(guest: Visit, store: Store, tmp_path: Path) -> None:
    """A newer file and then an older one, its day given: the check says that it does not count, and it does not."""
    newer, older = tmp_path / "newer.csv", tmp_path / "older.csv"
    newer.write_text(f"{HEAD}\np-7,Dana Whitlock,Director,dana@example.org,\n")
    older.write_text(f"{HEAD}\np-7,Dana Whitlock,Intern,dana@example.org,\n")
    guest.open("data")
    upload(guest, newer)
    picture(guest, "data-1-chosen")
    press(guest, Key.LOAD, "newer.csv: 1 row read")
    assert title(store) == "Director"

    guest.open("data")
    upload(guest, older)
    day = guest.page.locator(f".st-key-{Key.DAY}-upload input")
    day.fill("2020-01-02")
    day.press("Enter")
    day.press("Escape")  # closes the calendar
    guest.settle()
    press(guest, Key.DRY_RUN, "Row 1 is older than what newer.csv says")
    picture(guest, "data-2-checked")
    assert title(store) == "Director"
    press(guest, Key.LOAD, "Row 1 is older than what newer.csv says")
    guest.page.get_by_text(words.DRY_RUN_DONE).wait_for(state="detached", timeout=60_000)
    guest.until(lambda: len(ledger.loads(store)) == 2, 60)
    guest.settle()
    assert title(store) == "Director"


def test_what_a_file_needs_is_asked_on_screen(guest: Visit, store: Store, tmp_path: Path) -> None:
    """A workbook of two sheets and a file of Windows are read once somebody says how; nothing names an option."""
    book = openpyxl.Workbook()
    for name in ("Board", "Staff"):
        sheet = book.create_sheet(name)
        sheet.append(HEAD.split(","))
        sheet.append([f"{name}-1", f"Example {name}", "Clerk", "", ""])
        sheet.append(["odd", "", "", "", ""])
    book["Staff"].cell(1, 2).value = "Nom"  # one that nobody knows, so that which is meant must be said
    book.save(tmp_path / "two.xlsx")
    (tmp_path / "windows.csv").write_bytes(f"{HEAD}\nw-1,José Specimen,Clerk,,\n".encode("cp1252"))
    guest.open("data")
    upload(guest, tmp_path / "two.xlsx", tmp_path / "windows.csv")
    guest.says(words.NEEDS["sheet"])
    guest.says(words.NEEDS_LIKELY["encoding"])
    picture(guest, "data-3-asked")
    asked = guest.page.locator("[data-testid=stMain]").inner_text()
    assert not [option for option in ("--sheet", "--encoding", "--event", "--map") if option in asked]
    for key, said in ((Key.SHEET, "Board"), (Key.ENCODING, words.ENCODINGS["cp1252"])):
        guest.page.locator(f"[class*=st-key-{key}] input").click()
        guest.page.get_by_role("option", name=said, exact=True).click()
        guest.settle()
    press(guest, Key.LOAD, "windows.csv: 1 row read")
    guest.says("two.xlsx: 2 rows read")
    picture(guest, "data-4-loaded")
    assert [hit.name for hit in search.search(store, "José Specimen", "person")] == ["José Specimen"]


def test_nothing_that_was_given_is_lost(guest: Visit, store: Store, tmp_path: Path) -> None:
    """Without its event nothing is begun, and the field is marked; a refused file stays, and is confirmed."""
    came, other = tmp_path / "came.csv", tmp_path / "other.csv"
    came.write_text("Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna Reyes,ana@example.org,50,No\n")
    other.write_text(f"{HEAD}\np-7,Ruth Example,Clerk,ruth@example.net,\n")
    guest.open("data")
    upload(guest, came)
    press(guest, Key.LOAD, words.EVENT_MISSING)
    picture(guest, "data-5-marked")
    guest.page.locator(f".st-key-{Key.UPLOAD}").get_by_text(came.name).wait_for()
    guest.page.locator(f".st-key-{Key.EVENT} input").fill("Town Hall, 2026-03-12")
    press(guest, Key.LOAD, "came.csv: 1 row read")

    guest.open("data")
    upload(guest, other)
    press(guest, Key.LOAD, words.STILL.format(files=other.name))
    picture(guest, "data-6-kept")
    press(guest, Key.ONE_PERSON, "other.csv: 1 row read")
    guest.page.locator(f".st-key-{Key.LOAD}").wait_for(state="detached", timeout=60_000)
