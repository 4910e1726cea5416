"""Whom to meet: gates first, then the score, then places in the list, then evidence for what is shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lpgraph.errors import NotFound, UsageError
from lpgraph.explore.dates import show
from lpgraph.introductions import words
from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.claims import Claim, Claims
from lpgraph.introductions.evidence import Evidence
from lpgraph.introductions.gates import USUAL, all_gates, full_text, open_to
from lpgraph.introductions.links import Links
from lpgraph.introductions.model import Ask, Broker, Reason, Suggestion, WhyNot
from lpgraph.introductions.score import TERMS, Scores, ranked, score
from lpgraph.introductions.wall import behind
from lpgraph.introductions.weights import DEFAULT, Limits, Rules
from lpgraph.model import Kind
from lpgraph.network.arrays import Bools, Snapshot
from lpgraph.network.days import day_of, iso
from lpgraph.network.index import Index, index_of
from lpgraph.network.reading import Reads

_DIRECT = {term: i for i, term in enumerate(TERMS)}


def suggest(
    store: Reads, snapshot: Snapshot, who_id: str, ask: Ask, rules: Rules = DEFAULT, book: Book = EMPTY
) -> list[Suggestion]:
    """Up to ``ask.top`` people and organizations for one to meet, best first, each with reasons and a broker.

    Raises ``NotFound`` when nobody has the id, ``UsageError`` for an unknown kind or day.
    """
    snapshot = behind(snapshot, book, ask.campaign)
    index, u = _start(snapshot, who_id, ask.as_of, rules)
    admissible = open_to(index, u, show_met=ask.show_met, book=book) & _wanted(snapshot, u, ask)
    scores = score(index, u, admissible, rules.weights)
    claims = Claims(Links(index), u, scores, rules, book)
    evidence = Evidence(store, iso(index.day))
    best = ranked(scores.total, admissible, snapshot.nodes.ids)
    shown: dict[int, _Told] = {}
    silent: set[int] = set()
    places: list[int] = []
    for _ in range(rules.limits.rounds):
        # Nobody is shown without a readable path: whoever turns out to have none makes room for the next.
        places = _places(index, u, [v for v in best if v not in silent], ask.top, rules.limits)
        fresh = [v for v in places if v not in shown][: rules.limits.on_screen]
        if not fresh:
            break
        for v, told in zip(fresh, _tell(claims, fresh, evidence), strict=True):
            if told.reasons:
                shown[v] = told
            else:
                silent.add(v)
    return [_suggestion(snapshot, rank, u, v, scores, shown[v]) for rank, v in enumerate(filter(shown.get, places), 1)]


def why_nobody(snapshot: Snapshot, who_id: str, rules: Rules = DEFAULT, book: Book = EMPTY) -> str:
    """Why an empty list for one is empty, in a sentence: a gate of their own, or too little evidence."""
    nodes = snapshot.nodes
    u = nodes.position.get(who_id)
    if u is None:
        return words.NOT_FOUND.format(id=who_id, day=snapshot.day)
    for stops, sentence in (
        (nodes.no_contact[u], words.NOBODY_NO_CONTACT),
        (nodes.no_introduce[u], words.NOBODY_NO_INTRODUCE),
        (nodes.left_office[u], words.NOBODY_LEFT),
    ):
        if stops:
            return sentence.format(who=nodes.names[u])
    if until := book.quiet_until(who_id):
        return words.NOBODY_QUIET.format(who=nodes.names[u], day=show(until))
    if who_id in book.full("requested"):
        return words.NOBODY_FULL.format(full=full_text(book, who_id, nodes.names[u], "requested"))
    met = int(index_of(snapshot, rules.limits.tuning, day_of(snapshot.day)).met(u).sum())
    if met:
        return words.NOBODY_NEW.format(who=nodes.names[u], n=met)
    return words.NOBODY_YET.format(who=nodes.names[u])


def why_not(
    store: Reads,
    snapshot: Snapshot,
    a_id: str,
    b_id: str,
    as_of: str | None = None,
    rules: Rules = DEFAULT,
    book: Book = EMPTY,
) -> WhyNot:
    """Each gate between two, whether it stops them, and each kind of evidence with its facts."""
    snapshot = behind(snapshot, book)
    index, a = _start(snapshot, a_id, as_of, rules)
    _, b = _start(snapshot, b_id, as_of, rules)
    links, evidence = Links(index), Evidence(store, iso(index.day))
    needs, gates = all_gates(links, a, b, rules.limits.tie_max, book)
    evidence.read(needs)
    if a == b:
        return WhyNot(tuple(gates(evidence)), ())
    admissible = open_to(index, a, book=book)
    admissible[b] = True
    told = _tell(Claims(links, a, score(index, a, admissible, rules.weights), rules, book), [b], evidence)[0]
    return WhyNot(tuple(gates(evidence)), told.reasons)


def _start(snapshot: Snapshot, who_id: str, as_of: str | None, rules: Rules) -> tuple[Index, int]:
    day = day_of(as_of or snapshot.day)
    if np.isnan(day):
        raise UsageError(f"“{as_of}” is no date; write it as 2026-11-24")
    if who_id not in snapshot.nodes.position:
        raise NotFound(words.NOT_FOUND.format(id=who_id, day=snapshot.day))
    return index_of(snapshot, rules.limits.tuning, day), snapshot.nodes.position[who_id]


def _wanted(snapshot: Snapshot, u: int, ask: Ask) -> Bools:
    unknown = set(ask.kinds) - {str(kind) for kind in Kind}
    if unknown:
        raise UsageError(f"no kind “{min(unknown)}”; there are {', '.join(USUAL)}")
    wanted = np.isin(snapshot.nodes.kinds, [str(kind) for kind in ask.kinds or USUAL])
    if ask.other_cities:
        wanted &= away(snapshot, u)
    if ask.campaign is not None:
        working = np.zeros(len(snapshot.nodes), dtype=bool)
        working[sorted(snapshot.supports.get(ask.campaign, ()))] = True
        wanted &= working
    return wanted


def away(snapshot: Snapshot, u: int) -> Bools:
    """Who is known to be at another place than u."""
    here = snapshot.nodes.places[u]
    return np.array([bool(here) and bool(place) and place != here for place in snapshot.nodes.places])


def elsewhere(snapshot: Snapshot, u: int) -> Bools:
    """Who is of another community: another place, or another kind."""
    mask: Bools = away(snapshot, u) | (snapshot.nodes.kinds != snapshot.nodes.kinds[u])
    return mask


def _places(index: Index, u: int, best: list[int], top: int, limits: Limits) -> list[int]:
    """Of ten places six by score, three by score among other communities, one for a newcomer; in order of score."""
    ten = limits.best + limits.elsewhere + limits.newcomer
    new, far = top * limits.newcomer // ten, top * limits.elsewhere // ten
    chosen = set(best[: top - new - far])
    other = elsewhere(index.snapshot, u)
    newcomers = index.event_count <= limits.newcomer_events
    for quota, fits in ((far, other), (new, newcomers), (top, np.ones(len(other), dtype=bool))):
        room = min(quota, top - len(chosen))
        chosen.update([v for v in best if v not in chosen and fits[v]][:room])
    return [v for v in best if v in chosen]


@dataclass(frozen=True, slots=True)
class _Told:
    reasons: tuple[Reason, ...]
    broker: Broker | None
    through: tuple[int, ...]


def _tell(claims: Claims, rows: list[int], evidence: Evidence) -> list[_Told]:
    planned = [claims.about(v) for v in rows]
    evidence.read(need for said, _ in planned for claim in said for need in claim.needs)
    return [_told(claims, said, brokers, evidence) for said, brokers in planned]


def _told(claims: Claims, planned: list[Claim], brokers: list[int], evidence: Evidence) -> _Told:
    """The claims that hold, strongest first; their shares are of what is said."""
    said = [(claim, *claim.say(evidence)) for claim in planned]
    said = [(claim, text, facts) for claim, text, facts in said if text and facts]
    # Equal shares: the more direct sentence first.
    said.sort(key=lambda one: (-round(one[0].share, 9), _DIRECT.get(one[0].kind, len(_DIRECT)), one[0].kind))
    whole = sum(claim.share for claim, _, _ in said)
    reasons = tuple(Reason(claim.kind, text, claim.share / whole, facts) for claim, text, facts in said)
    through = min((claim.through for claim, _, _ in said if claim.through), key=len, default=())
    return _Told(reasons, _broker(claims, brokers), through)


def _broker(claims: Claims, brokers: list[int]) -> Broker | None:
    if not brokers:
        return None
    nodes = claims.index.snapshot.nodes
    return Broker(nodes.ids[brokers[0]], nodes.names[brokers[0]], claims.loads.get(nodes.ids[brokers[0]], 0))


def _suggestion(snapshot: Snapshot, rank: int, u: int, v: int, scores: Scores, told: _Told) -> Suggestion:
    nodes = snapshot.nodes
    path = tuple(nodes.ids[x] for x in (u, *told.through, v))
    return Suggestion(
        rank,
        nodes.ids[v],
        nodes.names[v],
        str(nodes.kinds[v]),
        nodes.places[v],
        round(float(scores.total[v]), 6),
        told.reasons,
        told.broker,
        path,
    )
