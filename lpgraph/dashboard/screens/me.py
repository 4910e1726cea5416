"""Who is at the screen: asked once, kept for the visit, and the author of everything that is written down."""

from __future__ import annotations

import streamlit as st

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Kept, Key


def name() -> str:
    """The name that was given; empty when nobody has said it."""
    return str(st.session_state.get(Kept.AUTHOR, ""))


def ask() -> str:
    """The box for it."""
    given = st.text_input(words.YOUR_NAME, value=name(), key=Key.ME, placeholder=words.YOUR_NAME_HINT, max_chars=80)
    st.session_state[Kept.AUTHOR] = (given or "").strip()
    return name()
