"""The engine for people: its laws on any cards and answers, and the cases that a person would call plain."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgraph.identity.engine import Card, Decision, Partition, block_keys, context_block_keys, resolve, score
from lpgraph.identity.joining import DIFFERENT, SAME
from lpgraph.model import Label

GIVEN = ("Ana", "Bill", "William", "R.", "Robert", "")
FAMILY = ("Vega", "Vegas", "Vega-Stone", "Stone", "")
MAILS = ((), ("ana.vega@mail.example",), ("bstone@mail.example",), ("info@city.example",))


@st.composite
def decks(draw: st.DrawFn) -> list[Card]:
    """Up to nine fictional records with few values, so that many agree and many contradict."""
    return [
        Card(
            f"m{number}", f"r{draw(st.integers(0, 11))}", Label.PERSON,
            ids=draw(st.sampled_from(((), ("van:1",), ("van:2",)))),
            emails=draw(st.sampled_from(MAILS)), phones=draw(st.sampled_from(((), ("3035550199",), ("3035550288",)))),
            given=draw(st.sampled_from(GIVEN)), family=draw(st.sampled_from(FAMILY)), state="CO",
            city=draw(st.sampled_from(("", "Pueblo", "Salida"))),
        )
        for number in range(draw(st.integers(2, 9)))
    ]  # fmt: skip


@st.composite
def answered(draw: st.DrawFn) -> tuple[list[Card], list[Decision]]:
    """A deck and what people said about some of its records."""
    deck = draw(decks())
    keys = st.sampled_from([card.key for card in deck])
    said = st.builds(Decision, keys, keys, st.sampled_from((SAME, DIFFERENT)))
    return deck, draw(st.lists(said, max_size=4))


def _of(found: Partition) -> dict[str, int]:
    return {key: number for number, cluster in enumerate(found.clusters) for key in cluster}


@settings(max_examples=40, deadline=None)
@given(answered(), st.randoms(use_true_random=False))
def test_laws_of_answers(told: tuple[list[Card], list[Decision]], random: object) -> None:
    """Different is never joined, same always, or it is given back as a conflict; the order of cards is irrelevant."""
    deck, said = told
    found = resolve(deck, said)
    where = _of(found)
    assert sorted(where) == sorted(card.key for card in deck)
    back = {(one.a, one.b, one.verdict) for one in found.conflicts}
    ref = {card.key: card.ref for card in deck}
    first = {r: min(key for key in ref if ref[key] == r) for r in ref.values()}
    for one in said:
        keys = [{one.a, first[ref[one.a]]}, {one.b, first[ref[one.b]]}]
        given_back = any(a in keys[0] and b in keys[1] and v == one.verdict for a, b, v in back)
        assert given_back or (where[one.a] == where[one.b]) is (one.verdict == SAME)
    shuffled = list(deck)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled, said[::-1]).clusters == found.clusters
    for question in found.questions:
        assert where[question.a] != where[question.b]


@settings(max_examples=25, deadline=None)
@given(answered())
def test_taking_an_answer_back_and_a_second_upload(told: tuple[list[Card], list[Decision]]) -> None:
    """Without the answers it is the partition from before; the same records once more join what they joined."""
    deck, said = told
    before = resolve(deck)
    resolve(deck, said)
    assert resolve(deck) == before
    again = _of(resolve([*deck, *(replace(card, key=f"{card.key}x") for card in deck)]))
    for cluster in before.clusters:
        assert all(again[key] == again[f"{key}x"] for key in cluster)  # one ref is one entity


@settings(max_examples=30, deadline=None)
@given(decks())
def test_pairs_share_a_key_and_are_symmetric(deck: list[Card]) -> None:
    """Whatever is likely shares a key that the store can look up, of which there are few."""
    keys = {card.key: block_keys(card) for card in deck}
    for pair in score(deck):
        assert set(keys[pair.a]) & set(keys[pair.b])
        assert 0.2 <= pair.p <= 1
        assert pair.a < pair.b
    for card in deck:
        assert len(keys[card.key]) <= 6
        assert set(context_block_keys(card)) <= set(keys[card.key])


def _pair(a: Card, b: Card) -> float:
    return max((pair.p for pair in score([a, b])), default=0.0)


ANA = Card("a", "a", name="CM Ana Vega", emails=("ana.vega@mail.example",), city="Pueblo", state="CO")


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        (Card("b", "b", name="Vega, Ana", emails=("Ana.Vega@mail.example",), state="Colorado"), True),
        (Card("b", "b", name="Ana Vega (she/her)", emails=("ana.vega@mail.example",), phones=("3035550199",)), True),
        (Card("b", "b", name="Tomas Vega", emails=("ana.vega@mail.example",), city="Pueblo", state="CO"), False),
        (Card("b", "b", name="Ana Stone", city="Pueblo", state="CO"), False),
        (Card("b", "b", name="Ana Vega", emails=("avega77@mail.example",), city="Salida", state="CO"), False),
    ],
)
def test_plain_cases(other: Card, joined: bool) -> None:
    """One address under one name joins; another first name, surname or town with another address does not."""
    assert (len(resolve([ANA, other]).clusters) == 1) is joined


def test_father_and_son_stay_apart() -> None:
    """Sr and Jr with one phone in one town are two people, and askable."""
    same = {"phones": ("3035550199",), "city": "Pueblo", "state": "CO"}
    found = resolve([Card("a", "a", name="Tomas Vega Sr", **same), Card("b", "b", name="Tomas Vega Jr", **same)])  # type: ignore[arg-type]
    assert len(found.clusters) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mario Lopez", "Maria Lopez"), ("Tomas Vega Jr.", "Tomas Vega"), ("Ruth Vega", "Tomas Vega")],
)
def test_a_house_shares_its_phone(one: str, other: str) -> None:
    """Couples, and a son beside somebody of his name, are asked about at one phone, never joined by it."""
    same = {"phones": ("3035550199",), "city": "Pueblo", "state": "CO"}
    found = resolve([Card("a", "a", name=one, **same), Card("b", "b", name=other, **same)])  # type: ignore[arg-type]
    assert len(found.clusters) == 2
    assert found.questions


def test_a_suffix_in_a_column_of_its_own_counts() -> None:
    """Jr. beside a name that is not taken apart says the same as within it."""
    mail = ("tvega@mail.example",)
    cards = [Card("a", "a", name="Tomas Vega", suffix="Jr.", emails=mail), Card("b", "b", name="Tomas Vega Sr")]
    assert len(resolve([cards[0], replace(cards[1], emails=mail)]).clusters) == 2


def test_a_same_against_a_different_is_given_back() -> None:
    """The later "same" joins nothing and is named, whichever way round it is said."""
    found = resolve([ANA, replace(ANA, key="b", ref="b")], [Decision("a", "b", DIFFERENT), Decision("b", "a", SAME)])
    assert len(found.clusters) == 2
    assert [one.verdict for one in found.conflicts] == [SAME]
    assert not found.questions


def test_another_surname_changes_nothing() -> None:
    """A record that shares neither surname nor address leaves every chance as it was."""
    other = Card("b", "b", name="Ana M. Vega", city="Pueblo", state="CO")
    stranger = Card("z", "z", name="Ruth Stone", emails=("ruth@mail.example",), city="Pueblo", state="CO")
    assert score([ANA, other]) == score([ANA, other, stranger])


def test_evidence_is_words() -> None:
    """What agrees and what differs is said field by field with both values."""
    other = Card("b", "b", name="Anna Vega", emails=("ana.vega@mail.example",), city="Salida", state="CO")
    told = {field: (verdict, a, b) for field, verdict, a, b in score([ANA, other])[0].evidence}
    assert told["city"] == ("different", "Pueblo", "Salida")
    assert told["e-mail"][0] == "same"


HOME = {"emails": ("thekanes@mail.example",), "phones": ("3035550199",), "city": "Pueblo", "state": "CO"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mary Kane", "Mark Kane"), ("Joan Kane", "Juan Kane"), ("Terry Kane", "Jerry Kane")],
)
def test_two_given_names_are_no_slip_of_the_pen(one: str, other: str) -> None:
    """A family's names may be a letter apart: at one mailbox and phone it is asked about, never joined."""
    found = resolve([Card("a", "a", name=one, **HOME), Card("b", "b", name=other, **HOME)])  # type: ignore[arg-type]
    assert len(found.clusters) == 2
    assert found.questions


@pytest.mark.parametrize(("one", "other"), [("Sara Kane", "Sarah Kane"), ("Micheal Kane", "Michael Kane")])
def test_a_spelling_of_one_given_name_joins(one: str, other: str) -> None:
    """Two spellings of one name, and letters that changed places, are one name at one mailbox."""
    found = resolve([Card("a", "a", name=one, **HOME), Card("b", "b", name=other, **HOME)])  # type: ignore[arg-type]
    assert len(found.clusters) == 1


def test_a_short_name_is_no_bridge() -> None:
    """Alex may be Alexandra or Alexander, and never makes one person of both."""
    names = ("Alex Kane", "Alexandra Kane", "Alexander Kane")
    found = resolve([Card(f"m{at}", f"m{at}", name=name, **HOME) for at, name in enumerate(names)])  # type: ignore[arg-type]
    assert not any({"m1", "m2"} <= cluster for cluster in found.clusters)


def test_a_name_without_any_place_is_asked_about() -> None:
    """Two bare names of no state are nobody in particular: a question, not a join."""
    found = resolve([Card("a", "a", name="Waylyn Hobbs"), Card("b", "b", name="Waylyn Hobbs")])
    assert len(found.clusters) == 2
    assert found.questions


def test_very_many_alike_are_few_pairs() -> None:
    """Records that say the very same are compared with the first of them alone, and still become one."""
    deck = [Card(f"m{at:04}", f"m{at:04}", name="Ana Kane", **HOME) for at in range(600)]  # type: ignore[arg-type]
    pairs = score(deck, explain=False)
    assert len(pairs) < 2 * len(deck)
    assert len(resolve(deck).clusters) == 1


def test_a_name_of_very_many_is_told_by_place_or_address() -> None:
    """Hundreds of one name in a state are compared within their towns alone, so that the pairs stay few."""
    towns = ("Pueblo", "Salida", "Durango", "Boulder", "Aspen", "Delta", "Lamar", "Alma")
    deck = [
        Card(f"m{at}", f"m{at}", name="Ana Kane", emails=(f"kane{at}@mail.example",), city=towns[at % 8], state="CO")
        for at in range(320)
    ]
    assert all(deck[int(pair.a[1:])].city == deck[int(pair.b[1:])].city for pair in score(deck, explain=False))
