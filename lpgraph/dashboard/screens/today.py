"""Today: what waits, whom to bring together next, and what needs a look."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lpgraph.dashboard import views_board, views_today, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import plain
from lpgraph.dashboard.screens import board, me, noting
from lpgraph.dashboard.screens.pick import set_current
from lpgraph.introductions import shown
from lpgraph.introductions.wall import visible

Go = Callable[[str, str], None]
TOP = 6
MOST_LINES = 8


def draw(backend: Backend, go: Go) -> None:
    """Draw the page."""
    st.header(words.PAGE_TODAY, anchor=False)
    if not backend.loads():
        st.text(words.EMPTY_STORE)
        if st.button(words.GO_TO_DATA, key=Key.GO_TO_DATA, type="primary"):
            go("data", "")
        return
    with st.container(key="today"):
        left, right = st.columns([2.6, 1], gap="medium")
    with right:
        me.ask()
        _questions(backend, go)
        _loads(backend, go)
    with left:
        _waiting(backend, go)
        _best(backend, go)
        _coalitions(backend, go)


def _waiting(backend: Backend, go: Go) -> None:
    """The introductions in which somebody has something to do."""
    book = backend.book()
    st.subheader(words.TODAY_WAITING, anchor=False)
    records = visible(book)
    if not any(record.going for record in records):
        st.text(words.TODAY_NOTHING_WAITS)
        return
    first, _ = st.columns([1, 2])
    with first:
        owner = board.whose(records)
    rows = views_board.waiting(views_board.whose(records, owner), book.day)
    if not rows:
        st.text(words.TODAY_NOT_MINE.format(who=owner or ""))
        return
    st.caption(words.TODAY_COUNT.format(n=views_board.count(rows)))
    board.lines(go, rows[:MOST_LINES])
    if len(rows) > MOST_LINES:
        with st.expander(words.MORE_LINES.format(n=words.number(len(rows) - MOST_LINES))):
            board.lines(go, rows[MOST_LINES:])


def _best(backend: Backend, go: Go) -> None:
    """The strongest suggestions over everybody, each with its first reasons."""
    st.subheader(words.TODAY_BEST, anchor=False)
    with st.spinner(words.TODAY_LOOKING):
        found = backend.introducing.across(TOP)
    if not found:
        st.text(words.TODAY_NO_BEST)
        return
    count = words.count(len(found), "suggestion")
    st.caption(plain(words.TODAY_BEST_COUNT.format(n=count, when=words.day(backend.graph_of()))))
    lines = backend.lines(views_today.refs(found))
    for number, line in enumerate(views_today.best(found, lines), start=1):
        with st.container(border=True, gap="xsmall", key=f"best-{number}"):
            said, button = st.columns([7, 1], vertical_alignment="top")
            said.markdown(f"**{plain(line.title)}**")
            said.text(line.who)
            if button.button(words.TODAY_SEE, key=Key.SEE.of(f"{line.a}:{line.b}"), type="tertiary"):
                go("introductions", line.a)
            for text in line.reasons:
                st.text(text)
            st.caption(plain(line.broker))
    noting.note(
        backend, shown.shown([one.who for one in found], [one.suggestion for one in found], me.name(), shown.ACROSS)
    )


def _coalitions(backend: Backend, go: Go) -> None:
    """The biggest gaps, and seats that changed hands; nothing while no campaign has a key city."""
    scene = backend.together.scene()
    gaps = views_today.gaps(scene, backend.together.grid())
    if gaps:
        st.subheader(words.TODAY_GAPS, anchor=False)
        st.caption(words.TODAY_GAPS_ORDER)
    for number, gap in enumerate(gaps[:TOP]):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(gap.text, width="stretch")
            if st.button(words.TODAY_SEE, key=Key.TO_GAP.of(number), type="tertiary"):
                set_current(Kept.CELL, "cell", f"{gap.campaign}|{gap.area}")
                st.session_state.pop(Key.COALITION, None)
                go("coalitions", "")
    changed = views_today.handovers(scene, backend.together.turnover())
    if not changed:
        return
    st.subheader(words.TODAY_TURNOVER, anchor=False)
    for text in changed[:TOP]:
        st.text(text)
    if len(changed) > TOP:
        st.text(words.TODAY_MORE.format(n=words.number(len(changed) - TOP)))
    if st.button(words.TODAY_TO_TURNOVER, key=Key.TO_TURNOVER, type="tertiary"):
        st.session_state[Key.COALITION_VIEW] = "turnover"
        go("coalitions", "")


def _questions(backend: Backend, go: Go) -> None:
    """How many questions of who is who wait for an answer; nothing when none does."""
    count = len(backend.questions(me.name()))
    if not count:
        return
    st.markdown(f"**{words.TODAY_QUESTIONS}**")
    st.text(words.TODAY_QUESTIONS_COUNT.format(n=words.count(count, "question")))
    if st.button(words.TODAY_ANSWER, key=Key.TO_REVIEW, type="secondary"):
        go("review", "")


def _loads(backend: Backend, go: Go) -> None:
    """Loads that left rows out or stopped half way; nothing when all went well."""
    lines = views_today.troubles(backend.loads())
    if not lines:
        return
    st.markdown(f"**{words.TODAY_LOADS}**")
    for text in lines[:MOST_LINES]:
        st.text(text)
    if len(lines) > MOST_LINES:
        st.text(words.TODAY_MORE.format(n=words.number(len(lines) - MOST_LINES)))
    if st.button(words.TODAY_TO_DATA, key=Key.GO_TO_DATA, type="tertiary"):
        go("data", "")
