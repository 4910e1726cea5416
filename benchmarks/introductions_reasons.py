"""Are the reasons true? Random suggestions of a loaded graph, each fact looked up in the files that were loaded.

    lpgraph load FILES…                                        # into the graph that LPGRAPH_HOME names
    python benchmarks/introductions_reasons.py FILES… [--suggestions 200] [--seed 1]

For every fact of every reason: the file is there, the row is there, and the record names both ends whole, in any case,
order and accents: by a name that some row wrote, or by an id that a file gave. For a sentence: each count is exactly
that of its facts, whatever it names (events, places, policies, people) is an end of one of its facts, and a stage and
a date stand in the measure's record. Every suggestion must have a path. Of a JSON list the element of the row counts,
of any other JSON or YAML the file.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from loaders.areas import state_code
from lpgraph.explore import entities
from lpgraph.ids import fold
from lpgraph.introductions import Ask, FactRef, Reason, Suggestion, suggest
from lpgraph.model import Label
from lpgraph.network.snapshot import take
from lpgraph.settings import load_settings
from lpgraph.store import open_store

COUNTED = re.compile(
    r"^(?P<who>.+) was at (?P<mine>[\d,]+) events? with you and at (?P<theirs>[\d,]+) with (?P<other>.+)\.$"
)
SHARED = re.compile(r"^Both (?:active on|belong to|are in|were at|go to events on) (?P<names>.+)\.$")
MORE = re.compile(r"(?P<n>[\d,]+) more$")
DAY = re.compile(r"(?:on|since) (?P<day>\d{1,2} \w{3} \d{4})")
DISTRICT = re.compile(r"(?:council district|District|Ward) (?P<number>\w+)$")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
Names = Mapping[str, list[str]]


@lru_cache(maxsize=8_000)
def records(path: Path) -> tuple[str, ...]:
    """The records of a file as they are written."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if path.suffix == ".csv":
        return tuple(" ".join(row) for row in list(csv.reader(text.splitlines(keepends=True)))[1:])
    if path.suffix == ".json":
        whole = json.loads(text)
        if isinstance(whole, list) and len(whole) > 1:
            return tuple(json.dumps(one, ensure_ascii=False) for one in whole)
        return (json.dumps(whole, ensure_ascii=False),)
    return (text,)


def record_of(fact: FactRef, files: Mapping[str, Path]) -> str:
    """The record of a fact; nothing when there is no such file or row."""
    path = files.get(fact.source) or files.get(Path(fact.source).name)
    if path is None:
        return ""
    rows = records(path)
    number = (fact.row or 1) - 1
    if 0 <= number < len(rows):
        return rows[number]
    return "" if path.suffix == ".csv" else " ".join(rows)


def words_of(text: str) -> list[str]:
    """The words of a name, without case and accents."""
    return re.findall(r"\w+", fold(text))


@lru_cache(maxsize=100_000)
def _spoken(record: str) -> tuple[frozenset[str], str]:
    return frozenset(words_of(record)), "".join(words_of(record))


def named(name: str, record: str) -> bool:
    """Whether a record names something whole: every word of it, or all of it run together."""
    spoken, joined = _spoken(record)
    asked = words_of(name)
    if not asked:
        return False
    if (code := state_code(name)) and code in spoken:
        return True  # a state that a file writes by its code
    if (found := DISTRICT.search(name)) and found["number"].casefold() in spoken:
        return True  # a seat that a file of one council writes as its number
    return all(word in spoken for word in asked) or "".join(asked) in joined


def wrong(fact: FactRef, files: Mapping[str, Path], names: Names) -> str:
    """What is wrong with a fact; nothing when its row names both ends."""
    record = record_of(fact, files)
    if not record:
        return f"no row {fact.row} of {fact.source}"
    lacking = [one for one in fact.ids if not any(named(name, record) for name in names.get(one, [one]))]
    return f"{fact.source} row {fact.row} does not name {names.get(lacking[0], lacking)[0]}" if lacking else ""


def together(reason: Reason, called: str, other: str | None, u: str, names: Names) -> int:
    """At how many events both somebody of a name and another (``you`` where it is nothing) were, by the facts."""
    seen: dict[str, set[str]] = defaultdict(set)
    for fact in reason.facts:
        if fact.type.startswith("ATTENDED"):
            seen[fact.ids[1]].add(fact.ids[0])
    sides = [{one for one in names if names[one][0] == name} for name in (called, other or "")]
    if not other:
        sides[1] = {u}
    return sum(bool(who & sides[0]) and bool(who & sides[1]) for who in seen.values())


def untold(one: Suggestion, reason: Reason, names: Names, files: Mapping[str, Path]) -> Iterator[str]:
    """What a sentence says that its facts do not."""
    if found := COUNTED.match(reason.text):
        people = {fact.ids[0] for fact in reason.facts}
        for other, said in ((None, found["mine"]), (found["other"], found["theirs"])):
            count = together(reason, found["who"], other, one.path[0], names)
            if count != int(said.replace(",", "")) and {one.path[0], one.id} <= people:
                yield f"the facts say {count}"
    ends = [name for fact in reason.facts for end in fact.ids for name in names.get(end, [])]
    if found := SHARED.match(reason.text):
        rows = " ".join({record_of(fact, files) for fact in reason.facts})
        for name in re.split(r", | and ", MORE.sub("", found["names"])):
            if words_of(name) and not named(name, " ".join(ends)) and not named(name, rows):
                yield f"no fact names {name}"
    measure = " ".join(record_of(fact, files) for fact in reason.facts if fact.type.startswith("ENACTS"))
    for day in DAY.findall(reason.text):
        if not any(form in measure for form in _written(day)):
            yield f"no measure's row has {day}"


def _written(day: str) -> tuple[str, ...]:
    """A day as files write it."""
    number, month, year = day.split()
    when = date(int(year), MONTHS.index(month) + 1, int(number))
    return when.isoformat(), f"{when.month}/{when.day}/{when.year}", f"{when:%m/%d/%Y}", f"{when:%d/%m/%Y}", day


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
        ends = {one for s in drawn for r in s.reasons for f in r.facts for one in f.ids} | {s.id for s in drawn}
        names = {one: [name] for one, name in entities.names(store, sorted(ends)).items()}
        for one in sorted(ends):
            # A row may name somebody by the id that another file gave them, or as it writes the name.
            kind = one.partition("/")[0].title()
            for label in [kind] if kind in set(Label) else Label:
                for row in store.read(f"explore_mentions:{label}", id=one, limit=500):
                    given_ids = [str(part).rpartition("/")[2] for part in json.loads(row["data"]).get("ident", ())]
                    names.setdefault(one, []).extend(filter(None, (row["name"], *given_ids)))
    facts = [(s, r, f) for s in drawn for r in s.reasons for f in r.facts]
    bad = [f"{r.text} [{why}]" for s, r, f in facts if (why := wrong(f, files, names))]
    bad += [f"{r.text} [{why}]" for s in drawn for r in s.reasons for why in untold(s, r, names, files)]
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
