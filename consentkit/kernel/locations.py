"""Folders of this user: settings, state that must not travel with a vault, and caches."""

import os
from pathlib import Path

import platformdirs

APP = "consentkit"


def _folder(variable: str, default: Path) -> Path:
    override = os.environ.get(variable)
    folder = Path(override) if override else default
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def config_folder() -> Path:
    """Return the folder of settings (``CONSENTKIT_CONFIG`` overrides it), made if missing."""
    return _folder("CONSENTKIT_CONFIG", Path(platformdirs.user_config_dir(APP, appauthor=False)))


def state_folder() -> Path:
    """Return the folder of remembered log heads and window state (``CONSENTKIT_STATE``)."""
    return _folder("CONSENTKIT_STATE", Path(platformdirs.user_state_dir(APP, appauthor=False)))


def documents_folder() -> Path:
    """Return where a new vault is offered to be made."""
    return Path(platformdirs.user_documents_dir())
