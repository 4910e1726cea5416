"""Some of the network in other tools' formats: an Eventbrite report, Zoom, a sign-in sheet, IRS, OpenStates, OCD."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from loaders.mapping import Attendance, Mapping, PersonColumns, RowRules, write_mapping
from lpgraph.demo.places import PLACES, STATES, US
from lpgraph.demo.sheets import write_csv
from lpgraph.demo.world import Gathering, Org, Person, World

SAMPLETON = "sampleton"
EVENTBRITE = (
    "Order #", "Order Date", "First Name", "Last Name", "Email", "Quantity", "Price Tier", "Ticket Type", "Attendee #",
    "Group", "Order Type", "Currency", "Total Paid", "Fees Paid", "Eventbrite Fees", "Eventbrite Payment Processing",
    "Attendee Status", "Home City", "Home State", "How did you hear about this event?", "Job Title", "Company",
)  # fmt: skip
ZOOM = ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest")
SIGN_IN = ("Name", "Email", "Phone", "Organization", "Title", "City", "State")
BMF = (
    "EIN", "NAME", "ICO", "STREET", "CITY", "STATE", "ZIP", "GROUP", "SUBSECTION", "AFFILIATION", "CLASSIFICATION",
    "RULING", "DEDUCTIBILITY", "FOUNDATION", "ACTIVITY", "ORGANIZATION", "STATUS", "TAX_PERIOD", "ASSET_CD",
    "INCOME_CD", "FILING_REQ_CD", "PF_FILING_REQ_CD", "ACCT_PD", "ASSET_AMT", "INCOME_AMT", "REVENUE_AMT", "NTEE_CD",
    "SORT_NAME",
)  # fmt: skip
NTEE = {"community": "S20", "advocacy": "R20"}


def divisions(path: Path) -> None:
    """The areas as Open Civic Data lists them: ``id,name``."""
    states = {f"{US}/state:{code.lower()}": name for code, name in STATES.items()}
    rows = [(US, "United States"), *states.items()]
    rows += [(place.division, f"{place.city}" if place.county else f"{place.city} city") for place in PLACES]
    write_csv(path, ("id", "name"), rows)


def eventbrite(path: Path, event: Gathering, seed: int) -> None:
    """An attendee report: who came is *Checked In*; who only registered is *Attending*, as Eventbrite calls it."""
    rng = Random(seed)
    people = [(person, "Checked In") for person in event.came] + [(person, "Attending") for person in event.absent]
    people.sort(key=lambda pair: pair[0].email)
    rows = []
    for index, (person, status) in enumerate(people):
        ordered = event.start - timedelta(days=rng.randrange(5, 60), minutes=rng.randrange(600))
        city, state = (person.place.city, person.place.state) if person.place else ("", "")
        rows.append((
            9_200_000_000 + 77 * index, f"{ordered:%m/%d/%y %H:%M}", person.given, person.family, person.email, 1, "",
            "General Admission", 9_800_000_000 + 13 * index, "", "Free Order", "USD", 0, 0, 0, 0, status, city, state,
            rng.choice(("A colleague", "Newsletter", "")), person.title, person.organization,
        ))  # fmt: skip
    write_csv(path, EVENTBRITE, rows)


def zoom(path: Path, event: Gathering, seed: int) -> None:
    """A participants report with its preamble; some rejoin, and some are guests without an address."""
    rng = Random(seed)
    end = event.start + timedelta(hours=event.hours)
    rows: list[tuple[object, ...]] = []
    for person in event.came:
        joined = event.start + timedelta(minutes=rng.randrange(0, 6))
        if rng.random() < 0.2:
            left = joined + timedelta(minutes=rng.randrange(15, 30))
            rows.append(_stay(person, joined, left))
            joined = left + timedelta(minutes=2)
        rows.append(_stay(person, joined, end))
    minutes = round(event.hours * 60)
    preamble = (
        ("Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)", "Participants"),
        (f"990 0000 {rng.randrange(1_000, 9_999)}", event.title, _clock(event.start), _clock(end),
         "host@commonweal-workbench.example.org", minutes, len(event.came)),
        (),
    )  # fmt: skip
    write_csv(path, ZOOM, rows, preamble)


def _stay(person: Person, joined: datetime, left: datetime) -> tuple[object, ...]:
    return (person.name, person.email, _clock(joined), _clock(left), round((left - joined).seconds / 60), "No")


def _clock(moment: datetime) -> str:
    return f"{moment:%m/%d/%Y %I:%M:%S %p}"


def sign_in(path: Path, event: Gathering) -> None:
    """A hand-made sheet as somebody typed it: Robert Linden wrote *Bob*."""
    rows = []
    for person in event.came:
        name = f"Bob {person.family}" if person.key == "robert" else person.name
        city, state = (person.place.city, person.place.state) if person.place else ("", "")
        rows.append((name, person.email, person.phone, person.organization, person.title, city, state))
    write_csv(path, SIGN_IN, rows)


def sign_in_mapping(path: Path) -> None:
    """How that sheet is read, as somebody confirmed it: every row came; the organization is known from elsewhere."""
    people = PersonColumns(
        name="Name",
        email="Email",
        phone="Phone",
        title="Title",
        city="City",
        state="State",
        key=("email+name", "name+event"),
    )
    rules = RowRules(ignore=("Organization",))
    write_mapping(
        Mapping("sign-in-sheet", SIGN_IN, people, attendance=Attendance(every_row="attended"), rows=rules), path
    )


def irs(path: Path, orgs: Iterable[Org]) -> None:
    """An extract of the IRS's register with the organizations that have an (invented) EIN."""
    rows = []
    for org in orgs:
        if org.ein and org.place:
            row = dict.fromkeys(BMF, "")
            row |= {
                "EIN": org.ein, "NAME": org.name.upper(), "STREET": "PO BOX 0", "CITY": org.place.city.upper(),
                "STATE": org.place.state, "ZIP": "00000-0000", "GROUP": "0000", "SUBSECTION": "03",
                "AFFILIATION": "3", "CLASSIFICATION": "1000", "RULING": "201503", "DEDUCTIBILITY": "1",
                "FOUNDATION": "15", "ORGANIZATION": "1", "STATUS": "01", "NTEE_CD": NTEE.get(org.classification, ""),
            }  # fmt: skip
            rows.append(tuple(row.values()))
    write_csv(path, BMF, rows)


def openstates(folder: Path, world: World) -> None:
    """Sampleton's officials, one YAML file each; ids are hashes of invented names."""
    folder.mkdir()
    for seat in world.seats:
        if seat.place.key != SAMPLETON:
            continue
        key = uuid.uuid5(uuid.NAMESPACE_DNS, seat.holder.email)
        role: dict[str, Any] = {"type": "council member", "start_date": seat.start.isoformat()}
        if seat.end:
            role["end_date"] = seat.end.isoformat()
        role |= {"district": str(seat.number)}
        role["jurisdiction"] = seat.place.division.replace("ocd-division", "ocd-jurisdiction") + "/government"
        record = {
            "id": f"ocd-person/{key}", "name": seat.holder.name, "given_name": seat.holder.given,
            "family_name": seat.holder.family, "email": seat.holder.email, "roles": [role],
            "offices": [{"classification": "capitol", "voice": seat.holder.phone}],
            "sources": [{"url": "https://sampleton.example.org/council"}],
        }  # fmt: skip
        name = f"{seat.holder.given}-{seat.holder.family}-{key}.yml"
        (folder / name).write_text(yaml.safe_dump(record, sort_keys=False, allow_unicode=True), encoding="utf-8")
