"""Between the store's mentions and the identity engine: cards out, clusters and questions back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lpgraph.identity.clusters import Card, cluster
from lpgraph.ingest.decisions import DIFFERENT, SAME, Decision, pairs
from lpgraph.ingest.derive import Known


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that the engine has: whether two mentions (by key) are one, and how likely that is."""

    a: str
    b: str
    p: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """The partition of mention keys, and what is left to ask."""

    clusters: list[frozenset[str]]
    questions: list[Asked]


def card(known: Known) -> Card:
    """A mention as identity sees it: its own words first, then what its row's facts say."""
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


def partition(known: Iterable[Known], decisions: Sequence[Decision]) -> Matched:
    """Which mentions of one label are one entity."""
    cards = [card(one) for one in known]
    ref = {c.key: c.ref for c in cards}
    group: dict[str, set[str]] = {r: {r} for r in ref.values()}
    bad = pairs(decisions, DIFFERENT)

    def join(a: str, b: str, force: bool = False) -> None:
        if group[a] is group[b]:
            return
        if not force and any((min(x, y), max(x, y)) in bad for x in group[a] for y in group[b]):
            return
        both = group[a] | group[b]
        group.update(dict.fromkeys(both, both))

    for a, b in sorted(pairs(decisions, SAME)):
        if a in group and b in group:
            join(a, b)
    for members in sorted(cluster(cards), key=min):
        refs = sorted({ref[k] for k in members})
        for i, b in enumerate(refs):
            for a in refs[:i]:
                join(a, b)
    out: defaultdict[int, set[str]] = defaultdict(set)
    for key, r in ref.items():
        out[id(group[r])].add(key)
    return Matched([frozenset(s) for s in out.values()], [])
