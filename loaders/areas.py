"""Places as Open Civic Data divisions: "Denver, CO" is one Area in every file, whoever wrote it and however.

``area("Brooklyn", "NY")`` → the division of Kings County; ``division("ocd-division/…/place:denver")`` → Denver's
canonical ``county:denver``; ``within(mention)`` → the facts city → state. The aliases are those of the
opencivicdata/ocd-division-ids list for places where people organise (consolidated city-counties, boroughs,
independent cities, districts and territories); any other id stays as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from loaders.base import Fact, Mention
from lpgraph.model import Label, Props

NAMESPACE = "ocd"
US = "ocd-division/country:us"

STATES = {
    "al": "Alabama", "ak": "Alaska", "az": "Arizona", "ar": "Arkansas", "ca": "California", "co": "Colorado",
    "ct": "Connecticut", "de": "Delaware", "dc": "District of Columbia", "fl": "Florida", "ga": "Georgia",
    "hi": "Hawaii", "id": "Idaho", "il": "Illinois", "in": "Indiana", "ia": "Iowa", "ks": "Kansas", "ky": "Kentucky",
    "la": "Louisiana", "me": "Maine", "md": "Maryland", "ma": "Massachusetts", "mi": "Michigan", "mn": "Minnesota",
    "ms": "Mississippi", "mo": "Missouri", "mt": "Montana", "ne": "Nebraska", "nv": "Nevada", "nh": "New Hampshire",
    "nj": "New Jersey", "nm": "New Mexico", "ny": "New York", "nc": "North Carolina", "nd": "North Dakota",
    "oh": "Ohio", "ok": "Oklahoma", "or": "Oregon", "pa": "Pennsylvania", "ri": "Rhode Island",
    "sc": "South Carolina", "sd": "South Dakota", "tn": "Tennessee", "tx": "Texas", "ut": "Utah", "vt": "Vermont",
    "va": "Virginia", "wa": "Washington", "wv": "West Virginia", "wi": "Wisconsin", "wy": "Wyoming",
    "as": "American Samoa", "gu": "Guam", "mp": "Northern Mariana Islands", "pr": "Puerto Rico",
    "vi": "U.S. Virgin Islands",
}  # fmt: skip
_TERRITORIES = {"as", "gu", "mp", "pr", "vi"}
_BY_NAME = {name.casefold(): code for code, name in STATES.items()} | {"d.c.": "dc", "washington dc": "dc"}

# Below state:xx, what is written → what it is called in Open Civic Data.
_ALIASES = {
    "ak": {f"place:{p}": f"borough:{p}" for p in ("anchorage", "juneau", "sitka", "wrangell")},
    "ca": {
        "place:san_francisco": "county:san_francisco", "place:ventura": "place:san_buenaventura_~ventura~",
        "place:paso_robles": "place:el_paso_de_robles_~paso_robles~",
    },
    "co": {
        "place:denver": "county:denver", "place:broomfield": "county:broomfield",
        "place:canon_city": "place:cañon_city",
    },
    "ga": {"place:columbus": "county:muscogee"},
    "hi": {"place:honolulu": "county:honolulu"},
    "ky": {"place:lexington": "county:fayette"},
    "la": {"place:new_orleans": "parish:orleans"},
    "md": {"county:baltimore_city": "place:baltimore"},
    "mo": {"county:st_louis_city": "place:st_louis", "county:st_louis_county": "county:st_louis"},
    "mt": {"place:anaconda": "county:deer_lodge"},
    "nv": {"county:carson_city": "place:carson_city"},
    "ny": {
        "borough:bronx": "county:bronx", "borough:brooklyn": "county:kings", "borough:manhattan": "county:new_york",
        "borough:queens": "county:queens", "borough:staten_island": "county:richmond",
        "place:bronx": "county:bronx", "place:the_bronx": "county:bronx", "place:brooklyn": "county:kings",
        "place:manhattan": "county:new_york", "place:queens": "county:queens",
        "place:staten_island": "county:richmond", "place:new_york_city": "place:new_york",
    },
    "pa": {"county:philadelphia": "place:philadelphia"},
    "tn": {"place:lynchburg": "county:moore", "place:nashville": "place:nashville-davidson"},
}  # fmt: skip
# What a person calls a division whose id reads otherwise.
_NAMES = {
    f"{US}/state:ny/county:kings": "Brooklyn", f"{US}/state:ny/county:new_york": "Manhattan",
    f"{US}/state:ny/county:bronx": "The Bronx", f"{US}/state:ny/county:queens": "Queens",
    f"{US}/state:ny/county:richmond": "Staten Island", f"{US}/district:dc": "Washington",
    f"{US}/state:co/county:denver": "Denver", f"{US}/state:co/county:broomfield": "Broomfield",
    f"{US}/state:ca/county:san_francisco": "San Francisco", f"{US}/state:hi/county:honolulu": "Honolulu",
    f"{US}/state:ga/county:muscogee": "Columbus", f"{US}/state:ky/county:fayette": "Lexington",
    f"{US}/state:la/parish:orleans": "New Orleans", f"{US}/state:mt/county:deer_lodge": "Anaconda",
    f"{US}/state:tn/county:moore": "Lynchburg", f"{US}/state:tn/place:nashville-davidson": "Nashville",
    f"{US}/state:ca/place:san_buenaventura_~ventura~": "Ventura",
    f"{US}/state:ca/place:el_paso_de_robles_~paso_robles~": "Paso Robles",
}  # fmt: skip
# New York's boroughs are counties in the list, and parts of the city in life.
_BOROUGHS = ("kings", "new_york", "bronx", "queens", "richmond")
_PARENTS = {f"{US}/state:ny/county:{county}": f"{US}/state:ny/place:new_york" for county in _BOROUGHS}
_DISTRICTS = {
    "council_district": "council district", "ward": "ward", "sldl": "state house district",
    "sldu": "state senate district", "cd": "congressional district", "school_district": "school district",
    "precinct": "precinct", "anc": "advisory neighborhood commission",
}  # fmt: skip


def state_code(text: str) -> str:
    """The postal code in lower case of a state's code or name: ``"Colorado"`` → ``"co"``; ``""`` when it is none."""
    folded = " ".join(text.casefold().split())
    return folded if folded in STATES else _BY_NAME.get(folded, "")


def state_id(code: str) -> str:
    """The OCD division of a state, district or territory by its postal code."""
    kind = "district" if code == "dc" else "territory" if code in _TERRITORIES else "state"
    return f"{US}/{kind}:{code}"


def slug(name: str) -> str:
    """A place's name as OCD spells it in an id.

    >>> slug("St. Paul"), slug("Hart's Location"), slug("Cañon City")
    ('st_paul', 'hart~s_location', 'cañon_city')
    """
    text = unicodedata.normalize("NFC", " ".join(name.casefold().replace(".", "").split())).replace(" ", "_")
    return re.sub(r"[^\w\-~]", "~", re.sub(r"(^|_)saint_", r"\1st_", text))


@lru_cache(maxsize=65_536)
def canonical(ocd_id: str) -> str:
    """An OCD division id with its aliases resolved: ``…/place:denver/…`` → ``…/county:denver/…``."""
    text = unicodedata.normalize("NFC", ocd_id.strip().casefold()).rstrip("/")
    text = re.sub(r"/(place|county|parish):((?:\w+_)?)saint_", r"/\1:\2st_", text)
    text = re.sub(r"/state:ny/place:new_york/(county|borough):", r"/state:ny/\1:", text)
    parts = text.split("/")
    if len(parts) > 2 and parts[2].startswith("state:"):
        code = parts[2].removeprefix("state:")
        parts[2] = state_id(code).rsplit("/", 1)[1]
        if code == "dc" and len(parts) > 3 and parts[3] == "place:washington":
            del parts[3]
        if len(parts) > 3:
            parts[3] = _ALIASES.get(code, {}).get(parts[3], parts[3])
    return "/".join(parts)


def _state_of(ocd_id: str) -> str:
    """The postal code of an American division's state; ``""`` above that and in other countries."""
    match = re.match(rf"{US}/(?:state|district|territory):([a-z]{{2}})(?:/|$)", ocd_id)
    return match.group(1) if match else ""


def _title(value: str) -> str:
    words = value.replace("_", " ").replace("~s", "'s").replace("~", "'").split(" ")
    small = {"of", "the", "on", "by", "and", "de", "la", "del"}
    return " ".join(w if i and w in small else w[:1].upper() + w[1:] for i, w in enumerate(words))


def _own_name(ocd_id: str) -> str:
    if ocd_id in _NAMES:
        return _NAMES[ocd_id]
    kind, _, value = ocd_id.rsplit("/", 1)[-1].partition(":")
    if kind in ("state", "district", "territory"):
        return STATES.get(value, value.upper())
    if kind in ("county", "parish", "borough"):
        return f"{_title(value)} {kind.title()}"
    return f"{_DISTRICTS[kind]} {value.upper()}" if kind in _DISTRICTS else _title(value)


def readable(ocd_id: str) -> str:
    """What a person calls a division: "Boulder, CO", "Denver, CO, council district 3", "Colorado"."""
    code = _state_of(ocd_id)
    if not code or ocd_id == state_id(code):
        return "Washington, DC" if code == "dc" else _own_name(ocd_id)
    head = ocd_id
    tail: list[str] = []
    while head.rsplit("/", 1)[-1].partition(":")[0] in _DISTRICTS:
        tail.insert(0, _own_name(head))
        head = head.rsplit("/", 1)[0]
    if head == state_id(code):
        where = "Washington, DC" if code == "dc" else STATES[code]
    else:
        where = f"{_own_name(head)}, {code.upper()}"
    return ", ".join([where, *tail])


def is_plain(ocd_id: str) -> bool:
    """Whether an id itself says what people call the division: a place, county, state, council district or ward."""
    return ocd_id.rsplit("/", 1)[-1].partition(":")[0] in {
        "state", "district", "territory", "county", "parish", "borough", "place", *_DISTRICTS,
    }  # fmt: skip


def parent(ocd_id: str) -> str:
    """The division that this one lies in, up to its state (in other countries: to the country); ``""`` above that."""
    if ocd_id in _PARENTS:
        return _PARENTS[ocd_id]
    above = ocd_id.rsplit("/", 1)[0]
    abroad = "/country:" in above and not ocd_id.startswith(f"{US}/")
    return canonical(above) if abroad or _state_of(above) else ""


@lru_cache(maxsize=65_536)
def division(ocd_id: str, name: str = "", rank: int = 0) -> Mention:
    """The Area of an OCD division id, by its canonical id, with a readable name when none is given."""
    own = canonical(ocd_id)
    kind = own.rsplit("/", 1)[-1].partition(":")[0]
    props: Props = {"name": name or readable(own), "type": kind}
    if code := _state_of(own):
        props["state"] = code.upper()
    return Mention(Label.AREA, NAMESPACE, (own,), props, rank=rank)


_COUNTY_WORD = {"parish": "la", "borough": "ak"}  # what a county is called there; elsewhere a town may be named so


@lru_cache(maxsize=65_536)
def area(city: str, state: str) -> Mention | None:
    """The Area of a city in a state (or of the state, when the city is empty); ``None`` when the state is none.

    "Washington DC", "New York City" and an appended state ("Boulder CO") are read as what they mean.
    """
    code = state_code(state)
    if not code:
        return None
    town = " ".join(city.replace(",", " ").split())
    town = re.sub(rf"(?i)\s+{code}$", "", town) if code != "in" else town
    if code == "dc" or not town:
        return division(state_id(code))
    if not re.search(r"\w", town):
        return None
    county = re.fullmatch(r"(?i)(.+) (county|parish|borough)", town)
    if county and (county[2].lower() == "county" or code == _COUNTY_WORD[county[2].lower()]):
        return division(f"{state_id(code)}/{county[2].lower()}:{slug(county[1])}")
    return division(f"{state_id(code)}/place:{slug(town)}")


def split_place(text: str) -> tuple[str, str]:
    """``"Denver, CO"`` → ``("Denver", "CO")``; a state alone → ``("", state)``; otherwise the text and ``""``."""
    head, comma, tail = text.strip().rpartition(",")
    if comma and state_code(tail.strip()):
        return head.strip().rstrip(",").strip(), tail.strip()
    return ("", text.strip()) if state_code(text) else (text.strip(), "")


def place(text: str) -> Mention | None:
    """The Area of a cell that holds an OCD division id, "City, ST", or a state; ``None`` when it holds neither."""
    if text.strip().casefold().startswith("ocd-division/"):
        return division(text)
    return area(*split_place(text))


def seat(jurisdiction: Mention, text: str, chamber: str = "") -> Mention:
    """The division that a seat of a jurisdiction stands for: ward, district, a chamber's district, or all of it.

    ``seat(boulder, "District 3")`` → ``…/place:boulder/council_district:3``; "At-large" and "Seat A" → Boulder.
    """
    match = re.fullmatch(r"(?i)(?:(ward|district|council district)\s+)?(\d+[a-z]?|[a-z])", text.strip())
    if not match or not (match.group(1) or match.group(2)[0].isdigit()):
        return jurisdiction
    kind = {"lower": "sldl", "upper": "sldu", "legislature": "sldl"}.get(chamber)
    kind = kind or ("ward" if (match.group(1) or "").lower() == "ward" else "council_district")
    return division(f"{jurisdiction.ident[0]}/{kind}:{match.group(2).lower()}")


def jurisdiction(place: Mention) -> Mention:
    """The city, county or state that a district or ward belongs to; any other area is its own."""
    ocd_id = place.ident[0]
    while ocd_id.rsplit("/", 1)[-1].partition(":")[0] in _DISTRICTS:
        ocd_id = ocd_id.rsplit("/", 1)[0]
    return place if ocd_id == place.ident[0] else division(ocd_id)


def within(low: Mention) -> Iterator[Fact]:
    """The facts that say where an area lies, one step each, up to its state."""
    ocd_id = low.ident[0]
    while above := parent(ocd_id):
        high = division(above)
        yield Fact("WITHIN", low, high, record=("area", low.ident[0]))
        low, ocd_id = high, above
