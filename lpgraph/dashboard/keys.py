"""The key of every widget and of everything kept between runs, so that tests find them and no two collide."""

from __future__ import annotations

from enum import StrEnum


class Key(StrEnum):
    """Widgets, as the browser and the tests know them."""

    FIND = "find"
    WHICH = "which"
    KINDS = "kinds"
    OTHER_CITIES = "other-cities"
    GRAPH = "graph"
    PATH_TO = "path-to"
    PATH_CLEAR = "path-clear"
    CENTRE = "centre"
    TO_EXPLORE = "to-explore"
    TO_INTRODUCTIONS = "to-introductions"
    DO_NOT_INTRODUCE = "do-not-introduce"
    UNDO = "undo"
    WHY_NOT = "why-not"
    TABLE = "table"
    THINGS = "things"
    SOURCES = "sources"
    ENTRY_WHAT = "entry-what"
    ENTRY_ON = "entry-on"
    ENTRY_OTHER = "entry-other"
    ENTRY_STRENGTH = "entry-strength"
    ENTRY_NOTE = "entry-note"
    ENTRY_AUTHOR = "entry-author"
    ENTRY_SAVE = "entry-save"
    ENTRY_REMOVE = "entry-remove"
    UPLOAD = "upload"
    FOLDER = "folder"
    EVENT = "event"
    MAPPING = "mapping"
    MAPPING_CONFIRM = "mapping-confirm"
    DRY_RUN = "dry-run"
    LOAD = "load"
    LEDGER = "ledger"
    LEDGER_PICK = "ledger-pick"
    UNDO_LOAD = "undo-load"
    UNDO_SURE = "undo-sure"
    GO_TO_DATA = "go-to-data"
    TRY_AGAIN = "try-again"

    def of(self, part: object) -> str:
        """The key of one of several alike, told apart by ``part``."""
        return f"{self.value}:{part}"


class Kept(StrEnum):
    """What we keep in the session ourselves: widget state is gone after a change of page."""

    WHO = "kept-who"
    TO = "kept-to"
    EXPLORATION = "kept-exploration"
    PICKED = "kept-picked"
    STALE = "kept-stale"
    NOTE = "kept-note"
    LAST_ENTRY = "kept-last-entry"
    AUTHOR = "kept-author"
    JOB = "kept-job"
    DRY = "kept-dry"
    NOTE_DATA = "kept-note-data"
    UPLOADS = "kept-uploads"
