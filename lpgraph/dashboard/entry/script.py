"""One run of the dashboard for one visitor."""

from lpgraph.dashboard.main import main

main()
