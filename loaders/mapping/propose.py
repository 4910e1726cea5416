"""A first mapping for an unknown sheet: by what its columns are called, then by what their values look like."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from loaders.dates import likely_order
from loaders.mapping import words
from loaders.mapping.looks import look
from loaders.mapping.model import (
    Attendance,
    EventColumns,
    OrganizationColumns,
    PersonColumns,
    RowRules,
    name_for,
)
from loaders.mapping.model import Mapping as SheetMapping
from loaders.readers.opened import Opened
from lpgraph.ids import fold

SAMPLE = 2_000  # rows looked at
_STATUS_VALUES = 12  # a status has few different values


@dataclass(slots=True)
class Sample:
    """Columns with their values in the first rows, and which of them are spoken for."""

    header: tuple[str, ...]
    values: Mapping[str, list[str]]
    rows: int
    taken: set[str]

    def pick(self, synonyms: tuple[str, ...], *, filled: bool = True) -> str:
        """The free column that is called so: the best synonym among those with enough values."""
        found = [c for c in self.header if c not in self.taken and words.rank(c, synonyms) >= 0]
        found.sort(key=lambda c: words.rank(c, synonyms))
        if filled and self.rows:
            found.sort(key=lambda c: self.share(c) < 0.2)
        return self.take(found[0]) if found else ""

    def pick_like(self, kind: str) -> str:
        """The free column whose values look so."""
        free = (c for c in self.header if c not in self.taken and not (kind == "date" and words.is_bookkeeping(c)))
        return self.take(next((c for c in free if look(self.values[c][:300]) == kind), ""))

    def take(self, column: str) -> str:
        """Mark a column as used."""
        if column:
            self.taken.add(column)
        return column

    def share(self, column: str) -> float:
        """How much of a column says something."""
        return sum(1 for v in self.values[column] if v and v not in words.MISSING) / max(1, self.rows)


def propose(opened: Opened) -> SheetMapping:
    """A mapping of an opened file that a person can confirm as it is or change."""
    sample = _sample(opened)
    person = _person(sample)
    person, meeting = _meeting(sample, person)
    attendance = _attendance(sample, _called(opened))
    event = _event(sample, meeting)
    organization = _organization(sample, person, meeting, event)
    if not (person.name or person.given or person.family):
        person = replace(person, name=sample.pick_like("name"))
    if not event.named and (event.date or event.place) and not attendance.says:
        event = EventColumns()  # a date alone is no event
    if event.named and not attendance.says:
        attendance = Attendance(every_row="registered" if _has(_called(opened), words.SIGN_UP) else "attended")
    return SheetMapping(
        name=name_for(opened.header),
        header=opened.header,
        person=replace(person, key=_key(sample, person, organization, event, attendance)),
        organization=organization,
        event=event,
        attendance=attendance,
        rows=RowRules(_missing(sample), _carried(sample, person, meeting), words.NOTES),
    )


def _sample(opened: Opened) -> Sample:
    values: dict[str, list[str]] = {c: [] for c in opened.header}
    rows = 0
    for row in itertools.islice(opened.rows(), SAMPLE):
        if row.refusal is None:
            rows += 1
            for column in opened.header:
                value = row.data.get(column)
                values[column].append(value.strip() if isinstance(value, str) else "")
    return Sample(opened.header, values, rows, set())


def _called(opened: Opened) -> str:
    """Everything that says what kind of sheet this is: its name, its sheet's name, the lines above the header."""
    return fold(" ".join((opened.name, opened.sheet, *opened.preamble, *opened.preamble.values())))


def _has(text: str, phrases: Iterable[str]) -> bool:
    return any(p in text for p in phrases)


def _person(sample: Sample) -> PersonColumns:
    """The columns that say who; a column called nothing we know is taken when its values leave no doubt."""
    known = words.PERSON
    given, family = sample.pick(known["given"]), sample.pick(known["family"])
    whole = "" if given and family else sample.pick(known["name"])
    person = PersonColumns(
        name=whole,
        given=given,
        family=family,
        additional=sample.pick(known["additional"]),
        suffix=sample.pick(known["suffix"]),
        honorific=sample.pick(known["honorific"]),
        email=sample.pick(known["email"], filled=False) or sample.pick_like("email"),
        phone=sample.pick(known["phone"], filled=False) or sample.pick_like("phone"),
        title=sample.pick(known["title"], filled=False),
        city=sample.pick(known["city"], filled=False),
        state=sample.pick(known["state"], filled=False),
        website=sample.pick(known["website"], filled=False),
        pronouns=sample.pick(known["pronouns"], filled=False),
    )
    return replace(person, id=_id(sample, person))


def _id(sample: Sample, person: PersonColumns) -> str:
    """The provider's id of the person. A number that differs in each row while names recur counts rows, not people."""
    column = sample.pick(words.PERSON["id"], filled=False)
    if not column or any(name in words.SURE_IDS for name in words.called(column)):
        return column
    ids = [v for v in sample.values[column] if v]
    parts = [c for c in (person.name, person.given, person.family) if c]
    people = {tuple(sample.values[c][i] for c in parts) for i in range(sample.rows)} if parts else set()
    if len(ids) < 0.9 * sample.rows or (parts and len(people) < 0.9 * len(set(ids))):
        sample.taken.discard(column)
        return ""
    return column


def _meeting(sample: Sample, person: PersonColumns) -> tuple[PersonColumns, bool]:
    """Whether each row is a meeting of an official with organizations (ministers' diaries)."""
    diary = bool(person.name) and words.rank(person.name, words.HOLDERS) >= 0
    purpose = any(words.rank(c, words.PURPOSES) >= 0 for c in sample.header)
    outside = any(words.rank(c, words.ORGANIZATION["name"]) >= 0 for c in sample.header if c not in sample.taken)
    if not (diary and purpose and outside):
        return person, False
    values = [v for v in sample.values[person.name] if v]
    commas = sum(1 for v in values if ", " in v)
    return replace(person, title_before="," if commas * 2 > len(values) else ""), True


def _attendance(sample: Sample, called: str) -> Attendance:
    """A status column whose values we know, else what the sheet's name says of every row."""
    by_name = [c for synonym in words.STATUS for c in sample.header if synonym in words.called(c)]
    by_value = [c for c in sample.header if c not in by_name and _speaks(sample.values[c])]
    for column in (*by_name, *by_value):
        found = _status(sample, column) if column not in sample.taken else None
        if found is not None:
            sample.take(column)
            return found
    if _has(called, words.SIGN_IN):
        return Attendance(every_row="attended")
    if _has(called, words.SIGN_UP):
        return Attendance(every_row="registered")
    return Attendance()


def _speaks(values: list[str]) -> bool:
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
        meaning = _meaning(value, column)
        known += times if meaning else 0
        said[meaning or "neither"].append(value)
    if known * 2 < sample.rows or not (said["attended"] or said["registered"]):
        return None
    return Attendance(column, tuple(said["attended"]), tuple(said["registered"]), tuple(said["neither"]))


def _meaning(value: str, column: str) -> str:
    """What a status says: a yes to an invitation is a promise; a blank is neither."""
    words_of = {value.casefold(), fold(value)}
    if not value or words_of & words.NEITHER:
        return "neither"
    if words_of & words.REGISTERED:
        return "registered"
    if words_of & words.ATTENDED:
        return "registered" if words.rank(column, words.PROMISES) >= 0 else "attended"
    return ""


def _event(sample: Sample, meeting: bool) -> EventColumns:
    """The columns that say which event; two sittings of one day are two events."""
    number = sample.pick(words.EVENT["id"], filled=False)
    title = sample.pick(words.EVENT["title"], filled=not meeting)
    date = sample.pick(words.EVENT["date"])
    end = sample.pick(words.EVENT["end"]) if date else ""
    place = sample.pick(words.EVENT["place"])
    free = (c for c in sample.header if title and c not in sample.taken and words.rank(c, words.EVENT_PARTS) >= 0)
    parts = [sample.take(c) for c in free]
    if not date and (title or number):
        date = sample.pick_like("date")
    order = likely_order(sample.values[date]) if date else ""
    one = meeting and not number
    return EventColumns(number, (title, *parts) if title else (), date, end, place, "", one, order)


def _organization(sample: Sample, person: PersonColumns, meeting: bool, event: EventColumns) -> OrganizationColumns:
    """The organizations of a row: the person's own, or those that were met."""
    column = sample.pick(words.ORGANIZATION["name"])
    if not column and person.email and not event.named:
        column = sample.pick_like("organization")
    if not column:
        return OrganizationColumns()
    separators = tuple(s for s in ("\n", ";") if any(s in v for v in sample.values[column]))
    number = sample.pick(words.ORGANIZATION["id"], filled=False)
    return OrganizationColumns(column, number, separators, "attends" if meeting else "member")


def _key(
    sample: Sample,
    person: PersonColumns,
    organization: OrganizationColumns,
    event: EventColumns,
    attendance: Attendance,
) -> tuple[str, ...]:
    """The rules that tell people apart, strongest first; a bare name counts inside its event, or its row, only."""
    rules = [
        rule for rule, there in (("id", person.id), ("email+name", person.email), ("phone+name", person.phone)) if there
    ]
    place = bool(person.city or person.state)
    diary = organization.relation == "attends"
    if diary:
        rules.append("name")  # an office holder's diary: the holder is known by name in it
    elif organization.relation == "member" and place:
        rules += ["name+organization+place", "name+organization"]
    elif organization.relation == "member":
        rules.append("name+organization")
    if not diary:
        bare = "name+event" if event.named or attendance.says else "name+row"
        rules.append("name" if event.named and not rules and _is_roster(sample, person, event) else bare)
    return tuple(rules)


def _is_roster(sample: Sample, person: PersonColumns, event: EventColumns) -> bool:
    """Whether the same few names recur from event to event and never twice in one: a body's own attendance."""
    names = [c for c in (person.name, person.given, person.family) if c]
    events = [c for c in (event.id, *event.title, event.date, event.place) if c]
    if not names or sample.rows < 20:
        return False
    rows = [
        (tuple(sample.values[c][i] for c in names), tuple(sample.values[c][i] for c in events))
        for i in range(sample.rows)
    ]
    people = len({who for who, _ in rows})
    return people * 3 <= len(rows) and len(set(rows)) >= 0.99 * len(rows)


def _missing(sample: Sample) -> tuple[str, ...]:
    """Words that stand for a blank in this sheet: seen in two columns, or often in one."""
    seen: Counter[str] = Counter()
    often: set[str] = set()
    for values in sample.values.values():
        counted = Counter(values)
        for word in words.MISSING:
            if counted[word]:
                seen[word] += 1
                if counted[word] * 20 >= sample.rows or "return" in word.casefold():
                    often.add(word)
    return tuple(w for w in words.MISSING if seen[w] > 1 or w in often)


def _carried(sample: Sample, person: PersonColumns, meeting: bool) -> tuple[str, ...]:
    """Columns of a diary where a blank means “as above”."""
    if not meeting:
        return ()
    values = sample.values[person.name]
    return (person.name,) if values and values[0] and any(not v for v in values) else ()
