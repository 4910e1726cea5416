"""A confirmed mapping at work: rows of the sheet → people, organizations, events and who came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders import entities
from loaders.base import Context, Draft, Fact, Mention, Record, Row, RowRefused, Source
from loaders.dates import partial
from loaders.mapping.carry import carrying
from loaders.mapping.days import read_days
from loaders.mapping.files import to_toml
from loaders.mapping.model import FILLED, KEY_PARTS, Mapping
from loaders.templates import refs
from lpgraph.ids import digest, fold, seen
from lpgraph.model import Label, Props


def source_of(mapping: Mapping) -> Source:
    """The source that a mapping describes; its name is the mapping's, whichever file or month it is used for."""
    return Source(
        name=mapping.name,
        publisher="a sheet",
        gives=mapping.says,
        header=mapping.required,
        read=lambda row, context: Reading(mapping, row, context).drafts(),
        media=("csv", "tsv", "xlsx", "json", "yaml"),
        ignore=frozenset(mapping.rows.ignore),
        needs_event=mapping.needs_event,
        version=digest((to_toml(mapping),)),
        prepare=carrying(mapping.rows.carry_down) if mapping.rows.carry_down else None,
    )


@dataclass(slots=True)
class Reading:
    """One row being read."""

    mapping: Mapping
    row: Row
    context: Context

    def drafts(self) -> Iterator[Draft]:
        """Everything that the row says."""
        self._refuse_notes()
        organizations = self._organizations()
        date, end = self._date(self.mapping.event.date), self._date(self.mapping.event.end)
        if self.mapping.organization.listed:
            yield from self._listed(organizations, date, end)
            return
        if organizations and not self.mapping.attendance.says and self._nobody():
            self.row.flag("names no person: the organization alone was kept", self.mapping.organization.name)
            yield from organizations
            return
        person = self._person(organizations, date)
        yield person
        event = None if self.mapping.event.days else self._event(person, organizations, date, end)
        relation = self.mapping.organization.relation
        for organization in organizations:
            yield organization
            if relation == "member":
                yield Fact("MEMBER_OF", person, organization, self._role())
        if self.mapping.event.days:
            yield from read_days(self, person)
            return
        if event is None:
            return
        yield event
        came = [person, *(organizations if relation == "attends" else ())]
        yield from self._coming(came, event)

    def _listed(self, organizations: list[Mention], date: str, end: str) -> Iterator[Draft]:
        """A row that is an organization, and no person; where the sheet says so, it came."""
        if not organizations:
            raise RowRefused("no organization", self.mapping.organization.name)
        yield from organizations
        event = self._event(organizations[0], organizations, date, end)
        if event is not None:
            yield event
            yield from self._coming(organizations, event)

    def get(self, column: str) -> str:
        """A cell's text; a word that this sheet uses for a blank is a blank."""
        text = " ".join(self.row.maybe(column).split()) if column else ""
        return "" if text in self.mapping.rows.missing else text

    def _refuse_notes(self) -> None:
        """A note below a table fills one or two cells and begins like one: it is no record."""
        if self.row.refusal is not None:
            raise self.row.refusal
        filled = [str(v).strip() for v in self.row.data.values() if isinstance(v, str) and v.strip()]
        first = filled[0].casefold() if filled else ""
        if len(filled) <= 2 and first.startswith(tuple(n.casefold() for n in self.mapping.rows.notes or ("\0",))):
            raise RowRefused(f"“{filled[0][:60]}” is a note or a total, not a record")
        if self.mapping.organization.relation == "attends":
            event = self.mapping.event
            told = (self.mapping.organization.name, *event.title)
            if not any(self.get(c) for c in told):
                raise RowRefused("names neither an organization nor a purpose: no meeting")

    def _nobody(self) -> bool:
        """Whether nothing in the row says who it is about (a number alone does not)."""
        person = self.mapping.person
        return person.named and not any(self.get(c) for c in (person.name, person.given, person.family, person.email))

    def _person(self, organizations: list[Mention], date: str) -> Mention:
        columns, row = self.mapping.person, self.row
        emails = entities.emails(row, self.get(columns.email), columns.email or None)
        phones = entities.phones(row, self.get(columns.phone), columns.phone or None)
        whole, before = self._whole_name()
        given, family = self.get(columns.given), self.get(columns.family)
        if not (whole or given or family):
            if not emails:
                raise RowRefused("no name and no e-mail address", columns.name or columns.given or columns.email)
            whole = emails[0]
        called = entities.name(whole, given, family, self.get(columns.additional), self.get(columns.suffix))
        self.get(columns.honorific)  # a courtesy title is read and not kept
        place = (self.get(columns.city), self.get(columns.state))
        first = organizations[0] if organizations and self.mapping.organization.relation == "member" else None
        return entities.person(
            self.mapping.name,
            self._ident(called.text, emails, phones, date),
            called,
            emails=emails,
            phones=phones,
            title=self.get(columns.title) or before,
            organization=str(first.props.get("name", "")) if first else "",
            city=place[0],
            state=place[1],
            website=self.get(columns.website),
            zip=self.get(columns.zip),
            pronouns=self.get(columns.pronouns),
        )

    def _whole_name(self) -> tuple[str, str]:
        """The name, and what a diary writes before it (“Minister for X, The Rt Hon Y”)."""
        columns = self.mapping.person
        text = self.get(columns.name)
        before, mark, after = text.rpartition(columns.title_before) if columns.title_before else ("", "", text)
        return (after.strip(), before.strip()) if mark and after.strip() else (text, "")

    def _ident(self, name: str, emails: tuple[str, ...], phones: tuple[str, ...], date: str) -> tuple[str, ...]:
        """The first rule of the mapping whose parts this row fills."""
        columns = self.mapping.person
        parts = {
            "id": seen(self.get(columns.id)),
            "email": emails[0] if emails else "",
            "phone": phones[0] if phones else "",
            "name": fold(name),
            "organization": fold(self.get(self.mapping.organization.name)),
            "place": fold(f"{self.get(columns.city)} {self.get(columns.state)}"),
            "title": fold(self.get(columns.title)),
            "event": self._event_words(date) or fold(self.context.event),
        }
        for rule in (*columns.key, "name+row", "row"):
            values = [self._part(p, parts) for p in _split(rule)]
            if all(values):
                return (rule, *values)
        return ("row", self._whole())

    def _part(self, part: str, parts: dict[str, str]) -> str:
        """A part of a rule: one of the known ones, the row as a whole, or a column."""
        if part == "row":
            return self._whole()
        return parts[part] if part in KEY_PARTS else fold(self.get(part))

    def _whole(self) -> str:
        """All that the row says, wherever it stands and whatever the file is called."""
        return digest(f"{k}\x1e{v}" for k, v in sorted(self.row.data.items()))

    def _organizations(self) -> list[Mention]:
        """The organizations that the row names, each once."""
        columns = self.mapping.organization
        if not columns.name:
            return []
        raw = self.row.maybe(columns.name)
        pieces = re.split("|".join(map(re.escape, columns.separators)), raw) if columns.separators else [raw]
        missing = self.mapping.rows.missing
        names = dict.fromkeys(" ".join(p.split()) for p in pieces if p.strip() and " ".join(p.split()) not in missing)
        number = self.get(columns.id) if len(names) == 1 else ""
        person = self.mapping.person
        city, state = self.get(columns.city or person.city), self.get(columns.state or person.state)
        place = fold(f"{city} {state}")
        own = (city, state, self.get(columns.website)) if columns.listed else ("", "", "")
        found: dict[tuple[str, ...], Mention] = {}
        for name in names:
            if not fold(name):
                continue
            ident = ("id", number) if number else ("name", fold(name), place)
            found.setdefault(
                ident, entities.organization(self.mapping.name, ident, name, city=own[0], state=own[1], website=own[2])
            )
        return list(found.values())

    def _date(self, column: str) -> str:
        """A date of the row; one that cannot be read is flagged and left out."""
        text, event = self.get(column), self.mapping.event
        if not text:
            return ""
        if event.year and re.fullmatch(r"[^\W\d]+", text):
            text = f"{text} {event.year}"
        try:
            return partial(text, event.order)
        except ValueError as why:
            self.row.flag(f"{why}; it was left out", column)
            return ""

    def _event_words(self, date: str) -> str:
        """What tells the event apart in words: title, date (as written when it cannot be read), place."""
        event = self.mapping.event
        if self.get(event.id):
            return f"id {self.get(event.id)}"
        titles = [fold(self.get(c)) for c in event.title]
        if not any(titles) and not event.one_per_row:
            return ""
        return "\x1e".join((*titles, date or fold(self.get(event.date)), fold(self.get(event.place))))

    def _event(self, person: Mention, organizations: list[Mention], date: str, end: str) -> Mention | None:
        """The event of the row: its own, or the one that the user named."""
        columns = self.mapping.event
        if not columns.named or (self.context.event and not self._event_words(date)):
            if not self.context.event:
                return None
            if not self.mapping.attendance.says:
                raise RowRefused("the mapping does not say whether a row means attended or registered (every_row)")
            return refs.said(self.context)
        known = self._event_words(date)
        if not known:
            self.row.flag("names no event", columns.title[0] if columns.title else columns.id or None)
            return None
        title = " · ".join(t for t in (self.get(c) for c in columns.title) if t)
        ident: tuple[str, ...] = ("id", self.get(columns.id)) if self.get(columns.id) else ("event", known)
        if columns.one_per_row and not self.get(columns.id):
            ident = ("row", *person.ident, known, *(o.ident[1] for o in organizations))
        if not title:
            met = ", ".join(str(o.props["name"]) for o in organizations)
            title = f"Meeting with {met}" if met else f"Event {self.get(columns.id) or date}"
        return entities.thing(
            Label.EVENT, self.mapping.name, ident, title, startAt=date, endAt=end, type=self.get(columns.type)
        )

    def _coming(self, who: list[Mention], event: Mention) -> Iterator[Draft]:
        """Attended, registered, or neither; each is a version of the same record."""
        came, raw = self._status()
        for mention in who:
            record = ("attendance", *event.ident, mention.label, *mention.ident)
            if came == "attended":
                yield Fact("ATTENDED", mention, event, {}, record)
            elif came == "registered":
                yield Fact("REGISTERED_FOR", mention, event, {"status": raw} if raw else {}, record)
            else:
                told = raw.casefold() in (word.casefold() for word in self.mapping.attendance.neither)
                yield Record(self.mapping.name, record, (raw or "blank") if told else "")

    def _status(self) -> tuple[str, str]:
        """What the row says about coming, and the word it says it with."""
        rules = self.mapping.attendance
        if not rules.column:
            return rules.every_row, ""
        raw, meaning = self.meaning(rules.column)
        if rules.second:
            other, promised = self.meaning(rules.second)
            if meaning != "attended":
                return ("registered", other) if promised in ("attended", "registered") else ("neither", raw)
        return meaning, "" if raw not in rules.attended and FILLED in rules.attended and raw else raw

    def meaning(self, column: str) -> tuple[str, str]:
        """The word in a status column, and what the mapping says it means; one in no list is flagged."""
        rules = self.mapping.attendance
        raw = " ".join(self.row.maybe(column).split())
        for meaning, values in (
            ("attended", rules.attended),
            ("registered", rules.registered),
            ("neither", rules.neither),
        ):
            if raw.casefold() in (v.casefold() for v in values):
                return raw, meaning
        if raw and FILLED in rules.attended:
            return raw, "attended"
        self.row.flag(f"“{raw or 'blank'}” is in no list of the mapping: taken as neither", column)
        return raw, "neither"

    def _role(self) -> Props:
        columns = self.mapping.organization
        props: Props = {"assertion": "reported"}
        told = (
            ("role", self.get(self.mapping.person.title)),
            ("startDate", self._date(columns.start)),
            ("endDate", self._date(columns.end)),
        )
        return props | {key: value for key, value in told if value}


def _split(rule: str) -> list[str]:
    return [part.strip() for part in rule.split("+") if part.strip()]
