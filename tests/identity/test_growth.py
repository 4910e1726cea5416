"""However many records share what they share, few of them are compared: the pairs grow with the records."""

from __future__ import annotations

import pytest

from lpgraph.identity.against import Organizations
from lpgraph.identity.organizations import OrganizationCard, score_organizations
from lpgraph.identity.people import PersonCard, candidates, keys_of, score_people
from lpgraph.identity.people_blocks import pairs_of
from lpgraph.identity.people_compare import given_level
from lpgraph.identity.people_read import read

ROWS = 1_200
ONES, TWOS = "bdfgklmnprstvz", "aeiou"


def _word(number: int) -> str:
    """A made-up word of five letters, another for each number."""
    said = ""
    for place in range(5):
        letters = TWOS if place % 2 else ONES
        said += letters[number % len(letters)]
        number //= len(letters)
    return said


CLASSES = {
    "one surname": lambda n: {"name": f"{_word(n)} Vega"},
    "one surname, look-alike first names": lambda n: {"name": f"Mari{_word(n)} Vega"},
    "one surname, numbered first names": lambda n: {"name": f"N{n} Vega"},
    "one surname, initials": lambda n: {"name": f"{chr(65 + n % 26)}. {chr(65 + n // 26 % 26)}. Vega"},
    "one surname, short forms": lambda n: {"name": f"{('Bob', 'Robert', 'Rob', 'R.', 'Bobby')[n % 5]} Vega"},
    "one name, many middle names": lambda n: {"name": f"Ana {_word(n)} Vega"},
    "one first name": lambda n: {"name": f"Ana {_word(n)}"},
    "one first name, look-alike surnames": lambda n: {"name": f"Ana Veg{_word(n)}"},
    "one name": lambda _: {"name": "Ana Vega"},
    "one name, three towns": lambda n: {"name": "Ana Vega", "city": ("Salida", "Pueblo", "Alma")[n % 3]},
    "one phone": lambda n: {"name": f"{_word(n)} {_word(n * 7)}", "phones": ("3035550199",)},
    "one mailbox": lambda n: {"name": f"{_word(n)} {_word(n * 7)}", "emails": ("all@mail.example",)},
    "one office": lambda n: {"name": f"{_word(n)} Vega", "organization": "City Council", "city": "Alma"},
    "a surname alone": lambda _: {"name": "Hon. Vega"},
    "no name": lambda n: {"name": ("", "-", "?", "n/a")[n % 4]},
}


def _cards(kind: str) -> list[PersonCard]:
    own = ({"emails": (f"x{n}@mail.example",), **CLASSES[kind](n)} for n in range(ROWS))
    return [PersonCard(f"m{n:05}", state="CO", **said) for n, said in enumerate(own)]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", CLASSES)
def test_few_are_compared_however_many_are_alike(kind: str) -> None:
    """Of records that share a surname, a first name, an address or nothing said, each is compared with some dozens."""
    people = [read(card) for card in _cards(kind)]

    assert sum(1 for _ in pairs_of(people, keys_of, None)) <= 100 * ROWS


@pytest.mark.parametrize("kind", ["one surname", "one surname, look-alike first names", "one surname, short forms"])
def test_names_are_not_counted_each_with_each(kind: str) -> None:
    """Who else bears a surname is counted without comparing every name with every other."""
    before = given_level.cache_info().misses + given_level.cache_info().hits
    score_people(_cards(kind)[:600])
    after = given_level.cache_info().misses + given_level.cache_info().hits

    assert after - before <= 600 * 600 // 2


def test_two_of_one_name_are_found_among_very_many() -> None:
    """Under a surname that very many have, those are still compared whose first names fit or who are in one place."""
    many = _cards("one surname")
    more = [
        PersonCard("y0", name="Robert Vega", state="CO"), PersonCard("y1", name="Bob Vega", state="CO"),
        PersonCard("y2", name="Elisabeth Vega", state="CO"), PersonCard("y3", name="Elisabet Vega", state="CO"),
        PersonCard("y4", name="E. Vega", city="Alma", state="CO"),
        PersonCard("y5", name="Elena Vega", city="Alma", state="CO"),
    ]  # fmt: skip
    pairs, _ = candidates(sorted((read(card) for card in (*many, *more)), key=lambda one: one.key))
    found = {(a.key, b.key) for a, b in pairs}

    assert {("y0", "y1"), ("y2", "y3"), ("y4", "y5")} <= found


def test_a_number_in_a_name_is_no_slip() -> None:
    """Rows that were numbered are as many people: N12 and N13 differ in one letter and mean two."""
    cards = [PersonCard(f"m{n}", name=f"Number{n} Vega", emails=(f"n{n}@mail.example",), state="CO") for n in range(40)]

    assert not score_people(cards)


def test_initials_of_very_many_are_no_question() -> None:
    """Hundreds who are called by initials beside hundreds whose names have them: nobody could answer."""
    called = [OrganizationCard(f"a{n:04}", "RHA") for n in range(300)]
    spelt = [OrganizationCard(f"b{n:04}", f"R{_word(n)} H{_word(n * 3)} A{_word(n * 5)}") for n in range(300)]
    pairs = score_organizations([*called, *spelt])

    assert len(pairs) < 10 * (len(called) + len(spelt))
    assert score_organizations([called[0], spelt[0]])


def test_what_a_group_of_organizations_says_is_read_once() -> None:
    """A group that grows record by record is not read again with each of them."""
    cards = {f"o{n:03}": OrganizationCard(f"o{n:03}", "Riverton Housing Alliance") for n in range(200)}
    asked: list[str] = []

    def ids(key: str) -> list[str]:
        asked.append(key)
        return []

    against, group = Organizations(cards.__getitem__, ids), ["o000"]
    for key in list(cards)[1:]:
        assert not against(group, [key])
        group.append(key)

    assert len(asked) <= 2 * len(cards)
