"""How well introductions are ranked, on this graph or on folders of four tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph
from lpgraph.errors import NotFound

if TYPE_CHECKING:
    from lpgraph.introductions.evaluation import Evaluation
    from lpgraph.network.tables import Tables

MISSED = 1  # what --gate gives when a goal is missed
_SCORES = ("ndcg10", "hit10", "other_communities_ndcg10", "other_communities_hit10", "one_event_ndcg10",
           "one_event_hit10", "coverage", "busiest")  # fmt: skip
_HEADS = ("method", "NDCG@10", "hit@10", "elsewhere NDCG", "elsewhere hit", "one event NDCG", "one event hit",
          "coverage", "busiest")  # fmt: skip


def evaluate(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(help="Folders with nodes, events, att and feat; none: this graph.", metavar="[FOLDER]"),
    ] = None,
    gate: Annotated[bool, typer.Option("--gate", help="Exit 1 when a goal is missed.", metavar="")] = False,
    ablate: Annotated[bool, typer.Option("--ablate", help="Also without each term in turn.", metavar="")] = False,
    queries: Annotated[int, typer.Option("--queries", help="People asked in each cut.", min=20, max=100_000)] = 400,
    as_json: Json = False,
) -> int:
    """How well introductions are ranked, beside other methods."""
    from lpgraph.introductions.evaluate import Plan
    from lpgraph.introductions.evaluate import evaluate as measure

    networks = _networks(folders or [])
    found = measure(networks, Plan(queries, ablate), output.say)
    if as_json:
        output.write_json(found)
    else:
        _tell(found)
    if found.refused:
        raise NotFound(found.refused)
    for goal in found.missed:
        output.say(f"missed: {goal}")
    return MISSED if gate and found.missed else 0


def _networks(folders: list[Path]) -> list[Tables]:
    from lpgraph.introductions import DEFAULT
    from lpgraph.network import snapshot
    from lpgraph.network.tables import read_tables, tables_of

    if folders:
        return [read_tables(folder) for folder in folders]
    with graph() as store:
        return [tables_of(snapshot.take(store), DEFAULT.limits.tie_max)]


def _tell(found: Evaluation) -> None:
    """The tables for people."""
    output.write(f"{found.set}: {found.queries:,} people asked in {len(found.windows)} cuts")
    for note in found.notes:
        output.write(f"! {note}")
    for name, task in found.tasks.items():
        output.write(f"  {name}: {task['queries']:,}" + ("" if task["judged"] else " (too few to judge)"))
    if found.refused:
        return
    output.table(_HEADS, [(name, *map(row.get, _SCORES)) for name, row in found.scores.items()], _HEADS[1:])
    output.write("")
    kept = {name: r for name, r in found.ratios.items() if r.value is not None}
    output.table(("times", "value", "from", "to"), [(n, r.value, r.lo, r.hi) for n, r in kept.items()],
                 ("value", "from", "to"))  # fmt: skip
    output.write("")
    said = {True: "met", False: "missed", None: "nothing to judge by"}
    aims = [(g.goal, g.value, g.threshold, said[g.met]) for g in found.goals]
    output.table(("goal", "value", "threshold", "met"), aims, ("value", "threshold"))
    if found.ablation:
        output.write("")
        rows = [(term, *row.values()) for term, row in found.ablation.items()]
        heads = ("without", "NDCG@10", "hit@10", "NDCG lost", "hit lost")
        output.table(heads, rows, heads[1:])
