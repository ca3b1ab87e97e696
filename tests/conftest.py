"""Fixtures every kind of test may use."""

import os
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from consentkit.media.sample import SampleTruth

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


@dataclass(frozen=True, slots=True)
class SampleRecording:
    """A synthetic video chat on disk, and what is true about it."""

    path: Path
    truth: "SampleTruth"


@pytest.fixture(scope="session")
def sample_recording(tmp_path_factory: pytest.TempPathFactory) -> SampleRecording:
    """Return a video chat of 30 seconds with two partners, made once; never write to it."""
    from consentkit.media.sample import SamplePartner, SamplePlan, write_sample

    plan = SamplePlan(
        (SamplePartner(3, Fraction(12)), SamplePartner(14, Fraction(12))), gap_s=Fraction(2)
    )
    path = tmp_path_factory.mktemp("sample") / "chat.mp4"
    return SampleRecording(path, write_sample(path, plan))
