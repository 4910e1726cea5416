"""A sheet into the store: the one way in for files and for typed entries."""

from __future__ import annotations

import time
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from lpgraph.ids import digest
from lpgraph.ingest import clock, quarantine, reused, review
from lpgraph.ingest import history as past
from lpgraph.ingest.ahead import Tick
from lpgraph.ingest.deciding import ready
from lpgraph.ingest.ending import foresee, write_ends
from lpgraph.ingest.footprint import footprint
from lpgraph.ingest.labels import heal
from lpgraph.ingest.late import overtaken
from lpgraph.ingest.plan import Plan, count, plan
from lpgraph.ingest.report import Report
from lpgraph.ingest.sheet import Sheet
from lpgraph.ingest.snapshot import asked_about, left_alone, not_whole
from lpgraph.ingest.unheard import unheard
from lpgraph.ingest.write import write
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.lease import writer
from lpgraph.store.ledger import LoadLine


def apply(
    store: Store,
    sheet: Sheet,
    report: Report,
    mark: str,
    as_of: str,
    who: str,
    *,
    files: tuple[str, ...] = (),
    note: str = "",
    changed: str = "",
    dry_run: bool = False,
    snapshot: bool = False,
    yes: bool = False,
    tick: Tick = lambda _rows: None,
) -> Report:
    """Write a sheet. ``mark`` says what content this is: the same content again writes a line in the ledger alone.
    ``changed``: when its file was, which tells the newer of two of one ``as_of``.

    ``snapshot``: the sheet is the whole list of the bodies that it speaks of. When that would end more of a body than
    a list usually loses, and ``yes`` does not say that it is right, nothing is written and ``Report.asks`` is set.
    Raises ``FileRefused`` when an id of the sheet stands for somebody else (``reused``) and ``yes`` does not say so.
    """
    started = time.monotonic()
    if dry_run:
        line, lines = _line(ledger.loads(store), report, mark, as_of, who, files or (report.file,), note, changed)
        if not line.sameAs:
            _count(_plan(store, sheet, line, lines, snapshot, yes), report)
        report.asks = bool(asked_about(report.missing)) and not yes
        return _finish(report, line, sheet, started)
    with writer(store, who or "load"):
        ready(store)
        line, lines = _line(ledger.loads(store), report, mark, as_of, who, files or (report.file,), note, changed)
        if not line.sameAs:
            made = _plan(store, sheet, line, lines, snapshot, yes)
            if asked_about(made.missing) and not yes and not made.resumed:
                _count(made, report)
                report.asks, report.seconds = True, round(time.monotonic() - started, 3)
                return report
            line.touched, line.wrote = footprint(made)
            ledger.put(store, line)
            as_ofs = {one.id: one.day for one in (*lines, line) if one.live}
            write(store, made, as_ofs, tick, lambda: _count(made, report))
            write_ends(store, made.ends)
            review.note(store, made.resolution)
            heal(
                store, {f.type for f in sheet.facts.values()} | {str(d.mention.label) for d in sheet.mentions.values()}
            )
        _finish(report, line, sheet, started)
        _close(store, line, report)
    return report


def repeat(
    store: Store,
    report: Report,
    mark: str,
    as_of: str,
    who: str,
    *,
    files: tuple[str, ...],
    kept: Path,
    dry_run: bool = False,
) -> bool:
    """Whether this content was loaded to its end before: then the report says so, and nothing need be read.

    What there was to say of its rows is in the folder ``kept``; where that is lost, the file is to be read again.
    """
    started = time.monotonic()
    before = _before(ledger.loads(store), report, mark)
    if before is None or before.status != "done":
        return False
    issues = quarantine.read(kept, before.id)
    if issues is None and (before.rejected or before.flagged or before.silent):
        return False
    with nullcontext() if dry_run else writer(store, who or "load"):
        if not dry_run:
            ready(store)  # whoever writes next finishes what a crash left, even if it is a line in the ledger alone
        lines = ledger.loads(store)
        line, _ = _line(lines, report, mark, as_of, who, files, "")
        if line.sameAs != before.id:
            return False
        report.take(before)
        report.created = report.updated = report.merged = 0
        report.unchanged = before.accepted
        report.issues = [replace(one, file=files[0]) if len(files) == 1 else one for one in issues or ()]
        report.issues += overtaken(before, line, lines)
        report.load, report.same_as, report.seconds = line.id, before.id, round(time.monotonic() - started, 3)
        if not dry_run:
            _close(store, line, report)
    return True


def _plan(store: Store, sheet: Sheet, line: LoadLine, lines: list[LoadLine], snapshot: bool, yes: bool) -> Plan:
    resumed = any(one.id == line.id for one in lines)
    only = None if snapshot or line.snapshot else sheet.records
    history = past.read(store, lines, line.source, leave_out=line.id, only=only)
    made = plan(store, sheet, line, history)
    made.resumed = resumed
    reused.look(made, yes=yes or resumed)
    if resumed:  # what the interrupted run wrote already is not new
        made.new_facts -= set(ledger.keys(store, line.id)[0])
    else:
        line.snapshot = snapshot and not sheet.rejected
    foresee(store, made, history)
    if snapshot and sheet.rejected:
        sheet.issues.append(not_whole(line.file, sheet.rejected))
    sheet.issues.extend(unheard(store, made))
    return made


def _count(made: Plan, report: Report) -> None:
    count(made, report)
    report.snapshot, report.missing = made.line.snapshot, made.missing
    if made.silent:
        report.issues.append(left_alone(made.line.file, made.silent))


def _line(
    lines: list[LoadLine],
    report: Report,
    mark: str,
    as_of: str,
    who: str,
    files: tuple[str, ...],
    note: str,
    changed: str = "",
) -> tuple[LoadLine, list[LoadLine]]:
    """The ledger's line for this content: a new one, the interrupted one again, or one that only points back."""
    before = _before(lines, report, mark)
    if before is not None and before.status == "running":
        return before, lines
    seq = max((one.seq for one in lines), default=0) + 1
    identity = digest((report.source, mark, str(seq)), 10)
    line = LoadLine(
        f"load-{identity}",
        report.source,
        report.file,
        mark,
        as_of,
        seq,
        "running",
        clock.now(),
        who=who,
        files=files,
        note=note,
        changed=changed,
    )
    if before is not None:
        line.status, line.sameAs = "same", before.id
    return line, lines


def _before(lines: list[LoadLine], report: Report, mark: str) -> LoadLine | None:
    """The load that has brought this content, or has begun to."""
    live = [one for one in lines if one.hash == mark and one.source == report.source and one.live]
    return live[-1] if live else None


def _finish(report: Report, line: LoadLine, sheet: Sheet, started: float) -> Report:
    report.load, report.same_as = line.id, line.sameAs
    if line.sameAs:
        report.read, report.rejected, report.flagged = sheet.read, sheet.rejected, sheet.flagged
        report.accepted = report.unchanged = sheet.read - sheet.rejected
        report.issues = sheet.issues
    report.seconds = round(time.monotonic() - started, 3)
    return report


def _close(store: Store, line: LoadLine, report: Report) -> None:
    line.status = "same" if line.sameAs else "done"
    line.endedAt = clock.now()
    line.take(report)
    line.silent = report.silent.total()
    ledger.put(store, line)
