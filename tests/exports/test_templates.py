"""What a person filled into lpgraph's own templates comes out of an export again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders import templates
from lpgraph.exports import Options, export
from lpgraph.ingest import LoadOptions, load
from lpgraph.store import Store

FORUM = "Spring forum (2026-03-14)"
FILLED = {
    "people": [
        {"person_id": "p-1", "name": "Vera Lindqvist", "email": "vera@people.example.org", "title": "Organizer",
         "organization": "Tenants of Riverton", "city": "Denver", "state": "CO"},
        {"person_id": "p-2", "name": "Omar Feld", "title": "Director", "organization": "Riverton Institute",
         "city": "Boise", "state": "ID", "do_not_contact": "yes"},
    ],
    "attendance": [
        {"event": FORUM, "person": "p-1", "status": "attended", "role": "speaker", "minutes": "45"},
        {"event": FORUM, "person": "p-2", "status": "registered"},
    ],
    "ties": [
        {"person": "p-1", "other": "p-2", "type": "knows", "strength": "4", "basis": "worked together",
         "since": "2019-05", "last_contact": "2026-05-02"},
    ],
}  # fmt: skip


def _fill(folder: Path) -> list[Path]:
    """The templates with these rows in place of their examples."""
    paths = []
    for name, rows in FILLED.items():
        path = folder / f"{name}.csv"
        templates.write(name, str(path), xlsx=False)
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, header)
            out.writeheader()
            out.writerows(rows)
        paths.append(path)
    return paths


@pytest.mark.server
def test_filled_templates_come_out_again(embedded_store: Store, tmp_path: Path) -> None:
    """People with what is said of them, who came and who registered, who knows whom: each cell of each row."""
    reports = load(embedded_store, _fill(tmp_path), LoadOptions(folder=tmp_path))
    assert not [r for r in reports if r.error or r.rejected]
    export(embedded_store, tmp_path / "out", Options("csv", contacts=True))
    tables = [
        list(csv.DictReader((tmp_path / "out" / name).read_text(encoding="utf-8").splitlines()))
        for name in ("nodes.csv", "edges.csv")
    ]
    nodes = {row["Id"]: row for row in tables[0]}
    people = {row["Label"]: row for row in tables[0] if row["entity"] == "Person"}
    asked = ("title", "organization", "city", "state", "email", "doNotContact")
    assert {name: tuple(row[column] for column in asked) for name, row in people.items()} == {
        "Vera Lindqvist": ("Organizer", "Tenants of Riverton", "Denver", "CO", "vera@people.example.org", ""),
        "Omar Feld": ("Director", "Riverton Institute", "Boise", "ID", "", "true"),
    }
    told = {(nodes[e["Source"]]["Label"], e["Label"], nodes[e["Target"]]["Label"]): e for e in tables[1]}
    came = told["Vera Lindqvist", "ATTENDED", "Spring forum"]
    assert (came["role"], came["minutes"], nodes[came["Target"]]["startAt"]) == ("speaker", "45", "2026-03-14")
    assert ("Omar Feld", "REGISTERED_FOR", "Spring forum") in told
    assert ("Omar Feld", "ATTENDED", "Spring forum") not in told
    knows = told["Vera Lindqvist", "KNOWS", "Omar Feld"]
    assert (knows["strength"], knows["basis"], knows["lastContactAt"]) == ("4", "worked together", "2026-05-02")
