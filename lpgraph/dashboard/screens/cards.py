"""What a suggestion can be answered with: begin an introduction, or say why not."""

from __future__ import annotations

import streamlit as st

from lpgraph.dashboard import views_board, views_introductions, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.introducing import Introducing
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import me
from lpgraph.dashboard.views_introductions import Card
from lpgraph.errors import UsageError
from lpgraph.explore.entities import Entity
from lpgraph.introductions.record import Plan

INTRODUCE, WHY = "introduce", "why"
ANSWERS = {"already_know": words.ANSWER_KNOW, "bad_time": words.ANSWER_TIME, "not_relevant": words.ANSWER_RELEVANT,
           "do_not_introduce": words.DO_NOT_INTRODUCE}  # fmt: skip
_ICONS = {"already_know": ":material/group:", "bad_time": ":material/schedule:",
          "not_relevant": ":material/thumb_down:", "do_not_introduce": ":material/block:"}  # fmt: skip


def buttons(entity: Entity, card: Card) -> None:
    """The two buttons of a card; each opens its panel below."""
    with st.container(horizontal=True, gap="small", horizontal_alignment="right"):
        for panel, label, key in (
            (INTRODUCE, words.INTRODUCE, Key.INTRODUCE),
            (WHY, words.WHY_NOT_CARD, Key.WHY_CARD),
        ):
            if st.button(label, key=key.of(card.id), type="secondary" if panel == INTRODUCE else "tertiary"):
                same = st.session_state.get(Kept.PANEL) == (entity.id, card.id, panel)
                st.session_state[Kept.PANEL] = None if same else (entity.id, card.id, panel)


def panel(backend: Backend, entity: Entity, card: Card) -> None:
    """What was opened of a card."""
    match st.session_state.get(Kept.PANEL):
        case (entity.id, card.id, panel) if panel == INTRODUCE:
            _introduce(backend, entity, card)
        case (entity.id, card.id, _):
            _why(backend, entity, card)


def _introduce(backend: Backend, entity: Entity, card: Card) -> None:
    introducing = backend.introducing
    who, campaign = views_introductions.asking(entity, card)
    brokers = {broker.id: broker for broker in introducing.brokers(who, card.id)}
    options = [*brokers, ""]
    with st.container(border=True, key="introduce-panel"):
        if campaign:
            st.caption(plain(words.INTRODUCE_FOR.format(name=clean(backend.names([who]).get(who, who)))))
        first, second, third = st.columns([2.4, 1.2, 1.2])
        broker = first.selectbox(
            words.INTRODUCE_BROKER,
            options,
            index=options.index(card.broker_id) if card.broker_id in options else 0,
            format_func=lambda one: views_board.broker_text(brokers[one]) if one else words.INTRODUCE_NOBODY,
            key=Key.INTRODUCE_BROKER,
        )
        owner = second.text_input(words.INTRODUCE_OWNER, value=me.name(), key=Key.INTRODUCE_OWNER, max_chars=80)
        day = third.date_input(
            words.INTRODUCE_DUE,
            value=views_board.due_day(backend.book().day),
            key=Key.INTRODUCE_DUE,
            format="YYYY-MM-DD",
        )
        note = st.text_input(words.INTRODUCE_NOTE, key=Key.INTRODUCE_NOTE, max_chars=500)
        if st.button(words.INTRODUCE_BEGIN, key=Key.INTRODUCE_BEGIN, type="primary"):
            plan = Plan(who, card.id, broker or "", (owner or "").strip(), campaign, str(day or ""), note or "",
                        score=card.score)  # fmt: skip
            _begin(introducing, plan, entity, card)


def _begin(introducing: Introducing, plan: Plan, entity: Entity, card: Card) -> None:
    author = me.name() or plan.owner
    try:
        said = introducing.begin(plan, author)
    except UsageError as error:
        st.warning(plain(str(error)))
        return
    if not me.name():
        st.session_state[Kept.AUTHOR] = plan.owner
    _done(said.entry, words.INTRODUCE_DONE.format(a=clean(entity.name), b=card.name))


def _why(backend: Backend, entity: Entity, card: Card) -> None:
    """Four answers, and what was looked at."""
    who, campaign = views_introductions.asking(entity, card)
    with st.container(border=True, key="why-panel"):
        st.caption(words.WHY_NOT_ANSWERS)
        with st.container(horizontal=True, gap="small"):
            for event, label in ANSWERS.items():
                key = Key.DO_NOT_INTRODUCE if event == "do_not_introduce" else Key.ANSWER
                if event == "do_not_introduce" and not card.can_bar:
                    continue
                if st.button(label, key=key.of(f"{event}:{card.id}"), icon=_ICONS[event]):
                    plan = Plan(who, card.id, campaign=campaign, score=card.score, reason=card.kinds)
                    said = backend.introducing.decline(plan, event, me.name())
                    _done(said.entry, _said(event, entity, card, label))
        why = backend.why_not(who, card.id)
        answer = views_introductions.answer(why, {})
        with st.expander(words.PASSED.format(n=words.count(len(answer.passes), "rule")), type="compact"):
            st.text("\n".join(answer.passes))


def _said(event: str, entity: Entity, card: Card, label: str) -> str:
    a, b = clean(entity.name), card.name
    if event == "do_not_introduce":
        return words.DO_NOT_INTRODUCE_DONE.format(a=a, b=b)
    return words.ANSWERED.format(a=a, b=b, what=label[:1].lower() + label[1:])


def _done(entry: str, text: str) -> None:
    """Say what was written on top of the list, with the way back."""
    st.session_state[Kept.LAST_ENTRY] = (entry, text)
    st.session_state[Kept.PANEL] = None
    st.rerun()
