"""The briefing as one printable HTML page."""

from __future__ import annotations

from lpgraph.briefing import words
from lpgraph.briefing.model import Briefing, Meet, Point, Section
from lpgraph.explore.dates import show
from lpgraph.explore.paper import page, safe
from lpgraph.model import Kind

# Kinds by shape, as on screen.
_SHAPE = {Kind.OFFICIAL: "●", Kind.PERSON: "○", Kind.ORGANIZATION: "■", Kind.UNION: "⬢", Kind.BODY: "□"}
_LEGEND = "● official · ○ person · ■ organization · ⬢ union"


def sheet(found: Briefing) -> str:
    """One page of HTML that asks nobody for anything; every text is escaped."""
    parts = [
        f"<h1>{_shape(found.kind)} {safe(found.name)}</h1>",
        f"<p>{safe(found.line)} · {safe(show(found.day))}</p>",
        *(f"<p class='flag'>{safe(flag)}</p>" for flag in found.flags),
        *(_section(one) for one in found.sections),
        f"<h2>{words.MEET}</h2>",
        f"<ol>{''.join(_meet(one) for one in found.meet)}</ol>" if found.meet else f"<p>{safe(found.nobody)}</p>",
        f"<footer>{words.SOURCES}: {safe('; '.join(words.sources(found.sources)) or 'none')}<br>{_LEGEND}</footer>",
    ]
    return page(f"Briefing: {found.name}", "\n".join(parts))


def _shape(kind: str) -> str:
    return _SHAPE.get(Kind(kind), "") if kind in set(Kind) else ""


def _section(one: Section) -> str:
    if not one.points:
        return f"<h2>{safe(one.title)}</h2><p class='why'>{safe(one.nothing)}</p>"
    more = f"<li>{safe(words.MORE.format(n=one.more))}</li>" if one.more else ""
    return f"<h2>{safe(one.title)}</h2><ul>{''.join(_point(p) for p in one.points)}{more}</ul>"


def _point(one: Point) -> str:
    row = f" <span class='row'>[{safe(one.said[0].text)}]</span>" if one.said else ""
    return f"<li>{safe(one.text)}{row}</li>"


def _meet(one: Meet) -> str:
    head = " · ".join(p for p in (one.name, one.where) if p)
    broker = f"<br>Broker: {safe(one.broker)}" if one.broker else ""
    why = "".join(f"<br><span class='why'>{safe(text)}</span>" for text in one.why)
    return f"<li>{_shape(one.kind)} <b>{safe(head)}</b>{why}{broker}</li>"
