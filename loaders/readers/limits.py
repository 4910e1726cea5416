"""How much of a file lpgraph is willing to read: every limit is checked before the work that it bounds."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one load. Real exports stay far below; what exceeds one is refused, with the limit in the message."""

    file_bytes: int = 256 * MIB  # one file on disk
    archive_members: int = 20_000  # files inside one .zip or .tar.gz
    workbook_members: int = 2_000  # parts inside one .xlsx
    unpacked_bytes: int = 384 * MIB  # everything inside one archive or workbook together
    unpacked_ratio: int = 150  # unpacked bytes for each packed byte; looked at above ``ratio_from`` only
    ratio_from: int = 16 * MIB
    columns: int = 2_000
    cell_chars: int = 131_072  # one cell of a table
    text_chars: int = 2_000_000  # one text in JSON or YAML
    sheet_rows: int = 1_048_576
    sheet_cells: int = 8_000_000  # held in memory until the file is loaded
    depth: int = 40  # objects in objects in JSON and YAML
    yaml_aliases: int = 1_000
    yaml_nodes: int = 2_000_000  # after aliases are followed
    header_within: int = 30  # a header further down than this is not looked for
    folder_files: int = 100_000


LIMITS = Limits()
