"""A mention as identity sees it: its own words first, then what its row's facts say."""

from __future__ import annotations

import re

from loaders.base import Mention
from lpgraph.identity.engine import Card
from lpgraph.ingest.derive import CORRECTION, Known
from lpgraph.model import Label

POINTERS = "lpgraph"  # the namespace of --event and the templates
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def card(known: Known) -> Card:
    """A mention as identity sees it: its own words first, then what its row's facts say."""
    mention = known.mention

    def said(name: str) -> str:
        return str(mention.props.get(name) or mention.context.get(name) or "")

    if mention.label is Label.EVENT:
        return _event_card(known, said("city"), said("state"))
    if mention.label not in (Label.PERSON, Label.ORGANIZATION) or mention.rank >= CORRECTION:
        return Card(known.key, mention.ref, mention.label, mention.ids)  # a correction is for show
    first, middle = said("givenName"), said("additionalName")
    ids = mention.ids
    if mention.label is Label.ORGANIZATION:
        own = (("ein", said("ein")), ("olms", said("lmFileNumber")))
        ids = tuple(dict.fromkeys((*(f"{space}:{value}" for space, value in own if value), *ids)))
    return Card(
        known.key, mention.ref, mention.label, ids, mention.emails, mention.phones, said("name"), first,
        said("familyName"), "" if middle == first else middle, said("honorificSuffix"), said("title"),
        said("organization"), said("city"), said("zip"), said("state"), said("acronym"), said("classification"),
        said("affiliate"), said("designation"), said("localNumber"), _list_of(mention),
    )  # fmt: skip


def _list_of(mention: Mention) -> str:
    """The list that knows its people by their names alone (a diary's ministers, a body's roll); else none."""
    by_name = mention.label is Label.PERSON and mention.ident[0] == "name" and len(mention.ident) == 2
    return mention.namespace if by_name else ""


def _event_card(known: Known, city: str, state: str) -> Card:
    """An event; one row of a diary is a meeting of its own, and compared with nothing."""
    mention, ident = known.mention, known.mention.ident
    name, start = str(mention.props.get("name", "")), str(mention.props.get("startAt", ""))
    if ident[0] == "row":
        start = ""
    pointed = mention.namespace == POINTERS and len(ident) == 2 and bool(_DAY.fullmatch(ident[1]))
    words = ident[1].split("\x1e") if ident[0] == "event" and len(ident) > 1 else [""]
    return Card(
        known.key, mention.ref, mention.label, name=name, city=city, state=state,
        namespace=mention.namespace, start=start, place=words[-1] if len(words) > 2 else "", pointed=pointed,
    )  # fmt: skip
