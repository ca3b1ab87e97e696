"""Behaviour of complaints: what is typed, the kit, the reply, and how it is closed; no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.evidence import EvidenceKind
from consentkit.domain.obligations import Measure
from consentkit.kernel.errors import ConsentKitError, NotFoundError
from consentkit.services.publication_views import ComplaintKit, Publication
from consentkit.ui.context import PageContext
from consentkit.ui.published.moment import Moment, read_moment
from consentkit.ui.published.words import measure_name

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Voice:
    """An excerpt that shows an answer.

    Attributes:
        name: Whose it is.
        recording_id: The recording it was taken from.
        conversation_id: The conversation in it; empty when it is not linked.
    """

    name: str
    recording_id: str
    conversation_id: str


@dataclass(frozen=True, slots=True)
class OpenedKit:
    """A complaint with the excerpts that can be played."""

    kit: ComplaintKit
    voices: tuple[Voice, ...]


class ComplaintView(Protocol):
    """What the presenter asks of the page."""

    def show_entry(self, chosen: Publication | None) -> None:
        """Ask which moment of which video a complaint is about."""

    def show_understood(self, moment: Moment) -> None:
        """Say what was understood of what is typed."""

    def show_kit(self, opened: OpenedKit) -> None:
        """Show all that is known of the moment."""

    def complaint_gone(self) -> None:
        """The complaint is not there any more."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""


class ComplaintPresenter:
    """Behaviour of complaints.

    Args:
        context: The means of the page.
        view: The page.
        videos: Gives the videos of the list.
        owner: For callbacks.
    """

    def __init__(
        self,
        context: PageContext,
        view: ComplaintView,
        videos: Callable[[], tuple[Publication, ...]],
        *,
        owner: QObject | None = None,
    ) -> None:
        self._context, self._view, self._videos, self._owner = context, view, videos, owner
        self._chosen: Publication | None = None
        self.moment = Moment(None, None)
        self.opened: OpenedKit | None = None
        self._wanted = ""

    # A new one

    def begin(self, chosen: Publication | None = None) -> None:
        """Ask for a complaint, about a video where one is chosen."""
        self._chosen = chosen
        self.opened = None
        self._wanted = ""
        self._view.show_entry(chosen)
        self.type("")

    def type(self, text: str) -> None:
        """Take what is typed so far."""
        self.moment = read_moment(text, self._videos(), self._chosen)
        self._view.show_understood(self.moment)

    def enter(self, text: str) -> None:
        """Enter the complaint, with what was written; the clock begins."""
        made, at = self.moment.publication, self.moment.at
        if made is None or at is None:
            return
        workspace = self._context.workspace

        def work() -> OpenedKit:
            return _opened(workspace, workspace.complaints.open_complaint(made.id, at, text))

        def done(opened: OpenedKit) -> None:
            self._show(opened)
            self._context.changed()

        self._context.bridge.query(work, done, owner=self._owner)

    # A kept one

    def open(self, complaint_id: str, language: str = "") -> None:
        """Show a complaint; the draft in another language where one is named."""
        self._wanted = complaint_id
        if not language and self.opened is not None and self.opened.kit.id == complaint_id:
            language = self.opened.kit.language
        workspace = self._context.workspace

        def work() -> OpenedKit:
            return _opened(workspace, workspace.complaints.kit(complaint_id, language))

        self._context.bridge.query(
            work, self._read, partial(self._gone, complaint_id), owner=self._owner
        )

    def _read(self, opened: OpenedKit) -> None:
        if opened.kit.id == self._wanted:
            self._show(opened)

    def _gone(self, complaint_id: str, error: ConsentKitError) -> None:
        if complaint_id == self._wanted:
            self._view.complaint_gone()
            if not isinstance(error, NotFoundError):
                self._context.show_error(error)

    def _show(self, opened: OpenedKit) -> None:
        self._wanted = opened.kit.id
        self.opened = opened
        self._view.show_kit(opened)

    def speak(self, language: str) -> None:
        """Draft the reply in another language."""
        if self.opened is not None and language != self.opened.kit.language:
            self.open(self.opened.kit.id, language)

    def copy_reply(self, text: str) -> None:
        """Copy the reply as it was written over."""
        self._view.copy(text)
        self._context.toast(translate("published", "The reply was copied."))

    def play(self, voice: Voice) -> None:
        """Play an excerpt, where it was taken from."""
        self._context.navigate(
            "recording", recording_id=voice.recording_id, conversation_id=voice.conversation_id
        )

    def open_record(self, consent_id: str) -> None:
        """Go to a permission."""
        self._context.navigate("permissions", consent_id=consent_id)

    def close(self, measure: Measure) -> None:
        """Close the complaint by what was done about it."""
        if self.opened is None or not self.opened.kit.id:
            return
        kit, workspace = self.opened.kit, self._context.workspace
        publication_id = kit.publication.id

        def work() -> bool:
            is_down = measure is Measure.TAKE_DOWN
            was_up = workspace.publications.get(publication_id).taken_down_at is None
            if is_down and was_up:
                workspace.publications.take_down(publication_id)
            workspace.complaints.close(kit.id, measure)
            return is_down and was_up

        def done(is_both: bool) -> None:
            def undo() -> None:
                self._reopen(kit.id, publication_id if is_both else "")

            words = translate("published", "The complaint is closed: {what}.")
            self._context.toast(words.format(what=measure_name(measure).lower()), undo)
            self._context.changed()

        self._context.bridge.query(work, done, owner=self._owner)

    def reopen(self) -> None:
        """Take the closing back; the clock ran on."""
        if self.opened is not None and self.opened.kit.id:
            self._reopen(self.opened.kit.id, "")

    def _reopen(self, complaint_id: str, publication_id: str) -> None:
        workspace = self._context.workspace

        def work() -> bool:
            workspace.complaints.reopen(complaint_id)
            if publication_id:
                workspace.publications.put_back(publication_id)
            return True

        self._context.bridge.query(work, lambda _: self._context.changed(), owner=self._owner)


def _opened(workspace: "Workspace", kit: ComplaintKit) -> OpenedKit:
    """Return a kit with its excerpts; those whose recording is named can be played."""
    voices: list[Voice] = []
    for consent_id in kit.consent_ids:
        try:
            detail = workspace.consents.detail(consent_id)
        except NotFoundError:
            continue
        links = {link.recording_id: link.conversation_id for link in detail.record.links}
        for item in detail.record.evidence:
            spoken = item.spoken
            if item.kind is EvidenceKind.EXCERPT and item.id in kit.evidence_ids and spoken:
                recording_id = spoken.recording_id
                name = detail.record.party.pseudonym
                voices.append(Voice(name, recording_id, links.get(recording_id, "")))
    return OpenedKit(kit, tuple(voices))
