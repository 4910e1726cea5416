"""How common names are, by a shipped table, and which given names are no slip of another."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files

from nicknames import NickNamer

_SHORT = NickNamer()


@lru_cache(maxsize=1)
def frequencies() -> dict[str, dict[str, int]]:
    """Kind (given, family) → name → how common it is; a name that is not listed is rare."""
    text = files("lpgraph.identity").joinpath("people_names.json").read_text("utf-8")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table


def common(kind: str, name: str) -> int:
    """How common a name is, 0 (rare) to about 12, by the shipped table."""
    return frequencies()[kind].get(name, 0)


def two_names(a: str, b: str) -> bool:
    """Whether two given names are each a name of its own, however alike: Mary and Mark are, Sara and Sarah are one,
    and so are two that only have their letters in another order.

    >>> two_names("mary", "mark"), two_names("sara", "sarah"), two_names("mary", "marry")
    (True, False, False)
    """
    return _own(a) and _own(b) and _spelled(a) != _spelled(b) and sorted(a) != sorted(b)


def is_given(name: str) -> bool:
    """Whether a folded word is a usual given name, or short for one."""
    return _own(name)


@lru_cache(maxsize=16_384)
def _own(name: str) -> bool:
    return name in frequencies()["given"] or bool(_SHORT.nicknames_of(name) or _SHORT.canonicals_of(name))


@lru_cache(maxsize=16_384)
def _spelled(name: str) -> str:
    """A given name without letters that are a matter of taste: Bryan and Brian, Phillip and Philip, Ann and Anne."""
    name = re.sub(r"(.)\1e$", r"\1", name)
    for old, new in (("ph", "f"), ("ck", "k"), ("c", "k"), ("y", "i"), ("ie", "i"), ("z", "s"), ("h", ""), ("ou", "u")):
        name = name.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", name)
