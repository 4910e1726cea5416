"""Which source a file is, judged by its header; what to say when nobody knows it."""

from __future__ import annotations

import itertools
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from loaders.base import Row, RowRefused, Source, bare_column, fold_column
from loaders.mapping import Mapping, propose, read_mapping, remembered, source_of, write_mapping
from loaders.mapping.kinds import template_of
from loaders.readers import Content, Opened, SeveralSheets, open_content, open_sheets
from loaders.readers.content import shown
from loaders.walk import Walked, walk
from lpgraph.errors import FileRefused, Need, UsageError

_NEAR = 0.6  # a header with this share of a source's columns is meant to be that source …
# … unless all that they share are columns that any sheet has.
_ANYWHERE = frozenset((
    "id", "name", "first name", "last name", "email", "phone", "title", "type", "status", "role", "date",
    "start date", "end date", "start", "end", "city", "state", "zip", "address", "organization", "person",
    "event", "event id", "event name", "url", "notes", "number", "area", "kind", "body", "description",
    "policy", "campaign",
))  # fmt: skip
_LOOKED_AT = 5  # records, where the header alone says too little


def recognise(
    opened: Opened,
    sources: Sequence[Source],
    as_: str | None = None,
    map_: Path | None = None,
    remembered_in: Path | None = None,
) -> Source:
    """The source of an opened file: the named one, the mapped one, the one whose header fits, the remembered one; else
    the plain sheet that it is.

    Raises ``FileRefused`` naming the missing columns of a source that is nearly met, or with the proposed mapping
    when nobody knows the header; ``UsageError`` when ``as_`` names no source.
    """
    if map_ is not None:
        return _mapped(opened, read_mapping(map_))
    if as_:
        return _named(opened, sources, as_)
    fitting = [s for s in sources if _fits(opened, s)]
    if fitting:
        return max(fitting, key=lambda s: len(s.header))
    mapping = remembered(opened.header, remembered_in) if remembered_in else None
    if mapping is not None:
        return source_of(mapping)
    nearest = _nearest(opened, sources)
    plain = next((s for s in sources if s.fits and opened.media in s.media and s.fits(opened.columns)), None)
    if plain is not None and nearest is None:
        return plain
    if nearest is not None:
        raise _lacking(opened, nearest, propose(opened))
    reason = f"no known source has this header. {unknown(propose(opened))}"
    raise FileRefused(opened.name, reason, need=_confirm(opened))


def unknown(mapping: Mapping) -> str:
    """What to say of a file that nobody knows: how it would be read."""
    lines = "\n".join(f"  {line}" for line in mapping.describe())
    return f"It could be read so:\n{lines}"


def _confirm(opened: Opened) -> Need:
    """That somebody says whether it is right so."""
    return Need("mapping", shlex.quote(shown(str(opened.path or opened.name))))


def write_proposals(found: Gathered) -> list[Path]:
    """Write FILE.mapping.toml beside each file that nobody knows (a dry run does); one that is there is kept."""
    written: list[Path] = []
    for opened, _why in found.unknown:
        if opened.path is None:
            continue
        path = opened.path.with_name(f"{opened.path.name}.mapping.toml")
        if not path.exists():
            written.append(write_mapping(propose(opened), path))
    return written


def missing(opened: Opened, source: Source) -> list[str]:
    """The source's required columns that the file does not have."""
    lacking = [c for c in source.header if fold_column(c) not in opened.columns]
    if source.publisher == "lpgraph" and lacking:  # our own columns, typed by hand: “Do-Not-Introduce”, “Person ID:”
        lacking = [c for c in lacking if bare_column(c) not in opened.bare]
    return lacking


def _fits(opened: Opened, source: Source) -> bool:
    if opened.media not in source.media or not source.header or missing(opened, source):
        return False
    if source.refuse_unless is not None and not source.refuse_unless(opened.columns):
        return False
    return source.looks is None or _looks(opened, source.looks)


def _looks(opened: Opened, looks: Callable[[Row], bool]) -> bool:
    """Whether the first records that can be read at all are of the source's kind: most of them."""
    found = [_look(row, looks) for row in itertools.islice(opened.rows(), _LOOKED_AT) if row.refusal is None]
    return sum(found) * 2 > len(found)


def _look(row: Row, looks: Callable[[Row], bool]) -> bool:
    try:
        return looks(row)
    except RowRefused:
        return False


def _named(opened: Opened, sources: Sequence[Source], name: str) -> Source:
    found = next((s for s in sources if s.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise UsageError(f"no source is called {name!r}; `lpgraph sources` lists them")
    if opened.media not in found.media:
        raise FileRefused(opened.name, f"is {opened.media}; {found.name} is read from {', '.join(found.media)}")
    if missing(opened, found):
        raise _lacking(opened, found)
    return found


def _mapped(opened: Opened, mapping: Mapping) -> Source:
    """The source that a mapping describes, if it was made for this header."""
    source = source_of(mapping)
    if missing(opened, source):
        lacks = ", ".join(f"“{c}”" for c in missing(opened, source))
        raise FileRefused(opened.name, f"lacks {lacks}, which the mapping names: it was made for another header")
    return source


def _nearest(opened: Opened, sources: Sequence[Source]) -> Source | None:
    """The source that this file was probably meant to be: most of its columns are here, and not only those that
    any sheet has. A template whose columns any sheet has is known by this: hardly anything else stands beside them."""

    def share(columns: Sequence[str]) -> float:
        return sum(fold_column(c) in opened.columns for c in columns) / len(columns)

    near: list[tuple[float, int, Source]] = []
    for source in sources:
        own = [c for c in source.header if fold_column(c) not in _ANYWHERE]
        if opened.media in source.media and own and share(own) >= 0.5 and _NEAR <= share(source.header) < 1:
            near.append((share(source.header), len(source.header), source))
    if near:
        return max(near, key=lambda n: n[:2])[2]
    template = template_of(opened.columns)
    name = template.source.name if template else ""
    return next((s for s in sources if s.name == name and opened.media in s.media), None)


def _lacking(opened: Opened, source: Source, mapping: Mapping | None = None) -> FileRefused:
    """Name the missing columns; and, in case it is something else, how the file could be read."""
    lacks = missing(opened, source)
    said = f"the column “{lacks[0]}”" if len(lacks) == 1 else "the columns " + ", ".join(f"“{c}”" for c in lacks)
    known = source.name if source.name.startswith(source.publisher) else f"{source.publisher} ({source.name})"
    reason = f"looks like {known} but lacks {said}. Export it again with all columns"
    if mapping is None:
        return FileRefused(opened.name, reason)
    reason += f". Or, if it is something else: {unknown(mapping)}"
    return FileRefused(opened.name, reason, need=_confirm(opened))


@dataclass(slots=True)
class Unit:
    """What is loaded as one: a file, or all one-record files of one source in one folder."""

    source: Source
    folder: str
    files: tuple[Opened, ...]

    @property
    def name(self) -> str:
        """What people call it: the file, or the folder with the number of its files."""
        if len(self.files) == 1:
            return self.files[0].name
        folder = self.files[0].name.rpartition("/")[0] or self.folder
        return f"{folder} ({len(self.files):,} files)"

    @property
    def sha256(self) -> str:
        """The hash of the content, whatever the files are called and in whatever order they came."""
        if len(self.files) == 1:
            return self.files[0].sha256
        return sha256("\n".join(sorted(f.sha256 for f in self.files)).encode()).hexdigest()

    @property
    def count(self) -> int:
        """Data records, refused ones included."""
        return sum(f.count for f in self.files)


@dataclass(slots=True)
class Gathered:
    """Everything under the paths: what can be loaded, in order, and what cannot."""

    units: list[Unit] = field(default_factory=list)
    unknown: list[tuple[Opened, FileRefused]] = field(default_factory=list)  # opened, but no source knows them
    refused: list[FileRefused] = field(default_factory=list)
    passed: list[tuple[str, str]] = field(default_factory=list)


def gather(
    paths: Sequence[Path],
    sources: Sequence[Source],
    *,
    as_: str | None = None,
    map_: Path | None = None,
    remembered_in: Path | None = None,
    encoding: str = "",
    sheet: str = "",
) -> Gathered:
    """Walk the paths, open every file, find its source; the one-record files of a folder become one unit."""
    walked = walk(paths)
    found = Gathered(refused=walked.refused, passed=walked.passed)
    words = frozenset(fold_column(c) for s in sources for c in s.header)
    together: dict[tuple[str, str], list[Opened]] = {}
    by_name: dict[str, Source] = {}
    for opened in _opened(walked, found, encoding, sheet, words, sources):
        try:
            source = recognise(opened, sources, as_, map_, remembered_in)
        except FileRefused as why:
            found.unknown.append((opened, why))
            continue
        by_name[source.name] = source
        if source.prepare is not None:
            opened.rows_of = _prepared(opened.rows_of, source.prepare)
        own = opened.folder if source.one_file_each else f"{opened.folder}\0{opened.name}\0{opened.sheet}"
        together.setdefault((source.name, own), []).append(opened)
    found.units = [Unit(by_name[name], files[0].folder, tuple(files)) for (name, _), files in together.items()]
    return found


def _prepared(
    rows: Callable[[], Iterator[Row]], prepare: Callable[[Iterator[Row]], Iterator[Row]]
) -> Callable[[], Iterator[Row]]:
    """Rows as the source wants to see them, as often as asked."""
    return lambda: prepare(rows())


def _opened(
    walked: Walked, found: Gathered, encoding: str, sheet: str, words: frozenset[str], sources: Sequence[Source]
) -> Iterable[Opened]:
    for content in walked.files:
        try:
            yield open_content(content, encoding=encoding, sheet=sheet, words=words)
        except SeveralSheets as why:
            try:
                yield from _all_known(content, why, words, sources)
            except FileRefused as worse:
                found.refused.append(worse)
        except FileRefused as why:
            found.refused.append(why)


def _all_known(
    content: Content, several: SeveralSheets, words: frozenset[str], sources: Sequence[Source]
) -> list[Opened]:
    """All sheets of a workbook (a map's elements and its connections), where each is a known source's beyond doubt.

    Raises what was said of the workbook where one is not: which sheet is meant, only a person can say.
    """
    try:
        opened = open_sheets(content, several.titles, words)
    except FileRefused:
        raise several from None
    if all(any(_fits(one, source) for source in sources) for one in opened):
        return opened
    raise several
