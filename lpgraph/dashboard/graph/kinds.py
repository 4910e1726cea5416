"""How each kind looks: shape first, colour second, word always.

The colours were computed to stay apart for normal, deuteranopic and protanopic sight on a white and on a dark ground
(``light`` on #FFFFFF, ``dark`` on #10161F); change them only together with that check.
"""

from __future__ import annotations

from dataclasses import dataclass

from lpgraph.model import Kind


@dataclass(frozen=True, slots=True)
class Look:
    """Shape and colours of one kind, with the word for one and the word for several."""

    shape: str
    light: str
    dark: str
    one: str
    word: str
    hollow: bool = False


INK = {"light": "#1B1F27", "dark": "#E8ECF2"}  # letters of a picture, as in the theme
_BLUE = ("#0A3A78", "#5BB4FF")
_GREEN = ("#1A9A60", "#8CF09A")
_BROWN = ("#7A3410", "#E07A34")
_GREY = ("#2E2C34", "#8A8D78")
_VIOLET = ("#9A4FE6", "#A06BFF")
_GOLD = ("#A87F00", "#F7D23E")
_TEAL = ("#10685E", "#C4EFEA")
_PINK = ("#E0359A", "#E04FB0")

OTHER = "other"
LOOKS: dict[str, Look] = {
    Kind.OFFICIAL: Look("circle", *_BLUE, "official", "officials"),
    Kind.PERSON: Look("small", *_BLUE, "person", "other people", hollow=True),
    Kind.ORGANIZATION: Look("rounded", *_GREEN, "organization", "organizations"),
    Kind.UNION: Look("hexagon", *_BROWN, "union", "unions"),
    Kind.BODY: Look("square", *_GREY, "government body", "government bodies"),
    Kind.EVENT: Look("diamond", *_VIOLET, "event", "events"),
    Kind.CAMPAIGN: Look("star", *_GOLD, "campaign", "campaigns"),
    Kind.POLICY: Look("triangle", *_TEAL, "policy", "policies"),
    Kind.MEASURE: Look("triangle", *_TEAL, "measure", "measures"),
    Kind.ISSUE: Look("triangle", *_TEAL, "issue", "issues", hollow=True),
    "research": Look("down", *_PINK, "research, expert", "research, experts"),
    Kind.RESOURCE: Look("down", *_PINK, "resource", "resources", hollow=True),
    Kind.AREA: Look("pentagon", *_GREY, "place", "places", hollow=True),
    Kind.POST: Look("square", *_GREY, "seat", "seats", hollow=True),
    OTHER: Look("small", *_GREY, "other", "others", hollow=True),
}


def look(kind: str) -> Look:
    """The look of a kind; of a kind that nobody drew yet, a plain grey one."""
    return LOOKS.get(kind, LOOKS[OTHER])
