"""From reports and the ledger to what the Data screen says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from loaders.base import SILENT, Issue
from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean
from lpgraph.dashboard.views_files import on_screen
from lpgraph.ingest import LoadLine, Progress, Report
from lpgraph.ingest.review import Pair

MOST_ISSUES = 500
MOST_WORDS = 5
_TYPED = "entry"
_TAKEN_BACK = frozenset({"undone", "same"})


@dataclass(frozen=True, slots=True)
class Step:
    """How far a load is: a part of one, and the sentence beside the bar."""

    part: float
    text: str


def step(progress: Progress | None, seconds: float) -> Step:
    """The bar and its sentence: rows, rows a second, and about how long it still takes."""
    if progress is None:
        return Step(0.0, words.LOAD_STARTING)
    file, what = clean(progress.file), words.LOADING_WHAT.get(progress.what, progress.what)
    if not progress.done and not progress.total:
        return Step(0.0, words.LOADING_ONLY.format(file=file, what=what))
    part = min(progress.done / progress.total, 1.0) if progress.total else 0.0
    rate = progress.done / seconds if seconds > 0 else 0.0
    one = "record" if progress.what == "matching" else "row"
    rows = words.count(progress.done, one)
    if progress.total:
        rows = words.LOADING_OF.format(done=words.number(progress.done), all=words.count(progress.total, one))
    left = ""
    if rate and progress.total > progress.done and seconds > 2:
        left = words.LOADING_LEFT.format(left=words.duration((progress.total - progress.done) / rate))
    return Step(part, words.LOADING.format(file=file, what=what, rows=rows, rate=words.number(rate), left=left))


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: good or not, the sentences, the rows that were refused or remarked on."""

    ok: bool
    lines: tuple[str, ...]
    refused: tuple[dict[str, str | int | None], ...] = ()
    remarks: tuple[dict[str, str | int | None], ...] = ()
    silent: tuple[dict[str, str | int | None], ...] = ()  # rows that say nothing of an event
    again: bool = False  # earlier content in a newer file: that it counts again has to be confirmed
    done: bool = True  # False: not loaded
    more: int = 0  # issues beyond what is listed
    ends: tuple[dict[str, str | int], ...] = ()  # by body, who is no longer in a whole list
    asks: bool = False  # that so many end has to be confirmed; nothing was written
    choices: tuple[tuple[str, str], ...] = ()  # events that may be meant: id and how each is shown
    one: bool = False  # that an id which stands for somebody else is theirs has to be confirmed; nothing was written

    @property
    def settled(self) -> bool:
        """Whether the file is done with: loaded, with nothing left to say before it can be."""
        return self.done and not (self.asks or self.choices or self.one)


def result(report: Report) -> Result:
    """The sentences of one report."""
    if report.refused is not None:
        need = report.refused.need
        one = need is not None and need.what == "one person"
        told = on_screen(report.refused.told, need)
        return Result(False, (words.RESULT_ERROR.format(error=told),), done=False, one=one)
    if report.choices and report.unwritten:
        shown = tuple(
            (one.id, clean(" · ".join(filter(None, (one.name, one.day, one.source))))) for one in report.choices
        )
        return Result(False, (words.EVENT_ASKS.format(file=clean(report.file)),), choices=shown)
    gone = sum(one.gone for one in report.missing)
    ends: tuple[dict[str, str | int], ...] = tuple(
        {"body": clean(e.body), "state": clean(e.state), "gone": e.gone, "had": e.had, "names": clean(e.said_names)}
        for e in report.missing
    )
    if report.asks:
        asked = words.WHOLE_ASKS.format(file=clean(report.file))
        return Result(
            False, (asked, words.WHOLE_ENDS.format(n=words.count(gone, "person", "people"))), ends=ends, asks=True
        )
    lines = [
        words.RESULT.format(
            file=clean(report.file),
            read=words.count(report.read, "row"),
            accepted=words.number(report.accepted),
            rejected=words.number(report.rejected),
        ),
        words.RESULT_CHANGES.format(
            created=words.number(report.created),
            updated=words.number(report.updated),
            unchanged=words.number(report.unchanged),
            merged=words.number(report.merged),
        ),
    ]
    if report.same_as:
        lines.append(words.RESULT_SAME)
    if report.silent:
        lines.append(_silent(report))
    if gone:
        lines.append(words.WHOLE_ENDS.format(n=words.count(gone, "person", "people")))
    standing = _standing(report)
    lines += [_sentence(issue) for issue in standing]
    issues = [issue for issue in report.issues if issue not in standing]
    refused_rows = [issue for issue in issues if issue.refused]
    remarks = [issue for issue in issues if not issue.refused and issue.kind != SILENT]
    silent = [issue for issue in issues if issue.kind == SILENT]
    more = sum(max(len(some) - MOST_ISSUES, 0) for some in (refused_rows, remarks, silent))
    again = any(issue.kind == "newest" for issue in standing)
    ok = not report.rejected and not standing
    return Result(
        ok, tuple(lines), _issues(refused_rows), _issues(remarks), _issues(silent), more=more, ends=ends, again=again
    )


def _silent(report: Report) -> str:
    """``3 rows say nothing of an event: 2 “Refunded”, 1 “Transferred”``."""
    said = report.silent
    told = ", ".join(f"{words.number(n)} “{clean(word)}”" for word, n in said.most_common(MOST_WORDS))
    return words.RESULT_SILENT.format(n=words.count(said.total(), "row"), said=told)


def _standing(report: Report) -> list[Issue]:
    """The remarks that the file does not count, or not all of it, since newer ones are known: sentences of the result,
    not rows of a list.
    """
    first = report.issues[:1] if report.older else []
    again = [issue for issue in report.issues if issue.row is None and issue.kind == "newest"]
    return [issue for issue in first if issue.row is None] + again


def _sentence(issue: Issue) -> str:
    reason = clean(on_screen(issue.reason, issue.need)).rstrip(". ")
    return f"{reason[:1].upper()}{reason[1:]}."


def to_answer(pairs: Sequence[Pair], before: Collection[tuple[str, str]] | None) -> str:
    """``Answer 3 new questions about who is who (5 in all)``; nothing when there is none. ``before``: those that were
    open when the last load began.
    """
    new = sum(pair.refs not in before for pair in pairs) if before is not None else 0
    every = words.count(len(pairs), "question")
    if not new or new == len(pairs):
        return words.REVIEW_OPEN.format(n=every) if pairs else ""
    return words.REVIEW_OPEN_NEW.format(n=words.count(new, "new question"), all=words.number(len(pairs)))


def _issues(issues: Sequence[Issue]) -> tuple[dict[str, str | int | None], ...]:
    return tuple(
        {
            "row": issue.row,
            "line": issue.line,
            "column": clean(issue.column or ""),
            "reason": clean(on_screen(issue.reason, issue.need)),
        }
        for issue in issues[:MOST_ISSUES]
    )


def ledger(lines: Sequence[LoadLine]) -> list[dict[str, str | int]]:
    """The ledger as a table, newest first; what was typed by hand is on the profiles, and only counted here."""
    return [
        {
            "started": words.day(line.startedAt),
            "file": clean(line.file),
            "source": clean(line.source),
            "accepted": line.accepted,
            "rejected": line.rejected,
            "status": words.STATUS.get(line.status, line.status),
            "who": clean(line.who),
        }
        for line in files(lines)
    ]


def files(lines: Sequence[LoadLine]) -> list[LoadLine]:
    """The loads of files, entries typed by hand left out."""
    return [line for line in lines if line.source != _TYPED]


def ledger_count(lines: Sequence[LoadLine]) -> str:
    """How many loads there are, by what order, and how many entries were typed."""
    count = len(files(lines))
    typed = sum(line.source == _TYPED and line.status not in _TAKEN_BACK for line in lines)
    text = words.LEDGER_COUNT.format(n=words.count(count, "load"))
    return text + (words.LEDGER_TYPED.format(n=words.count(typed, "entry")) if typed else "")


def undoable(lines: Sequence[LoadLine]) -> dict[str, str]:
    """The loads that can be taken back: id → how it is called in a list."""
    return {
        line.id: f"{clean(line.file)} · {words.day(line.startedAt)} · {words.count(line.accepted, 'row')}"
        for line in files(lines)
        if line.status not in _TAKEN_BACK
    }
