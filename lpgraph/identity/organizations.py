"""Which records are one organization: keys to find candidates by, and candidate pairs with how likely they are one.

File number and EIN first; then a union's key (affiliate, unit, number with its letter); then the exact core name; then
slips of the pen, names cut off by a narrow field, acronyms and names that share most of their weighty words, which are
questions. Numbers must be equal throughout. A name that every town has a chapter of never says alone which one, and a
name that the set holds for several (two EINs, two cities) is asked where a record does not say which.

The answer depends on the set of cards alone: word weights come from a shipped table, never from what was loaded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from lpgraph.identity.organizations_company import SELDOM, Company, connected
from lpgraph.identity.organizations_compare import (
    CUT,
    LESS,
    MAY_BE,
    Verdict,
    compare_beside,
    compare_names,
    compare_unions,
    related,
)
from lpgraph.identity.organizations_number import SAME_EIN, same_number
from lpgraph.identity.organizations_read import (
    UNIT_WORDS,
    OrganizationCard,
    Reading,
    contradiction,
    facets,
    read,
    read_all,
)
from lpgraph.identity.watching import part

__all__ = ["OrganizationCard", "OrganizationPair", "organization_keys", "score_organizations"]

SHORT_ENDS = 7
ENDS = 12  # letters of a name's beginning and end that two spellings must share to be compared
MAX_BLOCK = 150  # a beginning under more names than these ("American …") is made longer
MOST_KEYS = 6
MAX_ALL = 12  # in a larger group of one name not every pair is written, only what connects it


@dataclass(frozen=True, slots=True, order=True)
class OrganizationPair:
    """Two records that may be one organization: the keys in order, how likely, and why in words."""

    a: str
    b: str
    p: float
    evidence: tuple[str, ...] = ()


def organization_keys(card: OrganizationCard) -> tuple[str, ...]:
    """At most six keys; two records of one organization share at least one of them, or are not compared."""
    one = read(card)
    keys = [f"ein:{one.ein}" if one.ein else "", f"olms:{one.file}" if one.file else ""]
    if one.unit:
        number = one.union.number if one.union else ""
        keys += [f"union:{one.unit}", f"number:{number}" if number else ""]
    elif one.compact:
        ends, short = _ends(one.compact), one.acronym or (one.initials[0] if one.initials else "")
        lone = _lone_number(one)
        keys += [_words_key(one.core), f"from:{one.compact[:ends]}", f"till:{one.compact[-ends:]}"]
        keys.append(f"number:{lone[0]}" if lone else f"initials:{short}" if short else "")
    keys += [_words_key(other.core) for other in one.beside]
    return tuple(key for key in dict.fromkeys(keys) if key)[:MOST_KEYS]


def _words_key(core: tuple[str, ...]) -> str:
    return f"name:{''.join(sorted(core))}"


def _ends(compact: str) -> int:
    return ENDS if len(compact) >= 2 * ENDS else SHORT_ENDS


def _lone_number(one: Reading) -> list[str]:
    # "IFF 74": too short to be mended, and yet worth a question beside IAFF 74.
    short = sum(word not in UNIT_WORDS for word in one.core) <= 3 and len(one.numbers) == 1
    return [one.numbers[0].upper()] if short and any(c.isdigit() for c in one.numbers[0]) else []


def score_organizations(
    cards: Iterable[OrganizationCard], only: frozenset[str] | None = None
) -> list[OrganizationPair]:
    """Candidate pairs with ``p`` in [0, 1], a pure function of the set of cards; the best first.

    ``only``: nothing but the pairs of which one at least has one of these keys.
    """
    readings = read_all(cards)
    best: dict[tuple[str, str], Verdict] = {}
    by_key = (*_same_ids(readings), *_same_unions(readings), *_same_names(readings))
    with part(len(readings)) as tell:
        alike = list(_alike(readings, only, tell))
    for a, b, verdict in (*by_key, *_beside(readings), *alike):
        pair = (min(a.key, b.key), max(a.key, b.key))
        if only is not None and only.isdisjoint(pair):
            continue
        if verdict.p > 0 and (pair not in best or verdict.p > best[pair].p):
            best[pair] = verdict
    found = [OrganizationPair(a, b, round(v.p, 4), v.evidence) for (a, b), v in best.items()]
    return sorted(found, key=lambda pair: (-pair.p, pair.a, pair.b))


_Found = Iterator[tuple[Reading, Reading, Verdict]]


def _grouped(readings: Iterable[Reading], by: str) -> Iterator[list[Reading]]:
    groups: dict[str, list[Reading]] = defaultdict(list)
    for one in readings:
        if value := getattr(one, by):
            groups[value].append(one)
    return (group for group in groups.values() if len(group) > 1)


def _same_ids(readings: list[Reading]) -> _Found:
    for by, said in (("file", "same OLMS file number"), ("ein", SAME_EIN)):
        for group in _grouped(readings, by):
            for a, b in connected(group, MAX_ALL, MAX_BLOCK):
                yield a, b, same_number(a, b, said)


def _same_unions(readings: list[Reading]) -> _Found:
    for group in _grouped(readings, "unit"):
        company = Company(group)
        for a, b in connected(group, MAX_ALL, MAX_BLOCK):
            yield a, b, company.doubted(a, b, compare_unions(a, b))


def _same_names(readings: list[Reading]) -> _Found:
    for group in _grouped((one for one in readings if not one.unit), "compact"):
        company = Company(group)
        for a, b in connected(group, MAX_ALL, MAX_BLOCK):
            yield a, b, company.doubted(a, b, compare_names(a, b))


def _beside(readings: list[Reading]) -> _Found:
    """Records whose name holds another's: an office, a person, a former name beside it. Questions, one by one."""
    named: dict[str, list[Reading]] = defaultdict(list)
    for one in readings:
        if not one.unit and not one.generic:
            named[one.compact].append(one)
    for one in readings:
        for said in one.beside:
            for other in named.get(said.compact, ())[:MAX_BLOCK]:
                if contradiction(one, other) in ("", "city", "state"):
                    yield one, other, compare_beside(one, other, said)


def _alike(readings: list[Reading], only: frozenset[str] | None, tell: Callable[[float], None]) -> _Found:
    """Pairs that share a beginning, an end, their words, their initials or their number."""
    seen: set[tuple[str, str]] = set()
    found: list[tuple[Reading, Reading, Verdict]] = []
    blocks = list(_blocks(readings))
    for done, block in enumerate(blocks, 1):
        for a, b in combinations(block, 2):
            # Beside those that are asked for, what else a name may mean that is cut off or slipped: how doubtful it is.
            if only is not None and a.key not in only and b.key not in only and not _may_mean(a, b):
                continue
            if (a.key, b.key) not in seen and (a.compact != b.compact or bool(a.unit) != bool(b.unit)):
                seen.add((a.key, b.key))
                verdict = compare_names(a, b) if not a.unit and not b.unit else related(a, b)
                found += [(a, b, verdict)] if verdict.p else []
        tell(done / len(blocks))
    yield from _ambiguous(found)
    yield from _acronyms(readings)


def _goes_on(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _may_mean(a: Reading, b: Reading) -> bool:
    return bool(a.unit) != bool(b.unit) or _goes_on(a.compact, b.compact)


def _ambiguous(found: list[tuple[Reading, Reading, Verdict]]) -> _Found:
    """A name cut off in mid-word that several names go on from is a question to each of them; one that only says less
    than several, or initials that several internationals' may be, are none."""
    means: dict[tuple[str, str], set[str]] = defaultdict(set)
    told = [(a, b, verdict, _of_which(a, b, verdict)) for a, b, verdict in found]
    for _, _, _, (why, short, long) in told:
        means[why, short].add(long)
    for a, b, verdict, (why, short, _) in told:
        count = len(means[why, short])
        most = 0.55 if why == CUT and count > 1 else 1.0
        most = SELDOM if (why == LESS and count > 2) or (why == MAY_BE and count > 1) else most
        yield a, b, Verdict(min(most, verdict.p), verdict.evidence)


def _of_which(a: Reading, b: Reading, verdict: Verdict) -> tuple[str, str, str]:
    """Why a pair is doubtful when others are like it, the name that may mean several, and what it means here."""
    if MAY_BE in verdict.evidence:
        lone, union = (b, a) if a.unit else (a, b)
        return MAY_BE, lone.compact, union.key if union.file else union.unit
    why = next((why for why in (CUT, LESS) if why in verdict.evidence), "")
    short, long = sorted((a.compact, b.compact), key=len)
    return why, short, long


def sways(one: Reading, other: Reading) -> bool:
    """Whether a record, new or gone, changes how likely another's matches are: it bears its name or its number, goes
    on from its cut name, or spells its initials out."""
    if one.unit or other.unit:
        return one.unit == other.unit or (not other.unit and bool(_lone_number(other)))
    return one.compact.startswith(other.compact) or bool(other.acronym and other.acronym in one.initials)


def _blocks(readings: list[Reading]) -> Iterator[list[Reading]]:
    plain = [one for one in readings if not one.unit and one.compact]
    for turned in (False, True):
        texts = [(one.compact[::-1] if turned else one.compact, one) for one in plain]
        yield from _split([pair for pair in texts if len(pair[0]) >= 2 * SHORT_ENDS], ENDS)
        yield from _split([pair for pair in texts if len(pair[0]) < 2 * ENDS + 2], SHORT_ENDS)
    by_words: dict[str, list[Reading]] = defaultdict(list)
    for one in plain:
        by_words["".join(sorted(one.core))].append(one)
    yield from (block for block in by_words.values() if 1 < len(block) <= MAX_BLOCK)
    by_number: dict[str, list[Reading]] = defaultdict(list)
    for one in readings:
        for number in [one.union.number] if one.unit and one.union and one.union.number else _lone_number(one):
            by_number[number].append(one)
    for block in by_number.values():
        lone = [one for one in block if not one.unit]
        if lone and len(block) <= MAX_BLOCK:
            yield from ([a, b] for a in lone for b in block if b.unit)


def _split(texts: list[tuple[str, Reading]], length: int) -> Iterator[list[Reading]]:
    """Blocks of one beginning, a longer one where too many share it."""
    blocks: dict[str, list[tuple[str, Reading]]] = defaultdict(list)
    for text, one in texts:
        blocks[text[:length]].append((text, one))
    for begin, block in blocks.items():
        if len(block) > MAX_BLOCK and any(len(text) > len(begin) for text, _ in block) and length < 80:
            yield from _split(block, length + 4)
        elif len(block) > 1:
            yield [one for _, one in block[:MAX_BLOCK]]


def _acronyms(readings: list[Reading]) -> _Found:
    """ "NYCLU" beside what it may stand for: a question, worth asking when little else has these initials."""
    spelt: dict[str, list[Reading]] = defaultdict(list)
    for one in readings:
        if one.acronym != "".join(one.core):
            for text in one.initials:
                spelt[text].append(one)
    short: dict[str, list[Reading]] = defaultdict(list)
    for one in readings:
        if one.acronym and one.acronym == one.compact and not one.unit:
            short[one.acronym].append(one)
    for text, called in short.items():
        bearers = {(one.ein, one.state, one.city) for one in called}
        own, meant = _few(called), _few(spelt.get(text, []))
        for one in own:
            fits = [other for other in meant if not contradiction(one, other)]
            rivals = len({fit.compact for fit in fits})
            for other in fits:
                yield one, other, _acronym(one, other, rivals, bearers)


def _few(some: list[Reading]) -> list[Reading]:
    """Of many the first of those that say the same, and nobody where there are still too many: no question then."""
    if len(some) <= MAX_BLOCK:
        return some
    firsts = list({(one.compact, *sorted(facets(one).items())): one for one in reversed(some)}.values())
    return firsts if len(firsts) <= MAX_BLOCK else []


def _acronym(one: Reading, other: Reading, rivals: int, bearers: set[tuple[str, str, str]]) -> Verdict:
    """``rivals``: how many names have these initials; ``bearers``: which are called by them, told apart by number and
    place: a register's forty chapters of one acronym are no question."""
    here = [bearer for bearer in bearers if one.city and bearer[1:] == (one.state, one.city)]
    near = bool(one.city and one.city == other.city)
    # A whole register has every three letters: of a list without places they are too little.
    bare = bool(one.state or one.city) != bool(other.state or other.city)
    likely = {2: 0.2, 3: 0.4 if bare else 0.7, 4: 0.55 if bare else 0.7}.get(len(one.acronym), 0.7)
    p = likely / (rivals * len(bearers)) if likely > 0.2 else likely
    p = max(p, 0.75) if near and rivals == 1 and len(here) == 1 else p
    said = f"{one.name.strip()} are the initials of {other.name.strip()}"
    return Verdict(p, (said, *(("same city",) if near else ())))
