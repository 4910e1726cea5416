"""A field set right: it beats every source, says who did it, keeps what the files say, and is taken back exactly."""

from __future__ import annotations

import pytest

from lpgraph.errors import UsageError
from lpgraph.explore.fields import Field
from lpgraph.explore.profile import profile
from lpgraph.explore.who import resolve
from lpgraph.ingest import fingerprint, unlog
from lpgraph.ingest.corrections import LONGEST, correct, read
from lpgraph.store import Store
from tests.ingest.test_decisions import ADA, called, put


def field(store: Store, who: str, name: str) -> Field:
    """One field of a profile."""
    return next(one for one in profile(store, who).fields if one.name == name)


@pytest.mark.server
def test_the_profile_tells_files_and_corrections_apart(any_store: Store) -> None:
    """Before: the row that says it. After: who and when, and the row still. The second counts; each goes by itself."""
    put(any_store, [ADA])
    ada = called(any_store, "Ada Vance")
    before, mark = field(any_store, ada, "name"), fingerprint(any_store)
    first = correct(any_store, ada, "Name", "Ada\n Vance-Lund", author="sam")
    second = correct(any_store, ada, "name", "Ada Lund", author="bea")
    shown = field(any_store, ada, "name")

    assert before.corrections == () and before.sources and before.others == ()
    assert shown.value == "Ada Lund" and {one.author for one in shown.corrections} == {"sam", "bea"}
    assert [one.value for one in shown.others] == ["Ada Vance"] and shown.others[0].sources == before.sources
    assert all(one.on[:2] == "20" for one in shown.corrections)
    assert resolve(any_store, "Ada Vance").id == resolve(any_store, "Ada Lund").id == ada
    unlog(any_store, second)
    assert field(any_store, ada, "name").value == "Ada Vance-Lund"
    unlog(any_store, first)
    assert field(any_store, ada, "name") == before
    assert fingerprint(any_store) == mark


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [("members", "1,204", 1204), ("classification", " Union ", "union"), ("state", "colorado", "CO"),
     ("joined", "12 Mar 2024", "2024-03-12"), ("city", "New\t York", "New York")],
)  # fmt: skip
def test_a_value_is_read_as_a_file_would_write_it(name: str, typed: str, kept: object) -> None:
    """A number is a number, a kind one of the kinds, a date ISO text, and spacing is tidied."""
    assert read(name, typed) == kept


@pytest.mark.parametrize(
    ("name", "typed"), [("members", "many"), ("classification", "<b>"), ("joined", "soon"), ("city", " \n "),
                        ("notes", "z" * (LONGEST + 1))],
)  # fmt: skip
def test_what_a_field_cannot_be_is_refused_in_words(name: str, typed: str) -> None:
    """Nothing is written; the message begins with the field."""
    with pytest.raises(UsageError, match=f"^{name}: "):
        read(name, typed)
