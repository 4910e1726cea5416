"""Which load has the last word on a provider's record: the one with the newest as-of, then the file changed last."""

from __future__ import annotations

from collections.abc import Container, Iterable

from lpgraph.ingest.sheet import RECORD_LENGTH
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import LoadLine

Loads = tuple[str, ...]


class History:
    """What the live loads of one source list, fact by fact.

    A source may have brought a million facts: which loads list a fact is one tuple for all facts of the same loads, and
    ``only`` keeps no more than the records that are asked about.
    """

    def __init__(self, only: Container[str] | None = None) -> None:
        self.loads: dict[str, LoadLine] = {}
        self._only = only
        self._by_key: dict[str, Loads] = {}
        self._by_record: dict[str, Loads] = {}
        self._joined: dict[tuple[Loads, str], Loads] = {}

    def add(self, line: LoadLine, keys: Iterable[str], records: Iterable[str] = ()) -> None:
        """Add what one load lists, or a part of it."""
        self.loads[line.id] = line
        only, by_key, by_record = self._only, self._by_key, self._by_record
        for record in records:
            if only is None or record in only:
                by_record[record] = self._with(by_record.get(record, ()), line.id)
        for key in keys:
            record = key[:RECORD_LENGTH]
            if only is None or record in only:
                by_key[key] = self._with(by_key.get(key, ()), line.id)
                by_record[record] = self._with(by_record.get(record, ()), line.id)

    def _with(self, loads: Loads, load: str) -> Loads:
        """These loads and one more; always the same tuple for the same loads."""
        pair = (loads, load)
        found = self._joined.get(pair)
        if found is None:
            found = self._joined[pair] = loads if load in loads else (*loads, load)
        return found

    def lists(self, key: str) -> Loads:
        """The loads that list a fact."""
        return self._by_key.get(key, ())

    def winner(self, record: str) -> str:
        """The load with the last word on a record; ``""`` when none speaks of it."""
        speakers = self._by_record.get(record)
        if not speakers:
            return ""
        return max(speakers, key=lambda load: self.loads[load].rank)

    def keys_of(self, records: Iterable[str]) -> dict[str, Loads]:
        """For these records, each fact key that any load lists, with those loads."""
        wanted = set(records)
        if not wanted:
            return {}
        return {key: lists for key, lists in self._by_key.items() if key[:RECORD_LENGTH] in wanted}


def read(
    store: Store,
    lines: Iterable[LoadLine],
    source: str,
    leave_out: str = "",
    only: Container[str] | None = None,
) -> History:
    """The history of a source as the ledger has it; ``only``: the records of interest.

    A whole list is compared with all that its source said, so with one among the loads ``only`` does not hold.
    """
    live = [line for line in lines if line.live and line.source == source and line.id != leave_out]
    history = History(None if any(line.snapshot for line in live) else only)
    by_id = {line.id: line for line in live}
    history.loads |= by_id
    for load, keys, records in ledger.keys_by_batch(store, list(by_id)):
        history.add(by_id[load], keys, records)
    return history
