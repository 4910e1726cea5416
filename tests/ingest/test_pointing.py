"""A name in a template means the only one who bears it, in whatever order things are loaded; a gate by name holds."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from lpgraph.explore import who
from lpgraph.ingest import LoadOptions, load, undo
from lpgraph.ingest.fingerprint import fingerprint
from lpgraph.model import Label
from lpgraph.network import snapshot
from lpgraph.store import Store

FILES = {
    "people.csv": "person_id,name,city,state,do_not_introduce\n"
    "p-1,Octavia Spearman,Denver,CO,\np-2,Tam Bolanos,Erie,PA,\n",
    "organizations.csv": "organization_id,name,classification,areas\n"
    'o-1,Larkspur Families United,community,"Erie, PA"\n',
    "ties.csv": "person,other,type,other_kind\nOctavia Spearman,Tam Bolanos,do-not-introduce,\n"
    "Octavia Spearman,Larkspur Families United,do-not-introduce,organization\n",
}
NAMESAKE = "person_id,name,city,state,do_not_introduce\np-9,Tam Bolanos,Reno,NV,\n"


def _load(store: Store, folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    (report,) = load(store, [folder / name], LoadOptions(folder=folder))
    assert (report.error, report.rejected) == ("", 0) or not report.error
    return str(report.load)


def _apart(store: Store) -> set[frozenset[str]]:
    taken = snapshot.take(store)
    return {frozenset((taken.nodes.names[a], taken.nodes.names[b])) for a, b in taken.barred}


BOTH = {frozenset(("Octavia Spearman", "Tam Bolanos")), frozenset(("Octavia Spearman", "Larkspur Families United"))}


@pytest.mark.server
def test_a_gate_by_name_holds_in_any_order(embedded_store: Store, tmp_path: Path) -> None:
    """The people, the organizations and the ties in any order: one person of each name, kept apart as written."""
    prints = set()
    for order in permutations(FILES):
        loads = [_load(embedded_store, tmp_path, name, FILES[name]) for name in order]
        assert who.resolve(embedded_store, "Octavia Spearman", None, (Label.PERSON,))
        assert _apart(embedded_store) == BOTH
        prints.add(fingerprint(embedded_store))
        for one in reversed(loads):
            undo(embedded_store, one)
    assert len(prints) == 1


@pytest.mark.server
def test_a_name_that_fits_two_points_at_nobody_until_one_goes(embedded_store: Store, tmp_path: Path) -> None:
    """A second person of the name makes it a question and keeps both apart; undone, the gate stands where it stood."""
    for name, text in FILES.items():
        _load(embedded_store, tmp_path, name, text)
    before = fingerprint(embedded_store)
    second = _load(embedded_store, tmp_path, "more.csv", NAMESAKE)
    named = [hit for hit in snapshot.take(embedded_store).nodes.names if hit == "Tam Bolanos"]
    assert len(named) == 3
    nodes = snapshot.take(embedded_store).nodes
    kept = [{a, b} for a, b in snapshot.take(embedded_store).barred]
    both = [i for i, name in enumerate(nodes.names) if name == "Tam Bolanos" and nodes.places[i]]
    octavia = nodes.names.index("Octavia Spearman")
    assert len(both) == 2
    assert all({octavia, one} in kept for one in both)
    undo(embedded_store, second)
    assert fingerprint(embedded_store) == before
    assert _apart(embedded_store) == BOTH
