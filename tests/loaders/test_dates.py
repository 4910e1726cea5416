"""Dates: the precision that was written, never a guess, never a day that does not exist."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.base import Row
from loaders.dates import Order, likely_order, local, partial, usual
from loaders.entities import date, day
from loaders.people_sheet import SOURCE
from loaders.templates.refs import event
from tests.loaders.drafts import rows


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
        ("2024-05-12T18:00:00-04:00", "2024-05-12T18:00:00"),
        ("2025-07-02T03:26:41.123Z", "2025-07-02T03:26:41Z"),
        ("2026-03-12 18:30", "2026-03-12T18:30:00"),
        ("Jan 14, 2020 3:00 pm", "2020-01-14T15:00:00"),
        ("14/1/2020 12:05 a.m.", "2020-01-14T00:05:00"),
        ("25.12.2024", "2024-12-25"),
        ("2024.03.12", "2024-03-12"),
        ("12/Mar/24", "2024-03-12"),
        ("12.Mar.2024", "2024-03-12"),
        ("1. May 2024", "2024-05-01"),
        ("2024-Mar-12", "2024-03-12"),
        ("2024 March 12", "2024-03-12"),
        ("March 12th, 2024", "2024-03-12"),
        ("12 de marzo de 2024", "2024-03-12"),
        ("5 de setiembre del 2024", "2024-09-05"),
        ("Jan 14 20", "2020-01-14"),
        ("March 12, 2024 at 6:30 PM ET", "2024-03-12T18:30:00"),
        ("March 12, 2024 7pm", "2024-03-12T19:00:00"),
        ("2024-03-12 18:00 EST", "2024-03-12T18:00:00"),
        ("2024-07-12 18:00 EDT", "2024-07-12T18:00:00"),
        ("2024-03-12 18:00 -0500", "2024-03-12T18:00:00"),
        ("25/12/40", "2040-12-25"),
        ("25/12/69", "1969-12-25"),
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
     "2024-05-12T10:00+99:00", "-5", "٣/٤/٢٠٢٤x", "12 March 3, 2024",
     "2023-02-29", "2024-03-12 24:00", "0202-03-12", "2204-03-12", "20224", "022024", "031224",
     "12032024", "5551234567", "2024-W12", "2024-W12-3", "2024-072", "Q1 2024", "24-03-12", "24.03.12", "25/12/58",
     "12.03.2024", "12-03-2024", "March 2024 - May 2024", "2024-03-12/2024-03-13"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """An impossible day, a month without a year, a bare number: a reason, never a guess."""
    with pytest.raises(ValueError, match=r"\S"):
        partial(text)


@settings(deadline=None)
@given(st.dates(dt.date(1969, 1, 1), dt.date(2040, 12, 31)))
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
@given(
    st.datetimes(dt.datetime(1975, 1, 1), dt.datetime(2098, 12, 30), timezones=st.just(dt.UTC)), st.integers(-14, 14)
)
def test_a_moment_is_the_clock_on_the_wall(moment: dt.datetime, hours: int) -> None:
    """Whatever its distance from UTC, a moment is on the day that people there wrote; by a zone's name likewise."""
    there = moment.replace(microsecond=0).astimezone(dt.timezone(dt.timedelta(hours=hours)))
    shown = there.strftime("%Y-%m-%dT%H:%M:%S")
    assert partial(there.isoformat()) == shown + ("" if hours else "Z")  # of UTC nobody knows what clocks showed
    named = moment.replace(microsecond=0).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert local(named, f"Etc/GMT{-hours:+d}" if abs(hours) <= 12 else "") == (shown if abs(hours) <= 12 else named)


def test_a_zone_that_is_none_says_nothing() -> None:
    """An unknown zone, or a day without an hour, leaves a moment as it is."""
    assert local("2026-03-13T00:00:00Z", "America/Nowhere") == "2026-03-13T00:00:00Z"
    assert local("2026-03-13", "America/Denver") == "2026-03-13"


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
        (["01.02.2024", "13.02.2024"], "dmy"),
        (["01.02.2024"], ""),
        (["24-03-12"], ""),
    ],
)
def test_a_column_may_prove_its_order(texts: list[str], order: str) -> None:
    """One value with a number above 12 tells; contradicting values prove nothing."""
    assert likely_order(texts) == order


@pytest.mark.parametrize(
    ("text", "iso", "said"),
    [
        ("3/12/2024", "2024-03-12", ""),
        ("3/12/24 6:00 PM", "2024-03-12T18:00:00", ""),
        ("12.03.2024", "2024-03-12", "the day first"),
        ("12.03.24", "2024-03-12", "the day first"),
        ("25.12.2024", "2024-12-25", ""),
        ("03.25.2024", "2024-03-25", ""),
        ("4.4.2024", "2024-04-04", ""),
        ("12-03-2024", "2024-12-03", "the month first"),
        ("13-03-2024", "2024-03-13", ""),
    ],
)
def test_dots_and_hyphens_are_said_where_another_order_were_a_day_too(text: str, iso: str, said: str) -> None:
    """Where a file's slashes are month first, dots are day first; what may be another day is flagged."""
    read, remark = usual(text)
    assert read == iso
    assert (said in remark) if said else remark == ""
    row = Row({"start": text}, "events.csv", 1, 2)
    assert date(row, text, "start", "mdy") == iso
    assert [flag.column for flag in row.flags] == (["start"] if said else [])
    assert event(f"Forum, {text}").props["startAt"] == iso[:10]


def test_a_day_that_does_not_exist_month_first_is_not_turned_round() -> None:
    """With slashes the source says the order: 13/03/2024 is no month 13, and is not guessed to be another day."""
    row = Row({"start": "13/03/2024"}, "events.csv", 1, 2)
    assert date(row, "13/03/2024", "start", "mdy") == ""
    assert "does not exist" in row.flags[0].reason


def test_a_plain_sheet_of_people_takes_no_dotted_day() -> None:
    """Its date of joining is written in two ways only; another is flagged and left out."""
    out = rows(SOURCE, {"id": "1", "first name": "Ana", "last name": "Vale", "joined": "12.03.2024"})
    assert "joined" not in out.mentions[0].props
    assert len(out.flags) == 1


def test_the_day_of_a_moment_is_the_day_where_it_was() -> None:
    """An evening's event with its offset stays on its day."""
    row = Row({}, "signups.csv", 1, 2)
    assert day(row, "2026-03-12T21:00:00-05:00") == day(row, "2026-03-12 21:00 -0500") == "2026-03-12"
    assert day(row, "2026-03-12") == "2026-03-12"
    assert row.flags == []
