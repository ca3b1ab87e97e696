"""How the decoding process is started: clean environment, no network, only the files it needs.

On Linux with a working ``bwrap`` it sees system libraries, this program and the one recording, read
only, and nothing else; everywhere it sets limits on itself before it looks at the recording.
"""

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

_BOOT = (
    "import sys; sys.path[:0] = [p for p in sys.argv.pop(1).split(chr(10)) if p]; "
    "from consentkit.media.worker_process import main; main()"
)
FROZEN_ARGUMENT = "--consentkit-media-worker"
"""A frozen program starts itself again with this argument to become the decoding process."""

_SYSTEM_FOLDERS = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
)
_IMPORTED = ("consentkit", "av", "numpy", "cv2", "msgspec", "typing_extensions", "zxingcpp")
_TRIAL_TIMEOUT_S = 20


def start(path: Path, writable: Path | None = None) -> subprocess.Popen[bytes]:
    """Start a decoding process for one file; its standard streams are pipes, errors are dropped.

    Args:
        path: The recording, absolute and resolved.
        writable: A folder it may write to, or None.

    Raises:
        OSError: The process cannot be started.
    """
    command = _python_command()
    if works_with_bwrap():
        command = [*_bwrap_command(path, writable), *command]
    return subprocess.Popen(  # noqa: S603 -- our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # FFmpeg's messages quote file names.
        stderr=subprocess.DEVNULL,
        env=clean_environment(),
        cwd=os.path.abspath(os.sep),  # noqa: PTH100 -- the root of this drive
        close_fds=True,
        creationflags=_creation_flags(),
    )


def clean_environment() -> dict[str, str]:
    """Return the few variables a process needs to start, and none that could hold a secret."""
    kept = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR") if os.name == "nt" else ()
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    if os.name != "nt":
        environment |= {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    # OpenBLAS starts a thread per core for nothing; OpenCV likewise.
    return environment | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


@functools.cache
def works_with_bwrap() -> bool:
    """Return whether ``bwrap`` is there and may make namespaces on this machine."""
    if not sys.platform.startswith("linux") or shutil.which("bwrap") is None:
        return False
    trial = [*_bwrap_command(None, None), *_trial_command()]
    try:
        done = subprocess.run(  # noqa: S603 -- our own program
            trial,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=clean_environment(),
            timeout=_TRIAL_TIMEOUT_S,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.IDLE_PRIORITY_CLASS
    return 0


def _is_frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _python_command() -> list[str]:
    if _is_frozen():
        return [sys.executable, FROZEN_ARGUMENT]
    # Isolated mode reads neither the environment nor the current folder; the folders our imports
    # come from are handed over, because a user's own site-packages are not seen in that mode.
    return [sys.executable, "-I", "-c", _BOOT, "\n".join(str(root) for root in _import_roots())]


def _trial_command() -> list[str]:
    return ["/usr/bin/env", "true"] if _is_frozen() else [sys.executable, "-I", "-S", "-c", "pass"]


@functools.cache
def _import_roots() -> tuple[Path, ...]:
    roots: dict[Path, None] = {}
    for name in _IMPORTED:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            origin = Path(spec.origin)
            is_package = spec.submodule_search_locations is not None
            roots[origin.parent.parent if is_package else origin.parent] = None
    return tuple(roots)


def _bwrap_command(path: Path | None, writable: Path | None) -> list[str]:
    bwrap = shutil.which("bwrap") or "bwrap"
    command = [bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]  # noqa: S108 -- a fresh one
    for folder in _SYSTEM_FOLDERS:
        command += ["--ro-bind-try", folder, folder]
    programs = {Path(sys.prefix), Path(sys.base_prefix), Path(sys.executable).resolve().parent}
    if not _is_frozen():
        programs |= set(_import_roots())
    for folder in sorted(str(program) for program in programs):
        command += ["--ro-bind-try", folder, folder]
    if path is not None:
        command += ["--ro-bind", str(path), str(path)]
    if writable is not None:
        command += ["--bind", str(writable), str(writable)]
    return [*command, "--chdir", "/", "--"]
