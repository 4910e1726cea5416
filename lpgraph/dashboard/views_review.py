"""A question of identity as the screen draws it: two columns, what agrees and what does not, what will follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean, short
from lpgraph.ingest.decisions import Decision
from lpgraph.ingest.evidence import isolated, sentence
from lpgraph.ingest.matching import REFUSED
from lpgraph.ingest.review import Party, Question

MOST_VALUES, MOST_SOURCES, LONGEST = 4, 3, 120


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison: the field, what each says, and whether that agrees, in a word."""

    field: str
    a: str
    b: str
    says: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of one question in words."""

    evidence: str
    likely: str
    names: tuple[str, str]
    lines: tuple[Line, ...]
    follows: str


def sheet(question: Question) -> Sheet:
    """The question in words; everything of the data is cleaned, and still to be escaped where Markdown is read."""
    a, b = question.a, question.b
    marks = (replace(m, a=_clean(m.a), b=_clean(m.b)) for m in question.marks)
    evidence = sentence(marks, clean(question.pair.why))
    lines = [
        Line(_field(m.field), _several(m.a), _several(m.b), words.REVIEW_SAYS.get(m.says, m.says))
        for m in question.marks
    ]
    lines.append(Line(words.REVIEW_FROM, _several(a.sources, MOST_SOURCES), _several(b.sources, MOST_SOURCES), ""))
    return Sheet(
        evidence[:1].upper() + evidence[1:],
        _likely(question.pair.p),
        (short(a.name, LONGEST), short(b.name, LONGEST)),
        tuple(lines),
        _follows(question),
    )


def _likely(p: float) -> str:
    """How likely it is; what would be joined if nothing spoke against it has no share that could be told."""
    return words.REVIEW_TORN if p == REFUSED else words.REVIEW_LIKELY.format(percent=round(100 * p))


def done(made: Decision) -> str:
    """What an answer came to."""
    return words.REVIEW_DONE[made.verdict].format(a=short(made.aName), b=short(made.bName))


def against(verdict: str, earlier: Sequence[Decision]) -> str:
    """What an answer contradicts: who said what, of whom, and when."""
    told = "; ".join(answered(line) for line in earlier)
    return words.REVIEW_AGAINST.format(verdict=words.REVIEW_VERDICTS.get(verdict, verdict), told=told)


def undone(made: Decision) -> str:
    """What taking an answer back came to."""
    return words.REVIEW_UNDONE.format(a=short(made.aName), b=short(made.bName))


def _field(name: str) -> str:
    return words.REVIEW_FIELDS.get(name, name[:1].upper() + name[1:])


def answered(made: Decision) -> str:
    """One line of what was answered so far."""
    who = short(made.who) or words.REVIEW_SOMEBODY
    line = words.REVIEW_ANSWERED[made.verdict]
    return line.format(a=_apart(made.aName), b=_apart(made.bName), who=who, day=words.day(made.at[:16]))


def _clean(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean(value) for value in values)


def _apart(name: str) -> str:
    """A name inside a sentence, kept in its place however it is written: from right to left too."""
    return isolated(short(name))


def _several(values: tuple[str, ...], most: int = MOST_VALUES) -> str:
    shown = [short(value, LONGEST) for value in values[:most]]
    more = f" (+{words.number(len(values) - most)})" if len(values) > most else ""
    return "\n".join(shown) + more


def _follows(question: Question) -> str:
    kept, gone = (question.a, question.b) if question.keeps == question.a.id else (question.b, question.a)
    names = {"gone": _called(gone), "kept": _called(kept)}
    moves = [words.count(n, words.REVIEW_MOVES.get(kind, "fact")) for kind, n in question.moves if n]
    if not moves:
        return words.REVIEW_FOLLOWS_NOTHING.format(**names)
    said = moves[0] if len(moves) == 1 else f"{', '.join(moves[:-1])} and {moves[-1]}"
    return words.REVIEW_FOLLOWS.format(moves=said, **names)


def _called(party: Party) -> str:
    first = f" ({short(party.sources[0])})" if party.sources else ""
    return f"{_apart(party.name)}{first}"
