"""The board of introductions, and one of them: what is next, its texts, its history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lpgraph.dashboard import views, views_board, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.introducing import Introducing
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import me
from lpgraph.dashboard.screens.pick import set_current
from lpgraph.dashboard.views_board import Row
from lpgraph.errors import NotFound, UsageError
from lpgraph.introductions.book import Record
from lpgraph.introductions.record import Change, wanted
from lpgraph.introductions.wall import visible

Go = Callable[[str, str], None]
_ROW = (5, 3.4, 2, 1.8, 1)


def whose(records: Sequence[Record]) -> str | None:
    """Whose introductions are looked at: a list to choose from, kept for the visit."""
    names = views_board.owners(records)
    kept = st.session_state.get(Kept.WHOSE) or me.name()
    choice = st.selectbox(
        words.TODAY_WHOSE,
        ["", *names],
        index=names.index(kept) + 1 if kept in names else 0,
        format_func=lambda name: name or words.TODAY_EVERYBODY,
        key=Key.WHOSE,
    )
    st.session_state[Kept.WHOSE] = choice
    return choice or None


def draw(backend: Backend, go: Go) -> None:
    """Draw the board."""
    records, today = visible(backend.book()), backend.book().day
    if not records:
        st.text(words.BOARD_EMPTY)
        return
    with st.container(key="board-ask"):
        left, _ = st.columns([1, 3])
    with left:
        owner = whose(records)
    stages = views_board.stages(views_board.whose(records, owner), today)
    active = [stage for stage in stages if stage.status not in views_board.ENDED]
    st.caption(words.BOARD_COUNT.format(n=views_board.count([row for stage in active for row in stage.rows])))
    for stage in active:
        st.markdown(f"**{stage.title}** :gray[{words.number(len(stage.rows))}]")
        lines(go, stage.rows)
    for stage in stages:
        if stage.status in views_board.ENDED:
            with st.expander(f"{stage.title}: {words.number(len(stage.rows))}"):
                lines(go, stage.rows)


def lines(go: Go, rows: Sequence[Row]) -> None:
    """Introductions as lines: who, what is next, whose it is, when it is due."""
    for row in rows:
        with st.container(key=f"line-{row.id.rpartition('/')[2]}"):
            names, following, owner, due, button = st.columns(_ROW, vertical_alignment="center")
        names.text(row.names + (f" · {row.more}" if row.more else ""))
        following.text(row.next or row.stage)
        owner.text(row.owner)
        due.markdown(f":red[{plain(row.due)}]" if row.late else f":gray[{plain(row.due)}]")
        if button.button(words.BOARD_OPEN, key=Key.OPEN_RECORD.of(row.id), type="tertiary"):
            go("introductions", row.id)


def draw_record(backend: Backend, go: Go, record_id: str) -> None:
    """Draw one introduction."""
    if st.button(words.BOARD_BACK, key=Key.BACK, icon=":material/arrow_back:", type="tertiary"):
        set_current(Kept.RECORD, "introduction", None)
        st.session_state[Kept.VIEW] = "board"
        st.rerun()
    try:
        record = wanted(visible(backend.book()), record_id)
    except NotFound:
        st.text(words.RECORD_GONE)
        return
    introducing = backend.introducing
    _head(go, record, backend.book().day)
    with st.container(key="record"):
        left, right = st.columns([1.5, 1], gap="medium")
    with left:
        stops = introducing.stops(record) if record.going else []
        if stops:
            st.warning(plain(words.RECORD_STOPS.format(why=" ".join(stops))))
        _next(introducing, record, stopped=bool(stops))
        _drafts(introducing, record)
    with right:
        _history(introducing, record)
        _why(introducing, record)


def _head(go: Go, record: Record, today: str) -> None:
    row = views_board.row(record, today)
    st.subheader(plain(row.names), anchor=False)
    owner = words.RECORD_OWNER.format(name=row.owner) if row.owner else ""
    begun = words.RECORD_BEGUN.format(day=words.day(record.begun))
    st.text(" · ".join(part for part in (row.stage, row.next, row.more, owner, row.due, begun) if part))
    with st.container(horizontal=True, gap="small"):
        for one in (record.a, record.b):
            name = plain(one.name)
            if st.button(name, key=Key.TO_EXPLORE.of(one.id), type="tertiary", icon=":material/hub:"):
                go("explore", one.id)


def _next(introducing: Introducing, record: Record, *, stopped: bool) -> None:
    """What may be said now, each with a button."""
    events = [] if stopped else list(views_board.forward(record))
    with st.container(border=True, key="next-step"):
        st.markdown(f"**{words.RECORD_NEXT}**")
        if not record.going:
            st.text(words.RECORD_ENDED)
        note = st.text_input(words.RECORD_NOTE, key=Key.STEP_NOTE.of(record.on + record.status), max_chars=500)
        due, owner, author = "", "", ""
        if record.going:
            first, second, third = st.columns(3)
            with first:
                day = st.date_input(words.RECORD_DUE, value=None, key=Key.STEP_DUE, format="YYYY-MM-DD")
                due = str(day or "")
            with second:
                owner = st.text_input(words.RECORD_NEW_OWNER, key=Key.STEP_OWNER, max_chars=80)
            with third:
                author = me.ask()
        change = Change(note or "", due, (owner or "").strip())
        with st.container(horizontal=True, gap="small"):
            for event in [*events, "note"]:
                label = plain(views_board.event_text(event, record))
                first_of_all = event == next(iter(events), "")
                if st.button(label, key=Key.STEP.of(event), type="primary" if first_of_all else "secondary"):
                    _say(introducing, record, event, change, author)
        if record.open:
            st.caption(words.RECORD_NOT)
            with st.container(horizontal=True, gap="small"):
                for event in views_board.REFUSALS:
                    label = plain(views_board.event_text(event, record))
                    if st.button(label, key=Key.REFUSE.of(event), type="tertiary"):
                        _say(introducing, record, event, change, author)


def _say(introducing: Introducing, record: Record, event: str, change: Change, author: str) -> None:
    """Write the step and draw the record again, or say why it cannot be."""
    try:
        introducing.step(record, event, change, author or me.name() or (record.owner.name if record.owner else ""))
    except UsageError as error:
        st.warning(plain(str(error)))
        return
    st.toast(plain(words.RECORD_SAID.format(what=views_board.event_text(event, record))))
    st.rerun()


def _drafts(introducing: Introducing, record: Record) -> None:
    """What could be written to whom: to copy, or to open in one's own mail program once both said yes."""
    drafts = introducing.drafts(record)
    if not drafts or record.status in ("met", "outcome"):
        return
    st.markdown(f"**{words.RECORD_DRAFTS}**")
    st.caption(words.RECORD_DRAFTS_HINT if record.both_yes else f"{words.RECORD_DRAFTS_HINT} {words.RECORD_HIDDEN}")
    for draft in drafts:
        with st.expander(plain(words.RECORD_TO.format(name=clean(draft.to), subject=draft.subject))):
            st.code(f"{draft.subject}\n\n{draft.body}", language=None, wrap_lines=True)
            if draft.mailto:
                st.link_button(words.RECORD_MAIL, draft.mailto, icon=":material/mail:")
            elif record.both_yes:
                st.text(words.RECORD_NO_MAIL)


def _history(introducing: Introducing, record: Record) -> None:
    """The steps, newest first, the newest with a way back."""
    told = introducing.history(record)
    st.markdown(f"**{words.RECORD_HISTORY}**")
    for number, step in enumerate(reversed(told)):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(views_board.step_text(step, record), width="stretch")
            if number == 0 and st.button(words.UNDO, key=Key.STEP_UNDO, type="tertiary", icon=":material/undo:"):
                introducing.undo(step.entry)
                if len(told) == 1:
                    set_current(Kept.RECORD, "introduction", None)
                    st.session_state[Kept.VIEW] = "board"
                st.toast(words.UNDONE)
                st.rerun()


def _why(introducing: Introducing, record: Record) -> None:
    """What speaks for the two, as it is today."""
    if record.status == "declined":
        return
    st.markdown(f"**{words.RECORD_WHY}**")
    told = [views.told_of(text, record.a.name) for text in introducing.reasons(record.a.id, record.b.id)]
    for text in told or [words.RECORD_NO_WHY]:
        st.text(text)
