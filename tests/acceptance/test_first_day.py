"""What a staffer does on the first day, from files to an explained introduction, on all three servers."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from lpgraph import introductions
from lpgraph.explore import paths, who
from lpgraph.explore.profile import profile
from lpgraph.ingest import LoadOptions, Report, fingerprint, load, log_entry, undo, unlog
from lpgraph.introductions import Ask, Suggestion
from lpgraph.network import snapshot
from lpgraph.store import Store

pytestmark = pytest.mark.server
COLUMNS = ("event", "person", "organization", "email", "status", "role", "minutes")
# Vera and Omar never met; Ines was at both their meetings.
ROWS = [
    ("Denver Scheduling Talk (2026-09-10)", "Vera Lindqvist", "attended"),
    ("Denver Scheduling Talk (2026-09-10)", "Ines Okonkwo", "attended"),
    ("Brooklyn Scheduling Talk (2026-10-08)", "Ines Okonkwo", "attended"),
    ("Brooklyn Scheduling Talk (2026-10-08)", "Omar Feld", "attended"),
    ("Brooklyn Scheduling Talk (2026-10-08)", "Ruta Bell", "attended"),
]
DAY = "2026-11-24"


def _write(path: Path, rows: list[tuple[str, str, str]], minute: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        for event, person, status in rows:
            mail = f"{person.split()[0].lower()}@people.example.org"
            out.writerow((event, person, "", mail, status, "", ""))
    os.utime(path, (1_790_000_000 + minute * 60,) * 2)
    return path


def _load(store: Store, path: Path, folder: Path) -> Report:
    (report,) = load(store, [path], LoadOptions(folder=folder))
    assert report.error is None
    assert report.rejected == 0
    return report


def _suggested(store: Store, name: str) -> dict[str, Suggestion]:
    one = who.resolve(store, name)
    return {s.name: s for s in introductions.suggest(store, snapshot.take(store, DAY), one.id, Ask(as_of=DAY))}


@pytest.fixture
def meetings(any_store: Store, tmp_path: Path) -> Store:
    """Two small meetings with one person in common."""
    _load(any_store, _write(tmp_path / "attendance.csv", ROWS, 1), tmp_path)
    return any_store


def test_every_fact_of_a_reason_is_in_its_row(meetings: Store, tmp_path: Path) -> None:
    """Omar is suggested to Vera through Ines, and each fact's row of the file says what the fact says."""
    omar = _suggested(meetings, "Vera Lindqvist")["Omar Feld"]
    rows = list(csv.DictReader((tmp_path / "attendance.csv").open(encoding="utf-8")))
    facts = [fact for reason in omar.reasons for fact in reason.facts if fact.type == "ATTENDED"]

    assert omar.broker is not None
    assert omar.broker.name == "Ines Okonkwo"
    assert facts
    for fact in facts:
        assert fact.source == "attendance.csv"
        row = rows[fact.row - 1]
        assert who.resolve(meetings, fact.ids[0]).name == row["person"]
        assert who.resolve(meetings, fact.ids[1]).name == row["event"].partition(" (")[0]
        assert row["status"] == "attended"


def test_a_row_corrected_to_registered_takes_its_reason_away_and_undo_returns_it(
    meetings: Store, tmp_path: Path
) -> None:
    """Ines registered in Brooklyn and did not come: nothing leads to Omar any more, until the load is undone."""
    before = fingerprint(meetings)
    corrected = [(e, p, "registered" if (p, e[0]) == ("Ines Okonkwo", "B") else s) for e, p, s in ROWS]
    report = _load(meetings, _write(tmp_path / "attendance.csv", corrected, 2), tmp_path)

    assert report.superseded == 1
    assert "Omar Feld" not in _suggested(meetings, "Vera Lindqvist")
    undo(meetings, report.load)
    assert "Omar Feld" in _suggested(meetings, "Vera Lindqvist")
    assert fingerprint(meetings) == before


def test_a_pair_that_is_kept_apart_is_never_shown_nor_brokered(meetings: Store) -> None:
    """Do-not-introduce holds both ways, for the list and for the broker, and why-not says so."""
    vera, omar, ines = (who.resolve(meetings, n).id for n in ("Vera Lindqvist", "Omar Feld", "Ines Okonkwo"))
    log_entry(meetings, vera, "do-not-introduce", other_id=omar, author="sam")
    answer = introductions.why_not(meetings, snapshot.take(meetings, DAY), omar, vera, DAY)

    assert "Omar Feld" not in _suggested(meetings, "Vera Lindqvist")
    assert "Vera Lindqvist" not in _suggested(meetings, "Omar Feld")
    assert [gate.name for gate in answer.gates if gate.stops] == ["kept apart"]
    log_entry(meetings, omar, "do-not-introduce", other_id=ines, author="sam")
    brokers = {s.broker.name for s in _suggested(meetings, "Omar Feld").values() if s.broker}
    assert "Ines Okonkwo" not in brokers


def test_a_typed_acquaintance_is_in_path_profile_and_suggestions_until_undone(meetings: Store) -> None:
    """Vera knows Ruta, says sam: a tie with its author everywhere, and nowhere after its undo."""
    vera, ruta = (who.resolve(meetings, n).id for n in ("Vera Lindqvist", "Ruta Bell"))
    before = fingerprint(meetings)
    assert "Ruta Bell" in _suggested(meetings, "Vera Lindqvist")
    entry = log_entry(meetings, vera, "knows", other_id=ruta, value="4", author="sam", note="same school")
    lines = [line for section in profile(meetings, vera).sections for line in section.lines]

    assert any(line.entry == entry for line in lines)
    assert "Ruta Bell" not in _suggested(meetings, "Vera Lindqvist")  # they know each other already
    assert len(paths.shortest(meetings, vera, ruta)[0].steps) == 1
    assert {s.broker.name for s in _suggested(meetings, "Vera Lindqvist").values() if s.broker} & {"Ruta Bell"}
    unlog(meetings, entry)
    assert fingerprint(meetings) == before
