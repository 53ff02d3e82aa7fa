"""The project as a whole: what lies where, what the lock holds, and how it is set up."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
ROOMS = ("personas", "scenarios", "simulation", "mockups")
TOP_LEVEL = {
    *ROOMS,
    "tests",
    "docs",
    "benchmarks",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "requirements.txt",
    "requirements-dev.txt",
    "run.py",
}
HOSTS = (
    "pypi org",
    "pythonhosted org",
    "registry npmjs org",
    "registry yarnpkg com",
    "crates io",
    "anaconda org",
    "proxy golang org",
    "deb debian org",
)
REGISTRY = re.compile("|".join(re.escape(host.replace(" ", ".")) for host in HOSTS))
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:root|work|opt|home/\w+|Users/\w+)/|\b[A-Z]:\\+Users\\+\w")


def project_files() -> list[Path]:
    """Return every file of the project, tracked or about to be, relative to its root."""
    listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    found = subprocess.run(listed, cwd=ROOT, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("not a git checkout")
    return [Path(name) for name in found.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[Path, str]:
    """Return the content of every text file of the project."""
    contents = ((path, (ROOT / path).read_bytes()) for path in project_files())
    return {path: raw.decode("utf-8", errors="replace") for path, raw in contents if b"\0" not in raw}


def pins(lock: str) -> dict[str, dict[str, list[str]]]:
    """Return the hashes by version by package of a lock file."""
    entries = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    found: dict[str, dict[str, list[str]]] = {}
    for entry in entries:
        name, version = re.match(r"([\w.-]+)==([\w.]+)", entry).groups()
        found.setdefault(canonicalize_name(name), {})[version] = re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry)
    return found


def project_table() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture
def wrapper() -> ModuleType:
    """Return run.py as a module."""
    spec = importlib.util.spec_from_file_location("snebold_run", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE_PATH], ids=["registry", "machine path"])
def test_no_file_names_a_registry_or_a_path_of_one_machine(pattern):
    found = {str(path): match.group() for path, text in texts().items() if (match := pattern.search(text))}
    assert found == {}


@pytest.mark.parametrize("parts", [("see ", "root", ".cache"), ("in ", "home", "ida", "x"), ("'", "opt", "wheels'")])
def test_a_path_of_one_machine_is_recognised(parts):
    assert MACHINE_PATH.search("/".join(parts))
    assert not MACHINE_PATH.search("docs/".join(parts))


def test_text_files_end_lines_as_the_project_says():
    assert [str(path) for path, text in texts().items() if "\r" in text] == []


def test_the_top_level_holds_only_rooms_and_companions():
    top = {path.parts[0] for path in project_files()}
    assert {name for name in top if not name.startswith(".")} - TOP_LEVEL == set()


def test_what_the_commands_of_the_documents_write_is_no_file_of_the_project():
    commands = [line for path, text in texts().items() if path.suffix == ".md" for line in text.splitlines()]
    written = re.findall(r"--(?:html|json|out) (\S+)", "\n".join(c for c in commands if c.startswith("python3 run.py")))
    assert "runs/comparison.html" in written
    ignored = subprocess.run(["git", "check-ignore", *written], cwd=ROOT, capture_output=True, text=True, check=False)
    assert set(written) - set(ignored.stdout.split()) == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_marker(room):
    marker = files(room).joinpath("__init__.py")
    assert ast.get_docstring(ast.parse(marker.read_text(encoding="utf-8")))


@pytest.mark.parametrize("room", ["simulation", "mockups"])
def test_the_code_rooms_say_that_they_are_typed(room):
    assert files(room).joinpath("py.typed").is_file()


@pytest.mark.parametrize("room", ["personas", "scenarios"])
def test_the_data_rooms_hold_no_code(room):
    programs = [path for path in project_files() if path.parts[0] == room and path.suffix in {".py", ".pyi", ".ipynb"}]
    assert programs == [Path(room, "__init__.py")]
    assert len(ast.parse((ROOT / programs[0]).read_text(encoding="utf-8")).body) == 1


@pytest.mark.parametrize("dependency", project_table()["dependencies"])
def test_the_lock_holds_every_dependency_in_its_range(dependency):
    wanted = Requirement(dependency)
    locked = pins("requirements.txt").get(canonicalize_name(wanted.name), {})
    assert locked
    assert all(wanted.specifier.contains(version) for version in locked)


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_of_the_lock_has_hashes(lock):
    unhashed = [name for name, versions in pins(lock).items() if not all(versions.values())]
    assert unhashed == []


def test_the_lock_for_developers_holds_the_lock_for_users():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_without_a_word_the_wrapper_helps_and_sets_nothing_up(tmp_path):
    venv = tmp_path / "venv"
    done = subprocess.run(
        [sys.executable, ROOT / "run.py"],
        env={**os.environ, "SNEBOLD_VENV": str(venv)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert "python run.py test" in done.stdout
    assert "Nothing is set up yet" in done.stdout
    assert not venv.exists()


def test_an_older_python_can_read_the_wrapper_far_enough_to_be_told():
    source = (ROOT / "run.py").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 7))


def test_the_wrapper_takes_the_pythons_that_the_project_takes(wrapper):
    oldest, newest = wrapper.OLDEST, wrapper.NEWEST
    assert project_table()["requires-python"] == f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"


USER, DEV, PROJECT = "requirements.txt", "requirements-dev.txt", "pyproject.toml"
NOW = {USER: "u", DEV: "d", PROJECT: "p"}


@pytest.mark.parametrize(
    ("stamp", "with_dev", "steps"),
    [
        pytest.param(NOW, True, [], id="nothing to do"),
        pytest.param({USER: "u", PROJECT: "p"}, False, [], id="a user needs no tools"),
        pytest.param({USER: "u", PROJECT: "p"}, True, [DEV], id="tools are added"),
        pytest.param({**NOW, DEV: "old"}, False, [], id="old tools do not concern a user"),
        pytest.param({**NOW, PROJECT: "old"}, False, [PROJECT], id="the project changed"),
        pytest.param({**NOW, USER: "old"}, False, ["make", USER, PROJECT], id="the lock changed"),
        pytest.param({}, True, ["make", DEV, PROJECT], id="never finished"),
        pytest.param(None, True, [DEV, PROJECT], id="made by someone else"),
    ],
)
def test_only_what_is_missing_is_done(wrapper, stamp, with_dev, steps):
    assert wrapper.steps_left(stamp, NOW, with_dev) == steps


def fake_environment(wrapper: ModuleType, venv: Path) -> None:
    """Make what looks like an environment, without installing anything."""
    wrapper.interpreter(venv).parent.mkdir(parents=True)
    wrapper.interpreter(venv).touch()
    (venv / "pyvenv.cfg").write_text(f"home = {venv}\n", encoding="utf-8")


def test_a_finished_environment_needs_nothing_more(wrapper, tmp_path):
    fake_environment(wrapper, tmp_path)
    wrapper.complete(tmp_path, [], with_dev=True)
    assert wrapper.planned(tmp_path, with_dev=True) == []


def test_an_interrupted_setup_starts_afresh(wrapper, tmp_path, monkeypatch):
    def interrupted(step: str, venv: Path) -> None:
        raise KeyboardInterrupt

    fake_environment(wrapper, tmp_path)
    wrapper.complete(tmp_path, [], with_dev=True)
    monkeypatch.setattr(wrapper, "carry_out", interrupted)
    with pytest.raises(KeyboardInterrupt):
        wrapper.complete(tmp_path, [PROJECT], with_dev=True)
    assert wrapper.planned(tmp_path, with_dev=True) == ["make", DEV, PROJECT]


def test_an_environment_whose_python_is_gone_is_made_anew(wrapper, tmp_path):
    fake_environment(wrapper, tmp_path)
    wrapper.complete(tmp_path, [], with_dev=False)
    (tmp_path / "pyvenv.cfg").write_text(f"home = {tmp_path / 'gone'}\n", encoding="utf-8")
    assert wrapper.planned(tmp_path, with_dev=False) == ["make", USER, PROJECT]


@pytest.mark.parametrize("folder", ["snebold", "Søren Æbelø"])
def test_an_environment_finds_the_project_by_plain_letters(wrapper, tmp_path, monkeypatch, folder):
    root, site = tmp_path / folder, tmp_path / "elsewhere" / "site"
    monkeypatch.setattr(wrapper, "ROOT", root)
    root.mkdir()
    site.mkdir(parents=True)
    (site / "_snebold.pth").write_text(wrapper.link_to_project(str(site)), encoding="ascii")
    code = f"import site, sys; site.addsitedir({str(site)!r}); sys.exit({str(root)!r} not in sys.path)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_environment_inside_the_project_moves_with_it(wrapper):
    site = wrapper.ROOT / ".venv" / "lib" / "python3.11" / "site-packages"
    assert Path(wrapper.link_to_project(str(site))) == Path("..", "..", "..", "..")


def test_a_folder_that_is_no_environment_is_left_alone(wrapper, tmp_path):
    (tmp_path / "holiday.txt").write_text("keep me", encoding="utf-8")
    with pytest.raises(wrapper.SetupError, match="is not an environment"):
        wrapper.planned(tmp_path, with_dev=False)


def test_the_changelog_speaks_to_each_reader_under_unreleased():
    headings = re.findall(r"^#+ .*$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert ("## Unreleased", "### Results") in pairwise(headings)
    assert headings[2:5] == ["### Results", "### For workshops", "### For developers"]
