"""Merge, unmerge, and taking either back: an answer goes into the log, then the graph becomes what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lpgraph.errors import NotFound, UsageError
from lpgraph.ingest import clock, decisions
from lpgraph.ingest.around import of_entity, of_refs
from lpgraph.ingest.author import user
from lpgraph.ingest.decisions import DIFFERENT, SAME, SKIPPED, WITHDRAWN, Decision
from lpgraph.ingest.derive import Known
from lpgraph.ingest.healing import heal
from lpgraph.ingest.settling import settle_around
from lpgraph.ingest.undo import finish_undoing
from lpgraph.model import MATCHED, Label
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.lease import writer

VERDICTS = (SAME, DIFFERENT, SKIPPED)
MOST_REFS = 60  # of one side in an answer: more are one by far more than this answer
_REFS = re.compile(r"[0-9a-f]{16}(?:\+[0-9a-f]{16})*")


class Contradiction(UsageError):
    """An answer that contradicts an earlier one; ``earlier`` are those. Nothing was written."""

    def __init__(self, verdict: str, earlier: Sequence[Decision]) -> None:
        self.earlier = tuple(earlier)
        told = "; ".join(line.said for line in earlier)
        super().__init__(
            f"“{verdict}” contradicts an earlier answer: {told}. Confirm that yours takes its place (--yes)."
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records of an answer: its refs, the most trusted first, how it is called, and what it is now."""

    refs: tuple[str, ...]
    name: str
    label: Label
    entity: str


def sides(store: Store, a: str, b: str) -> tuple[Side, Side]:
    """The two records that ids mean: of an entity all that it is made of, of a retired id what it stood for, else a
    ref. So two that were joined can be named apart. Raises ``NotFound``.
    """
    one, two = mentions_of(store, a), mentions_of(store, b)
    if one and two and {k.entity for k in one} == {k.entity for k in two}:
        narrow, wide = sorted((one, two), key=len)
        rest = [k for k in wide if k.mention.ref not in {other.mention.ref for other in narrow}]
        one, two = (rest or one, two) if wide is one else (one, rest or two)
    return _side(one, a), _side(two, b)


def mentions_of(store: Store, what: str) -> list[Known]:
    """The mentions of an entity's id, of a retired one, of a ref or of several (``ref+ref``); none when it names
    nothing that is matched."""
    if _REFS.fullmatch(what):
        return of_refs(store, what.split("+"))
    label = next((one for one in MATCHED if one.lower() == what.partition("/")[0]), None)
    if label is None:
        return []
    known = of_entity(store, label, what)
    if not known:
        known = of_refs(store, (ref for row in store.read("retired_refs", id=what) for ref in row["refs"] or ()))
    return known


def _side(known: Sequence[Known], what: str) -> Side:
    ranked = sorted(known, key=lambda k: (-k.mention.rank, k.key))
    if not ranked:
        raise NotFound(f"nothing has the id {what}")
    best = ranked[0].mention
    refs = tuple(dict.fromkeys(k.mention.ref for k in ranked))[:MOST_REFS]
    return Side(refs, str(best.props.get("name", "")) or best.ident[-1], best.label, ranked[0].entity)


def decide(store: Store, a: str, b: str, verdict: str, *, who: str = "", why: str = "", sure: bool = False) -> Decision:
    """Say that two records (entity ids, retired ids or refs) are the same, or different, or skip the question.

    Raises ``Contradiction`` when somebody said otherwise before, unless ``sure``; ``UsageError`` and ``NotFound``.
    """
    if verdict not in VERDICTS:
        raise UsageError(f"“{verdict}” is no answer. Say one of: {', '.join(VERDICTS)}")
    who = who.strip() or user()
    with writer(store, who):
        ready(store)
        one, two = sides(store, a, b)
        _check(one, two, verdict)
        log = decisions.read_log(store)
        over = decisions.against(decisions.binding(log), verdict, one.refs, two.refs) if verdict != SKIPPED else []
        if over and not sure:
            raise Contradiction(verdict, over)
        line = _line(log, one, two, verdict, who, why, over)
        _write(store, line, _refs(line, over), log)
        return replace(line, pending=False)


def withdraw(store: Store, decision: str, *, who: str = "", why: str = "") -> Decision:
    """Take an answer back: the graph as if it had never been given. Raises ``NotFound`` and ``UsageError``."""
    who = who.strip() or user()
    with writer(store, who):
        ready(store)
        log = decisions.read_log(store)
        line = next((one for one in log if one.id == decision and one.verdict != WITHDRAWN), None)
        if line is None:
            raise NotFound(f"no answer {decision}. `lpgraph review --log` lists them.")
        if any(one.of == decision for one in log):
            raise UsageError(f"answer {decision} is taken back already")
        one = Side(line.left, line.aName, Label(line.label), "")
        two = Side(line.right, line.bName, Label(line.label), "")
        back = replace(_line(log, one, two, WITHDRAWN, who, why, ()), of=decision)
        _write(store, back, _refs(line, [one for one in log if one.id in line.over]), log)
        return replace(back, pending=False)


def last_of(store: Store, who: str = "") -> Decision:
    """The newest answer of somebody that still counts. Raises ``NotFound`` when there is none."""
    who = who.strip() or user()
    log = decisions.read_log(store)
    gone = {line.of for line in log}
    mine = [d for d in log if d.verdict != WITHDRAWN and d.id not in gone and d.who == who]
    if not mine:
        raise NotFound(f"{who} has given no answer that could be taken back")
    return mine[-1]


def ready(store: Store) -> None:
    """Finish what a crash left half done, and match by today's rules; called by every writer first."""
    finish_undoing(store)
    finish(store)
    heal(store)


def finish(store: Store) -> None:
    """Do what follows from answers that a crash left half done."""
    log = decisions.read_log(store)
    by_id = {line.id: line for line in log}
    for line in log:
        if line.pending:
            meant = by_id.get(line.of, line)
            _follow(store, line, _refs(meant, [by_id[i] for i in meant.over if i in by_id]), log)


def _check(one: Side, two: Side, verdict: str) -> None:
    if one.label is not two.label:
        raise UsageError(f"a {one.label.lower()} and a {two.label.lower()} are never the same")
    if set(one.refs) & set(two.refs):
        word = "cannot be parted" if verdict == DIFFERENT else "are one already"
        raise UsageError(f"the two are one record of one source, by its own id: they {word}")


def _line(
    log: Sequence[Decision], one: Side, two: Side, verdict: str, who: str, why: str, over: Sequence[Decision]
) -> Decision:
    at, seq = clock.now(), decisions.next_seq(log)
    line = decisions.identity(seq, *one.refs, *two.refs, verdict, at)
    names = {"aName": one.name[:200], "bName": two.name[:200]}
    replaced = tuple(d.id for d in over)
    said = (str(one.label), verdict, who, at, why.strip())
    return Decision(line, seq, one.refs, two.refs, *said, over=replaced, pending=True, **names)


def _refs(line: Decision, over: Iterable[Decision]) -> set[str]:
    return {ref for d in (line, *over) for ref in d.refs}


def _write(store: Store, line: Decision, refs: set[str], log: Sequence[Decision]) -> None:
    ledger.commit(store, [decisions.put(line)])
    _follow(store, line, refs, [*log, line])


def _follow(store: Store, line: Decision, refs: set[str], log: Sequence[Decision]) -> None:
    by_id = {one.id: one for one in log}
    if by_id.get(line.of, line).verdict != SKIPPED:
        settle_around(store, of_refs(store, refs), decisions.binding(log))
    ledger.commit(store, [("decision_settled", {"ids": [line.id]})])
