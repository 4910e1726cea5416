"""What one list's own numbers say of two people with like names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from loaders import entities
from lpgraph.identity.engine import Card, resolve
from lpgraph.identity.genders import his_and_hers
from lpgraph.ids import fold
from lpgraph.ingest.derive import Known
from lpgraph.ingest.matching import REFUSED, Matched, partition


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


def _staff(ident: str, name: str, load: str, **more: str) -> Known:
    mails = (more.pop("mail"),) if "mail" in more else ()
    said = {"title": "Organizer", "organization": "Harbor Renters League", "city": "Aspen", "state": "CO", **more}
    mention = entities.person("lpgraph", (ident,), entities.name(name), emails=mails, **said)
    return Known(mention.key, mention, tuple(load.split()))


@pytest.mark.parametrize("mail", [{}, {"mail": "ada.quill@mail.example"}])
def test_numbers_of_two_sheets_say_nothing(mail: dict[str, str]) -> None:
    """p2 in one list of staff and p7 in another are weighed as if they had no numbers; in one list they are two."""
    a, b = _staff("p2", "Ada Quill", "one", **mail), _staff("p7", "Quill, Ada", "two", **mail)
    assert len(_partition(a, b).clusters) == 1
    same = _partition(_staff("p2", "Ada Quill", "one"), _staff("p7", "Quill, Ada", "one"))
    assert len(same.clusters) == 2
    assert [q.p for q in same.questions] == [REFUSED]


def test_one_sheet_that_lists_both_is_enough() -> None:
    """Wherever else they stand: a list with both numbers keeps two; a cell that only points at one is no list."""
    a, b = _staff("p2", "Ada Quill", "one both"), _staff("p7", "Quill, Ada", "two both")
    assert len(_partition(a, b).clusters) == 2
    listed = _staff("p2", "Ada M. Quill", "both")  # another row of p2, in the list that has p7 as well
    assert (
        len(_partition(_staff("p2", "Ada Quill", "one"), listed, _staff("p7", "Quill, Ada", "two both")).clusters) == 2
    )
    cell = entities.person("lpgraph", ("p7",), entities.name(""), rank=0)
    pointer = Known(cell.key, cell, ("one",))
    alone = _partition(_staff("p2", "Ada Quill", "one"), _staff("p7", "Quill, Ada", "two"), pointer)
    assert len(alone.clusters) == 1


def test_an_unsure_pair_of_two_sheets_is_asked_as_likely_as_it_is() -> None:
    """What orders the questions is the pair's own chance, as for records without numbers."""
    a, b = _staff("p2", "Ada Quill", "one"), _staff("p7", "A. Quill", "two", title="", organization="")
    bare = [replace(k, mention=replace(k.mention, ident=("row", k.mention.ident[0]))) for k in (a, b)]
    asked, free = _partition(a, b).questions, _partition(*(replace(k, key=k.mention.key) for k in bare)).questions
    assert [q.p for q in asked] == [q.p for q in free]


def test_a_providers_numbers_count_in_every_file() -> None:
    """A provider numbers its people once: two of its numbers in two files keep two, as in one."""
    a, b = (_listed((f"{at}",), "Ada Quill", namespace="osdi") for at in (1, 2))
    assert len(_partition(replace(a, loads=("one",)), replace(b, loads=("two",))).clusters) == 2


@pytest.mark.parametrize(
    ("mail", "phone", "one"),
    [("tvega@mail.example", "", True), ("", "3035550199", False), ("", "", False), ("info@aspen.gov", "", False)],
)
def test_a_junior_on_one_record_alone(mail: str, phone: str, one: bool) -> None:
    """Jr. in one file alone is a question, unless both have a personal e-mail address; a table alone and the graph say
    the same."""
    names = ("Tomas Vega", "Tomas Vega Jr.")
    said = {"emails": (mail,) if mail else (), "phones": (phone,) if phone else (), "city": "Aspen", "state": "CO"}
    cards = [Card(f"m{at}", f"m{at}", name=name, organization="Council", **said) for at, name in enumerate(names)]  # type: ignore[arg-type]
    files = [
        entities.person(
            source, ("1",), entities.name(name), emails=said["emails"], phones=said["phones"], city="Aspen", state="CO"
        )
        for source, name in zip(("osdi", "openstates"), names, strict=True)
    ]
    table, graph = resolve(cards), _partition(*(Known(file.key, file, ("load",)) for file in files))
    assert (len(table.clusters), len(graph.clusters)) == ((1, 1) if one else (2, 2))
    assert one or (table.questions and graph.questions)


def test_a_register_that_numbers_father_and_son_keeps_them_apart() -> None:
    """Two numbers of one list, of which one is Jr., are asked about also where both have one e-mail address."""
    a, b = (
        _listed((f"p-{at}",), name, "tvega@mail.example") for at, name in enumerate(("Tomas Vega", "Tomas Vega Jr."))
    )
    found = _partition(a, b)
    assert len(found.clusters) == 2
    assert found.questions


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


@pytest.mark.parametrize(("other", "clusters"), [("Bell, Ada", 1), ("Ada Belle", 2), ("Ira Bell", 2)])
def test_a_seat_in_an_ident_is_no_number_of_a_person(other: str, clusters: int) -> None:
    """Who is told by name and seat may be the one who held another seat of the council before."""
    said = {"title": "Commissioner", "organization": "Ward Commission 3"}
    some = [
        replace(_listed(("winner", seat, fold(name)), name, namespace="test-elections"), key=seat)
        for seat, name in (("3A01", "Ada Bell"), ("3A02", other))
    ]
    for one in some:
        one.mention = replace(one.mention, context=said)
    assert len(_partition(*some).clusters) == clusters


@pytest.mark.parametrize(
    ("written", "clusters"),
    [
        ("Rt Hon Ada Bell MP", 1), ("Minister for Ferries, Ada Bell", 1), ("Ada M. Bell", 2), ("Ira Bell", 2),
        ("Lord Bell", 2),
    ],
)  # fmt: skip
def test_a_list_that_knows_its_people_by_name_knows_them_with_their_office(written: str, clusters: int) -> None:
    """A diary's minister is one with and without office and courtesies; another sheet's bare name joins nobody."""
    a, b, other = (
        entities.person(sheet, ("name", fold(name)), entities.name(name))
        for sheet, name in (("sheet-1", "Ada Bell"), ("sheet-1", written), ("sheet-2", "Ada Bell"))
    )
    known = [Known(one.key, one, ("load",)) for one in (a, b, other)]
    assert len(_partition(*known).clusters) == clusters + 1


@pytest.mark.parametrize(("bearers", "asked"), [(1, True), (4, False)])
def test_an_office_phone_under_many_surnames_asks_about_nobody(bearers: int, asked: bool) -> None:
    """Two first names alike at one house's phone may be a changed surname; at a switchboard they are colleagues."""
    names = ["Toni Bell", "Toni Xu", *(f"{n} {n}son" for n in ("Ira", "Max", "Lea")[: bearers - 1])]
    some = []
    for at, name in enumerate(names):
        mention = entities.person("osdi", ("row", f"x{at}"), entities.name(name), phones=("+13035550123",), state="CO")
        some.append(Known(mention.key, mention, ("load",)))
    pair = frozenset((some[0].key, some[1].key))
    assert (pair in {frozenset((q.a, q.b)) for q in _partition(*some).questions}) is asked
