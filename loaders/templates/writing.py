"""Writes a template as CSV (which every spreadsheet opens) or XLSX."""

from __future__ import annotations

import csv
from pathlib import Path

from loaders.templates.template import Template


def lines(template: Template) -> list[list[str]]:
    """Header, help and the two example rows."""
    names = [name for name, _ in template.columns]
    helps = [help_ for _, help_ in template.columns]
    helps[0] = f"Help: {helps[0]}"
    return [names, helps, *(list(example) for example in template.examples)]


def write(template: Template, path: str, *, xlsx: bool) -> None:
    """Write the template's lines to ``path``; an existing file is an error (``FileExistsError``)."""
    if xlsx:
        _write_xlsx(template, path)
        return
    with Path(path).open("x", newline="", encoding="utf-8-sig") as out:  # the mark makes Excel read accents right
        csv.writer(out).writerows(lines(template))


def _write_xlsx(template: Template, path: str) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    if sheet is None:  # a new workbook always has one
        sheet = book.create_sheet()
    sheet.title = template.name
    for line in lines(template):
        sheet.append(line)
    for index, name in enumerate(next(iter(lines(template))), start=1):
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = max(14, min(28, len(name) + 6))
        sheet.cell(1, index).font = Font(bold=True)
        sheet.cell(2, index).font = Font(italic=True, color="666666")
        sheet.cell(2, index).alignment = Alignment(wrap_text=True, vertical="top")
        for row in range(3, 200):
            sheet.cell(row, index).number_format = "@"  # text: ids keep their zeros and dates stay as typed
    sheet.freeze_panes = "A2"
    with Path(path).open("xb") as out:
        book.save(out)
