"""What could be said of a pair, planned before any fact is read: one claim a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from lpgraph.ids import fold
from lpgraph.introductions import words
from lpgraph.introductions.book import EMPTY, Book
from lpgraph.introductions.brokers import between, ordered
from lpgraph.introductions.evidence import Evidence, Need
from lpgraph.introductions.links import Link, Links
from lpgraph.introductions.model import FactRef
from lpgraph.introductions.policy import PolicyTerm
from lpgraph.introductions.policy_claims import PolicyWords
from lpgraph.introductions.score import POLICY, Scores, peers_of
from lpgraph.introductions.weights import Rules
from lpgraph.network import arrays
from lpgraph.network.arrays import Floats, row

Said = tuple[str, tuple[FactRef, ...]]
NOTHING: Said = ("", ())
TRIED = 6  # ways that are looked at for the one that is told
SHOWN = 3  # groups, words, peers that one sentence names
PLACES = (arrays.AREA, arrays.STATE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that may be said: its kind and share, the facts it needs, how to say it, and the way it takes."""

    kind: str
    share: float
    needs: tuple[Need, ...]
    say: Callable[[Evidence], Said]
    through: tuple[int, ...] = ()


class Claims:
    """Plans the claims of one u with any v."""

    def __init__(
        self,
        links: Links,
        u: int,
        scores: Scores,
        rules: Rules,
        book: Book = EMPTY,
        policy: PolicyTerm | None = None,
    ) -> None:
        self.links, self.index, self.u = links, links.index, u
        self.scores, self.rules, self.book, self.loads = scores, rules, book, book.loads("brokered")
        self.policy = PolicyWords(links, u, policy) if policy else None
        self.given: Counter[str] = Counter()
        self.one = self.index.step(self.index.unit(u))
        self.peers = peers_of(self.index, u, self.index.step(self.one), rules.weights.peer_count)

    def about(self, v: int) -> tuple[list[Claim], list[int]]:
        """All claims of u and v, and the brokers between them, best first."""
        shares = self.scores.shares(v)
        back = self._back(v)
        # Whoever brokers an earlier suggestion of this list is that much busier.
        loads = Counter(self.loads) + self.given
        brokers = ordered(self.index, self.u, v, self.one * back, loads, self.rules.limits.broker_share, self.book)
        makers: dict[str, Callable[[float], Iterator[Claim]]] = {
            "mutual": lambda share: self._mutual(v, share, back, brokers),
            "chain": lambda share: self._chain(v, share, back),
            "group": lambda share: self._groups(v, share),
            "issue": lambda share: self._tags(v, share, arrays.ISSUE),
            "word": lambda share: self._tags(v, share, arrays.WORD),
            "peers": lambda share: self._peers(v, share),
            "big": lambda share: self._big(v, share),
            POLICY: lambda share: self._policy(v, share),
        }
        if brokers:
            self.given[self.index.snapshot.nodes.ids[brokers[0]]] += 1
        claims = {term: list(makers[term](share)) for term, share in shares.items()}
        if claims.get("mutual") and "chain" in claims:
            # Where one person links both, two in between say nothing more: the walk is told by the shorter way.
            claims["chain"] = []
            claims["mutual"] = [replace(c, share=c.share + shares["chain"]) for c in claims["mutual"]]
        return [claim for found in claims.values() for claim in found], brokers

    def _back(self, v: int) -> Floats:
        """``P_zv`` for all z."""
        strength = self.index.strength
        meets = self.index.weigh(self.index.unit(v))
        return np.divide(meets, strength, out=np.zeros_like(meets), where=strength > 0)

    # --- through others -----------------------------------------------------------------------------------------------
    def _mutual(self, v: int, share: float, back: Floats, brokers: list[int]) -> Iterator[Claim]:
        flow = np.where(between(self.index, self.u, v), self.one * back, 0.0)
        for z in [*brokers[:TRIED], *_top(flow, TRIED)]:
            first, second = self.links.between(z, self.u), self.links.between(z, v)
            if first and second:
                needs = (*self.links.needs(first), *self.links.needs(second))
                yield Claim("mutual", share, needs, partial(self._say_mutual, first, second), (z,))
                return

    def _say_mutual(self, first: Link, second: Link, evidence: Evidence) -> Said:
        names = self.links.snap.nodes.names
        ours = self.links.say(first, words.YOU, evidence)
        theirs = self.links.say(second, names[second.b], evidence)
        if not ours.text or not theirs.text:
            return NOTHING
        if ours.events and theirs.events:
            text = words.mutual_events(names[first.a], ours.events, theirs.events, names[second.b])
        else:
            text = words.mutual(names[first.a], ours.text, theirs.text)
        return text, tuple(dict.fromkeys((*ours.facts, *theirs.facts)))

    def _chain(self, v: int, share: float, back: Floats) -> Iterator[Claim]:
        """The strongest way with two in between."""
        may = between(self.index, self.u, v) & ~self.links.own(self.u) & ~self.links.own(v)
        strength = self.index.strength
        onward = self.index.weigh(np.where(may, back, 0.0))
        onward = np.divide(onward, strength, out=np.zeros_like(onward), where=strength > 0)
        for x in _top(np.where(may, self.one * onward, 0.0), TRIED):
            meets = np.where(may, self.index.weigh(self.index.unit(x)) * back, 0.0)
            for y in _top(meets, 2):
                steps = (self.links.between(x, self.u), self.links.between(x, y), self.links.between(y, v))
                if all(steps):
                    needs = tuple(need for step in steps for need in self.links.needs(step))
                    yield Claim("chain", share, needs, partial(self._say_chain, steps), (x, y))
                    return

    def _say_chain(self, steps: tuple[Link, Link, Link], evidence: Evidence) -> Said:
        names = self.links.snap.nodes.names
        x, y, v = steps[0].a, steps[2].a, steps[2].b
        told = [
            self.links.say(step, other, evidence)
            for step, other in zip(steps, (words.YOU, names[y], names[v]), strict=True)
        ]
        if not all(step.text for step in told):
            return NOTHING
        text = words.chain(names[x], told[0].text, told[1].text, names[y], told[2].text)
        return text, tuple(dict.fromkeys(fact for step in told for fact in step.facts))

    def _peers(self, v: int, share: float) -> Iterator[Claim]:
        likeness, chosen = self.peers
        may, meets = between(self.index, self.u, v), self.index.weigh(self.index.unit(v))
        degree = np.sqrt(np.maximum(self.index.event_count[chosen], 1))
        flow = np.where(may[chosen], likeness * meets[chosen] / degree, 0.0)
        links = [self.links.between(int(chosen[i]), v) for i in _top(flow, SHOWN)]
        links = [link for link in links if link.events]
        if links:
            needs = tuple(need for link in links for need in self.links.needs(link))
            yield Claim("peers", share, needs, partial(self._say_peers, links, v))

    def _say_peers(self, links: list[Link], v: int, evidence: Evidence) -> Said:
        names = self.links.snap.nodes.names
        found: list[str] = []
        facts: list[FactRef] = []
        for link in links:
            proven = [
                (self.links.attended(link.a, e, evidence), self.links.attended(v, e, evidence)) for e in link.events
            ]
            both = [fact for a, b in proven if a and b for fact in (*a, *b)]
            if both:
                found.append(names[link.a])
                facts += both
        return (words.peers(found, names[v]), tuple(dict.fromkeys(facts))) if found else NOTHING

    # --- what both share ----------------------------------------------------------------------------------------------
    def _groups(self, v: int, share: float) -> Iterator[Claim]:
        """The group term told as up to three sentences: what they work on, where they belong, where they are."""
        amounts = self.index.likeness.by_group(self.u, v)
        whole = sum(amounts.values())
        kinds = self.links.snap.groups.kinds
        for name, chosen in (
            ("group", [g for g in amounts if kinds[g] in (arrays.CAMPAIGN, arrays.POLICY)]),
            ("member", [g for g in amounts if kinds[g] in arrays.MEMBERSHIP]),
            ("place", [g for g in amounts if kinds[g] in PLACES]),
        ):
            if chosen and whole > 0:
                part = share * sum(amounts[g] for g in chosen) / whole
                yield self._sharing(name, part, v, sorted(chosen, key=lambda g: (-amounts[g], g)))

    def _tags(self, v: int, share: float, kind: str) -> Iterator[Claim]:
        amounts = self.index.likeness.by_tag(kind, self.u, v)
        if amounts:
            yield self._sharing(kind, share, v, sorted(amounts, key=lambda g: (-amounts[g], g)))

    def _sharing(self, name: str, share: float, v: int, groups: list[int]) -> Claim:
        chosen = groups[:SHOWN]
        needs = [need for g in chosen for node in (self.u, v) for need in self._share_needs(node, g)]
        return Claim(name, share, tuple(needs), partial(self._say_sharing, name, v, chosen))

    def _about(self, node: int, group: int) -> list[int]:
        """The latest events of a node that were about a group (for a word: whose title has it)."""
        snap = self.links.snap
        mine = row(snap.presence, node)
        mine = mine[self.index.past[mine]]
        events = [int(e) for e in mine if group in row(snap.about, int(e))]
        return sorted(events, key=lambda e: (-np.nan_to_num(snap.events.day[e]), e))[:SHOWN]

    def _share_needs(self, node: int, group: int) -> Iterator[Need]:
        yield from self.links.sharing(node, group)
        for event in self._about(node, group):
            yield from self.links.attending(node, event)
            yield from self._topic(event, group)

    def _topic(self, event: int, group: int) -> Iterator[Need]:
        groups = self.links.snap.groups
        label = {arrays.ISSUE: "Issue", arrays.CAMPAIGN: "Campaign", arrays.POLICY: "Policy"}.get(
            str(groups.kinds[group])
        )
        if label:  # a word is in the title itself
            yield Need(f"ABOUT:Event:{label}", self.links.snap.events.ids[event], groups.ids[group])

    def _shared(self, node: int, group: int, evidence: Evidence) -> tuple[FactRef, ...]:
        found = list(evidence.facts(*self.links.sharing(node, group)))
        for event in self._about(node, group):
            topic = tuple(self._topic(event, group))
            was, about = self.links.attended(node, event, evidence), evidence.facts(*topic)
            if was and (about or not topic):
                found += [*was, *about]
        return tuple(found)

    def _say_sharing(self, name: str, v: int, groups: list[int], evidence: Evidence) -> Said:
        names: list[str] = []
        facts: list[FactRef] = []
        kinds = self.links.snap.groups.kinds
        for group in sorted(groups, key=lambda g: bool(kinds[g] == arrays.STATE)):
            if names and kinds[group] == arrays.STATE:
                continue  # a city says its state
            ours, theirs = self._shared(self.u, group, evidence), self._shared(v, group, evidence)
            if ours and theirs:
                names.append(self.links.snap.groups.names[group])
                facts += [*ours, *theirs]
        if not names:
            return NOTHING
        say = {"member": words.members_of, "place": words.both_in, "word": words.title_words}.get(name, words.active_on)
        said = {fold(one): one for one in reversed(names)}  # a campaign and a policy of one name are said once
        return say(list(reversed(said.values()))), tuple(dict.fromkeys(facts))

    def _policy(self, v: int, share: float) -> Iterator[Claim]:
        why = self.policy.term.ahead.get(self.links.snap.nodes.ids[v]) if self.policy else None
        if self.policy and why:
            yield Claim(POLICY, share, tuple(self.policy.needs(v, why)), partial(self.policy.say, v, why))

    def _big(self, v: int, share: float) -> Iterator[Claim]:
        events, limit = self.links.snap.events, self.rules.limits.tie_max
        shared = [e for e in self.links.between(self.u, v).events if events.size[e] > limit]
        if shared:
            needs = tuple(n for e in shared for node in (self.u, v) for n in self.links.attending(node, e))
            yield Claim("big", share, needs, partial(self._say_big, v, shared))

    def _say_big(self, v: int, shared: list[int], evidence: Evidence) -> Said:
        names: list[str] = []
        facts: list[FactRef] = []
        for event in shared:
            ours, theirs = (self.links.attended(node, event, evidence) for node in (self.u, v))
            if ours and theirs:
                names.append(self.links.snap.events.names[event])
                facts += [*ours, *theirs]
        return (words.big(names), tuple(dict.fromkeys(facts))) if names else NOTHING


def _top(flow: Floats, count: int) -> list[int]:
    """The rows with the most, largest first, equal ones by row."""
    chosen = np.argsort(-flow, kind="stable")[:count]
    return [int(z) for z in chosen if flow[z] > 0]
