"""What ``lpgraph doctor`` says of the store: versions, address, schema, space, settings, and what to do about it."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from lpgraph.errors import LpgraphError
from lpgraph.settings import Settings
from lpgraph.store import embedded, schema
from lpgraph.store.address import own_neo4j, password
from lpgraph.store.graph import Store
from lpgraph.store.java import free_space

LOW_SPACE = 1 << 30  # a load of a big registry takes some hundred megabytes
_PACKAGES = ("lpgraph", "neo4j", "neo4j-rust-ext", "arcadedb-embedded", "streamlit")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, what was found, and, if something is wrong, what to do."""

    name: str
    value: str
    ok: bool = True
    advice: str = ""
    code: int = 0  # of an error: what a command that needs this would end with


def examine(settings: Settings, *, start: bool = False) -> list[Finding]:
    """Everything worth knowing, good or bad; never raises for a store that is down.

    An embedded server that does not run is not started unless ``start`` says so.
    """
    return [*_versions(), *_settings(settings), *_space(settings), *_store(settings, start=start)]


def _versions() -> Iterator[Finding]:
    yield Finding("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for package in _PACKAGES:
        try:
            yield Finding(package, version(package))
        except PackageNotFoundError:
            yield Finding(
                package, "not installed", ok=False, advice="install lpgraph again, from its wheel or lock file"
            )


def _settings(settings: Settings) -> Iterator[Finding]:
    yield Finding("LPGRAPH_HOME", str(settings.home))
    if settings.embedded:
        yield Finding("NEO4J_URI", "not set: the embedded server is used")
        return
    yield Finding("NEO4J_URI", settings.uri or "")
    yield Finding("NEO4J_USERNAME", settings.username)
    yield Finding("NEO4J_DATABASE", settings.database)
    try:
        password(settings)
        yield Finding("NEO4J_PASSWORD", "********")
    except LpgraphError as error:
        yield Finding("NEO4J_PASSWORD", "missing", ok=False, advice=str(error))


def _space(settings: Settings) -> Iterator[Finding]:
    if not settings.embedded:
        return
    try:
        free = free_space(settings.home)
    except OSError as error:
        yield Finding("free disk space", "unknown", ok=False, advice=f"cannot look at {settings.home}: {error}")
        return
    low = free < LOW_SPACE
    advice = f"make room on the disk of {settings.home}: a full disk stops every load" if low else ""
    yield Finding("free disk space", f"{free / (1 << 30):.1f} GiB", ok=not low, advice=advice)


def _store(settings: Settings, *, start: bool) -> Iterator[Finding]:
    try:
        if not settings.embedded:
            endpoint = own_neo4j(settings)
        elif start or embedded.status(settings.home):
            endpoint = embedded.endpoint(settings.home)
        else:
            yield Finding("store", "embedded server, not running; the next command that needs it starts it")
            return
        with Store(endpoint) as store:
            yield Finding("store", f"{store.version} at {endpoint.uri}, database {endpoint.database}")
            yield _schema(schema.version(store))
    except LpgraphError as error:
        yield Finding("store", "does not answer", ok=False, advice=str(error), code=error.exit_code)


def _schema(found: int) -> Finding:
    if found > schema.VERSION:
        advice = f"a newer lpgraph wrote this graph (this one knows schema {schema.VERSION}): update lpgraph"
        return Finding("schema", str(found), ok=False, advice=advice)
    if found < schema.VERSION:
        return Finding("schema", f"{found} of {schema.VERSION}; the next command that writes brings it up to date")
    return Finding("schema", str(found))
