"""Which of the ranked get a place in a list: most by score, some of other communities, one newcomer, one by policy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lpgraph.introductions.weights import Limits
from lpgraph.network.arrays import Bools, Floats, Snapshot
from lpgraph.network.index import Index

Reserved = tuple[Floats, int]  # what somebody is worth, and how many of the best have a place


def away(snapshot: Snapshot, u: int) -> Bools:
    """Who is known to be at another place than u."""
    codes = snapshot.nodes.place_codes
    mask: Bools = (codes != codes[u]) & (codes >= 0) if codes[u] >= 0 else np.zeros(len(codes), dtype=bool)
    return mask


def elsewhere(snapshot: Snapshot, u: int) -> Bools:
    """Who is of another community: another place, or another kind."""
    mask: Bools = away(snapshot, u) | (snapshot.nodes.kind_codes != snapshot.nodes.kind_codes[u])
    return mask


def composed(
    index: Index, other: Bools, best: Sequence[int], top: int, limits: Limits, reserved: Sequence[Reserved] = ()
) -> list[int]:
    """Of ten places six by score, three by score among ``other``, one for a newcomer; in order of score.

    ``reserved``: of each of these values (what a policy says, who advises on it) so many of the strongest have a place.
    """
    ten = limits.best + limits.elsewhere + limits.newcomer
    new, far = top * limits.newcomer // ten, top * limits.elsewhere // ten
    chosen: set[int] = set()
    for values, count in reserved if top >= ten else ():
        chosen.update(sorted((v for v in best if values[v] > 0), key=lambda v: -values[v])[:count])
    chosen.update(_first(best, chosen, np.ones(len(other), dtype=bool), top - new - far - len(chosen)))
    chosen.update(_first(best, chosen, other, min(far, top - len(chosen))))
    newcomers = index.event_count <= limits.newcomer_events
    if new and not any(newcomers[v] for v in chosen):
        chosen.update(_first(best, chosen, newcomers, min(new, top - len(chosen))))
    chosen.update(_first(best, chosen, np.ones(len(other), dtype=bool), top - len(chosen)))
    return [v for v in best if v in chosen]


def _first(best: Sequence[int], chosen: set[int], fits: Bools, room: int) -> list[int]:
    found: list[int] = []
    for v in best:
        if len(found) >= room:
            break
        if v not in chosen and fits[v]:
            found.append(v)
    return found
