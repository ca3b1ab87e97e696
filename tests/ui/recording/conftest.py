"""Fixtures of the recording pages' tests."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


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
