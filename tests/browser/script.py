"""The dashboard over the invented network of ``tests/dashboard/fakes.py``: everything real but the store."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from lpgraph.dashboard import main
from lpgraph.errors import StoreUnreachable
from tests.dashboard.fake_introducing import begin
from tests.dashboard.fakes import FakeBackend

# A test puts this file there to take the store away, and takes it off again to bring the store back.
AWAY = Path(os.environ.get("LPGRAPH_TEST_AWAY", os.devnull))


@st.cache_resource
def _fake() -> FakeBackend:
    fake = FakeBackend()
    begin(fake.introducing)
    return fake


def _backend() -> FakeBackend:
    fake = _fake()
    fake.error = StoreUnreachable("nothing answers at bolt://127.0.0.1:7687") if AWAY.is_file() else None
    return fake


main.backend = _backend  # type: ignore[assignment]
main.main()
