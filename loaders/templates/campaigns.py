"""Templates about campaigns and policy: key cities, who works on what, measures, resources, experts."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities
from loaders.base import Context, Draft, Fact, Mention, Row, RowRefused
from loaders.templates import refs
from loaders.templates.refs import NAMESPACE
from loaders.templates.template import Template
from lpgraph.ids import fold
from lpgraph.model import Label
from lpgraph.names import stages, stances


def _read_campaign(row: Row, _context: Context) -> Iterator[Draft]:
    own, name = row.maybe("campaign_id"), row.maybe("name")
    ident = refs.known_by(own or row.take("name"))[0]
    campaign = entities.thing(
        Label.CAMPAIGN, NAMESPACE, ident, name, rank=2 if name else 0, status=row.maybe("status"),
        priority=row.maybe("priority"), legalEntity=row.maybe("legal_entity").casefold(),
    )  # fmt: skip
    yield campaign
    for policy in refs.several(row.maybe("policy")):
        yield Fact("ABOUT", campaign, refs.ref(Label.POLICY, policy), record=("campaign-policies", *ident))
    area = refs.area(row, "area")
    if area:
        props = entities.filled(
            tier=row.maybe("tier"), stage=row.maybe("stage"), nextVote=refs.date(row, "next_vote"),
            owner=row.maybe("owner"), note=row.maybe("note"),
        )  # fmt: skip
        yield Fact("IN_AREA", campaign, area, props, ("campaign", *ident, *area.ident))
        yield from areas.within(area)


def _party(row: Row, column: str) -> Mention:
    """A person or, when its kind says so or its id is an organization's, an organization."""
    text = row.take(column)
    kind = row.maybe(f"{column}_kind").casefold()
    if kind and not kind.startswith(("person", "organi", "union")):
        raise RowRefused(f"{column}_kind must be person or organization", f"{column}_kind")
    organization = kind.startswith(("organi", "union")) or text.casefold().startswith(("ein:", "olms:", "ocd-jur"))
    return refs.ref(Label.ORGANIZATION, text) if organization else refs.person(row, text)


def _read_involvement(row: Row, _context: Context) -> Iterator[Draft]:
    who = _party(row, "who")
    campaign = refs.ref(Label.CAMPAIGN, row.take("campaign"))
    props = entities.filled(
        role=row.maybe("role"), stance=row.maybe("stance").casefold(), influence=row.maybe("influence"),
        startDate=refs.date(row, "since"), endDate=refs.date(row, "until"),
    )  # fmt: skip
    if not stances.understood(row.maybe("stance")):
        row.flag(f"{row.maybe('stance')!r} says neither for nor against; it counts as unknown", "stance")
    yield who
    yield campaign
    yield Fact("WORKS_ON", who, campaign, props, ("involvement", *who.ident, "", *campaign.ident))


def _read_measure(row: Row, _context: Context) -> Iterator[Draft]:
    area = refs.area(row, "area")
    number, title = row.maybe("number"), row.maybe("title")
    own = row.maybe("measure_id")
    place = area.ident[0] if area else ""
    ident = refs.known_by(own)[0] if own else (fold(number or title or row.take("title")), place)
    measure = entities.thing(
        Label.MEASURE, NAMESPACE, ident, title or number, rank=2, number=number, stage=row.maybe("stage").casefold(),
        stageDate=refs.date(row, "stage_date"), result=row.maybe("result").casefold(), url=row.maybe("url"),
        budgetNote=row.maybe("budget_note"), preemption=row.maybe("preemption"), citation=row.maybe("citation"),
    )  # fmt: skip
    if not stages.known(row.maybe("stage")):
        row.flag(f"{row.maybe('stage')!r} is no stage that lpgraph knows; it is shown as written", "stage")
    record = ("measure", *ident)
    yield measure
    for policy in refs.several(row.maybe("policy")):
        yield Fact("ENACTS", measure, refs.ref(Label.POLICY, policy), record=record)
    if area:
        yield Fact("IN_AREA", measure, area, record=record)
        yield from areas.within(area)
    if row.maybe("body"):
        yield Fact("IN_BODY", measure, refs.ref(Label.ORGANIZATION, row.maybe("body")), record=record)
    for sponsor in refs.several(row.maybe("sponsor")):
        yield Fact("SPONSORED", refs.person(row, sponsor), measure, {"role": "sponsor"}, record)


def _read_resource(row: Row, _context: Context) -> Iterator[Draft]:
    title = row.take("title")
    ident = refs.known_by(row.maybe("resource_id") or title)[0]
    props = {"type": row.maybe("type"), "url": row.maybe("url")}
    resource = entities.thing(Label.RESOURCE, NAMESPACE, ident, title, rank=2, **props)
    yield resource
    for column, label in (("policy", Label.POLICY), ("measure", Label.MEASURE)):
        for name in refs.several(row.maybe(column)):
            yield Fact("ABOUT", resource, refs.ref(label, name), record=("resource", *ident))


def _read_expert(row: Row, _context: Context) -> Iterator[Draft]:
    who = refs.person(row, row.take("person"))
    policy = refs.ref(Label.POLICY, row.take("policy"))
    kind = row.take("kind").casefold()
    if kind not in ("legal", "fiscal", "research"):
        raise RowRefused("kind must be legal, fiscal or research", "kind")
    props = entities.filled(kind=kind, note=row.maybe("note"))
    yield Fact("ADVISES_ON", who, policy, props, ("expert", *who.ident, "", *policy.ident, kind))


CAMPAIGNS = Template(
    name="campaigns",
    gives="campaigns and their key cities: tier, stage, next vote, owner",
    columns=(
        ("campaign_id", "any short id of your own (c-2); repeat it in one row for each key city"),
        ("name", "as your team calls it; needed once"),
        ("status", "active, planned, won, lost, paused"),
        ("priority", "high, medium or low"),
        ("legal_entity", "c3, c4 or both"),
        ("policy", "what it wants to pass; policies separated by ;"),
        ("area", "a key city: City, ST or an ocd-division id"),
        ("tier", "1, 2 or 3"),
        ("stage", "where it stands there: research, drafting, introduced, committee, vote, passed"),
        ("next_vote", "date"),
        ("owner", "who of your team looks after this city"),
        ("note", "anything a colleague should read"),
    ),
    examples=(
        ("example-c-1", "Fair Workweek Example", "active", "high", "c3", "Fair scheduling", "Denver, CO", "1",
         "drafting", "2027-02-09", "Field team", ""),
        ("example-c-1", "", "", "", "", "", "Brooklyn, NY", "2", "research", "", "Field team", ""),
    ),
    header=("campaign_id", "name", "area", "tier"),
    read=_read_campaign,
)  # fmt: skip
INVOLVEMENT = Template(
    name="involvement",
    gives="who works on which campaign, and where they stand",
    columns=(
        ("who", "template id, provider id, or name"),
        ("who_kind", "person or organization; empty means person"),
        ("campaign", "id or name"),
        ("role", "champion, sponsor, lead organizer, opponent …"),
        ("stance", "supports, leans yes, undecided, leans no, opposes"),
        ("influence", "high, medium or low"),
        ("since", "date"),
        ("until", "date"),
    ),
    examples=(
        ("example-p-1", "person", "example-c-1", "lead organizer", "supports", "high", "2026-01", ""),
        ("example-o-1", "organization", "example-c-1", "coalition member", "supports", "medium", "", ""),
    ),
    header=("who", "campaign", "stance"),
    read=_read_involvement,
)
MEASURES = Template(
    name="measures",
    gives="bills and ordinances: where they stand, who sponsors them, what pre-empts them",
    columns=(
        ("measure_id", "any short id of your own (m-5)"),
        ("policy", "the policies it enacts, separated by ;"),
        ("area", "City, ST or an ocd-division id"),
        ("body", "name or id of the council"),
        ("number", "Int. 0878-2023"),
        ("title", "short title"),
        ("stage", "drafting, introduced, committee, vote, passed, failed, enacted"),
        ("stage_date", "since when"),
        ("sponsor", "people, separated by ;"),
        ("result", "passed, failed, 7-2 …"),
        ("url", "public page"),
        ("budget_note", "what it costs and who pays"),
        ("preemption", "state law that stands against it"),
        ("citation", "where that law is found"),
    ),
    examples=(
        ("example-m-1", "Fair scheduling", "Denver, CO", "Example City Council", "EX 26-001",
         "Fair scheduling ordinance", "committee", "2026-09-01", "example-p-1", "",
         "https://example.org/ex-26-001", "one inspector", "", ""),
        ("example-m-2", "Paid leave", "Boulder, CO", "Town of Exampleton", "EX 26-002", "Paid leave ordinance",
         "enacted", "2025-04-01", "", "passed", "", "", "none known", ""),
    ),
    header=("measure_id", "policy", "area", "number"),
    read=_read_measure,
)  # fmt: skip
RESOURCES = Template(
    name="resources",
    gives="model bills, briefs and toolkits, and what they are about",
    columns=(
        ("resource_id", "any short id of your own (r-1)"),
        ("title", "as published"),
        ("type", "model bill, brief, toolkit, data"),
        ("url", "public page"),
        ("policy", "policies, separated by ;"),
        ("measure", "measures, separated by ;"),
    ),
    examples=(
        ("example-r-1", "Model fair scheduling bill", "model bill", "https://example.org/model", "Fair scheduling", ""),
        ("example-r-2", "What Example City learned", "brief", "https://example.org/brief", "", "example-m-1"),
    ),
    header=("resource_id", "title", "url"),
    read=_read_resource,
)
EXPERTS = Template(
    name="experts",
    gives="who advises on which policy",
    columns=(
        ("person", "template id, ocd-person/…, or name"),
        ("policy", "id or name"),
        ("kind", "legal, fiscal or research"),
        ("note", "anything a colleague should read"),
    ),
    examples=(
        ("example-p-1", "Fair scheduling", "legal", "wrote the Example City ordinance"),
        ("example-p-2", "Paid leave", "research", ""),
    ),
    header=("person", "policy", "kind"),
    read=_read_expert,
)
