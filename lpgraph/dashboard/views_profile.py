"""From a profile to what the panel beside the graph says."""

from __future__ import annotations

from dataclasses import dataclass

from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean
from lpgraph.dashboard.views import entity_line, source_text, sources_text
from lpgraph.explore.profile import Line, Profile
from lpgraph.model import Label

FIRST = 5  # lines of a section before the rest is folded
CAN_MEET = frozenset({Label.PERSON, Label.ORGANIZATION})
TAKES_ENTRIES = CAN_MEET
HAS_STRENGTH = {"met": 2, "called": 2, "knows": 3}  # with the strength that is offered first
_TYPED = "entries"  # the profile's own section of what was typed, shown apart with a way back


@dataclass(frozen=True, slots=True)
class Needs:
    """What an entry is about besides the one on the profile: of which kinds, and whether it cannot do without."""

    kind: str
    must: bool = True


NEEDS = {
    "met": Needs("person", must=False),
    "called": Needs("person", must=False),
    "knows": Needs("person"),
    "interested": Needs("issue,policy"),
    "stance": Needs("campaign"),
    "role": Needs("organization,union,government body,campaign"),
    "do-not-introduce": Needs("person,organization,union"),
}
_PEOPLE = (
    "met", "called", "knows", "interested", "stance", "role", "contact", "snooze", "do-not-introduce", "do-not-contact",
)  # fmt: skip
_ORGANIZATIONS = ("interested", "stance", "contact", "do-not-contact")
QUIET_DAYS = 90  # that are offered first where somebody is to be left alone


def entries_for(label: str) -> tuple[str, ...]:
    """What can be entered about a person, and about an organization."""
    return _PEOPLE if label == Label.PERSON else _ORGANIZATIONS


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a section with where it comes from; ``ended`` when it holds no more."""

    text: str
    source: str
    ended: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A section: how many lines, the first of them, and the rest."""

    title: str
    count: int
    first: tuple[Told, ...]
    rest: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something typed by hand, and the id to take it back by."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Panel:
    """All that the panel shows of one person or thing."""

    id: str
    label: str
    name: str
    line: str
    flags: tuple[str, ...]
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]
    sources: tuple[dict[str, str | int], ...]


def panel(profile: Profile) -> Panel:
    """The panel of a profile, sections in its own order."""
    shown = {made.entry for field in profile.fields for made in field.corrections}  # beside their fields
    every = [line for section in profile.sections for line in section.lines if line.entry not in shown]
    return Panel(
        id=profile.entity.id,
        label=profile.entity.label,
        name=clean(profile.entity.name),
        line=clean(entity_line(profile.entity, profile.line)),
        flags=tuple(clean(flag) for flag in profile.flags),
        blocks=tuple(_block(section.title, section.lines) for section in profile.sections if section.key != _TYPED),
        entries=tuple({line.entry: _entry(line) for line in every if line.entry}.values()),
        sources=tuple(_sources(profile)),
    )


def _block(title: str, lines: tuple[Line, ...]) -> Block:
    told = tuple(Told(line_text(line), sources_text(line.sources), line.current is False) for line in lines)
    return Block(title, len(told), told[:FIRST], told[FIRST:])


def line_text(line: Line) -> str:
    """A line as it is read, with the day of the event that it is about."""
    when = words.day(line.when[:10]) if line.when else ""
    text = clean(line.text)
    for part in (clean(line.detail), when):
        text += f" · {part}" if part and part not in text else ""
    return text


def _entry(line: Line) -> Entry:
    by = next((source.author for source in line.sources if source.author), words.NOBODY_NAMED)
    return Entry(line.entry, words.ENTRY_BY.format(what=line_text(line), author=clean(by)))


def _sources(profile: Profile) -> list[dict[str, str | int]]:
    """One row for each line and each file row that says it."""
    return [
        {
            "line": line_text(line),
            "source": clean(source.source),
            "file": clean(source.file or source_text(source)),
            "row": source.row,
        }
        for section in profile.sections
        if section.key != _TYPED
        for line in section.lines
        for source in line.sources
    ]
