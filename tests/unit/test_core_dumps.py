"""A crash of the program leaves no copy of its memory behind."""

import subprocess
import sys

import pytest

PROGRAM = """
import resource, sys
from consentkit.__main__ import main
sys.argv = ["consentkit", "--version"]
try:
    main()
except SystemExit:
    print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_a_crash_writes_no_core_file():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "(0, 0)"
