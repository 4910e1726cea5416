"""Places: one Area for one place, whoever wrote it and however."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import areas

US = "ocd-division/country:us"


@pytest.mark.parametrize(
    ("city", "state", "ocd_id"),
    [
        ("Denver", "CO", "state:co/county:denver"),
        ("DENVER", "Colorado", "state:co/county:denver"),
        ("Boulder", "co", "state:co/place:boulder"),
        ("Cañon City", "CO", "state:co/place:cañon_city"),
        ("Canon City", "CO", "state:co/place:cañon_city"),
        ("Brooklyn", "NY", "state:ny/county:kings"),
        ("King County", "WA", "state:wa/county:king"),
        ("Orleans Parish", "LA", "state:la/parish:orleans"),
        ("Park Borough", "NJ", "state:nj/place:park_borough"),
        ("Manhattan", "NY", "state:ny/county:new_york"),
        ("Bronx", "NY", "state:ny/county:bronx"),
        ("The Bronx", "NY", "state:ny/county:bronx"),
        ("Queens", "NY", "state:ny/county:queens"),
        ("Staten Island", "New York", "state:ny/county:richmond"),
        ("New York City", "NY", "state:ny/place:new_york"),
        ("New York", "NY", "state:ny/place:new_york"),
        ("Washington", "DC", "district:dc"),
        ("WASHIGNTON DC", "DC", "district:dc"),
        ("San Juan", "PR", "territory:pr/place:san_juan"),
        ("San Francisco", "CA", "state:ca/county:san_francisco"),
        ("Philadelphia", "PA", "state:pa/place:philadelphia"),
        ("St. Paul", "MN", "state:mn/place:st_paul"),
        ("Saint Paul", "MN", "state:mn/place:st_paul"),
        ("Hart's Location", "NH", "state:nh/place:hart~s_location"),
        ("", "Colorado", "state:co"),
        ("Boulder CO", "CO", "state:co/place:boulder"),
    ],
)
def test_city_and_state(city: str, state: str, ocd_id: str) -> None:
    """A city and a state in any usual spelling is the division that Open Civic Data lists."""
    found = areas.area(city, state)
    assert found is not None
    assert found.ident == (f"{US}/{ocd_id}",)


@pytest.mark.parametrize(
    ("city", "state"), [("Boulder", ""), ("Boulder", "XX"), ("", ""), ("?", "CO"), ("Paris", "France")]
)
def test_no_place(city: str, state: str) -> None:
    """Without a state of the union there is no Area: none is made up."""
    assert areas.area(city, state) is None


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("state:co/place:denver/council_district:3", "state:co/county:denver/council_district:3"),
        ("state:ny/place:new_york/county:kings", "state:ny/county:kings"),
        ("state:ny/borough:brooklyn", "state:ny/county:kings"),
        ("state:ny/place:new_york/council_district:33", "state:ny/place:new_york/council_district:33"),
        ("state:dc/place:washington", "district:dc"),
        ("state:dc/ward:3", "district:dc/ward:3"),
        ("state:mn/place:south_saint_paul", "state:mn/place:south_st_paul"),
        ("state:fl/place:saint_petersburg", "state:fl/place:st_petersburg"),
        ("state:mo/county:st_louis_county", "state:mo/county:st_louis"),
    ],
)
def test_aliases(written: str, canonical: str) -> None:
    """Aliases are resolved at any depth; a council seat of New York stays under the city, not under a borough."""
    assert areas.canonical(f"{US}/{written}") == f"{US}/{canonical}"
    assert areas.canonical(areas.canonical(f"{US}/{written}")) == f"{US}/{canonical}"


def test_chain_and_names() -> None:
    """A district lies in its city, a borough in New York City, a city in its state; names are what people say."""
    seat = areas.division(f"{US}/state:co/place:denver/council_district:3")
    assert seat.props["name"] == "Denver, CO, council district 3"
    assert [f.b.props["name"] for f in areas.within(seat)] == ["Denver, CO", "Colorado"]
    brooklyn = areas.area("Brooklyn", "NY")
    assert brooklyn is not None
    assert brooklyn.props["name"] == "Brooklyn, NY"
    assert [f.b.props["name"] for f in areas.within(brooklyn)] == ["New York, NY", "New York"]
    assert list(areas.within(areas.division(f"{US}/district:dc"))) == []
    assert areas.division(f"{US}/state:mn/county:rock/place:denver").props["name"] == "Denver, MN"


def test_seats() -> None:
    """Wards and districts are divisions of their own; at-large and lettered seats stand for the whole place."""
    boulder = areas.division(f"{US}/state:co/place:boulder")
    assert areas.seat(boulder, "District 3").ident[0].endswith("boulder/council_district:3")
    assert areas.seat(boulder, "Ward 2").ident[0].endswith("boulder/ward:2")
    assert areas.seat(boulder, "7").ident[0].endswith("boulder/council_district:7")
    for whole in ("At-large", "Seat A", "", "B"):
        assert areas.seat(boulder, whole) is boulder
    michigan = areas.division(f"{US}/state:mi")
    assert areas.seat(michigan, "75", chamber="lower").ident[0].endswith("mi/sldl:75")
    assert areas.jurisdiction(areas.seat(boulder, "Ward 2")).ident == boulder.ident


def test_place_cells() -> None:
    """A cell may hold an id, "City, ST" with commas inside, or a state alone; other text is no place."""
    assert areas.split_place("Kingston,st.croix, VI") == ("Kingston,st.croix", "VI")
    assert areas.split_place("Colorado") == ("", "Colorado")
    assert areas.place("Somewhere nice") is None
    found = areas.place("ocd-division/country:us/state:co/place:denver")
    assert found is not None
    assert found.ident == (f"{US}/state:co/county:denver",)


@settings(deadline=None)
@given(st.text(max_size=30), st.sampled_from(sorted(areas.STATES)))
def test_any_city_gives_a_clean_id(city: str, state: str) -> None:
    """Whatever a city's cell holds, its id has no blank and no slash inside a part, and is its own canonical id."""
    found = areas.area(city, state)
    if found is not None:
        ocd_id = found.ident[0]
        assert areas.canonical(ocd_id) == ocd_id
        assert not any(c.isspace() for c in ocd_id)
        assert ocd_id.count("/") <= 3
