"""What people decide about two records: it beats any score, outlives everything, and can be taken back exactly."""

from __future__ import annotations

import pytest

from lpgraph.errors import UsageError
from lpgraph.explore.profile import profile
from lpgraph.explore.who import resolve
from lpgraph.ingest import fingerprint, log_entry, undo, unlog
from lpgraph.ingest.corrections import correct
from lpgraph.ingest.deciding import Contradiction, decide, withdraw
from lpgraph.store.graph import Store
from tests.ingest.builders import Line, put
from tests.ingest.test_ledger_laws import facts

pytestmark = pytest.mark.server

ADA, AVA, BO = Line("ada", name="Ada Vance"), Line("ava", name="Ava Lund"), Line("bo", name="Bo Reed")


def people(store: Store) -> dict[str, str]:
    """Each person's name, by id."""
    rows = store.read("fingerprint_entities:Person", after="", limit=99)
    return {r["props"]["id"]: r["props"]["name"] for r in rows}


def called(store: Store, name: str) -> str:
    """The id of the person of that name."""
    return next(i for i, n in people(store).items() if n == name)


def test_same_joins_and_taking_it_back_restores_all(any_store: Store) -> None:
    """Two become one with the facts of both, the old id leads there; withdrawn, both are back under their ids."""
    put(any_store, [ADA, AVA, BO])
    before, ids = fingerprint(any_store), people(any_store)
    a, b = called(any_store, "Ada Vance"), called(any_store, "Ava Lund")
    made = decide(any_store, a, b, "same", who="sam")

    assert len(people(any_store)) == 2
    gone = ({a, b} - people(any_store).keys()).pop()
    kept = ({a, b} & people(any_store).keys()).pop()
    assert resolve(any_store, gone).id == kept
    assert sorted(f[0] for f in facts(any_store, "ATTENDED")).count(kept) == 2
    assert fingerprint(any_store) != before
    withdraw(any_store, made.id, who="sam")
    assert people(any_store) == ids
    assert fingerprint(any_store) == before


def test_different_parts_what_an_address_joined(any_store: Store) -> None:
    """Two refs joined by name and address part when somebody says so, and stay apart when the file comes again."""
    both = [
        Line("ada", name="Ada Vance", email="ada@x.example.org"),
        Line("av", "e2", name="Ada Vance", email="ada@x.example.org"),
    ]
    put(any_store, both)
    (one,) = people(any_store)
    refs = [row["ref"] for row in any_store.read("mention_by_entity:Person", ids=[one])]
    made = decide(any_store, refs[0], refs[1], "different", who="sam")

    assert len(people(any_store)) == 2
    put(any_store, both, "2026-05-01")
    put(any_store, [Line("av", "e3", name="Ada Vance", email="ada@x.example.org")], "2026-05-02")
    assert len(people(any_store)) == 2
    withdraw(any_store, made.id, who="sam")
    assert len(people(any_store)) == 1


def test_a_record_that_is_somebody_else_goes_with_what_it_brought(any_store: Store) -> None:
    """What was joined wrongly, without ever having had an id of its own, is parted by its record; taken back, it is
    as before. Several records are named together."""
    lines = [Line(f"p{n}", f"e{n}", name="Ada Vance", email="ada@x.example.org") for n in range(3)]
    put(any_store, lines)
    before, (one,) = fingerprint(any_store), people(any_store)
    records = profile(any_store, one).records

    assert [(r.name, len(r.sources)) for r in records] == [("Ada Vance", 1)] * 3
    made = decide(any_store, one, records[0].ref, "different", who="sam")
    attended = sorted(len([f for f in facts(any_store, "ATTENDED") if f[0] == who]) for who in people(any_store))
    assert attended == [1, 2]
    withdraw(any_store, made.id, who="sam")
    assert fingerprint(any_store) == before
    decide(any_store, records[0].ref, f"{records[1].ref}+{records[2].ref}", "different", who="sam")
    assert len(people(any_store)) == 2


def test_a_merge_outlives_undo_and_a_new_upload(any_store: Store) -> None:
    """The answer lies still while its record is gone, and holds again when the record is back."""
    load = put(any_store, [AVA], "2026-01-02").load
    put(any_store, [ADA], "2026-01-01")
    decide(any_store, called(any_store, "Ada Vance"), called(any_store, "Ava Lund"), "same", who="sam")
    undo(any_store, load)

    assert list(people(any_store).values()) == ["Ada Vance"]
    put(any_store, [AVA], "2026-01-03")
    assert len(people(any_store)) == 1


def test_same_against_different_names_the_earlier_answer_and_asks(any_store: Store) -> None:
    """A later “same” is refused with who and when, through a chain too; confirmed, it takes the place."""
    put(any_store, [ADA, AVA, BO])
    a, b, c = (called(any_store, n) for n in ("Ada Vance", "Ava Lund", "Bo Reed"))
    first = decide(any_store, a, b, "different", who="ana")
    decide(any_store, b, c, "same", who="sam")
    before = fingerprint(any_store)

    with pytest.raises(Contradiction, match=rf"ana said “different” .*{first.at[:10]}"):
        decide(any_store, a, c, "same", who="sam")
    assert fingerprint(any_store) == before
    made = decide(any_store, a, c, "same", who="sam", sure=True)
    assert made.over == (first.id,)
    assert len(people(any_store)) == 1
    withdraw(any_store, made.id, who="sam")
    assert fingerprint(any_store) == before


def test_different_against_a_chain_of_same_asks_too(any_store: Store) -> None:
    """Who were joined over a third by two answers are not parted in silence; confirmed, the newer answer gives way."""
    put(any_store, [ADA, AVA, BO])
    refs = {r["ref"]: r["label"] for r in any_store.read("mention_by_entity:Person", ids=list(people(any_store)))}
    x, y, z = sorted(refs)
    decide(any_store, x, y, "same", who="ana")
    second = decide(any_store, y, z, "same", who="sam")

    with pytest.raises(Contradiction, match="sam said “same”"):
        decide(any_store, x, z, "different", who="eve")
    made = decide(any_store, x, z, "different", who="eve", sure=True)
    assert made.over == (second.id,)
    assert len(people(any_store)) == 2


def test_chained_merges_lead_on_and_come_back(any_store: Store) -> None:
    """Ids of people joined twice lead to the one that is left; unmerged in between, to whom they were joined first."""
    put(any_store, [ADA, AVA, BO])
    before = people(any_store)
    a, b, c = (called(any_store, n) for n in ("Ada Vance", "Ava Lund", "Bo Reed"))
    decide(any_store, a, b, "same", who="sam")
    last = decide(any_store, resolve(any_store, a).id, c, "same", who="sam")
    put(any_store, [Line("ava", "e3", name="Ava Lund")], "2026-02-01")

    assert len({resolve(any_store, i).id for i in before}) == 1
    withdraw(any_store, last.id, who="sam")
    assert resolve(any_store, a).id == resolve(any_store, b).id
    assert resolve(any_store, c).id == c
    assert len(people(any_store)) == 2


def test_facts_that_came_while_two_were_one_go_with_their_record(any_store: Store) -> None:
    """What a file said of one of them during the merge is that one's after the unmerge."""
    put(any_store, [ADA, AVA])
    a, b = called(any_store, "Ada Vance"), called(any_store, "Ava Lund")
    made = decide(any_store, a, b, "same", who="sam")
    put(any_store, [Line("ava", "e2", name="Ava Lund")], "2026-02-01")
    withdraw(any_store, made.id, who="sam")

    attended = sorted(f[0] for f in facts(any_store, "ATTENDED"))
    assert (attended.count(a), attended.count(b)) == (1, 2)


def gates(store: Store) -> dict[str, tuple[bool, int]]:
    """For each person by name: whether they must not be contacted, and how many ties say do not introduce."""
    barred = [f[0] for f in facts(store, "DO_NOT_INTRODUCE")]
    rows = store.read("fingerprint_entities:Person", after="", limit=99)
    return {p["name"]: (bool(p.get("doNotContact")), barred.count(p["id"])) for p in (r["props"] for r in rows)}


def test_gates_hold_through_merge_unmerge_reimport_and_undo(any_store: Store) -> None:
    """Said of two who were one, a gate holds for both once they are parted; no file and no undo takes it away."""
    put(any_store, [ADA, AVA, BO])
    a, b, c = (called(any_store, n) for n in ("Ada Vance", "Ava Lund", "Bo Reed"))
    log_entry(any_store, a, "do-not-introduce", other_id=c, author="sam")
    made = decide(any_store, a, b, "same", who="sam")
    log_entry(any_store, resolve(any_store, b).id, "do-not-contact", author="sam")
    one = gates(any_store)

    assert sorted(one.values()) == [(False, 0), (True, 1)]
    withdraw(any_store, made.id, who="sam")
    assert gates(any_store) == {"Ada Vance": (True, 1), "Ava Lund": (True, 0), "Bo Reed": (False, 0)}
    again = put(any_store, [ADA, AVA, BO], "2026-06-01")
    assert gates(any_store) == {"Ada Vance": (True, 1), "Ava Lund": (True, 0), "Bo Reed": (False, 0)}
    undo(any_store, again.load)
    assert gates(any_store) == {"Ada Vance": (True, 1), "Ava Lund": (True, 0), "Bo Reed": (False, 0)}


def test_a_gate_outlives_the_only_file_that_named_the_person(any_store: Store) -> None:
    """Undo of the file leaves whom somebody asked not to contact; the file again finds the gate."""
    load = put(any_store, [ADA, BO]).load
    log_entry(any_store, called(any_store, "Ada Vance"), "do-not-contact", author="sam")
    undo(any_store, load)

    assert gates(any_store) == {"Ada Vance": (True, 0)}
    put(any_store, [ADA, BO], "2026-02-01")
    assert gates(any_store) == {"Ada Vance": (True, 0), "Bo Reed": (False, 0)}


def test_a_correction_beats_every_source_and_names_who_made_it(any_store: Store) -> None:
    """A field set right outlives newer files, a merge and its undo; taken back, the sources count again."""
    put(any_store, [ADA, AVA])
    a, b = called(any_store, "Ada Vance"), called(any_store, "Ava Lund")
    before = fingerprint(any_store)
    entry = correct(any_store, a, "name", "Ada Vance-Lund", author="sam")
    newer = put(any_store, [ADA], "2026-07-01").load
    made = decide(any_store, a, b, "same", who="sam")

    assert set(people(any_store).values()) == {"Ada Vance-Lund"}
    assert any(
        "Ada Vance-Lund" in line.text for line in profile(any_store, resolve(any_store, a).id).section("entries")
    )
    withdraw(any_store, made.id, who="sam")
    assert people(any_store) == {a: "Ada Vance-Lund", b: "Ava Lund"}
    undo(any_store, newer)
    unlog(any_store, entry)
    assert fingerprint(any_store) == before
    with pytest.raises(UsageError, match="cannot be corrected"):
        correct(any_store, a, "doNotContact", "no", author="sam")
