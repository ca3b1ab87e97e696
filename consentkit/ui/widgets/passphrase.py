"""Choosing a passphrase: typed twice, with an honest word on how hard it is to guess."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from consentkit.services.keeper import Strength, passphrase_strength
from consentkit.ui.bridge import Bridge
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.inputs import SecretField
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import column, row

SHORTEST = 8
"""Below this even random letters fall to a day of guessing (RFC 9106 costs included); NIST SP
800-63B section 3.1.1 names the same bound."""

_LEVELS = {"weak": (1, "red"), "fair": (2, "amber"), "good": (3, "green"), "strong": (4, "green")}
_PAUSE_MS = 150


class StrengthMeter(QWidget):
    """Four segments; as many are filled as the passphrase deserves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self.setFixedHeight(6)

    def set_code(self, code: str) -> None:
        """Show "weak", "fair", "good", "strong", or nothing."""
        self._code = code
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        filled, tone = _LEVELS.get(self._code, (0, "grey"))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - 3 * 4) / 4
        for place in range(4):
            colour = tokens.tone(tone).fg if place < filled else tokens.pressed
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(place * (width + 4), 0, width, 6), 3, 3)


class PassphrasePair(QWidget):
    """A new passphrase and its repetition."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._code = ""
        self.first = SecretField(self.tr("Passphrase"))
        self.second = SecretField(self.tr("Passphrase, once more"))
        self.meter = StrengthMeter()
        self.verdict = label("", "small", wraps=True)
        self.mismatch = label(self.tr("The two are not the same yet."), "small")
        first_name = label(self.tr("Passphrase"), "strong")
        first_name.setBuddy(self.first)
        second_name = label(self.tr("Passphrase, once more"), "strong")
        second_name.setBuddy(self.second)
        self.setLayout(
            column(
                first_name,
                self.first,
                self.meter,
                self.verdict,
                4,
                second_name,
                self.second,
                row(self.mismatch, None),
                gap=4,
            )
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self.first.textChanged.connect(self._typed)
        self.second.textChanged.connect(self._typed)
        self._show_verdict(None)
        self._typed()

    @property
    def text(self) -> str:
        """The passphrase."""
        return self.first.text()

    @property
    def is_usable(self) -> bool:
        """Whether it is typed twice alike and long enough."""
        return len(self.text) >= SHORTEST and self.text == self.second.text()

    def forget(self) -> None:
        """Empty both fields."""
        self._pause.stop()
        self.first.forget()
        self.second.forget()
        self._show_verdict(None)

    def _typed(self) -> None:
        again = self.second.text()
        self.mismatch.setText(
            self.tr("The two are not the same yet.") if again and again != self.text else " "
        )
        self._pause.start()
        self.changed.emit()

    def _judge(self) -> None:
        text = self.text
        if not text:
            self._show_verdict(None)
            return
        self._bridge.query(lambda: passphrase_strength(text), self._show_verdict, owner=self)

    def _show_verdict(self, strength: Strength | None) -> None:
        if strength is None or not self.text:
            self.meter.set_code("")
            self.verdict.setText(
                self.tr(
                    "At least {count} characters. Four or five unrelated words are good."
                ).replace("{count}", str(SHORTEST))
            )
            return
        words = {
            "weak": self.tr("Weak: easily guessed by someone who has the vault."),
            "fair": self.tr("Fair: holds for a while, not against a determined attacker."),
            "good": self.tr("Good: guessing it would take very long."),
            "strong": self.tr("Strong: guessing it is out of reach."),
        }
        advice = {
            "longer": self.tr("Add another word or two."),
            "uncommon": self.tr("Avoid names, dates and well-known phrases."),
        }
        parts = [words.get(strength.code, "")]
        parts += [advice[code] for code in strength.advice if code in advice]
        self.meter.set_code(strength.code)
        self.meter.setAccessibleName(parts[0])
        self.verdict.setText(" ".join(parts))
