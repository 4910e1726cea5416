"""Every sentence of the dashboard, in one place: to be read in one sitting, and translated.

Placeholders are filled by ``str.format`` here in the code, never by data used as a format. Dates and numbers are put
into words by ``day`` and ``number``; ``count`` gives the right plural.
"""

from __future__ import annotations

# ---- the whole page
TITLE = "lpgraph"
PAGE_INTRODUCTIONS, PAGE_EXPLORE, PAGE_DATA = "Introductions", "Explore", "Data"
STORE_DOWN = "The graph does not answer right now. Trying again every few seconds; nothing you entered is lost."
STORE_DOWN_DETAIL = "What the store says"
TRY_AGAIN = "Try again"
WENT_WRONG = "That did not work."
EMPTY_STORE = (
    "There is nothing in the graph yet. Load a file with officials, organizations, unions or attendance first."
)
GO_TO_DATA = "Load data"

# ---- starting the server
SERVING = "The dashboard is at {address} (Ctrl-C stops it)."
PORT_TAKEN = "Port {port} is taken. Say another with --port, or leave it out."
NO_PORT = "No port between 8501 and 8700 is free on this machine."
SERVER_ENDED = "The dashboard's server ended at once (exit code {code}). Run `lpgraph doctor`."
SERVER_SILENT = "The dashboard's server did not answer within {seconds} seconds. Run `lpgraph doctor`."

# ---- finding somebody
FIND = "Who or what?"
FIND_HINT = "A name, an organization, a campaign …"
FIND_PEOPLE_HINT = "A person, an organization, a union …"
FIND_FOR = "Introductions for"
WHICH = "Which one?"
WHICH_COUNT = "Which one? ({n}, best match first)"
CHOOSE = "Choose one"
NOBODY = "Nothing is called “{text}”. Try part of the name, or fewer words."
START_INTRODUCTIONS = "Find a person or an organization above to see whom to introduce them to, and why."
START_EXPLORE = "Find somebody or something above to see how it is connected."

# ---- introductions
KINDS = "Show"
KIND_WORDS = {"official": "Officials", "organization": "Organizations", "union": "Unions", "person": "Other people"}
OTHER_CITIES = "Other cities only"
SUGGESTED = "{n}, strongest reasons first. Graph of {when}."
THINKING = "Looking for people to meet …"
GONE = "Nothing has this id any more. Search for the name."
CANNOT_MEET = "{name} is not somebody who is introduced. Pick a person, an organization or a union."
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

# ---- explore
SHOWN = "{shown} of {all} shown"
ALL_SHOWN = "all {all} shown"
TIES_SHOWN = "{ties}"
PATH_TO = "Path to"
PATH_HINT = "Somebody else, to see how the two are connected"
PATH_CLEAR = "Back to everything around {name}"
NO_PATH = "No path of up to six steps joins {a} and {b}."
PATHS = "{n} between {a} and {b}:"
AROUND = "Around {name}:"
GRAPH_HINT = "Click for the profile, double-click to add what is around."
TABLE = "The same as a table"
TABLE_COLUMNS = {"a": "From", "text": "Tie", "b": "To"}
ENDED = " (ended)"
TABLE_THINGS = {"name": "Name", "kind": "Kind", "sub": "Role", "ties": "Ties"}
FULL = "The graph is full ({n} shown). Pick somebody as the new centre to go on."
EXPANDED = "{n} around {name} added:"
NOTHING_NEW = "Everything around {name} is on the graph already."
ENDED_MARK = " *(ended)*"
CENTRE = "Show as centre"
INTRODUCE_THEM = "Introductions"
SEE_SOURCES = "Where each line comes from"
PROFILE_SOURCES = {"file": "File", "row": "Row", "line": "Line", "source": "Format"}
NO_LINES = "Nothing is recorded here yet."
MORE_LINES = "{n} more"
GRAPH = {
    "find": "Search in this view",
    "closer": "Closer",
    "further": "Further away",
    "fit": "Show all",
    "legend": "Kinds: press to hide or show",
    "canvas": "Graph of connections. The table below says the same.",
    "keys": "Arrows move, Enter selects, E expands, plus and minus zoom, 0 shows all, Escape lets go, slash searches.",
    "ties": "ties shown",
    "found": "{n} found in this view",
    "expanding": "Adding what is around it",
}

# ---- entries
ENTRY_TITLE = "Add what you know"
ENTRY_WHAT = "What happened"
ENTRY_WORDS = {
    "met": "We met", "called": "We called", "knows": "Knows somebody", "interested": "Is interested in",
    "stance": "Takes a stance on a campaign", "do-not-introduce": "Do not introduce to",
    "do-not-contact": "Do not contact",
}  # fmt: skip
ENTRY_OTHERS = {
    "met": "Who met them (empty: you)", "called": "Who called them (empty: you)", "knows": "Whom do they know",
    "interested": "Which issue or policy", "stance": "Which campaign", "do-not-introduce": "To whom",
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

# ---- data
UPLOAD = "Files to load"
UPLOAD_HELP = "CSV, TSV, XLSX, JSON or YAML, up to 50 MB each"
FOLDER = "Or a file or folder on this machine"
FOLDER_HINT = "/path/to/folder"
FOLDER_MISSING = "There is no file or folder at “{path}” on this machine."
RECOGNISED = "{publisher}: {gives}"
NOT_RECOGNISED = "Nobody knows this layout yet. This is how it could be read; correct it, then say so."
PREVIEW = "First rows"
EVENT = "Which event is this?"
EVENT_HINT = "Spring convening, 2026-03-12"
EVENT_HELP = "The file says who came, but not to what. Give the title and the date; a known event is found by them."
EVENT_NAMED = "the event that you name"
EVENT_BELOW = r"\g<say> below which event this is"
EXPORT_IT, EXPORT_AS = "Export it", "Export it as CSV UTF-8"
DRY_RUN = "Check only"
DRY_RUN_DONE = "Checked, nothing written."
LOAD = "Load"
LOAD_STARTING = "Starting …"
LOADING_WHAT = {"reading": "reading", "writing": "writing"}
LOADING_OF = "{done} of {all}"
LOADING = "{file}: {what} {rows}, {rate} a second{left}"
LOADING_LEAVE = "You can leave this page; the load goes on."
LOADING_LEFT = ", about {left} left"
RESULT = "{file}: {read} read = {accepted} loaded + {rejected} rejected"
RESULT_CHANGES = "{created} new, {updated} changed, {unchanged} as before, {merged} joined"
RESULT_SAME = "This very file had been loaded before: nothing changed."
RESULT_MORE = "and {n}"
RESULT_ERROR = "Not loaded. {error}"
REJECTED_TITLE = "Rows that were not loaded"
REJECTED_COLUMNS = {"row": "Row", "line": "Line", "column": "Column", "reason": "Reason"}
FLAGGED_TITLE = "Loaded, with a remark"
LEDGER = "What has been loaded"
LEDGER_EMPTY = "Nothing has been loaded yet."
LEDGER_COUNT = "{n}, newest first"
LEDGER_COLUMNS = {
    "started": "When", "file": "File", "source": "Format", "accepted": "Loaded", "rejected": "Rejected",
    "status": "State", "who": "By",
}  # fmt: skip
LEDGER_TYPED = "; on the profiles: {n} typed by hand"
STATUS = {
    "done": "loaded",
    "undone": "taken back",
    "same": "known before",
    "running": "unfinished",
    "undoing": "half taken back",
}
LEDGER_PICK = "Take one back"
UNDO_LOAD = "Take this load back"
UNDO_SURE = "Take back everything that “{file}” brought? What other loads say stays."
UNDO_YES = "Yes, take it back"
UNDO_LOAD_DONE = "Taken back: the graph no longer rests on “{file}”."
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
    "organization start": "organization: since", "organization end": "organization: until",
    "event title": "event: title", "event date": "event: date", "event end": "event: end",
    "event place": "event: place",
    "event type": "event: type", "event id": "event: id", "attendance": "came or not",
}  # fmt: skip

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PLURALS = {"person": "people", "entry": "entries", "body": "bodies", "policy": "policies"}


def number(value: float) -> str:
    """A number with separators: ``12,345``."""
    return f"{value:,.0f}"


def count(value: int, one: str, several: str = "") -> str:
    """How many of what, in the right plural: ``1 row``, ``12,345 rows``."""
    return f"{number(value)} {one if value == 1 else several or _PLURALS.get(one, one + 's')}"


def day(iso: str | None) -> str:
    """A date of any precision, as people write it: ``12 Mar 2026``, ``Mar 2026``, ``2026``, ``12 Mar 2026, 14:05``."""
    parts = (iso or "")[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return iso or ""
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[(int(parts[1]) - 1) % 12]
    date = f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
    clock = (iso or "")[11:16]
    return f"{date}, {clock}" if clock else date


def duration(seconds: float) -> str:
    """A rough time: ``5 seconds``, ``3 minutes``."""
    return count(max(1, round(seconds)), "second") if seconds < 90 else count(round(seconds / 60), "minute")
