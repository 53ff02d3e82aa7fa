"""Set Snebold up beside this file and run it, on Linux, macOS and Windows, with nothing but Python and pip.

python run.py COMMAND ...   the command `snebold`, for instance: python run.py compare A B
python run.py test ...      every check of the project; what follows goes to pytest

The first use makes an environment in .venv and installs exactly what the lock names (seconds with uv, a few
minutes with pip); later uses start at once. Set SNEBOLD_VENV to another folder to keep the environment elsewhere.
"""

import sys

# An older Python must be able to read this file far enough to be told so: no newer grammar below.
OLDEST, NEWEST = (3, 11), (3, 14)
if not OLDEST <= sys.version_info[:2] <= NEWEST:
    sys.exit(f"Snebold needs Python 3.11 to 3.14, not {sys.version.split()[0]}. Try python3.13 or py -3.13 run.py.")

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent
RUNTIME_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"
PROJECT = "pyproject.toml"
STAMP = "snebold-stamp.json"
START = "import sys; sys.argv[0] = 'snebold'; from simulation.cli import main; sys.exit(main())"
NOT_SET_UP = 3  # an exit code that the command itself does not use
CHECKS = (
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
    ("pytest", ("-m", "pytest")),
)


class SetupError(Exception):
    """The environment could not be made; the text says why and what to do."""


def fingerprints(root: Path) -> dict[str, str]:
    """Return the hash of each file that decides what the environment holds."""
    return {name: hashlib.sha256((root / name).read_bytes()).hexdigest() for name in (RUNTIME_LOCK, DEV_LOCK, PROJECT)}


def stamped(venv: Path) -> dict[str, str] | None:
    """Return what was installed in `venv`: empty when it was never finished, None when it is not ours."""
    try:
        return dict(json.loads((venv / STAMP).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        return {}


def interpreter(venv: Path) -> Path:
    """Return the path of the environment's Python."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def is_alive(venv: Path) -> bool:
    """Return whether the environment has a Python, and the Python that it was made from is still there."""
    settings = venv / "pyvenv.cfg"
    if not interpreter(venv).exists() or not settings.exists():
        return False
    lines = settings.read_text(encoding="utf-8", errors="replace").splitlines()
    homes = [value.strip() for key, _, value in (line.partition("=") for line in lines) if key.strip() == "home"]
    return all(Path(home).exists() for home in homes)


def steps_left(stamp: Mapping[str, str] | None, wanted: Mapping[str, str], with_dev: bool) -> list[str]:
    """Return what is left to do, in order: 'make', the lock file to install, the project file."""
    lock = DEV_LOCK if with_dev else RUNTIME_LOCK
    if stamp is not None and stamp.get(RUNTIME_LOCK) != wanted[RUNTIME_LOCK]:
        return ["make", lock, PROJECT]
    steps = [] if stamp is not None and stamp.get(lock) == wanted[lock] else [lock]
    return steps if stamp is not None and stamp.get(PROJECT) == wanted[PROJECT] else [*steps, PROJECT]


def environment() -> dict[str, str]:
    """Return the variables for programs in the environment: no other Python's paths, no --user, UTF-8 throughout."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    kept = {name: value for name, value in os.environ.items() if name.upper() not in dropped}
    return {"PYTHONUTF8": "1", **kept, "PIP_USER": "0"}


def venv_folder() -> Path:
    """Return where the environment is or will be."""
    return Path(os.path.abspath(os.environ.get("SNEBOLD_VENV") or ROOT / ".venv"))  # noqa: PTH100 (links stay links)


def say(text: str) -> None:
    """Tell the reader what happens, apart from the output of the command."""
    print(text, file=sys.stderr, flush=True)


def called(command: Sequence[str | Path]) -> str | None:
    """Run `command` quietly; return None when it went well, else the tail of what it said."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=ROOT, env=environment(), stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, check=False)
    if done.returncode == 0:
        return None
    lines = done.stdout.decode("utf-8", errors="replace").strip().splitlines()
    return "\n".join(lines[-15:]) or f"exit code {done.returncode}"


def install(python: Path, what: Sequence[str | Path]) -> None:
    """Install with uv where it is, else, or when uv could not, with the pip of the Python that runs this file."""
    uv = shutil.which("uv")
    if uv:
        if called([uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python, *what]) is None:
            return
        say("uv could not install; trying pip, which takes a few minutes.")
    if not importlib.util.find_spec("pip"):
        raise SetupError("This Python has no pip. Try `python -m ensurepip`; on Debian and Ubuntu install python3-pip.")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-input")
    fault = called([*pip, "--disable-pip-version-check", *what])
    if fault:
        hint = "Is there a connection (or a proxy that pip knows)? Is this a 64-bit Python 3.11 to 3.14?"
        raise SetupError(f"{fault}\nNothing was run. {hint} Then try again; removing {venv_folder()} starts afresh.")


def make_empty(venv: Path) -> None:
    """Make a new environment in place of what stood there, marked as unfinished from the first moment."""
    venv.mkdir(parents=True, exist_ok=True)
    write_stamp(venv, {})
    for part in venv.iterdir():
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part)
        elif part.name != STAMP:
            part.unlink()
    fault = called([sys.executable, "-m", "venv", "--without-pip", venv])
    if fault:
        raise SetupError(f"{fault}\nPython could not make an environment. Debian and Ubuntu: install python3-venv.")


def write_stamp(venv: Path, content: Mapping[str, str]) -> None:
    """Write what is installed, whole or not at all."""
    new = venv / f"{STAMP}.new"
    new.write_text(json.dumps(content, indent=1), encoding="utf-8", newline="\n")
    new.replace(venv / STAMP)


def link_to_project(site: str) -> str:
    """Return the line by which the folder `site` of an environment finds the rooms, always in plain ASCII.

    Python before 3.13 reads such lines in the encoding of the machine, so a path with æ, ø or å may be lost.
    """
    with suppress(ValueError):  # another drive has no relative path
        near = os.path.relpath(ROOT, site)
        if near.isascii():
            return near
    return f"import sys; sys.path.append({str(ROOT)!a})"


def link_project(venv: Path) -> None:
    """Replace the full path that the installer wrote by `link_to_project`."""
    sites = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    for link in venv.glob(f"{sites}/_*snebold.pth"):
        link.write_text(link_to_project(str(link.parent)) + "\n", encoding="ascii", newline="\n")


def carry_out(step: str, venv: Path) -> None:
    """Take one step of `steps_left`."""
    if step == "make":
        make_empty(venv)
    elif step == PROJECT:
        install(interpreter(venv), ["--no-deps", "--no-build-isolation", "--editable", ROOT])
        link_project(venv)
    else:
        install(interpreter(venv), ["--only-binary", ":all:", "--require-hashes", "-r", ROOT / step])


@contextmanager
def alone(venv: Path) -> Iterator[None]:
    """Hold a lock beside the environment, so that two starts at once do not make it twice."""
    venv.parent.mkdir(parents=True, exist_ok=True)
    with venv.with_name(venv.name + ".lock").open("a", encoding="utf-8") as held:
        if sys.platform == "win32":
            while True:
                with suppress(OSError):  # it gives up after ten seconds, so ask again
                    msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def planned(venv: Path, with_dev: bool) -> list[str]:
    """Return the steps for this folder; another's environment is completed, any other folder refused."""
    stamp = stamped(venv)
    if not is_alive(venv):
        if stamp is None and venv.exists() and any(venv.iterdir()) and not (venv / "pyvenv.cfg").exists():
            raise SetupError(f"{venv} is not an environment of Python. Move it away, or set SNEBOLD_VENV.")
        stamp = {}
    return steps_left(stamp, fingerprints(ROOT), with_dev)


def ready(with_dev: bool) -> Path:
    """Return the Python of an environment that matches the lock, making or completing it when it does not."""
    venv = venv_folder()
    if not planned(venv, with_dev):
        return interpreter(venv)
    with alone(venv):
        steps = planned(venv, with_dev)
        if steps:
            how = "uv" if shutil.which("uv") else "pip; the first time takes a few minutes"
            say(f"Setting up Snebold in {venv} (with {how}) ...")
            complete(venv, steps, with_dev)
    return interpreter(venv)


def complete(venv: Path, steps: Sequence[str], with_dev: bool) -> None:
    """Take the steps; whoever interrupts them leaves an environment that is known as unfinished."""
    before, wanted = stamped(venv), fingerprints(ROOT)
    if before is not None:
        write_stamp(venv, {})
    for step in steps:
        carry_out(step, venv)
    kept = {DEV_LOCK: before[DEV_LOCK]} if before and DEV_LOCK in before and "make" not in steps else {}
    names = (RUNTIME_LOCK, PROJECT, DEV_LOCK) if with_dev else (RUNTIME_LOCK, PROJECT)
    write_stamp(venv, {**kept, **{name: wanted[name] for name in names}})


def run_checks(python: Path, arguments: Sequence[str]) -> int:
    """Run every check and tell how each went; return 0 when all passed."""
    results = []
    for name, command in CHECKS:
        say(f"== {name}")
        started = time.monotonic()
        extra = pytest_arguments(arguments) if name == "pytest" else []
        code = subprocess.call([str(python), "-P", *command, *extra], cwd=ROOT, env=environment())
        results.append((name, code, time.monotonic() - started))
    say("")
    for name, code, seconds in results:
        say(f"{name:<13} {'ok' if code == 0 else 'FAILED':<7} {seconds:6.1f} s")
    return int(any(code for _, code, _ in results))


def pytest_arguments(arguments: Sequence[str]) -> list[str]:
    """Return the arguments for pytest: two processes, one with all of the browser, unless the caller decided."""
    decided = any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in arguments)
    return list(arguments) if decided else ["-n", "2", "--dist", "loadgroup", *arguments]


def run_command(python: Path, arguments: Sequence[str]) -> int:
    """Run the command `snebold` in the folder of the caller; where possible this process becomes that one."""
    command = [str(python), "-P", "-c", START, *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(python, command, environment())  # never returns
    with subprocess.Popen(command, env=environment()) as running:
        while True:
            with suppress(KeyboardInterrupt):  # Ctrl-C reached the command too: let it end in its own way
                return running.wait()


def show_help() -> int:
    """Show how to use this file, and the words of `snebold` when the environment is there."""
    print(__doc__)
    venv = venv_folder()
    if planned(venv, with_dev=False):
        print("Nothing is set up yet. `python run.py list` sets it up and shows what there is to run.")
        return 0
    return run_command(interpreter(venv), ["--help"])


def main(arguments: Sequence[str]) -> int:
    """Set up what is needed and do what the arguments say; return the exit code."""
    try:
        if not arguments or arguments[0] in {"-h", "--help"}:
            return show_help()
        if arguments[0] == "test":
            return run_checks(ready(with_dev=True), arguments[1:])
        return run_command(ready(with_dev=False), arguments)
    except SetupError as fault:
        say(str(fault))
    except OSError as fault:
        say(f"{fault}\nThe environment could not be made or started. If a program uses it, close that and try again.")
    except KeyboardInterrupt:
        say("Interrupted. What was not finished is done anew next time.")
        return 130
    return NOT_SET_UP


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
