"""Which record of a table is its header, and what the lines above it say."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.base import fold_column
from loaders.readers.delimited import Record
from lpgraph.errors import FileRefused

# Column names that exports of people, organizations and events use: a record made of these is a header.
WORDS = frozenset(
    """
    name|full name|first name|last name|given name|family name|surname|first|last|email|e-mail|email address|user email
    phone|mobile|phone number|title|job title|position|role|organization|organisation|organization name|company
    employer|city|state|zip|zip code|address|notes|status|date|event|id|url|website|connected on|attendee status
    order #|attendee #|ticket type|name (original name)|join time|leave time|duration (minutes)|guest|in waiting room
    recording consent|union|union name|industry|start date|end date|minister|purpose of meeting|name of organisation
    attended|registration time|approval status|user name (original name)|time in session (minutes)|is guest
    country/region name|case number|type|label|description|from|to|district|party|county|country|department|committee
    meeting
    """.replace("\n", "|").split("|")
)
WORDS = frozenset(w.strip() for w in WORDS if w.strip())


# Lists that are published without a header: how their first cell begins, and the columns they have.
_HEADERLESS = {"ocd-division/": ("id", "name")}


def implied_header(head: Sequence[Record]) -> tuple[str, ...]:
    """The columns of a list that is published without a header; ``()`` for any other table."""
    first = next((record for record in head if not record.blank), None)
    if first is None or first.fault:
        return ()
    fitting = (
        c for begins, c in _HEADERLESS.items() if first.cells[0].startswith(begins) and len(first.cells) == len(c)
    )
    return next(fitting, ())


def find_header(head: Sequence[Record], words: frozenset[str] = WORDS) -> int:
    """The index of the header among the first records (blank ones included).

    It is the first record that is at least half as wide as the widest, so that titles above a table are passed
    over; unless a later record is made of known column names and is better at it, or stands below a blank line
    that ends a short block (Zoom's meeting details).
    """
    filled = [sum(1 for c in r.cells if c.strip()) for r in head]
    if not any(filled):
        return -1
    first = next(i for i, n in enumerate(filled) if n and n * 2 >= max(filled))
    best, most = first, _known(head[first], words)
    for i in range(first + 1, len(head)):
        known = _known(head[i], words)
        if known < 2 or known * 2 < filled[i]:
            continue
        below_block = filled[i - 1] == 0 and i - first <= 4
        if known > most or (best == first and below_block and head[i].cells != head[first].cells):
            best, most = i, known
    return best


def _known(record: Record, words: frozenset[str]) -> int:
    """How many different cells of a record are known column names."""
    return len({fold_column(c) for c in record.cells} & words)


def preamble_of(above: Sequence[Record]) -> dict[str, str]:
    """Label → value from the lines above the header: two lines under each other, ``label,value`` lines, else notes."""
    lines = [[c.strip() for c in r.cells] for r in above if not r.blank]
    filled = [[c for c in cells if c] for cells in lines]
    found: dict[str, str] = {}
    at = 0
    while at < len(lines):
        more = 1 if len(lines) == 2 else 2  # a table of one row: labels, and their values below them
        if at + 1 < len(lines) and len(filled[at]) > more and len(filled[at + 1]) > more:
            found |= {label: value for label, value in zip(lines[at], lines[at + 1], strict=False) if label}
            at += 2
            continue
        if len(filled[at]) == 2:
            found[filled[at][0].rstrip(":")] = filled[at][1]
        else:
            found[f"line {at + 1}"] = " ".join(filled[at])
        at += 1
    return found


def name_columns(file: str, cells: Sequence[str], line: int, limit: int) -> tuple[str, ...]:
    """The header's names as spelled; a column without a name is called by its position. Refuses doubled names."""
    names = [c.replace("\ufeff", "").strip() for c in cells]
    while names and not names[-1] and len(names) > limit:
        names.pop()
    if len(names) > limit:
        raise FileRefused(file, f"{len(names):,} columns; the limit is {limit:,}", line=line)
    if any("\0" in n for n in names):
        raise FileRefused(file, "the header holds zero bytes: not a text file", line=line)
    seen: dict[str, int] = {}
    for position, name in enumerate(names, 1):
        folded = fold_column(name)
        if folded in seen:
            raise FileRefused(
                file,
                f"the column “{name}” occurs twice, as column {seen[folded]} and column {position}. Rename one of them",
                line=line,
            )
        if folded:
            seen[folded] = position
    return tuple(name or f"(column {position})" for position, name in enumerate(names, 1))
