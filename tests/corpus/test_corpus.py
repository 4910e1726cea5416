"""A part of the corpus of bad input, judged by its own ``score.py``. It lies beside the project, not in it:
``CORPUS_DATA`` names the folder (else ``../shared/corpus``); ``adapter`` runs the whole of it."""

from __future__ import annotations

import importlib.util
import json
import os
import tarfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from lpgraph.store import Store
from tests import servers
from tests.corpus.adapting import answer

ROOT = Path(os.environ.get("CORPUS_DATA", Path(__file__).parents[3] / "shared" / "corpus"))
# One or two of each kind of trouble; small files only.
CHOSEN = (
    "ENC-utf8", "ENC-utf16le-nobom", "ENC-cesu8", "ENC-concat-bom", "STR-bom-only", "STR-renamed-alias",
    "STR-renamed-unknown", "STR-repeated-header", "STR-embedded-newlines", "STR-png-as-csv", "VAL-id-zeros-numeric",
    "VAL-bad-email", "VAL-dates-bad", "VAL-no-key", "INJ-cypher-value", "INJ-formula-tab", "INJ-log", "XLS-float-ids",
    "XLS-billion-laughs", "XLS-two-data-sheets", "JSN-lone-surrogate", "JSN-nulls", "YML-python-new", "YML-one-bad",
    "TSV-ragged", "PTH-newline", "PTH-symlink-loop", "SEQ-twice", "SEQ-shuffled", "SEQ-rename-column",
)  # fmt: skip


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any], ModuleType]:
    """The corpus unpacked, its manifest by item, and its judge."""
    if not (ROOT / "visible.tar.gz").exists():
        pytest.skip(f"no corpus at {ROOT}: set CORPUS_DATA")
    folder = tmp_path_factory.mktemp("corpus")
    with tarfile.open(ROOT / "visible.tar.gz") as archive:
        archive.extraction_filter = getattr(tarfile, "tar_filter", None)  # not in the first 3.11s
        archive.extractall(folder)  # noqa: S202  filtered above
    manifest = json.loads((ROOT / "manifest.visible.json").read_text(encoding="utf-8"))
    spec = importlib.util.spec_from_file_location("corpus_score", ROOT / "score.py")
    assert spec is not None and spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return folder, {item["id"]: item for item in manifest["files"]}, score


@pytest.mark.server
@pytest.mark.parametrize("name", CHOSEN)
def test_bad_input_does_what_the_contract_says(
    name: str, corpus: tuple[Path, dict[str, Any], ModuleType], embedded_store: Store, tmp_path: Path
) -> None:
    """Each file ends as its contract asks: loaded exactly, or refused with rows or as a whole, with reasons."""
    folder, items, score = corpus
    item = items[name]
    steps = [answer(embedded_store, tmp_path, Path(p), day or "") for p, day in score.files(item, str(folder))]
    found = [step.pop("people") for step in steps][-1]

    assert score.judge(item, steps, found, 0.0, 0.0) == []


@pytest.mark.server
def test_the_judge_sees_what_is_lost(
    corpus: tuple[Path, dict[str, Any], ModuleType], embedded_store: Store, tmp_path: Path
) -> None:
    """The measure can fail: an answer that leaves out a person, or one rejected row, is found wanting."""
    folder, items, score = corpus
    item = items["STR-repeated-header"]
    ((path, day),) = score.files(item, str(folder))
    said = answer(embedded_store, tmp_path, Path(path), day or "")
    found = said.pop("people")

    assert score.judge(item, [said], found[1:], 0.0, 0.0)
    assert score.judge(item, [{**said, "rejected": []}], found, 0.0, 0.0)


@pytest.mark.server
def test_a_new_item_starts_empty(embedded_store: Store, tmp_path: Path) -> None:
    """What the adapter answers comes from the store: who was in the file, and nobody once it is emptied."""
    sheet = tmp_path / "people.csv"
    sheet.write_text("id,first,last\n07,Ana,Example\n", encoding="utf-8")

    said = answer(embedded_store, tmp_path, sheet, "")
    assert [(p["id"], p["first_name"]) for p in said["people"]] == [("07", "Ana")]
    servers.wipe(embedded_store)
    again = answer(embedded_store, tmp_path, tmp_path / "absent.csv", "")
    assert (again["outcome"], again["people"]) == ("reject_file", [])
