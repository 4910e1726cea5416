"""Sentences about policies. Adoption is told in order of time; nothing is said to have caused anything."""

from __future__ import annotations

from collections.abc import Iterator

from lpgraph.explore.dates import show
from lpgraph.model import FileRow
from lpgraph.policies.page import Here, Page, Standing
from lpgraph.policies.peers import Peer

PREEMPTION = {
    "yes": "State law stands against it",
    "no": "No state law is known to stand against it",
    "unknown": "Whether state law stands against it is unknown",
}

LEFT_ALONE = "must not be asked for now"


def day(text: str) -> str:
    """A date as people write it; empty stays empty."""
    return show(text) if text else ""


def sponsors(one: Standing) -> str:
    """Who sponsored a measure."""
    return ", ".join(s.name for s in one.sponsors)


def row(said: FileRow | None) -> str:
    """``measures.csv row 3``."""
    return said.text if said else ""


def page_lines(found: Page, local: Here | None) -> Iterator[str]:
    """All of a page that is no table."""
    if found.timeline:
        yield ""
        yield "In order of time:"
        for date, where, measure in found.timeline:
            yield f"  {show(date)}  {where.city.name}: {measure.number or measure.name} {measure.stands}"
    for title, lines in (
        ("Experts", [f"{e.name} ({e.kind}){': ' + e.note if e.note else ''}  [{row(e.said)}]" for e in found.experts]),
        ("Resources", [f"{r.name} ({r.type or 'resource'}) {r.url}  [{row(r.said)}]" for r in found.resources]),
        ("Alternatives", [f"{name}: measures in {n} areas" for _, name, n in found.alternatives]),
        ("What it costs", [f"{p.city.name}: {m.budget_note}  [{row(m.said[0])}]" for p in found.places
                           for m in p.measures if m.budget_note]),
        ("Who cares about it", [f"{i.name}{f' ({i.stance})' if i.stance else ''}" for i in found.interested]),
    ):  # fmt: skip
        if lines:
            yield ""
            yield title
            yield from (f"  {line}" for line in lines)
    if local:
        yield ""
        yield from here_lines(local)


def here_lines(local: Here) -> Iterator[str]:
    """Could this law work here: facts and people, no verdict."""
    yield f"For {local.city.name}"
    if local.own:
        yield f"  Here: {local.own.best.number or local.own.best.name} is {local.own.best.stands}."
    yield f"  {PREEMPTION[local.preemption]}."
    for text, citation, said in local.citations:
        yield f"    {' · '.join(p for p in (text, citation) if p)}  [{row(said)}]"
    if not local.alike:
        yield "  No other city is known to have passed it."
    for near, where in local.alike:
        why = "; ".join(near.why) or "nothing known in common"
        yield f"  {where.city.name}: {why}. {where.best.number or where.best.name}, {day(where.best.date)}."
        for sponsor in where.best.sponsors:
            ask = "Sponsored by" if sponsor.quiet else "Ask the sponsor:"
            quiet = f" ({LEFT_ALONE})" if sponsor.quiet else ""
            yield f"    {ask} {sponsor.name}{quiet}  {sponsor.id}  [{row(sponsor.said[0])}]"


def peer_lines(number: int, peer: Peer) -> Iterator[str]:
    """One person to ask, in three lines."""
    yield f"{number:>2}  {peer.name} · {peer.role or peer.kind} · {peer.alike.city.name}  {peer.id}"
    measure = peer.measure
    did = "Sponsored" if peer.what == "sponsored" else "Sits where this passed:"
    stage = ", ".join(p for p in (measure.stands, day(measure.date)) if p)
    yield f"    {did} {measure.number or measure.name} ({stage}) {measure.url}".rstrip()
    why = "; ".join(peer.alike.why) or "nothing known in common"
    known = " You know each other or have met." if peer.known else ""
    yield f"    {peer.alike.city.name}: {why}.{known}  [{row(peer.said[0]) if peer.said else ''}]"
