"""Set ConsentKit up in a private environment, then run it or its tests.

::

    python3 installer/bootstrap.py run [--demo] [-- ARGUMENTS OF consentkit]
    python3 installer/bootstrap.py test [-- ARGUMENTS OF pytest]
    python3 installer/bootstrap.py env

Needs Python 3.11 or newer and nothing else. The environment is ``.venv`` in the checkout, or a
folder of the user's caches where the checkout cannot be written. Nothing is installed outside it
except, on Debian and its kin and only as root or with a ``sudo`` that asks no password, system
libraries that Qt misses and programs that tests want; ``CONSENTKIT_NO_SYSTEM=1`` forbids that too.

Exit codes: that of what was run; 2 wrong usage; 3 the machine's trouble (Python, network, disk).

This file must still parse on Python 3.7, so that an old Python is told apart in a sentence.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import importlib.util
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
NEEDED_BYTES = 1_600_000_000
"""Measured: 1.1 GB installed with the tests' packages; the rest is for unpacking."""

EXIT_USAGE = 2
EXIT_MACHINE = 3
EXIT_INTERRUPTED = 130

STAMP_NAME = "consentkit-setup.json"
LOG_NAME = "consentkit-setup.log"
STAMP_FORMAT = 1

USAGE = """\
usage: python3 installer/bootstrap.py run [--demo] [-- ARGUMENTS]   open ConsentKit, or the demo
       python3 installer/bootstrap.py test [-- ARGUMENTS]           run the tests
       python3 installer/bootstrap.py env                           set up, print the Python"""


class SetupError(Exception):
    """The machine cannot do it; the message is a sentence for the person at the keyboard."""


class UsageError(Exception):
    """The command line makes no sense."""


class Command(NamedTuple):
    """What was asked for on the command line."""

    name: str
    demo: bool
    arguments: tuple[str, ...]


class Library(NamedTuple):
    """A shared library of the system and the package that brings it, per package manager."""

    soname: str
    apt: str
    dnf: str
    pacman: str
    zypper: str


QT_LIBRARIES = (
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "libglvnd"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd", "libglvnd"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig", "fontconfig"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    # Without libpulse QtMultimedia does not import; without libXrandr it imports and plays nothing.
    Library("libpulse.so.0", "libpulse0", "pulseaudio-libs", "libpulse", "libpulse0"),
    Library("libXrandr.so.2", "libxrandr2", "libXrandr", "libxrandr", "libXrandr2"),
)
"""What Qt's widgets and player load, with or without a screen (found in a bare Debian 12)."""

WINDOW_LIBRARIES = (
    Library(
        "libxcb-cursor.so.0",
        "libxcb-cursor0",
        "xcb-util-cursor",
        "xcb-util-cursor",
        "libxcb-cursor0",
    ),
    Library(
        "libxkbcommon-x11.so.0",
        "libxkbcommon-x11-0",
        "libxkbcommon-x11",
        "libxkbcommon-x11",
        "libxkbcommon-x11-0",
    ),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    Library(
        "libxcb-keysyms.so.1",
        "libxcb-keysyms1",
        "xcb-util-keysyms",
        "xcb-util-keysyms",
        "libxcb-keysyms1",
    ),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
)
"""What Qt needs beyond that to open a window on X11."""

INSTALL_COMMANDS = {
    "apt": ("apt-get", "install", "-y", "--no-install-recommends"),
    "dnf": ("dnf", "install", "-y"),
    "pacman": ("pacman", "-S", "--needed"),
    "zypper": ("zypper", "install", "-y"),
}

TEST_PROGRAMS = {
    "openssl": "openssl",
    "age": "age",
    "go": "golang-go",
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "fc-list": "fontconfig",
}
"""Programs of others that tests marked ``outside`` compare with, and their Debian packages."""

TEST_FILES = {
    "/usr/share/gocode/src/golang.org/x/mod/sumdb/note/note.go": "golang-golang-x-mod-dev",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
}


# What to do: pure parts.


def parse_command(arguments: Sequence[str]) -> Command:
    """Return what the command line asks for.

    Raises:
        UsageError: It asks for nothing this program knows.
    """
    own = list(arguments)
    passed: list[str] = []
    if "--" in own:
        cut = own.index("--")
        own, passed = own[:cut], own[cut + 1 :]
    if not own:
        raise UsageError("Say run or test.")
    name, options = own[0], own[1:]
    if name not in {"run", "test", "env"}:
        raise UsageError(f"There is no command {name!r}.")
    demo = name == "run" and "--demo" in options
    unknown = [option for option in options if not (demo and option == "--demo")]
    if unknown:
        raise UsageError(f"{name} does not take {unknown[0]!r}; put -- before what is passed on.")
    if name == "env" and passed:
        raise UsageError("env passes nothing on.")
    return Command(name, demo, tuple(passed))


def old_python_sentence(
    version: tuple[int, int, int], executable: str, newer: str | None
) -> str | None:
    """Return what to say to an interpreter that is too old, or None when it will do."""
    if version[:2] >= OLDEST_PYTHON:
        return None
    said = ".".join(str(part) for part in version)
    wanted = ".".join(str(part) for part in OLDEST_PYTHON)
    hint = (
        f"There is a newer one here; run: {newer} installer/bootstrap.py run"
        if newer
        else f"Install Python {wanted} or newer from python.org or your system's packages."
    )
    return f"ConsentKit needs Python {wanted} or newer; this is {said} ({executable}). {hint}"


def setup_key(pyproject: bytes, python_version: str, root: str) -> str:
    """Return a digest that changes when the environment has to be set up again.

    Only the tables that name requirements and the build count: a changed lint rule is no reason to
    download anything.
    """
    import tomllib  # the module must load on a Python without it

    try:
        tables = tomllib.loads(pyproject.decode("utf-8"))
    except ValueError:
        relevant = hashlib.sha256(pyproject).hexdigest()
    else:
        parts = {
            "build-system": tables.get("build-system"),
            "project": tables.get("project"),
            "hatch": tables.get("tool", {}).get("hatch"),
        }
        relevant = json.dumps(parts, sort_keys=True)
    text = json.dumps([STAMP_FORMAT, relevant, python_version, platform.machine(), root])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def stamp_covers(stamp: object, key: str, extras: Iterable[str]) -> bool:
    """Return whether a read stamp says that this very set-up, with these extras, was finished."""
    if not isinstance(stamp, dict) or stamp.get("key") != key:
        return False
    done = stamp.get("extras")
    return isinstance(done, list) and set(extras) <= set(done)


def python_of(environment: Path, *, windows: bool) -> Path:
    """Return where the interpreter of a virtual environment is."""
    return environment / ("Scripts/python.exe" if windows else "bin/python")


def child_environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for child processes, without those that lead out of the environment."""
    outward = {
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONSTARTUP",
        "__PYVENV_LAUNCHER__",
        "VIRTUAL_ENV",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_PYTHON",
        "PIP_REQUIRE_VIRTUALENV",
    }
    kept = {name: value for name, value in given.items() if name not in outward}
    kept["UV_PYTHON_DOWNLOADS"] = "never"
    kept["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    kept["PYTHONUTF8"] = "1"
    return kept


_DISK_FULL = (
    "The disk is full. ConsentKit needs about 1.6 GB free for itself and for unpacking "
    "(set TMPDIR where the folder for temporary files is the small one)."
)
_NO_NETWORK = (
    "The package index could not be reached. Connect to the network (or set your proxy), "
    "then run the same command again."
)
_NO_TRUST = (
    "The package index answered with a certificate this machine does not trust. "
    "Check its date and time and its certificates, then run the same command again."
)
_NOT_WRITABLE = (
    "A file could not be written. Close what uses the environment, check the folder's rights, "
    "then run the same command again."
)
_NO_BUILD = (
    "A package has no build for this machine and this Python. ConsentKit runs on 64-bit Linux "
    "(glibc 2.34 or newer), macOS 14 or newer, and Windows 10 or newer."
)
_TROUBLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_DISK_FULL, ("No space left", "[Errno 28]", "Disk quota exceeded", "[WinError 112]")),
    (_NO_TRUST, ("CERTIFICATE_VERIFY_FAILED", "certificate verify failed", "SSLError")),
    (
        _NO_NETWORK,
        (
            "name resolution",
            "Name or service not known",
            "nodename nor servname",
            "getaddrinfo failed",
            "Failed to establish a new connection",
            "Network is unreachable",
            "NewConnectionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "ProxyError",
            "Connection refused",
            "Connection reset",
            "Could not connect",
            "error sending request",
            "dns error",
        ),
    ),
    (_NOT_WRITABLE, ("Permission denied", "Read-only file system", "[WinError 5]")),
    (_NO_BUILD, ("No matching distribution", "Could not find a version", "No solution found")),
)
"""What installers print in each kind of trouble; the first that fits is said."""


def known_trouble(output: str) -> str | None:
    """Return the sentence for a kind of trouble we know, or None."""
    for sentence, marks in _TROUBLES:
        if any(mark in output for mark in marks):
            return sentence
    return None


def diagnose(output: str) -> str:
    """Return what to say of what a failed installer printed: a sentence, or its last words."""
    tail = "\n".join(f"  {line}" for line in output.strip().splitlines()[-8:])
    return known_trouble(output) or f"The installer failed; its last words were:\n{tail}"


def is_progress(line: str) -> bool:
    """Return whether a line of pip's output tells a person that things go on."""
    return line.lstrip().startswith(("Downloading ", "Installing collected", "Building "))


def missing_libraries(libraries: Iterable[Library]) -> tuple[Library, ...]:
    """Return those that the loader does not find on this machine."""
    return tuple(library for library in libraries if not _loads(library.soname))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def install_command(manager: str, packages: Sequence[str]) -> tuple[str, ...]:
    """Return the words of the command with which this package manager adds ``packages``."""
    return (*INSTALL_COMMANDS[manager], *dict.fromkeys(packages))


def packages_of(libraries: Iterable[Library], manager: str) -> tuple[str, ...]:
    """Return the packages that bring the libraries, each once, in order."""
    return tuple(dict.fromkeys(str(getattr(library, manager)) for library in libraries))


def has_display(system: str, variables: Mapping[str, str]) -> bool:
    """Return whether a window could be opened; systems other than Linux always have a screen."""
    return system != "Linux" or bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def app_arguments(command: Command, *, display: bool) -> tuple[str, ...]:
    """Return the arguments for ``consentkit``: none opens the app."""
    if command.demo or (not display and not command.arguments):
        return ("demo", *command.arguments)
    return command.arguments


def pytest_arguments(passed: Sequence[str], cores: int) -> tuple[str, ...]:
    """Return the arguments for pytest: the whole suite uses all cores, a selection runs plainly."""
    if passed:
        return tuple(passed)
    if cores < 2:  # noqa: PLR2004 -- sharing takes two
        return ()
    # Files stay whole: what a file prepares once is prepared once, and its order is its own.
    return ("-n", str(min(cores, 4)), "--dist", "loadfile")


# Doing it.


def say(text: str) -> None:
    """Print a line of progress; standard output stays free for what is run."""
    print(text, file=sys.stderr, flush=True)


def newer_python() -> str | None:
    """Return the name of an interpreter on the path that is new enough."""
    for minor in range(14, OLDEST_PYTHON[1] - 1, -1):
        name = f"python3.{minor}"
        if shutil.which(name) is None:
            continue
        # Version managers put names on the path that lead nowhere, so it is tried.
        if subprocess.run([name, "-c", ""], capture_output=True, check=False).returncode == 0:
            return name
    return None


def cache_folder() -> Path:
    """Return the user's folder for caches of ConsentKit; it may not exist yet."""
    if os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "consentkit"


def is_writable(folder: Path) -> bool:
    """Return whether a file can be made in ``folder``, by making one."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError as exc:
        if exc.errno == errno.ENOSPC:
            raise SetupError(_DISK_FULL) from exc
        return False


def environment_folder(root: Path) -> Path:
    """Return where the environment of this checkout is or goes.

    Raises:
        SetupError: Neither the checkout nor the user's cache folder can be written.
    """
    if is_writable(root):
        return root / ".venv"
    cache = cache_folder()
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise SetupError(
            f"Neither {root} nor {cache} can be written. Copy the checkout to a folder of yours."
        ) from exc
    return cache / f"env-{hashlib.sha256(str(root).encode()).hexdigest()[:12]}"


@contextlib.contextmanager
def only_one(environment: Path) -> Iterator[None]:
    """Let one set-up of this environment run at a time; a second one waits for the first."""
    name = f"setup-{hashlib.sha256(str(environment).encode()).hexdigest()[:12]}.lock"
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / name).open("a+b")
    except OSError:
        handle = None
    try:
        if handle is not None:
            _lock(handle.fileno())
        yield
    finally:
        if handle is not None:
            handle.close()


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        with contextlib.suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        return
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as exc:
        if exc.errno not in {errno.EWOULDBLOCK, errno.EACCES}:
            return
        say("Another set-up of this checkout is running; waiting for it.")
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def read_stamp(environment: Path) -> object:
    """Return the stamp of a finished set-up, or None."""
    try:
        return json.loads((environment / STAMP_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def write_stamp(environment: Path, root: Path, key: str, extras: Iterable[str]) -> None:
    """Note that the set-up is finished; a torn stamp counts as none."""
    _save_stamp(environment, {"key": key, "extras": sorted(extras), "root": str(root)})


def _save_stamp(environment: Path, stamp: object) -> None:
    partial = environment / (STAMP_NAME + ".part")
    partial.write_text(json.dumps(stamp), encoding="utf-8")
    partial.replace(environment / STAMP_NAME)


def is_unfinished(environment: Path) -> bool:
    """Return whether a set-up began here and never ended: packages may be half there."""
    return (environment / LOG_NAME).exists() and read_stamp(environment) is None


def is_moved(stamp: object, root: Path) -> bool:
    """Return whether the environment was made for another place; its programs name that place."""
    return isinstance(stamp, dict) and stamp.get("root") != str(root)


_HEALTH = """
import importlib.metadata as m, importlib.util as u, json, re, sys
want = set(sys.argv[1:])
lacks = [] if u.find_spec("consentkit") else ["consentkit"]
try:
    needs = m.requires("consentkit") or []
except m.PackageNotFoundError:
    needs, lacks = [], ["consentkit"]
for need in needs:
    extra = re.search(r"extra\\s*==\\s*['\\"]([\\w-]+)", need)
    if extra and extra.group(1) not in want:
        continue
    name = re.match(r"[\\w.-]+", need).group()
    try:
        m.version(name)
    except m.PackageNotFoundError:
        lacks.append(name)
print(json.dumps(lacks))
"""


def lacking(environment: Path, extras: Sequence[str]) -> tuple[str, ...] | None:
    """Return the packages the environment lacks, or None when its Python does not run."""
    python = python_of(environment, windows=os.name == "nt")
    try:
        done = subprocess.run(
            [str(python), "-I", "-c", _HEALTH, *extras],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env=child_environment(os.environ),
        )
        return tuple(json.loads(done.stdout)) if done.returncode == 0 else None
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def interpreter_version(environment: Path) -> str | None:
    """Return ``major.minor`` of the environment's Python, or None when it does not run."""
    try:
        done = subprocess.run(
            [
                str(python_of(environment, windows=os.name == "nt")),
                "-I",
                "-c",
                "import sys; print('%d.%d' % sys.version_info[:2])",
            ],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env=child_environment(os.environ),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def follow(words: Sequence[str], log: Path) -> tuple[int, str]:
    """Run an installer, show what it downloads, keep all it prints; return its code and output."""
    lines: list[str] = []
    with log.open("a", encoding="utf-8", errors="replace") as record:
        record.write(f"$ {shlex.join(words)}\n")
        process = subprocess.Popen(
            list(words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=child_environment(os.environ),
            cwd=ROOT,
        )
        if process.stdout is None:
            raise SetupError("An installer could not be started.")
        try:
            for line in process.stdout:
                record.write(line)
                lines.append(line)
                if is_progress(line):
                    say(f"  {line.strip()[:110]}")
        except BaseException:
            process.terminate()
            raise
        finally:
            code = process.wait()
    return code, "".join(lines)


def outer_pip() -> tuple[str, ...] | None:
    """Return the words of a pip outside the environment that can install into it, or None."""
    if importlib.util.find_spec("pip") is None:
        return None
    return (sys.executable, "-m", "pip")


def make_environment(environment: Path) -> None:
    """Make an empty virtual environment at ``environment``.

    Raises:
        SetupError: This Python cannot make one, and what it lacks could not be added.
    """
    make = [sys.executable, "-m", "venv", "--clear", str(environment)]
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    if importlib.util.find_spec("venv") is None or not (has_ensurepip or outer_pip()):
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not add_packages((package,), "the module that makes environments"):
            raise SetupError(
                "This Python cannot make environments: it lacks venv or ensurepip. Add it with: "
                f"{shlex.join(('sudo', *install_command('apt', ('python3-venv',))))}"
            )
        has_ensurepip = True
    if not has_ensurepip:
        make.insert(3, "--without-pip")
    done = subprocess.run(
        make,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=child_environment(os.environ),
    )
    if done.returncode != 0:
        trouble = done.stdout + done.stderr
        raise SetupError(f"The environment could not be made. {diagnose(trouble)}")


def install_into(environment: Path, extras: Sequence[str]) -> None:
    """Install the checkout, editable, with what it needs.

    Raises:
        SetupError: A package could not be had or not be written; the sentence says which trouble.
    """
    python = str(python_of(environment, windows=os.name == "nt"))
    target = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    log = environment / LOG_NAME
    uv = shutil.which("uv")
    if uv:
        code, _ = follow((uv, "pip", "install", "--python", python, "--editable", target), log)
        if code == 0:
            return
        say("uv could not do it; trying pip.")
    inner = subprocess.run(
        [python, "-I", "-m", "pip", "--version"],
        capture_output=True,
        check=False,
        env=child_environment(os.environ),
    )
    pip = (python, "-m", "pip") if inner.returncode == 0 else outer_pip()
    if pip is None:
        raise SetupError(
            "There is no pip for this Python. Add it, then run the same command again."
        )
    into = () if inner.returncode == 0 else ("--python", python)
    options = ("--progress-bar", "off", "--retries", "2", "--no-input")
    code, output = follow((*pip, *into, "install", *options, "--editable", target), log)
    if code != 0:
        raise SetupError(diagnose(output))


def set_up(root: Path, extras: Sequence[str]) -> Path:
    """Return the folder of an environment that is ready, made or brought up to date where needed.

    An environment that worked is never lost: a new one is made beside it and takes its place only
    once it is complete; where packages cannot be had, the one from before is used and that is said.

    Raises:
        SetupError: There is no working environment and none could be made.
    """
    environment = environment_folder(root)
    with only_one(environment):
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        key = setup_key((root / "pyproject.toml").read_bytes(), version, str(root))
        stamp = read_stamp(environment)
        lacks = lacking(environment, extras)
        if lacks == () and stamp_covers(stamp, key, extras):
            return environment
        _check_room(environment.parent)
        fits = lacks is not None and interpreter_version(environment) == version
        if fits and not is_unfinished(environment) and not is_moved(stamp, root):
            _update(environment, root, key, extras, usable=lacks == ())
        else:
            _rebuild(environment, root, key, extras)
    return environment


def _check_room(folder: Path) -> None:
    if shutil.disk_usage(folder).free < NEEDED_BYTES // 4:
        raise SetupError(_DISK_FULL)


def _update(
    environment: Path, root: Path, key: str, extras: Sequence[str], *, usable: bool
) -> None:
    """Bring an environment whose Python runs up to date."""
    before = read_stamp(environment)
    known = before.get("extras", []) if isinstance(before, dict) else []
    wanted = tuple(sorted({*known, *extras}))
    say(f"Bringing the environment up to date: {environment}")
    # Without a stamp an update that is cut off counts as unfinished, and is made anew.
    (environment / STAMP_NAME).unlink(missing_ok=True)
    try:
        install_into(environment, wanted)
    except SetupError as exc:
        if not usable or lacking(environment, extras) != ():
            raise
        say(f"{exc}\nGoing on with the environment from the last set-up.")
        _save_stamp(environment, before)
        return
    write_stamp(environment, root, key, wanted)


def _rebuild(environment: Path, root: Path, key: str, extras: Sequence[str]) -> None:
    """Make the environment anew; put the old one back where that fails."""
    if shutil.disk_usage(environment.parent).free < NEEDED_BYTES:
        raise SetupError(_DISK_FULL)
    aside = environment.with_name(environment.name + ".before")
    if aside.exists():
        shutil.rmtree(aside, ignore_errors=True)
    if environment.is_symlink() or environment.is_file():
        environment.unlink()
    if environment.exists():
        say("The environment does not fit this Python or is damaged; making it anew.")
        environment.rename(aside)
    say(f"Making the environment: {environment}")
    say("This downloads about 350 MB the first time and takes some minutes.")
    try:
        make_environment(environment)
        install_into(environment, extras)
        write_stamp(environment, root, key, extras)
    except BaseException:
        shutil.rmtree(environment, ignore_errors=True)
        if aside.exists():
            aside.rename(environment)
        raise
    shutil.rmtree(aside, ignore_errors=True)


# System packages.


def rights() -> tuple[str, ...] | None:
    """Return the words before a command that runs it as root without asking, or None."""
    if os.environ.get("CONSENTKIT_NO_SYSTEM") or os.name == "nt":
        return None
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    done = subprocess.run(
        ["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return ("sudo", "-n") if done.returncode == 0 else None


def add_packages(packages: Sequence[str], purpose: str) -> bool:
    """Add Debian packages where that may be done; return whether it was done."""
    before = rights() if shutil.which("apt-get") else None
    if before is None:
        return False
    words = (*before, *install_command("apt", packages))
    say(f"Adding {purpose}: {shlex.join(words)}")
    variables = {**child_environment(os.environ), "DEBIAN_FRONTEND": "noninteractive"}

    def attempt(command: Sequence[str]) -> bool:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=variables,
        )
        return done.returncode == 0

    # The lists of a fresh machine are empty and those of an old one stale, so a second try follows.
    if attempt(words):
        return True
    attempt((*before, "apt-get", "update", "-q"))
    return attempt(words)


def manager_here() -> str:
    """Return the package manager of this machine; apt where none is known."""
    programs = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman", "zypper": "zypper"}
    return next((name for name, program in programs.items() if shutil.which(program)), "apt")


def ensure_libraries(libraries: Sequence[Library]) -> tuple[Library, ...]:
    """Add what Qt misses where that may be done; return what is still missing, after naming it."""
    if sys.platform != "linux":
        return ()
    missing = missing_libraries(libraries)
    if missing and add_packages(packages_of(missing, "apt"), "system libraries for the window"):
        missing = missing_libraries(missing)
    if missing:
        manager = manager_here()
        command = shlex.join(("sudo", *install_command(manager, packages_of(missing, manager))))
        names = ", ".join(library.soname for library in missing)
        say(f"Qt misses system libraries ({names}). Add them with:\n  {command}")
    return missing


def qt_trouble(environment: Path) -> str | None:
    """Return what Qt says when it cannot load its widgets and its player, or None."""
    probe = (
        "from PySide6 import QtWidgets, QtMultimedia, QtMultimediaWidgets; "
        "QtWidgets.QApplication([])"
    )
    done = subprocess.run(
        [str(python_of(environment, windows=os.name == "nt")), "-I", "-c", probe],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={**child_environment(os.environ), "QT_QPA_PLATFORM": "offscreen"},
    )
    if done.returncode == 0:
        return None
    words = done.stderr.strip().splitlines()
    return words[-1] if words else f"exit {done.returncode}"


def ensure_test_programs() -> None:
    """Add the outside programs some tests compare with, or say that those tests will be skipped."""
    if sys.platform != "linux":
        return
    wanted = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    wanted += [package for path, package in TEST_FILES.items() if not Path(path).exists()]
    if not wanted or add_packages(wanted, "programs that tests compare with"):
        return
    say(
        "Some tests compare with programs that are not here and will be skipped. To have them:\n"
        f"  {shlex.join(('sudo', *install_command('apt', wanted)))}"
    )


# Commands.


def hand_over(environment: Path, words: Sequence[str], variables: Mapping[str, str]) -> NoReturn:
    """Become the given Python command of the environment; its exit code is ours."""
    python = str(python_of(environment, windows=os.name == "nt"))
    full = {**child_environment(os.environ), **variables}
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(python, [python, *words], full)  # noqa: S606 -- no shell is wanted
    process = subprocess.Popen([python, *words], env=full)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:  # The child got it as well and ends in its own way.
            continue


def run(command: Command) -> NoReturn:
    """Open ConsentKit, or show the demo where there is no screen.

    Raises:
        SetupError: The environment could not be made, or Qt cannot open a window here.
    """
    environment = set_up(ROOT, ())
    display = has_display(platform.system(), os.environ)
    arguments = app_arguments(command, display=display)
    if not display and not command.demo and not command.arguments:
        say("There is no screen here, so this shows the demo. With a screen the app opens.")
    if not arguments:
        on_x11 = not os.environ.get("WAYLAND_DISPLAY")
        missing = ensure_libraries(QT_LIBRARIES + (WINDOW_LIBRARIES if on_x11 else ()))
        if missing:
            raise SetupError("The window cannot be opened without them. The command line works.")
        trouble = qt_trouble(environment)
        if trouble:
            raise SetupError(f"Qt cannot start: {trouble}")
    hand_over(environment, ("-m", "consentkit", *arguments), {})


def test(command: Command) -> NoReturn:
    """Run the tests without a screen; the exit code is pytest's.

    Raises:
        SetupError: The environment could not be made.
    """
    environment = set_up(ROOT, ("dev",))
    if not ensure_libraries(QT_LIBRARIES):
        trouble = qt_trouble(environment)
        if trouble:
            say(f"Qt cannot start, so tests of the window will fail: {trouble}")
    ensure_test_programs()
    variables = {"QT_QPA_PLATFORM": "offscreen"}
    extra: tuple[str, ...] = ()
    if not is_writable(ROOT):
        extra = ("-o", f"cache_dir={environment / 'pytest-cache'}")
        variables["PYTHONPYCACHEPREFIX"] = str(environment / "pycache")
        variables["HYPOTHESIS_STORAGE_DIRECTORY"] = str(environment / "hypothesis")
    os.chdir(ROOT)
    arguments = pytest_arguments(command.arguments, os.cpu_count() or 1)
    say(f"Running: pytest {shlex.join((*extra, *arguments))}".rstrip())
    hand_over(environment, ("-m", "pytest", *extra, *arguments), variables)


def check_python() -> None:
    """Return where this interpreter will do.

    Raises:
        SetupError: It is too old or 32-bit.
    """
    version = sys.version_info[:3]
    if old_python_sentence(version, sys.executable, None):
        raise SetupError(old_python_sentence(version, sys.executable, newer_python()))
    if sys.maxsize < 2**32:
        raise SetupError("ConsentKit needs a 64-bit Python; this one is 32-bit.")


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; return the exit code where nothing was handed over to."""
    if arguments and arguments[0] in {"-h", "--help", "help"}:
        print(USAGE)
        return 0
    try:
        command = parse_command(arguments)
        check_python()
        if command.name == "run":
            run(command)
        if command.name == "test":
            test(command)
        print(python_of(set_up(ROOT, ("dev",)), windows=os.name == "nt"))
    except UsageError as exc:
        say(f"{exc}\n{USAGE}")
        return EXIT_USAGE
    except SetupError as exc:
        say(str(exc))
        return EXIT_MACHINE
    except OSError as exc:
        say(known_trouble(str(exc)) or f"The system refused: {exc}")
        return EXIT_MACHINE
    except KeyboardInterrupt:
        say("Stopped.")
        return EXIT_INTERRUPTED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
