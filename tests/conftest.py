"""Fixtures every kind of test may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared media and vectors; the test is skipped where there is none."""
    folder = Path(os.environ.get("CONSENTKIT_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("CONSENTKIT_SHARED: no folder of shared media and vectors on this machine")
    return folder


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the settings and remembered heads of whoever runs it."""
    monkeypatch.setenv("CONSENTKIT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("CONSENTKIT_STATE", str(tmp_path / "state"))
