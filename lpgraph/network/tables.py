"""A network from four tables (nodes, events, attendance, features), as published for studies of who meets whom.

``nodes.csv.gz``: node, type (person, official, org), juris, role. ``events.csv.gz``: event, ts (day number), ctx.
``att.csv.gz``: node, event. ``feat.csv.gz``: node, ts, kind (group, issue, word), key. ``meta.json``: cut days, which
pairs of kinds to ask, the largest event that counts as a tie.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from lpgraph.model import Kind
from lpgraph.network.arrays import (
    CAMPAIGN,
    Events,
    Groups,
    Ints,
    Nodes,
    Snapshot,
    Tags,
    incidence,
)

_KINDS = {"person": Kind.PERSON, "official": Kind.OFFICIAL, "org": Kind.ORGANIZATION}
# A four-table "group" is something shared, as a campaign is; it never makes two people colleagues.
_GROUPS = {"group": CAMPAIGN}


@dataclass(frozen=True, eq=False)
class Tables:
    """The four tables with rows instead of ids, and what ``meta.json`` says."""

    nodes: pd.DataFrame
    events: pd.DataFrame
    who: Ints
    event: Ints
    feats: pd.DataFrame
    tie_max: int
    cuts: tuple[int, ...]
    asks: tuple[tuple[str, str], ...]  # values of model.Kind: who asks, who is wanted

    @property
    def kinds(self) -> np.ndarray:
        """The kind of each node."""
        return np.array([str(_KINDS[t]) for t in self.nodes["type"]])


def read_tables(folder: Path) -> Tables:
    """The tables of one folder."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    nodes, events, att, feats = (
        pd.read_csv(folder / f"{name}.csv.gz", dtype=str, keep_default_na=False)
        for name in ("nodes", "events", "att", "feat")
    )
    nodes = nodes.sort_values("node").reset_index(drop=True)
    node_row = pd.Series(np.arange(len(nodes)), index=nodes["node"])
    event_row = pd.Series(np.arange(len(events)), index=events["event"])
    events["ts"] = events["ts"].astype(float)
    feats["ts"] = feats["ts"].astype(float)
    feats["row"] = node_row.reindex(feats["node"]).to_numpy()
    return Tables(
        nodes,
        events,
        node_row.reindex(att["node"]).to_numpy().astype(np.int64),
        event_row.reindex(att["event"]).to_numpy().astype(np.int64),
        feats.dropna(subset=["row"]),
        int(meta["tie_max"]),
        (int(meta["T0"]), int(meta["T1"]), int(meta["T2"])),
        tuple((str(_KINDS[a]), str(_KINDS[b])) for a, b in meta["queries"]),
    )


def snapshot_before(tables: Tables, day: float) -> Snapshot:
    """The network strictly before a day: later events keep their column and lose their attendance."""
    ts = tables.events["ts"].to_numpy()
    past = ts[tables.event] < day
    shape = (len(tables.nodes), len(tables.events))
    attended = incidence(tables.who[past], tables.event[past], shape)
    feats = tables.feats[tables.feats["ts"] < day]
    codes, keys = pd.factorize(feats["kind"] + "\x1f" + feats["key"])
    kinds = [str(k).split("\x1f")[0] for k in keys]
    groups = Groups(
        tuple(str(k) for k in keys),
        tuple(str(k).split("\x1f")[1] for k in keys),
        np.array([_GROUPS.get(k, k) for k in kinds] or [""]),
        np.full(len(keys), -1, dtype=np.int64),
    )
    none = incidence([], [], shape)
    return Snapshot(
        datetime.now(UTC),
        _nodes(tables),
        Events(
            tuple(tables.events["event"]),
            tuple(tables.events["ctx"]),
            ts,
            np.diff(attended.T.tocsr().indptr).astype(np.int64),
        ),
        attended,
        none,
        groups,
        incidence([], [], (shape[0], len(keys))),
        incidence([], [], (shape[1], len(keys))),
        Tags(feats["row"].to_numpy().astype(np.int64), codes.astype(np.int64), feats["ts"].to_numpy()),
    )


def _nodes(tables: Tables) -> Nodes:
    count = len(tables.nodes)
    no = np.zeros(count, dtype=bool)
    ids = tuple(tables.nodes["node"])
    places = tuple(tables.nodes["juris"])
    return Nodes(ids, ids, tables.kinds, places, places, ("",) * count, no, no, no, no)
