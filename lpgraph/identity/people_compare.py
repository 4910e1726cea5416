"""Two records of people side by side: how each field agrees, as levels; the model weighs them, people read them."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from lpgraph.identity.genders import his_and_hers
from lpgraph.identity.parse import PersonName, one_given_name, one_root
from lpgraph.identity.people_frequencies import each_its_own, two_names
from lpgraph.identity.people_read import Person

# Levels of a given name.
EXACT, NICKNAME, ROOT, SLIP, INITIAL, INSIDE, MISSING, OTHER = 7, 6, 5, 4, 3, 2, 1, 0
# Levels of a surname.
WHOLE, TURNED, PART, CLOSE, CUT, UNSAID, ELSE = 6, 5, 4, 3, 2, 1, 0


@lru_cache(maxsize=524_288)
def _given_word(a: str, b: str) -> int:
    if a == b:
        return EXACT
    if one_given_name(a, b):
        return NICKNAME
    if one_root(a, b):
        return ROOT
    if two_names(a, b) or _numbered(a, b):
        return OTHER
    short = min(len(a), len(b))
    slips = DamerauLevenshtein.distance(a, b, score_cutoff=2)
    if (
        (slips <= 1 and short >= 4)
        or (slips == 2 and short >= 7)
        or (short >= 3 and (a.startswith(b) or b.startswith(a)))
    ):
        return SLIP
    return OTHER


def _numbered(a: str, b: str) -> bool:
    """Whether two different words both have a number in them: N12 and N13 are no slip of the pen."""
    return not (a.isalpha() or b.isalpha())


@lru_cache(maxsize=524_288)
def given_level(a: PersonName, b: PersonName) -> int:
    """How the given names agree; symmetric."""
    if not a.given or not b.given:
        return MISSING
    full_a, full_b = ([form for form in n.given if len(form) > 1] for n in (a, b))
    if full_a and full_b:
        best = max(_given_word(x, y) for x in full_a for y in full_b)
        if best > OTHER:
            return best
        # "J Robert" is called Robert: a middle name used as the first.
        inside = any(_given_word(x, y) >= NICKNAME for x in full_a for y in b.middle if len(y) > 1) or any(
            _given_word(x, y) >= NICKNAME for x in a.middle if len(x) > 1 for y in full_b
        )
        return INSIDE if inside else OTHER
    if a.given[0][0] == b.given[0][0]:
        return INITIAL
    letters_a, letters_b = ({part[0] for part in (*n.given, *n.middle)} for n in (a, b))
    return INSIDE if letters_a & letters_b else OTHER


@lru_cache(maxsize=524_288)
def _family_word(a: str, b: str) -> int:
    if a == b:
        return WHOLE
    if _numbered(a, b):
        return ELSE
    if min(len(a), len(b)) == 1:
        return CUT if a[0] == b[0] else ELSE
    slips = DamerauLevenshtein.distance(a, b, score_cutoff=2)
    short = min(len(a), len(b))
    if (slips <= 1 and short >= 4) or (slips == 2 and short >= 8):
        return CLOSE
    return ELSE


@lru_cache(maxsize=524_288)
def family_level(a: PersonName, b: PersonName) -> int:
    """How the surnames agree; symmetric."""
    if not a.family or not b.family:
        return UNSAID
    level = _family_word("".join(a.family), "".join(b.family))
    if level > ELSE:
        return level
    if a.given and b.given and (a.given[0], *a.family) == (*b.family, b.given[0]):
        return TURNED
    short, long = sorted((a.family, b.family), key=len)
    if len(long) > len(short) and len("".join(short)) > 2 and short in (long[: len(short)], long[-len(short) :]):
        return PART
    return ELSE


@lru_cache(maxsize=262_144)
def middle_level(a: PersonName, b: PersonName) -> int:
    """4 the same, 3 an initial that fits, 2 neither says, 1 one says, 0 they contradict."""
    if not a.middle or not b.middle:
        return 2 if a.middle == b.middle else 1
    x, y = a.middle[0], b.middle[0]
    if min(len(x), len(y)) == 1:
        return 3 if x[0] == y[0] else 0
    return 4 if x == y or _given_word(x, y) else 0


def generation_level(a: PersonName, b: PersonName) -> int:
    """3 the same, 2 neither says, 1 one says, 0 they contradict."""
    if a.generation and b.generation:
        return 3 if a.generation == b.generation else 0
    return 2 if a.generation == b.generation else 1


@lru_cache(maxsize=262_144)
def mail_fits(mail: str, name: PersonName) -> int:
    """How much of a name its e-mail address says: 3 both parts, 2 the surname, 1 the given name, 0 nothing."""
    local = "".join(c for c in mail.partition("@")[0] if c.isalpha())
    family, given = "".join(name.family), name.given[0] if name.given else ""
    has_family = len(family) > 2 and family in local
    if has_family and given and (given in local or local in (given[0] + family, family + given[0])):
        return 3
    return 2 if has_family else 1 if len(given) > 2 and given in local else 0


def sets_level(a: frozenset[str], b: frozenset[str]) -> int:
    """2 one in common, 1 one side says nothing, 0 nothing in common."""
    if not a or not b:
        return 1
    return 2 if a & b else 0


def phone_level(a: frozenset[str], b: frozenset[str]) -> int:
    """3 one in common, 2 one digit off, 1 one side says nothing, 0 nothing in common."""
    level = sets_level(a, b)
    if level:
        return 3 if level == 2 else 1
    near = any(DamerauLevenshtein.distance(x, y, score_cutoff=1) <= 1 for x in a for y in b)
    return 2 if near else 0


@lru_cache(maxsize=262_144)
def text_level(a: str, b: str) -> int:
    """3 the same, 2 a slip apart, 1 one side says nothing, 0 another; of a place or an organization."""
    if not a or not b:
        return 1
    if a == b:
        return 3
    return 2 if JaroWinkler.similarity(a, b) >= 0.93 and a[0] == b[0] else 0


def office_level(a: Person, b: Person) -> int:
    """2 the same kind of post, 1 one side says nothing, 0 another kind."""
    if not a.post or not b.post:
        return 1
    return 2 if a.post == b.post else 0


def contradicts(a: PersonName, b: PersonName) -> bool:
    """Whether something in the names says that they are two people: never one automatically, always askable."""
    given, family = given_level(a, b), family_level(a, b)
    return (
        (given == OTHER and family != TURNED) or family == ELSE or not middle_level(a, b) or not generation_level(a, b)
    ) or _couple(a, b)


def _couple(a: PersonName, b: PersonName) -> bool:
    """Mario and Maria Lopez: one letter apart, and two people; a couple shares its phone and its mailbox too."""
    return (
        bool(a.given and b.given)
        and min(map(len, (a.given[0], b.given[0]))) > 1
        and his_and_hers(a.given[0], b.given[0])
    )


@lru_cache(maxsize=262_144)
def two_owns(a: PersonName, b: PersonName) -> bool:
    """Ellen and Helen Roe: the one name may stand for the other, and is as a rule somebody else's."""
    pairs = [(x, y) for x in a.given for y in b.given if len(x) > 1 < len(y) and _given_word(x, y) > OTHER]
    return bool(pairs) and all(each_its_own(x, y) for x, y in pairs)


def two_shorts(a: PersonName, b: PersonName) -> bool:
    """Ted and Ned, Bob and Rob: two short forms of one name, which only that name brings together."""
    return given_level(a, b) == ROOT


@lru_cache(maxsize=262_144)
def named_by(mail: str, name: PersonName) -> bool:
    """Whether an address is somebody's own by what it says: it has the given name in it."""
    local = "".join(c for c in mail.partition("@")[0] if c.isalpha())
    return any(len(given) > 2 and given in local for given in name.given)


def turned(one: Person, two: Person) -> bool:
    """“Moss A.” and “Ada Moss” at one address: the first name that is read of the one is the surname of the other."""
    names = (one.name, two.name), (two.name, one.name)
    crossed = any(len(word) > 2 and word in b.family for a, b in names for word in a.given)
    return crossed and bool(one.emails & two.emails or one.phones & two.phones)
