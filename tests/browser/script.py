"""The dashboard over the invented network of ``tests/dashboard/fakes.py``: everything real but the store."""

import streamlit as st

from lpgraph.dashboard import main
from tests.dashboard.fakes import FakeBackend


@st.cache_resource
def _fake() -> FakeBackend:
    return FakeBackend()


main.backend = _fake  # type: ignore[assignment]
main.main()
