"""Between the store's mentions and the rules of identity: which mentions are one entity, and what is left to ask.

From hard to soft: one ref is one entity; what a person decided; an id that holds across sources; an address under
compatible names; a likely pair. Never one across a pair that somebody called different, nor across names or ids that
contradict. A function of the mentions and the answers alone, whatever their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lpgraph.identity.clusters import Card, cluster
from lpgraph.identity.likely import PersonCard, person_keys, score_people
from lpgraph.identity.organizations import OrganizationCard, organization_keys, score_organizations
from lpgraph.identity.organizations_read import facets, read
from lpgraph.identity.parse import PersonName, Verdict, compare_names
from lpgraph.ids import digest
from lpgraph.ingest.decisions import DIFFERENT, SAME, Decision, pairs
from lpgraph.ingest.derive import CORRECTION, Known
from lpgraph.model import Label
from lpgraph.settings import load_settings

SLOTS = 6
VERSION = "1"  # a change of any rule is another version: graphs are matched again
TWO_OF_ONE = 0.7  # a provider that keeps two apart by its own numbers is asked about when they are at least so alike
REFUSED = 0.9  # the most that a pair is said to be likely of which something contradicts


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: whether two mentions (by key) are one, and how likely that is."""

    a: str
    b: str
    p: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """The partition of mention keys, and what is left to ask."""

    clusters: list[frozenset[str]]
    questions: list[Asked]


def rules() -> str:
    """A mark of the rules and thresholds by which mentions are matched: two graphs of one mark are matched alike."""
    settings = load_settings()
    return f"{VERSION} auto {settings.match_auto} ask {settings.match_ask}"


def blocks(known: Known) -> tuple[str, ...]:
    """The keys of which a mention shares at least one with every mention that it may be one with."""
    return tuple(digest((known.mention.label, key)) for key in _keys(known))[:SLOTS]


def name_blocks(known: Known) -> tuple[str, ...]:
    """Those of the keys whose whole company decides how likely a match is."""
    named = [key for key in _keys(known) if key.startswith(("name:", "union:"))]
    return tuple(digest((known.mention.label, key)) for key in named)


def block_props(known: Known) -> dict[str, str]:
    """The keys as a mention's own properties, each of which the store has an index for."""
    return {f"block{number}": block for number, block in enumerate(blocks(known), 1)}


def linked(known: Iterable[Known]) -> set[tuple[str, str]]:
    """The pairs of mentions, by key, that are likely enough one to be joined unless something speaks against it."""
    auto = load_settings().match_auto
    return {(a, b) for a, b, p, _why in _scored(list(known)) if p >= auto}


def _keys(known: Known) -> tuple[str, ...]:
    if known.mention.label is Label.PERSON:
        return _keys_of(_person(known))
    return _keys_of(_organization(known)) if known.mention.label is Label.ORGANIZATION else ()


@lru_cache(maxsize=262_144)
def _keys_of(one: PersonCard | OrganizationCard) -> tuple[str, ...]:
    return person_keys(one) if isinstance(one, PersonCard) else organization_keys(one)


def _said(known: Known, name: str) -> str:
    """The mention's own word first, then what its row's facts say; a correction is for show and says nothing."""
    if known.mention.rank >= CORRECTION:
        return ""
    return str(known.mention.props.get(name) or known.mention.context.get(name) or "")


def _person(known: Known) -> PersonCard:
    names = ("name", "givenName", "familyName", "title", "organization", "city", "state")
    return PersonCard(known.key, *(_said(known, name) for name in names))


def _organization(known: Known) -> OrganizationCard:
    told = {i.partition(":")[0]: i.partition(":")[2] for i in known.mention.ids}
    return OrganizationCard(
        known.key,
        _said(known, "name"),
        _said(known, "ein") or told.get("ein", ""),
        _said(known, "lmFileNumber") or told.get("olms", ""),
        *(_said(known, name) for name in ("city", "state", "zip", "classification", "acronym", "affiliate")),
        *(_said(known, name) for name in ("designation", "localNumber")),
    )


def _scored(known: Sequence[Known]) -> list[tuple[str, str, float, str]]:
    """The likely pairs of both kinds: keys, p, and why."""
    people = [_person(k) for k in known if k.mention.label is Label.PERSON]
    organizations = [_organization(k) for k in known if k.mention.label is Label.ORGANIZATION]
    found = [(pair.a, pair.b, pair.p, "") for pair in score_people(people)]
    return found + [(pair.a, pair.b, pair.p, "; ".join(pair.evidence)) for pair in score_organizations(organizations)]


def _card(known: Known) -> Card:
    m = known.mention
    text = [_said(known, name) for name in ("name", "givenName", "familyName")]
    return Card(known.key, m.ref, m.label, m.ids, m.emails, m.phones, *text)


class _Groups:
    """Refs in groups, with what each group must not contradict."""

    def __init__(self, known: Sequence[Known], decisions: Sequence[Decision]) -> None:
        self.ref = {k.key: k.mention.ref for k in known}
        self.members: dict[str, set[str]] = {ref: {ref} for ref in self.ref.values()}
        self.names: defaultdict[str, set[PersonName]] = defaultdict(set)
        self.facets: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in pairs(decisions, DIFFERENT):
            self._apart[a].add(b)
            self._apart[b].add(a)
        for k in known:
            if k.mention.label is Label.PERSON:
                self.names[k.mention.ref].add(_person(k).parsed)
            elif k.mention.label is Label.ORGANIZATION:
                for kind, value in facets(read(_organization(k))).items():
                    self.facets[k.mention.ref].setdefault(kind, set()).add(value)

    def one(self, a: str, b: str) -> bool:
        return self.members[a] is self.members[b]

    def may(self, a: str, b: str) -> bool:
        """Whether nobody called any pair across the two groups different."""
        return all(self._apart[ref].isdisjoint(self.members[b]) for ref in self.members[a] if ref in self._apart)

    def fit(self, a: str, b: str) -> bool:
        """Whether no pair of names across the two groups contradicts, and no id or local number."""
        left, right = ({n for ref in self.members[x] for n in self.names.get(ref, ())} for x in (a, b))
        if any(compare_names(x, y) is Verdict.DIFFERENT for x in left for y in right):
            return False
        one, two = self._facets(a), self._facets(b)
        return not any(kind in two and values.isdisjoint(two[kind]) for kind, values in one.items())

    def _facets(self, a: str) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for ref in self.members[a]:
            for kind, values in self.facets.get(ref, {}).items():
                found[kind] |= values
        return found

    def join(self, a: str, b: str) -> None:
        both = self.members[a] | self.members[b]
        self.members.update(dict.fromkeys(both, both))


def partition(known: Sequence[Known], decisions: Sequence[Decision]) -> Matched:
    """Which mentions of one label are one entity."""
    settings = load_settings()
    groups, by_key = _Groups(known, decisions), {k.key: k for k in known}
    for a, b in sorted(pairs(decisions, SAME)):
        if a in groups.members and b in groups.members and not groups.one(a, b) and groups.may(a, b):
            groups.join(a, b)
    for members in cluster(_card(k) for k in known):
        _join_all(groups, sorted({groups.ref[key] for key in members}))
    scored = [(groups.ref[a], groups.ref[b], p, why, a, b) for a, b, p, why in _scored(known)]
    for a, b, p, *_ in sorted(scored, key=lambda s: (-s[2], *sorted(s[:2]))):
        if p >= settings.match_auto and not groups.one(a, b) and groups.may(a, b) and groups.fit(a, b):
            groups.join(a, b)
    questions = [
        Asked(ka, kb, min(p, REFUSED) if p >= settings.match_auto else p, why)
        for a, b, p, why, ka, kb in scored
        if p >= settings.match_ask
        and not groups.one(a, b)
        and groups.may(a, b)
        and not (p < TWO_OF_ONE and _kept_apart(by_key[ka], by_key[kb]))
    ]
    clusters: defaultdict[int, set[str]] = defaultdict(set)
    for key, ref in groups.ref.items():
        clusters[id(groups.members[ref])].add(key)
    return Matched([frozenset(keys) for keys in clusters.values()], questions)


def _kept_apart(a: Known, b: Known) -> bool:
    """Whether one provider has a number of its own for each of the two."""
    numbered = (any(part.isdigit() or part.startswith("ocd-") for part in k.mention.ident) for k in (a, b))
    return a.mention.namespace == b.mention.namespace and all(numbered)


def _join_all(groups: _Groups, refs: Sequence[str]) -> None:
    """Join what is sure, but for those that somebody called different."""
    for number, b in enumerate(refs):
        for a in refs[:number]:
            if not groups.one(a, b) and groups.may(a, b):
                groups.join(a, b)
                break
