"""Where the settings come from, and that secrets stay secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpgraph.errors import UsageError
from lpgraph.settings import load_settings
from lpgraph.store import open_store
from lpgraph.store.address import password


def test_without_an_address_the_graph_is_embedded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty NEO4J_URI counts as none, and LPGRAPH_HOME says where the server's files are."""
    monkeypatch.setenv("NEO4J_URI", "")
    monkeypatch.setenv("LPGRAPH_HOME", str(tmp_path))

    settings = load_settings()
    assert settings.embedded
    assert settings.home == tmp_path


def test_what_is_typed_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """``--home`` means the embedded server there even when NEO4J_URI is set; ``--uri`` wins over both."""
    monkeypatch.setenv("NEO4J_URI", "bolt://elsewhere")

    assert load_settings(home=tmp_path).uri is None
    assert load_settings(home=tmp_path, uri="bolt://here").uri == "bolt://here"
    assert load_settings().uri == "bolt://elsewhere"


def test_the_password_comes_from_the_variable_or_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The file's line end is no part of it; the variable wins; neither shows in what is printed."""
    (tmp_path / "pw").write_text("from-file\n")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "pw"))
    assert password(load_settings()) == "from-file"

    monkeypatch.setenv("NEO4J_PASSWORD", "from-variable")
    assert password(load_settings()) == "from-variable"
    assert "from-" not in repr(load_settings())


def test_a_missing_password_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No password, and a file that is not there, name the variable to set."""
    with pytest.raises(UsageError, match="NEO4J_PASSWORD"):
        password(load_settings(uri="bolt://here"))
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "gone"))
    with pytest.raises(UsageError, match="NEO4J_PASSWORD_FILE"):
        password(load_settings(uri="bolt://here"))


@pytest.mark.parametrize("uri", ["http://here", "here:7687", "file:///etc/passwd", ""])
def test_an_address_of_another_kind_is_refused(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only Bolt addresses are dialled; the message names what was given."""
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    with pytest.raises(UsageError, match="does not start with bolt://"):
        open_store(load_settings(uri=uri))
