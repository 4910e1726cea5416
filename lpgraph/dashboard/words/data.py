"""The Data screen."""

from __future__ import annotations

from lpgraph.errors import Asked

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
EVENT_ASKS = "{file}: the graph has events that may be this one, so nothing was written. Say which it is."
EVENT_NEW = "None of them: a new event"
EVENT_GO = "Load it with this event"
EVENT_MISSING = "Give the event's title here first, with its date."
STILL = "Still chosen: {files}"
STILL_OTHER = "Choose others"
DAY = "Which day is this file of?"
DAY_HELP = (
    "Of two files that speak of the same, the one of the newer day counts, whichever is loaded first. Give the day on "
    "which an older export was made, so that it overwrites nothing newer. "
)
DAY_UPLOAD = DAY_HELP + "Left as it is: today."
DAY_PATH = DAY_HELP + "Left empty: when the file was last changed."
SHEET = "Which sheet of “{file}”?"
ENCODING = "How are the letters of “{file}” written?"
ENCODING_HELP = "Look at names with accents in the first rows: they show whether it is the right one."
ENCODINGS = {
    "cp1252": "Windows, Western languages (cp1252)",
    "utf-16": "UTF-16 with its mark (“Unicode text”)",
    "utf-16-le": "UTF-16 without its mark (little endian)",
    "utf-16-be": "UTF-16 without its mark (big endian)",
    "mac-roman": "Older Macs (mac-roman)",
    "latin-1": "ISO Latin 1 (latin-1)",
    "cp437": "DOS, United States (cp437)",
    "cp850": "DOS, Western Europe (cp850)",
    "cp1250": "Windows, Central Europe (cp1250)",
    "cp1251": "Windows, Cyrillic (cp1251)",
    "big5": "Chinese, traditional (Big5)",
    "gb18030": "Chinese, simplified (GB 18030)",
    "euc-kr": "Korean (EUC-KR)",
    "shift_jis": "Japanese (Shift JIS)",
}
NEWEST_AGAIN = "This file is the newest again: let it count"
ONE_PERSON = "It is one person: load it"
# What a person has to say first (``errors.Need``); empty where a button below asks.
NEEDS: dict[Asked, str] = {
    "event": "Say below which event this is",
    "sheet": "Choose one of them below, or save it alone",
    "encoding": "Export it as CSV UTF-8, or say below how its letters are written",
    "another encoding": "Choose another below, or export it as CSV UTF-8",
    "day": "If this file is the newer one, say its day below and load it again",
    "newest": "",
    "whole list": "Correct them, then load the whole list again, ticked as that",
    "one person": "",
    "mapping": "Correct it below, then say so",
}
NEEDS_LIKELY: dict[Asked, str] = {
    "encoding": "Say below how its letters are written (often Windows, if it comes from Excel), or export it as "
    "CSV UTF-8",
    "another encoding": "Export it as CSV UTF-8, or say below how its letters are written (perhaps {likely})",
}
WHOLE = "This is the whole list"
WHOLE_HELP = (
    "Tick it for a complete roster: who was in one of its bodies by this source and is not listed any more, ends on "
    "the file's day. Check first to see who that is. Taking the load back brings everybody back."
)
WHOLE_ENDS = "{n} no longer listed"
WHOLE_COLUMNS = {"body": "Body", "state": "State", "gone": "End", "had": "Of", "names": "Who"}
WHOLE_ASKS = (
    "{file}: more than a fifth of a body would end, so nothing was written. A new council is right; half a file is not."
)
WHOLE_YES = "It is right: load and end these"
DRY_RUN = "Check only"
DRY_RUN_DONE = "Checked, nothing written."
LOAD = "Load"
LOAD_STARTING = "Starting …"
LOADING_WHAT = {"reading": "reading", "matching": "matching who is who", "writing": "writing"}
LOADING_ONLY = "{file}: {what} …"
LOADING_OF = "{done} of {all}"
LOADING = "{file}: {what} {rows}, {rate} a second{left}"
LOADING_LEAVE = "You can leave this page; the load goes on."
LOADING_LEFT = ", about {left} left"
RESULT = "{file}: {read} read = {accepted} loaded + {rejected} rejected"
RESULT_CHANGES = "{created} new, {updated} changed, {unchanged} as before, {merged} joined"
RESULT_SAME = "This very file had been loaded before: nothing changed."
RESULT_SILENT = "Of these, {n} without a word of any event: {said}. Nobody is registered, and nobody came, by them."
SILENT_TITLE = "Rows that say nothing of an event"
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
