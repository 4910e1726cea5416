"""Whose matches are more or less likely, because other mentions are new or about to go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from lpgraph.identity.engine import Card, crowded, sways
from lpgraph.ingest.cards import card
from lpgraph.ingest.derive import Known
from lpgraph.ingest.matching import name_blocks

CROWD = 50  # of so many that change under one key it is not asked whom they sway


def swayed(changed: Sequence[Known], near: Sequence[Known], core: Iterable[Known] = ()) -> list[Known]:
    """Those of ``near`` who are counted in another way, or compared with others, because these are new or will go.

    ``core``: who is looked at anyway, and counts where a key is one of very many.
    """
    if not near:
        return []
    by_block: defaultdict[str, list[Card]] = defaultdict(list)
    for one in changed:
        for block in name_blocks(one):
            by_block[block].append(card(one))
    full = crowded((card(k) for k in (*core, *near)), frozenset(k.key for k in changed))
    return [one for one in near if one.key in full or any(_sways(by_block.get(b, []), one) for b in name_blocks(one))]


def _sways(new: list[Card], one: Known) -> bool:
    """Of very many under one key it is taken for granted: to look at too much changes nothing."""
    return len(new) > CROWD or any(sways(other, card(one)) for other in new)
