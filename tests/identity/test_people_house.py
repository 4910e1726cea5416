"""Who lives in one house: couples, brothers and sisters share an address, and are asked about, never joined by it."""

import pytest

from lpgraph.identity.engine import Card, Partition, resolve
from lpgraph.identity.people_frequencies import each_its_own, two_names

TOWN = {"city": "Pueblo", "state": "CO"}
MAIL, PHONE = ("thekanes@mail.example",), ("3035550199",)
ADDRESSES = ({"emails": MAIL}, {"phones": PHONE}, {"emails": MAIL, "phones": PHONE})


def _resolved(*names: str, **said: object) -> Partition:
    return resolve([Card(f"m{at}", f"m{at}", name=name, **TOWN, **said) for at, name in enumerate(names)])  # type: ignore[arg-type]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ellen", "Helen"), ("Marion", "Marian"), ("Floyd", "Lloyd"), ("Paul", "Polly"), ("Hannah", "Anna"),
        ("Jane", "Janet"), ("Lee", "Leah"), ("Ted", "Ned"), ("Jake", "Jay"),
        ("Kevin", "Devin"), ("Jayden", "Hayden"), ("Karin", "Karen"),
    ],
)  # fmt: skip
def test_two_names_of_their_own_are_asked_about(one: str, other: str, address: dict[str, tuple[str, ...]]) -> None:
    """First names that are as a rule two people's do not join by the home's address, and are asked about: also where
    the one may stand for the other, where both may be short for a third, and where no table knows them."""
    found = _resolved(f"{one} Kane", f"{other} Kane", **address)
    assert len(found.clusters) == 2
    assert found.questions


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill", "William"), ("Kate", "Katherine"), ("Sara", "Sarah"), ("Beth", "Elizabeth"), ("Bob", "Robert"),
        ("Ann", "Anne"), ("Catherine", "Katherine"), ("Clint", "Clinton"), ("Kevin", "Kevn"),
    ],
)  # fmt: skip
def test_a_form_of_one_name_joins(one: str, other: str, address: dict[str, tuple[str, ...]]) -> None:
    """A short form, another spelling and a slip of the pen are one person's at one address."""
    assert len(_resolved(f"{one} Kane", f"{other} Kane", **address).clusters) == 1


@pytest.mark.parametrize(("one", "other"), [("Jane Roe", "Janet Roe"), ("Ellen Roe", "Helen Roe")])
def test_a_role_mailbox_joins_nobody_of_two_names(one: str, other: str) -> None:
    """A town hall's mailbox says nothing of two whose first names are rather two people's."""
    assert len(_resolved(one, other, emails=("info@pueblo.gov",)).clusters) == 2


def test_an_address_that_says_the_first_name_is_somebodys_own() -> None:
    """Polly, who writes from paul.kane@, is Paul under another name."""
    assert len(_resolved("Paul Kane", "Polly Kane", emails=("paul.kane@mail.example",)).clusters) == 1


def test_nobody_stands_between_two_names() -> None:
    """An initial or a third record at the home's address does not make one of a couple."""
    for third in ("E. Kane", "Helen Kane"):
        found = _resolved("Ellen Kane", third, "Helen Kane", emails=MAIL)
        assert not any({"m0", "m2"} <= cluster for cluster in found.clusters)


def test_two_short_forms_are_brought_together_by_the_name() -> None:
    """Ned and Ted alone are two; with Edward between them they may be one."""
    assert len(_resolved("Ted Kane", "Ned Kane", phones=PHONE).clusters) == 2
    assert len(_resolved("Ted Kane", "Edward Kane", "Ned Kane", phones=PHONE).clusters) == 1


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [("kevin", "devin", True), ("michael", "micheal", False), ("hanna", "anna", True), ("sara", "sarah", False),
     ("cristina", "kristina", False), ("theo", "teo", False), ("zylan", "rylan", True), ("zylan", "zylann", False)],
)  # fmt: skip
def test_a_slip_of_the_pen_leaves_the_first_letter(a: str, b: str, two: bool) -> None:
    """Another first letter makes another name, however rare, unless it is a matter of spelling."""
    assert two_names(a, b) is two_names(b, a) is two


def test_what_may_stand_for_each_other() -> None:
    """The table of names that are rather two people's is read both ways, and holds no usual short form."""
    assert each_its_own("ellen", "helen")
    assert each_its_own("helen", "ellen")
    assert not each_its_own("bill", "william")


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_initial_that_fits_two_at_one_address_is_asked_of_both(address: dict[str, tuple[str, ...]]) -> None:
    """J. Kane beside Jane and John Kane is either: both are asked about, and neither is joined, nor two J. Kanes."""
    for names in (("J. Kane", "Jane Kane", "John Kane"), ("J. Kane", "J Kane", "Jane Kane", "John Kane")):
        found = _resolved(*names, **address)
        assert all(len(cluster) == 1 for cluster in found.clusters)
        asked = {frozenset((question.a, question.b)) for question in found.questions}
        assert {frozenset(("m0", f"m{len(names) - 1}")), frozenset(("m0", f"m{len(names) - 2}"))} <= asked


def test_an_initial_that_fits_one_at_an_address_joins() -> None:
    """J. Kane beside Jane and Ruth Kane is Jane; so it is beside Jane and Janie, who are one."""
    assert {"m0", "m1"} <= max(_resolved("J. Kane", "Jane Kane", "Ruth Kane", emails=MAIL).clusters, key=len)
    assert len(_resolved("J. Kane", "Jane Kane", "Janie Kane", emails=MAIL).clusters) == 1
