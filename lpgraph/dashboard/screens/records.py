"""The records that somebody on screen is made of, and saying that one of them is somebody else."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lpgraph.dashboard import views_review, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.views import sources_text
from lpgraph.errors import UsageError
from lpgraph.explore.profile import Profile
from lpgraph.explore.records import Record
from lpgraph.ingest.deciding import Contradiction
from lpgraph.ingest.decisions import DIFFERENT
from lpgraph.model import MATCHED

MOST = 20  # records that are listed

Changed = Callable[[str], None]


def draw(backend: Backend, profile: Profile, changed: Changed) -> None:
    """Draw the records, folded; ``changed`` is told, in words, of what was written."""
    if len(profile.records) < 2 or profile.entity.label not in MATCHED:
        return
    who = profile.entity.id
    asked = st.session_state.get(Kept.PARTING)
    title = words.RECORDS_TITLE.format(n=words.number(len(profile.records)))
    with st.expander(title, bool(asked and asked[0] == who), icon=":material/call_split:", key=Key.RECORDS.of(who)):
        st.caption(words.RECORDS_WHY)
        for one in profile.records[:MOST]:
            _record(backend, who, one, changed)
        if len(profile.records) > MOST:
            st.caption(words.RECORDS_MORE.format(n=words.number(len(profile.records) - MOST)))


def _record(backend: Backend, who: str, one: Record, changed: Changed) -> None:
    with st.container(gap="xxsmall", key=f"record-{one.ref}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(clean(one.name) or "–", width="stretch")
            st.button(
                words.RECORD_PART, key=Key.RECORD_PART.of(one.ref), type="tertiary", on_click=_ask, args=(who, one.ref)
            )
        st.caption(plain(sources_text(one.sources)))
        asked = st.session_state.get(Kept.PARTING)
        if asked and asked[:2] == (who, one.ref):
            _confirm(backend, who, one, asked[2], changed)


def _ask(who: str, ref: str, told: str = "") -> None:
    st.session_state[Kept.PARTING] = (who, ref, told)


def _leave() -> None:
    st.session_state.pop(Kept.PARTING, None)


def _confirm(backend: Backend, who: str, one: Record, told: str, changed: Changed) -> None:
    """Who says so; and where somebody said otherwise before, that, with a second word."""
    with st.container(border=True):
        if told:
            st.warning(plain(words.RECORD_AGAINST.format(said=told)))
        else:
            st.text(words.RECORD_ASK.format(name=clean(one.name), source=clean(sources_text(one.sources))))
        author = st.text_input(
            words.ENTRY_AUTHOR, value=st.session_state.get(Kept.AUTHOR, ""), key=Key.RECORD_AUTHOR, max_chars=120
        )
        with st.container(horizontal=True):
            sure = st.button(words.RECORD_SURE, key=Key.RECORD_SURE, type="primary")
            st.button(words.RECORD_LEAVE, key=Key.RECORD_LEAVE, on_click=_leave)
    if sure:
        st.session_state[Kept.AUTHOR] = author
        _part(backend, who, one.ref, author, bool(told), changed)


def _part(backend: Backend, who: str, ref: str, author: str, sure: bool, changed: Changed) -> None:
    try:
        backend.decide(who, ref, DIFFERENT, author, sure)
    except Contradiction as earlier:
        _ask(who, ref, views_review.against(DIFFERENT, earlier.earlier))
        st.rerun()
    except UsageError as error:
        st.warning(plain(str(error)))
    else:
        _leave()
        changed(words.RECORD_PARTED)
