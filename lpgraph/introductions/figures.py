"""What is measured of a ranking, pooled over tasks with bootstrap bounds, and the goals it must meet."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lpgraph.model import Kind
from lpgraph.network.arrays import Bools, Floats
from lpgraph.network.baselines import ADAMIC, PAGERANK

SHIPPED, FORMULA, SHOWN = "lpgraph", "formula of the design", "lpgraph as listed (6 best, 3 elsewhere, 1 newcomer)"
TOP, ENOUGH, DRAWS = 10, 100, 1_000
NDCG, HIT, FAR_NDCG, FAR_HIT = range(4)
COLUMNS = ("ndcg10", "hit10", "other_communities_ndcg10", "other_communities_hit10")
_PEOPLE = (str(Kind.PERSON), str(Kind.OFFICIAL))


@dataclass(slots=True)
class Task:
    """One pair of kinds: a row of ``COLUMNS`` for each query by method, and what else was seen of each query."""

    asks: str
    wants: str
    rows: dict[str, list[tuple[float, float, float, float]]] = field(default_factory=dict)
    earlier: list[int] = field(default_factory=list)  # events before the cut
    seconds: list[float] = field(default_factory=list)  # of CPU, the shipped score
    paths: list[tuple[int, int]] = field(default_factory=list)  # shown with a readable path, shown
    shown: dict[str, dict[int, int]] = field(default_factory=dict)  # method → candidate → lists that have them
    open: int = 0  # candidates that could be shown

    @property
    def name(self) -> str:
        """``person to person``."""
        return f"{self.asks} to {self.wants}"

    @property
    def kin(self) -> bool:
        """Whether both sides are people."""
        return self.asks in _PEOPLE and self.wants in _PEOPLE

    @property
    def crossing(self) -> bool:
        """Whether a person and an organization are to meet."""
        return (self.asks in _PEOPLE) != (self.wants in _PEOPLE)

    def table(self, method: str) -> Floats:
        """Queries × columns."""
        return np.array(self.rows[method], dtype=np.float64).reshape(-1, len(COLUMNS))

    @property
    def newcomers(self) -> Bools:
        """Which queries were of somebody with at most one earlier event."""
        return np.array(self.earlier) <= 1


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times the other's figure ours is, with the bounds of a paired bootstrap (95%)."""

    value: float | None
    lo: float | None
    hi: float | None


@dataclass(frozen=True, slots=True)
class Goal:
    """What must be met in the same run; ``met`` is None where this network has nothing to judge it by."""

    goal: str
    value: float | None
    threshold: float
    met: bool | None


def gains(values: Floats, admissible: Bools, truth: Bools, noise: Floats) -> tuple[float, float, np.ndarray]:
    """NDCG@10, hit@10 and the ten that are shown; equal values fall by lot, the same lot for every method."""
    rows = np.flatnonzero(admissible)
    kept = values[rows]
    scaled = kept / max(float(kept.max(initial=0.0)), 1e-300) + noise[rows]
    few = min(TOP, len(rows))
    top = np.argpartition(-scaled, few - 1)[:few] if few else np.empty(0, dtype=np.int64)
    shown = rows[top[np.argsort(-scaled[top], kind="stable")]]
    return *found_in(shown, truth), shown


def found_in(shown: np.ndarray, truth: Bools) -> tuple[float, float]:
    """NDCG@10 and hit@10 of a list."""
    hits = truth[shown]
    gained = float((hits / np.log2(np.arange(2, 2 + len(shown)))).sum())
    ideal = float((1.0 / np.log2(np.arange(2, 2 + min(TOP, int(truth.sum()))))).sum())
    return (gained / ideal if ideal > 0 else math.nan), float(hits.any())


def ratio(tasks: Sequence[Task], column: int, other: str, newcomers: bool = False, method: str = SHIPPED) -> Ratio:
    """The geometric mean over tasks of our mean over the other's, queries resampled in pairs within each task."""
    pairs = [pair for task in tasks if len(pair := _paired(task, column, method, other, newcomers)) >= 10]
    if not pairs:
        return Ratio(None, None, None)
    chance = np.random.default_rng(11)
    value = _geometric([pair.mean(axis=0)[None, :] for pair in pairs])
    lo, hi = np.quantile(_geometric([_resampled(pair, chance) for pair in pairs]), (0.025, 0.975))
    return Ratio(_round(float(value[0])), _round(float(lo)), _round(float(hi)))


def _paired(task: Task, column: int, ours: str, other: str, newcomers: bool) -> Floats:
    pair = np.stack([task.table(ours)[:, column], task.table(other)[:, column]], axis=1)
    kept = ~np.isnan(pair).any(axis=1)
    found: Floats = pair[kept & task.newcomers if newcomers else kept]
    return found


def _resampled(pair: Floats, chance: np.random.Generator) -> Floats:
    """Means of resampled queries, one row a draw."""
    mean: Floats = pair[chance.integers(0, len(pair), (DRAWS, len(pair)))].mean(axis=1)
    return mean


def _geometric(means: Sequence[Floats]) -> Floats:
    """The geometric mean over tasks of ours over theirs, one value a row."""
    logs = [np.log(np.maximum(some[:, 0], 1e-6) / np.maximum(some[:, 1], 1e-6)) for some in means]
    found: Floats = np.exp(np.mean(logs, axis=0))
    return found


def _round(value: float) -> float:
    return round(value, 4)


def ratios(tasks: Sequence[Task]) -> dict[str, Ratio]:
    """Every ratio that a goal rests on, and those of the formula."""
    found: dict[str, Ratio] = {}
    people, crossing = [t for t in tasks if t.kin], [t for t in tasks if t.crossing]
    for column, name in enumerate(COLUMNS):
        for other in (ADAMIC, PAGERANK, FORMULA):
            found[f"{name} / {other}"] = ratio(tasks, column, other)
    for other in (ADAMIC, PAGERANK):
        for column in (NDCG, HIT):
            found[f"{COLUMNS[column]} / {other}, one earlier event"] = ratio(tasks, column, other, newcomers=True)
            found[f"{COLUMNS[column]} / {other}, person to person"] = ratio(people, column, other)
            found[f"{COLUMNS[column]} / {other}, official and organization"] = ratio(crossing, column, other)
    return found


_GOALS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("NDCG@10 against Adamic-Adar, person to person", (f"ndcg10 / {ADAMIC}, person to person",), 1.40),
    ("hit@10 against Adamic-Adar, person to person", (f"hit10 / {ADAMIC}, person to person",), 1.20),
    ("hit@10 against Adamic-Adar, official and organization", (f"hit10 / {ADAMIC}, official and organization",), 1.50),
    ("NDCG@10 against PageRank", (f"ndcg10 / {PAGERANK}",), 1.10),
    ("hit@10 against PageRank", (f"hit10 / {PAGERANK}",), 1.05),
    ("other communities, against Adamic-Adar", (f"{{}} / {ADAMIC}",), 1.2),
    ("other communities, against PageRank", (f"{{}} / {PAGERANK}",), 1.05),
    ("one earlier event, against Adamic-Adar", (f"ndcg10 / {ADAMIC}, one earlier event",
                                                f"hit10 / {ADAMIC}, one earlier event"), 1.2),
    ("one earlier event, against PageRank", (f"ndcg10 / {PAGERANK}, one earlier event",
                                             f"hit10 / {PAGERANK}, one earlier event"), 1.0),
)  # fmt: skip


def goals(found: Mapping[str, Ratio], path_share: float | None, cpu_p95: float) -> list[Goal]:
    """The table of goals; where NDCG and hit are both meant the smaller counts."""
    judged: list[Goal] = []
    for name, keys, threshold in _GOALS:
        wanted = [key.format(c) for key in keys for c in (COLUMNS[FAR_NDCG:] if "{}" in key else ("",))]
        values = [value for key in wanted if (value := found[key].value) is not None]
        judged.append(_goal(name, min(values, default=None), threshold, lambda value, least: value >= least))
    judged.append(_goal("share shown with a readable path", path_share, 1.0, lambda value, least: value >= least))
    judged.append(_goal("CPU p95 of one score, ms", round(cpu_p95, 2), 50.0, lambda value, most: value < most))
    return judged


def _goal(name: str, value: float | None, threshold: float, holds: Callable[[float, float], bool]) -> Goal:
    return Goal(name, value, threshold, None if value is None else holds(value, threshold))
