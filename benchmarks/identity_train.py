"""Rebuild the shipped model that weighs two records of people, byte for byte, from labelled records.

    OMP_NUM_THREADS=1 uv run --with scikit-learn==1.9.1 python -m benchmarks.identity_train LABELLED.parquet

LABELLED has the columns of ``lpgraph resolve`` and ``ent_id``, the truth. It is not shipped. The shipped model learns
from every state; how good it is on states that it has not seen, benchmarks/identity_folds.py tells.
``--hold-out --out DIR`` keeps every third state apart (in the order of the alphabet) and writes a model to DIR that has
learnt nothing from them: ``benchmarks/identity.py --model DIR`` reports on those alone.
What is written: ``people_names.json`` (how common names are, none under ``FLOOR`` people) and ``people_model.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from math import log2
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from lpgraph.identity import people_features, people_frequencies
from lpgraph.identity.people import candidates
from lpgraph.identity.people_read import Person, read
from lpgraph.identity.table import person_cards, read_table

FLOOR = 5  # a name of fewer people than these is not listed: a table of counts tells of nobody
SETTINGS = {
    "max_leaf_nodes": 12, "max_iter": 150, "learning_rate": 0.08, "min_samples_leaf": 40, "l2_regularization": 5.0,
    "early_stopping": False, "random_state": 0,
}  # fmt: skip


def held_out(states: set[str]) -> set[str]:
    """The states that nothing is learnt from with ``--hold-out``."""
    return set(sorted(states - {""})[::3])


def names(people: list[Person], truth: dict[str, str]) -> dict[str, dict[str, int]]:
    """How common each name is: the logarithm of its bearers in 100,000, from one in 10,000 up."""
    everyone = len({truth[one.key] for one in people})
    given = Counter(name for _, name in {(truth[one.key], one.given) for one in people if one.given})
    family = Counter(name for _, name in {(truth[one.key], one.family) for one in people if len(one.family) > 1})
    return {
        kind: {name: round(log2(n * 10_000 / everyone)) for name, n in sorted(found.items()) if n >= FLOOR}
        for kind, found in (("given", given), ("family", family))
    }


def train(rows: np.ndarray, same: np.ndarray) -> dict[str, Any]:
    """Boosted trees as plain arrays."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped,import-not-found]

    model = HistGradientBoostingClassifier(**SETTINGS).fit(rows, same)
    told: dict[str, Any] = {name: [] for name in ("roots", "feature", "threshold", "left", "right", "value")}
    depth = 0
    for (tree,) in model._predictors:
        base = len(told["feature"])
        told["roots"].append(base)
        depth = max(depth, int(tree.nodes["depth"].max()))
        for node in tree.nodes:
            leaf = bool(node["is_leaf"])
            told["feature"].append(-1 if leaf else int(node["feature_idx"]))
            told["threshold"].append(0 if leaf else round(float(node["num_threshold"]), 4))
            told["left"].append(0 if leaf else base + int(node["left"]))
            told["right"].append(0 if leaf else base + int(node["right"]))
            told["value"].append(round(float(node["value"]), 5) if leaf else 0)
    return {"start": round(float(model._baseline_prediction[0, 0]), 5), "depth": depth, **told}


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--out", type=Path, default=Path("lpgraph/identity"))
    parser.add_argument("--hold-out", action="store_true")
    args = parser.parse_args()
    if args.hold_out and args.out == parser.get_default("out"):
        parser.error("--hold-out: say with --out where the model goes; the shipped one learns from every state")
    table = read_table(args.labelled)
    truth = dict(zip(table["rec_id"], table["ent_id"], strict=True))
    everyone = [read(card) for card in person_cards(table)]
    kept = held_out({one.state for one in everyone}) if args.hold_out else set()
    people = sorted((one for one in everyone if one.state not in kept), key=lambda one: one.key)
    told = names(people, truth)
    _write(args.out / "people_names.json", told)
    with patch.object(people_frequencies, "frequencies", lambda: told):
        pairs, rows = candidates(people)
    same = np.array([truth[a.key] == truth[b.key] for a, b in pairs])
    print(
        f"{len(people):,} rows, {len(pairs):,} pairs of which {int(same.sum()):,} are one; kept apart: {sorted(kept)}"
    )
    _write(args.out / "people_model.json", {"features": list(people_features.NAMES), **train(rows, same)})


def _write(path: Path, told: object) -> None:
    path.write_text(json.dumps(told, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
