"""Policies: one page a policy, could it work in a city, whom to ask, and the questions that officials asked."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lpgraph.dashboard import views_policies, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.graph.kinds import INK
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import pair
from lpgraph.dashboard.screens.pick import current, pick, pick_area, set_current
from lpgraph.policies import words as said
from lpgraph.policies.page import Here, Page, Place, Sponsor
from lpgraph.policies.questions import ANSWERED, Question

Go = Callable[[str, str], None]


def draw(backend: Backend, go: Go) -> None:
    """Draw the page."""
    st.header(words.PAGE_POLICIES, anchor=False)
    known = {one: (name, n, areas) for one, name, n, areas in backend.together.policies()}
    if not known:
        st.text(words.POLICIES_NONE)
        return
    left, right = st.columns(2, vertical_alignment="bottom")
    at = current(Kept.POLICY, "policy")
    with left:
        options = sorted(known, key=lambda one: (-known[one][2], known[one][0]))
        chosen = st.selectbox(
            words.POLICY_PICK, options, index=options.index(at) if at in known else 0,
            format_func=lambda one: f"{clean(known[one][0])} ({words.count(known[one][2], 'place')})",
            key=Key.POLICY_PICK,
        )  # fmt: skip
    set_current(Kept.POLICY, "policy", chosen)
    with right:
        area = pick_area(backend, Key.POLICY_FOR, words.POLICY_FOR, words.POLICY_FOR_HINT)
    found = backend.together.policy(chosen, known[chosen][0])
    st.subheader(plain(found.name), anchor=False)
    if area and (local := backend.together.here(found, area)):
        _here(backend, go, local)
    _places(found)
    _rest(go, found)
    _questions(backend, found)


def _here(backend: Backend, go: Go, local: Here) -> None:
    """Could this law work here: facts and people to ask, no verdict. Asking one is an introduction."""
    with st.container(border=True):
        st.markdown(f"**{plain(words.POLICY_HERE.format(city=local.city.name))}**")
        for line in views_policies.here_lines(local):
            st.text(line)
        if not local.alike:
            st.text(words.POLICY_ALIKE_NONE)
        asker = (
            pick(backend, Key.POLICY_WHO, words.POLICY_WHO, "person", words.POLICY_WHO_HINT) if local.alike else None
        )
        for near, place in local.alike:
            st.text(views_policies.alike_line(near, place))
            for sponsor in place.best.sponsors:
                _sponsor(go, place, sponsor, asker)


def _sponsor(go: Go, place: Place, sponsor: Sponsor, asker: str | None) -> None:
    """Whoever wrote it, with the row that says so; an introduction to them where somebody asks."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if sponsor.quiet:
            st.text(words.POLICY_QUIET.format(name=clean(sponsor.name)))
        else:
            name = plain(words.POLICY_ASK.format(name=clean(sponsor.name)))
            key = Key.POLICY_OPEN.of(f"{place.city.id}:{sponsor.id}")
            if st.button(name, key=key, icon=":material/handshake:"):
                if asker:
                    pair.bring(go, asker, sponsor.id)
                else:
                    go("explore", sponsor.id)
        st.caption(plain(said.row(sponsor.said[0] if sponsor.said else None)))


def _places(found: Page) -> None:
    rows = views_policies.rows(found)
    st.caption(plain(words.POLICY_COUNT.format(n=words.count(len(found.places), "city", "cities"))))
    st.dataframe(
        rows,
        column_config={**words.POLICY_COLUMNS, "link": st.column_config.LinkColumn(words.POLICY_LINK)},
        hide_index=True,
    )
    if found.timeline:
        st.markdown(f"**{words.POLICY_TIMELINE}**")
        ink = INK[str(st.context.theme.type or "light")]
        st.altair_chart(views_policies.timeline(found, ink), width="stretch")


def _rest(go: Go, found: Page) -> None:
    left, right = st.columns(2, gap="medium")
    with left:
        if found.experts:
            st.markdown(f"**{words.POLICY_EXPERTS}**")
        for expert in found.experts:
            label = plain(f"{clean(expert.name)} ({expert.kind})")
            if st.button(label, key=Key.POLICY_OPEN.of(f"expert:{expert.id}:{expert.kind}"), type="tertiary"):
                go("explore", expert.id)
            st.caption(plain(" · ".join(p for p in (clean(expert.note), said.row(expert.said)) if p)))
        _lines(words.POLICY_INTERESTED, [clean(one.name) for one in found.interested])
    with right:
        _lines(words.POLICY_RESOURCES, views_policies.resources(found))
        _lines(words.POLICY_ALTERNATIVES, [clean(name) for _, name, _ in found.alternatives])
        _lines(words.POLICY_BUDGET, views_policies.budget(found))


def _lines(title: str, lines: list[str]) -> None:
    if lines:
        st.markdown(f"**{title}**")
        st.text("\n".join(lines))


def _questions(backend: Backend, found: Page) -> None:
    """What was asked about this policy, and a form for the next one."""
    st.markdown(f"**{words.QUESTIONS_TITLE}**")
    looked = st.text_input(words.QUESTIONS_FIND, key=Key.QUESTION_FIND, type="search")
    asked = backend.together.questions(found.id, looked)
    if not asked:
        st.text(words.QUESTIONS_NONE)
    for one in asked:
        _question(backend, one)
    with st.expander(words.QUESTION_SAVE):
        who = pick(backend, Key.QUESTION_WHO, words.QUESTION_WHO, "person", words.FIND_PEOPLE_HINT)
        text = st.text_area(words.QUESTION_TEXT, key=Key.QUESTION_TEXT)
        assignee = st.text_input(words.QUESTION_ASSIGN, key=Key.QUESTION_ASSIGN)
        ready = bool(who and text.strip())
        if st.button(words.QUESTION_SAVE, key=Key.QUESTION_SAVE, type="primary", disabled=not ready) and who:
            backend.together.ask(who, text, found.id, assignee, _author())
            st.toast(words.QUESTION_SAVED)
            st.rerun()


def _question(backend: Backend, one: Question) -> None:
    with st.container(border=True, gap="xsmall"):
        st.text(clean(one.text))
        parts = (clean(one.by_name), clean(one.area_name), words.day(one.asked), clean(one.assignee))
        st.caption(plain(" · ".join(p for p in parts if p)))
        if one.status == ANSWERED:
            st.text(words.ANSWERED_ON.format(day=words.day(one.answered), answer=clean(one.answer)))
            if one.link:
                st.text(clean(one.link))
            return
        with st.expander(words.ANSWER_SAVE):
            text = st.text_area(words.ANSWER_TEXT, key=Key.ANSWER_TEXT.of(one.id))
            link = st.text_input(words.ANSWER_LINK, key=Key.ANSWER_LINK.of(one.id))
            save = st.button(words.ANSWER_SAVE, key=Key.ANSWER_SAVE.of(one.id), disabled=not text.strip())
            if save:
                backend.together.answer(one.id, text, link, _author())
                st.rerun()


def _author() -> str:
    return str(st.session_state.get(Kept.AUTHOR, ""))
