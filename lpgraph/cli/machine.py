"""Verbs about this machine: demo, dashboard, doctor, server."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpgraph.cli import output
from lpgraph.cli.files import bar
from lpgraph.cli.session import Json, Stop, import_store, session, stoppable
from lpgraph.errors import StoreError, UsageError

if TYPE_CHECKING:
    from lpgraph.demo import Story


def dashboard(
    port: Annotated[int | None, typer.Option("--port", help="The first free one from 8501 on if left out.")] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.", metavar="")] = True,
) -> int:
    """Open the dashboard on this machine."""
    from lpgraph.dashboard import serve
    from lpgraph.store import open_store

    try:
        open_store(session.settings()).close()
    except StoreError as error:
        output.say(f"{error}\nThe dashboard opens all the same and waits for it.")
    return serve.serve(session.settings(), port, browser, output.say)


def server(
    action: Annotated[str, typer.Argument(help="start, status or stop", metavar="ACTION")] = "status",
    as_json: Json = False,
) -> None:
    """Start, stop or look at the embedded graph server."""
    import_store()
    from lpgraph.store import embedded

    settings = session.settings()
    if action not in ("start", "status", "stop"):
        raise UsageError(f"server {action}: say start, status or stop.")
    if not settings.embedded:
        raise UsageError(f"The graph is at {settings.uri}: there is no embedded server to {action}.")
    if action == "start":
        embedded.start(settings.home)
    ended = embedded.stop(settings.home) if action == "stop" else False
    running = embedded.status(settings.home)
    document = {
        "running": running is not None,
        "uri": running.uri if running else None,
        "pid": running.pid if running else None,
        "home": settings.home,
    }
    if as_json:
        output.write_json(document)
    elif running:
        output.write(f"running at {running.uri}, process {running.pid}, data in {settings.home}")
    else:
        output.write(f"{'stopped' if ended else 'not running'}, data in {settings.home}")


def doctor(as_json: Json = False) -> int:
    """Versions, settings, space; what is wrong, what to do."""
    import_store()
    from lpgraph.store.doctor import examine

    found = examine(session.settings(), start=True)
    wrong = [one for one in found if not one.ok]
    if as_json:
        output.write_json({"ok": not wrong, "findings": found})
    else:
        output.table(("what", "found"), [(one.name, one.value) for one in found])
        output.write("")
        for one in wrong:
            output.write(f"! {one.name}: {one.value}. What to do: {one.advice}")
        if not wrong:
            output.write("Nothing is wrong.")
    return max((one.code for one in wrong), default=0)


def demo(
    show: Annotated[
        bool, typer.Option("--dashboard/--no-dashboard", help="Open the dashboard at the end.", metavar="")
    ] = True,
    port: Annotated[int | None, typer.Option("--port", help="Of the dashboard.")] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.", metavar="")] = True,
    as_json: Json = False,
) -> int:
    """A fictional network in a graph of its own: look around."""
    import_store()
    from lpgraph import demo as demonstration
    from lpgraph.dashboard import serve

    with stoppable(Stop()) as stop, bar() as progress:
        made = demonstration.load_demo(session.settings(), progress, stop)
    home = made.settings.home
    looks = [
        replace(s, look=s.look.replace("lpgraph ", f"lpgraph --home {shlex.quote(str(home))} ", 1))
        for s in made.stories
    ]
    if as_json:
        loaded = [r.as_json() for r in made.reports]
        output.write_json({"home": home, "as_of": made.as_of.isoformat(), "stories": looks, "loaded": loaded})
    else:
        _tell_demo(home, looks, sum(r.accepted for r in made.reports))
    return serve.serve(made.settings, port, browser, output.say) if show else 0


def _tell_demo(home: Path, stories: Sequence[Story], rows: int) -> None:
    """What there is to find, and the command that shows each."""
    loaded = f"{rows:,} rows were loaded through the real loaders." if rows else "It was loaded before."
    output.write(f"A fictional network, every person in it invented, in {home}. {loaded}")
    for story in stories:
        output.write("")
        output.write(story.title)
        output.write(f"  {story.text}")
        output.write(f"  {story.look}")
    output.write(
        "\nIts graph server keeps running, so that the next call is quick. "
        f"lpgraph --home {shlex.quote(str(home))} server stop ends it."
    )
