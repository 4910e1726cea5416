"""Loading files: what is known is neither read nor written again, order and names say nothing, undo is exact."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.base import Fact, Mention
from lpgraph.errors import NotFound
from lpgraph.ingest import LoadOptions, Report, fingerprint, load, undo
from lpgraph.ingest.deciding import decide, withdraw
from lpgraph.ingest.entries import enter
from lpgraph.ingest.sheet import Sheet
from lpgraph.model import Label
from lpgraph.store.graph import Store
from tests.ingest import roster
from tests.ingest.builders import Line, put
from tests.servers import wipe

pytestmark = pytest.mark.server
ALLOWED = {"lease_take", "lease_renew", "lease_give", "ledger_load_put"}
ATTENDANCE = ("event", "person", "organization", "email", "status", "role", "minutes")
POSTS = ("person", "post", "body", "area", "start", "end", "role")


def _attendance(folder: Path, name: str, month: int, who: Iterator[str], status: str = "attended") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(ATTENDANCE)
        for one in who:
            mail = f"{one[:3].strip().lower()}@people.example.org" if one else ""
            out.writerow((f"Meeting (2026-0{month}-12)", one, "", mail, status, "", ""))
    os.utime(path, (1_770_000_000 + month * 100_000,) * 2)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five files: two versions of one meeting, two other meetings, one with a row that is refused."""
    made = tmp_path / "five"
    made.mkdir()
    names = ["Ada Vance", "Bo Reed", "Cy Lund", "Dee Marsh"]
    _attendance(made, "a.csv", 1, iter(names))
    _attendance(made, "b.csv", 2, iter(names[:3]), "registered")
    newer = _attendance(made, "c.csv", 1, iter(names[:2]), "registered")
    os.utime(newer, (1_779_000_000,) * 2)
    _attendance(made, "d.csv", 4, iter(names[1:]))
    _attendance(made, "e.csv", 5, iter([*names, ""]))
    return made


def _load(store: Store, home: Path, *paths: Path, **options: Any) -> list[Report]:
    reports = load(store, paths, LoadOptions(folder=home, **options))
    assert [r.error for r in reports if r.error] == []
    return reports


def test_a_known_file_is_neither_read_nor_written(
    any_store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second load writes its line in the ledger and nothing else, says the same, and reads no row; a dry run too."""
    first = {r.file: r for r in _load(any_store, tmp_path, folder)}
    before = fingerprint(any_store)
    written: list[str] = []
    plain = Store.write

    def counted(store: Store, *steps: Any, **options: Any) -> Any:
        written.extend(name for name, _ in steps)
        return plain(store, *steps, **options)

    def unread(*_words: object) -> None:
        pytest.fail("a row was read")

    monkeypatch.setattr(Store, "write", counted)
    monkeypatch.setattr(Sheet, "add", unread)
    dry = _load(any_store, tmp_path, folder, dry_run=True)
    assert written == []
    again = _load(any_store, tmp_path, folder)

    assert set(written) <= ALLOWED
    assert written.count("ledger_load_put") == 5
    assert fingerprint(any_store) == before
    for report in (*dry, *again):
        known = first[report.file]
        assert report.same_as == known.load
        assert (report.read, report.accepted, report.rejected) == (known.read, known.accepted, known.rejected)
        assert (report.unchanged, report.created, report.flagged) == (known.accepted, 0, known.flagged)
        assert report.issues == known.issues
    assert sum(r.rejected for r in again) == 1
    assert all(Path(r.rejected_file).exists() for r in again if r.rejected)


def test_where_the_refused_rows_are_lost_the_file_is_read_again(
    embedded_store: Store, folder: Path, tmp_path: Path
) -> None:
    """Another machine, or a cleared folder: the refused row is named all the same."""
    _load(embedded_store, tmp_path, folder / "e.csv")
    (again,) = _load(embedded_store, tmp_path / "elsewhere", folder / "e.csv")

    assert again.same_as
    assert [issue.row for issue in again.issues if issue.refused] == [5]


def test_order_names_and_calls_say_nothing(embedded_store: Store, folder: Path, tmp_path: Path) -> None:
    """In one call, one by one backwards, or renamed: one graph."""
    _load(embedded_store, tmp_path, folder)
    expected = fingerprint(embedded_store)
    wipe(embedded_store)
    for path in sorted(folder.iterdir(), reverse=True):
        _load(embedded_store, tmp_path, path)
    assert fingerprint(embedded_store) == expected
    wipe(embedded_store)
    for number, path in enumerate(sorted(folder.iterdir())):
        renamed = path.rename(tmp_path / f"{9 - number} copy.csv")
        _load(embedded_store, tmp_path, renamed)
    assert fingerprint(embedded_store) == expected


def test_undo_of_any_of_five_gives_the_graph_of_the_other_four(
    embedded_store: Store, folder: Path, tmp_path: Path
) -> None:
    """Whichever it is, its older or newer version among the rest."""
    files = sorted(folder.iterdir())
    for gone in files:
        wipe(embedded_store)
        _load(embedded_store, tmp_path, *(f for f in files if f != gone))
        expected = fingerprint(embedded_store)
        wipe(embedded_store)
        reports = {r.file: r.load for r in _load(embedded_store, tmp_path, *files)}
        undo(embedded_store, reports[gone.name])
        assert fingerprint(embedded_store) == expected, gone.name


@dataclass(frozen=True)
class Op:
    """One thing that happens: a file, a roster (whole or not), an entry; later perhaps taken back."""

    kind: str
    lines: tuple[Any, ...]
    undone: bool


_PEOPLE = ("ada", "bo", "cy")
_lines = st.lists(
    st.builds(
        Line,
        person=st.sampled_from(_PEOPLE),
        event=st.sampled_from(("e1", "e2")),
        status=st.sampled_from(("attended", "registered", "cancelled")),
        name=st.sampled_from(("Ada Vance", "Bo Reed")),
        email=st.sampled_from(("", "ada@x.example.org")),
    ),
    min_size=1, max_size=3, unique_by=lambda line: (line.person, line.event),
).map(tuple)  # fmt: skip
_seats = st.lists(
    st.builds(roster.Seat, person=st.sampled_from(_PEOPLE), seat=st.sampled_from(("", "1"))),
    min_size=1, max_size=3, unique_by=lambda seat: (seat.person, seat.seat),
).map(tuple)  # fmt: skip
_pairs = st.sampled_from([("ada", "bo"), ("bo", "cy")])
_ops = st.lists(
    st.one_of(
        st.builds(Op, st.just("file"), _lines, st.booleans()),
        st.builds(Op, st.sampled_from(("whole", "roster")), _seats, st.booleans()),
        st.builds(Op, st.just("entry"), _pairs, st.booleans()),
    ),
    min_size=2, max_size=5,
)  # fmt: skip


def _do(store: Store, op: Op, number: int) -> str:
    as_of = f"2026-0{number}-01"
    if op.kind == "file":
        return put(store, op.lines, as_of).load
    if op.kind in ("whole", "roster"):
        return roster.put(store, op.lines, as_of, whole=op.kind == "whole").load
    a, b = (Mention(Label.PERSON, "test", (who,), {"name": who.title()}, rank=0) for who in op.lines)
    return enter(store, [Fact("KNOWS", a, b, {"strength": 3}, ("k", *op.lines))], f"{op.lines}", "sam",
                 moment=f"{as_of}T00:00:00.000000Z")  # fmt: skip


def _decided(store: Store, verdict: str) -> str:
    a, b = (Mention(Label.PERSON, "test", (who,)).ref for who in ("ada", "bo"))
    try:
        return decide(store, a, b, verdict, who="sam", sure=True).id
    except NotFound:
        return ""


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(ops=_ops, backwards=st.booleans(), verdict=st.sampled_from(("same", "different")), late=st.booleans())
def test_what_was_taken_back_never_was(
    embedded_store: Store, ops: list[Op], backwards: bool, verdict: str, late: bool
) -> None:
    """Files, whole lists, entries, an answer, and any of them undone: the graph of those that are left."""
    wipe(embedded_store)
    for number, op in enumerate(ops, 1):
        if not op.undone:
            _do(embedded_store, op, number)
    answered = _decided(embedded_store, verdict)
    expected = fingerprint(embedded_store)

    wipe(embedded_store)
    made = []
    for number, op in enumerate(ops, 1):
        made.append(_do(embedded_store, op, number))
        if late and number == 2:
            passing = _decided(embedded_store, "same")
            if passing:
                withdraw(embedded_store, passing, who="sam")
    if answered:
        _decided(embedded_store, verdict)
    gone = [load for load, op in zip(made, ops, strict=True) if op.undone]
    for load_id in reversed(gone) if backwards else gone:
        undo(embedded_store, load_id)
    assert fingerprint(embedded_store) == expected
