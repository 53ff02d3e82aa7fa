"""The command that serves the app: it knows the path of its server, never its modules."""

import os
import socket
import subprocess
import sys
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from simulation.cli.output import out, stop
from simulation.values.wording import Lang

ADDRESS = "127.0.0.1"
WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "at": "Snebold is at http://{address}:{port} (Ctrl+C ends it)",
        "taken": "port {port} is taken, perhaps by another Snebold; try --port {other}",
    },
    "da": {
        "at": "Snebold er på http://{address}:{port} (Ctrl+C afslutter)",
        "taken": "port {port} er optaget, måske af en anden Snebold; prøv --port {other}",
    },
}


def serve_app(port: int, replications: int, citizens: int, lang: Lang) -> None:
    """Serve the app on this machine until it is interrupted; a port that is taken ends with 1."""
    words = WORDS[lang]
    if not is_free(port):
        stop(words["taken"].format(port=port, other=port + 1 if port < 65535 else port - 1))
    out.print(words["at"].format(address=ADDRESS, port=port))
    sys.stdout.flush()
    os.environ |= {"SNEBOLD_REPLICATIONS": str(replications), "SNEBOLD_CITIZENS": str(citizens)}
    server = Path(str(files("mockups"))) / "server.py"
    # This process becomes the server where that is possible, so that whoever ends the one ends the other.
    command = [sys.executable, "-P", str(server), "--port", str(port), "--address", ADDRESS]
    if os.name != "nt":
        os.execv(sys.executable, command)
    with subprocess.Popen(command) as running:
        while True:
            with suppress(KeyboardInterrupt):  # it reached the server too
                sys.exit(running.wait())


def is_free(port: int) -> bool:
    """Return whether a server can listen on a port of this machine."""
    with socket.socket() as tried:
        if os.name != "nt":
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((ADDRESS, port))
        except OSError:
            return False
    return True
