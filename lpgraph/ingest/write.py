"""A plan becomes the graph: batches of one transaction each, every one with its mark in the ledger.

The order is fixed, and each part is safe to do again, so that a load that was killed anywhere goes on where it stopped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lpgraph.ingest.ahead import Ahead, Tick
from lpgraph.ingest.around import contact_ids
from lpgraph.ingest.derive import Known, derive, to_data
from lpgraph.ingest.matching import block_props
from lpgraph.ingest.plan import Plan, facts_in_order
from lpgraph.ingest.resolve import Move, Resolution
from lpgraph.ingest.sheet import FactDraft
from lpgraph.model import ENTITY_PROPS, FACTS, MATCHED, Label, Value
from lpgraph.store import ledger
from lpgraph.store.graph import Step, Store
from lpgraph.store.ledger import BATCH, Mark, chunks

Rows = list[dict[str, Any]]
MOVES = 500  # mentions that change hands in one transaction


def write(store: Store, made: Plan, as_of: dict[str, str], tick: Tick, meanwhile: Callable[[], None]) -> None:
    """Write a plan. ``tick(rows)`` is called after each batch and may raise ``Interrupted``; ``meanwhile()`` is called
    once, while the server works on the first batch."""
    move(store, made.resolution, made.resolution.by_entity(), as_of)
    with Ahead(store, tick, meanwhile) as ahead:
        _mentions(store, made, as_of, ahead)
        _facts(store, made, tick, ahead)
    retire(store, made.resolution)
    places = _places(store, made)
    turn(store, made.supersede, made.line.id, places, "fact_supersede")
    turn(store, made.restore, made.line.id, places, "fact_restore")


def move(
    store: Store,
    made: Resolution,
    groups: dict[tuple[Label, str], list[Known]],
    as_of: dict[str, str],
    keep: frozenset[tuple[Label, str]] = frozenset(),
) -> None:
    """Mentions change their entity, and the facts that name them move along.

    What follows for the entities on both sides is in the same transaction: those that lost a mention say what the
    others say, and one goes with its last. Nothing leads to them any more, so after a crash nobody would find them.
    ``keep``: entities that have other mentions still, which will go.
    """
    going = set(made.emptied) - keep
    parts = list(chunks(sorted(made.moves, key=lambda m: (m.label, m.source, m.key)), MOVES))
    last = {(m.label, m.source): number for number, part in enumerate(parts) for m in part}
    for number, part in enumerate(parts):
        targets = {(m.label, m.target) for m in part}
        sources = {(m.label, m.source) for m in part}
        both = targets | (sources & groups.keys())
        steps: list[Step] = put_entities(groups, both, both, as_of)
        steps.append(("retired_delete", {"ids": sorted(e for _, e in targets)}))
        for label in MATCHED:
            own = [m for m in part if m.label == label]
            if own:
                steps += _move_steps(label, own)
        ledger.commit(store, [*steps, *retire_steps(made, sorted(e for e in sources & going if last[e] == number))])


def _move_steps(label: Label, moves: Sequence[Move]) -> list[Step]:
    rows: Rows = [{"key": m.key, "ref": m.ref, "from": m.source, "to": m.target, "by": "identity"} for m in moves]
    refs = list({(m.ref, m.source, m.target): row for m, row in zip(moves, rows, strict=True)}.values())
    steps: list[Step] = [(f"mention_move:{label}", {"rows": rows})]
    for fact in FACTS:
        if fact.a == label:
            steps.append((f"fact_move_start:{fact.name}", {"rows": refs}))
    steps.append((f"superseded_move_start:{label}", {"rows": refs}))
    for fact in FACTS:
        if fact.b == label:
            steps.append((f"fact_move_end:{fact.name}", {"rows": refs}))
    steps.append((f"superseded_move_end:{label}", {"rows": refs}))
    return steps


def retire(store: Store, made: Resolution) -> None:
    """Entities without a mention go; the id of one that moved leads to where it went."""
    for chunk in chunks(made.emptied, BATCH):
        ledger.commit(store, retire_steps(made, chunk))


def retire_steps(made: Resolution, emptied: Sequence[tuple[Label, str]]) -> list[Step]:
    """The steps by which these entities go."""
    gone = set(emptied)
    moves = [one for one in made.moves if (one.label, one.source) in gone]
    moved = {one.source: one.target for one in moves}
    stood: defaultdict[str, set[str]] = defaultdict(set)
    for one in moves:
        stood[one.source].add(one.ref)
    rows = [
        {"id": entity, "now": moved[entity], "refs": sorted(stood[entity])} for _, entity in emptied if entity in moved
    ]
    by_label: defaultdict[Label, list[str]] = defaultdict(list)
    for label, entity in emptied:
        by_label[label].append(entity)
    steps: list[Step] = [("retired_put", {"rows": rows})] if rows else []
    return steps + [(f"entity_delete:{label}", {"ids": ids}) for label, ids in by_label.items()]


def _props(
    label: Label, mentions: Iterable[Known], as_of: dict[str, str], *, stored: bool = True
) -> dict[str, Value | None]:
    """An entity's properties; a stored one's lost properties as nulls, which take them away."""
    props: dict[str, Value | None] = dict(derive(label, mentions, as_of))
    if stored:
        return {name: props.get(name) for name in (*ENTITY_PROPS[label], "search")}
    return props


def _mentions(store: Store, made: Plan, as_of: dict[str, str], ahead: Ahead) -> None:
    groups = made.resolution.by_entity()
    old = {e for e, known in groups.items() if any(k.key not in made.new_mentions for k in known)}
    pending = set(groups)
    for number, chunk in enumerate(chunks(sorted(made.sheet.mentions), BATCH)):
        batch = ledger.batch_id(made.line.id, "mentions", chunk)
        known = [made.resolution.known[key] for key in chunk]
        touched = {(k.mention.label, k.entity) for k in known} & pending
        pending -= touched
        if not any(k.key in made.new_mentions or k.key in made.listed for k in known) and ledger.done(store, batch):
            continue
        there = _there(store, touched - old)
        steps = [ledger.mark_step(made.line.id, batch, number)]
        steps += put_entities(groups, touched & (old | there), old, as_of)
        steps += _create_entities(groups, touched - old - there, as_of)
        steps += _create_steps(made, [k for k in known if k.key in made.new_mentions])
        listed = [{"key": k.key, "loads": list(made.listed[k.key])} for k in known if k.key in made.listed]
        if listed:
            steps.append(("mention_loads", {"rows": listed}))
        ahead.commit(steps, batch, 0)
    ahead.wait()
    rest = sorted(pending)  # entities beside the file's own whose mentions joined or left
    for some in chunks(rest, BATCH):
        ledger.commit(store, put_entities(groups, set(some), old, as_of))


def put_entities(
    groups: dict[tuple[Label, str], list[Known]],
    which: set[tuple[Label, str]],
    old: set[tuple[Label, str]],
    as_of: dict[str, str],
) -> list[Step]:
    """The steps that make these entities what their mentions say."""
    by_label: defaultdict[Label, Rows] = defaultdict(list)
    for label, entity in sorted(which):
        props = _props(label, groups[label, entity], as_of, stored=(label, entity) in old)
        by_label[label].append({"id": entity, "props": props})
    return [(f"entity_put:{label}", {"rows": rows}) for label, rows in by_label.items()]


def _there(store: Store, which: set[tuple[Label, str]]) -> set[tuple[Label, str]]:
    """Of entities without a stored mention of these, those that are in the graph all the same. A new id of a label
    that identity decides about is in nobody's use."""
    by_label: defaultdict[Label, list[str]] = defaultdict(list)
    for label, entity in which:
        if label not in MATCHED:
            by_label[label].append(entity)
    return {
        (label, row["id"]) for label, ids in by_label.items() for row in store.read(f"entity_there:{label}", ids=ids)
    }


def _create_entities(
    groups: dict[tuple[Label, str], list[Known]], which: set[tuple[Label, str]], as_of: dict[str, str]
) -> list[Step]:
    """The steps that make entities which are not there: with nothing to look for, a third of the server's work."""
    by_label: defaultdict[Label, Rows] = defaultdict(list)
    for label, entity in sorted(which):
        by_label[label].append({"id": entity, "props": derive(label, groups[label, entity], as_of)})
    return [(f"entity_create:{label}", {"rows": rows}) for label, rows in by_label.items()]


def _create_steps(made: Plan, new: Sequence[Known]) -> list[Step]:
    by_label: defaultdict[Label, Rows] = defaultdict(list)
    identifiers: Rows = []
    contacts: Rows = []
    for known in new:
        mention, draft = known.mention, made.sheet.mentions[known.key]
        by_label[mention.label].append(
            {
                "key": known.key,
                "ref": mention.ref,
                "label": str(mention.label),
                "namespace": mention.namespace,
                "name": str(mention.props.get("name", "")),
                "source": made.line.source,
                "data": to_data(mention),
                "loads": [made.line.id],
                "file": draft.file,
                "row": draft.row,
                "entity": known.entity,
                "by": "identity",
                "blocks": block_props(known),
            }
        )
        identifiers += [{"key": known.key, "id": i} for i in dict.fromkeys(mention.ids)]
        for contact in dict.fromkeys(contact_ids(known)):
            kind, _, value = contact.partition(":")
            contacts.append({"key": known.key, "id": contact, "kind": kind, "value": value})
    steps: list[Step] = [(f"mention_create:{label}", {"rows": rows}) for label, rows in by_label.items()]
    if identifiers:
        steps.append(("mention_identify", {"rows": identifiers}))
    if contacts:
        steps.append(("mention_contact", {"rows": contacts}))
    return steps


def _facts(store: Store, made: Plan, tick: Tick, ahead: Ahead) -> None:
    entity = made.resolution.entity_of_ref()
    files = {name: number for number, name in enumerate(made.line.files)}
    asserted = {fact.record for fact in made.sheet.facts.values()}
    silent = [record for record in made.sheet.records if record not in asserted]
    batches = list(chunks(facts_in_order(made), BATCH)) or [[]]
    for number, chunk in enumerate(batches):
        batch = ledger.batch_id(made.line.id, "facts", (f.key for f in chunk))
        if made.resumed and ledger.done(store, batch):
            tick(len(chunk))
            continue
        mark = Mark(
            [f.key for f in chunk],
            [f.type for f in chunk],
            [f.a for f in chunk],
            [f.row for f in chunk],
            [files.get(f.file, 0) for f in chunk],
            silent if number + 1 == len(batches) else [],
        )
        steps = [ledger.mark_step(made.line.id, batch, number, mark), *_fact_steps(made, chunk, entity)]
        ahead.commit(steps, batch, len(chunk))


def _fact_steps(made: Plan, chunk: Sequence[FactDraft], entity: dict[str, str]) -> list[Step]:
    rows: defaultdict[str, Rows] = defaultdict(list)
    bare: defaultdict[str, list[list[Value]]] = defaultdict(list)
    for fact in chunk:
        if fact.key not in made.new_facts:
            continue
        a, b = entity[fact.a], entity[fact.b]
        own: dict[str, Any] = {"key": fact.key, "file": fact.file, "row": fact.row, "fromRef": fact.a, "toRef": fact.b}
        if fact.key in made.beaten:
            old = {"a": a, "b": b, "props": {**fact.props, **own}, "by": made.beaten[fact.key]}
            rows[f"fact_create_old:{fact.type}"].append(old)
        elif fact.props:
            rows[f"fact_create:{fact.type}"].append({"a": a, "b": b, **own, "props": fact.props})
        else:
            bare[f"fact_create_bare:{fact.type}"].append([a, b, fact.key, fact.file, fact.row, fact.a, fact.b])
    common = {"source": made.line.source, "load": made.line.id}  # once a statement, not once a row
    return [(query, {"rows": some, **common}) for query, some in (*sorted(rows.items()), *sorted(bare.items()))]


Place = tuple[str, str]  # FactType.name, ref of its first end


def _places(store: Store, made: Plan) -> dict[str, Place]:
    """Where the facts stand that are turned: the loads that list them say so."""
    wanted = {*made.supersede, *made.restore}
    places: dict[str, Place] = {}
    for line in made.others if wanted else ():
        for item in ledger.listed(store, line):
            if item.key in wanted:
                places[item.key] = (item.type, item.ref)
    return places


def turn(store: Store, keys: Iterable[str], by: str, places: dict[str, Place], family: str) -> None:
    """Supersede facts (``fact_supersede``) or make them count again (``fact_restore``)."""
    for chunk in chunks(sorted(keys), BATCH):
        rows: defaultdict[str, Rows] = defaultdict(list)
        for key in chunk:
            kind, ref = places[key]
            rows[f"{family}:{kind}"].append({"key": key, "ref": ref, "by": by})
        ledger.commit(store, [(query, {"rows": some}) for query, some in sorted(rows.items())])
