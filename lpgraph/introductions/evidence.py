"""Facts with their file and row, read in a few statements for the pairs on screen.

Sentences are planned first and say which facts they need; one ``read`` fetches them all; a sentence whose facts are
not there is not said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lpgraph.introductions.model import FactRef
from lpgraph.model import FACT_BY_NAME
from lpgraph.network.days import is_current
from lpgraph.network.reading import Reads, Row

SEAT, SPONSORED, TERMS, PLACE, STATE, SAYS = "SEAT", "SPONSORED", "TERMS", "PLACE", "STATE", "SAYS"
_LASTING = ("MEMBER_OF", "STAFF_OF", "BOARD_OF", "LEADS", "WORKS_ON", "INTERESTED_IN", "ADVISES_ON", "AFFILIATED_WITH",
            "DO_NOT_INTRODUCE", "KNOWS")  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """One fact that a sentence wants: ``kind`` is a name of ``model.FACTS`` or one of the constants above.

    ``SEAT``: person, body. ``TERMS``: person (all offices, ended ones too). ``SPONSORED``: person, policy. ``PLACE``:
    node, area. ``STATE``: node, state. ``SAYS``: node, word that a row must have written of it. The last three also
    need the node's ``label``.
    """

    kind: str
    a: str
    b: str
    label: str = ""


class Evidence:
    """Facts by need. ``on`` is the day on which a membership or an office must be current."""

    def __init__(self, store: Reads, on: str) -> None:
        self._store, self._on = store, on
        self._found: dict[Need, tuple[FactRef, ...]] = {}

    def facts(self, *needs: Need) -> tuple[FactRef, ...]:
        """The facts of these needs, sorted, each once; call ``read`` with them first."""
        return tuple(sorted({fact for need in needs for fact in self._found.get(need, ())}, key=_order))

    def read(self, needs: Iterable[Need]) -> None:
        """Fetch what is not there yet, one statement a kind."""
        by_kind: dict[str, list[Need]] = defaultdict(list)
        for need in sorted(set(needs) - self._found.keys()):
            by_kind[need.kind].append(need)
            self._found[need] = ()
        for kind, wanted in by_kind.items():
            if kind in FACT_BY_NAME:
                self._pairs(f"introductions_fact:{kind}", FACT_BY_NAME[kind].type, wanted)
            elif kind == SEAT:
                self._pairs("introductions_seat", "HOLDS", wanted)
            elif kind == SPONSORED:
                self._pairs("introductions_sponsored", "SPONSORED", wanted)
            elif kind == TERMS:
                self._terms(wanted)
            elif kind in (PLACE, STATE):
                self._places(kind, wanted)
            else:
                self._said(wanted)

    def _pairs(self, query: str, kind: str, wanted: list[Need]) -> None:
        by_ends = {(need.a, need.b): need for need in wanted}
        for row in self._store.read(query, rows=[{"a": need.a, "b": need.b} for need in wanted]):
            lasting = kind in _LASTING or kind == "HOLDS"
            if lasting and not is_current(row["startDate"], row["endDate"], self._on):
                continue
            end = row.get("post") or row.get("measure") or row["b"]
            self._add(by_ends[row["a"], row["b"]], FactRef(kind, (row["a"], end), row["file"] or "", row["row"]))

    def _terms(self, wanted: list[Need]) -> None:
        by_id = {need.a: need for need in wanted}
        for row in self._store.read("introductions_terms", ids=sorted(by_id)):
            self._add(by_id[row["id"]], FactRef("HOLDS", (row["id"], row["post"]), row["file"] or "", row["row"]))

    def _places(self, kind: str, wanted: list[Need]) -> None:
        rows: dict[str, list[Row]] = defaultdict(list)
        for label in ("Person", "Organization"):
            ids = sorted({need.a for need in wanted if need.label == label})
            for row in self._store.read(f"introductions_where_{label.lower()}", ids=ids) if ids else ():
                if is_current(row["startDate"], row["endDate"], self._on):
                    rows[row["id"]].append(row)
        for need in wanted:
            for row in rows[need.a]:
                if need.b == (row["area"] if kind == PLACE else (row["state"] or "").upper()):
                    self._add(need, FactRef(row["type"], (need.a, row["other"]), row["file"] or "", row["row"]))

    def _said(self, wanted: list[Need]) -> None:
        by_query: dict[tuple[str, str], list[Need]] = defaultdict(list)
        for need in wanted:
            by_query[need.label, need.b].append(need)
        for (label, word), needs in by_query.items():
            by_id = {need.a: need for need in needs}
            for row in self._store.read(f"introductions_mentions:{label}", ids=sorted(by_id), word=word):
                self._add(by_id[row["id"]], FactRef("SAYS", (row["id"],), row["file"] or "", row["row"]))

    def _add(self, need: Need, fact: FactRef) -> None:
        self._found[need] = (*self._found[need], fact)


def _order(fact: FactRef) -> tuple[str, tuple[str, ...], str, int]:
    return fact.type, fact.ids, fact.source, fact.row if fact.row is not None else -1
