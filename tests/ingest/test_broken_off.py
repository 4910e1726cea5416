"""What is broken off before any of its writes is finished as if it had not been: nothing is left that nobody finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from loaders.base import Mention
from lpgraph.ingest import fingerprint, loads, undo
from lpgraph.ingest.deciding import decide, last_of, withdraw
from lpgraph.model import Label
from lpgraph.store.graph import Store
from lpgraph.store.ledger import COUNTS
from tests.ingest.builders import Line, put
from tests.servers import wipe

pytestmark = pytest.mark.server

# One person by a bridge of two ids, namesakes in two places, an address, somebody who is on one file alone.
OLD = [
    Line("ada", name="Ada Vance", ids=("ein:1",), place="Riverton, CO"),
    Line("av", "e2", name="Ada Vance", place="Riverton, CO"),
    Line("bo", name="Bo Reed", email="bo@x.example.org", ids=("ein:2",)),
]
NEW = [
    Line("ada2", name="Ada Vance", ids=("ein:1", "ein:2"), title="Clerk"),
    Line("ada3", "e2", name="Ada Vance", place="Eastfield, CO"),
    Line("bo", "e1", "registered", name="Bo Reed", email="bo@x.example.org", title="Page"),
    Line("cy", "e3", name="Cy Lund", email="cy@x.example.org", ids=("ein:3",)),
]


class Died(BaseException):
    """The process is gone."""


@contextmanager
def dying(number: int) -> Iterator[list[int]]:
    """From the n-th write on nothing is written; gives how many were."""
    plain, done = Store.write, [0]

    def write(store: Store, *steps: Any, **options: Any) -> Any:
        if not steps[0][0].startswith("lease"):
            if done[0] + 1 >= number:
                raise Died
            done[0] += 1
        return plain(store, *steps, **options)

    Store.write = write  # type: ignore[method-assign]
    try:
        yield done
    except Died:
        done.append(-1)
    finally:
        Store.write = plain  # type: ignore[method-assign]


def _ref(person: str) -> str:
    return Mention(Label.PERSON, "test", (person,)).ref


def _graph(store: Store) -> tuple[object, ...]:
    """Fingerprint, open questions, and the addresses and ids that are there."""
    asked = sorted((row["a"], row["b"], row["p"]) for row in store.read("review_pairs"))
    return fingerprint(store), asked, _left(store)


def _left(store: Store) -> list[str]:
    """Ids and addresses of which nobody is left."""
    ids, contacts = [f"ein:{n}" for n in (1, 2, 3)], [f"email:{who}@x.example.org" for who in ("bo", "cy")]
    alone = store.read("identifier_orphans", ids=ids, load=""), store.read("contact_orphans", ids=contacts, load="")
    return [row["id"] for rows in alone for row in rows]


def _load(store: Store) -> None:
    put(store, NEW, "2026-02-01")


def _undo(store: Store) -> None:
    undo(store, loads(store)[-1].id)


def _same(store: Store) -> None:
    decide(store, _ref("cy"), _ref("av"), "same", who="sam", sure=True)


def _withdraw(store: Store) -> None:
    withdraw(store, last_of(store, "sam").id, who="sam")


def _next(store: Store) -> None:
    """Any other writer."""
    put(store, [], "2026-03-01", "empty.csv")


@pytest.mark.parametrize(
    ("before", "what", "again", "every"),
    [
        ((), _load, _load, 1),
        ((_load,), _undo, _next, 1),
        ((_load,), _same, _next, 3),
        ((_load, _same), _withdraw, _next, 3),
    ],
    ids=["load", "undo", "same", "withdraw"],
)
def test_broken_off_anywhere_it_is_finished(
    embedded_store: Store,
    before: tuple[Callable[[Store], None], ...],
    what: Callable[[Store], None],
    again: Callable[[Store], None],
    every: int,
) -> None:
    """Before each of its writes, or some of them; then the same load again, or for the rest any other writer."""

    def prepare() -> None:
        wipe(embedded_store)
        put(embedded_store, OLD, "2026-01-01")
        for step in before:
            step(embedded_store)

    prepare()
    with dying(1_000) as count:
        what(embedded_store)
    expected = _graph(embedded_store)
    for number in range(2, count[0] + 1, every):  # what did not even begin is not finished by others
        prepare()
        with dying(number) as died:
            what(embedded_store)
        assert died[-1] == -1
        again(embedded_store)

        assert _graph(embedded_store) == expected, f"broken off before write {number} of {count[0]}"


def test_a_load_that_was_broken_off_reports_all_of_it(embedded_store: Store) -> None:
    """What became of its rows is counted over the whole load, wherever it was cut off; so are remarks."""

    def prepare() -> None:
        wipe(embedded_store)
        put(embedded_store, OLD, "2026-01-01")

    def told() -> tuple[object, ...]:
        report = put(embedded_store, [*NEW, NEW[0]], "2026-02-01")
        counts = [getattr(report, name) for name in COUNTS]
        return counts, report.superseded, report.older, [issue.reason for issue in report.issues]

    prepare()
    with dying(1_000) as count:
        expected = told()
    for number in range(2, count[0] + 1):
        prepare()
        with dying(number):
            told()

        assert told() == expected, f"broken off before write {number} of {count[0]}"
