"""Policies: where each stands, could it work here, whom to ask, questions."""

from __future__ import annotations

PAGE_POLICIES = "Policies"
POLICIES_NONE = "No policy is known yet. Load a measures file (Data, template “measures”)."
POLICY_PICK = "Policy"
POLICY_FOR = "Could it work in"
POLICY_FOR_HINT = "A city: Denver, CO"
POLICY_STANDS = "Where it stands"
POLICY_COUNT = "{n}, furthest first."
POLICY_COLUMNS = {
    "city": "City", "stage": "Stage", "since": "Since", "measure": "Measure", "sponsor": "Sponsor", "votes": "Votes",
    "source": "Row",
}  # fmt: skip
POLICY_LINK = "Link"
POLICY_TIMELINE = "In order of time (one after the other, which does not say that one led to the other)"
POLICY_EXPERTS = "Experts"
POLICY_RESOURCES = "Resources"
POLICY_ALTERNATIVES = "Alternatives"
POLICY_BUDGET = "What it costs"
POLICY_INTERESTED = "Who cares about it"
POLICY_HERE = "For {city}"
POLICY_NO_CITY = "No place is called so. Write it as Denver, CO."
POLICY_ALIKE_NONE = "No other city is known to have passed it."
POLICY_ASK = "Ask {name}"
POLICY_WHO = "Who wants to know"
POLICY_WHO_HINT = "An official here, to be introduced to a sponsor"
POLICY_QUIET = "{name} must not be asked for now"
QUESTIONS_TITLE = "Questions"
QUESTIONS_FIND = "Look for a question"
QUESTIONS_NONE = "No question yet. Ask one below; it is answered once and found again."
QUESTION_WHO = "Who asks"
QUESTION_TEXT = "The question"
QUESTION_ASSIGN = "Who looks after it"
QUESTION_SAVE = "Write it down"
QUESTION_SAVED = "Written down."
QUESTION_OPEN = "open"
ANSWER_TEXT = "The answer"
ANSWER_LINK = "Where to read more"
ANSWER_SAVE = "Answer"
ANSWERED_ON = "Answered {day}: {answer}"
POLICY_POINT = {"city": "City", "measure": "Measure", "stage": "Stage", "day": "Day"}
