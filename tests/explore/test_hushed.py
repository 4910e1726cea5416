"""A question of who is who shows no address that an introduction holds back, and still says whether they agree."""

from __future__ import annotations

from typing import Any

from lpgraph.explore.contacts import hushed
from lpgraph.explore.entities import Row
from lpgraph.ingest.evidence import Mark, sentence
from lpgraph.ingest.review import Pair, Party, Question
from lpgraph.model import Label

MARKS = (
    Mark("e-mail", ("ada@example.org",), ("ada@example.org",), "same"),
    Mark("phone", ("+13035550100",), (), "one side"),
    Mark("city", ("Denver",), ("Denver",), "same"),
)


class _Asked:
    """A store in which one person's introduction stands at ``status``."""

    def __init__(self, who: str, status: str) -> None:
        self.who, self.status = who, status

    def read(self, query: str, /, **params: Any) -> list[Row]:
        """The introductions of an id."""
        assert query == "explore_asked:Person"
        return [{"status": self.status, "because": "", "until": ""}] if params["id"] == self.who else []


def _question() -> Question:
    a, b = (Party(one, one, (), ()) for one in ("person/a", "person/b"))
    return Question(Pair(a.id, b.id, Label.PERSON, 0.9, ("x", "y")), a, b, MARKS, sentence(MARKS), a.id)


def test_an_introduction_that_waits_hides_addresses_alone() -> None:
    """Whichever side waits: no address is left, that they agree is, and so is all that is no address."""
    for who in ("person/a", "person/b"):
        shown = hushed(_Asked(who, "asked_a"), _question())
        assert "example.org" not in f"{shown.marks} {shown.evidence}"
        assert "555" not in f"{shown.marks} {shown.evidence}"
        assert [m.says for m in shown.marks] == [m.says for m in MARKS]
        assert shown.marks[2] == MARKS[2]


def test_nothing_is_hidden_where_nothing_waits() -> None:
    """After both said yes, and for anybody else, the question is as it was."""
    assert hushed(_Asked("person/a", "introduced"), _question()) == _question()
    assert hushed(_Asked("person/c", "asked_a"), _question()) == _question()
