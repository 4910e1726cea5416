"""Puts what was read again into the arrays of a snapshot: rows and columns move, matrices are sewn together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lpgraph.model import Kind
from lpgraph.network.arrays import (
    AREA,
    BODY,
    CAMPAIGN,
    ISSUE,
    MEMBERSHIP,
    ORGANIZATION,
    POLICY,
    STATE,
    Events,
    Ints,
    Matrix,
    Nodes,
    Snapshot,
    Ties,
    incidence,
)
from lpgraph.network.days import day_of
from lpgraph.network.grouping import Draft, Shares, add_about, add_shared, add_words, grouped
from lpgraph.network.passage import read_passages
from lpgraph.network.places import place
from lpgraph.network.reading import Reads, is_body
from lpgraph.network.snapshot import barred, delegated, kind_of_organization, knows, truth

Row = dict[str, Any]
TOPICS = (CAMPAIGN, POLICY, ISSUE)


class Unsafe(Exception):
    """What changed reaches further than a patch can follow."""


@dataclass(frozen=True, slots=True)
class Patch:
    """What was read again: the entities that were touched, and which small readings are to be repeated whole."""

    ids: list[str]
    people: list[Row]
    organizations: list[Row]
    events: list[Row]
    knows: bool
    barred: bool
    topics: bool


def patched(store: Reads, old: Snapshot, patch: Patch) -> Snapshot:
    """The snapshot with the patch in it. Raises ``Unsafe``."""
    nodes, row = _nodes(old, patch)
    events, column = _events(old, patch)
    attended = _attended(old, patch, nodes, events, row, column)
    events = replace(events, size=np.bincount(attended.indices, minlength=len(events.ids)).astype(np.int64))
    delegates = {int(row[o]): tuple(int(row[p]) for p in who) for o, who in old.delegates.items()}
    delegates = {o: tuple(sorted(who)) for o, who in sorted(delegates.items())}
    draft = Draft()
    supports = {one: frozenset(int(row[i]) for i in rows) for one, rows in old.supports.items()}
    if patch.topics:
        supports = add_shared(store, draft, nodes, old.on)
    reread = patch.topics or len(events.ids) > int((column >= 0).sum())
    if reread:
        add_about(store, draft, events)
    add_words(draft, events, nodes)
    _states(draft, old, nodes, row)
    kept = _kept(old, row, column, topics=not patch.topics, about=not reread)
    groups, belongs, about = grouped([kept, draft.shares()], nodes, len(events.ids))
    return replace(
        old,
        nodes=nodes,
        events=events,
        attended=attended,
        delegated=delegated(attended, delegates),
        groups=groups,
        belongs=belongs,
        about=about,
        knows=knows(store, nodes.position, old.on) if patch.knows else _ties(old.knows, row),
        barred=_pairs(old.barred, row) if nodes is old.nodes and not patch.barred else barred(store, nodes, old.on),
        affiliated=_pairs(old.affiliated, row),
        delegates=delegates,
        supports=supports,
        passages=read_passages(store, dict(old.passages.homes), old.on) if patch.topics else old.passages,
    )


def _merged(old: tuple[str, ...], fresh: list[str], gone: set[str]) -> tuple[tuple[str, ...], Ints]:
    """Sorted ids with some more and some fewer, and the new place of each old one (-1 where it is gone)."""
    order = np.array([bisect_left(old, one) for one in fresh], dtype=np.int64)
    here = np.arange(len(old))
    stays = np.ones(len(old), dtype=bool)
    stays[[bisect_left(old, one) for one in gone]] = False
    place_of = here + np.searchsorted(order, here, side="right") - (np.cumsum(~stays) - ~stays)
    ids = tuple(sorted((*(one for one in old if one not in gone), *fresh))) if fresh or gone else old
    return ids, np.where(stays, place_of, -1)


def _nodes(old: Snapshot, patch: Patch) -> tuple[Nodes, Ints]:
    """The nodes with the touched ones as they are now, and the new row of each old one."""
    nodes, at = old.nodes, old.nodes.position
    rows = {one["id"]: one for one in (*patch.people, *patch.organizations)}
    if any(one in at and one not in rows for one in patch.ids):
        raise Unsafe("somebody is gone")
    grouped_ones = set(old.groups.node.tolist())
    made = {one: _node(old, at.get(one), rows[one], grouped_ones) for one in rows}
    fresh = sorted(one for one in rows if one not in at)
    if not fresh and all(_said(nodes, at[one]) == values for one, values in made.items()):
        return nodes, np.arange(len(nodes))
    ids, row = _merged(nodes.ids, fresh, set())
    position = {one: i for i, one in enumerate(ids)} if fresh else at
    columns: list[list[Any]] = []
    for name in _FIELDS:
        column: list[Any] = [""] * len(ids)
        for i, value in zip(row.tolist(), _plain(getattr(nodes, name)), strict=True):
            column[i] = value
        columns.append(column)
    for one, values in made.items():
        for column, value in zip(columns, values, strict=True):
            column[position[one]] = value
    return _of(ids, columns), row


_FIELDS = ("names", "kinds", "places", "states", "roles", "no_contact", "no_introduce", "staff", "left_office", "since")


def _plain(column: Any) -> Sequence[Any]:
    """A column as Python values."""
    values: Sequence[Any] = column.tolist() if isinstance(column, np.ndarray) else column
    return values


def _said(nodes: Nodes, i: int) -> tuple[Any, ...]:
    """All that is said of one node."""
    return tuple(getattr(nodes, name)[i] for name in _FIELDS)


def _of(ids: tuple[str, ...], columns: Sequence[Sequence[Any]]) -> Nodes:
    names, kinds, places, states, roles, no_contact, no_introduce, staff, left, since = columns
    return Nodes(
        ids,
        tuple(names),
        np.array(kinds, dtype=np.str_),
        tuple(places),
        tuple(states),
        tuple(roles),
        np.array(no_contact, dtype=bool),
        np.array(no_introduce, dtype=bool),
        np.array(staff, dtype=bool),
        np.array(left, dtype=bool),
        tuple(since),
    )


def _node(old: Snapshot, i: int | None, row: Row, grouped_ones: set[int]) -> tuple[Any, ...]:
    """What is said of a touched node: offices, memberships and areas are as they were, or none."""
    nodes, person = old.nodes, "class" not in row
    where, state = place(row["city"], row["state"]), row["state"]
    kind = str(Kind.PERSON) if person else kind_of_organization(row["class"])
    flags = (truth(row["noContact"]), truth(row["noIntroduce"]), row.get("status") == "staff")
    if i is None:
        return (row["name"], kind, where, state, "", *flags, False, "")
    if (where, state) != (nodes.places[i], nodes.states[i]) and row["id"] not in old.passages.homes:
        raise Unsafe("somebody may have moved")
    if not person and kind != nodes.kinds[i]:
        raise Unsafe("an organization is of another kind")
    if i in grouped_ones and (row["name"] != nodes.names[i] or _other_group(old, i, row["class"])):
        raise Unsafe("an organization that people belong to is called otherwise")
    told = (nodes.places[i], nodes.states[i], nodes.roles[i])
    return (row["name"], str(nodes.kinds[i]), *told, *flags, bool(nodes.left_office[i]), nodes.since[i])


def _other_group(old: Snapshot, i: int, classification: str) -> bool:
    """Whether people sit together in a body that is none now, or the other way round."""
    kind = BODY if is_body(classification) else ORGANIZATION
    return bool((old.groups.kinds[old.groups.node == i] != kind).any())


def _events(old: Snapshot, patch: Patch) -> tuple[Events, Ints]:
    """The events with the touched ones as they are now, and the new column of each old one."""
    was = old.events
    now = {one["id"]: (one["name"] or one["id"], one["startAt"] or "") for one in patch.events}
    known = {one for one in patch.ids if _at(was.ids, one) is not None}
    ids, column = _merged(was.ids, sorted(now.keys() - known), known - now.keys())
    names, days = [""] * len(ids), np.full(len(ids), np.nan)
    stays = column >= 0
    days[column[stays]] = was.day[stays]
    for i, name in zip(column.tolist(), was.names, strict=True):
        if i >= 0:
            names[i] = name
    for one, (name, start) in now.items():
        i = bisect_left(ids, one)
        names[i], days[i] = name, day_of(start)
    return Events(ids, tuple(names), days, np.empty(0, np.int64)), column


def _at(ids: tuple[str, ...], one: str) -> int | None:
    i = bisect_left(ids, one)
    return i if i < len(ids) and ids[i] == one else None


def _attended(old: Snapshot, patch: Patch, nodes: Nodes, events: Events, row: Ints, column: Ints) -> Matrix:
    """Who attended: the touched events as they are now, the others as they were."""
    touched = np.zeros(len(old.events.ids), dtype=bool)
    touched[[i for i in (_at(old.events.ids, one) for one in patch.ids) if i is not None]] = True
    was = old.attended.tocoo()
    kept = ~touched[was.col]
    at = nodes.position
    pairs = [(at[who], bisect_left(events.ids, one["id"])) for one in patch.events for who in one["who"] if who in at]
    fresh = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    rows = np.concatenate([row[was.row[kept]], fresh[:, 0]])
    columns = np.concatenate([column[was.col[kept]], fresh[:, 1]])
    return incidence(rows, columns, (len(nodes), len(events.ids)))


def _kept(old: Snapshot, row: Ints, column: Ints, *, topics: bool, about: bool) -> Shares:
    """The shares that stay: memberships and places always, topics unless they were read again, words never."""
    kinds = old.groups.kinds
    keys = tuple(zip(kinds.tolist(), old.groups.ids, strict=True))
    belongs, spoken = old.belongs.tocoo(), old.about.tocoo()
    here = np.isin(kinds, [*MEMBERSHIP, AREA, STATE, *(TOPICS if topics else ())])[belongs.col]
    there = np.isin(kinds, TOPICS if about else ())[spoken.col] & (column[spoken.row] >= 0)
    return Shares(
        keys,
        old.groups.names,
        np.stack([row[belongs.row[here]], belongs.col[here].astype(np.int64)], axis=1),
        np.stack([column[spoken.row[there]], spoken.col[there].astype(np.int64)], axis=1),
    )


def _states(draft: Draft, old: Snapshot, nodes: Nodes, row: Ints) -> None:
    """The states of those who are new; one that the network did not have may have a name of its own."""
    names = {
        one: name
        for kind, one, name in zip(old.groups.kinds.tolist(), old.groups.ids, old.groups.names, strict=True)
        if kind == STATE
    }
    for i in np.setdiff1d(np.arange(len(nodes)), row).tolist():
        if state := nodes.states[i]:
            if state not in names:
                raise Unsafe("a state that nobody was in")
            draft.belongs.append((i, draft.group(STATE, state, names[state])))


def _ties(ties: Ties, row: Ints) -> Ties:
    """The same ties between the new rows; rows keep their order, and so do pairs."""
    return Ties(row[ties.a], row[ties.b], ties.strength, ties.day)


def _pairs(pairs: frozenset[tuple[int, int]], row: Ints) -> frozenset[tuple[int, int]]:
    return frozenset((int(row[a]), int(row[b])) for a, b in pairs)
