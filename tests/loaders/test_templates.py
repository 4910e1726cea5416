"""lpgraph's templates: written, recognised, their examples never loaded, references meeting across files."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.base import Fact, Mention, Record
from loaders.readers import open_file
from loaders.recognise import recognise
from loaders.registry import SOURCES
from loaders.templates import TEMPLATES, Template, refs, write
from loaders.templates.titled import titled
from tests.loaders.drafts import Read, read, rows

each_template = pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda t: t.name)


def one(template: str, /, **cells: object) -> Read:
    """One row of a template."""
    return rows(TEMPLATES[template].source, dict(cells))


@each_template
@pytest.mark.parametrize("xlsx", [False, True], ids=["csv", "xlsx"])
def test_a_new_template_loads_nothing(template: Template, xlsx: bool, tmp_path: Path) -> None:
    """A template as written is recognised; its help is skipped and its two examples are flagged, never loaded."""
    path = tmp_path / f"{template.name}.{'xlsx' if xlsx else 'csv'}"
    write(template.name, str(path), xlsx=xlsx)
    assert recognise(open_file(path), SOURCES).name == f"lpgraph-{template.name}"
    out = read(template.source, path)
    assert out.rows == [[], [], []]
    assert [reason for _, reason in out.flags] == ["an example row of the template; it was not loaded"] * 2
    assert out.untaken == set()


@each_template
def test_examples_read_well(template: Template) -> None:
    """The examples, with ids of the user's own, are rows that load without a complaint."""
    names = [name for name, _ in template.columns]
    for example in template.examples:
        assert len(example) == len(names)
        cells = [value.replace("example-", "my-") for value in example]
        out = rows(template.source, dict(zip(names, cells, strict=True)))
        assert out.refused == []
        assert out.flags == []
        assert any(isinstance(d, (Mention, Fact)) for d in out.rows[0])


@each_template
def test_columns_are_explained(template: Template) -> None:
    """Every column has a help, and the columns that a template is recognised by are its own."""
    names = [name for name, _ in template.columns]
    assert set(template.header) <= set(names)
    assert len(set(names)) == len(names)
    assert all(help_ for _, help_ in template.columns)


def test_a_template_never_overwrites(tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    path = tmp_path / "people.csv"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write("people", str(path))
    assert path.read_text() == "mine"


def test_ids_meet_across_files() -> None:
    """The id of a row in one file is the same person or thing wherever another file points at it."""
    (who,) = one("people", person_id="P-1", name="Ana Example").mentions
    (tie,) = one("ties", person="p-1", other="p-2", type="knows").of("KNOWS")
    (post,) = one("posts", person="p-1", role="Mayor", body="b-1").of("HOLDS")
    assert who.ref == tie.a.ref == post.a.ref
    (body,) = one("organizations", organization_id="b-1", name="Example Council").mentions
    assert one("posts", person="p-1", role="Mayor", body="B-1").of("IN_BODY")[0].b.ref == body.ref
    event = one("events", event_id="e-1", title="Summit", start="2026-03-14").mentions[0]
    assert one("attendance", event="e-1", person="p-1", status="attended").of("ATTENDED")[0].b.ref == event.ref
    campaign = one("campaigns", campaign_id="c-1", name="Fair Hours").mentions[0]
    assert one("involvement", who="p-1", campaign="c-1").of("WORKS_ON")[0].b.ref == campaign.ref


def test_names_meet_when_there_is_no_id() -> None:
    """A campaign, an organization or a policy without an id is known by its name, whatever its case and spacing."""
    campaign = one("campaigns", campaign_id="", name="Fair  Hours").mentions[0]
    assert one("involvement", who="p-1", campaign="fair hours").of("WORKS_ON")[0].b.ref == campaign.ref
    event = one("events", event_id="", title="Spring Call", start="2026-05-10 18:00").mentions[0]
    for text in ("Spring Call (2026-05-10)", "spring call, 2026-05-10"):
        assert one("attendance", event=text, person="p-1", status="attended").of("ATTENDED")[0].b.ref == event.ref
    mailed = one("people", person_id="", name="Ana Example", email="Ana@Example.org").mentions[0]
    assert (
        one("ties", person="Ana Example <ana@example.org>", other="p-2", type="knows").of("KNOWS")[0].a.ref
        == mailed.ref
    )


def test_two_events_of_one_title_stay_two() -> None:
    """A monthly call is another event each month."""
    first = one("events", event_id="", title="Monthly call", start="2026-05-10").mentions[0]
    assert first.ref != one("events", event_id="", title="Monthly call", start="2026-06-10").mentions[0].ref


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("ocd-person/abc-1", "ocd-person:abc-1"),
        ("ein:10158946", "ein:010158946"),
        ("ein:01-0158946", "ein:010158946"),
        ("olms:00123", "olms:123"),
    ],
)
def test_provider_ids_hold_across_sources(text: str, shared: str) -> None:
    """A provider's id in a reference joins with that provider's own files, and says nothing else (rank 0)."""
    column = one("involvement", who=text, campaign="c-1").of("WORKS_ON")[0].a
    assert column.ids == (shared,)
    assert column.rank == 0
    assert column.props == {}


def test_a_bare_name_at_an_event_is_nobody_elsewhere() -> None:
    """The same bare name on two attendance lists is two mentions of two people until identity knows better."""
    first = one("attendance", event="e-1", person="Ana Example", status="attended").of("ATTENDED")[0].a
    second = one("attendance", event="e-2", person="Ana Example", status="attended").of("ATTENDED")[0].a
    assert first.ref != second.ref


def test_attendance_statuses() -> None:
    """Registered, invited and no-show never attend; cancelled leaves the record alone; anything else is refused."""
    for status in ("registered", "Invited", "no-show", "maybe"):
        out = one("attendance", event="e-1", person="p-1", status=status)
        assert [f.type for f in out.facts] == ["REGISTERED_FOR"]
    for status in ("attended", "Checked in", "present"):
        assert [f.type for f in one("attendance", event="e-1", person="p-1", status=status).facts] == ["ATTENDED"]
    gone = one("attendance", event="e-1", person="p-1", status="cancelled")
    assert gone.facts == []
    assert [d for d in gone.rows[0] if isinstance(d, Record)] != []
    assert one("attendance", event="e-1", person="p-1", status="perhaps").refused
    assert one("attendance", event="e-1", person="p-1", status="").refused == [(1, "no status")]
    assert one("attendance", event="e-1", organization="", person="", status="attended").refused == [(1, "no person")]


def test_a_corrected_row_is_the_same_record() -> None:
    """When a status is corrected from attended to registered, the newer row replaces the older one's fact."""
    came = one("attendance", event="e-1", person="p-1", status="attended").facts[0]
    said = one("attendance", event="e-1", person="p-1", status="registered").facts[0]
    gone = one("attendance", event="e-1", person="p-1", status="cancelled").rows[0]
    assert came.record == said.record
    assert [d.record for d in gone if isinstance(d, Record)] == [came.record]


def test_ties() -> None:
    """Strength is 1 to 5; a person knows people; nobody is tied to themselves; an unknown type is refused."""
    assert one("ties", person="p-1", other="p-2", type="knows", strength="4").facts[0].props["strength"] == 4
    odd = one("ties", person="p-1", other="p-2", type="knows", strength="9")
    assert "strength" not in odd.facts[0].props
    assert odd.flags
    assert one("ties", person="p-1", other="o-1", type="knows", other_kind="organization").refused
    assert one("ties", person="p-1", other="P-1", type="knows").refused == [(1, "both ends are the same")]
    assert one("ties", person="p-1", other="p-2", type="likes").refused
    leads = one("ties", person="p-1", other="o-1", type="leads", basis="director", since="2021", until="2024-05").facts[
        0
    ]
    assert (leads.type, leads.props) == ("LEADS", {"role": "director", "startDate": "2021", "endDate": "2024-05"})


def test_a_members_union_is_not_kept() -> None:
    """That somebody is a plain member of a union is not stored; an officer's title is."""
    plain = one("people", person_id="p-1", name="Ana Example", organization="SEIU Local 9999")
    assert plain.of("MEMBER_OF") == []
    assert plain.flags
    officer = one("people", person_id="p-1", name="Ana Example", organization="SEIU Local 9999", title="President")
    assert [f.props["role"] for f in officer.of("MEMBER_OF")] == ["President"]


def test_blanks_do_not_erase() -> None:
    """An empty do-not-contact says nothing; "no" says no; a slip of the pen is flagged."""
    assert "doNotContact" not in one("people", person_id="p-1", name="A B", do_not_contact="").mentions[0].props
    assert one("people", person_id="p-1", name="A B", do_not_contact="no").mentions[0].props["doNotContact"] is False
    assert one("people", person_id="p-1", name="A B", do_not_contact="YES").mentions[0].props["doNotContact"] is True
    slip = one("people", person_id="p-1", name="A B", do_not_contact="ask first")
    assert "doNotContact" not in slip.mentions[0].props
    assert slip.flags


def test_key_cities_are_a_record_each() -> None:
    """Two key cities of one campaign are two records: a new stage in one leaves the other alone."""
    denver = one("campaigns", campaign_id="c-1", area="Denver, CO", stage="drafting").of("IN_AREA")[0]
    brooklyn = one("campaigns", campaign_id="c-1", area="Brooklyn, NY", stage="vote").of("IN_AREA")[0]
    again = one("campaigns", campaign_id="c-1", area="Denver, CO", stage="vote").of("IN_AREA")[0]
    assert denver.record == again.record != brooklyn.record
    assert one("campaigns", campaign_id="c-1", area="Nowhere").flags


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("Housing Forum, 2026-03-12", "Housing Forum", "2026-03-12"),
        ("Housing Forum (2026-03-12)", "Housing Forum", "2026-03-12"),
        ("Housing Forum, 3/12/2026", "Housing Forum", "2026-03-12"),
        ("Housing Forum, March 12, 2026", "Housing Forum", "2026-03-12"),
        ("Jobs, Housing 12 Mar 2026", "Jobs, Housing", "2026-03-12"),
        ("Housing Forum 2026", "Housing Forum 2026", None),
        ("Forum, March 2026", "Forum", "2026-03"),
        ("Forum (2026-03)", "Forum", "2026-03"),
        ("Forum March 2026", "Forum March 2026", None),
        ("Forum March 12, 2026", "Forum", "2026-03-12"),
        ("Forum on March 12, 2026", "Forum", "2026-03-12"),
        ("Forum – 12.31.2026", "Forum", "2026-12-31"),
        ("Super Tuesday, 2026-03-03", "Super Tuesday", "2026-03-03"),
        ("Forum, 2026-02-30", "Forum, 2026-02-30", None),
        ("Forum, March 12", "Forum, March 12", None),
        ("Forum, 12.03.2026", "Forum", "2026-03-12"),
        ("Local 5/10 Summit", "Local 5/10 Summit", None),
    ],
)
def test_an_event_is_named_with_its_day_as_people_write_days(text: str, title: str, day: str | None) -> None:
    """The day of an event that is named is read as any date of a template is; what is no day stays in the title."""
    event = refs.event(text)
    assert (event.props["name"], event.props.get("startAt")) == (title, day)


def test_an_event_of_a_month_is_pointed_at_by_title_and_month() -> None:
    """A row of the events template that knows its month alone, in its own column or in its title, is found again."""
    for row in ({"title": "Forum", "start": "2026-03"}, {"title": "Forum, March 2026", "start": ""}):
        event = one("events", event_id="", **row).mentions[0]
        came = one("attendance", event="Forum (2026-03)", person="p-1", status="attended").of("ATTENDED")[0]
        assert came.b.ref == event.ref


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Forum, next Tuesday", "next Tuesday"), ("Forum next week", "next week"), ("Forum, March 12", "March 12"),
        ("Forum, Thursday March 12", "Thursday March 12"), ("Forum, 2026-13", "2026-13"), ("Forum, Mar-26", "Mar-26"),
        ("Forum, 12.03.2026", "12.03.2026"), ("Forum, 3/12/2026", ""),
        ("Forum, 12 de marzo", "12 de marzo"), ("Forum, March 12-14, 2026", "March 12-14, 2026"),
        ("Rally, May Day", ""), ("Giving Tuesday", ""), ("Training, Week 2", ""), ("Local 5/10 Summit", ""),
        ("Forum, Denver", ""), ("March for Jobs", ""), ("Forum, 2026", ""),
    ],
)  # fmt: skip
def test_what_looks_like_a_day_is_told_from_a_title(text: str, unread: str) -> None:
    """Words that say a day and nothing else, but none that the calendar has; names with such a word are names."""
    assert titled(text).unread == unread
