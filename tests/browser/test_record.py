"""An introduction from the first press to its outcome, over a real store: both answers, a no, a snooze, and undo.

``TEST_PICTURES=FOLDER`` keeps a picture of every step, to be looked at.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lpgraph import ingest
from lpgraph.dashboard import serve, words
from lpgraph.dashboard.keys import Key
from lpgraph.demo import Demo
from lpgraph.explore import contacts, who
from lpgraph.introductions.book import Record, read_book
from lpgraph.introductions.record import Step, history
from lpgraph.store import open_store
from tests.browser.conftest import Visit, served
from tests.browser.test_real_store import find

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.timeout(600)]
RUTH = "Ruth Adeyemi-Stone"
PICTURES = os.environ.get("TEST_PICTURES", "")
WALK = ("approved", "asked_a", "yes_a", "asked_b", "yes_b", "introduced", "met", "useful")


@pytest.fixture(scope="module")
def address(demo: Demo) -> Iterator[str]:
    """A dashboard over the fictional network, as ``lpgraph dashboard`` starts it."""
    with served(Path(serve.APP), LPGRAPH_HOME=str(demo.settings.home)) as found:
        yield found


def picture(guest: Visit, name: str) -> None:
    """A picture of the page as it is, where somebody wants them."""
    if PICTURES:
        guest.page.wait_for_timeout(500)
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        guest.page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def records(demo: Demo) -> list[Record]:
    """What the store holds."""
    with open_store(demo.settings, reader=True) as store:
        return list(read_book(store).records)


def addresses(demo: Demo, *ids: str) -> list[str]:
    """E-mail addresses as the store has them, hidden or not."""
    with open_store(demo.settings, reader=True) as store:
        return [row["value"] for one in ids for row in store.read("explore_contacts:Person", id=one)]


def steps_of(demo: Demo, record: str) -> list[Step]:
    """The history of an introduction as the store has it."""
    with open_store(demo.settings, reader=True) as store:
        return history(store, record)


def press(guest: Visit, key: str, event: str) -> None:
    """Press a step's button."""
    guest.page.locator(f".st-key-{key}-{event} button").click()
    guest.settle()


def open_card(guest: Visit, key: Key) -> str:
    """Open a panel of the first card about a person; gives the card's name."""
    card = guest.page.locator(".st-key-card-1")
    card.wait_for(timeout=60_000)
    guest.settle()
    label, panel = (words.INTRODUCE, "introduce-panel") if key == Key.INTRODUCE else (words.WHY_NOT_CARD, "why-panel")
    card.get_by_role("button", name=label).click()
    guest.page.locator(f".st-key-{panel}").wait_for(timeout=60_000)
    return str(card.locator("strong").first.inner_text())


def until(guest: Visit, demo: Demo, holds: Callable[[list[Record]], bool]) -> list[Record]:
    """Wait until the store says what the screen was told."""
    guest.until(lambda: holds(records(demo)), 60)
    return records(demo)


def test_from_a_card_to_the_outcome_and_back(guest: Visit, demo: Demo) -> None:
    """Every step by its button; no address before both said yes, mailto after; undo takes the last step back."""
    with open_store(demo.settings, reader=True) as store:
        before = ingest.fingerprint(store)
        ruth = who.resolve(store, RUTH).id
    guest.open("introductions", who=ruth)
    guest.page.get_by_role("heading", name=RUTH, exact=True).wait_for(timeout=90_000)
    guest.page.locator(f".st-key-{Key.KINDS}").get_by_text(words.KIND_WORDS["official"]).click()
    guest.page.wait_for_timeout(1_000)
    open_card(guest, Key.INTRODUCE)
    guest.page.locator(f".st-key-{Key.INTRODUCE_OWNER} input").fill("Sam Staff")
    picture(guest, "1-introduce")
    guest.page.get_by_role("button", name=words.INTRODUCE_BEGIN, exact=True).click()
    record = until(guest, demo, lambda found: len(found) == 1)[0]
    guest.open("introductions", introduction=record.id)
    hidden = addresses(demo, record.a.id, record.b.id)
    assert hidden, "the two need addresses for this test to mean anything"
    for number, event in enumerate(WALK, start=2):
        guest.page.locator(f".st-key-{Key.STEP}-{event} button").wait_for(timeout=60_000)
        guest.settle()
        now = records(demo)[0]
        guest.unfold()
        page = guest.page.content()
        assert now.both_yes or not [one for one in hidden if one in page]
        if now.status == "accepted":
            assert guest.page.locator("a[href^='mailto:']").count() == 1
        picture(guest, f"{number}-{event}")
        press(guest, Key.STEP, event)
        until(guest, demo, lambda _found, seen=now: records(demo)[0] != seen)
    guest.says(words.OUTCOME_WORDS["useful"])
    picture(guest, "10-outcome")
    undo = guest.page.locator(f".st-key-{Key.STEP_UNDO} button")
    for left in range(len(WALK), -1, -1):
        assert len(steps_of(demo, record.id)) == left + 1
        undo.click()
        guest.until(lambda seen=left: len(steps_of(demo, record.id)) == seen, 60)
        guest.settle()
    assert records(demo) == []
    with open_store(demo.settings, reader=True) as store:
        assert ingest.fingerprint(store) == before


def test_a_no_and_a_bad_time_take_the_card_away(guest: Visit, demo: Demo) -> None:
    """“Not relevant” and “bad time” at a card take it away at once; undo brings both back, and addresses with them."""
    find(guest, "introductions", RUTH)
    for event in ("not_relevant", "bad_time"):
        name = open_card(guest, Key.WHY_CARD)
        panel = guest.page.locator(".st-key-why-panel")
        panel.wait_for(timeout=60_000)
        picture(guest, f"why-{event}")
        panel.get_by_role(
            "button", name=words.ANSWER_RELEVANT if event == "not_relevant" else words.ANSWER_TIME
        ).click()
        undo = guest.page.get_by_role("button", name=words.UNDO, exact=True)
        undo.wait_for(timeout=60_000)
        guest.settle()
        told = records(demo)[0]
        assert guest.page.locator(".st-key-introductions strong", has_text=name).count() == 0
        with open_store(demo.settings, reader=True) as store:
            assert contacts.withheld(store, told.b.label, told.b.id) == (event == "not_relevant")
        undo.click()
        undo.wait_for(state="detached", timeout=60_000)
        guest.page.locator(".st-key-introductions strong", has_text=name).first.wait_for(timeout=60_000)
    assert records(demo) == []
