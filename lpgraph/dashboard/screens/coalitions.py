"""Coalitions: where the gaps are, one triad with its votes, turnover, and what if."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lpgraph.coalitions import words as said
from lpgraph.coalitions.coverage import Cell, states, unlinked_leads
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.turnover import Handover, ending
from lpgraph.dashboard import maps, views_coalitions, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import campaigns, pair, triad
from lpgraph.dashboard.screens.pick import current, set_current

Go = Callable[[str, str], None]


def draw(backend: Backend, go: Go) -> None:
    """Draw the page."""
    st.header(words.PAGE_COALITIONS, anchor=False)
    scene = backend.together.scene()
    if not scene.key_cities:
        st.text(words.COALITIONS_NONE)
        campaigns.fresh(backend)
        return
    _undo_last(backend)
    named = {c.campaign: clean(scene.name(c.campaign)) for c in scene.key_cities}
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        chosen = st.selectbox(
            words.COALITION_CAMPAIGN, ["", *sorted(named, key=named.__getitem__)],
            format_func=lambda one: named.get(one, words.COALITION_ALL), key=Key.COALITION,
        )  # fmt: skip
    with right:
        view = st.segmented_control(
            words.COALITION_VIEW, list(words.COALITION_VIEWS), default="gaps",
            format_func=words.COALITION_VIEWS.__getitem__, key=Key.COALITION_VIEW,
        )  # fmt: skip
    cells = tuple(c for c in backend.together.grid() if not chosen or c.city.campaign == chosen)
    if view == "map":
        _map(scene, cells)
    elif view == "turnover":
        _turnover(backend, go, scene)
    elif view == "what-if":
        _what_if(backend, scene)
    else:
        _gaps(backend, go, scene, cells, chosen)


def _gaps(backend: Backend, go: Go, scene: Scene, cells: tuple[Cell, ...], campaign: str) -> None:
    """The grid, and the triad of what is chosen in it."""
    when = words.day(backend.graph_of())
    st.caption(plain(words.GAPS_COUNT.format(n=words.count(len(cells), "key city", "key cities"), when=when)))
    table = st.dataframe(
        views_coalitions.grid_rows(scene, cells),
        column_config=_columns(),
        hide_index=True,
        height=min(420, 38 + 35 * len(cells)),
        on_select="rerun",
        selection_mode="single-row",
        key=Key.COALITION_GRID.of(campaign),
    )
    rows = table.selection.rows if table else []
    if rows:
        city = cells[rows[0]].city
        set_current(Kept.CELL, "cell", f"{city.campaign}|{city.area}")
    at = current(Kept.CELL, "cell") or ""
    cell = next((c for c in cells if f"{c.city.campaign}|{c.city.area}" == at), cells[0] if cells else None)
    if cell:
        triad.draw(backend, go, scene, cell)
        campaigns.draw(backend, scene, cell)
    if campaign:
        _leads(go, scene, campaign)


def _columns() -> dict[str, Any]:
    made: dict[str, Any] = dict(words.GRID_COLUMNS)
    made["score"] = st.column_config.ProgressColumn(
        words.GRID_COLUMNS["score"], min_value=0, max_value=6, format="%.1f", width="small"
    )
    return made


def _leads(go: Go, scene: Scene, campaign: str) -> None:
    """Leads of two key cities who are not tied: an introduction across cities."""
    found = unlinked_leads(scene, campaign)
    if not found:
        return
    st.markdown(f"**{words.LEADS_TITLE}**")
    for one in found[:10]:
        (area_a, a), (area_b, b) = one.a, one.b
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(
                f"{clean(a.name)} ({clean(scene.name(area_a))}) – {clean(b.name)} ({clean(scene.name(area_b))})",
                width="stretch",
            )
            if st.button(words.COULD_INTRODUCE, key=Key.LEADS.of(f"{a.id}:{b.id}"), type="tertiary"):
                pair.bring(go, a.id, b.id, campaign)


def _map(scene: Scene, cells: tuple[Cell, ...]) -> None:
    rows = views_coalitions.state_rows(states(scene, cells))
    st.altair_chart(maps.states(rows, words.MAP_TITLE, words.MAP_COLUMNS), width="stretch")
    st.caption(plain(words.MAP_COUNT.format(n=words.count(len(rows), "state"))))
    columns: dict[str, Any] = {**words.MAP_COLUMNS}
    columns["score"] = st.column_config.NumberColumn(words.MAP_COLUMNS["score"], format="%.1f")
    st.dataframe(rows, column_config=columns, column_order=list(words.MAP_COLUMNS), hide_index=True)


def _what_if(backend: Backend, scene: Scene) -> None:
    """Several leave together: what each key city loses."""
    involved = {i.who for some in scene.involved.values() for i in some}
    named = {one: f"{clean(scene.members[one].name)} · {clean(scene.members[one].where)}" for one in involved}
    gone = st.multiselect(
        words.WHAT_IF_WHO, sorted(named, key=named.__getitem__), format_func=named.__getitem__,
        help=words.WHAT_IF_HINT, key=Key.WHAT_IF,
    )  # fmt: skip
    if not gone:
        st.text(words.WHAT_IF_HINT)
        return
    with st.container(border=True):
        for line in said.what_if_lines(scene, backend.together.what_if(gone)):
            st.text(clean(line))


def _turnover(backend: Backend, go: Go, scene: Scene) -> None:
    """Seats that changed hands, with what lost its person; then terms that end."""
    found = backend.together.turnover()
    if not found:
        st.text(words.TURNOVER_NONE)
    for number, one in enumerate(found):
        with st.container(border=True, gap="xsmall"):
            follows = (
                words.TURNOVER_FOLLOWS.format(name=clean(one.successor.name))
                if one.successor
                else words.TURNOVER_NOBODY
            )
            seat = clean(said.seat_name(one.seat.name, scene.name(one.seat.body)))
            st.text(
                words.TURNOVER_LEFT.format(
                    who=clean(one.outgoing.name), seat=seat, day=words.day(one.seat.end), follows=follows
                )
            )
            _orphans(backend, go, scene, one, number)
    soon = ending(scene)
    if soon:
        with st.expander(f"{words.ENDING_TITLE} ({words.number(len(soon))})"):
            st.text("\n".join(clean(line) for line in said.turnover_lines(scene, (), soon)))


def _orphans(backend: Backend, go: Go, scene: Scene, one: Handover, number: int) -> None:
    for work in one.orphaned:
        campaign = clean(scene.name(work.campaign))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(words.TURNOVER_LOST.format(campaign=campaign, role=clean(work.role) or "person"), width="stretch")
            key = f"{number}:{work.campaign}"
            if one.successor and st.button(
                plain(words.HAND_OVER.format(name=clean(one.successor.name))), key=Key.HAND_OVER.of(key)
            ):
                note = f"takes over from {one.outgoing.name}"
                entry = backend.together.stance(one.successor.id, work.campaign, "supports", _author(), note)
                told = words.HANDED_OVER.format(name=clean(one.successor.name), campaign=campaign)
                _written(entry, told)
            if st.button(words.END_WORK, key=Key.END_WORK.of(key)):
                entry = backend.together.stance(one.outgoing.id, work.campaign, "none", _author())
                _written(entry, words.ENDED_WORK.format(name=clean(one.outgoing.name), campaign=campaign))
    for hanging in one.introductions:
        st.text(f"{words.TURNOVER_HANG.format(n=words.count(1, 'introduction'))}: "
                f"{', '.join(clean(scene.name(p)) for p in hanging.parties)}")  # fmt: skip
    if one.introductions and st.button(words.PAGE_INTRODUCTIONS, key=Key.LEADS.of(f"hang:{number}"), type="tertiary"):
        go("introductions", one.outgoing.id)


def _author() -> str:
    return str(st.session_state.get(Kept.AUTHOR, ""))


def _written(entry: str, told: str) -> None:
    st.session_state[Kept.LAST_STANCE] = (entry, told)
    st.rerun()


def _undo_last(backend: Backend) -> None:
    """What was just written down, with the way back."""
    last = st.session_state.get(Kept.LAST_STANCE)
    if not last:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.text(last[1], width="stretch")
        if st.button(words.UNDO, key=Key.STANCE_UNDO, icon=":material/undo:"):
            backend.unlog(last[0])
            st.session_state[Kept.LAST_STANCE] = None
            st.rerun()
