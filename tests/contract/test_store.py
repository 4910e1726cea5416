"""What every server must do in the same way with the same query texts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import Driver
from neo4j.exceptions import IncompleteCommit

from lpgraph.errors import StoreError
from lpgraph.store import Store, replay, schema
from lpgraph.store.graph import Rows
from tests import servers

pytestmark = pytest.mark.server
Step = tuple[str, dict[str, Any]]


def _put(*rows: tuple[str, dict[str, Any]]) -> Step:
    return "store_put", {"rows": [{"id": i, "props": p} for i, p in rows]}


def _all(store: Store) -> set[tuple[str, str | None]]:
    return {(r["id"], r["name"]) for r in store.read("store_all")}


@pytest.fixture(params=["lts", "new"])
def routed_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A genuine Neo4j through ``neo4j://``, the way production is reached, with an empty graph."""
    request.getfixturevalue(f"neo4j_{request.param}_store")
    server: servers.Neo4j = request.getfixturevalue(f"neo4j_{request.param}")
    with server.store("neo4j") as store:
        yield store


def test_steps_are_one_transaction(any_store: Store) -> None:
    """When the second step fails, the first leaves no trace, and the error names the query."""
    any_store.write(("store_create", {"id": "b"}))

    with pytest.raises(StoreError, match="store_create"):
        any_store.write(_put(("a", {"name": "A"})), ("store_create", {"id": "b"}))

    assert _all(any_store) == {("b", None)}


def test_a_write_is_read_at_once(any_store: Store) -> None:
    """What was written is there for the next read, and each step's rows come back in order."""
    rows = any_store.write(_put(("a", {"name": "Añá 🌳"})), ("store_count", {}))

    assert rows == [[{"id": "a"}], [{"n": 1}]]
    assert _all(any_store) == {("a", "Añá 🌳")}


def test_routing_reads_what_was_written(routed_store: Store) -> None:
    """Through a routing address a write and the read after it behave as on a direct one."""
    routed_store.write(_put(("a", {"name": "A"}), ("b", {})))

    assert _all(routed_store) == {("a", "A"), ("b", None)}


def test_null_takes_a_property_away(any_store: Store) -> None:
    """``SET n += props`` with a null removes that property and leaves the others."""
    any_store.write(_put(("a", {"name": "A", "parent": "p"})))
    any_store.write(_put(("a", {"parent": None})))

    assert any_store.read("store_props", id="a") == [{"props": {"id": "a", "name": "A"}}]


AWKWARD = {
    "int": 2**63 - 1,
    "low": -(2**63),
    "float": 0.1,
    "true": True,
    "text": "a\u0000\u0001\t\r\n\"'\\`$x {y} ; // 🌳 e\u0301 \u202e \ud7ff",
    "empty": "",
    "strings": ["", "a", "🌳"],
    "many": [f"key-{i:016}" for i in range(5000)],
    "ints": list(range(5000)),
    "long": "x" * 1_000_000,
}


def test_values_come_back_as_they_went(any_store: Store) -> None:
    """Numbers to 64 bits, odd characters, empty and long texts, lists of 5,000: exact, with their types."""
    any_store.write(_put(("a", AWKWARD)))

    props = any_store.read("store_props", id="a")[0]["props"]
    del props["id"]
    assert props == AWKWARD
    assert {k: type(v) for k, v in props.items()} == {k: type(v) for k, v in AWKWARD.items()}


def test_two_writers_lose_nothing(any_store: Store) -> None:
    """Two threads that merge the same new ids at once both succeed, and each id is there once."""
    ids = [f"i{n:03}" for n in range(40)]
    errors: list[Exception] = []

    def work(name: str) -> None:
        try:
            for i in range(0, 40, 4):
                any_store.write(_put(*((one, {"name": name}) for one in ids[i : i + 4])))
        except StoreError as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("x", "y")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert [r["id"] for r in any_store.read("store_all")] == ids


def test_supersede_and_restore_are_exact(any_store: Store) -> None:
    """A fact that turns into another type and back keeps properties and ends; meanwhile the old type is gone."""
    any_store.write(
        _put(("a", {}), ("b", {})), ("store_tie", {"a": "a", "b": "b", "props": {"key": "k", "n": 7, "s": "x"}})
    )
    before = any_store.read("store_ties")

    any_store.write(("store_supersede", {"keys": ["k"], "by": "l2"}))
    between = any_store.read("store_ties")
    any_store.write(("store_restore", {"keys": ["k"]}))

    assert between == [
        {"a": "a", "type": "SUPERSEDED", "b": "b", "props": {"key": "k", "n": 7, "s": "x", "was": "ABOUT", "by": "l2"}}
    ]
    assert any_store.read("store_ties") == before


def test_queries_are_asked_by_name_and_mode(any_store: Store) -> None:
    """An unknown name and a write asked as a read are refused before anything is sent."""
    with pytest.raises(StoreError, match="no query is called nonsense"):
        any_store.read("nonsense")
    with pytest.raises(StoreError, match="store_put is a write query"):
        any_store.read("store_put", rows=[])


def test_schema_may_be_ensured_again(any_store: Store) -> None:
    """``ensure`` on a graph that has the schema changes nothing; a duplicate id is refused by the schema."""
    schema.ensure(any_store)

    assert schema.version(any_store) == schema.VERSION
    any_store.write(("store_create", {"id": "a"}))
    with pytest.raises(StoreError, match="schema"):
        any_store.write(("store_create", {"id": "a"}))


def test_a_newer_schema_is_refused(any_store: Store) -> None:
    """A graph that a newer lpgraph wrote is left alone, with advice."""
    any_store.write(("schema_version_set", {"version": schema.VERSION + 1}))
    try:
        with pytest.raises(StoreError, match="update lpgraph"):
            schema.ensure(any_store)
    finally:
        any_store.write(("schema_version_set", {"version": schema.VERSION}))


class _BreaksAtCommit:
    """Stands in for ``Store._once``: the first transaction breaks at its commit, which happened or did not."""

    def __init__(self, store: Store, *, committed: bool) -> None:
        self._real, self._committed, self.calls = store._once, committed, 0

    def __call__(self, driver: Driver, access: str, work: Any) -> list[Rows]:
        self.calls += 1
        if self.calls > 1:
            return self._real(driver, access, work)
        if self._committed:
            self._real(driver, access, work)
        raise IncompleteCommit("gone")


@pytest.mark.parametrize("committed", [True, False])
def test_an_unsure_commit_is_asked_about(any_store: Store, monkeypatch: pytest.MonkeyPatch, committed: bool) -> None:
    """When the connection breaks at the commit, the caller's mark decides: done already, or done again; never twice."""
    monkeypatch.setattr(any_store, "_once", _BreaksAtCommit(any_store, committed=committed))

    rows = any_store.write(
        ("store_create", {"id": "mark"}), ("store_count", {}), landed=lambda: ("mark", None) in _all(any_store)
    )

    assert rows == [[], [{"n": 1}]]
    assert _all(any_store) == {("mark", None)}


def test_an_unsure_commit_without_a_mark_is_an_error(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps that nobody can ask about are not repeated; steps that may run twice are."""
    monkeypatch.setattr(any_store, "_once", _BreaksAtCommit(any_store, committed=True))
    with pytest.raises(StoreError, match="run it again"):
        any_store.write(("store_create", {"id": "a"}))

    monkeypatch.setattr(any_store, "_once", _BreaksAtCommit(any_store, committed=True))
    any_store.write(_put(("b", {})), landed=replay)

    assert _all(any_store) == {("a", None), ("b", None)}
