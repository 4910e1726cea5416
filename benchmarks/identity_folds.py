"""Measures the identity of people on every state, each weighed by a model that has not seen it; and on harder cases.

    OMP_NUM_THREADS=1 uv run --with scikit-learn==1.9.1 python -m benchmarks.identity_folds LABELLED.parquet \
        --entities ENTITIES.parquet [--harder SEED] [--tuning]

LABELLED and ENTITIES as for benchmarks/identity.py; ENTITIES also has ``first``, ``last``, ``state``, ``city``,
``zip``, ``title``, ``org``, ``omail``, ``phone``. ``--harder`` puts cases of benchmarks/identity_harder.py among
what is weighed, not what is learnt from. ``--tuning`` leaves out the states that the shipped model has not seen either:
by it things are decided.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.identity import AUTO, CAREFUL, Truth, clustered, hard, pairwise, queue
from benchmarks.identity_harder import Someone, harder
from benchmarks.identity_train import held_out, names, train
from lpgraph.identity import people as engine
from lpgraph.identity import people_frequencies
from lpgraph.identity.joining import Edge, Groups
from lpgraph.identity.people import PersonCard, candidates, score_people
from lpgraph.identity.people_read import Person, read
from lpgraph.identity.table import Table, person_cards, read_table
from lpgraph.identity.trees import Trees, trees

FOLDS = 6
Tags = dict[str, set[str]]


def someones(table: Table, entities: Table) -> tuple[list[Someone], list[dict[str, str]]]:
    """The people of the truth with their records, and all records."""
    rows = [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]
    of: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        of[row["ent_id"]].append(row)
    columns = ("id", "first", "last", "state", "city", "zip", "title", "org", "omail", "phone")
    told = zip(*(entities[name] for name in columns), strict=True)
    return [Someone(*values, rows=of[values[0]]) for values in told], rows


def learnt(people: list[Person], truth: Truth) -> tuple[dict[str, dict[str, int]], Trees]:
    """The names' table and the trees of these people, as benchmarks/identity_train.py makes them."""
    people = sorted(people, key=lambda one: one.key)
    table = names(people, truth)
    with patch.object(people_frequencies, "frequencies", lambda: table):
        pairs, rows = candidates(people)
    return table, trees(train(rows, np.array([truth[a.key] == truth[b.key] for a, b in pairs])))


def weighed(cards: list[PersonCard], table: dict[str, dict[str, int]], model: Trees) -> list[Edge]:
    """Likely pairs of the cards by this model."""
    with (
        patch.object(people_frequencies, "frequencies", lambda: table),
        patch.object(engine, "people_model", lambda: model),
    ):
        return [Edge(pair.a, pair.b, pair.p, not pair.vetoed, pair.lone) for pair in score_people(cards)]


def _by_tag(groups: Groups, truth: Truth, tags: Tags) -> None:
    every = Counter(truth.values())
    right = Counter(truth[a] for some in groups.sets() for a, b in combinations(some, 2) if truth[a] == truth[b])
    for tag in sorted({tag for told in tags.values() for tag in told}):
        ids = {one for one, told in tags.items() if tag in told}
        share, made = hard(groups.sets(), truth, ids)
        there = sum(every[one] * (every[one] - 1) // 2 for one in ids)
        print(f"    {tag:<12} P {share:.4f} of {made:>5,}  R {sum(right[one] for one in ids) / max(there, 1):.3f}")


def report(cards: list[PersonCard], edges: list[Edge], truth: Truth, tags: Tags, home: dict[str, str]) -> None:
    """All of them, by tag, and by state, the worst first."""
    tagged = {one for one, told in tags.items() if told}
    for name, auto in (("auto", AUTO), ("careful", CAREFUL)):
        groups = clustered(cards, edges, auto)
        share, made = hard(groups.sets(), truth, tagged)
        p, r = pairwise(groups.sets(), truth)
        print(f"{name:<8} P {p:.4f}  R {r:.4f}  hard cases P {share:.4f} of {made:,}")
        _by_tag(groups, truth, tags)
        states = []
        for state in sorted(set(home.values())):
            own = {key: one for key, one in truth.items() if home[key] == state}
            some = [group for group in groups.sets() if home[min(group)] == state]
            states.append((*pairwise(some, own), hard(some, own, tagged)[0], state))
        for p, r, share, state in sorted(states):
            print(f"    {state:<12} P {p:.4f}  R {r:.3f}  hard cases P {share:.3f}")
    groups = clustered(cards, edges, AUTO)
    asked, yes = queue(groups, edges, truth)
    p, r = pairwise(groups.sets(), truth)
    print(f"queue    P {p:.4f}  R {r:.4f}, {100 * asked / len(cards):.1f} per 100 rows, yes {yes:.2f}")


def main() -> None:
    """Learn without a fold, weigh the fold, all folds; then tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--entities", type=Path, required=True)
    parser.add_argument("--harder", type=int, metavar="SEED")
    parser.add_argument("--tuning", action="store_true")
    args = parser.parse_args()
    table, entities = read_table(args.labelled), read_table(args.entities)
    truth = dict(zip(table["rec_id"], table["ent_id"], strict=True))
    born = dict(zip(entities["id"], entities["state"], strict=True))
    people = [read(card) for card in person_cards(table)]
    tags: Tags = {one: set(told.split()) for one, told in zip(entities["id"], entities["tags"], strict=True)}
    if args.harder is not None:
        everyone, rows = someones(table, entities)
        tags = harder(everyone, args.harder)
        table = Table({name: [row[name] for row in rows] for name in table}, table.lines)
    states = set(born.values()) - {""}
    states -= held_out(states) if args.tuning else set()
    cards = [card for card in person_cards(table) if born[truth[card.key]] in states]
    edges: list[Edge] = []
    for at in range(FOLDS):
        fold = set(sorted(states)[at::FOLDS])
        model = learnt([one for one in people if born[truth[one.key]] in states - fold], truth)
        edges += weighed([card for card in cards if born[truth[card.key]] in fold], *model)
    own = {card.key: truth[card.key] for card in cards}
    report(cards, edges, own, tags, {key: born[one] for key, one in own.items()})


if __name__ == "__main__":
    main()
