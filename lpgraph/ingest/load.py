"""Files in: recognised, read to the end, decided, written; one report each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from loaders.base import Context, Issue
from loaders.recognise import Unit, gather
from loaders.registry import SOURCES
from loaders.walk import QUIET
from lpgraph.errors import FileRefused, Interrupted, Need
from lpgraph.identity.watching import watched
from lpgraph.ids import digest
from lpgraph.ingest import clock, quarantine, which_event
from lpgraph.ingest.apply import apply, repeat
from lpgraph.ingest.garbage import rarely_collected
from lpgraph.ingest.report import Listener, LoadOptions, Progress, Report
from lpgraph.ingest.sheet import Sheet, close
from lpgraph.ingest.which_event import Meant
from lpgraph.model import PARTIES
from lpgraph.store.graph import Store

EVERY = 2_000  # rows between two signs of progress
Stop = Callable[[], bool]


@dataclass(slots=True)
class _Work:
    """One unit on its way, and whom to tell."""

    unit: Unit
    options: LoadOptions
    listen: Listener
    stop: Stop
    done: int = 0
    total: int = 0
    report: Report = field(default_factory=lambda: Report(""))
    meant: Meant = field(default_factory=Meant)  # the event that --event names
    tried: dict[str, Report] = field(default_factory=dict)  # what a dry run has looked at, by its mark

    def tell(self, what: str, rows: int) -> None:
        """Tell how far it is; between two batches is where a load may stop."""
        self.done += rows
        self._at(what, self.done, self.total)

    def matched(self, done: int, total: int) -> None:
        """Tell how many of its records have been matched."""
        self._at("matching", done, total)

    def _at(self, what: str, done: int, total: int) -> None:
        self.listen(Progress(self.unit.name, what, done, total))
        if self.stop():
            raise Interrupted(
                f"{self.unit.name}: stopped after a whole batch. Load it again and it goes on from there."
            )


def load(
    store: Store,
    paths: Sequence[Path],
    options: LoadOptions,
    progress: Listener | None = None,
    stop: Stop | None = None,
) -> list[Report]:
    """Load files and folders, any mix. A file that is refused has its reason in ``Report.error``; the rest go on.

    Raises ``UsageError``, ``NotFound`` (an event by its id), ``StoreError`` and ``Interrupted`` (when ``stop()`` says
    so, after a whole batch).
    """
    which_event.check(store, options.event)
    mappings = options.folder / "mappings"
    found = gather(
        paths, SOURCES, as_=options.as_, map_=options.map, remembered_in=mappings,
        encoding=options.encoding or "", sheet=options.sheet or "",
    )  # fmt: skip
    reports = [Report(why.file, refused=why) for why in (*found.refused, *(why for _, why in found.unknown))]
    tried: dict[str, Report] = {}
    for unit in found.units:
        work = _Work(unit, options, progress or (lambda _step: None), stop or (lambda: False), tried=tried)
        with rarely_collected():
            reports.append(_load_unit(store, work, paths))
    if reports:  # said once, with the first
        reports[0].passed = [(name, why) for name, why in found.passed if why not in QUIET]
    return reports


def _load_unit(store: Store, work: _Work, paths: Sequence[Path]) -> Report:
    unit, options = work.unit, work.options
    work.report = Report(unit.name, unit.source.name)
    files, kept = tuple(f.name for f in unit.files), options.folder / "rejected"
    try:
        changed = _changed(unit, paths)
        as_of = clock.as_of(options.as_of) if options.as_of else changed
        mark = _mark(unit, options)
        if mark in work.tried:
            return _again(work, work.tried[mark])
        known = repeat(store, work.report, mark, as_of, options.who, files=files, kept=kept, dry_run=options.dry_run)
        work.meant = Meant() if known else which_event.meant(store, options.event)
        work.report.choices = [] if options.yes else work.meant.choices
        if work.report.choices and not options.dry_run:
            return work.report
        if not known:
            sheet = read(work, as_of)
            work.done = work.total = 0
            matched = sum(draft.mention.label in PARTIES for draft in sheet.mentions.values())
            work.total = len(sheet.facts)
            with watched(matched, work.matched):
                apply(
                    store, sheet, work.report, mark, as_of, options.who, files=files, changed=changed,
                    dry_run=options.dry_run, snapshot=options.snapshot, yes=options.yes,
                    tick=lambda rows: work.tell("writing", rows),
                )  # fmt: skip
    except FileRefused as why:
        work.report.refused = why
        return work.report
    if options.dry_run and work.report.load and not work.report.same_as and not work.report.asks:
        work.tried[mark] = work.report
    if options.yes and work.report.load and work.meant.mention is not None and not options.dry_run:
        which_event.none_of_them(store, work.meant.mention, work.meant.choices, options.who)
    if work.report.issues and not options.dry_run and not work.report.asks:
        kept = quarantine.write(kept, work.report.load, work.report.issues)
        work.report.rejected_file = str(kept)
    return work.report


def read(work: _Work, as_of: str) -> Sheet:
    """Every row of a unit through its loader. Raises ``FileRefused`` when the file as a whole cannot be right."""
    unit, options = work.unit, work.options
    fewest, most = unit.source.expect
    if not fewest <= unit.count <= most:
        if not unit.count:
            raise FileRefused(unit.name, "holds a header and no rows: is it the whole file?")
        raise FileRefused(
            unit.name,
            f"{unit.count:,} records, where {unit.source.publisher} has {fewest:,} to {most:,}: is it the whole file?",
        )
    if unit.source.needs_event and not options.event:
        raise FileRefused(unit.name, "does not name its event", need=Need("event"))
    sheet = Sheet(unit.source)
    work.total = unit.count
    for opened in unit.files:
        context = Context(as_of, options.event, opened.preamble, work.meant.mention)
        sheet.issues.extend(opened.issues)
        for row in opened.rows():
            sheet.add(row, context)
            if sheet.read % EVERY == 0:
                work.tell("reading", EVERY)
    close(sheet)
    sheet.issues.extend(_unasked(unit, sheet))
    return sheet


def _unasked(unit: Unit, sheet: Sheet) -> Iterator[Issue]:
    """One warning a column that the loader never asked for: what a publisher adds tomorrow is not lost in silence."""
    for column, rows in sorted(sheet.untaken.items()):
        yield Issue(unit.name, None, None, column, f"the column “{column}” is not used ({rows:,} rows have it)", False)


def _mark(unit: Unit, options: LoadOptions) -> str:
    """What is loaded: the content and all that changes its meaning. The files' names and their order do not."""
    return digest((unit.source.name, unit.sha256, options.event, options.as_of or "", _meaning(unit, options)), 32)


def _again(work: _Work, before: Report) -> Report:
    """What a load would say of content that it has loaded a moment ago under another name; a dry run has not."""
    report = work.report
    report.take(before)
    report.created = report.updated = report.merged = 0
    report.unchanged, report.load, report.same_as = before.accepted, before.load, before.load
    report.issues = [replace(one, file=report.file) for one in before.issues]
    return report


def _changed(unit: Unit, paths: Sequence[Path]) -> str:
    own = [path for path in (f.path or f.inside for f in unit.files) if path is not None]
    named = own or [p for p in paths if p.is_file()]
    try:
        return clock.changed(named) if named else clock.now()
    except OSError as why:
        raise FileRefused(unit.name, "is gone since it was found; load it again when it is there") from why


def _meaning(unit: Unit, options: LoadOptions) -> str:
    """What sets two readings of the same bytes apart: a mapping, which sheet of the workbook, being the whole list."""
    whole = "--snapshot" if options.snapshot else ""
    return "\0".join(filter(None, (unit.source.version, *sorted({f.sheet for f in unit.files}), whole)))
