"""CiviCRM contacts and relationships, NationBuilder and Kumu: who is tied to whom, and what is never guessed."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from loaders import (
    civicrm_contacts,
    civicrm_participants,
    civicrm_relationships,
    everyaction_signups,
    kumu,
    littlesis_api,
    nationbuilder_people,
    nationbuilder_relationships,
    nationbuilder_rsvps,
)
from loaders.base import Context, Fact, Row
from loaders.recognise import gather
from loaders.registry import SOURCES
from loaders.relations import relation
from lpgraph.model import Label
from tests.loaders.drafts import rows

_P, _O = Label.PERSON, Label.ORGANIZATION


@pytest.mark.parametrize(
    ("words", "type_", "turned"),
    [("Employee of", "STAFF_OF", False), ("Employer of", "STAFF_OF", True), ("board member of", "BOARD_OF", False),
     ("treasurer-committee", "MEMBER_OF", False), ("employer-employee", "STAFF_OF", True),
     ("friend-friend", "KNOWS", False), ("supervisor-employee", "KNOWS", False)],
)  # fmt: skip
def test_words_with_one_meaning_are_read(words: str, type_: str, turned: bool) -> None:
    """A relationship whose words say both ends is read without anything else, in the direction it is written."""
    found = relation(words)
    assert found is not None
    assert (found.type, found.turned) == (type_, turned)


@pytest.mark.parametrize(
    "words", ["member of", "partner", "leads", "affiliated with", "parent of", "supports", "", "-"]
)
def test_words_that_go_between_any_two_are_not_guessed(words: str) -> None:
    """A union is a member of a coalition: without the kinds of its ends such a tie is not made."""
    assert relation(words) is None


def test_kinds_decide() -> None:
    """Stated kinds say which tie it is, turn one that is drawn backwards, and forbid one that cannot be."""
    assert (relation("member of", _P, _O) or pytest.fail()).type == "MEMBER_OF"
    assert (relation("member of", _O, _O) or pytest.fail()).type == "AFFILIATED_WITH"
    assert (relation("employee of", _O, _P) or pytest.fail()).turned
    assert relation("employee of", _P, _P) is None
    assert relation("spouse of", _P, _O) is None


def test_the_past_is_no_present() -> None:
    """A former employee is not staff."""
    assert relation("former employee of") is None


def test_civicrm_contact_is_one_in_every_export() -> None:
    """A contact's number and name make one ident in contacts, participants and relationships, title or not."""
    contact = rows(civicrm_contacts.SOURCE, {
        "Contact ID": "7", "Contact Type": "Individual", "Display Name": "Ms. Ana Q. Lopez", "First Name": "Ana",
        "Middle Name": "Q.", "Last Name": "Lopez",
    }).mentions[0]  # fmt: skip
    came = rows(civicrm_participants.SOURCE, {
        "Contact ID": "7", "Display Name": "Ms. Ana Q. Lopez", "Event Title": "Forum", "Participant Status": "Attended",
    }).of("ATTENDED")[0].a  # fmt: skip
    tied = rows(civicrm_relationships.SOURCE, {
        "Contact ID A": "7", "Contact A": "Lopez, Ana", "Relationship Type": "Employee of", "Contact B": "Acme",
    }).of("STAFF_OF")[0].a  # fmt: skip
    assert contact.ref == came.ref == tied.ref


def test_civicrm_number_alone_tells_nobody() -> None:
    """Two CiviCRMs both have a contact 7: another name is another person, and a row without a name is refused."""
    base = {"Contact ID": "7", "Contact Type": "Individual"}
    ana, bo = rows(civicrm_contacts.SOURCE, {**base, "First Name": "Ana", "Last Name": "Lopez"},
                   {**base, "First Name": "Bo", "Last Name": "Ruiz"}).mentions  # fmt: skip
    assert ana.ref != bo.ref
    nameless = {**base, "Display Name": "ana@example.org"}
    assert len(rows(civicrm_contacts.SOURCE, nameless).refused) == 1
    lone = {"Contact ID A": "7", "Relationship Type": "Employee of", "Contact ID B": "9", "Contact B": "Acme"}
    assert "has no name" in rows(civicrm_relationships.SOURCE, lone).refused[0][1]


def test_civicrm_the_dead_are_left_out() -> None:
    """Nobody is introduced to the dead."""
    out = rows(civicrm_contacts.SOURCE, {
        "Contact ID": "7", "Contact Type": "Individual", "First Name": "A", "Last Name": "B", "Deceased": "Yes",
    })  # fmt: skip
    assert out.mentions == []
    assert out.flags


def test_nationbuilder_files_of_one_nation_belong_together() -> None:
    """A signup's number names the same person in people, relationships and RSVPs."""
    person = rows(
        nationbuilder_people.SOURCE, {"nationbuilder_id": "5", "first_name": "Ana", "last_name": "Lopez"}
    ).mentions[0]
    tie = {"first_signup_id": "5", "relationship_type": "friend-friend", "second_signup_id": "6"}
    rsvp = {"nationbuilder_id": "5", "first_name": "Ana", "last_name": "Lopez", "event_id": "1", "attendee": "true"}
    assert rows(nationbuilder_relationships.SOURCE, tie).of("KNOWS")[0].a.ref == person.ref
    assert rows(nationbuilder_rsvps.SOURCE, rsvp).of("ATTENDED")[0].a.ref == person.ref


def test_nationbuilder_address_alone_names_nobody() -> None:
    """Councils share one address: a row with nothing else is refused."""
    assert len(rows(nationbuilder_people.SOURCE, {"nationbuilder_id": "5", "email": "a@example.org"}).refused) == 1


@pytest.mark.parametrize(
    ("attendee", "canceled", "says"),
    [("true", "false", ["REGISTERED_FOR", "ATTENDED"]), ("false", "", ["REGISTERED_FOR"]), ("", "", ["REGISTERED_FOR"]),
     ("false", "true", []), ("true", "true", []), ("perhaps", "", ["REGISTERED_FOR"])],
)  # fmt: skip
def test_nationbuilder_registered_is_not_attended(attendee: str, canceled: str, says: list[str]) -> None:
    """Only a plain yes in attendee attends, and a canceled RSVP says nothing at all."""
    row = {"attendee": attendee, "canceled": canceled, "event_id": "1", "first_name": "A", "last_name": "B"}
    assert [f.type for f in rows(nationbuilder_rsvps.SOURCE, row).facts] == says


def test_kumu_unknown_types_are_refused() -> None:
    """An element whose type is of no known kind is refused with the types that are."""
    out = rows(kumu.ELEMENTS, {"Label": "The harbor", "Type": "Place"})
    assert out.refused
    assert "person, organization" in out.refused[0][1]


def test_kumu_connection_finds_its_element() -> None:
    """A connection's end is the element of that label."""
    element = rows(kumu.ELEMENTS, {"Label": "Ana Lopez", "Type": "Person"}).mentions[0]
    tied = rows(kumu.CONNECTIONS, {"From": "Ana  Lopez", "To": "Acme", "Type": "admires | employee of"}).facts[0]
    assert (tied.type, tied.a.ref) == ("STAFF_OF", element.ref)


def test_everyaction_organization_is_registered() -> None:
    """An organization that signed up is registered; only a status that says so makes it attend."""
    base = {
        "eventSignupId": "1", "vanId": "9", "event_eventId": "3", "event_name": "Forum",
        "contactOrganizationOfficialName": "Acme", "status_name": "Scheduled",
    }  # fmt: skip
    out = rows(everyaction_signups.SOURCE, base)
    assert [(f.type, f.a.label) for f in out.facts] == [("REGISTERED_FOR", _O)]
    came = rows(everyaction_signups.SOURCE, {**base, "status_name": "Completed"})
    assert [f.type for f in came.facts] == ["REGISTERED_FOR", "ATTENDED"]


def test_a_workbook_of_known_sheets_is_read_whole(tmp_path: Path) -> None:
    """Kumu's elements and connections in one workbook are two loads; a sheet that nobody knows makes it ask which."""
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "Elements"
    for row in (("Label", "Type"), ("Ada Vance", "Person"), ("Tenants Assembly", "Organization")):
        first.append(row)
    second = book.create_sheet("Connections")
    for row in (("From", "To", "Type"), ("Ada Vance", "Tenants Assembly", "employee of")):
        second.append(row)
    path = tmp_path / "map.xlsx"
    book.save(path)
    found = gather([path], SOURCES)

    assert [(u.name, u.source.name, u.count) for u in found.units] == [
        ("map.xlsx (Elements)", "kumu-elements", 2),
        ("map.xlsx (Connections)", "kumu-connections", 1),
    ]
    book.create_sheet("Budget").append(("amount", "1"))
    book.save(path)
    found = gather([path], SOURCES)
    assert not found.units
    assert "--sheet" in str(found.refused[0])


def _relationship(category: int, links: dict[str, str], **flags: bool) -> dict[str, object]:
    told = {"id": 1, "entity1_id": 11, "entity2_id": 21, "category_id": category, "category_attributes": flags}
    return {"type": "relationships", "id": 1, "attributes": told, "links": links}


_PERSON, _ORG = "https://littlesis.org/person/11-Ada_Vance", "https://littlesis.org/org/21-Riverton_Fund"


@pytest.mark.parametrize(
    ("category", "links", "flags", "type_"),
    [
        (1, (_PERSON, _ORG), {}, "STAFF_OF"), (1, (), {"is_board": True}, "BOARD_OF"), (1, (), {}, ""),
        (3, (_PERSON, _ORG), {}, "MEMBER_OF"), (3, (), {}, ""), (8, (_PERSON, _ORG), {}, ""), (5, (), {}, ""),
    ],
)  # fmt: skip
def test_a_littlesis_tie_is_made_where_its_ends_leave_no_doubt(
    category: int, links: tuple[str, ...], flags: dict[str, bool], type_: str
) -> None:
    """Links say of what kind an end is; without them only what a category itself makes certain is a tie."""
    data = _relationship(category, dict(zip(("entity", "related"), links, strict=False)), **flags)
    row = Row(data, "littlesis.json", 1, 0)
    facts = [d for d in littlesis_api.RELATIONSHIPS.read(row, Context("")) if isinstance(d, Fact)]

    assert [fact.type for fact in facts] == ([type_] if type_ else [])
    assert bool(row.flags) is not bool(type_)


def test_kumu_connections_with_labels_are_connections() -> None:
    """Kumu's own form has a label and a direction for connections too; a blank type makes no tie and no person."""
    row: dict[str, object] = {"From": "Ana Lopez", "To": "Example Tenants", "Type": "", "Direction": "directed"}
    assert kumu.CONNECTIONS.looks is not None
    assert kumu.CONNECTIONS.looks(Row(row, "map.csv", 1, 2))
    assert not kumu.CONNECTIONS.looks(Row(row | {"Direction": "north"}, "map.csv", 1, 2))


def test_civicrm_leaves_out_the_dead_by_every_name_of_the_column() -> None:
    """“Deceased / Closed” is what newer exports call it."""
    row: dict[str, object] = {
        "Contact ID": "1",
        "Contact Type": "Individual",
        "First Name": "Ana",
        "Last Name": "Lopez",
    }
    for column in ("Deceased", "Is Deceased", "Deceased / Closed"):
        out = rows(civicrm_contacts.SOURCE, row | {column: "1"})
        assert out.mentions == []
        assert [reason for _, reason in out.flags] == ["deceased or in the trash: nobody is known by this row"]
