"""The corpus's way in: one file through the shipped load, and the people that the store then holds.

``score.py`` of the corpus runs ``adapter WORKDIR FORMAT AS_OF FILE`` once a file, with one WORKDIR an item. One
embedded server serves all items: a WORKDIR that is new starts with an empty graph. A server that nobody used for a
while is ended by the process that ``ensure_ending`` leaves behind.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lpgraph.errors import LpgraphError
from lpgraph.ingest import LoadOptions, Report, fingerprint, load, loads
from lpgraph.ingest.derive import Known, derive, from_row
from lpgraph.model import Label
from lpgraph.settings import load_settings
from lpgraph.store import Store, embedded, open_store
from tests import servers

IDLE_SECONDS = 600
FIELDS = {
    "first_name": "givenName", "last_name": "familyName", "city": "city", "state": "state", "zip": "zip",
    "organization": "organization", "role": "title", "website": "website", "joined": "joined", "notes": "notes",
}  # fmt: skip


def answer(store: Store, folder: Path, file: Path, as_of: str) -> dict[str, Any]:
    """Load one file into the store as ``lpgraph load`` does, and say what became of it, in the corpus's words."""
    options = LoadOptions(folder=folder, as_of=as_of or None, who="corpus")
    try:
        reports = load(store, [file], options)
    except LpgraphError as why:
        reports = [Report(file.name, error=str(why))]
    said = _said(reports)
    said["fingerprint"] = fingerprint(store)
    said["people"] = people(store)
    return said


def _said(reports: list[Report]) -> dict[str, Any]:
    issues = [issue for report in reports for issue in report.issues]
    errors = [report.error for report in reports if report.error]
    rejected = sum(report.rejected for report in reports)
    outcome = "reject_file" if errors else "accept_with_rejects" if rejected else "accept"
    rows = [{"row": i.row, "line": i.line, "reason": i.reason, "refused": i.refused} for i in issues if i.row]
    return {
        "outcome": outcome,
        "file_error": "; ".join(errors),
        "read": None if errors else sum(report.read for report in reports),
        "accepted": None if errors else sum(report.accepted for report in reports),
        "rejected": [row for row in rows if row["refused"]],
        "warned": [row for row in rows if not row["refused"]],
        "file_warnings": [i.reason for i in issues if not i.row],
        "created": sum(report.created for report in reports),
        "changed": sum(report.updated + report.merged for report in reports),
        "deleted": 0,
        "crashed": False,
    }


def people(store: Store) -> list[dict[str, str]]:
    """Everybody whom a plain sheet named: one for each key (id, else e-mail) of each person in the graph."""
    as_of = {line.id: line.asOf for line in loads(store) if line.live}
    known: dict[str, Known] = {}
    for line in loads(store):
        known |= {row["key"]: from_row(row) for row in store.read("mention_by_load", load=line.id)}
    groups: defaultdict[tuple[str, str, str], list[Known]] = defaultdict(list)
    for one in known.values():
        if one.mention.label is Label.PERSON:
            groups[one.entity, one.mention.ident[0], one.mention.ident[-1]].append(one)
    return [_person(kind, key, groups[entity, kind, key], as_of) for entity, kind, key in sorted(groups)]


def _person(kind: str, key: str, mentions: list[Known], as_of: dict[str, str]) -> dict[str, str]:
    """One person as the graph derives it from these mentions; contacts of the newest mention that has one."""
    props = derive(Label.PERSON, mentions, as_of)
    newest = sorted(mentions, key=lambda k: (max(as_of.get(load, "") for load in k.loads), k.key), reverse=True)
    said = {field: str(props[name]) for field, name in FIELDS.items() if name in props}
    said["id"] = key if kind == "id" else ""
    said["email"] = next((k.mention.emails[0] for k in newest if k.mention.emails), "")
    said["phone"] = next((k.mention.phones[0] for k in newest if k.mention.phones), "")
    return said


@contextlib.contextmanager
def corpus_store(workdir: Path) -> Iterator[Store]:
    """The store that all items share, emptied when the WORKDIR is new."""
    home = Path(tempfile.gettempdir()) / f"lpgraph-corpus-{getpass.getuser()}"
    home.mkdir(mode=0o700, exist_ok=True)
    (home / "used").touch()
    ensure_ending(home)
    with open_store(load_settings(home=home)) as store:
        mine = workdir / "lpgraph"
        if not mine.is_dir():
            servers.wipe(servers.for_tests(store))
            mine.mkdir(mode=0o700, parents=True)
        yield store


def ensure_ending(home: Path) -> None:
    """Leave one process behind that ends the server of this home when nobody used it for ``IDLE_SECONDS``."""
    with contextlib.suppress(FileExistsError):
        (home / "ending").touch(exist_ok=False)
        subprocess.Popen(
            [sys.executable, "-c", "import sys; from tests.corpus.adapting import end; end(sys.argv[1])", str(home)],
            cwd=Path(__file__).parents[2], start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip


def end(home: str) -> None:
    """Wait until the home is no longer used, then end its server and take it away."""
    used = Path(home) / "used"
    while used.exists() and time.time() - used.stat().st_mtime < IDLE_SECONDS:
        time.sleep(10)
    embedded.stop(Path(home))
    shutil.rmtree(home, ignore_errors=True)


def main(arguments: list[str]) -> int:
    """``adapter WORKDIR FORMAT AS_OF FILE``: one JSON object on standard output, whatever happens."""
    workdir, _form, as_of, file = arguments
    try:
        with corpus_store(Path(workdir)) as store:
            said = answer(store, Path(workdir) / "lpgraph", Path(file), as_of)
    except Exception as why:  # noqa: BLE001  a crash is what the corpus looks for: it is an answer too
        said = {"crashed": True, "error": f"{type(why).__name__}: {why}"[:300], "trace": traceback.format_exc()[-2000:]}
    said["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump(said, sys.stdout)
    sys.stdout.flush()
    return os.EX_OK
