"""Data: files in with a look before, what became of them, the ledger, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from lpgraph.dashboard import views_data, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.banner import guard
from lpgraph.dashboard.jobs import Job
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import plain
from lpgraph.dashboard.screens import data_files, data_work, exporting
from lpgraph.dashboard.screens.data_work import Work
from lpgraph.dashboard.views_data import Result
from lpgraph.ingest import Report, clock

Go = Callable[[str, str], None]


def draw(backend: Backend, go: Go) -> None:
    """Draw the page."""
    st.header(words.PAGE_DATA, anchor=False)
    job: Job[list[Report]] | None = st.session_state.get(Kept.JOB)
    busy = job is not None and not job.future.done()
    if job is not None and busy:
        _watch(job)
    elif job is not None:
        _results(backend, job)
        _questions(backend, go)  # what the load left to a person comes right after what became of it
    if not busy or st.session_state.get(Kept.DRY):  # a check keeps what was chosen, so that it can be loaded next
        data_files.draw(backend, busy)
    if job is None or busy:
        _questions(backend, go)
    _ledger(backend)
    exporting.draw(backend)


def _questions(backend: Backend, go: Go) -> None:
    """How many records may be one, of which how many since the load, and the way to where that is answered."""
    pairs = backend.questions(st.session_state.get(Kept.AUTHOR, ""))
    title = views_data.to_answer(pairs, st.session_state.get(Kept.ASKED))
    if title and st.button(title, key=Key.REVIEW_OPEN, icon=":material/group:"):
        go("review", "")


def _watch(job: Job[list[Report]]) -> None:
    """The bar of a load under way, looked at every second."""

    @st.fragment(run_every=1)
    def bar() -> None:
        with guard():
            if job.future.done():
                st.rerun()
            step = views_data.step(job.progress, job.seconds)
            st.progress(step.part, text=plain(step.text))
            st.caption(words.LOADING_LEAVE)

    bar()


def _results(backend: Backend, job: Job[list[Report]]) -> None:
    """What became of the files; an error of the load as a whole is raised here, to be shown like any other."""
    results: list[Result] = []
    with guard():
        if st.session_state.get(Kept.DRY):
            st.info(words.DRY_RUN_DONE)
        results = [views_data.result(report) for report in job.future.result()]
        for result in results:
            _result(result)
    data_work.settle(results)
    work = data_work.kept()
    if work is None:
        return
    choices = dict(choice for result in results for choice in result.choices)
    if choices:
        _which_event(backend, work, choices)
    sure: dict[str, object] = {"yes": True}
    for asked, title, key, answer in (
        (any(result.asks for result in results), words.WHOLE_YES, Key.WHOLE_YES, sure),
        (any(result.one for result in results), words.ONE_PERSON, Key.ONE_PERSON, sure),
        (any(result.again for result in results), words.NEWEST_AGAIN, Key.NEWEST_AGAIN, {"as_of": clock.now()}),
    ):
        if asked and st.button(title, key=key, icon=":material/playlist_add_check:"):
            data_work.begin(backend, work.anew(dry_run=False, **answer))


def _which_event(backend: Backend, work: Work, choices: dict[str, str]) -> None:
    """Which of the events that the graph has is meant, or none of them."""
    names = {i: plain(name) for i, name in {**choices, "": words.EVENT_NEW}.items()}
    chosen = st.radio(words.EVENT, list(names), format_func=names.__getitem__, key=Key.EVENT_WHICH, index=None)
    if st.button(words.EVENT_GO, key=Key.EVENT_GO, disabled=chosen is None, icon=":material/event_available:"):
        answer = {"event": chosen} if chosen else {"yes": True}
        data_work.begin(backend, work.anew(dry_run=False, **answer))


def _result(result: Result) -> None:
    show = st.success if result.ok else st.warning
    show("  \n".join(plain(line) for line in result.lines))
    if result.ends:
        st.dataframe(list(result.ends), column_config=words.WHOLE_COLUMNS, hide_index=True)
    for title, rows in (
        (words.REJECTED_TITLE, result.refused),
        (words.FLAGGED_TITLE, result.remarks),
        (words.SILENT_TITLE, result.silent),
    ):
        if rows:
            with st.expander(f"{title} ({words.number(len(rows))})", expanded=title == words.REJECTED_TITLE):
                st.dataframe(list(rows), column_config=words.REJECTED_COLUMNS, hide_index=True)
    if result.more:
        st.caption(words.RESULT_MORE.format(n=words.count(result.more, "more row")))


def _numbers(titles: dict[str, str], *columns: str) -> dict[str, str | ColumnConfig | None]:
    """The columns' titles, with separators in the numbers of some."""
    config: dict[str, str | ColumnConfig | None] = {**titles}
    return config | {c: st.column_config.NumberColumn(titles[c], format="localized") for c in columns}


def _ledger(backend: Backend) -> None:
    """What has been loaded, and taking one load back."""
    st.subheader(words.LEDGER, anchor=False)
    if note := st.session_state.pop(Kept.NOTE_DATA, None):
        st.success(plain(note))
    lines = backend.loads()
    if not views_data.files(lines):
        st.text(words.LEDGER_EMPTY)
        return
    st.caption(views_data.ledger_count(lines))
    st.dataframe(
        views_data.ledger(lines),
        column_config=_numbers(words.LEDGER_COLUMNS, "accepted", "rejected"),
        hide_index=True,
        key=Key.LEDGER,
    )
    names = views_data.undoable(lines)
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            words.LEDGER_PICK, list(names), format_func=names.__getitem__, key=Key.LEDGER_PICK, index=None
        )
        with st.popover(words.UNDO_LOAD, icon=":material/undo:", disabled=chosen is None):
            if chosen:
                st.text(words.UNDO_SURE.format(file=names[chosen]))
                if st.button(words.UNDO_YES, key=Key.UNDO_SURE, type="primary"):
                    undone = backend.undo(chosen)
                    st.session_state[Kept.NOTE_DATA] = words.UNDO_LOAD_DONE.format(file=undone.file)
                    st.rerun()
