"""What every verb shares: where the graph is, how it is opened, and how a signal stops the work."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.errors import Interrupted, UsageError

if TYPE_CHECKING:
    from lpgraph.settings import Settings
    from lpgraph.store import Store

GRACE = 4.0  # seconds from a signal to the end, at most; the promise is ten
Json = Annotated[bool, typer.Option("--json", help="Answer with one JSON document.", metavar="")]


def either(place: str | None, option: str | None) -> str:
    """An area that may stand after the name or behind ``--area``. Raises ``UsageError`` for two different ones."""
    if place and option and place.strip().casefold() != option.strip().casefold():
        raise UsageError(f"which area: “{place}” or “{option}”? Say one")
    return option or place or ""


@dataclass(slots=True)
class Session:
    """The options that stand before or after any verb."""

    home: Path | None = None
    uri: str | None = None
    debug: bool = False

    def settings(self) -> Settings:
        """The settings of this call; ``--home`` and ``--uri`` win over the environment.

        A Neo4j without a password is asked without one: it may need none, and one that is down is said to be down.
        """
        from pydantic import SecretStr

        from lpgraph.settings import load_settings

        found = load_settings(self.home, self.uri)
        if found.uri and found.password is None and found.password_file is None:
            return found.model_copy(update={"password": SecretStr("")})
        return found


session = Session()


def import_store() -> None:
    """The store without pandas: the driver imports it when it is there, for tables that we never ask it for.

    That is two thirds of the time that a verb takes to start. Whoever needs pandas imports it later as ever.
    """
    if "pandas" in sys.modules or "neo4j" in sys.modules:
        return
    absent: dict[str, object] = {"pandas": None}
    sys.modules.update(absent)  # type: ignore[arg-type]  # how Python spells "do not import this"
    try:
        import lpgraph.store  # noqa: F401
    finally:
        del sys.modules["pandas"]


@contextmanager
def graph(*, write: bool = False) -> Iterator[Store]:
    """The graph, opened for one verb. Only a verb that writes gets an account that may."""
    import_store()
    from lpgraph.store import open_store

    settings = session.settings()
    with open_store(settings, reader=not write) as store:
        yield store


class Stop:
    """Whether somebody asked to stop (Ctrl-C, SIGTERM); asked twice, it stops at once.

    Where no good place to stop comes within ``GRACE`` seconds (people are being matched, a batch takes long) it stops
    where it stands: every batch is whole or not there, and the next run goes on from the last that is.
    """

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        """Whether to stop at the next good place."""
        return self.asked

    def on_signal(self, _number: int, _frame: FrameType | None) -> None:
        """The first signal is remembered, the second ends the work where it stands."""
        if self.asked:
            raise Interrupted("Stopped. Give the same command again and it goes on from there.")
        self.asked = True
        if hasattr(signal, "setitimer"):  # not on Windows
            signal.setitimer(signal.ITIMER_REAL, GRACE)


@contextmanager
def stoppable(stop: Stop) -> Iterator[Stop]:
    """While this runs, a signal asks ``stop`` rather than ending the work."""
    numbers = [signal.SIGINT, signal.SIGTERM, *([signal.SIGALRM] if hasattr(signal, "SIGALRM") else [])]
    before = {number: signal.getsignal(number) for number in numbers}
    for number in before:
        signal.signal(number, stop.on_signal)
    try:
        yield stop
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def at_once(_number: int, _frame: FrameType | None) -> None:
    """What SIGTERM does to a verb that has nothing to finish."""
    raise Interrupted("Stopped.")
