"""What people said about two records: the same, or not. A log that only grows; what counts now is read from it.

An answer stands between *refs* (a provider's own name for somebody): all those that each side was made of when it was
given, since that is what the person saw. So it outlives a new upload, a merge and a split; where a ref is not in the
graph (any more) it lies still. An answer is never changed: a later one takes it
back (``withdrawn``) or, once somebody has confirmed it, stands in its place (``over``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from lpgraph.ids import digest
from lpgraph.store.graph import Step, Store

Verdict = Literal["same", "different", "skipped", "withdrawn"]
SAME, DIFFERENT, SKIPPED, WITHDRAWN = "same", "different", "skipped", "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log, between the refs of ``left`` and of ``right``, each side's most trusted first.

    ``of``: the answer that this one takes back; ``over``: those whose place it takes.
    ``pending``: it is written, what follows from it in the graph may not be yet.
    """

    id: str
    seq: int
    left: tuple[str, ...]
    right: tuple[str, ...]
    label: str
    verdict: str
    who: str
    at: str
    why: str = ""
    aName: str = ""  # noqa: N815 - stored under this name
    bName: str = ""  # noqa: N815
    of: str = ""
    over: tuple[str, ...] = ()
    pending: bool = False

    @property
    def refs(self) -> frozenset[str]:
        """All refs that it speaks of."""
        return frozenset((*self.left, *self.right))

    def between(self, a: frozenset[str], b: frozenset[str]) -> bool:
        """Whether its two sides reach into both of these."""
        straight = not a.isdisjoint(self.left) and not b.isdisjoint(self.right)
        return straight or (not a.isdisjoint(self.right) and not b.isdisjoint(self.left))

    @property
    def said(self) -> str:
        """``Ana Reyes said “different” on 12 Mar 2026`` without the month's name: for messages."""
        names = " and ".join(f"“{name}”" for name in (self.aName, self.bName) if name)
        about = f" of {names}" if names else ""
        return f"{self.who or 'somebody'} said “{self.verdict}”{about} on {self.at[:10]}"


def read_log(store: Store) -> list[Decision]:
    """Every line, oldest first."""
    names = {f.name for f in fields(Decision)}
    lines = []
    for row in store.read("decision_log"):
        known: dict[str, Any] = {k: v for k, v in row["decision"].items() if k in names}
        for name in ("left", "right", "over"):
            known[name] = tuple(known.get(name) or ())
        lines.append(Decision(**known))
    return lines


def live(log: Sequence[Decision]) -> list[Decision]:
    """The answers that count: neither taken back nor replaced.

    Read from the end: a line that was itself taken back no longer takes back or replaces another.
    """
    dead: set[str] = set()
    kept: list[Decision] = []
    for line in sorted(log, key=lambda one: (one.seq, one.id), reverse=True):
        if line.id in dead:
            continue
        dead.update(line.over, (line.of,) if line.of else ())
        if line.verdict != WITHDRAWN:
            kept.append(line)
    return kept[::-1]


def binding(log: Sequence[Decision]) -> list[Decision]:
    """The live answers that say same or different."""
    return [line for line in live(log) if line.verdict in (SAME, DIFFERENT)]


def next_seq(log: Iterable[Decision]) -> int:
    """The number of the next line."""
    return max((line.seq for line in log), default=0) + 1


def identity(seq: int, *words: str) -> str:
    """The id of a line."""
    return f"decision-{digest((str(seq), *words), 12)}"


def put(line: Decision) -> Step:
    """The step that writes a line."""
    props = asdict(line)
    for name in ("left", "right", "over"):
        props[name] = list(props[name])
    return ("decision_put", {"id": line.id, "props": props})


def joined(lines: Iterable[Decision]) -> dict[str, frozenset[str]]:
    """For each ref that somebody called the same as another: all refs that this makes one, through any chain."""
    groups: dict[str, set[str]] = {}
    for line in lines:
        if line.verdict == SAME:
            both = set().union(*(groups.get(ref, {ref}) for ref in line.refs))
            groups |= dict.fromkeys(both, both)
    return {ref: frozenset(some) for ref, some in groups.items()}


def apart(lines: Iterable[Decision]) -> dict[str, set[str]]:
    """For each ref that somebody called different from others: those."""
    found: dict[str, set[str]] = {}
    for line in lines:
        if line.verdict == DIFFERENT:
            for some, others in ((line.left, line.right), (line.right, line.left)):
                for ref in some:
                    found.setdefault(ref, set()).update(others)
    return found


def pairs(lines: Iterable[Decision], verdict: str) -> set[tuple[str, str]]:
    """The pairs of refs, each in its order, of which somebody said so. Those called the same hang on one of them."""
    found: set[tuple[str, str]] = set()
    for line in lines:
        if line.verdict != verdict:
            continue
        ends = [(line.left[0], ref) for ref in (*line.left[1:], *line.right)] if verdict == SAME else [
            (x, y) for x in line.left for y in line.right
        ]  # fmt: skip
        found |= {(min(pair), max(pair)) for pair in ends}
    return found


def against(lines: Sequence[Decision], verdict: str, a: Iterable[str], b: Iterable[str]) -> list[Decision]:
    """The live answers that a new one contradicts, directly or through a chain of others.

    ``a`` and ``b`` are the refs of the two sides.
    """
    chains = joined(lines)
    left = frozenset(ref for one in a for ref in chains.get(one, (one,)))
    right = frozenset(ref for one in b for ref in chains.get(one, (one,)))
    if verdict == SAME:
        return [line for line in lines if line.verdict == DIFFERENT and line.between(left, right)]
    found: list[Decision] = []
    while chain := _bridge([line for line in lines if line not in found], frozenset(a), frozenset(b)):
        found.append(max(chain, key=lambda line: line.seq))  # the one that made the chain whole
    return found


def _bridge(lines: Sequence[Decision], a: frozenset[str], b: frozenset[str]) -> list[Decision]:
    """The answers “same” of a shortest chain from one side to the other; none when there is none."""
    same = [line for line in lines if line.verdict == SAME]
    came: dict[str, list[Decision]] = {ref: [] for ref in sorted(a)}
    queue = list(came)
    while queue:
        ref = queue.pop(0)
        if ref in b:
            return came[ref]
        for line in same:
            if ref in line.refs:
                fresh = sorted(line.refs - came.keys())
                came |= {other: [*came[ref], line] for other in fresh}
                queue += fresh
    return []
