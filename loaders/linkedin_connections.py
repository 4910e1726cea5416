"""LinkedIn's Connections.csv: whom the person who exported it is connected with.

The file does not say whose connections these are: name it ``Connections of Jane Doe.csv``, or write ``Owner: Jane Doe
<jane@example.org>`` in a line above the header. Load it with that person's consent. A connection is reported and weak
(strength 2): being connected is not knowing each other well. E-mail addresses are mostly missing: the profile's address
says who somebody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from loaders import entities
from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused, Source
from loaders.templates import refs

NAMESPACE = "linkedin"
_OWNER = re.compile(r"(?i)owner\s*:\s*(\S.*)")
_NAMED = re.compile(r"(?i)connections[ _-]+of[ _-]+(\S.*)")


def _owner(row: Row, context: Context) -> Mention:
    """Whose connections these are: from the line above the header, else from the file's name."""
    lines = [f"{label}: {value}" for label, value in context.preamble.items()] + list(context.preamble.values())
    told = next((found.group(1) for line in lines if (found := _OWNER.fullmatch(line.strip()))), "")
    named = _NAMED.fullmatch(PurePath(row.file).stem)
    text = told or (re.sub(r"[_\s]+", " ", named.group(1)) if named else "")
    if not text:
        raise RowRefused(
            "whose connections are these? Name the file “Connections of Jane Doe.csv”, or write “Owner: Jane Doe "
            "<jane@example.org>” in a line above the header"
        )
    return refs.person(row, text)


def _read(row: Row, context: Context) -> Iterator[Draft]:
    owner = _owner(row, context)
    name = entities.name("", row.maybe("First Name"), row.maybe("Last Name"))
    url = row.maybe("URL").split("?")[0].rstrip("/").casefold()
    mail = entities.emails(row, row.maybe("Email Address"), "Email Address")
    company, title = row.maybe("Company"), row.maybe("Position")
    if not name.text:
        row.flag("a connection without a name (a closed account): nobody is known by this row", "First Name")
        return
    ident = ("profile", url) if url else entities.ident(name.text, emails=mail, organization=company)
    who = entities.person(NAMESPACE, ident, name, emails=mail, title=title, organization=company, website=url)
    since = entities.date(row, row.maybe("Connected On"), "Connected On")
    yield who
    if who.emails and who.emails == owner.emails:
        return
    yield Fact(
        "KNOWS", owner, who,
        entities.filled(strength=2, basis="LinkedIn connection", assertion="reported", startDate=since),
        ("connection", *owner.ident, "", *ident),
    )  # fmt: skip


SOURCE = Source(
    name="linkedin-connections",
    publisher="LinkedIn",
    gives="whom the owner of the file is connected with",
    header=("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"),
    read=_read,
    ignore=frozenset({"Email Address", "Company", "Position", "Connected On"}),  # of a row that names nobody
)
