"""A loader that is killed: loads files with small batches and dies by SIGKILL around its n-th write.

python -m tests.faults.loader HOME N before|after FILE…
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from lpgraph.ingest import LoadOptions, load, undo, write
from lpgraph.settings import load_settings
from lpgraph.store import Store, open_store

SMALL = 40  # rows a batch, so that a small file has many boundaries


def main(home: str, number: str, when: str, *names: str) -> None:
    """Load (or with ``undo:ID`` take back) and die."""
    write.BATCH = SMALL
    left = int(number)
    plain = Store.write

    def deadly(store: Store, *steps: Any, **options: Any) -> Any:
        nonlocal left
        if not steps[0][0].startswith("lease"):
            left -= 1
        if left <= 0 and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        rows = plain(store, *steps, **options)
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return rows

    Store.write = deadly  # type: ignore[method-assign]
    with open_store(load_settings(home=Path(home))) as store:
        if names[0].startswith("undo:"):
            undo(store, names[0].removeprefix("undo:"))
        else:
            load(store, [Path(name) for name in names], LoadOptions(folder=Path(home)))
    print("done")  # noqa: T201 - told apart from a death by the test


if __name__ == "__main__":
    main(*sys.argv[1:])
