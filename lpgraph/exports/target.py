"""Where an export goes: written beside its place, private, and put there by one renaming once it is whole."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lpgraph.errors import LpgraphError, UsageError

_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def fresh_file(out: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A file to write; it stands at ``out`` when the block ends well, and nothing of it does otherwise.

    Raises ``UsageError`` when something is there already (``force`` replaces a file) and ``LpgraphError`` for a full
    disk.
    """
    free(out, force=force)
    beside = _beside(out)
    with told(out):
        try:
            with private(beside) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            free(out, force=force)
            beside.replace(out)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def fresh_folder(out: Path, names: tuple[str, ...], *, force: bool = False) -> Iterator[Path]:
    """A private folder to write files of these names into; they stand in ``out`` when the block ends well."""
    check_folder(out, names, force=force)
    beside = _beside(out)
    with told(out):
        try:
            beside.mkdir(mode=0o700)
            yield beside
            check_folder(out, names, force=force)
            out.mkdir(mode=0o700, exist_ok=True)
            for name in names:
                (beside / name).replace(out / name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def scratch(out: Path) -> Iterator[Path]:
    """A private folder on the same disk as ``out`` for as long as the block runs."""
    beside = _beside(out)
    with told(out):
        try:
            beside.mkdir(mode=0o700)
            yield beside
        finally:
            shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def private(path: Path) -> Iterator[BinaryIO]:
    """A new file that nobody else may read."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        yield file


@contextmanager
def told(out: Path) -> Iterator[None]:
    """What the system has against writing, in words."""
    try:
        yield
    except OSError as why:
        if why.errno in _FULL:
            raise LpgraphError(
                f"{out}: the disk is full, so nothing was left there. Make room, or name a place on another disk"
            ) from why
        raise UsageError(f"{out}: cannot be written ({why.strerror or why})") from why


def free(out: Path, *, force: bool = False) -> None:
    """Raises ``UsageError`` unless a file may be written there."""
    _parent(out)
    if out.is_symlink() or (out.exists() and not out.is_file()):
        raise UsageError(f"{out} is there already and is no plain file; name another")
    if out.exists() and not force:
        raise UsageError(f"{out} is there already; name another file, or say --force to replace it")


def check_folder(out: Path, names: tuple[str, ...], *, force: bool = False) -> None:
    """Raises ``UsageError`` unless files of these names may be written into that folder."""
    _parent(out)
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise UsageError(f"{out} is there already and is no folder; name a new folder, or a file that ends in .zip")
    there = [one.name for one in out.iterdir()] if out.is_dir() else []
    if there and not force:
        raise UsageError(f"{out} is there already and not empty; name another folder, or say --force")
    if odd := [name for name in names if (out / name).is_dir() or (out / name).is_symlink()]:
        raise UsageError(f"{out / odd[0]} is no plain file; name another folder")


def _parent(out: Path) -> None:
    if not out.absolute().parent.is_dir():
        raise UsageError(f"{out}: there is no folder {out.absolute().parent}; make it first")


def _beside(out: Path) -> Path:
    out = out.absolute()
    return out.with_name(f".{out.name[:100]}.{secrets.token_hex(4)}.part")
