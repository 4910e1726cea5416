"""Who writes, where nobody says so: whoever is at the keyboard."""

from __future__ import annotations

import getpass


def user() -> str:
    """Who is at the keyboard, as the machine knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
