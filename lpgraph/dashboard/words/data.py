"""The Data screen."""

from __future__ import annotations

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
EVENT_NAMED = "the event that you name"
EVENT_BELOW = r"\g<say> below which event this is"
EXPORT_IT, EXPORT_AS = "Export it", "Export it as CSV UTF-8"
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
