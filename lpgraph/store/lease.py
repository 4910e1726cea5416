"""One writer at a time: a lease in the graph itself, so that it holds between machines.

The lease is a node with a token, a holder and an end by the server's clock. The holder renews it; who finds it taken
waits a while and then says who is writing. A holder that died on this machine is not waited for.
"""

from __future__ import annotations

import os
import platform
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from lpgraph.errors import StoreBusy, StoreError
from lpgraph.store.graph import Store, replay
from lpgraph.store.work import holding

LEASE_SECONDS = 30.0
WAIT_SECONDS = 60.0
_ID = "writer"


class Lease:
    """A lease that is held; ``check`` before each batch says whether it still is."""

    def __init__(self, store: Store, token: str, seconds: float) -> None:
        self._store, self._token, self._seconds = store, token, seconds
        self._done, self._lost = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._keep, name="lpgraph-lease", daemon=True)
        self._thread.start()

    def check(self) -> None:
        """Raises ``StoreBusy`` when another writer has taken over, as after a long standstill of this process."""
        if self._lost.is_set():
            raise StoreBusy("another process took over writing while this one stood still; run it again")

    def give(self) -> None:
        """Stop renewing and let the next writer in."""
        self._done.set()
        self._thread.join(self._seconds)
        with suppress(StoreError):  # it runs out by itself
            self._store.write(("lease_give", {"id": _ID, "token": self._token}), landed=replay)

    def _keep(self) -> None:
        """Renew three times in each lease; a store that does not answer for a while is asked again."""
        step = {"id": _ID, "token": self._token, "ms": int(self._seconds * 1000)}
        while not self._done.wait(self._seconds / 3):
            with suppress(StoreError):
                if not self._store.write(("lease_renew", step), landed=replay)[0]:
                    self._lost.set()
                    return


@contextmanager
def writer(store: Store, holder: str, *, wait: float = WAIT_SECONDS, seconds: float = LEASE_SECONDS) -> Iterator[Lease]:
    """Hold the right to write while the block runs; ``holder`` is how others read who is writing ("load of a.csv").

    Raises ``StoreBusy`` naming the holder when it is still taken after ``wait`` seconds.
    """
    token = secrets.token_hex(12)
    _take(store, token, holder, wait, seconds)
    lease = Lease(store, token, seconds)
    try:
        with holding(store, _ID, token):
            yield lease
    finally:
        lease.give()


def _take(store: Store, token: str, holder: str, wait: float, seconds: float) -> None:
    ask: dict[str, Any] = {
        "id": _ID, "token": token, "dead": token, "holder": holder, "host": _here(),
        "pid": os.getpid(), "born": _born(os.getpid()), "ms": int(seconds * 1000),
    }  # fmt: skip
    deadline = time.monotonic() + wait
    while True:
        row = store.write(("lease_take", ask), landed=replay)[0][0]
        if row["mine"]:
            return
        if row["host"] == ask["host"] and _born(row["pid"]) != row["born"]:
            ask["dead"] = row["token"]
        elif time.monotonic() > deadline:
            raise StoreBusy(
                f"{row['holder']} is writing (process {row['pid']} on {row['host'].split('/')[0]}); try again"
            )
        else:
            time.sleep(0.3)


def _here() -> str:
    """This machine, and this container on it: process ids mean something within one of them only."""
    space = Path("/proc/self/ns/pid")
    with suppress(OSError):
        return f"{platform.node()}/{space.readlink()}"
    return platform.node()


def _born(pid: int) -> int:
    """When that process began, by a clock that nobody sets where there is one; 0 when there is none, or it is dead."""
    with suppress(OSError, ValueError, IndexError):
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return 0 if told[0] in "ZX" else int(told[19])
    try:
        return int(psutil.Process(pid).create_time())
    except psutil.Error:
        return 0
