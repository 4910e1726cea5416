"""An id of one's own sheet that stands for somebody else already: two colleagues both number their people from p-1.

All templates share their ids, so that one file may point at what another describes. The price: a second sheet with
numbers of its own would make two people one, whatever their names and addresses say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.base import Issue, Mention
from loaders.templates.refs import id_like
from lpgraph.errors import FileRefused, Need
from lpgraph.identity.people_compare import ELSE, OTHER, family_level, given_level
from lpgraph.identity.people_read import Person
from lpgraph.identity.people_read import read as read_person
from lpgraph.ids import fold
from lpgraph.ingest.cards import POINTERS, card
from lpgraph.ingest.derive import CORRECTION, Known
from lpgraph.ingest.plan import Plan
from lpgraph.ingest.sheet import MentionDraft
from lpgraph.model import PARTIES, Label


@dataclass(frozen=True, slots=True)
class Reused:
    """A row whose id stands for ``known`` already; ``sure``: their addresses differ as well as their names."""

    draft: MentionDraft
    known: Mention
    sure: bool

    @property
    def text(self) -> str:
        """What to say of it."""
        return (
            f"the id {self.draft.mention.ident[0]} stands for {_name(self.known)} already, and here for "
            f"{_name(self.draft.mention)}: one of them needs another id"
        )


def look(made: Plan, *, yes: bool) -> None:
    """Say which ids are used a second time. Raises ``FileRefused`` where name and addresses leave no doubt that they
    are two, unless ``yes`` says that they are one."""
    found = list(_reused(made))
    sure = [one for one in found if one.sure]
    if sure and not yes:
        more = f" (and {len(sure) - 1:,} more rows)" if len(sure) > 1 else ""
        row = f"row {sure[0].draft.row}"
        raise FileRefused(sure[0].draft.file, f"{row}: {sure[0].text}{more}", need=Need("one person"))
    for one in found:
        text = f"{one.text}, or they are one from now on"
        made.sheet.issues.append(Issue(one.draft.file, one.draft.row, None, None, text, False))


def _reused(made: Plan) -> Iterator[Reused]:
    """Each new row of the file that describes nobody whom its id stood for; the first of a row's own kind wins."""
    fresh = [
        (key, draft)
        for key, draft in made.sheet.mentions.items()
        if key in made.first_mentions and _own_id(draft.mention)
    ]
    if not fresh:  # most files have no such ids
        return
    by_ref: defaultdict[str, list[Known]] = defaultdict(list)
    for known in made.resolution.known.values():
        if _own_id(known.mention):
            by_ref[known.mention.ref].append(known)
    for key, draft in sorted(fresh, key=lambda item: (item[1].file, item[1].row)):
        mine = made.resolution.known[key]
        others = [k for k in by_ref[draft.mention.ref] if k.key != key]
        if others and all(_strangers(mine, other) for other in others):
            yield Reused(draft, others[0].mention, all(_addressed(mine, other) for other in others))


def _own_id(mention: Mention) -> bool:
    """Whether a row describes somebody by an id of the sheet's own; a cell that points there has rank 0."""
    own = mention.namespace == POINTERS and len(mention.ident) == 1 and not mention.ids
    return own and 0 < mention.rank < CORRECTION and mention.label in PARTIES and id_like(mention.ident[0])


def _strangers(a: Known, b: Known) -> bool:
    """Whether two descriptions have nothing in common: neither a name nor an address."""
    if a.mention.label is Label.ORGANIZATION:
        return set(fold(_name(a.mention)).split()).isdisjoint(fold(_name(b.mention)).split())
    one, two = _person(a), _person(b)
    named = one.name.given and two.name.given and one.name.family and two.name.family
    apart = given_level(one.name, two.name) == OTHER and family_level(one.name, two.name) == ELSE
    return bool(named and apart) and one.emails.isdisjoint(two.emails) and one.phones.isdisjoint(two.phones)


def _addressed(a: Known, b: Known) -> bool:
    """Whether both have an address of one kind; of strangers these differ."""
    if a.mention.label is Label.ORGANIZATION:
        return False
    one, two = _person(a), _person(b)
    return bool((one.emails and two.emails) or (one.phones and two.phones))


def _person(known: Known) -> Person:
    return read_person(card(known).person())


def _name(mention: Mention) -> str:
    return str(mention.props.get("name") or mention.ident[-1])
