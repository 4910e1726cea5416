"""A sheet that nobody knows: proposed as a table, corrected there, and then read so."""

from __future__ import annotations

from pathlib import Path

from loaders.mapping import propose, remember, remembered
from loaders.readers import open_file
from lpgraph.dashboard import views_mapping


def sheet(folder: Path) -> Path:
    """A sheet in another language with columns that the proposal partly misses."""
    path = folder / "hoja.csv"
    path.write_text(
        "Nombre completo,Correo,Grupo\nAna Reyes,ana@example.org,Tenants Together\nJon Diaz,jon@example.org,\n"
    )
    return path


def test_every_column_is_in_the_table_with_a_meaning_and_an_example(tmp_path: Path) -> None:
    """The table has the file's columns in their order, each with a meaning that can be chosen again."""
    opened = open_file(sheet(tmp_path))
    table = views_mapping.table(opened, propose(opened))
    assert [row["column"] for row in table] == ["Nombre completo", "Correo", "Grupo"]
    assert {row["meaning"] for row in table} <= set(views_mapping.MEANINGS.values())
    assert [row["sample"] for row in table] == ["Ana Reyes", "ana@example.org", "Tenants Together"]


def test_a_table_left_alone_is_the_proposal(tmp_path: Path) -> None:
    """Confirming without a change loses nothing of what was proposed."""
    opened = open_file(sheet(tmp_path))
    mapping = propose(opened)
    assert views_mapping.corrected(mapping, views_mapping.table(opened, mapping)) == mapping


def test_a_corrected_meaning_is_read_so_and_remembered(tmp_path: Path) -> None:
    """A column that a person names is used as they said, in the first rows shown and after remembering."""
    opened = open_file(sheet(tmp_path))
    mapping = propose(opened)
    rows = views_mapping.table(opened, mapping)
    rows[0]["meaning"] = views_mapping.MEANINGS["person name"]
    rows[2]["meaning"] = views_mapping.MEANINGS[""]
    corrected = views_mapping.corrected(mapping, rows)
    assert corrected.used == {"Nombre completo": "person name", "Correo": "person email"}
    assert [row["person"] for row in views_mapping.shown(opened, corrected)] == ["Ana Reyes", "Jon Diaz"]
    remember(corrected, corrected.header, tmp_path / "mappings")
    assert remembered(opened.header, tmp_path / "mappings") == corrected
