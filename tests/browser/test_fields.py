"""Setting a field right on the profile in Chromium: with who and when, taken back, and whatever is typed stays text."""

from __future__ import annotations

import pytest

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Key
from tests.browser.conftest import Visit
from tests.dashboard.fakes import IMAGE, PICTURE, VEGA

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
FOREIGN = "img[src*=evil], a[href*=evil], img[src=x]"


def correct(guest: Visit, value: str, author: str) -> None:
    """Open the form of the city, and save what is right."""
    city = guest.page.locator(".st-key-field-city")
    city.get_by_role("button", name=words.FIELD_CORRECT).click()
    box = city.locator(f"[class*=st-key-{Key.FIELD_VALUE}] input")
    box.wait_for(timeout=30_000)
    box.fill(value)
    city.locator(f"[class*=st-key-{Key.FIELD_AUTHOR}] input").fill(author)
    guest.page.keyboard.press("Tab")
    guest.settle()
    city.get_by_role("button", name=words.FIELD_SAVE).click()
    box.wait_for(state="detached", timeout=30_000)
    guest.settle()


def test_a_field_is_set_right_and_taken_back(guest: Visit) -> None:
    """The new value, who and when, and what the files say; a hostile value and name are text; taken back, all is as
    before. Nothing is wider than the window at 900 pixels either."""
    guest.open("explore", who=VEGA)
    guest.painted()
    guest.page.get_by_text(words.FIELDS_TITLE).click()
    city = guest.page.locator(".st-key-field-city")
    city.wait_for(timeout=30_000)
    guest.settle()
    before = city.inner_text()
    assert "roster.csv row 7" in before
    correct(guest, f"{IMAGE} =1+1 {'z' * 400}", PICTURE)
    said = city.inner_text()

    assert IMAGE in said and "z" * 300 not in said
    assert "Corrected by ![](http" in said.replace("\u2060", "")
    assert "The files say “Denver” (roster.csv row 7)" in said
    assert guest.page.locator(FOREIGN).count() == 0
    guest.page.set_viewport_size({"width": 900, "height": 900})
    guest.settle()
    assert guest.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    city.get_by_role("button", name=words.FIELD_TAKE_BACK).click()
    guest.until(lambda: city.inner_text() == before)
