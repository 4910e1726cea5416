"""The screen "Who is who": are these two one?"""

from __future__ import annotations

PAGE_REVIEW = "Who is who"
REVIEW_COUNT = "{n} to answer, the most valuable first"
REVIEW_NONE = "There is nothing to answer: no two records look like one. Questions come with the next file."
REVIEW_NONE_LEFT = (
    "All is answered: nobody is asked again. New questions come with the next file; what was answered stands below."
)
REVIEW_ASK = "Are these two one?"
REVIEW_LIKELY = "About {percent}% of such pairs are."
REVIEW_TORN = (
    "Likely, but something speaks against it (what differs below, or each has a number of its own in one list): "
    "only a person can say."
)
REVIEW_SAME, REVIEW_DIFFERENT, REVIEW_SKIP, REVIEW_UNDO = "Same", "Different", "Skip", "Undo the last answer"
REVIEW_SAYS = {"same": "same", "alike": "alike", "different": "different", "one side": ""}
REVIEW_FIELDS = {
    "e-mail": "E-mail", "phone": "Phone", "first name": "First name", "middle name": "Middle name",
    "surname": "Surname", "suffix": "Suffix", "name": "Name", "title": "Title", "organization": "Organization",
    "city": "City", "state": "State", "zip": "ZIP code", "ZIP code": "ZIP code", "date": "Date", "kind": "Kind",
}  # fmt: skip
REVIEW_FROM = "From"
REVIEW_FOLLOWS = "If they are the same: {moves} of {gone} move to {kept}. You can undo it at any time."
REVIEW_FOLLOWS_NOTHING = "If they are the same: {gone} becomes another spelling of {kept}. You can undo it at any time."
REVIEW_FOLLOWS_DIFFERENT = "If they are different, they stay two and nobody is asked about them again."
REVIEW_ANSWERS = "Answers so far"
REVIEW_ANSWERED = {
    "same": "{a} and {b} are one: {who}, {day}",
    "different": "{a} and {b} are two: {who}, {day}",
    "skipped": "{a} and {b} skipped: {who}, {day}",
}
RECORDS_TITLE = "Made of {n} records"
RECORDS_WHY = (
    "Each was written by another file, or under another number. If one is about somebody else, say so: what came with "
    "it goes with it."
)
RECORD_PART = "Somebody else"
RECORD_ASK = "“{name}” ({source}) is somebody else than the other records?"
RECORD_SURE, RECORD_LEAVE = "Part them", "Leave it"
RECORD_AGAINST = "{said}. Part them all the same?"
RECORD_PARTED = "Parted. Under Who is who, Answers so far takes it back."
RECORDS_MORE = "and {n} more"
REVIEW_SOMEBODY = "somebody"
REVIEW_TAKE_BACK = "Take back"
REVIEW_DONE = {
    "same": "{a} and {b} are one now.",
    "different": "{a} and {b} stay two.",
    "skipped": "Skipped: {a} and {b}. You will not be asked about them again.",
}
REVIEW_UNDONE = "Taken back: {a} and {b} are as they were."
REVIEW_VERDICTS = {"same": "Same", "different": "Different", "skipped": "Skip"}
REVIEW_AGAINST = "“{verdict}” contradicts an earlier answer. {told}. Nothing was written yet."
REVIEW_SURE = "My answer takes its place"
REVIEW_NOT_SURE = "Leave it as it is"
REVIEW_PROFILE = "Profile of {name}"
REVIEW_AUTHOR = "Your name"
REVIEW_AUTHOR_HELP = "Stands beside your answers, so that colleagues know whom to ask."
REVIEW_OPEN = "Answer {n} about who is who"
REVIEW_OPEN_NEW = "Answer {n} about who is who ({all} in all)"
REVIEW_MOVES = {
    "HOLDS": "office", "MEMBER_OF": "membership", "STAFF_OF": "staff position", "BOARD_OF": "board seat",
    "LEADS": "leadership", "AFFILIATED_WITH": "affiliation", "ACTIVE_IN": "place", "LOCATED_IN": "place",
    "REGISTERED_FOR": "registration", "ATTENDED": "attendance", "HOSTED": "hosted event",
    "SPONSORED": "sponsorship", "KNOWS": "acquaintance", "DO_NOT_INTRODUCE": "do-not-introduce mark",
    "WORKS_ON": "campaign tie", "INTERESTED_IN": "interest", "ADVISES_ON": "advice", "VOTED": "vote",
    "EXPECTED": "expected vote", "IN_BODY": "post", "GOVERNS": "governed place", "SUPERSEDED": "earlier fact",
    "PARTY": "introduction", "BROKER": "introduction as broker", "OWNER": "introduction as owner",
}  # fmt: skip
