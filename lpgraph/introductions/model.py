"""What a suggestion is: who, why with facts, and who can introduce."""

from __future__ import annotations

from dataclasses import dataclass

from lpgraph.model import FileRow


@dataclass(frozen=True, slots=True, order=True)
class FactRef:
    """One fact as one source row says it. ``ids`` are its two ends (one for what a row says of somebody)."""

    type: str
    ids: tuple[str, ...]
    source: str  # the file's name
    row: int | None

    @property
    def said(self) -> FileRow:
        """The row that says so."""
        return FileRow(self.source, self.row)


@dataclass(frozen=True, slots=True)
class Reason:
    """One plain sentence, its kind, how much of the score it carries (0 to 1), and the facts that it rests on."""

    kind: str
    text: str
    share: float
    facts: tuple[FactRef, ...]


@dataclass(frozen=True, slots=True)
class Broker:
    """Somebody who is acquainted with both sides, and how many open asks they have."""

    id: str
    name: str
    load: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody to meet. ``path`` is the way from the one asking to them, as ids."""

    rank: int
    id: str
    name: str
    kind: str
    where: str
    score: float
    reasons: tuple[Reason, ...]
    broker: Broker | None
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """A rule that comes before any score: whether it stops the pair, and why."""

    name: str
    stops: bool
    text: str
    facts: tuple[FactRef, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Each gate and each kind of evidence of one pair."""

    gates: tuple[Gate, ...]
    terms: tuple[Reason, ...]

    @property
    def stopped(self) -> bool:
        """Whether any gate stops the pair."""
        return any(gate.stops for gate in self.gates)


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted: kinds (``model.Kind``; none means everybody but government bodies), how many, and filters.

    ``campaign``: only who works on it. ``policy``: only whom it speaks for, taken to be explored. ``city``: only of a
    place with this name. ``other_cities``: only who is known to be elsewhere. ``show_met``: also people
    whom one has met. ``as_of``: an ISO date; later events are left out.
    """

    kinds: tuple[str, ...] = ()
    top: int = 10
    campaign: str | None = None
    policy: str | None = None
    city: str | None = None
    other_cities: bool = False
    as_of: str | None = None
    show_met: bool = False
