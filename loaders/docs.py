"""``docs/loaders.md``, written from the registry: what each source gives, how it is recognised, what to know."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from loaders.base import Source
from loaders.registry import SOURCES
from loaders.templates import TEMPLATES

_HEAD = """# What lpgraph reads

Written from the registry by `loaders.docs.markdown()`; do not edit. `lpgraph sources` prints the short form. A file is
recognised by its header, never by its name; a sheet that nobody recognises goes through a mapping that you confirm.
Each source has five invented rows in `loaders/samples/`.
"""


_ABOUT_TEMPLATES = """
## lpgraph's own templates

`lpgraph template NAME [--xlsx] [OUT]` writes one: a header, a line of help, two examples that are never loaded. All
templates share one namespace: an id given in one file is known in every other. A cell that points at something holds
such an id, a provider's id (`ocd-person/…`, `ein:…`, `olms:…`, `ocd-division/…`), a name, or (people) `Name <e-mail>`.
A row that has an id is known by its id, a row without one by its name.
"""


def samples_name(source: Source) -> str:
    """The file name of a source's sample."""
    return f"{source.name}.{source.media[0]}"


def _row(source: Source) -> str:
    header = ", ".join(f"`{column}`" for column in source.header) or "see below"
    return f"| `{source.name}` | {source.publisher} | {source.gives} | {', '.join(source.media)} | {header} |"


def _notes() -> Iterator[str]:
    """The modules' own words, once a module; the templates' columns."""
    seen: set[str] = set()
    for source in SOURCES:
        module = source.read.__module__
        if module.startswith("loaders.templates") or module in seen:
            continue
        seen.add(module)
        names = ", ".join(f"`{s.name}`" for s in SOURCES if s.read.__module__ == module)
        yield f"\n### {names}\n\n{inspect.cleandoc(sys.modules[module].__doc__ or '')}\n"


def _templates() -> Iterator[str]:
    yield _ABOUT_TEMPLATES
    for template in TEMPLATES.values():
        yield f"\n### {template.name}\n\n{template.gives[0].upper()}{template.gives[1:]}.\n\n| column | |\n|---|---|\n"
        for column, help_ in template.columns:
            yield f"| `{column}` | {help_} |\n"


SURVEY = Path(__file__).with_name("survey.md")  # kept apart, so that writing the page again does not lose it
_ABOUT_SURVEY = """
## Real files, and what becomes of them

Public data sets that lpgraph was tried on, each as a dry run takes it: by `python -m lpgraph.ingest.survey FOLDER`. A
“mapping proposed” is one that nobody has confirmed or changed yet; “asks which event” wants `--event`.

<!-- survey: written by python -m lpgraph.ingest.survey FOLDER --into loaders/survey.md -->
"""


COMPARED = Path(__file__).with_name("compared.md")
_ABOUT_COMPARED = """
## What was compared with the raw file

Loaded by the command and read back from the graph (long files: their first 300 rows), or, for a whole long file, what
its reading says, beside what a script of its own counted in the raw file; names letter by letter.

"""


def _survey() -> Iterator[str]:
    yield _ABOUT_COMPARED
    yield COMPARED.read_text(encoding="utf-8")
    yield _ABOUT_SURVEY
    yield SURVEY.read_text(encoding="utf-8")
    yield "<!-- /survey -->\n"


def markdown() -> str:
    """The whole page."""
    lines = [
        _HEAD,
        "\n| source | from | gives | files | columns that must be there |\n|---|---|---|---|---|\n",
        *(f"{_row(source)}\n" for source in SOURCES),
        "\n## What to know of each\n",
        *_notes(),
        *_templates(),
        *_survey(),
    ]
    return "".join(lines)


if __name__ == "__main__":
    sys.stdout.write(markdown())
