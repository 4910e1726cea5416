"""Every sentence that introductions say. Being at one event is never called knowing."""

from __future__ import annotations

import re
from collections.abc import Sequence

YOU = "you"
_YOU = re.compile(r"\byou\b")
BIG_NAMED = 3  # events that one sentence names; the rest are counted


def listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def told_of(text: str, name: str) -> str:
    """A reason is told to whom it is for; here it is told of them: ``Ana knows you`` → ``Ana knows Marisol Vega``."""
    return _YOU.sub(lambda _match: name, text)


def events(count: int) -> str:
    """``1 event``, ``4 events``."""
    return "1 event" if count == 1 else f"{count:,} events"


# ---- how two are linked: what follows a name
def knows(other: str, together: int) -> str:
    """An asserted or observed acquaintance, and how many events both attended."""
    return f"knows {other} ({events(together)} together)" if together else f"knows {other}"


def at_events(count: int, other: str) -> str:
    """Co-presence."""
    return f"was at {events(count)} with {other}"


def sits_with(other: str, body: str) -> str:
    """The same government body now."""
    return f"sits on {body} with {other}"


def belongs_with(other: str, organization: str) -> str:
    """The same organization now."""
    return f"belongs to {organization} with {other}"


def belongs_to(organization: str) -> str:
    """Membership, when the other side is the organization itself."""
    return "is one of yours" if organization == YOU else f"belongs to {organization}"


def counts_member(other: str) -> str:
    """Membership, told of the organization."""
    return f"counts {other} among its people"


# ---- reasons
def mutual(between: str, with_you: str, with_them: str) -> str:
    """Somebody who is linked with both."""
    return f"{between} {with_you}, and {with_them}."


def mutual_events(between: str, with_you: int, with_them: int, them: str) -> str:
    """Somebody who was where both were."""
    return f"{between} was at {events(with_you)} with you and at {with_them:,} with {them}."


def chain(first: str, with_you: str, with_second: str, second: str, with_them: str) -> str:
    """Two in between."""
    return f"{first} {with_you}, and {with_second}; {second} {with_them}."


def active_on(names: Sequence[str]) -> str:
    """Campaigns, policies or issues that both work on, care about, or met over."""
    return f"Both active on {listed(names)}."


def members_of(names: Sequence[str]) -> str:
    """Organizations, too large to be a circle, that both belong to."""
    return f"Both belong to {listed(names)}."


def both_in(names: Sequence[str]) -> str:
    """Places."""
    return f"Both are in {listed(names)}."


def title_words(names: Sequence[str]) -> str:
    """Words of the titles of events."""
    return f"Both go to events on {listed([f'“{name}”' for name in names])}."


def peers(names: Sequence[str], them: str, count: int) -> str:
    """People who meet the same people as you."""
    meet, were = ("meets", "was") if len(names) == 1 else ("meet", "were")
    where = "an event" if count == 1 else "events"
    return f"{listed(names)}, who {meet} the same people as you, {were} at {where} with {them}."


# ---- policies: how far a measure is, and what was done with it
_DONE = (("introduced", ""), ("took", " up"), ("passed", ""))
_IS = ("introduced", "in committee", "passed")
POLICY_FOLLOWED = "You follow it."


def _on(day: str) -> str:
    """``on 30 May 2017``, ``in Mar 2026``, nothing."""
    return f" {'on' if len(day.split()) == 3 else 'in'} {day}" if day else ""


def _did(stood: tuple[int, str], what: str) -> str:
    """``passed it on 30 May 2017``, ``took it up in Mar 2026``, ``took up rent control``."""
    verb, up = _DONE[stood[0]]
    said = f"{what}{up}" if what == "it" else f"{up.strip()} {what}".strip()
    return f"{verb} {said}{_on(stood[1])}"


def _stands(stood: tuple[int, str]) -> str:
    """``passed on 30 May 2017``, ``in committee since Mar 2026``."""
    if stood[0] == 1:
        return f"{_IS[1]} since {stood[1]}" if stood[1] else _IS[1]
    return _IS[stood[0]] + _on(stood[1])


def policy_sponsor(name: str, policy: str, city: str, stood: tuple[int, str], number: str) -> str:
    """Whoever sponsored a measure that is further than ours."""
    told = ", ".join(part for part in (number, _stands(stood)) if part)
    return f"{name} sponsored {policy} in {city} ({told})."


def policy_city(name: str, policy: str, city: str, stood: tuple[int, str], number: str) -> str:
    """Whoever sits for a city whose measure is further than ours."""
    return f"{name}’s city, {city}, {_did(stood, policy)}" + (f" ({number})." if number else ".")


def policy_here(city: str, stood: tuple[int, str], number: str) -> str:
    """What one's own city has."""
    return f"{city} {_did(stood, 'it')}" + (f" ({number})." if number else ".")


def adviser(name: str, policy: str, kind: str) -> str:
    """Somebody who advises on a policy: legal, fiscal, research."""
    return f"{name} advises on {policy}" + (f" ({kind})." if kind else ".")


def some(names: Sequence[str]) -> str:
    """A list of events that may be long: the first few, and how many more."""
    rest = len(names) - BIG_NAMED
    return listed([*names[:BIG_NAMED], f"{rest:,} more"] if rest > 1 else names)


def big(names: Sequence[str]) -> str:
    """Events too large to be acquaintance."""
    return f"Both were at {some(names)}."


def seen_from(name: str) -> str:
    """A campaign's suggestions are told through one of its supporters."""
    return f"For {name}: "


# ---- gates: (passes, stops)
SELF = ("These are two.", "This is one and the same.")
NO_CONTACT = ("Both may be contacted.", "{who} must not be contacted.")
NO_INTRODUCE = ("Both may be introduced.", "{who} must not be introduced to anybody.")
BARRED = ("Nobody asked to keep the two apart.", "The two must not be introduced to each other.")
STAFF = ("Neither is on our own staff.", "{who} is on our own staff.")
KNOWS = ("They are not known to know each other.", "They know each other already.")
SAME = ("They do not sit in one body or organization.", "Both are in {where} now.")
AFFILIATED = "They are of one family of organizations."
MET = (
    "They have not met at an event of at most {limit} people.",
    "They have met at {events} (at most {limit} people).",
)
LEFT = ("Neither has left office without another role.", "{who} is no longer in office.")
LEFT_ON = "{who} is no longer in office (since {date})."
NOT_INTRODUCED = "No introduction of the two is under way, was made, or was lately declined."
INTRODUCED_ON = "They were introduced ({day})."
UNDER_WAY = "An introduction of the two is under way since {day}."
RESTING = "Not now: the two are not suggested to each other until {day}."
RESTING_FOREVER = "Somebody said that they know each other already."
QUIET = "Neither asked to be left alone for now."
QUIET_UNTIL = "{who} is left alone until {day}."
NOT_FULL = "Neither has been asked too often this month."
TIMES = {1: "once", 2: "twice"}
FULL = {
    "received": "{who} is asked for {times} this month already; next free in {month}.",
    "requested": "Somebody to meet {who} was looked for {times} this month already; next free in {month}.",
    "brokered": "{who} is asked {times} this month already to introduce; next free in {month}.",
}

NOT_FOUND = "nobody of the id {id} is in the network of {day}. Load the file that names them, or search by name"

# ---- why a list is empty
NOBODY_NO_CONTACT = "{who} is marked “do not contact”, so nobody is suggested."
NOBODY_NO_INTRODUCE = "{who} is marked “do not introduce”, so nobody is suggested."
NOBODY_LEFT = "{who} is no longer in office and has no other role here, so nobody is suggested."
NOBODY_QUIET = "{who} is left alone until {day}, so nobody is suggested."
NOBODY_FULL = "{full} Until then nobody is suggested."
NOBODY_NEW = (
    "{who} has met everybody they share events with ({n:,} in all), and nothing else leads to somebody new. "
    "“Why not?” says it of anyone."
)
NOBODY_SUPPORTS = "Nobody works on this campaign yet, so nobody can be suggested to it. Load or type who does."
NOBODY_FOR_CAMPAIGN = "Whoever works on this campaign has met everybody whom they could be led to."
NOBODY_YET = (
    "Not enough evidence to suggest anybody to {who} yet: no shared events, ties, bodies or policies with anybody "
    "they could meet. Load who came to your events, or type what you know on the profile."
)

# ---- the record
NO_EVENT = "There is no step “{event}”. The steps are {events}."
NO_STEP = "“{event}” cannot follow “{status}”. Possible now: {events}."
NO_RECORD = "No introduction has the id {id}. `lpgraph introductions` lists them."
SEVERAL_RECORDS = "Several introductions begin with {id}: give more of the id."
NO_DAY = "“{text}” is no day; write it as 2027-01-31."
NO_PART = "A {what} cannot be the {part} of an introduction."
TWO_ORGANIZATIONS = "Two organizations cannot be kept apart; say “not relevant” instead."
OTHER_SIDE = "This campaign is marked for the other legal entity."
NOT_BETWEEN = "{a} and {b} are not introduced. {why}"
NOT_BROKER = "{who} cannot make this introduction. {why}"
STOPS_NOW = "This introduction cannot go on. {why} It can be declined, or noted."
NO_LONGER = "{who} is no longer in the network."
BROKER_BARRED = "They are not to be brought to one of the two."
BROKER_QUIET = "They must not be contacted or introduced, or are left alone for now."
BROKER_PERSON = "Only a person introduces."
WISHES = "{them} would like to meet you."
SHOULD_KNOW = "I think that you and {them} should know each other."
_YOURS = {"was": "were", "knows": "know", "sits": "sit", "belongs": "belong", "counts": "count", "is": "are"}


def to_you(text: str) -> str:
    """What is said of somebody, said to them: ``was at 2 events with Ana`` → ``You were at 2 events with Ana.``"""
    verb, _, rest = text.partition(" ")
    return f"You {_YOURS.get(verb, verb)} {rest}."
