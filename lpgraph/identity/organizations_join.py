"""Clusters of organizations: the likeliest pair first, and never two locals, chapters or ids in one, by any chain."""

from __future__ import annotations

from collections.abc import Iterable

from lpgraph.identity.against import differ
from lpgraph.identity.organizations import OrganizationCard, OrganizationPair
from lpgraph.identity.organizations_read import facets, read_all
from lpgraph.settings import MATCH_AUTO


def join_organizations(
    cards: Iterable[OrganizationCard], pairs: Iterable[OrganizationPair], auto: float = MATCH_AUTO
) -> dict[str, str]:
    """Card key → cluster key (the smallest key in it), joining pairs of ``p`` ≥ ``auto`` that contradict nothing."""
    readings = read_all(cards)
    cluster = {one.key: one.key for one in readings}
    members = {one.key: [one.key] for one in readings}
    said = {one.key: {kind: {value} for kind, value in facets(one).items()} for one in readings}
    for pair in sorted(pairs, key=lambda pair: (-pair.p, pair.a, pair.b)):
        a, b = sorted((cluster[pair.a], cluster[pair.b]))
        if pair.p < auto or a == b or differ(said[a], said[b], by_id=_by_id(pair)):
            continue
        for kind, values in said.pop(b).items():
            said[a].setdefault(kind, set()).update(values)
        for key in members[b]:
            cluster[key] = a
        members[a] += members.pop(b)
    return cluster


def _by_id(pair: OrganizationPair) -> bool:
    return any(reason in ("same EIN", "same OLMS file number") for reason in pair.evidence)
