"""Which entity each mention is: the touched part of the graph is read, clustered afresh, and what differs is a move.

Because a cluster is a function of its mentions alone, the outcome does not depend on the order in which they came.
Ids are kept as long as their cluster lives; the fingerprint knows a cluster by its mentions, not by its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lpgraph.identity.clusters import Card, cluster
from lpgraph.ids import digest
from lpgraph.ingest.derive import Known, from_row
from lpgraph.model import MATCHED, Label
from lpgraph.store.graph import Store
from lpgraph.store.ledger import chunks

CHUNK = 2_000


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

    def entity_of_ref(self) -> dict[str, str]:
        """Which entity the ends of facts are."""
        return {k.mention.ref: k.entity for k in self.known.values()}

    def by_entity(self) -> dict[tuple[Label, str], list[Known]]:
        """The mentions of each touched entity."""
        groups: defaultdict[tuple[Label, str], list[Known]] = defaultdict(list)
        for known in self.known.values():
            groups[known.mention.label, known.entity].append(known)
        return groups


def contact_ids(known: Known) -> list[str]:
    """The ids of the ``Contact`` nodes of a mention."""
    mention = known.mention
    return [f"email:{e}" for e in mention.emails] + [f"phone:{p}" for p in mention.phones]


def surroundings(store: Store, start: Iterable[Known], without: frozenset[str] = frozenset()) -> dict[str, Known]:
    """``start`` and every stored mention that is joined to it by ref, id, e-mail or phone, near or far.

    ``without`` are mentions that are about to go.
    """
    found: dict[str, Known] = {k.key: k for k in start}
    fresh = list(found.values())
    seen: dict[str, set[str]] = {"ref": set(), "id": set(), "contact": set()}
    while fresh:
        asked = {
            "ref": {k.mention.ref for k in fresh} - seen["ref"],
            "id": {i for k in fresh for i in k.mention.ids} - seen["id"],
            "contact": {c for k in fresh for c in contact_ids(k)} - seen["contact"],
        }
        for kind, values in asked.items():
            seen[kind] |= values
        fresh = []
        for known in _fetch(store, asked):
            if known.key in without:
                continue
            here = found.get(known.key)
            if here is None:
                found[known.key] = known
                fresh.append(known)
            elif not here.entity:
                here.entity, here.loads = known.entity, tuple(dict.fromkeys((*known.loads, *here.loads)))
    return found


def _fetch(store: Store, asked: dict[str, set[str]]) -> Iterable[Known]:
    queries = {
        "ref": ("mention_by_ref", "refs"),
        "id": ("mention_by_identifier", "ids"),
        "contact": ("mention_by_contact", "ids"),
    }
    for kind, (query, parameter) in queries.items():
        for chunk in chunks(sorted(asked[kind]), CHUNK):
            for row in store.read(query, **{parameter: chunk}):
                yield from_row(row)


def settle(found: dict[str, Known], before: Iterable[tuple[Label, str]] = ()) -> Resolution:
    """Cluster the found mentions and give each its entity; ``before``: further entities that may be left empty."""
    held: set[tuple[Label, str]] = set(before)
    held |= {(k.mention.label, k.entity) for k in found.values() if k.entity}
    moves: list[Move] = []
    for label in Label:
        group = [k for k in found.values() if k.mention.label == label]
        for known, entity in _assign(label, group):
            if known.entity and known.entity != entity:
                moves.append(Move(known.key, known.mention.ref, label, known.entity, entity))
            known.entity = entity
    alive = {(k.mention.label, k.entity) for k in found.values()}
    return Resolution(found, sorted(moves, key=lambda m: m.key), sorted(held - alive))


def _assign(label: Label, group: Sequence[Known]) -> Iterable[tuple[Known, str]]:
    if label not in MATCHED:
        for known in group:
            yield known, own_id(label, known)
        return
    by_key = {k.key: k for k in group}
    clusters = sorted(cluster([_card(k) for k in group]), key=min)
    taken = {k.entity for k in group if k.entity}
    for members, entity in zip(clusters, _ids(label, clusters, by_key, taken), strict=True):
        for key in sorted(members):
            yield by_key[key], entity


def own_id(label: Label, known: Known) -> str:
    """The id of an entity that its ident alone decides: an area's is its OCD division id."""
    return known.mention.ident[0] if label is Label.AREA else f"{label.lower()}/{known.mention.ref}"


def _ids(label: Label, clusters: Sequence[frozenset[str]], by_key: dict[str, Known], taken: set[str]) -> list[str]:
    """One id a cluster: the one that most of its members hold already, else a new one from its first mention."""
    claims: list[tuple[int, str, int]] = []
    for number, members in enumerate(clusters):
        votes: defaultdict[str, int] = defaultdict(int)
        for key in members:
            if entity := by_key[key].entity:
                votes[entity] += 1
        claims += [(-count, entity, number) for entity, count in votes.items()]
    ids: dict[int, str] = {}
    given: set[str] = set()
    for _, entity, number in sorted(claims):
        if number not in ids and entity not in given:
            ids[number] = entity
            given.add(entity)
    for number, members in enumerate(clusters):
        if number not in ids:
            ids[number] = _fresh(label, min(members), taken | given)
            given.add(ids[number])
    return [ids[number] for number in range(len(clusters))]


def _fresh(label: Label, seed: str, taken: set[str]) -> str:
    entity = f"{label.lower()}/{seed[:16]}"
    while entity in taken:
        entity = f"{label.lower()}/{digest((entity, seed))}"
    return entity


def _card(known: Known) -> Card:
    mention = known.mention
    text = {name: str(mention.props.get(name, "")) for name in ("name", "givenName", "familyName")}
    return Card(
        known.key,
        mention.ref,
        mention.label,
        mention.ids,
        mention.emails,
        mention.phones,
        text["name"],
        text["givenName"],
        text["familyName"],
    )
