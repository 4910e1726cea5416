"""The pictures of the README and of docs/: the real dashboard on the fictional network, photographed by Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import date
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from lpgraph.dashboard import serve, words
from lpgraph.demo import Demo, load_demo
from lpgraph.explore import who
from lpgraph.settings import load_settings
from lpgraph.store import embedded, open_store

DAY = date(2026, 11, 24)  # a fixed day, so that a picture changes only when the screens do
OUT = Path(__file__).resolve().parents[1] / "docs" / "pictures"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
SIZE = {"width": 1_280, "height": 900}


def main() -> int:
    """Load the demo into a folder of its own, take the pictures, leave nothing behind."""
    browser = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
    )
    if not browser:
        sys.stderr.write("No Chromium here: install it, or leave the pictures as they are.\n")
        return 1
    with tempfile.TemporaryDirectory() as home:
        demo = load_demo(load_settings(home=Path(home)), as_of=DAY)
        try:
            _photograph(demo, browser)
        finally:
            embedded.stop(demo.settings.home)
    return 0


def _photograph(demo: Demo, browser: str) -> None:
    with open_store(demo.settings, reader=True) as store:
        noemi, convening = (
            quote(who.resolve(store, name).id, safe="") for name in ("Noemi Castellan", "National Convening 2026")
        )
    port = serve.free_port(8_600)
    server = subprocess.Popen(serve.command(port), env=serve.environment(demo.settings), stdout=subprocess.DEVNULL)
    address = f"http://{serve.HOST}:{port}"
    try:
        _wait(address)
        with sync_playwright() as play:
            page = play.chromium.launch(executable_path=browser, args=FLAGS).new_page(viewport=SIZE)
            for name in ("introductions", "explore"):
                page.goto(f"{address}/{name}?who={noemi}")
                _settle(page, "Noemi Castellan")
                if name == "introductions":
                    page.get_by_text("Officials", exact=True).click()
                    _settle(page, "Noemi Castellan")
                page.screenshot(path=OUT / f"{name}.png")
            page.set_viewport_size({"width": SIZE["width"], "height": 1_500})
            for name, sign in (("", "New introductions"), ("coalitions", "Who could join"), ("policies", "Questions")):
                page.goto(f"{address}/{name}")
                _settle(page, sign)
                page.screenshot(path=OUT / f"{name or 'today'}.png")
            page.goto(f"{address}/convenings?event={convening}")
            page.get_by_role("button", name=words.CONVENING_MAKE).click()
            _settle(page, "Table 1")
            page.screenshot(path=OUT / "convenings.png")
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310  # our own
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


def _settle(page: Page, sign: str) -> None:
    """Wait until the screen stands: text there, nothing running, the graph at rest."""
    page.wait_for_selector(f"text={sign}", timeout=120_000)
    page.wait_for_timeout(1_000)
    page.wait_for_selector('[data-testid="stStatusWidget"]', state="detached", timeout=60_000)
    page.wait_for_timeout(4_000)


if __name__ == "__main__":
    raise SystemExit(main())
