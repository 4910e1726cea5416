"""What every server must do in the same way with the same query texts."""

from __future__ import annotations

import pytest

from lpgraph.errors import StoreError
from lpgraph.store import Store

pytestmark = pytest.mark.server


def _put(*rows: tuple[str, dict[str, object]]) -> tuple[str, dict[str, object]]:
    return "store_put", {"rows": [{"id": i, "props": p} for i, p in rows]}


def _all(store: Store) -> set[tuple[str, str | None]]:
    return {(r["id"], r["name"]) for r in store.read("store_all")}


def test_steps_are_one_transaction(any_store: Store) -> None:
    """When the second step fails, the first leaves no trace."""
    with pytest.raises(StoreError, match="store_create"):
        any_store.write(_put(("a", {"name": "A"})), ("store_create", {"id": "a"}))

    assert _all(any_store) == set()


def test_a_write_is_read_at_once(any_store: Store) -> None:
    """What was written is there for the next read, and each step's rows come back in order."""
    rows = any_store.write(_put(("a", {"name": "Añá 🌳"})), ("store_count", {}))

    assert rows == [[{"id": "a"}], [{"n": 1}]]
    assert _all(any_store) == {("a", "Añá 🌳")}
