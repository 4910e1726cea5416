"""The texts that the product drafts and never sends: to either side, to the broker, and to both once both said yes.

The wording is in the files of ``letters/``: a subject, an empty line, the text. Names are filled into named places and
are never themselves a template. An address is in a draft only after both sides said yes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template
from urllib.parse import quote

from lpgraph.introductions import words
from lpgraph.introductions.book import Record

SIDE_A, SIDE_B, BROKER, TOGETHER = "side_a", "side_b", "broker", "both"
FOLDER = "letters"
REASONS = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """A text for somebody. ``mailto`` opens the reader's own mail program; empty before both sides said yes."""

    kind: str
    to: str
    subject: str
    body: str
    mailto: str = ""


@dataclass(frozen=True, slots=True)
class Filling:
    """What the texts say of a record: lines below names by id, why (told to a, told to b), and addresses by id."""

    lines: Mapping[str, str]
    to_a: Sequence[str]
    to_b: Sequence[str]
    owner: str
    addresses: Mapping[str, Sequence[str]]


def drafts(record: Record, filling: Filling) -> tuple[Draft, ...]:
    """The texts that the record needs now: to whoever is asked next, or to both once both said yes."""
    if record.both_yes:
        return (_together(record, filling),)
    found = [_to(SIDE_A, record, filling), _to(SIDE_B, record, filling)]
    if record.broker:
        values = {"you": flat(record.broker.name), **_pair(record, filling), "why": _why(filling.to_a, record.a.name)}
        found.append(_draft(BROKER, record.broker.name, values | {"owner": flat(filling.owner)}))
    return tuple(found)


def _to(kind: str, record: Record, filling: Filling) -> Draft:
    you, them, why = (record.a, record.b, filling.to_a) if kind == SIDE_A else (record.b, record.a, filling.to_b)
    values = {"you": you.name, "them": them.name, "them_line": _line(them.name, filling.lines.get(them.id, ""))}
    return _draft(
        kind, you.name, {k: flat(v) for k, v in values.items()} | {"why": _why(why), "owner": flat(filling.owner)}
    )


def _together(record: Record, filling: Filling) -> Draft:
    values = {**_pair(record, filling), "why": _why(filling.to_a, record.a.name), "owner": flat(filling.owner)}
    draft = _draft(TOGETHER, f"{record.a.name}, {record.b.name}", values)
    found = [address for one in (record.a, record.b) for address in list(filling.addresses.get(one.id, ()))[:1]]
    return Draft(draft.kind, draft.to, draft.subject, draft.body, mailto(found, draft.subject, draft.body))


def _pair(record: Record, filling: Filling) -> dict[str, str]:
    a, b = record.a, record.b
    return {
        "one": flat(a.name),
        "two": flat(b.name),
        "one_line": flat(_line(a.name, filling.lines.get(a.id, ""))),
        "two_line": flat(_line(b.name, filling.lines.get(b.id, ""))),
    }


def _line(name: str, line: str) -> str:
    """``Marisol Vega (Council Member, District 10 · Denver, CO)``."""
    return f"{name} ({line})" if line else name


def _why(reasons: Sequence[str], instead_of_you: str = "") -> str:
    """The strongest reasons, one a line; where ``you`` is not who reads it, only what both share is told."""
    told = [flat(text) for text in reasons if not instead_of_you or " you" not in text]
    return "\n".join(f"- {text}" for text in told[:REASONS]) or words.NO_WHY


def _draft(kind: str, to: str, values: Mapping[str, str]) -> Draft:
    """A text from its file, its places filled."""
    text = files("lpgraph.introductions").joinpath(FOLDER, f"{kind}.txt").read_text(encoding="utf-8")
    subject, _, body = text.partition("\n")
    return Draft(kind, flat(to), Template(subject).substitute(values), Template(body.strip()).substitute(values))


def mailto(addresses: Sequence[str], subject: str, body: str) -> str:
    """What opens the reader's own mail program; empty when nobody has an address."""
    to = ",".join(quote(one, safe="@") for one in addresses if one.count("@") == 1)
    lines = body.replace("\n", "\r\n")
    return f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}" if to else ""


def flat(text: str) -> str:
    """A name or a sentence on one line, without what would break out of its place."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
