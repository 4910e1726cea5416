"""A reference file looked through before anything of it is written: whole, unchanged, and nothing but what we write."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from lpgraph.errors import FileRefused
from lpgraph.exports.lines import FORMAT, HEAD, KINDS, Head, Line, written
from lpgraph.model import FACT_BY_NAME, Label
from lpgraph.store.schema import VERSION
from lpgraph.store.values import untyped

LONGEST = 64 << 20  # bytes of a line; a batch of 5,000 rows has half a megabyte
_EXTRA = {
    "entity": ("label",),
    "mention": ("entity", "by", "ids", "contacts"),
    "fact": ("type", "old", "a", "b"),
}
_KEY = {"mention": "key", "matched": "mark"}  # what a record is known by, where that is not its id
_LABELS = frozenset(str(label) for label in Label)
_64 = 1 << 63
_COUNTED = 5_000
_OTHER = "is no file of `lpgraph export --format jsonl`. Files of other programs: lpgraph load"


def first_line(file: BinaryIO, name: str) -> Head:
    """The first line. Raises ``FileRefused`` for a file of another kind."""
    file.seek(0)
    try:
        content = _json(file.read(HEAD))
        ours = content["is"] == "lpgraph"
        found = Head(*(content[key] for key in ("schema", "counts", "fingerprint", "sha256", "format")))
        newer = found.format != FORMAT or int(found.schema) > VERSION or set(found.counts) != set(KINDS)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as why:
        raise FileRefused(name, _OTHER, line=1) from why
    if not ours:
        raise FileRefused(name, _OTHER, line=1)
    if newer:
        raise FileRefused(name, "was written by a newer lpgraph; update this one", line=1)
    return found


def lines(file: BinaryIO, name: str) -> Iterator[tuple[int, bytes]]:
    """Every line after the first with its number."""
    file.seek(HEAD)
    number = 1
    while text := file.readline(LONGEST):
        number += 1
        if not text.endswith(b"\n"):
            raise FileRefused(name, "the file breaks off here; export it again", line=number)
        yield number, text


def check(file: BinaryIO, name: str, tick: Callable[[int], None]) -> Head:
    """Look the whole file through. Raises ``FileRefused``, naming the line where there is one."""
    found = first_line(file, name)
    counts: Counter[str] = Counter()
    known: dict[str, set[str]] = {kind: set() for kind in KINDS}
    total, at = hashlib.sha256(), 0
    for number, text in lines(file, name):
        line = parse(text, name, number)
        if KINDS.index(line.kind) < at:
            raise FileRefused(name, f"a {line.kind} stands below what rests on it", line=number)
        at = KINDS.index(line.kind)
        lost = next((one for kind, one in _rests_on(line) if one not in known[kind]), None)
        if lost is not None:
            raise FileRefused(name, f"rests on {lost[:100]}, which the file does not have", line=number)
        if (own := _own(line)) in known[line.kind] and own:
            raise FileRefused(name, f"{own[:100]} stands there twice", line=number)
        known[line.kind].add(own)
        counts[line.kind] += 1
        total.update(text)
        if number % _COUNTED == 0:
            tick(_COUNTED)
    if total.hexdigest() != found.sha256 or any(counts[kind] != found.counts[kind] for kind in KINDS):
        raise FileRefused(name, "is not as it was written: lines are missing or changed. Export it again")
    return found


def _own(line: Line) -> str:
    """What a record is known by; nothing for a fact, of which two may be alike."""
    props = line.holds["props"]
    if line.kind == "fact":
        return ""
    own = str(props[_KEY.get(line.kind, "id")])
    return f"{line.holds['label']} {own}" if line.kind == "entity" else own


def _rests_on(line: Line) -> Iterator[tuple[str, str]]:
    """The records that a line needs, by kind."""
    holds = line.holds
    if line.kind == "batch":
        yield "load", holds["props"]["load"]
    elif line.kind == "fact":
        fact = FACT_BY_NAME[holds["type"]]
        yield from (("entity", f"{fact.a} {holds['a']}"), ("entity", f"{fact.b} {holds['b']}"))
    elif line.kind == "mention":
        yield "entity", f"{holds['props']['label']} {holds['entity']}"
        yield from chain((("identifier", i) for i in holds["ids"]), (("contact", c) for c in holds["contacts"]))


def parse(text: bytes, name: str, number: int) -> Line:
    """One line. Raises ``FileRefused`` unless it is written exactly as ``lines.written`` writes it."""
    try:
        content = _json(text)
        kind = content.pop("is")
        if kind not in KINDS:
            raise ValueError(f"there is no record “{kind}”")  # noqa: TRY301 - all that is wrong here is said in one way
        props = {key: _value(untyped(value)) for key, value in content["props"].items()}
        line = Line(kind, {**content, "props": props})
        _check_fields(line)
        if written(line) != text:
            raise ValueError("is not as lpgraph writes it")  # noqa: TRY301
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as why:
        reason = f"lacks {why}" if isinstance(why, KeyError) else str(why)
        raise FileRefused(name, f"this line cannot be read ({reason[:200]})", line=number) from why
    return line


def _check_fields(line: Line) -> None:
    holds, props = line.holds, line.holds["props"]
    if set(holds) != {"props", *_EXTRA.get(line.kind, ())}:
        raise ValueError("has other fields than it should")
    texts = [] if line.kind == "fact" else [props[_KEY.get(line.kind, "id")]]
    if line.kind == "entity":
        texts.append(holds["label"])
    elif line.kind == "batch":
        texts.append(props["load"])
    elif line.kind == "mention":
        texts += [holds["entity"], holds["by"], *holds["ids"], *holds["contacts"], props["label"]]
    elif line.kind == "fact":
        texts += [holds["a"], holds["b"], holds["type"]]
    if not all(isinstance(text, str) and text for text in texts):
        raise ValueError("has no text where an id must be")
    label = holds["label"] if line.kind == "entity" else props["label"] if line.kind == "mention" else None
    if (label is not None and label not in _LABELS) or (line.kind == "fact" and holds["type"] not in FACT_BY_NAME):
        raise ValueError("names a label or a type that there is not")


def _value(value: Any) -> Any:
    """A value that the store can hold. Raises ``ValueError``."""
    for one in value if isinstance(value, list) else (value,):
        if one is None:
            raise ValueError("an empty value")
        if isinstance(one, int) and not -_64 <= one < _64:
            raise ValueError("a number beyond 64 bits")
    if isinstance(value, list) and len({type(one) for one in value}) > 1:
        raise ValueError("a list of several kinds")
    return value


def _json(text: bytes) -> dict[str, Any]:
    def refuse(word: str) -> None:
        raise ValueError(f"{word} is no JSON")

    found = json.loads(text.decode("utf-8"), parse_constant=refuse)
    if not isinstance(found, dict):
        raise ValueError("is no object")  # noqa: TRY004 - told like all that is wrong with a line
    return found
