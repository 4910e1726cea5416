"""Verbs about policies: policy, peers, question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.session import Json, either, graph
from lpgraph.errors import NotFound, UsageError
from lpgraph.model import Label

if TYPE_CHECKING:
    from lpgraph.policies.alike import City
    from lpgraph.policies.page import Here, Page
    from lpgraph.policies.questions import Question
    from lpgraph.store.graph import Store


def _find(store: Store, text: str, label: Label) -> tuple[str, str]:
    from lpgraph.explore import who as asking

    found = asking.resolve(store, text, None, (label,))
    return found.id, found.name


def _city(store: Store, text: str, found: Page | None = None) -> City:
    """An area as the verbs settle it; of several with one name the one where a measure of the policy is."""
    from lpgraph.explore import where
    from lpgraph.policies.page import cities_of

    one = where.area(store, text, {p.city.id for p in found.places} if found else ()).id
    return cities_of(store, {one})[one]


def policy(
    policy: Annotated[str | None, typer.Argument(help="A policy: id or name; without one, all of them.")] = None,
    place: Annotated[str | None, typer.Argument(help="Could it work here; the same as --for.", metavar="AREA")] = None,
    area: Annotated[
        str | None, typer.Option("--for", "--area", help="Could it work here: City, ST or an id.", metavar="AREA")
    ] = None,
    as_json: Json = False,
) -> None:
    """Where a policy stands; could it work here."""
    from lpgraph.network.days import today
    from lpgraph.policies import page as pages

    with graph() as store:
        if policy is None:
            _all(store, as_json)
            return
        one, name = _find(store, policy, Label.POLICY)
        found = pages.page(store, one, name, today())
        wanted = either(place, area)
        local = pages.here(found, _city(store, wanted, found)) if wanted else None
    if as_json:
        output.write_json({**output.plain(found), "here": output.plain(local), "timeline": found.timeline})
        return
    _page(found, local)


def _all(store: Store, as_json: bool) -> None:
    rows = store.read("policy_list")
    if as_json:
        output.write_json(rows)
    else:
        output.table(
            ("policy", "measures", "areas", "id"),
            [(r["name"], r["measures"], r["areas"], r["id"]) for r in rows],
            ("measures", "areas"),
        )
    if not rows:
        raise NotFound("No policy is known yet. Load a measures template (lpgraph template measures).")


def _page(found: Page, local: Here | None) -> None:
    from lpgraph.policies import words

    output.write(found.name)
    output.table(
        ("city", "stage", "since", "measure", "sponsor", "link"),
        [
            (p.city.name, m.stands, words.day(m.date), m.number or m.name, words.sponsors(m), m.url)
            for p in found.places
            for m in p.measures
        ],
    )
    for line in words.page_lines(found, local):
        output.write(line)


def peers(
    who: Annotated[str, typer.Argument(help="An official: id, provider's id or name.")],
    policy: Annotated[str | None, typer.Option("--policy", help="About this policy.", metavar="POLICY")] = None,
    top: Annotated[int, typer.Option("--top", min=1, max=200)] = 10,
    as_json: Json = False,
) -> None:
    """Whom an official could ask: sponsors in alike cities."""
    from lpgraph.cli.introductions import book
    from lpgraph.network import snapshot
    from lpgraph.policies import peers as asking

    with graph() as store:
        one = _find(store, who, Label.PERSON)[0]
        about = _find(store, policy, Label.POLICY) if policy else None
        found = asking.of_official(store, snapshot.take(store), one, about, top, book(store, None))
    if as_json:
        output.write_json(found)
    else:
        from lpgraph.policies import words

        for number, peer in enumerate(found, 1):
            for line in words.peer_lines(number, peer):
                output.write(line)
    if not found:
        raise NotFound("Nobody to ask yet: no city with such a measure, or the official cares about no policy.")


question = typer.Typer(help="Questions of officials: list, ask, assign, answer.", no_args_is_help=True)


@question.command("list")
def list_questions(
    words: Annotated[str, typer.Argument(help="Words to look for; none lists all.")] = "",
    status: Annotated[str, typer.Option("--status", help="open or answered", metavar="S")] = "",
    policy: Annotated[str | None, typer.Option("--policy", metavar="POLICY")] = None,
    as_json: Json = False,
) -> None:
    """Questions, open ones first."""
    from lpgraph.policies import questions

    if status not in ("", questions.OPEN, questions.ANSWERED):
        raise UsageError(f"--status {status}: say open or answered")
    with graph() as store:
        about = _find(store, policy, Label.POLICY)[0] if policy else ""
        found = questions.questions(store, status=status, policy=about, words=words)
    if as_json:
        output.write_json(found)
    else:
        for one in found:
            _write(one)
    if not found:
        raise NotFound("No such question.")


def _write(one: Question) -> None:
    where = ", ".join(p for p in (one.by_name, one.area_name, one.policy_name) if p)
    output.write(f"{one.status:<8} {one.asked}  {one.text}  {one.id}")
    output.write(f"         {where}" + (f" · with {one.assignee}" if one.assignee else ""))
    if one.answer:
        output.write(f"         {one.answered}: {one.answer}" + (f" {one.link}" if one.link else ""))


@question.command("ask")
def ask_question(
    who: Annotated[str, typer.Argument(help="Who asks.")],
    text: Annotated[str, typer.Argument(help="The question.")],
    policy: Annotated[str | None, typer.Option("--policy", metavar="POLICY")] = None,
    area: Annotated[str | None, typer.Option("--for", "--area", help="City, ST or an id.", metavar="AREA")] = None,
    assign: Annotated[str, typer.Option("--assign", help="Who looks after it.")] = "",
    as_json: Json = False,
) -> None:
    """Write down what an official asks; what was asked before is shown."""
    from lpgraph.policies import questions

    with graph(write=True) as store:
        before = questions.questions(store, words=text)[:3]
        one = questions.ask(
            store,
            _find(store, who, Label.PERSON)[0],
            text,
            policy=_find(store, policy, Label.POLICY)[0] if policy else "",
            area=_city(store, area).id if area else "",
            assignee=assign,
        )
    if as_json:
        output.write_json({"id": one, "alike": before})
        return
    output.write(one)
    for known in before:
        output.say(f"Asked before: {known.text}  {known.id}" + (f" · {known.answer}" if known.answer else ""))


@question.command("answer")
def answer_question(
    which: Annotated[str, typer.Argument(help="The question's id, or its first letters.")],
    text: Annotated[str, typer.Argument(help="The answer.")],
    link: Annotated[str, typer.Option("--link", help="Where to read more.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Replace an earlier answer.")] = False,
    as_json: Json = False,
) -> None:
    """Write the answer down."""
    from lpgraph.policies import questions

    with graph(write=True) as store:
        _entry(questions.answer(store, which, text, link=link, again=again), as_json)


@question.command("assign")
def assign_question(
    which: Annotated[str, typer.Argument(help="The question's id, or its first letters.")],
    assignee: Annotated[str, typer.Argument(help="Who looks after it.")],
    as_json: Json = False,
) -> None:
    """Say who looks after a question."""
    from lpgraph.policies import questions

    with graph(write=True) as store:
        _entry(questions.assign(store, which, assignee), as_json)


def _entry(entry: str, as_json: bool) -> None:
    """What was written down, by the id to take it back by."""
    if as_json:
        output.write_json({"entry": entry})
    else:
        output.write(entry)
