"""A field that a person sets right: it beats every source until it is taken back, and the profile says who set it.

A correction is an entry (a load of its own), so that it goes through merge, unmerge and undo like anything else that
somebody typed. It changes what is shown, never who is who: identity does not read it.
"""

from __future__ import annotations

from collections.abc import Callable

from loaders.areas import state_code
from loaders.dates import partial
from loaders.entities import clean
from lpgraph.errors import UsageError
from lpgraph.ingest import entries
from lpgraph.ingest.author import user
from lpgraph.ingest.derive import CORRECTION, correctable
from lpgraph.model import PARTIES, Classification, Value
from lpgraph.store.graph import Store

LONGEST = 1_000  # letters of a value


def correct(store: Store, entity: str, field: str, value: str, *, author: str = "", note: str = "") -> str:
    """Set a field of a person or organization; gives the entry's id (``unlog`` takes it back).

    Raises ``UsageError`` for a field that there is not, or that is no matter of spelling, for a value that the field
    cannot have, and ``NotFound``.
    """
    who = entries.pointer(store, entity)
    if who.label not in PARTIES:
        raise UsageError(f"only people and organizations are corrected, not a {who.label.lower()}")
    names = {name.casefold(): name for name in correctable(who.label)}
    name = names.get(field.strip().casefold())
    if name is None:
        raise UsageError(f"“{field}” cannot be corrected. Say one of: {', '.join(names.values())}")
    author = author.strip() or user()
    who.props, who.rank = {name: read(name, value)}, CORRECTION
    return entries.enter(store, [who], f"{name} corrected ({author})", author, note)


def read(field: str, text: str) -> Value:
    """A value as a file would have to write it: on one line, and of the field's own kind. Raises ``UsageError``."""
    text = clean(text)
    if not text:
        raise UsageError(f"{field}: say what is right; an empty field says nothing")
    if len(text) > LONGEST:
        raise UsageError(f"{field}: {len(text):,} letters are too many; at most {LONGEST:,}")
    return _READ.get(field, str)(text)


def _number(text: str) -> int:
    digits = text.replace(",", "")
    if not (digits.isascii() and digits.isdigit() and int(digits) <= 10_000_000):
        raise UsageError(f"members: “{text[:60]}” is not a number")
    return int(digits)


def _kind(text: str) -> str:
    kinds = [str(one) for one in Classification]
    if text.casefold() not in kinds:
        raise UsageError(f"classification: “{text[:60]}” is none of these: {', '.join(kinds)}")
    return text.casefold()


def _day(text: str) -> str:
    try:
        return partial(text)
    except ValueError as error:
        raise UsageError(f"joined: “{text[:60]}” is no day; write it as 2026-03-12") from error


def _state(text: str) -> str:
    return state_code(text).upper() or text


_READ: dict[str, Callable[[str], Value]] = {
    "members": _number, "classification": _kind, "joined": _day, "state": _state,
}  # fmt: skip
