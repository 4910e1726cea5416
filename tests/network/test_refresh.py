"""A snapshot brought up to date equals one that is read anew, field by field, whatever was loaded, typed, or undone."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from scipy import sparse

from lpgraph.ingest import log_entry, undo, unlog
from lpgraph.network import refresh as refreshing
from lpgraph.network.arrays import Seen
from lpgraph.network.refresh import refresh, since
from lpgraph.network.snapshot import Snapshot, take
from lpgraph.store import Store
from lpgraph.store.ledger import LoadLine
from tests.ingest.builders import Line, put

PEOPLE = ("amaya", "bo", "chidi", "dov", "elif")


def differing(a: Any, b: Any, path: str = "") -> list[str]:
    """Where two readings differ; their time and what they rest on left out."""
    if path in (".taken_at", ".seen"):
        return []
    if isinstance(a, sparse.csr_array):
        return [] if a.shape == b.shape and (a != b).nnz == 0 and (a.indices == b.indices).all() else [path]
    if isinstance(a, np.ndarray):
        same = a.dtype.kind == b.dtype.kind and np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
        return [] if same else [path]
    if is_dataclass(a) and not path.startswith(".passages"):
        return [w for f in fields(a) for w in differing(getattr(a, f.name), getattr(b, f.name), f"{path}.{f.name}")]
    return [] if a == b else [path]


def said(kind: str, **more: Any) -> LoadLine:
    """A line of the ledger."""
    return LoadLine(kind, "s", "f", "h", "2026", 1, **{"status": "done", "startedAt": "", **more})


def test_what_cannot_be_followed_is_read_anew() -> None:
    """Undone, gone, whole lists, unknown reach, offices and too much are no patch; the same again is nothing."""
    seen, plain = Seen({"a": "done"}), {"touched": ("person/x",), "wrote": ("Person", "ATTENDED:Person:Event")}
    a = said("a")
    assert since([a], seen) == refreshing.Change()
    assert since([a, said("b", status="same")], seen) == refreshing.Change()
    found = since([a, said("b", **plain)], seen)
    assert found is not None and found.touched == ("person/x",) and "Person" in found.wrote
    for other in (
        said("b"),
        said("b", status="undoing", **plain),
        said("b", snapshot=True, **plain),
        said("b", touched=("person/x",), wrote=("Person", "HOLDS:Person:Post")),
        said("b", touched=tuple(map(str, range(refreshing.MOST + 1))), wrote=("Person",)),
    ):
        assert since([a, other], seen) is None
    assert since([], seen) is None and since([said("a", status="undone", **plain)], seen) is None
    running = said("b", status="running", **plain)
    assert since([a, running], Seen({"a": "done", "b": "running"})) == found  # it may have written more since


_lines = st.builds(
    Line,
    st.sampled_from(PEOPLE),
    st.sampled_from(("e1", "Fair Housing Table", "Fair Housing Lab", "e3")),
    st.sampled_from(("attended", "registered")),
    place=st.sampled_from(("", "Riverton, CO")),
)
_steps = st.lists(
    st.one_of(
        st.lists(_lines, min_size=1, max_size=4).map(lambda lines: ("load", lines)),
        st.tuples(st.just("log"), st.sampled_from(("knows", "do-not-contact", "do-not-introduce"))),
        st.just(("undo", "")),
    ),
    min_size=2,
    max_size=5,
)


def _do(store: Store, what: str, how: Any, number: int, done: list[str]) -> None:
    people = [row for row in take(store).nodes.ids if row.startswith("person/")]
    if what == "load":
        done.append(put(store, how, f"2026-01-{number + 1:02}", f"f{number}.csv").load)
    elif what == "log" and len(people) > 1:
        other = people[-1] if how != "do-not-contact" else None
        done.append(log_entry(store, people[0], how, other_id=other, author="sam"))
    elif what == "undo" and done:
        undo(store, done.pop())


@pytest.mark.server
@settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(_steps)
def test_refreshed_is_read_anew(embedded_store: Store, steps: list[tuple[str, Any]]) -> None:
    """After each of any steps the refreshed snapshot is the one that reading everything gives."""
    done: list[str] = []
    now: Snapshot | None = refresh(embedded_store, None)
    for number, (what, how) in enumerate(steps):
        _do(embedded_store, what, how, number, done)
        now = refresh(embedded_store, now)
        assert differing(now, take(embedded_store)) == []


@pytest.mark.server
def test_small_loads_and_entries_are_patched(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """New people at old and new events, ties and bars come in without reading it all; an undo reads it all."""
    put(any_store, [Line(p, e, place="Riverton, CO") for p in PEOPLE[:3] for e in ("e1", "Fair Housing Table")])
    old = refresh(any_store, None)
    full: list[str] = []
    plain = take

    def counted(store: Store, on: str | None = None, seen: Seen | None = None) -> Snapshot:
        full.append("take")
        return plain(store, on, seen)

    monkeypatch.setattr(refreshing, "take", counted)
    put(any_store, [Line("aaron", "e1"), Line("dov", "Fair Housing Lab", place="Riverton, CO")], file="b.csv")
    new = refresh(any_store, old)
    assert not full and differing(new, plain(any_store)) == []
    assert len(new.nodes) == 5 and "fair" in new.groups.ids and new.taken_at > old.taken_at
    one, two, *_ = new.nodes.ids
    entry = log_entry(any_store, one, "knows", other_id=two, author="sam")
    log_entry(any_store, one, "do-not-introduce", other_id=two, author="sam")
    log_entry(any_store, two, "do-not-contact", author="sam")
    new = refresh(any_store, new)
    assert not full and differing(new, plain(any_store)) == []
    assert len(new.knows.a) == 1 and new.barred and new.nodes.no_contact.any()
    unlog(any_store, entry)
    new = refresh(any_store, new)
    assert full == ["take"] and differing(new, plain(any_store)) == []
    assert not len(new.knows.a)
