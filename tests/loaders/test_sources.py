"""Every source: a sample that is recognised, and read row for row as ``expected/<source>.txt`` says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import loaders
from loaders.base import Fact, Source
from loaders.docs import markdown, samples_name
from loaders.readers import open_file
from loaders.recognise import recognise
from loaders.registry import SOURCES
from lpgraph.model import COMMON_FACT_PROPS, ENTITY_PROPS, FACT_BY_NAME
from tests.loaders.drafts import Read, read, says

SAMPLES = Path(loaders.__file__).parent / "samples"
EXPECTED = Path(__file__).parent / "expected"
ROOT = Path(__file__).parents[2]
# What these publishers say by the file's name: the state, and whose Legistar it is.
NAMED = {
    "openstates-csv": "co.csv", "legistar-office-records": "examplecity-officerecords.json",
    "cdp-static": "exampleton-co-static.json",
}  # fmt: skip

# Sources in which a row may be a registration only, and the statuses that mean somebody came.
SIGN_UPS = (
    "eventbrite-attendees", "eventbrite-attendees-with-event", "lpgraph-attendance", "everyaction-signups",
    "osdi-attendances", "mobilize-attendances", "civicrm-participants", "nationbuilder-rsvps",
    "zoom-webinar-attendees", "zoom-registrations",
)  # fmt: skip
CAME = {"approved", "checked in", "attended", "completed", "walk in", "accepted", "confirmed"}

each_source = pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.name)


def sample(source: Source, folder: Path) -> Path:
    """The source's sample, under the name that it has in life."""
    path = SAMPLES / samples_name(source)
    return Path(shutil.copy(path, folder / NAMED[source.name])) if source.name in NAMED else path


def read_sample(source: Source, folder: Path) -> Read:
    """The source's sample, read."""
    return read(source, sample(source, folder), event="Example Summit, 2026-03-14" if source.needs_event else "")


@each_source
def test_sample_is_recognised(source: Source) -> None:
    """Each source has a sample of five rows, which is recognised by its header as this source and no other."""
    opened = open_file(SAMPLES / samples_name(source))
    assert recognise(opened, SOURCES).name == source.name
    rows = opened.rows() if source.prepare is None else source.prepare(opened.rows())
    assert len(list(rows)) == 5


@each_source
def test_sample_says_what_is_expected(source: Source, tmp_path: Path) -> None:
    """All five rows say what the expected file lists, mentions, facts, records and flags; no column is left over."""
    out = read_sample(source, tmp_path)
    assert len(out.rows) == 5
    assert says(out) == (EXPECTED / f"{source.name}.txt").read_text(encoding="utf-8").splitlines()
    assert out.untaken == set()


@each_source
def test_sample_fits_the_model(source: Source, tmp_path: Path) -> None:
    """Every property and every fact type is one that the model knows."""
    out = read_sample(source, tmp_path)
    ends = [end for fact in out.facts for end in (fact.a, fact.b)]
    for mention in [*out.mentions, *ends]:
        assert mention.props.keys() <= set(ENTITY_PROPS[mention.label]), mention
    for fact in out.facts:
        known = FACT_BY_NAME[f"{fact.type}:{fact.a.label}:{fact.b.label}"]
        assert fact.props.keys() <= {*known.props, *COMMON_FACT_PROPS}, fact


@each_source
def test_every_fact_belongs_to_a_record(source: Source, tmp_path: Path) -> None:
    """A newer version of a provider's record can replace what the older one said: no fact is without one."""
    assert all(fact.record for fact in read_sample(source, tmp_path).facts)


def test_same_rows_again_say_the_same(tmp_path: Path) -> None:
    """Reading is a function of the rows: twice the same file gives the same keys."""

    def keys(source: Source) -> list[tuple[str, str, str]]:
        return [(f.type, f.a.key, f.b.key) for f in read_sample(source, tmp_path).facts]

    for source in SOURCES:
        assert keys(source) == keys(source)


def test_names_are_unique_and_plain() -> None:
    """Source names are unique, lower case with hyphens: people type them after --as."""
    names = [source.name for source in SOURCES]
    assert len(set(names)) == len(names)
    assert all(name == name.lower() and " " not in name for name in names)


def test_docs_are_written_from_the_registry() -> None:
    """docs/loaders.md is what the registry says now; regenerate with python -m loaders.docs."""
    page = (ROOT / "docs" / "loaders.md").read_text(encoding="utf-8")
    assert page == markdown()
    assert all(f"`{source.name}`" in page for source in SOURCES)


def test_nobodys_home_age_or_pay_is_kept(tmp_path: Path) -> None:
    """Home addresses, gender, birth dates and pay occur in no mention and no fact of any sample."""
    for source in SOURCES:
        out = read_sample(source, tmp_path)
        ends = [end for fact in out.facts for end in (fact.a, fact.b)]
        said = " ".join(str(thing.props) for thing in [*out.mentions, *ends, *out.facts])
        for private in ("1 Example St", "1 EXAMPLE ST", "1 Example Plaza", "A NOBODY"):
            assert private not in said, source.name


def test_registered_is_not_attended(tmp_path: Path) -> None:
    """Nobody whose row only says registered attends: the sign-up of a sample never yields ATTENDED."""
    for name in SIGN_UPS:
        source = next(s for s in SOURCES if s.name == name)
        for row in read_sample(source, tmp_path).rows:
            facts = [d for d in row if isinstance(d, Fact)]
            status = {str(f.props["status"]).casefold() for f in facts if f.type == "REGISTERED_FOR"}
            attended = any(f.type == "ATTENDED" for f in facts)
            assert not (attended and status and not status & CAME)
