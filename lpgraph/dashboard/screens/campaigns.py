"""What is typed about campaigns: how one stands in a key city, a new one, and who works on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from lpgraph.coalitions.coverage import Cell
from lpgraph.coalitions.editing import TIERS
from lpgraph.coalitions.scene import Scene
from lpgraph.dashboard import words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens.pick import pick
from lpgraph.errors import NotFound, UsageError
from lpgraph.names.stages import Stage

_WORKERS = "person,official,organization,union"


def draw(backend: Backend, scene: Scene, cell: Cell) -> None:
    """Three small forms, folded: this key city, who works on it here, another campaign or city."""
    at = f"{cell.city.campaign}:{cell.city.area}"
    with st.expander(words.CITY_EDIT, icon=":material/edit:", key=f"city-edit:{at}"):
        _city(backend, scene, cell, at)
    with st.expander(words.WORK_EDIT, icon=":material/group_add:", key=f"work-edit:{at}"):
        _work(backend, scene, cell.city.campaign, at)
    fresh(backend, cell.city.campaign)


def fresh(backend: Backend, campaign: str = "") -> None:
    """The form for a key city more of a campaign, or for a new campaign."""
    with st.expander(words.CAMPAIGN_NEW, icon=":material/add:", key="campaign-new"):
        name = st.text_input(words.CAMPAIGN_NAME, key=Key.CAMPAIGN_NAME, max_chars=120, help=words.CAMPAIGN_NAME_HELP)
        area = st.text_input(words.CAMPAIGN_AREA, key=Key.CAMPAIGN_AREA, max_chars=120, placeholder="Denver, CO")
        tier = st.selectbox(words.CITY_TIER, ["", *TIERS], key=Key.CAMPAIGN_TIER)
        if st.button(words.CAMPAIGN_ADD, key=Key.CAMPAIGN_ADD, type="primary"):
            if not area.strip() or not (name.strip() or campaign):
                st.warning(words.CAMPAIGN_NEEDS)
                return
            together = backend.together
            if name.strip():
                _write(lambda: together.new_campaign(name, area, tier, _author()), words.CAMPAIGN_ADDED)
            else:
                _write(lambda: together.set_city(campaign, area, {"tier": tier}, _author()), words.CAMPAIGN_ADDED)


def _city(backend: Backend, scene: Scene, cell: Cell, at: str) -> None:
    city = cell.city
    stages = [str(s) for s in Stage if s is not Stage.UNKNOWN]
    left, middle, right = st.columns(3)
    tiers = ["", *TIERS] if city.tier in ("", *TIERS) else [city.tier, "", *TIERS]
    tier = left.selectbox(words.CITY_TIER, tiers, index=tiers.index(city.tier), key=Key.CITY_TIER.of(at))
    options = ["", *stages] if city.stage in ("", *stages) else [city.stage, "", *stages]
    stage = middle.selectbox(
        words.CITY_STAGE, options, index=options.index(city.stage), format_func=clean, key=Key.CITY_STAGE.of(at)
    )
    vote = right.date_input(words.CITY_VOTE, _day(city.next_vote), key=Key.CITY_VOTE.of(at), format="YYYY-MM-DD")
    owner = st.text_input(words.CITY_OWNER, clean(city.owner), key=Key.CITY_OWNER.of(at), max_chars=120)
    with st.container(horizontal=True):
        save = st.button(words.CITY_SAVE, key=Key.CITY_SAVE.of(at), type="primary")
        end = st.button(words.CITY_END, key=Key.CITY_END.of(at), type="tertiary", help=words.CITY_END_HELP)
    told = words.CITY_SAVED.format(campaign=clean(scene.name(city.campaign)), city=clean(scene.name(city.area)))
    if save:
        fields = {"tier": tier or "", "stage": stage or "", "next_vote": str(vote or ""), "owner": owner}
        _write(lambda: backend.together.set_city(city.campaign, city.area, fields, _author()), told)
    if end:
        _write(lambda: backend.together.end_city(city.campaign, city.area, _author()), told)


def _work(backend: Backend, scene: Scene, campaign: str, at: str) -> None:
    who = pick(backend, Key.WORK_WHO.of(at), words.WORK_WHO, _WORKERS)
    left, middle, right = st.columns(3)
    stances = words.WORK_STANCES
    stance = left.selectbox(
        words.ENTRY_STANCE, list(stances), format_func=stances.__getitem__, key=Key.WORK_STANCE.of(at)
    )
    role = middle.text_input(words.ENTRY_ROLE, key=Key.WORK_ROLE.of(at), max_chars=80)
    influence = right.selectbox(words.WORK_INFLUENCE, ["", "high", "medium", "low"], key=Key.WORK_INFLUENCE.of(at))
    if st.button(words.WORK_SAVE, key=Key.WORK_SAVE.of(at), type="primary"):
        if not who:
            st.warning(words.WORK_NEEDS)
            return
        told = words.WORK_SAVED.format(campaign=clean(scene.name(campaign)))
        fields = {"stance": stance, "role": role, "influence": influence or ""}
        _write(lambda: backend.together.involve(who, campaign, fields, _author()), told)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _author() -> str:
    return str(st.session_state.get(Kept.AUTHOR, ""))


def _write(write: Callable[[], str], told: str) -> None:
    """Write it down and say so, with the way back; what is wrong is said instead."""
    try:
        entry = write()
    except (UsageError, NotFound) as why:
        st.warning(plain(str(why)))
        return
    st.session_state[Kept.LAST_STANCE] = (entry, told)
    st.rerun()
