"""Which questions are shown: none whose answer follows from those before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any, cast

import pytest

from lpgraph.ingest import review
from lpgraph.store.graph import Store


class _Asked:
    """A store that holds questions and nothing else."""

    def __init__(self, asked: Sequence[tuple[str, str]]) -> None:
        self.asked = asked

    def read(self, query: str, **_parameters: Any) -> list[dict[str, Any]]:
        """The questions; no answers, and nothing hangs on anybody."""
        if query != "review_pairs":
            return []
        told = {"p": 0.9, "label": "Person", "why": ""}
        return [{"a": a, "b": b, "entityA": f"person/{a}", "entityB": f"person/{b}", **told} for a, b in self.asked]


def _shown(asked: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    return {pair.refs for pair in review.pairs(cast(Store, _Asked(asked)))}


@pytest.mark.parametrize("people", [2, 3, 9])
def test_as_many_questions_as_would_join_all(people: int) -> None:
    """A name in n rows that say nothing else is n - 1 questions; answered yes, they make one person of all."""
    names = "abcdefghi"[:people]
    shown = _shown(list(combinations(names, 2)))
    assert len(shown) == people - 1
    met = {names[0]}
    for _ in names:
        met |= {end for pair in shown if met & set(pair) for end in pair}
    assert met == set(names)


def test_what_was_hidden_is_asked_when_a_shown_one_is_gone() -> None:
    """Two are different: the third may still be either's, so both are asked."""
    assert _shown([("a", "c"), ("b", "c")]) == {("a", "c"), ("b", "c")}
