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


def printable(name: str) -> str:
    """A file's name as it may be shown: control and direction characters and stray bytes are escaped."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)


class LpgraphError(Exception):
    """Anything that lpgraph says on purpose; ``exit_code`` is what the command line returns."""

    exit_code = 1


class UsageError(LpgraphError):
    """Called in a way that cannot work."""


class FileRefused(LpgraphError):
    """A file that is not loaded at all; nothing of it was written."""

    exit_code = 3

    def __init__(self, file: str, reason: str, *, line: int | None = None) -> None:
        self.file, self.reason, self.line = printable(file), reason, line
        super().__init__(f"{self.file}:{line}: {reason}" if line else f"{self.file}: {reason}")


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
