"""Cells that no spreadsheet takes for a formula, and the way back."""

from __future__ import annotations

import unicodedata

_STARTS = "=+-@\t\r"
_QUOTES = "\"'“”‘’«»"


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may run it: it begins, after quotes, blanks and what is not seen, with a sign of one.

    >>> is_formula("=1+1"), is_formula(' "＝1'), is_formula("a=1"), is_formula("'")
    (True, True, False, False)
    """
    for one in cell:
        if one in _STARTS or unicodedata.normalize("NFKC", one) in _STARTS:
            return True
        if not (one in _QUOTES or one.isspace() or unicodedata.category(one) in ("Cc", "Cf", "Zs")):
            return False
    return False


def tame(cell: str) -> str:
    """The cell, with a leading ``'`` where a spreadsheet would take it for a formula."""
    return f"'{cell}" if is_formula(cell) else cell


def untamed(cell: str) -> str:
    """The cell that ``tame`` was given."""
    return cell[1:] if cell.startswith("'") and is_formula(cell[1:]) else cell
