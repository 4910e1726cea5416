"""Text that XML can hold: everything is escaped, nothing is dropped.

XML has no place for most control characters. They are written as ``_x0007_`` (four hexadecimal digits), as Office
does; a text that happens to look like that has its underscore written so (``_x005F_``). ``unescaped`` turns it back.
"""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MARKUP = re.compile('[&<>"\r\n\t\x85\u2028]')
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")


def escaped(text: str) -> str:
    """For an attribute or between two tags."""
    text = _NOT_XML.sub(lambda m: f"_x{ord(m[0]):04X}_", text)
    return _MARKUP.sub(lambda m: f"&#{ord(m[0])};", text)


def unescaped(text: str) -> str:
    """What ``escaped`` was given, once an XML reader has read it.

    >>> unescaped("_x0007_ _x005F_x0007_") == "\\x07 _x0007_"
    True
    """
    return _CODED.sub(lambda m: chr(int(m[1], 16)), text)
