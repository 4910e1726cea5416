"""A mapping: which column of an unknown sheet means what, and what a row of it says."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal

from loaders.base import fold_column
from loaders.dates import Order
from lpgraph.ids import digest

Relation = Literal["member", "attends", "listed", ""]
Coming = Literal["attended", "registered", ""]
# Parts that a rule of ``PersonColumns.key`` may name; any other part is a column of the sheet.
KEY_PARTS = ("id", "email", "phone", "name", "organization", "place", "title", "event", "row")


@dataclass(frozen=True, slots=True)
class PersonColumns:
    """Where a row says who it is about, and what tells two people of this kind of sheet apart.

    ``key``: rules in order; a row uses the first one whose parts are all filled (``"email+name"``). ``title_before``:
    what stands before the last one of these characters in the name is a title, not the name.
    """

    name: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    honorific: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    website: str = ""
    pronouns: str = ""
    id: str = ""
    title_before: str = ""
    key: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether the rows say who it is in a way that a reader knows: a name or an e-mail, not only an id."""
        return bool(self.name or self.given or self.family or self.email)


@dataclass(frozen=True, slots=True)
class OrganizationColumns:
    """Where a row names organizations, and what they have to do with the person or the event.

    ``relation``: ``member`` (the person is of it), ``attends`` (it met the person at the event), or ``listed`` (each
    row is an organization, and no person; then ``city``, ``state`` and ``website`` are its own). ``start`` and
    ``end``: since when and until when a member.
    """

    name: str = ""
    id: str = ""
    separators: tuple[str, ...] = ()
    relation: Relation = ""
    start: str = ""
    end: str = ""
    city: str = ""
    state: str = ""
    website: str = ""

    @property
    def listed(self) -> bool:
        """Whether each row is an organization, and no person."""
        return bool(self.name) and self.relation == "listed"


@dataclass(frozen=True, slots=True)
class EventColumns:
    """Where a row names its event. Title, date and place together tell events apart, unless there is an id.

    ``one_per_row``: each row is a meeting of its own. ``order``: whether 10/05 is October 5 (``mdy``) or 10 May
    (``dmy``). ``year``: the year of dates that say only a month. ``days``: columns that are meetings, named after
    their day; a mark in one says who came. ``called``: what those meetings are called.
    """

    id: str = ""
    title: tuple[str, ...] = ()
    date: str = ""
    end: str = ""
    place: str = ""
    type: str = ""
    one_per_row: bool = False
    order: Order = ""
    year: str = ""
    days: tuple[str, ...] = ()
    called: str = ""

    @property
    def named(self) -> bool:
        """Whether the rows name their event at all."""
        return bool(self.id or self.title or self.one_per_row)


FILLED = "*"  # among the values of a status: anything that is filled and in no list


@dataclass(frozen=True, slots=True)
class Attendance:
    """Which rows say that somebody came. Registered is not attended.

    ``column`` holds a status whose values are listed; or, with no such column, ``every_row`` says what each row means.
    ``second``: who did not come by ``column`` may still be registered by this one, whose values are in the same lists.
    """

    column: str = ""
    attended: tuple[str, ...] = ()
    registered: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    every_row: Coming = ""
    second: str = ""

    @property
    def says(self) -> bool:
        """Whether the sheet says anything about coming."""
        return bool(self.column or self.every_row)


@dataclass(frozen=True, slots=True)
class RowRules:
    """How cells and rows are to be read. ``notes``: rows that begin so and fill one or two cells are no records."""

    missing: tuple[str, ...] = ()
    carry_down: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one kind of sheet is read; the same header next month is the same source (``name``)."""

    name: str
    header: tuple[str, ...]
    person: PersonColumns = field(default_factory=PersonColumns)
    organization: OrganizationColumns = field(default_factory=OrganizationColumns)
    event: EventColumns = field(default_factory=EventColumns)
    attendance: Attendance = field(default_factory=Attendance)
    rows: RowRules = field(default_factory=RowRules)
    doubts: tuple[str, ...] = field(default=(), compare=False)  # of a proposal: what only a person can say

    @property
    def used(self) -> dict[str, str]:
        """Column → what it is used for, in the order of the parts."""
        found: dict[str, str] = {}
        for part, columns in (("person", self.person), ("organization", self.organization), ("event", self.event)):
            for item in fields(columns):
                if item.name in (
                    "key",
                    "title_before",
                    "separators",
                    "relation",
                    "order",
                    "year",
                    "one_per_row",
                    "called",
                ):
                    continue
                value = getattr(columns, item.name)
                for column in (value,) if isinstance(value, str) else value:
                    if column:
                        found.setdefault(column, f"{part} {item.name}")
        if self.attendance.column:
            found[self.attendance.column] = "attendance"
        if self.attendance.second:
            found[self.attendance.second] = "attendance second"
        return found

    @property
    def required(self) -> tuple[str, ...]:
        """Columns without which the sheet cannot be read."""
        person = self.person
        names = (person.name,) if person.name else tuple(c for c in (person.given, person.family) if c)
        more = (*self.event.title, self.event.id, self.attendance.column)
        if self.organization.listed:
            names = (self.organization.name,)
        return tuple(dict.fromkeys(c for c in (*(names or (person.email,)), *more) if c))

    @property
    def needs_event(self) -> bool:
        """Whether ``--event`` must say which event this is."""
        return self.attendance.says and not self.event.named and not self.event.days

    @property
    def names_somebody(self) -> bool:
        """Whether the rows say whom they are about: a person, or an organization."""
        return self.person.named or self.organization.listed

    def describe(self) -> list[str]:
        """Lines for a person: column → meaning, how people are told apart, what a row says, what is not used."""
        lines = [f"{column} → {meaning}" for column, meaning in self.used.items()]
        if not self.names_somebody:
            return [*lines, self._nobody()]
        if not self.organization.listed:
            lines.append("people are told apart by: " + ", else ".join(self.person.key))
        lines.append(self.says)
        lines += self.doubts
        unused = [c for c in self.header if c not in self.used and c not in self.rows.ignore]
        if unused:
            lines.append("not used: " + ", ".join(unused))
        return lines

    def _nobody(self) -> str:
        """What to say of a sheet that names no person."""
        said = "no person column found: no column looks like a person's name or e-mail, so nobody is said to have come"
        if self.person.id:
            held = f"“{self.person.id}” holds only ids"
            return f"{said}; {held}. Name a column under [person] in the mapping"
        if self.event.named:
            return f"{said}. Events alone are read from `lpgraph template events`"
        return f"{said}: name one under [person] in the mapping"

    @property
    def says(self) -> str:
        """What each row asserts, in words."""
        if not self.names_somebody or (self.organization.listed and not self.attendance.says):
            return "each row is an organization, and no person" if self.organization.listed else self._nobody()
        who = "the person and the organizations" if self.organization.relation == "attends" else "the person"
        who = "the organization" if self.organization.listed else who
        came = self.attendance
        where = "the event that you name" if self.needs_event else "its event"
        if came.column:
            column = f"{came.column}, else {came.second}" if came.second else came.column
            return (
                f"{column}: {_list(came.attended)} = attended {where}, "
                f"{_list(came.registered)} = registered only, {_list(came.neither)} = neither"
            )
        if not came.every_row:
            return self._no_row_says(who)
        if came.every_row == "attended":
            return f"each row says that {who} attended {where}"
        return (
            f"each row says that the person registered for (which is not attended) {where}: nobody is taken to have "
            'come until the mapping says so (every_row = "attended")'
        )

    def _no_row_says(self, who: str) -> str:
        """What is said where neither a status nor each row says who came."""
        came = self.attendance
        if self.event.days:
            return (
                f"a cell says whether {who} came to the meeting of its column: {_list(came.attended)} = attended, "
                f"{_list(came.registered)} = registered only, {_list(came.neither)} = neither. The meetings are called "
                f"“{self.event.called}”: change “called” under [event], or name them with --event"
            )
        if self.organization.start or self.organization.end:
            return (
                "each row says that the person is a member of the organization; nobody is said to have come to anything"
            )
        return "each row is a person; nobody is said to have come to anything"


def _list(values: tuple[str, ...]) -> str:
    return " / ".join("anything filled" if v == FILLED else v or "blank" for v in values) or "nothing"


def name_for(header: tuple[str, ...]) -> str:
    """The name of the source that sheets with this header are."""
    return "sheet-" + digest(sorted(fold_column(c) for c in header), 8)
