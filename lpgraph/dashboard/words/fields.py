"""The fields of a profile: what is shown, who says so, and setting one right."""

from __future__ import annotations

FIELDS_TITLE = "Name, place and other details"
FIELDS = {
    "name": "Name", "givenName": "First name", "familyName": "Surname", "additionalName": "Middle name",
    "honorificSuffix": "Suffix", "pronouns": "Pronouns", "title": "Title", "organization": "Organization",
    "status": "Status", "city": "City", "state": "State", "pointPerson": "Point person", "website": "Website",
    "zip": "ZIP code", "joined": "Joined", "notes": "Notes", "acronym": "Acronym", "classification": "Kind",
    "ein": "EIN (tax number)", "ntee": "NTEE code", "irsSubsection": "IRS subsection",
    "lmFileNumber": "OLMS file number", "affiliate": "Affiliate of", "designation": "Designation",
    "localNumber": "Local number", "unionLevel": "Level of the union", "members": "Members",
}  # fmt: skip
FIELD_CLASSIFICATIONS = {
    "community": "Community organization", "advocacy": "Advocacy group", "union": "Union",
    "government body": "Government body", "caucus": "Caucus", "chapter": "Chapter", "coalition": "Coalition",
    "funder": "Funder", "research": "Research",
}  # fmt: skip
FIELD_LINE = "{title}: {value}"
FIELD_CORRECT = "Correct this"
FIELD_CORRECTED = "Corrected by {author}, {day}"
FIELD_CORRECTED_BEFORE = "Before that “{value}” by {author}, {day}"
FIELD_SOURCES_SAY = "The files say {said}"
FIELD_SOURCES_SILENT = "No file says anything."
FIELD_ALSO_SAID = "Other files say {said}"
FIELD_SAID = "“{value}” ({source})"
FIELD_MORE = " and {n} more"
FIELD_TAKE_BACK = "Take back"
FIELD_TAKEN_BACK = "Taken back: {title} is again what the files say."
FIELD_VALUE = "What is right"
FIELD_WHY = "Why (for colleagues)"
FIELD_SAVE = "Save the correction"
FIELD_CANCEL = "Leave it"
FIELD_SAVED = "{title} is corrected. What the files say stays beside it, and you can take it back."
FIELD_ADD = "Add a detail that is missing"
FIELD_ADD_HINT = "Choose which"
