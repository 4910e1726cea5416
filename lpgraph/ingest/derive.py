"""An entity is what its mentions make it: each property from the mention that is trusted most.

An official roster or registry beats a curated list, that beats a sign-up; among equals the newest wins, then what
most of them wrote. A gate (do not contact, do not introduce) holds as soon as one mention says so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from loaders.base import Mention
from lpgraph.ids import fold
from lpgraph.model import ENTITY_PROPS, PARTIES, Label, Value

CORRECTION = 4  # the rank of what a person set right: above every source
_PARTS = ("givenName", "additionalName", "familyName", "honorificSuffix")
GATES = ("doNotContact", "doNotIntroduce")
_SET_ELSEWHERE = frozenset((*GATES, "snoozeUntil", "sensitivity"))


@dataclass(slots=True)
class Known:
    """A mention with what the store knows of it: the loads that list it, and the entity that it is (``""``: new)."""

    key: str
    mention: Mention
    loads: tuple[str, ...]
    entity: str = ""


def correctable(label: Label) -> tuple[str, ...]:
    """The fields of a label that a person may set right; none where that is no matter of spelling."""
    return tuple(name for name in ENTITY_PROPS[label] if name not in _SET_ELSEWHERE) if label in PARTIES else ()


def to_data(mention: Mention) -> str:
    """All that a row wrote of an entity, as one canonical JSON text."""
    content = {
        "ident": list(mention.ident),
        "namespace": mention.namespace,
        "props": dict(sorted(mention.props.items())),
        "ids": sorted(mention.ids),
        "emails": list(mention.emails),
        "phones": list(mention.phones),
        "rank": mention.rank,
    }
    if mention.context:
        content["context"] = dict(sorted(mention.context.items()))
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_row(row: Mapping[str, Any]) -> Known:
    """A mention as the ``mention_by_…`` queries return it."""
    content = json.loads(row["data"])
    mention = Mention(
        Label(row["label"]),
        content["namespace"],
        tuple(content["ident"]),
        content["props"],
        tuple(content["ids"]),
        tuple(content["emails"]),
        tuple(content["phones"]),
        content["rank"],
        content.get("context") or {},
    )
    return Known(row["key"], mention, tuple(row["loads"] or ()), row["entity"] or "")


def derive(label: Label, mentions: Iterable[Known], as_of: Mapping[str, str]) -> dict[str, Value]:
    """The properties of an entity, from its mentions and the as-of of the loads that list them."""
    ranked = sorted(
        mentions,
        key=lambda k: (k.mention.rank, max((as_of.get(load, "") for load in k.loads), default=""), k.key),
        reverse=True,
    )
    if len(ranked) == 1:  # the usual case, and most of the time of a first load
        props = {name: value for name, value in ranked[0].mention.props.items() if value not in (None, "", False)}
    else:
        chosen = ((name, _choose(name, ranked, as_of)) for name in ENTITY_PROPS[label])
        props = {name: value for name, value in chosen if value not in (None, "", False)}
        if label is Label.PERSON:
            props = _of_one_name(props, ranked)
    if "name" not in props and ranked:
        props["name"] = ranked[0].mention.ident[-1]
    props["search"] = _search_text(label, ranked)
    return props


def _of_one_name(props: dict[str, Value], ranked: list[Known]) -> dict[str, Value]:
    """The parts of the name from one record, at best one that writes it as it is shown: “Bob Vega” is no Robert in its
    parts, and has no middle name of another's. A part that a person set right stays.
    """
    parted = [k.mention.props for k in ranked if any(k.mention.props.get(part) for part in _PARTS)]
    whole = [said for said in parted if said.get("givenName") and said.get("familyName")]
    shown = fold(str(props.get("name", "")))
    own = next((said for said in parted if fold(str(said.get("name", ""))) == shown), (whole or parted or [{}])[0])
    set_right = [k.mention.props for k in ranked if k.mention.rank >= CORRECTION]
    kept = {part: value for said in reversed(set_right) for part in _PARTS if (value := said.get(part))}
    taken = {part: own[part] for part in _PARTS if own.get(part)}
    return {name: value for name, value in props.items() if name not in _PARTS} | taken | kept


def _choose(name: str, ranked: list[Known], as_of: Mapping[str, str]) -> Value | None:
    says = [k for k in ranked if k.mention.props.get(name) not in (None, "")]
    if not says:
        return None
    if name in GATES:
        return any(bool(k.mention.props[name]) for k in says)
    best = _weight(says[0], as_of)
    level = [k.mention.props[name] for k in says if _weight(k, as_of) == best]
    counted = Counter(level).most_common()
    most = [value for value, count in counted if count == counted[0][1]]
    return max(most, key=str) if len(most) > 1 else most[0]


def _weight(known: Known, as_of: Mapping[str, str]) -> tuple[int, str]:
    return known.mention.rank, max((as_of.get(load, "") for load in known.loads), default="")


def _search_text(label: Label, ranked: list[Known]) -> str:
    """Every spelling, folded: what a search on the embedded server looks in."""
    spellings: dict[str, None] = {}
    for known in ranked:
        for name in ("name", "acronym", "number"):
            if text := fold(str(known.mention.props.get(name, ""))):
                spellings[text] = None
    if not spellings and ranked and label not in PARTIES:
        spellings[fold(ranked[0].mention.ident[-1])] = None
    return " | ".join(sorted(spellings))
