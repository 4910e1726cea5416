"""Our graph component: a drawing in, what was chosen out. The files that the browser runs lie in ``assets``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from lpgraph.dashboard.graph.payload import Drawing, payload


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person did on the graph: the dot selected, the kinds switched off."""

    selected: str | None
    off: frozenset[str]


@cache
def _component() -> Any:
    import streamlit as st

    return st.components.v2.component("lpgraph.graph", js="graph.js", css="graph.css")


def expanding(key: str) -> str | None:
    """The dot to expand, said once: to be asked before ``draw``, so that what it adds is drawn in the same run."""
    import streamlit as st

    state = st.session_state.get(key) or {}
    return state.get("expand")


def draw(drawing: Drawing, key: str, height: int = 560) -> Chosen:
    """Show the graph. Selection lives in the browser and is only read here, so that a click resends nothing."""
    result = _component()(
        key=key,
        data=payload(drawing, height),
        default={"selected": None, "off": []},
        height="content",
        on_selected_change=_ignore,
        on_off_change=_ignore,
        on_expand_change=_ignore,
    )
    known = {dot.id for dot in drawing.dots}
    selected = result.get("selected")
    off = result.get("off") or []
    return Chosen(
        selected if selected in known else None,
        frozenset(str(kind) for kind in off),
    )


def _ignore() -> None:
    """Streamlit wants a callback for each value that a component may set; the values are read from the result."""
