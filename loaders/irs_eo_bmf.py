"""IRS Exempt Organizations Business Master File: ``eo_<state>.csv``.

EINs are text with their zeros. A subordinate's real name is NAME + SORT_NAME ("Amalgamated Transit Union – 717
Local"). What an organization is comes from its NTEE code and from its name: subsection 05 alone is no union (it holds
alpaca breeders too). Streets, ZIPs and the person in ICO are not stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import areas, entities, unions
from loaders.base import Context, Draft, Fact, Row, RowRefused, Source
from loaders.shouting import calm

_COMMUNITY = {"03", "04", "08", "10", "19"}
_PARENT = "6"  # the central organization of a group: it is the international itself
_SUBORDINATE = {"7", "8", "9"}


def classification(ntee: str, subsection: str, name: str, subordinate: bool) -> str:
    """What kind of organization this is, as far as code and name say; ``""`` when they do not."""
    if subsection == "05" and unions.parse_union(name):
        return "union"
    common = ntee[1:3]
    if re.match(r"T[2357]", ntee) or common in ("11", "12"):
        return "funder"
    if ntee[:1] == "R" or common == "01":
        return "advocacy"
    if ntee[:1] in ("U", "V") or common == "05" or re.match(r"H[2-9]", ntee):
        return "research"
    if subordinate and subsection in _COMMUNITY:
        return "chapter"
    return "community" if subsection in _COMMUNITY else ""


def _ein(row: Row) -> str:
    text = row.take("EIN").replace("-", "")
    if not text.isdigit() or len(text) > 9:
        raise RowRefused("an EIN has nine digits", "EIN")
    if len(text) < 9:
        row.flag("the EIN had lost its leading zeros; they were put back", "EIN")
    return text.zfill(9)


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    ein = _ein(row)
    name, sort_name = row.take("NAME"), row.maybe("SORT_NAME")
    subordinate = bool(sort_name) and row.maybe("AFFILIATION") in _SUBORDINATE
    whole = f"{name} {sort_name}" if subordinate else name
    subsection, ntee = row.maybe("SUBSECTION").zfill(2), row.maybe("NTEE_CD").upper()
    kind = classification(ntee, subsection, whole, subordinate)
    said = unions.parse_union(whole) if kind == "union" else None
    city, state = calm(row.maybe("CITY")), row.maybe("STATE").upper()
    who = entities.organization(
        "irs",
        ("ein", ein),
        f"{calm(name)} – {calm(sort_name)}" if subordinate else calm(name),
        ids=(f"ein:{ein}",),
        rank=3,
        classification=kind,
        ein=ein,
        ntee=ntee,
        irsSubsection=subsection,
        city=city,
        state=state,
        affiliate=said.affiliate if said else "",
        designation=said.designation if said else "",
        localNumber=said.local if said else "",
        unionLevel=said.level if said and said.designation else "",
    )
    yield who
    record = ("ein", ein)
    here = areas.area(city, state) if city else None
    if here:
        yield Fact("ACTIVE_IN", who, here, record=record)
        yield from areas.within(here)
    if said and said.affiliate and (said.rest or row.maybe("AFFILIATION") != _PARENT):
        yield Fact("AFFILIATED_WITH", who, unions.national(said.affiliate), record=record)


SOURCE = Source(
    name="irs-eo-bmf",
    publisher="IRS",
    gives="tax-exempt organizations: name, place, NTEE code",
    header=("EIN", "NAME", "CITY", "STATE", "SUBSECTION", "NTEE_CD"),
    read=_read,
    ignore=frozenset({
        "ICO", "STREET", "ZIP", "GROUP", "CLASSIFICATION", "RULING", "DEDUCTIBILITY", "FOUNDATION", "ACTIVITY",
        "ORGANIZATION", "STATUS", "TAX_PERIOD", "ASSET_CD", "INCOME_CD", "FILING_REQ_CD", "PF_FILING_REQ_CD",
        "ACCT_PD", "ASSET_AMT", "INCOME_AMT", "REVENUE_AMT", "AFFILIATION",
    }),
)  # fmt: skip
