"""Facts as people read them: which types are shown, how each is said, and the rows that say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lpgraph.explore import dates
from lpgraph.explore.entities import Reads, Row, key_label
from lpgraph.model import FACTS, RECORDS

# Introductions are records of our own work, some of them private: no profile and no picture tells of them.
TYPES = tuple(sorted({fact.type for fact in FACTS if fact.a not in RECORDS and fact.b not in RECORDS}))
MOST = 20_000  # facts read at one entity: above that (a state, a national body) the oldest are left out and counted

# How a type reads from its start, and from its end.
_SAID = {
    "HOLDS": ("holds", "held by"),
    "IN_BODY": ("part of", "includes"),
    "REPRESENTS": ("represents", "represented by"),
    "GOVERNS": ("governs", "governed by"),
    "WITHIN": ("within", "contains"),
    "MEMBER_OF": ("member of", "has member"),
    "STAFF_OF": ("on the staff of", "has staff"),
    "BOARD_OF": ("on the board of", "has board member"),
    "LEADS": ("leads", "led by"),
    "AFFILIATED_WITH": ("affiliated with", "has affiliate"),
    "ACTIVE_IN": ("active in", "has active"),
    "LOCATED_IN": ("located in", "place of"),
    "REGISTERED_FOR": ("registered for", "had registered"),
    "ATTENDED": ("attended", "attended by"),
    "HOSTED": ("hosted", "hosted by"),
    "SPONSORED": ("sponsored", "sponsored by"),
    "PART_OF": ("part of", "includes"),
    "ABOUT": ("about", "subject of"),
    "KNOWS": ("knows", "knows"),
    "DO_NOT_INTRODUCE": ("do not introduce to", "do not introduce to"),
    "WORKS_ON": ("works on", "worked on by"),
    "INTERESTED_IN": ("interested in", "of interest to"),
    "ADVISES_ON": ("advises on", "advised on by"),
    "IN_AREA": ("in", "place of"),
    "ENACTS": ("enacts", "enacted by"),
    "ALTERNATIVE_TO": ("alternative to", "alternative to"),
    "VOTED": ("voted on", "voted on by"),
    "EXPECTED": ("expected to vote on", "vote expected from"),
}
UNDIRECTED = frozenset({"KNOWS", "DO_NOT_INTRODUCE", "ALTERNATIVE_TO"})
_EVENT_LIKE = frozenset({"ATTENDED", "REGISTERED_FOR", "HOSTED", "VOTED", "EXPECTED"})


@dataclass(frozen=True, slots=True, order=True)
class SourceRow:
    """The row of a source that says something; ``load`` is the ledger's id, ``author`` of what was typed by hand."""

    source: str
    file: str
    row: int
    load: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of ``a`` and ``b`` by one row or by several that agree (``keys``, ``sources``)."""

    keys: tuple[str, ...]
    type: str
    a: str
    b: str
    start: str
    end: str
    details: tuple[tuple[str, str], ...]  # the type's own properties that are filled, in the model's order
    sources: tuple[SourceRow, ...]

    def current(self, on: str) -> bool:
        """Whether it holds on a day. What happened once (an attendance, a vote) always counts."""
        return self.type in _EVENT_LIKE or dates.is_current(self.start, self.end, on)

    def said(self, from_id: str | None = None) -> str:
        """The words between the two ends, read from ``from_id``: ``on the board of (chair, since 2021)``."""
        verb = self.verb(from_id)
        return " ".join(part for part in (verb, self.extra(verb)) if part)

    def verb(self, from_id: str | None = None) -> str:
        """What the first end does to the second, read from ``from_id``: ``on the board of``."""
        out, back = _SAID[self.type]
        return out if from_id in (None, self.a) else back

    def extra(self, but: str = "") -> str:
        """Role, strength, dates and the like in brackets, or nothing; what ``but`` already says is left out."""
        parts = [_detail(k, v) for k, v in self.details if v.casefold() not in but.casefold()]
        contact = dict(self.details).get("lastContactAt", "")
        when = "" if contact and contact == self.start else dates.span(self.start, self.end)
        said = ", ".join(part for part in (*parts, when) if part)
        return f"({said})" if said else ""

    def other(self, entity_id: str) -> str:
        """The end that is not ``entity_id``."""
        return self.b if self.a == entity_id else self.a


def of_entity(
    store: Reads, label: str, entity_id: str, types: Sequence[str] = TYPES, limit: int = MOST
) -> tuple[list[Fact], Labels]:
    """The facts at one entity (``limit`` each way), agreeing rows joined, and the label of every other end."""
    rows = store.read(f"explore_facts:{label}", id=entity_id, types=list(types), limit=limit)
    labels: Labels = {}
    named: list[Row] = []
    for row in rows:
        other = key_label(row["otherLabels"])
        if not other or not row["otherId"]:
            continue
        labels[row["otherId"]] = other
        a, b = (entity_id, row["otherId"]) if row["way"] == "out" else (row["otherId"], entity_id)
        named.append({"a": a, "b": b, "type": row["type"], "props": row["props"]})
    return joined(named), labels


def more(store: Reads, label: str, entity_id: str, limit: int, shown: Sequence[Fact]) -> int:
    """How many rows an entity has beyond those that ``of_entity`` gave with ``limit``."""
    rows = sum(len(fact.keys) for fact in shown)
    if rows < limit:
        return 0
    return max(int(store.read(f"explore_degree:{label}", id=entity_id, types=list(TYPES))[0]["facts"]) - rows, 0)


def between(
    store: Reads, refs: Labels, types: Sequence[str] = TYPES, others: Iterable[str] | None = None
) -> list[Fact]:
    """The facts that join the entities of ``refs`` (id → label), or lead from them to ``others``."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for entity_id, label in sorted(refs.items()):
        by_label[label].append(entity_id)
    targets = sorted(set(refs if others is None else others))
    rows: list[Row] = []
    for label, ids in sorted(by_label.items()):
        rows += store.read(f"explore_between:{label}", ids=ids, others=targets, types=list(types), limit=MOST)
    return joined(rows)


Labels = dict[str, str]


def joined(rows: Iterable[Row]) -> list[Fact]:
    """Rows of a, b, type and props as facts: rows that say the same, from whatever source, are one."""
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        props = row["props"]
        ends = tuple(sorted((row["a"], row["b"]))) if row["type"] in UNDIRECTED else (row["a"], row["b"])
        said = (
            row["type"],
            ends,
            props.get("startDate") or "",
            props.get("endDate") or "",
            _details(row["type"], props),
        )
        groups[said].append(row)
    facts = [_fact(mine) for mine in groups.values()]
    return sorted(facts, key=lambda f: (f.type, f.a, f.b, f.start, f.end, f.keys))


def _fact(rows: Sequence[Row]) -> Fact:
    rows = sorted(rows, key=lambda r: r["props"].get("key") or "")
    first, props = rows[0], rows[0]["props"]
    return Fact(
        keys=tuple(dict.fromkeys(str(r["props"].get("key") or "") for r in rows)),
        type=first["type"],
        a=first["a"],
        b=first["b"],
        start=props.get("startDate") or "",
        end=props.get("endDate") or "",
        details=_details(first["type"], props),
        sources=tuple(sorted({source_row(r["props"]) for r in rows})),
    )


def source_row(props: Row) -> SourceRow:
    """Where a fact or a mention was read."""
    row = props.get("row")
    return SourceRow(
        props.get("source") or "", props.get("file") or "", int(row) if row is not None else 0,
        props.get("load") or "", props.get("author") or "",
    )  # fmt: skip


_OWN = {fact.type: fact.props for fact in FACTS}
for _f in FACTS:  # a type that joins several pairs of labels carries what any of them may carry
    _OWN[_f.type] = tuple(dict.fromkeys((*_OWN[_f.type], *_f.props)))


def _details(type_: str, props: Row) -> tuple[tuple[str, str], ...]:
    names = (*_OWN.get(type_, ()), "note", "author", "url")
    return tuple((name, str(props[name])) for name in names if props.get(name) not in (None, ""))


_DETAILS = {
    "strength": "strength {} of 5",
    "lastContactAt": "last contact {}",
    "nextVote": "next vote {}",
    "minutes": "{} minutes",
    "until": "until {}",
    "author": "says {}",
    "tier": "tier {}",
    "influence": "influence {}",
}


def _detail(name: str, value: str) -> str:
    """One property in words."""
    if name in {"lastContactAt", "nextVote", "until"}:
        value = dates.show(value)
    return _DETAILS.get(name, "{}").replace("{}", value)
