"""Names that a file points at and nothing else knows: loaded as they stand, and said, with the name that may be meant.

A policy has no file of its own: it begins with the first row that names it. So a slip ("Fair schedulling") begins
another one, which nobody would notice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from loaders.base import Issue
from lpgraph.ids import fold
from lpgraph.ingest.plan import Plan
from lpgraph.ingest.sheet import MentionDraft
from lpgraph.model import Label
from lpgraph.store.graph import Store

POINTED = (Label.POLICY, Label.CAMPAIGN, Label.ISSUE)
ALIKE = 86  # of 100: a letter more, less or other in a name of two words


def unheard(store: Store, made: Plan) -> Iterator[Issue]:
    """What is to be said of names that begin with this file, in the order of its rows."""
    fresh = _fresh(made)
    said = Counter(fact.b for fact in made.sheet.facts.values()) + Counter(f.a for f in made.sheet.facts.values())
    known = made.resolution.known.items()
    unsaid = {k.entity for _, k in known} - {k.entity for key, k in known if key not in made.first_mentions}
    for label in POINTED:
        own = [draft for draft in fresh if draft.mention.label is label]
        if not own:
            continue
        there = {row["id"]: row["name"] for row in store.read(f"known_names:{label}")}
        entity = made.resolution.entity_of_ref()
        begun = [draft for draft in own if entity.get(draft.mention.ref) not in there.keys() - unsaid]
        for draft in begun:  # by what this load wrote before it was cut off
            there.pop(entity.get(draft.mention.ref, ""), None)
        for draft in begun:
            rivals = [d for d in begun if _before(said, d, draft)]
            if text := _text(label, draft, [*there.values(), *(_name(d) for d in rivals)]):
                yield Issue(draft.file, draft.row, None, str(label).lower(), text, False)


def _fresh(made: Plan) -> list[MentionDraft]:
    """The first row of each name that is only pointed at, and new."""
    drafts = made.sheet.mentions
    told = {d.mention.ref for key, d in drafts.items() if d.mention.rank > 0 or key not in made.first_mentions}
    first: dict[str, MentionDraft] = {}
    for draft in drafts.values():
        if draft.mention.label in POINTED and draft.mention.ref not in told:
            first.setdefault(draft.mention.ref, draft)
    return list(first.values())


def _before(said: Counter[str], one: MentionDraft, other: MentionDraft) -> bool:
    """Of two new names of one file the one that more rows say is right, else the one that came first."""
    a, b = ((-said[d.mention.ref], d.row, d.mention.ref) for d in (one, other))
    return a < b


def _name(draft: MentionDraft) -> str:
    return str(draft.mention.props.get("name") or "")


def _text(label: Label, draft: MentionDraft, known: Iterable[str]) -> str:
    name = _name(draft) or draft.mention.ident[-1]
    near = max(
        (one for one in known if _alike(name, one)), key=lambda one: fuzz.ratio(fold(one), fold(name)), default=""
    )
    meant = f"; did you mean “{near}”?" if near else ""
    if label is Label.CAMPAIGN:
        return f"“{name}” is a campaign that no campaigns file has named yet: it begins here{meant}"
    return f"“{name}” is a new {str(label).lower()}{meant}" if near else ""


def _alike(a: str, b: str) -> bool:
    one, two = fold(a), fold(b)
    return one != two and re.findall(r"\d+", one) == re.findall(r"\d+", two) and fuzz.ratio(one, two) >= ALIKE
