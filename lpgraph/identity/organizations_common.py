"""Names that say nothing of which one: "Local 100", "Ward 5", "Teachers Association", "Lincoln High School".

Every word of such a name is one of its kind, a number, a saint's or a president's (``organizations_common.csv``): there
is one in every town, and the town alone tells them apart. "Self" and "Retired" are no organization at all.
"""

from __future__ import annotations

import re
from functools import cache

from lpgraph.identity.organizations_names import table

# What people write where a form asks for an organization and they have none.
_NONE = re.compile(
    r"self(?: employed)?|selfemployed|retired|unemployed|not employed|none|n a|student|volunteer|resident|individual"
    r"|home ?maker|(?:community|concerned|private) (?:member|resident|citizen)|citizen|not applicable|unknown"
)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("organizations_common.csv") if row["kind"] == kind)


def nobody(core: tuple[str, ...]) -> bool:
    """Whether it is no organization's name.

    >>> nobody(("self", "employed")), nobody(("student", "union"))
    (True, False)
    """
    return bool(_NONE.fullmatch(" ".join(core)))


def common(core: tuple[str, ...]) -> bool:
    """Whether every town may have one of this name.

    >>> common(("local", "100")), common(("lincoln", "high", "school")), common(("zephyrvale", "high", "school"))
    (True, True, False)
    """
    heads = _words("head").intersection(core)
    told = _words("head") | _words("kind") | _words("namesake") | _words("saint")
    return bool(heads) and all(
        word in told or any(c.isdigit() for c in word) or (at > 0 and core[at - 1] in _words("saint"))
        for at, word in enumerate(core)
    )
