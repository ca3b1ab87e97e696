"""Checking a proof from outside, without a vault: what is asked and what is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.report import VerificationReport
from consentkit.kernel.errors import ConsentKitError, InputError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.kernel.small_files import read_bounded
from consentkit.services.jobs import JobState
from consentkit.ui.bridge import Bridge

translate = QCoreApplication.translate

KEY_FILE_MAX_BYTES = 64 * 1024
"""A file of age identities is some hundred bytes; a larger one is something else."""

_KEY = "AGE-SECRET-KEY-1"


class VerifyViewing(Protocol):
    """What the presenter asks of the view."""

    def show_drop(self) -> None:
        """Ask for a proof."""

    def show_busy(self, name: str) -> None:
        """Say that a proof is being checked."""

    def show_progress(self, state: JobState) -> None:
        """Show how far it is."""

    def show_key_wanted(self, name: str, *, is_wrong: bool) -> None:
        """Ask for the key of an encrypted proof."""

    def show_report(self, report: VerificationReport, name: str) -> None:
        """Show what was found."""

    def show_trouble(self, error: ConsentKitError) -> None:
        """Say why it could not be checked at all."""


def read_keys(path: Path) -> tuple[str, ...]:
    """Return the age identities in a file; comments and other lines are left out.

    Raises:
        InputError: It cannot be read, or holds no identity (``age.identity``).
    """
    data = read_bounded(path, KEY_FILE_MAX_BYTES)
    if len(data) > KEY_FILE_MAX_BYTES:
        raise InputError("age.identity")
    lines = (line.strip() for line in data.decode("utf-8", "replace").splitlines())
    found = tuple(line for line in lines if line.upper().startswith(_KEY))
    if not found:
        raise InputError("age.identity")
    return found


class VerifyPresenter:
    """Behaviour of checking a proof.

    Args:
        bridge: Runs the check.
        view: Shows it.
        roots: Gives root certificates trusted besides those that come with the product, PEM.
        owner: Nothing is shown once this object is gone.
    """

    def __init__(
        self,
        bridge: Bridge,
        view: VerifyViewing,
        roots: Callable[[], tuple[str, ...]] = tuple,
        *,
        owner: QObject | None = None,
    ) -> None:
        self._bridge, self._view, self._roots, self._owner = bridge, view, roots, owner
        self._path: Path | None = None
        self.job_id = ""
        self._round = 0

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name if self._path is not None else ""

    def verify(self, path: Path, key_file: Path | None = None) -> None:
        """Check the proof at ``path``, with the identities in ``key_file`` where it is sealed."""
        self._bridge.cancel_job(self.job_id)
        self._path = path
        self._round += 1
        turn, roots = self._round, self._roots()

        def work(progress: Progress, cancel: CancelToken) -> VerificationReport:
            from consentkit.services.verifying import verify_file

            identities = read_keys(key_file) if key_file is not None else ()
            return verify_file(
                path,
                identities=identities,
                trusted_roots_pem=roots,
                progress=progress,
                cancel=cancel,
            )

        self._view.show_busy(path.name)
        self.job_id = self._bridge.job(
            "verify",
            translate("proofs", "Checking a proof"),
            work,
            lambda report: self._checked(turn, report),
            lambda error: self._refused(turn, error),
            owner=self._owner,
        )

    def _checked(self, turn: int, report: VerificationReport) -> None:
        if turn == self._round:
            self._view.show_report(report, self.name)

    def _refused(self, turn: int, error: ConsentKitError) -> None:
        if turn != self._round:
            return
        if error.code == "proof.sealed":
            self._view.show_key_wanted(self.name, is_wrong=False)
        elif error.code in {"age.not-opened", "age.identity"}:
            self._view.show_key_wanted(self.name, is_wrong=True)
        else:
            self._view.show_trouble(error)

    def use_key(self, key_file: Path) -> None:
        """Check the same proof again with a key."""
        if self._path is not None:
            self.verify(self._path, key_file)

    def job_changed(self, state: JobState) -> None:
        """Take news of a job."""
        if state.id != self.job_id:
            return
        if state.state == "cancelled":
            self.again()
        elif not state.is_over:
            self._view.show_progress(state)

    def stop(self) -> None:
        """Stop the check that runs."""
        self._bridge.cancel_job(self.job_id)

    def again(self) -> None:
        """Ask for another proof."""
        self._round += 1
        self._path = None
        self._view.show_drop()
