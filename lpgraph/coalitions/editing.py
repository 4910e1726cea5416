"""Campaigns, their key cities and who works on them, typed on screen: entries like any other, dated and undoable."""

from __future__ import annotations

from datetime import date

from loaders import areas
from loaders.base import Draft, Fact, Mention
from loaders.templates import refs
from lpgraph.errors import UsageError
from lpgraph.explore.where import area as settled
from lpgraph.ingest import clock
from lpgraph.ingest.author import user
from lpgraph.ingest.entries import enter, pointer
from lpgraph.model import Label, Props
from lpgraph.store.graph import Store

NOTHING = "none"  # what a field is set to that somebody emptied: a blank cell of a file erases nothing, this does
TIERS = ("1", "2", "3")
VOTES = ("yes", "leans yes", "undecided", "leans no", "no")


def set_city(
    store: Store,
    campaign: str,
    area: str,
    *,
    tier: str = "",
    stage: str = "",
    next_vote: str = "",
    owner: str = "",
    author: str = "",
) -> str:
    """Say how a campaign stands in a key city, all four at once; gives the entry's id. A later word replaces it.

    Raises ``UsageError`` for a tier or a day that is none, ``NotFound`` for unknown ids.
    """
    tier = tier.strip()
    if tier and tier not in TIERS:
        raise UsageError(f"tier {tier}: say {', '.join(TIERS)} (1 matters most), or leave it empty")
    told: Props = {"tier": tier, "stage": stage.strip(), "nextVote": _day(next_vote), "owner": owner.strip()}
    return _city(store, pointer(store, campaign), area, {k: v or NOTHING for k, v in told.items()}, author)


def end_city(store: Store, campaign: str, area: str, author: str = "") -> str:
    """Say that an area is no key city of a campaign any more; gives the entry's id."""
    return _city(store, pointer(store, campaign), area, {"endDate": _yesterday()}, author)


def new_campaign(store: Store, name: str, area: str, *, tier: str = "", author: str = "") -> str:
    """Begin a campaign with its first key city (an id, or “City, ST”); gives the entry's id."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("a campaign needs a name")
    if tier and tier not in TIERS:
        raise UsageError(f"tier {tier}: say {', '.join(TIERS)} (1 matters most), or leave it empty")
    known = refs.ref(Label.CAMPAIGN, name)
    own = Mention(Label.CAMPAIGN, known.namespace, known.ident, {"name": name}, rank=1)
    return _city(store, own, area, {"tier": tier} if tier else {}, author)


def involve(
    store: Store, who: str, campaign: str, *, stance: str, role: str = "", influence: str = "", author: str = ""
) -> str:
    """Say who works on a campaign, for it or against it; gives the entry's id. The newest stance counts."""
    author = author or user()
    told: Props = {"stance": stance, "startDate": clock.now()[:10], "author": author, "assertion": "observed"}
    told |= {k: v.strip() for k, v in (("role", role), ("influence", influence)) if v.strip()}
    a, b = pointer(store, who), pointer(store, campaign)
    record = ("involvement", *a.ident, *b.ident, *map(str, told.values()))
    return enter(store, [Fact("WORKS_ON", a, b, told, record)], f"stance ({author})", author)


def expect(store: Store, who: str, measure: str, vote: str, *, on: str = "", author: str = "", note: str = "") -> str:
    """Say how somebody is expected to vote on a measure; gives the entry's id. The newest word counts."""
    author = author or user()
    told: Props = {"vote": vote, "startDate": _day(on) or clock.now()[:10], "author": author}
    told |= {"note": note} if note else {}
    a, b = pointer(store, who), pointer(store, measure)
    fact = Fact("EXPECTED", a, b, told, ("expected", *a.ident, *b.ident, *map(str, told.values())))
    return enter(store, [fact], f"expected vote ({author})", author)


def _city(store: Store, campaign: Mention, area: str, told: Props, author: str) -> str:
    author = author or user()
    where = _area(store, area)
    props: Props = {**told, "author": author}
    drafts: list[Draft] = [
        campaign,
        Fact("IN_AREA", campaign, where, props, ("campaign", *campaign.ident, *where.ident)),
    ]
    drafts += areas.within(where)
    return enter(store, drafts, f"campaign ({author})", author)


def _area(store: Store, text: str) -> Mention:
    """A place as the verbs settle it; one that nobody loaded yet is made when it says its state."""
    meant = areas.place(text)
    known = store.read("explore_find", id=meant.ident[0]) if meant else []
    return meant if meant and (known or "," in text) else pointer(store, settled(store, text).id)


def _day(text: str) -> str:
    text = text.strip()
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as why:
        raise UsageError(f"“{text}” is no day; write it as 2027-01-31") from why


def _yesterday() -> str:
    return date.fromordinal(date.fromisoformat(clock.now()[:10]).toordinal() - 1).isoformat()
