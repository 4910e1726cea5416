"""Reading a sheet that nobody knows."""

from __future__ import annotations

MAPPING_FIELD = "Meaning"
MAPPING_COLUMN = "Column in the file"
MAPPING_SAMPLE = "For example"
MAPPING_ROWS = "The first rows, read like this"
MAPPING_ROWS_COLUMNS = {
    "row": "Row", "person": "Person", "organizations": "Organizations", "event": "Event", "says": "What it says",
    "issues": "Remarks",
}  # fmt: skip
MAPPING_CONFIRM = "Read it like this"
MEANINGS = {
    "": "leave out", "person name": "person: whole name", "person given": "person: first name",
    "person additional": "person: middle name", "person family": "person: last name", "person suffix": "person: suffix",
    "person honorific": "person: form of address", "person email": "person: e-mail", "person phone": "person: phone",
    "person title": "person: role", "person city": "person: city", "person state": "person: state",
    "person id": "person: id", "organization name": "organization", "organization id": "organization: id",
    "organization city": "organization: city", "organization state": "organization: state",
    "organization website": "organization: website",
    "organization start": "organization: since", "organization end": "organization: until",
    "event title": "event: title", "event date": "event: date", "event end": "event: end",
    "event place": "event: place",
    "event type": "event: type", "event id": "event: id", "attendance": "came or not",
}  # fmt: skip
