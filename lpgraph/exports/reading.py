"""All that a graph holds as lines, page by page: no more than a page is in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lpgraph.errors import StoreError
from lpgraph.exports.lines import Line
from lpgraph.model import FACT_BY_NAME, Label
from lpgraph.store.graph import Store

PAGE, FEW = 5_000, 100
OLD = "SUPERSEDED"
_LABELS = frozenset(str(label) for label in Label)


def everything(store: Store) -> Iterator[Line]:
    """Every record but the schema, leases and derived labels, in the order of ``lines.KINDS``, each kind by its key."""
    for row in store.read("ledger_loads"):
        yield Line("load", {"props": row["load"]})
    yield from _props(store, "batch", "export_batches", FEW)
    for label in Label:
        for row in pages(store, f"fingerprint_entities:{label}", _id, PAGE):
            yield Line("entity", {"label": str(label), "props": row["props"]})
    yield from _props(store, "identifier", "export_identifiers", PAGE)
    yield from _props(store, "contact", "export_contacts", PAGE)
    yield from _mentions(store)
    yield from _facts(store)
    for row in store.read("decision_log"):
        yield Line("decision", {"props": row["decision"]})
    yield from _props(store, "retired", "export_retired", PAGE)
    yield from _props(store, "review", "export_reviews", PAGE)
    for row in store.read("introductions_shown"):
        yield Line("shown", {"props": row["props"]})
    for row in store.read("identity_state"):
        yield Line("matched", {"props": {"mark": row["mark"]}})


def pages(store: Store, query: str, key: Callable[[dict[str, Any]], str], size: int) -> Iterator[dict[str, Any]]:
    """All rows of a paged query, by key: a page costs the same wherever it lies."""
    after = ""
    while rows := store.read(query, after=after, limit=size):
        yield from rows
        after = key(rows[-1])
        if len(rows) < size:
            return


def _id(row: dict[str, Any]) -> str:
    return str(row["props"]["id"])


def _props(store: Store, kind: str, query: str, size: int) -> Iterator[Line]:
    for row in pages(store, query, _id, size):
        yield Line(kind, {"props": row["props"]})


def _mentions(store: Store) -> Iterator[Line]:
    for row in pages(store, "export_mentions", lambda r: str(r["props"]["key"]), PAGE):
        yield Line(
            "mention",
            {
                "props": row["props"],
                "entity": row["entity"],
                "by": row["by"],
                "ids": sorted(row["ids"]),
                "contacts": sorted(row["contacts"]),
            },
        )


def _facts(store: Store) -> Iterator[Line]:
    for label in Label:
        for row in pages(store, f"export_facts:{label}", lambda r: str(r["start"]), FEW * 10):
            facts = [(kind, key_label(labels), b, props) for kind, labels, b, props in row["facts"]]
            for kind, other, b, props in sorted(facts, key=lambda f: (f[0], f[2], str(f[3].get("key", "")), str(f[3]))):
                name = f"{props.get('was') if kind == OLD else kind}:{label}:{other}"
                if name not in FACT_BY_NAME:
                    raise StoreError(f"the graph holds a relationship {name}, which no model of lpgraph has")
                yield Line("fact", {"type": name, "old": kind == OLD, "a": row["start"], "b": b, "props": props})


def key_label(labels: list[str]) -> str:
    """Which of a node's labels is its key label."""
    return next((label for label in labels if label in _LABELS), "")
