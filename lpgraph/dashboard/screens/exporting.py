"""The graph as a file for other tools, at the end of the Data page."""

from __future__ import annotations

import streamlit as st

from lpgraph.dashboard import exporting, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.banner import guard
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import plain


def draw(backend: Backend) -> None:
    """Which format, with addresses or without, and the file."""
    with st.expander(words.EXPORT):
        st.caption(words.EXPORT_HELP)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            chosen = st.selectbox(
                words.EXPORT_FORMAT, list(words.EXPORT_FORMATS), format_func=words.EXPORT_FORMATS.__getitem__,
                key=Key.EXPORT_FORMAT,
            )  # fmt: skip
            contacts = st.checkbox(words.EXPORT_CONTACTS, key=Key.EXPORT_CONTACTS, help=words.EXPORT_CONTACTS_HELP)
            wanted = st.button(words.EXPORT_MAKE, key=Key.EXPORT_MAKE, icon=":material/folder_zip:")
        asked = (chosen, contacts)
        if wanted:
            st.session_state.pop(Kept.EXPORT, None)
            with guard(), st.spinner(words.EXPORT_MAKING):
                made = exporting.make(backend.writer(), backend.side, chosen, contacts=contacts)
                st.session_state[Kept.EXPORT] = (asked, made)
        kept = st.session_state.get(Kept.EXPORT)
        if kept and kept[0] == asked:  # another choice asks for another file
            _hand_over(kept[1])


def _hand_over(made: exporting.Made) -> None:
    st.text(made.said)
    if made.left_out:
        st.caption(plain(made.left_out))
    st.download_button(
        words.EXPORT_DOWNLOAD.format(file=made.name), made.content, made.name, made.mime, key=Key.EXPORT_DOWNLOAD,
        on_click="ignore", icon=":material/download:", type="primary",
    )  # fmt: skip
