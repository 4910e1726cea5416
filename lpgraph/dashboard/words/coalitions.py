"""Coalitions: campaigns in their key cities, the triad, the vote count, what if, turnover."""

from __future__ import annotations

PAGE_COALITIONS = "Coalitions"
COALITIONS_NONE = "No campaign has a key city yet. Load a campaigns file (Data, template “campaigns”) that names some."
COALITION_CAMPAIGN = "Campaign"
COALITION_ALL = "All campaigns"
COALITION_VIEW = "View"
COALITION_VIEWS = {"gaps": "Gaps", "map": "Map", "turnover": "Turnover", "what-if": "What if"}
GAPS_COUNT = "{n}, the biggest gap first. Choose one to see who is in and who is missing. Graph of {when}."
GRID_COLUMNS = {
    "campaign": "Campaign", "city": "Key city", "tier": "Tier", "stage": "Stage", "vote": "Next vote",
    "score": "Score of 6", "missing": "Missing", "owner": "Looked after by",
}  # fmt: skip
CORNER_SHORT = {"official": "official", "community organization": "community", "union": "union"}
GRID_TIES = ("", "tie {sides}", "ties {sides}", "all three ties")
CITY_EDIT = "How it stands here"
CITY_TIER = "Tier (1 matters most)"
CITY_STAGE = "Stage"
CITY_VOTE = "Next vote"
CITY_OWNER = "Looked after by"
CITY_SAVE = "Save"
CITY_SAVED = "{campaign} in {city}: written down."
CITY_END = "No key city any more"
CITY_END_HELP = "It leaves the list; undo brings it back."
WORK_EDIT = "Who works on it"
WORK_WHO = "Person or organization"
WORK_STANCES = {
    "supports": "Supports it", "leans yes": "Leans yes", "undecided": "Undecided", "leans no": "Leans no",
    "opposes": "Opposes it", "none": "Works on it no more",
}  # fmt: skip
WORK_INFLUENCE = "Influence"
WORK_SAVE = "Save"
WORK_NEEDS = "Say who first."
WORK_SAVED = "{campaign}: written down who works on it."
CAMPAIGN_NEW = "Another key city or campaign"
CAMPAIGN_NAME = "Name of a new campaign"
CAMPAIGN_NAME_HELP = "Leave it empty to add a key city to the campaign above."
CAMPAIGN_AREA = "Key city"
CAMPAIGN_ADD = "Add"
CAMPAIGN_ADDED = "Added."
CAMPAIGN_NEEDS = "Say the city, and the name of a new campaign where none is chosen."
TRIAD_TITLE = "{campaign} in {city}"
TRIAD_SCORE = "{score} of 6: a point for each corner that is filled and each strong tie, half for a weak one."
CORNER_MISSING = "not connected"
TRIAD_TIES = "Ties between the corners"
CORNER_WORDS = {
    "official": "Official", "community organization": "Community organization", "union": "Union",
}  # fmt: skip
GHOST = "No {corner} yet"
GHOST_SUB = "Missing: see below who could join"
COULD_JOIN = "Who could join: {corner}"
COULD_NONE = "Nobody of this kind is known here yet. Load officials, organizations or unions of this place."
COULD_UNTIED = "Of this place and kind; nothing that is known ties them to the coalition yet."
COULD_FOR = "For {name}: {reason}"
COULD_INTRODUCE = "Introduce"
COULD_BROKER = "Broker: {name} ({n} this month)"
LEANING = "leaning"
AGAINST = "Against it here: {names}"
VOTES_TITLE = "How the votes stand"
VOTES_NONE = "No seats of a body that governs this place are known. Load its officials first."
VOTES_HELP = "Change a vote in its cell: it is written down with your name and today's date, and can be taken back."
VOTE_COLUMNS = {
    "seat": "Seat", "who": "Who", "vote": "Vote", "says": "Says so", "movers": "Who can move them",
}  # fmt: skip
VOTES_HISTORY = "All that was said of each seat, the newest first"
VOTE_STANCE = {"yes": "supports", "lean": "leans yes", "unknown": "undecided", "no": "opposes"}
VACANT = "vacant"
VOTE_SAVED = "{who}: {vote}. Written down."
HOLDS_TITLE = "Who holds it together"
HOLDS_NOBODY = "Nobody works for it here yet."
HOLDS_NONE = "Nobody alone: without any one of them the others stay tied."
LEADS_TITLE = "Leads of key cities who are not tied to each other"
WHAT_IF_TITLE = "What if they leave?"
WHAT_IF_WHO = "Who leaves"
WHAT_IF_HINT = "Choose people or organizations of these campaigns; several leave together."
WHAT_IF_NOTHING = "Nothing changes in any key city."
TURNOVER_NONE = "No seat changed hands within a year."
TURNOVER_LEFT = "{who} left {seat} on {day}; {follows}."
TURNOVER_FOLLOWS = "{name} follows"
TURNOVER_NOBODY = "no successor is known"
TURNOVER_LOST = "{campaign} lost its {role}"
TURNOVER_HANG = "{n} under way"
HAND_OVER = "Hand over to {name}"
HANDED_OVER = "{name} now works on {campaign}. Written down."
END_WORK = "End their work on it"
ENDED_WORK = "{name} no longer works on {campaign}. Written down."
ENDING_TITLE = "Terms that end within a year"
MAP_TITLE = "Mean score of the key cities in each state; paler states have people but no key city."
MAP_COUNT = "{n}, by name; a score is the mean of the state's key cities."
MAP_COLUMNS = {
    "state": "State", "score": "Score of 6", "cities": "Key cities", "officials": "Officials",
    "organizations": "Community organizations", "unions": "Unions",
}  # fmt: skip
