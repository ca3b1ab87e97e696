"""A real vault with demonstration authorities and a sample recording, for whole journeys."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from consentkit.domain.asking import MarkKind
from consentkit.domain.evidence import Answer, SpokenAnswer
from consentkit.domain.party import Controller, Party
from consentkit.domain.scope import permissions_from_preset
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.timebase import TimeRange
from consentkit.services.preferences import Preferences
from consentkit.services.views import AuthorityView, ConsentDraft, RecordingDetail
from consentkit.services.workspace import Workspace, create_vault, open_vault
from consentkit.timestamping.demonstration import DemonstrationAuthority
from consentkit.vault.kdf import FLOOR_KDF

PASSPHRASE = "a passphrase for tests"


class MovableClock(SystemClock):
    """The machine's clock with an offset."""

    offset = timedelta(0)

    def now(self):
        return super().now() + self.offset


@dataclass
class Desk:
    """An open workspace and what is around it."""

    folder: Path
    workspace: Workspace
    preferences: Preferences
    clock: MovableClock
    roots: tuple[str, ...]
    words: str
    recording: RecordingDetail = field(default=None)

    def reopen(self, **changes) -> Workspace:
        self.workspace.close()
        arguments = {"passphrase": PASSPHRASE} | changes
        self.workspace = open_vault(
            self.folder, clock=self.clock, preferences=lambda: self.preferences, **arguments
        )
        return self.workspace

    def draft(self, place: int = 0, answer: Answer = Answer.YES, **changes) -> ConsentDraft:
        conversation = self.recording.conversations[place].conversation
        start = conversation.range.start
        permissions = permissions_from_preset("youtube-ads-2y", self.clock.now())
        draft = ConsentDraft(
            party=Party("Budi", country="ID", languages=("id",), is_adult_stated=True),
            permissions=permissions,
            answers={leaf.purpose: answer for leaf in permissions},
            recording_id=self.recording.recording.id,
            conversation_id=conversation.id,
            spoken=SpokenAnswer(
                self.recording.recording.id,
                TimeRange(start + 1, start + 3),
                TimeRange(start + 3, start + Fraction(9, 2)),
                answer,
                is_number_heard=answer is Answer.YES,
            ),
        )
        return replace(draft, **changes)

    def asked(self, language: str = "id") -> str:
        card = self.workspace.askings.open_card(language, (), "Budi")
        self.workspace.askings.mark(card.asking.id, MarkKind.ASKED)
        return card.asking.id


def view(authority: DemonstrationAuthority, **changes) -> AuthorityView:
    made = authority.authority
    shown = AuthorityView(
        made.id,
        made.name,
        made.url,
        is_enabled=True,
        is_demonstration=True,
        roots_pem=authority.root_pem,
    )
    return replace(shown, **changes)


@dataclass(frozen=True)
class Prepared:
    """Vaults made once and copied for each test, because making and scanning takes seconds."""

    authorities: tuple[DemonstrationAuthority, ...]
    empty: Path
    words: str
    with_recording: Path


@pytest.fixture(scope="session")
def prepared(tmp_path_factory, sample_recording) -> Iterator[Prepared]:
    """Yield an empty vault and one with a recording, both closed, and running authorities."""
    folder = tmp_path_factory.mktemp("prepared")
    clock = SystemClock()
    with DemonstrationAuthority("A", clock) as one, DemonstrationAuthority("B", clock) as two:
        settings = preferences_with((one, two))
        workspace, sheet = create_vault(
            folder / "empty", PASSPHRASE, clock=clock, preferences=lambda: settings, kdf=FLOOR_KDF
        )
        workspace.close()
        shutil.copytree(folder / "empty.ckvault", folder / "with.ckvault")
        workspace = open_vault(
            folder / "with.ckvault", passphrase=PASSPHRASE, preferences=lambda: settings
        )
        workspace.recordings.add(sample_recording.path)
        workspace.time.stamp_due()
        workspace.close()
        yield Prepared(
            (one, two), folder / "empty.ckvault", " ".join(sheet.words), folder / "with.ckvault"
        )


def preferences_with(authorities: tuple[DemonstrationAuthority, ...]) -> Preferences:
    return Preferences(
        controller=Controller("Kanal", "kanal@example.org"),
        authorities=tuple(view(item) for item in authorities),
    )


def opened(prepared: Prepared, source: Path, folder: Path) -> Desk:
    shutil.copytree(source, folder)
    clock = MovableClock()
    desk = Desk(
        folder,
        None,
        preferences_with(prepared.authorities),
        clock,
        tuple(item.root_pem for item in prepared.authorities),
        prepared.words,
    )
    desk.workspace = open_vault(
        folder, passphrase=PASSPHRASE, clock=clock, preferences=lambda: desk.preferences
    )
    return desk


@pytest.fixture
def desk(prepared, tmp_path) -> Iterator[Desk]:
    """Yield an empty vault whose creator has a profile and two authorities."""
    made = opened(prepared, prepared.empty, tmp_path / "mine.ckvault")
    yield made
    made.workspace.close()


@pytest.fixture
def filled(prepared, tmp_path) -> Iterator[Desk]:
    """Yield a vault with a recording in it, stamped."""
    made = opened(prepared, prepared.with_recording, tmp_path / "filled.ckvault")
    library = made.workspace.recordings
    made.workspace.activity.accept()
    made.recording = library.detail(library.cards()[0].recording.id)
    yield made
    made.workspace.close()
