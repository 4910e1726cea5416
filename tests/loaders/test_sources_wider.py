"""The wider sources on the real files beside the project: counts, and spot checks against the raw rows."""

from __future__ import annotations

import json

import pytest

from loaders.readers import open_file
from loaders.recognise import recognise
from loaders.registry import SOURCES
from lpgraph.errors import FileRefused
from tests.loaders.drafts import read
from tests.loaders.test_sources_real import clean, real


def test_olms_file_numbers() -> None:
    """All 27,432 keys with their 33,543 numbers; SEIU 1199 is thirteen unions, each with its own number."""
    path = real("union_names", "olms_fnum_lookup.json")
    source = recognise(open_file(path), SOURCES)
    assert source.name == "olms-file-numbers"
    out = read(source, path)
    clean(out, source)
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert len(out.rows) == len(raw) == 27432
    assert {m.ids for m in out.mentions} == {(f"olms:{n}",) for numbers in raw.values() for n in numbers}
    mine = [m for m in out.mentions if (m.props.get("affiliate"), m.props.get("localNumber")) == ("SEIU", "1199")]
    assert [m.props["lmFileNumber"] for m in mine] == [str(n) for n in raw["SEIU|1199"]]
    assert len({m.ref for m in mine}) == 13
    assert out.flags == [(next(i for i, k in enumerate(raw, 1) if "-1" in k), "-1 is no local number; it was left out")]


def test_legislators_are_no_jurisdictions() -> None:
    """The united-states project's legislators have an id and a name too, and are no municipalities."""
    opened = open_file(real("congress_legislators", "legislators-current.yaml"))
    with pytest.raises(FileRefused, match="no known source"):
        recognise(opened, SOURCES)
