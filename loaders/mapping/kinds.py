"""What kind of sheet an unknown one is, where taking it for attendance would be wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Set as AbstractSet

from loaders.base import fold_column
from loaders.dates import likely_order, partial
from loaders.mapping import words
from loaders.mapping.looks import like_organizations, look, named
from loaders.mapping.model import EventColumns, OrganizationColumns, PersonColumns
from loaders.mapping.sample import Sample
from loaders.templates import TEMPLATES, Template
from lpgraph.ids import fold

_NEAR = 0.6  # a header with this share of a template's required columns is meant to be that template
_SITTING = 2  # days: what starts and ends within them is a meeting, not a term
_HAPPENING = re.compile(
    r"\b(?:rally|meeting|hall|training|march|canvass|call|hearing|session|workshop|summit|conference|dinner|fair|forum"
    r"|gala|vigil|picnic|bank|night|party|event|webinar|launch|protest|fundraiser|action)\b",
    re.IGNORECASE,
)


def template_of(columns: AbstractSet[str]) -> Template | None:
    """The template that a header is, but for some required columns: hardly any column is another sheet's."""
    near: list[tuple[float, Template]] = []
    for template in TEMPLATES.values():
        own = {fold_column(c) for c, _ in template.columns}
        share = sum(fold_column(c) in columns for c in template.header) / len(template.header)
        if _NEAR <= share < 1 and len(columns - own) * 5 <= len(columns):
            near.append((share, template))
    return max(near, key=lambda n: n[0])[1] if near else None


def is_membership(sample: Sample) -> bool:
    """Whether rows say who was in which body from when until when: no word of events, and terms rather than days."""
    body, start, end = (_first(sample, w) for w in (words.BODIES, words.STARTS, words.ENDS))
    if not (body and start and end):
        return False
    names = [name for c in sample.header for name in words.called(c)]
    if any(words.EVENT_WORDS.search(name) for name in names) or any(words.rank(c, words.PURPOSES) >= 0 for c in names):
        return False
    return not _short(sample, start, end)


def membership(sample: Sample) -> tuple[OrganizationColumns, EventColumns]:
    """The columns of a membership list; its event has no column, only the order of its dates."""
    body, start, end = (sample.take(_first(sample, w)) for w in (words.BODIES, words.STARTS, words.ENDS))
    number = sample.pick(words.ORGANIZATION["id"], filled=False)
    order = likely_order([*sample.values[start], *sample.values[end]])
    return OrganizationColumns(body, number, (), "member", start, end), EventColumns(order=order)


def organizations_in(sample: Sample, person: PersonColumns, name: str) -> str:
    """The column that names an organization in each row of a sheet without people; empty when it is no such list.

    A column that is called so, where no column names a person; else a plain “name” whose values are organizations'
    names: many of them by themselves, some where the sheet is called a list of groups.
    """
    told = any(seen.search(name) for seen in (words.SIGN_IN, words.SIGN_UP, words.MEETING, words.LISTED))
    if person.given or person.family or (person.email and told):
        return ""
    free = [c for c in sample.header if c == person.name or c not in sample.taken]
    if not person.name:
        called = [c for c in free if words.rank(c, words.ORGANIZATIONS) >= 0 and sample.share(c) >= 0.5]
        called = [c for c in called if len(set(sample.values[c])) * 3 >= sample.rows]
        return min(called, key=lambda c: words.rank(c, words.ORGANIZATIONS), default="") or _groups(sample, free, name)
    if words.called(person.name)[0] not in words.ANY_NAME:
        return ""
    share = like_organizations(sample.values[person.name])
    return person.name if share >= (0.2 if words.GROUPS.search(name) else 0.5) else ""


def _groups(sample: Sample, free: list[str], name: str) -> str:
    """A column called nothing we know (“endorser”) whose values are names, many of them organizations'."""
    others = (*words.SPECIFIC, *words.SURE_IDS, *words.EVENT["id"], *words.EVENT["date"])
    if any(words.rank(c, others) >= 0 for c in sample.header):
        return ""  # rows about people or events, whatever bodies they name
    for column in free:
        if look(sample.values[column][:300]) in ("name", "organization"):
            told = words.GROUPS.search(name) or words.GROUPS.search(words.called(column)[0])
            return column if like_organizations(sample.values[column]) >= (0.2 if told else 0.5) else ""
    return ""


def second_organization(sample: Sample) -> str:
    """Another column of organizations than the one that was taken, which tells people of one name apart; it is left
    unused otherwise. None where its name could not stand in a rule."""
    for column in sample.header:
        named = column not in sample.taken and words.rank(column, words.ORGANIZATION["name"]) >= 0
        if named and "+" not in column and sample.share(column) >= 0.5 and len(set(sample.values[column])) > 1:
            return column
    return ""


def event_title(sample: Sample) -> str:
    """The column that names an event in a sheet of events without people; empty when it is no such sheet."""
    known = words.PERSON
    whose = ("given", "family", "email", "phone", "id", "pronouns")
    if any(words.rank(c, known[k]) >= 0 for c in sample.header for k in whose if c != _event_id(sample)):
        return ""
    if any(words.rank(c, (*words.SPECIFIC, *words.ORGANIZATION["name"])) >= 0 for c in sample.header):
        return ""
    plain = [c for c in sample.header if words.called(c)[0] in ("name", "title")]
    start = _first(sample, words.EVENT["date"])
    if len(plain) != 1 or not start or not (_first(sample, words.EVENT["end"]) or _first(sample, words.EVENT["place"])):
        return ""
    values = [v for v in sample.values[plain[0]] if v]
    happening = sum(bool(_HAPPENING.search(v)) for v in values) * 2 > len(values)
    titled = words.called(plain[0])[0] == "title"
    return plain[0] if values and (titled or happening or named(values) < 0.7) else ""


def at_the_event(sample: Sample, title: str) -> bool:
    """Whether a column of roles says what people were at the event (Participant, Host), not what they are."""
    role = bool(title) and "role" in words.called(title)
    filled = [fold(v) for v in sample.values[title] if v] if role else []
    return bool(filled) and sum(v in words.EVENT_ROLES for v in filled) * 2 > len(filled)


def one_day(sample: Sample, date: str, event: str) -> str:
    """A column of dates that nothing calls the event's: it is where each event has one date, mostly."""
    seen = (
        {(e, d) for e, d in zip(sample.values[event], sample.values[date], strict=True) if e and d} if date else set()
    )
    if len(seen) > 2 * len({e for e, _ in seen}):
        sample.taken.discard(date)
        return ""
    return date


def _event_id(sample: Sample) -> str:
    """An id that may count events: the plain one, where nothing else is called so."""
    return next((c for c in sample.header if words.called(c)[0] in ("id", "uuid", "identifier")), "")


def _first(sample: Sample, synonyms: tuple[str, ...]) -> str:
    """The free column that is best called so."""
    found = [c for c in sample.header if c not in sample.taken and words.rank(c, synonyms) >= 0]
    return min(found, key=lambda c: words.rank(c, synonyms), default="")


def _short(sample: Sample, start: str, end: str) -> bool:
    """Whether most rows begin and end within a day or two."""
    order = likely_order([*sample.values[start], *sample.values[end]]) or "mdy"
    spans: list[bool] = []
    for first, last in zip(sample.values[start], sample.values[end], strict=True):
        try:
            days = [dt.date.fromisoformat(partial(v, order)[:10]) for v in (first, last)]
        except ValueError:
            continue
        spans.append((days[1] - days[0]).days < _SITTING)
    return bool(spans) and sum(spans) * 2 > len(spans)
