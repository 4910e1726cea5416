"""A list with its reasons: places first, then one round of evidence, then whoever has no sentence makes room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lpgraph.introductions import words
from lpgraph.introductions.claims import Claim, Claims
from lpgraph.introductions.evidence import Evidence
from lpgraph.introductions.model import Broker, Reason, Suggestion
from lpgraph.introductions.score import POLICY, TERMS
from lpgraph.introductions.weights import Limits

Compose = Callable[[list[int]], list[int]]  # who gets a place, of those who can be told, best first
_DIRECT = {term: i for i, term in enumerate(TERMS)}


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one: reasons that hold, a broker, and the way to them."""

    reasons: tuple[Reason, ...]
    broker: Broker | None
    through: tuple[int, ...]


def listed(
    claims: Claims, best: Sequence[int], compose: Compose, evidence: Evidence, limits: Limits
) -> dict[int, Told]:
    """Who is shown, in order, with what is said. Nobody is shown without a readable path."""
    shown: dict[int, Told] = {}
    silent: set[int] = set()
    places: list[int] = []
    for _ in range(limits.rounds):
        places = compose([v for v in best if v not in silent])
        fresh = [v for v in places if v not in shown][: limits.on_screen]
        if not fresh:
            break
        for v, told in zip(fresh, tell(claims, fresh, evidence), strict=True):
            if told.reasons:
                shown[v] = told
            else:
                silent.add(v)
    return {v: shown[v] for v in places if v in shown}


def tell(claims: Claims, rows: list[int], evidence: Evidence) -> list[Told]:
    """What can be said of these, with one read of the store."""
    planned = [claims.about(v) for v in rows]
    evidence.read(need for said, _ in planned for claim in said for need in claim.needs)
    return [_told(claims, said, brokers, evidence) for said, brokers in planned]


def _told(claims: Claims, planned: list[Claim], brokers: list[int], evidence: Evidence) -> Told:
    """The claims that hold, strongest first; their shares are of what is said."""
    said = [(claim, *claim.say(evidence)) for claim in planned]
    said = [(claim, text, facts) for claim, text, facts in said if text and facts]
    shares = _shares([claim for claim, _, _ in said], claims.rules.weights.policy_share)
    told = [Reason(c.kind, text, share, facts) for (c, text, facts), share in zip(said, shares, strict=True)]
    # Equal shares: the more direct sentence first.
    told.sort(key=lambda one: (-round(one.share, 9), _DIRECT.get(one.kind, len(_DIRECT)), one.kind))
    through = min((claim.through for claim, _, _ in said if claim.through), key=len, default=())
    return Told(tuple(told), _broker(claims, brokers), through)


def _shares(said: Sequence[Claim], bound: float) -> list[float]:
    """The shares of what is said; policy never more than its bound beside anything else."""
    whole = sum(claim.share for claim in said)
    policy = sum(claim.share for claim in said if claim.kind == POLICY)
    if not bound * whole < policy < whole:
        return [claim.share / whole for claim in said]
    rest = whole - policy
    return [c.share / policy * bound if c.kind == POLICY else c.share / rest * (1 - bound) for c in said]


def _broker(claims: Claims, brokers: list[int]) -> Broker | None:
    if not brokers:
        return None
    nodes = claims.index.snapshot.nodes
    return Broker(nodes.ids[brokers[0]], nodes.names[brokers[0]], claims.loads.get(nodes.ids[brokers[0]], 0))


def suggestion(
    claims: Claims, rank: int, v: int, told: Told, before: tuple[str, ...] = (), through: str = ""
) -> Suggestion:
    """One card. ``before`` are ids ahead of u on the path; ``through``: u's name, where somebody else reads it."""
    nodes = claims.index.snapshot.nodes
    path = (*before, *(nodes.ids[x] for x in (claims.u, *told.through, v)))
    reasons = told.reasons
    if through:
        reasons = tuple(replace(r, text=words.seen_from(through) + words.told_of(r.text, through)) for r in reasons)
    return Suggestion(
        rank,
        nodes.ids[v],
        nodes.names[v],
        str(nodes.kinds[v]),
        nodes.places[v],
        round(claims.scores.of(v), 6),
        reasons,
        told.broker,
        path,
    )
