"""Values of the store as text that keeps their type: what JSON cannot say for itself, and the way back."""

from __future__ import annotations

import math
from typing import Any

from lpgraph.errors import StoreError
from lpgraph.store import driver  # noqa: F401 - first: it brings the driver in without pandas

from neo4j.time import Date, DateTime, Duration, Time  # isort: skip

_KINDS: dict[str, Any] = {"date": Date, "datetime": DateTime, "time": Time, "duration": Duration}
_FLOATS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def typed(value: Any) -> Any:
    """A value as JSON keeps it whole: a date or a number that JSON has no word for is ``{"type": …, "text": …}``.

    Raises ``StoreError`` for a kind of value that nothing of ours writes (a point, bytes).
    """
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"type": "float", "text": shown(value)}
    if isinstance(value, (list, tuple)) and not hasattr(value, "srid"):
        return [typed(one) for one in value]
    return {"type": kind_of(value), "text": value.iso_format()}


def kind_of(value: Any) -> str:
    """Which of ``date``, ``datetime``, ``time``, ``duration`` a value is. Raises ``StoreError`` for any other."""
    for kind, known in _KINDS.items():
        if type(value) is known:
            return kind
    raise StoreError(f"a value of the kind {type(value).__name__} is in the graph, which no export can keep")


def untyped(value: Any) -> Any:
    """The value that ``typed`` was given. Raises ``ValueError`` for what it cannot have given."""
    if isinstance(value, list):
        if any(isinstance(one, list) for one in value):
            raise ValueError("a list in a list")
        return [untyped(one) for one in value]
    if not isinstance(value, dict):
        return value
    kind, text = value.get("type"), value.get("text")
    if set(value) != {"type", "text"} or not isinstance(text, str):
        raise ValueError("an object that is no value")
    if kind == "float" and text in _FLOATS:
        return _FLOATS[text]
    if kind not in _KINDS:
        raise ValueError(f"a value of the kind {kind}")
    return _KINDS[kind].from_iso_format(text)


def shown(value: Any) -> str:
    """A value as text for people and other tools; a date is its ISO text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    text = value.iso_format() if hasattr(value, "iso_format") else value
    return text if isinstance(text, str) else repr(text) if isinstance(text, float) else str(text)
