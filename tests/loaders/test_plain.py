"""The short way of names and addresses says what the parsers say, or leaves the word to them."""

from __future__ import annotations

import random

import pytest
from email_validator import EmailNotValidError, validate_email
from nameparser import HumanName

from loaders import plain


def test_two_plain_words_are_parsed_as_the_parser_does() -> None:
    """Whatever two words: given and family name are the parser's, and there is nothing else that it would find."""
    chance = random.Random(7)
    meaning = sorted(w for w in plain.words_of_names() if w.isascii())
    made = ["".join(chance.choice("aeioubcdfglmnrstv") for _ in range(chance.randint(2, 9))) for _ in range(200)]
    words = [w.capitalize() for w in (*made, *chance.sample(meaning, 100), "macdonald", "abdul", "ivanovich", "oneil")]
    short = 0
    for _ in range(400):
        text = f"{chance.choice(words)} {chance.choice(words)}"
        if (found := plain.two_words(text)) is not None:
            short += 1
            parsed = HumanName(text)
            parts = (parsed.first, parsed.last, parsed.middle, parsed.title, parsed.suffix, parsed.nickname)
            assert parts == (*found, "", "", "", ""), text
    assert short > 50


@pytest.mark.parametrize(
    "text", ["Mayor Vance", "Ada Phd", "Ada de Vance", "Ada", "Ada O'Hara", "ADA VANCE", "Ada Lu Po"]
)
def test_a_name_with_anything_in_it_is_left_to_the_parser(text: str) -> None:
    """Titles, suffixes, particles, marks, capitals, one or three words: the short way has nothing to say."""
    assert plain.two_words(text) is None


LOCALS = ["a", "ab.c", "x_y", "a+b", "-a", "A.B", "postmaster", "a" * 64, "a" * 65, "a..b", ".a", "abc.", "é"]
DOMAINS = [
    "example.org", "Example.ORG", "people.example.org", "localhost", "x", "-a.com", "a-.com", "foo.test", "1.2.3.4",
    "a..b", "xn--bcher-kva.de", "xn--zz.de", "a_b.com", "ab--cd.com", "foo.invalid", "x" * 64 + ".com", "foo.123",
    ".".join(["y" * 50] * 4) + ".com", "example.org.", "büro.example",
]  # fmt: skip


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_plain_address_is_judged_as_the_validator_does(domain: str) -> None:
    """For every pair of parts: the same address, or refused alike, or left to the validator."""
    for local in LOCALS:
        text = f"{local}@{domain}"
        try:
            wanted = validate_email(text, check_deliverability=False).normalized.casefold()
        except EmailNotValidError:
            wanted = ""
        assert plain.address(text) in (None, wanted), text
    assert plain.address("Ada.Vance@Example.org") == "ada.vance@example.org"
