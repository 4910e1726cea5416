"""The work on introductions: what may be begun, what may go on, and what to say. Gates are asked at every step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from lpgraph.errors import UsageError
from lpgraph.explore import contacts, entities
from lpgraph.introductions import gates, texts, words
from lpgraph.introductions.book import Book, Record
from lpgraph.introductions.brokers import ordered
from lpgraph.introductions.evidence import Evidence
from lpgraph.introductions.links import Links
from lpgraph.introductions.model import Broker, WhyNot
from lpgraph.introductions.record import Plan
from lpgraph.introductions.shown import kinds_of
from lpgraph.introductions.suggest import why_not
from lpgraph.introductions.wall import behind, closed
from lpgraph.introductions.weights import DEFAULT, Rules
from lpgraph.network.arrays import Snapshot
from lpgraph.network.days import day_of
from lpgraph.network.index import Index, index_of
from lpgraph.network.reading import Reads

MOST_EVIDENCE = 10
MOST_BROKERS = 12
# What only says that an introduction ends, or adds a remark: it is never stopped by a gate.
ENDINGS = frozenset({"declined", "already_know", "bad_time", "not_relevant", "do_not_introduce", "note",
                     "useful", "neutral", "bad", "met"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """The network and the book on one day."""

    store: Reads
    snapshot: Snapshot
    book: Book
    rules: Rules = DEFAULT

    def new(self, plan: Plan) -> Plan:
        """A plan with what speaks for it filled in. Raises ``UsageError`` when a gate stops it."""
        nodes = self.snapshot.nodes
        answer = self._why(plan.a, plan.b, plan.campaign)
        stops = [gate.text for gate in answer.gates if gate.stops]
        if stops:
            a, b = (nodes.names[nodes.position[one]] for one in (plan.a, plan.b))
            raise UsageError(words.NOT_BETWEEN.format(a=a, b=b, why=" ".join(stops)))
        if plan.broker:
            self.check_broker(plan.a, plan.b, plan.broker, plan.campaign)
        ids = dict.fromkeys(one for reason in answer.terms for fact in reason.facts for one in fact.ids)
        evidence = tuple(one for one in ids if one not in (plan.a, plan.b))[:MOST_EVIDENCE]
        return replace(plan, reason=plan.reason or kinds_of(answer.terms), evidence=plan.evidence or evidence)

    def check_broker(self, a: str, b: str, broker: str, campaign: str = "") -> None:
        """Raises ``UsageError`` for somebody who may not, or has no time to, introduce the two."""
        why = gates.no_broker(self._index(campaign), a, b, broker, self.book)
        if why:
            nodes = self.snapshot.nodes
            name = nodes.names[nodes.position[broker]] if broker in nodes.position else broker
            raise UsageError(words.NOT_BROKER.format(who=name, why=why))

    def stops(self, record: Record) -> list[str]:
        """What keeps an introduction from going on, in sentences."""
        if record.campaign and record.campaign.id in closed(self.book):
            return [words.OTHER_SIDE]
        return gates.still(self._index(), record.a.id, record.b.id, self.book)

    def check(self, record: Record, event: str) -> None:
        """Raises ``UsageError`` for a step that brings two nearer whom a gate keeps apart by now."""
        if event not in ENDINGS and (stops := self.stops(record)):
            raise UsageError(words.STOPS_NOW.format(why=" ".join(stops)))

    def reasons(self, a: str, b: str, campaign: str = "") -> list[str]:
        """What speaks for two, told to ``a``, strongest first."""
        return [reason.text for reason in sorted(self._why(a, b, campaign).terms, key=lambda r: -r.share)]

    def _why(self, a: str, b: str, campaign: str) -> WhyNot:
        return why_not(self.store, self.snapshot, a, b, rules=self.rules, book=self.book, campaign=campaign or None)

    def drafts(self, record: Record) -> tuple[texts.Draft, ...]:
        """The texts of a record; none when a gate stops it, no broker's when they may not be asked."""
        if record.status == "declined" or self.stops(record):
            return ()
        broker = record.broker
        if broker and gates.no_broker(self._index(), record.a.id, record.b.id, broker.id, _one_less(self.book, record)):
            record = replace(record, broker=None)
        return texts.drafts(record, self._filling(record))

    def brokers(self, a: str, b: str) -> list[Broker]:
        """Who may introduce two: the least loaded of the strongest first, then whoever else could."""
        index, at = self._index(), self.snapshot.nodes.position
        if a not in at or b not in at:
            return []
        u, v = at[a], at[b]
        meets = index.weigh(np.array([v]), np.ones(1))
        back = np.divide(meets, index.strength, out=np.zeros_like(meets), where=index.strength > 0)
        flow, loads = index.step_from(u) * back, self.book.loads("brokered")
        link = (np.arange(len(flow)), flow)
        shares = (self.rules.limits.broker_share, 0.0)
        chosen = dict.fromkeys(z for share in shares for z in ordered(index, u, v, link, loads, share, self.book))
        nodes = self.snapshot.nodes
        return [Broker(nodes.ids[z], nodes.names[z], loads[nodes.ids[z]]) for z in list(chosen)[:MOST_BROKERS]]

    def _filling(self, record: Record) -> texts.Filling:
        refs = [(one.label, one.id) for one in (record.a, record.b)]
        lines = {one: card.line for one, card in entities.cards(self.store, refs).items()}
        addresses: dict[str, Sequence[str]] = {}
        if record.both_yes:
            addresses = {one: contacts.emails(self.store, label, one, agreed=True) for label, one in refs}
        owner = record.owner.name if record.owner else ""
        a, b, campaign = record.a.id, record.b.id, record.campaign.id if record.campaign else ""
        told = self.reasons(a, b, campaign), self.reasons(b, a, campaign)
        return texts.Filling(lines, *told, owner, addresses, self._bonds(record, campaign))

    def _bonds(self, record: Record, campaign: str) -> list[str]:
        """What the graph says of the broker and either side, told to the broker; nothing where it says nothing."""
        index = self._index(campaign)
        at, links = index.snapshot.nodes.position, Links(index)
        if not record.broker or record.broker.id not in at:
            return []
        found = [links.between(at[record.broker.id], at[one.id]) for one in (record.a, record.b) if one.id in at]
        evidence = Evidence(self.store, self.snapshot.day)
        evidence.read(need for link in found for need in links.needs(link))
        told = [links.say(link, index.snapshot.nodes.names[link.b], evidence).text for link in found]
        return [words.to_you(text) for text in told if text]

    def _index(self, campaign: str = "") -> Index:
        snapshot = behind(self.snapshot, self.book, campaign or None)
        return index_of(snapshot, self.rules.limits.tuning, day_of(self.snapshot.day))


def _one_less(book: Book, record: Record) -> Book:
    """The book without one record: whoever brokers it is not too busy for it."""
    return replace(book, records=tuple(one for one in book.records if one.id != record.id))
