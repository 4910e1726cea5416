"""The rules of the house that no other tool checks: sizes, docstrings, links, Cypher in its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lpgraph import model

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("lpgraph", "loaders", "queries")
FOLDERS = (*PACKAGES, "tests", "benchmarks", "scripts")
WALL = 300
LONGEST = 55
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE|DELETE)\s*\(|\bUNWIND\s+\$|\bDETACH\s+DELETE\b|\bRETURN\s+count\(")
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")


def python_files(*folders: str) -> list[Path]:
    """Every module below the folders."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def pages() -> list[Path]:
    """Every page of documentation."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "queries").rglob("*.md")])


def shown(path: Path) -> str:
    """The path as a person would say it."""
    return path.relative_to(ROOT).as_posix()


def docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    """The docstring constants of a module, its classes and functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def test_files_stay_short() -> None:
    """No module is longer than the wall: a longer one has two subjects."""
    long = {shown(p): n for p in python_files(*FOLDERS) if (n := len(p.read_text().splitlines())) > WALL}

    assert long == {}


def test_functions_stay_short() -> None:
    """Forty lines is the aim; no function of the packages is far beyond it."""
    long = [
        f"{shown(path)}:{node.name} {length}"
        for path in python_files(*PACKAGES)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST
    ]

    assert long == []


def test_every_test_says_what_must_hold() -> None:
    """A test without a docstring cannot be judged when it fails."""
    silent = [
        f"{shown(path)}::{node.name}"
        for path in python_files("tests")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]

    assert silent == []


def test_cypher_lives_in_query_files() -> None:
    """No module of the packages holds a statement: a query is a file with a header that is checked."""
    found = []
    for path in python_files(*PACKAGES):
        tree = ast.parse(path.read_text())
        prose = {id(constant) for constant in docstrings(tree)}
        found += [
            f"{shown(path)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if id(node) not in prose and CYPHER.search(node.value)
        ]

    assert found == []


def test_the_rule_about_cypher_can_fail() -> None:
    """The pattern knows a statement from a sentence."""
    assert CYPHER.search("MATCH (p:Person {id: $id}) RETURN p")
    assert CYPHER.search("UNWIND $rows AS row")
    assert not CYPHER.search("Create (or match) a person")


@pytest.mark.parametrize("page", pages(), ids=shown)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page has its target in the project."""
    targets = [link.split("#")[0] for link in LINK.findall(page.read_text()) if "://" not in link]
    broken = [target for target in targets if target and not (page.parent / target).exists()]

    assert broken == []


def test_no_module_for_everything() -> None:
    """There is no place for what has no place."""
    assert [shown(p) for p in python_files(*FOLDERS) if p.stem in {"utils", "util", "helpers", "misc", "common"}] == []


def test_the_project_names_no_machine() -> None:
    """Nothing that is shipped or documented knows the folders of one person's machine."""
    machine = re.compile("|".join(("/" + "work/", "/" + "root/", "/home/" + r"[a-z]+/")))
    texts = [*python_files(*FOLDERS), *pages(), ROOT / "Makefile", *(ROOT / "scripts").glob("*.sh")]

    assert [shown(p) for p in texts if machine.search(p.read_text())] == []


def test_the_model_page_is_whole() -> None:
    """docs/model.md names every label, fact and property, so that it can be read instead of the code."""
    page = (ROOT / "docs/model.md").read_text()
    facts = [f"`({f.a})-[:{f.type}]->({f.b})` | {', '.join(f'`{p}`' for p in f.props)} |" for f in model.FACTS]
    rows = [f"| `{label}` | {', '.join(f'`{p}`' for p in props)} |" for label, props in model.ENTITY_PROPS.items()]
    words = [f"`{word}`" for word in (*model.COMMON_FACT_PROPS, *model.PROVENANCE)]

    assert [text for text in (*facts, *rows, *words) if text not in page] == []


def test_every_word_says_what_to_avoid() -> None:
    """The glossary settles words only where it names the ones that lost."""
    text = (ROOT / "docs/glossary.md").read_text()
    entries = [block for block in text.split("\n\n") if block.startswith("**")]

    assert len(entries) > 20
    assert [entry.split("\n")[0] for entry in entries if "*Avoid*" not in entry] == []


def test_decisions_are_numbered_and_whole() -> None:
    """Decisions count up without a hole; each says what, why and at what cost."""
    files = sorted((ROOT / "docs/decisions").glob("*.md"))

    assert [int(f.name[:4]) for f in files] == list(range(1, len(files) + 1))
    wanted = ("**Decided**", "**Why**", "**What it costs**")
    assert [shown(f) for f in files if not all(word in f.read_text() for word in wanted)] == []
