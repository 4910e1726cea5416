"""``docs/queries.md`` says what the query files say."""

from pathlib import Path

from queries.docs import render


def test_the_page_of_queries_is_up_to_date() -> None:
    """Made again from the headers it is the same; if not: python -m queries.docs > docs/queries.md."""
    page = Path(__file__).parents[1] / "docs" / "queries.md"
    assert page.read_text(encoding="utf-8") == render()
