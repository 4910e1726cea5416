"""Coalition words: every sentence about triads, votes, structure, what if and turnover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lpgraph.coalitions.candidates import Candidate
from lpgraph.coalitions.coverage import Cell
from lpgraph.coalitions.model import Member
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.structure import Structure
from lpgraph.coalitions.triad import Corner, Filled, Side, Tie, Triad
from lpgraph.coalitions.turnover import Ending, Handover
from lpgraph.coalitions.votes import Count, Mover, SeatVote
from lpgraph.coalitions.what_if import Change, WhatIf
from lpgraph.explore.dates import show
from lpgraph.introductions.words import told_of
from lpgraph.names.stances import Vote
from lpgraph.network import measures

CORNER = {Corner.INSIDE: "Official", Corner.COMMUNITY: "Community organization", Corner.UNION: "Union"}
NOBODY = "nobody yet"
HOW = {
    "knows": "knows",
    "introduced": "was introduced to",
    "belongs": "sits with",
    "together": "was at a small event with",
}
ROLES = {
    measures.COORDINATOR: "links people of their own kind",
    measures.GATEKEEPER: "lets others reach their own kind",
    measures.REPRESENTATIVE: "speaks for their own kind to others",
    measures.LIAISON: "links kinds that they do not belong to",
    measures.CONSULTANT: "links people of another kind with each other",
}


def seat_name(seat: str, body: str) -> str:
    """A seat with its body, which is said once."""
    return seat if body.casefold() in seat.casefold() else f"{seat}, {body}"


def names(members: Sequence[Member], most: int = 6) -> str:
    """``Ana Reyes, Bo Lind and 3 more``."""
    shown = [m.name for m in members[:most]]
    more = len(members) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def city_line(scene: Scene, found: Triad, cell: Cell | None) -> str:
    """``Denver, CO · tier 1 · introduced · vote 9 Feb 2027 · 4.5 of 6``."""
    parts = [scene.name(found.area)]
    if cell:
        city = cell.city
        parts += [f"tier {city.tier}"] if city.tier else []
        parts += [city.stage] if city.stage else []
        parts += [f"vote {show(city.next_vote)}"] if city.next_vote else []
        parts += [f"looked after by {city.owner}"] if city.owner else []
    return " · ".join([*parts, f"{found.score:g} of 6"])


def corner_line(corner: Filled) -> str:
    """Who fills a corner, who leans, who is against."""
    said = f"{CORNER[corner.corner]}: {names(corner.members) or NOBODY}"
    if corner.leaning:
        said += f" (leaning: {names(corner.leaning)})"
    return said + (f" (against: {names(corner.against)})" if corner.against else "")


def side_line(scene: Scene, side: Side) -> str:
    """``Official – union: strong. Ana Reyes knows Bo Lind.``"""
    head = f"{CORNER[side.a]} – {CORNER[side.b].lower()}: {side.word}"
    return f"{head}. {tie(scene, side.ties[0])}." if side.ties else head


def tie(scene: Scene, one: Tie) -> str:
    """One tie as a sentence without its full stop. Being in one room is never called knowing."""
    a, b = scene.name(one.a), scene.name(one.b)
    if one.how == "member":
        return f"{a} belongs to {b}"
    if one.how == "together":
        return f"{a} and {b} were both at {scene.name(one.event)}"
    return f"{a} {HOW[one.how]} {b}"


def candidate_lines(corner: Corner, some: Sequence[Candidate]) -> Iterator[str]:
    """Who could fill an empty corner, and why."""
    yield f"{CORNER[corner]}: who could join"
    for one in some:
        lean = " (leaning)" if one.leaning else ""
        yield f"  {one.member.name} · {one.member.where}{lean}  {one.member.id}"
        if one.by and one.reasons:
            yield f"    For {one.by.name}: {told_of(one.reasons[0].text, one.by.name)}"
        elif not one.leaning:
            yield "    Of this place and kind; nothing that is known ties them to the coalition."
        if one.broker:
            yield f"    Broker: {one.broker.name} ({one.broker.load} open asks)"
    if not some:
        yield "  nobody of this kind is known here yet"


def bridge_line(side: Side, some: Sequence[Mover]) -> str:
    """Who could bring two corners together that nothing connects."""
    pair = f"{CORNER[side.a].lower()} and {CORNER[side.b].lower()}"
    if not some:
        return f"Nobody is known who could bring {pair} together."
    return f"Who could bring {pair} together: " + "; ".join(f"{m.member.name} ({HOW[m.how]} them)" for m in some)


def missing(found: Triad) -> str:
    """What a triad lacks: corners first, then sides between corners that are filled."""
    lacks = [CORNER[c].lower() for c in found.missing]
    lacks += [
        f"tie {CORNER[s.a].lower()} – {CORNER[s.b].lower()}"
        for s in found.sides
        if not s.strength and s.a not in found.missing and s.b not in found.missing
    ]
    return ", ".join(lacks)


def structure_lines(found: Structure) -> list[str]:
    """Who holds it together, in sentences."""
    said = []
    for holder in found.holders:
        parts = " | ".join(names(part, 3) for part in holder.parts)
        said.append(f"Without {holder.member.name} it falls into {len(holder.parts)} parts: {parts}.")
    for one in found.between[:5]:
        role, number = max(one.roles, key=lambda r: r[1])
        times = "once" if number == 1 else f"{number:,} times"
        said.append(f"{one.member.name} stands between others: {ROLES[role]} ({role}, {times}).")
    if found.alone:
        said.append(f"Tied to nobody else in it: {names(found.alone)}.")
    return said


def counts(found: Count) -> dict[str, int]:
    """How many seats stand where."""
    return {str(vote): found.number(vote) for vote in Vote}


def count_line(scene: Scene, found: Count) -> str:
    """``Denver City Council: 5 of 7 needed, 2 still to win; 3 lean, 4 unknown, 1 no; vote 12 Mar 2027``."""
    have = found.number(Vote.YES)
    still = f"{found.missing} still to win" if found.missing else "enough"
    line = f"{scene.name(found.body)}: {have} of {found.needed} needed, {still}; " + ", ".join(
        f"{found.number(vote)} {vote}" for vote in (Vote.LEAN, Vote.UNKNOWN, Vote.NO)
    )
    return line + (f"; vote {show(found.next_vote)}" if found.next_vote else "")


def doubt_lines(found: Count) -> Iterator[str]:
    """What to know of the list of seats before relying on the count."""
    doubts = found.doubts
    if doubts.expected:
        yield (
            f"The list may be incomplete: {len(found.seats):,} seats are known, and the districts are numbered up to "
            f"{doubts.expected}. Load a newer roster, or say how many votes are needed."
        )
    if doubts.twice:
        yield f"Two people hold {', '.join(doubts.twice)} by the files: answer who is who, or load a newer roster."
    if doubts.mayor:
        yield f"Counts {doubts.mayor}: say how many votes are needed where the mayor has none."
    if doubts.left_out:
        yield f"Not counted, since they have no vote: {', '.join(doubts.left_out)}."


def said(seat: SeatVote) -> str:
    """The newest word on a seat: what, when, by whom, in which row."""
    if not seat.said:
        return ""
    one = seat.said[0]
    return " · ".join(p for p in (one.text, show(one.date) if one.date else "", one.row.text) if p)


def moving(seat: SeatVote) -> str:
    """Who could speak to an undecided seat."""
    if seat.holder and seat.holder.quiet and seat.vote is not Vote.YES:
        return "must not be asked for now"
    return "; ".join(f"{m.member.name} ({HOW[m.how]} them)" for m in seat.movers[:3])


def what_if_lines(scene: Scene, found: WhatIf) -> Iterator[str]:
    """The answer to what if, campaign by campaign."""
    yield f"Without {names(found.gone)}:"
    for seat in found.seats:
        yield f"  {seat_name(seat.name, scene.name(seat.body))} is vacant."
    for change in found.changes:
        yield f"  {scene.name(change.city.campaign)}, {scene.name(change.city.area)}: " + "; ".join(changes(change))
    for one in found.hanging:
        yield f"  An introduction hangs: {', '.join(scene.name(p) for p in one.parties)}."
    if not (found.changes or found.hanging or found.seats):
        yield "  nothing changes in any key city."


def changes(change: Change) -> Iterator[str]:
    """What one campaign in one area loses."""
    for corner in change.corners_lost:
        yield f"no {CORNER[corner].lower()} any more"
    for side in change.sides_lost:
        now = next(s.word for s in change.after.sides if (s.a, s.b) == (side.a, side.b))
        yield f"the tie {CORNER[side.a].lower()} – {CORNER[side.b].lower()} goes from {side.word} to {now}"
    if change.votes_lost:
        yield "one yes vote fewer" if change.votes_lost == 1 else f"{change.votes_lost} yes votes fewer"
    if change.isolated:
        yield f"tied to nobody: {names(change.isolated)}"
    if change.parts:
        yield f"what held together falls into {change.parts + 1} parts"
    for side, some in change.replacements:
        who = names([m.member for m in some])
        pair = f"{CORNER[side.a].lower()} and {CORNER[side.b].lower()}"
        yield f"{who} could join {pair} again" if who else f"nobody known could join {pair} again"


def turnover_lines(scene: Scene, found: Sequence[Handover], soon: Sequence[Ending]) -> Iterator[str]:
    """Seats that changed hands, then terms that end."""
    for one in found:
        follows = f"{one.successor.name} follows" if one.successor else "no successor is known"
        still = " (now in another seat)" if one.still_in_office else ""
        seat = f"{seat_name(one.seat.name, scene.name(one.seat.body))}, {show(one.seat.end)}"
        yield f"{one.outgoing.name} left {seat}{still}; {follows}."
        for work in one.orphaned:
            yield f"  {scene.name(work.campaign)} lost {one.outgoing.name} ({work.role or 'works on it'})."
        if one.introductions:
            number = len(one.introductions)
            yield "  One introduction hangs." if number == 1 else f"  {number} introductions hang."
    for end in soon:
        works = ", ".join(scene.name(i.campaign) for i in end.involvements)
        yield f"{end.holder.name}'s term ends {show(end.seat.end)}" + (f"; works on {works}" if works else "") + "."
