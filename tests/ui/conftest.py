"""Fixtures of tests with a window."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QLocale

from consentkit.services.preferences import Preferences
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.theme import apply_theme


@pytest.fixture
def themed(qapp):
    """Return the application in the light theme and in English."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    apply_theme(qapp, "light")
    return qapp


@pytest.fixture
def bridge(themed):
    """Return a bridge whose threads have all ended after the test."""
    made = Bridge()
    yield made
    made.shutdown()


@pytest.fixture
def holder(themed):
    """Return preferences with a profile, so that nothing asks for one."""
    return PreferencesHolder(Preferences(language="en", theme="light"))
