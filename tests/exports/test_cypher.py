"""The script for Neo4j: run on an empty one it makes the same graph, and no text of anybody becomes a statement."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lpgraph.errors import LpgraphError
from lpgraph.exports import Options, export
from lpgraph.exports.cypher import literal
from lpgraph.ingest import deciding, fingerprint, undo
from lpgraph.store import Store
from tests import servers
from tests.exports import graphs
from tests.ingest.builders import Line, put

HOSTILE = (
    "'}]) DETACH DELETE n //", "\\'", "\\\\'", "\\u0027 RETURN 1 //", "\\\\u0027", "\\" * 3 + "u0027", "u0027", "\\",
    "`", "a;\nb;\r\n", "$rows", "*/ /*", "\\N", '\\"', "\\u", "\\U0001F600",
)  # fmt: skip


def _run(store: Store, text: str) -> list[dict[str, Any]]:
    with store._driver.session(database=store.endpoint.database) as session:
        return session.run(text).data()  # type: ignore[arg-type]  # a statement out of a file, as cypher-shell runs it


def _script(store: Store, folder: Path) -> list[str]:
    out = folder / "graph.cypher"
    export(store, out, Options("cypher", force=True))
    return out.read_text(encoding="utf-8").removesuffix(";\n").split(";\n")


@pytest.mark.server
def test_the_script_makes_the_same_graph(neo4j_lts_store: Store, tmp_path: Path) -> None:
    """Run statement by statement on an empty Neo4j: the same fingerprint and export, and an undo works there."""
    store = neo4j_lts_store
    put(store, [Line(f"p{n}", name=text, email=f"p{n}@people.example.org") for n, text in enumerate(HOSTILE[:8])])
    second = put(store, [Line("p0", name="Vera"), Line("q", name="Omar Feld")], "2026-02-01", "two.csv")
    rows = store.read("fingerprint_entities:Person", after="", limit=2)
    deciding.decide(store, rows[0]["props"]["id"], rows[1]["props"]["id"], "same", who="ana")
    graphs.put(store, graphs.entity("Event", 9, {"name": "dates", "days": list(graphs.DATES[:2]), "least": -(2**63)}))
    export(store, tmp_path / "a.jsonl", Options("jsonl"))
    mark, script = fingerprint(store), _script(store, tmp_path)
    servers.wipe(store)
    for statement in script:
        _run(store, statement)
    assert fingerprint(store) == mark
    export(store, tmp_path / "b.jsonl", Options("jsonl"))
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    assert undo(store, second.load).mentions


@pytest.mark.server
@pytest.mark.parametrize("server", ["neo4j_lts_store", "neo4j_new_store"])
def test_a_literal_is_the_value(server: str, request: pytest.FixtureRequest) -> None:
    """Whatever a text, number or list is, Neo4j reads the literal as that and as nothing else."""
    store: Store = request.getfixturevalue(server)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(graphs.SCALARS | st.text(st.sampled_from("\\'\"u0027nN`$;/*\n "), max_size=8), max_size=6))
    @example([*HOSTILE, *graphs.AWKWARD])
    @example([2**63 - 1, -(2**63), 0.1, -0.0, 1e300, 5e-324, float("inf"), float("-inf"), True, None])
    @example(list(graphs.DATES))
    def law(values: list[Any]) -> None:
        (row,) = _run(store, f"RETURN {literal(values)} AS x, {literal({'a': values})} AS y")
        assert row == {"x": values, "y": {"a": values}}
        assert [type(one) for one in row["x"]] == [type(one) for one in values]

    law()


def test_a_name_that_would_need_quoting_is_refused() -> None:
    """A property's name is never written unless it is a plain word."""
    for name in ("a`b", "with space", "x\\u0060", "", "naïve"):
        with pytest.raises(LpgraphError, match="cannot say"):
            literal({name: 1})
