"""lpgraph's own templates: what no system exports, for people with a spreadsheet.

``TEMPLATES`` by name, ``SOURCES`` for the registry, ``write(name, path, xlsx)`` for a new file to fill in.
"""

from __future__ import annotations

from loaders.templates.campaigns import CAMPAIGNS, EXPERTS, INVOLVEMENT, MEASURES, RESOURCES
from loaders.templates.events import ATTENDANCE, EVENTS
from loaders.templates.organizations import ORGANIZATIONS, UNIONS
from loaders.templates.people import PEOPLE, POSTS, TIES
from loaders.templates.places import AREAS, VOTES
from loaders.templates.template import Template
from loaders.templates.writing import write as _write

TEMPLATES: dict[str, Template] = {
    template.name: template
    for template in (
        PEOPLE,
        ORGANIZATIONS,
        UNIONS,
        POSTS,
        EVENTS,
        ATTENDANCE,
        CAMPAIGNS,
        INVOLVEMENT,
        TIES,
        MEASURES,
        RESOURCES,
        EXPERTS,
        VOTES,
        AREAS,
    )
}
SOURCES = tuple(template.source for template in TEMPLATES.values())


def write(name: str, path: str, *, xlsx: bool = False) -> None:
    """Write the template ``name`` to ``path``: a header, a line of help and two examples. ``KeyError`` for no such."""
    _write(TEMPLATES[name], path, xlsx=xlsx)


__all__ = ["SOURCES", "TEMPLATES", "Template", "write"]
