"""Which area is meant: a division id (or one of its other ids), “City, ST”, or a name. One answer for every verb."""

from __future__ import annotations

from collections.abc import Collection

from loaders import areas
from lpgraph.errors import Ambiguous, NotFound
from lpgraph.explore.entities import Entity, Reads, find
from lpgraph.explore.search import Candidate, candidates, entities
from lpgraph.explore.who import MOST_CANDIDATES, resolve
from lpgraph.ids import fold
from lpgraph.model import Label

_ID = "ocd-division/"


def area(store: Reads, text: str, prefer: Collection[str] = (), on: str | None = None) -> Entity:
    """The one area that ``text`` means. ``prefer``: areas that come first among those of one name (the key cities of
    the campaign in question).

    A city comes before its districts. Raises ``Ambiguous`` with the candidates when several fit, ``NotFound`` when
    none does.
    """
    text = text.strip()
    if not text:
        raise NotFound("Say where: City, ST, a state, or an ocd-division id.")
    if text.casefold().startswith(_ID) or (areas.split_place(text)[0] and areas.split_place(text)[1]):
        found = _placed(store, text, on)
        if found:
            return found
    called = _called(store, text)
    if not called and fold(text).endswith(" city"):  # “New York City”, which is no state
        called = [one for one in _called(store, text[:-5]) if _bare(one.name) != one.name]
    if not called:
        return resolve(store, text, on, (Label.AREA,))
    return _one(text, _narrowed(entities(store, called, on), prefer))


def _placed(store: Reads, text: str, on: str | None) -> Entity | None:
    """The area of an id or of “City, ST”, whatever else the division is called."""
    meant = areas.place(text)
    found = find(store, meant.ident[0], on) if meant else None
    if found is None and text.casefold().startswith(_ID):
        found = find(store, text, on)
        if found is None:
            raise NotFound(f"No area has the id {text}. Load something that is there first, or say City, ST.")
    return found


def _called(store: Reads, text: str) -> list[Candidate]:
    """Areas of which this is the whole name, with its state or without."""
    asked = fold(text)
    return [c for c in candidates(store, text, (Label.AREA,)) if asked in (fold(c.name), fold(_bare(c.name)))]


def _bare(name: str) -> str:
    town, state = areas.split_place(name)
    return town if town and state else name


def _narrowed(found: list[Entity], prefer: Collection[str]) -> list[Entity]:
    """Those that come first, when they settle it."""
    preferred = [one for one in found if one.id in prefer]
    return preferred if len(preferred) == 1 else found


def _one(text: str, found: list[Entity]) -> Entity:
    if len(found) > 1:
        shown = [(one.id, one.name, one.where) for one in found[:MOST_CANDIDATES]]
        raise Ambiguous(text, shown, len(found))
    return found[0]
