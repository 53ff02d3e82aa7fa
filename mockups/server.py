"""Serves the app: settings, theme, fonts, headers, and the language of the page. Run by the command `snebold app`."""

import argparse
import gc
import os
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": "frame-ancestors 'none'; object-src 'none'; base-uri 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
}
MENDED = (
    (b'<html lang="en">', b'<html lang="da">'),
    (b"<title>Streamlit</title>", b"<title>Snebold</title>"),
    (b"<head>", b"<head><script>window.__streamlit = {BACKEND_BASE_URL: window.location.origin}</script>"),
)
FONT = "IBM Plex Sans"
WEIGHTS = (400, 600, 700)
PACKED = ("/static/", "/media/", "/_stcore/", "/plotly.min.js")
"""Paths whose answers may be compressed; the page itself must be readable on its way."""
LOCAL = ("localhost", "127.0.0.1")


class PageMiddleware:
    """Adds headers to every answer, and mends the page itself: it is Danish, and its server is where it came from."""

    def __init__(self, app: "ASGIApp") -> None:
        """Take the app that answers."""
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not scope["path"].startswith(PACKED):
            scope = {**scope, "headers": [one for one in scope["headers"] if one[0] != b"accept-encoding"]}
        await self.app(scope, receive, Answer(send).pass_on)


class Answer:
    """One answer on its way; a page is held back until it is whole."""

    def __init__(self, send: "Send") -> None:
        """Take where it goes."""
        self._send = send
        self._start: Message | None = None
        self._page = b""

    async def pass_on(self, message: "Message") -> None:
        """Pass on a part of the answer."""
        if message["type"] == "http.response.start":
            own = {name.encode(): text.encode() for name, text in HEADERS.items()}
            headers = [(name, value) for name, value in message["headers"] if name.lower() not in own]
            message["headers"] = [*headers, *own.items()]
            if any(name == b"content-type" and value.startswith(b"text/html") for name, value in headers):
                self._start = message
                return
        elif message["type"] == "http.response.body" and self._start is not None:
            await self._page_part(self._start, message)
            return
        await self._send(message)

    async def _page_part(self, start: "Message", message: "Message") -> None:
        self._page += message.get("body", b"")
        if message.get("more_body", False):
            return
        page = mended(self._page)
        length = (b"content-length", str(len(page)).encode())
        start["headers"] = [
            length if self._page and name == length[0] else (name, value) for name, value in start["headers"]
        ]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": page})


def mended(page: bytes) -> bytes:
    """Return Streamlit's page in Danish, not searching for its server at each part of the address."""
    for before, after in MENDED:
        page = page.replace(before, after, 1)
    return page


def settings(port: int, address: str) -> dict[str, Any]:
    """Return Streamlit's settings by dotted name, the theme included."""
    colours = {
        "primaryColor": "#0a5a9c",
        "backgroundColor": "#ffffff",
        "secondaryBackgroundColor": "#f3f5f7",
        "textColor": "#1b2730",
        "borderColor": "#6b7884",
        "linkColor": "#0a5a9c",
    }
    faces = [
        {"family": FONT, "url": f"/fonts/{_font(weight)}", "weight": weight, "style": "normal"} for weight in WEIGHTS
    ]
    theme = {
        **colours,
        "base": "light",
        "baseFontSize": 18,
        "baseRadius": "4px",
        "font": f"{FONT}, Segoe UI, Liberation Sans, sans-serif",
        "fontFaces": faces,
        "headingFontSizes": ["2.1rem", "1.6rem", "1.2rem"],
        "headingFontWeights": [700, 700, 600],
    }
    return {
        "server.address": address,
        "server.port": port,
        "server.headless": True,
        "server.allowedHosts": list(LOCAL) if address in LOCAL else [],
        "server.enableXsrfProtection": True,
        "server.enableCORS": True,
        "server.maxUploadSize": 10,
        "server.maxMessageSize": 20,
        "server.maxWidgetStateSize": 1,
        "server.enableStaticServing": False,
        "server.enableAgentApi": False,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "minimal",
        "logger.hideWelcomeMessage": True,
        "runner.postScriptGC": False,
        "runner.magicEnabled": False,
        **{f"theme.{name}": value for name, value in theme.items()},
    }


def _font(weight: int) -> str:
    return f"ibm-plex-sans-latin-{weight}-normal.woff2"


def serve(port: int, address: str) -> None:
    """Serve the app until it is interrupted."""
    import streamlit as st
    from starlette.middleware import Middleware
    from starlette.responses import FileResponse
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles
    from streamlit import config
    from streamlit.runtime.pages_manager import PagesManager

    from mockups.parts.failing import tell
    from mockups.parts.figures import ADDRESS, LIBRARY

    room = Path(str(files("mockups")))
    app = st.App(
        room / "app.py",
        routes=[
            Mount("/fonts", StaticFiles(directory=room / "fonts")),
            Route(ADDRESS, lambda _: FileResponse(str(LIBRARY))),
        ],
        middleware=[Middleware(PageMiddleware)],
        on_script_error=tell,
    )
    # Else the first visitor is told that the page of a link is not there: `app.py` names the pages, not the folder.
    PagesManager.uses_pages_directory = False
    # Else every rerun looks through all settings six times for the theme; they stay as they are while it serves.
    config.get_options_for_section = cache(config.get_options_for_section)
    _warm()
    app.run(config=settings(port, address))


def _warm() -> None:
    """Load what every visitor needs, start what plays, and keep what is there out of the search for garbage."""
    import simulation
    from mockups.parts.cases import case_runs
    from mockups.parts.live import live_runs

    live_runs()
    case_runs()
    _ = (simulation.section_of, simulation.picture, simulation.as_xlsx)
    gc.collect()
    gc.freeze()
    Thread(target=_begin, daemon=True).start()


def _begin() -> None:
    """Read what the first page compares, while the first visitor finds the way; then make what plays quicker."""
    from simulation import Asked, compile_behind, course_choices, scenario_of

    for course in course_choices():
        for scenario in course.scenarios:
            scenario_of(Asked(scenario.name))
    compile_behind()


def main() -> None:
    """Serve the app as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--address", default=LOCAL[1])
    arguments = parser.parse_args()
    serve(arguments.port, arguments.address)
    sys.stdout.flush()
    os._exit(0)  # the processes that play end with this one; nobody waits for what they play


if __name__ == "__main__":
    main()
