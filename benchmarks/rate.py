"""Whether loading stays as fast and as small as it began: one source, file after file, into one growing graph.

    python benchmarks/rate.py                        # ten files of 100,000 rows into the embedded server
    python benchmarks/rate.py --files 1 --rows 200000   # the memory of one large file

Prints rows a second and the CPU seconds of this process for each file, and its peak memory so far (Linux).
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.load import opened, ours, write_rows


def main() -> None:
    """Load one file after another and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--events", type=int, default=1_000)
    parser.add_argument("--server", choices=("embedded", "neo4j"), default="embedded")
    parser.add_argument("--uri")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, opened(given.server, given.uri) as store:
        first = 0.0
        for number in range(1, given.files + 1):
            path = Path(folder, f"{number}.csv")
            write_rows(path, given.rows, given.people, given.events, seed=number)
            before, started = os.times(), time.perf_counter()
            rate = ours(store, path) / (time.perf_counter() - started)
            after, first = os.times(), first or rate
            cpu = after.user + after.system - before.user - before.system
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
            print(
                f"{number}: {rate:,.0f} rows/s ({rate / first:.2f} of the first), CPU {cpu:.1f} s, peak {peak:.2f} GB"
            )


if __name__ == "__main__":
    main()
