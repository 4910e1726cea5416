"""Measures the identity of people: on states that nothing was learnt from, hard cases apart, the queue, and speed.

    python -m benchmarks.identity LABELLED.parquet --model DIR [--entities ENTITIES.parquet] [--speed] [--splink]

LABELLED as for benchmarks/identity_train.py, which made the model of DIR with ``--hold-out``; without ``--model`` it is
the shipped one, which has seen these states. ENTITIES has ``id`` and ``tags`` (namesake, srjr, household …). Pairwise,
after clustering. A question is answered by the truth: a yes joins the clusters, a no keeps them apart.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

from benchmarks.identity_train import held_out
from lpgraph.identity import people as engine
from lpgraph.identity import people_frequencies
from lpgraph.identity.joining import Edge, Groups, Thresholds, join, questions
from lpgraph.identity.people import PersonCard, person_keys, score_people
from lpgraph.identity.people_read import read
from lpgraph.identity.resolving import people_groups
from lpgraph.identity.table import person_cards, read_table
from lpgraph.identity.trees import trees
from lpgraph.settings import MATCH_AUTO

AUTO, CAREFUL, ASK, PER_HUNDRED = MATCH_AUTO, Thresholds().careful, Thresholds().ask, 8
Truth = dict[str, str]


def pairwise(clusters: Iterable[Iterable[str]], truth: Truth) -> tuple[float, float]:
    """Precision and recall over pairs of records."""
    right = made = 0
    for cluster in clusters:
        of = Counter(truth[key] for key in cluster)
        made += of.total() * (of.total() - 1) // 2
        right += sum(n * (n - 1) // 2 for n in of.values())
    every = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    return right / max(made, 1), right / max(every, 1)


def hard(clusters: Iterable[Iterable[str]], truth: Truth, tagged: set[str]) -> tuple[float, int]:
    """Precision over the joined pairs of which one record at least is of a tagged person, and how many there are."""
    right = made = 0
    for cluster in clusters:
        for a, b in combinations(cluster, 2):
            if truth[a] in tagged or truth[b] in tagged:
                made += 1
                right += truth[a] == truth[b]
    return right / max(made, 1), made


def clustered(cards: list[PersonCard], edges: list[Edge], auto: float) -> Groups:
    """The clusters at one threshold."""
    groups = people_groups(cards)
    join(groups, edges, auto)
    return groups


def queue(groups: Groups, edges: list[Edge], truth: Truth) -> tuple[int, float]:
    """Ask in the order of value, up to the limit; gives how many were asked and the share of yes. Joins on the way."""
    limit = len(groups.root) * PER_HUNDRED // 100
    asked = yes = 0
    for edge in questions(groups, edges, ASK):
        a, b = groups.root[edge.a], groups.root[edge.b]
        if asked == limit or a == b or b in groups.apart[a]:
            continue
        asked += 1
        if truth[edge.a] == truth[edge.b]:
            yes += 1
            groups.join(edge.a, edge.b)
        else:
            groups.part(edge.a, edge.b)
    return asked, yes / max(asked, 1)


def quality(cards: list[PersonCard], truth: Truth, tags: dict[str, set[str]]) -> None:
    """The table of the page on identity."""
    start = time.perf_counter()
    edges = [Edge(pair.a, pair.b, pair.p, not pair.vetoed, pair.lone) for pair in score_people(cards)]
    print(f"{len(cards):,} records scored in {time.perf_counter() - start:.1f} s")
    for name, auto in (("auto", AUTO), ("careful", CAREFUL)):
        groups = clustered(cards, edges, auto)
        print(f"{name:<8} P {pairwise(groups.sets(), truth)[0]:.4f}  R {pairwise(groups.sets(), truth)[1]:.4f}")
        for tag in sorted({tag for told in tags.values() for tag in told}):
            share, made = hard(groups.sets(), truth, {one for one, told in tags.items() if tag in told})
            print(f"    {tag:<10} P {share:.4f} of {made:,}")
        share, made = hard(groups.sets(), truth, {one for one, told in tags.items() if told})
        print(f"    all tagged P {share:.4f} of {made:,}" if made else "")
    groups = clustered(cards, edges, AUTO)
    asked, yes = queue(groups, edges, truth)
    after = pairwise(groups.sets(), truth)
    print(f"queue    P {after[0]:.4f}  R {after[1]:.4f}, {100 * asked / len(cards):.1f} per 100 rows, yes {yes:.2f}")


def speed(cards: list[PersonCard], people: int = 200_000, rows: int = 500) -> None:
    """New rows against a large graph: its cards are invented from the table's names; the store would hold the keys."""
    read_names = [read(card).name for card in cards]
    given = sorted({name.given[0] for name in read_names if name.given and len(name.given[0]) > 1})
    family = sorted({" ".join(name.family) for name in read_names if name.family})
    index: defaultdict[str, list[PersonCard]] = defaultdict(list)
    states = sorted({card.state for card in cards})
    made = 0
    for step in range(people):
        card = replace(
            cards[step % len(cards)], key=f"g{step}", name="", given=given[step * 7 % len(given)],
            family=family[step * 13 % len(family)], state=states[step % len(states)],
            emails=(f"g{step}@mail.example",), phones=(f"{3_000_000_000 + step * 7}",),
        )  # fmt: skip
        made += 1
        for key in person_keys(card):
            index[key].append(card)
    start = time.perf_counter()
    new = cards[:rows]
    near = {one.key: one for card in new for key in person_keys(card) for one in index.get(key, ())}
    found = score_people([*new, *near.values()])
    spent = time.perf_counter() - start
    print(f"{rows} rows against {made:,} people: {spent:.2f} s, {len(near):,} looked at, {len(found):,} pairs likely")


def splink(cards: list[PersonCard], truth: Truth) -> None:
    """Splink 5 on the same rows, trained by EM on them as its tutorial does: the time, and its pairs over 0.999 as
    clusters."""
    import pandas as pd
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    said = [(card, read(card)) for card in cards]
    frame = pd.DataFrame(
        {
            "unique_id": [c.key for c, _ in said], "given": [p.given or None for _, p in said],
            "family": [p.family or None for _, p in said], "email": [min(p.emails, default=None) for _, p in said],
            "phone": [min(p.phones, default=None) for _, p in said], "city": [p.city or None for _, p in said],
            "state": [p.state for _, p in said],
        }
    )  # fmt: skip
    start = time.perf_counter()
    exact = [cl.ExactMatch(name) for name in ("email", "phone", "city")]
    names = [cl.JaroWinklerAtThresholds(name, [0.92]) for name in ("given", "family")]
    rules = [block_on("email"), block_on("phone"), block_on("family", "state")]
    linker = Linker(
        DuckDBAPI().register(frame),
        SettingsCreator(
            link_type="dedupe_only", comparisons=[*names, *exact], blocking_rules_to_generate_predictions=rules
        ),
    )
    linker.training.estimate_u_using_random_sampling(1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("family", "state"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("email"))
    found = linker.inference.predict(threshold_match_probability=0.999).as_pandas_dataframe()
    spent = time.perf_counter() - start
    groups = Groups([card.key for card in cards])
    for a, b in zip(found["unique_id_l"], found["unique_id_r"], strict=True):
        groups.join(a, b)
    right, reached = pairwise(groups.sets(), truth)
    print(f"Splink: {spent:.1f} s, {len(found):,} pairs, P {right:.4f}  R {reached:.4f}")


@contextmanager
def weighing_by(folder: Path | None) -> Iterator[None]:
    """Weigh by the model of a folder that benchmarks/identity_train.py wrote, where one is given."""
    if folder is None:
        print("the shipped model has learnt from these states too: --model DIR for one that has not")
        yield
        return
    table, model = (
        json.loads((folder / name).read_text("utf-8")) for name in ("people_names.json", "people_model.json")
    )
    with (
        patch.object(people_frequencies, "frequencies", lambda: table),
        patch.object(engine, "people_model", lambda: trees(model)),
    ):
        yield


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--entities", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--splink", action="store_true")
    args = parser.parse_args()
    table = read_table(args.labelled)
    everyone = person_cards(table)
    truth = dict(zip(table["rec_id"], table["ent_id"], strict=True))
    of = {card.key: read(card).state for card in everyone}
    kept = held_out(set(of.values()))
    cards = [card for card in everyone if of[card.key] in kept]
    tags: dict[str, set[str]] = {}
    if args.entities:
        told = read_table(args.entities)
        tags = {one: set(tag.split()) for one, tag in zip(told["id"], told["tags"], strict=True)}
    print("states kept apart:", " ".join(sorted(kept)))
    with weighing_by(args.model):
        quality(cards, {card.key: truth[card.key] for card in cards}, tags)
    if args.speed:
        speed(everyone)
    if args.splink:
        splink(cards, {card.key: truth[card.key] for card in cards})
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB at most")


if __name__ == "__main__":
    main()
