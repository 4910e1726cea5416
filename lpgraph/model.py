"""The graph's closed lists: labels, fact types, and what each may carry (``docs/model.md``).

Terms follow Popolo (person, organization, post, area, event), Open Civic Data (division and jurisdiction ids), OSDI
(attendance) and OLMS (file number, affiliate, designation). Labels and types never come from data: every Cypher text
is expanded from these lists once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | bool
Props = dict[str, Value]


@dataclass(frozen=True, slots=True)
class FileRow:
    """The row of a file that says so; no row for what stands for a file as a whole."""

    file: str
    row: int | None = None

    @property
    def place(self) -> tuple[str, int]:
        """To sort by."""
        return self.file, self.row or 0

    @property
    def text(self) -> str:
        """``measures.csv row 3``; nothing where no file says so."""
        return f"{self.file} row {self.row}" if self.file and self.row else self.file


NOWHERE = FileRow("")


class Label(StrEnum):
    """The key label of an entity; each has one unique ``id``."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    POST = "Post"
    AREA = "Area"
    EVENT = "Event"
    ISSUE = "Issue"
    CAMPAIGN = "Campaign"
    POLICY = "Policy"
    MEASURE = "Measure"
    RESOURCE = "Resource"
    INTRODUCTION = "Introduction"
    QUESTION = "Question"


class Kind(StrEnum):
    """What a person on screen calls an entity; derived, see ``kind_of``."""

    OFFICIAL = "official"
    PERSON = "person"
    ORGANIZATION = "organization"
    UNION = "union"
    BODY = "government body"
    EVENT = "event"
    CAMPAIGN = "campaign"
    POLICY = "policy"
    MEASURE = "measure"
    ISSUE = "issue"
    AREA = "area"
    POST = "post"
    RESOURCE = "resource"


class Classification(StrEnum):
    """Popolo's ``classification`` of an organization."""

    COMMUNITY = "community"
    ADVOCACY = "advocacy"
    UNION = "union"
    BODY = "government body"
    CAUCUS = "caucus"
    CHAPTER = "chapter"
    COALITION = "coalition"
    FUNDER = "funder"
    RESEARCH = "research"


@dataclass(frozen=True, slots=True)
class FactType:
    """A relationship type between two labels, and the properties of its own that it may carry."""

    type: str
    a: Label
    b: Label
    props: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The key of this type in the catalogue: ``ATTENDED:Person:Event``."""
        return f"{self.type}:{self.a}:{self.b}"


_P, _O, _E, _A = Label.PERSON, Label.ORGANIZATION, Label.EVENT, Label.AREA
_C, _POL, _I, _M, _R = Label.CAMPAIGN, Label.POLICY, Label.ISSUE, Label.MEASURE, Label.RESOURCE
_N, _Q = Label.INTRODUCTION, Label.QUESTION
# Records of our own work: no search finds them, no picture shows them, no score counts them.
RECORDS = (_N, _Q)
THINGS = tuple(label for label in Label if label not in RECORDS)

# Which end points where reads as a sentence: (Person)-[:HOLDS]->(Post)-[:IN_BODY]->(Organization)-[:GOVERNS]->(Area).
FACTS: tuple[FactType, ...] = (
    FactType("HOLDS", _P, Label.POST, ("role",)),
    FactType("IN_BODY", Label.POST, _O),
    FactType("REPRESENTS", Label.POST, _A),
    FactType("GOVERNS", _O, _A),
    FactType("WITHIN", _A, _A),
    FactType("MEMBER_OF", _P, _O, ("role",)),
    FactType("STAFF_OF", _P, _O, ("role",)),
    FactType("BOARD_OF", _P, _O, ("role",)),
    FactType("LEADS", _P, _O, ("role",)),
    FactType("AFFILIATED_WITH", _O, _O, ("role",)),
    FactType("ACTIVE_IN", _O, _A),
    FactType("LOCATED_IN", _P, _A),
    FactType("LOCATED_IN", _E, _A),
    FactType("REGISTERED_FOR", _P, _E, ("status",)),
    FactType("REGISTERED_FOR", _O, _E, ("status",)),
    FactType("ATTENDED", _P, _E, ("role", "minutes")),
    FactType("ATTENDED", _O, _E, ("role", "minutes")),
    FactType("HOSTED", _O, _E),
    FactType("SPONSORED", _O, _E),
    FactType("PART_OF", _E, _E),
    FactType("ABOUT", _E, _I),
    FactType("ABOUT", _E, _C),
    FactType("ABOUT", _E, _POL),
    FactType("ABOUT", _C, _POL),
    FactType("ABOUT", _R, _POL),
    FactType("ABOUT", _R, _M),
    FactType("KNOWS", _P, _P, ("strength", "basis", "lastContactAt")),
    FactType("DO_NOT_INTRODUCE", _P, _P, ("until",)),
    FactType("DO_NOT_INTRODUCE", _P, _O, ("until",)),
    FactType("WORKS_ON", _P, _C, ("role", "stance", "influence")),
    FactType("WORKS_ON", _O, _C, ("role", "stance", "influence")),
    FactType("INTERESTED_IN", _P, _I, ("stance",)),
    FactType("INTERESTED_IN", _P, _POL, ("stance",)),
    FactType("INTERESTED_IN", _O, _I, ("stance",)),
    FactType("INTERESTED_IN", _O, _POL, ("stance",)),
    FactType("ADVISES_ON", _P, _POL, ("kind",)),
    FactType("IN_AREA", _C, _A, ("tier", "stage", "nextVote", "owner")),
    FactType("IN_AREA", _M, _A),
    FactType("IN_BODY", _M, _O),
    FactType("ENACTS", _M, _POL),
    FactType("ALTERNATIVE_TO", _POL, _POL),
    FactType("SPONSORED", _P, _M, ("role",)),
    FactType("VOTED", _P, _M, ("vote",)),
    FactType("EXPECTED", _P, _M, ("vote",)),
    FactType("ASKED", _P, _Q),
    FactType("CONCERNS", _Q, _POL),
    FactType("ASKED_IN", _Q, _A),
    FactType("PARTY", _N, _P, ("side", "optIn")),
    FactType("PARTY", _N, _O, ("side", "optIn")),
    FactType("BROKER", _N, _P),
    FactType("OWNER", _N, _P),
    FactType("FOR", _N, _C),
    FactType("EVIDENCE", _N, _P),
    FactType("EVIDENCE", _N, _O),
    FactType("EVIDENCE", _N, _E),
    FactType("EVIDENCE", _N, _I),
    FactType("EVIDENCE", _N, _C),
    FactType("EVIDENCE", _N, _POL),
)
FACT_BY_NAME = {fact.name: fact for fact in FACTS}
# Carried by any fact: dates are ISO text cut to their precision ("2024", "2024-05", "2024-05-12").
COMMON_FACT_PROPS = ("startDate", "endDate", "assertion", "note", "author", "url")
# Carried by every fact, written by the ledger, never by a loader; all but ``key`` and ``source`` stay out of
# the fingerprint.
PROVENANCE = ("key", "source", "file", "row", "load", "fromRef", "toRef")

ENTITY_PROPS: dict[Label, tuple[str, ...]] = {
    _P: (
        "name", "givenName", "familyName", "additionalName", "honorificSuffix", "pronouns", "title", "organization",
        "status", "city", "state", "doNotContact", "doNotIntroduce", "snoozeUntil", "sensitivity", "pointPerson",
        "website", "zip", "joined", "notes",
    ),
    _O: (
        "name", "acronym", "classification", "ein", "ntee", "irsSubsection", "website", "city", "state", "lmFileNumber",
        "affiliate", "designation", "localNumber", "unionLevel", "members", "doNotContact", "doNotIntroduce",
    ),
    Label.POST: ("name", "role", "seat", "termLengthYears"),
    _A: ("name", "type", "state", "population", "formOfGovernment", "lat", "lon"),
    _E: ("name", "type", "startAt", "endAt", "format", "size", "url", "legalEntity"),
    _I: ("name", "parent"),
    _C: ("name", "status", "priority", "legalEntity"),
    _POL: ("name", "parent"),
    _M: ("name", "number", "stage", "stageDate", "result", "url", "budgetNote", "preemption", "citation"),
    _R: ("name", "type", "url"),
    # ``outcome``: useful, neutral, bad; ``because``: why it was declined; ``until``: how long the pair then rests.
    _N: (
        "name", "status", "step", "begun", "on", "dueDate", "reason", "score", "outcome", "because", "until", "note",
        "author",
    ),
    _Q: ("name", "status", "asked", "author", "assignee", "answer", "answered", "answeredBy", "url"),
}  # fmt: skip
# Who may be introduced, correct a field, or be a side.
PARTIES = (Label.PERSON, Label.ORGANIZATION)
# Entities that identity decides about; all others are what their own id says they are.
MATCHED = (*PARTIES, Label.EVENT)
