"""Kill the loader or the server while the command line writes, then give the command again: one graph, whatever died.

    python -m tests.faults.random_kills --kills 30 --seed 1            # the embedded server, loads
    python -m tests.faults.random_kills --kills 4 --server lts         # a genuine Neo4j, killed and started again
    python -m tests.faults.random_kills --what undo --kills 12         # an undo; answer: a merge; two: two loaders at
                                                                       # once; stop: SIGTERM instead of SIGKILL

An uninterrupted run tells each of its transactions and what it is for. The kills are dealt over these stages by turns
(before the first write and after the last are two more), to a transaction of the stage and to a moment of it drawn
evenly over its length, its edges included. Loader and server die by turns. Whatever happened, the same command again
(or, for an undo or an answer, by turns any other command that writes) has to end in the graph of the uninterrupted run,
each load once in the ledger, with as many rows as there are. Prints a line a kill with the stage that it fell into;
exit 1 when any went wrong.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests import servers
from tests.faults.ground import Command, Ground, Watched, Write, on_embedded, on_neo4j, write_files
from tests.faults.scenarios import SCENARIOS, Scenario

GRACE = 10.0  # seconds in which a loader that is asked to stop has to
BEFORE, AFTER = "before the first write", "after the last write"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: in which write of which stage, and which part of its length after it began."""

    stage: str
    number: int  # of the write; 0: before the first
    part: float
    seconds: float

    @property
    def text(self) -> str:
        """``facts, write 12 at 40 %``."""
        return f"{self.stage}, write {self.number} at {self.part:.0%}" if self.number else self.stage


@dataclass
class Tally:
    """How the kills of a run went."""

    kills: int = 0
    mid: int = 0
    wrong: int = 0
    stages: Counter[str] = field(default_factory=Counter)

    @property
    def text(self) -> str:
        """One line a reader can judge the run by."""
        stages = ", ".join(f"{stage} {count}" for stage, count in sorted(self.stages.items()))
        share = self.mid / self.kills if self.kills else 0
        return (
            f"{self.kills} kills, {self.mid} of them ({share:.0%}) inside a transaction, {self.wrong} wrong; {stages}"
        )


class Deal:
    """The stages of an uninterrupted run by turns, in a drawn order."""

    def __init__(self, writes: list[Write], began: float, chance: random.Random, only: str = "") -> None:
        self._chance, self._first, self._last = chance, writes[0].begun - began, writes[-1]
        self._by_stage: dict[str, list[Write]] = {}
        for one in writes:
            self._by_stage.setdefault(one.stage, []).append(one)
        self._order: list[str] = []
        self._only = only

    @property
    def stages(self) -> list[str]:
        """All that a kill may fall into."""
        return [BEFORE, *self._by_stage, AFTER]

    def draw(self) -> Moment:
        """The next moment; a stage comes again when all have been."""
        if not self._order:
            self._order = [self._only] if self._only else sorted(self.stages)
            self._chance.shuffle(self._order)
        stage = self._order.pop()
        if stage == BEFORE:
            return Moment(stage, 0, 0.0, self._chance.uniform(0.1, 1.0) * self._first)
        if stage == AFTER:
            return Moment(stage, self._last.number, 1.0, self._chance.uniform(0, 0.3))  # after its end
        write = self._chance.choice(self._by_stage[stage])
        part = self._chance.choice((0.0, 1.0, *(self._chance.random() for _ in range(6))))
        return Moment(stage, write.number, part, part * write.seconds if part < 1.0 else 0.0)


def strike(ground: Ground, watched: Watched, moment: Moment, victim: str) -> tuple[str, bool]:
    """Kill at that moment; gives into which stage it really fell, and whether inside a transaction."""
    watched.wait(moment.number, moment.part, moment.seconds)
    if watched.command.over:
        return "after its end", False
    open_ = [one for one in watched.writes() if not one.ended]
    if victim == "server":
        ground.kill_server()
    else:
        watched.command.signal(signal.SIGTERM if victim == "asked" else signal.SIGKILL)
        open_ = [one for one in watched.writes() if not one.ended]
    return (open_[-1].stage, True) if open_ else (f"beside {moment.stage}", False)


def run(
    ground: Ground,
    folder: Path,
    kills: int,
    seed: int,
    say: Say = lambda _line: None,
    what: str = "load",
    stage: str = "",
) -> Tally:
    """That many kills of one scenario, of which the tally tells; ``stage``: all of them in that one."""
    chance, tally = random.Random(seed), Tally()
    scene = SCENARIOS[what](ground, folder)
    began, writes, expected = _uninterrupted(scene)
    deal = Deal(writes, began, chance, stage)
    say(f"uninterrupted: {writes[-1].ended - began:.1f} s, {len(writes)} writes from {writes[0].begun - began:.1f} s "
        f"on, {expected[:16]}; stages: {', '.join(deal.stages)}")  # fmt: skip
    victims = scene.victims
    for number in range(kills):
        victim = victims[number % len(victims)]
        scene.prepare()
        line, good = _one(scene, deal.draw(), victim, expected, tally)
        tally.wrong += not good
        say(f"{number + 1}. {line}")
    return tally


def _uninterrupted(scene: Scenario) -> tuple[float, list[Write], str]:
    Command(scene.ground.env, "--help").end()  # what is imported once is imported now
    scene.prepare()
    watched = Watched(scene.ground, *scene.words())
    ended, _, err = watched.command.end()
    assert ended == 0, err
    complaint = scene.complaint()
    assert not complaint, complaint
    return watched.began, watched.writes(), scene.graph()


def _one(scene: Scenario, moment: Moment, victim: str, expected: str, tally: Tally) -> tuple[str, bool]:
    """One kill and what came of it: its line, and whether all is well."""
    others = scene.beside()
    watched = Watched(scene.ground, *scene.words())
    fell, mid = strike(scene.ground, watched, moment, victim)
    struck = time.monotonic()
    ended, _, err = watched.command.end()
    took = time.monotonic() - struck
    tally.kills, tally.mid = tally.kills + 1, tally.mid + mid
    tally.stages[fell] += 1
    wrong = [
        f"the other ended with {code} {said[-200:]}" for code, _, said in (one.command.end() for one in others) if code
    ]
    if ended not in scene.ends(victim):
        wrong.append(f"it ended with {ended}: {err.strip()[-300:]}")
    if victim == "asked" and took > GRACE:
        wrong.append(f"asked to stop, it took {took:.0f} s")
    wrong += filter(None, (scene.again(), scene.complaint()))
    if (found := scene.graph()) != expected:
        wrong.append(f"ANOTHER GRAPH {found[:16]}")
    where = f"inside {fell}" if mid else fell
    line = f"{victim} at {moment.text}: fell {where}, ended with {ended}; again: {'; '.join(wrong) or 'same graph'}"
    return line, not wrong


def main() -> int:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--what", choices=sorted(SCENARIOS), default="load")
    ask.add_argument("--kills", type=int, default=30)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--rows", type=int, default=3_000)
    ask.add_argument("--server", choices=("embedded", "lts", "new"), default="embedded")
    asked = ask.parse_args()
    dog = servers.Watchdog()
    with ExitStack() as stack:
        home = stack.enter_context(servers.embedded_home(dog))
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        files = write_files(Path(folder) / "files", asked.rows, asked.seed)
        version = {"lts": servers.LTS, "new": servers.NEW}.get(asked.server)
        ground = stack.enter_context(on_neo4j(version, home) if version else on_embedded(home))
        tally = run(ground, files, asked.kills, asked.seed, lambda line: print(line, flush=True), asked.what)  # noqa: T201
        print(tally.text)  # noqa: T201
    dog.close()
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
