"""``lpgraph resolve``: tables in, clusters and questions out, and what it refuses."""

import csv
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lpgraph.cli import main

ROWS = [
    {
        "rec_id": "1",
        "raw_name": "Ana Vega",
        "email": "ana.vega@mail.example",
        "state": "CO",
        "ent_id": "x",
        "mood": "?",
    },
    {
        "rec_id": "2",
        "raw_name": "Vega, Ana",
        "email": "Ana.Vega@mail.example",
        "state": "CO",
        "ent_id": "y",
        "mood": "",
    },
    {"rec_id": "3", "raw_name": "Ruth Stone", "email": "", "state": "CO", "ent_id": "x", "mood": ""},
]


def _csv(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("rows", [ROWS, ROWS[::-1]])
def test_people(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    """A row each in the table's order; the truth is never read, unknown columns and the order say nothing."""
    out = tmp_path / "out.csv"
    assert main(["resolve", str(_csv(tmp_path / "in.csv", rows)), "--out", str(out)]) == 0
    assert [row["rec_id"] for row in _read(out)] == [row["rec_id"] for row in rows]
    assert {row["rec_id"]: row["cluster_id"] for row in _read(out)} == {"1": "1", "2": "1", "3": "3"}


def test_parquet_and_questions(tmp_path: Path) -> None:
    """Parquet with missing values in, parquet out, and the questions beside it."""
    table = pa.table({"rec_id": ["1", "2"], "raw_name": ["Ana Vega", "Vega, Ana"], "email": [None, "a@mail.example"]})
    pq.write_table(table, tmp_path / "in.parquet")
    out, asked = tmp_path / "out.parquet", tmp_path / "q.parquet"
    assert main(["resolve", str(tmp_path / "in.parquet"), "--out", str(out), "--questions", str(asked)]) == 0
    assert pq.read_table(out).column_names == ["rec_id", "cluster_id", "p"]
    assert pq.read_table(asked).column_names == ["rec_id_a", "rec_id_b", "p"]


def test_organizations(tmp_path: Path) -> None:
    """One name twice is one organization, another local is another."""
    names = ["Harbor Workers Local 12", "HARBOR WORKERS LOCAL 12", "Harbor Workers Local 13"]
    file = _csv(tmp_path / "in.csv", [{"rec_id": str(n), "name": name} for n, name in enumerate(names)])
    assert main(["resolve", str(file), "--kind", "organizations", "--out", str(tmp_path / "o.csv")]) == 0
    assert _read(tmp_path / "o.csv")[2]["cluster_id"] == "2"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rec_id,raw_name\n7,Ana\n7,Ana\n", "7"),
        ("raw_name\nAna\n", "rec_id"),
        ("rec_id,mood\n1,Ana\n", "raw_name"),
        ("rec_id,raw_name\n1,a,b\n", "fields"),
        ("rec_id,raw_name\n,Ana\n", "rec_id"),
        ("", "rec_id"),
    ],
)
def test_refused(tmp_path: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A table that cannot be read right is refused with exit code 3 and the reason; nothing is written."""
    (tmp_path / "in.csv").write_text(text, encoding="utf-8")
    assert main(["resolve", str(tmp_path / "in.csv"), "--out", str(tmp_path / "o.csv")]) == 3
    assert said in capsys.readouterr().err
    assert not (tmp_path / "o.csv").exists()


def test_wrong_use(tmp_path: Path) -> None:
    """The table is never written over, and two settings of one thing are not weighed against each other."""
    file = str(_csv(tmp_path / "in.csv", ROWS))
    assert main(["resolve", file, "--out", file]) == 1
    assert main(["resolve", file, "--out", str(tmp_path / "o.txt")]) == 1
    assert main(["resolve", file, "--out", str(tmp_path / "o.csv"), "--careful", "--auto", "0.9"]) == 1
    assert main(["resolve", str(tmp_path / "no.csv"), "--out", str(tmp_path / "o.csv")]) == 3
