"""Data: files in with a look before, what became of them, the ledger, and the way back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from lpgraph.dashboard import jobs, views_data, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.banner import guard
from lpgraph.dashboard.jobs import Job
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import plain
from lpgraph.dashboard.screens import mapping
from lpgraph.dashboard.views_data import Preview, Result
from lpgraph.ingest import LoadOptions, Report

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
        _choose(backend, busy)
    if job is None or busy:
        _questions(backend, go)
    _ledger(backend)


def _questions(backend: Backend, go: Go) -> None:
    """How many records may be one, of which how many since the load, and the way to where that is answered."""
    pairs = backend.questions(st.session_state.get(Kept.AUTHOR, ""))
    title = views_data.to_answer(pairs, st.session_state.get(Kept.ASKED))
    if title and st.button(title, key=Key.REVIEW_OPEN, icon=":material/group:"):
        go("review", "")


def _choose(backend: Backend, busy: bool) -> None:
    """Which files, what they are, and the two buttons."""
    left, right = st.columns([1, 1], gap="medium")
    with left:
        uploads = st.file_uploader(words.UPLOAD, accept_multiple_files=True, key=Key.UPLOAD, help=words.UPLOAD_HELP)
    with right:
        typed = st.text_input(words.FOLDER, key=Key.FOLDER, placeholder=words.FOLDER_HINT)
    paths = _stored(uploads) if uploads else _typed(typed)
    if not paths:
        return
    previews = backend.preview(paths)
    for preview in previews:
        _preview(preview)
    mapping.draw(backend, paths)
    if not any(not preview.problem for preview in previews):
        return
    event = ""
    if any(preview.needs_event for preview in previews):
        event = st.text_input(words.EVENT, key=Key.EVENT, placeholder=words.EVENT_HINT, help=words.EVENT_HELP)
    whole = st.checkbox(words.WHOLE, key=Key.WHOLE, help=words.WHOLE_HELP)
    with st.container(horizontal=True):
        check = st.button(words.DRY_RUN, key=Key.DRY_RUN, icon=":material/fact_check:", disabled=busy)
        load = st.button(words.LOAD, key=Key.LOAD, type="primary", icon=":material/upload:", disabled=busy)
    if check or load:
        author = st.session_state.get(Kept.AUTHOR, "")
        _begin(backend, paths, LoadOptions(backend.home, event=event, dry_run=check, snapshot=whole, who=author))


def _begin(backend: Backend, paths: Sequence[Path], options: LoadOptions) -> None:
    """Start a load in the background, and remember what it is, in case it has to be confirmed."""
    st.session_state[Kept.JOB] = jobs.start(lambda listen: backend.load(paths, options, listen))
    st.session_state[Kept.DRY] = options.dry_run
    st.session_state[Kept.ASKED] = frozenset(pair.refs for pair in backend.questions(options.who))
    st.session_state[Kept.WORK] = paths, options
    st.rerun()


def _preview(preview: Preview) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(preview.name)}** :gray[{words.count(preview.count, 'row') if preview.count else ''}]")
        if preview.problem:
            st.text(preview.problem)
            return
        st.text(preview.title)
        with st.expander(words.PREVIEW):
            st.dataframe(list(preview.rows), hide_index=True)


def _stored(uploads: Sequence[st.runtime.uploaded_file_manager.UploadedFile]) -> list[Path]:
    """The uploaded files in a private folder of this visit, under the names that their rows will be known by."""
    ids = tuple(upload.file_id for upload in uploads)
    kept = st.session_state.get(Kept.UPLOADS)
    if kept is None or kept[0] != ids:
        folder = tempfile.TemporaryDirectory(prefix="lpgraph-upload-")
        paths = []
        for nth, upload in enumerate(uploads):
            path = Path(folder.name) / str(nth) / (Path(upload.name).name or "upload")
            path.parent.mkdir()
            path.write_bytes(upload.getbuffer())
            paths.append(path)
        kept = (ids, folder, paths)
        st.session_state[Kept.UPLOADS] = kept
    return list(kept[2])


def _typed(text: str) -> list[Path]:
    if not text.strip():
        return []
    path = Path(text.strip()).expanduser()
    if not path.exists():
        st.warning(plain(words.FOLDER_MISSING.format(path=text.strip())))
        return []
    return [path]


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
    work = st.session_state.get(Kept.WORK)
    if work is None:
        return
    choices = dict(choice for result in results for choice in result.choices)
    if choices:
        _which_event(backend, work, choices)
    if not any(result.asks for result in results):
        return
    if st.button(words.WHOLE_YES, key=Key.WHOLE_YES, icon=":material/playlist_add_check:"):
        _begin(backend, work[0], replace(work[1], yes=True, dry_run=False))


def _which_event(backend: Backend, work: tuple[Sequence[Path], LoadOptions], choices: dict[str, str]) -> None:
    """Which of the events that the graph has is meant, or none of them."""
    names = {i: plain(name) for i, name in {**choices, "": words.EVENT_NEW}.items()}
    chosen = st.radio(words.EVENT, list(names), format_func=names.__getitem__, key=Key.EVENT_WHICH, index=None)
    if st.button(words.EVENT_GO, key=Key.EVENT_GO, disabled=chosen is None, icon=":material/event_available:"):
        options = replace(work[1], event=chosen, dry_run=False) if chosen else replace(work[1], yes=True, dry_run=False)
        _begin(backend, work[0], options)


def _result(result: Result) -> None:
    show = st.success if result.ok else st.warning
    show("  \n".join(plain(line) for line in result.lines))
    if result.ends:
        st.dataframe(list(result.ends), column_config=words.WHOLE_COLUMNS, hide_index=True)
    for title, rows in ((words.REJECTED_TITLE, result.refused), (words.FLAGGED_TITLE, result.remarks)):
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
