"""The embedded server: private, shared, quick to stop, and back after a kill without anybody noticing."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from lpgraph.errors import StoreError, StoreUnreachable
from lpgraph.settings import load_settings
from lpgraph.store import Store, embedded, open_store
from tests import servers

pytestmark = [pytest.mark.server, pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and modes")]


def _open(home: Path, *, reader: bool = False) -> Store:
    return servers.for_tests(open_store(servers.embedded_settings(home), reader=reader))


def _put(*ids: str) -> tuple[str, dict[str, object]]:
    return "store_put", {"rows": [{"id": i, "props": {}} for i in ids]}


def _process(home: Path) -> psutil.Process:
    running = embedded.status(home)
    assert running is not None
    process = running.process()
    assert process is not None
    return process


def test_nothing_is_open_to_others(home: Path) -> None:
    """Folders are 0700, secrets 0600, the command line holds no secret, and every socket is on loopback."""
    _open(home).close()
    folder, process = home / "server", _process(home)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    loose = [p for p in folder.rglob("*") if p.is_file() and stat.S_IMODE(p.stat().st_mode) & 0o077]
    assert loose == []
    shown = " ".join([*process.cmdline(), *process.environ().values()])
    secrets = (folder / "secrets.json").read_text()
    assert not [word for word in secrets.split('"') if len(word) > 20 and word in shown]
    listening = [c.laddr.ip for c in process.net_connections() if c.status == psutil.CONN_LISTEN]
    assert len(listening) == 2
    assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}


def test_a_reader_cannot_write(home: Path) -> None:
    """The reading account sees what is there, also before there is anything, and its writes are refused."""
    with _open(home, reader=True) as early:
        assert early.read("store_all") == []
    with _open(home) as store, _open(home, reader=True) as reader:
        store.write(_put("a"))

        assert [r["id"] for r in reader.read("store_all")] == ["a"]
        for step in (_put("b"), ("store_create", {"id": "c"}), ("wipe", {})):
            with pytest.raises(StoreError, match="may not do that"):
                reader.write(step)
        with pytest.raises(StoreError):
            reader.define("store_index")
        assert [r["id"] for r in store.read("store_all")] == ["a"]


def test_stop_is_quick_and_the_graph_stays(home: Path) -> None:
    """``stop`` takes under 2 s, leaves no process, and the next opening finds everything."""
    with _open(home) as store:
        store.write(_put("a"))
    process = _process(home)

    began = time.monotonic()
    assert embedded.stop(home)
    assert time.monotonic() - began < 2
    assert not process.is_running()
    assert embedded.status(home) is None
    assert not embedded.stop(home)
    with _open(home) as store:
        assert [r["id"] for r in store.read("store_all")] == ["a"]


_OPEN_AND_PUT = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from tests import servers
from lpgraph.store import embedded, open_store
home = Path(sys.argv[1])
with servers.for_tests(open_store(servers.embedded_settings(home))) as store:
    store.write(("store_put", {"rows": [{"id": sys.argv[2], "props": {}}]}))
    print(embedded.status(home).pid)
"""


def test_processes_share_one_server(home: Path) -> None:
    """Three processes that open a home at the same moment start one server, and all of them write to it."""
    root = str(Path(__file__).parents[2])
    children = [
        subprocess.Popen(
            [sys.executable, "-c", _OPEN_AND_PUT, str(home), name, root], stdout=subprocess.PIPE, text=True
        )
        for name in "abc"
    ]
    pids = {child.communicate(timeout=120)[0].strip() for child in children}

    assert pids == {str(_process(home).pid)}
    with _open(home) as store:
        assert [r["id"] for r in store.read("store_all")] == ["a", "b", "c"]


@pytest.mark.fault
def test_a_kill_in_the_middle_of_work_is_survived(home: Path) -> None:
    """Three kills under one writer and one reader: nothing acknowledged is lost and neither sees an error."""
    with _open(home) as store, _open(home, reader=True) as reader:
        done: list[str] = []
        problems: list[Exception] = []
        stop = threading.Event()

        def write() -> None:
            while not stop.is_set():
                one = f"i{len(done):05}"
                try:
                    store.write(_put(one), landed=lambda: False)
                    done.append(one)
                except StoreError as error:
                    problems.append(error)
                    return

        def read() -> None:
            while not stop.wait(0.05):
                try:
                    reader.read("store_all")
                except StoreError as error:
                    problems.append(error)
                    return

        threads = [threading.Thread(target=work) for work in (write, read)]
        for thread in threads:
            thread.start()
        for _ in range(3):
            killed_at = len(done)
            os.kill(_process(home).pid, signal.SIGKILL)
            deadline = time.monotonic() + 30
            while len(done) < killed_at + 5 and time.monotonic() < deadline and not problems:
                time.sleep(0.05)
            assert len(done) >= killed_at + 5
        stop.set()
        for thread in threads:
            thread.join()

        assert problems == []
        assert [r["id"] for r in store.read("store_all")] == done


@pytest.mark.fault
def test_a_server_that_hangs_is_replaced(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that lives and never answers is ended and started again by the next opening."""
    _open(home).close()
    hung = _process(home)
    monkeypatch.setattr(embedded, "HUNG_SECONDS", 1.0)
    monkeypatch.setattr(embedded, "STOP_SECONDS", 1.0)

    hung.suspend()

    with _open(home) as store:
        assert store.read("store_all") == []
    assert not hung.is_running()


def test_a_pid_of_another_program_is_left_alone(home: Path) -> None:
    """After a reboot the noted pid may be anybody's: it is neither trusted nor ended."""
    other = psutil.Process()
    (home / "server").mkdir(mode=0o700)
    (home / "server" / "server.json").write_text(
        f'{{"uri": "bolt://127.0.0.1:1", "pid": {other.pid}, "created": 1.0, "version": "0"}}'
    )

    assert embedded.status(home) is None
    assert not embedded.stop(home)


def test_a_full_disk_is_called_that(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a write the free space is looked at; too little is an error that says disk, and reads go on."""
    monkeypatch.setattr(embedded, "free_space", lambda _: 1 << 20)

    with pytest.raises(StoreError, match="disk"):
        embedded_store.write(_put("a"))
    assert embedded_store.read("store_all") == []


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
@pytest.mark.parametrize("silent", [False, True])
def test_an_address_that_does_not_answer(
    scheme: str, silent: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed port, and one that accepts and never speaks, are one line within 10 s, naming the address."""
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        if silent:
            port.listen()
        uri = f"{scheme}://127.0.0.1:{port.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(StoreUnreachable, match=uri) as raised:
            open_store(load_settings(tmp_path, uri))

    assert time.monotonic() - began < 10
    assert "\n" not in str(raised.value)


def test_a_wrong_password_is_said(embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to check, and never the password."""
    monkeypatch.setenv("NEO4J_PASSWORD", "not-this-one")
    with pytest.raises(StoreError, match="NEO4J_PASSWORD") as raised:
        open_store(load_settings(tmp_path, embedded_store.endpoint.uri))

    assert "not-this-one" not in str(raised.value)
