"""Who else bears a name or a number: which of several a record may mean that does not say which.

A join that rests on being the only bearer is a function of all bearers: a second one makes it a question, or nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import combinations

from lpgraph.identity.organizations_compare import Verdict
from lpgraph.identity.organizations_names import table
from lpgraph.identity.organizations_read import Reading, facets

_NUMBERS = ("ein", "file")  # a registry's: they tell nobody which is which
_KINDS = (*_NUMBERS, "state", "city")
_TOLD = {"ein": "EIN", "file": "file number", "state": "state", "city": "city"}
SELDOM = 0.3  # of several no answer is likely enough to be worth a question
EITHER = 0.55


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """State or province → those that it borders on."""
    return {row["state"]: frozenset(row["neighbours"].split()) for row in table("organizations_neighbours.csv")}


def regions(states: Iterable[str]) -> int:
    """Into how many parts these states fall when neighbours hang together."""
    left, found = set(states) - {""}, 0
    while left:
        found += 1
        near = {left.pop()}
        while near:
            near = left & {other for state in near for other in neighbours().get(state, ())}
            left -= near
    return found


class Company:
    """All records of one name or of one union key."""

    def __init__(self, group: list[Reading]) -> None:
        self._group = [(one, facets(one)) for one in group]
        values: dict[str, set[str]] = defaultdict(set)
        for _, said in self._group:
            for kind in said.keys() & set(_KINDS):
                values[kind].add(said[kind])
        self._several = [kind for kind in _KINDS if len(values[kind]) > 1]
        union = group[0].union
        # A number that is given once in the land belongs to one local, whose members work in neighbouring states too.
        once = bool(group[0].unit and union and union.number and not union.repeats)
        self._regions = regions(one.state for one in group) if once else 1
        self._fitting: dict[str, list[tuple[Reading, dict[str, str]]]] = {}

    def doubted(self, a: Reading, b: Reading, verdict: Verdict) -> Verdict:
        """The verdict on two of the group, doubted where one does not say which of several it means."""
        said, other = facets(a), facets(b)
        for kind in self._several:
            if (kind in said) != (kind in other):
                verdict = self._of_several(b if kind in said else a, kind, verdict)
        if self._regions > 1 and bool(a.state) != bool(b.state):
            why = "the number stands in states that are far from each other"
            verdict = _at_most(EITHER if self._regions == 2 else SELDOM, why, verdict)
        return verdict

    def _of_several(self, lacking: Reading, kind: str, verdict: Verdict) -> Verdict:
        fits = [(one, said) for one, said in self._fits(lacking) if kind in said]
        count = len({said[kind] for _, said in fits})
        if count < 2:
            return verdict
        places = len({(one.state, one.city) for one, _ in fits} - {("", "")})
        # What register has an international's name without a number under several EINs are its locals.
        national = lacking.union is not None and lacking.union.national
        seldom = national or count > 2 or (kind in _NUMBERS and places < count)
        return _at_most(
            SELDOM if seldom else EITHER, f"{count} of this name, told apart by their {_TOLD[kind]}", verdict
        )

    def _fits(self, one: Reading) -> list[tuple[Reading, dict[str, str]]]:
        """Those of the group that contradict nothing that this one says."""
        if one.key not in self._fitting:
            own = facets(one)
            self._fitting[one.key] = [
                (other, said) for other, said in self._group if all(said.get(kind, v) == v for kind, v in own.items())
            ]
        return self._fitting[one.key]


def _at_most(p: float, why: str, verdict: Verdict) -> Verdict:
    return Verdict(min(p, verdict.p), (*verdict.evidence, why))


def connected(group: list[Reading], most: int, widest: int) -> Iterable[tuple[Reading, Reading]]:
    """All pairs of a small group; of a large one, what connects those that say the same."""
    if len(group) <= most:
        yield from combinations(group, 2)
        return
    alike: dict[tuple[tuple[str, str], ...], list[Reading]] = defaultdict(list)
    for one in group:
        alike[(*sorted(facets(one).items()), ("at", one.state))].append(one)
    for members in alike.values():
        yield from ((members[0], other) for other in members[1:])
    firsts = [members[0] for members in alike.values()]
    yield from combinations(firsts, 2) if len(firsts) <= widest else ()
