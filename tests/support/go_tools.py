"""Building the Go program that reads our log as other people's software does."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PACKAGES = Path("/usr/share/gocode")
SOURCE = Path(__file__).parents[1] / "outside" / "tlogverify" / "main.go"


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
    subprocess.run([go, "build", "-o", program, SOURCE], check=True, env=environment, timeout=300)
    return program
