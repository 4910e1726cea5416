"""Organizations and unions: never two locals or chapters in one, whatever the spelling, the order or the chain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.identity.organizations import OrganizationCard, organization_keys, score_organizations
from lpgraph.identity.organizations_join import join_organizations
from lpgraph.identity.organizations_names import core_words
from lpgraph.identity.organizations_slips import is_slip
from lpgraph.identity.unions import union_key
from lpgraph.names.affiliates import TABLE

FORMS = {
    "base": ("{a} Local {n}", "{a} Local Union No. {n}", "Local {n} {a}", "{a} {n}", "{a}-{n}", "{a}, Local {n}",
             "{a} AFL-CIO {n}", "{n} {a}", "{a} - {n}", "{a} Loc. {n}"),
    "district": ("{a} District {n}", "District {n} {a}"),
    "district council": ("{a} District Council {n}",),
    "joint council": ("{a} Joint Council {n}", "Joint Council No. {n} {a}"),
    "council": ("{a} Council {n}",),
    "region": ("{a} Region {n}",),
}  # fmt: skip
# Internationals whose numbers stand for one local alone, by every name of theirs.
SPELT = {
    acronym: (acronym, row.name, *row.spellings)
    for acronym, row in TABLE.items()
    if not row.repeats and acronym not in ("UFCW-ICWUC", "CLC", "UNITE") and acronym.lower() not in row.weak
}
CASES = (str, str.upper, str.lower)

LOCALS = st.builds(
    lambda acronym, unit, number, letter: (acronym, unit, f"{number}{letter}"),
    st.sampled_from(sorted(SPELT)), st.sampled_from(sorted(FORMS)), st.sampled_from([1, 2, 12, 32, 815, 1199]),
    st.sampled_from(["", "A", "BJ", "E", "T"]),
)  # fmt: skip


def written(draw: st.DataObject, local: tuple[str, str, str]) -> str:
    """One spelling of a local: any name of its international, any order of words, any case."""
    acronym, unit, number = local
    form, name = draw.draw(st.sampled_from(FORMS[unit])), draw.draw(st.sampled_from(SPELT[acronym]))
    return draw.draw(st.sampled_from(CASES))(form.format(a=name, n=number))


def clusters(*cards: OrganizationCard) -> dict[str, str]:
    """Card key → cluster."""
    return join_organizations(cards, score_organizations(cards))


def together(one: str, other: str, **said: tuple[str, str]) -> bool:
    """Whether two records of these names, with two columns of each of the fields said, are joined."""
    first, second = ({field: pair[i] for field, pair in said.items()} for i in (0, 1))
    return len(set(clusters(OrganizationCard("a", one, **first), OrganizationCard("b", other, **second)).values())) == 1


def chance(one: str, other: str) -> float:
    """How likely two names are one organization's."""
    return max((pair.p for pair in score_organizations([OrganizationCard("a", one), OrganizationCard("b", other)])),
               default=0.0)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data(), st.lists(LOCALS, min_size=2, max_size=7))
def test_no_two_locals_are_one(data: st.DataObject, locals_: list[tuple[str, str, str]]) -> None:
    """Whatever its spelling, a local is never in one cluster with another number, letter, unit or international."""
    means = {f"{i:02}": local for i, local in enumerate(locals_)}
    found = clusters(*(OrganizationCard(key, written(data, local)) for key, local in means.items()))
    for a, one in means.items():
        for b, other in means.items():
            assert one == other or found[a] != found[b]


@settings(max_examples=150, deadline=None)
@given(st.data(), LOCALS)
def test_spellings_of_one_local_are_one(data: st.DataObject, local: tuple[str, str, str]) -> None:
    """Two spellings of the same local are joined."""
    assert together(written(data, local), written(data, local))


@settings(max_examples=60, deadline=None)
@given(st.data(), st.lists(LOCALS, min_size=2, max_size=6))
def test_order_is_irrelevant(data: st.DataObject, locals_: list[tuple[str, str, str]]) -> None:
    """The same set of cards gives the same pairs and clusters in any order."""
    cards = [OrganizationCard(f"{i:02}", written(data, local)) for i, local in enumerate(locals_)]
    turned = data.draw(st.permutations(cards))
    assert score_organizations(cards) == score_organizations(turned)
    assert clusters(*cards) == clusters(*turned)


@settings(max_examples=60, deadline=None)
@given(st.data(), LOCALS)
def test_one_local_shares_a_key(data: st.DataObject, local: tuple[str, str, str]) -> None:
    """Two spellings of one local have a key in common, and no card has more than six."""
    one, other = (organization_keys(OrganizationCard(key, written(data, local))) for key in ("a", "b"))
    assert set(one) & set(other)
    assert max(len(one), len(other)) <= 6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SEIU 32BJ", "SEIU 32E"), ("UFCW 815", "UFCW 815T"), ("SEIU Local 1", "SEIU Local 2"),
        ("IAM District 9", "IAM Local Lodge 9"), ("Teamsters", "Teamsters Local 12"),
        ("NAACP Bangor Branch", "NAACP Portland Branch"), ("NAACP", "NAACP Bangor Branch"),
        ("YMCA of Lowell", "YMCA of Lynn"), ("UNITE 24", "HERE 24"), ("SMART TD 12", "SMART 12"),
        ("IBEW Local 3", "IBEW Local 3 Pension Fund"), ("IBEW Local 3", "IBEW Local 3 Retirees Club"),
        ("Newton Historical Society", "Newtown Historical Society"), ("Post 12 Veterans Club", "Post 14 Veterans Club"),
        ("Example Valley Alliance", "Example Valley Alliance Foundation"), ("Painters Local 12", "Printers Local 12"),
        ("Junior Achievement of Southern", "Junior Achievement of Southern Exampleland"),
        ("United Way", "United Way Inc"),
        ("International Brotherhood of Electrical", "INTERNATIONAL BROTHERHOOD OF ELECTRICAL"),
    ],
)  # fmt: skip
def test_apart(one: str, other: str) -> None:
    """Other locals, other chapters, a parent and its chapter, a fund: never joined by their names."""
    assert not together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Tidewater Housing Alliance, Inc.", "TIDEWATER HOUSING ALLIANCE"),
        ("Tidewater Svcs Assn", "Tidewater Services Association"),
        ("Tidewater Comm Housing Council", "Tidewater Community Housing Council"),
        ("Zephyrvale Children's Center", "ZEPHYRVALE CHILDRENS CTR"), ("HomeHaven Inc", "Home Haven"),
        ("Zephyrvale Renters Associaton", "Zephyrvale Renters Association"),
        ("Chemical Workers ICWU 35C", "UFCW 35C"), ("BCTW 365T", "BCTGM Local 365T"),
        ("Ibew Local 0611", "International Brotherhood of Electrical Workers 611"),
        ("American Postal Wrokers Union 12", "APWU Local 12"), ("AFGELocal 1023", "AFGE 1023"),
        ("YMCA of Lowell, Inc.", "Young Men's Christian Association of Lowell"),
        ("SEIU", "Service Employees International Union"), ("Zephyr Power plc", "Zephyr Power"),
        ("Zephyrvale Federation of Labor, AFL-CIO", "Zephyrvale Federation of Labor"),
        ("Zephyr w/ Justice", "Zephyr with Justice"),
        ("Zephyr Power Public Limited Company", "ZEPHYR POWER PLC"), ("Zephyr GmbH", "Zephyr Ltd."),
        ("Harbor Zephyr Pty Ltd", "Harbor Zephyr"),
    ],
)  # fmt: skip
def test_joined(one: str, other: str) -> None:
    """Legal endings, shortenings, former names and a slip of the pen do not part one organization."""
    assert together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Boys and Girls Club of Springfield", "Boys & Girls Club of Springfield, Inc."),
        ("ZHA", "Zephyrvale Housing Alliance"), ("IFF 74", "IAFF Local 74"), ("IBT 627", "IBT - 627 279"),
        ("Zephyrvale Housing and", "Zephyrvale Housing and Renters Council"), ("BAC Local 1", "Bricklayers Local 1"),
        ("Zephyrvale Day Nurseries League", "Zephyrvale Day Nursery League"),
        ("Zephyrvale Pension Funds League", "Zephyrvale Pensions Fund League"),
        ("Zephyrvale Educational Endowment", "Zephyrvale Education Endowment"),
        ("Alliance of Small Businesses", "Alliance of Small Business"), ("Zephyr SA", "Zephyr"),
        ("Harbor Zephyr UK", "Harbor Zephyr"), ("ZephyrOn", "Zephyr On"),
    ],
)  # fmt: skip
def test_asked(one: str, other: str) -> None:
    """Initials, a cut name, a second number, a number that every state gives, plurals and words in another form, a
    company's ending that is a word elsewhere are questions, not joins."""
    assert 0.5 <= chance(one, other) < 0.97


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zephyrvale Trust Scotland", "Zephyrvale Trust"),
        ("Harbor Zephyr League", "Harbor Zephyr League\nTown Council"),
        ("Health Care", "Healthcare Movers"), ("Zephyrvale Porters", "Zephyrvale Portions"),
        ("Ohio AFL-CIO", "Ohio"),
    ],
)  # fmt: skip
def test_no_question(one: str, other: str) -> None:
    """A nation's part, a cell that lists several, a short beginning, another word: nobody is asked."""
    assert chance(one, other) < 0.5


@pytest.mark.parametrize("form", ["{} {}", "{} - {}", "{} ({})", "{}, {}"])
@pytest.mark.parametrize("local", ["UFCW Local 1437", "AFSCME Council 13", "IBEW 32BJ"])
@pytest.mark.parametrize(
    "part",
    [
        "DRIVE", "PAC", "Stewards Council", "Staff Union", "Legal Services Plan", "Members for Change", "Division A",
        "Retirees", "Alumni", "Labor Temple", "Young Workers", "Voter Fund", "Women's Committee", "Unit B", "Chapter 7",
    ],
)  # fmt: skip
def test_what_is_inside_a_local_is_not_the_local(form: str, local: str, part: str) -> None:
    """A union and its committee, plan, slate, unit or PAC are two, and so are two such parts of one local."""
    assert not together(local, form.format(local, part))
    assert not together(form.format(local, "Scholarship Club"), form.format(local, part))


def test_ids_come_first() -> None:
    """A file number is one union under two names, an EIN under two spellings; two of them are two under one name."""
    assert together("Zephyrvale Renters Assn.", "Zephyrvale Renter's Association Inc", ein=("01-2345678", "012345678"))
    assert together("Alpha Local 3", "Beta Local 3", file_number=("000123", "123"))
    assert not together("Zephyrvale Renters", "Zephyrvale Renters", ein=("012345678", "012345679"))
    assert not together("SEIU Local 1199", "SEIU Local 1199", file_number=("31847", "513846"))
    assert not together("SEIU Local 1", "SEIU Local 2", ein=("012345678", "012345678"))


def test_places_part_chapters() -> None:
    """One name in two cities or states is two chapters; in one city it is one."""
    assert not together("Zephyrvale Renters", "Zephyrvale Renters", state=("NY", "Colorado"))
    assert not together("Renters Rising", "Renters Rising", state=("NY", "NY"), city=("Albany", "Buffalo"))
    assert together("Renters Rising", "Renters Rising", state=("NY", "New York"), city=("Albany", "ALBANY"))
    assert not together("FOP Lodge 7", "FOP Lodge 7", state=("NH", "CO"))
    assert together("FOP Lodge 7", "FOP Lodge 7", state=("NH", "NH"))


@pytest.mark.parametrize("name", ["Committee on Finance", "City Council", "Board of Elections", "Land Use Committee"])
def test_bodies_are_their_citys(name: str) -> None:
    """A body that every city has is one only with the same city beside it."""
    assert not together(name, name.upper())
    assert not together(name, name, state=("NY", "NY"))
    assert together(name, name, state=("NY", "NY"), city=("Albany", "Albany"))
    assert not together(name, name, state=("NY", "NY"), city=("Albany", "Buffalo"))


def test_no_chain_joins_two() -> None:
    """A record without a place joins neither of two chapters of its name, and never the two with each other."""
    towns = {"a": ("Albany", "NY"), "b": ("", ""), "c": ("Buffalo", "NY")}
    cards = [OrganizationCard(key, "Renters Rising", city=city, state=state) for key, (city, state) in towns.items()]
    assert len(set(clusters(*cards).values())) == 3
    assert {pair.p for pair in score_organizations(cards) if "b" in (pair.a, pair.b)} == {0.55}


@pytest.mark.parametrize("name", ["Western Union", "Union Pacific", "Example Farmers Union", "Zephyrvale Credit Union"])
def test_no_union(name: str) -> None:
    """Banks, railways and farmers are no unions, and a number behind them makes them none."""
    assert union_key(name) is None
    assert not together(f"{name} 12", "SEIU Local 12")


def test_columns_win_over_the_name() -> None:
    """Affiliate, designation and number of their own columns are one local with the name that says the same."""
    card = OrganizationCard("b", "Service Employees", affiliate="SEIU", designation="LU", local_number="0032BJ")
    assert len(set(clusters(OrganizationCard("a", "SEIU Local 32BJ"), card).values())) == 1


def test_a_columns_affiliate_has_the_names_number() -> None:
    """A number in a name that says no international is the local of the column's international; a fund is neither."""
    bare, fund = (OrganizationCard("b", name, affiliate="UFCW") for name in ("Local 1437", "Local 1437 Pension Fund"))

    assert len(set(clusters(OrganizationCard("a", "UFCW Local 1437"), bare).values())) == 1
    assert len(set(clusters(OrganizationCard("a", "UFCW Local 1437"), fund).values())) == 2
    for name in ("UFCW", "United Food and Commercial Workers"):
        assert len(set(clusters(OrganizationCard("a", name), bare).values())) == 2
        assert len(set(clusters(OrganizationCard("a", name), fund).values())) == 2


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_answered(one: str, other: str) -> None:
    """Any two names get an answer between 0 and 1, and a name always shares its keys with itself."""
    assert 0.0 <= chance(one, other) <= 1.0
    assert core_words(one) == core_words(one.upper().lower()) or not one.isascii()
    assert organization_keys(OrganizationCard("a", one)) == organization_keys(OrganizationCard("b", one))


def test_slips() -> None:
    """A letter too many, too few or moved is a slip; another letter is another word."""
    assert is_slip("wrokers", "workers")
    assert is_slip("vinneyard", "vineyard")
    assert not is_slip("hertford", "hartford")
    assert not is_slip("lowell", "lowell")
