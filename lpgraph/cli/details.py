"""The fields of ``show``: each with the rows that say it, what others say, and who set it right; and the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lpgraph.cli import output
from lpgraph.model import MATCHED

if TYPE_CHECKING:
    from lpgraph.explore.fields import Field
    from lpgraph.explore.profile import Profile

MOST = 5  # values of one field
MOST_RECORDS = 30


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


def parts(profile: Profile) -> list[str]:
    """The records that an entity is made of, with how to say that one is somebody else; none where it is of one."""
    from lpgraph.cli.ask import sources_text

    if len(profile.records) < 2 or profile.entity.label not in MATCHED:
        return []
    said = [f"Records (one is somebody else? lpgraph review --answer different {profile.entity.id} RECORD)"]
    shown = profile.records[:MOST_RECORDS]
    said += [f"  {one.ref}  {one.name or '–'}  [{sources_text(one.sources)}]" for one in shown]
    more = len(profile.records) - len(shown)
    return [*said, f"  and {more:,} more (--json has them all)"] if more else said


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
