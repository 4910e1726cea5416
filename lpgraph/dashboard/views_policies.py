"""From a policy's page to what the Policies screen draws."""

from __future__ import annotations

from typing import Any

from lpgraph.dashboard import words
from lpgraph.dashboard.safe import clean
from lpgraph.names.stages import Stage, rung
from lpgraph.policies import words as said
from lpgraph.policies.alike import Alike
from lpgraph.policies.page import Here, Page, Place, Standing

BESIDE = 60  # pixels beside the first and last dot of a timeline: half of a city's name, which stands above it


def rows(found: Page) -> list[dict[str, str]]:
    """One row a measure, the city that got furthest first."""
    listed = [(p.city.name, m) for p in found.places for m in p.measures] + [("", m) for m in found.elsewhere]
    return [
        {
            "city": clean(city),
            "stage": clean(m.stands),
            "since": words.day(m.date),
            "measure": clean(m.number or m.name),
            "sponsor": clean(said.sponsors(m)),
            "votes": ", ".join(f"{n} {clean(vote)}" for vote, n in m.votes),
            "source": clean(said.row(m.said[0] if m.said else None)),
            "link": _link(m),
        }
        for city, m in listed
    ]


def _link(one: Standing) -> str:
    """Only what a browser opens as a page; anything else a row wrote is no link."""
    return one.url if one.url.startswith(("https://", "http://")) else ""


def timeline(found: Page, ink: str) -> Any:
    """Each dated measure at its day and its rung, as a chart that asks nobody for anything; ``ink`` is for letters."""
    import altair as alt

    values = [
        {"day": date if len(date) > 7 else f"{date}-01"[:10] if len(date) == 7 else f"{date}-01-01",
         "city": clean(place.city.name), "stage": str(m.stage), "measure": clean(m.number or m.name)}
        for date, place, m in found.timeline
    ]  # fmt: skip
    order = [str(s) for s in sorted(Stage, key=rung, reverse=True)]
    points = alt.Chart(alt.InlineData(values=values)).mark_circle(size=90).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(padding=BESIDE), axis=alt.Axis(
            format="%b %Y", labelOverlap=True, tickCount=alt.TimeIntervalStep("month", 1),
        )),
        y=alt.Y("stage:N", sort=order, title=None),
        tooltip=[alt.Tooltip(f"{name}:{'T' if name == 'day' else 'N'}", title=title)
                 for name, title in words.POLICY_POINT.items()],
    )  # fmt: skip
    names = points.mark_text(dy=-11, fontSize=11, color=ink).encode(text="city:N")
    return (points + names).properties(height=220)


def here_lines(local: Here) -> list[str]:
    """Where it stands here, and what is known of pre-emption."""
    lines = []
    if local.own:
        best = local.own.best
        lines.append(clean(f"Here: {best.number or best.name} ({best.stands}{_since(best)})"))
    lines.append(said.PREEMPTION[local.preemption] + ".")
    for text, citation, row in local.citations:
        lines.append(clean(" · ".join(p for p in (text, citation, said.row(row)) if p)))
    return lines


def _since(one: Standing) -> str:
    return f", {words.day(one.date)}" if one.date else ""


def alike_line(near: Alike, place: Place) -> str:
    """A city, why it is alike, what it passed when."""
    why = "; ".join(near.why) or "nothing known in common"
    best = place.best
    return clean(f"{place.city.name}: {why}. {best.number or best.name}{_since(best)}. {best.url}")


def resources(found: Page) -> list[str]:
    """Title, type, link, row."""
    return [
        clean(" · ".join(p for p in (r.name, r.type, r.url, said.row(r.said)) if p)) for r in found.resources
    ]  # fmt: skip


def budget(found: Page) -> list[str]:
    """What rows say that it costs."""
    return [
        clean(f"{p.city.name}: {m.budget_note} ({said.row(m.said[0] if m.said else None)})")
        for p in found.places
        for m in p.measures
        if m.budget_note
    ]
