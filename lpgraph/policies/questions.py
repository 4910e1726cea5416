"""Questions that officials ask: asked once, assigned, answered once, found again.

A question and its answer are typed entries like any other: dated, with an author, and undoable.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, utils

from loaders.base import Draft, Fact, Mention
from lpgraph.errors import NotFound, UsageError
from lpgraph.ids import digest
from lpgraph.ingest import clock
from lpgraph.ingest.author import user
from lpgraph.ingest.entries import enter, pointer
from lpgraph.model import Label, Props
from lpgraph.network.reading import Reads
from lpgraph.store.graph import Store

NAMESPACE = "question"
OPEN, ANSWERED = "open", "answered"
ALIKE = 60.0  # of 100: how near the words of a question must be to what is looked for


@dataclass(frozen=True, slots=True)
class Question:
    """Who asked what about which policy in which city, who looks after it, and the answer."""

    id: str
    text: str
    status: str
    asked: str  # day
    by: str
    by_name: str
    policy: str
    policy_name: str
    area: str
    area_name: str
    assignee: str
    answer: str
    link: str
    answered: str  # day


def ask(
    store: Store, who: str, text: str, *, policy: str = "", area: str = "", assignee: str = "", author: str = ""
) -> str:
    """Write a question down; gives its id. Raises ``UsageError`` for an empty one, ``NotFound`` for unknown ids."""
    text = " ".join(text.split())
    if not text:
        raise UsageError("a question needs words")
    author, moment = author or user(), clock.now()
    props: Props = {"name": text, "status": OPEN, "asked": moment[:10], "author": author}
    if assignee:
        props["assignee"] = assignee
    own = Mention(Label.QUESTION, NAMESPACE, (digest((moment, who, text)),), props, rank=1)
    record = ("question", *own.ident)
    drafts: list[Draft] = [own, Fact("ASKED", pointer(store, who), own, {"startDate": moment[:10]}, record)]
    if policy:
        drafts.append(Fact("CONCERNS", own, pointer(store, policy), {}, record))
    if area:
        drafts.append(Fact("ASKED_IN", own, pointer(store, area), {}, record))
    enter(store, drafts, f"question ({author})", author, text)
    return _id(own)


def answer(store: Store, question: str, text: str, *, link: str = "", author: str = "", again: bool = False) -> str:
    """Write the answer down; gives the entry's id. A question that is answered needs ``again`` to be answered anew."""
    known = find(store, question)
    text = " ".join(text.split())
    if not text:
        raise UsageError("an answer needs words")
    if known.status == ANSWERED and not again:
        raise UsageError(f"this question was answered on {known.answered}: “{known.answer}”. Say --again to replace it")
    author = author or user()
    props: Props = {"answer": text, "status": ANSWERED, "answered": clock.now()[:10], "answeredBy": author}
    if link:
        props["url"] = link
    return _say(store, known.id, props, f"answer ({author})", author)


def assign(store: Store, question: str, assignee: str, author: str = "") -> str:
    """Say who looks after a question; gives the entry's id."""
    author = author or user()
    return _say(store, find(store, question).id, {"assignee": assignee}, f"assign ({author})", author)


def _say(store: Store, question: str, props: Props, title: str, author: str) -> str:
    own = pointer(store, question)
    # A later word on the same question outweighs the earlier one: what it does not speak of stays.
    return enter(store, [Mention(Label.QUESTION, own.namespace, own.ident, props, rank=1)], title, author)


def _id(own: Mention) -> str:
    return f"question/{own.ref}"


def find(store: Reads, question: str) -> Question:
    """One question by its id, or the first letters of it. Raises ``NotFound``."""
    fits = [q for q in questions(store) if q.id in (question, f"question/{question}") or _begins(q.id, question)]
    if len(fits) != 1:
        raise NotFound(
            f"No question has the id {question}." if not fits else f"Several questions begin with {question}."
        )
    return fits[0]


def _begins(one: str, text: str) -> bool:
    return len(text) >= 4 and one.removeprefix("question/").startswith(text.removeprefix("question/"))


def questions(store: Reads, *, status: str = "", policy: str = "", words: str = "") -> list[Question]:
    """Questions, open ones first, then newest; ``words`` keeps those that are near in question or answer."""
    found = [_question(row) for row in store.read("question_list")]
    kept = [q for q in found if (not status or q.status == status) and (not policy or q.policy == policy)]
    if words:
        near = {q.id: _near(words, q) for q in kept}
        return sorted((q for q in kept if near[q.id] >= ALIKE), key=lambda q: (-near[q.id], q.id))
    newest = sorted(kept, key=lambda q: (q.asked, q.id), reverse=True)
    return sorted(newest, key=lambda q: q.status != OPEN)


def _near(words: str, one: Question) -> float:
    texts = (one.text, one.answer, one.policy_name)
    return max(fuzz.token_set_ratio(words, text, processor=utils.default_process) for text in texts)


def _question(row: dict[str, object]) -> Question:
    return Question(**{name: str(row[name] or "") for name in Question.__dataclass_fields__})
