"""The graph behind named queries: the only place that runs Cypher, and where driver errors become ours.

One class serves Neo4j and the embedded server, since both speak Bolt to the official driver and run the same texts.
Everything runs in managed transactions (auto-commit is not atomic on the embedded server). The retry loop is ours, and
the driver's own is switched off, because ours also knows two things: a ``ConstraintError`` between two writers is worth
another try, and an embedded server that died can be started again.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Self

from lpgraph.errors import StoreError, StoreUnreachable, UsageError
from lpgraph.store.driver import (
    READ_ACCESS,
    WRITE_ACCESS,
    AuthError,
    BookmarkManager,
    ConfigurationError,
    ConstraintError,
    Driver,
    DriverError,
    Forbidden,
    GraphDatabase,
    IncompleteCommit,
    Neo4jError,
    NotificationMinimumSeverity,
    ServiceUnavailable,
    SessionExpired,
)
from lpgraph.store.work import Fence, Rows, Work, held_of, work_of
from queries import Query, catalogue

Dialect = Literal["neo4j", "arcadedb"]
Step = tuple[str, dict[str, Any]]

CONNECT_SECONDS = 7.0  # an address that does not answer is reported within 10 s
READ_PATIENCE = 8.0  # how long a read outlasts a lost connection; a screen rather shows its banner
WRITE_PATIENCE = 60.0  # how long a write outlasts one: a restart or a change of leader in the middle of a load
READ_TIMEOUT, WRITE_TIMEOUT = 60.0, 600.0  # what the server itself may take for one transaction
CONSTRAINT_TRIES = 8

_SCHEMES = tuple(f"{scheme}{secure}://" for scheme in ("bolt", "neo4j") for secure in ("", "+s", "+ssc"))
_LOST = (ServiceUnavailable, SessionExpired)
_bookmarks: dict[tuple[str, str], BookmarkManager] = {}
_bookmarks_lock = threading.Lock()
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what matters is raised; no library line on a terminal


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address and an account. ``repr`` never shows the password."""

    uri: str
    username: str
    password: str
    database: str

    def __repr__(self) -> str:
        return f"Endpoint({self.uri}, {self.username}, {self.database})"


def replay() -> bool:
    """For ``Store.write(landed=…)``: these steps may run twice, so an unsure commit is simply done again."""
    return False


class Store:
    """Reads and writes by query name (``queries/``); safe to share between threads.

    ``revive`` gives the address again after the connection was lost, starting the server if it must (embedded only);
    ``before_write`` may refuse a write, as when the disk is nearly full.
    Raises ``StoreUnreachable`` at once when nothing answers.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        revive: Callable[[], Endpoint] | None = None,
        before_write: Callable[[], None] | None = None,
        on_close: Callable[[], object] | None = None,
    ) -> None:
        self._revive, self._before_write, self._on_close = revive, before_write, on_close
        self.queries: Mapping[str, Query] = catalogue()
        self._lock = threading.Lock()
        self._retired: list[Driver] = []
        self.endpoint, self._driver = endpoint, _connect(endpoint)
        try:
            self.version = _agent(self._driver, endpoint)
        except StoreError:
            self._driver.close()
            raise
        self.dialect: Dialect = "arcadedb" if "ArcadeDB" in self.version else "neo4j"

    def read(self, query: str, /, **params: Any) -> Rows:
        """The rows of a ``read`` query of the catalogue, each as a dictionary of what it returns."""
        found = self._query(query, "read")
        work = work_of([(found, params)], READ_TIMEOUT)
        return self._run(READ_ACCESS, work, found.name, READ_PATIENCE, None)[0]

    def write(self, *steps: Step, landed: Callable[[], bool] | None = None) -> list[Rows]:
        """Run all steps in one transaction and give each one's rows: all of it is written, or nothing.

        When the connection breaks during the commit nobody knows whether it was written. Then ``landed`` is asked
        (read the mark that the steps leave): true gives the rows as they were, false runs the steps again. Without it
        that is a ``StoreError``. ``landed=replay`` is for steps that may run twice.
        """
        if not steps:
            return []
        if self._before_write:
            self._before_write()
        found = [(self._query(name, "write"), params) for name, params in steps]
        names = ", ".join(dict.fromkeys(q.name for q, _ in found))
        work = work_of(found, WRITE_TIMEOUT, self._fence(steps))
        return self._run(WRITE_ACCESS, work, names, WRITE_PATIENCE, landed)

    def _fence(self, steps: tuple[Step, ...]) -> Fence | None:
        """What a transaction of the lease's holder must find at its end."""
        held = None if steps[0][0].startswith("lease_") else held_of(self)
        return (self._query("lease_held", "read"), held) if held else None

    def define(self, query: str) -> None:
        """Run one ``schema`` statement; it says ``IF NOT EXISTS``, so it may run again."""
        found = self._query(query, "schema")
        self._run(WRITE_ACCESS, work_of([(found, {})], WRITE_TIMEOUT), found.name, WRITE_PATIENCE, replay)

    def close(self) -> None:
        """Let go of the connections."""
        for driver in (*self._retired, self._driver):
            driver.close()
        if self._on_close:
            self._on_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _query(self, name: str, mode: str) -> Query:
        """The query of that name and mode, or ``StoreError``: a slip in our own code."""
        found = self.queries.get(name)
        if found is None:
            raise StoreError(f"no query is called {name}")
        if found.mode != mode:
            raise StoreError(f"{name} is a {found.mode} query and was asked to {mode}")
        return found

    def _run(
        self, access: str, work: Work, names: str, patience: float, landed: Callable[[], bool] | None
    ) -> list[Rows]:
        """The retry loop around one managed transaction."""
        deadline, attempt, clashes = time.monotonic() + patience, 0, 0
        while True:
            attempt += 1
            driver = self._driver
            try:
                return self._once(driver, access, work)
            except IncompleteCommit as error:
                self._reconnect(driver, error, names, deadline, attempt)
                if landed is None:
                    raise StoreError(f"{names}: the connection broke during the commit; run it again") from error
                if landed():
                    return work.rows
            except _LOST as error:
                self._reconnect(driver, error, names, deadline, attempt)
            except ConstraintError as error:
                clashes += 1
                if access == READ_ACCESS or clashes >= CONSTRAINT_TRIES:
                    raise StoreError(f"{names}: breaks a rule of the schema ({error.message})") from error
                time.sleep(random.uniform(0.02, 0.15) * clashes)
            except (Neo4jError, DriverError) as error:
                if not error.is_retryable() or time.monotonic() > deadline:
                    raise _ours(error, names) from error
                time.sleep(random.uniform(0.05, 0.2) * min(attempt, 10))

    def _once(self, driver: Driver, access: str, work: Work) -> list[Rows]:
        endpoint = self.endpoint
        session = driver.session(
            database=endpoint.database, default_access_mode=access, bookmark_manager=_bookmark_manager(endpoint)
        )
        with session:
            return session.execute_read(work.run) if access == READ_ACCESS else session.execute_write(work.run)

    def _reconnect(self, used: Driver, error: DriverError, names: str, deadline: float, attempt: int) -> None:
        """Wait or start the server again; gives up with ``StoreUnreachable`` when ``deadline`` has passed."""
        if time.monotonic() > deadline:
            raise StoreUnreachable(f"{self.endpoint.uri} does not answer any more (during {names})") from error
        if self._revive is None:
            time.sleep(min(0.2 * 2 ** min(attempt, 5), 3.0))
            return
        with self._lock:
            if self._driver is not used:  # another thread was quicker
                return
            endpoint = self._revive()
            if endpoint != self.endpoint or attempt > 1:
                self._retired.append(self._driver)  # others may be reading from it; closed at the end
                self.endpoint, self._driver = endpoint, _connect(endpoint)


def _connect(endpoint: Endpoint) -> Driver:
    if not endpoint.uri.startswith(_SCHEMES):
        raise UsageError(f"NEO4J_URI: {endpoint.uri} does not start with bolt:// or neo4j:// (neo4j+s:// for Aura)")
    try:
        return GraphDatabase.driver(
            endpoint.uri,
            auth=(endpoint.username, endpoint.password),
            user_agent="lpgraph",
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=CONNECT_SECONDS + 1,
            max_transaction_retry_time=0,
            liveness_check_timeout=30,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )
    except (ConfigurationError, ValueError) as error:
        raise UsageError(f"NEO4J_URI: {endpoint.uri} is no address of a Neo4j ({error})") from error


def _agent(driver: Driver, endpoint: Endpoint) -> str:
    """What the server calls itself; proves that it answers, lets us in and has that database."""
    ping = catalogue()["ping"].text
    try:
        with driver.session(database=endpoint.database, default_access_mode=READ_ACCESS) as session:
            return str(session.execute_read(lambda tx: tx.run(ping).consume().server.agent))
    except (DriverError, Neo4jError) as error:
        raise _ours(error, "connect", endpoint) from error


def _ours(error: Exception, names: str, endpoint: Endpoint | None = None) -> StoreError:
    """A driver's error in our words, naming the query."""
    where = f"{endpoint.uri}: " if endpoint else ""
    if isinstance(error, AuthError) and not isinstance(error, Forbidden):
        return StoreError(f"{where}user name or password refused; check NEO4J_USERNAME and NEO4J_PASSWORD")
    if isinstance(error, Forbidden):
        return StoreError(f"{names}: this account may not do that")
    if isinstance(error, _LOST) or endpoint:
        return StoreUnreachable(f"nothing answers at {endpoint.uri if endpoint else 'the store'}: {_why(error)}")
    detail = error.message if isinstance(error, Neo4jError) else str(error)
    return StoreError(f"{names}: {detail or type(error).__name__}")


# What the driver's words of a lost connection come to, the first that fits; what to do stands with it.
_WHYS = (
    (("dns", "resolve address", "name or service"), "no machine has that name. Correct NEO4J_URI"),
    (
        ("ssl", "tls", "certificate", "handshake"),
        "the secure connection failed. Try bolt:// or neo4j+s:// in NEO4J_URI",
    ),
    (("timed out", "timeout"), "it accepts the connection and says nothing. Is it a Neo4j, and is it well?"),
    (("connect", "routing"), "nothing listens there. Start the server, or correct NEO4J_URI"),
)


def _why(error: BaseException) -> str:
    """Why a server is not reached and what to do about it, in our words: the driver's are for its developers."""
    said: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(said) < 5:
        said.append(f"{type(cause).__name__} {cause}".casefold())
        cause = cause.__cause__ or cause.__context__
    text = " ".join(said)
    found = next((why for words, why in _WHYS if any(word in text for word in words)), "")
    return found or "the connection broke. Is the server well?"


def _bookmark_manager(endpoint: Endpoint) -> BookmarkManager:
    """One a process and database, so that whoever writes reads it back, from any store object."""
    key = (endpoint.uri, endpoint.database)
    with _bookmarks_lock:
        if key not in _bookmarks:
            _bookmarks[key] = GraphDatabase.bookmark_manager()
        return _bookmarks[key]
