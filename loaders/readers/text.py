"""Bytes → text, without a guess: UTF-8 or a byte order mark, or the encoding that the user names."""

from __future__ import annotations

import codecs
import io
import shlex
from collections.abc import Iterator

from loaders.readers.content import Content, shown
from lpgraph.errors import FileRefused, Need

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
_REFUSED = {"utf_7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}


def encoding_of(content: Content, encoding: str = "") -> str:
    """The name of the encoding to decode with; raises ``FileRefused`` naming the first byte that does not fit."""
    data = content.data
    chosen = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not chosen:
        chosen = _named(content, encoding) if encoding else "utf-8"
    if b"\0" in data[:200] and not chosen.startswith(("utf-16", "utf-32")):
        raise FileRefused(
            content.name,
            "holds zero bytes: either not a text file, or UTF-16 without its mark",
            line=data[: data.index(0)].count(b"\n") + 1,
            need=Need("another encoding", likely="utf-16-le"),
        )
    decoder = codecs.getincrementaldecoder(chosen)("strict")
    start = 0
    try:
        while start < len(data):
            decoder.decode(data[start : start + _CHUNK], start + _CHUNK >= len(data))
            start += _CHUNK
    except UnicodeDecodeError as why:
        raise _undecodable(content, chosen, why, start) from why
    except UnicodeError as why:
        raise FileRefused(content.name, f"is not {chosen}: {why}") from why
    return chosen


def lines_of(content: Content, encoding: str) -> Iterator[str]:
    """The physical lines, each with its own line end; only CR, LF and CRLF end a line."""
    yield from io.TextIOWrapper(io.BytesIO(content.data), encoding=encoding, errors="strict", newline="")


def text_of(content: Content, encoding: str = "") -> str:
    """The whole text, decoded strictly."""
    text = content.data.decode(encoding_of(content, encoding))
    return text.removeprefix("\ufeff")


def _named(content: Content, encoding: str) -> str:
    """The encoding that the user named, checked. It is meant for the files that need it: one that is UTF-8 beyond
    doubt (a folder of mixed files) is read as UTF-8."""
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError) as why:
        known = "try cp1252, latin-1, utf-16 or mac-roman"
        raise FileRefused(content.name, f"no encoding is called {encoding!r}; {known}") from why
    if found.name.replace("-", "_") in _REFUSED or not getattr(found, "_is_text_encoding", True):
        raise FileRefused(content.name, f"{encoding!r} is not an encoding of text files")
    if found.name.startswith(("cp12", "iso8859", "mac-")) and _is_utf8(content.data):
        return "utf-8"
    return found.name


def _is_utf8(data: bytes) -> bool:
    """Whether bytes hold letters beyond ASCII and all of them are UTF-8: by chance that does not happen."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _undecodable(content: Content, encoding: str, why: UnicodeDecodeError, start: int) -> FileRefused:
    """What to say about a byte that does not fit: where it is, and which option reads it."""
    data = content.data
    # The decoder may have kept up to three bytes of the chunk before: look for the failing bytes from there.
    failing = why.object[why.start : why.start + 1]
    offset = max(0, start - (len(why.object) - len(data[start : start + _CHUNK]))) + why.start
    head = data[:offset]
    line = head.count(b"\n") + 1 if b"\n" in data else head.count(b"\r") + 1
    byte = f"0x{failing.hex() or data[offset : offset + 1].hex()}"
    need = _need(content) if encoding.startswith("utf-8") else Need("another encoding")
    return FileRefused(content.name, f"the byte {byte} at offset {offset} is not {encoding}", line=line, need=need)


def _need(content: Content) -> Need:
    """The encoding of Windows, where the bytes of a file can be that at all; else whichever it is."""
    file = shlex.quote(shown(str(content.path))) if content.path is not None else "FILE"
    try:
        content.data.decode("cp1252")
    except UnicodeDecodeError:
        return Need("encoding", file)
    return Need("encoding", file, "cp1252")
