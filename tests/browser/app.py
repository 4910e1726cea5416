"""The packaged server's three lines over the invented network."""

from pathlib import Path

from streamlit import App

from lpgraph.dashboard.headers import MIDDLEWARE

app = App(Path(__file__).parent / "script.py", middleware=MIDDLEWARE)
