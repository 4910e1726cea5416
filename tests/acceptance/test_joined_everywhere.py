"""What a merge does is seen everywhere at once, by review and by ``same``; what an unmerge does too, exactly."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from lpgraph.dashboard.backend import Backend
from lpgraph.explore.who import resolve
from lpgraph.ingest import LoadOptions, fingerprint, load
from lpgraph.introductions import Ask
from lpgraph.store import Store

pytestmark = pytest.mark.server
VERA, VEE, INES, OMAR = "Vera Lindqvist", "Vee Lind", "Ines Okonkwo", "Omar Feld"
TALKS = {"Denver Talk": (VERA, INES), "Brooklyn Talk": (INES, OMAR), "Boise Talk": (VEE, OMAR, "Ruta Bell")}


@pytest.fixture
def backend(any_store: Store, tmp_path: Path) -> Backend:
    """All that the screens ask for, over three small meetings; Vee is Vera under a name of her own."""
    with (tmp_path / "attendance.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("event", "person", "organization", "email", "status", "role", "minutes"))
        for back, (talk, people) in enumerate(TALKS.items(), 20):
            for person in people:
                mail = f"{person.replace(' ', '.').lower()}@people.example.org"
                out.writerow((f"{talk} ({date.today() - timedelta(back)})", person, "", mail, "attended", "", ""))
    (report,) = load(any_store, [tmp_path / "attendance.csv"], LoadOptions(folder=tmp_path))
    assert not report.error and not report.rejected
    return Backend(any_store, lambda: any_store, tmp_path)


def seen(backend: Backend) -> dict[str, Any]:
    """What every screen says, each in its own words."""
    people = {name: resolve(backend.reader, name).id for name in (VERA, VEE, INES, OMAR)}
    scene = backend.together.scene()
    return {
        "ids": people,
        "profile": {n: sorted(line.text for line in backend.profile(i).section("attended")) for n, i in people.items()},
        "search": {n: [hit.id for hit in backend.search(n, "person")] for n in people},
        "suggested": {n: sorted(s.id for s in backend.suggest(i, Ask())) for n, i in people.items()},
        "graph": {
            n: sorted((e.a, e.b, e.type) for e in backend.ego(i).edges) for n, i in people.items()
        },
        "paths": [way.ids for way in backend.paths(people[VERA], people[OMAR])],
        "coalitions": sorted(i for i in people.values() if i in scene.members),
        "introductions": sorted(str(pair) for pair in backend.introducing.across(10)),
        "found": {n: entity.id if (entity := backend.find(i)) else None for n, i in people.items()},
    }  # fmt: skip


def anywhere(told: dict[str, Any], one: str) -> list[str]:
    """The screens that name an id."""
    return [screen for screen, said in told.items() if one in repr(said)]


def test_a_merge_and_its_undo_are_seen_on_every_screen(backend: Backend) -> None:
    """The gone id is nowhere and leads to the other; events and ways of both are the one's; undone, all is back."""
    before, mark = seen(backend), fingerprint(backend.reader)
    vera, vee = before["ids"][VERA], before["ids"][VEE]
    assert vera != vee and before["profile"][VERA] != before["profile"][VEE]
    made = backend.decide(vera, vee, "same", "ana")
    after = seen(backend)
    kept = after["ids"][VERA]
    gone = ({vera, vee} - {kept}).pop()

    assert anywhere(after, gone) == []
    assert backend.now(gone) == kept
    assert (entity := backend.find(gone)) and entity.id == kept
    assert backend.profile(gone) == backend.profile(kept)
    assert after["profile"][VERA] == sorted([*before["profile"][VERA], *before["profile"][VEE]])
    assert after["search"][VERA] == after["search"][VEE] == [kept]
    assert after["paths"] and min(map(len, after["paths"])) < min(map(len, before["paths"]))
    assert {end for tie in after["graph"][OMAR] for end in tie[:2]} >= {kept}
    backend.withdraw(made.id, "ana")
    assert seen(backend) == before
    assert fingerprint(backend.reader) == mark
    assert {backend.now(one) for one in (vera, vee)} == {vera, vee}


def test_parting_again_is_seen_on_every_screen(backend: Backend) -> None:
    """“Different” about the two that were joined parts them to what they were, by the old id, once it is confirmed."""
    before, mark = seen(backend), fingerprint(backend.reader)
    vera, vee = before["ids"][VERA], before["ids"][VEE]
    one = backend.decide(vera, vee, "same", "ana")
    joined = seen(backend)
    two = backend.decide(vera, vee, "different", "bea", sure=True)
    assert seen(backend) == before
    backend.withdraw(two.id, "bea")
    assert seen(backend) == joined
    backend.withdraw(one.id, "ana")
    assert seen(backend) == before
    assert fingerprint(backend.reader) == mark
