"""The fields of a profile with their sources, and setting one right: folded, since few come for it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lpgraph.dashboard import views_fields, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import plain
from lpgraph.dashboard.views_fields import Fields, Shown
from lpgraph.errors import LpgraphError, StoreError
from lpgraph.explore.profile import Profile
from lpgraph.ingest.corrections import LONGEST

Changed = Callable[[str], None]


def draw(backend: Backend, profile: Profile, changed: Changed) -> None:
    """Draw the fields; ``changed`` is told, in words, of what was written."""
    found = views_fields.fields(profile)
    if not found.shown and not found.empty:
        return
    who = profile.entity.id
    with st.expander(words.FIELDS_TITLE, found.corrected, icon=":material/badge:", key=Key.FIELDS.of(who)):
        for one in found.shown:
            _field(backend, who, one, changed)
        _add(backend, who, found, changed)


def _field(backend: Backend, who: str, one: Shown, changed: Changed) -> None:
    key = f"{who}:{one.name}"
    with st.container(gap="xxsmall", key=f"field-{one.name}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(words.FIELD_LINE.format(title=one.title, value=one.value), width="stretch")
            st.button(
                words.FIELD_CORRECT,
                key=Key.FIELD_CORRECT.of(key),
                type="tertiary",
                on_click=_begin,
                args=(who, one, key),
            )
        if one.source:
            st.caption(plain(one.source))
        for made in one.corrections:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(plain(made.text), width="stretch")
                if st.button(words.FIELD_TAKE_BACK, key=Key.FIELD_TAKE_BACK.of(made.entry), type="tertiary"):
                    backend.unlog(made.entry)
                    changed(words.FIELD_TAKEN_BACK.format(title=one.title))
        if one.others:
            st.caption(plain(one.others))
        if st.session_state.get(Kept.CORRECTING) == key:
            _form(backend, who, one.name, changed)


def _add(backend: Backend, who: str, found: Fields, changed: Changed) -> None:
    """A field that nobody has filled."""
    if not found.empty:
        return
    chosen = st.selectbox(
        words.FIELD_ADD, list(found.empty), index=None, format_func=found.empty.__getitem__,
        placeholder=words.FIELD_ADD_HINT, key=Key.FIELD_ADD.of(who),
    )  # fmt: skip
    if chosen:
        _form(backend, who, chosen, changed)


def _form(backend: Backend, who: str, name: str, changed: Changed) -> None:
    """What is right, why, and who says so."""
    key = f"{who}:{name}"
    with st.container(border=True):
        value = _value(name, key)
        why = st.text_input(words.FIELD_WHY, key=Key.FIELD_WHY.of(key), max_chars=500)
        author = st.text_input(
            words.ENTRY_AUTHOR, value=st.session_state.get(Kept.AUTHOR, ""), key=Key.FIELD_AUTHOR.of(key), max_chars=120
        )
        with st.container(horizontal=True):
            save = st.button(words.FIELD_SAVE, key=Key.FIELD_SAVE.of(key), type="primary")
            st.button(words.FIELD_CANCEL, key=Key.FIELD_CANCEL.of(key), on_click=_leave, args=(who,))
    if not save:
        return
    st.session_state[Kept.AUTHOR] = author
    try:
        backend.correct(who, name, value, why, author)
    except StoreError:
        raise
    except LpgraphError as error:
        st.warning(plain(str(error)))
        return
    st.session_state.pop(Kept.CORRECTING, None)
    changed(words.FIELD_SAVED.format(title=views_fields.title(name)))


def _begin(who: str, one: Shown, key: str) -> None:
    """Open the form of one field, with what is shown now."""
    _leave(who)
    st.session_state[Kept.CORRECTING] = key
    st.session_state[Key.FIELD_VALUE.of(key)] = one.now[:LONGEST]


def _leave(who: str) -> None:
    """Close whatever form is open."""
    st.session_state.pop(Kept.CORRECTING, None)
    st.session_state[Key.FIELD_ADD.of(who)] = None


def _value(name: str, key: str) -> str:
    kinds = views_fields.KINDS.get(name)
    if kinds:
        every = list(kinds)
        chosen = st.selectbox(
            words.FIELD_VALUE, every, index=None, format_func=kinds.__getitem__, key=Key.FIELD_VALUE.of(key)
        )
        return chosen or ""
    return st.text_input(words.FIELD_VALUE, key=Key.FIELD_VALUE.of(key), max_chars=LONGEST)
