"""A plain sheet of people (CSV, Excel, JSON, YAML): one person a row, with the headings that any sheet of people has.

Known by its headings, not by a publisher: an id or an e-mail, first and last name, and hardly anything else. Any
format of a publisher and any mapping that you confirmed goes first; a sheet that also speaks of events, tickets or
shifts goes through a mapping. An id counts inside its own sheet only: id and name, or id and e-mail, say that two rows
are one person. A second row with the id of somebody else is refused. The date of joining is read as 2026-03-12 or
3/12/2026. Who is a plain member of a union is not stored as a tie.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from loaders import areas, entities, unions
from loaders.base import Context, Draft, Fact, Row, RowRefused, Source, bare_column
from loaders.entities import Name
from loaders.templates import refs
from lpgraph.ids import digest, fold, seen
from lpgraph.model import Label

NAMESPACE = "people_sheet"
# What each column may be called; the first that is filled counts.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "person id", "vanid", "uuid", "identifier"),
    "first name": ("first name", "given name", "first"),
    "last name": ("last name", "family name", "last", "surname"),
    "email": ("email", "email address", "e-mail", "e mail", "e-mail address", "e mail address"),
    "phone": ("phone", "mobile", "phone number"),
    "city": ("city",),
    "state": ("state",),
    "zip": ("zip", "zip code", "postal code"),
    "organization": ("organization", "org", "employer"),
    "role": ("role", "title"),
    "website": ("website", "url"),
    "joined": ("joined", "created at", "date joined"),
    "notes": ("notes",),
}
_KNOWN = {column: frozenset(map(bare_column, names)) for column, names in NAMES.items()}
_ALL = frozenset().union(*_KNOWN.values())
_ELSEWHERE = re.compile(r"event|attend|ticket|shift|order|check|rsvp|regist|session|meeting")
_SURE = 8  # so many known columns are no accident: as many others may stand beside them
_UNNAMED = re.compile(r"\(column \d+\)")
_DAY = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}/\d{1,2}/\d{4}"
)


def is_people(columns: frozenset[str]) -> bool:
    """Whether a header is that of a plain sheet of people: most of its columns are known, none says more."""
    bare = frozenset(map(bare_column, columns))
    has = {column for column, names in _KNOWN.items() if names & bare}
    others = [c for c in columns if bare_column(c) not in _ALL and not _UNNAMED.fullmatch(c)]
    return (
        {"first name", "last name"} <= has
        and bool(has & {"id", "email"})
        and len(others) <= len(has) // (1 if len(has) >= _SURE else 2)
        and not any(_ELSEWHERE.search(c) for c in others)
    )


def _of(row: Row, column: str) -> str:
    """The value of a column under whatever name it has here, without the formula that Excel's users write around an id.

    A second column of the same meaning is asked only where the first is blank: else it is reported as not used.
    """
    text = next((text for name in NAMES[column] if (text := row.maybe(name))), "")
    quoted = re.fullmatch(r'="([^"]*)"', text) if column in ("id", "phone", "zip") else None
    return quoted.group(1).strip() if quoted else text


def _name(row: Row) -> Name:
    """The name as the sheet has it, part by part."""
    given, family = _of(row, "first name"), _of(row, "last name")
    return Name(entities.clean(f"{given} {family}"), given, family=family)


def _ident(own: str, name: Name, mail: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What tells the person of a row apart, and what joins it to other rows of such sheets."""
    called = fold(name.text)
    if not own:
        return ("email", called, mail[0]), ()
    marks = [digest(("name", called), 8)] if called else []
    marks += [digest(("email", address), 8) for address in mail]
    return ("id", called, own), tuple(f"people-sheet:{own}#{mark}" for mark in marks)


def _joined(row: Row) -> str:
    text = _of(row, "joined")
    if text and not _DAY.fullmatch(text):
        row.flag("this date is neither 2026-03-12 nor 3/12/2026; it was left out", "joined")
        return ""
    return entities.date(row, text, "joined", "mdy")


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    own, name, address = seen(_of(row, "id")), _name(row), _of(row, "email")
    if not (name.text or address):
        raise RowRefused("no name and no e-mail address: nobody is named", "last name")
    if not (own or address):
        raise RowRefused("no id and no e-mail address: this person could not be told apart. Fill one of them", "id")
    mail = entities.emails(row, address, "email")
    if not (own or mail):
        raise RowRefused("no id, and an e-mail address that cannot be right: correct it", "email")
    if not name.text:
        row.flag("no name: the person is called by the id or the e-mail address", "last name")
    ident, ids = _ident(own, name, mail)
    body, role, city, state = (_of(row, c) for c in ("organization", "role", "city", "state"))
    who = entities.person(
        NAMESPACE, ident, name, ids=ids, emails=mail, phones=entities.phones(row, _of(row, "phone"), "phone"), rank=1,
        organization=body, title=role, city=city, state=state, zip=_of(row, "zip"), website=_of(row, "website"),
        joined=_joined(row), notes=_of(row, "notes"),
    )  # fmt: skip
    yield who
    record = ("person", *ident)
    if body and unions.parse_union(body) and role.casefold() in ("", "member"):
        row.flag("who is a plain member of a union is not stored as a tie; officers and staff are", "role")
    elif refs.key(body):
        yield Fact("MEMBER_OF", who, refs.ref(Label.ORGANIZATION, body), entities.filled(role=role), record)
    home = areas.area(city, state) if city else None
    if home:
        yield Fact("LOCATED_IN", who, home, record=record)
        yield from areas.within(home)
    elif state and not areas.state_code(state):
        row.flag("no such state: the place was kept as text only", "state")
    if re.fullmatch(r"\d{3,4}", _of(row, "zip")) and areas.state_code(state):
        row.flag("a ZIP code has five digits: its leading zero was lost. Kept as it is", "zip")


def _compare(rows: Iterator[Row]) -> Iterator[Row]:
    """Look at rows that share an id or an e-mail: one person said twice is flagged where the two differ, another
    person under the same key is refused (what was said first counts)."""
    seen: dict[tuple[str, str], array[int]] = {}
    for row in rows:
        try:
            if row.refusal is None and (key := _key(row)):
                _look(row, key, seen)
        except RowRefused as why:
            row.refusal = why
        yield row


def _key(row: Row) -> tuple[str, str] | None:
    own, address = seen(_of(row, "id")), seen(_of(row, "email")).casefold()
    return ("id", own) if own else ("email", address) if address else None


def _look(row: Row, key: tuple[str, str], seen: dict[tuple[str, str], array[int]]) -> None:
    """Compare a row with the first of its key; of that one only numbers are kept, a sheet may be long."""
    values = [fold(_name(row).text), _of(row, "email").casefold(), *(_of(row, c) for c in list(NAMES)[4:])]
    marks = array("q", [row.number, *(hash(v) if v else 0 for v in values)])
    first = seen.setdefault(key, marks)
    if first is marks:
        return
    name, mail = first[1] == marks[1], first[2] == marks[2] != 0
    if not name and not (mail and key[0] == "id"):
        said = "id" if key[0] == "id" else "e-mail address, and no id,"
        raise RowRefused(f"row {first[0]} has the same {said} and another name: who is it? Correct one of them", key[0])
    if any(a and b and a != b for a, b in zip(first[1:], marks[1:], strict=True)):
        row.flag(f"the same person as in row {first[0]}, with other values (a conflict): both were kept")


SOURCE = Source(
    name="people-sheet",
    publisher="anybody",
    gives="people: names, contacts, organization and role, city and state",
    header=(),
    read=_read,
    media=("csv", "tsv", "xlsx", "json", "yaml"),
    fits=is_people,
    prepare=_compare,
)
