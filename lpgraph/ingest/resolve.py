"""Which entity each mention is: the touched part of the graph is read, clustered afresh, and what differs is a move.

Because a cluster is a function of its mentions alone, the outcome does not depend on the order in which they came.
Ids are kept as long as their cluster lives; the fingerprint knows a cluster by its mentions, not by its id.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lpgraph.ids import digest
from lpgraph.ingest.around import Around
from lpgraph.ingest.decisions import Decision
from lpgraph.ingest.derive import Known
from lpgraph.ingest.matching import Asked, partition
from lpgraph.model import MATCHED, Label
from lpgraph.store.graph import Store
from lpgraph.store.ledger import BATCH, chunks

Former = dict[str, frozenset[str]]  # a retired id → the refs that it stood for


@dataclass(frozen=True, slots=True)
class Move:
    """A stored mention that turns out to be another entity."""

    key: str
    ref: str
    label: Label
    source: str
    target: str


@dataclass(slots=True)
class Resolution:
    """The touched part of the graph as it should be."""

    known: dict[str, Known]  # by mention key; ``entity`` is the one that it should be
    moves: list[Move]
    emptied: list[tuple[Label, str]]  # entities of which no mention is left
    questions: list[Asked] = field(default_factory=list)  # between two mentions, at least one of them of ``known``
    rim: dict[str, Known] = field(default_factory=dict)  # the mentions beside that questions may be about

    def entity_of_ref(self) -> dict[str, str]:
        """Which entity the ends of facts are."""
        return {k.mention.ref: k.entity for k in self.known.values()}

    def by_entity(self) -> dict[tuple[Label, str], list[Known]]:
        """The mentions of each touched entity."""
        groups: defaultdict[tuple[Label, str], list[Known]] = defaultdict(list)
        for known in self.known.values():
            groups[known.mention.label, known.entity].append(known)
        return groups


def settle(
    store: Store, around: Around, decisions: Sequence[Decision] = (), before: Iterable[tuple[Label, str]] = ()
) -> Resolution:
    """Cluster the core anew and give each mention its entity; ``before``: further entities that may be left empty."""
    found = around.core
    held: set[tuple[Label, str]] = set(before)
    held |= {(k.mention.label, k.entity) for k in found.values() if k.entity}
    moves: list[Move] = []
    questions: list[Asked] = []
    for label in Label:
        group = [k for k in found.values() if k.mention.label == label]
        if label not in MATCHED:
            changes = [(k, own_id(label, k)) for k in group]
        else:
            rim = [k for k in around.rim.values() if k.mention.label == label]
            weighed = around.people.values() if label is Label.PERSON else None
            matched = partition(group, decisions, rim, weighed)
            questions += matched.questions
            own = [members & found.keys() for members in matched.clusters]
            taken = {k.entity for k in rim if k.entity}
            changes = _assign(store, label, [c for c in own if c], group, taken)
        for known, entity in changes:
            if known.entity and known.entity != entity:
                moves.append(Move(known.key, known.mention.ref, label, known.entity, entity))
            known.entity = entity
    alive = {(k.mention.label, k.entity) for k in found.values()}
    return Resolution(found, sorted(moves, key=lambda m: m.key), sorted(held - alive), questions, around.rim)


def _assign(
    store: Store, label: Label, clusters: Sequence[frozenset[str]], group: Sequence[Known], taken: set[str]
) -> list[tuple[Known, str]]:
    by_key = {k.key: k for k in group}
    ordered = sorted(clusters, key=min)
    ids = _ids(store, label, ordered, by_key, taken)
    return [(by_key[key], entity) for members, entity in zip(ordered, ids, strict=True) for key in sorted(members)]


def own_id(label: Label, known: Known) -> str:
    """The id of an entity that its ident alone decides: an area's is its OCD division id."""
    return known.mention.ident[0] if label is Label.AREA else f"{label.lower()}/{known.mention.ref}"


def _ids(
    store: Store, label: Label, clusters: Sequence[frozenset[str]], by_key: dict[str, Known], others: set[str]
) -> list[str]:
    """One id a cluster: the one that most of its members hold already, or had before they were joined to others; else
    a new one from its first mention, which nobody near has (``others``)."""
    taken = others | {k.entity for k in by_key.values() if k.entity}
    held = [[by_key[key].entity for key in members] for members in clusters]
    times = Counter(entity for some in held for entity in set(some) - {""})
    shared = {entity for entity, count in times.items() if count > 1}
    former = _former(store, label, shared) if shared else {}
    ids = _voted(
        [[vote for key in sorted(members) for vote in _votes(by_key[key], shared, former)] for members in clusters]
    )
    given = set(ids.values())  # what no vote was for any more goes to the most of those who are left
    left = [[e for e in some if e not in given] if n not in ids else [] for n, some in enumerate(held)]
    ids |= _voted(left)
    given = taken | set(ids.values())
    new = [number for number in range(len(clusters)) if number not in ids]
    while new:
        for number in new:
            ids[number] = _fresh(label, _seed(label, clusters[number], by_key), given)
            given.add(ids[number])
        # One that was made of this mention may have stayed with others when it went: they need not be near.
        used = _in_use(store, label, (ids[number] for number in new))
        new = [number for number in new if ids[number] in used]
    return [ids[number] for number in range(len(clusters))]


def _votes(known: Known, shared: set[str], former: Former) -> list[str]:
    """The ids that a mention is for: of an entity that parts, the one that the mention came from, if it is free."""
    if known.entity not in shared:
        return [known.entity]
    return [old for old, stood in former.items() if known.mention.ref in stood] or [known.entity]


def _in_use(store: Store, label: Label, ids: Iterable[str]) -> set[str]:
    """Those of these ids that somebody in the graph has."""
    return {row["id"] for some in chunks(sorted(ids), BATCH) for row in store.read(f"entity_there:{label}", ids=some)}


def _voted(votes: Sequence[Sequence[str]]) -> dict[int, str]:
    """Who gets which id, by the votes of each: whoever has most for it; each one id, each id once."""
    claims = [
        (-count, entity, number)
        for number in range(len(votes))
        for entity, count in Counter(vote for vote in votes[number] if vote).items()
    ]
    ids: dict[int, str] = {}
    given: set[str] = set()
    for _, entity, number in sorted(claims):
        if number not in ids and entity not in given:
            ids[number] = entity
            given.add(entity)
    return ids


def _former(store: Store, label: Label, entities: set[str]) -> Former:
    """The free ids that came to these entities, through any chain, with the refs that each stood for."""
    found: Former = {}
    asked = set(entities)
    while asked:
        rows = [row for row in store.read("retired_children", ids=sorted(asked)) if row["id"] not in found]
        found |= {row["id"]: frozenset(row["refs"] or ()) for row in rows}
        asked = {row["id"] for row in rows}
    used = entities | _in_use(store, label, found)
    return {old: stood for old, stood in found.items() if old not in used}


def _seed(label: Label, members: frozenset[str], by_key: dict[str, Known]) -> str:
    """What a new id is made of: an event's own name at its provider, so that its id is the same everywhere."""
    return min(by_key[key].mention.ref for key in members) if label is Label.EVENT else min(members)


def _fresh(label: Label, seed: str, taken: set[str]) -> str:
    entity = f"{label.lower()}/{seed[:16]}"
    while entity in taken:
        entity = f"{label.lower()}/{digest((entity, seed))}"
    return entity
