"""Harder cases made of labelled records: somebody keeps their rows, and gets the name, town or address of another.

``harder`` renames and moves people of a labelled table (see benchmarks/identity_train.py) so that what is written stays
as messy as it was, and who is who is still known. Nothing of it is shipped; another seed makes other cases.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from nicknames import NickNamer

from lpgraph.ids import fold

Row = dict[str, str]
# Two people who look like one, or share what one of them alone should have.
TWO = {
    "state": "one name in one state",
    "town": "one name in one town",
    "body": "one name in one town and organization",
    "blank": "one name in one town and organization, and one of them never has an address",
    "common": "one common name, four times in a state",
    "slips": "one name in one state, with a slip of the pen on both",
    "border": "one name in two states, the state left out here and there",
    "junior": "father and son in one house, Jr on one record alone",
    "home": "a family: one surname, initial, place and phone, at times one mailbox",
    "aide": "somebody who writes from the mailbox of the official they work for",
    "heir": "the next in the post, who has the mailbox of the one before on a record",
}
# One person who looks like two, on some of the records.
ONE = {
    "short": "a usual short form",
    "wed": "another surname",
    "marks": "diacritics",
    "turned": "first and last name changed over",
    "lost": "no state",
    "slip": "a slip of the pen",
}
_MARKS = str.maketrans({"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü", "n": "ñ"})
_SHORT = NickNamer()
_SURNAMES = ("Okafor", "Lindqvist", "Brightwater", "Castellanos", "Novak", "Ferreira", "Holloway", "Sandoval")


@dataclass(slots=True)
class Someone:
    """One person of the truth and their records; ``office`` is the address of the post."""

    id: str
    first: str
    last: str
    state: str
    city: str
    zip: str
    title: str
    organization: str
    office: str
    phone: str
    rows: list[Row] = field(default_factory=list)


def harder(people: list[Someone], seed: int, share: float = 0.004) -> dict[str, set[str]]:
    """Change the records of ``people`` in place: ``share`` of them become a case of each kind. Gives id → its kinds."""
    chance = random.Random(seed)
    free = sorted((one for one in people if one.first and one.last and one.rows), key=lambda one: one.id)
    chance.shuffle(free)
    made = _Made(chance, [one.first for one in free], _common(free))
    rest: defaultdict[str, list[Someone]] = defaultdict(list)
    for one in free:
        rest[one.state].append(one)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind in TWO:
        for _ in range(round(len(people) * share / (2 if kind == "common" else 1))):
            some = _some(rest, chance, kind)
            getattr(made, kind)(*some)
            for one in some:
                found[one.id].add(kind)
    left = [one for state in sorted(rest) for one in rest[state] if len(one.rows) > 1]
    chance.shuffle(left)
    for kind in ONE:
        for one in (left.pop() for _ in range(round(len(people) * share))):
            for row in chance.sample(one.rows, max(1, len(one.rows) // 2)):
                getattr(made, kind)(one, row)
            found[one.id].add(kind)
    return dict(found)


def _some(rest: dict[str, list[Someone]], chance: random.Random, kind: str) -> list[Someone]:
    """Who is taken for a case: two of one state, of two for ``border``, four for ``common``; nobody twice."""
    many = 4 if kind == "common" else 2
    state = chance.choice(sorted(state for state, some in rest.items() if len(some) >= 60))
    if kind == "border":
        other = chance.choice(sorted(one for one, some in rest.items() if one != state and len(some) >= 60))
        return [rest[state].pop(), rest[other].pop()]
    if kind in ("aide", "heir"):
        at = next((n for n, one in enumerate(rest[state]) if one.office), 0)
        return [rest[state].pop(at), rest[state].pop()]
    return [rest[state].pop() for _ in range(many)]


def _common(people: list[Someone]) -> list[tuple[str, str]]:
    first, last = Counter(one.first for one in people), Counter(one.last for one in people)
    firsts, lasts = ([name for name, _ in found.most_common(20)] for found in (first, last))
    return [(a, b) for a in firsts for b in lasts]


@dataclass(slots=True)
class _Made:
    """One method a kind."""

    chance: random.Random
    firsts: list[str]
    names: list[tuple[str, str]]

    def state(self, known: Someone, other: Someone) -> None:
        self._named(other, known.first, known.last)

    def town(self, known: Someone, other: Someone) -> None:
        self._named(other, known.first, known.last)
        self._moved(other, known)

    def body(self, known: Someone, other: Someone) -> None:
        self.town(known, other)
        _set(other, "org", known.organization)
        _set(other, "title", known.title)

    def blank(self, known: Someone, other: Someone) -> None:
        self.body(known, other)
        for row in other.rows:
            row["email"] = row["phone"] = ""

    def common(self, *some: Someone) -> None:
        first, last = self.chance.choice(self.names)
        for one in some:
            self._named(one, first, last)

    def slips(self, known: Someone, other: Someone) -> None:
        self.state(known, other)
        for one in (known, other):
            self.slip(one, self.chance.choice(one.rows))

    def border(self, known: Someone, other: Someone) -> None:
        self._named(other, known.first, known.last)
        for one in (known, other):
            for row in one.rows:
                if self.chance.random() < 0.3:
                    row["state"] = row["file_state"] = ""

    def junior(self, known: Someone, other: Someone) -> None:
        self.town(known, other)
        self._rung(other, known, 0.5)
        row = self.chance.choice(other.rows)
        row["raw_name"] += " Jr."
        row["last_col"] += " Jr." if row["last_col"] else ""

    def home(self, known: Someone, other: Someone) -> None:
        like = [one for one in self.firsts if one[0] == known.first[0] and fold(one)[:3] != fold(known.first)[:3]]
        self._named(other, self.chance.choice(like or self.firsts), known.last)
        self._moved(other, known)
        self._rung(other, known, 0.6)
        mails = [row["email"] for row in known.rows if row["email"] and row["email"] != known.office]
        if mails and self.chance.random() < 0.25:
            for row in other.rows:
                row["email"] = mails[0] if row["email"] else ""

    def aide(self, known: Someone, other: Someone) -> None:
        _set(other, "org", f"Office of {known.title} {known.last}")
        for row in other.rows:
            if row["email"] and known.office and self.chance.random() < 0.5:
                row["email"] = known.office

    def heir(self, known: Someone, other: Someone) -> None:
        self._moved(other, known)
        _set(other, "org", known.organization)
        _set(other, "title", known.title)
        row = self.chance.choice(other.rows)
        row["email"] = known.office or row["email"]

    def short(self, one: Someone, row: Row) -> None:
        forms = sorted(_SHORT.nicknames_of(fold(one.first)))
        if forms:
            _spell(row, one.first, self.chance.choice(forms).title())

    def wed(self, one: Someone, row: Row) -> None:
        _spell(row, one.last, _SURNAMES[len(one.last) % len(_SURNAMES)])

    def marks(self, one: Someone, row: Row) -> None:
        for name in (one.first, one.last):
            _spell(row, name, name[:1] + name[1:].translate(_MARKS))

    def turned(self, one: Someone, row: Row) -> None:
        row["raw_name"] = f"{one.last} {one.first}"
        if row["first_col"] and row["last_col"]:
            row["first_col"], row["last_col"] = one.last, one.first

    def lost(self, _one: Someone, row: Row) -> None:
        row["state"] = row["file_state"] = ""

    def slip(self, one: Someone, row: Row) -> None:
        name = one.last if self.chance.random() < 0.5 or len(one.first) < 5 else one.first
        at = self.chance.randrange(1, max(len(name) - 1, 2))
        kinds = (name[:at] + name[at + 1 :], name[:at] + name[at : at + 1] * 2 + name[at + 1 :])
        swapped = name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]
        _spell(row, name, self.chance.choice((*kinds, swapped)))

    def _named(self, other: Someone, first: str, last: str) -> None:
        """Give the other this name, wherever and however theirs is written; their mailboxes follow."""
        number = self.chance.randrange(10, 1000)
        for row in other.rows:
            upper, comma = row["raw_name"].isupper(), "," in row["raw_name"]
            short = sorted(_SHORT.nicknames_of(fold(first))) if self.chance.random() < 0.15 else []
            given = self.chance.choice(short).title() if short else first
            said = f"{last}, {given}" if comma else f"{given} {last}"
            row["raw_name"] = said.upper() if upper else said
            if row["first_col"] or row["last_col"]:
                row["first_col"], row["last_col"] = given, last
            row["org"] = re.sub(rf"\b{re.escape(other.last)}$", last, row["org"])  # "Office of Senator Vega"
            local, at, domain = row["email"].partition("@")
            for old, new in ((other.last, last), (other.first, first)):
                local = re.sub(re.escape(fold(old).replace(" ", "")), fold(new).replace(" ", ""), local, flags=re.I)
            row["email"] = (
                f"{local}{number}{at}{domain}" if at and local != row["email"].partition("@")[0] else row["email"]
            )
        other.first, other.last = first, last

    def _moved(self, other: Someone, known: Someone) -> None:
        for column, value in (("city", known.city), ("zip", known.zip)):
            _set(other, column, value)

    def _rung(self, other: Someone, known: Someone, share: float) -> None:
        number = next((row["phone"] for row in known.rows if row["phone"]), known.phone)
        for row in other.rows:
            if row["phone"] and self.chance.random() < share:
                row["phone"] = number


def _set(one: Someone, column: str, value: str) -> None:
    for row in one.rows:
        row[column] = value if row[column] else ""


def _spell(row: Row, old: str, new: str) -> None:
    for column in ("raw_name", "first_col", "last_col"):
        row[column] = re.sub(rf"\b{re.escape(old)}\b", new, row[column], flags=re.I)
