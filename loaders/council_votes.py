"""Roll calls as a matrix (CityVotes): one row an agenda item, one column a member; and the list of who voted.

A row with a vote is a measure and each member's vote on it; being absent is no vote. Where one matter came up several
times, it stands where its last item left it. Which city it is: the columns ``city`` and ``state``, else the address of
the agenda in a Legistar that is known, else the file's or folder's name (``Dallas-TX-2024-Q1-Voted-Items.csv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from loaders import areas, entities, legistar_shared, openstates_people
from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused, Source
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "council-votes"
_VOTES = {
    "yes": "yes", "y": "yes", "yea": "yes", "aye": "yes", "for": "yes", "no": "no", "n": "no", "nay": "no",
    "against": "no", "abst": "abstain", "abstain": "abstain", "abstained": "abstain", "present": "abstain",
}  # fmt: skip
_NO_VOTE = frozenset({
    "absnt", "absent", "abs", "awvt", "absent when vote taken", "excused", "exc", "recused", "rec", "conflict", "n a",
    "na", "not voting", "nv", "vacant",
})  # fmt: skip
_RESULT = {"1": "passed", "true": "passed", "0": "failed", "false": "failed"}
_IGNORED = frozenset({
    "event_id", "event_time", "event_body", "event_location", "agenda_number", "agenda_sequence", "matter_type",
    "matter_intro_date", "matter_requester", "matter_body_name", "vote_type", "consent", "tally", "mover", "seconder",
    "roll_call_flag", "socrata_item_number", "socrata_agenda_info", "socrata_final_action", "minutes_link",
    "video_link", "attachment_links",
})  # fmt: skip


def _place(row: Row, link: str = "") -> Mention:
    """The city whose council votes. Raises ``RowRefused`` where nothing says it: a member's name alone is nobody."""
    found = areas.area(row.maybe("city"), row.maybe("state")) if row.maybe("state") else None
    if found is None and "legistar" in link:
        found = legistar_shared.area(legistar_shared.client(row, link))
    path = PurePath(row.file)
    for part in (path.stem, *reversed(path.parts[:-1])) if found is None else ():
        named = re.match(r"([A-Za-z][A-Za-z .'_-]*?)[-_ ]([A-Z]{2})(?:[-_ ]|$)", part)
        found = found or (areas.area(named[1].replace("_", " ").replace("-", " "), named[2]) if named else None)
    if found is None:
        raise RowRefused("nothing says which city this is: name the file City-ST-….csv, or add city and state", "city")
    return found


def _government(place: Mention) -> str:
    return place.ident[0].replace("ocd-division/", "ocd-jurisdiction/") + "/government"


def _member(place: Mention, text: str) -> Mention:
    """A member by name inside one council: the spacing of the name varies from file to file."""
    called = entities.name(entities.untitled(entities.clean(text)))
    town = str(place.props["name"]).partition(",")[0]
    key = ("member", place.ident[0], fold(called.text))
    return entities.person(NAMESPACE, key, called, rank=2, city=town, state=place.props.get("state"))


def _votes(row: Row) -> Iterator[tuple[str, str]]:
    """Who said what: the columns that are nobody's known field and hold a vote's word."""
    for column, value in row.data.items():
        word = fold(str(value or "")) if column.casefold() not in _FIELDS else ""
        if word in _VOTES or word in _NO_VOTE:
            row.maybe(column)
        if word in _VOTES:
            yield column, _VOTES[word]


def _matter(row: Row) -> tuple[str, ...]:
    """What tells the matter apart in its city; an item without a matter is itself."""
    number = row.maybe("matter_id") or row.maybe("matter_file")
    return ("matter", number) if number else _item(row)


def _item(row: Row) -> tuple[str, ...]:
    """What tells an agenda item apart: its number, else its meeting, place on the agenda and title."""
    if number := row.maybe("event_item_id"):
        return ("item", number)
    return ("item", row.take("event_date"), fold(row.maybe("event_body")), row.maybe("agenda_number"),
            fold(row.take("title")))  # fmt: skip


def _prepare(rows: Iterator[Row]) -> Iterator[Row]:
    """Each row with whether it is the last of its matter (only that one says where the matter stands), and with the
    address of an agenda: that of one meeting says which city all of them are."""
    kept = list(rows)
    link = next((str(row.data["agenda_link"]) for row in kept if row.data.get("agenda_link")), "")
    last: dict[str, tuple[str, int]] = {}
    keys = []
    for at, row in enumerate(kept):
        keys.append(str(row.data.get("matter_id") or row.data.get("matter_file") or f"row {at}"))
        last[keys[-1]] = max(last.get(keys[-1], ("", -1)), (str(row.data.get("event_date")), at))
    for at, row in enumerate(kept):
        row.data = {**row.data, "_last": str(last[keys[at]][1] == at), "_link": link}
        yield row


def _read_item(row: Row, _context: Context) -> Iterator[Draft]:
    link, day = row.maybe("agenda_link"), entities.date(row, row.maybe("event_date"), "event_date")
    place = _place(row, link or row.maybe("_link"))
    ident, record = (place.ident[0], *_matter(row)), (place.ident[0], *_item(row))
    measure = Mention(Label.MEASURE, NAMESPACE, ident, rank=0)
    title, number = row.maybe("matter_title") or row.take("title"), row.maybe("matter_file")
    stage, result = row.maybe("matter_status").casefold(), _RESULT.get(row.maybe("passed").casefold(), "")
    citation = row.maybe("matter_enactment_number")
    for column in ("title", "agenda_number", "event_body", "_link"):
        row.maybe(column)
    if row.maybe("_last") != "False":
        measure = entities.thing(
            Label.MEASURE, NAMESPACE, ident, title, rank=3, number=number, stage=stage or result, stageDate=day,
            result=result, url=link, citation=citation,
        )  # fmt: skip
    government, _ = openstates_people.body(_government(place))
    yield from openstates_people.placed(measure, government, place, NAMESPACE, record)
    for who, vote in _votes(row):
        yield Fact("VOTED", _member(place, who), measure, entities.filled(vote=vote, startDate=day), record)


def _role(title: str) -> str:
    """The office behind a title: "Mayor Pro Tem" and "Council President" are members of the council."""
    text = fold(title)
    return "mayor" if text in ("mayor", "the mayor") else "council member" if "attorney" not in text else title


def _read_member(row: Row, _context: Context) -> Iterator[Draft]:
    place, title = _place(row), row.take("title")
    who = _member(place, row.take("voter_name"))
    who = Mention(who.label, who.namespace, who.ident, {**who.props, "title": title}, rank=2)
    role, district = _role(title), row.maybe("district")
    post, facts = openstates_people.post(_government(place), role, "" if role == "mayor" else district)
    seen = [entities.date(row, row.maybe(column), column) for column in ("first_seen", "last_seen")]
    note = f"voted from {seen[0]} to {seen[1]}" if all(seen) else ""
    row.maybe("vote_count")
    yield who
    yield Fact("HOLDS", who, post, entities.filled(role=role, note=note), ("member", *who.ident))
    yield from facts


ITEMS = Source(
    name="council-votes",
    publisher="CityVotes",
    gives="what a council voted on, and how each member voted",
    header=("event_item_id", "matter_file", "matter_status", "passed"),
    read=_read_item,
    ignore=_IGNORED,
    prepare=_prepare,
    expect=(1, 200_000),
)
MEMBERS = Source(
    name="council-voters",
    publisher="CityVotes",
    gives="the members of a council who voted, with their district",
    header=("district", "voter_name", "title", "vote_count"),
    read=_read_member,
)
_FIELDS = {*_IGNORED, *ITEMS.header, "matter_id", "matter_title", "title", "matter_enactment_number", "event_date",
           "agenda_link", "city", "state", "_last", "_link"}  # fmt: skip
