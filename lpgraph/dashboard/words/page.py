"""The whole page: its title, the names of the screens, and what is said when something is wrong."""

from __future__ import annotations

TITLE = "lpgraph"
PAGE_INTRODUCTIONS, PAGE_EXPLORE, PAGE_DATA = "Introductions", "Explore", "Data"
STORE_DOWN = "The graph does not answer right now. Trying again every few seconds; nothing you entered is lost."
STORE_DOWN_DETAIL = "What the store says"
TRY_AGAIN = "Try again"
WENT_WRONG = "That did not work."
EMPTY_STORE = (
    "There is nothing in the graph yet. Load a file with officials, organizations, unions or attendance first."
)
GO_TO_DATA = "Load data"

# ---- starting the server
SERVING = "The dashboard is at {address} (Ctrl-C stops it)."
PORT_TAKEN = "Port {port} is taken. Say another with --port, or leave it out."
NO_PORT = "No port between 8501 and 8700 is free on this machine."
SERVER_ENDED = "The dashboard's server ended at once (exit code {code}). Run `lpgraph doctor`."
SERVER_SILENT = "The dashboard's server did not answer within {seconds} seconds. Run `lpgraph doctor`."
