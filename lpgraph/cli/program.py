"""The command line: one verb a capability, grouped by task; ``main`` turns every end of it into an exit code."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from lpgraph.cli import (
    ask,
    brief,
    coalition,
    correct,
    entries,
    evaluate,
    exports,
    files,
    introductions,
    machine,
    plan,
    policy,
    resolve,
    review,
    undoing,
)
from lpgraph.cli.output import say
from lpgraph.cli.session import at_once, session
from lpgraph.errors import Interrupted, LpgraphError, StoreError

_ANYWHERE = {"--home": True, "--uri": True, "--debug": False}  # option → takes a value
BUG, USAGE, INTERRUPTED = 1, 1, 5


class Verbs(TyperGroup):
    """Lets ``--home``, ``--uri`` and ``--debug`` stand anywhere, and keeps the verbs in the order of the task."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The options that every verb has go before the verb."""
        return super().parse_args(ctx, hoisted(args))

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, those of shell completion unlisted: they are used once, and docs/operations.md has them."""
        params = super().get_params(ctx)
        for one in params:
            if one.name in ("install_completion", "show_completion"):
                one.hidden = True  # type: ignore[attr-defined]
        return params

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is typer's
        """In the order in which they were added."""
        return list(self.commands)


def hoisted(args: Sequence[str]) -> list[str]:
    """Arguments with the options of every verb moved to the front; what follows ``--`` is left alone.

    >>> hoisted(["show", "Vega", "--home", "x", "--debug", "--", "--home"])
    ['--home', 'x', '--debug', 'show', 'Vega', '--', '--home']
    """
    front: list[str] = []
    rest: list[str] = []
    queue = list(args)
    while queue:
        word = queue.pop(0)
        name = word.partition("=")[0]
        if word == "--":
            rest += [word, *queue]
            break
        if name not in _ANYWHERE or ("=" in word and not _ANYWHERE[name]):
            rest.append(word)
            continue
        front.append(word)
        if _ANYWHERE[name] and "=" not in word and queue:
            front.append(queue.pop(0))
    return front + rest


app = typer.Typer(
    name="lpgraph",
    cls=Verbs,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={
        "help_option_names": ["-h", "--help"],
    },
    epilog="Exit 0 done, 1 wrong use, 2 rows or 3 file refused, 4 store, 5 stopped, 6 none.",
)


@app.callback()
def _globals(
    home: Annotated[Path | None, typer.Option("--home", help="Folder of the embedded graph.", metavar="DIR")] = None,
    uri: Annotated[
        str | None, typer.Option("--uri", help="A Neo4j instead: bolt://… or neo4j://…", metavar="URI")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.", metavar="")] = False,
) -> None:
    """Whom to connect, why, and who can make the introduction."""
    session.home, session.uri, session.debug = home, uri, debug or session.debug


_START, _IN, _LOOK, _MEET = "Start", "Put data in, set right", "Look", "Introduce"
_TOGETHER = "Coalitions"
for _panel, _name, _verb in (
    (_START, "demo", machine.demo),
    (_START, "dashboard", machine.dashboard),
    (_START, "doctor", machine.doctor),
    (_START, "server", machine.server),
    (_IN, "sources", files.sources),
    (_IN, "template", files.template),
    (_IN, "load", files.load),
    (_IN, "loads", undoing.loads),
    (_IN, "undo", undoing.undo),
    (_IN, "log", entries.log),
    (_IN, "unlog", entries.unlog),
    (_IN, "correct", correct.correct),
    (_IN, "review", review.review),
    (_IN, "resolve", resolve.resolve),
    (_IN, "export", exports.export),
    (_IN, "import", exports.import_),
    (_IN, "fingerprint", undoing.fingerprint),
    (_LOOK, "search", ask.search),
    (_LOOK, "show", ask.show),
    (_LOOK, "path", ask.path),
    (_LOOK, "brief", brief.brief),
    (_MEET, "suggest", ask.suggest),
    (_MEET, "why-not", ask.why_not),
    (_MEET, "evaluate", evaluate.evaluate),
    (_TOGETHER, "coalition", coalition.coalition),
    (_TOGETHER, "coverage", coalition.coverage),
    (_TOGETHER, "votes", coalition.votes),
    (_TOGETHER, "what-if", coalition.what_if),
    (_TOGETHER, "turnover", coalition.turnover),
    (_TOGETHER, "plan", plan.plan),
    (_TOGETHER, "policy", policy.policy),
    (_TOGETHER, "peers", policy.peers),
    (_MEET, "introduce", introductions.introduce),
    (_MEET, "introductions", introductions.introductions),
    (_MEET, "answer", introductions.answer),
):
    app.command(_name, rich_help_panel=_panel)(_verb)
app.add_typer(policy.question, name="question", rich_help_panel=_TOGETHER)


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code; never a traceback unless ``--debug`` asks for it."""
    words = list(sys.argv[1:] if args is None else args)
    session.home, session.uri, session.debug = None, None, "--debug" in words
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    before = signal.getsignal(signal.SIGTERM)
    try:
        with suppress(ValueError):  # not the main thread: whoever runs us there handles signals
            signal.signal(signal.SIGTERM, at_once)
        return _run(words)
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGTERM, before)


def _run(words: list[str]) -> int:
    """The verb, and what each way of ending means."""
    try:
        done = app(args=words, prog_name="lpgraph", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the edge: a bug is one line, and all of it with --debug
        return _ended(error)
    except KeyboardInterrupt as error:
        return _ended(error)
    return done if isinstance(done, int) else 0


def _ended(error: BaseException) -> int:
    """The exit code of an error, once it has been said."""
    again = "Stopped. Give the same command again and it goes on from there."
    if isinstance(error, (StoreError, BufferError)) and _was_stopped(
        error
    ):  # what a signal tore in the middle of an answer
        return _fail(again, INTERRUPTED)
    match error:
        case LpgraphError():
            return _fail(str(error), error.exit_code)
        case KeyboardInterrupt() | typer.Abort():
            return _fail(again, INTERRUPTED)
        case typer.Exit():
            return error.exit_code
        case TyperException():
            return _misused(error)
    return _fail(f"This is a bug in lpgraph ({type(error).__name__}: {error}). --debug shows where.", BUG)


def _was_stopped(error: BaseException | None) -> bool:
    """Whether somebody asked to stop while this error came about."""
    while error is not None and not isinstance(error, (KeyboardInterrupt, Interrupted)):
        error = error.__context__
    return error is not None


def _fail(message: str, code: int) -> int:
    if session.debug:
        traceback.print_exc()
    say(f"lpgraph: {message}" if message else "")
    return code


def _misused(error: TyperException) -> int:
    """A wrong option or argument, in one or two lines."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        return USAGE  # the help has been shown
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    where = f"{context.command_path} --help" if context else "lpgraph --help"
    return _fail(f"{said}\nSee: {where}", USAGE)
