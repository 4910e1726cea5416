"""Every error that lpgraph raises on purpose.

    LpgraphError                      exit 1
    ├── UsageError                    exit 1   wrong use: unknown verb argument, bad setting
    ├── FileRefused                   exit 3   a file that cannot be loaded, with file, line and reason
    ├── StoreError                    exit 4   the store cannot answer
    │   ├── StoreUnreachable          exit 4
    │   └── StoreBusy                 exit 4   another writer holds the lease
    ├── Interrupted                   exit 5   stopped half-way; the same call goes on
    └── NotFound                      exit 6   nothing of that name, or several
        └── Ambiguous                 exit 6   a name that fits several; carries the candidates

Messages name the file, the line, the query or the id, and say what to do. Driver errors become ours in
``lpgraph.store.graph`` only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


def printable(name: str) -> str:
    """A file's name as it may be shown: control and direction characters and stray bytes are escaped."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)


Asked = Literal[
    "event", "sheet", "encoding", "another encoding", "day", "newest", "whole list", "one person", "mapping"
]


@dataclass(frozen=True, slots=True)
class Need:
    """What a person has to say so that a file is loaded, or counts, after all. A terminal words it by ``option``; a
    screen has fields and buttons for it, and words of its own. ``file``: as a command line names it; ``likely``: what
    it probably is."""

    what: Asked
    file: str = "FILE"
    likely: str = ""

    @property
    def option(self) -> str:
        """How it is said on a command line."""
        return _OPTIONS[self.what, bool(self.likely)].replace("FILE", self.file).replace("LIKELY", self.likely)


_OPTIONS: dict[tuple[Asked, bool], str] = {
    ("event", False): 'Say which: --event "Title, 2026-03-12" (an event that is known, or a new one)',
    ("sheet", False): "Say which with --sheet, or save it alone",
    ("encoding", False): "Export it as CSV UTF-8, or name its encoding: `lpgraph load FILE --encoding NAME`",
    (
        "encoding",
        True,
    ): "If the file comes from Excel or Windows: `lpgraph load FILE --encoding LIKELY`; else export it as CSV UTF-8",
    ("another encoding", False): "Name another with --encoding",
    ("another encoding", True): "Export it as CSV UTF-8, or say --encoding LIKELY",
    ("day", False): "If this file is the newer one, load it with --as-of and its day",
    ("newest", False): "If this file is the newest again, load it with --as-of and its day",
    ("whole list", False): "Correct them, then load the whole list again with --snapshot",
    ("one person", False): "If it is one person, load it with --yes",
    (
        "mapping",
        False,
    ): "Look at it with `lpgraph load FILE --dry-run`, which writes FILE.mapping.toml; change that file "
    "where it is wrong, then load with `--map FILE.mapping.toml`",
}


class LpgraphError(Exception):
    """Anything that lpgraph says on purpose; ``exit_code`` is what the command line returns."""

    exit_code = 1


class UsageError(LpgraphError):
    """Called in a way that cannot work."""


class FileRefused(LpgraphError):
    """A file that is not loaded at all; nothing of it was written. ``need``: what would help."""

    exit_code = 3

    def __init__(self, file: str, reason: str, *, line: int | None = None, need: Need | None = None) -> None:
        self.file, self.reason, self.line, self.need = printable(file), reason, line, need
        self.told = f"{self.file}:{line}: {reason}" if line else f"{self.file}: {reason}"
        super().__init__(f"{self.told}{_end(reason)}{need.option}" if need else self.told)


def _end(reason: str) -> str:
    """What stands between a reason and what to do about it."""
    return "\n" if "\n" in reason else ". "


class StoreError(LpgraphError):
    """The store answered with an error, or not at all."""

    exit_code = 4


class StoreUnreachable(StoreError):
    """Nothing answers at the store's address."""


class StoreBusy(StoreError):
    """Another process is writing and holds the lease."""


class Interrupted(LpgraphError):
    """Stopped half-way by a signal; the same call goes on where it stopped."""

    exit_code = 5


class NotFound(LpgraphError):
    """Nothing in the graph fits what was asked."""

    exit_code = 6


class Ambiguous(NotFound):
    """A name that fits several (``fits``); ``candidates`` are (id, name, where) for the user to choose from."""

    def __init__(self, text: str, candidates: Sequence[tuple[str, str, str]], total: int = 0) -> None:
        self.text, self.candidates = text, list(candidates)
        self.fits = fits = max(total, len(self.candidates))
        cut = f" These are the first {len(self.candidates)}." if fits > len(self.candidates) else ""
        lines = "\n".join(f"  {i}  {name}  {where}".rstrip() for i, name, where in self.candidates)
        super().__init__(f"“{text}” fits {fits:,}. Say which by id.{cut}\n{lines}")
