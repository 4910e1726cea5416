"""Who is meant: an id, a provider's id, or a name. A name that fits several never picks one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lpgraph.errors import Ambiguous, NotFound
from lpgraph.explore.entities import Entity, Reads, cards, find
from lpgraph.explore.search import candidates, entities
from lpgraph.ids import fold
from lpgraph.model import THINGS, Label

MOST_CANDIDATES = 20
NEAR = 60.0  # how alike a spelling must be, of 100, to be offered
_PROVIDER = re.compile(r"^([A-Za-z][A-Za-z0-9_-]*)[:/](\S.*)$")


def resolve(store: Reads, text: str, on: str | None = None, labels: Sequence[Label] = THINGS) -> Entity:
    """The one entity that ``text`` means; a name is looked for among ``labels`` alone.

    Raises ``Ambiguous`` with the candidates when several fit, ``NotFound`` with near spellings when none does.
    """
    text = text.strip()
    if not text:
        raise NotFound("Say who: an id, a provider's id, or a name.")
    found = find(store, text, on) or _retired(store, text, on) or _provided(store, text, on)
    return found or _named(store, text, on, labels)


def now(store: Reads, entity_id: str) -> str:
    """What an old id leads to: one that was joined to another may lead on from there. Any other id is itself."""
    seen = {entity_id}
    while (rows := store.read("explore_retired", id=entity_id)) and rows[0]["now"] not in seen:
        entity_id = rows[0]["now"]
        seen.add(entity_id)
    return entity_id


def _retired(store: Reads, text: str, on: str | None) -> Entity | None:
    meant = now(store, text)
    return find(store, meant, on) if meant != text else None


def _provided(store: Reads, text: str, on: str | None) -> Entity | None:
    """By a provider's id, written ``scheme:value`` or ``scheme/value``, the scheme in any case."""
    match = _PROVIDER.match(text)
    if not match:
        return None
    scheme, value = match[1].casefold(), match[2].strip()
    spelled = [f"{scheme}:{value}", f"{scheme}:{value.casefold()}", f"{scheme}:{value.upper()}"]
    if scheme == "ein":
        spelled.append(f"ein:{re.sub(r'[^0-9]', '', value)}")
    rows = store.read("explore_identified", ids=sorted(set(spelled)))
    return _only(text, [c.entity for c in cards(store, [(r["label"], r["id"]) for r in rows], on).values()], {})


def _named(store: Reads, text: str, on: str | None, labels: Sequence[Label]) -> Entity:
    """By name: the very name first, then the names that hold every word."""
    found = candidates(store, text, labels)
    asked = fold(text)
    same = [c for c in found if asked in c.spellings]
    whole = [c for c in found if any(set(asked.split()) <= set(s.split()) for s in c.spellings)]
    chosen = same or whole or found
    best = _only(text, entities(store, chosen, on), {c.id: c.fit(text) for c in chosen})
    if best:
        return best
    near = sorted(candidates(store, text, labels, near=True), key=lambda c: (-c.fit(text), c.name, c.id))
    close = entities(store, [c for c in near if c.fit(text) >= NEAR][:5], on)
    hint = "".join(f"\n  {e.id}  {e.name}  {_hint(e)}".rstrip() for e in close)
    kinds = " or ".join(str(label).lower() for label in labels)
    nothing = "Nothing" if len(labels) == len(THINGS) else f"No {kinds}"
    raise NotFound(
        f"{nothing} is called “{text}”." + (f" Did you mean:{hint}" if hint else " Try: lpgraph search TEXT")
    )


def _only(text: str, fits: list[Entity], fit: Mapping[str, float]) -> Entity | None:
    """The single fit, or nothing; several are for the user to choose from."""
    if len(fits) > 1:
        ordered = sorted(fits, key=lambda e: (-fit.get(e.id, 0), e.name, e.id))
        shown = [(e.id, e.name, _hint(e)) for e in ordered[:MOST_CANDIDATES]]
        raise Ambiguous(text, shown, len(ordered))
    return fits[0] if fits else None


def _hint(entity: Entity) -> str:
    return " · ".join(part for part in (entity.kind, entity.where) if part)
