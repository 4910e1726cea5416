"""Templates about people: who they are, which offices they hold, and who is tied to whom."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities, unions
from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused
from loaders.templates import refs
from loaders.templates.refs import NAMESPACE
from loaders.templates.template import Template
from lpgraph.model import Label


def _person(row: Row) -> Mention:
    name = entities.name(row.maybe("name"), row.maybe("given_name"), row.maybe("family_name"))
    if not name.text:
        raise RowRefused("no name, and no given_name or family_name", "name")
    mail = entities.emails(row, row.maybe("email"), "email")
    phone = entities.phones(row, row.maybe("phone"), "phone")
    provider = entities.prefixed(row.maybe("provider_id"))
    if row.maybe("provider_id") and not provider:
        row.flag("this provider_id is of no kind that lpgraph knows (ocd-person/…); it was left out", "provider_id")
    ids: tuple[str, ...] = (provider,) if provider else ()
    place = f"{row.maybe('city')}, {row.maybe('state')}".strip(", ")
    if own := row.maybe("person_id"):
        ident, more = refs.known_by(own)
        ids += more
    else:
        organization = row.maybe("organization")
        ident = entities.ident(name.text, emails=mail, phones=phone, organization=organization, place=place)
    return entities.person(
        NAMESPACE, ident, name, ids=tuple(dict.fromkeys(ids)), emails=mail, phones=phone, rank=2,
        pronouns=row.maybe("pronouns"), title=row.maybe("title"), organization=_named(row.maybe("organization")),
        city=row.maybe("city"), state=row.maybe("state"), website=row.maybe("website"),
        doNotContact=refs.yes(row, "do_not_contact"), doNotIntroduce=refs.yes(row, "do_not_introduce"),
    )  # fmt: skip


def _named(text: str) -> str:
    """An organization's name for a person's own line; an id says nothing there."""
    return "" if refs.id_like(text) else text


def _read_person(row: Row, _context: Context) -> Iterator[Draft]:
    who = _person(row)
    record = ("person", *who.ident)
    yield who
    if row.maybe("organization"):
        if unions.parse_union(row.maybe("organization")) and not row.maybe("title"):
            row.flag("who is a plain member of a union is not stored; give a title for officers and staff", "title")
        else:
            body = refs.ref(Label.ORGANIZATION, row.maybe("organization"))
            yield Fact("MEMBER_OF", who, body, entities.filled(role=row.maybe("title")), record)
    home = areas.area(row.maybe("city"), row.maybe("state"))
    if home:
        yield Fact("LOCATED_IN", who, home, record=record)
        yield from areas.within(home)
    elif row.maybe("city") or row.maybe("state"):
        row.flag("no such state: the place was kept as text only", "state")
    for issue in refs.several(row.maybe("issues")):
        yield Fact("INTERESTED_IN", who, refs.ref(Label.ISSUE, issue), record=record)


def _read_post(row: Row, _context: Context) -> Iterator[Draft]:
    who = refs.person(row, row.take("person"))
    role, seat = row.take("role"), row.maybe("seat")
    known = refs.ref(Label.ORGANIZATION, row.take("body"))
    kind = {"classification": "government body"}
    body = Mention(known.label, known.namespace, known.ident, {**known.props, **kind}, known.ids, rank=1)
    area = refs.area(row, "area")
    stands_for = areas.seat(area, seat) if area else None
    ocd_id = stands_for.ident[0] if stands_for else ""
    ident = ("post", *body.ident, refs.key(role), refs.key(seat), ocd_id)
    place_of = area if seat else stands_for
    where = str(place_of.props["name"]) if place_of else str(body.props.get("name", ""))
    called = ", ".join(dict.fromkeys(part for part in (role, seat, where) if part))
    post = entities.thing(Label.POST, NAMESPACE, ident, called, rank=2, role=role, seat=seat)
    start, end = refs.date(row, "start"), refs.date(row, "end")
    record = ("post", *who.ident, *ident, start)
    yield who
    yield Fact("HOLDS", who, post, entities.filled(role=role, startDate=start, endDate=end), record)
    yield Fact("IN_BODY", post, body, record=ident)
    if area and stands_for:
        yield Fact("REPRESENTS", post, stands_for, record=ident)
        yield Fact("GOVERNS", body, areas.jurisdiction(area), record=("body", *body.ident))
        yield from areas.within(stands_for)


_TO_ORGANIZATION = {"member of": "MEMBER_OF", "staff of": "STAFF_OF", "board of": "BOARD_OF", "leads": "LEADS"}
_TYPES = ("knows", "do-not-introduce", *_TO_ORGANIZATION, "affiliated with")


def _read_tie(row: Row, _context: Context) -> Iterator[Draft]:
    kind = row.take("type").casefold().replace("_", " ").replace("do not introduce", "do-not-introduce")
    if kind not in _TYPES:
        raise RowRefused(f"type must be one of: {', '.join(_TYPES)}", "type")
    common = entities.filled(
        startDate=refs.date(row, "since"), note=row.maybe("note"), assertion="reported" if kind == "knows" else ""
    )
    until = refs.date(row, "until")
    first, second = row.take("person"), row.take("other")
    to_organization = kind in _TO_ORGANIZATION or row.maybe("other_kind").casefold().startswith("organi")
    if kind == "affiliated with":
        a = refs.ref(Label.ORGANIZATION, first)
        b = refs.ref(Label.ORGANIZATION, second)
        fact = Fact("AFFILIATED_WITH", a, b, {**common, **entities.filled(endDate=until)})
    else:
        a = refs.person(row, first)
        b = refs.ref(Label.ORGANIZATION, second) if to_organization else refs.person(row, second)
        if kind == "knows" and to_organization:
            raise RowRefused("a person knows a person; for an organization write “member of”, “staff of” …", "type")
        if kind == "knows":
            own = entities.filled(
                strength=refs.number(row, "strength", 1, 5), basis=row.maybe("basis"),
                lastContactAt=refs.date(row, "last_contact"), endDate=until,
            )  # fmt: skip
            fact = Fact("KNOWS", a, b, {**common, **own})
        elif kind == "do-not-introduce":
            fact = Fact("DO_NOT_INTRODUCE", a, b, {**common, **entities.filled(until=until)})
        else:
            role = entities.filled(role=row.maybe("basis"), endDate=until)
            fact = Fact(_TO_ORGANIZATION[kind], a, b, {**common, **role})
    if a.ref == b.ref:
        raise RowRefused("both ends are the same", "other")
    fact.record = ("tie", *a.ident, "", *b.ident, kind)
    yield a
    yield b
    yield fact


PEOPLE = Template(
    name="people",
    gives="people: names, contacts, where they are, what they wish",
    columns=(
        ("person_id", "any short id of your own (p-17); needed when other files point at this person"),
        ("name", "full name, or fill given_name and family_name"),
        ("given_name", "first name"),
        ("family_name", "last name"),
        ("pronouns", "as the person says"),
        ("email", "one address"),
        ("phone", "one number"),
        ("title", "what they do there: Organizer, Policy Director"),
        ("organization", "name, template id, ein:… or olms:…"),
        ("city", "city or town"),
        ("state", "two letters or the full name"),
        ("website", "public page"),
        ("issues", "what they care about, separated by ;"),
        ("do_not_contact", "yes if they must not be written to"),
        ("do_not_introduce", "yes if they must never be introduced"),
        ("provider_id", "an id that holds elsewhere: ocd-person/…"),
    ),
    examples=(
        ("example-p-1", "Maribel Quintanar", "", "", "she/her", "maribel@example.org", "", "Organizer",
         "Tenants of Example Park", "Denver", "CO", "", "housing; fair scheduling", "", "", ""),
        ("example-p-2", "", "Odell", "Fairweather", "", "odell@example.org", "", "", "", "Brooklyn", "NY", "",
         "paid leave", "", "yes", ""),
    ),
    header=("person_id", "name", "do_not_introduce"),
    read=_read_person,
)  # fmt: skip
POSTS = Template(
    name="posts",
    gives="who holds which office, since when and until when",
    columns=(
        ("person", "template id, ocd-person/…, or name"),
        ("role", "Council Member, Mayor, Commissioner"),
        ("body", "name or id of the council or board"),
        ("area", "City, ST or an ocd-division id"),
        ("seat", "District 3, Ward 2, At-large"),
        ("start", "2024, 2024-01 or 2024-01-08"),
        ("end", "empty while in office"),
    ),
    examples=(
        ("example-p-1", "Council Member", "Example City Council", "Denver, CO", "District 3", "2023-07-17", ""),
        ("example-p-2", "Mayor", "Town of Exampleton", "Boulder, CO", "", "2019", "2023-11"),
    ),
    header=("person", "role", "body", "area"),
    read=_read_post,
)
TIES = Template(
    name="ties",
    gives="who knows whom, who must not be introduced, who belongs where",
    columns=(
        ("person", "template id, ocd-person/…, or name"),
        ("other", "a person, or an organization for member of, staff of, board of, leads"),
        ("type", "knows, do-not-introduce, member of, staff of, board of, leads, affiliated with"),
        ("strength", "1 (met once) to 5 (close); for knows"),
        ("basis", "how they know each other, or the role there"),
        ("last_contact", "date of the last contact"),
        ("since", "date"),
        ("until", "date; when it ended or stops holding"),
        ("note", "anything a colleague should read"),
        ("other_kind", "organization, when a do-not-introduce is about one"),
    ),
    examples=(
        ("example-p-1", "example-p-2", "knows", "4", "worked together", "2026-05-02", "2021", "", "", ""),
        ("example-p-1", "example-o-1", "board of", "", "treasurer", "", "2022-01", "", "", ""),
    ),
    header=("person", "other", "type"),
    read=_read_tie,
)
