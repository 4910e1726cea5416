"""A file's bytes: regular files only, of a bounded size, read once."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from loaders.readers.limits import LIMITS
from lpgraph.errors import FileRefused


def shown(name: str) -> str:
    """A file's name as it may be printed: control and direction characters and stray bytes are escaped."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one file, or of one member of an archive, with the name that people know it by."""

    name: str
    data: bytes = field(repr=False)
    folder: str = ""  # the folder or archive that it lies in
    path: Path | None = None  # None for a member of an archive

    @property
    def suffix(self) -> str:
        """The name's ending in lower case: ``.csv``."""
        return Path(self.name).suffix.casefold()

    @property
    def sha256(self) -> str:
        """The hash of the bytes: the same file under another name is the same file."""
        return hashlib.sha256(self.data).hexdigest()


def read_content(path: Path, *, name: str = "", folder: str = "", limit: int = LIMITS.file_bytes) -> Content:
    """The content of a regular file. Raises ``FileRefused`` for anything else: a device, a pipe, a folder."""
    name = shown(name or path.name)
    try:
        # O_NONBLOCK: opening a pipe must not wait for its writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as why:
        raise FileRefused(name, _reason(why)) from why
    about = os.fstat(descriptor)
    if not stat.S_ISREG(about.st_mode):
        os.close(descriptor)
        raise FileRefused(name, "not a regular file (a folder, a pipe or a device); give the file itself")
    with os.fdopen(descriptor, "rb") as file:
        if about.st_size > limit:
            raise FileRefused(name, f"{about.st_size:,} bytes; the limit is {limit:,}. Split it into several files")
        try:
            data = file.read(limit + 1)
        except OSError as why:
            raise FileRefused(name, _reason(why)) from why
    if len(data) > limit:
        raise FileRefused(name, f"grew beyond {limit:,} bytes while it was read; try again when it is complete")
    if not data:
        raise FileRefused(name, "the file is empty")
    return Content(name, data, folder or str(path.parent), path)


def _reason(why: OSError | ValueError) -> str:
    """Why a file cannot be opened, in words."""
    if isinstance(why, OSError):
        known = {
            errno.ENOENT: "there is no such file",
            errno.EACCES: "you may not read it (permissions)",
            errno.ELOOP: "a link that leads to itself",
            errno.EISDIR: "a folder, not a file",
            errno.ENAMETOOLONG: "the name is too long",
        }
        return known.get(why.errno or 0, f"cannot be read ({why.strerror})")
    return "the name holds a character that no file name can hold"
