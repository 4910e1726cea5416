"""Take a load back exactly: the graph as if that load had never been, with later loads and typed entries kept.

Each step is safe to do again; the status ``undoing`` in the ledger lets the next writer finish what a crash left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpgraph.errors import NotFound, UsageError
from lpgraph.ingest import history as past
from lpgraph.ingest.around import contact_ids, surroundings
from lpgraph.ingest.clock import now
from lpgraph.ingest.decisions import binding, read_log
from lpgraph.ingest.derive import Known, from_row
from lpgraph.ingest.ending import settle_ends
from lpgraph.ingest.healing import heal as heal_matching
from lpgraph.ingest.labels import heal
from lpgraph.ingest.resolve import Resolution, settle
from lpgraph.ingest.review import note
from lpgraph.ingest.sheet import RECORD_LENGTH
from lpgraph.ingest.write import Place, move, put_entities, retire_steps, turn
from lpgraph.store import ledger
from lpgraph.store.graph import Step, Store
from lpgraph.store.lease import writer
from lpgraph.store.ledger import BATCH, Listed, LoadLine, chunks

SMALL = 2_000  # facts of a load that are found one by one
AT_ONCE = 20_000  # facts that the queries ``…_delete_load`` delete in one transaction


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What taking a load back came to."""

    load: str
    file: str
    facts: int  # taken out
    kept: int  # facts that another load goes on asserting
    mentions: int  # taken out
    restored: int  # older facts that count again


def undo(store: Store, load: str, who: str = "") -> UndoReport:
    """Take a load back. Raises ``NotFound`` for an unknown id and ``UsageError`` for one that is undone already."""
    with writer(store, who or "undo"):
        heal_matching(store)
        return undo_held(store, load)


def undo_held(store: Store, load: str) -> UndoReport:
    """``undo`` for a caller that holds the writer's lease."""
    lines = ledger.loads(store)
    line = next((one for one in lines if one.id == load), None)
    if line is None:
        raise NotFound(f"no load {load}. `lpgraph loads` lists them.")
    if line.status not in {"running", "done", "undoing"}:
        raise UsageError(f"load {load} ({line.file}) holds nothing to take back: it is {line.status}")
    ledger.put(store, replace(line, status="undoing"))
    others = [one for one in lines if one.live and one.id != load]
    facts, kept, restored = _take_facts(store, line, others)
    mentions = _take_mentions(store, line, others)
    heal(store)
    ledger.put(store, replace(line, status="undone", endedAt=now()))
    return UndoReport(load, line.file, facts, kept, mentions, restored)


def finish_undoing(store: Store) -> None:
    """Finish what a crash left half undone; called by every writer first."""
    for line in ledger.loads(store):
        if line.status == "undoing":
            undo_held(store, line.id)


def _take_facts(store: Store, line: LoadLine, others: Sequence[LoadLine]) -> tuple[int, int, int]:
    own = list({item.key: item for item in ledger.listed(store, line)}.values())
    records = {item.key[:RECORD_LENGTH] for item in own} | set(ledger.keys(store, line.id)[1])
    history = past.read(store, others, line.source, only=None if line.snapshot else records)
    shared = [item for item in own if history.lists(item.key)]
    elsewhere = _elsewhere(store, history, {item.key for item in shared})
    _attribute(store, elsewhere)
    deleted = _delete(store, line.id, [item for item in own if not history.lists(item.key)])
    restored = _turn_back(store, line, history, records)
    settle_ends(store, line, history)
    return deleted, len(shared), restored


def _elsewhere(store: Store, history: past.History, keys: set[str]) -> list[tuple[str, Listed]]:
    """For facts that other loads list too: the oldest of these loads, with the place where it says so."""
    found: dict[str, tuple[str, Listed]] = {}
    telling = {load for key in keys for load in history.lists(key)}
    for other in sorted((history.loads[load] for load in telling), key=lambda one: one.seq):
        for item in ledger.listed(store, other):
            if item.key in keys and item.key not in found:
                found[item.key] = (other.id, item)
    return sorted(found.values(), key=lambda pair: pair[1].key)


def _attribute(store: Store, facts: Sequence[tuple[str, Listed]]) -> None:
    for chunk in chunks(facts, BATCH):
        rows: dict[str, list[dict[str, object]]] = {}
        for load, item in chunk:
            place: dict[str, object] = {"load": load, "file": item.file, "row": item.row}
            rows.setdefault(f"fact_attribute:{item.type}", []).append({"key": item.key, "ref": item.ref, **place})
        ledger.commit(store, [(query, {"rows": some}) for query, some in sorted(rows.items())])


def _delete(store: Store, load: str, alone: Sequence[Listed]) -> int:
    """Delete what this load says ``alone``: of a small load fact by fact, else one statement a type.

    Finding each fact first takes five times as long a fact, but does not look through all that other loads brought.
    """
    total = _by_scan(store, load, ["superseded_delete_load"])
    if len(alone) <= SMALL:
        total += _by_key(store, load, alone)
    if total < len(alone):
        total += _by_scan(store, load, [f"fact_delete_load:{kind}" for kind in sorted({item.type for item in alone})])
    return total


def _by_key(store: Store, load: str, alone: Sequence[Listed]) -> int:
    rows: dict[str, list[dict[str, str]]] = {}
    for item in alone:
        rows.setdefault(f"fact_delete_keys:{item.type}", []).append({"key": item.key, "ref": item.ref})
    steps: list[Step] = [(query, {"rows": some, "load": load}) for query, some in sorted(rows.items())]
    return sum(int(found[0]["n"]) for found in store.write(*steps)) if steps else 0


def _by_scan(store: Store, load: str, queries: Sequence[str]) -> int:
    total = 0
    for query in queries:
        count = AT_ONCE
        while count >= AT_ONCE:  # fewer: they were the last
            count = _deleted(store, query, load)
            total += count
    return total


def _deleted(store: Store, query: str, load: str) -> int:
    return int(store.write((query, {"load": load}))[0][0]["n"])


def _turn_back(store: Store, line: LoadLine, history: past.History, records: set[str]) -> int:
    """Of the records that this load spoke of: what the newest remaining load says counts, the rest does not."""
    keys = history.keys_of(records)
    if not keys:
        return 0
    places: dict[str, Place] = {}
    for other in (history.loads[load] for load in sorted({load for lists in keys.values() for load in lists})):
        places |= {item.key: (item.type, item.ref) for item in ledger.listed(store, other) if item.key in keys}
    winners = {key: history.winner(key[:RECORD_LENGTH]) for key in keys}
    active = [key for key, lists in keys.items() if winners[key] in lists]
    turn(store, active, line.id, places, "fact_restore")
    # What this load had made count again, said by an older one too, is replaced once more.
    for winner in sorted({winners[key] for key in keys.keys() - set(active)}):
        turn(
            store,
            (k for k, lists in keys.items() if winners[k] == winner not in lists),
            winner,
            places,
            "fact_supersede",
        )
    return len(active)


def _take_mentions(store: Store, line: LoadLine, others: Sequence[LoadLine]) -> int:
    mine = [from_row(row) for row in store.read("mention_by_load", load=line.id)]
    gone = [k for k in mine if set(k.loads) == {line.id}]
    stay = [k for k in mine if set(k.loads) != {line.id}]
    without = frozenset(k.key for k in gone)
    # Everything that was joined to what goes is looked at again: it may fall apart.
    decisions = binding(read_log(store))
    around = surroundings(store, mine, decisions, without)
    for known in around.core.values():
        known.loads = tuple(load for load in known.loads if load != line.id)
    made = settle(store, around, decisions, before={(k.mention.label, k.entity) for k in mine})
    as_of = {one.id: one.day for one in others}
    groups = made.by_entity()
    move(store, made, groups, as_of, frozenset((k.mention.label, k.entity) for k in gone))  # which still hold them
    for chunk in chunks(sorted(groups), BATCH):
        ledger.commit(store, put_entities(groups, set(chunk), set(groups), as_of))
    note(store, made, (k.mention.ref for k in gone))
    for some in chunks(stay, BATCH):
        rows = [{"key": k.key, "loads": [one for one in k.loads if one != line.id]} for k in some]
        ledger.commit(store, [("mention_loads", {"rows": rows})])
    _remove(store, made, gone, line.id)
    return len(gone)


def _remove(store: Store, made: Resolution, gone: Sequence[Known], load: str) -> None:
    """Mentions go, last of all and with what they alone lead to in the same transaction: who finishes after a crash
    finds by the mentions that are left what is left to do."""
    parts = list(chunks(sorted(gone, key=lambda k: (k.mention.label, k.entity, k.key)), BATCH))
    last = {(k.mention.label, k.entity): number for number, part in enumerate(parts) for k in part}
    for number, part in enumerate(parts):
        steps: list[Step] = []
        for query, delete, values in (
            ("identifier_orphans", "identifier_delete", {i for k in part for i in k.mention.ids}),
            ("contact_orphans", "contact_delete", {c for k in part for c in contact_ids(k)}),
        ):
            if values and (alone := [row["id"] for row in store.read(query, ids=sorted(values), load=load)]):
                steps.append((delete, {"ids": alone}))
        steps.append(("mention_delete", {"keys": [k.key for k in part]}))
        empty = {entity for entity, n in last.items() if n == number}.intersection(made.emptied)
        ledger.commit(store, [*steps, *retire_steps(made, sorted(empty))])
