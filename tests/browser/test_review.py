"""Who is who in Chromium: side by side at both widths, answered by key, taken back; hostile names stay text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Key
from tests.browser.conftest import Visit, visit

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
PICTURES = os.environ.get("TEST_PICTURES", "")
BUTTONS = (Key.REVIEW_SAME, Key.REVIEW_DIFFERENT, Key.REVIEW_SKIP)


@pytest.fixture(params=[(w, s) for w in (1280, 900) for s in ("light", "dark")], ids=lambda p: f"{p[0]}-{p[1]}")
def anybody(browser: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visitor with a window of this width, light or dark; ``TEST_PICTURES=FOLDER`` keeps what they saw."""
    width, scheme = request.param
    with visit(browser, address, width, scheme) as found:
        yield found
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            found.page.screenshot(path=Path(PICTURES) / f"review-{width}-{scheme}.png", full_page=True)
        assert found.outside == []
        assert found.page.evaluate("window.__lpx") is None
        assert found.errors == []


def asked(guest: Visit, count: int) -> None:
    """Wait until so many questions are left."""
    guest.says(words.REVIEW_COUNT.format(n=words.count(count, "question")))
    # The last question's buttons stay until the next one is drawn.
    guest.until(lambda: guest.page.locator(f"[class*=st-key-{Key.REVIEW_SKIP}] button").count() == 1)
    guest.settle()
    guest.page.wait_for_timeout(300)  # the keys are listened to once the buttons stand


def box(guest: Visit, text: str) -> dict[str, float]:
    """Where a text of the comparison stands."""
    found: dict[str, float] = guest.page.locator(".st-key-review").get_by_text(text, exact=True).first.bounding_box()
    return found


def test_both_records_stand_beside_each_other(anybody: Visit) -> None:
    """At both widths, light and dark: the two columns start on one line, the marks say which differ in words, all
    three answers are on the first screen, and nothing is wider than the window."""
    anybody.open("review")
    asked(anybody, 2)
    anybody.until(lambda: abs(box(anybody, "303-555-0123")["y"] - box(anybody, "(303) 555-0123")["y"]) < 2)
    left, right = box(anybody, "303-555-0123"), box(anybody, "(303) 555-0123")

    assert left["x"] + left["width"] <= right["x"]
    assert abs(box(anybody, "same")["y"] - left["y"]) < 12
    assert box(anybody, "different")["y"] > box(anybody, "alike")["y"]
    for key in BUTTONS:
        button = anybody.page.locator(f"[class*=st-key-{key}] button").bounding_box()
        assert button["y"] + button["height"] <= 900
    assert anybody.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert anybody.page.locator("img[src*=evil], a[href*=evil], img[src=x]").count() == 0


def test_keys_answer_and_take_back(guest: Visit) -> None:
    """D goes to the next question, hostile names in it are text; U brings the first one back; S and K answer too."""
    guest.open("review")
    for key in "dsk":
        asked(guest, 2)
        guest.page.keyboard.press(key)
        asked(guest, 1)
        assert guest.page.locator(".st-key-review").get_by_text("<img src=x", exact=False).count() > 0
        assert guest.page.locator("img[src*=evil], a[href*=evil], img[src=x]").count() == 0
        guest.page.keyboard.press("u")
    asked(guest, 2)


def test_typing_a_name_answers_nothing(guest: Visit) -> None:
    """The letters of the answers' keys are letters while somebody writes who they are."""
    guest.open("review")
    asked(guest, 2)
    field = guest.page.locator(f".st-key-{Key.REVIEW_AUTHOR} input")
    field.click()
    guest.page.keyboard.type("Dusk Sudds")
    guest.page.keyboard.press("Tab")
    guest.settle()
    asked(guest, 2)
    assert field.input_value() == "Dusk Sudds"


def test_an_answer_of_before_is_taken_back_after_the_page_was_left(guest: Visit) -> None:
    """A new visit has no last answer to undo; the list of answers has it, with who gave it, and takes it back."""
    guest.open("review")
    asked(guest, 2)
    guest.page.keyboard.press("s")
    asked(guest, 1)
    guest.open("review")
    asked(guest, 1)
    assert guest.page.locator(f".st-key-{Key.REVIEW_UNDO}").count() == 0
    guest.unfold()
    guest.page.get_by_role("button", name=words.REVIEW_TAKE_BACK, exact=True).first.click()
    asked(guest, 2)
