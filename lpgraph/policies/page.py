"""One page a policy: where it stands in each city, when it got there, who wrote it, who knows about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from lpgraph.model import FileRow
from lpgraph.names.stages import ADOPTED, Stage, rung, stage_of
from lpgraph.network.days import is_current
from lpgraph.network.places import place
from lpgraph.network.reading import Reads
from lpgraph.network.reading import Row as Answer
from lpgraph.policies import preemption
from lpgraph.policies.alike import Alike, City, alike


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who sponsored a measure; ``quiet``: must not be asked, or wants to be left alone for now."""

    id: str
    name: str
    role: str
    said: tuple[FileRow, ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure that enacts the policy: ``stage`` on our ladder, ``written`` as the file says."""

    id: str
    number: str
    name: str
    area: str
    body: str
    stage: Stage
    written: str
    date: str
    result: str
    url: str
    budget_note: str
    preemption: str
    citation: str
    sponsors: tuple[Sponsor, ...]
    votes: tuple[tuple[str, int], ...]
    said: tuple[FileRow, ...]

    @property
    def stands(self) -> str:
        """The rung in a word; where our ladder has none for it, as the file wrote it."""
        return self.written if self.stage is Stage.UNKNOWN and self.written else str(self.stage)


@dataclass(frozen=True, slots=True)
class Place:
    """A city and its measures, the one that got furthest first."""

    city: City
    measures: tuple[Standing, ...]

    @property
    def best(self) -> Standing:
        """The measure that got furthest."""
        return self.measures[0]


@dataclass(frozen=True, slots=True)
class Expert:
    """Who advises on the policy: ``kind`` is legal, fiscal or research."""

    id: str
    name: str
    kind: str
    note: str
    said: FileRow


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to read; ``measure`` when it is about one."""

    id: str
    name: str
    type: str
    url: str
    measure: str
    said: FileRow


@dataclass(frozen=True, slots=True)
class Interested:
    """Who cares about the policy."""

    id: str
    name: str
    stance: str
    said: FileRow


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. ``elsewhere``: measures of which no city is known."""

    id: str
    name: str
    places: tuple[Place, ...]
    elsewhere: tuple[Standing, ...]
    resources: tuple[Resource, ...]
    experts: tuple[Expert, ...]
    alternatives: tuple[tuple[str, str, int], ...]  # id, name, areas with a measure
    interested: tuple[Interested, ...]

    @property
    def timeline(self) -> tuple[tuple[str, Place, Standing], ...]:
        """Every dated measure, oldest first: what was adopted where when. Associated, never caused."""
        found = [(m.date, p, m) for p in self.places for m in p.measures if m.date]
        return tuple(sorted(found, key=lambda f: (f[0], f[1].city.name, f[2].id)))

    @property
    def adopted(self) -> tuple[Place, ...]:
        """Cities where a measure has passed."""
        return tuple(p for p in self.places if p.best.stage in ADOPTED)


@dataclass(frozen=True, slots=True)
class Here:
    """Could this law work here: the adopting cities most alike, and what is known of pre-emption in this state."""

    city: City
    own: Place | None
    alike: tuple[tuple[Alike, Place], ...]
    preemption: str  # "yes", "no" or "unknown"
    citations: tuple[tuple[str, str, FileRow | None], ...]  # what stands against it, where that is found, the row


def page(store: Reads, policy: str, name: str, on: str) -> Page:
    """The page of a policy as it is on a day."""
    standings = _standings(store, policy, on)
    cities = cities_of(store, {m.area for m in standings if m.area})
    by_area: defaultdict[str, list[Standing]] = defaultdict(list)
    for one in standings:
        by_area[one.area if one.area in cities else ""].append(one)
    elsewhere = tuple(by_area.pop("", ()))
    places = [Place(cities[area], tuple(sorted(some, key=_furthest))) for area, some in by_area.items()]
    return Page(
        policy,
        name,
        tuple(sorted(places, key=lambda p: (-rung(p.best.stage), p.best.date or "9", p.city.name, p.city.id))),
        elsewhere,
        _resources(store, policy),
        tuple(
            Expert(r["id"], r["name"], r["kind"], r["note"], FileRow(r["file"] or "", r["row"]))
            for r in store.read("policy_experts", policy=policy)
            if is_current(r["start"], r["end"], on)
        ),
        tuple((r["id"], r["name"], r["areas"]) for r in store.read("policy_alternatives", policy=policy)),
        tuple(
            Interested(r["id"], r["name"], r["stance"], FileRow(r["file"] or "", r["row"]))
            for label in ("Person", "Organization")
            for r in store.read(f"policy_interested:INTERESTED_IN:{label}:Policy", policy=policy)
            if is_current(r["start"], r["end"], on)
        ),
    )


def cities_of(store: Reads, ids: set[str]) -> dict[str, City]:
    """Areas to compare, by id."""
    rows = store.read("policy_areas", ids=sorted(ids)) if ids else []
    return {
        r["id"]: City(
            r["id"], r["name"] if r["type"] == "state" else place(r["name"], r["state"].upper()), r["state"].upper(),
            r["type"], _number(r["population"]), r["form"],
        )
        for r in rows
    }  # fmt: skip


def here(found: Page, city: City, most: int = 5) -> Here:
    """What one city may learn from the others: the adopting cities most alike, pre-emption as far as anybody wrote."""
    adopted = {p.city.id: p for p in found.adopted}
    near = [(a, adopted[a.city.id]) for a in alike(city, [p.city for p in adopted.values()])]
    verdict, citations = _preemption(found, city)
    own = next((p for p in found.places if p.city.id == city.id), None)
    return Here(city, own, tuple(near[:most]), verdict, citations)


def _preemption(found: Page, city: City) -> tuple[str, tuple[tuple[str, str, FileRow | None], ...]]:
    """What rows about this state say: yes when one says so, no when one says none is known, else unknown."""
    told = [
        (m.preemption, m.citation, m.said[0] if m.said else None)
        for p in found.places
        if p.city.state and p.city.state == city.state
        for m in p.measures
        if m.preemption or m.citation
    ]
    verdicts = [preemption.verdict(text) for text, _, _ in told]
    answer = next((v for v in (preemption.YES, preemption.NO) if v in verdicts), preemption.UNKNOWN)
    # Words that nobody understood, and a citation that nobody explained, are shown whatever the others say.
    cited = [t for t, v in zip(told, verdicts, strict=True) if v in (answer, preemption.UNKNOWN)]
    return answer, tuple(dict.fromkeys(cited))


def _number(value: object) -> float | None:
    try:
        return float(str(value).replace(",", "")) if value not in (None, "") else None
    except ValueError:
        return None


def _furthest(one: Standing) -> tuple[int, str, str]:
    return -rung(one.stage), one.date or "9", one.id


def _standings(store: Reads, policy: str, on: str) -> list[Standing]:
    sponsors: defaultdict[str, dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for r in store.read("policy_sponsors", policy=policy):
        sponsors[r["measure"]][r["id"]].append(r)
    votes: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for r in store.read("policy_votes", policy=policy):
        votes[r["measure"]].append((r["vote"], r["people"]))
    rows: defaultdict[str, list[Answer]] = defaultdict(list)
    for r in store.read("policy_measures", policy=policy):
        rows[r["id"]].append(r)
    return [_standing(one, some, _sponsors(sponsors[one], on), votes[one]) for one, some in rows.items()]


def _sponsors(by_person: dict[str, list[Answer]], on: str) -> tuple[Sponsor, ...]:
    """The sponsors of a measure, each once with all rows that say so."""
    found = []
    for who, some in sorted(by_person.items()):
        said = sorted({FileRow(r["file"] or "", r["row"]) for r in some}, key=lambda row: row.place)
        quiet = bool(some[0]["quiet"]) or str(some[0]["until"])[:10] >= on
        found.append(Sponsor(who, some[0]["name"], some[0]["role"], tuple(said), quiet))
    return tuple(found)


def _standing(
    one: str,
    rows: list[Answer],
    sponsors: tuple[Sponsor, ...],
    votes: list[tuple[str, int]],
) -> Standing:
    props = rows[0]["props"]

    def text(name: str) -> str:
        return str(props.get(name) or "")

    said = sorted({(str(r["file"] or ""), int(r["row"] or 0)) for r in rows})
    return Standing(
        one,
        text("number"),
        text("name"),
        next((str(r["area"]) for r in rows if r["area"]), ""),
        next((str(r["bodyName"]) for r in rows if r["bodyName"]), ""),
        stage_of(text("stage"), text("result")),
        text("stage"),
        text("stageDate"),
        text("result"),
        text("url"),
        text("budgetNote"),
        text("preemption"),
        text("citation"),
        sponsors,
        tuple(votes),
        tuple(FileRow(file, row or None) for file, row in said),
    )


def _resources(store: Reads, policy: str) -> tuple[Resource, ...]:
    found: dict[str, Resource] = {}
    for r in store.read("policy_resources", policy=policy):
        one = Resource(r["id"], r["name"], r["type"], r["url"], r["measure"], FileRow(r["file"] or "", r["row"]))
        if one.id not in found or not one.measure:
            found[one.id] = one
    return tuple(sorted(found.values(), key=lambda r: (r.name.casefold(), r.id)))
