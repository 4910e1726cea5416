"""A shipped model: a sum of small decision trees as plain arrays, read from JSON, evaluated by numpy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

CHUNK = 4_000


@dataclass(frozen=True, slots=True)
class Trees:
    """``feature`` < 0 is a leaf; a row goes left where its feature is ≤ ``threshold``. All trees in one array."""

    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    start: float
    depth: int

    def chances(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """How likely each row is a yes."""
        return np.concatenate([self._some(rows[at : at + CHUNK]) for at in range(0, max(len(rows), 1), CHUNK)])

    def _some(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            feature = self.feature[at]
            told = np.take_along_axis(rows, np.maximum(feature, 0), axis=1)
            goes = np.where(told <= self.threshold[at], self.left[at], self.right[at])
            at = np.where(feature < 0, at, goes)
        total = self.start + self.value[at].sum(axis=1, dtype=np.float64)
        return np.asarray(1.0 / (1.0 + np.exp(-total)), dtype=np.float64)


@lru_cache(maxsize=1)
def people_model() -> Trees:
    """The model that weighs two records of people."""
    told: dict[str, Any] = json.loads(files("lpgraph.identity").joinpath("people_model.json").read_text("utf-8"))
    return trees(told)


def trees(told: dict[str, Any]) -> Trees:
    """The trees that benchmarks/identity_train.py tells of as plain lists."""

    def whole(name: str) -> NDArray[np.int32]:
        return np.array(told[name], dtype=np.int32)

    def real(name: str) -> NDArray[np.float32]:
        return np.array(told[name], dtype=np.float32)

    return Trees(
        whole("roots"), whole("feature"), real("threshold"), whole("left"), whole("right"), real("value"),
        float(told["start"]), int(told["depth"]),
    )  # fmt: skip
