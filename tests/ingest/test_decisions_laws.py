"""Laws of who is who in the graph: loads, answers and undos in any order are what is left of them, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgraph.identity import people_blocks, people_context
from lpgraph.identity.people_blocks import MAX_BLOCK
from lpgraph.identity.people_context import MOST_NAMES
from lpgraph.ingest import decisions, fingerprint, undo
from lpgraph.ingest.around import of_refs
from lpgraph.ingest.deciding import decide, withdraw
from lpgraph.ingest.derive import Known, from_row
from lpgraph.ingest.matching import partition
from lpgraph.ingest.settling import settle_around
from lpgraph.model import Label
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from tests.ingest.builders import Line, put
from tests.servers import wipe

pytestmark = pytest.mark.server

LAWS = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
lines = st.builds(
    Line,
    person=st.sampled_from(("ada", "av", "bo", "cy")),
    event=st.just("e1"),
    name=st.sampled_from(("Ada Vance", "Adeline Vance", "Ada B Vance", "Bo Reed", "Ada Vance Jr.")),
    email=st.sampled_from(("", "", "ada@x.example.org")),
    title=st.sampled_from(("", "Council Member", "Clerk")),
    place=st.sampled_from(("", "Riverton, CO", "Eastfield, CO", "Riverton, NH")),
)
files = st.lists(lines, min_size=1, max_size=3, unique_by=lambda line: line.person)


@dataclass(frozen=True)
class Step:
    """``what``: load a file, undo a load, answer about two refs, or take an answer back; ``n`` and ``m`` say which."""

    what: str
    n: int
    m: int = 0


steps = st.lists(
    st.builds(
        Step,
        st.sampled_from(("load", "load", "same", "different", "undo", "withdraw")),
        st.integers(0, 7),
        st.integers(0, 7),
    ),
    min_size=2,
    max_size=7,
)


def _refs(store: Store) -> list[str]:
    """The refs of the people that are there, each once, in order."""
    return sorted({one.mention.ref for one in _people(store)})


def _people(store: Store) -> list[Known]:
    """The mentions of people."""
    known = [from_row(row) for row in store.read("mention_pages", after="", limit=999)]
    return [one for one in known if one.mention.label is Label.PERSON]


def _play(store: Store, history: list[list[Line]], plan: list[Step]) -> list[tuple[list[Line], str]]:
    """Do the steps; gives the files whose loads are still in at the end, with their dates."""
    wipe(store)
    live: dict[str, tuple[list[Line], str]] = {}
    answers: list[str] = []
    for number, step in enumerate(plan, 1):
        if step.what == "load":
            file = (history[step.n % len(history)], f"2026-01-{number:02d}")
            live[put(store, *file).load] = file
        elif step.what == "undo" and live:
            load = sorted(live)[step.n % len(live)]
            undo(store, load)
            del live[load]
        elif step.what == "withdraw" and answers:
            withdraw(store, answers.pop(step.n % len(answers)), who="sam")
        elif step.what in ("same", "different") and len(refs := _refs(store)) > 1:
            a, b = refs[step.n % len(refs)], refs[step.m % len(refs)]
            if a != b:
                answers.append(decide(store, a, b, step.what, who="sam", sure=True).id)
    return list(live.values())


def _answer_again(store: Store, log: list[decisions.Decision]) -> None:
    """Write a log as it was into a graph, and make the graph what it says."""
    ledger.commit(store, [decisions.put(line) for line in log])

    settle_around(store, of_refs(store, {ref for line in log for ref in line.refs}), decisions.binding(log))


@LAWS
@given(history=st.lists(files, min_size=2, max_size=3), plan=steps)
def test_any_history_is_what_is_left_of_it(embedded_store: Store, history: list[list[Line]], plan: list[Step]) -> None:
    """Loads, answers and undos in any order give the graph of the answers first and then the loads that are left."""
    left = _play(embedded_store, history, plan)
    found, log = fingerprint(embedded_store), decisions.read_log(embedded_store)
    asked = _open(embedded_store)
    wipe(embedded_store)
    _answer_again(embedded_store, log)
    for file in reversed(left):
        put(embedded_store, *file)

    assert found == fingerprint(embedded_store)
    assert asked == _open(embedded_store)


def _open(store: Store) -> set[tuple[str, str, float]]:
    """The open questions between refs."""
    return {(row["a"], row["b"], row["p"]) for row in store.read("review_pairs")}


@pytest.fixture(params=[(MAX_BLOCK, MOST_NAMES), (2, 2)], ids=["few", "too many to compare each with each"])
def crowds(request: pytest.FixtureRequest) -> Iterator[None]:
    """Both as it is and where three records under one key are very many already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people_blocks, "MAX_BLOCK", request.param[0])
        patch.setattr(people_context, "MOST_NAMES", request.param[1])
        yield


@pytest.mark.usefixtures("crowds")
@LAWS
@given(history=st.lists(files, min_size=2, max_size=3), plan=steps)
def test_the_graph_is_the_partition_of_all_its_mentions(
    embedded_store: Store, history: list[list[Line]], plan: list[Step]
) -> None:
    """What loads found piece by piece is what the rules say of everything at once; answers are kept in it."""

    _play(embedded_store, history, plan)
    known = _people(embedded_store)
    lines = decisions.binding(decisions.read_log(embedded_store))
    stored: dict[str, set[str]] = {}
    for one in known:
        stored.setdefault(one.entity, set()).add(one.key)
    people = {one.mention.ref: one.entity for one in known}

    assert {frozenset(keys) for keys in stored.values()} == set(partition(known, lines).clusters)
    for a, b in decisions.pairs(lines, "different"):
        assert people.get(a) is None or people.get(a) != people.get(b)
    for a, b in decisions.pairs(lines, "same"):
        assert a not in people or b not in people or people[a] == people[b]


@LAWS
@given(history=files)
def test_a_second_upload_writes_nothing_but_its_line(embedded_store: Store, history: list[Line]) -> None:
    """The same file again: no mention, entity, answer or question more or less."""
    wipe(embedded_store)
    put(embedded_store, history)
    before, asked = fingerprint(embedded_store), _open(embedded_store)
    again = put(embedded_store, history)

    assert (again.created, again.updated, again.merged) == (0, 0, 0)
    assert (before, asked) == (fingerprint(embedded_store), _open(embedded_store))
