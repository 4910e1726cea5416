"""Stable ids and keys: short hashes of raw values, the same on every machine and in every order."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_UNIT = "\x1f"  # parts are joined by a character that no cell can hold, so ("a", "bc") ≠ ("ab", "c")


def digest(parts: Iterable[str], length: int = 16) -> str:
    """``length`` hexadecimal characters (4 bits each, at most 40) of the BLAKE2b hash over ``parts``."""
    return hashlib.blake2b(_UNIT.join(parts).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()[:length]


# Soft hyphens, joiners, marks of direction, fillers, tags, variants of a look: they stand in a text and show nothing.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def seen(text: str) -> str:
    """The text without the characters that nobody sees: what is compared where ``fold`` would take too much away.

    >>> seen("Da\u200bna \u202eVale")
    'Dana Vale'
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Case, accents, punctuation and spacing taken away: what two spellings of one name share.

    >>> fold("  Gurulé, María-José ")
    'gurule maria jose'
    """
    plain = unicodedata.normalize("NFKD", seen(text)).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())
