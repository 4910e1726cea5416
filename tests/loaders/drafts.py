"""Reading a file through its source for tests, and saying what came out in one line each."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, RowSkipped, Source
from loaders.doubtful import looked_at
from loaders.readers import open_file

AS_OF = "2026-11-24T00:00:00Z"


@dataclass
class Read:
    """What a file said."""

    rows: list[list[Draft]] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    flags: list[tuple[int, str]] = field(default_factory=list)
    untaken: set[str] = field(default_factory=set)

    @property
    def facts(self) -> list[Fact]:
        """Every fact of every row."""
        return [d for row in self.rows for d in row if isinstance(d, Fact)]

    @property
    def mentions(self) -> list[Mention]:
        """Every mention that a row yielded itself."""
        return [d for row in self.rows for d in row if isinstance(d, Mention)]

    def of(self, type_: str) -> list[Fact]:
        """The facts of one type."""
        return [f for f in self.facts if f.type == type_]


def read(source: Source, *paths: Path, event: str = "") -> Read:
    """All rows of the files through the source."""
    out = Read()
    for path in paths:
        opened = open_file(path)
        for row in source.prepare(opened.rows()) if source.prepare else opened.rows():
            _add(out, source, row, Context(AS_OF, event, opened.preamble))
    return out


def rows(source: Source, *records: dict[str, object], file: str = "test.csv", event: str = "") -> Read:
    """Records made in the test through the source."""
    out = Read()
    for number, record in enumerate(records, start=1):
        _add(out, source, Row(record, file, number, number + 1), Context(AS_OF, event))
    return out


def _add(out: Read, source: Source, row: Row, context: Context) -> None:
    try:
        drafts = looked_at(row, list(source.read(row, context)))
    except RowSkipped:
        drafts = []
    except RowRefused as refused:
        out.refused.append((row.number, refused.reason))
        return
    out.rows.append(drafts)
    out.flags.extend((row.number, flag.reason) for flag in row.flags)
    out.untaken |= row.untaken() - set(source.ignore)


def says(out: Read) -> list[str]:
    """One sorted line for each mention and fact: what the file says, readable in a diff."""
    found: set[str] = set()
    for mention in [*out.mentions, *(end for fact in out.facts for end in (fact.a, fact.b))]:
        found.add(_mention(mention))
    for fact in out.facts:
        props = " ".join(f"{k}={v}" for k, v in sorted(fact.props.items()))
        found.add(f"{fact.type} {_end(fact.a)} -> {_end(fact.b)} [{props}] of {'/'.join(fact.record)}")
    for row in out.rows:
        found.update(f"record {'/'.join(d.record)}" for d in row if isinstance(d, Record))
    found.update(f"flag row {number}: {reason}" for number, reason in out.flags)
    found.update(f"refused row {number}: {reason}" for number, reason in out.refused)
    return sorted(found)


def _end(mention: Mention) -> str:
    return f"{mention.label}({mention.namespace}:{'/'.join(mention.ident)})"


def _mention(mention: Mention) -> str:
    props = " ".join(f"{k}={v}" for k, v in sorted(mention.props.items()))
    joins = " ".join([*mention.ids, *mention.emails, *mention.phones])
    return f"{_end(mention)} rank {mention.rank} [{props}] {joins}".rstrip()
