"""Noting what was shown: once a list and visit, since a page is drawn again at every click."""

from __future__ import annotations

import streamlit as st

from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept
from lpgraph.introductions.shown import Shown


def note(backend: Backend, what: Shown) -> None:
    """Write down what was shown, unless this visitor saw the very same list before."""
    noted: set[str] = st.session_state.setdefault(Kept.NOTED, set())
    if what.ids and what.id not in noted:
        noted.add(what.id)
        backend.introducing.note_shown(what)
