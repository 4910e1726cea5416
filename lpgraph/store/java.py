"""What the embedded server is started from: its files, passwords and the whole command line of the ``java`` child."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import sys
from importlib.util import find_spec
from pathlib import Path

from lpgraph.errors import StoreError, StoreUnreachable

DATABASE = "neo4j"
PRIVATE_DIR, PRIVATE_FILE = 0o700, 0o600
_READ = ["readRecord"]
_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_ADMIN = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]


def folder_of(home: Path) -> Path:
    """Where all of the server's files are."""
    return home / "server"


def prepare(home: Path) -> None:
    """What the first start needs: passwords, and the group of the account that may only read."""
    folder = folder_of(home)
    if not (folder / "secrets.json").exists():
        if (folder / "databases").exists():
            raise StoreError(
                f"{folder / 'secrets.json'} is gone, so the graph beside it cannot be opened; restore the file"
            )
        write_private(folder / "secrets.json", json.dumps({u: secrets.token_hex(24) for u in ("root", "dash")}))
    write_private(folder / "root.password", passwords(home)["root"])
    config = folder / "config"
    config.mkdir(exist_ok=True, mode=PRIVATE_DIR)
    groups = {
        name: {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": may}}}
        for name, access, may in (("admin", _ADMIN, _ALL), ("reader", [], _READ), ("*", [], []))
    }
    write_private(config / "server-groups.json", json.dumps({"version": 1, "databases": {"*": {"groups": groups}}}))


def passwords(home: Path) -> dict[str, str]:
    """The password of ``root`` and of ``dash``, who may only read. Raises ``StoreError``."""
    path = folder_of(home) / "secrets.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {"root": str(found["root"]), "dash": str(found["dash"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"cannot read {path}: {error}") from error


def arguments_file(home: Path, bolt: int, http: int) -> str:
    """The text of java's @argfile: the child's whole command line. Why each is there is in ``docs/operations.md``."""
    return "".join(f"{_quoted(argument)}\n" for argument in _arguments(home, bolt, http))


def _arguments(home: Path, bolt: int, http: int) -> list[str]:
    folder, dash = folder_of(home), passwords(home)["dash"]
    opened = ("java.util.concurrent.atomic", "java.nio.channels.spi", "java.lang")
    settings = {
        "server.mode": "production",  # the default mode does not flush its log at a commit
        "server.rootPath": folder,
        "server.databaseDirectory": folder / "databases",
        "server.rootPasswordPath": folder / "root.password",
        "server.defaultDatabases": f"{DATABASE}[dash:{dash}:reader]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": "127.0.0.1",
        "bolt.port": bolt,
        "bolt.maxMessageSize": 128 << 20,  # a message above it hangs the driver for ever
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": http,
        "dateTimeImplementation": "java.time.Instant",
        "support.autoRegister": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
    }
    return [
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in opened),
        "-XX:+UseSerialGC",
        "-Xms64m",
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "-cp",
        str(_wheel() / "jars" / "*"),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def _quoted(argument: str) -> str:
    """As java's @argfile reads it: in double quotes, backslashes doubled."""
    return '"' + argument.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wheel() -> Path:
    """The installed ``arcadedb_embedded``, without importing it (that would load a JVM into this process)."""
    spec = find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:
        raise StoreUnreachable(
            "the embedded server is not installed (arcadedb-embedded); set NEO4J_URI to use your own"
        )
    return Path(spec.origin).parent


def java() -> Path:
    """The wheel's own ``java``."""
    found = _wheel() / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")
    if not found.exists():
        raise StoreUnreachable(
            f"no {found}: arcadedb-embedded has no wheel for this machine; set NEO4J_URI to use your own"
        )
    return found


def version() -> str:
    """The server's version, read from the name of its jar."""
    jars = sorted((_wheel() / "jars").glob("arcadedb-server-*.jar"))
    return jars[0].stem.removeprefix("arcadedb-server-") if jars else "unknown"


def free_ports() -> tuple[int, int]:
    """Two loopback ports that nobody listens on now, for Bolt and HTTP."""
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


def free_space(home: Path) -> int:
    """Bytes free on the disk where the embedded server keeps its files (``home`` need not be there yet)."""
    folder = home
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, in one step."""
    new = path.with_name(path.name + ".new")
    with open(new, "w", encoding="utf-8", opener=lambda p, flags: os.open(p, flags, PRIVATE_FILE)) as out:
        out.write(text)
    new.replace(path)
