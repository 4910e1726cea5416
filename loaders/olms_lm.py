"""OLMS union reports (the yearly ``lm_data``, or its lower-case mirror): unions by file number.

"SEIU 1199" is several file numbers: the file number alone says which union this is. Members are of this body only and
do not add up over a hierarchy. Officers' names and pay are in other files and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import areas, entities, unions
from loaders.base import Context, Draft, Fact, Row, RowRefused, Source
from loaders.shouting import calm

_DESIGNATIONS = {
    "LU": "local", "LOCAL": "local", "LG": "lodge", "LLG": "lodge", "BR": "branch", "CH": "chapter",
    "DC": "district council", "DIST": "district", "D": "district", "DLG": "district lodge", "JC": "joint council",
    "JB": "joint board",
    "C": "council", "COUNCIL": "council", "SC": "state council", "SA": "state association", "REG": "region",
    "CONF": "conference", "NHQ": "national", "NATIONAL": "national", "SLG": "state lodge", "UNIT": "unit",
}  # fmt: skip
_INTERMEDIATE = {
    "district council", "district", "district lodge", "joint council", "joint board", "council", "state council",
    "state association", "region", "conference", "state lodge",
}  # fmt: skip


def _members(row: Row) -> int | None:
    text = row.maybe("members").replace(",", "")
    if text and not re.fullmatch(r"\d+(\.0*)?", text):
        row.flag("members is not a number; it was left out", "members")
        return None
    return int(float(text)) if text else None


def _read(row: Row, _context: Context) -> Iterator[Draft]:
    number = row.take("f_num").lstrip("0").removesuffix(".0")
    if not number.isdigit():
        raise RowRefused("f_num is not a file number", "f_num")
    written = row.maybe("aff_abbr").upper()
    acronym = unions.affiliate(written) or ("" if written in ("UNAFF", "UNAFFILIATED") else written)
    code = row.maybe("desig_name").upper()
    designation = _DESIGNATIONS.get(code, calm(code).lower())
    local = f"{row.maybe('desig_pre')}{row.maybe('desig_num').removesuffix('.0')}{row.maybe('desig_suf')}"
    local = re.sub(r"^0+(?=\d)", "", local.replace(" ", "").upper())
    local = "" if local == "0" else local
    designation = designation if local or designation != "local" else ""
    national = designation == "national"
    level = "national" if national else "intermediate" if designation in _INTERMEDIATE else "local"
    said = " ".join(part for part in ("" if national else designation.title(), local) if part)
    unit = row.maybe("unit_name")
    called = f"{calm(row.take('union_name'))} {said}".strip() + (f" – {calm(unit)}" if unit else "")
    city, state = calm(row.maybe("city")), row.maybe("state").upper()
    namespace, ident = (unions.NAMESPACE, ("union", acronym)) if national and acronym else ("olms", ("file", number))
    who = entities.organization(
        namespace,
        ident,
        called,
        ids=(f"olms:{number}",),
        rank=3,
        acronym=acronym if national else "",
        classification="union",
        lmFileNumber=number,
        affiliate=acronym,
        designation="" if national else designation,
        localNumber=local,
        unionLevel=level,
        members=_members(row),
        city=city,
        state=state,
    )
    yield who
    record = ("file", number)
    here = areas.area(city, state) if city else None
    if here:
        yield Fact("ACTIVE_IN", who, here, record=record)
        yield from areas.within(here)
    if acronym and not national:
        yield Fact("AFFILIATED_WITH", who, unions.national(acronym), record=record)


_MONEY = ["ttl_receipts", "ttl_disbursements", "ttl_assets", "ttl_liabilities"]
SOURCE = Source(
    name="olms-lm",
    publisher="OLMS",
    gives="unions that file LM reports: file number, affiliate, local number, members",
    header=("f_num", "union_name", "aff_abbr", "desig_name", "desig_num", "city", "state"),
    read=_read,
    ignore=frozenset({
        "yr_covered", "rpt_id", "fye", "zip", "street_adr", "building_num", "building", "est_date", "form_type",
        "amended", "amendment", "pd_covered_from", "pd_covered_to", "receive_date", "register_date", "hardship",
        "terminate", "termdate", "next_election", "bond_amt", "subsidiary", "address_id", "aff_abbr_id", *_MONEY,
    }),
)  # fmt: skip
