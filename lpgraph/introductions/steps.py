"""The steps of an introduction: what may follow what. Nothing is read or written here.

``suggested → approved → asked_a → asked_b → accepted | declined → introduced → met → outcome``: side a is asked first,
and nobody is introduced before both have said yes.
"""

from __future__ import annotations

from dataclasses import dataclass

from lpgraph.errors import UsageError
from lpgraph.introductions import words

STATUSES = (
    "suggested", "approved", "asked_a", "asked_b", "accepted", "declined", "introduced", "met", "outcome",
)  # fmt: skip
OPEN = ("suggested", "approved", "asked_a", "asked_b", "accepted")  # somebody has something to do
GOING = (*OPEN, "introduced", "met")  # somebody has something to do, or to ask
MADE = ("introduced", "met", "outcome")
BOTH_YES = ("accepted", *MADE)
OUTCOMES = ("useful", "neutral", "bad")
ASKED, YES = "asked", "yes"  # what a side's ``optIn`` may be
# Why an introduction was declined. Only ``not now`` and ``not relevant`` speak against the pair.
NOT_NOW, ALREADY_KNOW, BAD_TIME, NOT_RELEVANT, DO_NOT = (
    "not now", "already know", "bad time", "not relevant", "do not introduce",
)  # fmt: skip
NEGATIVE = (NOT_NOW, NOT_RELEVANT)

# event → the statuses in which it may be said
_FROM: dict[str, tuple[str, ...]] = {
    "approved": ("suggested",),
    "asked_a": ("approved",),
    "yes_a": ("asked_a", "asked_b"),
    "asked_b": ("asked_a",),
    "yes_b": ("asked_b",),
    "accepted": ("asked_b",),
    "declined": OPEN,
    "introduced": ("accepted",),
    "met": ("introduced",),
    "useful": ("met",),
    "neutral": ("introduced", "met"),  # also: they never met
    "bad": ("introduced", "met"),
    "already_know": OPEN,
    "bad_time": OPEN,
    "not_relevant": OPEN,
    "do_not_introduce": OPEN,
    "note": STATUSES,
}
EVENTS = tuple(_FROM)
# Which side said no is nobody's business: both words come to the same, and which it was is written nowhere.
_SAME = {"no_a": "declined", "no_b": "declined", "no": "declined", "approve": "approved", "ask_a": "asked_a",
         "ask_b": "asked_b", "decline": "declined", "accept": "accepted", "introduce": "introduced"}  # fmt: skip
_BECAUSE = {"declined": NOT_NOW, "already_know": ALREADY_KNOW, "bad_time": BAD_TIME, "not_relevant": NOT_RELEVANT,
            "do_not_introduce": DO_NOT}  # fmt: skip
# event → what it says of side a and of side b
_SAID = {"asked_a": (ASKED, ""), "asked_b": ("", ASKED), "yes_a": (YES, ""), "yes_b": ("", YES), "accepted": (YES, YES)}


@dataclass(frozen=True, slots=True)
class State:
    """Where an introduction stands: its status and what each side has been asked and said."""

    status: str = "suggested"
    a: str = ""
    b: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What an event comes to: the new state, and what is noted with it."""

    event: str
    state: State
    outcome: str = ""
    because: str = ""


def possible(status: str) -> tuple[str, ...]:
    """The events that may be said of an introduction with this status, in the order of the work."""
    return tuple(event for event, before in _FROM.items() if status in before)


def following(state: State) -> tuple[str, ...]:
    """The same without the yes of whoever has said it."""
    return tuple(e for e in possible(state.status) if e not in ("yes_a", "yes_b") or getattr(state, e[-1]) != YES)


def turn(event: str, state: State) -> Turn:
    """What an event comes to. Raises ``UsageError`` with what is possible for one that cannot follow."""
    said = event.strip().casefold().replace("-", "_").replace(" ", "_").removeprefix("outcome_")
    said = _SAME.get(said, said)
    if said not in _FROM:
        raise UsageError(words.NO_EVENT.format(event=event, events=", ".join(EVENTS)))
    if state.status not in _FROM[said] or (said in ("yes_a", "yes_b") and getattr(state, said[-1]) == YES):
        raise UsageError(words.NO_STEP.format(event=said, status=state.status, events=", ".join(following(state))))
    return _turned(said, state)


def _turned(said: str, state: State) -> Turn:
    if said in OUTCOMES:
        return Turn(said, State("outcome", state.a, state.b), outcome=said)
    if said in _BECAUSE:
        return Turn(said, State("declined", state.a, state.b), because=_BECAUSE[said])
    a, b = _SAID.get(said, ("", ""))
    a, b = a or state.a, b or state.b
    if said in ("yes_a", "yes_b"):
        return Turn(said, State("accepted" if a == b == YES else state.status, a, b))
    return Turn(said, State(state.status if said == "note" else said, a, b))
