"""The command that serves the app."""

import socket


def test_a_port_that_is_taken_is_told_with_another_to_try(snebold):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = snebold("app", "--port", port, "--lang", "da")
    assert ended.code == 1
    assert ended.err.startswith(f"port {port} er optaget")
