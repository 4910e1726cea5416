"""What was shown to whom, at which rank and with which evidence: without it no answer can be learned from.

One node a list, not one a card; the same list shown again on the same day is counted. It is bookkeeping: out of the
fingerprint and of every load.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lpgraph.ids import digest
from lpgraph.ingest import clock
from lpgraph.introductions.model import Reason, Suggestion
from lpgraph.network.reading import Reads
from lpgraph.store.graph import Store, replay

LIST, ACROSS = "suggestions", "today"


@dataclass(frozen=True, slots=True)
class Shown:
    """One list as it was shown: ``who`` the suggestions are for and whom they suggest, by rank; ``by`` who looked.

    ``kinds``: of each, the kinds of evidence with their shares, as ``mutual:0.41 issue:0.12``.
    """

    id: str
    at: str
    by: str
    where: str
    who: tuple[str, ...]
    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    times: int = 1


def kinds_of(reasons: Sequence[Reason]) -> str:
    """Kinds of evidence with the share of each: ``mutual:0.41 issue:0.12``."""
    return " ".join(f"{reason.kind}:{reason.share:.2f}" for reason in reasons)


def shown(who: Sequence[str], suggestions: Sequence[Suggestion], by: str, where: str = LIST) -> Shown:
    """What is to be noted of a list: ``who`` has one id a suggestion, or one for all."""
    moment = clock.now()
    asking = tuple(who) if len(who) == len(suggestions) else tuple(who[:1]) * len(suggestions)
    ids, kinds = tuple(s.id for s in suggestions), tuple(kinds_of(s.reasons) for s in suggestions)
    return Shown(digest((moment[:10], by, where, *asking, *ids, *kinds)), moment, by, where, asking, ids, kinds)


def note(store: Store, what: Shown) -> None:
    """Write it down; empty lists are not."""
    if what.ids:
        props = {"at": what.at, "by": what.by, "where": what.where, "who": list(what.who), "ids": list(what.ids),
                 "kinds": list(what.kinds)}  # fmt: skip
        store.write(("introductions_shown_put", {"id": what.id, "props": props}), landed=replay)


def read_shown(store: Reads) -> list[Shown]:
    """Every list that was shown, oldest first."""
    return [
        Shown(p["id"], p["at"], p["by"], p["where"], tuple(p["who"]), tuple(p["ids"]), tuple(p["kinds"]), p["times"])
        for p in (row["props"] for row in store.read("introductions_shown"))
    ]
