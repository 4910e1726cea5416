"""Whether a sheet says that somebody came. Registered is not attended."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from loaders.base import fold_column
from loaders.mapping import words
from loaders.mapping.kinds import template_of
from loaders.mapping.looks import dated
from loaders.mapping.model import FILLED, Attendance, Coming
from loaders.mapping.sample import Sample
from lpgraph.ids import fold

_CLOCK = re.compile(r"\b\d{1,2}:\d{2}")
_STATUS_VALUES = 12  # a status has few different values


def attendance_of(sample: Sample, called: str) -> Attendance:
    """A status column whose values we know, else what the sheet's name says of every row."""
    by_name = [c for synonym in words.STATUS for c in sample.header if synonym in words.called(c)]
    by_name += [c for c in sample.header if c not in by_name and _is_promise(c)]
    by_value = [c for c in sample.header if c not in by_name and speaks(sample.values[c])]
    found = [s for c in (*by_name, *by_value) if c not in sample.taken and (s := _status(sample, c)) is not None]
    # Of several columns the one that tells who came: “Attending” beside “Checked in: yes”.
    chosen = next((s for s in found if s.attended), None) or _arrived(sample) or next(iter(found), None)
    if chosen is not None:
        sample.take(chosen.column)
        return _with_sign_ups(sample, chosen, [s for s in found if s is not chosen], called)
    if says_presence(called):
        return Attendance(every_row=_careful(sample, called))
    return Attendance(every_row="registered" if words.SIGN_UP.search(called) or words.LISTED.search(called) else "")


def _arrived(sample: Sample) -> Attendance | None:
    """A column of when somebody checked in: who has a time there came; of who has none it says nothing."""
    for column in sample.header:
        if column in sample.taken or words.rank(column, words.ARRIVALS) < 0:
            continue
        filled = [v for v in sample.values[column] if v and v not in words.MISSING]
        if filled and max(dated(filled), sum(bool(_CLOCK.search(v)) for v in filled) / len(filled)) >= 0.8:
            listed = any(words.SIGNED_UP.search(name) for c in sample.header for name in words.called(c))
            blanks = ("", *(w for w in words.MISSING if w in sample.values[column]))
            return Attendance(column, (FILLED,), blanks if listed else (), () if listed else blanks)
    return None


def _with_sign_ups(sample: Sample, came: Attendance, others: list[Attendance], called: str) -> Attendance:
    """Who did not come may be registered: another status says so, or the sheet lists all who signed up."""
    clocked = FILLED in came.attended
    if not came.attended or (came.registered and not clocked):
        return came
    told = next((s for s in others if s.registered), None)
    if told is not None:
        sample.take(told.column)
        promised = (*told.registered, *(v for v in told.attended if v not in came.attended))
        silent = (*came.neither, *came.registered, *told.neither)
        neither = tuple(dict.fromkeys(v for v in silent if v not in promised))
        return replace(came, registered=promised, neither=neither, second=told.column)
    if clocked:
        return came
    names = [name for c in sample.header if c != came.column for name in words.called(c)]
    if any(words.rank(c, words.PROMISES) >= 0 and sample.share(c) > 0 for c in sample.header if c != came.column):
        return came  # whoever promised nothing says so there
    if not (words.SIGN_UP.search(called) or any(words.SIGNED_UP.search(name) for name in names)):
        return came
    stayed = tuple(v for v in came.neither if fold(v) in words.ABSENT)
    return replace(came, registered=stayed, neither=tuple(v for v in came.neither if v not in stayed))


def says_presence(called: str) -> bool:
    """Whether a sheet is called a record of who was there, and not also one of who signed up."""
    return bool(words.SIGN_IN.search(called)) and not words.SIGN_UP.search(called)


def coming(sample: Sample, called: str) -> Coming:
    """What each row of a sheet of events and people says: attended only where the name or the header says so."""
    header = " | ".join(" | ".join(words.called(c)) for c in sample.header)
    if words.SIGN_UP.search(called) or words.SIGN_UP.search(header):
        return "registered"
    if any(words.SIGN_IN.search(text) or words.MEETING.search(text) for text in (called, header)):
        return _careful(sample, called)
    return "registered"


def _careful(sample: Sample, called: str) -> Coming:
    """Attended, unless a column would tell who came in words that we do not know, or was lost."""
    unread = any(words.rank(c, words.SURE_STATUS) >= 0 and sample.share(c) > 0 for c in sample.header)
    template = template_of(frozenset(fold_column(c) for c in sample.header))
    signed = words.SIGN_IN.search(called.replace("attendance", ""))  # “attendance” is what the template is called
    lost = template is not None and "status" in template.header and not signed
    return "registered" if unread or lost else "attended"


def speaks(values: list[str]) -> bool:
    """Whether most values are words of attendance (a plain yes or 1 may be about anything)."""
    return bool(values) and sum(fold(v) in words.PLAIN for v in values) >= 0.7 * len(values)


def _status(sample: Sample, column: str) -> Attendance | None:
    """The values of a status column, each with its meaning; None when most mean nothing to us.

    A value that we do not know claims nothing: it is listed as neither, for a person to move.
    """
    counted = Counter(sample.values[column])
    if not sample.rows or len(counted) > _STATUS_VALUES:
        return None
    said: dict[str, list[str]] = {"attended": [], "registered": [], "neither": []}
    known = 0
    for value, times in counted.most_common():
        meaning = meaning_of(value, column)
        known += times if meaning else 0
        said[meaning or "neither"].append(value)
    if known * 2 < sample.rows or not (said["attended"] or said["registered"]):
        return None
    return Attendance(column, tuple(said["attended"]), tuple(said["registered"]), tuple(said["neither"]))


def meaning_of(value: str, column: str) -> str:
    """What a status says: a yes to an invitation is a promise; a blank is neither."""
    words_of = {value.casefold(), fold(value)}
    if not value or words_of & words.NEITHER:
        return "neither"
    if words_of & words.REGISTERED:
        return "registered"
    if words_of & words.ATTENDED:
        return "registered" if words.rank(column, words.PROMISES) >= 0 or _is_promise(column) else "attended"
    return ""


def _is_promise(column: str) -> bool:
    """Whether a column is called as one of who signed up, in whatever words: “RSVP for dinner?”, “Registered (Y/N)”."""
    return any(words.PROMISED.search(name) for name in words.called(column))
