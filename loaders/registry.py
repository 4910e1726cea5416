"""Every source that lpgraph knows, one line each. The order is that of the documentation."""

from __future__ import annotations

from loaders import (
    legistar_events,
    legistar_measures,
    legistar_office_records,
    legistar_people,
    openstates_csv,
    openstates_yaml,
    templates,
)
from loaders.base import Source

SOURCES: tuple[Source, ...] = (
    openstates_yaml.SOURCE,
    openstates_yaml.JURISDICTIONS,
    openstates_csv.LEGISLATORS,
    openstates_csv.MUNICIPAL,
    legistar_people.SOURCE,
    legistar_people.NYC,
    legistar_office_records.SOURCE,
    legistar_events.SOURCE,
    legistar_events.NYC,
    legistar_measures.NYC,
    *templates.SOURCES,
)
