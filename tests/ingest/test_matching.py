"""What one list's own numbers say of two people with like names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from loaders import entities
from lpgraph.identity.genders import his_and_hers
from lpgraph.ingest.derive import Known
from lpgraph.ingest.matching import Matched, partition


def _listed(ident: tuple[str, ...], name: str, mail: str = "", namespace: str = "lpgraph") -> Known:
    mails = (mail,) if mail else ()
    mention = entities.person(namespace, ident, entities.name(name), emails=mails, city="Aspen", state="CO")
    return Known(mention.key, mention, ("load",))


def _partition(*known: Known) -> Matched:
    return partition(known, ())


@pytest.mark.parametrize("pair", [("Mario Lopez", "Maria Lopez"), ("Daniel Kim", "Danielle Kim"), ("Ada Quill",) * 2])
def test_two_numbers_of_one_list_are_two_people(pair: Sequence[str]) -> None:
    """Rows of one list with ids of their own stay apart without an address in common, whatever their names."""
    a, b = (_listed((f"p-{at}",), name) for at, name in enumerate(pair))
    assert len(_partition(a, b).clusters) == 2


def test_the_same_name_twice_in_a_list_is_asked() -> None:
    """Somebody who stands in a list twice under the very same name is a question, not silence."""
    a, b = _listed(("p-1",), "Ada Quill"), _listed(("p-2",), "Ada Quill")
    assert {frozenset((q.a, q.b)) for q in _partition(a, b).questions} == {frozenset((a.key, b.key))}


def test_an_address_of_their_own_joins_two_numbers() -> None:
    """A duplicate of a list, with the same personal address, is one person; so is a row of another list."""
    a, b = (_listed((f"p-{at}",), "Ada Quill", "ada.quill@mail.example") for at in (1, 2))
    assert len(_partition(a, b).clusters) == 1
    other = _listed(("77",), "Ada Quill", namespace="osdi")
    assert len(_partition(_listed(("p-1",), "Ada Quill"), other).clusters) == 1


def test_a_man_and_a_woman_of_one_name_are_two_in_any_lists() -> None:
    """Mario in one list and Maria in another are not joined by the letter between them; an address of both may ask."""
    a, b = _listed(("p-1",), "Mario Lopez"), _listed(("77",), "Maria Lopez", namespace="osdi")
    assert len(_partition(a, b).clusters) == 2


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("mario", "maria", True), ("eric", "erica", True), ("paul", "pauline", True), ("john", "joan", True),
        ("alexander", "alexandra", True), ("ann", "anna", False), ("diane", "diana", False), ("jon", "john", False),
        ("eric", "erik", False), ("rose", "rosa", False), ("maria", "maria", False),
    ],
)  # fmt: skip
def test_his_and_hers(a: str, b: str, two: bool) -> None:
    """Forms of a man's and a woman's name are told from spellings of one name, in either order."""
    assert his_and_hers(a, b) is his_and_hers(b, a) is two


@pytest.mark.parametrize(("written", "mail", "asked"), [("Moss A.", "ada.moss@mail.example", 1), ("Moss A.", "", 0)])
def test_a_name_written_the_wrong_way_round_is_asked_at_one_address(written: str, mail: str, asked: int) -> None:
    """The surname first and an initial after it contradicts as it is read; one personal address makes it a question."""
    a, b = _listed(("1", "x"), written, mail, "osdi"), _listed(("p-2",), "Ada Moss", mail)
    assert (len(_partition(a, b).clusters), len(_partition(a, b).questions)) == (2, asked)


@pytest.mark.parametrize(
    "idents",
    [
        (("row", "9f3a"), ("row", "77b1")), (("name+row", "ada quill", "9f3a"), ("name+row", "ada quill", "77b1")),
        (("email+name", "a1@mail.example", "x"), ("phone+name", "+13035550123", "ada quill")),
    ],
)  # fmt: skip
def test_what_a_row_says_is_no_number_of_a_provider(idents: Sequence[tuple[str, ...]]) -> None:
    """Two rows of a mapped sheet without ids, or two sheets that number their people each for itself, may be one."""
    a, b = (_listed(ident, "Ada Quill", namespace="sheet-x") for ident in idents)
    assert len(_partition(a, b).clusters) == 1
    a, b = (_listed(("id", "ada quill", own), "Ada Quill", namespace="people_sheet") for own in ("a-1", "b-7"))
    assert len(_partition(a, b).clusters) == 1
