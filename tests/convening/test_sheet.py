"""The print sheet of a plan: every table, then everybody by surname; names are text."""

from __future__ import annotations

import re

from lpgraph.convening.plan import Guest, Seating, Table
from lpgraph.convening.words import sheet

NAMES = (
    "Zoe Adeyemi-Stone", "Bea O'Brien Jr.", "Vega, Marisol", "Ada Lund, PhD", "María Ávila", "<b>x</b> Wren", "Prince",
)  # fmt: skip


def plan(rounds: int) -> Seating:
    """All of them at two tables, changing seats each round."""
    guests = [Guest(name, name, "person", "Denver, CO", "", False, False) for name in NAMES]
    made = tuple(
        tuple(Table(n, tuple(g for i, g in enumerate(guests) if (i + at) % 2 == n - 1), (), (), 1, 1) for n in (1, 2))
        for at in range(rounds)
    )
    return Seating("event/e", made, (), 1.0, 0, 0, ())


def rows(html: str) -> list[list[str]]:
    """The cells of the list of everybody."""
    table = html.partition("<table>")[2]
    return [re.findall(r"<t[hd]>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", table)]


def test_everybody_stands_by_surname_with_their_table_in_each_round() -> None:
    """Suffixes, degrees, accents and “Surname, First” are no matter; who sits at which table is as in the plan."""
    head, *people = rows(sheet(plan(2), "Spring", {}, "24 Nov 2026"))
    assert head == ["Name", "Place", "Round 1", "Round 2"]
    names = [row[0] for row in people]
    assert names == [
        "Zoe Adeyemi-Stone", "María Ávila", "Ada Lund, PhD", "Bea O&#x27;Brien Jr.", "Prince", "Vega, Marisol",
        "&lt;b&gt;x&lt;/b&gt; Wren",
    ]  # fmt: skip
    assert {row[0]: row[2:] for row in people}["Prince"] == ["1", "2"]
    assert {row[0]: row[2:] for row in people}["Ada Lund, PhD"] == ["2", "1"]


def test_one_round_has_one_column_and_pages_are_numbered() -> None:
    """The list begins a page of its own, and the paper carries its numbers."""
    html = sheet(plan(1), "Spring", {}, "24 Nov 2026")
    assert rows(html)[0] == ["Name", "Place", "Table"]
    assert "counter(page)" in html and "break-before: page" in html
