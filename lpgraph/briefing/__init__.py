"""The briefing: one page about somebody before a call, made of the same answers that the screens give."""

from lpgraph.briefing.gathering import brief
from lpgraph.briefing.model import Briefing, Meet, Point, Section
from lpgraph.briefing.sheet import sheet

__all__ = ["Briefing", "Meet", "Point", "Section", "brief", "sheet"]
