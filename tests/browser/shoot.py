"""Pictures of every screen, to be looked at: ``python -m tests.browser.shoot OUTDIR [ADDRESS NAME]``.

Without an address the screens are those of the invented network; with one, those of a running dashboard, about
whoever is called NAME there.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Key
from tests.browser.conftest import Visit, chromium, served, visit

WIDTHS, SCHEMES = (1280, 900), ("light", "dark")
PAGES = ("today", "introductions", "board", "record", "explore", "data")
_PATH = {"today": "", "board": "introductions"}  # the first page is the address itself


def shoot(folder: Path, address: str | None, name: str) -> list[Path]:
    """Every page at both widths, light and dark; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    with nullcontext(address) if address else served() as at, chromium() as browser:
        for width in WIDTHS:
            for scheme in SCHEMES:
                with visit(browser, str(at), width, scheme) as guest:
                    for page in PAGES:
                        _show(guest, page, name)
                        files.append(folder / f"{page}-{width}-{scheme}.png")
                        guest.page.screenshot(path=files[-1])
    return files


def _show(guest: Visit, page: str, name: str) -> None:
    """Open a page as a visitor does: find somebody by name, wait until all is drawn."""
    if page == "record":  # the first of the board
        guest.page.locator(f"[class*=st-key-{Key.OPEN_RECORD}] button").first.click()
        guest.page.get_by_text(words.RECORD_HISTORY, exact=True).wait_for(timeout=90_000)
    else:
        guest.open(_PATH.get(page, page))
    guest.page.locator("[data-testid=stHeading]").first.wait_for(timeout=90_000)
    if page in ("introductions", "explore"):
        box = guest.page.locator(f".st-key-{Key.FIND} input")
        box.wait_for(timeout=60_000)
        box.fill(name)
        box.press("Enter")
        guest.page.get_by_role("heading", name=name, exact=True).wait_for(timeout=90_000)
    if page == "explore":
        guest.painted()
    guest.settle()
    guest.page.wait_for_timeout(1_500)


def main() -> None:
    """Read the arguments and say what was made."""
    folder, *rest = sys.argv[1:] or ["screenshots"]
    address, name = rest if len(rest) == 2 else (None, "Marisol Vega")
    for file in shoot(Path(folder), address, name):
        sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
