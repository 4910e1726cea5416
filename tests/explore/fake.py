"""A store in memory that answers the explore queries from a ``World``: for laws that need many graphs."""

from __future__ import annotations

from typing import Any

from tests.explore.world import World

Row = dict[str, Any]


# What no entity here has: every column that the queries give beside id and name.
_NOTHING = dict.fromkeys(
    (
        *(
            "city",
            "state",
            "startDate",
            "endDate",
            "role",
            "postId",
            "post",
            "bodyId",
            "body",
            "classification",
            "type",
        ),
        *("seatName", "seatState", "seatType", "areaName", "areaState", "areaType", "startAt"),
    )
)


class FakeStore:
    """Answers what ``lpgraph.explore`` asks for paths and pictures."""

    def __init__(self, world: World) -> None:
        self.names = {key: props.get("name") for _label, key, props in world.entities}
        self.labels = world.labels
        self.facts = [(t, a, b, p) for t, _la, a, _lb, b, p in world.facts]

    def read(self, query: str, /, **params: Any) -> list[Row]:
        """The rows of one query."""
        name, _, label = query.partition(":")
        answer = getattr(self, f"_{name}")
        return answer(label, **params) if label else answer(**params)

    def _explore_find(self, id: str) -> list[Row]:
        return [{"label": self.labels[id], "id": id}] if id in self.labels else []

    def _explore_label(self, label: str, ids: list[str]) -> list[Row]:
        return [{"id": i} for i in ids if self.labels.get(i) == label]

    def _explore_people(self, ids: list[str]) -> list[Row]:
        return [{"id": i, "name": self.names[i], **_NOTHING} for i in ids]

    def _explore_homes(self, ids: list[str]) -> list[Row]:  # noqa: ARG002 - asked by name
        return []

    def _explore_organizations(self, ids: list[str]) -> list[Row]:
        return [{"id": i, "name": self.names[i], **_NOTHING} for i in ids]

    def _explore_things(self, label: str, ids: list[str]) -> list[Row]:  # noqa: ARG002 - asked by name
        return [{"id": i, "name": self.names[i], **_NOTHING} for i in ids]

    def _explore_posts(self, ids: list[str]) -> list[Row]:  # noqa: ARG002 - asked by name
        return []

    def _explore_facts(self, label: str, id: str, types: list[str], limit: int) -> list[Row]:  # noqa: ARG002 - asked by name
        ways = [("out", t, b, p) for t, a, b, p in self.facts if a == id and t in types]
        ways += [("in", t, a, p) for t, a, b, p in self.facts if b == id and t in types]
        return [
            {"way": w, "type": t, "props": p, "otherId": o, "otherName": self.names[o], "otherLabels": [self.labels[o]]}
            for w, t, o, p in ways
        ]

    def _explore_degree(self, label: str, id: str, types: list[str]) -> list[Row]:  # noqa: ARG002 - asked by name
        return [{"facts": sum(t in types and id in (a, b) for t, a, b, _p in self.facts)}]

    def _explore_between(
        self,
        label: str,  # noqa: ARG002
        ids: list[str],
        others: list[str],
        types: list[str],
        limit: int,  # noqa: ARG002
    ) -> list[Row]:
        return [
            {"a": a, "b": b, "type": t, "props": p}
            for t, a, b, p in self.facts
            if a in ids and b in others and t in types
        ]

    def _explore_reach(self, label: str, ids: list[str], types: list[str]) -> list[Row]:  # noqa: ARG002 - asked by name
        ends = [(a, b) for t, a, b, _p in self.facts if t in types]
        ends += [(b, a) for a, b in ends]
        return [{"a": a, "b": b, "labels": [self.labels[b]]} for a, b in sorted(set(ends)) if a in ids]

    def _explore_together(self, id: str, limit: int) -> list[Row]:
        at = {b for t, a, b, _p in self.facts if t == "ATTENDED" and a == id}
        met: dict[str, set[str]] = {}
        for t, a, b, _p in self.facts:
            if t == "ATTENDED" and b in at and a != id and self.labels[a] == "Person":
                met.setdefault(a, set()).add(b)
        rows = [{"id": i, "events": len(events)} for i, events in met.items()]
        return sorted(rows, key=lambda r: (-r["events"], r["id"]))[:limit]
