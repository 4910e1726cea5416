"""From suggestions to cards: what a staffer could read aloud, and the rows it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lpgraph.dashboard import words
from lpgraph.dashboard.graph.kinds import look
from lpgraph.dashboard.safe import clean
from lpgraph.dashboard.views import bar, percent
from lpgraph.explore.entities import Entity
from lpgraph.introductions.model import FactRef, Gate, Reason, Suggestion, WhyNot
from lpgraph.introductions.shown import kinds_of
from lpgraph.model import Kind, Label

MOST_REASONS = 3
TOP = 10
KINDS = ("official", "organization", "union", "person")


def can_meet(entity: Entity) -> bool:
    """Whether introductions are for such a one: people, organizations, campaigns, but no government bodies."""
    return entity.label in (Label.PERSON, Label.ORGANIZATION, Label.CAMPAIGN) and entity.kind != Kind.BODY


def asking(entity: Entity, card: Card) -> tuple[str, str]:
    """For whom a card is, and for which campaign: a campaign asks through the supporter who is nearest."""
    return (card.way[0], entity.id) if entity.label == Label.CAMPAIGN and card.way else (entity.id, card.campaign)


@dataclass(frozen=True, slots=True)
class Because:
    """One reason: the sentence, its kind in a word, and the bar that says how much of the score it carries."""

    text: str
    kind: str
    bar: str
    share: str


@dataclass(frozen=True, slots=True)
class Card:
    """One suggestion as it is drawn."""

    id: str
    rank: int
    name: str
    line: str
    reasons: tuple[Because, ...]
    broker: str
    sources: tuple[dict[str, str | int | None], ...]
    sources_title: str
    can_bar: bool  # whether “do not introduce” can be entered for the two
    broker_id: str = ""
    way: tuple[str, ...] = ()  # from the one asking to them, both ends left out
    score: float = 0.0
    kinds: str = ""  # kinds of evidence with their shares, as they are kept with an answer
    campaign: str = ""  # for which the two were brought up together


Names = Mapping[str, str]


def cards(suggestions: Sequence[Suggestion], asking_label: str, roles: Mapping[str, str], names: Names) -> list[Card]:
    """The cards of a list of suggestions, in its order.

    ``roles`` has the line below a name by id, ``names`` the names of all that the facts are about.
    """
    return [_card(s, asking_label == Label.PERSON, roles.get(s.id, ""), names) for s in suggestions]


def pair_card(entity: Entity, other: Entity, why: WhyNot, broker: str, campaign: str) -> Card:
    """Two who were brought up together, as a card of the list: what speaks for them stands above it already."""
    can_bar = Label.PERSON in (entity.label, other.label)
    return Card(other.id, 1, clean(other.name), "", (), "", (), "", can_bar, broker, kinds=kinds_of(why.terms),
                campaign=campaign)  # fmt: skip


def fact_ids(reasons: Iterable[Reason | Gate]) -> set[str]:
    """Everything that the facts of reasons or gates are about."""
    return {one for reason in reasons for fact in reason.facts for one in fact.ids}


def label_of(kind: str) -> Label:
    """The label of those who can be suggested."""
    return Label.PERSON if kind in (Kind.OFFICIAL, Kind.PERSON) else Label.ORGANIZATION


def refs(entity: Entity, suggestions: Sequence[Suggestion]) -> list[tuple[str, str]]:
    """Everybody on the screen as (label, id)."""
    return [(entity.label, entity.id), *((str(label_of(s.kind)), s.id) for s in suggestions)]


def _card(suggestion: Suggestion, for_person: bool, role: str, names: Names) -> Card:
    strongest = sorted(suggestion.reasons, key=lambda reason: -reason.share)
    sources = _sources(strongest, names)
    return Card(
        id=suggestion.id,
        rank=suggestion.rank,
        name=clean(suggestion.name),
        line=role_line(suggestion, role),
        reasons=tuple(because(reason) for reason in strongest[:MOST_REASONS]),
        broker=broker_line(suggestion),
        sources=tuple(sources),
        sources_title=_title(sources),
        can_bar=for_person or label_of(suggestion.kind) == Label.PERSON,
        broker_id=suggestion.broker.id if suggestion.broker else "",
        way=suggestion.path[1:-1],
        score=suggestion.score,
        kinds=kinds_of(suggestion.reasons),
    )


def role_line(suggestion: Suggestion, role: str) -> str:
    """Role, then place, a place that the role names left out: ``Council Member, District 10 · Denver, CO``."""
    role = clean(role) or look(suggestion.kind).one
    where = clean(suggestion.where)
    return " · ".join(part for part in (role, "" if where and where.split(",")[0] in role else where) if part)


def because(reason: Reason) -> Because:
    """One reason as it is drawn; a share of nothing has no bar."""
    share = percent(reason.share) if reason.share > 0 else ""
    return Because(clean(reason.text), _kind(reason), bar(reason.share), share)


def _kind(reason: Reason) -> str:
    return words.REASON_WORDS.get(reason.kind, reason.kind)


def broker_line(suggestion: Suggestion) -> str:
    """Whom to ask for the introduction, and what they carry."""
    broker = suggestion.broker
    return _broker(clean(broker.name), broker.load) if broker else words.NO_BROKER


def _broker(name: str, load: int) -> str:
    carries = words.BROKER_LOAD.format(n=words.count(load, "ask")) if load else words.BROKER_FREE
    return f"{words.BROKER.format(name=name)} ({carries})"


def _sources(reasons: Iterable[Reason], names: Names) -> list[dict[str, str | int | None]]:
    """One row for each fact of each reason, in the order of the reasons."""
    return [_source(_kind(reason), fact, names) for reason in reasons for fact in reason.facts]


def _source(why: str, fact: FactRef, names: Names) -> dict[str, str | int | None]:
    """A fact as a short sentence, and where it is written."""
    said = words.FACT_WORDS.get(fact.type, fact.type.lower().replace("_", " "))
    first, *rest = [clean(names.get(one, "")) for one in fact.ids] or [""]
    sentence = " ".join(part for part in (first, said, *rest) if part)
    return {"why": clean(why), "fact": sentence, "source": clean(fact.source), "row": fact.row}


def _title(sources: Sequence[dict[str, str | int | None]]) -> str:
    """How many rows say it, and the first one: ``3 sources: attendees_2025.csv row 812 …``."""
    places = list(dict.fromkeys((source["source"], source["row"]) for source in sources))
    if not places:
        return ""
    file, row = places[0]
    first = f"{file} row {row}" if row else f"{file}"
    return f"{words.count(len(places), 'source')}: {first}{' …' if len(places) > 1 else ''}"


@dataclass(frozen=True, slots=True)
class Answer:
    """Why two are not suggested to each other: what stops it, what was looked at and passed, what speaks for it."""

    stops: tuple[str, ...]
    passes: tuple[str, ...]
    terms: tuple[Because, ...]
    sources: tuple[dict[str, str | int | None], ...]


def answer(why: WhyNot, names: Names) -> Answer:
    """The sentences of a why-not."""
    rows = [_source(words.GATES_TITLE, fact, names) for gate in why.gates if gate.stops for fact in gate.facts]
    return Answer(
        stops=tuple(clean(gate.text) for gate in why.gates if gate.stops),
        passes=tuple(clean(gate.text) for gate in why.gates if not gate.stops),
        terms=tuple(because(term) for term in sorted(why.terms, key=lambda term: -term.share)),
        sources=(*rows, *_sources(why.terms, names)),
    )
