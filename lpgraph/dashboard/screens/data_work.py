"""Files handed to a load, and how: kept, so that a question can be answered and what went wrong mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import streamlit as st

from lpgraph.dashboard import jobs, views_files
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept
from lpgraph.dashboard.views_data import Result
from lpgraph.dashboard.views_files import How
from lpgraph.ingest import Listener, LoadOptions, Report


@dataclass(frozen=True, slots=True)
class Work:
    """What is loaded. ``folder`` holds uploads on disk for as long as this is kept."""

    files: tuple[tuple[Path, How], ...]
    options: LoadOptions
    folder: TemporaryDirectory[str] | None = None

    def anew(self, **changes: Any) -> Work:
        """The same files to be loaded in another way."""
        return replace(self, options=replace(self.options, **changes))

    def done_by(self, backend: Backend) -> Callable[[Listener], list[Report]]:
        """The work itself: files that are read alike are loaded together."""
        groups = views_files.parts(self.files, self.options)
        return lambda listen: [one for paths, options in groups for one in backend.load(paths, options, listen)]


def begin(backend: Backend, work: Work) -> None:
    """Start a load in the background, and remember what it is, in case it has to be confirmed or mended."""
    st.session_state[Kept.JOB] = jobs.start(work.done_by(backend))
    st.session_state[Kept.DRY] = work.options.dry_run
    st.session_state[Kept.ASKED] = frozenset(pair.refs for pair in backend.questions(work.options.who))
    st.session_state[Kept.WORK] = st.session_state[Kept.STILL] = work
    st.rerun()


def kept() -> Work | None:
    """What was handed to the last load."""
    work: Work | None = st.session_state.get(Kept.WORK)
    return work


def still() -> Work | None:
    """What is still to be loaded, since the last load could not."""
    work: Work | None = st.session_state.get(Kept.STILL)
    return work


def settle(results: Sequence[Result]) -> None:
    """Forget files that a load is done with; a check leaves them as they are."""
    if not st.session_state.get(Kept.DRY) and results and all(result.settled for result in results):
        let_go()


def let_go() -> None:
    """Forget what is still to be loaded."""
    st.session_state.pop(Kept.STILL, None)
