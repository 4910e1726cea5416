"""Rows that were not loaded, kept as the file had them, so that nothing is lost: ``<load>.rejected.csv``, private."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from pathlib import Path

from loaders.base import Issue
from lpgraph.errors import LpgraphError

COLUMNS = ("file", "row", "line", "column", "reason", "refused", "text", "kind")
_BEFORE = COLUMNS[:-1]  # as files of earlier versions have them
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(folder: Path, load: str, issues: Sequence[Issue]) -> Path:
    """Write the refused and flagged rows of a load and give the file's path. Raises ``LpgraphError``."""
    path = folder / f"{load}.rejected.csv"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, issues)
    except OSError as error:
        raise LpgraphError(
            f"{path}: the rows that were refused cannot be written ({error.strerror}). The others are loaded; "
            "make room on the disk, or open the folder, and load the file again to get them"
        ) from error
    return path


def _write(path: Path, issues: Sequence[Issue]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        for issue in issues:
            line = (
                issue.file,
                issue.row,
                issue.line,
                issue.column,
                issue.reason,
                issue.refused,
                issue.text,
                issue.kind,
            )
            out.writerow([tame(str(cell)) if cell is not None else "" for cell in line])


def read(folder: Path, load: str) -> list[Issue] | None:
    """The issues of a load as they were written, or ``None`` when there is no such file."""
    try:
        with (folder / f"{load}.rejected.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    if not rows or tuple(rows[0]) not in (COLUMNS, _BEFORE):
        return None
    return [_issue([_untamed(cell) for cell in row]) for row in rows[1:] if len(row) == len(rows[0])]


def _issue(cells: list[str]) -> Issue:
    file, row, line, column, reason, refused, text = cells[: len(_BEFORE)]
    kind = "".join(cells[len(_BEFORE) :])
    number, physical = (int(cell) if cell.isdecimal() else None for cell in (row, line))
    return Issue(file, number, physical, column or None, reason, refused == "True", text, kind)


def _untamed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and tame(cell[1:]) == cell else cell


def tame(cell: str) -> str:
    """The cell, with a leading ``'`` where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.lstrip(" \"'").startswith(_FORMULA) else cell
