"""``docs/queries.md``, made from the headers: ``python -m queries.docs > docs/queries.md``."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from importlib.resources import files
from importlib.resources.abc import Traversable

from queries.catalogue import Query, parse

_HEAD = """\
# Every query

This page is made from the headers of the files in `queries/`: `python -m queries.docs > docs/queries.md`. A family is
one file for several labels or fact types; its members are called `name:Label` or `name:TYPE:From:To`.
"""


def render() -> str:
    """The whole page: one table a folder."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for folder, file in _files(files("queries"), ""):
        by_folder[folder].append(_row(file.name, file.read_text(encoding="utf-8")))
    parts = [_HEAD]
    for folder, rows in sorted(by_folder.items()):
        parts.append(f"## {folder or 'queries'}\n")
        parts.append("| query | mode | takes | gives | what it does |\n|---|---|---|---|---|")
        parts.append("\n".join(sorted(rows)) + "\n")
    return "\n".join(parts)


def _files(folder: Traversable, name: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _files(entry, f"{name}/{entry.name}".strip("/"))
        elif entry.name.endswith(".cypher"):
            found.append((name, entry))
    return found


def _row(file: str, source: str) -> str:
    members = parse(file, source)
    first: Query = members[0]
    name = first.name.partition(":")[0]
    over = re.search(r"^//\s*over:\s*(.+)$", source, re.MULTILINE)
    family = f" ({len(members)}: {over[1].strip()})" if over else ""
    server = f" ({first.dialect} only)" if first.dialect != "any" else ""
    cells = (f"`{name}`{family}", first.mode + server, ", ".join(first.params), ", ".join(first.returns), first.doc)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    sys.stdout.write(render())
