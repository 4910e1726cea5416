"""One campaign in one key city: the triad as a picture, who could fill what is empty, votes, who holds it together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lpgraph.coalitions import words as said
from lpgraph.coalitions.coverage import Cell
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.triad import Corner, Triad
from lpgraph.coalitions.votes import Count
from lpgraph.dashboard import graph, views_coalitions, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import pair
from lpgraph.names.stances import Vote

Go = Callable[[str, str], None]


def draw(backend: Backend, go: Go, scene: Scene, cell: Cell) -> None:
    """The whole of one cell of the grid."""
    found = cell.triad
    title = words.TRIAD_TITLE.format(campaign=scene.name(found.campaign), city=scene.name(found.area))
    st.subheader(plain(title), anchor=False)
    st.text(clean(said.city_line(scene, found, cell)))
    with st.container(key="triad-box"):
        left, right = st.columns([1.5, 1], gap="medium")
    with left:
        key = Key.TRIAD.of(f"{found.campaign}:{found.area}")
        chosen = graph.draw(views_coalitions.drawing(scene, found), key, height=430)
        st.caption(words.TRIAD_SCORE.format(score=f"{found.score:g}"))
    with right:
        _corners(scene, found)
        if chosen.selected and chosen.selected in scene.members:
            name = clean(scene.members[chosen.selected].name)
            if st.button(plain(name), key=Key.TRIAD_OPEN, icon=":material/hub:"):
                go("explore", chosen.selected)
    asked = str(chosen.selected or "").removeprefix("ghost:")  # a ghost that is clicked opens its candidates first
    for corner in sorted(found.missing, key=lambda c: c != asked):
        _candidates(backend, go, found, corner)
    for side in found.open_sides:
        st.text(clean(said.bridge_line(side, backend.together.bridges(found, side))))
    _votes(backend, scene, backend.together.count(found.campaign, found.area))
    _structure(backend, found)


def _corners(scene: Scene, found: Triad) -> None:
    for corner in found.corners:
        st.text(clean(said.corner_line(corner)))
    st.markdown(f"**{words.TRIAD_TIES}**")
    for side in found.sides:
        st.text(clean(said.side_line(scene, side)))


def _candidates(backend: Backend, go: Go, found: Triad, corner: Corner) -> None:
    """Who could fill an empty corner, ranked by the introductions' score, with brokers; one click begins with them."""
    st.markdown(f"**{words.COULD_JOIN.format(corner=said.CORNER[corner].lower())}**")
    some = backend.together.candidates(found.campaign, found.area, corner)
    if not some:
        st.text(words.COULD_NONE)
    for one in some:
        with st.container(border=True, gap="xsmall"):
            head, act = st.columns([6, 1.4], vertical_alignment="top")
            head.markdown(f"**{plain(views_coalitions.candidate_line(one))}**")
            if one.by and act.button(
                words.COULD_INTRODUCE, key=Key.COULD.of(f"{corner}:{one.member.id}"), type="tertiary",
                icon=":material/handshake:",
            ):  # fmt: skip
                pair.bring(go, one.by.id, one.member.id, found.campaign)
            st.text(views_coalitions.candidate_why(one))
            if one.broker:
                st.caption(plain(words.COULD_BROKER.format(name=clean(one.broker.name), n=one.broker.load)))


def _votes(backend: Backend, scene: Scene, found: Count) -> None:
    """The count; a vote is changed in its cell, dated, with its author, and undoable."""
    st.markdown(f"**{words.VOTES_TITLE}**")
    if not found.seats:
        st.text(words.VOTES_NONE)
        return
    st.text(clean(said.count_line(scene, found)))
    for line in said.doubt_lines(found):
        st.caption(plain(line))
    rows = views_coalitions.vote_rows(found)
    columns: dict[str, Any] = dict(words.VOTE_COLUMNS)
    columns["vote"] = st.column_config.SelectboxColumn(
        words.VOTE_COLUMNS["vote"], options=[str(v) for v in Vote], required=True
    )
    for wide in ("says", "movers"):
        columns[wide] = st.column_config.TextColumn(words.VOTE_COLUMNS[wide], width="large")
    edited = st.data_editor(
        rows, column_config=columns, hide_index=True, disabled=["seat", "who", "says", "movers"],
        key=Key.VOTES.of(f"{found.campaign}:{found.area}:{hash(tuple(r['vote'] for r in rows))}"),
    )  # fmt: skip
    st.caption(words.VOTES_HELP)
    if history := views_coalitions.history(found):
        with st.expander(words.VOTES_HISTORY, icon=":material/history:"):
            st.text("\n".join(history))
    for member, vote in views_coalitions.vote_changes(found, edited):
        author = str(st.session_state.get(Kept.AUTHOR, ""))
        entry = backend.together.stance(member.id, found.campaign, words.VOTE_STANCE[vote], author)
        told = words.VOTE_SAVED.format(who=clean(member.name), vote=vote)
        st.session_state[Kept.LAST_STANCE] = (entry, told)
        st.rerun()


def _structure(backend: Backend, found: Triad) -> None:
    st.markdown(f"**{words.HOLDS_TITLE}**")
    whole = backend.together.structure(found.campaign, found.area)
    lines = said.structure_lines(whole)
    nothing = words.HOLDS_NONE if whole.members else words.HOLDS_NOBODY
    st.text("\n".join(clean(line) for line in lines) or nothing)
