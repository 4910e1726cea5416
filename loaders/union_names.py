"""The internationals: acronym, name, and what else they are or were called."""

from __future__ import annotations

from lpgraph.ids import fold

# acronym: (name, other strong names …). Former names stand with the union that carries the same locals on.
_TABLE: dict[str, tuple[str, ...]] = {
    "AAUP": ("American Association of University Professors",),
    "AFA": ("Association of Flight Attendants", "afa cwa"),
    "AFGE": ("American Federation of Government Employees",),
    "AFL-CIO": (
        "American Federation of Labor and Congress of Industrial Organizations",
        "american federation of labor and congress of industrial orgs",
        "american federation of labor and congress of industrial organizaton",
    ),
    "AFM": ("American Federation of Musicians",),
    "AFSCME": (
        "American Federation of State, County and Municipal Employees",
        "american federation of state county municipal employees",
    ),
    "AFSA": ("American Federation of School Administrators",),
    "AFT": ("American Federation of Teachers", "american federations of teachers"),
    "ALPA": ("Air Line Pilots Association",),
    "ANA": ("American Nurses Association",),
    "APWU": ("American Postal Workers Union",),
    "ATU": ("Amalgamated Transit Union",),
    "BAC": ("International Union of Bricklayers and Allied Craftworkers", "bricklayers and allied craftworkers"),
    "BBF": ("International Brotherhood of Boilermakers", "ibb", "boilermakers"),
    "BCTGM": ("Bakery, Confectionery, Tobacco Workers and Grain Millers", "bctw"),
    "BLET": ("Brotherhood of Locomotive Engineers and Trainmen", "ble", "brotherhood of locomotive engineers"),
    "BMWED": ("Brotherhood of Maintenance of Way Employes", "brotherhood of maintenance of way employees"),
    "CNA": ("California Nurses Association",),
    "CWA": ("Communications Workers of America", "communication workers of america"),
    "FOP": ("Fraternal Order of Police",),
    "GCC": ("Graphic Communications Conference", "gciu", "graphic communications international union"),
    "GMP": ("Glass, Molders, Pottery, Plastics and Allied Workers",),
    "HFIA": ("International Association of Heat and Frost Insulators", "heat and frost insulators"),
    "IAFF": ("International Association of Fire Fighters", "international association of firefighters"),
    "IAM": (
        "International Association of Machinists and Aerospace Workers", "iamaw", "association of machinists",
        "association of machinists and aerospace workers", "machinists and aerospace workers",
    ),
    "IATSE": (
        "International Alliance of Theatrical Stage Employees", "international alliance theatrical stage employees",
        "international alliance of theatrical stage employees and moving picture", "theatrical stage employees",
        "international alliance theatrical stage employees and moving picture",
    ),
    "IBEW": (
        "International Brotherhood of Electrical Workers", "brotherhood of electrical workers",
        "international brotherhood of electrial workers",
    ),
    "IBPO": ("International Brotherhood of Police Officers",),
    "IBT": (
        "International Brotherhood of Teamsters", "international brotherhood of teamsters tcwh", "teamsters",
        "international brotherhood of teamsters chauffeurs warehousemen and helpers of america",
    ),
    "IFPTE": ("International Federation of Professional and Technical Engineers",),
    "ILA": ("International Longshoremen's Association", "international longshoremens association"),
    "ILWU": (
        "International Longshore and Warehouse Union", "international longshoremen s and warehousemen s union",
    ),
    "IRON": (
        "International Association of Bridge, Structural, Ornamental and Reinforcing Iron Workers", "bsoiw",
        "ironworkers", "iron workers",
    ),
    "IUE": ("IUE-CWA", "international union of electronic workers", "iue cwa"),
    "IUOE": (
        "International Union of Operating Engineers", "international of operating engineers", "operating engineers",
    ),
    "IUPAT": ("International Union of Painters and Allied Trades", "painters and allied trades"),
    "IWW": ("Industrial Workers of the World",),
    "LIUNA": (
        "Laborers' International Union of North America", "laborers international union of north america",
        "laborers international union",
    ),
    "MEBA": ("Marine Engineers' Beneficial Association", "national marine engineers beneficial association"),
    "NALC": ("National Association of Letter Carriers",),
    "NAPFE": ("National Alliance of Postal and Federal Employees",),
    "NATCA": ("National Air Traffic Controllers Association",),
    "NEA": ("National Education Association", "national education assoc"),
    "NABET": ("NABET-CWA", "national association of broadcast employees and technicians", "nabet cwa"),
    "NFFE": ("National Federation of Federal Employees",),
    "NNU": ("National Nurses United",),
    "NTEU": ("National Treasury Employees Union", "national treasury employee union"),
    "NUHHCE": ("National Union of Hospital and Health Care Employees",),
    "NUHW": ("National Union of Healthcare Workers",),
    "NYSNA": ("New York State Nurses Association",),
    "OCAW": ("Oil, Chemical and Atomic Workers",),
    "OPCMIA": ("Operative Plasterers' and Cement Masons' International Association", "opcm"),
    "OPEIU": ("Office and Professional Employees International Union",),
    "PACE": ("Paper, Allied-Industrial, Chemical and Energy Workers",),
    "RWDSU": ("Retail, Wholesale and Department Store Union",),
    "SAG-AFTRA": ("SAG-AFTRA", "screen actors guild", "sag aftra"),
    "SEIU": ("Service Employees International Union", "service employees intl union", "seiu healthcare"),
    "SMART": (
        "International Association of Sheet Metal, Air, Rail and Transportation Workers", "smw", "smwia", "smwiu",
        "international association of sheet metal air rail and transportation",
        "sheet metal workers international association", "sheet metal workers",
    ),
    "SPFPA": ("International Union, Security, Police and Fire Professionals of America",),
    "TCU": ("Transportation Communications Union", "transportation communications international union"),
    "TWU": ("Transport Workers Union of America", "transport workers union"),
    "UA": (
        "United Association of Journeymen and Apprentices of the Plumbing and Pipe Fitting Industry", "ppf",
        "united association of journeymen and apprentices of the plumbing and pipe", "ua plumbers and pipe fitters",
        "plumbers and pipefitters", "plumbers and pipe fitters",
    ),
    "UAW": ("United Automobile Workers", "united auto workers", "international union uaw"),
    "UBC": (
        "United Brotherhood of Carpenters and Joiners of America", "cja", "united brotherhood of carpenters",
        "regional council of carpenters",
    ),
    "UE": ("United Electrical, Radio and Machine Workers of America",),
    "UFCW": ("United Food and Commercial Workers", "united food and commercial workers international union"),
    "UFT": ("United Federation of Teachers",),
    "UMWA": ("United Mine Workers of America", "umw", "united mine workers"),
    "UNITE HERE": ("UNITE HERE", "unitehere", "hotel employees and restaurant employees"),
    "UPIU": ("United Paperworkers International Union",),
    "URW": ("United Rubber Workers",),
    "USW": (
        "United Steelworkers", "united steelworkers of america", "united steelworkers international union",
        "united steel workers",
    ),
    "UURWAW": ("United Union of Roofers, Waterproofers and Allied Workers",),
    "UWUA": ("Utility Workers Union of America", "uwu"),
    "WGA": ("Writers Guild of America", "writers guild"),
}  # fmt: skip

AFFILIATES = {acronym: names[0] for acronym, names in _TABLE.items()}


# Acronyms that are also words or other bodies' initials count only beside a local, a district or a number.
_WEAK_ACRONYMS = {"UA", "ANA", "CNA", "AFM", "AFA", "GCC", "PACE", "IRON", "SMART", "UE", "ILA", "BAC", "AFT", "GMP"}
NAMES = {fold(a): a for a in _TABLE if a not in _WEAK_ACRONYMS} | {
    fold(name): acronym for acronym, names in _TABLE.items() for name in names
}
WEAK_NAMES = {fold(a): a for a in _WEAK_ACRONYMS} | {
    "usa": "USW", "pat": "IUPAT", "here": "UNITE HERE", "unite": "UNITE HERE", "laborers": "LIUNA",
    "carpenters": "UBC", "machinists": "IAM", "steelworkers": "USW", "painters": "IUPAT", "plumbers": "UA",
    "cement masons": "OPCMIA", "roofers": "UURWAW", "bricklayers": "BAC", "fire fighters": "IAFF",
    "firefighters": "IAFF", "electrical workers": "IBEW", "auto workers": "UAW", "letter carriers": "NALC",
}  # fmt: skip
