"""A law of gates: what somebody asked for once holds through any order of files, answers, undos and undone answers."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.base import Mention
from lpgraph.ingest import log_entry, undo
from lpgraph.ingest.deciding import decide, withdraw
from lpgraph.model import Label
from lpgraph.store.graph import Store
from tests.ingest.builders import Line, put
from tests.ingest.test_ledger_laws import facts
from tests.servers import wipe

pytestmark = pytest.mark.server

NAMES = {"ada": "Ada Vance", "av": "Ada Vance", "bo": "Bo Reed", "cy": "Ada B Vance"}
# Each is a person that joins or parts by another way: the same address, an answer, an initial.
LINES = [Line(who, name=name, email="ada@x.example.org" if name == "Ada Vance" else "") for who, name in NAMES.items()]
ZED = Line("zed", name="Zed Quill")
STEPS = ("load", "undo", "same", "different", "withdraw", "do-not-contact", "do-not-introduce")
plans = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 3), st.integers(0, 3)), min_size=4, max_size=9)


def entities(store: Store) -> dict[str, str]:
    """The entity of each person's ref."""
    rows = store.read("mention_pages", after="", limit=999)
    return {row["ref"]: row["entity"] for row in rows if row["label"] == "Person"}


def gated(store: Store) -> dict[str, bool]:
    """Whether each person must not be contacted."""
    rows = store.read("fingerprint_entities:Person", after="", limit=99)
    return {row["props"]["id"]: bool(row["props"].get("doNotContact")) for row in rows}


def barred(store: Store) -> set[frozenset[str]]:
    """The pairs that must not be introduced."""
    return {frozenset(fact[:2]) for fact in facts(store, "DO_NOT_INTRODUCE")}


class Play:
    """Does the steps one by one and remembers which refs a gate was said of."""

    def __init__(self, store: Store) -> None:
        self.store, self.loads, self.answers = store, [put(store, [*LINES, ZED]).load], list[str]()
        self.silent, self.apart = set[str](), set[str]()
        self.zed = self.of(4)

    def of(self, number: int) -> str:
        """The ref of the person of that number, whether there or not."""
        return Mention(Label.PERSON, "test", ((*LINES, ZED)[number].person,)).ref

    def step(self, what: str, n: int, m: int, day: int) -> None:
        """One step; one that makes no sense now does nothing."""
        now = entities(self.store)
        one, two = self.of(n), self.of(m)
        if what == "load":
            self.loads.append(
                put(self.store, [LINES[n], LINES[m]] if n != m else [LINES[n]], f"2026-02-{day:02d}").load
            )
        elif what == "undo" and self.loads:
            undo(self.store, self.loads.pop(n % len(self.loads)))
        elif what == "withdraw" and self.answers:
            withdraw(self.store, self.answers.pop(n % len(self.answers)), who="sam")
        elif what in ("same", "different") and n != m and {one, two} <= now.keys():
            self.answers.append(decide(self.store, one, two, what, who="sam", sure=True).id)
        elif what in ("do-not-contact", "do-not-introduce") and {one, self.zed} <= now.keys():
            said = {ref for ref, entity in now.items() if entity == now[one]}
            other = {"other_id": now[self.zed]} if what == "do-not-introduce" else {}
            log_entry(self.store, now[one], what, author="sam", **other)
            (self.apart if other else self.silent).update(said)

    def holds(self) -> None:
        """Every ref that a gate was said of is now somebody of whom it holds."""
        now, shut, apart = entities(self.store), gated(self.store), barred(self.store)
        for ref in self.silent:
            assert shut[now[ref]], "do-not-contact was lost"
        for ref in self.apart:
            assert frozenset((now[ref], now[self.zed])) in apart, "do-not-introduce was lost"


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(plan=plans)
def test_a_gate_outlives_any_history(embedded_store: Store, plan: list[tuple[str, int, int]]) -> None:
    """After every step each record that somebody asked about is still not contacted, or not introduced."""
    wipe(embedded_store)
    play = Play(embedded_store)
    play.step("do-not-contact", plan[0][1], 0, 1)
    play.step("do-not-introduce", plan[0][2], 0, 1)
    for day, (what, n, m) in enumerate(plan, 1):
        play.step(what, n, m, day)
        play.holds()
