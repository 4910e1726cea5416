"""The package as a user gets it: built, installed in a clean environment elsewhere, and run from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.registry import SOURCES

pytestmark = pytest.mark.wheel
ROOT = Path(__file__).resolve().parents[2]
UV = Path(sys.executable).with_name("uv")
BIN = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder, with nothing of this checkout in its environment."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LPGRAPH", "NEO4J", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | {"UV_SYSTEM_CERTS": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=540,
    )
    assert not check or done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution, which is built from the project."""
    out = tmp_path_factory.mktemp("dist")
    run(UV, "build", "--quiet", "--out-dir", out, ROOT, cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command ``lpgraph`` in an environment of its own, with the versions of the lock."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(UV, "export", "--quiet", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "--project", ROOT,
        "-o", folder / "versions.txt", cwd=folder)  # fmt: skip
    run(UV, "venv", "--quiet", "--python", sys.executable, folder / "env", cwd=folder)
    python = folder / "env" / BIN / "python"
    run(UV, "pip", "install", "--quiet", "--python", python, "-c", folder / "versions.txt", wheel, cwd=folder)
    return python.with_name("lpgraph")


@pytest.fixture(scope="module")
def home(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home for the demo; what was started in it is stopped."""
    home = tmp_path_factory.mktemp("home")
    yield home
    for folder in (home, home / "demo"):
        run(installed, "--home", folder, "server", "stop", cwd=home, check=False)


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    """Each query, sample and asset that lies in a package is in the wheel: nothing is found by path only."""
    tracked = run("git", "ls-files", "lpgraph", "loaders", "queries", cwd=ROOT).stdout.splitlines()
    packed = set(zipfile.ZipFile(wheel).namelist())

    assert {path for path in tracked if (ROOT / path).exists()} - packed == set()
    for kind in (".cypher", "/assets/", "/samples/"):
        assert any(kind in path for path in packed), f"no {kind} at all"


def test_the_command_runs_elsewhere(installed: Path, tmp_path: Path) -> None:
    """Help and the list of formats need no checkout."""
    assert "demo" in run(installed, "--help", cwd=tmp_path).stdout
    sources = json.loads(run(installed, "sources", "--json", cwd=tmp_path, LPGRAPH_HOME=str(tmp_path)).stdout)

    assert {source["name"] for source in sources} == {source.name for source in SOURCES}


def test_the_demo_runs_elsewhere(installed: Path, home: Path, tmp_path: Path) -> None:
    """The fictional network loads through the packed loaders and queries, and says which stories to look at."""
    said = run(installed, "demo", "--no-dashboard", cwd=tmp_path, LPGRAPH_HOME=str(home))

    for name in ("Noemi Castellan", "Dwayne Okafor-Reyes", "Ruth Adeyemi-Stone"):
        assert name in said.stdout + said.stderr
