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
from lpgraph.introductions.score import POLICY, Scores, peers_of, walk
from lpgraph.introductions.weights import Rules
from lpgraph.network import arrays
from lpgraph.network.arrays import Bools, Floats, Ints

Said = tuple[str, tuple[FactRef, ...]]
NOTHING: Said = ("", ())
Sparse = tuple[Ints, Floats]  # rows, and an amount each
NEAR = 100  # contacts of either side among whom a way of three steps is looked for; more lost nothing in the study
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
        self._latest: dict[tuple[int, int], list[int]] = {}
        self.one = walk(self.index, u)[0]
        self.peers = peers_of(self.index, u, rules.weights.peer_count)

    def about(self, v: int) -> tuple[list[Claim], list[int]]:
        """All claims of u and v, and the brokers between them, best first."""
        shares = self.scores.shares(v)
        back = self._back(v)
        # Whoever brokers an earlier suggestion of this list is that much busier.
        loads = Counter(self.loads) + self.given
        link = (back[0], self.one[back[0]] * back[1])
        brokers = ordered(self.index, self.u, v, link, loads, self.rules.limits.broker_share, self.book)
        makers: dict[str, Callable[[float], Iterator[Claim]]] = {
            "mutual": lambda share: self._mutual(v, share, link, brokers),
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
        claims: dict[str, list[Claim]] = {}
        for term, share in shares.items():  # "mutual" comes before "chain"
            if term == "chain" and claims.get("mutual"):
                # Where one person links both, two in between say nothing more: the walk is told by the shorter way.
                claims["mutual"] = [replace(c, share=c.share + share) for c in claims["mutual"]]
            else:
                claims[term] = list(makers[term](share))
        return [claim for found in claims.values() for claim in found], brokers

    def _back(self, v: int) -> Sparse:
        """``P_zv`` for the z that share a meeting with v: rows and amounts."""
        rows, amounts = self.index.contacts(v)
        strength = self.index.strength[rows]
        return rows, np.divide(amounts, strength, out=np.zeros_like(amounts), where=strength > 0)

    # --- through others -----------------------------------------------------------------------------------------------
    def _mutual(self, v: int, share: float, link: Sparse, brokers: list[int]) -> Iterator[Claim]:
        may = between(self.index, self.u, v, link[0])
        for z in [*brokers[:TRIED], *_top((link[0], link[1] * may), TRIED)]:
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

    def _chain(self, v: int, share: float, back: Sparse) -> Iterator[Claim]:
        """The strongest way with two in between, among the hundred strongest contacts of either side."""
        own = np.concatenate([self.links.own(self.u), self.links.own(v)])
        mine = self.index.contacts(self.u)[0]
        xs, ys = (
            np.array(_top((rows, amounts * self._may(v, rows, own)), NEAR), dtype=np.int64)
            for rows, amounts in ((mine, self.one[mine]), back)
        )
        if not len(xs) or not len(ys):
            return
        ends = dict(zip(back[0].tolist(), back[1].tolist(), strict=True))
        strength = self.index.strength
        flow = self.index.together(xs, ys) * (self.one[xs] / strength[xs])[:, None]
        flow *= np.array([ends[int(y)] for y in ys])[None, :]
        for x, y in _best_pairs(flow, xs, ys):
            steps = (self.links.between(x, self.u), self.links.between(x, y), self.links.between(y, v))
            if all(steps):
                needs = tuple(need for step in steps for need in self.links.needs(step))
                yield Claim("chain", share, needs, partial(self._say_chain, steps), (x, y))
                return

    def _may(self, v: int, rows: Ints, own: Ints) -> Bools:
        """Which of these may be named on the way to v, and are not what one of the two belongs to."""
        return between(self.index, self.u, v, rows) & ~np.isin(rows, own)

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
        if not self.index.event_count[self.u]:
            return  # whoever has been nowhere meets nobody: the walk went through colleagues alone
        rows, amounts = self.index.contacts(v)
        shared, i, j = np.intersect1d(chosen, rows, assume_unique=True, return_indices=True)
        flow = likeness[i] * amounts[j] / np.sqrt(np.maximum(self.index.event_count[shared], 1))
        flow *= between(self.index, self.u, v, shared)
        links = [self.links.between(z, v) for z in _top((shared, flow), SHOWN)]
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
        events = {fact.ids[1] for fact in facts if fact.type.startswith("ATTENDED")}
        return (words.peers(found, names[v], len(events)), tuple(dict.fromkeys(facts))) if found else NOTHING

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
        if (node, group) not in self._latest:
            self._latest[node, group] = self.index.latest_about(node, group, SHOWN)
        return self._latest[node, group]

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


def _top(some: Sparse, count: int) -> list[int]:
    """The rows with the most, largest first, equal ones by row."""
    rows, amounts = some
    chosen = np.lexsort((rows, -amounts))[:count]
    return [int(rows[i]) for i in chosen if amounts[i] > 0]


def _best_pairs(flow: Floats, xs: Ints, ys: Ints) -> Iterator[tuple[int, int]]:
    """The pairs that most goes through, largest first."""
    order = np.argsort(-flow, axis=None, kind="stable")[: 2 * TRIED]
    for at in order.tolist():
        i, j = divmod(at, len(ys))
        if flow[i, j] > 0 and xs[i] != ys[j]:
            yield int(xs[i]), int(ys[j])
