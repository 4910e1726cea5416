"""A slip in the name of a policy or a campaign begins another one, and the load says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpgraph.ingest import LoadOptions, load
from lpgraph.store import Store

MEASURES = """measure_id,policy,area,number,stage,title
m-1,Fair scheduling,"Denver, CO",,,Hours
m-2,Fair scheduling,"Boulder, CO",,,Hours
m-3,Fair schedulling,"Erie, PA",,,Hours
m-4,Rent control,"Reno, NV",,,Rents
m-5,Ward plan 1,"Reno, NV",,,Wards
m-6,Ward plan 2,"Reno, NV",,,Wards
"""
INVOLVEMENT = """who,who_kind,campaign,role,stance
Ada Quill,person,c-9,lead,supports
Ada Quill,person,Homes for Reno,lead,supports
"""


def _said(store: Store, folder: Path, name: str, text: str, *, dry: bool = False) -> list[tuple[int | None, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    (report,) = load(store, [folder / name], LoadOptions(folder=folder, dry_run=dry))
    assert not report.error
    assert report.rejected == 0
    return [(issue.row, issue.reason) for issue in report.issues if "campaign" in issue.reason or "new" in issue.reason]


@pytest.mark.server
def test_a_slip_is_named_with_its_row(any_store: Store, tmp_path: Path) -> None:
    """One letter more is said once, with what may be meant; other policies and numbered plans are not."""
    expected = [(3, "“Fair schedulling” is a new policy; did you mean “Fair scheduling”?")]
    assert _said(any_store, tmp_path, "m.csv", MEASURES, dry=True) == expected
    assert _said(any_store, tmp_path, "m.csv", MEASURES) == expected
    header, _, _ = MEASURES.partition("\n")
    later = f'{header}\nm-8,Rent controll,"Ely, NV",,,Rents\nm-9,Rent control,"Ely, NV",,,Rents\n'
    found = _said(any_store, tmp_path, "n.csv", later)
    assert found == [(1, "“Rent controll” is a new policy; did you mean “Rent control”?")]


@pytest.mark.server
def test_a_campaign_that_no_file_names_is_said(embedded_store: Store, tmp_path: Path) -> None:
    """Who works on an unknown campaign loads, and the campaign that begins by it is named; a known one is not."""
    found = [text for _, text in _said(embedded_store, tmp_path, "i.csv", INVOLVEMENT)]
    assert [text.split("”")[0] for text in found] == ["“c-9", "“Homes for Reno"]
    named = "campaign_id,name,area,tier\nc-9,Homes for Ely,,\n"
    assert _said(embedded_store, tmp_path, "campaigns.csv", named) == []
    again = INVOLVEMENT.replace("lead", "sponsor").replace("Homes for Reno", "Homes for Renno")
    (text,) = [text for _, text in _said(embedded_store, tmp_path, "j.csv", again)]
    assert text.endswith("did you mean “Homes for Reno”?")
