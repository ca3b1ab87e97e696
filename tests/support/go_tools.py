"""Building the Go program that reads our log as other people's software does."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

PACKAGES = Path("/usr/share/gocode")
SOURCE = Path(__file__).parents[1] / "outside" / "tlogverify" / "main.go"
_BUILD_S = 60
_TRIES = 3


def built_verifier(folder: Path) -> Path:
    """Return the built program; the test is skipped where Go or its packages are missing."""
    go = shutil.which("go")
    if go is None:
        pytest.skip("the go tool is not installed")
    if not (PACKAGES / "src/golang.org/x/mod/sumdb/note").is_dir():
        pytest.skip("golang.org/x/mod is not installed (Debian: golang-golang-x-mod-dev)")
    program = folder / "tlogverify"
    environment = os.environ | {
        "GO111MODULE": "off",
        "GOPATH": str(PACKAGES),
        "GOFLAGS": "",
        "GOCACHE": str(folder / "cache"),
        "HOME": str(folder),
    }
    # Go 1.19's compiler was seen to spin for good on a loaded machine, once in many builds. What
    # is tested is our log and not that compiler, so a build that hangs is ended and begun again.
    for _ in range(_TRIES):
        with subprocess.Popen(
            [go, "build", "-o", program, SOURCE], env=environment, start_new_session=True
        ) as build:
            try:
                assert build.wait(_BUILD_S) == 0
            except subprocess.TimeoutExpired:
                os.killpg(build.pid, signal.SIGKILL)
            else:
                return program
    raise AssertionError("the Go program could not be built")
