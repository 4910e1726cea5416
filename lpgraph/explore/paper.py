"""A page to print: A4 or Letter, black on white, one file that asks nobody for anything. Every text is hostile."""

from __future__ import annotations

import re
import unicodedata
from html import escape

_LINE_BREAKS = re.compile(r"[\r\n\t\v\f\u2028\u2029]+")
_STYLE = """
@page { size: auto; margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages) } }
* { overflow-wrap: anywhere }
body { font: 10pt/1.35 sans-serif; color: #000; background: #fff; max-width: 190mm; margin: 0 auto }
h1 { font-size: 16pt; margin: 0 } h2 { font-size: 11.5pt; margin: 9pt 0 2pt; break-after: avoid }
p { margin: 2pt 0 } ul { margin: 1pt 0 1pt 13pt; padding: 0 } li { break-inside: avoid }
.why, .row, footer { font-size: 8.5pt; color: #333 } .flag { border: 1.5px solid #000; padding: 2pt 5pt }
footer { border-top: 1px solid #000; margin-top: 9pt; padding-top: 3pt }
"""


def clean(text: str) -> str:
    """The text on one line, without control and direction marks that could hide or turn around what is shown."""
    flat = _LINE_BREAKS.sub(" ", text)
    return "".join(c for c in flat if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c == "\u200d").strip()


def safe(text: str) -> str:
    """The text as HTML that shows it letter by letter."""
    return escape(clean(text))


def page(title: str, body: str, style: str = "") -> str:
    """A whole page around ``body``, which is HTML already; nothing on it may be fetched or run."""
    rules = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
        f"<title>{safe(title)}</title><style>{_STYLE}{style}</style></head>\n<body>\n{body}\n</body></html>\n"
    )
