"""The network as a folder of files, and the order in which they are loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lpgraph.demo import exports
from lpgraph.demo.gatherings import CONVENING, SIGN_IN, ZOOM
from lpgraph.demo.tables import Tables
from lpgraph.demo.world import Gathering, World

BY_TITLE = "{title}, {day}"  # how a person says which event a file is about


@dataclass(frozen=True, slots=True)
class Step:
    """Files that are loaded in one go, and the event that they are about where they do not say it themselves."""

    files: tuple[Path, ...]
    event: str = ""
    map: Path | None = None


def write_files(folder: Path, world: World, seed: int) -> list[Step]:
    """Write every file into ``folder`` (made if absent) and say how to load them."""
    folder.mkdir(parents=True, exist_ok=True)
    events = {event.key: event for event in world.events}
    exports.divisions(folder / "areas.csv")
    Tables(world).write(folder)
    exports.irs(folder / "irs_eo_extract.csv", world.orgs)
    exports.openstates(folder / "openstates", world)
    exports.eventbrite(folder / "eventbrite_attendees.csv", events[CONVENING], seed)
    exports.sign_in(folder / "sign_in_sheet.csv", events[SIGN_IN])
    mapping = folder / "sign_in_sheet.mapping.toml"
    exports.sign_in_mapping(mapping)
    calls = [events[key] for key in sorted(ZOOM)]
    for event in calls:
        exports.zoom(folder / f"zoom_{event.key}.csv", event, seed)
    tables = [folder / f"{name}.csv" for name in ("people", "organizations", "unions", "posts")]
    told = [folder / f"{name}.csv" for name in ("campaigns", "events", "attendance", "involvement", "ties")]
    rest = [folder / f"{name}.csv" for name in ("measures", "resources", "experts")]
    return [
        Step((folder / "areas.csv", folder / "openstates", *tables, folder / "irs_eo_extract.csv", *told, *rest)),
        Step((folder / "eventbrite_attendees.csv",), _said(events[CONVENING])),
        *(Step((folder / f"zoom_{event.key}.csv",), _said(event)) for event in calls),
        Step((folder / "sign_in_sheet.csv",), _said(events[SIGN_IN]), mapping),
    ]


def _said(event: Gathering) -> str:
    return BY_TITLE.format(title=event.title, day=event.start.date().isoformat())
