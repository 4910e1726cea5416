"""Dates: the precision that was written, never a guess, never a day that does not exist."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.dates import Order, likely_order, partial


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("", ""),
        ("1991", "1991"),
        ("2000-05", "2000-05"),
        ("2000-05-00", "2000-05"),
        ("2000-00-00", "2000"),
        ("07-2012", "2012-07"),
        ("Jan-14", "2014-01"),
        ("April 2011", "2011-04"),
        ("Sept 2012", "2012-09"),
        ("May 2012", "2012-05"),
        ("12 Mar 2024", "2024-03-12"),
        ("March 3rd, 2024", "2024-03-03"),
        ("3rd of March 2024", "2024-03-03"),
        ("5-Feb-14", "2014-02-05"),
        ("Thursday, 12 March 2026", "2026-03-12"),
        ("20240512", "2024-05-12"),
        ("2024/5/1", "2024-05-01"),
        ("13/02/2024", "2024-02-13"),
        ("7/31/2019", "2019-07-31"),
        ("4/4/2026", "2026-04-04"),
        ("1700000000", "2023-11-14T22:13:20Z"),
        ("1700000000000", "2023-11-14T22:13:20Z"),
        ("45000", "2023-03-15"),
        ("45000.5", "2023-03-15T12:00:00"),
        ("2024-05-12T18:00:00-04:00", "2024-05-12T22:00:00Z"),
        ("2025-07-02T03:26:41.123Z", "2025-07-02T03:26:41Z"),
        ("2026-03-12 18:30", "2026-03-12T18:30:00"),
        ("Jan 14, 2020 3:00 pm", "2020-01-14T15:00:00"),
        ("14/1/2020 12:05 a.m.", "2020-01-14T00:05:00"),
    ],
)
def test_what_is_written_is_kept_to_its_precision(text: str, iso: str) -> None:
    """Each way in which exports write a date, and no more than it says."""
    assert partial(text) == iso


def test_the_order_of_a_column_decides() -> None:
    """The same text is two days, depending on who wrote it; unsaid, it is refused."""
    assert partial("10/05/2026 05:55:00 PM", "mdy") == "2026-10-05T17:55:00"
    assert partial("10/05/2026 05:55:00 PM", "dmy") == "2026-05-10T17:55:00"
    with pytest.raises(ValueError, match="mdy or dmy"):
        partial("10/05/2026")


@pytest.mark.parametrize(
    "text",
    ["2024-02-30", "31/4/2024", "2024-13-01", "13/13/2024", "0000-00-00", "9999-01-01", "2024-00-05", "Jan", "14-Jan",
     "Apr/Jun", "tomorrow", "12", "123456", "2024-05-12T25:00", "2024-05-12 13:00 am", "2024-05 10:00",
     "1e5", "Junk 2024",
     "2024-05-12T10:00+99:00", "-5", "٣/٤/٢٠٢٤x", "12 March 3, 2024"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """An impossible day, a month without a year, a bare number: a reason, never a guess."""
    with pytest.raises(ValueError, match=r"\S"):
        partial(text)


@settings(deadline=None)
@given(st.dates(dt.date(1969, 1, 1), dt.date(2068, 12, 31)))
def test_every_spelling_of_a_day_is_that_day(day: dt.date) -> None:
    """Any day, in any of its spellings, gives the same ISO text."""
    iso = day.isoformat()
    spelled = [
        (iso, ""),
        (day.strftime("%d %b %Y"), ""),
        (day.strftime("%B %d, %Y"), ""),
        (day.strftime("%m/%d/%Y"), "mdy"),
        (day.strftime("%d/%m/%Y"), "dmy"),
        (day.strftime("%d.%m.%y"), "dmy"),
        (day.strftime("%Y%m%d"), ""),
        (f"{day.month}-{day.day}-{day.year}", "mdy"),
    ]
    assert [partial(text, order) for text, order in spelled] == [iso] * len(spelled)  # type: ignore[arg-type]
    assert partial(day.strftime("%m-%Y")) == partial(day.strftime("%b-%Y")) == iso[:7]


@settings(deadline=None)
@given(st.datetimes(dt.datetime(1975, 1, 1), dt.datetime(2190, 1, 1), timezones=st.just(dt.UTC)), st.integers(-14, 14))
def test_a_moment_is_one_moment_in_every_zone(moment: dt.datetime, hours: int) -> None:
    """An offset is taken into account exactly."""
    moment = moment.replace(microsecond=0)
    local = moment.astimezone(dt.timezone(dt.timedelta(hours=hours)))
    assert partial(local.isoformat()) == moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@settings(deadline=None)
@given(st.text(max_size=25), st.sampled_from(["", "mdy", "dmy"]))
def test_any_text_gives_a_date_or_a_reason(text: str, order: Order) -> None:
    """Nothing but ValueError, and what is given is ISO text that reads as itself."""
    try:
        found = partial(text, order)
    except ValueError:
        return
    assert partial(found) == found


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["1/2/2024", "13/2/2024"], "dmy"),
        (["1/2/2024", "2/13/2024 5:00 PM"], "mdy"),
        (["1/2/2024"], ""),
        (["13/2/2024", "2/13/2024"], ""),
        (["2024-01-02"], ""),
    ],
)
def test_a_column_may_prove_its_order(texts: list[str], order: str) -> None:
    """One value with a number above 12 tells; contradicting values prove nothing."""
    assert likely_order(texts) == order
