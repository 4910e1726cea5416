"""Characters in a cell that nobody sees, or that make it look like another text: said of the row, and kept.

What a file wrote is stored as it wrote it. Keys are made without the characters that nobody sees (``ids.seen``), so
that they make no second person. Joiners inside Persian, Indic and emoji text, and marks in text that is written from
right to left, belong there and are not said.
"""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|ERROR!)")
_TURNS = "\u202a-\u202e\u2066-\u2069"
_FILLERS = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
_UNSEEN = re.compile(f"[{_FILLERS}\ufff9-\ufffb\u200c-\u200f\u061c\U000e0000-\U000e0fff]")
_TURN = re.compile(f"[{_TURNS}]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_ALIKE = "\u0370-\u03ff\u0400-\u052f\u0531-\u0586\u13a0-\u13f5\u2c80-\u2cff"  # Greek, Cyrillic, Armenian, Cherokee …
_MIXED = re.compile(f"[^\\W\\d_]*(?:[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}])[^\\W\\d_]*")
_LOOKS_LATIN = re.compile("[АВЕЅІЈКМНОРСТУХаеорсухіѕјԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]{2,}")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")  # of England, Scotland, Texas …
_ADDRESS = re.compile(r"[/:@(=]")
_WORD = re.compile(r"[^\W\d_]+")
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c"


def odd(column: str, text: str) -> list[str]:
    """What is to be said of a cell, in whole sentences; nothing of most."""
    said = [f"{column} holds a control character"] if _CONTROL.search(text) else []
    if _ERROR.fullmatch(text.strip()):
        said.append(f"{column} holds {text.strip()}, an error of the spreadsheet: correct it there")
    if text.isascii():
        return said
    if turning := _TURN.findall(text):
        said.append(
            f"{column} holds characters that turn the direction of writing ({_codes(turning)}): what is shown may not "
            "be what is written. Kept as it is; correct it at the source"
        )
    if hidden := _hidden(_FLAG.sub("", text)):
        said.append(
            f"{column} holds invisible characters ({_codes(hidden)}): kept as it is, compared without them. "
            "Correct it at the source"
        )
    if private := _PRIVATE.findall(text):
        said.append(f"{column} holds characters that no alphabet has ({_codes(private)}): correct it at the source")
    if word := _mixed(text):
        said.append(
            f"{column} mixes the letters of two alphabets (“{word}”): it may not be the word that it looks like. "
            "Kept as it is; type it again where it is wrong"
        )
    return said


def _codes(found: list[str]) -> str:
    """The characters by number, each once: they cannot be shown."""
    return ", ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(found[:100]))


def _hidden(text: str) -> list[str]:
    """The characters that nobody sees, but for those that the writing around them needs."""
    found = []
    for match in _UNSEEN.finditer(text):
        char, before = match.group(), _before(text, match.start())
        if char in _JOINERS and _joins(before):
            continue
        if char in _MARKS and _from_right(text):
            continue
        if 0xE0100 <= ord(char) <= 0xE01EF and _cjk(before):
            continue
        if "\u180b" <= char <= "\u180f" and "\u1800" <= before <= "\u18af":
            continue
        found.append(char)
    return found


def _before(text: str, at: int) -> str:
    """The character before a place; variants of a picture's look are no character of their own."""
    while at and text[at - 1] in "\ufe0e\ufe0f\u20e3\u200c\u200d":
        at -= 1
    return text[at - 1] if at else ""


def _joins(before: str) -> bool:
    """Whether a joiner belongs behind this character: Arabic, Indic and their like, or a picture."""
    if not before:
        return False
    code = ord(before)
    return (
        0x0600 <= code <= 0x109F
        or 0x1780 <= code <= 0x1CFF
        or 0x2190 <= code <= 0x2BFF
        or 0xA800 <= code <= 0xABFF
        or 0xFB50 <= code <= 0xFDFF
        or 0xFE70 <= code <= 0xFEFC
        or 0x11000 <= code <= 0x11FFF
        or 0x1F000 <= code <= 0x1FBFF
    )


def _from_right(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") and c not in _MARKS for c in text)


def _cjk(before: str) -> bool:
    return bool(before) and unicodedata.name(before, "").startswith("CJK")


def _mixed(text: str) -> str:
    """A word of two alphabets, or one that only looks Latin among words that are; empty when there is none."""
    if found := _MIXED.search(text):
        return found.group()
    if _ADDRESS.search(text):
        return ""  # a page's address, a name in two languages: words of two alphabets side by side
    words = _WORD.findall(text)
    alike = next((w for w in words if _LOOKS_LATIN.fullmatch(w)), "")
    return alike if alike and any(w.isascii() for w in words) else ""
