"""The decision on a plan: the verdict, the reasons, the plan in short, and the video beside."""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_views import EditCheck
from consentkit.services.decision_reading import LineGroup
from consentkit.ui.check.decision_lines import GroupCard
from consentkit.ui.check.decision_presenter import DecisionPresenter, Grouping
from consentkit.ui.check.decision_words import counts_line, rule_text, verdict_line
from consentkit.ui.check.plan_words import plan_facts
from consentkit.ui.check.words import outdated_words, range_words
from consentkit.ui.icons import set_icon
from consentkit.ui.messages import format_date_time
from consentkit.ui.recording.choices import OneOf
from consentkit.ui.recording.player import Player
from consentkit.ui.theme import current_tokens, set_kind
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import Card, ScrollContent, clear, column, holding, row, scrolling
from consentkit.ui.widgets.states import EmptyState, Notice

SIDE_PX = 392
NARROW_SIDE_PX = 328
_NARROW_PX = 900
_DOUBTS = 6
"""Places named in one notice."""

_UNFOLDED = 3
"""Cards that are unfolded at first; the rest waits until it is wanted."""


class DecisionPart(QWidget):
    """One decision, or the way to one."""

    planWanted = Signal()
    checkWanted = Signal()
    handOverWanted = Signal(str)
    """The check."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._presenter: DecisionPresenter | None = None
        self._check: EditCheck | None = None
        self._shown: EditCheck | None = None
        self._doubts: tuple[str, tuple[TimeRange, ...]] = ("", ())
        self._grouping = Grouping.PERSON
        self.cards: list[GroupCard] = []
        self._symbol = icon_label("tick-circle", "green", 32)
        self.sentence = label("", "title", wraps=True)
        self.counts = label("", "muted", wraps=True)
        self.outdated = Notice("refresh", is_warning=True)
        self.outdated.action_row.addWidget(
            button(self.tr("Check again"), self.checkWanted.emit, icon="refresh")
        )
        self.outdated.hide()
        self.doubts = Notice("eye", is_warning=True)
        self.doubts.hide()
        self.refused = Notice("hand", is_warning=True)
        self.refused.hide()
        self.grouping: OneOf[Grouping] = OneOf(
            self.tr("Put together"),
            ((Grouping.PERSON, self.tr("By person")), (Grouping.RULE, self.tr("By rule"))),
        )
        self.grouping.set_value(Grouping.PERSON)
        self.hand_over_button = button(self.tr("Hand over"), self._hand_over, icon="published")
        self.player = Player()
        self.player.picture.setMinimumSize(240, 135)
        self._list = column(gap=12)
        self.area = scrolling(ScrollContent(column(self._list, None, gap=0, margins=(0, 0, 8, 0))))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_none())
        self._stack.addWidget(self._make_full())
        self.setLayout(column(self._stack))

    def _make_none(self) -> QWidget:
        self.plan_button = button(
            self.tr("Plan the publication"), self.planWanted.emit, kind="primary"
        )
        return EmptyState(
            "proofs",
            self.tr("Nothing is decided yet"),
            self.tr(
                "Say where and how this video is to appear. Then every rule is asked whether it"
                " may, and you see why not and what you can do."
            ),
            self.plan_button,
        )

    def _make_full(self) -> QWidget:
        tokens = current_tokens()
        verdict = row(self._symbol, gap=12)
        verdict.addLayout(column(self.sentence, self.counts, gap=2), 1)
        verdict.addWidget(self.grouping)
        verdict.setAlignment(self.grouping, Qt.AlignmentFlag.AlignVCenter)
        verdict.addWidget(self.hand_over_button)
        self._facts = column(gap=2)
        self._made = label("", "small", wraps=True)
        change = button(self.tr("Change the plan"), self.planWanted.emit, kind="link")
        plan = Card(
            row(label(self.tr("The plan"), "lead"), None, change), self._facts, self._made, gap=8
        )
        self._side = holding(
            column(
                self.player,
                plan,
                label(
                    self.tr("A help for keeping records, not legal advice."), "small", wraps=True
                ),
                None,
                gap=12,
            )
        )
        body = row(gap=16)
        body.addWidget(self.area, 1)
        body.addWidget(self._side)
        box = column(
            verdict,
            self.outdated,
            self.doubts,
            self.refused,
            body,
            gap=12,
            margins=(tokens.s4, 12, tokens.s4, tokens.s3),
        )
        box.setStretch(4, 1)
        return holding(box)

    def attach(self, presenter: DecisionPresenter) -> None:
        """Connect the view with its behaviour."""
        self._presenter = presenter
        self.grouping.chosen.connect(
            lambda: presenter.group(self.grouping.value or Grouping.PERSON)
        )

    # What the presenter asks for

    def show_none(self, check: EditCheck) -> None:
        """Say that nothing is decided yet."""
        self._check = check
        self._stack.setCurrentIndex(0)

    def show_decision(self, check: EditCheck, groups: tuple[LineGroup, ...]) -> None:
        """Show a decision; what was unfolded stays so."""
        presenter, decision, plan = self._presenter, check.gate, check.plan
        if presenter is None or decision is None or plan is None:
            return
        unfolded = {card.group.key for card in self.cards if card.is_open}
        is_same = self._check is not None and self._check.id == check.id and bool(self.cards)
        is_same = is_same and self._grouping is presenter.grouping
        self._grouping = presenter.grouping
        place = self.area.verticalScrollBar().value() if is_same else 0
        self._check = check
        self.sentence.setText(verdict_line(decision))
        self.counts.setText(counts_line(decision))
        icon, tone = ("tick-circle", "green") if decision.is_passed else ("hand", "red")
        set_icon(self._symbol, icon, tone, 32)
        set_kind(self.hand_over_button, "primary" if decision.is_passed else "")
        set_icon(
            self.hand_over_button, "published", "on_accent" if decision.is_passed else "text", 16
        )
        self.hand_over_button.setEnabled(check.is_saved and not check.is_provisional)
        if check.outdated:
            self.outdated.tell(*outdated_words(check.outdated))
        else:
            self.outdated.hide()
        self._show_doubts(check)
        if decision.refused_overrides:
            self.refused.tell(
                self.tr("This cannot be overruled; it counts in spite of your reason."),
                " ".join(map(rule_text, decision.refused_overrides)),
            )
        else:
            self.refused.hide()
        clear(self._facts)
        for fact in plan_facts(plan, self._now()):
            self._facts.addWidget(label(fact, wraps=True))
        decided = self.tr("Decided on {time}.").format(time=format_date_time(decision.known_by))
        self._made.setText(decided)
        self._show_groups(groups, unfolded if is_same else None)
        self._stack.setCurrentIndex(1)
        self.area.verticalScrollBar().setValue(place)

    def _show_groups(self, groups: tuple[LineGroup, ...], unfolded: set[str] | None) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        clear(self._list)
        self.cards = []
        is_by_person = presenter.grouping is Grouping.PERSON
        first = [group.key for group in groups if group.open][:_UNFOLDED]
        shown = [group for group in groups if group.open or is_by_person]
        for group in shown:
            title = (
                presenter.name_of(group.key) or self.tr("The whole video")
                if is_by_person
                else rule_text(group.key)
            )
            card = GroupCard(presenter, group, title, has_names=not is_by_person)
            known = unfolded if unfolded and unfolded & {one.key for one in shown} else None
            card.set_open(group.key in (known if known is not None else first))
            self.cards.append(card)
            self._list.addWidget(card)

    def tell_doubts(self, check_id: str, stretches: tuple[TimeRange, ...]) -> None:
        """Say of a check, once it is in front, where somebody may still be known."""
        self._doubts = (check_id, stretches)

    def _show_doubts(self, check: EditCheck) -> None:
        check_id, stretches = self._doubts
        if check_id != check.id or not stretches:
            self.doubts.hide()
            return
        shown = ", ".join(map(range_words, stretches[:_DOUBTS]))
        rest = len(stretches) - _DOUBTS
        more = f" {self.tr('%n more', '', rest)}" if rest > 0 else ""
        self.doubts.tell(
            self.tr("Look at these places: somebody may still be known there."), f"{shown}{more}"
        )

    def _hand_over(self) -> None:
        if self._check is not None:
            self.handOverWanted.emit(self._check.id)

    def jump(self, moment: Fraction) -> None:
        """Move the player."""
        self.player.seek(moment)

    # Files

    def show_check(self, check: EditCheck) -> None:
        """Take the check whose video is shown."""
        self._shown = check

    def open_media(self, moment: Fraction) -> None:
        """Open the video for the player at a moment, when the view comes to the front."""
        check = self._shown
        if check is not None:
            self.player.open(None if check.is_missing else check.path, check.duration)
            strip = check.filmstrip.jpegs
            self.player.picture.show_still(strip[0] if strip else b"")
            self.player.seek(moment)

    def close_media(self) -> None:
        """Let go of the file."""
        self.player.stop()
        self.player.close_media()

    def fit(self, width_px: int) -> None:
        """Give the side what the page's width allows."""
        self.grouping.keep_in_one_line()
        scale = min(1.15, max(1.0, current_tokens().text_scale))
        base = NARROW_SIDE_PX if width_px < _NARROW_PX else SIDE_PX
        self._side.setFixedWidth(round(base * scale))
