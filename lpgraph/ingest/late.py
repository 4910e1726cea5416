"""Which people and organizations of a sheet newer files describe otherwise: what they say counts, not the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
