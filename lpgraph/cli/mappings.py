"""Sheets that nobody recognises: what ``load --dry-run`` writes beside them, and what ``load --map`` keeps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from loaders.mapping import Mapping, preview, propose, read_mapping, remember, write_mapping
from loaders.readers import Opened
from loaders.recognise import gather
from loaders.registry import SOURCES
from lpgraph.cli.output import say
from lpgraph.errors import FileRefused, printable

_SHOWN = 5  # rows


def write_proposals(
    paths: Sequence[Path], encoding: str | None, sheet: str | None = None, event: str = ""
) -> list[Path]:
    """Beside each file that no source knows, a mapping to look at and correct; one that is there is left alone.

    The first rows are said as that mapping reads them.
    """
    written = []
    for opened, _why in gather(paths, SOURCES, encoding=encoding or "", sheet=sheet or "").unknown:
        if opened.path is None:  # inside an archive: there is no place beside it
            continue
        target = opened.path.with_name(f"{opened.path.name}.mapping.toml")
        if not target.exists():
            written.append(write_mapping(propose(opened), target))
            path, mapping = (quote(printable(str(one))) for one in (opened.path, target))
            say(f"Wrote {mapping}. Correct it where it is wrong, then: lpgraph load {path} --map {mapping}")
        try:
            _show(opened, read_mapping(target), event)
        except FileRefused as why:  # as it is proposed it reads nobody: the others are written all the same
            say(f"lpgraph: {why}")
    return written


def _show(opened: Opened, mapping: Mapping, event: str) -> None:
    """The first rows as the mapping would have them in the graph."""
    say(f"The first rows of {opened.name} would be read so:")
    unsaid = "the event that you name" if mapping.needs_event else ""
    for row in preview(opened, mapping, _SHOWN, event or unsaid):
        if row.refused:
            says = f"refused: {row.issues[0]}"
        else:
            says = "; ".join(row.says) or "nothing of any event or organization"
            says += f" ({'; '.join(row.issues)})" if row.issues else ""
        say(f"  row {row.row}: {row.person or ', '.join(row.organizations) or '–'}: {says}")


def keep(file: Path, home: Path) -> None:
    """Remember a mapping that was loaded by: the next sheet with this header needs no ``--map``."""
    mapping = read_mapping(file)
    remember(mapping, mapping.header, home / "mappings")
