"""A JSON object that is a map, not a record: thousands of keys, all with values of one shape.

``{"SEIU|1199": [31847], …}`` → one row an entry, ``{"key": "SEIU|1199", "value": ["31847"]}``, with its own line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from loaders.readers.limits import LIMITS

_MANY = 200  # more keys than a record of lists or objects has
_FIELD = re.compile(r"[\w .:@$-]*")  # what the name of a field is made of (``osdi:people``, ``@type``)
_SPACE = re.compile(r"[ \t\r\n]*")


def is_map(value: Any) -> bool:
    """Whether an object's keys are data: all values have one shape, and there are too many keys for a record, or
    each holds what no field's name does."""
    if not isinstance(value, dict) or not value:
        return False
    shapes = {_shape(v) for v in value.values()}
    if len(shapes) != 1:
        return False
    if shapes == {"text"}:
        return len(value) > LIMITS.columns
    return len(value) > _MANY or not any(_FIELD.fullmatch(key) for key in value)


def _shape(value: Any) -> str:
    """Object, list, or a single value; what a list holds counts too."""
    if isinstance(value, dict):
        return "object"
    if isinstance(value, list):
        return "list of objects" if any(isinstance(v, (dict, list)) for v in value) else "list"
    return "text"


def entries(decoder: json.JSONDecoder, text: str, at: int) -> Iterator[tuple[dict[str, Any], int, int]]:
    """Each entry of the object that begins at ``at`` as a row, where it begins and where it ends in the text.

    The object was decoded whole before: it is well formed.
    """
    at = _skip(text, at + 1)
    while text[at] != "}":
        start = at
        key, at = decoder.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)  # the colon
        value, end = decoder.raw_decode(text, at)
        yield {"key": key, "value": value}, start, end
        at = _skip(text, end)
        at = _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    """The position after white space."""
    found = _SPACE.match(text, at)
    return found.end() if found else at
