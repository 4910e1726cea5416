"""Every source that lpgraph knows, one line each. The order is that of the documentation."""

from __future__ import annotations

from loaders import (
    eventbrite_attendees,
    fmcs_work_stoppages,
    irs_eo_bmf,
    legistar_events,
    legistar_measures,
    legistar_office_records,
    legistar_people,
    ocd_divisions,
    olms_file_numbers,
    olms_lm,
    openstates_csv,
    openstates_yaml,
    templates,
    zoom_participants,
)
from loaders.base import Source

SOURCES: tuple[Source, ...] = (
    openstates_yaml.SOURCE,
    openstates_yaml.JURISDICTIONS,
    openstates_csv.LEGISLATORS,
    openstates_csv.MUNICIPAL,
    legistar_people.SOURCE,
    legistar_people.NYC,
    legistar_people.NYC_DISTRICTS,
    legistar_office_records.SOURCE,
    legistar_events.SOURCE,
    legistar_events.NYC,
    legistar_measures.NYC,
    irs_eo_bmf.SOURCE,
    olms_lm.SOURCE,
    olms_file_numbers.SOURCE,
    fmcs_work_stoppages.SOURCE,
    eventbrite_attendees.SOURCE,
    eventbrite_attendees.WITH_EVENT,
    zoom_participants.SOURCE,
    ocd_divisions.SOURCE,
    ocd_divisions.ALIASES,
    *templates.SOURCES,
)
