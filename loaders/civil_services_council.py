"""City councils of civil.services: one row a seat, with its member, the term, and the city's population.

A vacant seat is a post that nobody holds. The middle name repeats the first there and is not read; nor are party,
gender, ethnicity, birth date, address and accounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities, openstates_people
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from lpgraph.model import Label

NAMESPACE = "civil-services"
_TITLES = {"councilor": "council member", "councillor": "council member", "councilmember": "council member"}
_PRIVATE = frozenset({
    "state_name", "state_name_slug", "state_code_slug", "city_name_slug", "party", "middle_name", "goes_by",
    "pronunciation", "gender", "ethnicity", "date_of_birth", "latitude", "longitude", "address_complete",
    "address_number", "address_prefix", "address_street", "address_sec_unit_type", "address_sec_unit_num",
    "address_city", "address_state", "address_zipcode", "address_type", "background_url", "city_government_url",
    "city_council_url", "city_council_calendar_url", "city_council_legislation_url", "city_council_committees_url",
    "twitter_handle", "twitter_url", "facebook_url", "photo_url",
})  # fmt: skip


def _role(title: str) -> str:
    """A title's slug as an office: leaders of a council are members of it."""
    title = title.replace("-", " ").casefold().strip()
    return "council member" if "leader" in title or "speaker" in title else _TITLES.get(title, title)


def _city(row: Row) -> Mention:
    place = areas.area(row.take("city_name"), row.take("state_code"))
    if place is None:
        raise RowRefused(f"{row.take('state_code')!r} is no state", "state_code")
    people = row.maybe("population").replace(",", "")
    if people.isdigit():
        return Mention(Label.AREA, place.namespace, place.ident, {**place.props, "population": int(people)}, rank=1)
    return place


def _person(row: Row, slug: str) -> Mention:
    city, state = row.take("city_name"), row.take("state_code")
    called = entities.name(
        row.take("name"), row.maybe("first_name"), row.maybe("last_name"), "", row.maybe("name_suffix")
    )
    return entities.person(
        NAMESPACE, ("person", state.casefold(), city.casefold(), slug), called, rank=3,
        emails=entities.emails(row, row.maybe("email"), "email"),
        phones=entities.phones(row, row.maybe("phone"), "phone"), city=city, state=state.upper(),
    )  # fmt: skip


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    place, role = _city(row), _role(row.take("title"))
    district = "At-large" if row.maybe("at_large").casefold() == "true" else row.maybe("district")
    jurisdiction = place.ident[0].replace("ocd-division/", "ocd-jurisdiction/") + "/government"
    post, facts = openstates_people.post(jurisdiction, role, district)
    slug, start = row.maybe("name_slug"), entities.date(row, row.maybe("entered_office"), "entered_office")
    end = entities.date(row, row.maybe("term_end"), "term_end")
    vacant = row.maybe("vacant").casefold() == "true" or not row.maybe("name")
    # A seat with a district is one record, whoever holds it; at large, several hold the like.
    own = () if district not in ("", "At-large") or vacant else (slug,)
    record = ("seat", jurisdiction, role, district.casefold(), *own)
    yield place
    yield post
    yield Record(NAMESPACE, record)
    yield from facts
    if not vacant:
        who = _person(row, slug or row.take("name").casefold())
        yield who
        yield Fact("HOLDS", who, post, entities.filled(role=role, startDate=start, endDate=end), record)


SOURCE = Source(
    name="civil-services-council",
    publisher="civil.services",
    gives="members of a city council, their seats and terms; the city's population",
    header=("state_code", "city_name", "title", "entered_office", "term_end"),
    read=_read,
    media=("csv", "json", "yaml", "tsv", "xlsx"),
    ignore=_PRIVATE,
)
