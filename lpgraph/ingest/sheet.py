"""A file read to its end: every mention and fact of it by key, and what became of each row. Nothing is written yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.base import (
    SILENT,
    Context,
    Draft,
    Fact,
    Issue,
    Mention,
    Record,
    Row,
    RowRefused,
    RowSkipped,
    Source,
    fold_column,
)
from loaders.doubtful import looked_at
from lpgraph.ids import digest
from lpgraph.ingest.context import placed, with_context
from lpgraph.model import COMMON_FACT_PROPS, ENTITY_PROPS, FACT_BY_NAME, PARTIES, Props

_SAID = 40  # characters of a row's word for it
RECORD_LENGTH = 14  # a fact's key starts with its record's, so that a batch's list of keys tells both


@dataclass(slots=True)
class MentionDraft:
    """A mention and the first row that wrote it."""

    mention: Mention
    file: str
    row: int


@dataclass(slots=True)
class FactDraft:
    """A fact and the first row that asserted it; ends by mention ref."""

    key: str
    type: str  # FactType.name
    a: str
    b: str
    props: Props
    file: str
    row: int

    @property
    def record(self) -> str:
        """The key of the provider's record that asserts it."""
        return self.key[:RECORD_LENGTH]


@dataclass(slots=True)
class RowMark:
    """One accepted row: its keys, so that the report can say what was new in it."""

    number: int
    main: str  # key of the first person or organization, "" when none
    mentions: tuple[str, ...]
    facts: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """All that a file says."""

    source: Source
    mentions: dict[str, MentionDraft] = field(default_factory=dict)
    facts: dict[str, FactDraft] = field(default_factory=dict)
    records: dict[str, None] = field(default_factory=dict)  # ordered set
    rows: list[RowMark] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    read: int = 0
    rejected: int = 0
    untaken: Counter[str] = field(default_factory=Counter)
    _ignored: frozenset[str] = field(init=False, repr=False)
    _last: tuple[tuple[str, tuple[str, ...]], str] = field(default=(("", ()), ""), init=False, repr=False)

    def __post_init__(self) -> None:
        self._ignored = frozenset(fold_column(column) for column in self.source.ignore)

    @property
    def flagged(self) -> int:
        """Rows that were loaded with something said about them; that they say nothing of an event is none of it."""
        return len({(i.file, i.row) for i in self.issues if not i.refused and i.row is not None and i.kind != SILENT})

    def add(self, row: Row, context: Context) -> None:
        """Read one row through the source's loader; a refused row leaves nothing but its issue."""
        self.read += 1
        try:
            if row.refusal is not None:
                raise row.refusal
            drafts = looked_at(row, list(self.source.read(row, context)))
        except RowSkipped:
            self.read -= 1
            self.issues.extend(row.flags)
            return
        except RowRefused as refused:
            kind = refused.need or ""
            self.refuse(Issue(row.file, row.number, row.line, refused.column, refused.reason, True, row.text, kind))
            return
        self.issues.extend(row.flags)
        for column in row.untaken():
            if fold_column(column) not in self._ignored:
                self.untaken[column] += 1
        self._keep(row, drafts)
        if said := next((d.said for d in drafts if isinstance(d, Record) and d.said), ""):
            self.issues.append(Issue(row.file, row.number, row.line, None, _nothing(said), False, kind=SILENT))

    def refuse(self, issue: Issue) -> None:
        """Note a row that is not loaded."""
        self.rejected += 1
        self.issues.append(issue)

    def _keep(self, row: Row, drafts: list[Draft]) -> None:
        mentions = _mentions(drafts)
        keys: list[str] = []  # the texts that are kept already, so that a row does not hold copies of its own
        for key, mention in mentions.items():
            kept = self.mentions.get(key)
            if kept is None:
                _check_mention(mention)
                kept = self.mentions[key] = MentionDraft(mention, row.file, row.number)
            keys.append(kept.mention.key)
        own = ""
        records: dict[str, None] = {}
        facts: list[str] = []
        for draft in drafts:
            if isinstance(draft, Fact):
                if not draft.record and not own:
                    own = digest(("row", *mentions, *_fact_words(drafts)), RECORD_LENGTH)
                record = self._record(draft.a.namespace, draft.record) if draft.record else own
                facts.append(self._fact(draft, row, record))
                records[record] = None
            elif isinstance(draft, Record):
                records[self._record(draft.namespace, draft.record)] = None
        self.records |= records
        said = zip(keys, mentions.values(), strict=True)
        main = next((key for key, mention in said if mention.label in PARTIES), "")
        self.rows.append(RowMark(row.number, main, tuple(keys), tuple(facts), tuple(records)))

    def _record(self, namespace: str, record: tuple[str, ...]) -> str:
        """The key of a provider's record; the last is kept, since a row names its own again and again."""
        asked = (namespace, record)
        if asked != self._last[0]:
            self._last = asked, digest((self.source.name, namespace, *record), RECORD_LENGTH)
        return self._last[1]

    def _fact(self, fact: Fact, row: Row, record: str) -> str:
        name = f"{fact.type}:{fact.a.label}:{fact.b.label}"
        summed = self.source.sum_props
        words = [f"{k}={v!r}" for k, v in sorted(fact.props.items()) if k not in summed] if fact.props else ()
        key = record + digest((name, fact.a.ref, fact.b.ref, *words), RECORD_LENGTH)
        kept = self.facts.get(key)
        if kept is None:
            _check_fact(name, fact.props)
            self.facts[key] = FactDraft(key, name, fact.a.ref, fact.b.ref, dict(fact.props), row.file, row.number)
        else:
            for prop in summed & fact.props.keys():  # a person who left and came back: minutes add up
                kept.props[prop] = float(kept.props.get(prop, 0)) + float(fact.props[prop])
        return key


@lru_cache(maxsize=1_000)
def _nothing(said: str) -> str:
    """What is said of a row that says nothing of an event: one text in memory for all that say it so."""
    return f"“{said[:_SAID]}”: says nothing of an event, neither registered nor attended"


def close(sheet: Sheet) -> None:
    """Finish a sheet whose facts were summed over rows: the sum is part of what the record says, so of the key."""
    if not sheet.source.sum_props:
        return
    renamed: dict[str, str] = {}
    for old, fact in sheet.facts.items():
        for prop in sorted(sheet.source.sum_props & fact.props.keys()):
            total = float(fact.props[prop])
            fact.props[prop] = int(total) if total.is_integer() else total
            fact.key = fact.record + digest((fact.key, f"{prop}={fact.props[prop]!r}"), RECORD_LENGTH)
        renamed[old] = fact.key
    sheet.facts = {fact.key: fact for fact in sheet.facts.values()}
    for row in sheet.rows:
        row.facts = tuple(renamed[key] for key in row.facts)


def _mentions(drafts: Sequence[Draft]) -> dict[str, Mention]:
    """Every mention of a row by key, the ends of its facts included, in the order they were said."""
    seen: dict[str, Mention] = {}
    contexts = placed(drafts)
    last: Mention | None = None
    for draft in drafts:
        ends = (draft,) if isinstance(draft, Mention) else (draft.a, draft.b) if isinstance(draft, Fact) else ()
        for mention in ends:
            if mention is last:  # the ends of a fact are mostly what was said just before
                continue
            last = mention
            told = with_context(mention, contexts) if contexts else mention
            seen.setdefault(told.key, told)
    return seen


def _fact_words(drafts: Iterable[Draft]) -> list[str]:
    own = (d for d in drafts if isinstance(d, Fact) and not d.record)
    return [f"{d.type} {d.a.ref} {d.b.ref} {sorted(d.props.items())!r}" for d in own]


def _check_mention(mention: Mention) -> None:
    unknown = mention.props.keys() - set(ENTITY_PROPS[mention.label])
    if unknown:
        raise ValueError(f"a {mention.label} has no {', '.join(sorted(unknown))} (model.ENTITY_PROPS)")


def _check_fact(name: str, props: Props) -> None:
    known = FACT_BY_NAME.get(name)
    if known is None:
        raise ValueError(f"no fact type {name} (model.FACTS)")
    unknown = props and props.keys() - set(known.props) - set(COMMON_FACT_PROPS)
    if unknown:
        raise ValueError(f"{name} has no {', '.join(sorted(unknown))} (model.FACTS)")
