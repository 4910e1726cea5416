"""What a question says in words: what agrees, what is alike in other words, what contradicts, what only one says."""

from __future__ import annotations

import pytest

from loaders.base import Mention
from lpgraph.ingest.derive import Known
from lpgraph.ingest.evidence import marks, sentence
from lpgraph.ingest.matching import partition
from lpgraph.model import Label


def one(key: str, **said: str) -> list[Known]:
    """A record that says this; ``email`` and ``phone`` are its addresses."""
    mail, phone = said.pop("email", ""), said.pop("phone", "")
    label = Label.ORGANIZATION if "acronym" in said else Label.PERSON
    mention = Mention(
        label, "test", (key,), dict(said), (), (mail,) if mail else (), (phone,) if phone else (), 1
    )  # fmt: skip
    return [Known(key, mention, ())]


def told(a: dict[str, str], b: dict[str, str]) -> str:
    """The evidence about two records in one line; the other way round it must say the same of each field."""
    left, right = one("a", **a), one("b", **b)
    found, back = list(marks(Label.PERSON, left, right)), list(marks(Label.PERSON, right, left))
    assert [(m.field, m.says) for m in found] == [(m.field, m.says) for m in back]
    return sentence(found)


@pytest.mark.parametrize(
    ("a", "b", "says"),
    [
        ({"name": "Bo Reed", "title": "councilor"}, {"name": "Bo Reed", "title": "Council Member"},
         "titles councilor / Council Member"),
        ({"name": "Bo Reed", "state": "CO"}, {"name": "Bo Reed", "state": "Colorado"}, "same state"),
        ({"name": "Bo Reed", "city": "St. Olaf"}, {"name": "Bo Reed", "city": "Saint Olaf"}, "city St. Olaf / Saint"),
        ({"name": "Bo Reed"}, {"name": "Bo Reed Jr."}, "only one says Jr."),
        ({"name": "Bo Reed Sr."}, {"name": "Bo Reed Jr."}, "different suffix (Sr. / Jr. or II)"),
        ({"name": "I. Danvers Moss"}, {"name": "Danvers Moss"}, "first names I Danvers / Danvers"),
        ({"name": "Ada Lund-Vance"}, {"name": "Ada Vance"}, "surnames Lund Vance / Vance"),
        ({"name": "Bill Moss"}, {"name": "William Moss"}, "first names Bill / William"),
        ({"name": "D.J. Moss"}, {"name": "DJ Moss"}, "first names D J / Dj"),
        ({"name": "Ada Moss"}, {"name": "Bo Moss"}, "different first names (Ada / Bo)"),
        ({"name": "Ada E Moss"}, {"name": "Ada Edna Moss"}, "middle names E / Edna"),
        ({"name": "Ada Moss", "phone": "+13035550123"}, {"name": "Ada Moss", "phone": "+13035550132"},
         "phone +13035550123 / +13035550132 (one digit off)"),
        ({"name": "Ada Moss", "phone": "+13035550123"}, {"name": "Ada Moss", "phone": "+17195550199"},
         "different phone"),
        ({"name": "Ada Moss", "email": "clerk@x.example"}, {"name": "Bo Reed", "email": "clerk@x.example"},
         "same e-mail (an office's, not one person's)"),
        ({"name": "Ada Moss", "email": "ada@x.example"}, {"name": "Ada Moss", "email": "ADA@x.example"},
         "same e-mail;"),
    ],
)  # fmt: skip
def test_what_agrees_is_said_as_identity_sees_it(a: dict[str, str], b: dict[str, str], says: str) -> None:
    """Other words for one thing are alike and not different; what makes the question a question is in its evidence."""
    assert says in told(a, b)


def test_a_value_does_not_fill_or_turn_the_sentence() -> None:
    """Pages of text are cut, and a name written from right to left is kept inside its place."""
    long, turned = told({"name": "Ada Moss", "city": "x" * 5_000}, {"name": "Ada Moss", "city": "Riverton"}), told(
        {"name": "Ada Moss", "city": "\u05d0\u05d1"}, {"name": "Ada Moss", "city": "\u05d2\u05d3"}
    )  # fmt: skip
    assert len(long) < 400
    assert "(\u2068\u05d0\u05d1\u2069 / \u2068\u05d2\u05d3\u2069)" in turned


def test_a_correction_says_nothing_of_who_somebody_is() -> None:
    """A field that a person set right is not read as one more name of the record."""
    fixed = Known("c", Mention(Label.PERSON, "entry", ("c",), {"name": "Zed Quill"}, (), (), (), 4), ())
    found = list(marks(Label.PERSON, [*one("a", name="Ada Moss"), fixed], one("b", name="Ada Moss")))
    assert {m.says for m in found if m.field in ("first name", "surname")} == {"same"}
    assert "Zed" not in sentence(found)


def test_why_two_organizations_are_asked_about_is_said() -> None:
    """What no field shows stands behind what the fields say: that the number may be a district's."""
    found = marks(Label.ORGANIZATION, one("a", acronym="X", name="IAM 37"), one("b", acronym="X", name="IAM Local 37"))
    entry = Mention(
        Label.ORGANIZATION, "olms", ("file", "1"), {"name": "IAM 37", "lmFileNumber": "990001"}, (), (), (), 1
    )
    strike = Mention(Label.ORGANIZATION, "fmcs", ("u",), {"name": "IAM Local 37", "state": "OH"}, (), (), (), 1)
    matched = partition([Known("a", entry, ()), Known("b", strike, ())], [])

    assert [len(group) for group in matched.clusters] == [1, 1]
    assert "numbers districts too" in matched.questions[0].why
    assert sentence(found, matched.questions[0].why).endswith(matched.questions[0].why)
