"""Evaluation: only what was before the cut is seen, labels are first meetings, goals follow from the figures."""

import csv
import gzip
import io
import json
from pathlib import Path

import numpy as np
import pytest

from lpgraph.cli import main
from lpgraph.errors import FileRefused
from lpgraph.introductions.evaluate import Plan, evaluate
from lpgraph.introductions.figures import (
    ADAMIC,
    COLUMNS,
    PAGERANK,
    SHIPPED,
    Task,
    found_in,
    gains,
    goals,
    ratio,
    ratios,
)
from lpgraph.introductions.weights import DEFAULT
from lpgraph.network.snapshot import take
from lpgraph.network.tables import read_tables, snapshot_before, tables_of
from lpgraph.network.windows import fresh_ties, spans, windows
from tests.introductions.graph import Graph, Memory

Rows = list[tuple[object, ...]]


def write(folder: Path, name: str, header: str, rows: Rows, zipped: bool = True) -> None:
    """One table as CSV, compressed or not."""
    path = folder / f"{name}.csv{'.gz' if zipped else ''}"
    lines = io.StringIO()
    out = csv.writer(lines)
    out.writerow(header.split(","))
    out.writerows(rows)
    data = lines.getvalue().encode()
    path.write_bytes(gzip.compress(data) if zipped else data)


def network(
    folder: Path, people: int = 150, seed: int = 1, kinds: tuple[str, ...] = ("person",), feat: bool = True
) -> Path:
    """Circles of friends who meet every week for a year, with now and then somebody of the next circle."""
    rng = np.random.default_rng(1)
    events: Rows = []
    att: Rows = []
    feats: Rows = []
    for day in range(300):
        circle = int(rng.integers(0, people // 15))
        who = {int(x) % people for x in circle * 15 + rng.integers(-10, 25, 7)}
        events.append((f"e{day}", 20_000 + day, f"Circle {circle}"))
        att += [(f"n{p}", f"e{day}") for p in sorted(who)]
        feats += [(f"n{p}", 20_000 + day, "group", f"circle {circle}") for p in sorted(who)]
    folder.mkdir(exist_ok=True)
    write(folder, "nodes", "node,type,juris,role", [(f"n{i}", kinds[i % len(kinds)], "", "") for i in range(people)])
    write(folder, "events", "event,ts,ctx", events)
    write(folder, "att", "node,event", att, zipped=False)
    if feat:
        write(folder, "feat", "node,ts,kind,key", feats)
    return folder


def test_nothing_from_the_cut_on_is_seen(tmp_path: Path) -> None:
    """The network before a day has no attendance and no feature of that day or later."""
    tables = read_tables(network(tmp_path / "n"))
    for start, _ in spans(tables):
        before = snapshot_before(tables, start)
        seen = before.attended.tocoo()
        assert before.events.day[seen.col].max() < start
        assert before.tags.day.max() < start


def test_labels_are_first_meetings_at_small_events(tmp_path: Path) -> None:
    """A new pair was never together before at an event of at most tie_max, and is together after the cut."""
    tables = read_tables(network(tmp_path / "n"))
    (start, end), *_ = spans(tables)
    ties, fresh = fresh_ties(tables, start, end)
    assert fresh.nnz and not ties.multiply(fresh).nnz
    at = {e: set(tables.who[tables.event == e].tolist()) for e in range(len(tables.event_ids))}
    for a, b in list(zip(*fresh.nonzero(), strict=True))[:50]:
        together = [tables.day[e] for e, who in at.items() if {int(a), int(b)} <= who]
        assert start <= min(together) < end


def test_an_evaluation_is_whole_and_the_same_again(tmp_path: Path) -> None:
    """Three cuts, every method and goal, ratios with bounds around them, a readable path for all; twice the same."""
    folder = network(tmp_path / "n")
    found, again = (evaluate([read_tables(folder)], Plan(queries=36, ablate=ablate)) for ablate in (True, False))
    assert not found.refused and len(found.windows) == 3 and all(cut.fresh >= 200 for cut in found.windows)
    assert {"random", "recent activity", ADAMIC, PAGERANK, SHIPPED, "node similarity"} <= set(found.scores)
    one = found.ratios[f"ndcg10 / {ADAMIC}"]
    assert one.value and one.lo and one.hi and one.lo <= one.value <= one.hi
    assert next(g for g in found.goals if "readable path" in g.goal).met
    assert set(found.ablation) == {"mutual", "chain", "group", "issue", "word", "peers", "big", "activity", "recency"}
    assert found.scores[SHIPPED]["ndcg10"] > found.scores["random"]["ndcg10"]  # type: ignore[operator]
    assert {n: r.value for n, r in found.ratios.items()} == {n: r.value for n, r in again.ratios.items()}


@pytest.mark.parametrize("shape", ["no features", "two kinds", "no meta"])
def test_other_shapes_are_measured_too(tmp_path: Path, shape: str) -> None:
    """Without features, with officials and organizations, without meta.json: figures, not an error."""
    kinds = ("official", "org") if shape == "two kinds" else ("person",)
    tables = read_tables(network(tmp_path / "n", kinds=kinds, feat=shape != "no features"))
    found = evaluate([tables], Plan(queries=36))
    assert found.scores and found.goals, found.refused
    if shape == "two kinds":
        assert "official to organization" in found.tasks


def test_too_few_people_are_refused(tmp_path: Path) -> None:
    """Below 100 people it says so and judges nothing."""
    tables = read_tables(network(tmp_path / "n", people=30))
    found = evaluate([tables], Plan(queries=20))
    assert found.refused and not found.scores and not found.goals


def test_the_command_gives_one_document_and_gates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON on standard output alone; --gate exits 1 exactly when a goal is missed; a refusal exits 6."""
    folder = network(tmp_path / "n")
    code = main(["evaluate", str(folder), "--json", "--gate", "--queries", "36"])
    said = json.loads(capsys.readouterr().out)
    assert {"set", "queries", "scores", "ratios", "goals"} <= set(said)
    assert code == (1 if any(goal["met"] is False for goal in said["goals"]) else 0)
    assert main(["evaluate", str(network(tmp_path / "few", people=30)), "--queries", "20"]) == 6


@pytest.mark.parametrize(("table", "text"), [("nodes", "node,kind\na,person\n"), ("att", "who,event\na,e\n")])
def test_a_table_without_its_column_is_refused(tmp_path: Path, table: str, text: str) -> None:
    """The file, the line and the missing column are named."""
    folder = network(tmp_path / "n")
    for path in folder.glob(f"{table}.csv*"):
        path.unlink()
    (folder / f"{table}.csv").write_text(text)
    with pytest.raises(FileRefused, match=rf"{table}\.csv:1: no column"):
        read_tables(folder)


def test_undated_and_unknown_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    """An event without a date can stand neither before nor after a cut; it is said how many are left out."""
    folder = network(tmp_path / "n")
    write(folder, "events", "event,ts,ctx", [("e1", "", ""), ("e2", "2024-05-01", "")])
    write(folder, "att", "node,event", [("n1", "e1"), ("n1", "e2"), ("nobody", "e2")], zipped=False)
    tables = read_tables(folder)
    assert len(tables.who) == 1 and len(tables.notes) == 2


def test_a_store_is_cut_like_a_folder() -> None:
    """A store's dated attendance, topics and places are measured; memberships and KNOWS are not there to leak."""
    graph = (
        Graph().add("Person", "a", "b", "c").add("Issue", "rent").add("Organization", "union", classification="union")
    )
    graph.say("KNOWS", "a", "c").say("STAFF_OF", "a", "union")
    graph.attend("e1", "2025-01-01", "a", "b").attend("e2", "", "a", "c").attend("e3", "2026-01-01", "b", "c")
    graph.say("ABOUT", "e1", "rent").say("ABOUT", "e3", "rent")
    tables = tables_of(take(Memory(graph), "2026-11-24"), 30)
    before = snapshot_before(tables, float(tables.day[tables.event].max()))
    assert before.attended.nnz == 3 and not len(before.knows.a)  # a and b, and the union through its staff
    assert len(before.tags.node) == 3
    assert tables.apart and "1 attendances" not in tables.notes[0] and "without a date" in tables.notes[0]


def test_ranks_and_gains() -> None:
    """NDCG and hit of a list by hand: the second of two truths at place one."""
    truth = np.array([False, True, True, False])
    ndcg, hit, shown = gains(np.array([0.1, 0.9, 0.2, 0.5]), np.ones(4, dtype=bool), truth, np.zeros(4))
    assert shown.tolist() == [1, 3, 2, 0] and hit == 1.0
    assert ndcg == pytest.approx((1 + 1 / 2) / (1 + 1 / np.log2(3)))
    assert found_in(np.array([0, 3]), truth) == (0.0, 0.0)


def test_goals_are_judged_by_their_thresholds() -> None:
    """Half of the hits of PageRank misses its goals; a network of one kind says nothing of the other."""
    task = Task("person", "person", earlier=[1] * 50)
    for name, value in ((SHIPPED, 0.5), (ADAMIC, 0.25), (PAGERANK, 1.0), ("formula of the design", 0.5)):
        task.rows[name] = [(value,) * len(COLUMNS)] * 50  # type: ignore[list-item]
    judged = {goal.goal: goal.met for goal in goals(ratios([task]), 1.0, 12.0)}
    assert judged["NDCG@10 against Adamic-Adar, person to person"] is True
    assert judged["hit@10 against PageRank"] is False
    assert judged["hit@10 against Adamic-Adar, official and organization"] is None
    assert ratio([task], 0, ADAMIC).value == 2.0


def test_communities_of_a_window(tmp_path: Path) -> None:
    """Without places the community is the group that one was with most."""
    window = next(windows(read_tables(network(tmp_path / "n")), DEFAULT.limits.tuning))
    assert (window.community[window.known] >= 0).all() and len(set(window.community.tolist())) > 5
