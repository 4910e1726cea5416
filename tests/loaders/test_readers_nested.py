"""JSON and YAML: records wherever they lie, values as text, and no object is ever made from a file."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.base import RowRefused
from loaders.readers import Content, Opened, open_content
from lpgraph.errors import FileRefused


def opened(text: str | bytes, name: str = "x.json") -> Opened:
    """A file of this text."""
    return open_content(Content(name, text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text))


def refused(text: str | bytes, name: str = "x.json") -> FileRefused:
    """The refusal of a file of this text."""
    with pytest.raises(FileRefused) as why:
        opened(text, name)
    return why.value


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": 1, "n": "a"}, {"id": 2, "n": "b"}]',
        '{"id": 1, "n": "a"}\n{"id": 2, "n": "b"}\n',
        '{"_links": {}, "_embedded": {"osdi:people": [{"id": 1, "n": "a"}, {"id": 2, "n": "b"}]}}',
        '{"count": 2, "next": null, "data": [{"id": 1, "n": "a"}, {"id": 2, "n": "b"}]}',
        '{"people": [{"id": 1, "n": "a"}, {"id": 2, "n": "b"}]}',
    ],
)
def test_records_wherever_they_lie(text: str) -> None:
    """An array, one object a line, an OSDI envelope, and an interface's page hold the same records."""
    file = opened(text)
    assert [(r.number, r.take("ID"), r.take("n")) for r in file.rows()] == [(1, "1", "a"), (2, "2", "b")]
    assert (file.header, file.count, file.media) == (("id", "n"), 2, "json")


def test_one_object_is_one_record() -> None:
    """An object with several lists is one record, its lists kept."""
    row = next(opened('{"people": [{"id": "p"}], "clubs": []}').rows())
    assert row.node("people") == [{"id": "p"}]
    with pytest.raises(RowRefused, match="people"):
        row.maybe("people")


def test_popolo_collections_are_rows() -> None:
    """A Popolo file gives a row an object, tagged with its collection; what is no object is a refused row."""
    file = opened('{"meta": {"x": 1}, "persons": [{"id": "p"}, "odd"], "organizations": [{"id": "o"}], "posts": []}')
    rows = list(file.rows())
    assert [(r.data.get("collection"), r.data.get("id")) for r in rows] == [
        ("persons", "p"),
        (None, None),
        ("organizations", "o"),
    ]
    assert [bool(r.refusal) for r in rows] == [False, True, False]


def test_numbers_stay_as_written() -> None:
    """No float touches an id: 7.0, 1e400 and twenty digits stay text; true and null are what they are."""
    row = next(
        opened(
            '{"a": 7.0, "b": 1e400, "c": 12345678901234567890, "d": true, "e": null, "f": 007e0}'.replace("007e0", "0")
        ).rows()
    )
    assert [row.maybe(c) for c in "abcdef"] == ["7.0", "1e400", "12345678901234567890", "true", "", "0"]
    assert row.node("d") is True


def test_lines_and_raw_text_of_json_records() -> None:
    """A record of an array knows its line and its own text, for the quarantine."""
    rows = list(opened('[\n {"a": "1"},\n "text",\n {"a": "2"}\n]').rows())
    assert [(r.number, r.line, bool(r.refusal)) for r in rows] == [(1, 2, False), (2, 3, True), (3, 4, False)]
    assert rows[1].text == '"text"'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[{"a": 1},]', "JSON"),
        ("{'a': 1}", "JSON"),
        ('[{"a": 1}] x', "JSON"),
        ('"text"', "no record"),
        ("[[1, 2]]", "no record"),
        ('{"a": 1, "a": 2}', "twice"),
        ('{"a": NaN}', "NaN"),
        ("[" * 100_000, "levels|JSON"),
        (b'{"a": "\xf1"}', "utf-8"),
    ],
)
def test_what_is_no_json_of_records_is_refused(text: str | bytes, says: str) -> None:
    """Each with its reason; none with a traceback."""
    assert re.search(says, refused(text).reason)


def test_single_records_that_cannot_be_stored_are_refused() -> None:
    """Half a character, a zero character, and nesting without end refuse their row, not the file."""
    deep = '{"a": ' * 60 + "1" + "}" * 60
    rows = list(opened('[{"a": "\\ud800"}, {"a": "x\\u0000"}, ' + deep + ', {"a": "\\u001b"}, {"a": "ok"}]').rows())
    assert [bool(r.refusal) for r in rows] == [True, True, True, False, False]
    assert rows[3].flags


def test_a_map_of_like_values_is_a_row_an_entry() -> None:
    """An object whose keys are data gives a row for each, with its own line and text, however many they are."""
    file = opened('{"A|1": [1, 2],\n "B|x": [3]}\n')
    rows = list(file.rows())
    assert [(r.data, r.line) for r in rows] == [
        ({"key": "A|1", "value": ["1", "2"]}, 1),
        ({"key": "B|x", "value": ["3"]}, 2),
    ]
    assert (rows[1].text, file.header) == ('"B|x": [3]', ("key", "value"))
    many = opened(json.dumps({f"name {n}": {"id": n} for n in range(2500)}))
    assert (many.count, next(many.rows()).node("value")) == (2500, {"id": "0"})


@pytest.mark.parametrize(
    "text",
    [
        '{"id": [1], "tags": [2]}',  # a record of lists
        '{"a|b": 1, "c|d": 2}',  # single values: a record with odd names
        '{"a|b": [1], "c|d": {"x": 1}}',  # values of two shapes
        "{}",
    ],
)
def test_a_record_is_not_taken_for_a_map(text: str) -> None:
    """An object whose keys name fields stays one record."""
    row = next(opened(text).rows())
    assert row.data.keys() == json.loads(text).keys()


def test_an_empty_array_has_no_records() -> None:
    """Nothing in it is not an error."""
    assert opened("[]").count == 0


YAML = """id: ocd-person/1
name: NO
born: 1990-01-02
zip: 01234
image: null
empty:
roles:
- type: mayor
  end_date: '2026'
"""


def test_yaml_is_text() -> None:
    """Norway stays NO, dates and zeros stay as written; only null, ~ and nothing are nothing."""
    row = next(opened(YAML, "x.yml").rows())
    assert [row.maybe(c) for c in ("name", "born", "zip", "image", "empty")] == ["NO", "1990-01-02", "01234", "", ""]
    assert row.node("roles") == [{"type": "mayor", "end_date": "2026"}]
    quoted = next(opened("last: 'null'\nmiddle: Null\n", "x.yml").rows())
    assert (quoted.maybe("last"), quoted.maybe("middle")) == ("null", "Null")


def test_yaml_lists_and_documents() -> None:
    """A list of mappings and several documents are records; what is no mapping is a refused row."""
    rows = list(opened("- a: 1\n- text\n- a: 2\n", "x.yaml").rows())
    assert [(r.line, bool(r.refusal)) for r in rows] == [(1, False), (2, True), (3, False)]
    assert opened("a: 1\n---\na: 2\n", "x.yaml").count == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: !!python/object/apply:os.system ['true']\n", "asks for an object"),
        ("a: !!python/name:os.system\n", "asks for an object"),
        ("a: 1\na: 2\n", "twice"),
        ("a:\n\t- 1\n", "not valid YAML"),
        ("text\n", "no record"),
        ("? [1, 2]\n: x\n", "key"),
        ("a: *nothing\n", "alias|YAML"),
        ("[" * 200 + "]" * 200, "levels"),
        (
            "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 10)}]\n" for i in range(9)),
            "multiply",
        ),
    ],
)
def test_hostile_yaml_is_refused(text: str, says: str) -> None:
    """No object is made, nothing multiplies, and the message says why."""
    assert re.search(says, refused(text, "x.yaml").reason)


def test_an_honest_alias_is_followed() -> None:
    """A shared value is a value."""
    row = next(opened("a: &x {b: 1}\nc: *x\n", "x.yaml").rows())
    assert row.node("c") == {"b": "1"}


LEAF = st.one_of(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12), st.none(), st.booleans())
RECORD = st.dictionaries(
    st.text("abcxyz", min_size=1, max_size=4), st.one_of(LEAF, st.lists(LEAF, max_size=3)), min_size=1, max_size=4
)


@settings(deadline=None)
@given(st.lists(RECORD, min_size=1, max_size=5), st.booleans())
def test_what_json_writes_is_read_back(records: list[dict[str, object]], by_line: bool) -> None:
    """Any text in any shape of record comes back, as an array or as lines."""
    if by_line:
        text = "\n".join(json.dumps(r) for r in records)
        if len(records) == 1:
            text += "\n"
    else:
        text = json.dumps(records, ensure_ascii=False, indent=1)
    if by_line and len(records) == 1:
        assert opened(text).count == 1
        return
    assert [r.data for r in opened(text).rows()] == records


def test_a_letter_lost_earlier_is_named() -> None:
    """U+FFFD in a value is text, but somebody should know that a letter was lost: the row is flagged, CSV and JSON."""
    for file in (
        opened('[{"id": "1", "n": "Mu\ufffdoz"}, {"id": "2", "n": "b"}]'),
        opened("id,n\n1,Mu\ufffdoz\n2,b\n", "x.csv"),
    ):
        first, second = file.rows()
        assert first.take("n") == "Mu\ufffdoz"
        assert "lost" in first.flags[0].reason
        assert second.flags == []
