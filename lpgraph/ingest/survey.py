"""``python -m lpgraph.ingest.survey FOLDER [--into FILE]``: what would become of every file of a folder, as a table.

Each file goes the way of a dry run: found, recognised, read to its end through its loader. Nothing is written beside
it, and no store is asked. A file that nobody knows is read through the mapping that would be proposed, unedited. Many
files of one folder of which the same became share a line; notes about the data (README, LICENSE) share the last.
``--into`` writes the table to a file; ``loaders.docs`` puts
``loaders/survey.md`` into its page.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from loaders.base import Context
from loaders.mapping import propose, source_of
from loaders.readers import Opened
from loaders.recognise import Unit, gather
from loaders.registry import SOURCES
from lpgraph.errors import FileRefused
from lpgraph.ingest import clock
from lpgraph.ingest.sheet import Sheet, close

EVENT = "Example Summit, 2026-03-14"  # what a person would say of a file that does not name its event
_SHORT = 260  # characters of a reason in a table
_MANY = 8  # files of one folder of which the same became: so many share a line
NOTE = "a note about the data"  # how a walk calls what it passes over without a word


@dataclass(frozen=True, slots=True)
class Line:
    """One file (or the one-record files of one folder): what became of it, and its rows."""

    file: str
    became: str
    read: int | None = None
    accepted: int | None = None
    rejected: int | None = None

    def markdown(self) -> str:
        """A row of the table."""
        counts = " | ".join("" if n is None else f"{n:,}" for n in (self.read, self.accepted, self.rejected))
        return f"| {_cell(self.file)} | {_cell(self.became)} | {counts} |"


def survey(folder: Path) -> list[Line]:
    """A line for every file below a folder, in order of name; notes about the data (README) share one at the end."""
    found = gather([folder], SOURCES)
    lines = [Line(why.file, f"refused: {_reason(why)}") for why in found.refused]
    lines += [Line(name, f"passed over: {why}") for name, why in found.passed if why != NOTE]
    lines += [_known(unit) for unit in found.units]
    lines += [_mapped(opened) for opened, _why in found.unknown]
    notes = sorted({PurePosixPath(name).name for name, why in found.passed if why == NOTE})
    last = [Line(f"{', '.join(notes)} (in any folder)", f"passed over: {NOTE}")] if notes else []
    return sorted(lines, key=lambda line: line.file) + last


def markdown(lines: Iterable[Line]) -> str:
    """The table; many files of one folder of which the same became share a line."""
    head = "| file | what became of it | read | accepted | rejected |\n|---|---|---:|---:|---:|\n"
    alike: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines:
        path = PurePosixPath(line.file)
        alike.setdefault((str(path.parent), path.suffix, re.sub(r"0x\w+|\d+", "#", line.became)), []).append(line)
    shared = (one for group in alike.values() for one in ([_together(group)] if len(group) >= _MANY else group))
    return head + "".join(f"{line.markdown()}\n" for line in shared)


def _together(group: list[Line]) -> Line:
    """One line for several files: their counts added up, the reason of the first."""
    first = group[0]
    path = PurePosixPath(first.file)
    read = None if first.read is None else sum(line.read or 0 for line in group)
    accepted = None if first.read is None else sum(line.accepted or 0 for line in group)
    rejected = None if first.read is None else sum(line.rejected or 0 for line in group)
    return Line(f"{path.parent}/*{path.suffix} ({len(group):,} files)", first.became, read, accepted, rejected)


def _known(unit: Unit) -> Line:
    """A file whose header is known."""
    asks = ", asks which event" if unit.source.needs_event else ""
    fewest, most = unit.source.expect
    if not fewest <= unit.count <= most:
        return Line(unit.name, f"refused: {unit.count:,} records, where {unit.source.name} has {fewest:,} to {most:,}")
    try:
        sheet = _read(unit)
    except FileRefused as why:
        return Line(unit.name, f"refused: {_reason(why)}")
    return _counted(unit.name, f"`{unit.source.name}`{asks}", sheet)


def _mapped(opened: Opened) -> Line:
    """A file that nobody knows, read as it would be proposed."""
    mapping = propose(opened)
    try:
        source = source_of(mapping)
        if source.prepare is not None:
            raw, prepare = opened.rows_of, source.prepare
            opened.rows_of = lambda: prepare(raw())
        sheet = _read(Unit(source, opened.folder, (opened,)))
    except FileRefused as why:
        return Line(opened.name, f"refused: {_reason(why)}")
    return _counted(opened.name, f"mapping proposed: {mapping.says}", sheet)


def _read(unit: Unit) -> Sheet:
    sheet = Sheet(unit.source)
    for opened in unit.files:
        context = Context(clock.now(), EVENT if unit.source.needs_event else "", opened.preamble)
        for row in opened.rows():
            sheet.add(row, context)
    close(sheet)
    return sheet


def _counted(name: str, became: str, sheet: Sheet) -> Line:
    """The counts; where rows were refused, the commonest reason; where all were, that is what became of the file."""
    refused = Counter(issue.told for issue in sheet.issues if issue.refused)
    why = refused.most_common(1)[0][0] if refused else ""
    if sheet.read and sheet.rejected == sheet.read:
        became = f"no row can be loaded ({became}): {why}"
    elif why:
        became = f"{became}; rejected: {why}"
    return Line(name, became, sheet.read, sheet.read - sheet.rejected, sheet.rejected)


def _reason(why: FileRefused) -> str:
    """The first line of a reason, without the file and line that it names."""
    first = next((line.strip() for line in str(why).splitlines() if line.strip()), "")
    first = re.sub(r"`lpgraph load [^`]*? --encoding", "`lpgraph load FILE --encoding", first)  # not where it lies here
    return re.sub(rf"^{re.escape(why.file)}(?::\d+)?:\s*", "", first)


def _cell(text: str) -> str:
    """Text that cannot break the table."""
    short = " ".join(text.split())
    return (short if len(short) <= _SHORT else f"{short[: _SHORT - 1]}…").replace("|", "\\|")


def main(arguments: list[str]) -> int:
    """Print the table of one folder, or write it to a file."""
    into = Path(arguments[2]) if len(arguments) == 3 and arguments[1] == "--into" else None
    if not (len(arguments) == 1 or into) or not Path(arguments[0]).is_dir():
        sys.stderr.write("usage: python -m lpgraph.ingest.survey FOLDER [--into FILE]\n")
        return 2
    table = markdown(survey(Path(arguments[0])))
    if into is None:
        sys.stdout.write(table)
    else:
        into.write_text(table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
