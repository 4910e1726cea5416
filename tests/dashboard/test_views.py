"""What screens say, as plain functions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from loaders.base import Issue
from lpgraph.dashboard import views, views_data, views_explore, views_files, views_introductions, views_profile, words
from lpgraph.dashboard.graph.payload import payload
from lpgraph.errors import FileRefused
from lpgraph.explore.ego import Edge, Node
from lpgraph.explore.entities import Entity
from lpgraph.explore.facts import SourceRow
from lpgraph.ingest import Progress, Report
from lpgraph.introductions.model import Ask
from tests.dashboard import fakes
from tests.dashboard.fakes import DIAZ, HOSTILE_PERSON, IMAGE, TENANTS, UNION, VEGA, FakeBackend

BACKEND = FakeBackend()


def begun() -> views_explore.Exploration:
    """An exploration around Marisol Vega."""
    return views_explore.begin(BACKEND.ego(VEGA))


def test_expanding_moves_nothing_and_stands_beside_its_parent() -> None:
    """Every old place is the same after growing, every newcomer has one, and says beside whom it came."""
    before = begun()
    after = views_explore.grow(before, BACKEND.expand("x/1", before.nodes), "x/1")
    assert {i: after.places[i] for i in before.places} == before.places
    new = set(after.nodes) - set(before.nodes)
    assert new == {"x/31"}
    assert after.by == {"x/31": "x/1"}
    assert after.view == before.view


def test_a_graph_never_grows_beyond_what_can_be_read() -> None:
    """Expansion stops at the limit and says that the graph is full."""
    crowd = [Node(f"y/{i}", "Person", "person", f"Y {i}", "") for i in range(400)]
    view = replace(BACKEND.ego(VEGA), nodes=tuple(crowd), edges=())
    after = views_explore.grow(begun(), view, VEGA)
    assert len(after.nodes) == views_explore.FULL
    assert after.full


def test_after_an_entry_ties_are_as_they_are_now_and_places_as_they_were() -> None:
    """A tie that was taken back is gone from the graph; what was added by expanding stays where it stood."""
    before = begun()
    grown = views_explore.grow(before, BACKEND.expand("x/1", before.nodes), "x/1")
    ego = BACKEND.ego(VEGA)
    gone = next(edge.id for edge in ego.edges if {edge.a, edge.b} == {VEGA, fakes.REYES})
    after = views_explore.refreshed(grown, replace(ego, edges=tuple(e for e in ego.edges if e.id != gone)))
    assert gone in grown.edges
    assert gone not in after.edges
    assert after.places == grown.places
    assert any({edge.a, edge.b} == {"x/1", "x/31"} for edge in after.edges.values())


def test_a_typed_tie_that_was_removed_leaves_with_its_other_end() -> None:
    """Somebody who was on the graph for a typed tie alone is gone when the tie is taken back."""
    ego = BACKEND.ego(VEGA)
    new = Node("x/new", "Person", "person", "Nadia New", "")
    tie = Edge("typed", VEGA, new.id, "KNOWS", "knows", weight=3)
    typed = views_explore.refreshed(begun(), replace(ego, nodes=(*ego.nodes, new), edges=(*ego.edges, tie)))
    after = views_explore.refreshed(typed, ego)
    assert new.id in typed.nodes
    assert tie.id in typed.edges
    assert new.id not in after.nodes
    assert tie.id not in after.edges


def test_lines_are_drawn_by_what_they_are() -> None:
    """Recorded is solid, at the same events thin, over is grey, a no is dashed; strength comes in three widths."""
    edge = Edge("e", "a", "b", "KNOWS", "knows", weight=5)
    drawn = [
        views_explore.tie(edge),
        views_explore.tie(replace(edge, type="TOGETHER", thin=True, weight=2)),
        views_explore.tie(replace(edge, current=False, weight=1)),
        views_explore.tie(replace(edge, type="DO_NOT_INTRODUCE")),
    ]
    assert [(tie.style, tie.width) for tie in drawn] == [("solid", 3), ("thin", 2), ("ended", 1), ("dashed", 1)]


def test_rings_say_whether_a_post_is_held_and_soon_over() -> None:
    """A current post is a ring, a term that ends within a year a broken one; others have none."""
    drawing = views_explore.drawing(begun(), "2026-11-24")
    rings = {dot.id: dot.ring for dot in drawing.dots}
    assert rings[VEGA] == "broken"
    later = views_explore.drawing(begun(), "2024-01-01")
    assert {dot.id: dot.ring for dot in later.dots}[VEGA] == "whole"
    assert rings[fakes.REYES] == ""


def test_the_payload_holds_allow_listed_keys_alone() -> None:
    """Nothing but what the component draws leaves the server: no titles, no HTML, no options of pyvis."""
    sent = payload(views_explore.drawing(begun()), 500)
    assert set(sent) == {"view", "root", "height", "nodes", "edges", "kinds", "words"}
    allowed = {"id", "label", "x", "y", "size", "kind", "name", "sub", "ring", "ghost", "rank", "by"}
    assert {key for node in sent["nodes"] for key in node} == allowed
    assert {key for edge in sent["edges"] for key in edge} == {"id", "a", "b", "width", "style", "text", "arrow"}
    assert IMAGE in {node["name"] for node in sent["nodes"]}
    assert len({edge["id"] for edge in sent["edges"]}) == len(sent["edges"]) == len(begun().edges)


def test_two_ties_of_one_pair_are_both_drawn() -> None:
    """Edges carry the relationship's own id, so that a second relation between a pair is not lost."""
    view = BACKEND.ego(VEGA)
    more = replace(view, edges=(*view.edges, replace(view.edges[0], id="another", type="LEADS")))
    sent = payload(views_explore.drawing(views_explore.begin(more)), 500)
    pair = {view.edges[0].a, view.edges[0].b}
    assert sum({edge["a"], edge["b"]} == pair for edge in sent["edges"]) == 2


def test_tables_say_what_the_graph_says() -> None:
    """The twin has a row for every dot and every tie; a kind that is switched off is off in both tables."""
    exploration = begun()
    assert len(views_explore.thing_table(exploration, ())) == len(exploration.nodes)
    assert len(views_explore.tie_table(exploration, ())) == len(exploration.edges)
    off = views_explore.thing_table(exploration, ("union",))
    assert {row["kind"] for row in off}.isdisjoint({"union"})
    assert len(views_explore.tie_table(exploration, ("union",))) < len(exploration.edges)


def test_captions_count_what_is_left_out() -> None:
    """“n of m shown” adds up, and an expansion says what it came to."""
    exploration = begun()
    count = len(exploration.nodes)
    assert f"{count} of {count + 7} shown" in views_explore.caption(exploration)
    assert views_explore.expanded(exploration, exploration, VEGA) == words.NOTHING_NEW.format(name="Marisol Vega")


def test_a_path_is_drawn_and_named() -> None:
    """The ways between two hold every stop once, and the caption says how many ways there are."""
    exploration = views_explore.ways(BACKEND.paths(VEGA, DIAZ))
    assert list(exploration.nodes) == [VEGA, fakes.REYES, DIAZ]
    assert exploration.view == views_explore.view_of(VEGA, DIAZ)
    assert views_explore.caption(exploration) == "1 shortest path between Marisol Vega and Tomás Diaz:"
    assert exploration.ways == ("Marisol Vega knows Ana Reyes; Ana Reyes knows Tomás Diaz",)


def test_cards_put_the_strongest_reason_first_and_fold_the_sources() -> None:
    """Reasons are in order of their share, each with a bar; every fact's file and row is in the folded table once."""
    suggestions = BACKEND.suggest(VEGA, Ask())
    card = views_introductions.cards(
        suggestions, "Person", {DIAZ: "Council Member, District 38"}, {VEGA: "Marisol Vega"}
    )[0]
    assert (card.name, card.line) == ("Tomás Diaz", "Council Member, District 38 · Brooklyn, NY")
    assert [reason.share for reason in card.reasons] == ["41%", "33%", "12%"]
    assert len(card.reasons[0].bar) > len(card.reasons[2].bar) >= 1
    assert card.broker == "Ask Ana Reyes to introduce them (1 ask open this month)"
    assert card.sources_title == "2 sources: attendees_2025.csv row 812 …"
    assert len(card.sources) == 4
    assert str(card.sources[0]["fact"]).startswith("Marisol Vega attended")


def test_organizations_are_not_kept_apart_from_each_other() -> None:
    """“Do not introduce” is offered where at least one is a person."""
    suggestions = BACKEND.suggest(TENANTS, Ask())
    card = next(c for c in views_introductions.cards(suggestions, "Organization", {}, {}) if c.id == UNION)
    assert not card.can_bar
    person = views_introductions.cards(suggestions, "Organization", {}, {})[0]
    assert person.can_bar


def test_why_not_puts_what_stops_apart_from_what_passes() -> None:
    """Gates that stop and gates that pass are told apart, and the stopping one shows its row."""
    answer = views_introductions.answer(BACKEND.why_not(VEGA, DIAZ), {})
    assert answer.stops == ("They know each other already.",)
    assert answer.passes == ("Neither is on our own staff.",)
    assert answer.sources[0]["source"] == "ties.csv"


def test_a_profile_has_sources_for_every_line_and_entries_apart() -> None:
    """Each line names its row; what was typed by hand is listed with its author and not twice."""
    backend = FakeBackend()
    entry = backend.log(VEGA, "met", "Ana")
    panel = views_profile.panel(backend.profile(VEGA))
    told = [line for block in panel.blocks for line in (*block.first, *block.rest)]
    assert all(line.source == "attendees_2025.csv row 812" for line in told)
    assert len(panel.blocks[0].first) == views_profile.FIRST
    assert panel.blocks[0].count == len(told) == len(panel.sources)
    assert [(e.id, e.text) for e in panel.entries] == [(entry, "met Ana (by Sam Staff)")]


def test_results_name_rows_and_reasons() -> None:
    """read = loaded + rejected is on screen, with each refused row and why."""
    issue = Issue("a.csv", 2, 3, "name", "no name", True)
    result = views_data.result(Report("a.csv", read=1203, accepted=1202, rejected=1, created=1202, issues=[issue]))
    assert result.lines[0] == "a.csv: 1,203 rows read = 1,202 loaded + 1 rejected"
    assert result.refused == ({"row": 2, "line": 3, "column": "name", "reason": "no name"},)
    assert not result.ok
    failed = views_data.result(Report("b.csv", refused=FileRefused("b.csv", "empty")))
    assert not failed.ok
    assert "b.csv: empty" in failed.lines[0]


def test_progress_says_rows_rate_and_time_left() -> None:
    """The bar moves with the rows; after two seconds there is a guess of what is left."""
    step = views_data.step(Progress("a.csv", "writing", 5_000, 20_000), 5.0)
    assert step.part == 0.25
    assert step.text == "a.csv: writing 5,000 of 20,000 rows, 1,000 a second, about 15 seconds left"
    assert views_data.step(Progress("a.csv", "reading", 10, 0), 1.0).part == 0.0
    assert views_data.step(Progress("a.csv", "matching", 0, 0), 9.0).text == "a.csv: matching who is who …"
    matching = views_data.step(Progress("a.csv", "matching", 5_000, 20_000), 5.0)
    assert matching.text == "a.csv: matching who is who 5,000 of 20,000 records, 1,000 a second, about 15 seconds left"


def test_the_ledger_leaves_out_what_cannot_be_taken_back() -> None:
    """A load that is undone is listed, but not offered for undoing again."""
    backend = FakeBackend()
    assert set(views_data.undoable(backend.loads())) == {"load1", "load2"}
    backend.undo("load2")
    assert set(views_data.undoable(backend.loads())) == {"load1"}
    assert [row["status"] for row in views_data.ledger(backend.loads())] == ["taken back", "loaded"]


def test_a_place_is_not_said_twice() -> None:
    """The place is left out where the role names it."""
    entity = Entity(VEGA, "Person", "official", "Marisol Vega", "Denver, CO")
    assert views.entity_line(entity, "Council Member, Denver City Council") == "Council Member, Denver City Council"
    assert views.entity_line(entity) == "official · Denver, CO"
    assert views.entity_line(replace(entity, where="")) == "official"


def test_sources_read_as_places_to_look() -> None:
    """A row is a file and a number; what was typed names its author."""
    row = SourceRow("s", "a.csv", 7, "load")
    assert views.sources_text((row, row)) == "a.csv row 7 and 1 more"
    assert views.source_text(replace(row, author="Sam")) == "entered by Sam"


def test_words_count_and_date_as_people_do() -> None:
    """Plurals are right, numbers have separators, dates are of the precision that is known."""
    assert [words.count(n, "row") for n in (0, 1, 1200)] == ["0 rows", "1 row", "1,200 rows"]
    assert words.count(2, "entry") == "2 entries"
    days = ("2026-03-12T14:05:00Z", "2026-03-12", "2026-03", "2026", "", None, "soon")
    assert [words.day(d) for d in days] == ["12 Mar 2026, 14:05", "12 Mar 2026", "Mar 2026", "2026", "", "", "soon"]
    assert [words.duration(s) for s in (0.2, 40, 200)] == ["1 second", "40 seconds", "3 minutes"]


def test_hostile_names_reach_views_on_one_line() -> None:
    """Names with line breaks or direction marks are cleaned before they are drawn anywhere."""
    node = replace(BACKEND.nodes[HOSTILE_PERSON], name="Ana\n\u202eReyes")
    view = replace(BACKEND.ego(VEGA), nodes=(BACKEND.nodes[VEGA], node))
    dots = {dot.id: dot for dot in views_explore.drawing(views_explore.begin(view)).dots}
    assert dots[HOSTILE_PERSON].name == "Ana Reyes"


def test_previews_show_the_first_rows_only() -> None:
    """A preview is a look, however long the file is; what cannot be loaded says why."""
    from loaders.base import Row

    rows = (Row({"name": f"Ana {i}"}, "a.csv", i, i) for i in range(1_000_000))
    preview = views_files.preview(Path("a.csv").name, None, rows, 1_000_000)
    assert len(preview.rows) == views_files.FIRST_ROWS
    assert views_files.refused(FileRefused("b.csv", "no header")).problem == "no header"
