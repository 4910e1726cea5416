"""A real server over the invented network, and a real Chromium that may talk to it and to nobody else."""

from __future__ import annotations

import os
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from lpgraph.dashboard import serve
from lpgraph.demo import Demo, load_demo
from lpgraph.settings import load_settings
from lpgraph.store import embedded
from tests import servers

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
CHECKOUT = Path(__file__).parents[2]


@contextmanager
def served(app: Path = CHECKOUT / "tests" / "browser" / "app.py", **environment: str) -> Iterator[str]:
    """The address of a dashboard that runs until the block ends."""
    port = serve.free_port(8700)
    command = [*serve.command(port)]
    command[command.index(str(serve.APP))] = str(app)
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), **environment}
    server = subprocess.Popen(command, cwd=CHECKOUT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    address = f"http://{serve.HOST}:{port}"
    try:
        until = time.monotonic() + 90
        while True:
            try:
                with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310
                    break
            except OSError:
                assert time.monotonic() < until, "the dashboard did not come up"
                assert server.poll() is None, "the dashboard's server ended"
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


@dataclass
class Visit:
    """One browser page, with every request that wanted to leave this machine and every error that a script threw."""

    page: Any
    address: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: str = "", **params: str) -> None:
        """Go to a page by its deep link."""
        query = "&".join(f"{k}={quote(v, safe='')}" for k, v in params.items())
        self.page.goto(f"{self.address}/{path}{'?' + query if query else ''}")

    def painted(self) -> Any:
        """The graph, once it is on screen."""
        graph = self.page.locator(".graph[data-painted]")
        graph.wait_for(timeout=60_000)
        return graph

    def ask(self, script: str, argument: object = None) -> Any:
        """What the graph's own view object says; ``v`` in the script."""
        return self.painted().evaluate(
            f"(element, argument) => {{ const v = element.view; return {script}; }}", argument
        )

    def places(self) -> dict[str, dict[str, float]]:
        """Where every dot stands."""
        found: dict[str, dict[str, float]] = self.ask("v.network.getPositions()")
        return found

    def spot(self, node: str) -> tuple[float, float]:
        """Where a dot is in the window."""
        at = self.ask("v.network.canvasToDOM(v.network.getPosition(argument))", node)
        box = self.page.locator(".graph .canvas").bounding_box()
        return box["x"] + at["x"], box["y"] + at["y"]

    def until(self, check: Callable[[], object], seconds: float = 30) -> None:
        """Wait for something to hold. (The page's policy forbids the driver's own way, which evaluates text.)"""
        end = time.monotonic() + seconds
        while not check():
            assert time.monotonic() < end, "waited in vain"
            self.page.wait_for_timeout(50)

    def settle(self) -> None:
        """Wait until the server has nothing more to draw."""
        self.page.wait_for_timeout(200)
        app = self.page.locator("[data-testid=stApp]")
        self.until(lambda: app.get_attribute("data-test-script-state") != "running")

    def says(self, text: str) -> None:
        """Wait until the page says ``text``."""
        self.page.get_by_text(text).first.wait_for(timeout=30_000)

    def unfold(self) -> None:
        """Open everything that is folded."""
        while (closed := self.page.locator("[data-testid=stExpander] details:not([open]) > summary")).count():
            closed.first.click()
            self.settle()


@contextmanager
def visit(browser: Any, address: str, width: int = 1280, scheme: str = "light") -> Iterator[Visit]:
    """A fresh visitor; what leaves loopback is blocked and remembered."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    guest = Visit(page, address)

    def route(route: Any) -> None:
        host = urlsplit(route.request.url).hostname
        if host in (serve.HOST, "localhost") or route.request.url.startswith(("data:", "blob:")):
            route.continue_()
        else:
            route.abort()

    def note(request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname not in (serve.HOST, "localhost"):
            guest.outside.append(request.url)

    context.route("**/*", route)
    page.on("request", note)
    page.on("pageerror", lambda error: guest.errors.append(str(error)))
    try:
        yield guest
    finally:
        context.close()


@contextmanager
def chromium() -> Iterator[Any]:
    """The system's Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """One dashboard for all tests."""
    with served() as found:
        yield found


@pytest.fixture(scope="session")
def demo(watchdog: servers.Watchdog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The fictional network in an embedded store of its own."""
    home = tmp_path_factory.mktemp("home")
    own = home / "demo"
    watchdog.watch(own / "server" / "server.json", own)
    try:
        yield load_demo(load_settings(home=home))
    finally:
        embedded.stop(own)


@pytest.fixture
def guest(browser: Any, address: str) -> Iterator[Visit]:
    """A visitor whose page must not have asked anybody else, nor run what a name wrote, nor thrown."""
    with visit(browser, address) as found:
        yield found
        assert found.outside == []
        assert found.page.evaluate("window.__lpx") is None
        assert found.errors == []


__all__ = ["Visit", "chromium", "served", "visit"]
