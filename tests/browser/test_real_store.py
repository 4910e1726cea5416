"""The packaged dashboard over a real store with the fictional network: search, suggestions, graph, entry and undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lpgraph.dashboard import serve, words
from lpgraph.dashboard.keys import Key
from lpgraph.demo import Demo
from lpgraph.explore import who
from lpgraph.store import open_store
from tests.browser.conftest import Visit, served

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.timeout(600)]
NOEMI, RUTH = "Noemi Castellan", "Ruth Adeyemi-Stone"


@pytest.fixture(scope="module")
def address(demo: Demo) -> Iterator[str]:
    """A dashboard over it, as ``lpgraph dashboard`` starts it."""
    with served(Path(serve.APP), LPGRAPH_HOME=str(demo.settings.home)) as found:
        yield found


def find(guest: Visit, path: str, name: str) -> None:
    """Look for somebody as a visitor does."""
    guest.open(path)
    box = guest.page.locator(f".st-key-{Key.FIND} input")
    box.wait_for(timeout=90_000)
    box.fill(name)
    box.press("Enter")
    guest.page.get_by_role("heading", name=name, exact=True).wait_for(timeout=90_000)


def test_suggestions_show_their_rows(guest: Visit) -> None:
    """Cards come with reasons, and the folded sources of the first name a file."""
    find(guest, "introductions", NOEMI)
    card = guest.page.locator(".st-key-card-1")
    card.wait_for(timeout=60_000)
    assert "%" in card.inner_text()
    assert ".csv row" in card.inner_text()


def test_the_graph_expands_without_moving(guest: Visit, demo: Demo) -> None:
    """Around a real person: click gives the profile with rows, double-click adds and moves nothing."""
    with open_store(demo.settings, reader=True) as store:
        ruth = who.resolve(store, RUTH).id
    find(guest, "explore", NOEMI)
    guest.painted()
    guest.settle()
    before = guest.places()
    assert len(before) <= 150
    guest.page.mouse.dblclick(*guest.spot(ruth))
    guest.page.get_by_role("heading", name=RUTH, exact=True).wait_for(timeout=60_000)
    guest.until(lambda: len(guest.places()) > len(before), 60)
    after = guest.places()
    assert {i: after[i] for i in before} == before
    guest.says("ties.csv row")


def test_what_is_typed_is_there_and_goes_with_its_undo(guest: Visit) -> None:
    """An entry on a profile is listed with its author, and gone after “Remove”."""
    find(guest, "explore", NOEMI)
    guest.painted()
    guest.page.get_by_text(words.ENTRY_TITLE).click()
    guest.page.locator(f".st-key-{Key.ENTRY_WHAT}").wait_for()
    guest.page.locator(f".st-key-{Key.ENTRY_NOTE} input").fill("Asked about childcare")
    guest.page.locator(f".st-key-{Key.ENTRY_AUTHOR} input").fill("Sam Staff")
    guest.page.get_by_role("button", name=words.ENTRY_SAVE, exact=True).click()
    guest.page.get_by_text(words.ENTRY_LIST, exact=True).wait_for(timeout=60_000)
    guest.says("Asked about childcare")
    guest.page.get_by_role("button", name=words.ENTRY_REMOVE, exact=True).click()
    guest.page.get_by_text(words.ENTRY_LIST, exact=True).wait_for(state="detached", timeout=60_000)


def test_a_pair_marked_is_gone_and_back_after_undo(guest: Visit) -> None:
    """“Do not introduce” takes the card away at once; undo brings it back."""
    find(guest, "introductions", NOEMI)
    card = guest.page.locator(".st-key-card-1")
    card.wait_for(timeout=60_000)
    name = card.locator("strong").first.inner_text()
    card.get_by_role("button", name=words.WHY_NOT_CARD).click()
    guest.page.locator(".st-key-why-panel").get_by_role("button", name=words.DO_NOT_INTRODUCE).click()
    undo = guest.page.get_by_role("button", name=words.UNDO, exact=True)
    undo.wait_for(timeout=60_000)
    guest.settle()
    main = guest.page.locator(".st-key-introductions")
    assert main.locator("strong", has_text=name).count() == 0
    undo.click()
    undo.wait_for(state="detached", timeout=60_000)
    main.locator("strong", has_text=name).first.wait_for(timeout=60_000)
