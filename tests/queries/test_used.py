"""No query is left over: each is named by the code that runs it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from queries import catalogue

ROOT = Path(__file__).parents[2]


def _names(source: str) -> Iterator[str]:
    """Patterns of every string of a module; the filled parts of an f-string fit anything (its start must be fixed)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in node.values]
            if len(parts[0]) > 4 and parts[0] != ".+":
                yield "".join(parts)


def test_a_left_over_is_noticed() -> None:
    """A name that only resembles a used one does not count as used."""
    patterns = set(_names('run("fact_put"); run(f"label_{x}_set"); run(f"{y}")'))
    used = re.compile("|".join(patterns))

    assert used.fullmatch("fact_put")
    assert used.fullmatch("label_union_set")
    assert not used.fullmatch("label_union_take")
    assert not used.fullmatch("fact_put_old")


def test_every_query_is_used() -> None:
    """A query that nobody names is dead text: delete it, or use it."""
    modules = [p for folder in ("lpgraph", "loaders") for p in (ROOT / folder).rglob("*.py")]
    patterns = {pattern for module in modules for pattern in _names(module.read_text(encoding="utf-8"))}
    used = re.compile("|".join(sorted(p for p in patterns if len(p) < 80 and " " not in p)))

    families = {name.split(":")[0]: name for name in catalogue()}
    unused = {family for family, name in families.items() if not (used.fullmatch(family) or used.fullmatch(name))}
    assert unused == set()
