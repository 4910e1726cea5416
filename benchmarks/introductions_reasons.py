"""Are the reasons true? Random suggestions of a loaded graph, each fact looked up in the files that were loaded.

    lpgraph load FILES…                                        # into the graph that LPGRAPH_HOME names
    python benchmarks/introductions_reasons.py FILES… [--suggestions 200] [--seed 1]

For every fact of every reason: the file is there, the row is there, and the record names whose fact it is, by name or
by the id that another file gave (for a JSON or YAML file with several records a row, the file does). Counts in a
sentence ("at 3 events with you") must be those of its facts. Every suggestion must have a path. Nothing of the store is
asked for what is checked against the files.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path

from lpgraph.explore import entities
from lpgraph.ids import fold
from lpgraph.introductions import Ask, FactRef, Suggestion, suggest
from lpgraph.network.snapshot import take
from lpgraph.settings import load_settings
from lpgraph.store import open_store

COUNTED = re.compile(r"at (\d[\d,]*)(?: events?)? with")


@lru_cache(maxsize=4_000)
def records(path: Path) -> tuple[str, ...]:
    """The records of a file, folded; of anything but CSV the whole file is one."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if path.suffix != ".csv":
        return (fold(text),)
    return tuple(fold(" ".join(row)) for row in list(csv.reader(text.splitlines(keepends=True)))[1:])


def named(name: str, record: str) -> bool:
    """Whether a record names something: every word of three letters or more that is written there, most of them."""
    if fold(name).replace(" ", "") in record.replace(" ", ""):
        return True
    words = [word for word in re.findall(r"\w+", fold(name)) if len(word) > 2]
    found = sum(word in record for word in words)
    return bool(words) and found >= max(1, (len(words) + 1) // 2)


def wrong(fact: FactRef, files: dict[str, Path], names: dict[str, list[str]]) -> str:
    """What is wrong with a fact; nothing when it is as its row says."""
    path = files.get(fact.source) or files.get(Path(fact.source).name)
    if path is None:
        return f"no file {fact.source}"
    rows = records(path)
    if path.suffix == ".csv" and not 1 <= (fact.row or 0) <= len(rows):
        return f"{fact.source} has no row {fact.row}"
    record = rows[(fact.row or 1) - 1] if path.suffix == ".csv" else rows[0]
    called = names.get(fact.ids[0], [fact.ids[0]])
    if any(named(name, record) for name in called):
        return ""
    return f"{fact.source} row {fact.row} does not name {called[0]}"


def miscounted(one: Suggestion) -> list[str]:
    """Sentences whose count of events is not that of their facts."""
    found = []
    for reason in one.reasons:
        events = Counter(f.ids[1] for f in reason.facts if f.type == "ATTENDED")
        together = sum(1 for count in events.values() if count >= 2)
        said = [int(text.replace(",", "")) for text in COUNTED.findall(reason.text)]
        if said and max(said) > together:
            found.append(f"“{reason.text}” has facts for {together} events")
    return found


def main() -> None:
    """Draw, look up, print; exits 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--suggestions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    paths = [p for top in given.files for p in ([top] if top.is_file() else sorted(top.rglob("*"))) if p.is_file()]
    files = {p.name: p for p in paths}
    chance = random.Random(given.seed)
    with open_store(load_settings(), reader=True) as store:
        snapshot = take(store)
        ids = list(snapshot.nodes.ids)
        chance.shuffle(ids)
        drawn: list[Suggestion] = []
        for who in ids:
            found = suggest(store, snapshot, who, Ask())
            drawn += chance.sample(found, min(3, len(found)))
            if len(drawn) >= given.suggestions:
                break
        drawn = drawn[: given.suggestions]
        ends = {one for s in drawn for r in s.reasons for f in r.facts for one in f.ids}
        names = {one: [name] for one, name in entities.names(store, sorted(ends)).items()}
        for label in ("Person", "Organization"):
            for one in ends:
                # A row may name somebody by the id that another file gave them, or as it writes the name.
                for row in store.read(f"explore_mentions:{label}", id=one, limit=500):
                    names.setdefault(one, []).extend(filter(None, (row["name"], *json.loads(row["data"])["ident"])))
    facts = [(s, r, f) for s in drawn for r in s.reasons for f in r.facts]
    bad = [f"{r.text} [{why}]" for s, r, f in facts if (why := wrong(f, files, names))]
    bad += [text for s in drawn for text in miscounted(s)]
    pathless = sum(not s.path or not s.reasons for s in drawn)
    for line in sorted(set(bad))[:20]:
        print("wrong:", line)
    kinds = Counter(r.kind for s in drawn for r in s.reasons)
    sources = Counter(f.source for _, _, f in facts)
    print(f"{len(drawn)} suggestions, {sum(kinds.values())} reasons ({dict(kinds)}), {len(facts):,} facts of "
          f"{len(sources)} files: {len(bad)} wrong, {pathless} without a path")  # fmt: skip
    sys.exit(bool(bad or pathless or not drawn))


if __name__ == "__main__":
    main()
