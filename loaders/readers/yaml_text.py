"""YAML read as text only: no types, no tags, no objects; aliases are counted before they can multiply."""

from __future__ import annotations

from typing import Any

import yaml

from loaders.readers.limits import LIMITS
from lpgraph.errors import FileRefused

# libyaml's parser where PyYAML was built with it: ten times as fast.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = {"", "~", "null"}


class LinedDict(dict[str, Any]):
    """A mapping that knows the line it began on."""

    line = 0


def yaml_items(file: str, text: str) -> list[tuple[Any, int]]:
    """The documents of a YAML text with their lines. Raises ``FileRefused`` naming the line."""
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as why:
        mark = why.problem_mark or why.context_mark
        said = why.problem or why.context or "unreadable"
        raise FileRefused(file, f"not valid YAML: {said}", line=mark.line + 1 if mark else None) from why
    except (yaml.YAMLError, ValueError) as why:
        raise FileRefused(file, f"not valid YAML: {str(why).splitlines()[0]}") from why
    return builder.documents


class LinedList(list[Any]):
    """A list; the outermost one of a document knows the line of each of its items."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []


class _Frame:
    """A collection that is being filled."""

    __slots__ = ("anchor", "key", "nodes", "value")

    def __init__(self, value: Any, anchor: str | None) -> None:
        self.value, self.anchor = value, anchor
        self.key: str | None = None  # the key that waits for its value
        self.nodes = 1


class _Builder:
    """Events → values, every scalar as text."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.documents: list[tuple[Any, int]] = []
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._aliases = self._nodes = 0

    def take(self, event: Any) -> None:
        """One event of the parser."""
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            self._tag(event, line)
            plain = event.style in (None, "")
            self._put(None if plain and event.value in _NOTHING else event.value, 1, event.anchor, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._tag(event, line)
            made = LinedDict()
            made.line = line
            self._push(made, event.anchor, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._tag(event, line)
            self._push(LinedList(), event.anchor, line)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            frame = self._stack.pop()
            self._put(frame.value, frame.nodes, frame.anchor, line)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event, line)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._anchors.clear()

    def _push(self, value: Any, anchor: str | None, line: int) -> None:
        if len(self._stack) >= LIMITS.depth:
            raise FileRefused(self.file, f"objects inside objects beyond {LIMITS.depth} levels", line=line)
        self._stack.append(_Frame(value, anchor))

    def _alias(self, event: Any, line: int) -> None:
        self._aliases += 1
        if self._aliases > LIMITS.yaml_aliases:
            raise FileRefused(self.file, f"more than {LIMITS.yaml_aliases:,} aliases (*name)", line=line)
        if event.anchor not in self._anchors:
            raise FileRefused(self.file, f"the alias *{event.anchor} stands for nothing above it", line=line)
        value, nodes = self._anchors[event.anchor]
        self._put(value, nodes, None, line)

    def _put(self, value: Any, nodes: int, anchor: str | None, line: int) -> None:
        """Place a finished value in the collection around it, or among the documents."""
        self._nodes += 1
        if anchor:
            self._anchors[anchor] = (value, nodes)
        if not self._stack:
            if value is not None or self.documents:
                self.documents.append((value, getattr(value, "line", line)))
            return
        frame = self._stack[-1]
        frame.nodes += nodes
        if frame.nodes > LIMITS.yaml_nodes:
            raise FileRefused(self.file, "aliases multiply beyond what a file may hold", line=line)
        if isinstance(frame.value, LinedList):
            frame.value.append(value)
            if len(self._stack) == 1:
                frame.value.lines.append(getattr(value, "line", line))
        elif frame.key is None:
            frame.key = self._key(value, frame, line)
        else:
            frame.value[frame.key] = value
            frame.key = None

    def _key(self, value: Any, frame: _Frame, line: int) -> str:
        if isinstance(value, (list, dict)):
            raise FileRefused(self.file, "a key that is not text", line=line)
        key = "" if value is None else str(value)
        if key in frame.value:
            raise FileRefused(self.file, f"the key “{key[:80]}” occurs twice in one mapping", line=line)
        return key

    def _tag(self, event: Any, line: int) -> None:
        """A tag other than plain text, list or mapping asks for an object: refused."""
        tag = event.tag
        if tag and tag not in ("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"):
            raise FileRefused(self.file, f"the tag {tag[:80]} asks for an object; lpgraph reads text only", line=line)
