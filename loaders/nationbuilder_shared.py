"""What NationBuilder's three exports share: whose nation it is, and how a signup is known.

A signup's number counts inside one nation. Files of one nation belong together without saying so; who loads exports of
two nations writes ``Nation: slug`` in a line above the header of each.
"""

from __future__ import annotations

import re

from loaders import entities
from loaders.base import Context, Mention, Row
from lpgraph.ids import fold
from lpgraph.model import Label

NAMESPACE = "nationbuilder"
_NATION = re.compile(r"(?i)nation\s*:?\s*(\S.*)")
_YES, _NO = frozenset(("true", "t", "yes", "y", "1", "x")), frozenset(("false", "f", "no", "n", "0"))


def nation(context: Context) -> str:
    """The nation's name from a line above the header; empty when unsaid."""
    for label, value in context.preamble.items():
        if fold(label) == "nation":
            return fold(value)
        if found := _NATION.fullmatch(value.strip()):
            return fold(found.group(1))
    return ""


def signup(context: Context, number: str) -> tuple[str, ...]:
    """The ident of a signup, which people, relationships and RSVPs all name alike."""
    return ("signup", number, nation(context))


def reference(context: Context, label: Label, number: str) -> Mention:
    """A signup named by its number only."""
    return Mention(label, NAMESPACE, signup(context, number), rank=0)


def yes(row: Row, column: str) -> bool:
    """Whether a cell says yes; a blank says no, and anything that is neither is flagged and taken for no."""
    text = row.maybe(column).casefold()
    if text and text not in _YES | _NO:
        row.flag(f"{column} is neither yes nor no; it was read as no", column)
    return text in _YES


def contacts(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """E-mail addresses and phone numbers of a row; one marked as bad is left out."""
    mail: list[str] = []
    for column in ("email", "email1", "email2", "email3", "email4"):
        bad = f"{column}_is_bad" if column != "email" else "email1_is_bad"
        if row.maybe(column) and row.maybe(bad).casefold() not in _YES:
            mail += entities.emails(row, row.maybe(column), column)
    phone: list[str] = []
    for column in ("mobile_number", "phone_number", "work_phone_number"):
        phone += entities.phones(row, row.maybe(column), column)
    return tuple(dict.fromkeys(mail)), tuple(dict.fromkeys(phone))
