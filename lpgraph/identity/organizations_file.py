"""Organizations of a table resolved without a store: records in, clusters and questions out.

The columns are those that a card has, under their usual names; only ``rec_id`` and ``name`` must be there, and a column
that is not known is not read (a truth column least of all).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lpgraph.identity.organizations import OrganizationCard, OrganizationPair, score_organizations
from lpgraph.identity.organizations_join import join_organizations

AUTO, ASK = 0.97, 0.5
# Card field → what its column may be called.
COLUMNS: dict[str, tuple[str, ...]] = {
    "key": ("rec_id", "record_id", "id"),
    "name": ("name", "organization", "org", "union_name"),
    "ein": ("ein",),
    "file_number": ("lmFileNumber", "file_number", "f_num"),
    "city": ("city",),
    "state": ("state",),
    "zip": ("zip",),
    "classification": ("classification",),
    "acronym": ("acronym",),
    "affiliate": ("affiliate", "aff_abbr"),
    "designation": ("designation", "desig_name"),
    "local_number": ("localNumber", "local_number", "desig_num"),
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The answer: record → (its cluster, how sure the weakest join in it is), and the pairs worth asking about."""

    clusters: dict[str, tuple[str, float]]
    questions: tuple[OrganizationPair, ...]


def card_of(row: Mapping[str, object]) -> OrganizationCard:
    """A row's card; columns are found in any case and with or without underscores."""
    folded = {name.lower().replace("_", ""): value for name, value in row.items()}
    said = {
        field: next((_text(folded[n]) for name in names if (n := name.lower().replace("_", "")) in folded), "")
        for field, names in COLUMNS.items()
    }
    return OrganizationCard(**said)


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()  # noqa: PLR0124 (NaN is not itself)


def resolve_organizations(cards: Iterable[OrganizationCard], auto: float = AUTO, ask: float = ASK) -> Resolved:
    """Clusters of the cards and the questions between clusters, one for every two clusters, the likeliest first."""
    cards = list(cards)
    pairs = score_organizations(cards)
    cluster = join_organizations(cards, pairs, auto)
    sure = dict.fromkeys(cluster.values(), 1.0)
    questions: dict[frozenset[str], OrganizationPair] = {}
    for pair in pairs:
        one, two = cluster[pair.a], cluster[pair.b]
        if one == two and pair.p >= auto:
            sure[one] = min(sure[one], pair.p)
        elif one != two and pair.p >= ask:
            questions.setdefault(frozenset((one, two)), pair)
    return Resolved({key: (root, sure[root]) for key, root in cluster.items()}, tuple(questions.values()))
