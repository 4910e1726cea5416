"""Every sentence of the dashboard, one module a screen: to be read in one sitting, and translated.

``from lpgraph.dashboard import words`` has them all. A name stands in one module only. Placeholders are filled by
``str.format`` here in the code, never by data used as a format. Dates and numbers are put into words by ``day`` and
``number``; ``count`` gives the right plural.
"""
# ruff: noqa: F403

from lpgraph.dashboard.words.board import *
from lpgraph.dashboard.words.coalitions import *
from lpgraph.dashboard.words.convening import *
from lpgraph.dashboard.words.data import *
from lpgraph.dashboard.words.explore import *
from lpgraph.dashboard.words.exporting import *
from lpgraph.dashboard.words.fields import *
from lpgraph.dashboard.words.forms import *
from lpgraph.dashboard.words.introductions import *
from lpgraph.dashboard.words.mapping import *
from lpgraph.dashboard.words.page import *
from lpgraph.dashboard.words.pick import *
from lpgraph.dashboard.words.policies import *
from lpgraph.dashboard.words.profile import *
from lpgraph.dashboard.words.review import *
from lpgraph.dashboard.words.today import *
