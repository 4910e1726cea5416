"""One writer at a time, on every server."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from lpgraph.errors import StoreBusy
from lpgraph.store import Store, writer
from lpgraph.store import lease as lease_module

pytestmark = pytest.mark.server


def test_a_second_writer_waits_and_then_hears_who_writes(any_store: Store) -> None:
    """While the lease is held nobody else gets it; the refusal names the holder; after it is given it is free."""
    with (
        writer(any_store, "load of a.csv"),
        pytest.raises(StoreBusy, match=r"load of a\.csv"),
        writer(any_store, "other", wait=0.5),
    ):
        pytest.fail("two writers at once")

    with writer(any_store, "other", wait=0.5) as lease:
        lease.check()


def test_writers_in_a_queue_all_get_their_turn(any_store: Store) -> None:
    """Four threads that ask at once each hold the lease alone, one after another."""
    inside: list[int] = []
    most: list[int] = []

    def work(number: int) -> None:
        with writer(any_store, f"writer {number}"):
            inside.append(number)
            most.append(len(inside))
            time.sleep(0.1)
            inside.remove(number)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == [1, 1, 1, 1]


def test_a_lease_is_renewed_while_it_is_held(any_store: Store) -> None:
    """A block that takes longer than the lease keeps it."""
    with writer(any_store, "slow", seconds=0.9) as lease:
        time.sleep(2)
        lease.check()
        with pytest.raises(StoreBusy), writer(any_store, "other", wait=0.1):
            pytest.fail("two writers at once")


def test_a_holder_that_died_here_is_not_waited_for(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a kill of the writing process the next one on the same machine writes at once."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    with monkeypatch.context() as patch:
        patch.setattr(lease_module.os, "getpid", lambda: dead.pid)
        patch.setattr(lease_module, "_born", lambda _: 12345)
        lease_module._take(any_store, "dead", "a killed load", 0, 30)

    began = time.monotonic()
    with writer(any_store, "next", wait=5):
        assert time.monotonic() - began < 2


def test_who_stood_still_and_lost_the_lease_writes_nothing(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A holder that did not renew in time is refused inside its next transaction, which leaves nothing."""
    monkeypatch.setattr(lease_module.Lease, "_keep", lambda _self: None)
    put = ("identity_state_set", {"mark": "by who stood still"})
    with writer(any_store, "asleep", seconds=0.5):
        any_store.write(("identity_state_set", {"mark": "in time"}))
        other = threading.Thread(target=lease_module._take, args=(any_store, "other", "awake", 5, 30))
        other.start()
        other.join()
        with pytest.raises(StoreBusy, match="took over"):
            any_store.write(put)

    assert [row["mark"] for row in any_store.read("identity_state")] == ["in time"]


def test_a_clock_that_is_set_kills_nobody(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A live holder is not taken for dead because the machine's clock was set while it writes."""
    with writer(any_store, "load of a.csv"):
        plain = lease_module.psutil.Process.create_time
        monkeypatch.setattr(lease_module.psutil.Process, "create_time", lambda self: plain(self) + 3_600)
        with pytest.raises(StoreBusy, match=r"load of a\.csv"), writer(any_store, "other", wait=0.3):
            pytest.fail("two writers at once")


def test_a_holder_elsewhere_that_died_is_waited_out(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lease of another machine ends by itself, and who lost one hears of it."""
    with monkeypatch.context() as patch:
        patch.setattr(lease_module, "_here", lambda: "elsewhere/1")
        lease_module._take(any_store, "far", "a load elsewhere", 0, 0.8)

    with pytest.raises(StoreBusy, match="elsewhere"), writer(any_store, "next", wait=0.1):
        pytest.fail("two writers at once")
    with writer(any_store, "next", wait=5):
        pass
