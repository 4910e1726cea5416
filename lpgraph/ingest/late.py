"""What does not count since newer files say otherwise, and how a person learns of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loaders.base import Issue
from lpgraph.ingest.derive import Known
from lpgraph.store.ledger import LoadLine


def late(known: Mapping[str, Known], mine: Iterable[str], line: LoadLine, others: Iterable[LoadLine]) -> set[str]:
    """Those of ``mine`` (keys of mentions) of whose ref a load of a later day than ``line`` says something else."""
    day = {one.id: one.day for one in others if one.day > line.day}
    if not day:
        return set()
    newest: dict[tuple[str, int], str] = {}
    for one in known.values():
        kind = one.mention.ref, one.mention.rank
        newest[kind] = max(newest.get(kind, ""), _newest(one, day))
    mentions = ((key, known[key]) for key in mine)
    return {key for key, one in mentions if _newest(one, day) < newest[one.mention.ref, one.mention.rank]}


def _newest(known: Known, day: Mapping[str, str]) -> str:
    return max((day[load] for load in known.loads if load in day), default="")


def overtaken(before: LoadLine, line: LoadLine, lines: Iterable[LoadLine]) -> list[Issue]:
    """What to say of content that comes again in a newer file, when another file has had a word in between: that word
    stands, since a file that is only copied or saved again looks newer too."""
    between = [one for one in lines if one.live and one.source == line.source and before.day < one.day < line.day]
    if not between:
        return []
    newest = max(between, key=lambda one: one.rank)
    text = (
        f"was loaded before as of {before.asOf[:10]}, and {newest.file} (as of {newest.asOf[:10]}) has the last word "
        "since"
    )
    return [Issue(line.file, None, None, None, text, False, kind="newest")]
