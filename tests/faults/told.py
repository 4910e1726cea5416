"""The command line that tells in a file, write by write, what it is about to write and that it is written.

The file gets one line before each transaction (``begin 12 8123.4 facts``: its number, the moment, the stage) and one
after (``end 12 8123.9``), so that whoever reads it can kill in the middle of one. The lease's own are left out.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import lpgraph.identity.engine  # noqa: F401 - imported once for all commands that are forked from here
from lpgraph.cli import main
from lpgraph.ingest import load, write  # noqa: F401
from lpgraph.store import Store

BATCH = 120  # rows a batch, so that files of a few thousand rows have several
# The first that fits names the stage.
_STAGES = (
    ("ledger_batch_put", "facts"),
    ("mention_create", "mentions"),
    ("mention_move", "merging"),
    ("fact_supersede", "superseding"),
    ("fact_restore", "superseding"),
    ("fact_end", "end-dating"),
    ("fact_delete", "garbage"),
    ("superseded_delete", "garbage"),
    ("mention_delete", "garbage"),
    ("orphan", "garbage"),
    ("identifier_delete", "garbage"),
    ("contact_delete", "garbage"),
    ("entity_delete", "garbage"),
    ("fact_attribute", "garbage"),
    ("mention_loads", "mentions"),
    ("entity_put", "entities"),
    ("review", "questions"),
    ("label", "labels"),
    ("decision", "answer"),
    ("identity_state", "rules"),
    ("retired", "garbage"),
)


def stage(steps: tuple[tuple[str, dict[str, Any]], ...]) -> str:
    """What a transaction is for."""
    names = [name for name, _ in steps]
    if "ledger_load_put" in names:
        status = steps[names.index("ledger_load_put")][1]["props"]["status"]
        return f"ledger {status}"
    text = " ".join(names)
    if "ledger_batch_put" in text and any(n.startswith(("mention", "entity")) for n in names):
        return "mentions"
    return next((said for word, said in _STAGES if word in text), names[0])


def tell(path: str) -> None:
    """From now on each write of this process is told in that file."""
    file, number, lock = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT), itertools.count(1), threading.Lock()
    plain: Callable[..., Any] = Store.write

    def told(store: Store, *steps: Any, **options: Any) -> Any:
        if not steps or steps[0][0].startswith("lease"):
            return plain(store, *steps, **options)
        with lock:
            mine = next(number)
            os.write(file, f"begin {mine} {time.monotonic()} {stage(steps)}\n".encode())
        rows = plain(store, *steps, **options)
        os.write(file, f"end {mine} {time.monotonic()}\n".encode())
        return rows

    Store.write = told  # type: ignore[method-assign]


def run(env: dict[str, str], words: list[str], told: str, said: tuple[str, str]) -> None:
    """The command line with these words in an environment, in a process of its own: ``told`` and ``said`` are files."""
    for name in [n for n in os.environ if n.startswith(("NEO4J_", "LPGRAPH_"))]:
        del os.environ[name]
    os.environ.update(env)
    for number, path in enumerate(said, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    write.BATCH = BATCH
    if told:
        tell(told)
    sys.exit(main(words))
