"""The verb review: are these two one? One by one in the terminal, as a list, or one answer at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, graph, import_store
from lpgraph.errors import UsageError
from lpgraph.model import Label

if TYPE_CHECKING:
    from lpgraph.ingest.decisions import Decision
    from lpgraph.ingest.review import Party, Question
    from lpgraph.store import Store

_KINDS = {"people": Label.PERSON, "organizations": Label.ORGANIZATION, "events": Label.EVENT}
_ANSWERS = {"same": "same", "different": "different", "skip": "skipped"}
_KEYS = {"s": "same", "d": "different", "k": "skip", "u": "undo", "q": "quit"}
_HELP = "s same · d different · k skip · u undo the last answer · q quit"


def review(
    which: Annotated[
        list[str] | None, typer.Argument(help="With --answer: the two, by id or name.", metavar="A B")
    ] = None,
    answer: Annotated[str | None, typer.Option("--answer", help="same, different or skip.", metavar="ANSWER")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take the place of an earlier answer.", metavar="")] = False,
    undo: Annotated[
        str | None, typer.Option("--undo", help="Take an answer back: its id, or last.", metavar="ID")
    ] = None,
    log: Annotated[bool, typer.Option("--log", help="The answers given so far.", metavar="")] = False,
    kind: Annotated[str | None, typer.Option("--kind", help="people, organizations or events.", metavar="KIND")] = None,
    limit: Annotated[int, typer.Option("--limit", help="How many questions.", min=1)] = 100,
    note: Annotated[str, typer.Option("--note", help="Why, for colleagues.", metavar="TEXT")] = "",
    author: Annotated[str, typer.Option("--author", help="Who answers; you if left out.", metavar="NAME")] = "",
    as_json: Json = False,
) -> None:
    """Answer whether two records are one; or take that back."""
    import_store()
    label = _label(kind)
    if undo:
        _undo(undo, author, as_json)
    elif log:
        _log(as_json)
    elif answer or which:
        _answer(which or [], answer or "", author, note, yes, as_json)
    elif as_json:
        _list(label, author, limit)
    else:
        _ask(label, author, limit)


def _label(kind: str | None) -> Label | None:
    if kind is not None and kind not in _KINDS:
        raise UsageError(f"--kind {kind}: say people, organizations or events.")
    return _KINDS[kind] if kind else None


def _open(store: Store, label: Label | None, author: str, limit: int, *, say: bool = True) -> Iterator[Question]:
    """The open questions, most valuable first, each read when its turn comes."""
    from lpgraph.explore import contacts
    from lpgraph.ingest import review
    from lpgraph.ingest.author import user

    pairs = review.pairs(store, author.strip() or user(), label)
    if say and len(pairs) > limit:
        output.say(f"The first {limit:,} of {len(pairs):,} questions (--limit).")
    for pair in pairs[:limit]:
        yield contacts.hushed(store, review.question(store, pair))


def _list(label: Label | None, author: str, limit: int) -> None:
    with graph() as store:
        output.write_json([document(q) for q in _open(store, label, author, limit)])


def document(question: Question) -> dict[str, Any]:
    """One question of ``review --json``."""
    return {
        "a": _party(question.a),
        "b": _party(question.b),
        "kind": str(question.pair.label).lower(),
        "p": question.pair.p,
        "evidence": question.evidence,
        "marks": [{"field": m.field, "a": m.a, "b": m.b, "says": m.says} for m in question.marks],
        "keeps": question.keeps,
        "moves": dict(question.moves),
    }


def _party(party: Party) -> dict[str, Any]:
    return {"id": party.id, "name": party.name, "sources": party.sources, "facts": dict(party.facts)}


def _answer(which: Sequence[str], answer: str, author: str, note: str, yes: bool, as_json: bool) -> None:
    from lpgraph.ingest import deciding

    if answer not in _ANSWERS:
        raise UsageError("Say the answer: lpgraph review --answer same|different|skip A B.")
    if len(which) != 2:
        raise UsageError("Say which two: lpgraph review --answer same A B. A name of several words goes in quotes.")
    with graph(write=True) as store:
        a, b = (_meant(store, text) for text in which)
        made = deciding.decide(store, a, b, _ANSWERS[answer], who=author, why=note, sure=yes)
    _said(made, as_json)


def _meant(store: Store, text: str) -> str:
    """An id (a retired one stays itself: it names what it stood for), else who a name means."""
    from lpgraph.explore import who as asking
    from lpgraph.ingest import deciding

    if deciding.mentions_of(store, text.strip()):
        return text.strip()
    return asking.resolve(store, text, labels=tuple(_KINDS.values())).id


def _said(made: Decision, as_json: bool) -> None:
    if as_json:
        output.write_json(made)
        return
    names = f"{made.aName} / {made.bName}"
    output.write(f"{made.id}  {made.verdict}: {names}. To take it back: lpgraph review --undo {made.id}")


def _undo(which: str, author: str, as_json: bool) -> None:
    from lpgraph.ingest import deciding

    with graph(write=True) as store:
        decision = deciding.last_of(store, author).id if which == "last" else which
        made = deciding.withdraw(store, decision, who=author)
    if as_json:
        output.write_json(made)
    else:
        output.write(f"{made.of}: taken back ({made.aName} / {made.bName}).")


def _log(as_json: bool) -> None:
    from lpgraph.ingest import decisions

    with graph() as store:
        lines = decisions.read_log(store)
        counting = {line.id for line in decisions.live(lines)}
    if as_json:
        output.write_json([{**output.plain(line), "counts": line.id in counting} for line in lines])
        return
    output.table(
        ("id", "answer", "about", "who", "when", "counts", "why"),
        [
            (x.id, x.verdict, f"{x.aName} / {x.bName}", x.who, x.at[:16].replace("T", " "), x.id in counting, x.why)
            for x in lines
        ],
    )
    if not lines:
        output.say("Nobody has answered anything yet.")


def _ask(label: Label | None, author: str, limit: int) -> None:
    """One question after the other, until there are no more or somebody has had enough.

    The list is read anew each time: an answer may settle others, and a colleague may have given one meanwhile.
    """
    with graph(write=True) as store:
        count = 0
        back: Question | None = None  # what was taken back is asked again, before anything else
        while count < limit and (question := back or next(_open(store, label, author, limit, say=not count), None)):
            _show(question)
            said = _until_answered(store, question, author)
            if said is None:
                return
            back = _again(store, said) if said.verdict == "withdrawn" else None
            count += said.verdict != "withdrawn"
    if count < limit:
        output.say("No more questions." if count else "There is nothing to ask: no two records look like one.")


def _again(store: Store, back: Decision) -> Question | None:
    """The question that an answer taken back was about; none where the two are one for other reasons."""
    from lpgraph.explore import contacts
    from lpgraph.ingest import review
    from lpgraph.ingest.around import of_refs

    sides = [of_refs(store, refs) for refs in (back.left, back.right)]
    one, two = (next((known.entity for known in side), "") for side in sides)
    if not one or not two or one == two:
        output.say("The two are one, or gone, for other reasons: here is the next question.")
        return None
    pair = review.Pair(one, two, Label(back.label), 0.0, (back.left[0], back.right[0]))
    return contacts.hushed(store, review.question(store, pair))


def _show(question: Question) -> None:
    a, b = question.a, question.b
    output.write("")
    output.write(f"Are these one? ({question.evidence})")
    rows: list[tuple[str, str, str, str]] = [("", "name", a.name, b.name)]
    rows += [(_SIGN[m.says], m.field, ", ".join(m.a), ", ".join(m.b)) for m in question.marks]
    rows += [("", "from", _first(a.sources), _first(b.sources)), ("", "id", a.id, b.id)]
    output.table(("", "", "A", "B"), rows)
    moves = ", ".join(f"{n:,} {kind.lower().replace('_', ' ')}" for kind, n in question.moves)
    gone = b if question.keeps == a.id else a
    output.write(f"If same: {moves or 'no facts'} of {gone.name} ({gone.id}) go to {question.keeps}.")


_SIGN = {"same": "=", "alike": "~", "different": "≠", "one side": ""}


def _first(sources: Sequence[str]) -> str:
    more = f" and {len(sources) - 3} more" if len(sources) > 3 else ""
    return "; ".join(sources[:3]) + more


def _until_answered(store: Store, question: Question, author: str) -> Decision | None:
    """Ask until there is an answer, or one is taken back; none when the person wants to stop."""
    from lpgraph.errors import LpgraphError
    from lpgraph.ingest import deciding

    while True:
        said = _KEYS.get(_key(_HELP))
        if said == "quit":
            return None
        try:
            if said is None:
                continue
            if said == "undo":
                made = deciding.withdraw(store, deciding.last_of(store, author).id, who=author)
                output.write(f"Taken back: {made.aName} / {made.bName}.")
                return made
            made = _decided(store, question, _ANSWERS[said], author)
            _said(made, as_json=False)
        except LpgraphError as error:
            output.say(str(error))
            continue
        return made


def _decided(store: Store, question: Question, verdict: str, author: str) -> Decision:
    from lpgraph.ingest import deciding

    try:
        return deciding.decide(store, question.a.id, question.b.id, verdict, who=author)
    except deciding.Contradiction as earlier:
        output.say(str(earlier))
        if _key("y: yours takes its place · any other key: no") != "y":
            raise
        return deciding.decide(store, question.a.id, question.b.id, verdict, who=author, sure=True)


def _key(prompt: str) -> str:
    """One key where somebody sits at a terminal, else the first letter of a line; the end of input means quit."""
    output.say(prompt)
    if sys.stdin.isatty():
        return typer.getchar().lower()
    line = sys.stdin.readline()
    return (line.strip()[:1] or "?").lower() if line else "q"
