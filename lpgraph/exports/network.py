"""The graph as other tools want it: what is so now, each fact once, and nothing that is not for them.

Left out are superseded facts, the record of our own work (introductions, questions), caucuses with who is in them,
addresses and typed notes unless they are asked for, and what is marked for the other legal entity.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lpgraph.explore import contacts, dates
from lpgraph.explore.entities import kind_of
from lpgraph.exports.lines import canonical, typed_all
from lpgraph.exports.reading import OLD, key_label, pages
from lpgraph.ids import digest
from lpgraph.model import PARTIES, PROVENANCE, RECORDS, THINGS, Label
from lpgraph.store.graph import Store

PAGE = 1_000
_NOT_OURS = frozenset({"id", "name", "search", *PROVENANCE, "endedBy", "endSaid"})
_NOTES = frozenset({"note", "notes"})
_RECORDS = frozenset(str(label) for label in RECORDS)


@dataclass(frozen=True, slots=True)
class Node:
    """One entity: ``rows`` is how many rows of sources speak of it."""

    id: str
    label: str
    entity: str
    kind: str
    rows: int
    props: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """One fact, once, however many rows of however many sources say it."""

    id: str
    source: str
    target: str
    type: str
    rows: int
    sources: str
    props: Mapping[str, Any]


@dataclass(slots=True)
class Network:
    """A graph as it is read for other tools; ``left_out`` fills as it is read."""

    store: Store
    addresses: bool = False  # e-mails, phones and typed notes too
    side: str = ""
    left_out: Counter[str] = field(default_factory=Counter)
    _out: dict[str, str] = field(default_factory=dict)  # id → why it is left out

    def nodes(self) -> Iterator[Node]:
        """Every entity that is for other tools, by label and id. Goes before ``edges``."""
        self._out |= dict.fromkeys(self.store.read("export_caucuses")[0]["ids"], "caucuses")
        self._out |= dict.fromkeys(self._closed(), "marked for the other side")
        officials = frozenset(self.store.read("export_officials", today=dates.today())[0]["ids"])
        hidden = self._hidden()
        for label in THINGS:
            page: list[dict[str, Any]] = []
            for row in self._entities(label):
                page.append(row)
                if len(page) == PAGE:
                    yield from self._nodes(label, page, officials, hidden)
                    page = []
            yield from self._nodes(label, page, officials, hidden)

    def edges(self) -> Iterator[Edge]:
        """Every fact between two of these, once."""
        for label in THINGS:
            for row in pages(self.store, f"export_facts:{label}", lambda r: str(r["start"]), PAGE):
                yield from self._facts(row["start"], row["facts"])
        for label in RECORDS:
            self.left_out["introductions and questions"] += sum(1 for _ in self._entities(label))

    def _entities(self, label: Label) -> Iterator[dict[str, Any]]:
        return pages(self.store, f"export_nodes:{label}", lambda row: str(row["props"]["id"]), PAGE)

    def _nodes(
        self, label: Label, page: list[dict[str, Any]], officials: frozenset[str], hidden: frozenset[str]
    ) -> Iterator[Node]:
        addresses = self._addresses(label, [row["props"]["id"] for row in page], hidden)
        for row in page:
            props, own = row["props"], str(row["props"]["id"])
            if own in self._out:
                self.left_out[self._out[own]] += 1
                continue
            kind = kind_of(label, classification=props.get("classification"), official=own in officials)
            kept = self._kept(props) | addresses.get(own, {})
            yield Node(own, str(props.get("name", "")), str(label), str(kind), row["rows"], kept)

    def _facts(self, start: str, facts: list[Any]) -> Iterator[Edge]:
        """The facts of one entity, those that say the same as one."""
        sources: defaultdict[tuple[str, str, bytes], list[str]] = defaultdict(list)
        said: dict[tuple[str, str, bytes], dict[str, Any]] = {}
        for kind, labels, other, props in facts:
            if kind == OLD:
                self.left_out["superseded facts"] += 1
            elif start in self._out or other in self._out or key_label(labels) in _RECORDS:
                self.left_out["facts of what is left out"] += 1
            else:
                kept = self._kept(props)
                same = (kind, other, canonical(typed_all(kept)))
                sources[same].append(str(props.get("source", "")))
                said[same] = kept
        for (kind, other, text), names in sorted(sources.items()):
            own = digest((kind, start, other, text.decode()))
            told = "; ".join(sorted(set(names) - {""}))
            yield Edge(own, start, other, kind, len(names), told, said[kind, other, text])

    def _kept(self, props: Mapping[str, Any]) -> dict[str, Any]:
        out = _NOT_OURS if self.addresses else _NOT_OURS | _NOTES
        self.left_out["notes"] += 0 if self.addresses else sum(name in props for name in _NOTES)
        return {name: value for name, value in sorted(props.items()) if name not in out}

    def _addresses(self, label: Label, ids: list[str], hidden: frozenset[str]) -> dict[str, dict[str, str]]:
        """E-mails and phones by entity, where they are asked for and no introduction hides them."""
        if not self.addresses or label not in PARTIES or not ids:
            return {}
        found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row in self.store.read(f"export_addresses:{label}", ids=ids):
            if row["id"] in hidden:
                self.left_out["addresses that an introduction hides"] += 1
            else:
                found[row["id"]][row["kind"]].append(row["value"])
        return {own: {kind: "; ".join(some) for kind, some in kinds.items()} for own, kinds in found.items()}

    def _hidden(self) -> frozenset[str]:
        """Whose addresses are hidden while an introduction waits."""
        if not self.addresses:
            return frozenset()
        asked = ((label, row["id"]) for label in PARTIES for row in self.store.read(f"export_asked:{label}"))
        return frozenset(own for label, own in asked if contacts.withheld(self.store, label, own))

    def _closed(self) -> frozenset[str]:
        """What is marked for the other legal entity alone."""
        if not self.side:
            return frozenset()
        from lpgraph.introductions import wall
        from lpgraph.introductions.book import read_book

        return wall.closed(read_book(self.store, side=self.side))
