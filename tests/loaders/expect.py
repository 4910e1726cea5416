"""``python -m tests.loaders.expect NAME``: write the expected file of a source from its sample. Then read it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from loaders.registry import SOURCES
from tests.loaders.drafts import says
from tests.loaders.test_sources import EXPECTED, read_sample


def main(name: str) -> None:
    """Print and write what the sample of one source says."""
    source = next(s for s in SOURCES if s.name == name)
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join(says(read_sample(source, Path(folder)))) + "\n"
    (EXPECTED / f"{name}.txt").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1])
