"""Sheets that nobody recognises: what ``load --dry-run`` writes beside them, and what ``load --map`` keeps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loaders.mapping import propose, read_mapping, remember, write_mapping
from loaders.recognise import gather
from loaders.registry import SOURCES
from lpgraph.cli.output import say


def write_proposals(paths: Sequence[Path], encoding: str | None, sheet: str | None = None) -> list[Path]:
    """Beside each file that no source knows, a mapping to look at and correct; one that is there is left alone."""
    written = []
    for opened, _why in gather(paths, SOURCES, encoding=encoding or "", sheet=sheet or "").unknown:
        if opened.path is None:  # inside an archive: there is no place beside it
            continue
        target = opened.path.with_name(f"{opened.path.name}.mapping.toml")
        if not target.exists():
            written.append(write_mapping(propose(opened), target))
            say(f"Wrote {target}. Correct it where it is wrong, then: lpgraph load {opened.path} --map {target}")
    return written


def keep(file: Path, home: Path) -> None:
    """Remember a mapping that was loaded by: the next sheet with this header needs no ``--map``."""
    mapping = read_mapping(file)
    remember(mapping, mapping.header, home / "mappings")
