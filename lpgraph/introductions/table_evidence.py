"""Facts of four tables, for the same sentences that a store's facts make."""

from __future__ import annotations

from collections.abc import Iterable

from lpgraph.introductions.evidence import Evidence, Need
from lpgraph.introductions.model import FactRef
from lpgraph.network.arrays import Snapshot, row


class TableEvidence(Evidence):
    """Answers needs from the snapshot that a ranking was made with: an attendance row, or a dated feature."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._events = {one: i for i, one in enumerate(snapshot.events.ids)}
        self._groups = {one: i for i, one in enumerate(snapshot.groups.ids)}
        self._tags = set(zip(snapshot.tags.node.tolist(), snapshot.tags.group.tolist(), strict=True))

    def read(self, needs: Iterable[Need]) -> None:
        """Nothing to fetch: all is in the snapshot."""

    def facts(self, *needs: Need) -> tuple[FactRef, ...]:
        """The facts of these needs that the tables hold."""
        return tuple(FactRef(n.kind, (n.a, n.b), "tables", None) for n in needs if self._holds(n))

    def _holds(self, need: Need) -> bool:
        node = self._snapshot.nodes.position.get(need.a)
        if node is None:
            return False
        if need.kind.startswith("ATTENDED") and need.b in self._events:
            return bool((row(self._snapshot.attended, node) == self._events[need.b]).any())
        group = self._groups.get(need.b)
        if group is None:
            return False
        return (node, group) in self._tags or bool((row(self._snapshot.belongs, node) == group).any())
