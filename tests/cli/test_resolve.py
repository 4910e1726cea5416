"""``lpgraph resolve``: tables in, clusters and questions out, and what it refuses."""

import csv
import random
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
        ("id,raw_name\n7,Ana\n", "its columns are id, raw_name"),
        ("rec_id,raw_name\n7,Ana\n8,Bo\n7,Cy\n", "in.csv:4"),
        ('rec_id,raw_name\n1,"Ana\nVega"\n\n2,a,b\n', "in.csv:5: more fields"),
        ('rec_id,raw_name\n1,Ana\n2,"Bo\n3,Cy\n', "in.csv:3: a quote"),
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


def test_what_programs_write_for_nothing_is_nothing(tmp_path: Path) -> None:
    """Cells of NaN, NULL or N/A are blank, so that they make nobody one; other marks and cases of a header are read."""
    blank = [{"rec_id": str(n), "first_col": word, "last_col": word} for n, word in enumerate(("NaN", "NaN", "NULL"))]
    named = [{"rec_id": str(n), "first_col": "Ana", "last_col": "Null", "state": "CO"} for n in (8, 9)]
    for at, rows in enumerate((blank, named)):
        out = tmp_path / f"o{at}.csv"
        assert main(["resolve", str(_csv(tmp_path / "in.csv", rows)), "--out", str(out)]) == 0
        assert len({row["cluster_id"] for row in _read(out)}) == (3, 1)[at]
    (tmp_path / "marks.csv").write_text("REC_ID;Raw_Name;State\n1;Ana Vega;CO\n2;Vega, Ana;CO\n", encoding="utf-8")
    assert main(["resolve", str(tmp_path / "marks.csv"), "--out", str(tmp_path / "m.csv")]) == 0
    assert {row["cluster_id"] for row in _read(tmp_path / "m.csv")} == {"1"}


def test_parquet_of_any_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers, categories, bytes and columns of one name are read as text; a broken file is refused in one line."""
    columns = [
        pa.array([1.0, 2.0]), pa.array(["Ana Vega", "Vega, Ana"]).dictionary_encode(),
        pa.array([b"a@mail.example", b"A@mail.example"]), pa.array([None, [1]]), pa.array([80202.0, None]),
    ]  # fmt: skip
    names = ["rec_id", "raw_name", "email", "org", "zip"]
    pq.write_table(pa.table([*columns, columns[1]], [*names, "raw_name"]), tmp_path / "in.parquet")
    out = tmp_path / "o.csv"
    assert main(["resolve", str(tmp_path / "in.parquet"), "--out", str(out)]) == 0
    assert [row["cluster_id"] for row in _read(out)] == ["1", "1"]
    (tmp_path / "bad.parquet").write_bytes(b"PAR1nothing")
    capsys.readouterr()
    assert main(["resolve", str(tmp_path / "bad.parquet"), "--out", str(out)]) == 3
    assert capsys.readouterr().err.strip().count("\n") == 0


def _world(seed: int) -> list[dict[str, str]]:
    """Some ninety records of thirty invented people, their truth and some marks that mean nothing."""
    draw = random.Random(seed)
    rows = []
    for number in range(90):
        person = number % 30
        name = f"{('Ana', 'Bo', 'Cleo', 'Dov', 'Ena')[person % 5]} {('Vega', 'Stone', 'Okoye')[person % 3]}"
        name += draw.choice(("", "", " Jr."))
        mail = f"p{person}@mail.example" if draw.random() < 0.6 else ""
        city = ("Riverton", "Eastfield", "Marlow")[person % 3] if draw.random() < 0.7 else ""
        row = {"rec_id": f"r{number}", "raw_name": name, "email": mail, "city": city, "state": "CO"}
        rows.append({**row, "ent_id": f"e{person}", "truth": name, "cluster_id": f"e{person}"})
    return rows


def test_no_truth_no_order_and_the_same_bytes_twice(tmp_path: Path) -> None:
    """Columns that hold the truth may say anything; the order of rows decides nothing; twice is the same bytes."""
    rows, draw = _world(1), random.Random(2)
    lied = [{**row, "ent_id": draw.choice(rows)["ent_id"], "truth": "x", "cluster_id": ""} for row in rows]
    bare = [{k: v for k, v in row.items() if k not in ("ent_id", "truth", "cluster_id")} for row in rows]
    shuffled = draw.sample(rows, len(rows))
    told = []
    for at, table in enumerate((rows, rows, lied, bare, shuffled)):
        out, asked = tmp_path / f"o{at}.csv", tmp_path / f"q{at}.csv"
        file = _csv(tmp_path / "in.csv", table)
        assert main(["resolve", str(file), "--out", str(out), "--questions", str(asked)]) == 0
        told.append((out.read_bytes(), asked.read_bytes()))
    assert told[0] == told[1] == told[2] == told[3]
    assert len(told[0][1].splitlines()) > 1, "without a question this test says little"
    assert told[0][1] == told[4][1]
    assert sorted(told[0][0].splitlines()) == sorted(told[4][0].splitlines())


def test_what_it_says_is_in_the_right_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No rows is no error, one record is one record; organizations are called so."""
    (tmp_path / "in.csv").write_text("rec_id,name\n", encoding="utf-8")
    assert main(["resolve", str(tmp_path / "in.csv"), "--out", str(tmp_path / "o.csv")]) == 0
    assert "0 records of 0 people" in capsys.readouterr().err
    (tmp_path / "in.csv").write_text("rec_id,name\n1,Riverton Food Bank\n", encoding="utf-8")
    assert main(["resolve", str(tmp_path / "in.csv"), "--kind", "organizations", "--out", str(tmp_path / "o.csv")]) == 0
    assert "1 record of 1 organization" in capsys.readouterr().err
