"""What an evaluation says: figures by method and task, ratios, goals, and what each term is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from lpgraph.introductions.figures import COLUMNS, ENOUGH, SHIPPED, Goal, Ratio, Task, goals, ratios
from lpgraph.introductions.score import TERMS
from lpgraph.network.arrays import Floats

FACTORS = ("activity", "recency")


@dataclass(frozen=True, slots=True)
class Cut:
    """One window: its first and last day as numbers, and how many pairs met in it for the first time."""

    set: str
    start: float
    end: float
    fresh: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The document of ``lpgraph evaluate --json``. ``refused`` says why nothing is judged; else it is empty."""

    set: str
    queries: int
    refused: str
    windows: tuple[Cut, ...]
    scores: Mapping[str, Mapping[str, float | None]]
    tasks: Mapping[str, Mapping[str, object]]
    ratios: Mapping[str, Ratio]
    goals: tuple[Goal, ...]
    ablation: Mapping[str, Mapping[str, float]]
    notes: tuple[str, ...] = ()

    @property
    def missed(self) -> tuple[str, ...]:
        """The goals that are not met."""
        return tuple(goal.goal for goal in self.goals if goal.met is False)


@dataclass(slots=True)
class Found:
    """What the windows gave: tasks, cuts, and what was left out."""

    sets: tuple[str, ...]
    tasks: dict[tuple[str, str, str], Task] = field(default_factory=dict)
    cuts: list[Cut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def task(self, network: str, ask: tuple[str, str]) -> Task:
        """The task of a network, new or known."""
        return self.tasks.setdefault((network, *ask), Task(*ask))

    def named(self) -> dict[str, Task]:
        """Tasks by name, with the network's where there are several."""
        several = len(self.sets) > 1
        return {f"{network}: {task.name}" if several else task.name: task for (network, *_), task in self.tasks.items()}


def evaluation(found: Found, *, ablate: bool) -> Evaluation:
    """The figures of all that was measured."""
    judged = [task for task in found.tasks.values() if len(task.earlier) >= ENOUGH]
    queries = sum(len(task.earlier) for task in found.tasks.values())
    name = " + ".join(found.sets)
    refused, ratio, aims = _refusal(found, judged, queries), dict[str, Ratio](), list[Goal]()
    if not refused:
        ratio = ratios(judged)
        seen = [pair for task in judged for pair in task.paths]
        share = sum(a for a, _ in seen) / max(sum(b for _, b in seen), 1) if seen else None
        seconds = [one for task in judged for one in task.seconds]
        aims = goals(ratio, share, 1000.0 * float(np.quantile(seconds, 0.95)))
    return Evaluation(
        name,
        queries,
        refused,
        tuple(found.cuts),
        {} if refused else _scores(judged),
        {name: _summary(task) for name, task in found.named().items()},
        ratio,
        tuple(aims),
        _ablation(judged) if ablate and not refused else {},
        tuple(found.notes),
    )


def _refusal(found: Found, judged: list[Task], queries: int) -> str:
    name = " + ".join(found.sets)
    if not found.cuts:
        return (
            f"{name}: no cut has 200 pairs who met for the first time after it, so nothing can be judged. Load more "
            "dated attendance, or attendance over a longer time"
        )
    if not judged:
        return (
            f"{name}: only {queries:,} people could be asked; below {ENOUGH} of one kind a figure says nothing. "
            "Load more dated attendance"
        )
    return ""


def _scores(tasks: list[Task]) -> dict[str, dict[str, float | None]]:
    methods = [name for name in tasks[0].rows if not name.startswith("without ")]
    return {name: _row(tasks, name) for name in methods}


def _row(tasks: list[Task], method: str) -> dict[str, float | None]:
    """The figures of one method: means over all queries of the judged tasks."""
    table = np.concatenate([task.table(method) for task in tasks])
    new = np.concatenate([task.newcomers for task in tasks])
    found = {name: _mean(table[:, column]) for column, name in enumerate(COLUMNS)}
    found |= {f"one_event_{name}": _mean(table[new, column]) for column, name in enumerate(COLUMNS[:2])}
    lists = [(task.shown.get(method, {}), task) for task in tasks]
    found["coverage"] = round(sum(len(s) for s, _ in lists) / max(sum(t.open for _, t in lists), 1), 4)
    found["busiest"] = round(max((max(s.values(), default=0) / len(t.earlier) for s, t in lists), default=0.0), 4)
    if method == SHIPPED:
        found["cpu_p95_ms"] = round(1000 * float(np.quantile([x for t in tasks for x in t.seconds], 0.95)), 2)
    return found


def _mean(values: Floats) -> float | None:
    kept = values[~np.isnan(values)]
    return round(float(kept.mean()), 4) if len(kept) else None


def _summary(task: Task) -> dict[str, object]:
    judged = len(task.earlier) >= ENOUGH
    methods = {name: _row([task], name) for name in task.rows if not name.startswith("without ")}
    return {"queries": len(task.earlier), "judged": judged, "scores": methods}


def _ablation(tasks: list[Task]) -> dict[str, dict[str, float]]:
    """NDCG@10 and hit@10 without each term, and what its absence costs."""
    whole, found = _row(tasks, SHIPPED), dict[str, dict[str, float]]()
    for term in (*TERMS, *FACTORS):
        left = _row(tasks, f"without {term}")
        found[term] = {name: left[name] or 0.0 for name in COLUMNS[:2]}
        found[term] |= {f"{name}_lost": round((whole[name] or 0.0) - (left[name] or 0.0), 4) for name in COLUMNS[:2]}
    return found
