"""One run of the dashboard for one visitor: the stores, the pages, and the one place where errors are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from lpgraph.dashboard import words
from lpgraph.dashboard.backend import Backend, Latest, Snapshots
from lpgraph.dashboard.banner import guard
from lpgraph.dashboard.keys import Kept
from lpgraph.dashboard.screens import coalitions, convening, data, explore, introductions, policies, review, today
from lpgraph.introductions import Pairing
from lpgraph.introductions.book import Book
from lpgraph.introductions.caps import caps_of
from lpgraph.settings import load_settings
from lpgraph.store import Store, open_store

Go = Callable[[str, str], None]
Draw = Callable[[Backend, Go], None]
# name in the address → title and what draws it; the first one opens. No icons: the browser's tab would fetch them.
PAGES: dict[str, tuple[str, Draw]] = {
    "today": (words.PAGE_TODAY, today.draw),
    "introductions": (words.PAGE_INTRODUCTIONS, introductions.draw),
    "explore": (words.PAGE_EXPLORE, explore.draw),
    "coalitions": (words.PAGE_COALITIONS, coalitions.draw),
    "policies": (words.PAGE_POLICIES, policies.draw),
    "convenings": (words.PAGE_CONVENINGS, convening.draw),
    "data": (words.PAGE_DATA, data.draw),
    "review": (words.PAGE_REVIEW, review.draw),
}
_STYLE = Path(__file__).parent / "style.css"


def main() -> None:
    """Draw the page that the address names."""
    st.set_page_config(page_title=words.TITLE, layout="wide")
    st.html(_STYLE)
    pages: dict[str, st.Page] = {}
    go = partial(_go, pages)
    for name, (title, draw) in PAGES.items():
        pages[name] = st.Page(partial(_page, draw, go), title=title, url_path=name, default=not pages)
    st.navigation(list(pages.values()), position="top").run()


def _page(draw: Draw, go: Go) -> None:
    with guard(forget):
        draw(backend(), go)


def _go(pages: dict[str, st.Page], name: str, who: str) -> None:
    """Open another page (or this one again) about somebody, or about an introduction by its id."""
    if who.startswith("introduction/"):
        st.switch_page(pages[name], query_params={"introduction": who})
    st.session_state[Kept.WHO] = who
    st.switch_page(pages[name], query_params={"who": who})


def backend() -> Backend:
    """The services over the stores of this server, opened once for all visitors."""
    settings = load_settings()
    caps = caps_of(settings)
    return Backend(
        _reader(),
        _writer,
        settings.home,
        _snapshots(),
        _books(),
        _best(),
        caps,
        settings.legal_entity,
        settings.learning,
    )


def forget() -> None:
    """Let go of the connections, so that the next run opens them anew."""
    _reader.clear()
    _writer.clear()


def _close(store: Store) -> None:
    store.close()


@st.cache_resource(show_spinner=False, on_release=_close)
def _reader() -> Store:
    settings = load_settings()
    if settings.embedded:
        _writer()  # its schema must be there before anybody reads
    return open_store(settings, reader=True)


@st.cache_resource(show_spinner=False)
def _snapshots() -> Snapshots:
    return Latest()


@st.cache_resource(show_spinner=False)
def _best() -> Latest[list[Pairing]]:
    return Latest()


@st.cache_resource(show_spinner=False)
def _books() -> Latest[Book]:
    return Latest()


@st.cache_resource(show_spinner=False, on_release=_close)
def _writer() -> Store:
    return open_store(load_settings())


__all__ = ["PAGES", "backend", "forget", "main"]
