"""One record of a person read once: names, addresses, place and post, folded as comparing needs them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lpgraph.identity.addresses import email_key, phone_key
from lpgraph.identity.parse import PersonName, given_forms, parse_name
from lpgraph.ids import fold

_ZIP = re.compile(r"\d{5}")
_OFFICE = re.compile(r"^office of (?:the )?(?:\w+ )*?(\w+)$")
_STATES = {
    "alabama": "al", "alaska": "ak", "arizona": "az", "arkansas": "ar", "california": "ca", "colorado": "co",
    "connecticut": "ct", "delaware": "de", "district of columbia": "dc", "florida": "fl", "georgia": "ga",
    "hawaii": "hi", "idaho": "id", "illinois": "il", "indiana": "in", "iowa": "ia", "kansas": "ks", "kentucky": "ky",
    "louisiana": "la", "maine": "me", "maryland": "md", "massachusetts": "ma", "michigan": "mi", "minnesota": "mn",
    "mississippi": "ms", "missouri": "mo", "montana": "mt", "nebraska": "ne", "nevada": "nv", "new hampshire": "nh",
    "new jersey": "nj", "new mexico": "nm", "new york": "ny", "north carolina": "nc", "north dakota": "nd",
    "ohio": "oh", "oklahoma": "ok", "oregon": "or", "pennsylvania": "pa", "puerto rico": "pr", "rhode island": "ri",
    "south carolina": "sc", "south dakota": "sd", "tennessee": "tn", "texas": "tx", "utah": "ut", "vermont": "vt",
    "virginia": "va", "washington": "wa", "west virginia": "wv", "wisconsin": "wi", "wyoming": "wy",
}  # fmt: skip


_POSTS = (
    ("council", r"council|alder|selectm|selectw|trustee|freeholder|\bcm\b"), ("mayor", r"mayor|^city of"),
    ("commission", r"commission|supervisor"), ("clerk", r"clerk"),
    ("house", r"representative|assembl|delegate|\brep\b"), ("senate", r"senator|senate"),
    ("treasurer", r"treasurer|comptroller|controller"), ("attorney", r"attorney|solicitor"), ("staff", r"staff|aide"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One record of a person, as its columns say it; every column but the key may be empty."""

    key: str
    name: str = ""
    given: str = ""
    family: str = ""
    title: str = ""
    organization: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    middle: str = ""
    suffix: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """What a card says once its spelling is out of the way."""

    key: str
    name: PersonName
    given: str  # the first name, "" where there is an initial or nothing
    forms: tuple[str, ...]  # every written first name of two letters and more
    initials: str  # of first and middle names, in order
    family: str  # written as one word
    emails: frozenset[str]
    boxes: frozenset[str]  # e-mail addresses of a role rather than of somebody
    phones: frozenset[str]
    city: str
    zip: str
    state: str
    organization: str
    office: str  # whose office the organization says to be
    post: str

    @property
    def features(self) -> tuple[object, ...]:
        """All that comparing looks at: two records of one value are compared alike."""
        return (self.name, self.emails, self.boxes, self.phones, self.city, self.zip, self.state, self.organization,
                self.office, self.post)  # fmt: skip


@lru_cache(maxsize=262_144)
def _place(text: str) -> str:
    words = fold(text).split()
    return " ".join({"st": "saint", "mt": "mount", "ft": "fort", "twp": "township"}.get(w, w) for w in words)


@lru_cache(maxsize=4_096)
def _state(text: str) -> str:
    state = fold(text)
    return _STATES.get(state, state)


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=65_536)
def _post(text: str) -> str:
    return next((kind for kind, words in _POSTS if re.search(words, text)), "")


@lru_cache(maxsize=65_536)
def read(card: PersonCard) -> Person:
    """The card in folded parts."""
    name = parse_name(card.name, card.given, card.family, card.middle, card.suffix)
    first, forms, initials = given_forms(name)
    mails = {text.strip().lower().removeprefix("mailto:") for text in card.emails if "@" in text}
    people = {email_key(text) for text in mails} - {""}
    organization = _folded(card.organization)
    office = _OFFICE.match(organization)
    found = _ZIP.match(card.zip.strip())
    return Person(
        card.key, name, first, forms, initials, "".join(name.family), frozenset(people), frozenset(mails - people),
        frozenset({phone_key(text) for text in card.phones} - {""}), _place(card.city), found.group() if found else "",
        _state(card.state), organization, office.group(1) if office else "",
        _post(_folded(card.title)) or _post(organization),
    )  # fmt: skip
