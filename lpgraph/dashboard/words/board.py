"""The record of introductions: the board, one record, and what a card can be answered with."""

from __future__ import annotations

VIEW = "View"
VIEWS = {"meet": "Whom to meet", "board": "All introductions"}
STAGE_WORDS = {
    "suggested": "Suggested", "approved": "To be asked", "asked_a": "First side asked", "asked_b": "Second side asked",
    "accepted": "Both said yes", "introduced": "Introduced", "met": "Met", "outcome": "Finished",
    "declined": "Not now",
}  # fmt: skip
OUTCOME_WORDS = {"useful": "Useful", "neutral": "Nothing came of it", "bad": "Went badly"}
NEXT_WORDS = {
    "suggested": "Approve it, or not", "approved": "Ask {a}", "asked_a": "{a} has not answered yet",
    "yes_a": "Ask {b}", "asked_b": "{b} has not answered yet", "wait_a": "{a} has not answered yet",
    "accepted": "Introduce them", "introduced": "Ask whether they met", "met": "Ask what came of it",
    "outcome": "", "declined": "",
}  # fmt: skip
EVENT_WORDS = {
    "suggested": "Suggested", "approved": "Approve", "asked_a": "{a} is asked", "yes_a": "{a} says yes",
    "asked_b": "{b} is asked", "yes_b": "{b} says yes", "accepted": "Both say yes", "declined": "Not now",
    "introduced": "They are introduced", "met": "They met", "useful": "It was useful",
    "neutral": "Nothing came of it", "bad": "It went badly", "already_know": "They know each other already",
    "bad_time": "Bad time for {b}", "not_relevant": "Not relevant", "do_not_introduce": "Do not introduce",
    "note": "Only a note",
}  # fmt: skip
HISTORY_WORDS = {
    "suggested": "Suggested", "approved": "Approved", "asked_a": "{a} was asked", "yes_a": "{a} said yes",
    "asked_b": "{b} was asked", "yes_b": "{b} said yes", "accepted": "Both said yes", "declined": "Not now",
    "introduced": "Introduced", "met": "They met", "useful": "It was useful", "neutral": "Nothing came of it",
    "bad": "It went badly", "already_know": "They know each other already", "bad_time": "A bad time",
    "not_relevant": "Not relevant", "do_not_introduce": "Not to be introduced", "note": "Note",
}  # fmt: skip
BOARD_COUNT = "{n}, what is due first on top"
BOARD_EMPTY = "No introduction is recorded yet. Find somebody above, and press “Introduce” at a suggestion."
BOARD_ENDED = "Ended: {n}"
BOARD_OPEN = "Open"
BOARD_THROUGH = "through {name}"
BOARD_FOR = "for {name}"
BOARD_BACK = "All introductions"
RECORD_GONE = "No introduction has this id any more."
RECORD_TITLE = "{a} and {b}"
RECORD_OWNER = "{name} sees to it"
RECORD_BEGUN = "begun {day}"
RECORD_NEXT = "What happened"
RECORD_ENDED = "This introduction has ended."
RECORD_NOTE = "Note"
RECORD_DUE = "Next day due"
RECORD_NEW_OWNER = "Who sees to it"
RECORD_NOT = "It will not happen"
RECORD_STOPS = "It cannot go on: {why}"
RECORD_HISTORY = "History"
RECORD_WHY = "Why these two"
RECORD_NO_WHY = "Nothing that can be shown speaks for it any more."
RECORD_SAID = "Noted: {what}."
RECORD_DRAFTS = "Texts"
RECORD_DRAFTS_HINT = "Drafts to copy into your own mail. Nothing is sent from here."
RECORD_HIDDEN = "Addresses stay hidden until both have said yes."
RECORD_MAIL = "Open in your mail program"
RECORD_NO_MAIL = "No address is known of one of them."
RECORD_TO = "To {name}: {subject}"
INTRODUCE = "Introduce"
INTRODUCE_BROKER = "Who introduces them"
INTRODUCE_NOBODY = "Nobody in between"
INTRODUCE_BROKER_LINE = "{name} ({load})"
INTRODUCE_FOR = "For {name}, who works on it"
INTRODUCE_OWNER = "Who sees to it"
INTRODUCE_DUE = "Due"
INTRODUCE_NOTE = "Note"
INTRODUCE_BEGIN = "Begin"
INTRODUCE_DONE = "{a} and {b}: the introduction is on the board."
WHY_NOT_CARD = "Why not?"
WHY_NOT_ANSWERS = "Not these two, because …"
ANSWER_KNOW = "They know each other"
ANSWER_TIME = "Bad time"
ANSWER_RELEVANT = "Not relevant"
ANSWERED = "{a} and {b}: {what}."
CLOSE = "Close"
PAIR = "{a} and {b}"
PAIR_NOTHING = "Nothing in the graph speaks for the two yet: say in the note why they should meet."
