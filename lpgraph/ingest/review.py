"""The questions that identity leaves to a person: which are open, most valuable first, and what each answer brings.

A question stands between two mentions' refs. It is derived (like an entity): looked at again whenever one of its
mentions is, and gone when answered. Nobody is asked twice: what somebody answered is decided, what somebody skipped is
not shown to that person again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lpgraph.ids import digest
from lpgraph.ingest import decisions
from lpgraph.ingest.around import of_entity
from lpgraph.ingest.decisions import SKIPPED, Decision
from lpgraph.ingest.derive import Known
from lpgraph.ingest.evidence import Mark, marks, sentence
from lpgraph.ingest.resolve import Resolution
from lpgraph.model import MATCHED, Label
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import BATCH, chunks


@dataclass(frozen=True, slots=True)
class Pair:
    """An open question: two entities of which one record each may be the same, and how likely that is."""

    a: str  # entity id
    b: str
    label: Label
    p: float
    refs: tuple[str, str]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two sides as a person sees it."""

    id: str
    name: str
    sources: tuple[str, ...]  # file and row of each mention, the most trusted first
    facts: tuple[tuple[str, int], ...]  # how many of each type name it


@dataclass(frozen=True, slots=True)
class Question:
    """A question with all that an answer needs: both sides, what agrees and what does not, and what will follow."""

    pair: Pair
    a: Party
    b: Party
    marks: tuple[Mark, ...]
    evidence: str
    keeps: str  # the id that stays when they are the same

    @property
    def moves(self) -> tuple[tuple[str, int], ...]:
        """The facts that move when they are the same."""
        return self.b.facts if self.keeps == self.a.id else self.a.facts


def note(store: Store, made: Resolution, gone: Iterable[str] = ()) -> None:
    """Write the questions about the mentions that were looked at, in place of those that were there before.

    ``gone``: refs of mentions that are no more.
    """
    refs = sorted({k.mention.ref for k in made.known.values()} | set(gone))
    old: set[str] = set()
    for chunk in chunks(refs, BATCH):
        for query in ("review_of_a", "review_of_b"):
            old |= {row["id"] for row in store.read(query, refs=chunk)}
    rows = _rows(made)
    for some in chunks(sorted(old - rows.keys()), BATCH):
        ledger.commit(store, [("review_delete", {"ids": some})])
    for lot in chunks([rows[key] for key in sorted(rows)], BATCH):
        ledger.commit(store, [("review_put", {"rows": lot})])


def _rows(made: Resolution) -> dict[str, dict[str, object]]:
    """One row a pair of entities, its likeliest pair of mentions."""
    all_known = {**made.rim, **made.known}
    best: dict[tuple[str, str], tuple[float, str, str, str, str]] = {}
    for asked in made.questions:
        one, two = sorted((all_known[asked.a], all_known[asked.b]), key=lambda k: (k.mention.ref, k.key))
        if one.entity == two.entity:
            continue
        ends = (min(one.entity, two.entity), max(one.entity, two.entity))
        found = (round(asked.p, 4), one.mention.ref, two.mention.ref, asked.why, str(one.mention.label))
        if ends not in best or found > best[ends]:
            best[ends] = found
    rows: dict[str, dict[str, object]] = {}
    for p, a, b, why, label in best.values():
        key = digest(("review", a, b), 20)
        rows[key] = {"id": key, "a": a, "b": b, "p": p, "why": why, "label": label}
    return rows


def pairs(store: Store, who: str = "", label: Label | None = None) -> list[Pair]:
    """The open questions, the most valuable first; without those that ``who`` skipped, or that others bring along."""
    lines = decisions.live(decisions.read_log(store))
    decided = decisions.pairs(lines, decisions.DIFFERENT)
    mine = [line for line in lines if line.verdict == SKIPPED and line.who == who]
    found: dict[tuple[str, str], Pair] = {}
    for row in store.read("review_pairs"):
        refs = (row["a"], row["b"])
        if (min(refs), max(refs)) in decided or _skipped(mine, refs) or (label and row["label"] != label):
            continue
        one = Pair(row["entityA"], row["entityB"], Label(row["label"]), row["p"], refs, row["why"] or "")
        ends = (min(one.a, one.b), max(one.a, one.b))
        if ends not in found or one.p > found[ends].p:
            found[ends] = one
    weight = _weights(store, {i for ends in found for i in ends}) if found else {}
    value = {ends: -q.p * min(weight.get(q.a, 1), weight.get(q.b, 1)) for ends, q in found.items()}
    return _telling([found[ends] for ends in sorted(found, key=lambda e: (value[e], -found[e].p, found[e].refs))])


def _telling(asked: Sequence[Pair]) -> list[Pair]:
    """Without those whose answer follows when the ones before are answered yes: a name in nine rows that say nothing
    else is eight questions, not thirty-six. A "different" brings the others back.
    """
    root: dict[str, str] = {}

    def find(one: str) -> str:
        while root.get(one, one) != one:
            root[one] = one = root.get(root[one], root[one])
        return one

    told: list[Pair] = []
    for pair in asked:
        a, b = find(pair.a), find(pair.b)
        if a != b:
            root[a] = b
            told.append(pair)
    return told


def _skipped(lines: Sequence[Decision], refs: tuple[str, str]) -> bool:
    return any(line.between(frozenset((refs[0],)), frozenset((refs[1],))) for line in lines)


def _weights(store: Store, ids: Iterable[str]) -> dict[str, float]:
    """How much hangs on an entity: an answer about two that both have much brings more than one about a sign-up."""
    found: dict[str, float] = {}
    for chunk in chunks(sorted(ids), BATCH):
        for label in MATCHED:
            own = [i for i in chunk if i.startswith(f"{label.lower()}/")]
            if own:
                found |= {r["id"]: 1 + math.log1p(r["facts"]) for r in store.read(f"review_weight:{label}", ids=own)}
    return found


def question(store: Store, pair: Pair) -> Question:
    """All that a person needs to answer."""
    sides = [of_entity(store, pair.label, i) for i in (pair.a, pair.b)]
    told = tuple(marks(pair.label, sides[0], sides[1]))
    parties = [_party(store, pair.label, i, known) for i, known in zip((pair.a, pair.b), sides, strict=True)]
    # As ``resolve`` does it: the id that most mentions hold already stays.
    keeps = min((-len(sides[0]), pair.a), (-len(sides[1]), pair.b))[1]
    return Question(pair, parties[0], parties[1], told, sentence(told, pair.why), keeps)


def _party(store: Store, label: Label, entity: str, known: Sequence[Known]) -> Party:
    rows = store.read(f"explore_mentions:{label}", id=entity, limit=20)
    sources = tuple(dict.fromkeys(f"{row['file']} row {row['row']}" for row in rows))
    facts = tuple((row["type"], row["facts"]) for row in store.read(f"review_facts:{label}", id=entity))
    name = next((str(k.mention.props["name"]) for k in known if k.mention.props.get("name")), entity)
    return Party(entity, name, sources, facts)
