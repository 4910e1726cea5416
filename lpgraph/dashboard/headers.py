"""What every answer of the dashboard says to the browser: load nothing from elsewhere, run nothing written inline."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Awaitable, Callable, MutableMapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit
from starlette.middleware import Middleware

SCRIPT = Path(__file__).parent / "entry" / "script.py"


def _inline_scripts() -> str:
    """The hashes of what Streamlit's own page has written inline (it sets the theme before the first paint)."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    found = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in found)


# Styles are written inline by Streamlit itself; blob: is for its own downloads and workers. connect-src lets the page
# reach its own server alone.
POLICY = "; ".join((
    "default-src 'self'", f"script-src 'self' {_inline_scripts()}".strip(), "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
    "worker-src 'self' blob:", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]


class SafeHeaders:
    """Adds ``HEADERS`` to every HTTP answer, in place of those of the same name."""

    def __init__(self, app: Asgi) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app inside does, with our headers."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in HEADERS}
                others = [(name, value) for name, value in message.get("headers", []) if name.lower() not in ours]
                message["headers"] = [*others, *HEADERS]
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


MIDDLEWARE = [Middleware(SafeHeaders)]
