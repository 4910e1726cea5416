"""Introductions: whom somebody should meet, why, through whom; and why not somebody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lpgraph.dashboard import views, views_introductions, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import board, cards, me, noting, pair
from lpgraph.dashboard.screens.pick import newly, pick, set_current, today
from lpgraph.dashboard.views_introductions import Because, Card
from lpgraph.explore.entities import Entity
from lpgraph.introductions import shown
from lpgraph.introductions.model import Ask
from lpgraph.model import Label

Go = Callable[[str, str], None]


def draw(backend: Backend, go: Go) -> None:
    """Draw the page."""
    st.header(words.PAGE_INTRODUCTIONS, anchor=False)
    if one := st.query_params.get("introduction"):
        board.draw_record(backend, go, one)
        return
    with st.container(key="introductions-ask"):
        left, middle, right = st.columns([2, 2, 1], vertical_alignment="bottom")
    with left:
        found = newly(
            Key.FIND,
            pick(backend, Key.FIND, words.FIND_FOR, "person,organization,union,campaign", words.FIND_PEOPLE_HINT),
        )
    with middle:
        kinds = st.segmented_control(
            words.KINDS,
            views_introductions.KINDS,
            format_func=words.KIND_WORDS.__getitem__,
            selection_mode="multi",
            key=Key.KINDS,
        )
    with right:
        elsewhere = st.toggle(words.OTHER_CITIES, key=Key.OTHER_CITIES)
    who = today(backend, Kept.WHO, "who")
    if found and found != who:
        who = found
        set_current(Kept.WHO, "who", who)
        st.session_state[Kept.VIEW] = "meet"
        pair.forget()
    if _view(who) == "board" or not who:
        _board(backend, go)
        return
    entity = backend.find(who)
    if entity is None:
        st.text(words.GONE)
        return
    city, policy, campaign = _narrower(backend)
    _list(backend, go, entity, Ask(tuple(kinds), views_introductions.TOP, campaign, policy, city, elsewhere))


def _narrower(backend: Backend) -> tuple[str | None, str | None, str | None]:
    """The filters that are seldom wanted: city, policy, campaign."""
    with st.expander(words.NARROW, type="compact"):
        first, second, third = st.columns(3)
        with first:
            city = st.text_input(words.CITY, key=Key.FILTER_CITY, placeholder=words.CITY_HINT, max_chars=80)
        with second:
            policy = pick(backend, Key.FILTER_POLICY, words.POLICY, "policy")
        with third:
            campaign = pick(backend, Key.FILTER_CAMPAIGN, words.CAMPAIGN, "campaign")
    return (city or "").strip() or None, policy, campaign


def _view(who: str | None) -> str:
    """Whether suggestions or the board are looked at; before somebody is named there is the board alone."""
    if not who:
        return "board"
    kept = st.session_state.get(Kept.VIEW) or "meet"
    chosen = st.segmented_control(
        words.VIEW,
        list(words.VIEWS),
        default=kept,
        format_func=words.VIEWS.__getitem__,
        label_visibility="collapsed",
        key=Key.VIEW.of(kept),
    )
    if chosen and chosen != kept:
        st.session_state[Kept.VIEW] = chosen
        st.rerun()
    return kept


def _board(backend: Backend, go: Go) -> None:
    """The board, or what to do where nothing was loaded yet."""
    if backend.loads():
        board.draw(backend, go)
        return
    st.text(words.EMPTY_STORE)
    if st.button(words.GO_TO_DATA, key=Key.GO_TO_DATA, type="primary"):
        go("data", "")


def _list(backend: Backend, go: Go, entity: Entity, ask: Ask) -> None:
    """The cards, and beside them the question about anybody else."""
    if not views_introductions.can_meet(entity):
        st.text(words.CANNOT_MEET.format(name=clean(entity.name)))
        return
    with st.container(key="introductions"):
        left, right = st.columns([2.4, 1], gap="medium")
    with left:
        _undo_last(backend)
        pair.draw(backend, entity)
        with st.spinner(words.THINKING):
            suggestions = backend.suggest(entity.id, ask)
        lines = backend.lines(views_introductions.refs(entity, suggestions))
        names = backend.names(views_introductions.fact_ids(r for s in suggestions for r in s.reasons))
        listed = views_introductions.cards(suggestions, entity.label, lines, names)
        st.subheader(plain(entity.name), anchor=False)
        st.text(views.entity_line(entity, lines.get(entity.id, "")))
        if not listed:
            filtered = bool(ask.kinds) or ask.other_cities or any((ask.city, ask.policy, ask.campaign))
            st.text(clean(words.NO_SUGGESTION.format(who=entity.name) if filtered else backend.why_nobody(entity.id)))
        else:
            count = words.count(len(listed), "suggestion")
            said = words.SUGGESTED.format(n=count, when=words.day(backend.graph_of()))
            st.caption(plain(" · ".join(part for part in (said, backend.weights_said()) if part)))
            noting.note(backend, shown.shown([entity.id], suggestions, me.name()))
        for card in listed:
            _card(backend, go, entity, card)
    with right:
        if entity.label != Label.CAMPAIGN:
            _why_not(backend, entity)


def _card(backend: Backend, go: Go, entity: Entity, card: Card) -> None:
    with st.container(border=True, gap="xsmall", key=f"card-{card.rank}"):
        head, explore, answers = st.columns([6, 1.3, 3.2], vertical_alignment="top")
        head.markdown(f":gray[{card.rank}] &nbsp; **{plain(card.name)}** · {plain(card.line)}")
        if explore.button(words.EXPLORE_THEM, key=Key.TO_EXPLORE.of(card.id), type="tertiary", icon=":material/hub:"):
            go("explore", card.id)
        with answers:
            cards.buttons(entity, card)
        cards.panel(backend, entity, card)
        _reasons(card.reasons)
        st.caption(plain(card.broker))
        if card.sources:
            _sources(card.sources, plain(card.sources_title))


def _reasons(reasons: Sequence[Because]) -> None:
    for reason in reasons:
        said, kind, weight = st.columns([6.6, 1.3, 2.6], vertical_alignment="top")
        said.text(reason.text)
        kind.markdown(f":gray[{plain(reason.kind)}]")
        weight.markdown(f":primary[{reason.bar}] {plain(reason.share)}")


def _sources(rows: Sequence[dict[str, str | int | None]], title: str) -> None:
    with st.expander(title, type="compact"):
        st.dataframe(list(rows), column_config=words.SOURCE_COLUMNS, hide_index=True)


def _undo_last(backend: Backend) -> None:
    """What was just marked, with the way back."""
    last = st.session_state.get(Kept.LAST_ENTRY)
    if not last:
        return
    entry, text = last
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.text(text, width="stretch")
        if st.button(words.UNDO, key=Key.UNDO, icon=":material/undo:"):
            backend.unlog(entry)
            st.session_state[Kept.LAST_ENTRY] = None
            st.toast(words.UNDONE)
            st.rerun()


def _why_not(backend: Backend, entity: Entity) -> None:
    """The gates and terms of any pair."""
    with st.container(border=True, key="why-not-box"):
        st.markdown(f"**{words.WHY_NOT}**")
        st.caption(words.WHY_NOT_HINT)
        other = pick(backend, Key.WHY_NOT, words.WHY_NOT_FIND, "person,organization,union", words.FIND_PEOPLE_HINT)
        if not other:
            return
        why = backend.why_not(entity.id, other)
        answer = views_introductions.answer(why, backend.names(views_introductions.fact_ids((*why.gates, *why.terms))))
        st.markdown(f"**{words.GATES_TITLE}**")
        for text in answer.stops or (words.NO_GATE,):
            st.text(text)
        st.markdown(f"**{words.TERMS_TITLE}**")
        if not answer.terms:
            st.text(words.NO_TERM)
        for term in answer.terms:
            st.text(f"{term.text} ({term.share})" if term.share else term.text)
        if answer.passes:
            with st.expander(words.PASSED.format(n=words.count(len(answer.passes), "rule"))):
                st.text("\n".join(answer.passes))
        if answer.sources:
            _sources(answer.sources, words.SEE_SOURCES)
