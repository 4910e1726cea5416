"""Each screen alone over the invented network: it draws without an exception, and its buttons do what they say."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lpgraph.dashboard import words
from lpgraph.dashboard.keys import Kept, Key
from lpgraph.dashboard.main import PAGES
from lpgraph.errors import StoreUnreachable
from tests.dashboard.fakes import DIAZ, HOSTILE_PERSON, IMAGE, PICTURE, UNION, VEGA, FakeBackend


def page(backend: object, name: str) -> None:
    """The script that a test runs: one page with the errors guarded as in ``main``."""
    import streamlit as st

    from lpgraph.dashboard.banner import guard
    from lpgraph.dashboard.main import PAGES

    def go(page: str, who: str) -> None:
        st.session_state["went"] = (page, who)

    with guard():
        PAGES[name][1](backend, go)


def opened(name: str, backend: FakeBackend, who: str | None = VEGA, **params: str) -> AppTest:
    """A page as a visitor sees it first, by its deep link."""
    at = AppTest.from_function(page, kwargs={"backend": backend, "name": name}, default_timeout=60)
    if who:
        at.query_params["who"] = who
    for key, value in params.items():
        at.query_params[key] = value
    at.run()
    assert not at.exception, at.exception[0].message
    return at


def texts(at: AppTest) -> str:
    """All plain text and Markdown on the page."""
    parts = [*at.text, *at.markdown, *at.caption, *at.warning, *at.error, *at.success, *at.info, *at.subheader]
    return "\n".join(str(part.value) for part in parts)


def unfilled(at: AppTest) -> list[str]:
    """Sentences on the page whose placeholders nobody filled."""
    sinks = [*texts(at).splitlines(), *(b.label for b in at.button), *(e.label for e in at.expander)]
    return [text for text in sinks if re.search(r"\\?\{\w+\\?\}", text)]


def graph(at: AppTest) -> dict[str, Any]:
    """What was sent to the graph component."""
    sent: dict[str, Any] = json.loads(at.get("bidi_component")[0].proto.json)
    return sent


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize("who", [None, VEGA, HOSTILE_PERSON, UNION])
def test_every_page_opens(name: str, who: str | None) -> None:
    """Whoever it is about, and about nobody, a page draws without an exception."""
    at = opened(name, FakeBackend(), who)
    assert at.header[0].value == PAGES[name][0]
    assert unfilled(at) == []


@pytest.mark.parametrize("name", list(PAGES))
def test_every_page_says_that_the_store_is_down(name: str) -> None:
    """No page breaks when the store does not answer: one banner says so, and what the store said."""
    at = opened(name, FakeBackend(error=StoreUnreachable("nothing answers at bolt://127.0.0.1:7687")))
    assert [e.value for e in at.error] == [words.STORE_DOWN]
    assert "nothing answers" in texts(at)


def test_a_page_comes_back_with_the_store() -> None:
    """The next run after the store is back shows the page again."""
    backend = FakeBackend(error=StoreUnreachable("away"))
    at = opened("explore", backend)
    backend.error = None
    at.run()
    assert not at.exception
    assert not at.error
    assert graph(at)["root"] == VEGA


def test_an_id_that_is_gone_is_said() -> None:
    """A deep link to something that was taken out says so in words."""
    at = opened("explore", FakeBackend(), "person/nobody")
    assert "There is nothing with the id person/nobody." in texts(at)


def test_explore_draws_around_the_deep_link() -> None:
    """The address alone gives graph, counts, profile and tables."""
    at = opened("explore", FakeBackend())
    sent = graph(at)
    assert sent["root"] == VEGA
    assert f"{len(sent['nodes'])} of {len(sent['nodes']) + 7} shown" in texts(at).replace("\\", "")
    assert at.subheader[0].value == "Marisol Vega"
    assert len(at.dataframe) >= 2


def test_search_finds_and_the_address_follows() -> None:
    """A name that fits one is taken at once; its id, never the name, goes into the address."""
    at = opened("explore", FakeBackend(), None)
    at.text_input(Key.FIND).set_value("Tomás Diaz").run()
    assert not at.exception
    assert at.query_params["who"] == DIAZ
    assert graph(at)["root"] == DIAZ


def test_search_offers_several_and_says_none() -> None:
    """Several fits are offered with kind and place; none is said in words."""
    at = opened("explore", FakeBackend(), None)
    at.text_input(Key.FIND).set_value("okafor").run()
    options = at.selectbox[0].options
    assert len(options) > 3
    assert all("·" in option for option in options)
    assert at.selectbox[0].value is None  # nobody is meant until somebody chooses
    assert "who" not in at.query_params
    at.text_input(Key.FIND).set_value("zzz").run()
    assert words.NOBODY.format(text="zzz") in texts(at)


def test_a_path_between_two_is_drawn() -> None:
    """With a second name the graph shows the way, and a button leads back."""
    at = opened("explore", FakeBackend(), to=DIAZ)
    assert graph(at)["root"] == VEGA
    assert {node["id"] for node in graph(at)["nodes"]} >= {VEGA, DIAZ}
    assert unfilled(at) == []
    at.button(Key.PATH_CLEAR).click().run()
    assert len(graph(at)["nodes"]) > 3


def test_no_path_is_said() -> None:
    """Two that nothing joins get a sentence instead of an empty picture."""
    at = opened("explore", FakeBackend(), to=UNION)
    assert "No path" in texts(at)


def test_what_is_entered_is_listed_and_can_be_taken_back() -> None:
    """An entry goes to the store, appears on the profile with its author, and goes with its button."""
    backend = FakeBackend()
    at = opened("explore", backend)
    at.text_input(Key.ENTRY_AUTHOR).set_value("Sam Staff")
    at.button(Key.ENTRY_SAVE).click().run()
    assert not at.exception
    assert list(backend.entries.values()) == [(VEGA, "met", "")]
    at.run()
    assert "Sam Staff" in texts(at)
    at.button(Key.ENTRY_REMOVE.of("entry0")).click().run()
    assert backend.entries == {}


def test_an_entry_that_needs_a_second_one_asks_for_it() -> None:
    """“Knows somebody” without a name writes nothing and says what is missing."""
    backend = FakeBackend()
    at = opened("explore", backend)
    at.selectbox(Key.ENTRY_WHAT).set_value("knows").run()
    at.button(Key.ENTRY_SAVE).click().run()
    assert backend.entries == {}
    assert words.ENTRY_NEEDS_OTHER in texts(at)


def test_a_card_reads_as_a_staffer_would_say_it() -> None:
    """Rank, name, role and place; reasons, bars, broker and folded sources are on the card."""
    at = opened("introductions", FakeBackend())
    said = texts(at).replace("\\", "")
    assert "Tomás Diaz** · Council Member, District 38 · Brooklyn, NY" in said
    assert "Ana Reyes knows you, and was at 3 events with Diaz." in said
    assert "Ask Ana Reyes to introduce them (1 ask open this month)" in said
    assert any("attendees" in e.label for e in at.expander)
    assert "3 suggestions" in said


def test_kinds_filter_the_cards() -> None:
    """Asked for unions alone, only unions are shown."""
    at = opened("introductions", FakeBackend())
    at.get("button_group")[0].set_value(["union"]).run()
    assert not at.exception
    assert "1 suggestion," in texts(at).replace("\\", "")
    assert "Service Workers United Local 105" in texts(at)


def test_do_not_introduce_and_undo() -> None:
    """A pair that is marked is gone from the cards at once, and back after undo."""
    backend = FakeBackend()
    at = opened("introductions", backend)
    at.button(Key.WHY_CARD.of(DIAZ)).click().run()
    at.button(Key.DO_NOT_INTRODUCE.of(f"do_not_introduce:{DIAZ}")).click().run()
    assert [(r.a.id, r.b.id, r.because) for r in backend.book().records] == [(VEGA, DIAZ, "do not introduce")]
    assert words.DO_NOT_INTRODUCE_DONE.format(a="Marisol Vega", b="Tomás Diaz") in texts(at)
    assert "Council Member, District 38" not in texts(at).replace("\\", "")
    at.button(Key.UNDO).click().run()
    assert backend.entries == {}
    assert "Council Member, District 38" in texts(at).replace("\\", "")


def test_why_not_answers_for_anybody() -> None:
    """A name in the box gets what stops the pair and what speaks for it."""
    at = opened("introductions", FakeBackend())
    at.text_input(Key.WHY_NOT).set_value("Tomás Diaz").run()
    assert "They know each other already." in texts(at)
    assert "Both active on Fair workweek." in texts(at)


def test_cards_lead_to_explore() -> None:
    """The link on a card opens Explore about that one."""
    at = opened("introductions", FakeBackend())
    at.button(Key.TO_EXPLORE.of(UNION)).click().run()
    assert at.session_state["went"] == ("explore", UNION)


def test_an_empty_store_offers_the_first_step() -> None:
    """With nothing loaded, the first screen says what fills it and leads there."""
    at = opened("introductions", FakeBackend(empty=True), None)
    assert words.EMPTY_STORE in texts(at)
    at.button(Key.GO_TO_DATA).click().run()
    assert at.session_state["went"] == ("data", "")


def test_loading_needs_the_event_and_shows_the_result(tmp_path: Any) -> None:
    """A folder is previewed, its event asked for, loaded in the background; the rejected row is on screen."""
    file = tmp_path / "attendees.csv"
    file.write_text("name\nAna\n")
    backend = FakeBackend(home=tmp_path)
    at = opened("data", backend, None)
    at.text_input(Key.FOLDER).set_value(str(file)).run()
    assert "Eventbrite: who registered" in texts(at)
    at.text_input(Key.EVENT).set_value("Spring convening, 2026-03-12")
    at.button(Key.LOAD).click().run()
    job = at.session_state[Kept.JOB]
    job.future.result(timeout=10)
    at.run()
    assert not at.exception
    paths, options = backend.loaded[0]
    assert (paths, options.event, options.dry_run) == ([file], "Spring convening, 2026-03-12", False)
    assert "3 rows read = 2 loaded + 1 rejected" in texts(at).replace("\\", "")
    assert any(words.REJECTED_TITLE in e.label for e in at.expander)


def test_checking_writes_nothing(tmp_path: Any) -> None:
    """“Check only” is a dry run."""
    file = tmp_path / "attendees.csv"
    file.write_text("name\nAna\n")
    backend = FakeBackend(home=tmp_path)
    at = opened("data", backend, None)
    at.text_input(Key.FOLDER).set_value(str(file)).run()
    at.text_input(Key.EVENT).set_value("Spring convening")
    at.button(Key.DRY_RUN).click().run()
    at.session_state[Kept.JOB].future.result(timeout=10)
    at.run()
    assert backend.loaded[0][1].dry_run
    assert words.DRY_RUN_DONE in texts(at)


def test_a_folder_that_is_not_there_is_said() -> None:
    """A wrong path gets a sentence."""
    at = opened("data", FakeBackend(), None)
    at.text_input(Key.FOLDER).set_value("/nowhere/at/all").run()
    assert "/nowhere/at/all" in texts(at).replace("\\", "").replace("\u2060", "")


def test_a_load_is_taken_back_after_a_question() -> None:
    """Undo asks first; after the yes the ledger shows it."""
    backend = FakeBackend()
    at = opened("data", backend, None)
    at.selectbox(Key.LEDGER_PICK).set_value("load2").run()
    assert backend.undone == []
    at.button(Key.UNDO_SURE).click().run()
    assert backend.undone == ["load2"]
    assert "Taken back" in texts(at)


@pytest.mark.parametrize("name", list(PAGES))
def test_no_sink_of_markdown_gets_a_hostile_name_unescaped(name: str) -> None:
    """What is drawn by Markdown never holds an image, a link or HTML as a name wrote it."""
    at = opened(name, FakeBackend(), HOSTILE_PERSON)
    markdown = [*at.markdown, *at.caption, *at.subheader, *at.header, *at.warning, *at.success, *at.info, *at.error]
    sinks = [str(part.value) for part in markdown] + [e.label for e in at.expander] + [b.label for b in at.button]
    assert not [text for text in sinks if IMAGE in text or PICTURE in text or "![" in text or "](" in text]
