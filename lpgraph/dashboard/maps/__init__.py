"""The map of the states: shapes from us-atlas 3.0.1 (ISC; Census Bureau's boundaries), drawn by Altair, all local."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

_SHAPES = Path(__file__).parent / "states-10m.json"


@cache
def _shapes() -> Any:
    return json.loads(_SHAPES.read_text(encoding="utf-8"))


def states(rows: Sequence[dict[str, Any]], headline: str, shown: Mapping[str, str]) -> Any:
    """A chart of the states coloured by ``score`` (0 to 6); states without one are pale. Rows: ``fips``, ``score`` and
    what ``shown`` names (key → title), which is said of a state under the pointer.
    """
    import altair as alt

    topology = alt.InlineData(values=_shapes(), format=alt.TopoDataFormat(type="topojson", feature="states"))
    known = [row for row in rows if row["fips"] is not None]
    base = alt.Chart(topology).mark_geoshape(fill="#8884", stroke="#8888", strokeWidth=0.5)
    coloured = (
        alt.Chart(topology)
        .mark_geoshape(stroke="#8888", strokeWidth=0.5)
        .transform_lookup(lookup="id", from_=alt.LookupData(alt.InlineData(values=_padded(known)), "id", list(shown)))
        .transform_filter("isValid(datum.score)")
        .encode(
            color=alt.Color(
                "score:Q", title=shown["score"], scale=alt.Scale(domain=[0, 6], range=["#F1C27B", "#0A3A78"])
            ),
            tooltip=[
                alt.Tooltip(f"{name}:{'N' if name == 'state' else 'Q'}", title=title) for name, title in shown.items()
            ],
        )
    )
    return (base + coloured).project("albersUsa").properties(height=420, title=headline)


def _padded(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The map's ids are two digits as text."""
    return [{**row, "id": f"{row['fips']:02d}"} for row in rows]
