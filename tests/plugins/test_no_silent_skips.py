"""The rule that CI never skips in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = """
import pytest

def test_runs():
    assert True

@pytest.mark.skip(reason="no java here")
def test_skips():
    assert True

@pytest.mark.xfail(reason="known", strict=False)
def test_expected():
    assert False
"""


def run(folder: Path, text: str, ci: str) -> subprocess.CompletedProcess[str]:
    """pytest in a folder of its own, with the plugin."""
    (folder / "test_case.py").write_text(text)
    command = [sys.executable, "-m", "pytest", "-p", "tests.plugins.no_silent_skips", "-c", os.devnull]
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""}
    return subprocess.run(
        [*command, "--rootdir", str(folder), str(folder)],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("ci", "code", "summary"), [("true", 1, "1 passed, 1 xfailed, 1 error"), ("", 0, "1 passed, 1 skipped, 1 xfailed")]
)
def test_a_skip_fails_in_ci_only(tmp_path: Path, ci: str, code: int, summary: str) -> None:
    """In CI a skipped test fails and says why; elsewhere it is skipped; an expected failure is neither."""
    done = run(tmp_path, CASES, ci)

    assert done.returncode == code, done.stdout
    assert summary in done.stdout
    assert ("no java here" in done.stdout) == (ci == "true")


def test_a_file_that_skips_itself_fails_in_ci(tmp_path: Path) -> None:
    """A module-level importorskip is a skip like any other."""
    done = run(tmp_path, "import pytest\npytest.importorskip('no_such_module')\n", "true")

    assert done.returncode != 0
    assert "no_such_module" in done.stdout
