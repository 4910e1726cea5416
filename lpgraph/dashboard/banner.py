"""The one place where an error of ours becomes something to read. Screens raise; nothing else catches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from lpgraph.dashboard import words
from lpgraph.dashboard.safe import plain
from lpgraph.errors import LpgraphError, StoreBusy, StoreError

EVERY = 5  # seconds between two tries while the store is away


@contextmanager
def guard(on_store_down: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Show what went wrong instead of what was being drawn; with the store away, try again until it is back."""
    try:
        yield
    except StoreBusy as error:
        st.warning(plain(str(error)))
    except StoreError as error:
        on_store_down()
        st.error(words.STORE_DOWN)
        st.text(f"{words.STORE_DOWN_DETAIL}: {error}")
        _again()
    except LpgraphError as error:
        st.warning(words.WENT_WRONG)
        st.text(str(error))


def _again() -> None:
    """Run the whole page again in a few seconds, whoever is looking."""
    drawn = [False]

    @st.fragment(run_every=EVERY)
    def wait() -> None:
        if drawn[0]:
            st.rerun()
        drawn[0] = True

    wait()
