"""Names are hostile: anyone signs a sign-up form. Everything of theirs that reaches a Markdown sink goes through here.

Streamlit reads Markdown in headings, labels, captions, buttons, toasts and messages, and fetches an image whose
address stands in a name. ``plain`` makes any text show as it is written. ``st.text`` and table cells need nothing.
"""

from __future__ import annotations

import re

from lpgraph.explore.paper import clean

__all__ = ["clean", "plain", "short"]

# Every character by which Markdown, Streamlit's directives (:red[…]), math or HTML can begin.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&@=/^\"'])")
# Addresses, emoji names, icons and arrows are looked for in the text after escapes are resolved: an invisible joiner
# in their middle is what stops that.
_LATE = re.compile(
    r"(?<=https:)(?=//)|(?<=http:)(?=//)|(?<=www)(?=\.)|(?=@)|(?<=:)(?=\w)|(?<=[-<=])(?=[->])", re.IGNORECASE
)
_JOINER = "\u2060"


def plain(text: str) -> str:
    """The text for a Markdown sink: shown letter by letter, never a link, an image, a heading, HTML or an icon."""
    return _SPECIAL.sub(r"\\\1", _LATE.sub(_JOINER, clean(text)))


def short(text: str, most: int = 40) -> str:
    """The text cut to ``most`` characters, with an ellipsis when something is missing."""
    flat = clean(text)
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
