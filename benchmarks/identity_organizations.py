"""Measures organizations and unions: pairwise precision and recall on labelled names, half of them held out.

    python -m benchmarks.identity_organizations ORGS.parquet [--half 0|1] [--wrong] [--asked]

The file holds ``rec_id, name`` and the truth ``ent_id``, and may hold ``part``; the truth is read here only to count.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import duckdb

from lpgraph.identity.organizations import OrganizationCard, score_organizations
from lpgraph.identity.organizations_join import join_organizations
from lpgraph.ids import digest

Rows = list[tuple[str, str, str, str]]


def rows_of(path: Path, half: str) -> Rows:
    """``rec_id, ent_id, name, part`` of one half of the entities, or of all."""
    rows: Rows = duckdb.read_parquet(str(path)).project("rec_id, ent_id, name, part").fetchall()
    return [row for row in rows if half == "" or int(digest([row[1]]), 16) % 2 == int(half)]


def pairs_of(groups: dict[str, list[str]]) -> set[tuple[str, str]]:
    """All pairs inside the groups."""
    return {pair for members in groups.values() for pair in combinations(sorted(members), 2)}


def grouped(of: dict[str, str]) -> dict[str, list[str]]:
    """Cluster → records."""
    groups: dict[str, list[str]] = defaultdict(list)
    for record, cluster in of.items():
        groups[cluster].append(record)
    return groups


def report(title: str, truth: dict[str, str], found: dict[str, str]) -> None:
    """One line: precision and recall over pairs."""
    true, made = pairs_of(grouped(truth)), pairs_of(grouped({k: found[k] for k in truth}))
    right = len(true & made)
    print(f"{title:14} records {len(truth):6}  P {right / len(made) if made else 1:.4f}"
          f"  R {right / len(true) if true else 1:.4f}  wrong pairs {len(made - true)}")  # fmt: skip


def main() -> None:
    """Prints the figures, and on demand what was joined wrongly and what is asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", default="", choices=("", "0", "1"))
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--asked", action="store_true")
    asked = parser.parse_args()
    rows = rows_of(asked.file, asked.half)
    begun = time.perf_counter()
    cards = [OrganizationCard(record, name) for record, _, name, _ in rows]
    pairs = score_organizations(cards)
    found = join_organizations(cards, pairs)
    seconds = time.perf_counter() - begun
    truth, name, part = ({row[0]: row[i] for row in rows} for i in (1, 2, 3))
    for label in sorted(set(part.values())):
        report(label, {k: v for k, v in truth.items() if part[k] == label}, found)
    report("all", truth, found)
    questions = {
        frozenset((found[p.a], found[p.b])): p for p in reversed(pairs) if p.p >= 0.5 and found[p.a] != found[p.b]
    }
    yes = sum(truth[p.a] == truth[p.b] for p in questions.values())
    print(f"questions {len(questions)} ({100 * len(questions) / len(rows):.1f} for 100 rows), "
          f"{yes / max(1, len(questions)):.0%} answered yes; {seconds:.1f} s")  # fmt: skip
    answered = dict(found)
    for pair in questions.values():
        if truth[pair.a] == truth[pair.b]:
            old, new = answered[pair.b], answered[pair.a]
            answered = {k: new if v == old else v for k, v in answered.items()}
    report("after queue", truth, answered)
    made = pairs_of(grouped(found))
    if asked.wrong:
        for a, b in sorted(pair for pair in made if truth[pair[0]] != truth[pair[1]]):
            print("WRONG", name[a], "|", name[b])
    if asked.missed:
        missed = sorted(pairs_of(grouped(truth)) - made)
        print(Counter(part[a] for a, _ in missed))
        for a, b in missed:
            print("MISSED", part[a], name[a], "|", name[b], [p.p for p in pairs if (p.a, p.b) == (a, b)])
    if asked.asked:
        for pair in sorted(questions.values(), key=lambda pair: -pair.p):
            print("ASK", pair.p, truth[pair.a] == truth[pair.b], name[pair.a], "|", name[pair.b], pair.evidence)


if __name__ == "__main__":
    main()
