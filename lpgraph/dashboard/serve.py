"""Start the dashboard's server on this machine, wait until it answers, say where it is."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable
from pathlib import Path

from lpgraph.dashboard import words
from lpgraph.errors import LpgraphError, UsageError
from lpgraph.settings import Settings

HOST = "127.0.0.1"
FIRST_PORT = 8501
APP = Path(__file__).parent / "entry" / "app.py"
_PATIENCE = 60.0  # seconds until the server must answer; a first start on a cold disk takes ten


def serve(
    settings: Settings,
    port: int | None = None,
    open_browser: bool = True,
    say: Callable[[str], None] = print,
) -> int:
    """Run the dashboard until it is stopped (Ctrl-C); gives the server's exit code.

    ``port`` is taken as said, or else the first free one from 8501 on. Raises ``UsageError`` when a port that was
    asked for is taken, ``LpgraphError`` when the server does not come up.
    """
    port = _port(port)
    server = subprocess.Popen(
        command(port), env=environment(settings), cwd=settings.home if settings.home.is_dir() else None
    )
    address = f"http://{HOST}:{port}"
    try:
        _end_with_us()
        _wait(server, address)
        say(words.SERVING.format(address=address))
        if open_browser:
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(server)


def command(port: int) -> list[str]:
    """How Streamlit is started: our packaged app, on this machine alone; all else is in its ``config.toml``."""
    options = [
        f"--server.port={port}",
        f"--server.address={HOST}",
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
    ]
    return [sys.executable, "-m", "streamlit", "run", str(APP), *options]


def environment(settings: Settings) -> dict[str, str]:
    """The server's environment: ours, and where the graph is. A password goes this way, never on the command line."""
    ours = {"LPGRAPH_HOME": str(settings.home)}
    if settings.uri is not None:
        ours |= {"NEO4J_URI": settings.uri, "NEO4J_USERNAME": settings.username, "NEO4J_DATABASE": settings.database}
    kept = {k: v for k, v in os.environ.items() if settings.uri is not None or k != "NEO4J_URI"}
    return {**kept, **ours}


def free_port(first: int = FIRST_PORT) -> int:
    """The first port from ``first`` on that nobody listens at, on this machine's own address."""
    for port in range(first, first + 200):
        if _is_free(port):
            return port
    raise LpgraphError(words.NO_PORT)


def _port(asked: int | None) -> int:
    if asked is None:
        return free_port()
    if not _is_free(asked):
        raise UsageError(words.PORT_TAKEN.format(port=asked))
    return asked


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _end_with_us() -> None:
    """Let a polite kill, and a closed terminal, end this like Ctrl-C does: the server must not outlive its parent."""
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.default_int_handler)


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    """Return when the server answers. Raises ``LpgraphError`` when it ends first or takes too long."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            raise LpgraphError(words.SERVER_ENDED.format(code=server.returncode))
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310  # our own loopback address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise LpgraphError(words.SERVER_SILENT.format(seconds=int(_PATIENCE)))


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(timeout=5)
        except subprocess.TimeoutExpired:
            server.kill()
