"""The graph as a file, on screen: what is chosen is made, said and handed over, and nothing more."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from lpgraph.dashboard.exporting import FILES
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.words import EXPORT_FORMATS
from lpgraph.errors import StoreBusy
from lpgraph.exports import FORMATS
from lpgraph.store import Store
from tests.dashboard.fakes import FakeBackend
from tests.dashboard.test_screens import opened, texts
from tests.ingest.builders import Line, put


def test_each_format_has_its_word_and_its_file() -> None:
    """What the command line offers but the reference format, which holds every address, is offered here."""
    assert set(FILES) == set(EXPORT_FORMATS) == set(FORMATS) - {"jsonl", "cypher"}


@pytest.mark.server
def test_the_file_is_what_was_chosen(embedded_store: Store, tmp_path: Path) -> None:
    """GraphML of two people without their address; with it once that is ticked; another choice takes the file away."""
    put(
        embedded_store, (Line("v", name="Vera Lindqvist", email="vera@people.example.org"), Line("o", name="Omar Feld"))
    )
    backend = FakeBackend(home=tmp_path)
    backend.writer, backend.side = lambda: embedded_store, "both"
    at = opened("data", backend, None)
    at.selectbox(Key.EXPORT_FORMAT).set_value("graphml").run()
    at.button(Key.EXPORT_MAKE).click().run()
    assert not at.exception
    made = at.session_state[Kept.EXPORT][1]
    (tmp_path / made.name).write_bytes(made.content)
    labels = {data["label"] for _, data in nx.read_graphml(tmp_path / made.name).nodes(data=True)}
    assert labels == {"Vera Lindqvist", "Omar Feld", "e1"}
    assert "3 people, organizations, events and so on, 4 facts" in texts(at)
    assert b"people.example.org" not in made.content
    at.checkbox(Key.EXPORT_CONTACTS).check().run()
    assert "4 facts between" not in texts(at)
    at.button(Key.EXPORT_MAKE).click().run()
    assert b"vera@people.example.org" in at.session_state[Kept.EXPORT][1].content


def test_what_stops_an_export_is_said(tmp_path: Path) -> None:
    """While somebody writes for long, the page says who; there is no file then, and the rest of the page stays."""
    backend = FakeBackend(home=tmp_path)

    def busy() -> Store:
        raise StoreBusy("load of ana.csv is writing; try again")

    backend.writer, backend.side = busy, ""
    at = opened("data", backend, None)
    at.button(Key.EXPORT_MAKE).click().run()
    assert not at.exception
    assert "is writing; try again" in texts(at)
    assert Kept.EXPORT not in at.session_state
