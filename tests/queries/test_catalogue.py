"""The catalogue: what each rule refuses, what a family becomes, and that every shipped file keeps the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpgraph.model import FACTS, Label
from queries import CatalogueError, catalogue
from queries.catalogue import parse, read_catalogue

READ = "// name: q\n// doc: Says it.\n// mode: read\n"


def test_every_shipped_query_keeps_the_rules() -> None:
    """All files parse, and a name before a colon is the name of its file."""
    files = {p.stem for p in (Path(__file__).parents[2] / "queries").rglob("*.cypher")}

    assert {name.split(":")[0] for name in catalogue()} == files


def test_a_file_is_one_query() -> None:
    """Header and text arrive as written; a doc may go on over lines; a comment in the text is kept."""
    (query,) = parse(
        "q.cypher",
        "// name: q\n// doc: One thing,\n//   and more.\n// mode: read\n// params: id, at\n// returns: a, b\n"
        "MATCH (n:Person {id: $id}) // $not\nWHERE n.at < $at\nRETURN n.a AS a, n.b AS b;\n",
    )

    assert query.name == "q"
    assert query.doc == "One thing, and more."
    assert query.mode == "read"
    assert query.params == ("id", "at")
    assert query.returns == ("a", "b")
    assert query.text.startswith("MATCH (n:Person {id: $id}) // $not\n")
    assert query.text.endswith("RETURN n.a AS a, n.b AS b")


def test_a_family_over_labels() -> None:
    """One query a label, or only those that are named; tokens are replaced everywhere."""
    text = "// name: q\n// doc: d\n// mode: read\n// over: labels{}\nMATCH (n:__LABEL__) RETURN '__LABEL__' AS l"

    assert [q.name for q in parse("q.cypher", text.format(""))] == [f"q:{label}" for label in Label]
    (query,) = parse("q.cypher", text.format(" Person"))
    assert query.text == "MATCH (n:Person) RETURN 'Person' AS l"


def test_a_family_over_facts() -> None:
    """One query a fact type with its ends; narrowing takes a type with all of its ends, or one member."""
    text = READ + "// over: facts{}\nMATCH (:__A__)-[f:__TYPE__]->(:__B__) RETURN f.key AS k"

    assert [q.name for q in parse("q.cypher", text.format(""))] == [f"q:{fact.name}" for fact in FACTS]
    narrowed = {q.name: q.text for q in parse("q.cypher", text.format(" ATTENDED"))}
    assert narrowed == {
        "q:ATTENDED:Person:Event": "MATCH (:Person)-[f:ATTENDED]->(:Event) RETURN f.key AS k",
        "q:ATTENDED:Organization:Event": "MATCH (:Organization)-[f:ATTENDED]->(:Event) RETURN f.key AS k",
    }
    assert len(parse("q.cypher", text.format(" ATTENDED:Person:Event"))) == 1


BROKEN = {
    "another name": ("// name: p\n// doc: d\n// mode: read\nRETURN 1 AS one", "same"),
    "no header": ("RETURN 1 AS one", "lacks name"),
    "no statement": (READ, "a statement"),
    "no doc": ("// name: q\n// mode: read\nRETURN 1 AS one", "lacks doc"),
    "twice": (READ + "// mode: read\nRETURN 1 AS one", "twice"),
    "odd mode": ("// name: q\n// doc: d\n// mode: both\nRETURN 1 AS one", "mode is both"),
    "undeclared": (READ + "RETURN $a AS a", "declares params"),
    "unused": (READ + "// params: a\nRETURN 1 AS one", "declares params"),
    "only in a string": (READ + "// params: a\nRETURN '$a' AS a", "declares params"),
    "read creates": (READ + "CREATE (n:Person)", "says CREATE"),
    "read sets": (READ + "MATCH (n:Person) set n.a = 1", "says SET"),
    "read deletes": (READ + "MATCH (n:Person) DETACH\nDELETE n", "says DETACH"),
    "two statements": (READ + "RETURN 1 AS one; RETURN 2 AS two", "more than one"),
    "unbounded star": (READ + "MATCH (a:Person {id: 1})-[*]->(b) RETURN b.id AS id", "upper bound"),
    "unbounded type": (READ + "MATCH (a:Person)-[:KNOWS*2..]->(b) RETURN b.id AS id", "upper bound"),
    "unbounded name": (READ + "MATCH (a:Person)-[r:KNOWS* ..]->(b) RETURN b.id AS id", "upper bound"),
    "quantified": (READ + "MATCH (a:Person)-[:KNOWS]->+(b) RETURN b.id AS id", "upper bound"),
    "quantified group": (READ + "MATCH ((a:Person)-[:KNOWS]->(c))+ (b) RETURN b.id AS id", "upper bound"),
    "bare merge": ("// name: q\n// doc: d\n// mode: write\nMERGE (n {id: 1})", "without a label"),
    "nameless merge": ("// name: q\n// doc: d\n// mode: write\nMERGE ({id: 1})", "without a label"),
    "token alone": (READ + "MATCH (n:__LABEL__) RETURN n.id AS id", "no // over"),
    "wrong token": (READ + "// over: labels\nMATCH (n:__TYPE__) RETURN n.id AS id", "no token of labels"),
    "unknown family": (READ + "// over: people\nRETURN 1 AS one", "over is people"),
    "unknown member": (READ + "// over: labels Persona\nMATCH (n:__LABEL__) RETURN 1 AS one", "Persona"),
    "dialect of a read": (READ + "// dialect: neo4j\nRETURN 1 AS one", "only a schema statement"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused(case: str) -> None:
    """The message names the file and the rule."""
    text, says = BROKEN[case]
    with pytest.raises(CatalogueError, match=says) as raised:
        parse("q.cypher", text)

    assert str(raised.value).startswith("q.cypher")


FINE = {
    "bounded": READ + "MATCH (a:Person)-[:KNOWS*..6]->(b) RETURN count(*) AS n",
    "exact": READ + "MATCH (a:Person)-[:KNOWS*2]->(b) RETURN 2 * (count(*) + 1) AS n",
    "words in a string": READ + "RETURN 'CREATE; SET' AS a",
    "a property called set": READ + "MATCH (n:Person) RETURN n.created AS dataset",
    "merge between bound nodes": "// name: q\n// doc: d\n// mode: write\n"
    "MATCH (a:Person {id: 1}) MATCH (b:Event {id: 2}) MERGE (a)-[:ATTENDED]->(b)",
}


@pytest.mark.parametrize("case", FINE)
def test_a_fine_file_is_taken(case: str) -> None:
    """The rules read statements, not strings, comments or arithmetic."""
    assert len(parse("q.cypher", FINE[case])) == 1


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """A name is unique over all folders."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "q.cypher").write_text(READ + "RETURN 1 AS one")

    with pytest.raises(CatalogueError, match="another query called q"):
        read_catalogue(tmp_path)
