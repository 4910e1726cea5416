"""The Introductions screen."""

from __future__ import annotations

KINDS = "Show"
KIND_WORDS = {"official": "Officials", "organization": "Organizations", "union": "Unions", "person": "Other people"}
OTHER_CITIES = "Other cities only"
NARROW = "Narrow down"
CITY = "City"
CITY_HINT = "Denver"
POLICY = "Policy that is explored"
CAMPAIGN = "Only who works on the campaign"
SUGGESTED = "{n}, strongest reasons first. Graph of {when}."
THINKING = "Looking for people to meet …"
GONE = "Nothing has this id any more. Search for the name."
CANNOT_MEET = "{name} is not somebody who is introduced. Pick a person, an organization, a union or a campaign."
NO_SUGGESTION = (
    "No introduction with a reason that can be shown. Try other kinds, switch off “other cities only”, "
    "or load attendance and ties that say more about {who}."
)
BROKER = "Ask {name} to introduce them"
BROKER_LOAD = "{n} open this month"
BROKER_FREE = "no open asks this month"
NO_BROKER = "Nobody to ask in between: introduce them directly"
SOURCE_COLUMNS = {"why": "Reason", "fact": "What was recorded", "source": "File", "row": "Row"}
EXPLORE_THEM = "Explore"
DO_NOT_INTRODUCE = "Do not introduce"
DO_NOT_INTRODUCE_DONE = "{a} and {b} will not be suggested to each other."
UNDO = "Undo"
UNDONE = "Undone."
WHY_NOT = "Why not …?"
WHY_NOT_HINT = "Ask about anybody: what stops the introduction, and what speaks for it."
WHY_NOT_FIND = "Whom are you missing?"
FACT_WORDS = {
    "ATTENDED": "attended", "REGISTERED_FOR": "registered", "KNOWS": "knows", "HOLDS": "holds the post",
    "MEMBER_OF": "member", "STAFF_OF": "staff", "BOARD_OF": "board", "LEADS": "leads", "WORKS_ON": "works on",
    "INTERESTED_IN": "interested in", "IN_BODY": "in the body", "AFFILIATED_WITH": "affiliated",
    "DO_NOT_INTRODUCE": "do not introduce", "ABOUT": "about", "SPONSORED": "sponsored",
}  # fmt: skip
GATES_TITLE = "What stops it"
NO_GATE = "Nothing stops it."
TERMS_TITLE = "What speaks for it"
PASSED = "{n} looked at that stop nothing"
NO_TERM = "Nothing that can be shown speaks for it yet."
SHARE = "{percent}% of the score"
REASON_WORDS = {
    "mutual": "in common", "chain": "two steps", "group": "same group", "issue": "issue", "word": "topic",
    "peers": "alike", "big": "same event", "policy": "policy", "place": "place", "newcomer": "newcomer",
    "knows": "knows",
}  # fmt: skip
