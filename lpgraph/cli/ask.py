"""Verbs that read: search, show, path, suggest, why-not."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lpgraph.cli import details, output
from lpgraph.cli.introductions import book, learned
from lpgraph.cli.session import Json, graph, session
from lpgraph.errors import NotFound, StoreError
from lpgraph.model import Label

if TYPE_CHECKING:
    from lpgraph.explore.facts import SourceRow
    from lpgraph.explore.paths import Path as Way
    from lpgraph.explore.profile import Line, Profile
    from lpgraph.introductions import Suggestion

Who = Annotated[str, typer.Argument(help="An id, a provider's id (ocd-person/…, olms:…, ein:…) or a name.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="As it was on this day.", metavar="DATE")]
_MEETABLE = (Label.PERSON, Label.ORGANIZATION)


def search(
    text: Annotated[str, typer.Argument(help="Words of a name.")],
    kind: Annotated[
        str | None, typer.Option("--kind", help="official, person, organization, union, event, …", metavar="KIND")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=500)] = 20,
    as_json: Json = False,
) -> None:
    """Find people, organizations, events, places by name."""
    from lpgraph.explore import search as searching

    with graph() as store:
        hits = searching.search(store, text, kind, limit)
    if as_json:
        output.write_json(hits)
    elif hits:
        output.table(
            ("name", "kind", "where", "score", "id"),
            [(h.name, h.kind, h.where, h.score, h.id) for h in hits],
            ("score",),
        )
    if not hits:
        raise NotFound(f"Nothing fits “{text}”.")


def show(who: Who, as_of: AsOf = None, as_json: Json = False) -> None:
    """All that is known of one, with its source rows."""
    from lpgraph.explore import profile as profiles
    from lpgraph.explore import who as asking

    with graph() as store:
        found = asking.resolve(store, who, as_of)
        profile = profiles.profile(store, found.id, as_of)
    if as_json:
        output.write_json(profile_document(profile))
        return
    output.write(" · ".join(p for p in (profile.entity.name, profile.entity.kind, profile.entity.where) if p))
    output.write(profile.entity.id + (f"  {profile.line}" if profile.line else ""))
    for flag in profile.flags:
        output.write(f"! {flag}")
    for detail in details.lines(profile):
        output.write(detail)
    for section in profile.sections:
        output.write("")
        output.write(section.title)
        for line in section.lines:
            output.write(f"  {_line(line)}")
    if details.parts(profile):
        output.write("")
        for part in details.parts(profile):
            output.write(part)
    if profile.more:
        output.write("")
        output.write(f"and {profile.more:,} more rows")


def _line(line: Line) -> str:
    said = f"{line.text} · {line.detail}" if line.detail else line.text
    ended = " (ended)" if line.current is False else ""
    entry = f"  unlog {line.entry}" if line.entry else ""
    return f"{said}{ended}  [{sources_text(line.sources)}]{entry}"


def sources_text(sources: Sequence[SourceRow], most: int = 3) -> str:
    """``attendees.csv row 7; members.csv row 2; and 4 more``."""
    said = [_row(s) for s in sources]
    more = f"; and {len(said) - most} more" if len(said) > most else ""
    return "; ".join(said[:most]) + more


def _row(source: SourceRow) -> str:
    if source.author:
        return f"typed by {source.author}"
    return source.file if source.source == "entry" else f"{source.file or source.source} row {source.row}"


def profile_document(profile: Profile) -> dict[str, Any]:
    """The document of ``show --json``."""
    return {
        **output.plain(profile.entity),
        "line": profile.line,
        "properties": output.plain(profile.props),
        "fields": details.document(profile),
        "flags": list(profile.flags),
        "more": profile.more,
        "records": output.plain(profile.records),
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "private": section.private,
                "lines": [_line_document(line) for line in section.lines],
            }
            for section in profile.sections
        ],
    }


def _line_document(line: Line) -> dict[str, Any]:
    fact = line.fact
    return {
        "text": line.text,
        "detail": line.detail,
        "type": fact.type if fact else None,
        "start": fact.start if fact else None,
        "end": fact.end if fact else None,
        "current": line.current,
        "other": output.plain(line.other),
        "entry": line.entry or None,
        "keys": list(fact.keys) if fact else [],
        "sources": output.plain(line.sources),
    }


def path(
    a: Annotated[str, typer.Argument(help="The one.")],
    b: Annotated[str, typer.Argument(help="The other.")],
    via: Annotated[
        list[str] | None,
        typer.Option("--via", help="Only ties of this type (repeatable): KNOWS, ATTENDED, …", metavar="TYPE"),
    ] = None,
    longest: Annotated[int, typer.Option("--max", help="Steps at most.", min=1, max=10)] = 6,
    as_json: Json = False,
) -> None:
    """The shortest ways between two, each step with its rows."""
    from lpgraph.explore import paths
    from lpgraph.explore import who as asking
    from lpgraph.introductions.wall import closed

    types = paths.allowed([t for word in via or [] for t in word.split(",")])
    with graph() as store:
        one, two = asking.resolve(store, a), asking.resolve(store, b)
        out = closed(book(store))
        found = [way for way in paths.shortest(store, one.id, two.id, types, longest) if not out & set(way.ids)]
    if as_json:
        output.write_json([_way_document(way) for way in found])
    for number, way in enumerate(found if not as_json else [], start=1):
        output.write(f"{number}. {way.steps[0].a.name}")
        for step in way.steps:
            ended = "" if step.current else " (ended)"
            rows = sources_text(step.facts[0].sources)
            output.write(f"   {step.text}{ended}: {step.b.name}  [{rows}]")
    if not found:
        raise NotFound(f"No way of {longest} steps or fewer joins {one.name} and {two.name}.")


def _way_document(way: Way) -> dict[str, Any]:
    steps = [
        {
            "a": output.plain(step.a),
            "b": output.plain(step.b),
            "type": step.type,
            "text": step.text,
            "start": step.facts[0].start,
            "end": step.facts[0].end,
            "current": step.current,
            "facts": [
                {"key": f.keys[0], "type": f.type, "start": f.start, "end": f.end, "sources": output.plain(f.sources)}
                for f in step.facts
            ],
        }
        for step in way.steps
    ]
    return {"ids": list(way.ids), "steps": steps}


def suggest(
    who: Who,
    kind: Annotated[
        str | None, typer.Option("--kind", help="official, organization, union, person; commas.", metavar="KIND")
    ] = None,
    top: Annotated[int, typer.Option("--top", min=1, max=200)] = 10,
    campaign: Annotated[
        str | None, typer.Option("--campaign", help="Only who works on it.", metavar="CAMPAIGN")
    ] = None,
    policy: Annotated[
        str | None, typer.Option("--policy", help="Only who is ahead on it or shares in it.", metavar="POLICY")
    ] = None,
    city: Annotated[str | None, typer.Option("--city", help="Only people of this place.", metavar="CITY")] = None,
    other_cities: Annotated[
        bool, typer.Option("--other-cities", help="Only people of other places.", metavar="")
    ] = False,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Whom to meet, why, and who can make the introduction."""
    from lpgraph import introductions
    from lpgraph.explore import search as searching
    from lpgraph.explore import who as asking
    from lpgraph.network import snapshot

    kinds = tuple(k.strip() for k in (kind or "").split(",") if k.strip())
    searching.wanted_kinds(kind)
    with graph() as store:
        one = asking.resolve(store, who, as_of, (*_MEETABLE, Label.CAMPAIGN))
        about = asking.resolve(store, campaign, as_of, (Label.CAMPAIGN,)).id if campaign else None
        explored = asking.resolve(store, policy, as_of, (Label.POLICY,)).id if policy else None
        ask = introductions.Ask(kinds, top, about, explored, city, other_cities, as_of)
        network = snapshot.take(store, as_of)
        recorded = book(store, as_of)
        ranked = learned(store, recorded)
        found = introductions.suggest(store, network, one.id, ask, ranked.rules, recorded)
    if not as_of:
        _note(one.id, found)
    if as_json:
        output.write_json(found)
    else:
        _cards(found)
        if found and session.settings().learning:
            output.write(ranked.said)
    if not found:
        raise NotFound(introductions.why_nobody(network, one.id, book=recorded))


def _note(who: str, found: Sequence[Suggestion]) -> None:
    """Write down what was shown at which rank, as the screen does; whoever may only read is shown it all the same."""
    from lpgraph.ingest.author import user
    from lpgraph.introductions import shown

    with suppress(StoreError), graph(write=True) as store:
        shown.note(store, shown.shown([who], found, user()))


def _cards(found: Sequence[Suggestion]) -> None:
    for s in found:
        place = " · ".join(p for p in (s.kind, s.where) if p)
        output.write(f"{s.rank:>2}  {s.name} · {place}  {s.id}")
        for reason in s.reasons:
            rows = sorted({f"{f.source} row {f.row}" for f in reason.facts})
            more = f" and {len(rows) - 2} more" if len(rows) > 2 else ""
            output.write(f"    {reason.text}  {round(reason.share * 100)}%  [{'; '.join(rows[:2])}{more}]")
        if s.broker:
            asks = "1 open ask" if s.broker.load == 1 else f"{s.broker.load} open asks"
            output.write(f"    Broker: {s.broker.name} ({asks})")


def why_not(
    a: Annotated[str, typer.Argument(help="Who would be introduced.")],
    b: Annotated[str, typer.Argument(help="To whom.")],
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Why two are, or are not, suggested to each other."""
    from lpgraph import introductions
    from lpgraph.explore import who as asking
    from lpgraph.network import snapshot

    with graph() as store:
        one, two = (asking.resolve(store, text, as_of, _MEETABLE) for text in (a, b))
        network, recorded = snapshot.take(store, as_of), book(store, as_of)
        rules = learned(store, recorded).rules
        answer = introductions.why_not(store, network, one.id, two.id, as_of, rules, recorded)
    if as_json:
        output.write_json({"a": one, "b": two, **output.plain(answer)})
        return
    output.write(f"{one.name} and {two.name}")
    for gate in answer.gates:
        output.write(f"  {'stops' if gate.stops else 'passes'}  {gate.text}")
    for term in answer.terms:
        output.write(f"  {round(term.share * 100):>3}%    {term.text}")
    if not answer.terms:
        output.write("  Not enough evidence joins the two.")
