"""People, organizations and events as a row wrote them: names split, contacts checked, idents built the same way.

Every source builds its mentions here, so that one rule holds everywhere: a provider's id; else (e-mail, name); else
(phone, name); else (name, organization, place); a bare name counts only inside its event or file. A bad e-mail or
phone is flagged and dropped, and the row is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders import called, plain
from loaders.base import Mention, Row
from loaders.dates import Order, partial, usual
from lpgraph.ids import fold, seen
from lpgraph.model import Label, Props, Value
from lpgraph.names import courtesies

CACHE = 50_000  # the same people come up in row after row, and parsing is most of a loader's time


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; ``text`` is the whole as the row wrote it."""

    text: str
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""

    @property
    def props(self) -> Props:
        """The parts that are there, under the model's property names."""
        parts = {
            "name": self.text, "givenName": self.given, "additionalName": self.additional,
            "familyName": self.family, "honorificSuffix": self.suffix,
        }  # fmt: skip
        return {k: v for k, v in parts.items() if v}


_OFFICE = re.compile(
    r"^(?:council ?(?:member|man|woman|person|or)|cm|public advocate|(?:the )?speaker|ald\.?|alder(?:man|woman|person)?"
    r"|assembly ?(?:member|man|woman)|supervisor|mayor|commissioner|selectman|trustee|(?:the )?hon(?:orable|\.)?"
    r"|councillor|(?:council )?president|rep\.|sen\.)\s+(?=\w)",
    re.IGNORECASE,
)


_SUFFIX = re.compile(r",?\s+(jr\.?|sr\.?|ii|iii|iv)$", re.IGNORECASE)


def untitled(text: str) -> str:
    """A name without the office in front of it: "CM Ana Lopez", "Public Advocate Ana Lopez" → "Ana Lopez"."""
    return _OFFICE.sub("", courtesies.plain(text))


def clean(text: object) -> str:
    """Text with its spacing tidied; ``""`` for what is absent."""
    tidy = " ".join(str(text).split()) if text is not None else ""
    return tidy if tidy.isascii() or seen(tidy).strip() else ""


@lru_cache(maxsize=CACHE)
def name(text: str = "", given: str = "", family: str = "", additional: str = "", suffix: str = "") -> Name:
    """A name from its parts, or from the whole when parts are missing.

    >>> name('James "Jim" Bailey, III').family, name('James "Jim" Bailey, III').nickname
    ('Bailey', 'Jim')
    """
    from nameparser import HumanName

    text, given, family = called.better(called.straight(clean(text))), clean(given), clean(family)
    family, behind = called.letters(family)
    if ending := _SUFFIX.search(family):
        family, suffix = family[: ending.start()], suffix or ending.group(1)
    whole = text or clean(" ".join((given, additional, family, suffix)))
    bare = untitled(seen(whole))  # its parts are read without what nobody sees
    if two := plain.two_words(bare):
        given = given or two[0]
        family = family or (two[1] if two[1] != given else "")
        return Name(whole, given, clean(additional), family, clean(suffix or behind))
    parsed = HumanName(bare)
    if not (given and family):
        given = given or clean(parsed.first) or _given(clean(parsed.title))
        family = family or (clean(parsed.last) if clean(parsed.last) != given else "")
        additional = additional or clean(parsed.middle)
    elif not additional and clean(parsed.first) == given and clean(parsed.last) == family:
        additional = clean(parsed.middle)
    suffix = clean(suffix or behind or parsed.suffix)
    return Name(whole, given, clean(additional), family, suffix, clean(parsed.nickname))


def _given(title: str) -> str:
    """A title that is a first name: nameparser takes Dean Smith for a dean."""
    return title if title.casefold() in ("dean", "duke", "earl", "judge", "king", "major", "prince", "queen") else ""


def emails(row: Row, text: str, column: str | None = None) -> tuple[str, ...]:
    """The e-mail address in a cell, in lower case; a bad one is flagged and dropped."""
    text = seen(text).strip().removeprefix("mailto:")
    if not text:
        return ()
    address = _email(text)
    if not address:
        row.flag("this e-mail address cannot be right; it was left out", column)
    return (address,) if address else ()


@lru_cache(maxsize=CACHE)
def _email(text: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    if (short := plain.address(text)) is not None:
        return short
    try:
        return validate_email(text, check_deliverability=False).normalized.casefold()
    except EmailNotValidError:
        return ""


def phones(row: Row, text: str, column: str | None = None) -> tuple[str, ...]:
    """The phone number in a cell, in international form with its extension; a bad one is flagged and dropped."""
    if not text.strip():
        return ()
    number = _phone(re.sub(r"^(\d{10,})\.0+$", r"\1", seen(text).strip()))  # a number that a sheet counted with
    if not number:
        row.flag("this phone number cannot be right; it was left out", column)
    return (number,) if number else ()


@lru_cache(maxsize=CACHE)
def _phone(text: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{plain};ext={number.extension}" if number.extension else plain


def date(row: Row, text: str, column: str | None = None, order: Order = "") -> str:
    """A date as ISO text cut to its precision; one that cannot be read is flagged and left out."""
    try:
        read, said = usual(text) if order == "mdy" else (partial(text, order), "")
    except ValueError as why:
        row.flag(f"{why}; the date was left out", column)
        return ""
    if said:
        row.flag(said, column)
    return read


def day(row: Row, text: str, column: str | None = None, order: Order = "") -> str:
    """The day of a moment where it was: nine in the evening at -05:00 is that day, not the next one of UTC."""
    return date(row, text, column, order)[:10]


def ident(
    who: str,
    *,
    emails: tuple[str, ...] = (),
    phones: tuple[str, ...] = (),
    organization: str = "",
    place: str = "",
    scope: str = "",
) -> tuple[str, ...]:
    """What tells a person without a provider's id apart: the strongest of e-mail, phone, organization, scope."""
    folded = fold(who)
    if emails:
        return ("email", emails[0], folded)
    if phones:
        return ("phone", phones[0], folded)
    if organization or place:
        return ("name", folded, fold(organization), fold(place), "")
    return ("name", folded, "", "", scope)


def person(
    namespace: str,
    key: tuple[str, ...],
    who: Name,
    *,
    ids: tuple[str, ...] = (),
    emails: tuple[str, ...] = (),
    phones: tuple[str, ...] = (),
    rank: int = 1,
    **props: Value | None,
) -> Mention:
    """A person's mention; properties that are empty are left out."""
    return Mention(Label.PERSON, namespace, key, {**who.props, **filled(**props)}, ids, emails, phones, rank)


def organization(
    namespace: str,
    key: tuple[str, ...],
    called: str,
    *,
    ids: tuple[str, ...] = (),
    rank: int = 1,
    **props: Value | None,
) -> Mention:
    """An organization's mention; properties that are empty are left out."""
    return Mention(Label.ORGANIZATION, namespace, key, filled(name=clean(called), **props), ids, rank=rank)


def thing(
    label: Label, namespace: str, key: tuple[str, ...], called: str, *, rank: int = 1, **props: Value | None
) -> Mention:
    """An event, post, campaign … : what its own ident says it is."""
    return Mention(label, namespace, key, filled(name=clean(called), **props), rank=rank)


def filled(**props: Value | None) -> Props:
    """Only the properties that say something."""
    return {k: v for k, v in props.items() if v not in (None, "")}


def prefixed(text: str) -> str:
    """A provider's id as the graph writes it, ``"ocd-person/x"`` → ``"ocd-person:x"``; ``""`` when it is none."""
    match = re.fullmatch(r"(ocd-person|ocd-jurisdiction|ocd-organization)[/:](\S+)", (text := seen(text)).strip(), re.I)
    if match:
        return f"{match.group(1).lower()}:{match.group(2)}"
    match = re.fullmatch(r"(ein|olms):\s*([\d-]+)", text.strip(), re.I)
    if match:
        digits = match.group(2).replace("-", "")
        return f"{match.group(1).lower()}:{digits.zfill(9) if match.group(1).lower() == 'ein' else digits.lstrip('0')}"
    return ""
