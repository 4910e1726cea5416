"""How two are linked, in words with facts: a KNOWS tie, a circle that both sit in now, events that both attended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpgraph.introductions import words
from lpgraph.introductions.evidence import PLACE, SAYS, SEAT, SPONSORED, STATE, Evidence, Need
from lpgraph.introductions.model import FactRef
from lpgraph.model import Kind, Label
from lpgraph.network import arrays
from lpgraph.network.arrays import Ints, row
from lpgraph.network.gather import inside
from lpgraph.network.index import Index

BELONGING = ("MEMBER_OF", "STAFF_OF", "BOARD_OF", "LEADS")


@dataclass(frozen=True, slots=True)
class Link:
    """What joins two rows of the snapshot: whether one knows the other, shared circles (groups), shared events."""

    a: int
    b: int
    knows: bool
    circles: tuple[int, ...]
    events: tuple[int, ...]

    def __bool__(self) -> bool:
        return self.knows or bool(self.circles) or bool(self.events)


@dataclass(frozen=True, slots=True)
class Told:
    """What follows a name in a sentence, its facts, and the number of events when it is no more than co-presence."""

    text: str
    facts: tuple[FactRef, ...]
    events: int = 0


class Links:
    """Links of one index, the facts that each needs, and the words for it."""

    def __init__(self, index: Index) -> None:
        self.index, self.snap = index, index.snapshot

    # --- what there is ------------------------------------------------------------------------------------------------
    def between(self, a: int, b: int) -> Link:
        """Everything that joins a and b directly."""
        circles = tuple(int(g) for g in inside(self.index.circles[0], b, row(self.index.circles[0], a)))
        events = tuple(int(e) for e in self.index.shared(a, b) if self._two_people(a, b, int(e)))
        return Link(a, b, b in self.index.known(a), circles, events)

    def own(self, node: int) -> Ints:
        """The bodies and organizations that a person belongs to now."""
        themselves = self.snap.groups.node[row(self.index.circles[0], node)]
        found: Ints = themselves[(themselves >= 0) & (themselves != node)]
        return found

    def present(self, node: int, event: int) -> tuple[int, ...]:
        """Who of a node was at an event: itself, or for an organization the people who stand for it."""
        if event in self._attended(node):
            return (node,)
        return tuple(p for p in self.snap.delegates.get(node, ()) if event in self._attended(p))

    def _attended(self, node: int) -> frozenset[int]:
        def events() -> frozenset[int]:
            return frozenset(row(self.snap.attended, node).tolist())

        return self.index.kept(("attended", node), events)

    def _two_people(self, a: int, b: int, event: int) -> bool:
        # Whoever stands for an organization does not meet it, and one person never stands for both sides.
        ours, theirs = self.present(a, event), self.present(b, event)
        return any(p != q for p in ours for q in theirs)

    # --- the facts that it needs --------------------------------------------------------------------------------------
    def label(self, node: int) -> str:
        """Person or Organization."""
        people = (Kind.PERSON, Kind.OFFICIAL)
        return str(Label.PERSON if self.snap.nodes.kinds[node] in people else Label.ORGANIZATION)

    def needs(self, link: Link) -> Iterator[Need]:
        """All facts that could prove a link."""
        if link.knows:
            yield from self.knowing(link.a, link.b)
        for group in link.circles:
            yield from self.belonging(link.a, group)
            yield from self.belonging(link.b, group)
        for event in link.events:
            yield from self.attending(link.a, event)
            yield from self.attending(link.b, event)

    def knowing(self, a: int, b: int) -> tuple[Need, ...]:
        """Assertions of KNOWS, either way round."""
        ids = self.snap.nodes.ids
        return Need("KNOWS:Person:Person", ids[a], ids[b]), Need("KNOWS:Person:Person", ids[b], ids[a])

    def attending(self, node: int, event: int) -> Iterator[Need]:
        """That a node was at an event; for an organization, that somebody was and stands for it."""
        ids = self.snap.nodes.ids
        for person in self.present(node, event):
            yield Need(f"ATTENDED:{self.label(person)}:Event", ids[person], self.snap.events.ids[event])
            if person != node:
                yield from (Need(f"{kind}:Person:Organization", ids[person], ids[node]) for kind in BELONGING)

    def belonging(self, node: int, group: int) -> Iterator[Need]:
        """That a node sits in a body or organization; nothing to prove when it is the group itself."""
        groups, one = self.snap.groups, self.snap.nodes.ids[node]
        if int(groups.node[group]) == node:
            return
        yield from (Need(f"{kind}:Person:Organization", one, groups.ids[group]) for kind in BELONGING)
        yield Need(SEAT, one, groups.ids[group])

    def sharing(self, node: int, group: int) -> Iterator[Need]:
        """That a node shares in a group directly; what it attended is asked apart."""
        groups, one, label = self.snap.groups, self.snap.nodes.ids[node], self.label(node)
        kind, target = str(groups.kinds[group]), groups.ids[group]
        if kind in arrays.MEMBERSHIP:
            yield from self.belonging(node, group)
        elif kind == arrays.CAMPAIGN:
            yield Need(f"WORKS_ON:{label}:Campaign", one, target)
        elif kind == arrays.ISSUE:
            yield Need(f"INTERESTED_IN:{label}:Issue", one, target)
        elif kind == arrays.POLICY:
            yield Need(f"INTERESTED_IN:{label}:Policy", one, target)
            if label == Label.PERSON:
                yield from (Need("ADVISES_ON:Person:Policy", one, target), Need(SPONSORED, one, target))
        elif kind == arrays.AREA:
            yield Need(PLACE, one, target, label)
        elif kind == arrays.STATE:
            yield Need(STATE, one, target, label)
            yield Need(SAYS, one, '"state":', label)

    # --- words and facts ----------------------------------------------------------------------------------------------
    def attended(self, node: int, event: int, evidence: Evidence) -> tuple[FactRef, ...]:
        """The facts that a node was at an event; empty unless they are complete."""
        ids, found = self.snap.nodes.ids, list[FactRef]()
        for person in self.present(node, event):
            was = evidence.facts(Need(f"ATTENDED:{self.label(person)}:Event", ids[person], self.snap.events.ids[event]))
            stands = () if person == node else evidence.facts(
                *(Need(f"{kind}:Person:Organization", ids[person], ids[node]) for kind in BELONGING)
            )  # fmt: skip
            if was and (stands or person == node):
                found += [*was, *stands]
        return tuple(found)

    def say(self, link: Link, other: str, evidence: Evidence) -> Told:
        """What ``link.a`` is to ``link.b`` (called ``other``), with the facts; empty words when nothing is proven."""
        proven = [(self.attended(link.a, e, evidence), self.attended(link.b, e, evidence)) for e in link.events]
        proven = [(a, b) for a, b in proven if a and b]
        together = tuple(fact for a, b in proven for fact in (*a, *b))
        if link.knows and (found := evidence.facts(*self.knowing(link.a, link.b))):
            return Told(words.knows(other, len(proven)), tuple(dict.fromkeys((*found, *together))))
        for group in link.circles:
            text, found = self._circle(link, group, other, evidence)
            if text:
                return Told(text, found)
        if proven:
            return Told(words.at_events(len(proven), other), tuple(dict.fromkeys(together)), len(proven))
        return Told("", ())

    def _circle(self, link: Link, group: int, other: str, evidence: Evidence) -> tuple[str, tuple[FactRef, ...]]:
        groups = self.snap.groups
        ours, theirs = (evidence.facts(*self.belonging(node, group)) for node in (link.a, link.b))
        whole = int(groups.node[group])
        if whole == link.b and ours:
            return words.belongs_to(other), ours
        if whole == link.a and theirs:
            return words.counts_member(other), theirs
        if not ours or not theirs:
            return "", ()
        name = groups.names[group]
        together = words.sits_with if groups.kinds[group] == arrays.BODY else words.belongs_with
        return together(other, name), (*ours, *theirs)
