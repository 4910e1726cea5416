"""Loads of several sources, whole lists among them, entries, answers and undos in any order: what is left, no more.

``LAW_EXAMPLES=300 pytest -o timeout=0 tests/ingest/test_mixed_laws.py`` looks longer.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgraph.ingest import decisions, fingerprint, undo
from lpgraph.ingest.around import of_refs
from lpgraph.ingest.deciding import decide, withdraw
from lpgraph.ingest.derive import CORRECTION
from lpgraph.ingest.entries import Entry, enter, pointer
from lpgraph.ingest.entries import _drafts as drafts_of
from lpgraph.ingest.settling import settle_around
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from tests.ingest import builders, roster, test_events
from tests.servers import wipe

pytestmark = pytest.mark.server
LAWS = settings(
    max_examples=int(os.environ.get("LAW_EXAMPLES", "3")), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip

ENTRIES = ("do-not-introduce", "do-not-contact", "correct")
_lines = st.lists(
    st.builds(
        builders.Line,
        person=st.sampled_from(("ada", "av", "bo")),
        event=st.sampled_from(("e1", "e2")),
        status=st.sampled_from(("attended", "registered", "cancelled")),
        name=st.sampled_from(("Ada Vance", "Ada B Vance", "Bo Reed")),
        email=st.sampled_from(("", "ada@x.example.org")),
        place=st.sampled_from(("", "Riverton, CO")),
    ),
    min_size=1, max_size=3, unique_by=lambda line: (line.person, line.event),
)  # fmt: skip
_seats = st.lists(
    st.builds(roster.Seat, person=st.sampled_from(("ada", "bo", "cy")), seat=st.sampled_from(("", "1", "2")),
              body=st.sampled_from(("council", "board"))),
    min_size=1, max_size=4, unique_by=lambda seat: (seat.person, seat.body, seat.seat),
)  # fmt: skip
_rows = st.tuples(
    st.sampled_from(("alpha", "beta", "lpgraph")), st.lists(test_events.gatherings, min_size=1, max_size=2)
)


@dataclass(frozen=True)
class Told:
    """One file of one of the sources."""

    kind: str
    content: tuple[object, ...]
    whole: bool = False

    def load(self, store: Store, as_of: str) -> str:
        """Load it; gives the load's id."""
        if self.kind == "entry":
            drafts: list[Any] = list(self.content)
            return enter(store, drafts, "an entry", "sam", moment=f"{as_of}T00:00:00.000000Z")
        if self.kind == "lines":
            return builders.put(store, self.content, as_of).load  # type: ignore[arg-type]
        if self.kind == "events":
            return test_events.put(store, self.content, as_of).load  # type: ignore[arg-type]
        source = roster.SOURCE if self.kind == "roster" else roster.OTHER
        return roster.put(store, self.content, as_of, whole=self.whole, source=source).load  # type: ignore[arg-type]


files = st.one_of(
    _lines.map(lambda some: Told("lines", tuple(some))),
    st.builds(lambda k, some, w: Told(k, tuple(some), w), st.sampled_from(("roster", "other")), _seats, st.booleans()),
    _rows.map(lambda told: Told("events", tuple(replace(g, space=told[0]) for g in told[1]))),
)
steps = st.lists(
    st.tuples(
        st.sampled_from(("load", "load", "load", "undo", "same", "different", "withdraw", *ENTRIES)),
        st.integers(0, 9), st.integers(0, 9),
    ),
    min_size=3, max_size=9,
)  # fmt: skip


def _refs(store: Store) -> list[list[str]]:
    """The refs of people, of organizations and of events, each in order."""
    found: dict[str, set[str]] = {}
    for row in store.read("mention_pages", after="", limit=999):
        found.setdefault(row["label"], set()).add(row["ref"])
    return [sorted(found[label]) for label in sorted(found) if len(found[label]) > 1]


def _typed(store: Store, what: str, n: int, m: int, as_of: str) -> Told | None:
    """What somebody types of a person, and of another, as it names them now."""
    people = sorted({k.entity for k in of_refs(store, (ref for refs in _refs(store) for ref in refs))})
    people = [one for one in people if one.startswith("person/")]
    if len(people) < 2:
        return None
    who, other = people[n % len(people)], people[(n + 1 + m % (len(people) - 1)) % len(people)]
    if what == "correct":
        mention = pointer(store, who)
        mention.props, mention.rank = {"title": f"Chair {m % 2}"}, CORRECTION
        return Told("entry", (mention,))
    entry = Entry(what, who, other if what == "do-not-introduce" else "", as_of, "", "", "sam")
    return Told("entry", tuple(drafts_of(store, entry)))


def _play(store: Store, history: list[Told], plan: list[tuple[str, int, int]]) -> list[tuple[Told, str]]:
    """Do the steps; gives the files whose loads are still in at the end, with their days."""
    live: dict[str, tuple[Told, str]] = {}
    answers: list[str] = []
    for number, (what, n, m) in enumerate(plan, 1):
        as_of = f"2026-0{m % 9 + 1}-{number:02d}"  # no two of one day
        if what == "load":
            file = history[n % len(history)]
            live[file.load(store, as_of)] = (file, as_of)
        elif what == "undo" and live:
            load = list(live)[n % len(live)]
            undo(store, load)
            del live[load]
        elif what in ENTRIES and (typed := _typed(store, what, n, m, as_of)):
            live[typed.load(store, as_of)] = (typed, as_of)
        elif what == "withdraw" and answers:
            withdraw(store, answers.pop(n % len(answers)), who="sam")
        elif what in ("same", "different") and (kinds := _refs(store)):
            refs = kinds[m % len(kinds)]
            a, b = refs[n % len(refs)], refs[(n + 1 + m) % len(refs)]
            if a != b:
                answers.append(decide(store, a, b, what, who="sam", sure=True).id)
    return list(live.values())


@LAWS
@given(history=st.lists(files, min_size=2, max_size=5), plan=steps)
def test_what_is_left_is_all_that_is_there(
    embedded_store: Store, history: list[Told], plan: list[tuple[str, int, int]]
) -> None:
    """The graph is that of the answers first and then of the loads that are left, in another order."""
    wipe(embedded_store)
    left = _play(embedded_store, history, plan)
    found, log = fingerprint(embedded_store), decisions.read_log(embedded_store)
    wipe(embedded_store)
    ledger.commit(embedded_store, [decisions.put(line) for line in log])
    settle_around(
        embedded_store, of_refs(embedded_store, {ref for one in log for ref in one.refs}), decisions.binding(log)
    )
    for file, as_of in reversed(left):
        file.load(embedded_store, as_of)

    assert fingerprint(embedded_store) == found
