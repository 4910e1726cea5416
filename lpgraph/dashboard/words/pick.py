"""Finding somebody or something."""

from __future__ import annotations

FIND = "Who or what?"
FIND_HINT = "A name, an organization, a campaign …"
FIND_PEOPLE_HINT = "A person, an organization, a union …"
FIND_FOR = "Introductions for"
WHICH = "Which one?"
WHICH_COUNT = "Which one? ({n}, best match first)"
CHOOSE = "Choose one"
NOBODY = "Nothing is called “{text}”. Try part of the name, or fewer words."
START_INTRODUCTIONS = "Find a person or an organization above to see whom to introduce them to, and why."
START_EXPLORE = "Find somebody or something above to see how it is connected."
