"""A field that a person sets right: it beats every source until it is taken back, and the profile says who set it.

A correction is an entry (a load of its own), so that it goes through merge, unmerge and undo like anything else that
somebody typed. It changes what is shown, never who is who: identity does not read it.
"""

from __future__ import annotations

from lpgraph.errors import UsageError
from lpgraph.ingest import entries
from lpgraph.ingest.author import user
from lpgraph.ingest.derive import CORRECTION, GATES
from lpgraph.model import ENTITY_PROPS, PARTIES
from lpgraph.store.graph import Store

_SET_ELSEWHERE = frozenset((*GATES, "snoozeUntil", "sensitivity"))


def correct(store: Store, entity: str, field: str, value: str, *, author: str = "", note: str = "") -> str:
    """Set a field of a person or organization; gives the entry's id (``unlog`` takes it back).

    Raises ``UsageError`` for a field that there is not, or that is no matter of spelling, and ``NotFound``.
    """
    who = entries.pointer(store, entity)
    if who.label not in PARTIES:
        raise UsageError(f"only people and organizations are corrected, not a {who.label.lower()}")
    fields = [name for name in ENTITY_PROPS[who.label] if name not in _SET_ELSEWHERE]
    if field not in fields:
        raise UsageError(f"“{field}” cannot be corrected. Say one of: {', '.join(fields)}")
    if not value.strip():
        raise UsageError(f"{field}: say what is right; an empty field says nothing")
    author = author.strip() or user()
    who.props, who.rank = {field: value.strip()}, CORRECTION
    return entries.enter(store, [who], f"{field} corrected ({author})", author, note)
