"""What a row says of a person beside the person's own words: which post, in which body, where.

Loaders give that as facts; to tell two namesakes apart, identity needs it with the mention. It is taken from the facts
of the same row alone, so it is part of what the row wrote: the same words with the same context are the same mention.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from loaders.base import Draft, Fact, Mention
from lpgraph.model import Classification, Label, Props

# What says most of a person first; a bare attendance says nothing of who somebody is.
_TIES = ("HOLDS", "LEADS", "STAFF_OF", "BOARD_OF", "MEMBER_OF", "SPONSORED", "VOTED", "EXPECTED")
_TELLING = frozenset((*_TIES, "LOCATED_IN"))
_NO_CITY = frozenset({"state", "territory", "country", "cd", "sldl", "sldu"})
# A council's committees and caucuses are many, and no employer: where they are is all that they say.
_PARTS = frozenset({Classification.BODY, Classification.CAUCUS})


def placed(drafts: Iterable[Draft]) -> dict[str, Props]:
    """For each person of a row of whom it says more than the name: title, organization, city and state, by ref.

    Of an event: the city and state where it is held.
    """
    facts = [d for d in drafts if isinstance(d, Fact)]
    telling = [f for f in facts if f.type in _TELLING and f.a.label in (Label.PERSON, Label.EVENT)]
    if not telling:
        return {}
    around: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        around[fact.a.ref].append(fact)
    by_person: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in telling:
        by_person[fact.a.ref].append(fact)
    return {ref: said for ref, some in by_person.items() if (said := _said(some, around))}


def with_context(mention: Mention, contexts: Mapping[str, Props]) -> Mention:
    """The mention with what its row says of it; a reference by an id alone stays as it is, a name needs its place."""
    said = contexts.get(mention.ref)
    if not said or (mention.rank <= 0 and not mention.props.get("name")):
        return mention
    more = {name: value for name, value in said.items() if not mention.props.get(name)}
    return replace(mention, context=more) if more else mention


def _said(facts: list[Fact], around: Mapping[str, list[Fact]]) -> Props:
    said: Props = {}
    for fact in sorted((f for f in facts if f.type in _TIES), key=_weight, reverse=True):
        for name, value in _of_tie(fact, around).items():
            if value:
                said.setdefault(name, value)
        if said:
            break  # one tie, the one that says most: parts of two would be a post that nobody holds
    for fact in sorted((f for f in facts if f.type == "LOCATED_IN"), key=lambda f: f.b.ident):
        for name, value in _of_area(fact.b).items():
            said.setdefault(name, value)
    return said


def _weight(fact: Fact) -> tuple[int, str, str, tuple[str, ...]]:
    """An office before a membership, what lasts before what ended, the newest first."""
    end = str(fact.props.get("endDate", "")) or "9999"
    return -_TIES.index(fact.type), end, str(fact.props.get("startDate", "")), fact.b.ident


def _of_tie(fact: Fact, around: Mapping[str, list[Fact]]) -> dict[str, str]:
    role = str(fact.props.get("role", ""))
    if fact.b.label is Label.MEASURE:
        return _of_measure(fact.b, around)
    if fact.type != "HOLDS":
        body = fact.b
        part = fact.type == "MEMBER_OF" and body.props.get("classification") in _PARTS
        own = {} if part else {"title": role, "organization": _name(body)}
        return {**own, **_of_body(body, around)}
    ways = around.get(fact.b.ref, ())
    body_ = next((f.b for f in ways if f.type == "IN_BODY"), None)
    where = _of_body(body_, around) if body_ else {}
    seat = next((f.b for f in ways if f.type == "REPRESENTS"), None)
    if seat and not where.get("state"):
        where = {**_of_area(seat), **{k: v for k, v in where.items() if v}}
    title = role or str(fact.b.props.get("role", "")) or _name(fact.b)
    return {"title": title, "organization": _name(body_) if body_ else "", **where}


def _of_measure(measure: Mention, around: Mapping[str, list[Fact]]) -> dict[str, str]:
    """Who sponsors or votes on a measure belongs to its body, or at least to its place."""
    ways = around.get(measure.ref, ())
    body = next((f.b for f in ways if f.type == "IN_BODY"), None)
    where = _of_body(body, around) if body else {}
    area = next((f.b for f in ways if f.type == "IN_AREA"), None)
    if area and not where.get("state"):
        where = {**_of_area(area), **{k: v for k, v in where.items() if v}}
    return {"organization": _name(body) if body else "", **where}


def _of_body(body: Mention, around: Mapping[str, list[Fact]]) -> dict[str, str]:
    own = {name: str(body.props.get(name, "")) for name in ("city", "state")}
    if own["state"]:
        return own
    area = next((f.b for f in around.get(body.ref, ()) if f.type in ("GOVERNS", "ACTIVE_IN")), None)
    return _of_area(area) if area else own


def _of_area(area: Mention) -> dict[str, str]:
    """The city that an area is, or lies in, as its name begins (``Denver, CO, council district 10``), and its state."""
    name, state = _name(area).split(",")[0].strip(), str(area.props.get("state", ""))
    wide = area.props.get("type") in _NO_CITY or name.casefold().endswith((" county", " parish")) or name == state
    city = "" if wide else name
    return {k: v for k, v in (("city", city), ("state", state)) if v}


def _name(mention: Mention) -> str:
    return str(mention.props.get("name", ""))
