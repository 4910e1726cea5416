"""Whom to meet: gates first, then the score, then places in the list, then evidence for what is shown."""

from __future__ import annotations

from lpgraph.explore.dates import show
from lpgraph.introductions import words
from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.campaigning import for_campaign, is_campaign, nobody
from lpgraph.introductions.evidence import Evidence
from lpgraph.introductions.gates import all_gates, full_text, open_to
from lpgraph.introductions.links import Links
from lpgraph.introductions.model import Ask, Suggestion, WhyNot
from lpgraph.introductions.ranking import ranking, start, wanted
from lpgraph.introductions.telling import listed, suggestion, tell
from lpgraph.introductions.wall import behind, closed
from lpgraph.introductions.weights import DEFAULT, Rules
from lpgraph.network.arrays import Snapshot
from lpgraph.network.days import day_of, iso
from lpgraph.network.index import index_of
from lpgraph.network.reading import Reads


def suggest(
    store: Reads, snapshot: Snapshot, who_id: str, ask: Ask, rules: Rules = DEFAULT, book: Book = EMPTY
) -> list[Suggestion]:
    """Up to ``ask.top`` people and organizations for one to meet, best first, each with reasons and a broker.

    Raises ``NotFound`` when nobody has the id, ``UsageError`` for an unknown kind or day.
    """
    asking = is_campaign(snapshot, who_id)
    snapshot = behind(snapshot, book, who_id if asking else ask.campaign)
    if asking:
        return for_campaign(store, snapshot, who_id, ask, rules, book)
    index, u = start(snapshot, who_id, ask.as_of, rules)
    admissible = open_to(index, u, show_met=ask.show_met, book=book) & wanted(index, u, ask)
    claims, compose, best = ranking(index, u, admissible, ask, rules, book)
    shown = listed(claims, best, compose, Evidence(store, iso(index.day)), rules.limits)
    return [suggestion(claims, rank, v, told) for rank, (v, told) in enumerate(shown.items(), 1)]


def why_nobody(snapshot: Snapshot, who_id: str, rules: Rules = DEFAULT, book: Book = EMPTY) -> str:
    """Why an empty list for one is empty, in a sentence: a gate of their own, or too little evidence."""
    nodes = snapshot.nodes
    if is_campaign(snapshot, who_id):
        return words.OTHER_SIDE if who_id in closed(book) else nobody(snapshot, who_id)
    u = nodes.position.get(who_id)
    if u is None:
        return words.NOT_FOUND.format(id=who_id, day=snapshot.day)
    if stopped := _own_gate(snapshot, u, book):
        return stopped
    met = int(index_of(snapshot, rules.limits.tuning, day_of(snapshot.day)).met(u).sum())
    if met:
        return words.NOBODY_NEW.format(who=nodes.names[u], n=met)
    return words.NOBODY_YET.format(who=nodes.names[u])


def _own_gate(snapshot: Snapshot, u: int, book: Book) -> str:
    """The gate that stops one whoever the other is, in a sentence; nothing when there is none."""
    nodes, who_id = snapshot.nodes, snapshot.nodes.ids[u]
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
    return ""


def why_not(
    store: Reads,
    snapshot: Snapshot,
    a_id: str,
    b_id: str,
    as_of: str | None = None,
    rules: Rules = DEFAULT,
    book: Book = EMPTY,
    campaign: str | None = None,
) -> WhyNot:
    """Each gate between two, whether it stops them, and each kind of evidence with its facts.

    ``campaign``: what it is for; nothing of the other legal entity is used then.
    """
    snapshot = behind(snapshot, book, campaign)
    index, a = start(snapshot, a_id, as_of, rules)
    _, b = start(snapshot, b_id, as_of, rules)
    links, evidence = Links(index), Evidence(store, iso(index.day))
    needs, gates = all_gates(links, a, b, rules.limits.tie_max, book)
    evidence.read(needs)
    if a == b:
        return WhyNot(tuple(gates(evidence)), ())
    admissible = open_to(index, a, book=book)
    admissible[b] = True
    told = tell(ranking(index, a, admissible, Ask(), rules, book)[0], [b], evidence)[0]
    return WhyNot(tuple(gates(evidence)), told.reasons)
