"""Words that say of which part of one house a name is, where, or that stand for several words."""

from __future__ import annotations

# Words of another part of one house: a union and its fund, a party and its club, a charity and its action fund.
OTHER_PART = frozenset([
    "foundation", "fund", "pac", "action", "trust", "political", "auxiliary", "friends", "alumni", "endowment",
    "holding", "holdings", "properties", "property", "realty", "retirees", "credit", "insurance", "benefit", "benefits",
    "pension", "welfare", "scholarship", "youth", "women", "junior", "committee", "campaign", "charities", "ministries",
    "supporters", "boosters", "apprenticeship", "training",
])  # fmt: skip
LAW = frozenset(["c", "c3", "c4", "c5", "c6", "501", "501c", "501c3", "501c4", "501c5", "501c6", "votes", "voter"])
# Nations and parts of the world: a house's own body there.
COUNTRIES = frozenset([
    "africa", "america", "asia", "australia", "canada", "china", "england", "europe", "india", "ireland", "japan",
    "mexico", "scotland", "wales",
])  # fmt: skip
# Shortenings of several words: read as the one that the other name has, never spelt out by themselves.
EITHER: dict[str, tuple[str, ...]] = {
    "comm": ("community", "committee", "commission", "commerce", "communications"), "cty": ("county", "city"),
    "com": ("community", "committee", "commission", "commerce"), "gov": ("government", "governors"),
    "dem": ("democratic", "democrats"), "rep": ("republican",), "res": ("research", "residential"),
    "ind": ("independent", "industrial", "indiana"), "cons": ("conservation",), "pres": ("preservation",),
    "prof": ("professional",), "mem": ("memorial",), "wash": ("washington",), "mass": ("massachusetts",),
    "vet": ("veterans", "veterinary"), "rec": ("recreation",), "reg": ("regional",), "sci": ("science",),
    "dev": ("developmental",), "cen": ("center", "central"), "ch": ("church", "chapter"), "hts": ("heights",),
    "adv": ("advocacy", "advancement"), "eng": ("engineering", "engineers"), "emp": ("employees",),
}  # fmt: skip
