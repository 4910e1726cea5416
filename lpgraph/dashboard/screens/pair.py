"""Two who were brought up together on another screen: what speaks for them, what stops it, and the way to begin."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lpgraph.dashboard import views, views_introductions, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import cards
from lpgraph.dashboard.screens.pick import set_current, today
from lpgraph.explore.entities import Entity

Go = Callable[[str, str], None]


def bring(go: Go, a: str, b: str, campaign: str = "") -> None:
    """Open the introduction of two, for a campaign if there is one."""
    st.session_state[Kept.WITH] = b
    st.session_state[Kept.FOR] = campaign
    st.session_state[Kept.VIEW] = "meet"
    st.session_state[Kept.PANEL] = (a, b, cards.INTRODUCE)
    go("introductions", a)


def forget() -> None:
    """Somebody else is looked at: there is no pair any more."""
    set_current(Kept.WITH, "with", None)
    st.session_state[Kept.FOR] = ""


def draw(backend: Backend, entity: Entity) -> None:
    """The pair above the list, while there is one."""
    one = today(backend, Kept.WITH, "with")
    other = backend.find(one) if one and one != entity.id else None
    if other is None or not views_introductions.can_meet(other):
        return
    why = backend.why_not(entity.id, other.id)
    facts = views_introductions.fact_ids((*why.gates, *why.terms))
    answer = views_introductions.answer(why, backend.names(facts))
    role = backend.lines([(other.label, other.id)]).get(other.id, "")
    with st.container(border=True, gap="xsmall", key="pair"):
        head, close = st.columns([8, 1], vertical_alignment="top")
        title = words.PAIR.format(a=clean(entity.name), b=clean(other.name))
        head.markdown(f"**{plain(title)}** · {plain(views.entity_line(other, clean(role)))}")
        if close.button(words.CLOSE, key=Key.PAIR_CLOSE, type="tertiary"):
            forget()
            st.rerun()
        for text in answer.stops:
            st.text(text)
        if answer.stops:
            return
        for term in answer.terms[: views_introductions.MOST_REASONS]:
            st.text(term.text)
        if not answer.terms:
            st.text(words.PAIR_NOTHING)
        brokers = backend.introducing.brokers(entity.id, other.id)
        campaign = str(st.session_state.get(Kept.FOR) or "")
        card = views_introductions.pair_card(entity, other, why, brokers[0].id if brokers else "", campaign)
        cards.buttons(entity, card)
        cards.panel(backend, entity, card)
