"""Which load has the last word on a provider's record: the one with the newest as-of, then the one loaded last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lpgraph.ingest.sheet import RECORD_LENGTH
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import LoadLine


class History:
    """What the live loads of one source list, fact by fact."""

    def __init__(self) -> None:
        self.loads: dict[str, LoadLine] = {}
        self._by_key: defaultdict[str, list[str]] = defaultdict(list)
        self._by_record: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, line: LoadLine, keys: Iterable[str], records: Iterable[str] = ()) -> None:
        """Add what one load lists."""
        self.loads[line.id] = line
        seen: set[str] = set(records)
        for key in keys:
            self._by_key[key].append(line.id)
            seen.add(key[:RECORD_LENGTH])
        for record in seen:
            self._by_record[record].append(line.id)

    def lists(self, key: str) -> list[str]:
        """The loads that list a fact."""
        return self._by_key.get(key, [])

    def winner(self, record: str) -> str:
        """The load with the last word on a record; ``""`` when none speaks of it."""
        speakers = self._by_record.get(record)
        if not speakers:
            return ""
        return max(speakers, key=lambda load: (self.loads[load].asOf, self.loads[load].seq))

    def keys_of(self, records: Iterable[str]) -> dict[str, list[str]]:
        """For these records, each fact key that any load lists, with those loads."""
        wanted = set(records)
        return {key: lists for key, lists in self._by_key.items() if key[:RECORD_LENGTH] in wanted}


def read(store: Store, lines: Iterable[LoadLine], source: str, leave_out: str = "") -> History:
    """The history of a source as the ledger has it."""
    history = History()
    live = [line for line in lines if line.live and line.source == source and line.id != leave_out]
    said = ledger.keys_of_many(store, [line.id for line in live])
    for line in live:
        history.add(line, *said[line.id])
    return history
