"""The network in lpgraph's own templates: the rows of each, by the template's columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from loaders.templates import TEMPLATES
from lpgraph.demo.exports import SAMPLETON
from lpgraph.demo.sheets import write_csv
from lpgraph.demo.world import Belonging, Gathering, Org, Person, World

Line = dict[str, object]
KINDS = {"leads": "leads", "staff": "staff of", "board": "board of", "member": "member of"}
INFLUENCE = {1: "low", 2: "low", 3: "medium", 4: "high"}
# Who writes down what: staff use ids for the tables they ran themselves, forms bring names and addresses.
BY_ID = frozenset({"coalition table", "training"})
EXPERTISE = (
    ("ingrid", "Predictable schedules", "fiscal", "costed three ordinances"),
    ("ingrid", "Reduced transit fares", "research", "ridership study"),
    ("leo", "Just cause eviction", "legal", "reads charters for a living"),
    ("leo", "Limits on detainers", "legal", ""),
)
RESOURCES = (
    ("Model fair workweek ordinance", "model bill", "Predictable schedules"),
    ("What fair workweek costs a city", "brief", "Predictable schedules"),
    ("Just cause eviction: a reader", "brief", "Just cause eviction"),
    ("Talking with transit boards", "toolkit", "Reduced transit fares"),
)


class Tables:
    """Turns the world into rows; people and organizations are known by short ids in every table."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.ids: dict[Person | Org, str] = {p: f"p-{n:03d}" for n, p in enumerate(world.people, 1)}
        self.ids |= {o: f"o-{n:03d}" for n, o in enumerate((o for o in world.orgs if not o.affiliate), 1)}
        self.ids |= {o: f"u-{n:03d}" for n, o in enumerate((o for o in world.orgs if o.affiliate), 1)}
        self.names = {org.name: org for org in world.orgs}
        self.by_key = {org.key: org for org in world.orgs}

    def write(self, folder: Path) -> None:
        """One CSV file a template that has rows."""
        makers: dict[str, Callable[[], Iterator[Line]]] = {
            "people": self.people, "organizations": self.organizations, "unions": self.unions, "posts": self.posts,
            "events": self.events, "attendance": self.attendance, "campaigns": self.campaigns,
            "involvement": self.involvement, "ties": self.ties, "measures": self.measures,
            "resources": self.resources, "experts": self.experts,
        }  # fmt: skip
        for name, maker in makers.items():
            columns = [column for column, _ in TEMPLATES[name].columns]
            rows = []
            for line in maker():
                unknown = set(line) - set(columns)
                assert not unknown, f"{name} has no column {unknown}"  # noqa: S101  a mistake in this file
                rows.append([line.get(column, "") for column in columns])
            write_csv(folder / f"{name}.csv", columns, rows)

    def people(self) -> Iterator[Line]:
        """Everybody; where officials sit is told by posts, who works where by ties."""
        for person in self.world.people:
            yield {
                "person_id": self.ids[person], "name": person.name, "email": person.email, "phone": person.phone,
                "title": person.title, "city": person.place.city if person.place else "",
                "state": person.place.state if person.place else "", "issues": "; ".join(person.interests),
            }  # fmt: skip

    def organizations(self) -> Iterator[Line]:
        """All but the unions."""
        for org in self.world.orgs:
            if not org.affiliate:
                yield {
                    "organization_id": self.ids[org], "name": org.name, "classification": org.classification,
                    "city": org.place.city if org.place else "", "state": org.place.state if org.place else "",
                    "website": f"https://{org.domain}", "ein": org.ein,
                }  # fmt: skip

    def unions(self) -> Iterator[Line]:
        """Locals and the internationals that they are affiliated with; acronyms and file numbers are invented."""
        for org in self.world.orgs:
            if org.affiliate:
                yield {
                    "union_id": self.ids[org], "name": org.name, "affiliate": org.affiliate,
                    "designation": org.designation.lower() if org.local else "", "local_number": org.local,
                    "level": "local" if org.local else "national",
                    "parent": self.ids[self.by_key[org.parent]] if org.parent else "",
                    "city": org.place.city if org.place else "", "state": org.place.state if org.place else "",
                    "members": org.members or "", "olms_file_number": org.file_number,
                }  # fmt: skip

    def posts(self) -> Iterator[Line]:
        """Every seat but Sampleton's, which come as OpenStates files."""
        for seat in self.world.seats:
            if seat.place.key != SAMPLETON:
                yield {
                    "person": self.ids[seat.holder], "role": seat.place.role, "body": seat.place.body,
                    "area": seat.place.division, "seat": seat.label, "start": seat.start.isoformat(),
                    "end": seat.end.isoformat() if seat.end else "",
                }  # fmt: skip

    def events(self) -> Iterator[Line]:
        """All events; those that another tool tells about are known by title and day, as its file names them."""
        for event in self.world.events:
            yield {
                "event_id": "" if event.export != "template" else self.event_id(event), "title": event.title,
                "type": event.type, "start": f"{event.start:%Y-%m-%d %H:%M}", "format": event.format,
                "city": event.place.city if event.place else "", "state": event.place.state if event.place else "",
                "size": len(event.came) or "", "host": self.ids[self.names[event.host]],
                "campaign": f"c-{self.world.campaigns.index(event.campaign) + 1}" if event.campaign else "",
                "policy": event.campaign.policy if event.campaign else "",
            }  # fmt: skip

    def event_id(self, event: Gathering) -> str:
        """``e-07``: numbered in order of time."""
        return f"e-{self.world.events.index(event) + 1:02d}"

    def attendance(self) -> Iterator[Line]:
        """Who registered, came, or was a no-show, for the events that no other tool tells about."""
        for event in self.world.events:
            if event.export != "template":
                continue
            ahead = not event.came
            for person, status in (
                *((p, "attended") for p in event.came),
                *((p, "registered" if ahead else "no-show") for p in event.absent),
            ):
                line: Line = {"event": self.event_id(event), "person": self.ids[person], "status": status}
                if event.type not in BY_ID:
                    line |= {"person": person.name, "email": person.email, "organization": person.organization}
                yield line

    def campaigns(self) -> Iterator[Line]:
        """One row a key city; the name and priority stand in the first."""
        for number, campaign in enumerate(self.world.campaigns, 1):
            for index, city in enumerate(campaign.cities):
                line: Line = {
                    "campaign_id": f"c-{number}", "area": city.place.division, "tier": city.tier, "stage": city.stage,
                    "next_vote": city.next_vote.isoformat() if city.next_vote else "", "owner": city.owner,
                }  # fmt: skip
                if not index:
                    line |= {
                        "name": campaign.name,
                        "status": "active",
                        "priority": campaign.priority,
                        "policy": campaign.policy,
                    }
                yield line

    def involvement(self) -> Iterator[Line]:
        """Who works on which campaign."""
        for one in self.world.involvements:
            number = self.world.campaigns.index(one.campaign) + 1
            yield {
                "who": self.ids[one.who], "who_kind": "person" if isinstance(one.who, Person) else "organization",
                "campaign": f"c-{number}", "role": one.role, "stance": one.stance,
                "influence": INFLUENCE[one.influence],
            }  # fmt: skip

    def ties(self) -> Iterator[Line]:
        """Who knows whom, who must be kept apart, and who belongs to which organization."""
        for tie in self.world.ties:
            knows = tie.strength > 0
            yield {
                "person": self.ids[tie.a], "other": self.ids[tie.b], "type": "knows" if knows else "do-not-introduce",
                "strength": tie.strength or "", "basis": tie.basis if knows else "",
                "last_contact": tie.last.isoformat() if knows else "", "since": "" if knows else tie.last.isoformat(),
                "note": "" if knows else tie.basis,
            }  # fmt: skip
        yield from (self._belonging(one) for one in self.world.belongings)

    def _belonging(self, one: Belonging) -> Line:
        return {
            "person": self.ids[one.person], "other": self.ids[one.org], "type": KINDS[one.kind], "basis": one.role,
            "since": one.start.isoformat(), "until": one.end.isoformat() if one.end else "",
        }  # fmt: skip

    def measures(self) -> Iterator[Line]:
        """Forty measures before the sample bodies."""
        for number, bill in enumerate(self.world.bills, 1):
            yield {
                "measure_id": f"m-{number:02d}", "policy": bill.policy, "area": bill.place.division,
                "body": bill.place.body if bill.place.key != SAMPLETON else "", "number": bill.number,
                "title": f"{bill.place.city}: {bill.title}", "stage": bill.stage,
                "stage_date": bill.stage_date.isoformat(), "sponsor": self.ids[bill.sponsor], "result": bill.result,
                "budget_note": bill.budget_note, "preemption": bill.preemption, "citation": bill.citation,
            }  # fmt: skip

    def resources(self) -> Iterator[Line]:
        """Model bills and briefs."""
        for number, (title, kind, policy) in enumerate(RESOURCES, 1):
            url = f"https://commonweal-workbench.example.org/r-{number}"
            yield {"resource_id": f"r-{number}", "title": title, "type": kind, "url": url, "policy": policy}

    def experts(self) -> Iterator[Line]:
        """Who advises on what."""
        for key, policy, kind, note in EXPERTISE:
            yield {"person": self.ids[self.world.cast[key]], "policy": policy, "kind": kind, "note": note}
