"""Rows that were not loaded, kept as the file had them, so that nothing is lost: ``<load>.rejected.csv``, private."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from pathlib import Path

from loaders.base import Issue

COLUMNS = ("file", "row", "line", "column", "reason", "refused", "text")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(folder: Path, load: str, issues: Sequence[Issue]) -> Path:
    """Write the refused and flagged rows of a load and give the file's path."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{load}.rejected.csv"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        for issue in issues:
            line = (issue.file, issue.row, issue.line, issue.column, issue.reason, issue.refused, issue.text)
            out.writerow([tame(str(cell)) if cell is not None else "" for cell in line])
    return path


def tame(cell: str) -> str:
    """The cell, with a leading ``'`` where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.lstrip(" \"'").startswith(_FORMULA) else cell
