"""Which files are to be loaded, what they are, and what a person has to say of them first."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from lpgraph.dashboard import words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.safe import clean, plain
from lpgraph.dashboard.screens import data_work, mapping
from lpgraph.dashboard.screens.data_work import Work
from lpgraph.dashboard.views_files import How, Preview, event_problem
from lpgraph.ids import digest
from lpgraph.ingest import LoadOptions
from lpgraph.network.days import today

_FIRST_DAY = date(1970, 1, 1)


def draw(backend: Backend, busy: bool) -> None:
    """Which files, what they are, and the two buttons."""
    left, right = st.columns([1, 1], gap="medium")
    with left:
        uploads = st.file_uploader(words.UPLOAD, accept_multiple_files=True, key=Key.UPLOAD, help=words.UPLOAD_HELP)
    with right:
        typed = st.text_input(words.FOLDER, key=Key.FOLDER, placeholder=words.FOLDER_HINT)
    if uploads or typed.strip():
        data_work.let_go()
    paths = _stored(uploads) if uploads else _typed(typed)
    before = data_work.still()
    if before is not None and not paths:
        paths = _still(before)
    if not paths:
        return
    files, previews = _read(backend, paths, before)
    mapping.draw(backend, files)
    if any(not preview.problem for preview in previews):
        _ask(backend, files, previews, before, busy)


def _ask(
    backend: Backend, files: Sequence[tuple[Path, How]], previews: Sequence[Preview], before: Work | None, busy: bool
) -> None:
    """What has to be said of the files, and the two buttons."""
    needs = any(preview.needs_event for preview in previews)
    folder = _folder(files, before)
    said = before.options if before else LoadOptions(backend.home)
    event = ""
    left, right = st.columns([1, 1], gap="medium")
    with left:
        if needs:
            event = st.text_input(
                words.EVENT, said.event, key=Key.EVENT, placeholder=words.EVENT_HINT, help=words.EVENT_HELP
            )
        mark = st.empty()
    with right if needs else left:
        as_of = _day(folder is not None, said.as_of)
    whole = st.checkbox(words.WHOLE, said.snapshot, key=Key.WHOLE, help=words.WHOLE_HELP)
    with st.container(horizontal=True):
        check = st.button(words.DRY_RUN, key=Key.DRY_RUN, icon=":material/fact_check:", disabled=busy)
        load = st.button(words.LOAD, key=Key.LOAD, type="primary", icon=":material/upload:", disabled=busy)
    if not (check or load):
        return
    if needs and (problem := event_problem(event)):
        mark.warning(problem, icon=":material/arrow_upward:")
        return
    author = st.session_state.get(Kept.AUTHOR, "")
    options = LoadOptions(backend.home, event=event, as_of=as_of, dry_run=check, snapshot=whole, who=author)
    data_work.begin(backend, Work(tuple(files), options, folder))


def _day(uploaded: bool, said: str | None) -> str | None:
    """The day that the files speak of, where somebody says one: an upload's is today, a file's when it was changed."""
    now = date.fromisoformat(today())
    first = date.fromisoformat(said[:10]) if said else now if uploaded else None
    day = st.date_input(
        words.DAY,
        first,
        min_value=_FIRST_DAY,
        max_value=now,
        key=Key.DAY.of("upload" if uploaded else "path"),
        help=words.DAY_UPLOAD if uploaded else words.DAY_PATH,
        format="YYYY-MM-DD",
    )
    return None if day is None or (uploaded and day == now) else day.isoformat()


def _read(backend: Backend, paths: Sequence[Path], before: Work | None) -> tuple[list[tuple[Path, How]], list[Preview]]:
    """Each file with how it is to be read, which is asked where it cannot be known; and what it is, read so."""
    chosen = dict(before.files) if before else {}
    files: list[tuple[Path, How]] = []
    previews: list[Preview] = []
    for path in paths:
        seen, how = backend.preview([path]), How()
        sheets = tuple(dict.fromkeys(sheet for preview in seen for sheet in preview.sheets))
        encoded = any(preview.encoded for preview in seen)
        if sheets or encoded:
            with st.container(border=True):
                top = st.container()  # what it is stands above the question, and follows from the answer
                how = _how(path, sheets, encoded, chosen.get(path, how))
                seen = backend.preview([path], how)
                with top:
                    for preview in seen:
                        _preview(preview)
        else:
            for preview in seen:
                with st.container(border=True):
                    _preview(preview)
        files.append((path, how))
        previews += seen
    return files, previews


def _how(path: Path, sheets: Sequence[str], encoded: bool, said: How) -> How:
    """Which sheet of a workbook, which encoding of a text: said by a person, never guessed."""
    key, name = digest((str(path),)), clean(path.name)
    sheet = encoding = None
    if sheets:
        titles = list(sheets)
        index = titles.index(said.sheet) if said.sheet in titles else None
        sheet = st.selectbox(
            plain(words.SHEET.format(file=name)), titles, index, format_func=clean, key=Key.SHEET.of(key)
        )
    if encoded:
        names = list(words.ENCODINGS)
        index = names.index(said.encoding) if said.encoding in names else None
        encoding = st.selectbox(
            plain(words.ENCODING.format(file=name)), names, index, format_func=words.ENCODINGS.__getitem__,
            key=Key.ENCODING.of(key), help=words.ENCODING_HELP,
        )  # fmt: skip
    return How(sheet or "", encoding or "")


def _preview(preview: Preview) -> None:
    st.markdown(f"**{plain(preview.name)}** :gray[{words.count(preview.count, 'row') if preview.count else ''}]")
    if preview.problem:
        st.text(preview.problem)
        return
    st.text(preview.title)
    with st.expander(words.PREVIEW):
        st.dataframe(list(preview.rows), hide_index=True)


def _still(before: Work) -> list[Path]:
    """The files that the last load could not load: nobody has to give them again."""
    names = ", ".join(path.name for path, _how in before.files)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(words.STILL.format(files=names)))
        if st.button(words.STILL_OTHER, key=Key.STILL_OTHER, icon=":material/close:"):
            data_work.let_go()
            st.rerun()
    return [path for path, _how in before.files]


def _folder(files: Sequence[tuple[Path, How]], before: Work | None) -> tempfile.TemporaryDirectory[str] | None:
    """The folder of this visit that uploads lie in; nothing for files of this machine."""
    if before is not None:
        return before.folder
    kept = st.session_state.get(Kept.UPLOADS)
    return kept[1] if kept and files and files[0][0] in kept[2] else None


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
