"""The shipped model of people: what it learns from, and how it is measured."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.identity import weighing_by
from benchmarks.identity_train import held_out, main
from lpgraph.identity import people
from lpgraph.identity.people_frequencies import common
from lpgraph.identity.trees import people_model


def test_a_model_that_holds_out_never_replaces_the_shipped_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --hold-out it must be said where the model goes: the shipped one learns from every state."""
    monkeypatch.setattr(sys, "argv", ["identity_train", "labelled.parquet", "--hold-out"])
    with pytest.raises(SystemExit):
        main()


def test_every_third_state_is_held_out() -> None:
    """In the order of the alphabet, and nothing for records that say no state."""
    assert held_out({"co", "al", "tx", "wy", ""}) == {"al", "wy"}


def test_a_measure_weighs_by_the_model_of_its_folder(tmp_path: Path) -> None:
    """Names and trees come from the folder that is given, as long as it is measured; then the shipped ones count."""
    one = {"roots": [0], "feature": [-1], "threshold": [0], "left": [0], "right": [0], "value": [1.5]}
    (tmp_path / "people_names.json").write_text(json.dumps({"given": {"ana": 9}, "family": {}}), "utf-8")
    (tmp_path / "people_model.json").write_text(json.dumps({"start": 0.5, "depth": 0, **one}), "utf-8")
    with weighing_by(tmp_path):
        assert common("given", "ana") == 9
        assert vars(people)["people_model"]().start == 0.5
    assert vars(people)["people_model"]() is people_model()
    assert common("given", "ana") < common("given", "john") < 9
