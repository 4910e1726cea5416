"""The server of an installed lpgraph; ``app.py`` at the top of a checkout is the same three lines."""

from streamlit import App

from lpgraph.dashboard.headers import MIDDLEWARE, SCRIPT

app = App(SCRIPT, middleware=MIDDLEWARE)
