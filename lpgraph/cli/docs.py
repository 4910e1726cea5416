"""``docs/cli.md``, made from the command line itself: ``python -m lpgraph.cli.docs > docs/cli.md``."""

from __future__ import annotations

import sys
from typing import Any

import typer

from lpgraph.cli.program import app

_HEAD = """\
# The command line

This page is made from the program: `python -m lpgraph.cli.docs > docs/cli.md`.

**The answer is on standard output**, as a table or, with `--json`, as one JSON document; progress and messages are on
standard error. `--home`, `--uri` and `--debug` may stand before or after any verb.

**Where the graph is**: `NEO4J_URI`, `NEO4J_USERNAME`, `NEO4J_PASSWORD` (or `NEO4J_PASSWORD_FILE`), `NEO4J_DATABASE`.
Without `NEO4J_URI` it is an embedded server in `LPGRAPH_HOME`. `--home` and `--uri` win over both.

**Who is meant**: an id, a provider's id (`ocd-person/…`, `olms:12345`, `ein:…`), or a name. A name that fits several
lists them with their ids, and none is picked.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | wrong use, a bug, or a load that asks first (a dry run of it too) |
| 2 | some rows were refused (the rest is loaded) |
| 3 | a file was refused |
| 4 | the store cannot be reached |
| 5 | interrupted; the same command goes on |
| 6 | nothing found, or a name that fits several |
"""


def render() -> str:
    """The whole page."""
    group: Any = typer.main.get_command(app)
    parts = [_HEAD]
    panel = ""
    for name, command in group.commands.items():
        if command.rich_help_panel != panel:
            panel = command.rich_help_panel
            parts.append(f"## {panel}\n")
        parts.append(_verb(name, command))
    return "\n".join(parts)


def _verb(name: str, command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join(["lpgraph", name, *(_argument(p) for p in arguments), *(["[OPTIONS]"] if options else [])])
    lines = [f"### `{usage}`\n", " ".join((command.help or "").split()), ""]
    rows = [(f"`{_argument(p)}`", _help(p)) for p in arguments if _help(p)]
    rows += [(f"`{_option(p)}`", _help(p)) for p in options]
    if rows:
        lines += ["| | |", "|---|---|", *(f"| {left} | {right} |" for left, right in rows), ""]
    return "\n".join(lines)


def _argument(param: Any) -> str:
    name = (param.metavar or param.name).upper() + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _option(param: Any) -> str:
    names = "/".join([*param.opts, *param.secondary_opts])
    value = "" if param.is_flag else f" {param.metavar or 'N'}"
    return names + value


def _help(param: Any) -> str:
    default = param.default
    shown = (
        f" Default: {default}."
        if isinstance(default, (int, str)) and default and not getattr(param, "is_flag", False)
        else ""
    )
    return ((param.help or "") + shown).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(render())
