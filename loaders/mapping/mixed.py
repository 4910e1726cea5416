"""Columns that are called several things at once: “Union / Org / City”."""

from __future__ import annotations

import re

from loaders.mapping import words
from loaders.mapping.sample import Sample
from lpgraph.ids import fold

_BETWEEN = re.compile(r"\s*[/,;&+|]\s*|\s+(?:or|and)\s+")
_KINDS = {
    "name": (*words.PERSON["name"], *words.PERSON["given"], *words.PERSON["family"]),
    "organization": words.ORGANIZATION["name"],
    **{kind: words.PERSON[kind] for kind in ("email", "phone", "title", "city", "state", "zip", "pronouns")},
    "event": words.EVENT["title"],
    "date": words.EVENT["date"],
}
# Two of these in one cell are one thing to us.
_ONE = ({"city", "state"}, {"city", "state", "zip"}, {"name"}, {"city", "zip"}, {"state", "zip"}, {"event", "date"})


def mixed(sample: Sample) -> tuple[str, ...]:
    """What to say of each such column, and how it is read until somebody parts it."""
    said = []
    for column in sample.header:
        parts = [fold(part) for part in _BETWEEN.split(column) if fold(part)]
        kinds = list(dict.fromkeys(k for part in parts for k, names in _KINDS.items() if part in names))
        if len(parts) < 2 or len(kinds) < 2 or set(kinds) in _ONE or not any(sample.values[column]):
            continue
        read = "it is read as its first only" if column in sample.taken else "it is not used"
        said.append(
            f"“{column}” mixes {', '.join(kinds)}: {read}. Give each a column of its own, or name it in the mapping "
            "for what its cells mostly are"
        )
    return tuple(said)
