"""What the Legistar formats share: whose Legistar it is, its bodies, its people, and what a title means.

Ids are Legistar's own numbers and count inside one client (``legistar:seattle``): people, office records, roll calls
and sponsors of one city meet by number, never by guess. The client is read from the addresses in the record, else from
the file's name, else the folder's (``seattle-officerecords.json``, ``seattle/persons.json``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from loaders import areas, entities
from loaders.base import Mention, Row
from lpgraph.model import Label, Props

# Clients whose name is not their city's, and large ones whose city is certain.
_CITIES = {
    "a2gov": ("Ann Arbor", "MI"), "baltimore": ("Baltimore", "MD"), "boston": ("Boston", "MA"),
    "chicago": ("Chicago", "IL"), "cityofdallas": ("Dallas", "TX"), "columbus": ("Columbus", "OH"),
    "denver": ("Denver", "CO"),
    "detroit": ("Detroit", "MI"), "fresno": ("Fresno", "CA"), "longbeach": ("Long Beach", "CA"),
    "madison": ("Madison", "WI"), "mesa": ("Mesa", "AZ"), "milwaukee": ("Milwaukee", "WI"),
    "nashville": ("Nashville", "TN"), "nyc": ("New York", "NY"), "oakland": ("Oakland", "CA"),
    "phila": ("Philadelphia", "PA"), "philadelphia": ("Philadelphia", "PA"), "phoenix": ("Phoenix", "AZ"),
    "pittsburgh": ("Pittsburgh", "PA"), "sacramento": ("Sacramento", "CA"), "sanjose": ("San Jose", "CA"),
    "seattle": ("Seattle", "WA"), "sfgov": ("San Francisco", "CA"), "stpaul": ("St Paul", "MN"),
}  # fmt: skip
_GENERIC = {
    "person", "persons", "people", "event", "events", "officerecords", "officerecord", "office", "records", "bodies",
    "sample", "legistar", "export", "exports", "data", "matters", "introduction", "json", "csv", "raw", "council",
    "members", "meetings", "votes", "download", "downloads", "import", "imports", "copy", "new", "page", "part", "",
}  # fmt: skip
_COUNCIL = re.compile(
    r"(?:the )?(?:[\w.'’ -]+ )?(?:city|town|common|village|borough|county|metro(?:politan)?|full|municipal) council"
    r"(?: of [\w .'’-]+)?|(?:the )?council"
    r"|(?:[\w.'’ -]+ )?(?:board of (?:supervisors|alder\w+|(?:county )?commissioners)|county board"
    r"|c(?:ity|ounty) commission)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"committee|caucus|conference|delegation|task force|subcommittee|commission on|advisory|session|staff|liaison"
    r"|whole|district council|workforce|housing council",
    re.IGNORECASE,
)
_VACANT = re.compile(r"(?i)\W*(?:vacan(?:t|cy)|tb[ad]|to be (?:determined|appointed|announced))\b.*|open seat")
_OFFICES = re.compile(
    r"(?i)(?:the )?(?:office|department|dept\.?|bureau|division|board|committee|commission) (?:of|on|for) .+"
    r"|.+ (?:department|dept\.?|division|committee|commission|bureau|authority|agency|city council|office)"
)


def client(row: Row, *texts: object) -> str:
    """The Legistar client of a record: from its addresses, else from its file's or folder's name."""
    for text in texts:
        found = re.search(
            r"//([\w-]+)\.legistar1?\.com(?:/([\w-]+)/)?|webapi\.legistar\.com/v1/([\w-]+)", str(text or "")
        )
        if found:
            name = found.group(3) or found.group(1)
            return (found.group(2) or name if name == "legistar2" else name).lower()
        if re.search(r"\bcouncil\.nyc\.gov", str(text or "")):
            return "nyc"
    path = PurePath(row.file)
    named = [_words(part) for part in (path.stem, *reversed(path.parts[:-1]))]
    known = next((word for words in named for word in words if word in _CITIES), "")
    if known or named[0]:
        return known or named[0][0]
    folder = next((words[0] for words in named if words), "unknown")
    said = f"the folder's name, {folder}, is taken for it. " if folder != "unknown" else ""
    row.flag(f"whose Legistar is this? {said}Name the file after the city (seattle-persons.json)")
    return folder


def _words(part: str) -> list[str]:
    """The words of a file's or folder's name that may be a city's."""
    return [w for w in re.split(r"[^a-z0-9]+", part.lower()) if w not in _GENERIC and not w.isdigit()]


def area(of_client: str) -> Mention | None:
    """The city of a client that lpgraph is certain about."""
    city = _CITIES.get(of_client)
    return areas.area(*city) if city else None


def is_council(body_name: str) -> bool:
    """Whether a body is the elected council itself, not a committee or a caucus of it."""
    return bool(_COUNCIL.fullmatch(body_name.strip())) and not _PART.search(body_name)


@lru_cache(maxsize=16_384)
def body(of_client: str, number: str, name: str) -> Mention:
    """A council, committee or caucus by its number."""
    caucus = re.search(r"caucus|conference of|delegation", name, re.IGNORECASE)
    city, state = _CITIES.get(of_client, ("", ""))
    called = f"{city} {name}".strip() if re.match(r"(?i)(the )?(city|town|common|county) ", name) else name
    return entities.organization(
        f"legistar:{of_client}",
        ("body", number),
        called,
        rank=3,
        classification="caucus" if caucus else "government body",
        city=city,
        state=state,
    )


def name(full: str, first: str = "", last: str = "") -> entities.Name:
    """A person's name without the office in front of it ("Public Advocate …", "ALD. SURNAME")."""
    full = entities.untitled(entities.clean(full))
    if first and last and (not full or " " not in full or full.isupper()):
        full = ""
    return entities.name(full, first, last)


def nobody(row: Row, called: entities.Name, column: str) -> bool:
    """Whether the "person" is an empty seat or an office of the city; an office is flagged."""
    if _VACANT.fullmatch(called.text):
        return True
    if not _OFFICES.fullmatch(called.text):
        return False
    row.flag(f"“{called.text}” is an office, not a person: nobody is known by this row", column)
    return True


def person(of_client: str, number: str, called: entities.Name, rank: int = 1, **more: Any) -> Mention:
    """A person by Legistar's number; ``more`` as ``entities.person`` takes it."""
    return entities.person(f"legistar:{of_client}", ("person", number), called, rank=rank, **more)


def day(row: Row, text: object, column: str) -> str:
    """The day of a Legistar date; year 1 means unknown."""
    value = re.split(r"[T ]", str(text or "").strip())[0]  # Excel writes a client's dates as Americans do
    return "" if value.startswith(("0001", "1900-01-01", "1/1/1900")) else entities.date(row, value, column, "mdy")


def post(of_client: str, council: Mention, title: str, district: str = "") -> tuple[Mention, Mention | None]:
    """The office of a title in a council, and the area that it stands for when the city is known."""
    here = area(of_client)
    seat = f"District {district}" if district else ""
    stands_for = areas.seat(here, seat) if here else None
    called = ", ".join(part for part in (title, seat, str(council.props["name"])) if part)
    key = ("post", council.ident[1], title.casefold(), district)
    mention = entities.thing(Label.POST, council.namespace, key, called, rank=3, role=title, seat=seat)
    return mention, stands_for


def role(title: str, default: str = "") -> str:
    """A title as people write it: "CHAIRPERSON" → "Chairperson", "The Speaker" → "Speaker"."""
    text = re.sub(r"(?i)^the ", "", entities.clean(title)) or default
    return text.title() if text.isupper() else text


def dates(row: Row, start: object, end: object, column: str) -> Props:
    """Start and end as fact properties; an end before its start is flagged."""
    since, until = day(row, start, column), day(row, end, column)
    if since and until and until[: len(since)] < since[: len(until)]:
        row.flag(f"ends on {until}, before its start on {since}", column)
    return entities.filled(startDate=since, endDate=until)
