"""Who is who on the screen over a real store, embedded and Neo4j: what is answered is so, for everybody, for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lpgraph.dashboard import serve, words
from lpgraph.dashboard.keys import Key
from lpgraph.ingest import decisions, fingerprint, review, undo
from lpgraph.store import Store
from tests import servers
from tests.browser.conftest import Visit, served, visit
from tests.conftest import _wanted
from tests.ingest.builders import Line, put

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.timeout(300)]
ONCE = pytest.mark.parametrize("place", ["embedded"], indirect=True)  # nothing in it depends on the server
NAMES = ("Jonathan Pellard", "Katarina Vossler", "Rosalind Quiver")


@pytest.fixture(scope="module", params=["embedded", "lts", "new"])
def place(request: pytest.FixtureRequest) -> Iterator[tuple[Store, str]]:
    """A store, and the address of a dashboard over it as ``lpgraph dashboard`` starts it."""
    _wanted(request.param)
    store: Store = request.getfixturevalue(f"_{request.param}")
    if request.param == "embedded":
        where = {"LPGRAPH_HOME": str(request.getfixturevalue("_embedded_home"))}
    else:
        server: servers.Neo4j = request.getfixturevalue(f"neo4j_{request.param}")
        where = {"NEO4J_URI": server.endpoint().uri, "NEO4J_PASSWORD": server.password}
    with served(Path(serve.APP), **where) as address:
        yield store, address


@pytest.fixture
def store(place: tuple[Store, str]) -> Store:
    """The store with three fathers and sons of one mailbox: three questions."""
    servers.wipe(place[0])
    load(place[0])
    return place[0]


@pytest.fixture
def guest(browser: Any, place: tuple[Store, str], store: Store) -> Iterator[Visit]:
    """A visitor; ``colleague`` is another one."""
    yield from _visitor(browser, place[1])


@pytest.fixture
def colleague(browser: Any, place: tuple[Store, str], store: Store) -> Iterator[Visit]:
    """Somebody else in a browser of their own."""
    yield from _visitor(browser, place[1])


def _visitor(browser: Any, address: str) -> Iterator[Visit]:
    with visit(browser, address) as found:
        yield found
        assert found.outside == []
        assert found.errors == []


def load(store: Store, as_of: str = "2026-01-01") -> str:
    """The sheet, as of a day; gives the load."""
    lines = [
        Line(f"{name} {end}", name=f"{name} {end}.", email=f"family{nth}@{nth}.example.org", place="Pueblo, CO")
        for nth, name in enumerate(NAMES)
        for end in ("Jr", "Sr")
    ]
    return put(store, lines, as_of).load


def asked(guest: Visit, count: int) -> str:
    """Wait until so many questions are left; gives what the two of the first one are called."""
    guest.says(words.REVIEW_COUNT.format(n=words.count(count, "question")) if count else words.REVIEW_NONE_LEFT)
    # The last question's buttons stay until the next one is drawn; the keys are listened to once they stand.
    guest.until(lambda: guest.page.locator(f"[class*=st-key-{Key.REVIEW_SKIP}] button").count() == (count > 0))
    guest.settle()
    guest.page.wait_for_timeout(600)
    return str(guest.page.locator(".st-key-review strong").first.inner_text()) if count else ""


def press(guest: Visit, key: Key) -> None:
    """Click a button of the question."""
    guest.page.locator(f"[class*=st-key-{key}] button").first.click()


def verdicts(store: Store) -> list[tuple[str, str]]:
    """The answers that count: who said what."""
    return [(line.who, line.verdict) for line in decisions.live(decisions.read_log(store))]


def sign(guest: Visit, name: str) -> None:
    """Say who is at the screen."""
    guest.page.locator(f".st-key-{Key.REVIEW_AUTHOR} input").fill(name)
    guest.page.keyboard.press("Tab")
    guest.settle()


def test_nobody_is_asked_twice(guest: Visit, colleague: Visit, store: Store) -> None:
    """By mouse and key; after a reload, in another browser, after the file came anew and after it was taken back and
    loaded again: what was answered is not asked. At the end the page says so and where questions come from."""
    guest.open("review")
    asked(guest, 3)
    sign(guest, "Ana")
    press(guest, Key.REVIEW_SAME)
    asked(guest, 2)
    guest.page.keyboard.press("d")
    left = asked(guest, 1)
    assert [v for _, v in verdicts(store)] == ["same", "different"]
    guest.open("review")
    assert asked(guest, 1) == left
    newer = load(store, "2026-02-01")
    colleague.open("review")
    assert asked(colleague, 1) == left
    undo(store, newer)
    load(store, "2026-03-01")
    colleague.open("review")
    assert asked(colleague, 1) == left
    colleague.page.keyboard.press("s")
    asked(colleague, 0)
    colleague.page.get_by_role("button", name=words.GO_TO_DATA).click()
    colleague.says(words.LEDGER)
    assert review.pairs(store) == []


@ONCE
def test_undo_brings_back_exactly_what_was(guest: Visit, store: Store) -> None:
    """Same, then U: the graph is what it was, and the question is the first again."""
    before = fingerprint(store)
    guest.open("review")
    first = asked(guest, 3)
    guest.page.keyboard.press("s")
    asked(guest, 2)
    assert fingerprint(store) != before
    guest.page.keyboard.press("u")
    assert asked(guest, 3) == first
    assert fingerprint(store) == before


@ONCE
def test_two_who_answer_the_same_question_at_once(guest: Visit, colleague: Visit, store: Store) -> None:
    """The second click is about the question that was seen: it names the first answer, writes nothing until it is
    confirmed, and never answers the next question."""
    guest.open("review")
    colleague.open("review")
    first = asked(guest, 3)
    assert asked(colleague, 3) == first
    sign(guest, "Ana")
    sign(colleague, "Bea")
    press(guest, Key.REVIEW_SAME)
    second = asked(guest, 2)
    press(colleague, Key.REVIEW_DIFFERENT)
    warning = colleague.page.locator("[data-testid=stAlert]")
    warning.wait_for(timeout=30_000)
    assert "Ana" in warning.inner_text() and first in warning.inner_text()
    assert verdicts(store) == [("Ana", "same")]
    colleague.page.get_by_role("button", name=words.REVIEW_NOT_SURE).click()
    assert asked(colleague, 2) == second
    assert verdicts(store) == [("Ana", "same")]


def test_a_contradiction_is_confirmed_and_can_be_taken_back(guest: Visit, colleague: Visit, store: Store) -> None:
    """Confirmed, the later answer takes the earlier one's place; undone, the earlier one counts again."""
    guest.open("review")
    colleague.open("review")
    asked(guest, 3)
    asked(colleague, 3)
    sign(guest, "Ana")
    sign(colleague, "Bea")
    guest.page.keyboard.press("d")
    asked(guest, 2)
    before = fingerprint(store)
    colleague.page.keyboard.press("s")
    colleague.page.get_by_role("button", name=words.REVIEW_SURE).click()
    asked(colleague, 2)
    assert verdicts(store) == [("Bea", "same")]
    colleague.page.keyboard.press("u")
    colleague.says(words.REVIEW_UNDONE.split(":")[0])
    asked(colleague, 2)
    assert verdicts(store) == [("Ana", "different")]
    assert fingerprint(store) == before
