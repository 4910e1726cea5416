"""The fields of the invented people: what two files say of each, and what somebody set right."""

# ruff: noqa: D102  # each method is the one of Backend that it stands for

from __future__ import annotations

from dataclasses import dataclass, field

from lpgraph.errors import UsageError
from lpgraph.explore.ego import Node
from lpgraph.explore.facts import SourceRow
from lpgraph.explore.fields import Correction, Field, Said
from lpgraph.ingest.corrections import read
from lpgraph.ingest.derive import correctable
from lpgraph.model import Label
from tests.dashboard.fake_review import PICTURE

ROSTER = SourceRow("lpgraph-people", "roster.csv", 7, "load1")
SIGNUPS = SourceRow("eventbrite-attendees", PICTURE, 812, "load2")


@dataclass
class FakeFields:
    """Keeps corrections in ``corrected``: entry → who, field, value, author."""

    corrected: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)

    def correct(self, who: str, field: str, value: str, note: str = "", author: str = "") -> str:  # noqa: ARG002
        if field not in correctable(Label.PERSON):
            raise UsageError(f"“{field}” cannot be corrected")
        entry = f"right{len(self.corrected)}"
        self.corrected[entry] = (who, field, str(read(field, value)), author)
        return entry

    def fields_of(self, node: Node) -> tuple[Field, ...]:
        """What the profile of somebody says of their fields."""
        files = {
            "name": (Said(node.name, (ROSTER, SIGNUPS)),),
            "city": (Said("Denver", (ROSTER,)), Said(PICTURE, (SIGNUPS,))),
        }
        found = []
        for name in correctable(Label(node.label)):
            made = [
                Correction(value, author, "2026-11-22T14:05:00Z", entry)
                for entry, (who, its, value, author) in reversed(self.corrected.items())
                if (who, its) == (node.id, name)
            ]
            said = files.get(name, ())
            shown = made[0].value if made else said[0].value if said else ""
            found.append(Field(name, shown, said, tuple(made)))
        return tuple(found)
