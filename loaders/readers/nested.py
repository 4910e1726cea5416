"""JSON and YAML → rows: a list of objects, one object, an envelope around a list, or a map of like values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loaders.base import Row, RowRefused
from loaders.readers.content import Content
from loaders.readers.limits import LIMITS
from loaders.readers.maps import entries, is_map
from loaders.readers.odd import odd
from loaders.readers.opened import Opened
from loaders.readers.popolo import collected
from loaders.readers.text import text_of
from loaders.readers.yaml_text import yaml_items
from lpgraph.errors import FileRefused

_SURROGATE = re.compile("[\ud800-\udfff]")
_LISTS = (
    "data",
    "results",
    "items",
    "records",
    "value",
    "rows",
    "people",
    "contacts",
)  # envelopes of common programming interfaces


@dataclass(slots=True)
class Item:
    """One value of the file that should be a record."""

    value: Any
    line: int
    text: str


def open_json(content: Content, encoding: str = "") -> Opened:
    """JSON: an array of objects, one object, an OSDI envelope, or one object a line."""
    text = text_of(content, encoding)
    try:
        items = list(_json_items(content, text))
    except json.JSONDecodeError as why:
        raise FileRefused(content.name, f"not valid JSON: {why.msg} (column {why.colno})", line=why.lineno) from why
    except RecursionError as why:
        raise FileRefused(content.name, f"objects inside objects beyond {LIMITS.depth} levels") from why
    return _opened(content, "json", items)


def open_yaml(content: Content, encoding: str = "") -> Opened:
    """YAML: a list of mappings, one mapping, or several documents; every value is text."""
    items: list[Item] = []
    for value, line in yaml_items(content.name, text_of(content, encoding)):
        listed = value if isinstance(value, list) else _unwrap(value)
        if listed is None:
            items.append(Item(value, line, ""))
        else:
            lines = getattr(listed, "lines", None) or [getattr(v, "line", line) for v in listed]
            items += [Item(v, at, "") for v, at in zip(listed, lines, strict=True)]
    return _opened(content, "yaml", items)


def _json_items(content: Content, text: str) -> Iterator[Item]:
    """Each top-level record with the line it begins on and its own text."""
    decoder = json.JSONDecoder(
        object_pairs_hook=lambda pairs: _object(content.name, pairs),
        parse_float=str,  # text first: 7.0 and 1e400 stay as they are written
        parse_int=str,
        parse_constant=lambda word: _constant(content.name, word),
    )
    lines = _Lines(text)
    at = _skip(text, 0)
    if text.startswith("[", at):
        yield from _array(decoder, text, at, lines)
        return
    value, end = decoder.raw_decode(text, at)
    rest = _skip(text, end)
    if rest == len(text):
        if is_map(value):
            for entry, start, stop in entries(decoder, text, at):
                yield Item(entry, lines.at(start), text[start:stop])
            return
        listed = _unwrap(value)
        if listed is None:
            yield Item(value, lines.at(at), text[at:end])
        else:
            yield from (Item(v, 0, json.dumps(v, ensure_ascii=False)) for v in listed)
        return
    while True:  # one object a line
        yield Item(value, lines.at(at), text[at:end])
        at = _skip(text, end)
        if at == len(text):
            return
        value, end = decoder.raw_decode(text, at)


def _array(decoder: json.JSONDecoder, text: str, at: int, lines: _Lines) -> Iterator[Item]:
    """The elements of a top-level array, decoded one at a time."""
    at = _skip(text, at + 1)
    if text.startswith("]", at):
        at += 1
    else:
        while True:
            value, end = decoder.raw_decode(text, at)
            yield Item(value, lines.at(at), text[at:end])
            at = _skip(text, end)
            if text.startswith("]", at):
                at += 1
                break
            if not text.startswith(",", at):
                raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _skip(text, at + 1)
    if _skip(text, at) != len(text):
        raise json.JSONDecodeError("Extra data", text, at)


class _Lines:
    """Line numbers of growing positions, counted once."""

    def __init__(self, text: str) -> None:
        self._text, self._position, self._line = text, 0, 1

    def at(self, position: int) -> int:
        self._line += self._text.count("\n", self._position, position)
        self._position = position
        return self._line


_SPACE = re.compile(r"[ \t\r\n]*")


def _skip(text: str, at: int) -> int:
    """The position after white space."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _object(file: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys all differ."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [k for k, _ in pairs]
        twice = next(k for k in keys if keys.count(k) > 1)
        raise FileRefused(file, f"the key “{twice[:80]}” occurs twice in one object; which value is meant is unknown")
    return made


def _constant(file: str, word: str) -> str:
    raise FileRefused(file, f"{word} is not JSON; write it as text or leave it out")


def _unwrap(value: Any) -> list[Any] | None:
    """The list inside an envelope (OSDI's ``_embedded``, ``data``, Popolo's collections …); None when there is none."""
    if not isinstance(value, dict):
        return None
    together = collected(value)
    if together is not None:
        return together
    embedded = value.get("_embedded")
    if isinstance(embedded, dict):
        lists = [v for v in embedded.values() if isinstance(v, list)]
        if len(lists) == 1:
            return lists[0]
    lists = [value[k] for k in _LISTS if isinstance(value.get(k), list)]
    others = [v for k, v in value.items() if isinstance(v, list) and k not in _LISTS]
    return lists[0] if len(lists) == 1 and not others and all(isinstance(v, dict) for v in lists[0]) else None


def _opened(content: Content, media: str, items: list[Item]) -> Opened:
    """Items → an opened file; a file without a single object is no file of records."""
    if items and not any(isinstance(i.value, dict) for i in items):
        raise FileRefused(content.name, f"holds no record: a list of objects or one object is expected ({media})")
    if len(items) == 1 and (said := _answer(items[0].value)):
        raise FileRefused(content.name, f"holds no data but an answer of the interface: “{said}”. Fetch it again")
    header: dict[str, None] = {}
    for item in items:
        if isinstance(item.value, dict) and len(item.value) <= LIMITS.columns:
            header.update(dict.fromkeys(item.value))
    if len(header) > LIMITS.columns:
        raise FileRefused(content.name, f"{len(header):,} different keys; the limit is {LIMITS.columns:,}")
    return Opened(
        name=content.name,
        media=media,
        sha256=content.sha256,
        header=tuple(header),
        rows_of=lambda: _rows(content.name, items),
        count=len(items),
        folder=content.folder,
        path=content.path,
        inside=content.inside,
        encoding="utf-8",
    )


_SAYS = ("notice", "error", "message", "detail", "errors")  # what an interface says when it gives no data


def _answer(value: dict[str, Any]) -> str:
    """What an interface's answer without data says; ``""`` for a record."""
    if not value or not value.keys() <= {*_SAYS, "status", "code"}:
        return ""
    return next((str(value[k])[:200] for k in _SAYS if value.get(k)), "")


def _rows(file: str, items: list[Item]) -> Iterator[Row]:
    """A row for each item; one that is no object, or holds what cannot be stored, is refused."""
    for number, item in enumerate(items, 1):
        data = item.value if isinstance(item.value, dict) else {}
        reason, column = _look(item.value)
        text = item.text or (json.dumps(item.value, ensure_ascii=False) if reason else "")
        refusal = RowRefused(reason, column) if reason and not reason.startswith("flag ") else None
        row = Row(data, file, number, item.line, text, refusal=refusal)
        if reason.startswith("flag "):
            row.flag(reason.removeprefix("flag "), column)
        yield row


def _look(value: Any) -> tuple[str, str | None]:
    """Why a value cannot be a row (or, after ``flag``, what to say about it) and the column."""
    if not isinstance(value, dict):
        return "not an object: a record has named values", None
    if len(value) > LIMITS.columns:
        return f"{len(value):,} keys; the limit is {LIMITS.columns:,}", None
    said: tuple[str, str | None] = ("", None)
    for column, part in value.items():
        reason = _look_deep(column, part)
        if reason and not reason.startswith("flag "):
            return reason, column
        if reason:
            said = (reason, column)
    return said


def _look_deep(column: str, part: Any) -> str:
    """The same for everything below one key."""
    flag, waiting = "", [(column, 0), (part, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > LIMITS.depth:
            return f"objects inside objects beyond {LIMITS.depth} levels"
        if isinstance(value, str):
            if _SURROGATE.search(value):
                return "holds half a character (a lone surrogate, a control_char)"
            if len(value) > LIMITS.text_chars:
                return f"a text of {len(value):,} characters; the limit is {LIMITS.text_chars:,}"
            if "\0" in value:
                return "holds a zero character"
            if "\ufffd" in value:
                flag = f"flag {column} holds “\ufffd”, a letter that was lost before this file was written"
            if strange := odd(column, value):
                flag = f"flag {'; '.join(strange)}"
        elif isinstance(value, dict):
            for k, v in value.items():
                waiting += [(k, depth), (v, depth + 1)]
        elif isinstance(value, list):
            waiting += [(v, depth + 1) for v in value]
    return flag
