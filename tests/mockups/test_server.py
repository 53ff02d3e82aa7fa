"""How the app is served."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit import config

from mockups.server import HEADERS, PageMiddleware, mended, settings

PAGE = b'<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Streamlit</title></head></html>'


def test_every_setting_is_one_that_streamlit_knows():
    assert set(settings(8501, "127.0.0.1")) - set(config._config_options_template) == set()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("server.address", "127.0.0.1"),
        ("server.allowedHosts", ["localhost", "127.0.0.1"]),
        ("server.enableStaticServing", False),
        ("server.enableAgentApi", False),
        ("server.maxUploadSize", 10),
        ("server.maxMessageSize", 20),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.toolbarMode", "minimal"),
        ("runner.postScriptGC", False),
        ("theme.baseFontSize", 18),
    ],
)
def test_what_must_not_be_left_to_chance_is_set(name, value):
    assert settings(8501, "127.0.0.1")[name] == value


def test_the_page_is_mended_wherever_it_needs_to_be():
    page = mended(PAGE)
    assert b'<html lang="da">' in page
    assert b"<title>Snebold</title>" in page
    assert page.index(b"BACKEND_BASE_URL") < page.index(b"<title>")


def answered(kind: bytes, *parts: bytes) -> tuple[dict[bytes, bytes], bytes]:
    """Return headers and body of an answer that comes in parts."""
    sent = []

    async def app(scope, receive, send):
        length = str(sum(map(len, parts))).encode()
        headers = [(b"content-type", kind), (b"content-length", length), (b"Referrer-Policy", b"unsafe-url")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for place, part in enumerate(parts):
            await send({"type": "http.response.body", "body": part, "more_body": place < len(parts) - 1})

    async def send(message):
        sent.append(message)

    whole = PageMiddleware(app)({"type": "http", "path": "/", "headers": []}, None, send)
    with ThreadPoolExecutor(1) as pool:  # a browser of other tests may have a running loop in this thread
        pool.submit(asyncio.run, whole).result()
    return dict(sent[0]["headers"]), b"".join(message["body"] for message in sent[1:])


def test_a_page_that_comes_in_parts_is_whole_and_its_length_true():
    headers, body = answered(b"text/html; charset=utf-8", PAGE[:20], PAGE[20:])
    assert body == mended(PAGE)
    assert headers[b"content-length"] == str(len(body)).encode()


def test_every_answer_carries_the_headers_and_nothing_else_is_changed():
    headers, body = answered(b"application/json", PAGE)
    assert body == PAGE
    assert {name: headers[name.encode()].decode() for name in HEADERS} == HEADERS
    assert b"Referrer-Policy" not in headers


def test_the_theme_has_the_colours_of_the_report():
    from simulation.reports.page import palette

    found = settings(8501, "127.0.0.1")
    assert found["theme.primaryColor"] == palette.ACCENT
    assert found["theme.textColor"] == palette.INK
    assert palette.contrast(found["theme.primaryColor"], found["theme.backgroundColor"]) >= 4.5
    assert palette.contrast(found["theme.borderColor"], found["theme.backgroundColor"]) >= 3
