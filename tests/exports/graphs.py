"""Small graphs of awkward values for the tests of exports, written as the store would have them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC
from typing import Any

from hypothesis import strategies as st
from neo4j.time import Date, DateTime

from lpgraph.exports.importing import steps_of
from lpgraph.exports.lines import Line
from lpgraph.store import Store

AWKWARD = (
    "", " ", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\"=1", "'=1", "＝1", "＠x", "'", "''=1", "_x0007_",
    "a\x00b", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "a\r\nb\rc\nd", "😀👩🏽‍💻", "İ ı ß ﬁ",
    "</data><x>&amp;\"'", "]]>", "2024-05", "007", "true", "null", "1e5", "NaN", "[1]", "{}", "../x", "a,b;c|d",
)  # fmt: skip
TEXT = st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
INTS = st.integers(-(2**63), 2**63 - 1)
SCALARS = TEXT | INTS | st.booleans() | st.floats(allow_nan=False)
# A null is no value of the store, and lists are of one kind.
VALUES = SCALARS | st.lists(TEXT, max_size=3) | st.lists(INTS, max_size=3)
NAMES = st.sampled_from(("name", "title", "city", "notes", "extra", "naïve", "with space", "0"))
PROPS = st.dictionaries(NAMES, VALUES, max_size=4)
DATES = (Date(1066, 10, 14), Date(2026, 2, 28), DateTime(2026, 3, 12, 18, 0, 0, 1, tzinfo=UTC))
FACTS = ("ATTENDED:Person:Event", "KNOWS:Person:Person", "MEMBER_OF:Person:Organization")


def entity(label: str, number: int, props: dict[str, Any], contacts: Sequence[str] = ()) -> list[Line]:
    """An entity with the one mention that it rests on, and the addresses that this carries (``email:a@b.org``)."""
    own = f"{label.lower()}/{number}"
    data = json.dumps(
        {"ident": [own], "namespace": "test", "props": {}, "ids": [], "emails": [], "phones": [], "rank": 1}
    )
    key = f"key-{label}-{number}"
    mention = {"key": key, "ref": f"ref-{own}", "label": label, "data": data, "loads": ["load-1"], "row": 1}
    parts = [(one, *one.split(":", 1)) for one in contacts]
    return [
        Line("entity", {"label": label, "props": {**props, "id": own}}),
        *(Line("contact", {"props": {"id": one, "kind": kind, "value": value}}) for one, kind, value in parts),
        Line("mention", {"props": mention, "entity": own, "by": "identity", "ids": [], "contacts": list(contacts)}),
    ]


def fact(name: str, a: int, b: int, key: str, **props: Any) -> Line:
    """A fact of a type between two entities of these numbers."""
    _, one, other = name.split(":")
    own = {"key": key, "source": "test", **props}
    return Line(
        "fact", {"type": name, "old": False, "a": f"{one.lower()}/{a}", "b": f"{other.lower()}/{b}", "props": own}
    )


@st.composite
def graphs(draw: st.DrawFn) -> list[Line]:
    """Two people, an event and an organization with any properties, and facts between them, some of them parallel."""
    made: list[Line] = []
    for label, number in (("Person", 1), ("Person", 2), ("Organization", 1), ("Event", 1)):
        made += entity(label, number, draw(PROPS))
    ends = {"Person": "person/2", "Organization": "organization/1", "Event": "event/1"}
    for number, (name, old, props) in enumerate(
        draw(st.lists(st.tuples(st.sampled_from(FACTS), st.booleans(), PROPS), max_size=5))
    ):
        own: dict[str, Any] = {"key": f"fact-{number}", "source": "test", "row": number, **props}
        kind, _, b = name.split(":")
        own |= {"was": kind} if old else {}
        made.append(Line("fact", {"type": name, "old": old, "a": "person/1", "b": ends[b], "props": own}))
    return made


def put(store: Store, lines: Sequence[Line]) -> None:
    """Write lines as an import would."""
    for kind in ("load", "entity", "contact", "mention", "fact"):
        some = [line for line in lines if line.kind == kind]
        if some:
            store.write(*steps_of(some))


def load_line() -> Line:
    """A line of the ledger, for mentions to name."""
    props = {
        "id": "load-1", "source": "test", "file": "test.csv", "hash": "x", "asOf": "2026-01-01", "seq": 1,
        "status": "done", "startedAt": "2026-01-01",
    }  # fmt: skip
    return Line("load", {"props": props})
