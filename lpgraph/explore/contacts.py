"""Who may see how to reach somebody: nobody, while an introduction waits for both answers, whatever the way there."""

from __future__ import annotations

from dataclasses import replace

from lpgraph.explore import dates
from lpgraph.explore.entities import Reads, Row
from lpgraph.ingest.evidence import sentence
from lpgraph.ingest.review import Question
from lpgraph.model import Label

WITHHELD = "Hidden while an introduction waits for both answers, or rests"
_BOTH_YES = frozenset({"accepted", "introduced", "met", "outcome"})
_NO = frozenset({"not now", "not relevant"})


def withheld(store: Reads, label: str, entity_id: str, on: str | None = None) -> bool:
    """Whether somebody's addresses are hidden: an introduction waits for a yes, or a no of theirs still rests."""
    if label not in (Label.PERSON, Label.ORGANIZATION):
        return False
    today = on or dates.today()
    for row in store.read(f"explore_asked:{label}", id=entity_id):
        status, because, until = row["status"] or "", row["because"] or "", row["until"] or ""
        waits = status not in _BOTH_YES and status != "declined"
        if waits or (because in _NO and until >= today):
            return True
    return False


def rows(store: Reads, label: str, entity_id: str, on: str | None = None, *, agreed: bool = False) -> list[Row]:
    """The addresses of somebody with the rows that gave them; ``value`` is empty while they are withheld.

    ``agreed``: this is for an introduction to which both sides said yes; what else waits does not matter to it.
    """
    hidden = not agreed and withheld(store, label, entity_id, on)
    found = store.read(f"explore_contacts:{label}", id=entity_id)
    return [{**row, "value": ""} for row in found] if hidden else found


def emails(store: Reads, label: str, entity_id: str, *, agreed: bool = False) -> tuple[str, ...]:
    """The e-mail addresses of somebody that may be seen, as their sources order them."""
    return tuple(
        dict.fromkeys(
            row["value"]
            for row in rows(store, label, entity_id, agreed=agreed)
            if row["kind"] == "email" and row["value"]
        )
    )


def hushed(store: Reads, question: Question) -> Question:
    """A question of who is who without the addresses of somebody whose are withheld: that they agree is still said."""
    label = str(question.pair.label)
    if not any(withheld(store, label, party.id) for party in (question.a, question.b)):
        return question
    marks = tuple(
        replace(m, a=_hidden(m.a), b=_hidden(m.b)) if m.field in ("e-mail", "phone") else m for m in question.marks
    )
    return replace(question, marks=marks, evidence=sentence(marks, question.pair.why))


def _hidden(values: tuple[str, ...]) -> tuple[str, ...]:
    return ("hidden",) if values else ()
