"""Kumu maps, and Google Sheets or Airtable bases in Kumu's form: elements, and the connections between them.

``Type`` of an element says what it is (person, organization, union, event, campaign, issue, policy …); one of another
type is refused, for its kind cannot be guessed. A connection names its ends by their labels. Of what kind they are
the columns ``From Type`` and ``To Type`` say, else the connection's own words where they leave no doubt (employee of,
board member of); "member of" does not, for a union is a member of a coalition. Several values in one cell are
separated by ``|``. A label stands for the same element in all files of this form. A workbook with both sheets is read
whole, as two loads; a sheet with "(ignore)" in its name is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import entities, relations
from loaders.base import Context, Draft, Mention, Record, Row, RowRefused, Source
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "kumu"
_THINGS = {
    "event": Label.EVENT, "meeting": Label.EVENT, "convening": Label.EVENT, "campaign": Label.CAMPAIGN,
    "issue": Label.ISSUE, "topic": Label.ISSUE, "policy": Label.POLICY,
}  # fmt: skip
_CLASSES = {"union": "union", "coalition": "coalition", "funder": "funder", "foundation": "funder"}
_SAYS = "Type must be person, organization, union, coalition, funder, event, campaign, issue or policy"


def several(text: str) -> list[str]:
    """The values of a cell, separated by ``|``."""
    return [part.strip() for part in text.split("|") if part.strip()]


def _kind(text: str) -> Label | None:
    """The label of the first type that is known; an element may have several."""
    for one in several(text):
        if found := relations.kind(one) or _THINGS.get(fold(one)):
            return found
    return None


def _known_type(row: Row) -> bool:
    return _kind(row.maybe("Type")) is not None


def _element(label: Label, called: str, row: Row | None = None) -> Mention:
    """An element by its label; with its own row, what that says of it."""
    if label is Label.PERSON:
        name = entities.name(called)
        if row is None:
            return entities.person(NAMESPACE, ("label", fold(called)), name, rank=0)
        mail = entities.emails(row, row.maybe("Email"), "Email")
        phone = entities.phones(row, row.maybe("Phone"), "Phone")
        return entities.person(
            NAMESPACE, ("label", fold(called)), name, emails=mail, phones=phone, website=_link(row),
            organization=row.maybe("Organization"), city=row.maybe("City"), state=row.maybe("State"),
        )  # fmt: skip
    rank, link = (0, "") if row is None else (1, _link(row))
    if label is Label.ORGANIZATION:
        types = several(row.maybe("Type")) if row is not None else []
        kind = next((c for t in types if (c := _CLASSES.get(fold(t)))), "")
        return entities.organization(
            NAMESPACE, ("label", fold(called)), called, rank=rank, classification=kind, website=link
        )
    web = link if label is Label.EVENT else ""
    return entities.thing(label, NAMESPACE, ("label", fold(called)), called, rank=rank, url=web)


def _link(row: Row) -> str:
    return row.maybe("Website") or row.maybe("URL")


def _read_element(row: Row, _context: Context) -> Iterator[Draft]:
    called, written = row.take("Label"), row.take("Type")
    label = _kind(written)
    if label is None:
        raise RowRefused(f"{_SAYS}, not {written!r}", "Type")
    yield _element(label, called, row)


def _told(row: Row) -> tuple[str, relations.Relation | None]:
    """A connection's words, and what they say between the kinds that the row states."""
    first, second = _kind(row.maybe("From Type")), _kind(row.maybe("To Type"))
    words = several(row.maybe("Type")) or several(row.maybe("Label"))
    for text in words:
        if found := relations.relation(text, first, second):
            return text, found
    return words[0] if words else "", None


def _read_connection(row: Row, _context: Context) -> Iterator[Draft]:
    first, second = row.take("From"), row.take("To")
    text, told = _told(row)
    record = ("connection", fold(first), fold(second), fold(row.maybe("Type") or row.maybe("Label")))
    yield Record(NAMESPACE, record)
    if told is None:
        relations.unread(row, text, "Type")
        return
    a, b = _element(told.a, first), _element(told.b, second)
    if a.ref == b.ref:
        raise RowRefused("both ends are the same", "To")
    start, end = entities.date(row, row.maybe("Start Date")), entities.date(row, row.maybe("End Date"))
    yield a
    yield b
    common = entities.filled(startDate=start, endDate=end, note=row.maybe("Description"))
    yield relations.tie(told, a, b, common, record)


def _is_connection(row: Row) -> bool:
    """A connection whose words say how its ends are tied; or one in Kumu's own form, which may leave them blank."""
    return _told(row)[1] is not None or fold(row.maybe("Direction")) in ("directed", "undirected", "mutual")


ELEMENTS = Source(
    name="kumu-elements",
    publisher="Kumu",
    gives="people, organizations, events, campaigns and issues of a map",
    header=("Label", "Type"),
    read=_read_element,
    looks=_known_type,
    refuse_unless=lambda columns: not columns & {"from", "to"},
    ignore=frozenset({
        "ID", "Description", "Tags", "Image", "Website", "URL", "Email", "Phone", "Organization", "City", "State",
    }),
)  # fmt: skip
CONNECTIONS = Source(
    name="kumu-connections",
    publisher="Kumu",
    gives="who is tied to whom in a map",
    header=("From", "To", "Type"),
    read=_read_connection,
    looks=_is_connection,
    ignore=frozenset({"ID", "Direction", "Tags", "Strength", "Description", "Label"}),
)
