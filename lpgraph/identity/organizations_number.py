"""Two records of one EIN or file number: the same name or a usual variant of it joins, anything else is a question."""

from __future__ import annotations

from lpgraph.identity.organizations_compare import Verdict
from lpgraph.identity.organizations_compare import _brackets as brackets
from lpgraph.identity.organizations_compare import _first as first
from lpgraph.identity.organizations_compare import _name as by_name
from lpgraph.identity.organizations_read import Reading, apart, contradiction

SAME_EIN = "same EIN"
VARIANT = 0.75  # from here on two names under one EIN are one


def same_number(a: Reading, b: Reading, said: str) -> Verdict:
    """Two records of one EIN or file number. A moved office has one EIN and two cities; but a body's chapters, its
    funds and its locals write its EIN as well, so that it joins what has the same name, or a usual variant of it."""
    against = contradiction(a, b)
    rules = (
        (against in ("ein", "file", "unit", "parts", "numbers"), 0.6, f"different {against}"),
        (said != SAME_EIN, 0.999, ""),
        (bool(against) and (a.generic or a.twin or a.common), 0.6, f"different {against}; a name of many chapters"),
        (not _called_alike(a, b), 0.6, "another name: perhaps its chapter, its fund, or its parent's number"),
        (brackets(a, b).p < 1, 0.6, "the brackets say different things"),
        (True, 0.999, ""),
    )
    return first(said, rules)


def _called_alike(a: Reading, b: Reading) -> bool:
    """Whether two names are one or a usual variant of it: a slip, an acronym, a legal ending, a former name."""
    if a.unit or b.unit:
        return a.unit == b.unit
    if a.compact == b.compact or by_name(a, b).p >= VARIANT:
        return not apart(a, b)
    return any(
        one.acronym in other.initials or any(x.compact == other.compact and x.p >= VARIANT for x in one.beside)
        for one, other in ((a, b), (b, a))
    )
