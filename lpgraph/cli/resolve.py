"""``lpgraph resolve``: identity alone, no store. A table of records in, which of them are one out."""

from __future__ import annotations

import csv
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json
from lpgraph.errors import FileRefused, UsageError

if TYPE_CHECKING:
    from lpgraph.identity.resolving import Resolved

Rows = list[tuple[str | float, ...]]


class Kind(StrEnum):
    """What the records are of."""

    PEOPLE = "people"
    ORGANIZATIONS = "organizations"


def resolve(
    file: Annotated[Path, typer.Argument(help="A table with rec_id, as .csv or .parquet.", metavar="FILE")],
    out: Annotated[Path, typer.Option("--out", help="rec_id, cluster_id, p: .csv or .parquet.", metavar="OUT")],
    kind: Annotated[Kind, typer.Option("--kind", help="people or organizations.", metavar="KIND")] = Kind.PEOPLE,
    questions: Annotated[
        Path | None, typer.Option("--questions", help="What it would ask: rec_id_a, rec_id_b, p.", metavar="Q")
    ] = None,
    careful: Annotated[bool, typer.Option("--careful", help="Join less, and be surer.", metavar="")] = False,
    auto: Annotated[
        float | None, typer.Option("--auto", help="Join from this chance on.", min=0.5, max=1.0, metavar="P")
    ] = None,
    ask: Annotated[
        float | None, typer.Option("--ask", help="Ask from this chance on.", min=0.0, max=1.0, metavar="P")
    ] = None,
    as_json: Json = False,
) -> None:
    """Which records of a table are one; nothing is stored."""
    _check(file, [out, *([questions] if questions else [])])
    if careful and auto is not None:
        raise UsageError("--careful and --auto both say from which chance on to join. Give one of them.")
    from lpgraph.cli.files import bar
    from lpgraph.identity.resolving import resolve_file
    from lpgraph.ingest import Progress

    with bar() as show:
        found = resolve_file(
            file, people=kind is Kind.PEOPLE, auto=auto, ask=ask, careful=careful,
            tell=lambda done, total: show(Progress(file.name, "matching", done, total)),
        )  # fmt: skip
    _write(out, ("rec_id", "cluster_id", "p"), list(found.rows))
    if questions:
        _write(questions, ("rec_id_a", "rec_id_b", "p"), list(found.questions))
    _tell(found, kind, out, questions)
    if as_json:
        clusters = len({cluster for _, cluster, _ in found.rows})
        output.write_json({"records": len(found.rows), "clusters": clusters, "questions": len(found.questions)})


def _check(file: Path, written: list[Path]) -> None:
    if not file.is_file():
        raise FileRefused(str(file), "there is no such file")
    for path in written:
        if path.suffix.lower() not in (".csv", ".parquet"):
            raise UsageError(f"{path}: give a name that ends in .csv or .parquet")
        if not path.absolute().parent.is_dir():
            raise UsageError(f"{path}: there is no such folder")
        if path.resolve() == file.resolve():
            raise UsageError(f"{path}: is the table itself; give another name")
    if len({path.resolve() for path in written}) < len(written):
        raise UsageError("--out and --questions are the same file. Give two names.")


def _write(path: Path, header: tuple[str, str, str], rows: Rows) -> None:
    """Whole or not at all: beside it first, then in its place."""
    beside = path.with_name(f".{path.name}.part")
    try:
        if path.suffix.lower() == ".parquet":
            import pyarrow as pa
            import pyarrow.parquet as pq

            types = (pa.string(), pa.string(), pa.float64())
            columns = list(zip(*rows, strict=True)) or [(), (), ()]
            arrays = [pa.array(values, kind) for values, kind in zip(columns, types, strict=True)]
            pq.write_table(pa.table(arrays, names=list(header)), beside)
        else:
            with beside.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream, lineterminator="\n").writerows([header, *rows])
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        beside.unlink(missing_ok=True)


def _tell(found: Resolved, kind: Kind, out: Path, questions: Path | None) -> None:
    clusters = len({cluster for _, cluster, _ in found.rows})
    one, several = ("person", "people") if kind is Kind.PEOPLE else ("organization", "organizations")
    asked = _count(len(found.questions), "question", "questions")
    asked += f" in {questions.name}" if questions else " (--questions Q)" if found.questions else ""
    records = _count(len(found.rows), "record", "records")
    output.say(f"{records} of {_count(clusters, one, several)}, in {out.name}; {asked}")


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
