"""Finding somebody or something by name: a search box, and a list when several fit."""

from __future__ import annotations

import streamlit as st

from lpgraph.dashboard import words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean
from lpgraph.dashboard.views import hit_line
from lpgraph.errors import Ambiguous, NotFound
from lpgraph.ids import fold


def pick(backend: Backend, key: str, label: str, kind: str | None = None, hint: str = words.FIND_HINT) -> str | None:
    """The id of what is chosen now, or nothing."""
    text = st.text_input(label, key=key, placeholder=hint, type="search", autocomplete="off")
    if not text or not text.strip():
        return None
    hits = {hit.id: hit for hit in backend.search(text, kind)}
    if not hits:
        st.text(words.NOBODY.format(text=text))
        return None
    if len(hits) == 1:
        return next(iter(hits))
    asked = fold(text)
    exact = [number for number, hit in enumerate(hits.values()) if fold(hit.name) == asked]
    return st.selectbox(
        words.WHICH_COUNT.format(n=words.count(len(hits), "match", "matches")),
        list(hits),
        # The only one of that very name is meant; of several half-fitting ones nobody is, until somebody chooses.
        index=exact[0] if len(exact) == 1 else None,
        placeholder=words.CHOOSE,
        format_func=lambda i: hit_line(hits[i]),
        key=Key.WHICH.of(f"{key}:{text}"),
    )


def pick_area(backend: Backend, key: str, label: str, hint: str) -> str | None:
    """The id of a place, settled as the verbs settle it: a city before its districts; of several, somebody chooses."""
    text = st.text_input(label, key=key, placeholder=hint, type="search", autocomplete="off")
    if not text or not text.strip():
        return None
    try:
        return backend.together.area(text).id
    except Ambiguous as error:
        named = {one: " · ".join(part for part in (name, where) if part) for one, name, where in error.candidates}
        return st.selectbox(
            words.WHICH_COUNT.format(n=words.count(error.fits, "match", "matches")), list(named), index=None,
            placeholder=words.CHOOSE, format_func=lambda one: clean(named[one]), key=Key.WHICH.of(f"{key}:{text}"),
        )  # fmt: skip
    except NotFound:
        st.text(words.POLICY_NO_CITY)
        return None


def newly(key: str, chosen: str | None) -> str | None:
    """``chosen`` when it is another than at the last run: a choice that was acted on does not act again."""
    last = st.session_state.setdefault(Kept.PICKED, {})
    fresh = chosen if chosen and last.get(key) != chosen else None
    last[key] = chosen
    return fresh


def current(kept: Kept, param: str) -> str | None:
    """Who the page is about: the address says it, else what this visitor looked at last."""
    value = st.query_params.get(param) or st.session_state.get(kept)
    set_current(kept, param, value)
    return value


def today(backend: Backend, kept: Kept, param: str) -> str | None:
    """``current``, as it stands today: a link to somebody who was joined to another leads to the two as one."""
    value = current(kept, param)
    meant = backend.now(value) if value else value
    if meant != value:
        set_current(kept, param, meant)
    return meant


def set_current(kept: Kept, param: str, value: str | None) -> None:
    """Remember it, and put it into the address, so that the page can be shared as it is (ids alone, never names)."""
    st.session_state[kept] = value
    if value and st.query_params.get(param) != value:
        st.query_params[param] = value
    elif not value and param in st.query_params:
        del st.query_params[param]
