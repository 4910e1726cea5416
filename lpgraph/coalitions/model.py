"""What coalition logic speaks of: members, areas, campaigns, key cities, seats, stances, votes."""

from __future__ import annotations

from dataclasses import dataclass

from lpgraph.model import NOWHERE, FileRow, Kind
from lpgraph.names.stances import Vote, supports, vote_of

PEOPLE = (Kind.OFFICIAL, Kind.PERSON)
CIRCLE = 75  # more members than this do not all know each other; the largest American council has 51 seats
ENDED = "none"  # the stance of who no longer works on a campaign
CARE = {Vote.YES: 0, Vote.LEAN: 1, Vote.UNKNOWN: 2, Vote.NO: 3}  # of two words of one day the higher one counts
HOW = ("knows", "introduced", "belongs", "together")  # kinds of ties between people, closest first


@dataclass(frozen=True, slots=True)
class Member:
    """A person or organization: ``kind`` is a ``model.Kind``, ``where`` a place in words."""

    id: str
    name: str
    kind: str
    where: str = ""
    role: str = ""
    quiet: bool = False  # do not contact, do not introduce, left alone for now: never named as somebody to ask
    aside: bool = False  # a funder, a research institute, a caucus: it helps, and fills no corner

    @property
    def is_person(self) -> bool:
        """Whether it is somebody, not an organization."""
        return self.kind in PEOPLE


@dataclass(frozen=True, slots=True)
class Area:
    """A place by its OCD division id; ``parents`` are the areas in which it lies directly."""

    id: str
    name: str
    state: str = ""
    type: str = ""
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign; ``policies`` are the policies that it is about."""

    id: str
    name: str
    status: str = ""
    priority: str = ""
    policies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyCity:
    """A campaign in an area: how important (tier 1 most), where it stands, the next vote, who looks after it."""

    campaign: str
    area: str
    tier: str = ""
    stage: str = ""
    next_vote: str = ""
    owner: str = ""
    said: FileRow = NOWHERE


@dataclass(frozen=True, slots=True)
class Involvement:
    """Somebody works on a campaign, for it or against it, since ``start`` (ISO, may be empty)."""

    who: str
    campaign: str
    role: str = ""
    stance: str = ""
    influence: str = ""
    start: str = ""
    said: FileRow = NOWHERE
    seq: int = 0  # the number of the load that says so: of two words of one day the later one counts

    @property
    def stand(self) -> str:
        """Where they stand, as it was written; where only a role was, a role against it says so too."""
        return self.stance or (self.role if vote_of(self.role) is Vote.NO else "")

    @property
    def vote(self) -> Vote:
        """The same as a vote."""
        return vote_of(self.stand)

    @property
    def supports(self) -> bool:
        """Whether they work for it: not against it, undecided or only leaning."""
        return supports(self.stand)


@dataclass(frozen=True, slots=True)
class Seat:
    """A post of a body, and who holds it on the day of the scene (``""``: vacant)."""

    post: str
    name: str
    body: str
    person: str = ""
    start: str = ""
    end: str = ""
    said: FileRow = NOWHERE


@dataclass(frozen=True, slots=True)
class Expected:
    """How somebody is expected to vote, or voted, on a measure."""

    person: str
    measure: str
    vote: str
    date: str = ""
    source: str = ""
    voted: bool = False
    said: FileRow = NOWHERE


@dataclass(frozen=True, slots=True)
class Open:
    """An introduction that is under way: its parties and broker."""

    id: str
    parties: tuple[str, ...]
    broker: str = ""
    owner: str = ""
    status: str = ""
    campaign: str = ""
