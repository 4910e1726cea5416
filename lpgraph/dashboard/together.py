"""What the screens ask for about coalitions, policies and convenings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from lpgraph import ingest
from lpgraph.briefing import brief, sheet
from lpgraph.coalitions import candidates, coverage, editing, reading, structure, triad, turnover, votes, what_if
from lpgraph.coalitions.scene import Scene
from lpgraph.coalitions.triad import Corner, Side, Triad
from lpgraph.convening import met
from lpgraph.convening.plan import Seating, Wish, reasons
from lpgraph.convening.plan import plan as seat
from lpgraph.explore import profile, where
from lpgraph.explore.entities import Entity
from lpgraph.introductions.book import Book
from lpgraph.network.snapshot import Snapshot
from lpgraph.policies import page, peers, questions
from lpgraph.store import Store

LEAST = 4  # people of whom a plan can be made
_SCENES: WeakKeyDictionary[Snapshot, tuple[Book, Scene]] = WeakKeyDictionary()  # read once for all visitors


@dataclass
class Together:
    """Coalitions, policies and convenings over the two connections of a backend."""

    reader: Store
    writer: Callable[[], Store]
    snapshot: Callable[[], Snapshot]
    book: Callable[[], Book]

    # ---- coalitions
    def scene(self) -> Scene:
        """Campaigns, seats, stances and ties as they are."""
        snapshot, book = self.snapshot(), self.book()
        kept = _SCENES.get(snapshot)
        if kept is None or kept[0] is not book:
            kept = _SCENES[snapshot] = (book, reading.take(self.reader, snapshot, book))
        return kept[1]

    def grid(self) -> tuple[coverage.Cell, ...]:
        """Every campaign in every key city, the biggest gap first."""
        return coverage.grid(self.scene())

    def triad(self, campaign: str, area: str) -> Triad:
        """A campaign in one area."""
        return triad.triad(self.scene(), campaign, area)

    def bridges(self, found: Triad, side: Side) -> tuple[votes.Mover, ...]:
        """Who could bring two corners together that nothing connects."""
        return what_if.bridges(self.scene(), found, side)

    def count(self, campaign: str, area: str) -> votes.Count:
        """The vote count of the body that decides."""
        return votes.count(self.scene(), campaign, area)

    def structure(self, campaign: str, area: str) -> structure.Structure:
        """Who holds a coalition together."""
        return structure.structure(self.scene(), campaign, area)

    def what_if(self, gone: list[str]) -> what_if.WhatIf:
        """What breaks without these."""
        return what_if.what_if(self.scene(), gone)

    def turnover(self) -> tuple[turnover.Handover, ...]:
        """Seats that changed hands within a year."""
        return turnover.turnover(self.scene())

    def candidates(self, campaign: str, area: str, corner: Corner) -> tuple[candidates.Candidate, ...]:
        """Who could fill an empty corner."""
        return candidates.candidates(
            self.reader, self.snapshot(), self.scene(), campaign, area, corner, book=self.book()
        )

    def stance(self, who: str, campaign: str, stance: str, author: str, note: str = "") -> str:
        """Write down where somebody stands on a campaign; gives the entry to take it back by."""
        return ingest.log_entry(self.writer(), who, "stance", other_id=campaign, value=stance, note=note, author=author)

    def set_city(self, campaign: str, area: str, fields: Mapping[str, str], author: str) -> str:
        """Say how a campaign stands in a key city; gives the entry to take it back by."""
        return editing.set_city(self.writer(), campaign, area, **fields, author=author)

    def end_city(self, campaign: str, area: str, author: str) -> str:
        """Say that it is no key city any more."""
        return editing.end_city(self.writer(), campaign, area, author)

    def new_campaign(self, name: str, area: str, tier: str, author: str) -> str:
        """Begin a campaign with its first key city."""
        return editing.new_campaign(self.writer(), name, area, tier=tier, author=author)

    def involve(self, who: str, campaign: str, fields: Mapping[str, str], author: str) -> str:
        """Say who works on a campaign, in which role, for it or against it."""
        return editing.involve(self.writer(), who, campaign, **fields, author=author)

    def briefing(self, who: str) -> str:
        """The page about somebody before a call, as HTML to print. Raises ``NotFound``."""
        return sheet(brief(self.reader, self.snapshot(), self.scene(), who, self.book()))

    # ---- policies
    def area(self, text: str) -> Entity:
        """The place that somebody means. Raises ``Ambiguous``, ``NotFound``."""
        return where.area(self.reader, text)

    def policies(self) -> list[tuple[str, str, int, int]]:
        """Every policy: id, name, measures, areas with one."""
        rows = self.reader.read("policy_list")
        return [(row["id"], row["name"], row["measures"], row["areas"]) for row in rows]

    def policy(self, one: str, name: str) -> page.Page:
        """The page of a policy."""
        return page.page(self.reader, one, name, self.snapshot().day)

    def here(self, found: page.Page, area: str) -> page.Here | None:
        """Could this law work in an area."""
        cities = page.cities_of(self.reader, {area})
        return page.here(found, cities[area]) if area in cities else None

    def peers(self, who: str, about: tuple[str, str] | None = None) -> tuple[peers.Peer, ...]:
        """Whom an official could ask."""
        return peers.of_official(self.reader, self.snapshot(), who, about, book=self.book())

    def questions(self, policy: str = "", words: str = "") -> list[questions.Question]:
        """Questions that officials asked, open ones first."""
        return questions.questions(self.reader, policy=policy, words=words)

    def ask(self, who: str, text: str, policy: str, assignee: str, author: str) -> str:
        """Write a question down."""
        return questions.ask(self.writer(), who, text, policy=policy, assignee=assignee, author=author)

    def answer(self, question: str, text: str, link: str, author: str) -> str:
        """Write its answer down."""
        return questions.answer(self.writer(), question, text, link=link, author=author)

    # ---- convenings
    def convenings(self) -> list[tuple[str, str, str, int]]:
        """Events with enough people to seat, newest first: id, name, day, people."""
        rows = self.reader.read("convening_events", least=LEAST, limit=500)
        return [(row["id"], row["name"], row["startAt"], row["people"]) for row in rows]

    def plan(self, event: str, wish: Wish, before: Mapping[tuple[int, str], int] | None = None) -> Seating:
        """Tables and slots for those who come. Raises ``NotFound``, ``UsageError``."""
        return seat(self.reader, self.snapshot(), event, wish, before=before, book=self.book())

    def reasons(self, made: Seating) -> dict[tuple[str, str], str]:
        """Why the best new ties of each table are worth making."""
        return reasons(self.reader, self.snapshot(), made, self.book())

    def met(self, made: Seating, title: str, author: str) -> met.Written:
        """Write down who met at the tables; gives the entry to take it back by."""
        day = str(profile.profile(self.reader, made.event).props.get("startAt") or "")[:10]
        return met.met(self.writer(), made, title, day, author=author)
