"""Labels that people look for in Neo4j Browser, derived from facts: ``Official``, ``Union`` and their kind.

Nothing of ours rests on them; they are left out of the fingerprint and healed after every change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from lpgraph.model import Label
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import BATCH, chunks

KINDS = ("official", "union", "community_organization", "advocacy_group", "government_body")


def heal(store: Store, touched: Iterable[str] | None = None) -> None:
    """Set each derived label where it is missing and take it where it no longer holds.

    ``touched``: what a change was about (fact types as ``HOLDS:Person:Post``, labels); all when not given.
    """
    today = datetime.now(UTC).date().isoformat()
    for kind in KINDS if touched is None else _at_stake(set(touched)):
        params = {"today": today} if kind == "official" else {}
        for want in ("missing", "extra"):
            ids = [row["id"] for row in store.read(f"label_{kind}_{want}", **params)]
            for chunk in chunks(ids, BATCH):
                # One label operation a node and transaction: the embedded server wants no more.
                ledger.commit(store, [(f"label_{kind}_{'set' if want == 'missing' else 'take'}", {"ids": chunk})])


def _at_stake(touched: set[str]) -> list[str]:
    official = any(name.startswith("HOLDS:") for name in touched)
    return ["official"] * official + list(KINDS[1:]) * (str(Label.ORGANIZATION) in touched)
