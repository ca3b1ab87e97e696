"""A real vault with people in it, and pages that stand on it, for the tests of four pages."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from consentkit.domain.asking import MarkKind
from consentkit.domain.consent import Status
from consentkit.domain.evidence import Answer
from consentkit.domain.party import Controller, Party
from consentkit.domain.scope import permissions_from_preset
from consentkit.kernel.clock import SystemClock
from consentkit.services.preferences import Preferences
from consentkit.services.views import AuthorityView, ConsentDraft, PermissionFilter, ProofOptions
from consentkit.services.workspace import Workspace, create_vault, open_vault
from consentkit.timestamping.demonstration import DemonstrationAuthority
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PageContext, PreferencesHolder
from consentkit.vault.kdf import FLOOR_KDF

PASSPHRASE = "people of the tests"
CREATOR = Controller("Night Chats", "night@example.org", ("Night Chats",))
PEOPLE = (
    ("Dewi", "ID", "id", Answer.YES, "youtube-ads-2y"),
    ("Oleg", "RU", "ru", Answer.NO, "youtube-ads-2y"),
    ("Sam", "GB", "en", Answer.UNCLEAR, "youtube-ads-2y"),
    ("Ayşe", "TR", "tr", Answer.YES, "keep-only-1y"),
    ("<b>Mallory</b> =cmd", "US", "en", Answer.YES, "youtube-ads-2y"),
)


@dataclass(frozen=True)
class Home:
    """A vault that was made once, with a proof exported from it."""

    vault: Path
    proof: Path
    roots: tuple[str, ...]


def fill(workspace: Workspace, folder: Path) -> Path:
    """Put the people into a vault, stamp what is there, and export a proof of the first."""
    clock = SystemClock()
    first = ""
    for name, country, language, answer, preset in PEOPLE:
        asking = workspace.askings.open_card(language, (), name).asking
        workspace.askings.mark(asking.id, MarkKind.ASKED)
        permissions = permissions_from_preset(preset, clock.now())
        sealed = workspace.consents.seal(
            ConsentDraft(
                Party(name, country=country, languages=(language,), is_adult_stated=True),
                permissions,
                {leaf.purpose: answer for leaf in permissions},
                asking_id=asking.id,
                statement="Said so on the phone.",
            )
        )
        first = first or sealed.record.id
        if name == "Dewi":
            workspace.time.stamp_due(now_all=True)
    workspace.askings.open_card("ar", (), "Layla")
    shown = frozenset(f.path for f in workspace.proofs.fields(first) if f.is_suggested)
    proof = folder / "dewi.consentproof"
    workspace.proofs.export(first, proof, ProofOptions(shown, made_for="The platform"))
    return proof


@pytest.fixture(scope="session", name="home")
def make_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a vault with five people, made once; never write to it."""
    folder = tmp_path_factory.mktemp("people")
    patch = pytest.MonkeyPatch()
    patch.setenv("CONSENTKIT_STATE", str(folder / "state"))
    clock = SystemClock()
    try:
        with DemonstrationAuthority("A", clock) as one, DemonstrationAuthority("B", clock) as two:
            views = tuple(
                AuthorityView(
                    item.authority.id,
                    item.authority.name,
                    item.authority.url,
                    is_enabled=True,
                    is_demonstration=True,
                    roots_pem=item.root_pem,
                )
                for item in (one, two)
            )
            preferences = Preferences(controller=CREATOR, authorities=views)
            workspace, _ = create_vault(
                folder / "People", PASSPHRASE, preferences=lambda: preferences, kdf=FLOOR_KDF
            )
            try:
                proof = fill(workspace, folder)
                return Home(workspace.folder, proof, (one.root_pem, two.root_pem))
            finally:
                workspace.close()
    finally:
        patch.undo()


@dataclass
class Place:
    """An open vault with the means of a page, and what pages asked for."""

    workspace: Workspace
    bridge: Bridge
    preferences: PreferencesHolder
    proof: Path
    went_to: list = field(default_factory=list)
    said: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    changes: int = 0
    undo: object = None

    def navigate(self, page, **arguments):
        self.went_to.append((page, arguments))

    def toast(self, text, undo=None):
        self.said.append(text)
        self.undo = undo

    def changed(self):
        self.changes += 1

    @property
    def context(self) -> PageContext:
        return PageContext(
            self.bridge,
            self.workspace,
            self.preferences,
            self.navigate,
            self.toast,
            self.errors.append,
            self.changed,
        )

    def record(self, name: str) -> str:
        """Return the identifier of a person's record."""
        rows = self.workspace.consents.query(PermissionFilter(), 0, 50)
        return next(row.id for row in rows if row.pseudonym == name)

    def status(self, name: str) -> Status:
        """Return where a person's record stands."""
        rows = self.workspace.consents.query(PermissionFilter(), 0, 50)
        return next(row.status for row in rows if row.pseudonym == name)


@pytest.fixture(name="place")
def open_place(home: Home, tmp_path: Path, qtbot):
    """Return a copy of the vault, open; its threads have ended when the test is over."""
    vault = tmp_path / home.vault.name
    shutil.copytree(home.vault, vault)
    preferences = PreferencesHolder(Preferences(controller=CREATOR, authorities=()))
    workspace = open_vault(vault, passphrase=PASSPHRASE, preferences=preferences.read)
    bridge = Bridge()
    place = Place(workspace, bridge, preferences, home.proof)
    bridge.errorRaised.connect(place.errors.append)
    yield place
    bridge.shutdown()
    workspace.close()


@pytest.fixture(name="idle")
def make_idle(place: Place, qtbot):
    """Return how to wait until nothing is asked and nothing runs."""

    def idle() -> None:
        # What waits for the next round of events may ask something.
        QCoreApplication.processEvents()
        qtbot.waitUntil(lambda: place.bridge.is_idle, timeout=30_000)

    return idle
