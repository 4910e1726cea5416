"""Introductions from the command line: the whole record, its gates and limits, and no address before both said yes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lpgraph.cli import main
from lpgraph.cli.program import app
from tests import servers
from tests.cli.test_verbs import Run, _write

pytestmark = pytest.mark.server
ADDRESSES = ("ada@example.org", "bo@example.org")
ADA, BO, CY = "Ada Example", "Bo Sample", "p-3"
# These start something, write, or take something apart; every other verb is called before both said yes.
LEFT_ALONE = {"demo", "dashboard", "server", "load", "undo", "unlog", "answer", "log", "introduce", "resolve", "doctor",
              "evaluate", "review", "template", "import", "restore", "erase"}  # fmt: skip


@pytest.fixture(scope="module")
def folder(watchdog: servers.Watchdog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with a server for this module alone, and four people in it."""
    with servers.embedded_home(watchdog) as home:
        files = _write(tmp_path_factory.mktemp("four") / "files")
        assert main(["--home", str(home), "load", str(files)]) == 0
        yield home


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb with --json in that home: its exit code, its document (or nothing), what it said."""
    import json

    def call(*words: str) -> tuple[int, object, str]:
        capsys.readouterr()
        code = main(["--home", str(folder), *words, "--json"])
        shown = capsys.readouterr()
        return code, json.loads(shown.out) if shown.out else None, shown.err

    return call


@pytest.fixture
def begun(run: Run) -> Iterator[str]:
    """Ada is to meet Bo; afterwards nothing is left of it."""
    code, made, said = run("introduce", ADA, BO, "--owner", "Sam", "--due", "2027-01-15")
    assert code == 0, said
    yield made["id"]
    while (found := run("introductions", made["id"]))[0] == 0:
        assert run("unlog", found[1]["history"][-1]["entry"])[0] == 0


def all_words(run: Run, folder: Path, capsys: pytest.CaptureFixture[str], which: str) -> str:
    """All that every verb that reads says, about nobody, either side, or the introduction."""
    said = ""
    for verb in app.registered_commands:
        if verb.name in LEFT_ALONE:
            continue
        for words in ([], [BO], [BO, "--json"], [which], [ADA, BO, "--json"]):
            main(["--home", str(folder), str(verb.name), *words])
            shown = capsys.readouterr()
            said += shown.out + shown.err
    return said


def test_no_verb_tells_an_address_before_both_said_yes(
    run: Run,
    folder: Path,
    begun: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every verb that reads is walked while side b has not answered; once both said yes the draft has both."""
    monkeypatch.chdir(tmp_path)  # whatever a verb writes, it writes here
    for event in ("approved", "asked_a", "yes_a", "asked_b"):
        assert run("answer", begun, event)[0] == 0
    said = all_words(run, folder, capsys, begun)
    said += "".join(path.read_text(errors="replace") for path in tmp_path.rglob("*") if path.is_file())
    assert ADA in said and begun in said  # something was said
    assert [one for one in ADDRESSES if one in said] == []
    assert run("answer", begun, "yes_b")[1]["status"] == "accepted"
    _, whole, _ = run("introductions", begun)
    assert all(one in whole["drafts"][0]["mailto"] for one in ADDRESSES)
    assert "ada@example.org" in str(run("show", ADA)[1])


def test_a_no_rests_the_pair_and_hides_the_addresses(run: Run, begun: str) -> None:
    """After a no the pair is refused both ways with the day; the answer names no side, and addresses stay hidden."""
    run("answer", begun, "approved")
    run("answer", begun, "asked_a")
    code, told, _ = run("answer", begun, "no_a", "--note", "too busy")
    assert (code, told["status"], told["a"]["answer"], "note" in told) == (0, "declined", "", False)
    for a, b in ((ADA, BO), (BO, ADA)):
        code, _, said = run("introduce", a, b)
        assert code == 1 and "Not now" in said
    assert "bo@example.org" not in str(run("show", BO)[1])
    assert run("answer", begun, "approved")[0] == 1


def test_a_step_out_of_order_says_what_is_possible(run: Run, begun: str) -> None:
    """Exit 1, and the way on; an unknown id exits 6."""
    code, _, said = run("answer", begun, "introduced")
    assert code == 1 and "approved" in said
    assert run("answer", "introduction/none", "approved")[0] == 6
    assert run("introductions", "--status", "nonsense")[0] == 1


def test_the_list_is_by_status_owner_and_person(run: Run, begun: str) -> None:
    """Each filter keeps what it says; nothing left exits 6."""
    _, found, _ = run("introductions", "--status", "open", "--owner", "sam", "--who", BO)
    assert [(r["id"], r["due"], r["owner"]["name"]) for r in found] == [(begun, "2027-01-15", "Sam")]
    assert run("introductions", "--owner", "Kim")[0] == 6
    assert run("introductions", "--status", "met")[0] == 6


def test_what_becomes_forbidden_cannot_go_on(run: Run, begun: str) -> None:
    """With “do not contact” typed meanwhile, no text is drafted and no step leads on; a no still can be said."""
    entry = run("log", BO, "do-not-contact")[1]["entry"]
    code, _, said = run("answer", begun, "approved")
    assert code == 1 and "must not be contacted" in said
    _, whole, _ = run("introductions", begun)
    assert whole["drafts"] == [] and whole["stops"]
    assert run("answer", begun, "declined")[0] == 0
    run("unlog", entry)


def test_already_know_is_a_tie_and_its_undo_takes_it_back(run: Run, begun: str) -> None:
    """“Already know” writes KNOWS between the two; undo of that step takes it away again."""
    _, told, _ = run("answer", begun, "already_know")
    stops = [g["name"] for g in run("why-not", ADA, BO)[1]["gates"] if g["stops"]]
    assert "know each other" in stops
    run("unlog", told["entry"])
    stops = [g["name"] for g in run("why-not", ADA, BO)[1]["gates"] if g["stops"]]
    assert stops == ["introduced lately"]


def test_a_bad_time_is_a_quiet_time(run: Run, begun: str) -> None:
    """“Bad time” leaves that side alone until the day that was said."""
    run("answer", begun, "bad_time", "--side", "a", "--until", "2099-01-31")
    code, _, said = run("suggest", ADA)
    assert code == 6 and "31 Jan 2099" in said
