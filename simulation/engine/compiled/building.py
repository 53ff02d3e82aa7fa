"""Turns the reference engine into machine code: mypyc writes C, the machine's own compiler makes a library of it."""

import io
import os
import re
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from simulation.engine.compiled.kept import package, sources
from simulation.engine.kinds import Kind
from simulation.values.cannot_run import CannotRun

SETTINGS = """\
[mypy]
follow_imports = skip
ignore_missing_imports = True
[mypy-simulation.*,numpy.*]
follow_imports = silent
"""
"""Only types of our own and of arrays help; reading those of every library would take a minute."""
PROBE = "#include <Python.h>\nPyMODINIT_FUNC PyInit_probe(void) { return NULL; }\n"
OWN_CALLS = ["-fno-semantic-interposition", "-fvisibility=hidden"]
"""Lets compilers other than Microsoft's, which does so anyway, put one function of the library into another."""
PLAIN = "Fact|Known|Preparation"
"""Classes made and thrown away all the time, which no ring of objects goes through: nobody need look for garbage."""
MARKED = r"from mypy_extensions import mypyc_attr\n\n\n@mypyc_attr(acyclic=True, free_list_len=1)\n\g<0>"
HOW = "Debian, Ubuntu: gcc, python3-dev; macOS: xcode-select --install; Windows: Visual Studio Build Tools (C++)"
NO_COMPILER = (
    f"there is no C compiler here that finds Python's own headers ({HOW}); without one everything works, slower",
    f"her er ingen C-oversætter, som finder Pythons egne filer ({HOW}); uden den virker alt, men langsommere",
)
FAILED = (
    "the engine could not be compiled; the readable one goes on playing: {told}",
    "motoren kunne ikke oversættes; den læsbare spiller videre: {told}",
)


def build(work: Path, into: Path) -> None:
    """Compile the engine.

    Args:
        work: an empty folder to work in.
        into: a folder for what is to be kept.

    Raises:
        CannotRun: When there is no compiler, or the engine cannot be compiled.
    """
    name = package()
    shutil.copytree(sources(), work / "simulation", ignore=_all_but_sources)
    shutil.copytree(work / "simulation" / "engine" / "reference", work / name)
    for other in ("calendar/opening.py", "engine/compiled/paper.py", "engine/compiled/luck.py"):
        shutil.copy2(work / "simulation" / other, work / name)
    for path in (work / name).glob("*.py"):
        path.write_text(_moved(path.read_text(encoding="utf-8"), name), encoding="utf-8", newline="\n")
    (work / "settings.ini").write_text(SETTINGS, encoding="utf-8")
    (work / "probe.c").write_text(PROBE, encoding="utf-8")
    with chdir(work), redirect_stdout(io.StringIO()) as told, redirect_stderr(told):
        try:
            _try_compiler(work / "probe")
        except (SystemExit, Exception) as fault:
            raise CannotRun(*NO_COMPILER) from fault
        try:
            _compile(name, into)
        except (SystemExit, Exception) as fault:
            last = (told.getvalue().strip() or str(fault)).splitlines()[-1]
            raise CannotRun(*(text.format(told=last) for text in FAILED)) from fault


def _moved(text: str, name: str) -> str:
    """Return a source as a part of the new package, with kinds of rows as the numbers they are: C knows no enums."""
    text = re.sub(rf"^class ({PLAIN}):", MARKED, text, flags=re.MULTILINE)
    text = text.replace("simulation.engine.reference", name).replace("simulation.calendar.opening", f"{name}.opening")
    return re.sub(r"\bKind\.([A-Z_]+)\b", lambda found: str(Kind[found.group(1)].value), text)


def _all_but_sources(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith((".py", ".pyi")) and not (Path(folder) / name).is_dir()]


def _try_compiler(into: Path) -> None:
    """Compile next to nothing, so that a machine without a compiler says so at once."""
    from setuptools import Extension, setup

    setup(name="probe", packages=[], ext_modules=[Extension("probe", ["probe.c"])], script_args=_arguments(into))


def _compile(name: str, into: Path) -> None:
    from setuptools import setup  # before mypyc, which takes the one that is there already

    from mypyc.build import mypycify  # isort: skip
    from pybind11.setup_helpers import ParallelCompile  # isort: skip

    modules = sorted(str(path) for path in Path(name).glob("*.py"))
    made = mypycify(["--config-file=settings.ini", *modules], opt_level="3", multi_file=True)
    for library in made if os.name == "posix" else ():
        library.extra_compile_args += OWN_CALLS
    with ParallelCompile():
        setup(name=name, packages=[], ext_modules=made, script_args=_arguments(into))


def _arguments(into: Path) -> list[str]:
    return ["--quiet", "build_ext", "--build-lib", str(into)]
