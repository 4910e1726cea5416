"""Writes the tables down, the same bytes for the same rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path


def write_csv(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    preamble: Iterable[Sequence[object]] = (),
) -> None:
    """A CSV file in UTF-8; ``preamble`` lines stand above the header, as Zoom writes them."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows(preamble)
        writer.writerow(header)
        writer.writerows(rows)
