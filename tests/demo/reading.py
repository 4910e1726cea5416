"""Reads the generated files as plain tables, without any of the code that made or will load them."""

from __future__ import annotations

import csv
from functools import cached_property
from pathlib import Path

Came = set[tuple[str, str]]


class Files:
    """The folder's tables; people are known by their e-mail address, events by their title."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def table(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file."""
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    @cached_property
    def people(self) -> dict[str, dict[str, str]]:
        """The row of each person, by id."""
        return {row["person_id"]: row for row in self.table("people")}

    def who(self, name: str, city: str = "") -> str:
        """The e-mail address of the one person of a name (in a city)."""
        found = [row["email"] for row in self.people.values() if row["name"] == name and city in ("", row["city"])]
        assert len(found) == 1, (name, found)
        return found[0]

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of each event, by the id that attendance names it by."""
        return {row["event_id"]: row["title"] for row in self.table("events") if row["event_id"]}

    @cached_property
    def told(self) -> dict[str, str]:
        """The title of the event that a tool's own report is about, by the name of its file."""
        convening = next(row["title"] for row in self.table("events") if row["size"] == "130")
        table = next(r["title"] for r in self.table("events") if not r["event_id"] and r["type"] == "coalition table")
        return {"eventbrite_attendees": convening, "sign_in_sheet": table}

    @cached_property
    def came(self) -> Came:
        """(e-mail address, title of the event) of everybody who came, whoever says so."""
        pairs = {(self.mail(r), self.titles[r["event"]]) for r in self.table("attendance") if r["status"] == "attended"}
        pairs |= {
            (r["Email"], self.told["eventbrite_attendees"])
            for r in self.table("eventbrite_attendees")
            if r["Attendee Status"] == "Checked In"
        }
        pairs |= {(r["Email"], self.told["sign_in_sheet"]) for r in self.table("sign_in_sheet")}
        for path in self.folder.glob("zoom_*.csv"):
            pairs |= self._zoom(path)
        return pairs

    def _zoom(self, path: Path) -> Came:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        return {(row[1], rows[1][1]) for row in rows[4:]}

    def mail(self, row: dict[str, str]) -> str:
        """Whom a row of attendance names: by id, or by name and address."""
        return row["email"] or self.people[row["person"]]["email"]

    def events_of(self, mail: str) -> set[str]:
        """The titles of the events that somebody came to."""
        return {title for who, title in self.came if who == mail}

    @cached_property
    def knows(self) -> set[frozenset[str]]:
        """Pairs of e-mail addresses that a tie says know each other."""
        return {self._pair(row) for row in self.table("ties") if row["type"] == "knows"}

    @cached_property
    def apart(self) -> set[frozenset[str]]:
        """Pairs that must not be introduced."""
        return {self._pair(row) for row in self.table("ties") if row["type"] == "do-not-introduce"}

    def _pair(self, row: dict[str, str]) -> frozenset[str]:
        return frozenset(self.people[row[end]]["email"] for end in ("person", "other"))
