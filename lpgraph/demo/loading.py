"""The fictional network on disk and in a graph of its own, never in the user's."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lpgraph import ingest
from lpgraph.demo import stories as told
from lpgraph.demo.build import SEED, build
from lpgraph.demo.stories import Story
from lpgraph.demo.writing import Step, write_files
from lpgraph.errors import FileRefused
from lpgraph.ids import digest
from lpgraph.ingest import Listener, LoadOptions, Report
from lpgraph.settings import Settings
from lpgraph.store import embedded, open_store

FOLDER, FILES, STAMP = "demo", "demo-files", "demo.json"
STALE = 45  # days after which the network is made anew, so that it never looks abandoned


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo as it stands: where its graph is, what to look at, and what was loaded just now (nothing if it was)."""

    settings: Settings
    stories: list[Story]
    as_of: date
    reports: tuple[Report, ...] = ()


def demo_settings(settings: Settings) -> Settings:
    """The settings of the demo's own embedded graph, below the user's home; a ``NEO4J_URI`` is left alone."""
    return settings.model_copy(update={"home": settings.home / FOLDER, "uri": None})


def write(folder: Path, *, as_of: date | None = None, seed: int = SEED) -> list[Story]:
    """Write the network's files into ``folder`` and say what is worth finding in it."""
    world = build(as_of or date.today(), seed)
    write_files(folder, world, seed)
    return told.stories(world)


def stories(as_of: date | None = None, seed: int = SEED) -> list[Story]:
    """What is worth finding, without writing anything."""
    return told.stories(build(as_of or date.today(), seed))


def load_demo(
    settings: Settings,
    progress: Listener | None = None,
    stop: Callable[[], bool] | None = None,
    *,
    as_of: date | None = None,
) -> Demo:
    """The fictional network in a graph of its own: loaded, or found as it was loaded before.

    ``settings`` are the user's; the demo lives in a folder below their home. Stopped half-way, the next call goes on
    with the same files. Raises ``FileRefused`` (a file of its own is not taken), ``Interrupted``, ``StoreError``.
    """
    own = demo_settings(settings)
    today = as_of or date.today()
    stamp = _read(own.home / STAMP)
    if stamp and (stamp.program != _program() or not 0 <= (today - stamp.as_of).days <= STALE):
        embedded.stop(own.home)
        shutil.rmtree(own.home)
        stamp = None
    if stamp and stamp.loaded:
        return Demo(own, stories(stamp.as_of), stamp.as_of)
    stamp = stamp or Stamp(_program(), today, loaded=False)
    own.home.mkdir(parents=True, exist_ok=True)
    _write(own.home / STAMP, stamp)
    reports = _load(own, stamp, progress, stop)
    _write(own.home / STAMP, replace(stamp, loaded=True))
    return Demo(own, stories(stamp.as_of), stamp.as_of, tuple(reports))


def _load(own: Settings, stamp: Stamp, progress: Listener | None, stop: Callable[[], bool] | None) -> list[Report]:
    folder = own.home / FILES
    shutil.rmtree(folder, ignore_errors=True)
    steps = write_files(folder, build(stamp.as_of), SEED)
    reports: list[Report] = []
    with open_store(own) as store:
        for step in steps:
            reports += ingest.load(store, step.files, _options(own, stamp, step), progress, stop)
            for report in reports:
                if report.error:
                    raise FileRefused(report.file, report.error)
    return reports


def _options(own: Settings, stamp: Stamp, step: Step) -> LoadOptions:
    return LoadOptions(own.home, as_of=stamp.as_of.isoformat(), event=step.event, map=step.map, yes=True, who="demo")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the demo's folder holds: made by which version of the generator, for which day, and whether to the end."""

    program: str
    as_of: date
    loaded: bool


def _program() -> str:
    """A hash of the generator itself: a changed network is loaded anew."""
    here = Path(__file__).parent
    return digest(path.read_text(encoding="utf-8") for path in sorted(here.glob("*.py")))


def _read(path: Path) -> Stamp | None:
    """The stamp, ``None`` where there is none that can be read: then the demo is made anew."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Stamp(str(data["program"]), date.fromisoformat(data["as_of"]), bool(data["loaded"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, stamp: Stamp) -> None:
    said = {"program": stamp.program, "as_of": stamp.as_of.isoformat(), "loaded": stamp.loaded}
    path.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
