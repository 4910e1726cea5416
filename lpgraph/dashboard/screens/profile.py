"""The panel beside the graph: what is known of the selected one, from where, and the form for what is new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import streamlit as st

from lpgraph.dashboard import views_profile, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import plain
from lpgraph.dashboard.screens import fields, records
from lpgraph.dashboard.screens.pick import pick, set_current
from lpgraph.dashboard.views_profile import Block, Panel, Told
from lpgraph.errors import UsageError

Go = Callable[[str, str], None]


def draw(backend: Backend, go: Go, who: str, root: str) -> None:
    """Draw the panel of ``who``."""
    found = backend.profile(who)
    panel = views_profile.panel(found)
    st.subheader(plain(panel.name), anchor=False)
    st.text(panel.line)
    for flag in panel.flags:
        st.badge(plain(flag), icon=":material/block:", color="red")
    _actions(backend, go, panel, root)
    if panel.label in views_profile.TAKES_ENTRIES:
        with st.expander(words.ENTRY_TITLE, icon=":material/edit_note:", key=f"entry:{panel.id}"):
            _form(backend, panel)
    fields.draw(backend, found, _changed)
    records.draw(backend, found, _changed)
    _entries(backend, panel)
    for block in panel.blocks:
        _block(block)
    if not panel.blocks:
        st.text(words.NO_LINES)
    if panel.sources:
        with st.expander(words.SEE_SOURCES, icon=":material/receipt_long:"):
            st.dataframe(
                panel.sources,
                column_config=words.PROFILE_SOURCES,
                column_order=list(words.PROFILE_SOURCES),
                hide_index=True,
                key=Key.SOURCES.of(panel.id),
            )


def _actions(backend: Backend, go: Go, panel: Panel, root: str) -> None:
    with st.container(horizontal=True, gap="small"):
        if panel.id != root and st.button(words.CENTRE, key=Key.CENTRE, icon=":material/center_focus_strong:"):
            set_current(Kept.TO, "to", None)
            go("explore", panel.id)
        if panel.label in views_profile.CAN_MEET and st.button(
            words.INTRODUCE_THEM, key=Key.TO_INTRODUCTIONS, icon=":material/handshake:"
        ):
            go("introductions", panel.id)
        if panel.label in views_profile.CAN_MEET:
            st.download_button(
                words.BRIEFING, partial(backend.together.briefing, panel.id), "briefing.html", "text/html",
                key=Key.BRIEFING.of(panel.id), help=words.BRIEFING_HELP, icon=":material/print:", on_click="ignore",
            )  # fmt: skip


def _block(block: Block) -> None:
    st.markdown(f"**{plain(block.title)}** :gray[{words.number(block.count)}]\n\n{_list(block.first)}")
    if block.rest:
        with st.expander(words.MORE_LINES.format(n=words.number(len(block.rest))), type="compact"):
            st.markdown(_list(block.rest))


def _list(lines: tuple[Told, ...]) -> str:
    """Lines as a list, each with its source in grey below; names escaped."""
    return "\n".join(
        f"- {plain(line.text)}{words.ENDED_MARK if line.ended else ''}  \n  :small[:gray[{plain(line.source)}]]"
        for line in lines
    )


def _entries(backend: Backend, panel: Panel) -> None:
    """What was typed by hand, each with a way back."""
    if not panel.entries:
        return
    st.markdown(f"**{words.ENTRY_LIST}**")
    for entry in panel.entries:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(entry.text, width="stretch")
            if st.button(words.ENTRY_REMOVE, key=Key.ENTRY_REMOVE.of(entry.id), type="tertiary"):
                backend.unlog(entry.id)
                _changed(words.ENTRY_REMOVED)


def _form(backend: Backend, panel: Panel) -> None:
    """What has just been learned. Not a form of Streamlit's: whom it is about is searched for while it is filled in."""
    what = st.selectbox(
        words.ENTRY_WHAT,
        views_profile.entries_for(panel.label),
        format_func=words.ENTRY_WORDS.__getitem__,
        key=Key.ENTRY_WHAT,
    )
    needs = views_profile.NEEDS.get(what)
    other = pick(backend, Key.ENTRY_OTHER, words.ENTRY_OTHERS[what], needs.kind) if needs else None
    value = _value(what)
    on = st.date_input(words.ENTRY_ON, key=Key.ENTRY_ON, format="YYYY-MM-DD")
    note = st.text_input(words.ENTRY_NOTE, key=Key.ENTRY_NOTE, max_chars=500)
    author = st.text_input(words.ENTRY_AUTHOR, value=st.session_state.get(Kept.AUTHOR, ""), key=Key.ENTRY_AUTHOR)
    if st.button(words.ENTRY_SAVE, key=Key.ENTRY_SAVE, type="primary"):
        if needs and needs.must and not other:
            st.warning(words.ENTRY_NEEDS_OTHER)
            return
        st.session_state[Kept.AUTHOR] = author
        try:
            backend.log(panel.id, what, other or "", str(on), note, value, author)
        except UsageError as error:
            st.warning(plain(str(error)))
            return
        _changed(words.ENTRY_SAVED)


def _value(what: str) -> str:
    """What else an entry says: how well, which stance or role, which address, until when."""
    match what:
        case "met" | "called" | "knows":
            first = views_profile.HAS_STRENGTH[what]
            return str(st.slider(words.ENTRY_STRENGTH, 1, 5, first, key=Key.ENTRY_STRENGTH.of(what)))
        case "stance":
            stances = words.ENTRY_STANCES
            return st.selectbox(
                words.ENTRY_STANCE, list(stances), format_func=stances.__getitem__, key=Key.ENTRY_VALUE.of(what)
            )
        case "role":
            return st.text_input(words.ENTRY_ROLE, key=Key.ENTRY_VALUE.of(what), max_chars=120)
        case "contact":
            return st.text_input(words.ENTRY_CONTACT, key=Key.ENTRY_VALUE.of(what), max_chars=200)
        case "snooze":
            day = date.today() + timedelta(days=views_profile.QUIET_DAYS)
            return str(st.date_input(words.ENTRY_UNTIL, day, key=Key.ENTRY_VALUE.of(what), format="YYYY-MM-DD"))
    return ""


def _changed(note: str) -> None:
    """The graph is another now: read it again, and say what happened."""
    st.session_state[Kept.STALE] = True
    st.toast(note)
    st.rerun()
