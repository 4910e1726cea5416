"""A file's bytes: regular files only, of a bounded size, read once."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from loaders.readers.limits import LIMITS
from lpgraph.errors import FileRefused, printable

HELD = 1 << 20  # a file up to this size stays in memory
_LATEST: list[tuple[str, bytes]] = []  # hash and bytes of the large file that was read last


shown = printable


class Content:
    """The bytes of one file, or of one member of an archive, with the name that people know it by.

    A large file is not held: a folder of them would fill the memory. It is read again when it is needed, and must
    then be the same file.
    """

    __slots__ = ("_data", "_sha256", "folder", "inside", "name", "path")

    def __init__(
        self, name: str, data: bytes, folder: str = "", path: Path | None = None, inside: Path | None = None
    ) -> None:
        self.name, self.folder, self.path = name, folder, path  # path: None for a member of an archive
        self.inside = inside  # the archive that a member lies in
        self._data: bytes | None = data
        self._sha256 = ""
        if path is not None and len(data) > HELD:
            self._sha256 = hashlib.sha256(data).hexdigest()
            self._data = None
            _LATEST[:] = [(self._sha256, data)]

    @property
    def data(self) -> bytes:
        """The bytes. Raises ``FileRefused`` when a file changed since it was first read."""
        if self._data is not None or self.path is None:
            return self._data or b""
        if _LATEST and _LATEST[0][0] == self._sha256:
            return _LATEST[0][1]
        data = _bytes(self.path, self.name, LIMITS.file_bytes)
        if hashlib.sha256(data).hexdigest() != self._sha256:
            raise FileRefused(self.name, "changed while it was read; load it again when it is complete")
        _LATEST[:] = [(self._sha256, data)]
        return data

    @property
    def suffix(self) -> str:
        """The name's ending in lower case: ``.csv``."""
        return Path(self.name).suffix.casefold()

    @property
    def sha256(self) -> str:
        """The hash of the bytes: the same file under another name is the same file."""
        if not self._sha256:
            self._sha256 = hashlib.sha256(self.data).hexdigest()
        return self._sha256


def read_content(path: Path, *, name: str = "", folder: str = "", limit: int = LIMITS.file_bytes) -> Content:
    """The content of a regular file. Raises ``FileRefused`` for anything else: a device, a pipe, a folder."""
    name = shown(name or path.name)
    return Content(name, _bytes(path, name, limit), folder or str(path.parent), path)


def _bytes(path: Path, name: str, limit: int) -> bytes:
    """All bytes of a regular file of a bounded size that is not empty."""
    try:
        # O_NONBLOCK: opening a pipe must not wait for its writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as why:
        raise FileRefused(name, reason(why)) from why
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
            raise FileRefused(name, reason(why)) from why
    if len(data) > limit:
        raise FileRefused(name, f"grew beyond {limit:,} bytes while it was read; try again when it is complete")
    if not data:
        raise FileRefused(name, "the file is empty")
    return data


def reason(why: OSError | ValueError) -> str:
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
