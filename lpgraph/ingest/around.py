"""The part of the graph that a change may touch: read from the store, mention by mention, until nothing more hangs on.

What is one entity depends on the mentions that share a ref, an id, an address or a likely match, and on what people
decided. A change is looked at together with all that hangs together with it this way, so that the answer is the one
that looking at the whole graph would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lpgraph.identity.joining import Edge
from lpgraph.ingest.decisions import Decision, apart, joined
from lpgraph.ingest.derive import Known, from_row
from lpgraph.ingest.matching import blocks, compared, likely, name_blocks
from lpgraph.ingest.pointing import pointed
from lpgraph.ingest.swaying import swayed
from lpgraph.model import MATCHED, Label
from lpgraph.settings import load_settings
from lpgraph.store.graph import Store
from lpgraph.store.ledger import chunks

CHUNK = 2_000


@dataclass(slots=True)
class Around:
    """``core``: mentions whose entity is looked at anew, by key; ``rim``: those that they are compared with.

    ``people``: the likely pairs of people of whom one at least is in the core.
    """

    core: dict[str, Known] = field(default_factory=dict)
    rim: dict[str, Known] = field(default_factory=dict)
    people: dict[tuple[str, str], Edge] = field(default_factory=dict)


def contact_ids(known: Known) -> list[str]:
    """The ids of the ``Contact`` nodes of a mention."""
    mention = known.mention
    return [f"email:{e}" for e in mention.emails] + [f"phone:{p}" for p in mention.phones]


class _Reading:
    """What has been asked of the store already, so that each thing is asked once."""

    def __init__(self, store: Store, without: frozenset[str]) -> None:
        self.store, self.without = store, without
        self._asked: defaultdict[str, set[str]] = defaultdict(set)
        self._met: dict[str, Known] = {}
        self._empty = not store.read("mention_any")  # a first load has nothing to ask for

    def fetch(self, query: str, parameter: str, values: Iterable[str]) -> Iterable[Known]:
        """The mentions that a ``mention_by_…`` query gives for the values that were not asked before."""
        if self._empty:
            return
        fresh = set(values) - self._asked[query]
        self._asked[query] |= fresh
        for chunk in chunks(sorted(fresh), CHUNK):
            for row in self.store.read(query, **{parameter: chunk}):
                key = row["key"]
                if key not in self.without:
                    if key not in self._met:
                        self._met[key] = from_row(row)
                    yield self._met[key]

    def all_bound(self, around: Around, known: Sequence[Known], same: Mapping[str, frozenset[str]]) -> list[Known]:
        """Take these into the core with all that is bound to them, near or far; gives those that are new there."""
        taken: list[Known] = []
        fresh = list(known)
        while fresh:
            for one in fresh:
                around.core.setdefault(one.key, one)
                around.rim.pop(one.key, None)
            taken += fresh
            next_: dict[str, Known] = {}
            for one in self.bound(fresh, same):
                here = around.core.get(one.key)
                if here is None:
                    next_[one.key] = one
                elif not here.entity:  # of the file, and stored already: what the store knows of it
                    here.entity, here.loads = one.entity, tuple(dict.fromkeys((*one.loads, *here.loads)))
                    next_[one.key] = here
            fresh = list(next_.values())
        return list({one.key: one for one in taken}.values())

    def bound(self, known: Sequence[Known], same: Mapping[str, frozenset[str]]) -> Iterable[Known]:
        """All that is bound to these: same ref, same id, same address, same entity now, or said to be the same."""
        refs = {k.mention.ref for k in known}
        yield from self.fetch("mention_by_ref", "refs", refs | {r for ref in refs for r in same.get(ref, ())})
        yield from self.fetch("mention_by_identifier", "ids", (i for k in known for i in k.mention.ids))
        yield from self.fetch("mention_by_contact", "ids", (c for k in known for c in contact_ids(k)))
        for label in MATCHED:
            own = (k.entity for k in known if k.entity and k.mention.label is label)
            yield from self.fetch(f"mention_by_entity:{label}", "ids", own)

    def of_one_name(self, around: Around, known: Iterable[Known]) -> list[Known]:
        """The stored mentions that have the name of one of these, put into the rim unless they are in the core."""
        names = {name for k in known for name in name_blocks(k)}
        return self.meet(around, names)

    def meet(self, around: Around, keys: Iterable[str]) -> list[Known]:
        """The stored mentions that have one of these block keys, put into the rim unless they are in the core."""
        found = [one for one in self.fetch("mention_by_block", "blocks", keys) if one.key not in around.core]
        for one in found:
            around.rim.setdefault(one.key, one)
        return found


def surroundings(
    store: Store,
    start: Iterable[Known],
    decisions: Sequence[Decision] = (),
    without: frozenset[str] = frozenset(),
    news: frozenset[str] = frozenset(),
) -> Around:
    """``start`` and every stored mention that hangs together with it, near or far, and what they are compared with.

    ``without`` are mentions that are about to go: what hung together through them is looked at, they are not given.
    ``news`` are stored already and yet new, since their load was interrupted.
    """
    reading = _Reading(store, without)
    same = joined(decisions)
    around = Around({k.key: k for k in start})
    fresh = reading.all_bound(around, list(around.core.values()), same)
    # Who is new or about to go changes how likely those of one name are; with those, what they hang together with.
    changed = [k for k in fresh if not k.entity or k.key in without or k.key in news]
    near = reading.meet(around, {b for k in changed for b in blocks(k)})
    fresh += reading.all_bound(around, swayed(changed, near, list(around.core.values())), same)
    told_apart = apart(decisions)
    while fresh:
        reading.meet(around, {b for k in fresh for b in blocks(k)})
        own = frozenset(k.key for k in fresh) - without
        beside = compared(_there(around, without), own) & around.rim.keys()
        reading.of_one_name(around, [around.rim[key] for key in sorted(beside)])
        fresh = reading.all_bound(around, _linked(around, own, without), same)
    for key in without:
        around.core.pop(key, None)
    parted = {ref for k in around.core.values() for ref in told_apart.get(k.mention.ref, ())}
    for one in reading.fetch("mention_by_ref", "refs", parted):  # so that nothing is asked that was answered
        if one.key not in around.core:
            around.rim.setdefault(one.key, one)
    return around


def _there(around: Around, without: frozenset[str]) -> list[Known]:
    return [k for k in (*around.core.values(), *around.rim.values()) if k.key not in without]


def _linked(around: Around, own: frozenset[str], without: frozenset[str]) -> list[Known]:
    """The mentions of the rim that are likely one with a mention that is new in the core, or point at one."""
    there = _there(around, without)
    people = likely((k for k in there if k.mention.label is Label.PERSON), own)
    around.people |= {(edge.a, edge.b): edge for edge in people}
    auto = load_settings().match_auto
    core = frozenset(around.core) - without
    others = likely((k for k in there if k.mention.label is not Label.PERSON), core)
    found = {key for edge in (*people, *others) if edge.p >= auto for key in (edge.a, edge.b)}
    # A name that pointed at nobody, since two bore it, points at the one who is left when the other goes.
    ends = pointed([*around.core.values(), *around.rim.values()])
    found |= {b if a in around.core else a for a, b in ends if (a in around.core) != (b in around.core)}
    return [around.rim[key] for key in sorted(found & around.rim.keys())]


def of_refs(store: Store, refs: Iterable[str]) -> list[Known]:
    """The stored mentions of these refs."""
    return [
        from_row(row) for chunk in chunks(sorted(set(refs)), CHUNK) for row in store.read("mention_by_ref", refs=chunk)
    ]


def of_entity(store: Store, label: Label, entity: str) -> list[Known]:
    """The mentions of one entity, the most trusted first."""
    found = [from_row(row) for row in store.read(f"mention_by_entity:{label}", ids=[entity])]
    return sorted(found, key=lambda k: (-k.mention.rank, k.key))
