"""Convenings: tables and slots for those who come, the print sheet, changes, and who met."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict

import streamlit as st

from lpgraph.convening import words as said
from lpgraph.convening.keeping import of_seating
from lpgraph.convening.plan import Seating, Wish
from lpgraph.dashboard import words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens.pick import current, set_current
from lpgraph.errors import NotFound, UsageError
from lpgraph.ids import fold

Go = Callable[[str, str], None]
Before = dict[tuple[int, str], int]


def draw(backend: Backend, _go: Go) -> None:
    """Draw the page."""
    st.header(words.PAGE_CONVENINGS, anchor=False)
    known = {one: (name, day, people) for one, name, day, people in backend.together.convenings()}
    if not known:
        st.text(words.CONVENING_START)
        return
    at = current(Kept.CONVENING, "event")
    event = st.selectbox(
        words.CONVENING_FIND, list(known), index=list(known).index(at) if at in known else None,
        format_func=lambda one: words.CONVENING_ONE.format(
            name=clean(known[one][0]), day=words.day(known[one][1]), n=words.count(known[one][2], "person", "people")
        ),
        placeholder=words.CONVENING_HINT, key=Key.CONVENING,
    )  # fmt: skip
    if not event:
        return
    set_current(Kept.CONVENING, "event", event)
    title = known[event][0]
    wish = _wish()
    made, changed = _kept(event)
    with st.container(horizontal=True):
        fresh = st.button(words.CONVENING_MAKE, key=Key.MAKE_PLAN, type="primary")
        again = made is not None and st.button(
            words.CONVENING_KEEP, key=Key.KEEP_PLAN, help=words.CONVENING_KEEP_HELP
        )  # fmt: skip
    if fresh or again:
        _plan(backend, event, wish, made if again else None)
    if made:
        _show(backend, made, title, changed=changed)


def _kept(event: str) -> tuple[Seating | None, bool]:
    """The plan that this visitor has for an event, and whether it was changed from an earlier one."""
    made, changed = st.session_state.get(Kept.PLAN) or (None, False)
    return (made, changed) if made and made.event == event else (None, False)


def _wish() -> Wish:
    tables, seats, rounds, slots = st.columns(4)
    return Wish(
        int(tables.number_input(words.CONVENING_TABLES, 0, 200, 0, key=Key.TABLES, help=words.CONVENING_TABLES_HELP)),
        int(seats.number_input(words.CONVENING_SEATS, 2, 30, 10, key=Key.SEATS)),
        int(rounds.number_input(words.CONVENING_ROUNDS, 1, 12, 1, key=Key.ROUNDS)),
        int(slots.number_input(words.CONVENING_SLOTS, 0, 12, 0, key=Key.SLOTS)),
    )


def _plan(backend: Backend, event: str, wish: Wish, kept: Seating | None) -> None:
    """A plan, fresh or kept but for what must change; what cannot be done is said."""
    text = st.session_state.get(Key.LOCKED, "") if kept else ""
    before = of_seating(kept) if kept else None
    try:
        with st.spinner(words.CONVENING_WORKING):
            made = backend.together.plan(event, _locked(wish, text, kept), before)
    except (NotFound, UsageError) as why:
        st.warning(plain(str(why)))
        return
    st.session_state[Kept.PLAN] = (made, kept is not None)
    st.rerun()


def _locked(wish: Wish, text: str, kept: Seating | None) -> Wish:
    """The wish with the seats that somebody fixed. Raises ``UsageError`` naming the line that cannot be read."""
    names = {fold(name): one for one, name in said.names_of(kept).items()} if kept else {}
    locked: Before = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _, place = line.rpartition("=")
        number, _, table = place.strip().rpartition(":")
        one = names.get(fold(name))
        if one is None or not table.strip().isdigit() or (number and not number.strip().isdigit()):
            raise UsageError(words.CONVENING_LOCK_WRONG.format(line=line))
        rounds = [int(number)] if number else range(1, wish.rounds + 1)
        locked |= {(at, one): int(table) for at in rounds}
    return Wish(wish.tables, wish.seats, wish.rounds, wish.slots, locked)


def _show(backend: Backend, made: Seating, title: str, *, changed: bool) -> None:
    names = said.names_of(made)
    st.subheader(plain(title), anchor=False)
    st.text(said.head(made))
    if changed:
        moved = ", ".join(clean(names.get(one, one)) for one in made.moved)
        st.text(words.CONVENING_MOVED.format(names=moved) if moved else words.CONVENING_MOVED_NONE)
    if made.clashes:
        both = "; ".join(f"{clean(names[a])} – {clean(names[b])}" for a, b in made.clashes)
        st.warning(plain(words.CONVENING_CLASHES.format(pairs=both)))
    if made.unhosted:
        st.text(words.CONVENING_UNHOSTED.format(names=", ".join(clean(names[one]) for one in made.unhosted)))
    why = backend.together.reasons(made)
    st.text_area(words.CONVENING_LOCK, key=Key.LOCKED, help=words.CONVENING_LOCK_HELP, height=80)
    _take_along(backend, made, title, why)
    for number, tables in enumerate(made.rounds, 1):
        st.markdown(f"**{words.CONVENING_ROUND.format(n=number)}**")
        columns = st.columns(2, gap="medium")
        for place, table in enumerate(tables):
            with columns[place % 2].container(border=True, gap="xsmall"):
                st.markdown(f"**{words.CONVENING_TABLE.format(n=table.number)}**")
                st.text("\n".join(clean(said.line(guest)) for guest in table.guests))
                st.caption(plain(" · ".join(clean(text) for text in said.explained(table, names, why))))
    for number, pairs in enumerate(made.slots, 1):
        st.markdown(f"**{words.CONVENING_SLOT.format(n=number)}**")
        st.text("\n".join(f"{clean(names[n.a])} – {clean(names[n.b])}" for n in pairs))


def _met(backend: Backend, made: Seating, title: str) -> None:
    """Write it down once; another plan of the same event must be taken back first."""
    try:
        written = backend.together.met(made, title, str(st.session_state.get(Kept.AUTHOR, "")))
    except UsageError as why:
        st.warning(plain(str(why)))
        return
    said_so = words.CONVENING_MET_BEFORE if written.before else words.CONVENING_MET_DONE
    st.session_state[Kept.LAST_STANCE] = (written.entry, said_so)


def _take_along(backend: Backend, made: Seating, title: str, why: Mapping[tuple[str, str], str]) -> None:
    """The print sheet, the plan as a file, and one click afterwards."""
    with st.container(horizontal=True):
        st.download_button(
            words.CONVENING_PRINT, said.sheet(made, title, why, words.day(backend.graph_of())), "seating.html",
            "text/html", key=Key.PRINT, icon=":material/print:",
        )  # fmt: skip
        st.download_button(
            words.CONVENING_JSON, json.dumps(asdict(made), ensure_ascii=False, indent=1), "plan.json",
            "application/json", key=Key.PLAN_JSON,
        )  # fmt: skip
        if st.button(words.CONVENING_MET, key=Key.MET, help=words.CONVENING_MET_HELP):
            _met(backend, made, title)
    last = st.session_state.get(Kept.LAST_STANCE)
    if last and last[1] in (words.CONVENING_MET_DONE, words.CONVENING_MET_BEFORE):
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.text(last[1], width="stretch")
            if st.button(words.UNDO, key=Key.STANCE_UNDO, icon=":material/undo:"):
                backend.unlog(last[0])
                st.session_state[Kept.LAST_STANCE] = None
                st.rerun()
