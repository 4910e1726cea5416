"""Saying on the profile, in Chromium, that one of somebody's records is somebody else."""

from __future__ import annotations

import pytest

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Key
from tests.browser.conftest import Visit
from tests.dashboard.fakes import VEGA

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def test_a_record_is_said_to_be_somebody_else(guest: Visit) -> None:
    """Each record stands with its row; a second word is asked for before anything is written, and can be refused."""
    guest.open("explore", who=VEGA)
    guest.painted()
    guest.page.get_by_text(words.RECORDS_TITLE.format(n=2)).click()
    record = guest.page.locator("[class*=st-key-record-]").first
    record.wait_for(timeout=30_000)
    assert "row" in record.inner_text()
    record.get_by_role("button", name=words.RECORD_PART).click()
    sure = guest.page.locator(f".st-key-{Key.RECORD_SURE} button")
    sure.wait_for(timeout=30_000)
    guest.page.locator(f".st-key-{Key.RECORD_LEAVE} button").click()
    sure.wait_for(state="detached", timeout=30_000)
    guest.settle()
    record.get_by_role("button", name=words.RECORD_PART).click()
    sure.wait_for(timeout=30_000)
    sure.click()
    guest.page.get_by_text(words.RECORD_PARTED).wait_for(timeout=30_000)
