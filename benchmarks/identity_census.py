"""Builds the table of how common names are among people: given names and surnames of the US census of 1990.

    python -m benchmarks.identity_census OUT.json dist.female.first dist.male.first dist.all.last

The three lists are the Census Bureau's (public domain; the package ``names`` 0.3.0 has them too): name, share of the
people in percent, cumulated, rank. Ships as ``lpgraph/identity/people_census.json``; same lists, same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from math import log2
from pathlib import Path

LEAST = 6  # a power of two: a name that fewer of a million people bear is rare, and not listed


def shares(path: Path) -> Counter[str]:
    """Name → how many of a million bear it."""
    rows = (line.split() for line in path.read_text("ascii").splitlines())
    return Counter({name.lower(): float(percent) * 10_000 for name, percent, *_ in rows})


def powers(found: Counter[str], people: int = 1) -> dict[str, int]:
    """The powers of two; ``people``: how many lists, each of as many people, were counted together."""
    told = {name: round(log2(count / people)) for name, count in sorted(found.items()) if count > people}
    return {name: power for name, power in told.items() if power >= LEAST}


def main() -> None:
    """Writes the table."""
    out, hers, his, families = (Path(argument) for argument in sys.argv[1:])
    told = {"given": powers(shares(hers) + shares(his), 2), "family": powers(shares(families))}
    out.write_text(json.dumps(told, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
