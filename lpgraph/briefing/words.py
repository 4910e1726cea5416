"""Every sentence of a briefing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lpgraph.briefing.model import Briefing
from lpgraph.coalitions.model import Expected, Involvement, Seat
from lpgraph.coalitions.words import seat_name
from lpgraph.explore.dates import show
from lpgraph.introductions.book import Record
from lpgraph.model import FileRow
from lpgraph.policies.page import Place
from lpgraph.policies.questions import Question

NO_BRIEFING = "{name} is neither a person nor an organization: a briefing is about somebody one calls."
# key → title, what to say where there is nothing
SECTIONS = {
    "office": ("Office", "No office is known."),
    "contacts": ("Last contacts", "Nobody wrote down that they met or called."),
    "asks": ("Open asks", "Nothing is open."),
    "campaigns": ("Campaigns", "No campaign is known."),
    "votes": ("Votes", "No vote is known."),
    "policies": ("Policies", "No policy is known here."),
    "gaps": ("Gaps that could be filled", "No gap of a key city here."),
}
MEET = "Three to meet"
SOURCES = "Sources"
MORE = "and {n} more"
_BASIS = {"met": "met", "called": "spoke on the phone with", "knows": "is known by"}


def head(line: str, where: str) -> str:
    """The line below the name; what an earlier part says already is not said again."""
    kept: list[str] = []
    for part in (*line.split(" · "), where):
        if part and not any(part.casefold() in one.casefold() for one in kept):
            kept.append(part)
    return " · ".join(kept)


def office(seat: Seat, body: str, on: str) -> str:
    """A seat with its body, since when, and until when."""
    parts = [seat_name(seat.name, body)]
    parts += [f"since {show(seat.start)}"] if seat.start else []
    if seat.end:
        soon = seat.end[:10] <= f"{int(on[:4]) + 1}{on[4:]}"
        parts.append(f"term ends {show(seat.end)}{', within a year' if soon else ''}")
    else:
        parts.append("end of the term not known")
    return "; ".join(parts)


def left(seat: Seat, body: str) -> str:
    """Who is in office no more."""
    return f"No longer in office: {seat_name(seat.name, body)} until {show(seat.end)}"


def contact(day: str, basis: str, other: str, note: str) -> str:
    """When somebody met or called them, and what was noted."""
    return f"{show(day)}: {_BASIS.get(basis, 'knows')} {other}" + (f". {note}" if note else "")


def made(record: Record, other: str) -> str:
    """An introduction that was made, and what came of it."""
    came = record.outcome or ("met" if record.status == "met" else "")
    return f"{show(record.on)}: introduced to {other}" + (f"; {came}" if came else "")


def was_at(day: str, name: str) -> str:
    """An event."""
    return f"{show(day)}: was at {name}"


def ask(record: Record, who: str, on: str) -> str:
    """An introduction that is open: with whom, where it stands, when it is due, whose it is."""
    between = [one.name for one in (record.a, record.b) if one.id != who]
    parts = [f"Introduction to {between[0]}" if len(between) == 1 else f"Brokers {between[0]} and {between[1]}"]
    parts.append(record.status.replace("_", " "))
    if record.due:
        parts.append(f"due {show(record.due)}" + (", late" if record.due < on else ""))
    parts += [f"looked after by {record.owner.name}"] if record.owner else []
    return "; ".join(parts)


def question(one: Question) -> str:
    """A question that waits for its answer."""
    parts = [f"Asked on {show(one.asked)}: {one.text}"]
    parts += [f"about {one.policy_name}"] if one.policy_name else []
    return "; ".join([*parts, *([f"with {one.assignee}"] if one.assignee else [])])


def campaign(one: Involvement, name: str) -> str:
    """Where they stand on a campaign, in which role."""
    parts = [f"{name}: {one.stand or 'works on it'}"]
    parts += [one.role] if one.role and one.role != one.stand else []
    parts += [f"influence {one.influence}"] if one.influence else []
    return "; ".join([*parts, *([f"since {show(one.start)}"] if one.start else [])])


def vote(one: Expected, measure: str) -> str:
    """A recorded or expected vote."""
    how = "Voted" if one.voted else "Expected to vote"
    return f"{how} {one.vote} on {measure}" + (f", {show(one.date)}" if one.date else "")


def policy(name: str, own: Place | None, near: Sequence[Place]) -> str:
    """How a policy stands here, and where it passed."""
    here = f"here {own.best.number or own.best.name} is {own.best.stands}" if own else "no measure here is known"
    if own and own.best.date:
        here += f" ({show(own.best.date)})"
    passed = ", ".join(p.city.name for p in near if not own or p.city.id != own.city.id)
    return f"{name}: {here}" + (f"; passed in {passed}" if passed else "")


def gap(campaign: str, area: str, corner: str, leans: bool) -> str:
    """An empty corner that they could fill."""
    how = "leans so far" if leans else "is not on it yet"
    return f"{campaign}, {area} has no {corner.lower()}: they could be the first ({how})"


def could_move(campaign: str, holder: str, vote: str, how: str) -> str:
    """An undecided vote that they could move."""
    return f"{campaign}: {holder} is {vote}, and they could speak to them ({how} them)"


def sources(rows: Sequence[FileRow]) -> list[str]:
    """Files with their rows: ``posts.csv rows 3, 7``."""
    files: dict[str, list[int]] = {}
    for row in rows:
        files.setdefault(row.file, []).extend([row.row] if row.row else [])
    return [
        f"{file} {'row' if len(found) == 1 else 'rows'} {', '.join(map(str, found))}" if found else file
        for file, found in files.items()
    ]


def lines(found: Briefing) -> Iterator[str]:
    """The page as text."""
    yield found.name
    yield f"{found.line} · {show(found.day)}"
    yield from (f"! {flag}" for flag in found.flags)
    for section in found.sections:
        yield ""
        yield section.title
        for one in section.points:
            yield f"  {one.text}" + (f"  [{one.said[0].text}]" if one.said else "")
        if section.more:
            yield f"  {MORE.format(n=section.more)}"
        if not section.points:
            yield f"  {section.nothing}"
    yield ""
    yield MEET
    for number, meet in enumerate(found.meet, 1):
        yield f"  {number}  {' · '.join(p for p in (meet.name, meet.kind, meet.where) if p)}  {meet.id}"
        yield from (f"     {text}" for text in meet.why)
        if meet.broker:
            yield f"     Broker: {meet.broker}"
    if not found.meet:
        yield f"  {found.nobody}"
    yield ""
    yield SOURCES
    yield from (f"  {line}" for line in sources(found.sources))
