"""What loading a sheet will do to the graph: decided whole before anything is written, and the same in a dry run."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from loaders.base import Issue
from lpgraph.ingest.around import surroundings
from lpgraph.ingest.decisions import binding, read_log
from lpgraph.ingest.derive import Known
from lpgraph.ingest.history import History
from lpgraph.ingest.late import late
from lpgraph.ingest.report import Report
from lpgraph.ingest.resolve import Resolution, settle
from lpgraph.ingest.sheet import RECORD_LENGTH, FactDraft, RowMark, Sheet
from lpgraph.ingest.snapshot import End, Ending
from lpgraph.store.graph import Store
from lpgraph.store.ledger import LoadLine, chunks

KEYS = 5_000


@dataclass(slots=True)
class Plan:
    """The decisions about one file."""

    line: LoadLine
    sheet: Sheet
    resolution: Resolution
    new_mentions: set[str] = field(default_factory=set)  # not in the store yet
    listed: dict[str, tuple[str, ...]] = field(default_factory=dict)  # there already: the loads that list it now
    new_facts: set[str] = field(default_factory=set)
    first_mentions: set[str] = field(default_factory=set)  # that no other load has: new, or written before it was cut
    first_facts: set[str] = field(default_factory=set)  # off; what became of the rows is counted over the whole load
    beaten: dict[str, str] = field(default_factory=dict)  # new fact key → the load that knows newer
    supersede: list[str] = field(default_factory=list)  # keys of facts that this file no longer says
    restore: list[str] = field(default_factory=list)  # keys of superseded facts that it says again
    older: set[str] = field(default_factory=set)  # records of which something newer is known
    late: set[str] = field(default_factory=set)  # mentions of rows of whose subject something newer is known
    replaced: set[str] = field(default_factory=set)  # records of which something older is known
    others: list[LoadLine] = field(default_factory=list)  # the live loads of the same source
    resumed: bool = False  # this load was begun before
    ends: list[End] = field(default_factory=list)  # ties that end, or go on after all, because of a whole list
    missing: list[Ending] = field(default_factory=list)  # what this whole list ends, for people to look at
    silent: set[str] = field(default_factory=set)  # bodies of the source that this whole list says nothing of
    siblings: dict[str, list[Known]] = field(default_factory=dict)  # mentions by entity, see ``_siblings``


def plan(store: Store, sheet: Sheet, line: LoadLine, history: History) -> Plan:
    """Compare a sheet with the store: what is new, who is who, which records it replaces."""
    known = _known_mentions(store, sheet)
    start = []
    listed: dict[str, tuple[str, ...]] = {}
    for key, draft in sheet.mentions.items():
        loads = tuple(known.get(key, ()))
        if key in known and line.id not in loads:
            listed[key] = (*loads, line.id)
        start.append(Known(key, draft.mention, tuple(dict.fromkeys((*loads, line.id)))))
    decisions = binding(read_log(store))
    begun = frozenset(key for key, loads in known.items() if line.id in loads)
    made = Plan(line, sheet, settle(store, surroundings(store, start, decisions, news=begun), decisions))
    made.new_mentions = sheet.mentions.keys() - known.keys()
    made.first_mentions = made.new_mentions | {key for key in begun if set(known[key]) == {line.id}}
    made.listed = listed
    made.others = list(history.loads.values())
    _facts(made, history)
    return made


def _known_mentions(store: Store, sheet: Sheet) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for chunk in chunks(sorted(sheet.mentions), KEYS):
        known |= {row["key"]: row["loads"] for row in store.read("mention_known", keys=chunk)}
    return known


def _facts(made: Plan, history: History) -> None:
    """Newest word wins, record by record (``history``); this file's own earlier batches are not in the history."""
    line, sheet = made.line, made.sheet
    won: set[str] = set()
    for record in sheet.records:
        winner = history.winner(record)
        if not winner:
            continue
        before = history.loads[winner]
        if before.rank > line.rank:
            made.older.add(record)
        else:
            won.add(record)
    for key in sheet.facts:
        if not history.lists(key):
            made.new_facts.add(key)
            if key[:RECORD_LENGTH] in made.older:
                made.beaten[key] = history.winner(key[:RECORD_LENGTH])
    for key, lists in history.keys_of(won).items():
        active = history.winner(key[:RECORD_LENGTH]) in lists
        if key not in sheet.facts and active:
            made.supersede.append(key)
            made.replaced.add(key[:RECORD_LENGTH])
        elif key in sheet.facts and not active:
            made.restore.append(key)
    made.first_facts = set(made.new_facts)
    made.replaced |= {key[:RECORD_LENGTH] for key in made.new_facts} & won


def count(made: Plan, report: Report) -> None:
    """Put into the report what became of each row."""
    said = made.first_facts - made.beaten.keys()  # a row that brings news counts, however old its file
    plain = (row for row in made.sheet.rows if row.main and made.older.isdisjoint(row.records))
    mine = (row.main for row in plain if said.isdisjoint(row.facts))
    made.late = late(made.resolution.known, mine, made.line, made.others)
    seen: set[str] = set()
    mains: set[str] = set()
    for row in made.sheet.rows:
        outcome = _outcome(made, row, seen, mains)
        setattr(report, outcome, getattr(report, outcome) + 1)
        seen.update(row.facts, row.mentions)
    report.read, report.rejected, report.flagged = made.sheet.read, made.sheet.rejected, made.sheet.flagged
    report.accepted = report.read - report.rejected
    report.superseded, report.older = len(made.supersede), len(made.older) + len(made.late)
    report.issues = [*_older(made), *made.sheet.issues]


def _older(made: Plan) -> list[Issue]:
    """One remark about rows that do not count, since something newer is known: never in silence."""
    late = [row for row in made.sheet.rows if row.main in made.late or made.older.intersection(row.records)]
    if not late:
        return []
    newer = max((one for one in made.others if one.rank > made.line.rank), key=lambda one: one.rank)
    rows = f"row {late[0].number} is" if len(late) == 1 else f"{len(late):,} rows (the first is {late[0].number}) are"
    if newer.asOf == made.line.asOf:
        why = "changed later" if newer.changed > made.line.changed else "told apart from it by its content alone"
        text = f"{rows} of the same day as what {newer.file} says, a file {why}: that counts"
    else:
        days = [_moment(one.asOf) for one in (newer, made.line)]
        text = (
            f"{rows} older than what {newer.file} says (as of {days[0]} UTC; this file is of {days[1]}): what is newer "
            "counts"
        )
    return [Issue(made.line.file, None, None, None, text, False, kind="day")]


def _moment(as_of: str) -> str:
    return as_of[:16].replace("T", " ")


def _outcome(made: Plan, row: RowMark, seen: set[str], mains: set[str]) -> str:
    """Created, updated, unchanged or merged: what a row's person or organization, else its facts, came to."""
    fresh_mentions = [m for m in row.mentions if m in made.first_mentions and m not in seen]
    fresh_facts = [f for f in row.facts if f in made.first_facts and f not in seen]
    beaten = row.records and made.older.issuperset(row.records) and not fresh_mentions
    if beaten or (row.main in made.late and made.beaten.keys() >= set(fresh_facts)):
        return "unchanged"
    if not fresh_mentions and not fresh_facts and not made.replaced.intersection(row.records):
        return "unchanged"
    if made.replaced.intersection(row.records):
        return "updated"
    if row.main and row.main in made.first_mentions and row.main not in seen:
        known = made.resolution.known[row.main]
        others = [k for k in _siblings(made).get(known.entity, ()) if k.key not in made.first_mentions]
        if any(k.mention.ref == known.mention.ref for k in others):
            return "updated"
        first = known.entity not in mains
        mains.add(known.entity)
        if others or not first:
            return "merged"
    return "created"


def _siblings(made: Plan) -> dict[str, list[Known]]:
    """The mentions of each entity, gathered once for a plan."""
    if not made.siblings:
        groups: defaultdict[str, list[Known]] = defaultdict(list)
        for known in made.resolution.known.values():
            groups[known.entity].append(known)
        made.siblings = dict(groups)
    return made.siblings


def facts_in_order(made: Plan) -> list[FactDraft]:
    """Every fact of the sheet in an order that its content alone decides: the batches of a resumed load are the same.

    What leads to the same entity stands together, so that a transaction writes to few of them.
    """
    return sorted(made.sheet.facts.values(), key=lambda fact: (fact.type, fact.b, fact.a, fact.key))
