"""The fictional network in memory: plain records, and nothing about how they are written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from lpgraph.demo.places import Place

Export = Literal["template", "eventbrite", "zoom", "sign-in"]
Belongs = Literal["leads", "staff", "board", "member"]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person. ``key`` is short and stable; the name is unique unless a story wants it otherwise."""

    key: str
    given: str
    family: str
    email: str
    phone: str
    place: Place | None
    title: str = ""
    organization: str = ""
    interests: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Seat:
    """One term of one person on a body."""

    place: Place
    number: int
    holder: Person
    start: date
    end: date | None

    @property
    def label(self) -> str:
        """``District 10``."""
        return f"{self.place.district} {self.number}"

    def current(self, on: date) -> bool:
        """Whether the term runs on that day."""
        return self.start <= on and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class Org:
    """A community or advocacy organization, a research institute, or a union (then with an affiliate)."""

    key: str
    name: str
    classification: str
    place: Place | None
    acronym: str = ""
    ein: str = ""
    affiliate: str = ""
    designation: str = ""
    local: str = ""
    file_number: str = ""
    members: int = 0
    parent: str = ""  # the key of the body it is affiliated with

    @property
    def domain(self) -> str:
        """Where its people have their mail."""
        return f"{self.key}.example.org"


@dataclass(frozen=True, slots=True)
class Belonging:
    """A person's place in an organization."""

    person: Person
    org: Org
    kind: Belongs
    role: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class KeyCity:
    """A campaign in one area."""

    place: Place
    tier: int
    stage: str
    next_vote: date | None
    owner: str


@dataclass(slots=True)
class Campaign:
    """A campaign, the policy it wants, and its key cities."""

    key: str
    name: str
    policy: str
    priority: str
    cities: list[KeyCity] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Involvement:
    """Who works on a campaign."""

    who: Person | Org
    campaign: Campaign
    role: str
    stance: str
    influence: int


@dataclass(slots=True)
class Gathering:
    """An event: who registered, who came, and which tool's export says so."""

    key: str
    title: str
    type: str
    start: datetime
    hours: float
    place: Place | None
    format: str
    host: str
    campaign: Campaign | None
    export: Export = "template"
    came: list[Person] = field(default_factory=list)
    absent: list[Person] = field(default_factory=list)  # registered and did not come


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people who know each other (strength 1–5), or who must not be introduced (strength 0)."""

    a: Person
    b: Person
    strength: int
    basis: str
    last: date


@dataclass(frozen=True, slots=True)
class Bill:
    """A measure before a body."""

    number: str
    title: str
    policy: str
    place: Place
    stage: str
    stage_date: date
    sponsor: Person
    result: str
    budget_note: str = ""
    preemption: str = ""
    citation: str = ""


@dataclass(slots=True)
class World:
    """All of it."""

    as_of: date
    places: tuple[Place, ...]
    seats: list[Seat] = field(default_factory=list)
    others: list[Person] = field(default_factory=list)
    orgs: list[Org] = field(default_factory=list)
    belongings: list[Belonging] = field(default_factory=list)
    campaigns: list[Campaign] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    events: list[Gathering] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    bills: list[Bill] = field(default_factory=list)
    cast: dict[str, Person] = field(default_factory=dict)

    @property
    def people(self) -> list[Person]:
        """Everybody once, officials first."""
        return list(dict.fromkeys([*(seat.holder for seat in self.seats), *self.others]))

    @property
    def officials(self) -> list[Person]:
        """Those who hold a seat on the day."""
        return [seat.holder for seat in self.seats if seat.current(self.as_of)]

    def org(self, key: str) -> Org:
        """The organization of that key."""
        return next(org for org in self.orgs if org.key == key)

    def campaign(self, key: str) -> Campaign:
        """The campaign of that key."""
        return next(campaign for campaign in self.campaigns if campaign.key == key)
