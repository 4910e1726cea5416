"""Sheets that nobody recognises: a mapping is proposed, shown, confirmed, remembered, and then read like any source."""

from __future__ import annotations

from loaders.mapping.files import from_toml, read_mapping, remember, remembered, to_toml, write_mapping
from loaders.mapping.model import (
    Attendance,
    EventColumns,
    Mapping,
    OrganizationColumns,
    PersonColumns,
    RowRules,
    name_for,
)
from loaders.mapping.preview import Shown, preview
from loaders.mapping.propose import propose
from loaders.mapping.reader import source_of

__all__ = [
    "Attendance",
    "EventColumns",
    "Mapping",
    "OrganizationColumns",
    "PersonColumns",
    "RowRules",
    "Shown",
    "from_toml",
    "name_for",
    "preview",
    "propose",
    "read_mapping",
    "remember",
    "remembered",
    "source_of",
    "to_toml",
    "write_mapping",
]
