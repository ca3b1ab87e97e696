"""Fixtures of the recording pages' tests."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import qInstallMessageHandler


@pytest.fixture(scope="session", name="samples")
def load_samples() -> ModuleType:
    """Return the module of made-up values beside this file; tests are no package to import from."""
    name = "recording_page_samples"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / "samples.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(autouse=True)
def messages_from_decoders_stay_in_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give Qt's messages back to Qt while a player may run.

    pytest-qt hears them with a Python function. A decoder's thread that has something to say then
    waits for Python's lock, while the test waits, with that lock, for the decoder to stop.
    """
    if "qtbot" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qtbot")
    previous = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(previous)
