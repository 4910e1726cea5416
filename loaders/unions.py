"""Union names as the loaders read them: the one reading of ``lpgraph.names``, and the internationals as mentions."""

from __future__ import annotations

from functools import lru_cache

from loaders import entities
from loaders.base import Mention
from lpgraph.names.affiliates import AFFILIATES
from lpgraph.names.unions import UnionName, affiliate, parse_union

__all__ = ["NAMESPACE", "UnionName", "affiliate", "national", "parse_union"]

NAMESPACE = "unions"


@lru_cache(maxsize=1024)
def national(acronym: str) -> Mention:
    """The international union itself, the same entity in every source."""
    return entities.organization(
        NAMESPACE,
        ("union", acronym),
        AFFILIATES.get(acronym, acronym),
        rank=2,
        acronym=acronym,
        affiliate=acronym,
        classification="union",
        unionLevel="national",
    )
