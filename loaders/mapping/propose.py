"""A first mapping for an unknown sheet: by what its columns are called, then by what their values look like."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import get_close_matches

from loaders.dates import likely_order
from loaders.mapping import days, kinds, words
from loaders.mapping.looks import named
from loaders.mapping.mixed import mixed
from loaders.mapping.model import (
    Attendance,
    EventColumns,
    Mapping,
    OrganizationColumns,
    PersonColumns,
    RowRules,
    name_for,
)
from loaders.mapping.presence import attendance_of, coming, says_presence, speaks
from loaders.mapping.sample import Sample, called, doubts, sample_of
from loaders.readers.opened import Opened

_CLOSE = 0.9  # how alike two halves of a name's columns are written


def propose(opened: Opened) -> Mapping:
    """A mapping of an opened file that a person can confirm as it is or change."""
    sample, name = sample_of(opened), called(opened)
    title = sample.take(kinds.event_title(sample))
    person = PersonColumns() if title else _person(sample)
    listed = "" if title else kinds.organizations_in(sample, person, name)
    if listed:
        return _listed(opened, sample, person, listed, name)
    person, meeting = _meeting(sample, person)
    attendance, dated = Attendance(), None if title or meeting else days.by_day(sample)
    if dated is not None and (person.named or person.id):
        event, attendance = dated
        organization = _organization(sample, person, meeting, event)
    elif _is_membership(sample, name):
        organization, event = kinds.membership(sample)
    else:
        attendance = attendance_of(sample, name)
        event = _event(sample, meeting, title)
        organization = _organization(sample, person, meeting, event)
    if attendance.says and kinds.at_the_event(sample, person.title):
        sample.taken.discard(person.title)
        person = replace(person, title="")
    if not title and not (person.name or person.given or person.family):
        person = replace(person, name=sample.pick_like("name"))
    if not event.days and not attendance.says and not _is_event(event, name):
        event = EventColumns(order=event.order)
    if event.named and not attendance.says:
        attendance = Attendance(every_row=coming(sample, name))
    if not (person.named or person.id):
        attendance = Attendance()  # nobody is named: nobody came
    return Mapping(
        name=name_for(opened.header),
        header=opened.header,
        person=replace(person, key=_key(sample, person, organization, event, attendance)),
        organization=organization,
        event=event,
        attendance=attendance,
        rows=RowRules(_missing(sample), _carried(sample, person, meeting), words.NOTES),
        doubts=(*doubts(sample, organization, event), *days.left_over(sample), *mixed(sample)),
    )


def _listed(opened: Opened, sample: Sample, person: PersonColumns, column: str, name: str) -> Mapping:
    """The mapping of a sheet whose rows are organizations: what stands beside a name is the organization's own."""
    sample.taken.difference_update(c for c in (person.email, person.phone, person.title, person.name, person.id) if c)
    number = person.id or sample.pick(words.ORGANIZATION["id"], filled=False)
    sample.taken.update(c for c in (column, number) if c)
    attendance, event = attendance_of(sample, name), _event(sample, False)
    if not attendance.says and not _is_event(event, name):
        event = EventColumns(order=event.order)
    if event.named and not attendance.says:
        attendance = Attendance(every_row=coming(sample, name))
    if not attendance.says:
        event = EventColumns(order=event.order)
    organization = OrganizationColumns(
        column, number, (), "listed", city=person.city, state=person.state, website=person.website
    )
    rows = RowRules(_missing(sample), (), words.NOTES)
    unsaid = (*doubts(sample, organization, event), *mixed(sample))
    return Mapping(
        name_for(opened.header), opened.header, PersonColumns(), organization, event, attendance, rows, unsaid
    )


def _is_membership(sample: Sample, name: str) -> bool:
    """Whether the sheet lists memberships, and neither its name nor its values speak of coming."""
    told = says_presence(name) or any(speaks(values) for values in sample.values.values())
    return not told and kinds.is_membership(sample)


def _is_event(event: EventColumns, name: str) -> bool:
    """Whether the columns name an event: a date alone does not, nor does a body or a matter without any date."""
    if not event.named:
        return False
    weak = all(words.rank(c, words.MATTERS) >= 0 for c in event.title)
    return bool(event.id or event.date or not weak or says_presence(name))


def _person(sample: Sample) -> PersonColumns:
    """The columns that say who; a column called nothing we know is taken when its values leave no doubt."""
    known = words.PERSON
    given, family = sample.pick(known["given"]), sample.pick(known["family"])
    given = given or _twin(sample, family, "last", "first")
    family = family or _twin(sample, given, "first", "last")
    whole = _fuller(sample, given, family) if given and family else _whole(sample)
    if family and not given and _is_given(sample, whole, family):
        given, whole = whole, ""
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
        zip=sample.pick(known["zip"], filled=False),
        website=sample.pick(known["website"], filled=False),
        pronouns=sample.pick(known["pronouns"], filled=False),
    )
    return replace(person, id=_id(sample, person))


def _fuller(sample: Sample, given: str, family: str) -> str:
    """The whole name that stands beside its halves, where it says what they do not (a middle name): written as people
    write names, not “Lopez, Ana”."""
    for column in (c for c in sample.header if c not in sample.taken and words.rank(c, words.WHOLE) >= 0):
        halves = zip(sample.values[column], sample.values[given], sample.values[family], strict=True)
        rows = [(w.casefold(), g.casefold(), f.casefold()) for w, g, f in halves if w]
        fitting = sum(-1 < w.find(g) < w.rfind(f) and "(" not in w for w, g, f in rows if g and f)
        if rows and fitting >= 0.8 * len(rows):
            return sample.take(column)
    return ""


def _twin(sample: Sample, column: str, own: str, wanted: str) -> str:
    """The other half of a name, written nearly as this one is: “lobbyistFirstName” beside “lobbystLastName”."""
    if not column:
        return ""
    like = words.called(column)[0].replace(own, wanted)
    free = {words.called(c)[0]: c for c in sample.header if c not in sample.taken and wanted in words.called(c)[0]}
    return sample.take(next((free[name] for name in get_close_matches(like, free, 1, _CLOSE)), ""))


def _is_given(sample: Sample, name: str, family: str) -> bool:
    """Whether a plain “name” beside a family name is the first name alone: “Nombre; Apellido”."""
    if not name or words.called(name)[0] not in words.GIVEN_ALONE:
        return False
    pairs = [(n, f) for n, f in zip(sample.values[name], sample.values[family], strict=True) if n and f]
    return sum(n.casefold().endswith(f.casefold()) for n, f in pairs) * 2 < max(1, len(pairs))


def _whole(sample: Sample) -> str:
    """The column of whole names. A plain “name” (a bill's, say) yields to one that says whose names it holds."""
    column = sample.pick(words.PERSON["name"])
    if not column or words.called(column)[0] != "name":
        return column
    contacts = (*words.PERSON["email"], *words.PERSON["phone"], *words.PERSON["pronouns"])
    if named(sample.values[column]) >= 0.7 and any(words.rank(c, contacts) >= 0 for c in sample.header):
        return column  # the name that its e-mail or phone stands beside
    free = (c for c in sample.header if c not in sample.taken and words.rank(c, words.SPECIFIC) >= 0)
    other = next((c for c in free if sample.share(c) >= 0.5 and named(sample.values[c]) >= 0.7), "")
    if other:
        sample.taken.discard(column)
    return sample.take(other) or column


def _id(sample: Sample, person: PersonColumns) -> str:
    """The provider's id of the person. A number that differs in each row while names recur counts rows, not people."""
    column = sample.pick(words.PERSON["id"], filled=False)
    for name in () if column else words.called(person.name)[:1] if person.name else ():
        column = sample.take(
            next((c for c in sample.header if words.called(c)[0] in (f"{name} slug", f"{name} id")), "")
        )
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


def _event(sample: Sample, meeting: bool, title: str = "") -> EventColumns:
    """The columns that say which event; two sittings of one day are two events."""
    number = sample.pick(words.EVENT["id"], filled=False)
    title = title or sample.pick(words.EVENT["title"], filled=not meeting)
    date = sample.pick(words.EVENT["date"])
    end = sample.pick(words.EVENT["end"]) if date else ""
    place = sample.pick(words.EVENT["place"])
    free = (c for c in sample.header if title and c not in sample.taken and words.rank(c, words.EVENT_PARTS) >= 0)
    parts = [sample.take(c) for c in free]
    if not date and (title or number):
        date = kinds.one_day(sample, sample.pick_like("date"), number or title)
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
    more = kinds.second_organization(sample) if not person.id else ""
    also = f"+{more}" if more else ""  # "Ministry of Finance" of one delegation is not that of another
    diary = organization.relation == "attends"
    if diary:
        rules.append("name")  # an office holder's diary: the holder is known by name in it
    elif organization.relation == "member" and place:
        rules += [f"name+organization{also}+place", f"name+organization{also}"]
    elif organization.relation == "member":
        rules.append(f"name+organization{also}")
    if not diary:
        bare = "name+event" if event.named or attendance.says else "name+row"
        roster = event.named and not rules and _is_roster(sample, person, event)
        rules += ["name"] if roster else [f"name{also}+{bare.partition('+')[2]}", bare] if more else [bare]
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
