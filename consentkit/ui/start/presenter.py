"""What the start page and the wizard decide: names, places, the demo, which step comes next."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from consentkit.kernel.clock import SystemClock
from consentkit.kernel.locations import documents_folder
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.preferences import Preferences
from consentkit.services.views import RecoverySheet

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace

ENDING = ".ckvault"
HEADER_NAME = "vault.json"
DEMO_FOLDER = "ConsentKit demo"
NAME_MAX_CHARS = 60
"""With its ending and a long folder before it a name still fits where paths end at 260."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)")


@dataclass(frozen=True, slots=True)
class RecentVault:
    """A vault that was open before.

    Attributes:
        folder: Where it was.
        name: Its name.
        is_there: It still is.
    """

    folder: Path
    name: str
    is_there: bool


def recent_vaults(preferences: Preferences) -> tuple[RecentVault, ...]:
    """Return the vaults opened before, the last one first; looks at the disk."""
    folders = [Path(text) for text in preferences.recent_vaults]
    return tuple(
        RecentVault(folder, vault_name(folder), is_there=is_vault(folder)) for folder in folders
    )


def vault_name(folder: Path) -> str:
    """Return a vault's name: its folder's, without the ending."""
    return folder.name.removesuffix(ENDING)


def is_vault(folder: Path) -> bool:
    """Return whether a vault's header is in ``folder``."""
    return (folder / HEADER_NAME).is_file()


def name_trouble(name: str) -> str:
    """Return "" for a name a folder can carry everywhere, else "empty", "long" or "characters"."""
    clean = name.strip()
    if not clean:
        return "empty"
    if len(clean) > NAME_MAX_CHARS:
        return "long"
    if _FORBIDDEN.search(clean) or clean.endswith(".") or _RESERVED.fullmatch(clean):
        return "characters"
    return ""


def folder_for(place: Path, name: str) -> Path:
    """Return the folder of a vault called ``name`` in ``place``."""
    clean = name.strip().removesuffix(ENDING)
    return place / f"{clean}{ENDING}"


def offered_place() -> Path:
    """Return where a new vault is offered to be made."""
    folder = documents_folder()
    return folder if folder.is_dir() else Path.home()


def demo_place() -> Path:
    """Return where the demo is made."""
    return offered_place() / DEMO_FOLDER


def demo_work(out: Path) -> Callable[[Progress, CancelToken], Path]:
    """Return work that makes the demo in ``out`` and returns its vault; an earlier one is kept."""

    def work(progress: Progress, cancel: CancelToken) -> Path:
        from consentkit.services.demo import run_demo

        made = next((path for path in sorted(out.glob(f"*{ENDING}")) if is_vault(path)), None)
        if made is not None:
            return made
        return run_demo(out, progress, cancel).vault

    return work


def own_roots(preferences: Preferences) -> tuple[str, ...]:
    """Return roots of time authorities the person set up; those of demonstrations never count."""
    return tuple(
        item.roots_pem
        for item in preferences.authorities
        if item.roots_pem and not item.is_demonstration
    )


def restore_work(backup: Path, destination: Path) -> Callable[[Progress, CancelToken], Path]:
    """Return work that makes ``destination`` a vault with the content of ``backup``."""

    def work(progress: Progress, cancel: CancelToken) -> Path:
        from consentkit.services.keeper import restore_backup

        return restore_backup(backup, destination, progress, cancel)

    return work


def create_work(
    folder: Path, passphrase: str, preferences: Callable[[], Preferences]
) -> Callable[[Progress, CancelToken], "tuple[Workspace, RecoverySheet]"]:
    """Return work that makes a vault and opens it."""

    def work(_progress: Progress, _cancel: CancelToken) -> "tuple[Workspace, RecoverySheet]":
        from consentkit.services.workspace import create_vault

        return create_vault(folder, passphrase, clock=SystemClock(), preferences=preferences)

    return work


def wrong_words(sheet: RecoverySheet, answers: Mapping[int, str]) -> tuple[int, ...]:
    """Return the places, from 0, where an answer is not the sheet's word."""
    return tuple(
        place
        for place, word in answers.items()
        if sheet.words[place].casefold() != word.strip().casefold()
    )
