"""New York's introductions: bills with their sponsors, where they stand, and the council's last vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from loaders import entities, legistar_shared, openstates_people
from loaders.base import Context, Draft, Fact, Mention, Row, Source
from lpgraph.model import Label

_VOTES = {"affirmative": "yes", "negative": "no", "abstain": "abstain"}  # anything else is no vote


def _last_vote(history: list[dict[str, Any]]) -> dict[str, Any]:
    """The council's own last action that has votes (a committee's vote is not the council's)."""
    voted = [h for h in history if h.get("Votes") and legistar_shared.is_council(entities.clean(h.get("BodyName")))]
    return max(voted, key=lambda h: str(h.get("Date")), default={})


def _people(namespace: str, items: list[dict[str, Any]]) -> Iterator[tuple[Mention, dict[str, Any]]]:
    for item in items:
        number = str(item.get("ID") or "0")
        if number != "0":  # a sponsor without a name or number is nobody
            called = legistar_shared.name(str(item.get("FullName") or ""))
            yield entities.person(namespace, ("person", number), called, rank=1), item


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    of_client = legistar_shared.client(row, "//council.nyc.gov")
    number = row.take("ID")
    body = legistar_shared.body(of_client, row.take("BodyID"), entities.clean(row.take("BodyName")))
    history = row.node("History") or []
    vote = _last_vote(history)
    dates = [str(item.get("Date")) for item in history if item.get("Date")]
    measure = entities.thing(
        Label.MEASURE,
        body.namespace,
        ("measure", number),
        row.take("Name"),
        rank=3,
        number=row.maybe("File"),
        stage=row.maybe("StatusName").casefold(),
        stageDate=legistar_shared.day(row, max(dates, default=""), "History"),
        result={"pass": "passed", "fail": "failed"}.get(str(vote.get("PassedFlagName") or "").casefold(), ""),
        citation=f"Local Law {row.maybe('LocalLaw')}" if row.maybe("LocalLaw") else "",
    )
    record = ("measure", number)
    yield from openstates_people.placed(measure, body, legistar_shared.area(of_client), body.namespace, record)
    sponsors = list(_people(body.namespace, row.node("Sponsors") or []))
    for place, (who, _item) in enumerate(sponsors):
        yield Fact("SPONSORED", who, measure, {"role": "sponsor" if place else "prime sponsor"}, record)
    for who, item in _people(body.namespace, vote.get("Votes") or []):
        said = _VOTES.get(entities.clean(item.get("Vote")).casefold())
        if said:
            day = legistar_shared.day(row, vote.get("Date"), "History")
            yield Fact("VOTED", who, measure, entities.filled(vote=said, startDate=day), record)


NYC = Source(
    name="legistar-nyc-introductions",
    publisher="New York City Council",
    gives="bills: sponsors, where they stand, and how members voted",
    header=("ID", "File", "Name", "Sponsors", "History"),
    read=_read,
    media=("json",),
    ignore=frozenset(
        {
            "GUID",
            "Title",
            "TypeID",
            "TypeName",
            "StatusID",
            "IntroDate",
            "AgendaDate",
            "PassedDate",
            "EnactmentDate",
            "Version",
            "Attachments",
            "Summary",
            "TextID",
            "Text",
            "RTF",
            "LastModified",
            "Requester",
            "FulltextID",
        }
    ),
    one_file_each=True,
)
