"""One hash over all that the graph says, the same on every server and whatever the order in which it was loaded.

Canonical records, hashed one by one, sorted, hashed together: each entity (label, canonical key, typed properties) and
each fact (type, both ends' canonical keys, its own key, typed properties). A person's or organization's canonical key
is the set of its mentions; any other entity's is its id. Each answer of a person that counts, too. Left out: the
ledger, derived labels, open questions, server-internal ids, and where a fact was read (file, row, load), since the
same words in a renamed file are the same graph.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from lpgraph.ids import digest
from lpgraph.ingest.around import of_refs
from lpgraph.ingest.decisions import binding, read_log
from lpgraph.model import MATCHED, Label
from lpgraph.store.graph import Store

PAGE = 20_000
BOOKKEEPING = frozenset({"id", "search", "file", "row", "load", "by", "fromRef", "toRef", "endedBy"})


def fingerprint(store: Store) -> str:
    """64 hexadecimal characters."""
    keys = _canonical(store)
    hashes = [*_mentions(keys), *_entities(store, keys), *_facts(store, keys), *_decisions(store)]
    total = hashlib.sha256()
    for line in sorted(hashes):
        total.update(line)
    return total.hexdigest()


def _canonical(store: Store) -> dict[str, str]:
    """Entity id → canonical key."""
    members: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _pages(store, "fingerprint_mentions", "key"):
        members[row["label"], row["entity"]].append(row["key"])
    matched = {str(label) for label in MATCHED}
    return {
        entity: digest(sorted(keys), 32) if label in matched else f"{entity} {digest(sorted(keys), 32)}"
        for (label, entity), keys in members.items()
    }


def _mentions(keys: Mapping[str, str]) -> Iterator[bytes]:
    for key in keys.values():
        yield _hash("mentions", key)


def _entities(store: Store, keys: Mapping[str, str]) -> Iterator[bytes]:
    for label in Label:
        for row in _pages(store, f"fingerprint_entities:{label}", "id", lambda r: r["props"]["id"]):
            entity = row["props"]["id"]
            yield _hash(label, keys.get(entity, entity), _typed(row["props"]))


def _facts(store: Store, keys: Mapping[str, str]) -> Iterator[bytes]:
    for label in Label:
        for row in _pages(store, f"fingerprint_facts:{label}", "a", size=2_000):
            for kind, b, props in row["facts"]:
                yield _hash(kind, keys[row["a"]], keys[b], _typed(props))


def _decisions(store: Store) -> Iterator[bytes]:
    """Each answer that counts, with the refs that are there: one that is taken back or lies still says nothing."""
    lines = binding(read_log(store))
    known = {k.mention.ref for k in of_refs(store, {ref for line in lines for ref in line.refs})}
    told: set[bytes] = set()
    for line in lines:
        sides = sorted(",".join(sorted(known.intersection(side))) for side in (line.left, line.right))
        if all(sides):
            told.add(_hash("decision", line.label, line.verdict, *sides))
    yield from told


def _pages(store: Store, query: str, name: str, key: Any = None, size: int = PAGE) -> Iterator[dict[str, Any]]:
    """All rows of a paged query: by key, not by offset, so that a page costs the same wherever it lies."""
    after = ""
    while rows := store.read(query, after=after, limit=size):
        yield from rows
        after = key(rows[-1]) if key else rows[-1][name]
        if len(rows) < size:
            return


def _typed(props: Mapping[str, Any]) -> str:
    kept = {k: [type(v).__name__, v] for k, v in props.items() if k not in BOOKKEEPING and v is not None}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, default=str)


def _hash(*parts: str) -> bytes:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
