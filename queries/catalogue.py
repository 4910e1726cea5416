"""The query catalogue: each ``*.cypher`` file below this package, checked once and found by name.

The header grammar is in ``README.md``. A family (``// over: facts`` or ``// over: labels``) is one file and one query
for each member of a closed list of ``lpgraph.model``: ``fact_create:ATTENDED:Person:Event``. No text ever comes from
data, so this is the one place where a query text becomes a ``LiteralString``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Literal, LiteralString, cast

from lpgraph.model import FACTS, Label

Mode = Literal["read", "write", "schema"]
Dialect = Literal["any", "neo4j", "arcadedb"]

_FIELDS = frozenset({"name", "doc", "mode", "params", "returns", "over", "dialect"})
_REQUIRED = ("name", "doc", "mode")
_HEADER = re.compile(r"^//\s*([a-z]+):\s?(.*)$")
_NAME = re.compile(r"^[a-z][a-z0-9_]*$")
_PARAM = re.compile(r"\$([A-Za-z_][A-Za-z0-9_]*)")
_WRITES = re.compile(
    r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|FOREACH|DROP|ALTER|GRANT|DENY|REVOKE|LOAD\s+CSV)\b", re.IGNORECASE
)
# A MERGE whose first node is a bare "(x)" or "(x {…})" and whose variable no earlier clause bound.
_MERGE_NODE = re.compile(r"\bMERGE\s*\(\s*([A-Za-z_][A-Za-z0-9_]*)?\s*(:)?", re.IGNORECASE)
_UNBOUNDED = re.compile(r"\[[^\[\]]*\*\s*(?:\d*\s*\.\.)?\s*(?=[\]{|])")
_QUANTIFIED = re.compile(r"\)(?:\*|\+|\{\d*,\})\s*(?=[(,\n]|$)|[->](?:\*|\+|\{\d*,\})\s*\(")
_TOKENS = re.compile(r"__[A-Z]+__")


class CatalogueError(Exception):
    """A query file that breaks the rules; the message names the file and the rule."""


@dataclass(frozen=True, slots=True)
class Query:
    """One statement: what it is called, what it takes and gives, and its text.

    ``dialect`` is ``any`` but for the few schema statements that one server alone understands.
    """

    name: str
    doc: str
    mode: Mode
    params: tuple[str, ...]
    returns: tuple[str, ...]
    text: LiteralString
    dialect: Dialect = "any"


@cache
def catalogue() -> Mapping[str, Query]:
    """Every query of the project by name. Raises ``CatalogueError`` at the first file that breaks a rule."""
    return read_catalogue(files("queries"))


def read_catalogue(root: Traversable) -> Mapping[str, Query]:
    """Every query in the ``*.cypher`` files below ``root`` by name (the tests have a folder of their own)."""
    found: dict[str, Query] = {}
    for file in sorted(_cypher_files(root), key=lambda f: f.name):
        for query in parse(file.name, file.read_text(encoding="utf-8")):
            if query.name in found:
                raise CatalogueError(f"{file.name}: there is another query called {query.name}")
            found[query.name] = query
    return MappingProxyType(found)


def parse(file: str, source: str) -> list[Query]:
    """The queries of one file: one, or one for each member of its family."""
    header, text = _split(file, source)
    if header["name"] != file.removesuffix(".cypher"):
        raise CatalogueError(f"{file}: is called {header['name']}; name and file name must be the same")
    _check(file, header, text)
    return [_query(header, name, body) for name, body in _members(file, header, text)]


def _cypher_files(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _cypher_files(entry)
        elif entry.name.endswith(".cypher"):
            yield entry


def _split(file: str, source: str) -> tuple[dict[str, str], str]:
    """The header's fields and the statement below it; a ``//`` line that names no field continues the one above."""
    header: dict[str, str] = {}
    lines = source.splitlines()
    last = ""
    for number, line in enumerate(lines):
        if not line.startswith("//"):
            text = "\n".join(lines[number:]).strip().removesuffix(";")
            break
        match = _HEADER.match(line)
        if match and match[1] in _FIELDS:
            last = match[1]
            if last in header:
                raise CatalogueError(f"{file}: says {last} twice")
            header[last] = match[2].strip()
        elif last:
            header[last] = f"{header[last]} {line.removeprefix('//').strip()}".strip()
        else:
            raise CatalogueError(f"{file}: does not start with a header line (// name: …)")
    else:
        text = ""
    missing = [f for f in _REQUIRED if not header.get(f)]
    if missing or not text:
        raise CatalogueError(f"{file}: lacks {', '.join(missing) or 'a statement'}")
    return header, text


def _check(file: str, header: Mapping[str, str], text: str) -> None:
    """The rules of ``README.md``, each with its own message."""
    bare = _without_strings(text)
    mode = header["mode"]
    if not _NAME.match(header["name"]):
        raise CatalogueError(f"{file}: a name is lower_case_with_underscores")
    if mode not in ("read", "write", "schema"):
        raise CatalogueError(f"{file}: mode is {mode}; it must be read, write or schema")
    if header.get("dialect", "any") not in ("any", "neo4j", "arcadedb"):
        raise CatalogueError(f"{file}: dialect must be neo4j or arcadedb")
    if header.get("dialect") and mode != "schema":
        raise CatalogueError(f"{file}: only a schema statement may have a dialect")
    declared, used = set(_words(header.get("params", ""))), set(_PARAM.findall(bare))
    if declared != used:
        raise CatalogueError(f"{file}: declares params {sorted(declared)} and uses {sorted(used)}")
    if mode == "read" and (write := _WRITES.search(bare)):
        raise CatalogueError(f"{file}: mode is read and it says {write[0].upper()}")
    if ";" in bare:
        raise CatalogueError(f"{file}: holds more than one statement")
    if _UNBOUNDED.search(bare) or _QUANTIFIED.search(bare):
        raise CatalogueError(f"{file}: a path without an upper bound ([*..6] has one)")
    if "over" not in header and _TOKENS.search(bare):
        raise CatalogueError(f"{file}: has a __TOKEN__ and no // over: line")
    _check_merge(file, bare)


def _check_merge(file: str, bare: str) -> None:
    """No ``MERGE`` of a node without a label: no index can serve it, and it matches anything."""
    for match in _MERGE_NODE.finditer(bare):
        variable, labelled = match[1], match[2]
        bound = variable and re.search(rf"[(,\s]{variable}\b", bare[: match.start()])
        if not labelled and not bound:
            raise CatalogueError(f"{file}: MERGE of a node without a label")


def _members(file: str, header: Mapping[str, str], text: str) -> Iterator[tuple[str, str]]:
    """(name, text) of the query, or of each member of its family."""
    if "over" not in header:
        yield header["name"], text
        return
    family, *narrow = header["over"].split()
    if family == "labels":
        members = {str(label): {"__LABEL__": str(label)} for label in Label}
    elif family == "facts":
        members = {f.name: {"__TYPE__": f.type, "__A__": str(f.a), "__B__": str(f.b)} for f in FACTS}
    else:
        raise CatalogueError(f"{file}: over is {family}; it must be labels or facts")
    kept = {name: tokens for name, tokens in members.items() if not narrow or {name, name.split(":")[0]} & set(narrow)}
    unknown = set(narrow) - {n for name in members for n in (name, name.split(":")[0])}
    if unknown:
        raise CatalogueError(f"{file}: over names {sorted(unknown)}, which the model does not have")
    for name, tokens in kept.items():
        foreign = set(_TOKENS.findall(text)) - set(tokens)
        if foreign:
            raise CatalogueError(f"{file}: {sorted(foreign)} is no token of {family}")
        yield f"{header['name']}:{name}", _TOKENS.sub(lambda m, t=tokens: t[m[0]], text)  # type: ignore[misc]


def _query(header: Mapping[str, str], name: str, text: str) -> Query:
    return Query(
        name=name,
        doc=header["doc"],
        mode=cast("Mode", header["mode"]),
        params=tuple(_words(header.get("params", ""))),
        returns=tuple(_words(header.get("returns", ""))),
        text=text,  # the one place where a text becomes a LiteralString: it was read from our own files
        dialect=cast("Dialect", header.get("dialect", "any")),
    )


def _words(text: str) -> list[str]:
    return [w.strip() for w in text.split(",") if w.strip()]


def _without_strings(text: str) -> str:
    """The statement with its strings, back-quoted names and comments blanked, so that a rule never reads a value."""
    pattern = r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/"
    return re.sub(pattern, lambda m: "''" if m[0][0] in "'\"" else " ", text, flags=re.DOTALL)
