"""What every page is given, and what the window expects of a page.

A page is a ``QWidget`` with

* ``__init__(self, context: PageContext)``;
* ``activated(self, **arguments)``: it comes to the front; the arguments are those of ``navigate``;
* ``refresh(self)``: ask services again, for something elsewhere changed.

It may also have

* ``focus_search(self)``: Ctrl+F;
* ``primary_action(self)``: Ctrl+N, what the button at the top right does;
* ``save_layout(self) -> str`` and ``restore_layout(self, text: str)``: splitter sizes and the like.

Names and arguments for ``navigate``:

=============  ==============================================================================
recordings     ``add: tuple[Path, ...]`` files to add
recording      ``recording_id: str``, and where wanted ``conversation_id: str``
ask            ``asking_id: str``, or ``partner: str`` whom to ask
permissions    ``consent_id: str`` to select
check          ``check: tuple[Path, ...]`` a video to check, and a timeline of it;
               ``check_id: str``, and ``view: str``, one of its views
published      ``publication_id: str``; ``reach: str`` a record or a complaint; ``handover: str`` a
               check; ``todo: bool`` for what is most urgent
proofs         ``verify: Path`` a file to check; ``consent_id: str`` a record to export
activity       ``index: int`` an entry to show
settings       ``section: str``
=============  ==============================================================================
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.preferences import Preferences, save_preferences
from consentkit.ui.bridge import Bridge

if TYPE_CHECKING:  # The workspace brings the database and the decoder with it.
    from consentkit.services.workspace import Workspace


class PreferencesHolder(QObject):
    """The preferences in use; writes every change and tells of it."""

    changed = Signal(object)
    """The new ``Preferences``."""

    failed = Signal(object)
    """A ``ConsentKitError``: the change holds for this session and could not be written."""

    def __init__(self, value: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value

    @property
    def value(self) -> Preferences:
        """The preferences at this moment."""
        return self._value

    def read(self) -> Preferences:
        """Return the preferences at this moment; services call it from their threads."""
        return self._value

    def update(self, **changes: Any) -> None:  # noqa: ANN401 -- fields of many types
        """Replace the named fields."""
        self.set(replace(self._value, **changes))

    def set(self, value: Preferences) -> None:
        """Take ``value`` for the preferences."""
        if value == self._value:
            return
        self._value = value
        try:
            save_preferences(value)
        except ConsentKitError as error:
            logging.getLogger(__name__).warning("settings not written: %s", error.code)
            self.failed.emit(error)
        self.changed.emit(value)


class Navigate(Protocol):
    """Brings a page to the front."""

    def __call__(self, page: str, **arguments: Any) -> None:  # noqa: ANN401 -- see the table above
        """Show ``page`` and hand it ``arguments``."""
        ...


class Toast(Protocol):
    """Shows a short sentence for some seconds."""

    def __call__(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show ``text``, with an Undo button where ``undo`` is given."""
        ...


@dataclass(frozen=True)
class PageContext:
    """Everything a page needs.

    Attributes:
        bridge: Runs work off the window's thread.
        workspace: The open vault.
        preferences: What is set up on this machine.
        navigate: Goes to another page.
        toast: Tells of something done, with a way back.
        show_error: Tells of something that could not be done.
        changed: Call it after something in the vault changed: other pages and the status bar
            ask again.
        clock: The time.
    """

    bridge: Bridge
    workspace: "Workspace"
    preferences: PreferencesHolder
    navigate: Navigate
    toast: Toast
    show_error: Callable[[ConsentKitError], None]
    changed: Callable[[], None] = lambda: None
    clock: Clock = field(default_factory=SystemClock)
