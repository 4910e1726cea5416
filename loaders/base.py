"""What every loader speaks: rows in, mentions and facts out. Nothing here knows Neo4j, files on disk, or identity.

A loader is a ``Source``: a declaration (what it reads, which header it is recognised by, which columns it leaves
alone) and one short generator that turns one ``Row`` into mentions and facts. ``row.take("col")`` must be there and
filled, ``row.maybe("col")`` may be empty, and a column that nobody took is reported unless it is in ``ignore``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast, get_args

from lpgraph.errors import Asked, Need
from lpgraph.ids import digest, seen
from lpgraph.model import Label, Props

SILENT = "silent"  # of a row that says nothing of an event: nobody registered and nobody came by it


@dataclass(frozen=True, slots=True)
class Issue:
    """Something said about a row or a file: ``refused`` rows are not loaded, ``flagged`` ones are, with a warning."""

    file: str
    row: int | None
    line: int | None
    column: str | None
    reason: str
    refused: bool
    text: str = ""  # the row as the file has it, for the quarantine file
    kind: str = ""  # ``SILENT``, or what it asks for (``Need.what``); empty for a remark like others

    @property
    def need(self) -> Need | None:
        """What somebody has to say about it."""
        return Need(cast(Asked, self.kind)) if self.kind in get_args(Asked) else None

    @property
    def told(self) -> str:
        """The reason as a terminal says it: with the option that helps."""
        return f"{self.reason}. {self.need.option}" if self.need else self.reason


class RowRefused(Exception):
    """Raised inside a loader for a row that cannot be loaded; the reason names the column and what to do."""

    def __init__(self, reason: str, column: str | None = None, need: Asked | None = None) -> None:
        self.reason, self.column, self.need = reason, column, need
        super().__init__(reason)


@lru_cache(maxsize=8192)
def fold_column(text: str) -> str:
    """What two spellings of one column share: case, outer space, and runs of space, newline or ``_`` taken away.

    >>> fold_column("  First_Name ")
    'first name'
    """
    return " ".join(seen(text).replace("_", " ").split()).casefold()


_PUNCTUATION = re.compile(r"[^\w#()/%$&@]|_")
_SAME = {"emailaddress": "email", "phonenumber": "phone", "organisation": "organization", "zipcode": "zip"}


@lru_cache(maxsize=8192)
def bare_column(text: str) -> str:
    """What is left of a column's name without punctuation and spaces; a few names are one.

    >>> bare_column("E-Mail:"), bare_column("EMAIL ADDRESS"), bare_column("First.Name *")
    ('email', 'email', 'firstname')
    """
    bare = _PUNCTUATION.sub("", fold_column(text))
    return _SAME.get(bare, bare)


def names_of(header: Iterable[str]) -> dict[str, str]:
    """Folded name → the file's own spelling; and, behind a mark, the name without punctuation where that is free."""
    names = {fold_column(c): c for c in header}
    for column in header:
        names.setdefault(f"\0{bare_column(column)}", column)
    return names


class RowSkipped(RowRefused):
    """Raised inside a loader for a row that is no record at all (a template's line of help): not counted, not lost."""


class Row:
    """One record of a file: a mapping from column to text (or, in JSON and YAML, to nested values).

    ``data`` keeps the file's own column names; every look-up finds a column whatever its case and spacing
    (``fold_column``). ``where`` reads as a person would say it (``attendees.csv row 7``); ``number`` counts data
    records from 1, ``line`` is the physical line (sheet row in a workbook; 0 when the format has none).
    ``refusal`` is set when reading already refuses the row (too many values, a repeated header): every look-up then
    raises it, so that no loader can load such a row.
    """

    __slots__ = ("_names", "_taken", "data", "file", "flags", "line", "number", "refusal", "text")

    def __init__(
        self,
        data: Mapping[str, Any],
        file: str,
        number: int,
        line: int,
        text: str = "",
        *,
        refusal: RowRefused | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        self.data, self.file, self.number, self.line, self.text = data, file, number, line, text
        self.refusal = refusal
        self.flags: list[Issue] = []
        self._names = names  # folded → as in the file; shared by the rows of a table
        self._taken: set[str] = set()

    @property
    def where(self) -> str:
        """The place to look: file and row."""
        return f"{self.file} row {self.number}"

    def node(self, column: str) -> Any:
        """The nested value of a JSON or YAML key (``None`` when absent)."""
        if self.refusal is not None:
            raise self.refusal
        name = column
        if column not in self.data:
            if self._names is None:
                self._names = names_of(self.data)
            found = self._names.get(fold_column(column))
            name = found or self._names.get(f"\0{bare_column(column)}", column)
        self._taken.add(name)
        return self.data.get(name)

    def maybe(self, column: str) -> str:
        """The trimmed text of a column that may be empty or absent: then ``""``."""
        if column in self.data and self.refusal is None:  # the usual case: asked for as the file spells it
            self._taken.add(column)
            value = self.data[column]
        else:
            value = self.node(column)
        if isinstance(value, str):
            text = value.strip()
            return text if text.isascii() or seen(text).strip() else ""
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, (dict, list)):
            raise RowRefused(f"{column} holds a list where one value is expected", column)
        return str(value).strip()

    def take(self, column: str) -> str:
        """The trimmed text of a column that must be filled. Raises ``RowRefused`` naming it when it is not."""
        value = self.maybe(column)
        if not value:
            raise RowRefused(f"no {column}", column)
        return value

    def flag(self, reason: str, column: str | None = None) -> None:
        """Say something about this row without refusing it."""
        self.flags.append(Issue(self.file, self.number, self.line, column, reason, False, self.text))

    def untaken(self) -> set[str]:
        """Columns with a value that the loader never asked for."""
        if len(self._taken) >= len(self.data) and self._taken >= self.data.keys():
            return set()
        return {c for c, v in self.data.items() if c not in self._taken and v not in (None, "", [], {})}


@lru_cache(maxsize=100_000)
def _ref_of(label: Label, namespace: str, ident: tuple[str, ...]) -> str:
    """The same people come up in row after row: hashed once, and one text in memory for all of them."""
    return digest((label, namespace, *ident))


@dataclass(slots=True)
class Mention:
    """One entity as one row wrote it.

    ``ident`` tells it apart inside its ``namespace`` (raw values: a provider's id, else e-mail and name, …): all
    mentions of one ident are one entity, always. ``ids`` hold across sources (``"ein:010158946"``,
    ``"ocd-person:…"``, ``"olms:12345"``) and join outright. ``emails`` and ``phones`` join only with a compatible
    name. For labels that identity does not decide about, ``ident`` alone is the entity (``Area``: its OCD division
    id). ``rank`` says how far its spelling is trusted: 3 official roster or registry, 2 a curated list, 1 attendance
    and sign-ups, 0 a bare reference that carries no news.
    """

    label: Label
    namespace: str
    ident: tuple[str, ...]
    props: Props = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    rank: int = 1
    context: Props = field(
        default_factory=dict
    )  # of a person: what the same row's facts say; set by ``lpgraph.ingest``
    _ref: str = field(default="", init=False, repr=False, compare=False)
    _key: str = field(default="", init=False, repr=False, compare=False)

    @property
    def ref(self) -> str:
        """The hash of label, namespace and ident: what facts name their ends by (16 characters)."""
        if not self._ref:
            self._ref = _ref_of(self.label, self.namespace, self.ident)
        return self._ref

    @property
    def key(self) -> str:
        """The hash of ``ref`` and all that the row wrote: the same words again are the same mention (20 characters).

        Computed once: change nothing of a mention after it was yielded.
        """
        if not self._key:
            props = [f"{k}={v!r}" for k, v in sorted(self.props.items())]
            rest = ("", *sorted(self.ids), "", *self.emails, "", *self.phones, str(self.rank))
            if self.context:
                rest += ("", *(f"{k}={v!r}" for k, v in sorted(self.context.items())))
            self._key = digest((self.ref, *props, *rest), 20)
        return self._key


@dataclass(slots=True)
class Fact:
    """One relationship as one row asserted it, from mention ``a`` to mention ``b``.

    ``record`` names the provider's own record (an attendee number, an office record id): a newer version of the same
    record replaces all that the older one said. Left empty, it is the row's content, which nothing replaces.
    """

    type: str
    a: Mention
    b: Mention
    props: Props = field(default_factory=dict)
    record: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Says that this row *is* a version of the provider's record even when it asserts no fact any more.

    ``said``: the row's own word for it where that is so of a row about an event (“Refunded”): it is counted and named.
    """

    namespace: str
    record: tuple[str, ...]
    said: str = ""


Draft = Mention | Fact | Record


@dataclass(frozen=True, slots=True)
class Context:
    """What a loader may know beyond its row. ``event`` is what the user said by ``--event`` (empty when unsaid);
    ``known`` the event that the graph has for it."""

    as_of: str  # ISO date-time of the file
    event: str = ""
    preamble: Mapping[str, str] = field(default_factory=dict)  # label → value lines above the header
    known: Mention | None = None


Reader = Callable[[Row, Context], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Source:
    """A format that lpgraph recognises by its header, and how one row of it becomes mentions and facts.

    ``header``: columns that must all be there (matched after trimming and case folding). ``expect``: the fewest and
    most records that a whole file of this kind plausibly has. ``one_file_each``: one record a file (OpenStates YAML),
    so that the files of a folder are one load.
    """

    name: str  # "eventbrite-attendees"
    publisher: str  # "Eventbrite"
    gives: str  # "who registered, and who checked in"
    header: tuple[str, ...]
    read: Reader
    media: tuple[str, ...] = ("csv", "tsv", "xlsx")
    ignore: frozenset[str] = frozenset()
    expect: tuple[int, int] = (1, 5_000_000)
    one_file_each: bool = False
    needs_event: bool = False
    refuse_unless: Callable[[frozenset[str]], bool] | None = None  # a finer look at the header
    looks: Callable[[Row], bool] | None = None  # a look at a record, where the header alone says too little
    sum_props: frozenset[str] = frozenset()  # summed over rows that assert the same record, type and ends (a rejoin)
    fits: Callable[[frozenset[str]], bool] | None = None  # a plain sheet's header: taken when no other source fits
    version: str = ""  # what else sets two readings of the same bytes apart (a mapping's digest)
    prepare: Callable[[Iterator[Row]], Iterator[Row]] | None = None  # looks across rows (a blank cell means “as above”)
