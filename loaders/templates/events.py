"""Templates about events and who came. Registered is not attended."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused
from loaders.templates import refs
from loaders.templates.refs import NAMESPACE
from loaders.templates.template import Template
from lpgraph.ids import fold
from lpgraph.model import Label

_FORMATS = ("in person", "online", "hybrid")


def _read_event(row: Row, _context: Context) -> Iterator[Draft]:
    title, start = row.take("title"), refs.date(row, "start")
    own = row.maybe("event_id")
    ident = refs.known_by(own)[0] if own else (fold(title), start[:10]) if start else refs.event(title).ident
    if not own and not start:
        row.flag("no event_id and no start: another event of this title would be the same one", "event_id")
    form = row.maybe("format").casefold()
    if form and form not in _FORMATS:
        row.flag(f"format must be one of: {', '.join(_FORMATS)}; it was left out", "format")
        form = ""
    event = entities.thing(
        Label.EVENT, NAMESPACE, ident, title, rank=2, type=row.maybe("type"), startAt=start,
        endAt=refs.date(row, "end"), format=form, size=refs.number(row, "size", 0, 10_000_000), url=row.maybe("url"),
        legalEntity=row.maybe("legal_entity").casefold(),
    )  # fmt: skip
    record = ("event", *ident)
    yield event
    where = areas.area(row.maybe("city"), row.maybe("state"))
    if where:
        yield Fact("LOCATED_IN", event, where, record=record)
        yield from areas.within(where)
    elif row.maybe("city") or row.maybe("state"):
        row.flag("no such state: the place was left out", "state")
    for column, type_ in (("host", "HOSTED"), ("sponsor", "SPONSORED")):
        for name in refs.several(row.maybe(column)):
            yield Fact(type_, refs.ref(Label.ORGANIZATION, name), event, record=record)
    for column, label in (("campaign", Label.CAMPAIGN), ("policy", Label.POLICY), ("issue", Label.ISSUE)):
        for name in refs.several(row.maybe(column)):
            yield Fact("ABOUT", event, refs.ref(label, name), record=record)
    if row.maybe("part_of"):
        yield Fact("PART_OF", event, refs.event(row.maybe("part_of")), record=record)


_CAME = {"attended", "checked in", "present", "came", "walk in", "walk-in"}
_SAID = {"registered": "registered", "invited": "invited", "no-show": "no-show", "no show": "no-show", "maybe": "maybe"}
_DROPPED = {"cancelled", "canceled", "declined", "deleted"}


_known: dict[tuple[str, ...], Mention] = {}  # who was read already: an attendance file names the same people again


def _attendee(row: Row, event: Mention) -> Mention:
    """Who came, as the row says; the same words are the same mention, unless there was something to say of them."""
    cells = (row.maybe("person"), row.maybe("organization"), row.maybe("email"))
    # A name with an address means the same person at every event; one without counts inside its event.
    asked = (*cells, *(() if cells[2] else event.ident))
    if (known := _known.get(asked)) is not None:
        return known
    said = len(row.flags)
    who = _read_attendee(row, event)
    if len(row.flags) == said:
        if len(_known) >= refs.CACHE:
            _known.clear()
        _known[asked] = who
    return who


def _read_attendee(row: Row, event: Mention) -> Mention:
    text, organization = row.maybe("person"), row.maybe("organization")
    mail = entities.emails(row, row.maybe("email"), "email")
    if not text:
        return refs.ref(Label.ORGANIZATION, organization or row.take("person"))
    scope = "event:" + "|".join(event.ident)
    who = refs.person(row, text, scope=scope, organization=organization)
    if mail:
        if not refs.id_like(text) and "<" not in text:
            who.ident = entities.ident(str(who.props["name"]), emails=mail)
        who.emails = mail
    if organization:
        who.props.update(entities.filled(organization="" if refs.id_like(organization) else organization))
    who.rank = 1 if mail or organization or not refs.id_like(text) else 0
    return who


def _read_attendance(row: Row, _context: Context) -> Iterator[Draft]:
    event = refs.event(row.take("event"))
    who = _attendee(row, event)
    status = row.take("status").casefold()
    record = ("attendance", *event.ident, "", *who.ident)
    own = entities.filled(role=row.maybe("role"), minutes=refs.number(row, "minutes", 0, 20_000))
    yield who
    yield event
    if status in _CAME:
        yield Fact("ATTENDED", who, event, own, record)
    elif status in _DROPPED:
        yield Record(NAMESPACE, record, status)
    elif status not in _SAID:
        raise RowRefused("status must be registered, attended, no-show, invited, maybe or cancelled", "status")
    else:
        yield Fact("REGISTERED_FOR", who, event, {"status": _SAID[status]}, record)


EVENTS = Template(
    name="events",
    gives="events: when, where, who hosted, what about",
    columns=(
        ("event_id", "any short id of your own (e-12); without one, point at it as Title (2026-03-14)"),
        ("title", "as announced"),
        ("type", "training, hearing, conference, call, rally, dinner …"),
        ("start", "2026-03-14 or 2026-03-14 18:00"),
        ("end", "the same"),
        ("city", "where it is held"),
        ("state", "two letters or the full name"),
        ("format", ", ".join(_FORMATS)),
        ("size", "how many came, when only the number is known"),
        ("url", "public page"),
        ("legal_entity", "c3, c4 or both"),
        ("host", "organizations, separated by ;"),
        ("sponsor", "organizations, separated by ;"),
        ("campaign", "campaigns, separated by ;"),
        ("policy", "policies, separated by ;"),
        ("issue", "issues, separated by ;"),
        ("part_of", "the event that this is a session of"),
    ),
    examples=(
        ("example-e-1", "Example Scheduling Summit", "conference", "2026-03-14", "2026-03-15", "Denver", "CO",
         "in person", "", "https://example.org/summit", "c3", "example-o-1", "",
         "example-c-1", "Fair scheduling", "", ""),
        ("example-e-2", "Opening session", "session", "2026-03-14 09:00", "2026-03-14 10:30", "Denver", "CO",
         "hybrid", "", "", "", "", "", "", "", "labor", "example-e-1"),
    ),
    header=("event_id", "title", "start"),
    read=_read_event,
)  # fmt: skip
ATTENDANCE = Template(
    name="attendance",
    gives="who registered for an event, and who came",
    columns=(
        ("event", "template id, or Title (2026-03-14)"),
        ("person", "template id, ocd-person/…, or name; empty when an organization came"),
        ("organization", "where the person is from, or who came"),
        ("email", "helps to recognise a name"),
        ("status", "registered, attended, no-show, invited, maybe or cancelled: registered is not attended"),
        ("role", "speaker, host, panelist …"),
        ("minutes", "how long, when known"),
    ),
    examples=(
        ("example-e-1", "example-p-1", "", "", "attended", "speaker", ""),
        ("example-e-1", "Odell Fairweather", "Example Institute", "odell@example.org", "registered", "", ""),
    ),
    header=("event", "person", "status"),
    read=_read_attendance,
)
