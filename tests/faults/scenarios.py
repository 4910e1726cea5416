"""What is under way when the kill comes: a load, an undo, an answer about two records, or two loads at once."""

from __future__ import annotations

import json
import signal
from contextlib import suppress
from itertools import cycle
from pathlib import Path

from lpgraph.errors import NotFound
from lpgraph.ingest import LoadOptions, fingerprint, load, loads
from lpgraph.ingest.deciding import last_of, withdraw
from tests import servers
from tests.faults.ground import FILES, Command, Ground, Watched

KILLED = -signal.SIGKILL


class Scenario:
    """A load of the whole folder: how it is prepared, given, given again, and judged."""

    victims = ("loader", "server")

    def __init__(self, ground: Ground, folder: Path) -> None:
        self.ground, self.folder = ground, folder
        self.rows = {name: len((folder / name).read_text("utf-8").splitlines()) - 1 for name in FILES}

    def prepare(self) -> None:
        """The graph as it is before the command."""
        servers.wipe(self.ground.store)

    def words(self) -> tuple[str | Path, ...]:
        """The command."""
        return ("load", self.folder, "--snapshot", "--yes", "--json")

    def beside(self) -> list[Watched]:
        """What runs at the same time."""
        return []

    def ends(self, victim: str) -> tuple[int, ...]:
        """How the command may end when its victim was struck."""
        return (0, KILLED) if victim == "loader" else (0, 5) if victim == "asked" else (0, 4, 5)

    def again(self) -> str:
        """Give the command again; a complaint, or nothing."""
        return self.given(*self.words())

    def given(self, *words: str | Path, fine: tuple[int, ...] = (0,)) -> str:
        """Give a command that is not disturbed; a complaint when it does not end well."""
        ended, out, err = Command(self.ground.env, *words).end()
        if ended not in fine:
            return f"the command again: exit {ended} {err.strip()[-300:]}"
        if words[0] == "load" and any(report.get("error") for report in json.loads(out)):
            return f"the command again: {out[-300:]}"
        return ""

    def complaint(self) -> str:
        """What is wrong with the ledger: each file is one load, with as many rows as there are."""
        lines = loads(self.ground.store)
        done = {Path(line.file).name: line.accepted for line in lines if line.status == "done"}
        odd = [line.status for line in lines if line.status not in ("done", "same")]
        many = sum(line.status == "done" for line in lines) != len(self.rows)
        return f"the ledger: {[(line.file, line.status) for line in lines]}" if odd or many or done != self.rows else ""

    def graph(self) -> str:
        """The graph's fingerprint."""
        return fingerprint(self.ground.store)


class Stopped(Scenario):
    """The loader is asked to stop (SIGTERM)."""

    victims = ("asked",)


class Undo(Scenario):
    """One of the three loads is taken back; then by turns the undo again, or another command that writes."""

    def __init__(self, ground: Ground, folder: Path) -> None:
        super().__init__(ground, folder)
        servers.wipe(ground.store)
        self._full = ""
        self._turn = cycle((True, False))
        self._which = FILES[1]
        self._load = ""

    def prepare(self) -> None:
        """All three loaded, as at first."""
        options = LoadOptions(folder=self.ground.home, snapshot=True, yes=True)
        load(self.ground.store, [self.folder], options)
        found = fingerprint(self.ground.store)
        assert found == (self._full or found), "loaded again, it is another graph"
        self._full = found
        live = [line for line in loads(self.ground.store) if line.live and Path(line.file).name == self._which]
        self._load = live[-1].id

    def words(self) -> tuple[str | Path, ...]:
        """The command."""
        return ("undo", self._load, "--json")

    def again(self) -> str:
        """Undo once more (when it was done already that is said, exit 1), or load a file that is there."""
        if next(self._turn):
            return self.given(*self.words(), fine=(0, 1))
        undone = self.given("load", self.folder / FILES[2], "--snapshot", "--yes", "--json")
        if undone or self._status() == "undone":
            return undone
        return self.given(*self.words())  # killed before it had begun

    def _status(self) -> str:
        return next(line.status for line in loads(self.ground.store) if line.id == self._load)

    def complaint(self) -> str:
        """The load is undone and no other is."""
        others = [Path(line.file).name for line in loads(self.ground.store) if line.live]
        good = self._status() == "undone" and sorted(others) == sorted(set(FILES) - {self._which})
        return "" if good else f"the ledger: {self._status()}, {others}"


class Answer(Scenario):
    """Two people are said to be one; each has attended and is on both lists."""

    def __init__(self, ground: Ground, folder: Path) -> None:
        super().__init__(ground, folder)
        servers.wipe(ground.store)
        load(ground.store, [folder], LoadOptions(folder=ground.home))
        self._apart, self._turn = fingerprint(ground.store), cycle((True, False))

    def _who(self, number: int) -> str:
        rows = self.ground.store.read("mention_by_contact", ids=[f"email:p{number}@people.example.org"])
        return str(rows[0]["entity"])

    def prepare(self) -> None:
        """The two apart; what was said of them is taken back."""
        with suppress(NotFound):
            withdraw(self.ground.store, last_of(self.ground.store, "sam").id, who="sam")
        assert fingerprint(self.ground.store) == self._apart, "taken back, it is another graph"

    def words(self) -> tuple[str | Path, ...]:
        """The command."""
        return ("review", self._who(0), self._who(1), "--answer", "same", "--yes", "--author", "sam", "--json")

    def again(self) -> str:
        """The answer once more, or load a file that is there; the answer again when it had not been begun."""
        if next(self._turn):
            return self.given(*self.words(), fine=(0, 1))
        said = self.given("load", self.folder / FILES[0], "--json")
        return said if said or self._who(0) == self._who(1) else self.given(*self.words())

    def complaint(self) -> str:
        """The two are one."""
        return "" if self._who(0) == self._who(1) else "the two are not one"


class Two(Scenario):
    """Two loaders at once, of which one is struck; the other ends well."""

    def words(self) -> tuple[str | Path, ...]:
        """The one that is struck."""
        return ("load", self.folder / FILES[0], self.folder / FILES[1], "--snapshot", "--yes", "--json")

    def beside(self) -> list[Watched]:
        """The other one."""
        return [Watched(self.ground, "load", self.folder / FILES[2], "--snapshot", "--yes", "--json")]

    def complaint(self) -> str:
        """As of one load after the other; what the second brings is loaded when it ran beside nobody."""
        self.given("load", self.folder / FILES[2], "--snapshot", "--yes", "--json")
        return super().complaint()


SCENARIOS = {"load": Scenario, "stop": Stopped, "undo": Undo, "answer": Answer, "two": Two}
