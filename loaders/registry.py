"""Every source that lpgraph knows, one line each. The order is that of the documentation."""

from __future__ import annotations

from loaders import openstates_csv, openstates_yaml, templates
from loaders.base import Source

SOURCES: tuple[Source, ...] = (
    openstates_yaml.SOURCE,
    openstates_yaml.JURISDICTIONS,
    openstates_csv.LEGISLATORS,
    openstates_csv.MUNICIPAL,
    *templates.SOURCES,
)
