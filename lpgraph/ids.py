"""Stable ids and keys: short hashes of raw values, the same on every machine and in every order."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_UNIT = "\x1f"  # parts are joined by a character that no cell can hold, so ("a", "bc") ≠ ("ab", "c")


def digest(parts: Iterable[str], length: int = 16) -> str:
    """``length`` hexadecimal characters (4 bits each, at most 40) of the BLAKE2b hash over ``parts``."""
    return hashlib.blake2b(_UNIT.join(parts).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()[:length]


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Case, accents, punctuation and spacing taken away: what two spellings of one name share.

    >>> fold("  Gurulé, María-José ")
    'gurule maria jose'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())
