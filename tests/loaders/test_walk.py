"""Folders and archives: which files, in which order, and what is left out."""

from __future__ import annotations

import errno
import gzip
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from loaders.readers import open_content
from loaders.recognise import gather
from loaders.registry import SOURCES
from loaders.walk import QUIET, walk
from lpgraph.errors import FileRefused

CSV = "name,email\nAna,ana@example.org\n"


def tar(*members: tuple[str, bytes], mode: str = "w:gz") -> bytes:
    """A tar archive of these files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def packed(*members: tuple[str, bytes]) -> bytes:
    """A zip archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_folder_in_order_without_notes_and_hidden_files(tmp_path: Path) -> None:
    """Names sort; notes, hidden and foreign files are passed over and named; a note given outright is read."""
    for name in (
        "b.csv",
        "a/z.csv",
        "a/c.tsv",
        "SOURCE.txt",
        "LICENSE",
        "x.png",
        ".secret.csv",
        "a/.git/d.csv",
        "data.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CSV)
    walked = walk([tmp_path])
    top = tmp_path.name
    assert [f.name for f in walked.files] == [f"{top}/{n}" for n in ("b.csv", "data.txt", "a/c.tsv", "a/z.csv")]
    assert {n.removeprefix(f"{top}/") for n, _ in walked.passed} == {"SOURCE.txt", "LICENSE", "x.png", ".secret.csv"}
    assert [f.name for f in walk([tmp_path / "SOURCE.txt"]).files] == ["SOURCE.txt"]


def test_links_lead_only_inside(tmp_path: Path) -> None:
    """A link in a folder to a file outside it is not followed; one to a file inside is."""
    (tmp_path / "outside.csv").write_text(CSV)
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.csv").write_text(CSV)
    (inside / "b.csv").symlink_to(inside / "a.csv")
    (inside / "c.csv").symlink_to(tmp_path / "outside.csv")
    (inside / "d.csv").symlink_to(inside / "d.csv")
    (inside / "loop").symlink_to(inside)
    walked = walk([inside])
    assert [f.name for f in walked.files] == ["in/a.csv", "in/b.csv"]
    assert {n for n, reason in walked.passed if "link" in reason} == {"in/c.csv", "in/d.csv", "in/loop"}


@pytest.mark.parametrize("name", ["people.tar.gz", "people.tgz", "people.tar", "people.zip"])
def test_archives_are_folders(tmp_path: Path, name: str) -> None:
    """Members are read in order without unpacking to disk, and know the archive they came from."""
    members = (("people/b.json", b'{"id": 2}'), ("people/a.json", b'{"id": 1}'), ("README.md", b"note"))
    mode = "w" if name.endswith("tar") else "w:gz"
    (tmp_path / name).write_bytes(packed(*members) if name.endswith("zip") else tar(*members, mode=mode))
    walked = walk([tmp_path / name])
    assert [f.name for f in walked.files] == [f"{name}/people/a.json", f"{name}/people/b.json"]
    assert len({f.folder for f in walked.files}) == 1
    assert [open_content(f).count for f in walked.files] == [1, 1]
    assert sorted(p.name for p in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("x.zip", b"PK\x03\x04 not really", "damaged"),
        ("x.tar.gz", b"\x1f\x8b not really", "damaged"),
        ("x.zip", packed(("a.csv", b" " * 60_000_000)), "times its size"),
        ("x.tar.gz", tar(("a.csv", b" " * 60_000_000)), "unpacks to more"),
    ],
)
def test_bad_archives_are_refused(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    """Damaged ones and bombs, with the reason, before anything is read."""
    (tmp_path / name).write_bytes(data)
    walked = walk([tmp_path / name])
    assert not walked.files
    assert says in walked.refused[0].reason


def test_members_that_lead_elsewhere_are_left_alone(tmp_path: Path) -> None:
    """Links and devices in an archive are not followed; a name with .. is only a name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        link = tarfile.TarInfo("link.csv")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
        data = tarfile.TarInfo("../up.csv")
        data.size = len(CSV)
        archive.addfile(data, io.BytesIO(CSV.encode()))
    (tmp_path / "x.tgz").write_bytes(out.getvalue())
    assert [f.name for f in walk([tmp_path / "x.tgz"]).files] == ["x.tgz/../up.csv"]
    assert [p.name for p in tmp_path.iterdir()] == ["x.tgz"]


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    """An empty folder, and a path that is not there, are refused with the reason."""
    (tmp_path / "empty").mkdir()
    assert "holds no file" in walk([tmp_path / "empty"]).refused[0].reason
    assert "no such file" in walk([tmp_path / "absent.csv"]).refused[0].reason


def test_large_files_are_not_held_and_must_stay_the_same(tmp_path: Path) -> None:
    """A folder of large files does not fill the memory; one that changes meanwhile is refused, not half read."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("name,file\n" + f"Ana Vale,{name}\n" * 150_000)
    files = [open_content(c) for c in walk([tmp_path]).files]
    for _ in range(2):
        assert [next(f.rows()).take("file") for f in files] == ["a.csv", "b.csv"]
    (tmp_path / "a.csv").write_text("name,file\n")
    with pytest.raises(FileRefused, match="changed while"):
        next(files[0].rows())


def test_one_packed_file_is_its_content(tmp_path: Path) -> None:
    """people.csv.gz is people.csv, given outright or in a folder: same bytes, same hash."""
    (tmp_path / "people.csv.gz").write_bytes(gzip.compress(CSV.encode()))
    (tmp_path / "plain.csv").write_text(CSV)
    for given in (tmp_path, tmp_path / "people.csv.gz"):
        found = walk([given]).files[0]
        assert found.name.endswith("people.csv")
        assert found.sha256 == walk([tmp_path / "plain.csv"]).files[0].sha256


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"a" * (20 << 20)), "unpacks to more than"),
        (gzip.compress(CSV.encode())[:-9], "damaged"),
        (b"not packed at all", "damaged"),
        (gzip.compress(b""), "empty"),
    ],
)
def test_a_packed_file_that_cannot_be_right_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """A bomb, a cut or false file is refused with its reason, and nothing of it is read."""
    (tmp_path / "people.csv.gz").write_bytes(data)
    walked = walk([tmp_path / "people.csv.gz"])
    assert walked.files == []
    assert reason in str(walked.refused[0])


def test_packed_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    """Nothing is unpacked twice."""
    (tmp_path / "a.zip").write_bytes(packed(("people.csv.gz", gzip.compress(CSV.encode())), ("b.csv", CSV.encode())))
    walked = walk([tmp_path / "a.zip"])
    assert [f.name for f in walked.files] == ["a.zip/b.csv"]
    assert walked.passed == [("a.zip/people.csv.gz", "an archive inside an archive")]


@pytest.mark.parametrize("name", ["dump.sql", "letter.docx", "sheet.ods", "data.js"])
def test_files_that_are_no_table_say_what_to_do(tmp_path: Path, name: str) -> None:
    """A dump, a document or a program given outright is refused for what it is, not for a column in it."""
    (tmp_path / name).write_bytes(b"PK\x03\x04insert into a values (1, 1);\n")
    with pytest.raises(FileRefused, match=r"is an? "):
        open_content(walk([tmp_path / name]).files[0])


def test_what_is_left_out_of_a_folder_is_said(tmp_path: Path) -> None:
    """A file that somebody may have meant is named with what to do; hidden files, notes and mappings are not."""
    for name in ("a.csv", "noext", "scan.pdf", "sheet.ods", "old.doc", ".hid", "README.md", "a.csv.mapping.toml"):
        (tmp_path / name).write_text(CSV)
    walked = walk([tmp_path])
    said = {name.rpartition("/")[2]: why for name, why in walked.passed if why not in QUIET}
    assert set(said) == {"noext", "scan.pdf", "sheet.ods", "old.doc"}
    assert all("; " in why or ": " in why for why in said.values())


def test_an_old_workbook_in_a_folder_is_refused_and_a_text_called_so_is_read(tmp_path: Path) -> None:
    """What VAN calls .xls is a table of text; what Excel 97 wrote is refused with what to do."""
    (tmp_path / "van.xls").write_bytes("Name\tEmail\nAna Lopez\ta@example.org\n".encode("utf-16"))
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    found = gather([tmp_path], SOURCES)
    assert [opened.header for opened, _ in found.unknown] == [("Name", "Email")]
    assert "save it as .xlsx" in str(found.refused[0])


def test_an_archive_of_nothing_to_read_says_what_it_holds(tmp_path: Path) -> None:
    """An archive with only archives, links or empty files in it is refused with their names."""
    (tmp_path / "a.zip").write_bytes(packed(("inner.zip", b"PK"), ("b.csv", b"")))
    walked = walk([tmp_path / "a.zip"])
    assert walked.files == []
    assert "inner.zip (an archive inside an archive)" in str(walked.refused[0])
    assert "b.csv (the file is empty)" in str(walked.refused[0])


def test_what_a_link_leads_to_is_said(tmp_path: Path) -> None:
    """Links that lead in circles, nowhere or to a folder end nothing and are named; each file is read once a name."""
    folder = tmp_path / "loop"
    folder.mkdir()
    (folder / "a.csv").write_text(CSV)
    for name, target in (("up", ".."), ("here", "."), ("self.csv", "self.csv"), ("gone.csv", "nothing.csv")):
        (folder / name).symlink_to(target)
    walked = walk([folder])
    assert [f.name for f in walked.files] == ["loop/a.csv"]
    assert {name.removeprefix("loop/"): why.split(";")[0] for name, why in walked.passed} == {
        "up": "a link to a folder", "here": "a link to a folder", "gone.csv": "a link that leads nowhere",
        "self.csv": "a link that leads to itself, or where you may not read",
    }  # fmt: skip


def test_a_folder_that_cannot_be_opened_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in it is not left out in silence; the others are read."""
    folder = tmp_path / "all"
    (folder / "shut").mkdir(parents=True)
    (folder / "a.csv").write_text(CSV)
    open_ = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return open_(path)

    monkeypatch.setattr(os, "scandir", scandir)
    walked = walk([folder])
    assert [f.name for f in walked.files] == ["all/a.csv"]
    assert [str(why) for why in walked.refused] == ["all/shut: you may not read it (permissions)"]


def test_a_folder_called_like_a_file_and_what_is_no_file(tmp_path: Path) -> None:
    """A folder x.csv is a folder, a pipe is refused without waiting for its writer, blank lines are too."""
    folder = tmp_path / "mixed"
    (folder / "x.csv").mkdir(parents=True)
    (folder / "x.csv" / "in.csv").write_text(CSV)
    os.mkfifo(folder / "pipe.csv")
    (folder / "empty.csv").write_text("")
    (folder / "blank.csv").write_text("\n \n")
    found = gather([folder], SOURCES)
    assert [opened.name for opened, _why in found.unknown] == ["mixed/x.csv/in.csv"]
    said = sorted(str(why) for why in found.refused)
    assert [why.partition(":")[0] for why in said] == ["mixed/blank.csv", "mixed/empty.csv", "mixed/pipe.csv"]
    assert ["blank" in said[0], "empty" in said[1], "pipe" in said[2]] == [True] * 3


@pytest.mark.parametrize("name", ["a\nlpgraph: all is well.csv", "b\x1b[31mred\x1b]0;t\x07.csv", "c\u202egpj.csv"])
def test_no_name_reaches_a_terminal_as_it_is(tmp_path: Path, name: str) -> None:
    """Of a file that is read, refused, unknown or not there: one line without a character that does something."""
    (tmp_path / name).write_text("foo\n1\n")
    (opened, unknown), *_ = gather([tmp_path], SOURCES).unknown
    refused = FileRefused(name, "there is no such file", line=3)
    for said in (opened.name, str(unknown).splitlines()[0], refused.file, str(refused)):
        assert said.isprintable()


def test_what_lies_in_an_archive_knows_the_archive(tmp_path: Path) -> None:
    """A member is of the day of its archive, wherever that lies."""
    (tmp_path / "old.zip").write_bytes(packed(("a.csv", CSV.encode())))
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(CSV.encode()))
    found = [open_content(content) for content in walk([tmp_path]).files]
    assert [(one.path, one.inside) for one in found] == [(None, tmp_path / "b.csv.gz"), (None, tmp_path / "old.zip")]
