"""Out and in again: the reference format gives the same graph, the same bytes, and a graph that works as before."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from lpgraph.errors import FileRefused, UsageError
from lpgraph.exports import Options, export, import_file
from lpgraph.exports.lines import HEAD, Line, written
from lpgraph.ingest import deciding, decisions, fingerprint, loads, undo
from lpgraph.store import Store
from tests import servers
from tests.exports import graphs
from tests.ingest.builders import Line as Person
from tests.ingest.builders import put

pytestmark = pytest.mark.server
JSONL = Options("jsonl", force=True)
PEOPLE = (
    Person("v1", name="Vera Lindqvist", email="vera@people.example.org", ids=("test:7",), place="Riverton, CO"),
    Person("v2", name="Vee Lind", email="vee@people.example.org", event="e2"),
    Person("o1", name="Omar Feld", event="e2", status="registered"),
)


def _dump(store: Store, folder: Path, name: str = "a.jsonl") -> Path:
    out = folder / name
    export(store, out, JSONL)
    return out


def _same_again(store: Store, folder: Path) -> bytes:
    """The bytes of an export, when an empty graph made from it has the same fingerprint and gives the same bytes."""
    mark, one = fingerprint(store), _dump(store, folder)
    servers.wipe(store)
    assert import_file(store, one).fingerprint == mark == fingerprint(store)
    assert _dump(store, folder, "b.jsonl").read_bytes() == one.read_bytes()
    return one.read_bytes()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=graphs.graphs())
@example(lines=[n for i, v in enumerate(graphs.AWKWARD) for n in graphs.entity("Person", i, {"name": v, "title": [v]})])
@example(
    lines=graphs.entity("Person", 1, {"last": graphs.DATES[0], "days": list(graphs.DATES[:2]), "at": graphs.DATES[2]})
)
@example(
    lines=graphs.entity("Person", 1, {"a": 2**63 - 1, "b": -(2**63), "c": 0.1, "d": 1e300, "e": [], "f": float("inf")})
)
def test_any_value_comes_back(any_store: Store, tmp_path_factory: pytest.TempPathFactory, lines: list[Line]) -> None:
    """Whatever stands in a property (and in parallel facts) is in the file exactly, and exactly so after an import."""
    servers.wipe(any_store)
    graphs.put(any_store, [graphs.load_line(), *lines])
    text = _same_again(any_store, tmp_path_factory.mktemp("any"))

    told = set(text[HEAD:].splitlines(keepends=True))
    assert told >= {written(line) for line in lines}


def _loaded(store: Store) -> tuple[str, str]:
    """Two loads, an older word of one record replaced, two people joined by hand: the answer and the last load."""
    put(store, PEOPLE, "2026-01-01", "one.csv")
    put(store, (Person("o1", name="Omar Feld", event="e2", status="attended"),), "2026-02-01", "two.csv")
    ids = _ids(store)
    made = deciding.decide(store, ids["Vera Lindqvist"], ids["Vee Lind"], "same", who="ana")
    return made.id, loads(store)[-1].id


def _ids(store: Store) -> dict[str, str]:
    return {
        str(row["props"]["name"]): str(row["props"]["id"])
        for row in store.read("fingerprint_entities:Person", after="", limit=100)
    }


def test_what_comes_back_works_as_before(any_store: Store, tmp_path: Path) -> None:
    """After an import a known file writes nothing, an answer holds and can be taken back, and an undo is exact."""
    answer, last = _loaded(any_store)
    _same_again(any_store, tmp_path)

    assert put(any_store, PEOPLE, "2026-01-01", "one.csv").same_as
    assert [one.id for one in decisions.live(decisions.read_log(any_store))] == [answer]
    marks = []
    for imported in (False, True):
        servers.wipe(any_store)
        if imported:
            import_file(any_store, tmp_path / "a.jsonl")
        else:
            answer, last = _loaded(any_store)
        undo(any_store, last)
        one = fingerprint(any_store)
        deciding.withdraw(any_store, answer if not imported else _answer(any_store), who="ana")
        marks.append((one, fingerprint(any_store)))
    assert marks[0] == marks[1]
    assert marks[0][0] != marks[0][1]


def _answer(store: Store) -> str:
    return decisions.live(decisions.read_log(store))[0].id


def test_only_an_empty_graph_takes_an_import(any_store: Store, tmp_path: Path) -> None:
    """A graph that holds anything is left as it was."""
    put(any_store, PEOPLE)
    mark, out = fingerprint(any_store), _dump(any_store, tmp_path)
    with pytest.raises(UsageError, match="not empty"):
        import_file(any_store, out)
    assert fingerprint(any_store) == mark


def test_an_import_that_was_stopped_goes_on(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after any of its transactions, the same file again ends in the same graph; another file is refused."""
    _loaded(embedded_store)
    mark, out = fingerprint(embedded_store), _dump(embedded_store, tmp_path)
    servers.wipe(embedded_store)
    put(embedded_store, PEOPLE[:1])
    other = _dump(embedded_store, tmp_path, "other.jsonl")
    real = Store.write
    for left in (1, 4, 7):
        servers.wipe(embedded_store)
        budget = [left]

        def write(self: Store, *steps: object, budget: list[int] = budget, **rest: object) -> object:
            if steps[0][0] == "import_mark":  # type: ignore[index]
                budget[0] -= 1
                if budget[0] < 0:
                    raise KeyboardInterrupt
            return real(self, *steps, **rest)  # type: ignore[arg-type]

        monkeypatch.setattr(Store, "write", write)
        with pytest.raises(KeyboardInterrupt):
            import_file(embedded_store, out)
        monkeypatch.setattr(Store, "write", real)
        with pytest.raises(UsageError, match="another file was interrupted"):
            import_file(embedded_store, other)
        import_file(embedded_store, out)
        assert fingerprint(embedded_store) == mark
        assert _dump(embedded_store, tmp_path, "again.jsonl").read_bytes() == out.read_bytes()


def test_a_file_that_was_changed_is_refused_whole(embedded_store: Store, tmp_path: Path) -> None:
    """Cut, edited, reordered or of another kind: refused before anything is written."""
    put(embedded_store, PEOPLE)
    text = _dump(embedded_store, tmp_path).read_bytes()
    servers.wipe(embedded_store)
    lines = text[HEAD:].splitlines(keepends=True)
    broken = {
        "cut": text[:-10],
        "a line less": text[: -len(lines[-1])],
        "edited": text.replace(b"Omar", b"Emar"),
        "reordered": text[:HEAD] + b"".join(reversed(lines)),
        "twice": text + lines[-1],
        "no head": b"".join(lines),
        "empty": b"",
        "newer": text.replace(b'"format":1', b'"format":2', 1),
        "csv": b"name,email\nOmar,x@example.org\n",
    }
    for name, content in broken.items():
        (tmp_path / "broken").write_bytes(content)
        with pytest.raises(FileRefused):
            import_file(embedded_store, tmp_path / "broken")
        assert not embedded_store.read("import_anything"), name
        assert not embedded_store.read("import_state"), name
