"""E-mail addresses and phone numbers as keys of a person: folded, left out where nobody in particular is behind."""

from __future__ import annotations

import re

ROLE_WORDS = (
    "info", "office", "clerk", "clerks", "council", "councils", "mayor", "mayors", "contact", "contactus", "hello",
    "hi", "admin", "administration", "staff", "team", "press", "media", "events", "event", "mail", "email", "support",
    "help", "board", "boards", "commission", "commissioners", "supervisors", "secretary", "manager", "attorney",
    "noreply", "donotreply", "webmaster", "postmaster", "members", "membership", "newsletter", "organizing",
    "reception", "general", "inquiries", "enquiries", "outreach", "comms", "communications", "scheduling", "scheduler",
    "none", "na", "nobody", "unknown", "noemail", "test", "director", "president", "chair", "union", "local",
    "legislative", "policy", "jobs", "hr", "volunteer", "volunteers", "feedback", "ask", "service", "services",
)  # fmt: skip
# Words that say which office, never who: they make "city.clerk", "district4office" or "ward3" a role as well.
_FILLERS = ("city", "county", "town", "village", "borough", "the", "of", "for", "our", "district", "dist", "ward",
            "cd", "seat")  # fmt: skip
_WORDS = "|".join(sorted((*ROLE_WORDS, *_FILLERS), key=len, reverse=True))
_ROLE = re.compile(rf"(?:(?:{_WORDS})[._+-]*\d*[._+-]*)+")
_PLACEHOLDER_DOMAINS = ("none.com", "test.com", "noemail.com", "na.com")


def email_key(text: str) -> str:
    """The address in lower case, or ``""`` when it is no address or a role mailbox."""
    email = text.strip().lower().removeprefix("mailto:")
    local, at, domain = email.rpartition("@")
    if not at or not local or "." not in domain or domain in _PLACEHOLDER_DOMAINS or " " in email:
        return ""
    return "" if _ROLE.fullmatch(local) else email


def phone_key(text: str) -> str:
    """The last ten digits, or ``""`` when there are fewer or they are a filler like 0000000000 or 555-…"""
    digits = re.sub(r"\D", "", re.split(r"(?i)\s*(?:x|ext)\.?\s*\d+\s*$", text)[0])
    if len(digits) < 10 or len(set(digits[-10:])) <= 2 or digits[-10:] in ("1234567890", "5551234567"):
        return ""
    return digits[-10:]
