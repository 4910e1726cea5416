"""What only a browser shows: the graph paints, answers to hand and keyboard, keeps its places, and asks nobody else."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Key
from tests.browser.conftest import Visit, served, visit
from tests.dashboard.fakes import DIAZ, HOSTILE_PERSON, HOSTILE_UNION, REYES, VEGA

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def heading(guest: Visit, name: str) -> None:
    """Wait until the profile beside the graph is that of ``name``."""
    guest.page.get_by_role("heading", name=name, exact=True).wait_for(timeout=30_000)


def test_the_graph_paints_and_says_how_much_it_shows(guest: Visit) -> None:
    """A deep link alone paints the graph, at most 25 labels at rest, counts above it and the profile beside."""
    guest.open("explore", who=VEGA)
    graph = guest.painted()
    shown = int(graph.get_attribute("data-painted"))
    assert shown > 30
    assert 5 <= int(graph.get_attribute("data-labels")) <= 25
    guest.page.get_by_text(f"{shown} of {shown + 7} shown").first.wait_for()
    heading(guest, "Marisol Vega")


def test_a_click_opens_the_profile_and_sends_little(guest: Visit) -> None:
    """Selecting a dot shows its profile; what goes over the wire for it is a few kilobytes, not the graph again."""
    guest.open("explore", who=VEGA)
    guest.painted()
    heading(guest, "Marisol Vega")
    guest.settle()
    frames: list[int] = []
    before = guest.places()
    guest.page.evaluate("() => { window.__sent = 0; }")
    client = guest.page.context.new_cdp_session(guest.page)
    client.send("Network.enable")
    client.on("Network.webSocketFrameReceived", lambda event: frames.append(len(event["response"]["payloadData"])))
    guest.page.mouse.click(*guest.spot(REYES))
    heading(guest, "Ana Reyes")
    guest.settle()
    assert guest.places() == before
    assert sum(frames) * 3 // 4 <= 40_000  # base64 of all that the profile panel and its tables are


def test_a_double_click_expands_and_moves_nothing(guest: Visit) -> None:
    """Expanding adds what is around a dot; every old dot stands where it stood and the view is unchanged."""
    guest.open("explore", who=VEGA)
    guest.painted()
    guest.settle()
    before, scale = guest.places(), guest.ask("v.network.getScale()")
    guest.page.mouse.dblclick(*guest.spot(REYES))
    guest.says("around Ana Reyes")
    guest.settle()
    after = guest.places()
    new = set(after) - set(before)
    assert new == {DIAZ, "organization/tenants"}
    assert {i: after[i] for i in before} == before
    assert guest.ask("v.network.getScale()") == scale
    heading(guest, "Ana Reyes")


def test_dragged_dots_stay_when_more_is_added(guest: Visit) -> None:
    """What a person has put somewhere stays there through an expansion, and newcomers gather around it there."""
    guest.open("explore", who=VEGA)
    guest.painted()
    guest.settle()
    x, y = guest.spot(REYES)
    guest.page.mouse.move(x, y)
    guest.page.mouse.down()
    guest.page.mouse.move(x + 60, y + 40, steps=4)
    guest.page.mouse.up()
    moved = guest.places()[REYES]
    guest.page.mouse.dblclick(*guest.spot(REYES))
    guest.says("around Ana Reyes")
    guest.settle()
    assert guest.places()[REYES] == pytest.approx(moved)


def test_the_keyboard_reaches_everything(guest: Visit) -> None:
    """Arrows walk and are announced, Enter opens the profile, E expands, Escape lets go, plus and minus zoom."""
    guest.open("explore", who=VEGA)
    graph = guest.painted()
    guest.settle()
    graph.locator(".canvas").focus()
    guest.page.keyboard.press("ArrowRight")
    first = guest.ask("v.focused")
    guest.page.keyboard.press("ArrowRight")
    assert guest.ask("v.focused") not in (None, first)
    name = guest.ask("v.byId.get(v.focused).name")
    assert name in graph.get_by_role("status").inner_text()
    guest.page.keyboard.press("Enter")
    guest.settle()
    assert guest.ask("v.selected") == guest.ask("v.focused")
    scale = guest.ask("v.network.getScale()")
    guest.page.keyboard.press("+")
    assert guest.ask("v.network.getScale()") > scale
    guest.page.keyboard.press("Escape")
    assert guest.ask("v.selected") is None


def test_the_legend_filters_graph_and_table(guest: Visit) -> None:
    """A kind that is switched off is gone from the picture and from its table twin, and comes back."""
    guest.open("explore", who=VEGA)
    graph = guest.painted()
    guest.settle()
    shown = int(graph.get_attribute("data-painted"))
    unions = graph.get_by_role("button", name="unions")
    count = int(unions.inner_text().split()[-1])
    unions.click()
    guest.until(lambda: int(graph.get_attribute("data-painted")) == shown - count)
    assert unions.get_attribute("aria-pressed") == "false"
    unions.click()
    guest.settle()
    assert int(graph.get_attribute("data-painted")) == shown


def test_search_in_the_view_selects(guest: Visit) -> None:
    """Typing a name and Enter selects it and opens its profile."""
    guest.open("explore", who=VEGA)
    graph = guest.painted()
    guest.settle()
    box = graph.get_by_role("searchbox")
    box.fill("ana rey")
    assert "1" in graph.get_by_role("status").inner_text()
    box.press("Enter")
    heading(guest, "Ana Reyes")


def test_places_survive_a_change_of_page(guest: Visit) -> None:
    """Going to another page and back finds the graph about the same one, everything where it was left."""
    guest.open("explore", who=VEGA)
    guest.painted()
    guest.settle()
    before = guest.places()
    guest.page.get_by_role("link", name=words.PAGE_DATA).click()
    guest.page.get_by_role("heading", name=words.PAGE_DATA, exact=True).wait_for()
    guest.page.get_by_role("link", name=words.PAGE_EXPLORE).click()
    guest.painted()
    guest.settle()
    assert guest.places() == before
    assert "who=" in guest.page.url


@pytest.mark.parametrize("hostile", [HOSTILE_PERSON, HOSTILE_UNION])
def test_hostile_names_are_only_text(guest: Visit, hostile: str) -> None:
    """A name that is HTML or Markdown is shown, hovered, expanded, tabled: nothing runs, nothing is fetched."""
    guest.open("explore", who=VEGA)
    guest.painted()
    guest.settle()
    guest.page.mouse.move(*guest.spot(hostile))
    guest.page.wait_for_timeout(300)
    tip = guest.page.locator(".graph .tip")
    assert tip.is_visible()
    assert tip.locator("img, a, script").count() == 0
    guest.page.mouse.dblclick(*guest.spot(hostile))
    guest.settle()
    guest.unfold()
    guest.settle()
    main = guest.page.locator("[data-testid=stMain]")
    assert main.locator("img[src*=evil], a[href*=evil]").count() == 0


@pytest.mark.parametrize("path", ["", "explore", "data"])
@pytest.mark.parametrize("who", [VEGA, HOSTILE_PERSON, HOSTILE_UNION])
def test_no_page_asks_anybody_else(guest: Visit, path: str, who: str) -> None:
    """Every page, about anybody, with everything unfolded, stays on this machine and runs nothing of a name's."""
    guest.open(path, who=who)
    guest.page.locator("[data-testid=stHeading]").first.wait_for(timeout=60_000)
    guest.settle()
    guest.unfold()
    guest.page.wait_for_timeout(500)
    guest.settle()
    assert guest.page.locator("[data-testid=stException]").count() == 0
    assert guest.page.locator("img[src*=evil], a[href*=evil]").count() == 0


def test_headers_forbid_what_the_page_does_not_need(guest: Visit) -> None:
    """The page comes with its policy, and the browser has nothing to report against it."""
    reports: list[str] = []
    guest.page.on("console", lambda m: reports.append(m.text) if "Content Security Policy" in m.text else None)
    answer = guest.page.goto(guest.address)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    guest.page.locator("[data-testid=stHeading]").first.wait_for(timeout=60_000)
    guest.settle()
    assert reports == []


_INKS = """button => { const seen = e => getComputedStyle(e).color; const inside = button.querySelector('p') || button;
  const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number); let at = button;
  while (at && /, 0\\)$|^transparent$/.test(getComputedStyle(at).backgroundColor)) at = at.parentElement;
  return [rgb(seen(inside)), rgb(getComputedStyle(at).backgroundColor)]; }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_that_cannot_be_pressed_yet_is_read_all_the_same(browser: Any, address: str, scheme: str) -> None:
    """The letters of a disabled main button differ from the ground under them, in both themes."""
    with visit(browser, address, 900, scheme) as guest:
        guest.open("policies")
        guest.page.locator("[data-testid=stHeading]").first.wait_for(timeout=60_000)
        guest.settle()
        guest.unfold()
        button = guest.page.locator(f".st-key-{Key.QUESTION_SAVE} button")
        button.wait_for()
        assert button.is_disabled()
        ink, ground = button.evaluate(_INKS)
        assert sum(abs(a - b) for a, b in zip(ink, ground, strict=True)) > 100


def test_dark_is_dark(browser: Any, address: str) -> None:
    """With a dark system the graph takes the dark colours."""
    with visit(browser, address, scheme="dark") as guest:
        guest.open("explore", who=VEGA)
        assert guest.ask("v.theme.dark") is True
        assert guest.ask("v.look({kind: 'official'}).colour") == "#5BB4FF"


@pytest.mark.parametrize("width", [1280, 900])
def test_nothing_runs_out_of_the_window(browser: Any, address: str, width: int) -> None:
    """At both widths no page is wider than the window, and at 900 the profile is under the graph."""
    with visit(browser, address, width=width) as guest:
        for path in ("", "explore", "data"):
            guest.open(path, who=VEGA)
            guest.page.locator("[data-testid=stHeading]").first.wait_for(timeout=60_000)
            guest.settle()
            assert guest.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        guest.open("explore", who=VEGA)
        graph = guest.painted().bounding_box()
        heading(guest, "Marisol Vega")
        profile = guest.page.get_by_role("heading", name="Marisol Vega", exact=True).bounding_box()
        below = profile["y"] > graph["y"] + graph["height"]
        assert below == (width == 900)


def test_a_page_comes_back_by_itself_when_the_store_does(browser: Any, tmp_path: Path) -> None:
    """With the store away there is one banner; within 15 s of its return the page is there again, nobody needed."""
    away = tmp_path / "away"
    away.touch()
    with served(LPGRAPH_TEST_AWAY=str(away)) as address, visit(browser, address) as guest:
        guest.open("explore", who=VEGA)
        guest.says(words.STORE_DOWN)
        away.unlink()
        began = time.monotonic()
        guest.painted()
        assert time.monotonic() - began < 15
        assert guest.page.get_by_text(words.STORE_DOWN).count() == 0
