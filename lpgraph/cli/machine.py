"""Verbs about this machine: demo, dashboard, doctor, server."""

from __future__ import annotations

import platform
import shlex
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lpgraph.cli import output
from lpgraph.cli.files import bar
from lpgraph.cli.session import Json, Stop, import_store, session, stoppable
from lpgraph.errors import LpgraphError, StoreError, UsageError

if TYPE_CHECKING:
    from lpgraph.demo import Story
    from lpgraph.settings import Settings

LOW_SPACE = 500_000_000  # bytes; a load of the usual size needs half of it
_PACKAGES = ("lpgraph", "neo4j", "arcadedb-embedded", "streamlit", "typer")


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


@dataclass(slots=True)
class Checkup:
    """What doctor found."""

    versions: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    store: dict[str, Any] = field(default_factory=dict)
    free_bytes: int = 0
    problems: list[dict[str, str]] = field(default_factory=list)

    def problem(self, what: str, do: str) -> None:
        """Something is wrong, and what to do about it."""
        self.problems.append({"what": what, "do": do})


def doctor(as_json: Json = False) -> int:
    """Versions, settings, space; what is wrong, what to do."""
    settings = session.settings()
    found = Checkup(_versions(), _masked(settings))
    found.free_bytes = shutil.disk_usage(_existing(settings.home)).free
    if found.free_bytes < LOW_SPACE:
        free = f"{found.free_bytes / 1e6:,.0f} MB"
        found.problem(f"the disk of {settings.home} has {free} left", "make room before you load")
    code = _look_at_store(settings, found)
    if as_json:
        output.write_json(asdict(found) | {"ok": not found.problems})
    else:
        _print(found)
    return code


def _look_at_store(settings: Settings, found: Checkup) -> int:
    """Open the graph, and say what it is; gives the exit code."""
    import_store()
    from lpgraph.store import open_store, schema

    try:
        with open_store(settings) as store:
            found.store = {
                "uri": store.endpoint.uri, "server": store.version, "dialect": store.dialect,
                "schema": schema.version(store), "schema_known": schema.VERSION,
            }  # fmt: skip
    except LpgraphError as error:
        embedded = "look at the log in the home folder, or lpgraph server stop, then start"
        advice = embedded if settings.embedded else "start it, or correct NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD"
        found.problem(str(error), advice)
        return error.exit_code
    return 0


def _print(found: Checkup) -> None:
    groups = {"versions": found.versions, "settings": found.settings, "store": found.store}
    for title, values in groups.items():
        output.write(title)
        for name, value in values.items():
            output.write(f"  {name:<18} {value}")
    output.write(f"free space           {found.free_bytes / 1e9:,.1f} GB")
    output.write("")
    for problem in found.problems:
        output.write(f"! {problem['what']}. What to do: {problem['do']}.")
    if not found.problems:
        output.write("Nothing is wrong.")


def _versions() -> dict[str, str]:
    versions = {"python": platform.python_version(), "system": platform.platform()}
    for name in _PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = "not installed"
    return versions


def _masked(settings: Settings) -> dict[str, str]:
    """The settings as text; a secret shows as stars, its absence as nothing."""
    secret = "********" if settings.password is not None else ""
    return {
        "LPGRAPH_HOME": str(settings.home),
        "NEO4J_URI": settings.uri or "(embedded server)",
        "NEO4J_USERNAME": settings.username,
        "NEO4J_PASSWORD": secret,
        "NEO4J_PASSWORD_FILE": str(settings.password_file or ""),
        "NEO4J_DATABASE": settings.database,
    }


def _existing(path: Path) -> Path:
    """The nearest folder that is there."""
    return next(p for p in (path, *path.parents) if p.exists())


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
