"""What one source says of who belongs where, read from the graph; and the ends of such ties, written into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from lpgraph.ingest.history import History
from lpgraph.ingest.plan import Plan
from lpgraph.ingest.sheet import FactDraft, Sheet
from lpgraph.ingest.snapshot import Body, Book, End, Lists, Tie, whole_lists
from lpgraph.model import FACTS
from lpgraph.store import ledger
from lpgraph.store.graph import Store
from lpgraph.store.ledger import BATCH, LoadLine, chunks

# Ties that last until somebody says that they have ended. An attendance is over as it begins; a post stays without
# anybody in it; whom somebody knows, no list is the whole of.
LASTING = {
    fact.name for fact in FACTS
    if fact.type in {"HOLDS", "MEMBER_OF", "STAFF_OF", "BOARD_OF", "LEADS", "AFFILIATED_WITH"}
}  # fmt: skip
_PLACES = "IN_BODY:Post:Organization"
_BY_TYPE = {name.partition(":")[0]: name for name in LASTING}


def foresee(store: Store, made: Plan, history: History) -> None:
    """Put into a plan which ties end, or go on after all, once its sheet is loaded.

    Takes the sheet into the history when there is a whole list to compare it with.
    """
    line = made.line
    history.loads[line.id] = line
    if not whole_lists(history, line.id):
        return
    history.add(line, made.sheet.facts, made.sheet.records)
    entity = made.resolution.entity_of_ref()
    lists = Lists(history, read_book(store, line.source, made.sheet, entity), line.id)
    made.ends = lists.corrections()
    if line.snapshot:
        made.missing, made.silent = lists.endings(line.id, entity), lists.silent(line.id)


def settle_ends(store: Store, line: LoadLine, history: History) -> None:
    """Make the graph say of a source's ties what its remaining whole lists say, after ``line`` was taken back."""
    if line.snapshot or whole_lists(history):
        write_ends(store, Lists(history, read_book(store, line.source)).corrections())


def read_book(store: Store, source: str, sheet: Sheet | None = None, entity: Mapping[str, str] | None = None) -> Book:
    """What a source says in the graph; and in a sheet that is about to be loaded, whose refs are ``entity``."""
    reading = _Reading()
    for row in store.read("snapshot_bodies", source=source):
        reading.place(row["key"], row["post"], Body(row["ref"], row["body"], row["name"], row["state"]))
    if sheet is not None:
        reading.places(sheet)
    for name in sorted(LASTING):
        for row in store.read(f"snapshot_ties:{name}", source=source):
            reading.tie(row, name, Body(row["toRef"], row["b"], row["bName"], row["state"]), there=True)
    for row in store.read("snapshot_superseded", source=source, types=sorted(_BY_TYPE)):
        reading.tie(row, _BY_TYPE[row["was"]], Body(row["toRef"], row["b"], ""), there=False)
    if sheet is not None:
        reading.drafts(sheet, entity or {})
    return reading.book


class _Reading:
    """A book on its way."""

    def __init__(self) -> None:
        self.book = Book()
        self._of_post: dict[str, Body] = {}

    def place(self, key: str, post: str, body: Body) -> None:
        """A post is one of a body."""
        self.book.bodies[key] = body.ref
        self._of_post.setdefault(post, body)

    def places(self, sheet: Sheet) -> None:
        """The posts of a sheet that the graph does not have yet."""
        names = {d.mention.ref: str(d.mention.props.get("name", "")) for d in sheet.mentions.values()}
        for draft in sheet.facts.values():
            if draft.type == _PLACES:
                self.place(draft.key, draft.a, Body(draft.b, "", names.get(draft.b, "")))

    def tie(self, row: Mapping[str, Any], name: str, body: Body, *, there: bool) -> None:
        """A tie as the graph has it."""
        said = row["endSaid"] if row["endedBy"] else row["endDate"]
        self.book.ties[row["key"]] = Tie(
            row["key"], name, row["fromRef"], row["toRef"], row["a"], row["b"], row.get("aName") or "",
            self._of_post.get(row["toRef"], body), said, row["endDate"], row["endedBy"], there,
        )  # fmt: skip

    def drafts(self, sheet: Sheet, entity: Mapping[str, str]) -> None:
        """The ties of a sheet that the graph does not have yet."""
        for draft in sheet.facts.values():
            if draft.type in LASTING and draft.key not in self.book.ties:
                self.book.ties[draft.key] = self._of_draft(draft, entity)

    def _of_draft(self, draft: FactDraft, entity: Mapping[str, str]) -> Tie:
        end = draft.props.get("endDate")
        said = str(end) if end else None
        body = self._of_post.get(draft.b, Body(draft.b, entity.get(draft.b, ""), ""))
        a, b = entity.get(draft.a, ""), entity.get(draft.b, "")
        return Tie(draft.key, draft.type, draft.a, draft.b, a, b, "", body, said, said)


def write_ends(store: Store, ends: Iterable[End]) -> None:
    """Write when ties end, or that they go on."""
    for chunk in chunks(ends, BATCH):
        rows: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
        for one in chunk:
            said = one.tie.said if one.by else None
            row: dict[str, object] = {"key": one.tie.key, "ref": one.tie.a, "end": one.end, "said": said, "by": one.by}
            rows[f"fact_end:{one.tie.type}"].append(row)
        ledger.commit(store, [(query, {"rows": some}) for query, some in sorted(rows.items())])
