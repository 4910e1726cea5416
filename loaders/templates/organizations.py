"""Templates about organizations and unions."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import areas, entities, unions
from loaders.base import Context, Draft, Fact, Mention, Row
from loaders.templates import refs
from loaders.templates.refs import NAMESPACE
from loaders.templates.template import Template
from lpgraph.model import Classification, Label

_KINDS = {kind.value for kind in Classification}


def _ident(row: Row, column: str, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ident of an organization's row and the ids that hold across sources."""
    own = row.maybe(column)
    ident, ids = refs.known_by(own or name)
    if row.maybe("ein"):
        ids += (entities.prefixed(f"ein:{row.maybe('ein')}"),)
    if row.maybe("olms_file_number"):
        ids += (entities.prefixed(f"olms:{row.maybe('olms_file_number')}"),)
    if row.maybe("provider_id"):
        ids += (entities.prefixed(row.maybe("provider_id")),)
    return ident, tuple(dict.fromkeys(i for i in ids if i))


def _places(row: Row, who: Mention) -> Iterator[Draft]:
    """Where the organization is active, what it belongs to, and what it cares about."""
    record = ("organization", *who.ident)
    here = areas.area(row.maybe("city"), row.maybe("state"))
    if here:
        yield Fact("ACTIVE_IN", who, here, record=record)
        yield from areas.within(here)
    elif row.maybe("city") or row.maybe("state"):
        row.flag("no such state: the place was kept as text only", "state")
    if row.maybe("parent"):
        yield Fact("AFFILIATED_WITH", who, refs.ref(Label.ORGANIZATION, row.maybe("parent")), record=record)
    for issue in refs.several(row.maybe("issues")):
        yield Fact("INTERESTED_IN", who, refs.ref(Label.ISSUE, issue), record=record)


def _read_organization(row: Row, _context: Context) -> Iterator[Draft]:
    name = row.take("name")
    kind = row.maybe("classification").casefold()
    if kind and kind not in _KINDS:
        row.flag(f"classification must be one of: {', '.join(sorted(_KINDS))}; it was left out", "classification")
        kind = ""
    ident, ids = _ident(row, "organization_id", name)
    who = entities.organization(
        NAMESPACE, ident, name, ids=ids, rank=2, acronym=row.maybe("acronym"), classification=kind or "community",
        city=row.maybe("city"), state=row.maybe("state"), website=row.maybe("website"), ntee=row.maybe("ntee"),
        ein=next((i.removeprefix("ein:") for i in ids if i.startswith("ein:")), ""),
        doNotContact=refs.yes(row, "do_not_contact"), doNotIntroduce=refs.yes(row, "do_not_introduce"),
    )  # fmt: skip
    yield who
    yield from _places(row, who)


def _read_union(row: Row, _context: Context) -> Iterator[Draft]:
    acronym = unions.affiliate(row.maybe("affiliate")) or row.maybe("affiliate")
    designation = row.maybe("designation").casefold() or ("local" if row.maybe("local_number") else "")
    said = unions.UnionName(acronym, designation, row.maybe("local_number").upper())
    name = row.maybe("name") or said.text or row.take("name")
    ident, ids = _ident(row, "union_id", name)
    who = entities.organization(
        NAMESPACE, ident, name, ids=ids, rank=2, classification="union", affiliate=acronym,
        designation=designation, localNumber=said.local, unionLevel=row.maybe("level").casefold() or said.level,
        members=refs.number(row, "members", 0, 10_000_000), city=row.maybe("city"), state=row.maybe("state"),
        website=row.maybe("website"),
        lmFileNumber=next((i.removeprefix("olms:") for i in ids if i.startswith("olms:")), ""),
    )  # fmt: skip
    yield who
    yield from _places(row, who)
    if acronym and said.level != "national" and not row.maybe("parent"):
        yield Fact("AFFILIATED_WITH", who, unions.national(acronym), record=("organization", *who.ident))


ORGANIZATIONS = Template(
    name="organizations",
    gives="organizations: what they are, where they work, what they belong to",
    columns=(
        ("organization_id", "any short id of your own (o-3); needed when other files point at it by id"),
        ("name", "full name"),
        ("acronym", "short name"),
        ("classification", ", ".join(sorted(_KINDS))),
        ("parent", "id or name of the organization it belongs to"),
        ("city", "where it works"),
        ("state", "two letters or the full name"),
        ("website", "public page"),
        ("issues", "what it cares about, separated by ;"),
        ("ein", "nine digits, with their zeros"),
        ("ntee", "code of the National Taxonomy of Exempt Entities"),
        ("do_not_contact", "yes if it must not be written to"),
        ("do_not_introduce", "yes if it must never be introduced"),
        ("provider_id", "an id that holds elsewhere: ein:…, olms:…, ocd-jurisdiction/…"),
    ),
    examples=(
        ("example-o-1", "Tenants of Example Park", "TEP", "community", "", "Denver", "CO", "https://example.org",
         "housing", "", "", "", "", ""),
        ("example-o-2", "Example City Council", "", "government body", "", "Denver", "CO", "", "", "", "", "", "", ""),
    ),
    header=("organization_id", "name", "classification"),
    read=_read_organization,
)  # fmt: skip
UNIONS = Template(
    name="unions",
    gives="unions: international, designation and local number with its letter",
    columns=(
        ("union_id", "any short id of your own (u-9)"),
        ("name", "full name; may be empty when affiliate and local number are there"),
        ("affiliate", "acronym or name of the international: SEIU, Teamsters"),
        ("designation", "local, district council, chapter …"),
        ("local_number", "as text, with its letter: 32BJ"),
        ("level", "local, intermediate or national"),
        ("parent", "id or name of the council or body above; empty for the international"),
        ("city", "where it is"),
        ("state", "two letters or the full name"),
        ("members", "a number"),
        ("website", "public page"),
        ("issues", "what it cares about, separated by ;"),
        ("olms_file_number", "from its LM report"),
        ("ein", "nine digits, with their zeros"),
    ),
    examples=(
        ("example-u-1", "Example Cleaners United", "SEIU", "local", "999X", "local", "", "Denver", "CO", "1200", "",
         "paid leave", "", ""),
        ("example-u-2", "", "IBT", "joint council", "998", "intermediate", "", "Brooklyn", "NY", "", "", "", "", ""),
    ),
    header=("union_id", "affiliate", "local_number"),
    read=_read_union,
)  # fmt: skip
