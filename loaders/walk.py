"""Paths → files in a stable order: folders walked, archives read as folders, everything else left out by name."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from loaders.readers import LIMITS, Content, read_content
from loaders.readers.content import reason, shown
from loaders.readers.workbook import check_zip
from lpgraph.errors import FileRefused

READ = frozenset(
    {".csv", ".tsv", ".tab", ".psv", ".txt", ".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".xlsx", ".xlsm", ".xls"}
)  # .xls: what VAN calls so is text; a true one is refused with what to do
ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")
_TOLD = 5  # files in one message
_PACKED = ".gz"  # one file, packed: "people.csv.gz"
_PROSE = frozenset({"source", "sources", "readme", "license", "licence", "copying", "notice", "changelog", "manifest"})


QUIET = frozenset(("hidden", "a note about the data", "a mapping"))  # what nobody misses: passed over without a word
_WHAT = {
    "": "no ending that says what it is: name it .csv, .xlsx or .json, or load it by itself",
    ".pdf": "a PDF; export the table as CSV or XLSX",
    ".ods": "an OpenDocument sheet; save it as .xlsx or CSV",
    ".numbers": "a Numbers sheet; export it as CSV or Excel",
    ".xlsb": "a binary workbook; save it as .xlsx",
    ".docx": "a Word document; copy its table into a sheet and save that as .xlsx or CSV",
    ".doc": "a Word document; copy its table into a sheet and save that as .xlsx or CSV",
    ".parquet": "a Parquet file; export it as CSV",
    ".sql": "a database's dump; export the table itself as CSV",
    ".db": "a database; export its tables as CSV",
    ".sqlite": "a database; export its tables as CSV",
    ".xml": "XML; export the table as CSV or JSON",
    ".html": "a web page; export the table as CSV",
    ".rar": "an archive of a kind that is not opened; pack it as .zip",
    ".7z": "an archive of a kind that is not opened; pack it as .zip",
}


@dataclass(slots=True)
class Walked:
    """The files found, in order, and what was left out and why."""

    files: list[Content] = field(default_factory=list)
    refused: list[FileRefused] = field(default_factory=list)
    passed: list[tuple[str, str]] = field(default_factory=list)  # (name, why it was not looked at)


def walk(paths: Sequence[Path]) -> Walked:
    """Every file that lies under the paths. A file named outright is always read; in a folder, names decide.

    Hidden files, notes (README, LICENSE, SOURCE.txt) and formats that lpgraph does not read are passed over.
    Links in a folder are followed only to files inside it; what cannot be looked into is named.
    """
    walked = Walked()
    for path in paths:
        try:
            if path.is_dir():
                _folder(path, walked)
            else:
                _file(path, path.name, str(path.parent), walked)
        except FileRefused as why:
            walked.refused.append(why)
        except OSError as why:
            walked.refused.append(FileRefused(shown(path.name), reason(why)))
        except (RuntimeError, ValueError) as why:
            walked.refused.append(FileRefused(shown(path.name), f"cannot be read ({why})"))
    return walked


def _file(path: Path, name: str, folder: str, walked: Walked) -> None:
    """A single file, or the members of an archive."""
    if name.casefold().endswith(ARCHIVES):
        walked.files += read_archive(read_content(path, name=name, folder=folder), walked)
    elif _is_packed(name):
        walked.files.append(unpack(read_content(path, name=name, folder=folder)))
    else:
        walked.files.append(read_content(path, name=name, folder=folder))


def _is_packed(name: str) -> bool:
    """Whether a name is that of one packed file of a format that lpgraph reads: ``people.csv.gz``."""
    path = PurePosixPath(name.casefold())
    return path.suffix == _PACKED and PurePosixPath(path.stem).suffix in READ


def unpack(content: Content) -> Content:
    """The one file inside a .gz, never more of it than the limits allow. Raises ``FileRefused``."""
    most = min(LIMITS.unpacked_bytes, max(LIMITS.ratio_from, len(content.data) * LIMITS.unpacked_ratio))
    try:
        with gzip.open(io.BytesIO(content.data)) as file:
            data = file.read(most + 1)
    except (OSError, EOFError, zlib.error) as why:
        raise FileRefused(content.name, f"the packed file is damaged or cut short ({why})") from why
    if len(data) > most:
        raise FileRefused(content.name, f"unpacks to more than {most:,} bytes")
    if not data:
        raise FileRefused(content.name, "the file is empty")
    return Content(content.name[: -len(_PACKED)], data, content.folder, inside=content.path)


def _folder(top: Path, walked: Walked) -> None:
    """A folder and everything below it, sorted by name."""
    root, found = top.resolve(), 0
    before = len(walked.files) + len(walked.refused)
    for path in _below(top, walked):
        found += 1
        if found > LIMITS.folder_files:
            raise FileRefused(shown(top.name), f"more than {LIMITS.folder_files:,} files; give a smaller folder")
        name = _called(path, top)
        left = passed_over(name) or (_link(path, root) if path.is_symlink() else "")
        if left:
            walked.passed.append((shown(name), left))
            continue
        try:
            _file(path, name, str(path.parent), walked)
        except FileRefused as why:
            walked.refused.append(why)
    if len(walked.files) + len(walked.refused) == before:
        told = _instead(walked, f"{top.resolve().name}/")
        raise FileRefused(
            shown(top.name) or str(top), f"holds no file that lpgraph reads (csv, tsv, xlsx, json, yaml){told}"
        )


def _instead(walked: Walked, below: str) -> str:
    """What else lies there, and why it is not read: some of it, for a message."""
    told = [
        f"{name[len(below) :]} ({why})" for name, why in walked.passed if name.startswith(below) and why not in QUIET
    ]
    return f". It holds {'; '.join(told[:_TOLD])}{'; …' if len(told) > _TOLD else ''}" if told else ""


def _below(top: Path, walked: Walked) -> Iterator[Path]:
    """All files below a folder, folders in order; linked folders are not entered, and neither they nor folders that
    cannot be opened are left out in silence."""

    def closed(why: OSError) -> None:
        name = Path(str(why.filename or top))
        walked.refused.append(FileRefused(shown(_called(name, top)), reason(why)))

    for here, folders, names in os.walk(top, followlinks=False, onerror=closed):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
        links = [f for f in folders if Path(here, f).is_symlink()]
        walked.passed += [(shown(_called(Path(here, f), top)), "a link to a folder; give that folder") for f in links]
        yield from (Path(here, n) for n in sorted(names))


def _called(path: Path, top: Path) -> str:
    """How people know a file or folder below the folder that they gave."""
    return f"{top.resolve().name}/{path.relative_to(top).as_posix()}".removesuffix("/.")


def _link(path: Path, root: Path) -> str:
    """Why a link is not followed; empty for one to a file inside the folder."""
    try:
        return "" if path.resolve(strict=True).is_relative_to(root) else "a link that leads out of the folder"
    except FileNotFoundError:
        return "a link that leads nowhere"
    except (OSError, RuntimeError):
        return "a link that leads to itself, or where you may not read"


def passed_over(name: str) -> str:
    """Why a file in a folder is not looked at, judged by its name alone; empty when it is."""
    path = PurePosixPath(name)
    stem, suffix = path.name.split(".")[0].casefold(), path.suffix.casefold()
    if path.name.startswith((".", "~$", "__")) or "__MACOSX" in path.parts:
        return "hidden"
    if stem in _PROSE and suffix in ("", ".txt", ".md", ".rst", ".csv"):
        return "a note about the data"
    if path.name.casefold().endswith(".mapping.toml"):
        return "a mapping"
    if suffix in READ or name.casefold().endswith(ARCHIVES) or _is_packed(name):
        return ""
    return _WHAT.get(suffix, "not a format that lpgraph reads")


def read_archive(content: Content, walked: Walked | None = None) -> list[Content]:
    """The readable members of a .zip or .tar.gz, in order of name; limits are checked before unpacking."""
    try:
        members = _zip(content) if content.name.casefold().endswith(".zip") else _tar(content)
        found = [(n, d) for n, d in members if _keep(content.name, n, d, walked)]
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        ValueError,
    ) as why:
        raise FileRefused(content.name, f"the archive is damaged ({why})") from why
    found.sort(key=lambda m: m[0])
    if not found and walked is not None:
        raise FileRefused(content.name, f"holds no file that lpgraph reads{_instead(walked, f'{content.name}/')}")
    return [
        Content(
            shown(f"{content.name}/{n}"),
            d,
            f"{content.folder}/{content.name}/{PurePosixPath(n).parent}",
            inside=content.path,
        )
        for n, d in found
        if d
    ]


def _keep(archive: str, name: str, data: bytes | None, walked: Walked | None) -> bool:
    """Members are judged by name as files in a folder are; an archive in an archive is not opened."""
    left = passed_over(name)
    if not left and (name.casefold().endswith(ARCHIVES) or _is_packed(name)):
        left = "an archive inside an archive"
    elif not left and not data:
        left = "the file is empty" if data is not None else "a link or a device, not a file"
    if left and walked is not None:
        walked.passed.append((shown(f"{archive}/{name}"), left))
    return not left


def _zip(content: Content) -> Iterator[tuple[str, bytes | None]]:
    with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
        check_zip(content.name, archive, LIMITS.archive_members)
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, archive.read(info)


def _tar(content: Content) -> Iterator[tuple[str, bytes | None]]:
    """Regular members only: links and devices are left alone, so that no name leads anywhere."""
    mode = "r:" if content.name.casefold().endswith(".tar") else "r:gz"
    total, bound = 0, max(LIMITS.ratio_from, len(content.data) * LIMITS.unpacked_ratio)
    with tarfile.open(fileobj=io.BytesIO(content.data), mode=mode) as archive:  # type: ignore[call-overload]
        for count, info in enumerate(archive, 1):
            if count > LIMITS.archive_members:
                raise FileRefused(content.name, f"more than {LIMITS.archive_members:,} files inside")
            total += max(0, info.size)
            if total > min(LIMITS.unpacked_bytes, bound):
                raise FileRefused(content.name, f"unpacks to more than {min(LIMITS.unpacked_bytes, bound):,} bytes")
            file = archive.extractfile(info) if info.isreg() else None
            if not info.isdir():
                yield info.name, file.read() if file is not None else None
