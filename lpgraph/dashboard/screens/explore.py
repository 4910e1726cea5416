"""Explore: what lies around somebody or something, the way between two, and the profile of what is selected."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lpgraph.dashboard import graph, views, views_explore, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.banner import guard
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import profile
from lpgraph.dashboard.screens.pick import newly, pick, set_current, today
from lpgraph.dashboard.views_explore import Exploration

Go = Callable[[str, str], None]


def draw(backend: Backend, go: Go) -> None:
    """Draw the page."""
    st.header(words.PAGE_EXPLORE, anchor=False)
    with st.container(key="explore-find"):
        left, right = st.columns(2)
    with left:
        found = newly(Key.FIND, pick(backend, Key.FIND, words.FIND))
    who, to = today(backend, Kept.WHO, "who"), today(backend, Kept.TO, "to")
    if found and found != who:
        who, to = found, None
        set_current(Kept.WHO, "who", who)
        set_current(Kept.TO, "to", None)
    if not who:
        st.text(words.START_EXPLORE)
        return
    with right:
        other = newly(Key.PATH_TO, pick(backend, Key.PATH_TO, words.PATH_TO, hint=words.PATH_HINT))
        if other and other != to:
            to = other
            set_current(Kept.TO, "to", to)
    if to and st.button(_back(backend, who), key=Key.PATH_CLEAR, icon=":material/close:"):
        to = None
        set_current(Kept.TO, "to", None)
    _look(backend)
    _explore(backend, go, who, to)


def _look(backend: Backend) -> None:
    """When the graph is another than at the last look (a load, an answer to who is who), it is read anew."""
    mark = backend.mark(steps=False)
    if st.session_state.get(Kept.MARK, mark) != mark:
        st.session_state[Kept.ANEW] = not st.session_state.get(Kept.STALE)
    st.session_state[Kept.MARK] = mark


def _back(backend: Backend, who: str) -> str:
    entity = backend.find(who)
    return words.PATH_CLEAR.format(name=plain(entity.name if entity else who))


@st.fragment
def _explore(backend: Backend, go: Go, who: str, to: str | None) -> None:
    """Graph and profile: a click runs this part alone."""
    with guard():
        exploration = _exploration(backend, who, to)
        if exploration is None:
            return
        with st.container(key="explore"):
            middle, right = st.columns([2.3, 1], gap="medium")
        key = Key.GRAPH.of(exploration.view)
        with middle:
            if (node := graph.expanding(key)) in exploration.nodes:
                exploration = _expand(backend, exploration, str(node))
            st.caption(plain(st.session_state.get(Kept.NOTE) or views_explore.caption(exploration)))
            for way in exploration.ways:
                st.text(way)
            chosen = graph.draw(views_explore.drawing(exploration), key, height=560)
            _table(exploration, chosen.off)
        with right:
            profile.draw(backend, go, chosen.selected or exploration.root, exploration.root)


def _exploration(backend: Backend, who: str, to: str | None) -> Exploration | None:
    """What this visitor has on the graph: kept while it is about the same, read anew when not."""
    view = views_explore.view_of(who, to)
    kept: Exploration | None = st.session_state.get(Kept.EXPLORATION)
    stale, anew = st.session_state.pop(Kept.STALE, False), st.session_state.pop(Kept.ANEW, False)
    if kept is not None and kept.view == view and not ((stale or anew) and to):
        kept = _again(backend, kept) if anew else kept
        kept = views_explore.refreshed(kept, backend.ego(who)) if stale else kept
        st.session_state[Kept.EXPLORATION] = kept
        return kept
    st.session_state[Kept.NOTE] = ""
    exploration: Exploration | None
    if to:
        paths = backend.paths(who, to)
        exploration = views_explore.ways(paths) if paths else None
        if not paths:
            ends = [backend.find(end) for end in (who, to)]
            a, b = (clean(end.name) if end else "?" for end in ends)
            st.text(words.NO_PATH.format(a=a, b=b))
    else:
        exploration = views_explore.begin(backend.ego(who))
    st.session_state[Kept.EXPLORATION] = exploration
    return exploration


def _again(backend: Backend, kept: Exploration) -> Exploration:
    """The same exploration over the graph as it is now: who was joined is one, who was parted is two."""
    made = views_explore.begin(backend.ego(kept.root))
    for parent in dict.fromkeys(map(backend.now, kept.by.values())):
        if parent in made.nodes and not made.full:
            made = views_explore.grow(made, backend.expand(parent, made.nodes), parent)
    return views_explore.settled(made, kept)


def _expand(backend: Backend, exploration: Exploration, node: str) -> Exploration:
    """The exploration with what lies around a node added, and a note of what that came to."""
    if exploration.full:
        st.session_state[Kept.NOTE] = words.FULL.format(n=words.number(len(exploration.nodes)))
        return exploration
    grown = views_explore.grow(exploration, backend.expand(node, exploration.nodes), node)
    st.session_state[Kept.EXPLORATION] = grown
    st.session_state[Kept.NOTE] = views_explore.expanded(exploration, grown, node)
    return grown


def _table(exploration: Exploration, off: frozenset[str]) -> None:
    """The graph again as two tables, for who cannot or will not look at pictures."""
    with st.expander(words.TABLE, icon=":material/table_rows:"):
        st.caption(views.shown(len(exploration.nodes), exploration.hidden))
        st.dataframe(
            views_explore.thing_table(exploration, off),
            column_config=words.TABLE_THINGS,
            hide_index=True,
            key=Key.THINGS,
        )
        st.dataframe(
            views_explore.tie_table(exploration, off), column_config=words.TABLE_COLUMNS, hide_index=True, key=Key.TABLE
        )
