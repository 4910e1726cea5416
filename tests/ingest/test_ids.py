"""Which id each part of an entity gets when it is parted: without a store, from what the store would say."""

from __future__ import annotations

from typing import Any

from loaders.base import Mention
from lpgraph.ingest.derive import Known
from lpgraph.ingest.resolve import _ids
from lpgraph.model import Label


class Retired:
    """A store that knows who was retired, and nothing else."""

    def __init__(self, *rows: dict[str, Any]) -> None:
        self._rows = rows

    def read(self, name: str, **params: Any) -> list[dict[str, Any]]:
        """Retired ids that lead to those that are asked about; nobody has a free id."""
        return [r for r in self._rows if r["now"] in params["ids"]] if name == "retired_children" else []


def known(key: str, person: str, entity: str) -> Known:
    """A mention of a person by this key."""
    return Known(key, Mention(Label.PERSON, "test", (person,)), ("load",), entity)


def test_of_equal_parts_each_has_its_own_id_again() -> None:
    """The part whose records came from a retired id has that one again, though it is first in every order; the id
    that stood for both stays with those who had it before."""
    mentions = [known("k1", "ada", "person/both"), known("k2", "ada", "person/both")]
    mentions += [known("k3", "bo", "person/both"), known("k4", "bo", "person/both")]
    by_key = {one.key: one for one in mentions}
    store = Retired({"id": "person/was-ada", "now": "person/both", "refs": [mentions[0].mention.ref]})
    parts = [frozenset({"k1", "k2"}), frozenset({"k3", "k4"})]
    assert _ids(store, Label.PERSON, parts, by_key, set()) == ["person/was-ada", "person/both"]  # type: ignore[arg-type]
    assert _ids(store, Label.PERSON, parts[::-1], by_key, set()) == ["person/both", "person/was-ada"]  # type: ignore[arg-type]


def test_whoever_stays_together_keeps_the_id() -> None:
    """An id that is not parted stays, whatever was joined into it; a third part without a past gets a new one."""
    mentions = [known("k1", "ada", "person/both"), known("k2", "bo", "person/both"), known("k3", "cy", "person/both")]
    by_key = {one.key: one for one in mentions}
    store = Retired({"id": "person/was-ada", "now": "person/both", "refs": [mentions[0].mention.ref]})
    assert _ids(store, Label.PERSON, [frozenset(by_key)], by_key, set()) == ["person/both"]  # type: ignore[arg-type]
    ids = _ids(store, Label.PERSON, [frozenset({key}) for key in by_key], by_key, set())  # type: ignore[arg-type]
    assert ids[:2] == ["person/was-ada", "person/both"] and ids[2] not in ids[:2]
