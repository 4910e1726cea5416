"""Verbs about files: sources, template, load."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, Stop, graph, import_store, session, stoppable
from lpgraph.errors import FileRefused, UsageError

if TYPE_CHECKING:
    from lpgraph.ingest import Progress, Report
    from lpgraph.store import Store

ASKED, ROWS_REFUSED, FILE_REFUSED = 1, 2, 3
SHOWN_ISSUES = 5


def sources(as_json: Json = False) -> None:
    """The formats that load knows, each by its header."""
    from loaders.registry import SOURCES

    if as_json:
        output.write_json(
            [{"name": s.name, "publisher": s.publisher, "gives": s.gives, "header": list(s.header)} for s in SOURCES]
        )
        return
    output.table(
        ("name", "publisher", "gives", "recognised by"),
        [(s.name, s.publisher, s.gives, ", ".join(s.header) or "the usual headings") for s in SOURCES],
    )


def template(
    name: Annotated[str, typer.Argument(help="people, organizations, unions, posts, events, attendance, …")],
    out: Annotated[Path | None, typer.Argument(help="The file to write; NAME.csv here if left out.")] = None,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="A workbook instead of CSV.", metavar="")] = False,
    as_json: Json = False,
) -> None:
    """An empty file to fill in, with help and two examples."""
    from loaders import templates

    ending = ".xlsx" if xlsx or (out and out.suffix.casefold() == ".xlsx") else ".csv"
    known = {n.casefold(): n for n in templates.TEMPLATES}
    wanted = known.get(name.strip().casefold())
    if wanted is None:
        raise UsageError(f"There is no template “{name}”. There are {', '.join(sorted(known.values()))}.")
    path = out or Path(f"{wanted}{ending}")
    path = path / f"{wanted}{ending}" if path.is_dir() else path
    try:
        templates.write(wanted, str(path), xlsx=ending == ".xlsx")
    except FileExistsError as error:
        raise UsageError(f"{path} exists already; name another file.") from error
    except OSError as error:
        raise UsageError(f"Cannot write {path}: {error.strerror}.") from error
    if as_json:
        output.write_json({"template": wanted, "file": path})
    else:
        output.write(str(path))


def load(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders, any mix.", metavar="PATH")],
    as_: Annotated[
        str | None, typer.Option("--as", help="Read as this source (lpgraph sources).", metavar="SOURCE")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help="The day the file speaks of; else when it was last changed.", metavar="DATE"),
    ] = None,
    event: Annotated[
        str, typer.Option("--event", help="Which event an attendance file is about.", metavar="TEXT")
    ] = "",
    map_: Annotated[Path | None, typer.Option("--map", help="A mapping of columns (TOML).", metavar="FILE")] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="Of a file that is not UTF-8: cp1252, …", metavar="NAME")
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="Which sheet of a workbook.", metavar="NAME")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Decide everything, write nothing.", metavar="")] = False,
    snapshot: Annotated[
        bool,
        typer.Option("--snapshot", help="The file is the whole list: end whom it no longer has.", metavar=""),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.", metavar="")] = False,
    as_json: Json = False,
) -> int:
    """Load files and folders; nothing is written twice.

    Rows that cannot be loaded are kept in a file, with the reason.
    """
    import_store()
    from lpgraph.cli import mappings
    from lpgraph.ingest import LoadOptions
    from lpgraph.ingest import load as loading
    from lpgraph.ingest.author import user

    options = LoadOptions(
        folder=session.settings().home, as_=as_, as_of=as_of, event=event, map=map_, encoding=encoding, sheet=sheet,
        dry_run=dry_run, snapshot=snapshot, yes=yes, who=user(),
    )  # fmt: skip
    for path in (path for path in paths if not os.path.lexists(path)):
        raise _refused(FileRefused(str(path), "there is no such file or folder"), as_json)
    with graph(write=True) as store, stoppable(Stop()) as stop, bar() as progress:
        reports = loading(store, paths, options, progress, stop)
        left = 0 if dry_run else _questions(store, options.who)
    if not reports:
        raise _refused(FileRefused(", ".join(map(str, paths)), "holds no file that lpgraph can load"), as_json)
    _say(reports, as_json)
    if left:
        output.say(f"{left:,} {'question' if left == 1 else 'questions'} about who is who: lpgraph review")
    refused = any(r.error for r in reports)
    if dry_run and refused and not (map_ or as_):
        mappings.write_proposals(paths, encoding, sheet, event or "")
    if map_ and not dry_run and not refused:
        mappings.keep(map_, options.folder)
    return _code(reports)


def _questions(store: Store, who: str) -> int:
    """How many records may be one."""
    from lpgraph.ingest import review

    return len(review.pairs(store, who))


def _say(reports: Sequence[Report], as_json: bool) -> None:
    """The answer on standard output, what is worth saying beside on standard error."""
    if as_json:
        output.write_json([r.as_json() for r in reports])
    else:
        _table(reports)
    for report in reports:
        _tell(report)


def _code(reports: Sequence[Report]) -> int:
    """The exit code: the worst that became of a file; a dry run's is the load's."""
    if any(r.error for r in reports):
        return FILE_REFUSED
    if any(r.asks or r.choices for r in reports):
        return ASKED
    return ROWS_REFUSED if any(r.rejected for r in reports) else 0


def _refused(why: FileRefused, as_json: bool) -> FileRefused:
    """The refusal, once the document for programs is written: theirs has a reason too."""
    if as_json:
        from lpgraph.ingest import Report

        output.write_json([Report(why.file, refused=why).as_json()])
    return why


def _table(reports: Sequence[Report]) -> None:
    from lpgraph.store.ledger import COUNTS

    rows = [
        (
            r.file,
            "refused" if r.error else "not written" if r.unwritten else r.source,
            *(getattr(r, c) for c in COUNTS),
            f"{r.seconds:.1f}",
            r.load,
        )
        for r in reports
    ]
    output.table(("file", "source", *COUNTS, "seconds", "load"), rows, (*COUNTS, "seconds"))
    total = {c: sum(getattr(r, c) for r in reports if not r.unwritten) for c in COUNTS}
    output.write("")
    output.write(
        f"read {total['read']:,} = accepted {total['accepted']:,} + rejected {total['rejected']:,} · "
        f"accepted {total['accepted']:,} = created {total['created']:,} + updated {total['updated']:,} + "
        f"unchanged {total['unchanged']:,} + merged {total['merged']:,}"
    )


def _tell(report: Report) -> None:
    """What is worth saying of one file, on standard error."""
    for name, why in report.passed:
        output.say(f"{name}: passed over, {why}")
    if report.error:
        output.say(f"lpgraph: {report.error}")
        return
    if report.same_as:
        output.say(f"{report.file}: loaded before, as {report.same_as}; nothing was written.")
    _tell_missing(report)
    _tell_choices(report)
    remarks = report.remarks
    for issue in remarks[:SHOWN_ISSUES]:
        place = (
            issue.file + (f" row {issue.row}" if issue.row else "") + (f" (line {issue.line})" if issue.line else "")
        )
        output.say(f"{place}: {'not loaded: ' if issue.refused else ''}{issue.told}")
    more = len(remarks) - SHOWN_ISSUES
    said = [f"and {more:,} more remarks"] if more > 0 else []
    if report.rejected:
        rows = "1 row was" if report.rejected == 1 else f"{report.rejected:,} rows were"
        said = [f"{rows} not loaded", *said]
    if silent := _silent(report):
        said = [*said, silent]
    if said:
        where = f" All of them: {report.rejected_file}" if report.rejected_file else ""
        output.say(f"{report.file}: {', '.join(said)}.{where}")


def _silent(report: Report) -> str:
    """How many rows say nothing of an event, by their word for it, and which come first."""
    words = report.silent
    if not words:
        return ""
    rows = [f"{row:,}" for row in report.silent_rows]
    told = ", ".join(f"{n:,} “{output.clean(word)}”" for word, n in words.most_common(SHOWN_ISSUES))
    first = f"{', '.join(rows[:SHOWN_ISSUES])}{' …' if len(rows) > SHOWN_ISSUES else ''}"
    many = f"{len(rows):,} rows say" if len(rows) > 1 else "1 row says"
    return f"{many} nothing of an event ({told}{', …' if len(words) > SHOWN_ISSUES else ''}): row {first}"


def _tell_missing(report: Report) -> None:
    """What a whole list ends, by body; and whether that has to be confirmed."""
    for one in report.missing:
        output.say(f"{report.file}: no longer listed, {one.text}")
    if report.asks:
        output.say(
            f"{report.file}: more than a fifth of a body would end"
            + (", so nothing was written. " if report.unwritten else "; a load will ask. ")
            + "A new council is right, half a file is not, nor one of several files of one body: "
            "look at the list, then load again with --yes."
        )


def _tell_choices(report: Report) -> None:
    """The events one of which may be meant, with what to answer."""
    if not report.choices:
        return
    end = "so nothing was written." if report.unwritten else "a load will ask."
    output.say(f"{report.file}: events that may be the one you named, {end}")
    for choice in report.choices:
        output.say(f"  {output.clean(choice.text)}")
    output.say("Load again with --event and the id of the one you mean, or with --yes when it is a new one.")


@contextmanager
def bar() -> Iterator[Callable[[Progress], None]]:
    """A progress bar on standard error (what, rows, rate, time left) when somebody is looking; else nothing."""
    if not sys.stderr.isatty():
        yield lambda _step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.fields[what]} {task.fields[file]}", markup=False), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False), TimeRemainingColumn(),
    )  # fmt: skip
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None, file="", what="", rate="")

        def show(step: Progress) -> None:
            told, file = bars.tasks[0].fields, output.clean(step.file)
            if (told["file"], told["what"]) != (file, step.what):
                bars.reset(task, description="", file=file, what=step.what, rate="")
                bars.tasks[0].total = step.total or None  # reset() takes None for "as it was"
            speed = bars.tasks[0].speed
            rate = f"{speed:,.0f} a second" if speed else ""
            bars.update(task, completed=step.done, rate=rate)

        yield show
