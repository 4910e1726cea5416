"""Learning from answers: nothing below 300, bounded above it, taken back in one step, and better than counting."""

from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgraph.introductions.book import One, Record
from lpgraph.introductions.learning import ENOUGH, LEAST, MOST, Answer, answers, factors, learn, learned
from lpgraph.introductions.score import TERMS
from lpgraph.introductions.shown import Shown
from lpgraph.introductions.weights import DEFAULT, Weights

_answers = st.builds(
    Answer,
    st.booleans(),
    st.integers(1, 20),
    st.dictionaries(st.sampled_from((*TERMS, "member", "odd")), st.floats(0, 1)),
)


@given(st.lists(_answers, max_size=60))
def test_factors_stay_within_a_half_and_two(some: list[Answer]) -> None:
    """Whatever is answered, no weight is more than doubled or halved, and no unknown kind appears."""
    found = factors(some)
    assert all(LEAST <= factor <= MOST for factor in found.values())
    assert set(found) <= {*TERMS, "policy"}


def simulated(count: int, truth: dict[str, float], seed: int) -> list[Answer]:
    """Answers whose chance falls with the place and depends on the kinds of evidence."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        shares = rng.dirichlet(np.full(len(truth), 0.3))
        rank = int(rng.integers(1, 11))
        chance = sum(share * truth[term] for share, term in zip(shares, truth, strict=True)) * rank**-0.7
        made.append(Answer(bool(rng.random() < chance), rank, dict(zip(truth, shares.tolist(), strict=True))))
    return made


def test_the_order_of_kinds_is_found() -> None:
    """From 3,000 answers the factors follow the true acceptance of each kind."""
    truth = {term: 0.15 + 0.1 * i for i, term in enumerate(TERMS)}
    found = factors(simulated(3_000, truth, 4))
    mine, true = np.argsort(np.argsort([found[t] for t in TERMS])), np.arange(len(TERMS))
    assert np.corrcoef(mine, true)[0, 1] > 0.85


def test_nothing_is_learned_from_too_few_or_when_off() -> None:
    """299 answers change nothing and say so; nor do 400 with the switch off."""
    truth = dict.fromkeys(TERMS, 0.3)
    some = simulated(ENOUGH + 100, truth, 1)
    few, off = learn(Weights(), some[: ENOUGH - 1]), learn(Weights(), some, on=False)
    assert few.weights == off.weights == Weights() and not few.changed and not off.changed
    assert "299 of 300" in few.said and "switched off" in off.said


class _Lists:
    """A store that only knows what was shown."""

    def __init__(self, lists: list[Shown]) -> None:
        self.lists = lists

    def read(self, query: str, /, **_params: object) -> list[dict[str, object]]:
        """Every list, as the store keeps it."""
        assert query == "introductions_shown"
        return [{"props": asdict(one)} for one in self.lists]


def test_suggestions_use_what_was_learned_only_with_the_switch_and_enough_answers() -> None:
    """12 answers rank as shipped and say so; 300 change the weights; the switch alone puts the shipped ones back."""
    a = One("a", "A", "Person")
    records = [Record(f"{n:03}", "met" if n % 3 else "declined", a, replace(a, id=f"b{n}"), because="not relevant")
               for n in range(ENOUGH)]  # fmt: skip
    lists = [Shown(f"l{n}", "2026-01-01", "", "", ("a",), (f"b{n}",), ("mutual:1" if n % 3 else "word:1",))
             for n in range(ENOUGH)]  # fmt: skip
    few, enough = (learned(_Lists(lists), records[:n], on=True) for n in (12, ENOUGH))
    assert few.rules is DEFAULT and few.said == "Weights as shipped: 12 of 300 answers."
    assert enough.rules.weights.mutual > DEFAULT.weights.mutual and enough.rules.weights.word < DEFAULT.weights.word
    assert enough.rules.limits == DEFAULT.limits
    assert learned(_Lists(lists), records, on=False).rules is DEFAULT


def test_a_step_is_taken_back() -> None:
    """What was learned changes the weights; rolled back they are the old ones to the last digit."""
    found = learn(Weights(), simulated(600, {"mutual": 0.9, "word": 0.05}, 2))
    assert found.changed and found.weights.mutual > Weights().mutual and found.weights.word < Weights().word
    assert found.rolled_back() == Weights()


def test_answers_are_those_that_speak_of_the_evidence() -> None:
    """Both yes and "not relevant" count, with rank and kinds as first shown; "bad time" and what was typed do not."""
    a, names = One("a", "A", "Person"), ("b", "c", "d", "e")
    ends = [replace(a, id=name) for name in names]
    records = [
        Record("1", "met", a, ends[0]),
        Record("2", "declined", ends[1], a, because="not relevant"),
        Record("3", "declined", a, ends[2], because="bad time"),
        Record("4", "accepted", a, ends[3]),
    ]
    lists = [
        Shown("l2", "2026-02-01", "", "", ("a", "a"), ("c", "b"), ("word:1", "word:1")),
        Shown(
            "l1", "2026-01-01", "", "", ("a", "a", "a"), ("b", "c", "d"), ("mutual:0.6 place:0.4", "word:1", "big:1")
        ),
    ]
    found = answers(records, lists)
    assert [(one.accepted, one.rank) for one in found] == [(True, 1), (False, 2)]
    assert found[0].shares == pytest.approx({"mutual": 0.6, "place": 0.4})
