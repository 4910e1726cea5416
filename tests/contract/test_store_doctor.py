"""What the doctor finds."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from lpgraph.settings import load_settings
from lpgraph.store import Store, doctor, embedded, schema


def _by_name(findings: list[doctor.Finding]) -> dict[str, doctor.Finding]:
    return {f.name: f for f in findings}


def test_a_fresh_home_is_healthy_and_nothing_is_started(tmp_path: Path) -> None:
    """Looking creates nothing, starts nothing, and finds nothing wrong."""
    home = tmp_path / "not" / "yet"

    found = doctor.examine(load_settings(home))

    assert [f for f in found if not f.ok] == []
    assert "not running" in _by_name(found)["store"].value
    assert not home.exists()
    assert embedded.status(home) is None


def test_a_store_that_is_down_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong address and a missing password each say what to do; the password is never shown."""
    settings = load_settings(tmp_path, "bolt://127.0.0.1:1")
    assert "NEO4J_PASSWORD" in _by_name(doctor.examine(settings))["NEO4J_PASSWORD"].advice

    monkeypatch.setenv("NEO4J_PASSWORD", "very-secret")
    found = doctor.examine(load_settings(tmp_path, "bolt://127.0.0.1:1"))
    assert not _by_name(found)["store"].ok
    assert "bolt://127.0.0.1:1" in _by_name(found)["store"].advice
    assert "very-secret" not in repr(found)


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Little free space is a finding that says disk and where."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(100, 99, 1))

    finding = _by_name(doctor.examine(load_settings(tmp_path)))["free disk space"]
    assert not finding.ok
    assert "disk" in finding.advice
    assert str(tmp_path) in finding.advice


@pytest.mark.server
def test_a_running_store_is_described(embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind, the address and the schema of a store that answers."""
    monkeypatch.setenv("NEO4J_USERNAME", embedded_store.endpoint.username)
    monkeypatch.setenv("NEO4J_PASSWORD", embedded_store.endpoint.password)

    found = _by_name(doctor.examine(load_settings(tmp_path, embedded_store.endpoint.uri)))

    assert "ArcadeDB" in found["store"].value
    assert embedded_store.endpoint.uri in found["store"].value
    assert found["schema"].value == str(schema.VERSION)
    assert embedded_store.endpoint.password not in repr(found)
