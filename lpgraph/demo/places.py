"""The 25 areas of the fictional network and the invented body that sits in each.

The areas are real (their OCD division ids too), so that maps, districts and distances make sense. Bodies and offices
are not: each carries the word *Sample* in its name, so that no invented person ever stands in a real office
(``docs/decisions/0006-sample-bodies-on-real-areas.md``). Sampleton is invented altogether: its officials come as
OpenStates files, which name an office by its place alone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One area and its sample body."""

    key: str  # "denver": e-mail subdomain and short name
    city: str
    state: str
    division: str  # OCD division id
    seats: int
    region: str
    role: str = "Sample Council Member"
    district: str = "District"
    county: bool = False

    @property
    def area(self) -> str:
        """What people call the area: ``Denver``."""
        return self.city

    @property
    def body(self) -> str:
        """The invented body: ``Denver Sample Council``."""
        return f"{self.city} Sample {'Board' if self.county else 'Council'}"

    @property
    def domain(self) -> str:
        """Where its people have their mail."""
        return f"{self.key}.example.org"


US = "ocd-division/country:us"

# Denver's canonical division is its county.
PLACES: tuple[Place, ...] = (
    Place("denver", "Denver", "CO", f"{US}/state:co/county:denver", 13, "Mountain"),
    Place("newyork", "New York", "NY", f"{US}/state:ny/place:new_york", 24, "Northeast"),
    Place("minneapolis", "Minneapolis", "MN", f"{US}/state:mn/place:minneapolis", 13, "Midwest", district="Ward"),
    Place("seattle", "Seattle", "WA", f"{US}/state:wa/place:seattle", 9, "West"),
    Place("chicago", "Chicago", "IL", f"{US}/state:il/place:chicago", 20, "Midwest", "Sample Alderperson", "Ward"),
    Place("losangeles", "Los Angeles", "CA", f"{US}/state:ca/place:los_angeles", 15, "West"),
    Place("oakland", "Oakland", "CA", f"{US}/state:ca/place:oakland", 8, "West"),
    Place("sanjose", "San Jose", "CA", f"{US}/state:ca/place:san_jose", 10, "West"),
    Place("austin", "Austin", "TX", f"{US}/state:tx/place:austin", 11, "South"),
    Place("houston", "Houston", "TX", f"{US}/state:tx/place:houston", 16, "South"),
    Place("phoenix", "Phoenix", "AZ", f"{US}/state:az/place:phoenix", 8, "Mountain"),
    Place("tucson", "Tucson", "AZ", f"{US}/state:az/place:tucson", 7, "Mountain", district="Ward"),
    Place("philadelphia", "Philadelphia", "PA", f"{US}/state:pa/place:philadelphia", 17, "Northeast"),
    Place("pittsburgh", "Pittsburgh", "PA", f"{US}/state:pa/place:pittsburgh", 9, "Northeast"),
    Place("atlanta", "Atlanta", "GA", f"{US}/state:ga/place:atlanta", 15, "South"),
    Place("sampleton", "Sampleton", "NC", f"{US}/state:nc/place:sampleton", 7, "South"),
    Place("richmond", "Richmond", "VA", f"{US}/state:va/place:richmond", 9, "South"),
    Place("boston", "Boston", "MA", f"{US}/state:ma/place:boston", 13, "Northeast"),
    Place("providence", "Providence", "RI", f"{US}/state:ri/place:providence", 15, "Northeast", district="Ward"),
    Place("newhaven", "New Haven", "CT", f"{US}/state:ct/place:new_haven", 18, "Northeast", "Sample Alder", "Ward"),
    Place("madison", "Madison", "WI", f"{US}/state:wi/place:madison", 14, "Midwest", "Sample Alder"),
    Place("milwaukee", "Milwaukee", "WI", f"{US}/state:wi/place:milwaukee", 15, "Midwest", "Sample Alderperson"),
    Place(
        "kingcounty", "King County", "WA", f"{US}/state:wa/county:king", 9, "West", "Sample County Member", county=True
    ),
    Place(
        "harriscounty",
        "Harris County",
        "TX",
        f"{US}/state:tx/county:harris",
        5,
        "South",
        "Sample Commissioner",
        "Precinct",
        True,
    ),
    Place("portland", "Portland", "ME", f"{US}/state:me/place:portland", 9, "Northeast"),
)
BY_KEY = {place.key: place for place in PLACES}
STATES = {
    "AZ": "Arizona", "CA": "California", "CO": "Colorado", "CT": "Connecticut", "GA": "Georgia", "IL": "Illinois",
    "MA": "Massachusetts", "ME": "Maine", "MN": "Minnesota", "NC": "North Carolina", "NY": "New York",
    "PA": "Pennsylvania", "RI": "Rhode Island", "TX": "Texas", "VA": "Virginia", "WA": "Washington", "WI": "Wisconsin",
}  # fmt: skip
