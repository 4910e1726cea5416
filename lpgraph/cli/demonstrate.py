"""The verb ``demo``: the fictional network is loaded or found, its stories are told, the dashboard opens."""

from __future__ import annotations

import shlex
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from lpgraph.cli import output
from lpgraph.cli.files import bar
from lpgraph.cli.session import Stop, stoppable

if TYPE_CHECKING:
    from lpgraph.demo import Demo, Story
    from lpgraph.settings import Settings

WIDTH = 88


def run(settings: Settings, *, dashboard: bool, port: int | None, as_json: bool) -> int:
    """Everything that ``lpgraph demo`` does; gives the exit code."""
    from lpgraph.demo import load_demo

    output.say("The fictional network: a moment …")
    with stoppable(Stop()) as stop, bar() as progress:
        demo = load_demo(settings, progress, stop)
    if as_json:
        output.write_json(_document(demo))
    else:
        _tell(demo)
    if not dashboard:
        return 0
    from lpgraph.dashboard import serve

    output.say("Opening the dashboard. Ctrl-C ends it.")
    return serve.serve(demo.settings, port, say=output.say)


def _document(demo: Demo) -> dict[str, object]:
    return {
        "home": demo.settings.home,
        "as_of": demo.as_of.isoformat(),
        "loads": [{"file": r.file, "load": r.load, "accepted": r.accepted} for r in demo.reports],
        "stories": [
            {"title": s.title, "text": s.text, "people": s.people, "look": _command(s, demo.settings.home)}
            for s in demo.stories
        ],
    }


def _tell(demo: Demo) -> None:
    rows = sum(r.accepted for r in demo.reports)
    done = f"{rows:,} rows of {len(demo.reports)} files loaded" if demo.reports else "loaded before"
    output.write("")
    output.write(f"A fictional network as of {demo.as_of.day} {demo.as_of:%b %Y}: {done}.")
    output.write("Everybody is invented, and so is every body: each has “Sample” in its name.")
    output.write("")
    output.write("What to look at")
    for number, story in enumerate(demo.stories, 1):
        output.write(f"{number:>3}  {story.title}")
        for line in textwrap.wrap(story.text, WIDTH):
            output.write(f"     {line}")
        output.write(f"     $ {_command(story, demo.settings.home)}")
    output.write("")


def _command(story: Story, home: Path) -> str:
    """The story's command, for the graph that the demo lives in."""
    return story.look.replace("lpgraph ", f"lpgraph --home {shlex.quote(str(home))} ", 1)
