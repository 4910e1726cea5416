"""A campaign as the one asking: whom it should meet, each through the supporter who is nearest to them."""

from __future__ import annotations

from dataclasses import replace

from lpgraph.introductions import words
from lpgraph.introductions.book import Book
from lpgraph.introductions.evidence import Evidence
from lpgraph.introductions.gates import among, open_to
from lpgraph.introductions.model import Ask, Suggestion
from lpgraph.introductions.ranking import index_on, ranking, wanted
from lpgraph.introductions.telling import listed, suggestion
from lpgraph.introductions.weights import Rules
from lpgraph.network.arrays import Snapshot
from lpgraph.network.days import iso
from lpgraph.network.reading import Reads

SUPPORTERS = 15  # the most active: more add time, not people


def is_campaign(snapshot: Snapshot, one: str) -> bool:
    """Whether an id is a campaign's."""
    return one in snapshot.supports or one in snapshot.passages.about


def for_campaign(
    store: Reads, snapshot: Snapshot, campaign: str, ask: Ask, rules: Rules, book: Book
) -> list[Suggestion]:
    """Up to ``ask.top`` who do not work on the campaign, each with the supporter whose reasons these are."""
    index = index_on(snapshot, ask.as_of, rules)
    working = snapshot.supports.get(campaign, frozenset())
    active = sorted(working, key=lambda s: (-float(index.activity[s]), snapshot.nodes.ids[s]))[:SUPPORTERS]
    ask = replace(ask, campaign=None)
    mask = wanted(index, None, ask)
    mask[list(working)] = False
    found: dict[int, Suggestion] = {}
    evidence = Evidence(store, iso(index.day))
    # Whoever is kept apart from one supporter is not brought to the campaign at all.
    kept = [a if b in working else b for a, b in snapshot.barred if a in working or b in working]
    mask[kept] = False
    mask &= ~among(index, book.brought_to(campaign))
    for supporter in active:
        admissible = open_to(index, supporter, show_met=ask.show_met, book=book) & mask & wanted(index, supporter, ask)
        claims, compose, best = ranking(index, supporter, admissible, ask, rules, book)
        name = snapshot.nodes.names[supporter]
        for v, told in listed(claims, best, compose, evidence, rules.limits).items():
            card = suggestion(claims, 0, v, told, (campaign,), name)
            if v not in found or found[v].score < card.score:
                found[v] = card
    order = sorted(found.values(), key=lambda card: (-card.score, card.id))[: ask.top]
    return [replace(card, rank=rank) for rank, card in enumerate(order, 1)]


def nobody(snapshot: Snapshot, campaign: str) -> str:
    """Why a campaign has no suggestions."""
    return words.NOBODY_SUPPORTS if not snapshot.supports.get(campaign) else words.NOBODY_FOR_CAMPAIGN
