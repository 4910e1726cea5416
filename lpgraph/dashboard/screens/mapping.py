"""A sheet that nobody knows: how it could be read, to be corrected and confirmed once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from lpgraph.dashboard import views_mapping, words
from lpgraph.dashboard.backend import Backend
from lpgraph.dashboard.keys import Key
from lpgraph.dashboard.safe import plain
from lpgraph.dashboard.views_files import How
from lpgraph.ids import digest


def draw(backend: Backend, files: Sequence[tuple[Path, How]]) -> None:
    """Draw the proposals for those of the files that no source knows."""
    found = [one for path, how in files for one in backend.proposals([path], how)]
    for key, (opened, mapping) in {digest((one[0].sha256, one[0].sheet)): one for one in found}.items():
        with st.container(border=True):
            st.markdown(f"**{plain(opened.name)}**")
            st.text(words.NOT_RECOGNISED)
            rows = st.data_editor(
                views_mapping.table(opened, mapping),
                column_config={
                    "column": st.column_config.TextColumn(words.MAPPING_COLUMN, disabled=True),
                    "sample": st.column_config.TextColumn(words.MAPPING_SAMPLE, disabled=True),
                    "meaning": st.column_config.SelectboxColumn(
                        words.MAPPING_FIELD, options=list(views_mapping.MEANINGS.values()), required=True
                    ),
                },
                hide_index=True,
                key=Key.MAPPING.of(key),
            )
            corrected = views_mapping.corrected(mapping, rows)
            st.text("\n".join(views_mapping.says(corrected)))
            with st.expander(words.MAPPING_ROWS):
                st.dataframe(
                    views_mapping.shown(opened, corrected), column_config=words.MAPPING_ROWS_COLUMNS, hide_index=True
                )
            if st.button(words.MAPPING_CONFIRM, key=Key.MAPPING_CONFIRM.of(key)):
                backend.remember(corrected)
                st.rerun()
