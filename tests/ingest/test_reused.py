"""An id of one's own that stands for somebody else already is never taken in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpgraph.ingest import LoadOptions, Report, fingerprint, load, undo
from lpgraph.store import Store

HEAD = "person_id,name,email,phone,title,city,state,do_not_introduce\n"
ORGANIZATIONS = "organization_id,name,classification,do_not_introduce\n"
ANN = "p1,Ann Dorsey,ann@people.example.org,,,Waco,TX,\n"
BILL = "p1,Bill Ferro,bill@people.example.org,,,Waco,TX,\n"


def _load(store: Store, folder: Path, name: str, text: str, **options: bool) -> Report:
    (folder / name).write_text(text, encoding="utf-8")
    (report,) = load(store, [folder / name], LoadOptions(folder=folder, **options))
    return report


@pytest.mark.server
def test_another_persons_id_refuses_the_file(any_store: Store, tmp_path: Path) -> None:
    """Another name and another address under one id: nothing is written; --yes makes them one."""
    assert not _load(any_store, tmp_path, "a.csv", HEAD + ANN).error
    before = fingerprint(any_store)
    for dry in (True, False):
        error = _load(any_store, tmp_path, "b.csv", HEAD + BILL, dry_run=dry).error
        assert error is not None
        assert "b.csv" in error
        assert "row 1: the id p1 stands for Ann Dorsey already, and here for Bill Ferro" in error
    assert fingerprint(any_store) == before
    report = _load(any_store, tmp_path, "b.csv", HEAD + BILL, yes=True)
    assert not report.error
    assert [issue.row for issue in report.issues] == [1]


@pytest.mark.server
def test_two_of_one_id_in_one_file_are_refused(embedded_store: Store, tmp_path: Path) -> None:
    """The same within one file."""
    assert "the id p1 stands for" in str(_load(embedded_store, tmp_path, "a.csv", HEAD + ANN + BILL).error)


@pytest.mark.server
@pytest.mark.parametrize(
    "row",
    [
        "p1,Ann Ferro,,,,Waco,TX,\n",
        "p1,Bill Ferro,ann@people.example.org,,,Waco,TX,\n",
        "p1,Annie Dorsey,other@people.example.org,,,Reno,NV,\n",
        "p1,Dorsey,new@people.example.org,,,Waco,TX,\n",
        "p2,Bill Ferro,bill@people.example.org,,,Waco,TX,\n",
    ],
)
def test_a_changed_name_or_address_is_a_newer_row(embedded_store: Store, tmp_path: Path, row: str) -> None:
    """Who shares a name or an address with whom the id stood for is that person still, and nothing is said."""
    assert not _load(embedded_store, tmp_path, "a.csv", HEAD + ANN).error
    report = _load(embedded_store, tmp_path, "b.csv", HEAD + row)
    assert not report.error
    assert not [issue for issue in report.issues if "stands for" in issue.reason]


@pytest.mark.server
def test_what_only_differs_in_name_is_said(embedded_store: Store, tmp_path: Path) -> None:
    """Nothing but another name: loaded, with the row and both names; organizations too."""
    for head, one, two in (
        (HEAD, "p1,Ann Dorsey,,,,Waco,TX,\n", "p1,Bill Ferro,,,,Waco,TX,\n"),
        (ORGANIZATIONS, "o-1,Tenants United,nonprofit,\n", "o-1,Harbor Alliance,nonprofit,\n"),
    ):
        assert not _load(embedded_store, tmp_path, "a.csv", head + one).error
        report = _load(embedded_store, tmp_path, "b.csv", head + two)
        assert not report.error
        (issue,) = [issue for issue in report.issues if "stands for" in issue.reason]
        assert issue.row == 1


@pytest.mark.server
def test_two_numbers_of_two_sheets_are_one_until_a_sheet_lists_both(any_store: Store, tmp_path: Path) -> None:
    """p2 and p7 of two lists of staff join; a list with both parts them, in whatever order the files come, and its undo
    joins them again."""
    first, second = "p2,Ann Dorsey,,,Clerk,Waco,TX,\n", 'p7,"Dorsey, Ann",,,Clerk,Waco,TX,\n'

    def seen() -> tuple[str, int]:
        rows = any_store.read("fingerprint_entities:Person", after="", limit=9)
        return fingerprint(any_store), len(rows)

    sheets = {"a.csv": HEAD + first, "b.csv": HEAD + second, "both.csv": HEAD + first + second}
    found: dict[tuple[str, ...], tuple[str, int]] = {}
    for order in (("a.csv", "b.csv", "both.csv"), ("both.csv", "b.csv", "a.csv")):
        loads = {name: _load(any_store, tmp_path, name, sheets[name]).load for name in order}
        found[order] = seen()
        undo(any_store, loads.pop("both.csv"))
        found["undone", *order] = seen()
        for load_id in loads.values():
            undo(any_store, load_id)
    assert [count for _, count in found.values()] == [2, 1, 2, 1]
    assert len({mark for mark, _ in found.values()}) == 2
