"""What is said of bytes that are not UTF-8."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.readers import open_file
from lpgraph.errors import FileRefused


def test_the_command_that_reads_another_encoding_names_the_file(tmp_path: Path) -> None:
    """The message is the command to run, quoted; bytes that Windows' encoding has not are not said to be Windows'."""
    path = tmp_path / "my list.csv"
    path.write_bytes("name,city\nZoë,Riverton\n".encode("cp1252"))
    with pytest.raises(FileRefused) as why:
        open_file(path)
    assert f"`lpgraph load '{path}' --encoding cp1252`" in str(why.value)
    assert next(iter(open_file(path, encoding="cp1252").rows())).data["name"] == "Zoë"
    path.write_bytes(b"name,city\n\x81\x8d,Riverton\n")
    with pytest.raises(FileRefused) as why:
        open_file(path)
    assert "cp1252" not in str(why.value)
