"""The files for other tools: read again by networkx and by a CSV reader they hold exactly what was given."""

from __future__ import annotations

import csv
import io
import math
import zipfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lpgraph.exports import csv_pair, gexf, graphml
from lpgraph.exports.cells import is_formula, tame, untamed
from lpgraph.exports.network import Edge, Node
from lpgraph.exports.spool import Kept, Spool, text_of
from lpgraph.exports.xml import escaped, unescaped
from tests.exports.graphs import AWKWARD, DATES, PROPS, TEXT

NODE_PROPS = PROPS | st.just({"label": "x", "Id": "y", "weight": 3, "dates": list(DATES), "many": list(AWKWARD)})
OWN = {"graphml": ("label", "entity", "kind", "rows"), "gexf": ("entity", "kind", "rows")}


@st.composite
def spools(draw: st.DrawFn) -> tuple[list[Node], list[Edge]]:
    """Nodes with any names and properties, and edges between them, some of them parallel."""
    ids = draw(st.lists(TEXT.filter(lambda text: text.strip() != ""), min_size=1, max_size=4, unique=True))
    nodes = [Node(one, draw(TEXT), "Person", "official", draw(st.integers(0, 9)), draw(NODE_PROPS)) for one in ids]
    ends = st.sampled_from(ids)
    edges = [
        Edge(f"{number:016x}x", draw(ends), draw(ends), "KNOWS", 1, draw(TEXT), draw(PROPS))
        for number in range(draw(st.integers(0, 5)))
    ]
    return nodes, edges


def _kept(folder: Path, nodes: Iterable[Node], edges: Iterable[Edge]) -> Spool:
    made = Spool(Kept(folder / "n", Node), Kept(folder / "e", Edge))
    made.nodes.fill(iter(nodes), lambda _n: None)
    made.edges.fill(iter(edges), lambda _n: None)
    return made


def _said(props: Any, own: Iterable[str]) -> dict[str, Any]:
    """Properties as an XML reader must give them back: lists and dates are text."""
    plain = {k: v if isinstance(v, (bool, int, float)) else text_of(v) for k, v in props.items()}
    return {f"{k} (own)" if k in own else k: v for k, v in plain.items()}


def _back(found: dict[str, Any], own: Iterable[str]) -> dict[str, Any]:
    return {
        unescaped(k): unescaped(v) if isinstance(v, str) else v for k, v in found.items() if k not in own
    }  # fmt: skip


def _runs(cell: str) -> bool:
    return is_formula(cell) and not cell.startswith("'")


@settings(max_examples=120, deadline=None)
@given(spools())
def test_graphml_is_read_by_networkx_exactly(made: tuple[list[Node], list[Edge]]) -> None:
    """Every id, property and type, of every node and of every one of several parallel edges."""
    nodes, edges = made
    own = OWN["graphml"]
    with TemporaryDirectory() as folder:
        with (Path(folder) / "x.graphml").open("wb") as file:
            graphml.write(_kept(Path(folder), nodes, edges), file)
        read = nx.read_graphml(Path(folder) / "x.graphml", edge_key_type=str, force_multigraph=True)
    assert {unescaped(n): _back(d, own) for n, d in read.nodes(data=True)} == {
        node.id: _said(node.props, own) for node in nodes
    }
    assert {unescaped(n): unescaped(d.get("label", "")) for n, d in read.nodes(data=True)} == {
        node.id: node.label for node in nodes
    }
    mine = ("label", "rows", "sources", "id")
    told = {k: (unescaped(a), unescaped(b), _back(d, mine)) for a, b, k, d in read.edges(data=True, keys=True)}
    assert told == {e.id: (e.source, e.target, _said(e.props, mine)) for e in edges}


@settings(max_examples=120, deadline=None)
@given(spools())
def test_gexf_is_read_by_networkx_exactly(made: tuple[list[Node], list[Edge]]) -> None:
    """The same of GEXF."""
    nodes, edges = made
    taken = ("entity", "kind", "rows", "label", "weight")
    with TemporaryDirectory() as folder:
        with (Path(folder) / "x.gexf").open("wb") as file:
            gexf.write(_kept(Path(folder), nodes, edges), file)
        read = nx.read_gexf(Path(folder) / "x.gexf")
    assert {unescaped(n): _back(d, taken) for n, d in read.nodes(data=True)} == {
        node.id: _said(node.props, taken) for node in nodes
    }
    assert {unescaped(n): unescaped(d["label"]) for n, d in read.nodes(data=True)} == {n.id: n.label for n in nodes}
    mine = ("rows", "sources", "label", "weight", "id")
    told = {d["id"]: (unescaped(a), unescaped(b), _back(d, mine)) for a, b, d in read.edges(data=True)}
    assert told == {e.id: (e.source, e.target, _said(e.props, mine)) for e in edges}


@settings(max_examples=120, deadline=None)
@given(spools(), st.booleans(), st.booleans())
def test_the_tables_hold_every_value_and_no_formula(
    made: tuple[list[Node], list[Edge]], packed: bool, raw: bool
) -> None:
    """Each cell is the value's text, with ``'`` before what would run and nothing else changed; raw changes nothing."""
    nodes, edges = made
    with TemporaryDirectory() as folder:
        kept = _kept(Path(folder), nodes, edges)
        if packed:
            data = io.BytesIO()
            csv_pair.write_zip(kept, data, raw=raw)
            with zipfile.ZipFile(data) as file:
                texts = [file.read(name).decode() for name in csv_pair.NAMES]
        else:
            csv_pair.write_folder(kept, Path(folder), raw=raw)
            texts = [(Path(folder) / name).read_bytes().decode() for name in csv_pair.NAMES]
    tables = [list(csv.reader(io.StringIO(text, newline=""))) for text in texts]
    cells = [cell for table in tables for row in table for cell in row]
    assert raw or not any(_runs(cell) for cell in cells)
    same = (lambda cell: cell) if raw else untamed
    for table, items, own in zip(tables, (nodes, edges), (csv_pair.NODES, csv_pair.EDGES), strict=True):
        head, *rows = [[same(cell) for cell in row] for row in table]
        assert len(head) == len(set(head)) and len(rows) == len(items)
        folded = {name.casefold() for name in own}
        for row, item in zip(rows, items, strict=True):
            told = dict(zip(head, row, strict=True))
            assert told[own[0]] == getattr(item, own[0].casefold())
            for name, value in item.props.items():
                assert told[f"{name} (own)" if name.casefold() in folded else name] == text_of(value)


@given(st.text(max_size=8) | st.sampled_from(AWKWARD))
@example("'=1")
def test_a_tamed_cell_is_no_formula_and_comes_back(cell: str) -> None:
    """After quotes, blanks and what nobody sees, no cell begins with a sign that runs; taming is undone exactly."""
    assert not _runs(tame(cell))
    assert untamed(tame(cell)) == cell


def test_what_is_a_formula_is_known_in_all_its_forms() -> None:
    """Plain, quoted, indented, full width and small; words, amounts and dates are none."""
    signs = "=+-@\t\r＝＋－＠﹢﹣﹦﹫"
    starts = [f"{before}{sign}1" for before in ("", " ", '"', "'", ' "', "\u200b", "\xa0", "\n") for sign in signs]
    assert [one for one in starts if not is_formula(one)] == []
    assert [one for one in ("Vera", "3.5", "2024-05", "a=b", "", "O'Neil", "#1", "(-1)") if is_formula(one)] == []


@given(st.text())
def test_xml_holds_any_text(text: str) -> None:
    """Any text, control characters and half a pair too, goes through an XML reader and comes back."""
    root = ElementTree.fromstring(f'<a b="{escaped(text)}">{escaped(text)}</a>')  # noqa: S314 - our own text
    assert unescaped(root.attrib["b"]) == unescaped(root.text or "") == text


def test_numbers_without_an_end_are_kept() -> None:
    """Infinity and not-a-number are words that networkx and Java read."""
    assert [float(text_of(one)) for one in (math.inf, -math.inf)] == [math.inf, -math.inf]
    assert math.isnan(float(text_of(math.nan)))
