"""Constraints, indexes and numbered migrations; ``ensure`` may run at every opening."""

from __future__ import annotations

from lpgraph.errors import StoreError
from lpgraph.model import Label
from lpgraph.store.graph import Store, replay
from queries import catalogue

# No index on a fact's key and none with few distinct values (a mention's load): docs/store-dialects.md has the cost.
# Each migration is the statements that it adds. Never change one that was released: append another.
_KEYS = ("schema_mention_key", "schema_identifier_id", "schema_contact_id", "schema_load_id", "schema_batch_id")
_FIRST = (
    *(f"schema_entity_id:{label}" for label in Label),
    *_KEYS,
    "schema_lease_id",
    "schema_mention_ref",
    "schema_fulltext",
)
_SECOND = ("schema_entity_id:Introduction", "schema_entity_id:Question", "schema_shown_id")
_THIRD = (
    *("schema_decision_id", "schema_review_id", "schema_review_a", "schema_review_b"),
    *("schema_retired_id", "schema_retired_now"),
)
_FOURTH = tuple(f"schema_mention_block{number}" for number in range(1, 7))
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)
VERSION = len(MIGRATIONS)


def version(store: Store) -> int:
    """How many migrations this graph has had; 0 for a new one."""
    rows = store.read("schema_version")
    return int(rows[0]["version"]) if rows else 0


def ensure(store: Store) -> None:
    """Bring the graph to ``VERSION``; one that is already there costs one read.

    Two processes may do so at once: every statement says ``IF NOT EXISTS``. Raises ``StoreError`` for a graph that a
    newer lpgraph wrote.
    """
    found = version(store)
    if found > VERSION:
        raise StoreError(f"this graph has schema {found}, this lpgraph knows {VERSION}: update lpgraph")
    for number, statements in enumerate(MIGRATIONS[found:], start=found + 1):
        for name in statements:
            if catalogue()[name].dialect in ("any", store.dialect):
                store.define(name)
        store.write(("schema_version_set", {"version": number}), landed=replay)
