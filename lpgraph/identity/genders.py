"""Given names that look like a slip of each other, and are a man's and a woman's: Mario and Maria are two people."""

from __future__ import annotations

from functools import lru_cache

# Not told by the endings below: his → hers.
_TABLE = {
    "aaron": "erin", "adrian": "adrienne", "andrew": "andrea", "anthony": "antonia", "antony": "antonia",
    "bobby": "bobbi", "carl": "carol", "carlos": "carla", "christian": "christina christine",
    "christopher": "christine", "claude": "claudia", "dan": "dana", "denis": "denise", "dennis": "denise",
    "dominic": "dominique", "don": "dawn", "emil": "emily", "emile": "emilie", "eugene": "eugenia",
    "francis": "frances", "frederick": "frederica", "gene": "jean", "george": "georgia", "gerald": "geraldine",
    "gerard": "geraldine", "jesse": "jessica", "john": "joan jean jane june", "jose": "josefa josefina",
    "joseph": "josephine", "julius": "julia", "justin": "justine", "karl": "carol", "leon": "leonie",
    "louis": "louise", "marc": "marcia", "mario": "marie", "michael": "michelle", "nicholas": "nicole",
    "patrick": "patricia", "philip": "philippa", "phillip": "philippa", "simon": "simone",
    "stephan": "stephanie", "stephen": "stephanie",
    "tony": "toni", "victor": "victoria", "yvon": "yvonne",
}  # fmt: skip
_TWO = frozenset(frozenset((his, hers)) for his, names in _TABLE.items() for hers in names.split())
_ENDINGS = ("a", "ia", "na", "ine", "ina", "ette", "etta", "elle", "anne")
_AFTER_L = ("le", "la")
_HERS = (
    "ann",
    "lynn",
    "beth",
    "juli",
    "mari",
    "dian",
    "elis",
    "elin",
    "elen",
    "rose",
    "ruth",
)  # and an ending: hers too


@lru_cache(maxsize=65_536)
def his_and_hers(a: str, b: str) -> bool:
    """Whether two given names, folded, are a man's and a woman's form of one name, or look like it.

    >>> his_and_hers("maria", "mario"), his_and_hers("eric", "erica"), his_and_hers("ann", "anna")
    (True, True, False)
    """
    if frozenset((a, b)) in _TWO:
        return True
    his, hers = sorted((a, b), key=lambda name: (len(name), name[-1:] == "a", name))
    if len(his) < 4 or his.endswith(_HERS):
        return False
    if len(his) == len(hers):
        return (his.endswith("o") and hers == his[:-1] + "a") or (his.endswith("er") and hers == his[:-2] + "ra")
    return any(hers == his + ending for ending in _ENDINGS) or (
        his.endswith("l") and any(hers == his + ending for ending in _AFTER_L)
    )
