"""The texts that the product drafts and never sends: to either side, to the broker, and to both once both said yes.

The wording is in the files of ``letters/``: a subject, an empty line, the text. Names are filled into named places and
are never themselves a template. An address is in a draft only after both sides said yes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template
from urllib.parse import quote

from lpgraph.introductions import words
from lpgraph.introductions.book import Record
from lpgraph.introductions.steps import YES

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
    bonds: Sequence[str] = ()  # what the broker is to either side, told to the broker


def drafts(record: Record, filling: Filling) -> tuple[Draft, ...]:
    """The texts that the record needs now: to whoever is asked next, or to both once both said yes."""
    if record.both_yes:
        return (_together(record, filling),)
    found = [_to(SIDE_A, record, filling), _to(SIDE_B, record, filling)]
    if record.broker:
        why = _lines([*filling.bonds, *_shared(filling.to_a)])
        values = {"you": flat(record.broker.name), **_pair(record, filling), "why": why, "owner": flat(filling.owner)}
        found.append(_draft(BROKER, record.broker.name, values))
    return tuple(found)


def _to(kind: str, record: Record, filling: Filling) -> Draft:
    you, them, why = (record.a, record.b, filling.to_a) if kind == SIDE_A else (record.b, record.a, filling.to_b)
    line = _line(them.name, filling.lines.get(them.id, ""))
    # Nobody is said to wish a meeting before they said so.
    opening = words.WISHES if record.a.opt_in == YES else words.SHOULD_KNOW
    values = {"you": you.name, "them": them.name, "them_line": line, "opening": opening.format(them=line)}
    return _draft(
        kind, you.name, {k: flat(v) for k, v in values.items()} | {"why": _lines(why), "owner": flat(filling.owner)}
    )


def _together(record: Record, filling: Filling) -> Draft:
    values = {**_pair(record, filling), "why": _lines(_shared(filling.to_a)), "owner": flat(filling.owner)}
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


def _shared(reasons: Sequence[str]) -> list[str]:
    """What may be told to whoever is not ``you``: what both share."""
    return [text for text in reasons if " you" not in text and not text.startswith("You ")]


def _lines(reasons: Sequence[str]) -> str:
    """The strongest reasons, one a line; nothing where nothing is known: a letter makes no reason up."""
    return "\n".join(f"- {flat(text)}" for text in list(reasons)[:REASONS])


def _draft(kind: str, to: str, values: Mapping[str, str]) -> Draft:
    """A text from its file, its places filled."""
    text = files("lpgraph.introductions").joinpath(FOLDER, f"{kind}.txt").read_text(encoding="utf-8")
    subject, _, body = text.partition("\n")
    return Draft(kind, flat(to), Template(subject).substitute(values), _tidy(Template(body.strip()).substitute(values)))


def _tidy(body: str) -> str:
    """A place that stays empty leaves no gap."""
    return re.sub(r"\n{3,}", "\n\n", body)


def mailto(addresses: Sequence[str], subject: str, body: str) -> str:
    """What opens the reader's own mail program; empty when nobody has an address."""
    to = ",".join(quote(one, safe="@") for one in addresses if one.count("@") == 1)
    lines = body.replace("\n", "\r\n")
    return f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}" if to else ""


def flat(text: str) -> str:
    """A name or a sentence on one line, without what would break out of its place."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
