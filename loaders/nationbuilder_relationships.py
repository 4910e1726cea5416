"""NationBuilder relationships: who stands to whom, by the numbers of two signups.

The roles of both ends are named in order ("treasurer-committee"). A role that is not known makes no tie, and is said.
The numbers are those of the people's export of the same nation, which should be loaded too: it has the names.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import entities
from loaders import nationbuilder_shared as nb
from loaders.base import Context, Draft, Record, Row, RowRefused, Source
from loaders.relations import relation, tie, unread


def _read(row: Row, context: Context) -> Iterator[Draft]:
    first, second = row.take("first_signup_id"), row.take("second_signup_id")
    written = row.take("relationship_type")
    if first == second:
        raise RowRefused("both ends are the same signup", "second_signup_id")
    record = ("relationship", first, second, written.casefold(), nb.nation(context))
    yield Record(nb.NAMESPACE, record)
    told = relation(written)
    if told is None:
        unread(row, written, "relationship_type")
        return
    a, b = nb.reference(context, told.a, first), nb.reference(context, told.b, second)
    yield a
    yield b
    yield tie(told, a, b, entities.filled(note=row.maybe("title")), record)


SOURCE = Source(
    name="nationbuilder-relationships",
    publisher="NationBuilder",
    gives="who stands to whom",
    header=("first_signup_id", "relationship_type", "second_signup_id"),
    read=_read,
    ignore=frozenset({"id", "created_at", "updated_at", "title"}),
)
