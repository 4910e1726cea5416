"""Verbs about coalitions: coalition, coverage, votes, what-if, turnover."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.cli import coalition_documents as documents
from lpgraph.cli import output
from lpgraph.cli.session import Json, either, graph
from lpgraph.errors import NotFound, UsageError
from lpgraph.model import Label

if TYPE_CHECKING:
    from lpgraph.coalitions.coverage import Cell
    from lpgraph.coalitions.scene import Scene
    from lpgraph.coalitions.structure import Structure
    from lpgraph.coalitions.triad import Triad
    from lpgraph.introductions.book import Book
    from lpgraph.network.arrays import Snapshot
    from lpgraph.store.graph import Store

CampaignArg = Annotated[str, typer.Argument(help="A campaign: id or name.")]
AreaArg = Annotated[str | None, typer.Argument(help="An area: City, ST or an id; the same as --area.", metavar="AREA")]
AreaOption = Annotated[
    str | None, typer.Option("--area", "--for", help="An area: City, ST or an ocd-division id.", metavar="AREA")
]
AsOf = Annotated[str | None, typer.Option("--as-of", help="As it was on this day.", metavar="DATE")]
_WHO = (Label.PERSON, Label.ORGANIZATION)


@contextmanager
def _scene(as_of: str | None = None) -> Iterator[tuple[Store, Scene]]:
    with _all(as_of) as (store, scene, _, _):
        yield store, scene


@contextmanager
def _all(as_of: str | None) -> Iterator[tuple[Store, Scene, Snapshot, Book]]:
    from lpgraph.cli.introductions import book
    from lpgraph.coalitions import reading
    from lpgraph.network import snapshot

    with graph() as store:
        network, recorded = snapshot.take(store, as_of), book(store, as_of)
        yield store, reading.take(store, network, recorded), network, recorded


def _find(store: Store, text: str, label: Label) -> str:
    from lpgraph.explore import who as asking

    return asking.resolve(store, text, None, (label,)).id


def _campaign(store: Store, scene: Scene, text: str) -> str:
    """A campaign that whoever asks may use. Raises ``NotFound`` for one of the other legal entity."""
    from lpgraph.introductions import words

    one = _find(store, text, Label.CAMPAIGN)
    if one not in scene.campaigns:
        raise NotFound(words.OTHER_SIDE)
    return one


def _area(store: Store, scene: Scene, text: str, campaign: str) -> str:
    """An area as the verbs settle it; of several with one name the campaign's own key city."""
    from lpgraph.explore import where

    return where.area(store, text, {city.area for city in scene.key_cities if city.campaign == campaign}).id


def coalition(
    campaign: CampaignArg,
    place: AreaArg = None,
    area: AreaOption = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """A campaign's triads: who is in, who is missing."""
    from lpgraph.coalitions.candidates import candidates
    from lpgraph.coalitions.coverage import grid
    from lpgraph.coalitions.structure import structure
    from lpgraph.coalitions.triad import triad
    from lpgraph.coalitions.what_if import bridges

    with _all(as_of) as (store, scene, network, recorded):
        one = _campaign(store, scene, campaign)
        wanted = either(place, area)
        where = _area(store, scene, wanted, one) if wanted else ""
        empty = triad(scene, one, where).missing if where else ()
        could = {c: candidates(store, network, scene, one, where, c, book=recorded) for c in empty}
    cells = grid(scene, (one,), (where,) if where else ())
    triads = [c.triad for c in cells] or ([triad(scene, one, where)] if where else [])
    whole = structure(scene, one, where)
    joining = [(s, bridges(scene, t, s)) for t in triads if where for s in t.open_sides]
    if as_json:
        cities = {(c.city.campaign, c.city.area): c for c in cells}
        output.write_json(
            {
                "campaign": {"id": one, "name": scene.name(one)},
                "areas": [documents.triad_document(scene, t, cities.get((t.campaign, t.area))) for t in triads],
                "candidates": {str(corner): some for corner, some in could.items()},
                "bridges": [{"a": str(s.a), "b": str(s.b), "people": some} for s, some in joining],
                "structure": documents.structure_document(whole),
            }
        )
        return
    from lpgraph.coalitions import words

    output.write(scene.name(one))
    for t in triads:
        _triad(scene, t, cells)
    for corner, some in could.items():
        output.write("")
        for line in words.candidate_lines(corner, some):
            output.write(line)
    for side, people in joining:
        output.write("")
        output.write(words.bridge_line(side, people))
    _structure(whole)
    if not triads:
        raise NotFound(
            f"{scene.name(one)} has no key city yet. Load a campaigns template that names one, or give --area."
        )


def _triad(scene: Scene, found: Triad, cells: tuple[Cell, ...]) -> None:
    from lpgraph.coalitions import words

    cell = next((c for c in cells if c.triad is found), None)
    output.write("")
    output.write(words.city_line(scene, found, cell))
    for corner in found.corners:
        output.write(f"  {words.corner_line(corner)}")
    for side in found.sides:
        output.write(f"  {words.side_line(scene, side)}")


def _structure(found: Structure) -> None:
    from lpgraph.coalitions import words

    lines = words.structure_lines(found)
    if lines:
        output.write("")
    for line in lines:
        output.write(line)


def coverage(
    campaign: Annotated[str | None, typer.Option("--campaign", help="Only this one.", metavar="CAMPAIGN")] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Campaigns in their key cities, the biggest gap first."""
    from lpgraph.coalitions import words
    from lpgraph.coalitions.coverage import grid, states, unlinked_leads

    with _scene(as_of) as (store, scene):
        only = (_campaign(store, scene, campaign),) if campaign else ()
    cells = grid(scene, only)
    if as_json:
        output.write_json(
            {
                "cells": [
                    {
                        "campaign": c.city.campaign,
                        "campaignName": scene.name(c.city.campaign),
                        **documents.triad_document(scene, c.triad, c),
                    }
                    for c in cells
                ],
                "states": states(scene, cells),
                "unlinkedLeads": [
                    pair for one in sorted({c.city.campaign for c in cells}) for pair in unlinked_leads(scene, one)
                ],
            }
        )
    else:
        output.table(
            ("campaign", "area", "tier", "stage", "next vote", "score", "missing"),
            [
                (scene.name(c.city.campaign), scene.name(c.city.area), c.city.tier, c.city.stage, c.city.next_vote,
                 f"{c.triad.score:g} of 6", words.missing(c.triad))
                for c in cells
            ],
        )  # fmt: skip
    if not cells:
        raise NotFound("No campaign has a key city yet. Load a campaigns template (lpgraph template campaigns).")


def votes(
    campaign: CampaignArg,
    place: AreaArg = None,
    area: AreaOption = None,
    needed: Annotated[int, typer.Option("--needed", help="Votes that pass it; else more than half.", min=0)] = 0,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """How a council's votes stand, and who can move them."""
    from lpgraph.coalitions import words
    from lpgraph.coalitions.votes import count

    wanted = either(place, area)
    if not wanted:
        raise UsageError("which area? Say City, ST: lpgraph votes CAMPAIGN AREA")
    with _scene(as_of) as (store, scene):
        one = _campaign(store, scene, campaign)
        where = _area(store, scene, wanted, one)
    found = count(scene, one, where, needed=needed)
    if not found.seats:
        raise NotFound(f"No seats of a body that governs {scene.name(where)} are known. Load its officials first.")
    if as_json:
        output.write_json(
            {
                "campaign": one,
                "area": where,
                "body": {"id": found.body, "name": scene.name(found.body)},
                "needed": found.needed,
                "missing": found.missing,
                "nextVote": found.next_vote,
                "counts": words.counts(found),
                "doubts": list(words.doubt_lines(found)),
                "seats": found.seats,
            }
        )
        return
    output.write(words.count_line(scene, found))
    for line in words.doubt_lines(found):
        output.write(line)
    output.table(
        ("seat", "who", "vote", "says so", "who can move them"),
        [
            (s.seat.name, s.holder.name if s.holder else "vacant", str(s.vote), words.said(s), words.moving(s))
            for s in found.seats
        ],
    )


def what_if(
    who: Annotated[list[str], typer.Argument(help="Who leaves: people or organizations, several together.")],
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """What breaks if people or organizations leave."""
    from lpgraph.coalitions import words
    from lpgraph.coalitions.what_if import what_if as ask
    from lpgraph.explore import who as asking

    with _scene(as_of) as (store, scene):
        gone = [asking.resolve(store, text, None, _WHO).id for text in who]
    found = ask(scene, gone)
    if as_json:
        output.write_json(
            {
                "gone": found.gone,
                "seats": found.seats,
                "changes": [documents.change_document(scene, c) for c in found.changes],
                "introductions": found.hanging,
            }
        )
        return
    for line in words.what_if_lines(scene, found):
        output.write(line)


def turnover(
    since: Annotated[
        str, typer.Option("--since", help="Seats that changed hands since this day; else a year.", metavar="DATE")
    ] = "",
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Seats that changed hands, and what lost its person."""
    from lpgraph.coalitions import words
    from lpgraph.coalitions.turnover import ending
    from lpgraph.coalitions.turnover import turnover as ask

    with _scene(as_of) as (_store, scene):
        found, soon = ask(scene, since), ending(scene)
    if as_json:
        output.write_json({"turnover": found, "ending": soon})
    else:
        for line in words.turnover_lines(scene, found, soon):
            output.write(line)
    if not found and not soon:
        raise NotFound("No seat changed hands, and no term ends within a year.")
