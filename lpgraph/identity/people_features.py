"""A pair of records as numbers, in a fixed order: levels of agreement, and what the company of both names says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from lpgraph.identity.people_compare import (
    family_level,
    generation_level,
    given_level,
    mail_fits,
    middle_level,
    office_level,
    phone_level,
    sets_level,
    text_level,
)
from lpgraph.identity.people_context import Company
from lpgraph.identity.people_frequencies import borne, common
from lpgraph.identity.people_read import Person

NAMES = (
    "given", "family", "middle", "generation", "mail", "box", "mail_local", "mail_domain", "mail_users",
    "mail_fits_low", "mail_fits_high", "cross_fits", "phone", "phone_users", "city", "zip", "state", "organization",
    "post", "office", "common_given", "common_family", "length_given", "records", "phones", "mails", "cities", "zips",
    "posts", "generations", "middles", "bearers", "bearers_low", "records_low", "said_low", "said_high",
    "initials",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """A record with all that is the same in every pair it is in."""

    one: Person
    company: tuple[float, ...]
    mail: str
    fits: int
    served: dict[str, int]
    said: int
    official: int
    common: tuple[int, int]
    borne: int  # how common the whole name is by the census

    @classmethod
    def of(cls, one: Person, company: Company, served: dict[str, int]) -> Side:
        """The record beside what its company says."""
        mail = min(one.emails or one.boxes, default="")
        said = sum(map(bool, (mail, one.phones, one.city, one.zip, one.organization, one.post)))
        given = one.name.given[0] if one.name.given else ""
        return cls(
            one, company.logs, mail, mail_fits(mail, one.name) if mail else -1, served, said,
            2 if one.office and one.office in one.name.family else 1 if one.office else 0,
            (common("given", given), common("family", one.family)), borne(given, one.family),
        )  # fmt: skip


@lru_cache(maxsize=262_144)
def _locals(a: str, b: str) -> tuple[float, int]:
    if not a or not b:
        return -1.0, -1
    (x, _, home), (y, _, other) = a.partition("@"), b.partition("@")
    return round(JaroWinkler.similarity(x, y), 2), int(home == other)


def vector(a: Side, b: Side) -> tuple[float, ...]:
    """The features of a pair, in the order of ``NAMES``; the same for (b, a)."""
    x, y = a.one, b.one
    same_mail, same_box = sets_level(x.emails, y.emails), sets_level(x.boxes, y.boxes)
    shared = (x.emails & y.emails) | (x.boxes & y.boxes)
    rung = x.phones & y.phones
    local, domain = _locals(a.mail, b.mail)
    low, high = sorted((a.fits, b.fits))
    cross = max(mail_fits(a.mail, y.name) if a.mail else -1, mail_fits(b.mail, x.name) if b.mail else -1)
    many = map(max, a.company, b.company)
    return (
        given_level(x.name, y.name), family_level(x.name, y.name), middle_level(x.name, y.name),
        generation_level(x.name, y.name), same_mail, same_box, local, domain,
        max((a.served[mail] for mail in shared), default=0), low, high, cross,
        phone_level(x.phones, y.phones), max((a.served[phone] for phone in rung), default=0),
        text_level(x.city, y.city), text_level(x.zip, y.zip), text_level(x.state, y.state),
        text_level(x.organization, y.organization), office_level(x, y), 3 * max(a.official, b.official) + min(
            a.official, b.official),
        min(a.common[0], b.common[0]), min(a.common[1], b.common[1]), min(len(x.given), len(y.given)),
        *many, min(a.company[8], b.company[8]), min(a.company[0], b.company[0]),
        min(a.said, b.said), max(a.said, b.said), int(x.initials == y.initials),
    )  # fmt: skip
