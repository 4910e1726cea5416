"""Who else bears a union's number decides whether a record that does not say more is joined, asked about, or left."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgraph.identity.engine import Card, context_block_keys, resolve, score, sways
from lpgraph.identity.organizations import OrganizationCard, score_organizations
from lpgraph.identity.organizations_company import neighbours, regions
from lpgraph.identity.organizations_join import join_organizations
from lpgraph.model import Label
from lpgraph.names.affiliates import TABLE
from lpgraph.names.unions import parse_union
from lpgraph.settings import MATCH_AUTO

LAWS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def clusters(*cards: OrganizationCard) -> dict[str, str]:
    """Card key → cluster."""
    return join_organizations(cards, score_organizations(cards))


def chance(*cards: OrganizationCard) -> dict[str, float]:
    """How likely each pair is, by its keys."""
    return {f"{pair.a}{pair.b}": pair.p for pair in score_organizations(cards)}


def registered(key: str, number: str, file: str, affiliate: str = "UFCW") -> OrganizationCard:
    """An entry of a register without place and unit, as a list of file numbers has it."""
    name = f"{affiliate} {number} (file number {file})"
    return OrganizationCard(key, name, file_number=file, affiliate=affiliate, local_number=number)


STRIKE = OrganizationCard("s", "UFCW Local 1437", state="OH", affiliate="UFCW", designation="local",
                          local_number="1437")  # fmt: skip


def at(state: str, key: str = "t") -> OrganizationCard:
    """The local of the strike as a row from another state has it."""
    return OrganizationCard(key, "UFCW Local 1437", state=state)


def test_the_only_bearer_of_a_number_is_joined() -> None:
    """A register's one entry of a number is the local of that number; its file number is no second number."""
    assert len(set(clusters(STRIKE, registered("a", "1437", "990001")).values())) == 1
    assert len(set(clusters(STRIKE, registered("a", "1437A", "990001")).values())) == 2


def test_a_second_bearer_parts_them_again() -> None:
    """With two file numbers of one local number nobody is joined, and nobody asked: no row says which."""
    cards = (STRIKE, registered("a", "1437", "990001"), registered("b", "1437", "990002"))

    assert len(set(clusters(*cards).values())) == 3
    assert max(chance(*cards).values()) < 0.5


def test_neighbouring_states_are_one_locals_and_far_ones_are_asked() -> None:
    """A local works beyond its state's border; a number in Ohio and Oregon was written wrong in one of them."""
    assert len(set(clusters(STRIKE, at("PA"), registered("a", "1437", "990001")).values())) == 1
    far = (STRIKE, at("OR"), registered("a", "1437", "990001"))
    assert len(set(clusters(*far).values())) == 3
    assert chance(*far)["as"] == chance(*far)["at"] == 0.55
    assert chance(*far, at("FL", "u"))["as"] < 0.5


def test_a_low_number_may_be_a_districts() -> None:
    """Where an international numbers its districts too, a register that names no unit is a question."""
    strike = OrganizationCard("s", "IAM Local Lodge 37", state="OH")

    assert 0.65 <= chance(strike, registered("a", "37", "990001", "IAM"))["as"] < MATCH_AUTO
    assert chance(strike, OrganizationCard("a", "IAM Local 37", file_number="990001"))["as"] >= MATCH_AUTO


def test_a_record_fits_the_one_that_agrees_with_its_place() -> None:
    """Of two of one name, a record that says its town can only mean the one there."""
    cards = (
        OrganizationCard("a", "Renters Rising", ein="990000001", city="Albany", state="NY"),
        OrganizationCard("b", "Renters Rising", ein="990000002", city="Buffalo", state="NY"),
        OrganizationCard("c", "Renters Rising", city="Albany", state="NY"),
    )
    found = clusters(*cards)

    assert found["a"] == found["c"] != found["b"]


def test_what_several_go_on_from_is_no_question() -> None:
    """A name that says less than three others is asked about with none of them."""
    names = ["Zephyrvale Renters League", *(f"Zephyrvale Renters League {word}" for word in ("East", "North", "Hill"))]
    cards = [OrganizationCard(str(n), name, state="OH") for n, name in enumerate(names)]

    assert max(chance(*cards).values()) < 0.5
    assert max(chance(*cards[:2]).values()) >= 0.5


def test_one_word_says_too_little_without_a_place() -> None:
    """A single word joins a record that says its state only where the other says it too; a whole name joins."""
    hope = OrganizationCard("a", "Hope", state="OH")
    rising = OrganizationCard("a", "Zephyrvale Renters Rising", state="OH")

    assert chance(hope, OrganizationCard("b", "HOPE"))["ab"] < 0.5
    assert chance(hope, OrganizationCard("b", "HOPE", state="OH"))["ab"] >= MATCH_AUTO
    assert chance(rising, OrganizationCard("b", "Zephyrvale Renters Rising, Inc."))["ab"] >= MATCH_AUTO


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("Housing Coalition", False), ("Anchor Housing", False), ("Children's Law Center", False),
        ("Hope Foundation", False), ("Bar Association", False), ("Zephyrvale Land Institute", True),
        ("Global Zephyr Network Initiative", True), ("Lowell Housing Coalition", True),
        ("Massachusetts Bar Association", True),
    ],
)  # fmt: skip
def test_a_name_of_common_words_needs_a_place(name: str, joined: bool) -> None:
    """Where one record says no place, a name that there may be elsewhere is asked about, not joined; one that says
    enough, or the place itself, is joined; so are two that both say no place, or the same number."""
    placed = OrganizationCard("a", name, city="Lowell", state="MA")
    both = clusters(placed, OrganizationCard("b", f"{name}, Inc."))

    assert (both["a"] == both["b"]) == joined
    assert joined or chance(placed, OrganizationCard("b", name))["ab"] >= 0.5
    bare = clusters(OrganizationCard("a", name), OrganizationCard("b", f"{name}, Inc."))
    assert bare["a"] == bare["b"]
    told = (OrganizationCard("a", name, ein="990000001", city="Lowell", state="MA"),
            OrganizationCard("b", name, ein="990000001"))  # fmt: skip
    assert len(set(clusters(*told).values())) == 1


def test_a_registers_chapters_of_one_acronym_are_no_question() -> None:
    """Forty records called by one acronym, each with a number of its own: nobody is asked forty times."""
    spelt = OrganizationCard("s", "Zephyr Housing Renters League")
    chapters = [OrganizationCard(f"a{n}", "ZHRL", ein=f"99000000{n}", city="Lowell", state="MA") for n in range(4)]

    assert chance(spelt, chapters[0])["a0s"] >= 0.5
    assert max(p for pair, p in chance(spelt, *chapters).items() if "s" in pair) < 0.5


def test_regions() -> None:
    """States hang together through neighbours; the table says so from both sides."""
    assert regions(["OH", "PA", "NJ", ""]) == 1
    assert regions(["OH", "OR"]) == 2
    assert regions([]) == 0
    assert all(one in neighbours()[other] for one, near in neighbours().items() for other in near)


@pytest.mark.parametrize(
    ("name", "affiliate", "local"),
    [
        ("UAW 1250-C", "UAW", "1250C"), ("SEIU Local 32-BJ", "SEIU", "32BJ"), ("IBEW 3-NY", "IBEW", "3"),
        ("UFCW - 815 S", "UFCW", "815S"), ("IUOE Local 18-A-B-C", "IUOE", "18"), ("12-UE", "UE", "12"),
        ("LIUNA 12 Counties DC", "LIUNA", ""), ("AFSCME OAPSE/CHAP 216", "OAPSE", "216"),
        ("NCFO/SEIU Local 266", "NCFO", "266"),
    ],
)  # fmt: skip
def test_numbers_as_strikes_are_written(name: str, affiliate: str, local: str) -> None:
    """A hyphened letter is the number's; a state, an international, a count of counties are not; a conference or
    association inside an international counts its own locals."""
    said = parse_union(name)

    assert said is not None
    assert (said.affiliate, said.local) == (affiliate, local)


# Each line is one organization, in spellings that people write; no two lines are the same.
HARD = (
    ("SEIU Local 1", "SEIU 1"), ("SEIU Local 1A", "SEIU 1-A"), ("SEIU District 1", "SEIU Dist. 1"),
    ("SEIU Local 1 Federal Credit Union",), ("SEIU Local 1 Benefit Fund",), ("SEIU Joint Council 1",),
    ("SEIU Healthcare District 1199 Zephyr Chapter",), ("IAM District Lodge 1", "IAM DL 1"),
    ("IAM Local Lodge 1", "Machinists Lodge 1"), ("IBT Joint Council 1",), ("Teamsters Local 1", "IBT 1"),
    ("NALC Branch 1", "Letter Carriers Branch 1"), ("NTEU Chapter 1",), ("ATU Division 1", "ATU Local 1"),
    ("ATU", "Amalgamated Transit Union"), ("Albion Tenants Union",), ("Anglers and Trappers United",),
    ("Western Union", "Western Union 1"), ("Union Pacific",), ("Example Farmers Union", "Example Farmers Union, Inc."),
    ("Example Farmers Union Local 1",), ("Zephyrvale Teachers Credit Union",), ("Student Union of Zephyrvale",),
    ("Zephyrvale Teachers Union",), ("AFSCME Council 1", "AFSCME District Council 1"), ("AFSCME Local 1", "AFSCME 1"),
    ("AFSCME OAPSE Chapter 1", "OAPSE Chap 1"), ("NAACP Alton Branch",), ("NAACP Dalton Branch",),
    ("Greater Alton Housing Coalition",), ("Greater Altona Housing Coalition",), ("Greater Dalton Housing Coalition",),
    ("Renters League of Bandon",), ("Renters League of Brandon",), ("IBEW Local 1 Retirees",),
    ("IBEW Local 1", "IBEW 1"),
)  # fmt: skip
SPELLINGS = [(line, name) for line, names in enumerate(HARD) for name in names]


@LAWS
@given(st.lists(st.sampled_from(SPELLINGS), min_size=2, max_size=10), st.sampled_from((str, str.upper, str.lower)))
def test_hard_cases_are_never_joined(some: list[tuple[int, str]], case: type[str]) -> None:
    """Letters, districts, councils, lodges, chapters, funds, colliding initials and towns a letter apart stay apart."""
    found = clusters(*(OrganizationCard(f"{n:02}", case(name)) for n, (_, name) in enumerate(some)))

    for (n, (one, _)), (m, (other, _)) in combinations(enumerate(some), 2):
        assert one == other or found[f"{n:02}"] != found[f"{m:02}"]


BRANDS = ("Renters League", "Society of Example Engineers", "Women Voters Circle", "Friends of the Library")
TOWNS = ("Albany", "Buffalo", "Springfield", "Lowell", "Lynn", "Alton", "Dalton", "Salida")
CHAPTERS = st.tuples(st.sampled_from(BRANDS), st.sampled_from(TOWNS), st.sampled_from(("NY", "OH")))


@LAWS
@given(st.lists(st.tuples(CHAPTERS, st.integers(0, 3), st.booleans()), min_size=2, max_size=9))
def test_chapters_of_two_towns_are_never_joined(some: list[tuple[tuple[str, str, str], int, bool]]) -> None:
    """Chapters of one national organization, named by their town or only beside it in a column, stay apart."""
    forms = ("{b} of {t}", "{b} {t} Chapter", "{b}, {t}", "{b}")
    cards = [
        OrganizationCard(f"{n:02}", forms[form].format(b=brand, t=town), city=town if form == 3 or column else "",
                         state=state if form == 3 or column else "")
        for n, ((brand, town, state), form, column) in enumerate(some)
    ]  # fmt: skip
    found = clusters(*cards)

    for (n, ((brand, town, _), *_)), (m, ((other, city, _), *_)) in combinations(enumerate(some), 2):
        assert (brand, town) == (other, city) or found[f"{n:02}"] != found[f"{m:02}"]


# Names of which each may mean several of the others.
FAMILIES = (
    ("UFCW Local 1437", "UFCW Local 1437A"), ("BAC Local 9", "BAC 9"), ("NPM 1437", "NPMHU 1437", "NPBM 1437"),
    ("Renters Rising", "Renters Rising East", "Renters Rising Hill", "Renters Rising North"),
    ("Women's Housing Association of Gr", "Women's Housing Association of Greenhill",
     "Women's Housing Association of Greystone"),
    ("ZHA", "Zephyrvale Housing Alliance", "Zion Health Association"), ("ZHA", "ZHA", "Zephyrvale Housing Alliance"),
)  # fmt: skip


@st.composite
def registers(draw: st.DrawFn) -> list[Card]:
    """Up to eight records that share few union numbers and names: some say a file number, some a state."""
    names = draw(st.sampled_from(FAMILIES))
    found = []
    for n in range(draw(st.integers(2, 8))):
        file = draw(st.sampled_from(("", "", "", "990001", "990002")))
        found.append(
            Card(f"o{n}", f"o{n}", Label.ORGANIZATION, (f"olms:{file}",) if file else (),
                 name=draw(st.sampled_from(names)), state=draw(st.sampled_from(("", "", "OH", "PA", "OR"))))
        )  # fmt: skip
    return found


@LAWS
@given(st.data(), registers())
def test_any_order_gives_the_same(data: st.DataObject, deck: list[Card]) -> None:
    """Clusters and questions are a function of the set, so that it does not matter which file came first."""
    turned = data.draw(st.permutations(deck))
    one, other = resolve(deck), resolve(turned)

    assert one.clusters == other.clusters
    assert [(q.a, q.b, q.p) for q in one.questions] == [(q.a, q.b, q.p) for q in other.questions]


@LAWS
@given(registers(), st.sets(st.sampled_from([f"o{n}" for n in range(8)])))
def test_weighing_a_few_is_weighing_all(deck: list[Card], few: set[str]) -> None:
    """``only`` leaves pairs out and changes no chance of the others."""
    all_of = sorted((p.a, p.b, p.p) for p in score(deck, explain=False) if few & {p.a, p.b})

    assert sorted((p.a, p.b, p.p) for p in score(deck, only=frozenset(few), explain=False)) == all_of


def kept_chances(gone: Card, rest: list[Card]) -> tuple[dict[tuple[str, str], float], ...]:
    """The chances of all pairs that are not swayed, with the one that goes and without it."""
    shared = set(context_block_keys(gone))
    kept = {card.key for card in rest if not (sways(gone, card) and shared & set(context_block_keys(card)))}
    return tuple(
        {(p.a, p.b): p.p for p in score(some, explain=False) if {p.a, p.b} <= kept} for some in ([gone, *rest], rest)
    )


@LAWS
@given(registers())
def test_who_does_not_sway_changes_nothing(deck: list[Card]) -> None:
    """An organization that comes or goes leaves the chances of all whom it does not sway as they were."""
    with_, without = kept_chances(deck[0], deck[1:])

    assert with_ == without


@pytest.mark.parametrize("names", FAMILIES)
def test_each_of_a_family_sways_those_that_may_mean_it(names: tuple[str, ...]) -> None:
    """Whichever comes last: those whose chances it changes are looked at again."""
    deck = [Card(f"o{n}", f"o{n}", Label.ORGANIZATION, name=name) for n, name in enumerate(names)]
    for gone in deck:
        with_, without = kept_chances(gone, [card for card in deck if card is not gone])

        assert with_ == without


@LAWS
@given(st.sampled_from(sorted(k for k, row in TABLE.items() if not row.repeats)), st.integers(101, 9999),
       st.sampled_from(["", "A", "T"]))  # fmt: skip
def test_a_register_joins_for_every_international(acronym: str, number: int, letter: str) -> None:
    """Whatever the international: one entry and one row of its number are one, another letter is another local."""
    one, other = (f"{acronym} Local {number}{text}" for text in (letter, letter + "X" if letter else "X"))
    entry = registered("a", f"{number}{letter}", "990001", acronym)

    assert len(set(clusters(entry, OrganizationCard("b", one, affiliate=acronym)).values())) == 1
    assert len(set(clusters(entry, OrganizationCard("b", other, affiliate=acronym)).values())) == 2
