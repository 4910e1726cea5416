"""What other tools get of a graph: what is so now, each fact once, and nothing that is not for them."""

from __future__ import annotations

import csv
import errno
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from lpgraph.errors import LpgraphError, UsageError
from lpgraph.exports import Options, export, target
from lpgraph.ingest import deciding
from lpgraph.store import Store
from tests.exports import graphs
from tests.exports.graphs import entity, fact
from tests.ingest.builders import Line as Person
from tests.ingest.builders import put

MAIL = "vera@people.example.org"
Table = list[dict[str, str]]


def _tables(store: Store, folder: Path, **options: Any) -> tuple[Table, Table]:
    """Nodes and edges as the CSV pair has them."""
    export(store, folder / "pair", Options("csv", force=True, **options))
    read = [
        list(csv.DictReader((folder / "pair" / name).read_text(encoding="utf-8").splitlines()))
        for name in ("nodes.csv", "edges.csv")
    ]
    return read[0], read[1]


def _ties(edges: Table, of: str) -> list[tuple[str, str, str]]:
    return sorted((edge["Label"], edge["Target"], edge["rows"]) for edge in edges if edge["Source"] == of)


@pytest.mark.server
def test_a_merge_and_its_undo_are_seen(any_store: Store, tmp_path: Path) -> None:
    """Joined, two people are one node with both's facts; parted again, the files are what they were, in each format."""
    put(any_store, (Person("v", name="Vera Lindqvist"), Person("w", name="Vee Lind", event="e2")))
    before = _tables(any_store, tmp_path)
    bytes_before = (tmp_path / "pair" / "edges.csv").read_bytes()
    vera, vee = (next(n["Id"] for n in before[0] if n["Label"] == name) for name in ("Vera Lindqvist", "Vee Lind"))
    made = deciding.decide(any_store, vera, vee, "same", who="ana")
    nodes, edges = _tables(any_store, tmp_path)
    people = [n for n in nodes if n["entity"] == "Person"]
    assert len(people) == 1 and people[0]["rows"] == "2"
    told = _ties(edges, people[0]["Id"])
    assert told == sorted([*_ties(before[1], vera), *_ties(before[1], vee)])
    for name in ("graphml", "gexf"):
        export(any_store, tmp_path / name, Options(name))
        read = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[name](tmp_path / name)
        assert sorted(read.nodes) == sorted(n["Id"] for n in nodes)
        assert sorted((a, b) for a, b in read.edges()) == sorted((e["Source"], e["Target"]) for e in edges)
    deciding.withdraw(any_store, made.id, who="ana")
    assert _tables(any_store, tmp_path) == before
    assert (tmp_path / "pair" / "edges.csv").read_bytes() == bytes_before


@pytest.mark.server
def test_a_fact_stands_once_with_its_rows(any_store: Store, tmp_path: Path) -> None:
    """Two rows that say the same are one edge of two rows; another role is another; what was replaced is none."""
    put(any_store, (Person("v", name="Vera"),), "2026-01-01", "a.csv")
    put(any_store, (Person("v", name="Vera", status="registered"),), "2026-02-01", "b.csv")
    graphs.put(any_store, [graphs.load_line(), *entity("Person", 1, {}), *entity("Organization", 1, {})])
    told = "MEMBER_OF:Person:Organization"
    graphs.put(
        any_store,
        [
            fact(told, 1, 1, "k1", role="staff", row=1),
            fact(told, 1, 1, "k2", role="staff", row=2, source="other"),
            fact(told, 1, 1, "k3", role="chair"),
        ],
    )
    _, edges = _tables(any_store, tmp_path)
    found = sorted((e["Label"], e["role"], e["rows"], e["sources"]) for e in edges)
    assert found == [
        ("MEMBER_OF", "chair", "1", "test"),
        ("MEMBER_OF", "staff", "2", "other; test"),
        ("REGISTERED_FOR", "", "1", "test-attendance"),
    ]


@pytest.mark.server
def test_what_is_not_for_other_tools_is_left_out_and_counted(any_store: Store, tmp_path: Path) -> None:
    """Addresses, notes, caucuses, introductions: out. Asked for, addresses and notes are there, unless one waits."""
    graphs.put(
        any_store,
        [
            graphs.load_line(),
            *entity(
                "Person", 1, {"name": "Vera", "doNotContact": True, "notes": "call her at home"}, [f"email:{MAIL}"]
            ),
            *entity("Person", 2, {"name": "=Omar"}, ["email:omar@people.example.org", "phone:+13035550100"]),
            *entity("Organization", 1, {"name": "A caucus", "classification": "caucus"}),
            *entity("Introduction", 1, {"name": "Vera and Ruta", "status": "asked_a"}),
            fact("MEMBER_OF:Person:Organization", 1, 1, "k1"),
            fact("KNOWS:Person:Person", 1, 2, "k2", note="met at home", strength=3),
            fact("PARTY:Introduction:Person", 1, 1, "k3", side="a"),
        ],
    )
    made = export(any_store, tmp_path / "x.graphml", Options("graphml"))
    text = (tmp_path / "x.graphml").read_text(encoding="utf-8")
    assert not [word for word in ("@people", "555", "home", "caucus", "Ruta") if word in text]
    assert dict(made.left_out) == {
        "caucuses": 1, "facts of what is left out": 1, "introductions and questions": 1, "notes": 2,
    }  # fmt: skip
    nodes, edges = _tables(any_store, tmp_path)
    assert {n["Label"]: n["doNotContact"] for n in nodes} == {"Vera": "true", "'=Omar": ""}
    assert [e["Label"] for e in edges] == ["KNOWS"]
    (vera, omar), edges = _tables(any_store, tmp_path, contacts=True)
    assert (vera.get("email"), omar["email"], omar["phone"]) == ("", "omar@people.example.org", "'+13035550100")
    assert (vera["notes"], edges[0]["note"]) == ("call her at home", "met at home")
    (_, omar), _ = _tables(any_store, tmp_path, contacts=True, raw=True)
    assert (omar["Label"], omar["phone"]) == ("=Omar", "+13035550100")


@pytest.mark.server
def test_the_other_side_sees_nothing_that_is_marked(embedded_store: Store, tmp_path: Path) -> None:
    """For c3, an event marked c4 and who was there is out; what holds everything is not given at all."""
    graphs.put(
        embedded_store,
        [
            graphs.load_line(),
            *entity("Person", 1, {"name": "Vera"}),
            *entity("Event", 1, {"name": "Rally", "legalEntity": "c4"}),
            *entity("Event", 2, {"name": "Talk", "legalEntity": "c3"}),
            fact("ATTENDED:Person:Event", 1, 1, "k1"),
            fact("ATTENDED:Person:Event", 1, 2, "k2"),
        ],
    )
    nodes, edges = _tables(embedded_store, tmp_path, side="c3")
    assert sorted(n["Label"] for n in nodes) == ["Talk", "Vera"]
    assert [e["Target"] for e in edges] == ["event/2"]
    with pytest.raises(UsageError, match="other side"):
        export(embedded_store, tmp_path / "all.jsonl", Options("jsonl", side="c3"))
    assert not (tmp_path / "all.jsonl").exists()


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    """A file or a folder that is there is refused, by --force replaced; what is no plain file never is."""
    out = tmp_path / "a"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(UsageError, match="there already"), target.fresh_file(out):
        pass
    with target.fresh_file(out, force=True) as file:
        file.write(b"new")
    assert out.read_bytes() == b"new" and out.stat().st_mode & 0o777 == 0o600
    (tmp_path / "link").symlink_to(out)
    for odd in (tmp_path, tmp_path / "link"):
        with pytest.raises(UsageError, match="no plain file"), target.fresh_file(odd, force=True):
            pass
    with pytest.raises(UsageError, match="not empty"), target.fresh_folder(tmp_path, ("x",)):
        pass
    with pytest.raises(UsageError, match="no folder"), target.fresh_file(tmp_path / "none" / "x"):
        pass


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    """What went wrong is named, and neither the file nor a part of it stays; an old file stays as it was."""
    (tmp_path / "old").write_text("old", encoding="utf-8")
    for write in (partial(target.fresh_file, force=True), target.scratch):
        for name in ("new", "old"):
            with pytest.raises(LpgraphError, match="disk is full"), write(tmp_path / name):
                raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(LpgraphError, match="disk is full"), target.fresh_folder(tmp_path / "folder", ("x",)):
        raise OSError(errno.EDQUOT, "Disk quota exceeded")
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("old", "old")]
