"""Real sheets through their proposed or confirmed mapping. They lie beside the project, not in it: ``REAL_DATA``
names the folder (else ``../shared/data``)."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from loaders.base import Context, Fact, Mention, Record, RowRefused
from loaders.mapping import Mapping, from_toml, propose, source_of, to_toml
from loaders.readers import Opened, open_file
from loaders.recognise import gather
from loaders.walk import walk
from lpgraph.errors import FileRefused
from lpgraph.model import Label

ROOT = Path(os.environ.get("REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))


def real(name: str) -> Path:
    """A real file; skipped, with the reason, where there is none (in CI a skip is a failure)."""
    path = ROOT / name
    if not path.exists():
        pytest.skip(f"no real data at {ROOT}: set REAL_DATA")
    return path


@dataclass
class Told:
    """What a sheet says under a mapping."""

    refs: dict[str, set[str]] = field(default_factory=dict)
    facts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    read: int = 0
    accepted: int = 0


def tell(opened: Opened, mapping: Mapping) -> Told:
    """Read the whole sheet, through the mapping as a person would confirm it: from its file."""
    source, told = source_of(from_toml(to_toml(mapping), "x")), Told()
    for row in source.prepare(opened.rows()) if source.prepare else opened.rows():
        told.read += 1
        try:
            drafts = list(source.read(row, Context("")))
        except RowRefused as why:
            told.refused[why.reason] += 1
            continue
        told.accepted += 1
        for draft in drafts:
            if isinstance(draft, Mention):
                told.refs.setdefault(draft.label, set()).add(draft.ref)
            elif isinstance(draft, Fact):
                told.facts[f"{draft.type}:{draft.a.label}"] += 1
            elif isinstance(draft, Record):
                told.facts["neither"] += 1
    return told


def test_uk_ministers_meetings() -> None:
    """The proposal as it is: meetings by id, ministers and organizations both attended."""
    told = tell(*_proposed("uk_ministers_meetings/MixedProcessedData.csv"))
    assert (told.read, told.accepted) == (15_781, 15_780)
    assert len(told.refs[Label.EVENT]) == 8_054
    assert told.facts["ATTENDED:Person"] == 15_780
    assert told.facts["ATTENDED:Organization"] > 15_700


def _proposed(name: str, encoding: str = "") -> tuple[Opened, Mapping]:
    opened = open_file(real(name), encoding=encoding)
    return opened, propose(opened)


def test_raw_cabinet_office_files_need_their_encoding() -> None:
    """Refused as they are, with the option; with it every file opens, and each row is a meeting."""
    name = "uk_ministers_meetings/raw_cabinet_office/CO_meetings_jan_mar_14.csv"
    with pytest.raises(FileRefused, match="--encoding cp1252"):
        open_file(real(name))
    opened, mapping = _proposed(name, encoding="cp1252")
    told = tell(opened, replace(mapping, event=replace(mapping.event, year="2014")))
    assert mapping.person.title_before == ","
    assert told.accepted + sum(told.refused.values()) == told.read == 226
    assert told.accepted == 225
    assert told.facts["ATTENDED:Organization"] >= 225
    paths = walk([real(name).parent]).files
    assert len(paths) == 55
    found = gather([real(name).parent], (), encoding="cp1252")
    assert (len(found.unknown), found.refused) == (55, [])


def test_unfccc_delegations() -> None:
    """Five sessions by name, year and place; NA is a blank; every row attended."""
    told = tell(*_proposed("unfccc_precop_attendance/precop_attendance_inc1-5_1991-92.csv"))
    assert told.accepted == told.read == 3_892
    assert len(told.refs[Label.EVENT]) == 5
    assert told.facts["ATTENDED:Person"] == 3_892


def test_toronto_council() -> None:
    """28 members known by name, present or not in each sitting."""
    told = tell(*_proposed("toronto_attendance/members_of_council_attendance_2022-2026.csv"))
    assert told.accepted == told.read == 6_111
    assert len(told.refs[Label.PERSON]) == 28
    assert told.facts["ATTENDED:Person"] + told.facts["neither"] == 6_111
    assert told.facts["neither"] == 512


def test_neighbourhood_commissioners() -> None:
    """A mapping changed by hand: a seat tells namesakes apart, and “No candidate” is nobody."""
    opened, mapping = _proposed("dc_anc_officials/historical-ancs.csv")
    rows = replace(mapping.rows, missing=("No candidate",))
    told = tell(opened, replace(mapping, person=replace(mapping.person, key=("name+anc",)), rows=rows))
    assert told.accepted + sum(told.refused.values()) == told.read == 5_265
    assert told.refused["no name and no e-mail address"] > 500
    assert not told.facts


def test_chicago_lobbyists() -> None:
    """People by the city's own id, each with an employer; nobody attended anything."""
    told = tell(*_proposed("chicago_lobbying/Lobbyists.csv"))
    assert told.accepted == told.read == 12_274
    assert set(told.facts) == {"MEMBER_OF:Person"}


def test_a_folder_of_one_record_files_is_quick_to_open() -> None:
    """More than a thousand small YAML files are one read, not a thousand."""
    files = walk([real("openstates_municipal/yaml")]).files
    assert len(files) >= 1_366
