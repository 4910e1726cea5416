"""``python -m lpgraph.cli``: the command line."""

import sys

from lpgraph.cli import main

sys.exit(main())
