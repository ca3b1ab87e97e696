"""The set-up program's decisions, and its handling of environments, without a network."""

import ast
import importlib.util
import json
import subprocess
import sys
import types
from pathlib import Path

import pytest

BOOTSTRAP = Path(__file__).resolve().parents[2] / "installer" / "bootstrap.py"


@pytest.fixture(scope="module")
def boot() -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("consentkit_bootstrap", BOOTSTRAP)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PYPROJECT = b"""
[build-system]
requires = ["hatchling"]
[project]
name = "consentkit"
dependencies = ["click"]
[tool.ruff]
line-length = 100
"""


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BOOTSTRAP), *arguments], capture_output=True, text=True, check=False
    )


# The command line.


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["run"], ("run", False, ())),
        (["run", "--demo"], ("run", True, ())),
        (["run", "--demo", "--", "--out", "a b"], ("run", True, ("--out", "a b"))),
        (["run", "--", "verify", "x"], ("run", False, ("verify", "x"))),
        (["test"], ("test", False, ())),
        (["test", "--", "-k", "--", "x"], ("test", False, ("-k", "--", "x"))),
        (["env"], ("env", False, ())),
    ],
)
def test_the_command_line_is_understood(
    boot: types.ModuleType, arguments: list[str], expected: tuple[object, ...]
) -> None:
    assert tuple(boot.parse_command(arguments)) == expected


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--"],
        ["start"],
        ["test", "--demo"],
        ["run", "verify"],
        ["test", "-x"],
        ["env", "--", "a"],
    ],
)
def test_a_senseless_command_line_exits_with_2(arguments: list[str]) -> None:
    done = call(*arguments)
    assert done.returncode == 2
    assert "usage:" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_is_given() -> None:
    done = call("--help")
    assert done.returncode == 0
    assert "bootstrap.py test" in done.stdout


# Python.


def test_an_old_python_is_told_in_a_sentence(boot: types.ModuleType) -> None:
    said = boot.old_python_sentence((3, 9, 2), "/usr/bin/python3", None)
    assert "needs Python 3.11 or newer; this is 3.9.2 (/usr/bin/python3)" in said


def test_a_newer_python_on_the_path_is_named(boot: types.ModuleType) -> None:
    assert "python3.12 installer/bootstrap.py run" in boot.old_python_sentence(
        (3, 10, 0), "python3", "python3.12"
    )


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_python_that_will_do_is_not_complained_of(
    boot: types.ModuleType, version: tuple[int, int, int]
) -> None:
    assert boot.old_python_sentence(version, "python3", None) is None


def test_the_file_parses_on_the_oldest_python_that_gets_a_sentence() -> None:
    ast.parse(BOOTSTRAP.read_text(encoding="utf-8"), feature_version=(3, 7))


# When to set up again.


def test_a_changed_requirement_changes_the_key(boot: types.ModuleType) -> None:
    changed = PYPROJECT.replace(b"click", b"click>=8")
    assert boot.setup_key(PYPROJECT, "3.11", "/a") != boot.setup_key(changed, "3.11", "/a")


def test_a_changed_lint_rule_does_not_change_the_key(boot: types.ModuleType) -> None:
    changed = PYPROJECT.replace(b"100", b"90")
    assert boot.setup_key(PYPROJECT, "3.11", "/a") == boot.setup_key(changed, "3.11", "/a")


@pytest.mark.parametrize(("version", "root"), [("3.12", "/a"), ("3.11", "/b")])
def test_another_python_or_place_changes_the_key(
    boot: types.ModuleType, version: str, root: str
) -> None:
    assert boot.setup_key(PYPROJECT, "3.11", "/a") != boot.setup_key(PYPROJECT, version, root)


def test_a_broken_pyproject_still_has_a_key(boot: types.ModuleType) -> None:
    broken = boot.setup_key(b"[project", "3.11", "/a")
    assert broken != boot.setup_key(b"[project ", "3.11", "/a")


@pytest.mark.parametrize(
    ("stamp", "extras", "covers"),
    [
        ({"key": "k", "extras": ["dev"]}, (), True),
        ({"key": "k", "extras": ["dev"]}, ("dev",), True),
        ({"key": "k", "extras": []}, ("dev",), False),
        ({"key": "other", "extras": ["dev"]}, ("dev",), False),
        ({"key": "k"}, (), False),
        ({"key": "k", "extras": "dev"}, (), False),
        (None, (), False),
        ([], (), False),
    ],
)
def test_only_a_stamp_of_this_set_up_counts(
    boot: types.ModuleType, stamp: object, extras: tuple[str, ...], covers: bool
) -> None:
    assert boot.stamp_covers(stamp, "k", extras) is covers


def test_a_torn_stamp_counts_as_none(boot: types.ModuleType, tmp_path: Path) -> None:
    boot.write_stamp(tmp_path, Path("root"), "k", ("dev",))
    assert boot.read_stamp(tmp_path) == {"key": "k", "extras": ["dev"], "root": "root"}
    (tmp_path / boot.STAMP_NAME).write_text('{"key": "k"', encoding="utf-8")
    assert boot.read_stamp(tmp_path) is None


# Words for trouble.


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", "network"),
        ("error: dns error: failed to lookup", "network"),
        ("SSLError(CERTIFICATE_VERIFY_FAILED): Max retries exceeded", "certificate"),
        ("ERROR: No matching distribution found for PySide6-Essentials", "no build"),
        ("[Errno 13] Permission denied: 'x'", "could not be written"),
        ("something else", "something else"),
    ],
)
def test_an_installers_trouble_becomes_a_sentence(
    boot: types.ModuleType, output: str, word: str
) -> None:
    assert word in boot.diagnose(output)


def test_no_network_is_said_before_no_matching_package(boot: types.ModuleType) -> None:
    output = "getaddrinfo failed\nERROR: No matching distribution found for hatchling"
    assert "could not be reached" in boot.diagnose(output)


# Variables, arguments, packages.


def test_children_do_not_inherit_what_leads_out_of_the_environment(boot: types.ModuleType) -> None:
    given = {
        "PYTHONHOME": "/x",
        "PYTHONPATH": "/y",
        "PIP_USER": "1",
        "PIP_INDEX_URL": "u",
        "A": "b",
    }
    kept = boot.child_environment(given)
    assert kept["A"] == "b"
    assert kept["PIP_INDEX_URL"] == "u"
    assert kept["UV_PYTHON_DOWNLOADS"] == "never"
    assert not {"PYTHONHOME", "PYTHONPATH", "PIP_USER"} & kept.keys()


@pytest.mark.parametrize(
    ("passed", "cores", "expected"),
    [
        ((), 2, ("-n", "2", "--dist", "loadfile")),
        ((), 32, ("-n", "4", "--dist", "loadfile")),
        ((), 1, ()),
        (("tests/unit", "-k", "x"), 8, ("tests/unit", "-k", "x")),
    ],
)
def test_only_the_whole_suite_is_shared_out(
    boot: types.ModuleType, passed: tuple[str, ...], cores: int, expected: tuple[str, ...]
) -> None:
    assert boot.pytest_arguments(passed, cores) == expected


@pytest.mark.parametrize(
    ("demo", "display", "passed", "expected"),
    [
        (False, True, (), ()),
        (False, False, (), ("demo",)),
        (True, True, (), ("demo",)),
        (True, False, ("--out", "d"), ("demo", "--out", "d")),
        (False, False, ("verify", "f"), ("verify", "f")),
    ],
)
def test_without_a_screen_the_demo_runs_and_commands_pass_through(
    boot: types.ModuleType,
    demo: bool,
    display: bool,
    passed: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    command = boot.Command("run", demo, passed)
    assert boot.app_arguments(command, display=display) == expected


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("Linux", {}, False),
        ("Linux", {"DISPLAY": ""}, False),
        ("Linux", {"DISPLAY": ":0"}, True),
        ("Linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("Darwin", {}, True),
        ("Windows", {}, True),
    ],
)
def test_a_screen_is_recognised(
    boot: types.ModuleType, system: str, variables: dict[str, str], expected: bool
) -> None:
    assert boot.has_display(system, variables) is expected


@pytest.mark.parametrize("manager", ["apt", "dnf", "pacman", "zypper"])
def test_every_library_has_a_package_for_every_manager(
    boot: types.ModuleType, manager: str
) -> None:
    libraries = (*boot.QT_LIBRARIES, *boot.WINDOW_LIBRARIES)
    packages = boot.packages_of(libraries, manager)
    assert all(packages)
    assert len(set(packages)) == len(packages)
    command = boot.install_command(manager, packages)
    assert command[0] in {"apt-get", "dnf", "pacman", "zypper"}
    assert command[-len(packages) :] == packages


def test_a_library_that_does_not_exist_is_missing(boot: types.ModuleType) -> None:
    absent = boot.Library("libconsentkit-absent.so.9", "a", "b", "c", "d")
    assert boot.missing_libraries((absent,)) == (absent,)


def test_system_packages_are_left_alone_when_told_so(
    boot: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSENTKIT_NO_SYSTEM", "1")
    assert boot.rights() is None
    assert not boot.add_packages(("no-such-package",), "nothing")


def test_missing_libraries_are_named_with_their_command(
    boot: types.ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    absent = boot.Library("libconsentkit-absent.so.9", "pkg-a", "pkg-d", "pkg-p", "pkg-z")
    monkeypatch.setenv("CONSENTKIT_NO_SYSTEM", "1")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(boot, "manager_here", lambda: "dnf")
    assert boot.ensure_libraries((absent,)) == (absent,)
    assert "sudo dnf install -y pkg-d" in capsys.readouterr().err


# The environment on disk.


@pytest.fixture
def checkout(boot: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout whose set-up makes and fills environments at once, without a network."""
    root = tmp_path / "a checkout"
    root.mkdir()
    (root / "pyproject.toml").write_bytes(PYPROJECT)
    monkeypatch.setattr(boot, "cache_folder", lambda: tmp_path / "cache")

    def make(environment: Path) -> None:
        environment.mkdir()
        (environment / "python").write_text("works", encoding="utf-8")

    def install(environment: Path, extras: tuple[str, ...]) -> None:
        (environment / "packages").write_text(json.dumps(sorted(extras)), encoding="utf-8")

    def lacking(environment: Path, extras: tuple[str, ...]) -> tuple[str, ...] | None:
        if not (environment / "python").exists():
            return None
        packages = environment / "packages"
        have = set(json.loads(packages.read_text(encoding="utf-8"))) if packages.exists() else set()
        return () if packages.exists() and set(extras) <= have else ("click",)

    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    monkeypatch.setattr(boot, "make_environment", make)
    monkeypatch.setattr(boot, "install_into", install)
    monkeypatch.setattr(boot, "lacking", lacking)
    monkeypatch.setattr(
        boot,
        "interpreter_version",
        lambda environment: version if (environment / "python").exists() else None,
    )
    return root


def forbid(boot: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every installation fail as without a network."""

    def install(environment: Path, extras: tuple[str, ...]) -> None:
        raise boot.SetupError("The package index could not be reached.")

    monkeypatch.setattr(boot, "install_into", install)


def test_a_second_set_up_does_nothing(
    boot: types.ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = boot.set_up(checkout, ("dev",))
    forbid(boot, monkeypatch)
    assert boot.set_up(checkout, ("dev",)) == first == checkout / ".venv"
    assert boot.set_up(checkout, ()) == first


def test_running_after_testing_keeps_what_tests_need(
    boot: types.ModuleType, checkout: Path
) -> None:
    environment = boot.set_up(checkout, ("dev",))
    (checkout / "pyproject.toml").write_bytes(PYPROJECT.replace(b"click", b"click>=8"))
    boot.set_up(checkout, ())
    assert boot.read_stamp(environment)["extras"] == ["dev"]


def test_without_network_the_environment_from_before_is_used(
    boot: types.ModuleType,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    environment = boot.set_up(checkout, ("dev",))
    (checkout / "pyproject.toml").write_bytes(PYPROJECT.replace(b"click", b"click>=8"))
    forbid(boot, monkeypatch)
    assert boot.set_up(checkout, ("dev",)) == environment
    assert "Going on with the environment from the last set-up" in capsys.readouterr().err


def test_without_network_a_first_set_up_fails_and_leaves_nothing(
    boot: types.ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid(boot, monkeypatch)
    with pytest.raises(boot.SetupError, match="could not be reached"):
        boot.set_up(checkout, ("dev",))
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("damage", ["python", "packages"])
def test_a_damaged_environment_is_repaired(
    boot: types.ModuleType, checkout: Path, damage: str
) -> None:
    environment = boot.set_up(checkout, ("dev",))
    (environment / damage).unlink()
    boot.set_up(checkout, ("dev",))
    assert (environment / damage).exists()
    assert not (checkout / ".venv.before").exists()


def test_a_set_up_that_was_cut_off_is_made_anew(
    boot: types.ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = boot.set_up(checkout, ())
    (checkout / "pyproject.toml").write_bytes(PYPROJECT.replace(b"click", b"click>=8"))
    install = boot.install_into

    def cut_off(environment: Path, extras: tuple[str, ...]) -> None:
        (environment / boot.LOG_NAME).touch()
        (environment / "half a package").touch()
        raise KeyboardInterrupt

    monkeypatch.setattr(boot, "install_into", cut_off)
    with pytest.raises(KeyboardInterrupt):
        boot.set_up(checkout, ())
    assert boot.is_unfinished(environment)
    monkeypatch.setattr(boot, "install_into", install)
    boot.set_up(checkout, ())
    assert not (environment / "half a package").exists()


def test_a_copied_checkout_gets_an_environment_of_its_own(
    boot: types.ModuleType, checkout: Path, tmp_path: Path
) -> None:
    environment = boot.set_up(checkout, ())
    (environment / "mark").touch()
    moved = checkout.rename(tmp_path / "elsewhere")
    assert not (boot.set_up(moved, ()) / "mark").exists()


def test_a_failed_rebuild_puts_the_old_environment_back(
    boot: types.ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = boot.set_up(checkout, ())
    (environment / "mark").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(boot, "interpreter_version", lambda environment: "3.10")
    (checkout / "pyproject.toml").write_bytes(PYPROJECT.replace(b"click", b"click>=8"))
    forbid(boot, monkeypatch)
    with pytest.raises(boot.SetupError):
        boot.set_up(checkout, ())
    assert (environment / "mark").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_environments_place_is_replaced(
    boot: types.ModuleType, checkout: Path
) -> None:
    (checkout / ".venv").write_text("not a folder", encoding="utf-8")
    assert boot.set_up(checkout, ()).is_dir()


def test_a_read_only_checkout_uses_the_users_cache_folder(
    boot: types.ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(boot, "is_writable", lambda folder: folder != checkout)
    environment = boot.set_up(checkout, ())
    assert environment.parent == tmp_path / "cache"
    assert not (checkout / ".venv").exists()


def test_a_full_disk_is_said_before_anything_is_made(
    boot: types.ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = types.SimpleNamespace(total=1, used=1, free=1000)
    monkeypatch.setattr(boot.shutil, "disk_usage", lambda folder: usage)
    with pytest.raises(boot.SetupError, match="disk is full"):
        boot.set_up(checkout, ())
    assert not (checkout / ".venv").exists()
