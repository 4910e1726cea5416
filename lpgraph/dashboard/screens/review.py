"""Who is who: one question at a time, two records side by side, answered by a button or a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from lpgraph.dashboard import views_review, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import plain, short
from lpgraph.dashboard.views_review import Sheet
from lpgraph.ingest.deciding import Contradiction
from lpgraph.ingest.review import Pair, Question

Go = Callable[[str, str], None]
_COLUMNS = (1.1, 1, 3, 3)
MOST_ANSWERS = 20
_BUTTONS = (
    (Key.REVIEW_SAME, words.REVIEW_SAME, "same", "s"),
    (Key.REVIEW_DIFFERENT, words.REVIEW_DIFFERENT, "different", "d"),
    (Key.REVIEW_SKIP, words.REVIEW_SKIP, "skipped", "k"),
)
_COLOUR: dict[str, Literal["green", "blue", "orange"]] = {"same": "green", "alike": "blue", "different": "orange"}


def draw(backend: Backend, go: Go) -> None:
    """Draw the page."""
    st.header(words.PAGE_REVIEW, anchor=False)
    author = st.session_state.get(Kept.AUTHOR, "")
    if said := st.session_state.pop(Kept.REVIEW_SAID, None):
        pair, verdict = said
        author = st.session_state.get(Key.REVIEW_AUTHOR, author)
        _decide(backend, pair, verdict, author, sure=False)
    pairs = backend.questions(author)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        if pairs:
            st.caption(words.REVIEW_COUNT.format(n=words.count(len(pairs), "question")))
    with right:
        st.session_state[Kept.AUTHOR] = st.text_input(
            words.REVIEW_AUTHOR, value=author, key=Key.REVIEW_AUTHOR, help=words.REVIEW_AUTHOR_HELP
        )
    _last(backend)
    if against := st.session_state.get(Kept.REVIEW_AGAINST):
        _confirm(backend, *against)
    elif pairs:
        question = backend.question(pairs[0])
        _compare(views_review.sheet(question))
        _answer(pairs[0])
        _profiles(go, question)
    else:
        _none(backend, go)
    _answered(backend)


def _none(backend: Backend, go: Go) -> None:
    """Nothing left to answer: what that means, and where questions come from."""
    st.text(words.REVIEW_NONE_LEFT if backend.answers(1) else words.REVIEW_NONE)
    if st.button(words.GO_TO_DATA, key=Key.GO_TO_DATA, icon=":material/upload:"):
        go("data", "")


def _last(backend: Backend) -> None:
    """What the last answer came to, and the way back."""
    kept = st.session_state.get(Kept.LAST_ANSWER)
    if not kept:
        return
    decision, said = kept
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(said)
        if decision and st.button(words.REVIEW_UNDO, key=Key.REVIEW_UNDO, shortcut="u", icon=":material/undo:"):
            made = backend.withdraw(decision, st.session_state.get(Kept.AUTHOR, ""))
            st.session_state[Kept.LAST_ANSWER] = ("", views_review.undone(made))
            st.rerun()


def _compare(sheet: Sheet) -> None:
    st.subheader(words.REVIEW_ASK, anchor=False)
    st.text(sheet.evidence)
    st.caption(sheet.likely)
    with st.container(border=True, key="review", gap="xsmall"):
        _, _, left, right = st.columns(_COLUMNS)
        left.markdown(f"**{plain(sheet.names[0])}**")
        right.markdown(f"**{plain(sheet.names[1])}**")
        for line in sheet.lines:
            head, says, left, right = st.columns(_COLUMNS)
            head.caption(plain(line.field))
            if line.says:
                says.badge(line.says, color=_COLOUR.get(line.says, "gray"))
            left.text(line.a or "–")
            right.text(line.b or "–")
    st.text(sheet.follows)
    st.caption(words.REVIEW_FOLLOWS_DIFFERENT)


def _answer(pair: Pair) -> None:
    """The three answers. Each is about the question that stands beside it, whatever others answered since: so the keys
    of the buttons name it, and a click remembers it before the page is drawn again."""
    with st.container(horizontal=True, key="review-answer"):
        for key, title, verdict, letter in _BUTTONS:
            st.button(
                title,
                key=key.of("-".join(pair.refs)),
                type="primary" if verdict == "same" else "secondary",
                shortcut=letter,
                on_click=_said,
                args=(pair, verdict),
            )


def _said(pair: Pair, verdict: str) -> None:
    st.session_state[Kept.REVIEW_SAID] = (pair, verdict)


def _decide(backend: Backend, pair: Pair, verdict: str, author: str, *, sure: bool) -> None:
    st.session_state.pop(Kept.REVIEW_AGAINST, None)
    try:
        made = backend.decide(pair.a, pair.b, verdict, author, sure)
    except Contradiction as earlier:
        st.session_state[Kept.REVIEW_AGAINST] = (pair, verdict, views_review.against(verdict, earlier.earlier))
    else:
        st.session_state[Kept.LAST_ANSWER] = (made.id, views_review.done(made))


def _confirm(backend: Backend, pair: Pair, verdict: str, told: str) -> None:
    """Somebody said otherwise before: only a second word takes its place."""
    st.warning(plain(told))
    if all(backend.now(one) == one for one in (pair.a, pair.b)):  # else they are one by now, and there are no two sides
        _compare(views_review.sheet(backend.question(pair)))
    with st.container(horizontal=True):
        if st.button(words.REVIEW_SURE, key=Key.REVIEW_SURE, type="primary"):
            _decide(backend, pair, verdict, st.session_state.get(Kept.AUTHOR, ""), sure=True)
            st.rerun()
        if st.button(words.REVIEW_NOT_SURE, key=Key.REVIEW_NOT_SURE):
            st.session_state.pop(Kept.REVIEW_AGAINST, None)
            st.rerun()


def _profiles(go: Go, question: Question) -> None:
    with st.container(horizontal=True):
        for party in (question.a, question.b):
            title = words.REVIEW_PROFILE.format(name=plain(short(party.name)))
            if st.button(title, key=Key.REVIEW_PROFILE.of(party.id), type="tertiary"):
                go("explore", party.id)


def _answered(backend: Backend) -> None:
    """What was answered last, by whom, each with the way back: also after the page was left."""
    answers = backend.answers(MOST_ANSWERS)
    if not answers:
        return
    with st.expander(words.REVIEW_ANSWERS):
        for made in answers:
            said, back = st.columns([5, 1], vertical_alignment="center")
            said.text(views_review.answered(made))
            if back.button(words.REVIEW_TAKE_BACK, key=Key.REVIEW_TAKE_BACK.of(made.id), type="tertiary"):
                taken = backend.withdraw(made.id, st.session_state.get(Kept.AUTHOR, ""))
                st.session_state[Kept.LAST_ANSWER] = ("", views_review.undone(taken))
                st.rerun()
