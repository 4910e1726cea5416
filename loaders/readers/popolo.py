"""One JSON object that holds Popolo's collections: a row for each object in them, tagged with its collection."""

from __future__ import annotations

from typing import Any

COLLECTIONS = ("persons", "organizations", "posts", "memberships", "events", "areas")


def collected(value: Any) -> list[dict[str, Any]] | None:
    """The objects of all collections as rows with ``collection``; ``None`` for anything else."""
    if not isinstance(value, dict):
        return None
    lists = {key: value[key] for key in COLLECTIONS if isinstance(value.get(key), list)}
    if len(lists) < 2 or not {"persons", "organizations", "memberships"} & lists.keys():
        return None
    return [
        {**item, "collection": key} if isinstance(item, dict) else item
        for key, items in lists.items()
        for item in items
    ]
