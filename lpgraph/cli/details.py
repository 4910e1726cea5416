"""The fields of ``show``: each with the rows that say it, what others say, and who set it right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lpgraph.cli import output

if TYPE_CHECKING:
    from lpgraph.explore.fields import Field
    from lpgraph.explore.profile import Profile

MOST = 5  # values of one field


def lines(profile: Profile) -> Iterator[str]:
    """The filled fields as lines, under one title; none when nothing is filled."""
    filled = [one for one in profile.fields if one.value]
    if filled:
        yield from ("", "Details")
    for one in filled:
        yield from _field(one)


def _field(one: Field) -> Iterator[str]:
    from lpgraph.cli.ask import sources_text

    right = one.corrections
    told = f"corrected by {right[0].author} on {right[0].on[:10]}" if right else sources_text(one.sources)
    undo = f"  unlog {right[0].entry}" if right else ""
    yield f"  {one.name}: {one.value}" + (f"  [{told}]" if told else "") + undo
    for said in one.others[:MOST]:
        yield f"    {'the files say' if right else 'also said'}: {said.value}  [{sources_text(said.sources)}]"
    if len(one.others) > MOST:
        yield f"    and {len(one.others) - MOST:,} more"


def document(profile: Profile) -> list[dict[str, Any]]:
    """``fields`` of ``show --json``: those that have a value."""
    return [
        {
            "field": one.name,
            "value": one.value,
            "sources": output.plain(one.sources),
            "others": [{"value": s.value, "sources": output.plain(s.sources)} for s in one.others],
            "corrections": output.plain(one.corrections),
        }
        for one in profile.fields
        if one.value
    ]
