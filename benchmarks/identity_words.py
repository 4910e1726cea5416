"""Builds the word counts that organization names are weighed by, from IRS extracts (``eo_*.csv``, public domain).

    python -m benchmarks.identity_words OUT.csv eo_dc.csv eo_nh.csv …

Ships as ``lpgraph/identity/organizations_words.csv``: only how many names hold a word, never a name. The same extracts
give the same bytes.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from lpgraph.identity.organizations_names import core_words

LEAST = 4  # rarer words are names of somebody or slips of the pen, and weigh as unknown words do


def counts(paths: list[Path]) -> tuple[int, Counter[str]]:
    """How many names were read, and in how many of them each word stands."""
    seen: Counter[str] = Counter()
    read = 0
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                read += 1
                seen.update(word for word in set(core_words(row["NAME"])) if word.isalpha())
    return read, seen


def main() -> None:
    """Writes the table; its first row is the number of names, under no word."""
    out, *sources = (Path(argument) for argument in sys.argv[1:])
    read, seen = counts(sources)
    with out.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["word", "names"])
        writer.writerow(["", read])
        writer.writerows(sorted((word, n) for word, n in seen.items() if n >= LEAST))


if __name__ == "__main__":
    main()
