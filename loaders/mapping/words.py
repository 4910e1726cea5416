"""What people call their columns: synonyms, compared after case, accents, punctuation and spacing are taken away."""

from __future__ import annotations

import re
from functools import lru_cache

from lpgraph.ids import fold

# "Lobbyist Last Name" is the last name of whom the sheet is about.
_ASKED = re.compile(r"^(?:what (?:is|s) |please )?(?:enter |print )?(?:your |preferred |best |main |personal )+(?=.)")
_WHICH = re.compile(r" (?:mobile|cell|home|work|other|primary|personal|print|printed|optional|required|please print)$")
_CITY = re.compile(r"^(?:what|which) (city|state)\b.*|^(?:city|town) (?:you|where)\b.*")
_SUBJECT = re.compile(r"^(?:primary |your )?(?:lobbyist|person|attendee|participant|member|contact|official|officer"
                      r"|voter|supporter|delegate|speaker|guest|user|your|primary) (?!role)(?=.)")  # fmt: skip


@lru_cache(maxsize=4096)
def called(column: str) -> tuple[str, ...]:
    """The names that a column goes by: words folded, footnote marks and the sheet's subject taken away.

    >>> called("lobbyistLastName")
    ('lobbyist last name', 'last name')
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column)
    whole = fold(spaced)
    bare = re.sub(r" ?\d$", "", whole) or whole
    asked = _CITY.sub(lambda found: found.group(1) or "city", _ASKED.sub("", bare))
    plain = _WHICH.sub("", fold(re.sub(r"\([^)]*\)", " ", spaced))) or bare
    names = (whole, bare, fold(column), _SUBJECT.sub("", bare), asked, plain, *_either(column))
    return tuple(dict.fromkeys(name for name in names if name)) or (whole,)


def _either(column: str) -> tuple[str, ...]:
    """“Organization / Union”, “PHONE/CELL”: the first of the two, where both are short words."""
    parts = [fold(part) for part in re.split(r"\s*/\s*|\s+or\s+", re.sub(r"\([^)]*\)", " ", column)) if part.strip()]
    return (parts[0],) if len(parts) == 2 and all(len(part.split()) <= 2 for part in parts) else ()


_BOOKKEEPING = re.compile(
    r"\b(?:regist\w*|associated|added|member since|created|modified|updated|order|ordered"
    r"|birth|dob|born|submitted|intro|introduced|filed|adopted|passed|enacted|timestamp|purchased|entered|joined|respond\w*|accessed|activity|printed)\b"
)


def is_bookkeeping(column: str) -> bool:
    """Whether a column's date is about the record or the person, not about an event."""
    return bool(_BOOKKEEPING.search(called(column)[0]))


_OTHERS = re.compile(r"\b(?:clients?|employers?|emergency|spouse|parents?|guardian|referr\w*|ceo|assistant)\b")


def is_others(column: str) -> bool:
    """Whether a column is about somebody beside the person: a lobbyist's client, whom to call in an emergency."""
    return bool(_OTHERS.search(called(column)[0]))


def rank(column: str, synonyms: tuple[str, ...]) -> int:
    """How good a column's name is as one of the synonyms: 0 is best, -1 is none of them."""
    return min((synonyms.index(name) for name in called(column) if name in synonyms), default=-1)


def _set(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.strip() for w in text.replace("\n", "|").split("|") if w.strip()))


# Order matters: an earlier synonym is the better one when a sheet has several.
PERSON: dict[str, tuple[str, ...]] = {
    "name": _set("full name|name|name raw|raw name|person name|attendee name|participant name|member name|your name"
                 "|name original name|display name|contact name|attendee|participant|person|contact|guest name|official"
                 "|official name"
                 "|councilmember|council member|councillor|minister|lobbyist|speaker|sponsor|sponsor name|prime sponsor"
                 "|primary sponsor|legislator|legislator name|nombre|signer|printed name"
                 "|print name|first and last name|name first and last|voter name|member|signature name|who"),
    "given": _set("first name|given name|first|given|fname|firstname|preferred name|forename|nombre de pila"
                  "|attendee first name|contact first name"),
    "additional": _set("middle name|middle|middle initial|mi|additional name"),
    "family": _set("last name|family name|surname|last|family|lname|lastname|attendee last name|contact last name"
                   "|apellido|apellidos"),
    "suffix": _set("suffix|name suffix|honorific suffix"),
    "honorific": _set("honorific|salutation|prefix|mr ms|name prefix|honorific prefix"),
    "email": _set("email|e mail|email address|e mail address|mail|user email|contact email|work email|your email"
                  "|attendee email|correo|correo electronico|personal email|email match to contact"),
    "phone": _set("phone|phone number|mobile|cell|cell phone|mobile phone|telephone|tel|mobile number|phone no"
                  "|contact phone|work phone|home phone|cell number|telefono|contact number|can2 phone"),
    "title": _set("job title|title|position|role|occupation|title role|title position|job|office|your title"
                  "|person title|role title"),
    "city": _set("city|town|municipality|home city|city town|mailing city|ciudad|primary city|can2 user city|m city"),
    "state": _set("state|st|province|state province|home state|mailing state|state code|region state"
                  "|can2 state abbreviated|m state"),
    "zip": _set("zip|zip code|zipcode|postal code|postcode|zip postal code|home zip|mailing zip|codigo postal"
                "|mzip5|mzip|m zip"),
    "website": _set("website|web site|url|homepage|web page|linkedin|linkedin url|linkedin profile|link"),
    "pronouns": _set("pronouns|pronoun|gender pronouns|preferred pronouns"),
    "id": _set("person id|vanid|van id|member id|lobbyist id|contact id|attendee id|participant id|voter id|user id"
               "|supporter id|constituent id|nationbuilder id|official id|external id|personid|id|uuid|identifier"),
}  # fmt: skip
# A whole name that may stand beside its two halves, and say more than they do.
WHOLE = _set("full name|name|name raw|person name|display name|contact name|attendee name|participant name|member name")
# What a first name is called where the family name has a column of its own.
GIVEN_ALONE = frozenset(("name", "nombre", "nombres", "nom", "nome", "vorname", "prenom"))
SURE_IDS = frozenset(PERSON["id"]) - {"id", "uuid", "identifier", "external id"}
ORGANIZATION: dict[str, tuple[str, ...]] = {
    "name": _set("organization|organisation|organization name|organisation name|org|org name|company|employer"
                 "|affiliation|agency|name of organisation|name of organization|name of external organisation"
                 "|name of external organization|employer name|company name|group|union|local|union local|institution"
                 "|organization affiliation|organisations|organizations|representing|delegation|firm|firm name"
                 "|organizacion|current employer|business name|association|account name|account"
                 "|organization account name"),
    "id": _set("organization id|organisation id|org id|employer id|company id"),
}  # fmt: skip
EVENT: dict[str, tuple[str, ...]] = {
    "id": _set("event id|meeting id|session id|event event id|eventid|meetingid"),
    "title": _set("event name|event title|event|meeting|meeting name|meeting title|committee|session|session name"
                  "|workshop|training|hearing|conference|body|topic|purpose of meeting|purpose|reason"
                  "|reason for meeting|subject|event body|campaign name"),
    "date": _set("event date|date|meeting date|session date|date of meeting|start date|starts|start|start time"
                 "|event start|attendance date|date attended|day|when|year|month"),
    "end": _set("end date|event end|end time|ends|end"),
    "place": _set("location|place|venue|event location|meeting location|event city|where"),
}  # fmt: skip
EVENT_PARTS = _set(
    "session type|mtg|mtg number|meeting number|session number|session part|session start end time|session time"
)
STATUS = _set(
    "attendance status|attendee status|participant status|member status|attendance|attended|present|checked in"
    "|asistio|asistencia|presente|asistio si no"
    "|check in|status"
    "|signed in|rsvp|rsvp status|registration status|approval status|response|registered"
    "|signed up|rsvped|rsvp d|coming|will you attend|are you coming|will attend|attending|going|came|here"
    "|did attend|showed up"
)
ATTENDED = frozenset(_set(
    "y|yes|true|1|x|✓|✔|☑|attended|present|checked in|check in|completed|walk in|here|p|arrived|came|signed in"
    "|showed|in person|late|present late|si|participated|asistio"
    "|attended virtual|attended virtually|attended in person|attended online|attended remotely|present virtual"
))  # fmt: skip
REGISTERED = frozenset(_set(
    "registered|will attend|coming"
    "|rsvp|rsvped|rsvp d|rsvp yes|yes rsvp|confirmed|conf|conf twice|confirmed twice|going|attending|scheduled|sched"
    "|sched web|scheduled web|signed up|accepted|maybe|tentative|approved|inscrito|inscrita|registrado"
))  # fmt: skip
NEITHER = frozenset(_set(
    "n|no|false|0|absent|cancelled|canceled|no show|noshow|declined|excused|refunded|not attending|did not attend|a"
    "|not present|deleted|not checked in|unable to attend|vacant|e|none|denied|ausente|no asistio|cancelado"
    "|can t go|cannot go|not going|not interested|interested|rsvp no|no rsvp|refused|no response|not responded"
    # Who was asked, waits, or is not let in has not signed up.
    "|invited|invite sent|sent|pending|pending approval|waitlist|waitlisted|wait list|waiting list|on waitlist"
    "|left message|left msg|unconfirmed"
))  # fmt: skip
# Who signed up and is said to be this is registered still; who cancelled is not.
ABSENT = frozenset(("", *_set("n|no|false|0|absent|no show|noshow|did not attend|not present|not checked in|ausente")))
PLAIN = frozenset(_set(
    "attended|present|absent|checked in|no show|noshow|registered|did not attend|not checked in|excused|walk in"
    "|cancelled|canceled|rsvp|rsvped|not present"
))  # fmt: skip
HOLDERS = _set("minister|official|official name|councilmember|council member|councillor|senior official")
PURPOSES = _set("purpose of meeting|purpose|reason|reason for meeting|meeting purpose")
PROMISES = _set(
    "rsvp|rsvp status|registration status|response|registered|signed up|rsvped|rsvp d|coming|will you attend"
    "|are you coming|will attend|attending|going"
)  # a yes here is a promise, not a presence
MISSING = ("NA", "N/A", "n/a", "NULL", "null", "None", "none", "-", "--", "—", "nil", "Nil", "Nil return", "Nil Return",
           "NIL RETURN", "unknown", "Unknown", "#N/A", ".", "?")  # fmt: skip
NOTES = ("total", "note", "notes:", "source:", "* ", "** ", "does not normally", "prepared by", "page ", "end of",
         "grand total", "subtotal", "copyright (c)", "copyright ©", "confidential information", "report generated",
         "generated by", "exported ")  # fmt: skip
# Words in a file's name or a header, folded. Only the first two say that people were there.
SIGN_IN = re.compile(r"\b(?:sign(?:ed)? ?ins?|attendance|attended|attendees present|minutes|check(?:ed)? ?ins?"
                     r"|roll ?call|present|who came)\b")  # fmt: skip
MEETING = re.compile(r"\b(?:meetings?|mtgs?|meetingid)\b")
SIGN_UP = re.compile(r"\b(?:rsvp\w*|registr\w*|register(?:ed)?|sign(?:ed)? ?ups?|invit\w*)\b")
LISTED = re.compile(r"\b(?:attendees?|attending|participants?|guests?)\b")
# When somebody came, and columns by which a sheet lists all who signed up.
ARRIVALS = _set(
    "checked in at|check in at|check in time|check in date|checkin time|check in timestamp|checked in time"
    "|checked in on|check in date time|arrival time|arrived at|attended at|signed in at|sign in time|time in"
    "|scanned at|scan time|checked in|check in"
)
PROMISED = re.compile(r"\b(?:rsvp\w*|registered|sign(?:ed)? ?up)\b")
SIGNED_UP = re.compile(r"\b(?:ticket|approval|rsvp\w*|regist\w*|order|sign(?:ed)? ?up)\b")
# A role that somebody has at one event, and in no organization.
EVENT_ROLES = frozenset(_set(
    "participant|attendee|guest|host|co host|cohost|alternate host|presenter|panelist|interpreter|note taker|observer"
))  # fmt: skip
SURE_STATUS = tuple(s for s in STATUS if s not in ("status", "response"))
# A person's column that says whose names it holds; a plain "name" beside it is something else's.
SPECIFIC = _set("sponsor|sponsor name|prime sponsor|primary sponsor|person name|person|attendee name|attendee"
                "|participant|participant name|member name|member|official name|official|councilmember|council member"
                "|councillor|minister|lobbyist|lobbyist name|legislator|legislator name|speaker|guest name|signer"
                "|contact name|contact|voter name")  # fmt: skip
BODIES = (
    *_set("body|body name|committee|committee name|commission|board|board name|council|caucus|chapter"),
    *ORGANIZATION["name"],
)
STARTS = _set("start|start date|from|since|member since|term start|begin|begins|begin date|date from|joined|appointed")
ENDS = _set("end|end date|to|until|through|term end|ends|date to|left|expires")
EVENT_WORDS = re.compile(r"\b(?:events?|event ?id|meetings?|mtgs?|sessions?|workshop|training|hearing|conference"
                         r"|attend\w*|present|rsvp\w*|sign(?:ed)? ?in|check(?:ed)? ?in)\b")  # fmt: skip
MATTERS = _set("committee|body|topic|subject|reason|purpose|campaign name")  # without a date, these name no event
# A sheet of organizations: how it is called, and how the column is, where no person's stands beside it.
GROUPS = re.compile(
    r"\b(?:groups?|organi[sz]ations?|orgs?|chapters?|locals?|unions?|partners?|endorsers?|agenc(?:y|ies)|nonprofits?"
    r"|coalitions?|compan(?:y|ies)|vendors?|sponsors?|allies|congregations?|churches|institutions?)\b"
)
ANY_NAME = frozenset(_set("name|name raw|raw name|title|display name|contact name|label"))
ORGANIZATIONS = (
    *ORGANIZATION["name"],
    *_set("site name|facility name|school name|legal name|organization legal name|congregation|church|chapter name"),
    *_set("business|partner|partner name"),
)
