"""A small fictional network, written straight through the ledger's own queries: what the explore tests look at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lpgraph.ids import digest, fold
from lpgraph.store import Store

Steps = list[tuple[str, dict[str, Any]]]


@dataclass
class World:
    """What to write: entities by (label, id), facts as (type, a label, a, b label, b, props), mentions."""

    entities: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    facts: list[tuple[str, str, str, str, str, dict[str, Any]]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    def entity(self, label: str, name: str, *, id_: str = "", ids: Iterable[str] = (), **props: Any) -> str:
        """One entity with one mention; gives its id."""
        key = id_ or f"{label.lower()}/{fold(name).replace(' ', '-')}"
        self.labels[key] = label
        self.entities.append((label, key, {"name": name, "search": fold(name), **props}))
        email = props.pop("email", "")
        self.mentions.append(
            {"label": label, "entity": key, "name": name, "ids": list(ids), "email": email, "key": digest((key, "m"))}
        )
        return key

    def fact(self, type_: str, a: str, b: str, **props: Any) -> str:
        """One fact, from a row of its own unless ``file`` and ``row`` are given; gives its key."""
        told = {"source": "test", "file": "facts.csv", "row": len(self.facts) + 1, "load": "load-1"} | props
        key = digest((type_, a, b, *sorted(f"{k}={v}" for k, v in told.items())))
        ends = (self.labels[a], a, self.labels[b], b)
        self.facts.append((type_, *ends, told | {"key": key}))
        return key

    def write(self, store: Store) -> None:
        """Everything into the store."""
        entities: Steps = [
            (f"entity_put:{label}", {"rows": [{"id": key, "props": {k: v for k, v in props.items() if k != "email"}}]})
            for label, key, props in self.entities
        ]
        facts: Steps = [
            (
                f"fact_create:{type_}:{la}:{lb}",
                {"rows": [{"a": a, "b": b, "props": p}], "source": p["source"], "load": p["load"]},
            )
            for type_, la, a, lb, b, p in self.facts
        ]
        mentions = [step for number, m in enumerate(self.mentions, start=1) for step in _mention(m, number)]
        for steps in (entities, mentions, facts):
            store.write(*steps)


def _mention(mention: dict[str, Any], number: int) -> Steps:
    row = {
        "key": mention["key"], "ref": digest((mention["entity"],)), "label": mention["label"], "namespace": "test",
        "name": mention["name"], "source": "test-list", "data": json.dumps({}), "loads": ["load-1"],
        "file": "list.csv", "row": number, "entity": mention["entity"], "by": "own", "blocks": {},
    }  # fmt: skip
    steps: Steps = [(f"mention_create:{mention['label']}", {"rows": [row]})]
    steps += [("mention_identify", {"rows": [{"key": mention["key"], "id": i}]}) for i in mention["ids"]]
    if mention["email"]:
        contact = {"key": mention["key"], "id": f"email:{mention['email']}", "kind": "email", "value": mention["email"]}
        steps.append(("mention_contact", {"rows": [contact]}))
    return steps


def small() -> World:
    """Officials of two cities, an organizer, a union, two events, a campaign; Vega and Diaz are two steps apart."""
    w = World()
    denver = w.entity("Area", "Denver", id_="ocd-division/country:us/state:co/county:denver", type="place", state="CO")
    kings = w.entity("Area", "Brooklyn", id_="ocd-division/country:us/state:ny/county:kings", type="place", state="NY")
    colorado = w.entity("Area", "Colorado", id_="ocd-division/country:us/state:co", type="state", state="CO")
    w.fact("WITHIN", denver, colorado)
    council = w.entity("Organization", "Denver City Council", classification="government body")
    borough = w.entity("Organization", "Brooklyn Council", classification="government body")
    union = w.entity(
        "Organization", "Test Workers Local 12", classification="union", state="CO", city="Denver", ids=["olms:12345"]
    )
    group = w.entity("Organization", "Tenants Together Test", classification="community")
    seat = w.entity("Post", "Council Member, District 10")
    seat3 = w.entity("Post", "Council Member, District 3")
    for post, body, area in ((seat, council, denver), (seat3, borough, kings)):
        w.fact("IN_BODY", post, body)
        w.fact("GOVERNS", body, area)
    vega = w.entity("Person", "Marisol Vega", ids=["ocd-person:aaaa-bbbb"], email="vega@example.org")
    diaz = w.entity("Person", "Tomás Diaz")
    reyes = w.entity("Person", "Ana Reyes", city="Denver", state="CO")
    old = w.entity("Person", "Old Hand", doNotContact=True)
    twin_a = w.entity("Person", "Sam Twin", id_="person/twin-a", city="Reno", state="NV")
    w.entity("Person", "Sam Twin", id_="person/twin-b", city="Salem", state="OR")
    w.fact("HOLDS", vega, seat, startDate="2023", role="Council Member")
    w.fact("HOLDS", vega, seat, startDate="2023", role="Council Member", source="other", file="other.csv", row=7)
    w.fact("HOLDS", old, seat, startDate="2015", endDate="2019-06")
    w.fact("HOLDS", diaz, seat3, startDate="2024-01-01", endDate="2027-12-31")
    w.fact(
        "KNOWS",
        reyes,
        vega,
        strength=4,
        basis="worked together",
        source="entry",
        file="",
        row=0,
        load="entry-1",
        author="Kim",
    )
    small_event = w.entity("Event", "Rent Roundtable", startAt="2025-03-12", type="roundtable")
    big_event = w.entity("Event", "Test Convening 2024", startAt="2024-07-20")
    for who in (reyes, diaz):
        w.fact("ATTENDED", who, small_event, role="speaker")
    for who in (reyes, diaz, vega):
        w.fact("ATTENDED", who, big_event)
    w.fact("REGISTERED_FOR", vega, small_event, status="no show")
    w.fact("LEADS", reyes, group, role="director", startDate="2020")
    w.fact("MEMBER_OF", twin_a, union)
    campaign = w.entity("Campaign", "Fair Workweek Test", status="active")
    w.fact("WORKS_ON", group, campaign, role="lead")
    w.fact("WORKS_ON", vega, campaign, stance="support")
    w.fact("IN_AREA", campaign, denver, tier="key")
    measure = w.entity("Measure", "Fair Workweek Ordinance", number="24-001")
    w.fact("SPONSORED", vega, measure, role="lead")
    w.fact("DO_NOT_INTRODUCE", old, vega, until="2030")
    return w
