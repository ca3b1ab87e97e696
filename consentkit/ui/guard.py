"""When a vault locks itself: after a time without use, and when the machine goes to sleep."""

import sys

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from consentkit.kernel.clock import Clock

LOOK_MS = 5000
"""How often idleness is looked at; the lock may come this much late."""

SLEEP_GAP_S = 30.0
"""Wall time may run ahead of our own ticks by this much before it counts as sleep: a busy machine
delays a timer by seconds, a suspended one by more."""

_USE = frozenset({
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.Drop,
})


class IdleWatch:
    """Tells from the clock alone whether nothing was done for long or the machine slept."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._used_at = clock.monotonic()
        self._looked_at = (clock.monotonic(), clock.now())

    def used(self) -> None:
        """Take note that somebody is there."""
        self._used_at = self._clock.monotonic()

    def is_idle(self, minutes: int) -> bool:
        """Return whether nobody did anything for ``minutes``; never for 0."""
        return minutes > 0 and self._clock.monotonic() - self._used_at >= minutes * 60

    def has_slept(self) -> bool:
        """Return whether the machine slept since the last look.

        On Linux ticks stand still during sleep while wall time goes on; elsewhere both go on, but
        no timer fires, so a long gap between two looks tells the same.
        """
        ticks, wall = self._looked_at
        now_ticks, now_wall = self._clock.monotonic(), self._clock.now()
        self._looked_at = (now_ticks, now_wall)
        passed = now_ticks - ticks
        drift = (now_wall - wall).total_seconds() - passed
        return drift > SLEEP_GAP_S or passed > SLEEP_GAP_S + LOOK_MS / 1000


class Guard(QObject):
    """Asks for the lock."""

    idled = Signal()
    slept = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = IdleWatch(clock)
        self._minutes = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._listens = self._listen_to_login_manager()

    def start(self, minutes: int) -> None:
        """Begin to watch; 0 minutes never counts as idle."""
        self._minutes = minutes
        self._watch.used()
        self._watch.has_slept()
        self._timer.start()

    def set_minutes(self, minutes: int) -> None:
        """Take another number of minutes."""
        self._minutes = minutes

    def stop(self) -> None:
        """Stop watching: nothing is open."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock once."""
        if self._watch.has_slept():
            self.slept.emit()
        elif self._watch.is_idle(self._minutes):
            self.idled.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USE:
            self._watch.used()
        return False

    def _listen_to_login_manager(self) -> bool:
        """Return whether the login manager will say so before the machine sleeps."""
        if not sys.platform.startswith("linux"):
            return False
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # A distribution's Qt without D-Bus: the clock tells, a little later.
            return False
        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        return bool(
            bus.connect(
                "org.freedesktop.login1",
                "/org/freedesktop/login1",
                "org.freedesktop.login1.Manager",
                "PrepareForSleep",
                self,
                SLOT("prepare_for_sleep(bool)"),  # type: ignore[call-overload]  # it takes text, and no bytes
            )
        )

    @Slot(bool)
    def prepare_for_sleep(self, is_going: bool) -> None:
        """Take the login manager's word that the machine goes to sleep, or woke."""
        if is_going and self._timer.isActive():
            self.slept.emit()
