"""From one who asks to everybody in order: who is wanted, the score with its policy term, and the places of a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from lpgraph.errors import NotFound, UsageError
from lpgraph.introductions import words
from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.claims import Claims
from lpgraph.introductions.gates import USUAL
from lpgraph.introductions.links import Links
from lpgraph.introductions.model import Ask
from lpgraph.introductions.places import Reserved, away, composed, elsewhere
from lpgraph.introductions.policy import PolicyTerm
from lpgraph.introductions.score import score
from lpgraph.introductions.telling import Compose
from lpgraph.introductions.weights import Rules
from lpgraph.model import Kind
from lpgraph.network.arrays import CAMPAIGN, POLICY, Bools, Snapshot
from lpgraph.network.days import day_of
from lpgraph.network.index import Index, index_of

DEPTH = 40  # so many times as many as are shown are put in order: enough to replace whoever has no sentence


def start(snapshot: Snapshot, who_id: str, as_of: str | None, rules: Rules) -> tuple[Index, int]:
    """The index of a day and the row of whoever asks. Raises ``NotFound``, and ``UsageError`` for no date."""
    index = index_on(snapshot, as_of, rules)
    if who_id not in snapshot.nodes.position:
        raise NotFound(words.NOT_FOUND.format(id=who_id, day=snapshot.day))
    return index, snapshot.nodes.position[who_id]


def index_on(snapshot: Snapshot, as_of: str | None, rules: Rules) -> Index:
    """The index of a day."""
    day = day_of(as_of or snapshot.day)
    if np.isnan(day):
        raise UsageError(f"“{as_of}” is no date; write it as 2026-11-24")
    return index_of(snapshot, rules.limits.tuning, day)


def wanted(index: Index, u: int | None, ask: Ask) -> Bools:
    """Who is of the kinds, the place and the campaign that were asked for."""
    unknown = set(ask.kinds) - {str(kind) for kind in Kind}
    if unknown:
        raise UsageError(f"no kind “{min(unknown)}”; there are {', '.join(USUAL)}")
    mask = np.zeros(len(index.snapshot.nodes), dtype=bool)
    for kind in ask.kinds or USUAL:
        mask |= index.of_kind(str(kind))
    snapshot = index.snapshot
    if ask.other_cities and u is not None:
        mask &= away(snapshot, u)
    if ask.city is not None:
        city = ask.city.casefold()
        mask &= np.array([city in (p.casefold(), p.casefold().split(",")[0]) for p in snapshot.nodes.places])
    if ask.campaign is not None:
        working = np.zeros(len(snapshot.nodes), dtype=bool)
        working[sorted(snapshot.supports.get(ask.campaign, ()))] = True
        mask &= working
    return mask


def ranking(
    index: Index, u: int, admissible: Bools, ask: Ask, rules: Rules, book: Book = EMPTY
) -> tuple[Claims, Compose, list[int]]:
    """What can be said of anybody, how places are given, and the admissible in order."""
    snapshot = index.snapshot
    policy = PolicyTerm(snapshot, snapshot.nodes.ids[u], ask.policy)
    if ask.policy is not None:
        admissible = admissible & ((policy.values > 0) | sharing(snapshot, ask.policy))
    scores = score(index, u, admissible, rules.weights, policy.values if policy.ahead else None)
    claims = Claims(Links(index), u, scores, rules, book, policy)
    # Whoever has been nowhere rests on what a policy says of them.
    many = rules.limits.policy if index.event_count[u] <= rules.limits.newcomer_events else 1
    reserved = ((policy.values, many), (policy.advice, 1)) if policy.ahead else ()
    compose = partial(
        composed, index, elsewhere(snapshot, u), top=ask.top, limits=rules.limits, reserved=reserved
    )  # fmt: skip
    order = scores.best(max(DEPTH * ask.top, 200), snapshot.nodes.ids[u])
    return claims, compose, [*order, *_named(reserved, admissible, order)]


def _named(reserved: Sequence[Reserved], admissible: Bools, order: Sequence[int]) -> list[int]:
    """Whom a policy names and who stands too far down to be among those that are looked at."""
    found: dict[int, None] = {}
    for values, count in reserved:
        rows = np.flatnonzero((values > 0) & admissible)
        found.update(dict.fromkeys(rows[np.argsort(-values[rows], kind="stable")][: 5 * count].tolist()))
    return [v for v in found if v not in set(order)]


def sharing(snapshot: Snapshot, policy: str) -> Bools:
    """Who shares in a policy, or works on a campaign about it."""
    campaigns = {c for c, policies in snapshot.passages.about.items() if policy in policies}
    groups = [
        g
        for g, (one, kind) in enumerate(zip(snapshot.groups.ids, snapshot.groups.kinds, strict=True))
        if (kind == POLICY and one == policy) or (kind == CAMPAIGN and one in campaigns)
    ]
    mask = np.zeros(len(snapshot.nodes), dtype=bool)
    for group in groups:
        mask |= np.asarray(snapshot.belongs[:, [group]].todense()).ravel() > 0
    return mask
