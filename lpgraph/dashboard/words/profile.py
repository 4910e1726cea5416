"""The profile, and what is typed on it."""

from __future__ import annotations

BRIEFING = "Briefing"
BRIEFING_HELP = "One page to print before a call: office, last contacts, open asks, votes, whom to meet."
ENTRY_TITLE = "Add what you know"
ENTRY_WHAT = "What happened"
ENTRY_WORDS = {
    "met": "We met", "called": "We called", "knows": "Knows somebody", "interested": "Is interested in",
    "stance": "Takes a stance on a campaign", "role": "Has a role in an organization",
    "contact": "New e-mail or phone", "snooze": "Leave alone for a while", "do-not-introduce": "Do not introduce to",
    "do-not-contact": "Do not contact",
}  # fmt: skip
ENTRY_OTHERS = {
    "met": "Who met them (empty: you)", "called": "Who called them (empty: you)", "knows": "Whom do they know",
    "interested": "Which issue or policy", "stance": "Which campaign", "role": "Which organization",
    "do-not-introduce": "To whom",
}  # fmt: skip
ENTRY_ON = "On"
ENTRY_STRENGTH = "How well (1 barely, 5 closely)"
ENTRY_NOTE = "Note"
ENTRY_AUTHOR = "Your name"
ENTRY_SAVE = "Save"
ENTRY_SAVED = "Saved. It counts from now on, and you can remove it below."
ENTRY_LIST = "Entered by hand"
ENTRY_BY = "{what} (by {author})"
ENTRY_REMOVE = "Remove"
ENTRY_REMOVED = "Removed."
ENTRY_NEEDS_OTHER = "Say whom or what it is about first."
NOBODY_NAMED = "unnamed"
ENTRY_CONTACT = "E-mail or phone"
ENTRY_ROLE = "Role"
ENTRY_STANCE = "Stance"
ENTRY_STANCES = {"supports": "Supports it", "opposes": "Opposes it", "undecided": "Undecided"}
ENTRY_UNTIL = "Until"
