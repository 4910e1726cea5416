"""A network from four tables (nodes, events, attendance, features), as published for studies of who meets whom.

``nodes``: node, type (person, official, org, union), juris, role. ``events``: event, ts (day number or ISO date), ctx.
``att``: node, event. ``feat`` (may be absent): node, ts, kind (group, issue, word), key. Each as ``.csv`` or
``.csv.gz``. ``meta.json`` (may be absent): cut days, which pairs of kinds to ask, the largest event that counts as a
tie. ``tables_of`` gives a snapshot of a store the same shape.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from lpgraph.errors import FileRefused
from lpgraph.model import Kind
from lpgraph.network.arrays import AREA, CAMPAIGN, STATE, Floats, Groups, Ints, Nodes, Snapshot, Tags, incidence
from lpgraph.network.arrays import Events as EventArrays
from lpgraph.network.days import day_of

_KINDS = {
    "person": Kind.PERSON, "member": Kind.PERSON, "official": Kind.OFFICIAL, "org": Kind.ORGANIZATION,
    "organization": Kind.ORGANIZATION, "organisation": Kind.ORGANIZATION, "union": Kind.UNION,
}  # fmt: skip
# A four-table "group" is something shared, as a campaign is; it never makes two people colleagues.
_GROUPS = {"group": CAMPAIGN}
TIE_MAX = 50  # the largest event of a tie where meta.json does not say


@dataclass(frozen=True, eq=False)
class Tables:
    """The four tables with rows instead of ids, and what ``meta.json`` says. Everything in them has a day."""

    name: str
    nodes: Nodes
    event_ids: tuple[str, ...]
    event_names: tuple[str, ...]
    day: Floats  # of each event
    who: Ints
    event: Ints
    tags: Tags
    groups: Groups
    tie_max: int = TIE_MAX
    cuts: tuple[float, ...] = ()
    asks: tuple[tuple[str, str], ...] = ()  # values of model.Kind: who asks, who is wanted
    apart: frozenset[tuple[int, int]] = frozenset()  # tied from the first: an organization and its own people
    notes: tuple[str, ...] = field(default=())  # what was left out, in words


def read_tables(folder: Path) -> Tables:
    """The tables of one folder. Raises ``FileRefused`` with the file, the row and the reason."""
    meta = _meta(folder)
    nodes = _table(folder, "nodes", ("node", "type"), ("juris", "role"))
    nodes = nodes.drop_duplicates("node").sort_values("node")
    events = _table(folder, "events", ("event", "ts"), ("ctx",)).drop_duplicates("event").reset_index(drop=True)
    att, feats = (
        _table(folder, "att", ("node", "event")),
        _table(folder, "feat", ("node", "ts", "kind", "key"), (), True),
    )
    found = _nodes(nodes, folder)
    node_row = pd.Series(np.arange(len(nodes)), index=nodes["node"].to_numpy())
    event_row = pd.Series(np.arange(len(events)), index=events["event"])
    day = _days(events["ts"])
    who, event = node_row.reindex(att["node"]).to_numpy(), event_row.reindex(att["event"]).to_numpy()
    known = ~(np.isnan(who.astype(float)) | np.isnan(event.astype(float)))
    dated = known.copy()
    dated[known] = ~np.isnan(day[event[known].astype(np.int64)])
    tags, groups, lost = _tags(feats, node_row)
    notes = [
        f"{count:,} {what} left out" for count, what in (
            (int((~known).sum()), "attendances of unknown nodes or events"),
            (int((known & ~dated).sum()), "attendances of events without a date"),
            (lost, "features of unknown nodes or without a date"),
        ) if count
    ]  # fmt: skip
    return Tables(
        str(meta.get("name") or folder.name), found, tuple(events["event"]), tuple(events["ctx"]), day,
        who[dated].astype(np.int64), event[dated].astype(np.int64), tags, groups,
        int(meta.get("tie_max") or TIE_MAX),
        tuple(float(meta[key]) for key in ("T0", "T1", "T2") if meta.get(key) is not None),
        tuple((str(_kind(a, folder)), str(_kind(b, folder))) for a, b in meta.get("queries") or ()),
        notes=tuple(notes),
    )  # fmt: skip


def tables_of(snapshot: Snapshot, tie_max: int) -> Tables:
    """What of a store's snapshot has a day and can be cut: attendance, what events were about; and places.

    Memberships, offices and KNOWS ties are left out: most have no start, so they could tell of the time after a cut.
    """
    presence = snapshot.presence.tocoo()
    dated = ~np.isnan(snapshot.events.day)[presence.col]
    who, event = presence.row[dated].astype(np.int64), presence.col[dated].astype(np.int64)
    about = snapshot.presence.tocoo()
    topics = snapshot.about
    per_event = np.diff(topics.indptr)[about.col]
    node = np.repeat(about.row.astype(np.int64), per_event)
    day = np.repeat(snapshot.events.day[about.col], per_event)
    group = topics[about.col].indices if about.nnz else np.empty(0, dtype=np.int64)
    placed = snapshot.belongs.tocoo()
    place = np.isin(snapshot.groups.kinds[placed.col], (AREA, STATE))
    kept = ~np.isnan(day)
    tags = Tags(
        np.concatenate([node[kept], placed.row[place].astype(np.int64)]),
        np.concatenate([group[kept].astype(np.int64), placed.col[place].astype(np.int64)]),
        np.concatenate([day[kept], np.full(int(place.sum()), -np.inf)]),
    )
    apart = frozenset((min(o, p), max(o, p)) for o, people in snapshot.delegates.items() for p in people)
    undated = int((~dated).sum())
    notes = (f"{undated:,} attendances of events without a date left out",) if undated else ()
    return Tables(
        "store", snapshot.nodes, snapshot.events.ids, snapshot.events.names, snapshot.events.day, who, event, tags,
        snapshot.groups, tie_max, apart=apart, notes=notes,
    )  # fmt: skip


def snapshot_before(tables: Tables, day: float) -> Snapshot:
    """The network strictly before a day: later events keep their column and lose their attendance."""
    past = tables.day[tables.event] < day
    shape = (len(tables.nodes), len(tables.event_ids))
    attended = incidence(tables.who[past], tables.event[past], shape)
    held = tables.tags.day < day
    width = len(tables.groups.ids)
    lasting = held & np.isinf(tables.tags.day)
    dated = held & ~lasting
    return Snapshot(
        datetime.now(UTC),
        tables.nodes,
        EventArrays(
            tables.event_ids, tables.event_names, tables.day, np.diff(attended.T.tocsr().indptr).astype(np.int64)
        ),
        attended,
        incidence([], [], shape),
        tables.groups,
        incidence(tables.tags.node[lasting], tables.tags.group[lasting], (shape[0], width)),
        incidence([], [], (shape[1], width)),
        Tags(tables.tags.node[dated], tables.tags.group[dated], tables.tags.day[dated]),
    )


# ---- reading
def _meta(folder: Path) -> dict[str, Any]:
    path = folder / "meta.json"
    if not folder.is_dir():
        raise FileRefused(str(folder), "no folder; give one with nodes, events and att as .csv or .csv.gz")
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise FileRefused(str(path), f"no JSON ({error}); correct it or take it away") from error
    if not isinstance(found, dict):
        raise FileRefused(str(path), 'no JSON object; write {"tie_max": 50} or take it away')
    return found


def _table(
    folder: Path, name: str, needed: tuple[str, ...], optional: tuple[str, ...] = (), absent: bool = False
) -> pd.DataFrame:
    paths = [path for path in (folder / f"{name}.csv.gz", folder / f"{name}.csv") if path.exists()]
    if not paths:
        if absent:
            return pd.DataFrame({column: pd.Series(dtype=str) for column in needed})
        raise FileRefused(str(folder / f"{name}.csv"), "the file is not there; the folder needs nodes, events and att")
    try:
        table = pd.read_csv(paths[0], dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (ValueError, OSError, EOFError) as error:
        raise FileRefused(str(paths[0]), f"cannot be read as CSV ({error})") from error
    missing = [column for column in needed if column not in table.columns]
    if missing:
        raise FileRefused(
            str(paths[0]), f"no column “{missing[0]}”; it has {', '.join(map(str, table.columns))}", line=1
        )
    for column in optional:
        if column not in table.columns:
            table[column] = ""
    return table


def _kind(text: object, folder: Path) -> Kind:
    kind = _KINDS.get(str(text).strip().casefold())
    if kind is None:
        raise FileRefused(str(folder), f"no type “{text}”; there are {', '.join(_KINDS)}")
    return kind


def _nodes(nodes: pd.DataFrame, folder: Path) -> Nodes:
    known = {text: str(_kind(text, folder)) for text in nodes["type"].unique()}
    no = np.zeros(len(nodes), dtype=bool)
    ids, places = tuple(nodes["node"]), tuple(nodes["juris"])
    kinds: npt.NDArray[np.str_] = np.array([known[t] for t in nodes["type"]], dtype=np.str_)
    return Nodes(ids, ids, kinds, places, ("",) * len(ids), ("",) * len(ids), no, no, no, no)


def _days(texts: pd.Series[str]) -> Floats:
    numbers = pd.to_numeric(texts, errors="coerce").to_numpy(dtype=np.float64, copy=True)
    unread = np.flatnonzero(np.isnan(numbers))
    numbers[unread] = [day_of(str(texts.iloc[i])) for i in unread]
    numbers[~np.isfinite(numbers)] = np.nan
    return numbers


def _tags(feats: pd.DataFrame, node_row: pd.Series[int]) -> tuple[Tags, Groups, int]:
    rows, day = node_row.reindex(feats["node"]).to_numpy().astype(float), _days(feats["ts"])
    kept = ~(np.isnan(rows) | np.isnan(day))
    feats = feats[kept]
    codes, keys = pd.factorize(feats["kind"] + "\x1f" + feats["key"])
    kinds = [str(k).split("\x1f")[0] for k in keys]
    groups = Groups(
        tuple(str(k) for k in keys),
        tuple(str(k).split("\x1f", 1)[1] for k in keys),
        np.array([_GROUPS.get(k, k) for k in kinds], dtype=np.str_),
        np.full(len(keys), -1, dtype=np.int64),
    )
    return Tags(rows[kept].astype(np.int64), codes.astype(np.int64), day[kept]), groups, int((~kept).sum())
