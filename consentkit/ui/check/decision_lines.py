"""Lines of a decision as widgets: what a rule says, where, on what it rests, what can be done."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from consentkit.domain.gate import Effect
from consentkit.domain.policy import Remedy
from consentkit.kernel.timebase import TimeRange
from consentkit.services.decision_reading import Line, LineGroup
from consentkit.ui.check.decision_presenter import WITH_WORDS, DecisionPresenter
from consentkit.ui.check.decision_words import (
    EFFECT_LOOKS,
    chip_of,
    effect_name,
    pack_title,
    reason_sentence,
    remedy_name,
    rule_text,
    source_link,
)
from consentkit.ui.check.words import range_words
from consentkit.ui.icons import set_icon
from consentkit.ui.proofs.flowing import flowing
from consentkit.ui.widgets.buttons import LayoutButton, button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label, line
from consentkit.ui.widgets.layout import Card, column, holding, row

translate = QCoreApplication.translate

_TIMES = 6
"""Stretches shown of one line before the rest is folded away."""

_WORDS_MAX = 2000
_ICONS = {
    Remedy.ASK_AGAIN: "ask",
    Remedy.BLUR: "eye-off",
    Remedy.MUTE: "mute",
    Remedy.CUT: "split",
    Remedy.OWN_MATERIAL: "person",
    Remedy.CHANGE_PLAN: "pencil",
    Remedy.STATE: "message",
    Remedy.ADD_EVIDENCE: "paperclip",
    Remedy.CHECK_AGAIN: "refresh",
    Remedy.DISCLOSE: "eye",
    Remedy.OVERRIDE: "flag",
}


class WordsSheet(QWidget):
    """Asks for words before something is done with them."""

    given = Signal(str)
    left = Signal()

    def __init__(self, remedy: Remedy) -> None:
        super().__init__()
        question, hint, note = _asked(remedy)
        self.words = QLineEdit()
        self.words.setMaxLength(_WORDS_MAX)
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(question)
        self.do = button(remedy_name(remedy).rstrip("…"), self._give, kind="primary")
        self.do.setEnabled(False)
        self.words.textChanged.connect(lambda text: self.do.setEnabled(bool(text.strip())))
        self.words.returnPressed.connect(self._give)
        card = Card(
            label(question, "strong", wraps=True),
            self.words,
            label(note, "small", wraps=True),
            row(None, button(self.tr("Cancel"), self.left.emit), self.do),
            margins=12,
            role="well",
        )
        self.setLayout(column(card))

    def _give(self) -> None:
        if self.words.text().strip():
            self.given.emit(self.words.text())


def _asked(remedy: Remedy) -> tuple[str, str, str]:
    """Return question, example and consequence of a remedy that asks for words."""
    if remedy is Remedy.OWN_MATERIAL:
        return (
            translate("decision", "Why is it your own?"),
            translate("decision", "For example: my intro"),
            translate("decision", "The reason is entered in the log."),
        )
    if remedy is Remedy.DISCLOSE:
        return (
            translate("decision", "What are viewers told?"),
            translate("decision", "For example: shortened, see the description"),
            translate("decision", "Put these words where viewers see them; the plan keeps them."),
        )
    return (
        translate("decision", "Why is the video published in spite of this rule?"),
        translate("decision", "A reason somebody else can follow"),
        translate(
            "decision",
            "It is signed, entered in the log and printed with the decision. It stays"
            " visible, and you can take it back.",
        ),
    )


class LineView(QWidget):
    """What one rule says of one person, of several, or of the whole video."""

    def __init__(self, presenter: DecisionPresenter, shown: Line, *, has_names: bool) -> None:
        super().__init__()
        self._presenter = presenter
        self.line = shown
        self.buttons: dict[Remedy, QPushButton] = {}
        self.sheet: WordsSheet | None = None
        outcome = shown.outcome
        self.body = column(gap=4)
        chips = [Chip(*chip_of(shown))]
        if outcome.is_declared:
            chips.append(Chip(self.tr("Stated by you"), "message", "grey"))
        head = row(*chips, gap=8)
        head.addWidget(ElidedLabel(pack_title(outcome.pack), "small"), 1)
        self.body.addLayout(head)
        if has_names:
            names = ", ".join(map(presenter.name_of, shown.persons))
            self.body.addWidget(label(names or self.tr("The whole video"), "strong", wraps=True))
        else:
            self.body.addWidget(label(rule_text(outcome.rule), "strong", wraps=True))
        why = reason_sentence(outcome.reason, outcome.detail)
        if why:
            self.body.addWidget(label(why, wraps=True))
        if outcome.override_reason:
            self._add_override(outcome.override_reason)
        self._add_times(shown.spans)
        self._add_remedies()
        self._place = column(gap=0)
        self.body.addLayout(self._place)
        self._add_sources()
        self.setLayout(self.body)

    def _add_override(self, reason: str) -> None:
        self.body.addWidget(
            label(self.tr("Your reason: {reason}").format(reason=reason), "muted", wraps=True)
        )
        self.take_back = button(
            self.tr("Let it count again"),
            lambda: self._presenter.take_back(self.line),
            kind="link",
            icon="undo",
        )
        self.take_back.setEnabled(self._presenter.may_change)
        self.body.addLayout(row(self.take_back, None))

    def _add_times(self, spans: tuple[TimeRange, ...]) -> None:
        if not spans:
            return
        self.times = [self._time(one) for one in spans[:_TIMES]]
        shown: list[QWidget] = [*self.times]
        rest = spans[_TIMES:]
        if rest:
            more = button(self.tr("%n more", "", len(rest)), kind="link")
            more.clicked.connect(partial(self._unfold, rest, more))
            shown.append(more)
        self.body.addWidget(flowing(*shown, gap=12))

    def _time(self, stretch: TimeRange) -> QPushButton:
        made = button(
            range_words(stretch),
            partial(self._presenter.jump, stretch.start),
            kind="link",
            tip=self.tr("Show it in the player"),
        )
        made.setAccessibleName(
            self.tr("Show {range} in the player").format(range=range_words(stretch))
        )
        return made

    def _unfold(
        self, rest: tuple[TimeRange, ...], more: QPushButton, _checked: bool = False
    ) -> None:
        holder = more.parentWidget()
        more.hide()
        layout = holder.layout() if holder is not None else None
        for stretch in rest:
            made = self._time(stretch)
            if layout is not None:
                layout.addWidget(made)
            made.show()

    def _add_remedies(self) -> None:
        for place, remedy in enumerate(self._presenter.remedies_of(self.line)):
            made = button(
                remedy_name(remedy),
                partial(self._act, remedy),
                icon=_ICONS[remedy],
                kind="" if place == 0 else "quiet",
            )
            made.setEnabled(self._presenter.is_offered(remedy))
            self.buttons[remedy] = made
        if self.buttons:
            self.body.addWidget(flowing(*self.buttons.values(), gap=4))

    def _act(self, remedy: Remedy) -> None:
        if remedy not in WITH_WORDS:
            self._presenter.act(self.line, remedy)
            return
        self._close_sheet()
        sheet = WordsSheet(remedy)
        sheet.given.connect(partial(self._presenter.act_with, self.line, remedy))
        sheet.left.connect(self._close_sheet)
        self.sheet = sheet
        self._place.addWidget(sheet)
        sheet.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def _add_sources(self) -> None:
        shown: list[QWidget] = []
        for source in self.line.outcome.sources:
            address = source_link(source)
            if address:
                made = button(source, partial(open_address, address), kind="link", tip=address)
                made.setProperty("size", "small")
                shown.append(made)
            else:
                shown.append(label(source, "small"))
        if shown:
            self.body.addWidget(flowing(*shown, gap=12))


def _count_chip(effect: Effect, count: int) -> Chip:
    """Return how many lines have an effect: icon and number, in words for who points or listens."""
    chip = Chip()
    words = f"{effect_name(effect)}: {count}"
    chip.show_chip(QLocale().toString(count), *EFFECT_LOOKS[effect], tip=words)
    chip.setAccessibleName(words)
    return chip


def open_address(address: str) -> None:
    """Open a web address in the browser; called by a click alone."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme() == "https":
        QDesktopServices.openUrl(url)


class GroupCard(Card):
    """A person or a rule with its lines; they are made when the card is unfolded."""

    def __init__(
        self, presenter: DecisionPresenter, group: LineGroup, title: str, *, has_names: bool
    ) -> None:
        super().__init__(gap=0, margins=4)
        self._presenter, self.group, self._has_names = presenter, group, has_names
        self.lines: list[LineView] = []
        self._arrow = icon_label("chevron-down", "muted", 16)
        counted = [
            _count_chip(effect, count)
            for effect in (Effect.BLOCK, Effect.WARN, Effect.OVERRIDDEN)
            if (count := sum(one.outcome.effect is effect for one in group.lines))
        ]
        if not counted:
            counted = [Chip(effect_name(group.effect), *EFFECT_LOOKS[group.effect])]
        self._counts = ", ".join(one.accessibleName() for one in counted)
        self.head = LayoutButton(title)
        box = row(self._arrow, gap=8, margins=(8, 8, 8, 8))
        box.addWidget(label(title, "strong" if has_names else "lead", wraps=True), 1)
        for chip in counted:
            box.addWidget(chip)
        self.head.hold(box)
        self.head.clicked.connect(self._turn)
        self.body.addWidget(self.head)
        self._inner = column(gap=12, margins=(12, 4, 12, 12))
        self._content = holding(self._inner)
        self.body.addWidget(self._content)
        self._is_made = False
        self.is_open = False
        self.set_open(is_open=False)

    def _turn(self, _checked: bool = False) -> None:
        self.set_open(not self.is_open)

    def set_open(self, is_open: bool) -> None:
        """Unfold the lines, or fold them away."""
        self.is_open = is_open
        if is_open and not self._is_made:
            self._is_made = True
            self._make()
        self._content.setVisible(is_open)
        set_icon(self._arrow, "chevron-down" if is_open else "chevron-right", "muted", 16)
        state = self.tr("unfolded") if is_open else self.tr("folded")
        self.head.setAccessibleDescription(f"{self._counts}, {state}")

    def _make(self) -> None:
        for shown in self.group.open:
            if self.lines:
                self._inner.addWidget(line())
            made = LineView(self._presenter, shown, has_names=self._has_names)
            self.lines.append(made)
            self._inner.addWidget(made)
        passed = self.group.passed
        if passed:
            self.passed_button = button(
                self.tr("%n rule(s) hold.", "", len(passed)), kind="link", icon="tick-circle"
            )
            self.passed_button.clicked.connect(partial(self._show_passed, passed))
            self._inner.addLayout(row(self.passed_button, None))

    def _show_passed(self, passed: tuple[Line, ...], _checked: bool = False) -> None:
        self.passed_button.setEnabled(False)
        words = [label(self.tr("None of this is so:"), "muted")]
        for shown in passed:
            outcome = shown.outcome
            why = reason_sentence(outcome.reason, outcome.detail)
            text = f"{rule_text(outcome.rule)} {why}".strip()
            words.append(label(f"{pack_title(outcome.pack)}: {text}", "small", wraps=True))
        self._inner.addLayout(column(*words, gap=4))
