"""The form of the plan for publishing, in cards that stand in one column or in two."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from consentkit.domain.plan import (
    AgeDoubt,
    Complaint,
    DeclaredFact,
    Disclosure,
    Override,
    PublishPlan,
    Redaction,
)
from consentkit.kernel.errors import InputError
from consentkit.services.decision_reading import PlanField, Question
from consentkit.ui.check.plan_fields import (
    AppearancesField,
    Field,
    MomentField,
    NamesField,
    SponsorField,
    TextField,
    TruthField,
)
from consentkit.ui.check.plan_places import CountryField, PlaceField, TerritoryField
from consentkit.ui.check.plan_rows import (
    ComplaintEntry,
    DisclosureEntry,
    DoubtEntry,
    EntriesField,
    OverrideEntry,
    RedactionEntry,
)
from consentkit.ui.check.plan_statements import Statements
from consentkit.ui.check.plan_words import PLATFORMS, People
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import Card, ScrollContent, column, holding, row, scrolling

TWO_COLUMNS_PX = 800


class PlanForm(QWidget):
    """All fields. ``changed`` carries the fields of ``PublishPlan`` that are others now."""

    changed = Signal(object)
    refused = Signal(object)
    """An ``InputError``: what is typed cannot be a plan."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._people: People = ()
        self.fields: dict[PlanField, Field] = {}
        self._names: dict[PlanField, str] = {}
        self.statements = Statements()
        self._make_fields()
        self.agency = QCheckBox(self.tr("An agency publishes it"))
        self.agency.toggled.connect(lambda is_on: self.changed.emit({"is_agency": is_on}))
        self.months = QSpinBox()
        self.months.setRange(1, 120)
        self.months.setAccessibleName(self.tr("Ask again after how many months"))
        self.months.valueChanged.connect(lambda count: self.changed.emit({"refresh_months": count}))
        self._cards = self._make_cards()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._columns = 0
        self.area = scrolling(ScrollContent(self._grid))
        self.setLayout(column(self.area))
        self.fit(TWO_COLUMNS_PX)

    # Building

    def _keep(self, key: PlanField, name: str, field: Field) -> None:
        self.fields[key] = field
        self._names[key] = name
        field.changed.connect(partial(self._told, key))

    def _make_fields(self) -> None:
        make = self._keep
        make(
            PlanField.PLATFORM,
            "platform",
            PlaceField(self.tr("Platform"), PLATFORMS, self.tr("Another"), is_required=True),
        )
        make(PlanField.CHANNEL, "channel", TextField(self.tr("Channel")))
        make(PlanField.WHEN, "publish_at", MomentField(self.tr("When"), self._now))
        make(PlanField.TERRITORY, "territory", TerritoryField(self.tr("Shown in")))
        make(
            PlanField.SOURCE,
            "source_platform",
            PlaceField(
                self.tr("Where the chat was"),
                (("ometv", "OME.TV"), ("", self.tr("Elsewhere"))),
                self.tr("Name it…"),
            ),
        )
        make(PlanField.COUNTRY, "creator_country", CountryField(self.tr("Where you live")))
        make(
            PlanField.MONETISED,
            "is_monetised",
            TruthField(self.tr("Does it earn money with advertisements?")),
        )
        make(PlanField.SPONSOR, "sponsor", SponsorField(self.tr("Who pays for being named?")))
        make(
            PlanField.THUMBNAIL, "thumbnail", AppearancesField(self.tr("Who is in the thumbnail?"))
        )
        make(PlanField.TITLE, "title", AppearancesField(self.tr("Who is named in the title?")))
        make(PlanField.KIDS, "is_made_for_kids", TruthField(self.tr("Is it made for kids?")))
        make(
            PlanField.ALTERED,
            "is_altered_content",
            TruthField(
                self.tr("Is the platform's mark for altered content set?"),
                self.tr("Needed where a voice or face is replaced by one that seems real."),
            ),
        )
        make(
            PlanField.REVIEWERS,
            "reviewers",
            NamesField(
                self.tr("Who looked at it besides you?"), self.tr("Names, with commas between.")
            ),
        )
        make(
            PlanField.PENDING,
            "accepts_pending_time",
            TruthField(self.tr("Publish although a time stamp has not come?")),
        )
        self._make_lists()

    def _make_lists(self) -> None:
        self._keep(
            PlanField.COMPLAINTS,
            "complaints",
            EntriesField[Complaint](
                self.tr("Is a complaint about it open?"),
                self.tr("None"),
                self.tr("These"),
                self.tr("Add a complaint"),
                lambda given: ComplaintEntry(self._people, self._now(), given),
            ),
        )
        self._keep(
            PlanField.DOUBTS,
            "doubts",
            EntriesField[AgeDoubt](
                self.tr("Does anybody doubt that somebody is of age?"),
                self.tr("Nobody"),
                self.tr("These"),
                self.tr("Add a doubt"),
                lambda given: DoubtEntry(self._people, given),
            ),
        )
        self._keep(
            PlanField.REDACTIONS,
            "redactions",
            EntriesField[Redaction](
                self.tr("What did you blur, mute or alter yourself?"),
                self.tr("Nothing"),
                self.tr("These"),
                self.tr("Add a change"),
                lambda given: RedactionEntry(self._people, given),
                hint=self.tr("What is changed here is entered by itself."),
            ),
        )
        self._keep(
            PlanField.DISCLOSURES,
            "disclosures",
            EntriesField[Disclosure](
                self.tr("What viewers are told about cuts"),
                "",
                "",
                self.tr("Add a place"),
                DisclosureEntry,
            ),
        )

        self._keep(
            PlanField.OVERRIDES,
            "overrides",
            EntriesField[Override](
                self.tr("Rules you overruled"),
                "",
                "",
                "",
                lambda given: OverrideEntry(self._people, given) if given is not None else None,
            ),
        )

    def _card(self, title: str, *keys: PlanField, more: tuple[QWidget, ...] = ()) -> Card:
        widgets = [*(self.fields[key] for key in keys), *more]
        return Card(label(title, "lead", wraps=True), *widgets, gap=16)

    def _make_cards(self) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
        months = row(
            label(self.tr("Ask again after")),
            self.months,
            label(self.tr("months")),
            None,
        )
        key = PlanField
        left = (
            self._card(
                self.tr("Where and when"),
                key.PLATFORM,
                key.CHANNEL,
                key.TERRITORY,
                key.WHEN,
                key.SOURCE,
                key.COUNTRY,
            ),
            self._card(self.tr("Money"), key.MONETISED, key.SPONSOR),
            self._card(self.tr("Thumbnail and title"), key.THUMBNAIL, key.TITLE),
            self._card(self.tr("For the platform"), key.KIDS, key.ALTERED),
        )
        right = (
            Card(label(self.tr("Only you can know"), "lead"), self.statements, gap=8),
            self._card(self.tr("Complaints and age"), key.COMPLAINTS, key.DOUBTS),
            self._card(self.tr("Changes and cuts"), key.REDACTIONS, key.DISCLOSURES),
            self._card(
                self.tr("Care"),
                key.REVIEWERS,
                key.PENDING,
                key.OVERRIDES,
                more=(self.agency, holding(months)),
            ),
        )
        return left, right

    def fit(self, width_px: int) -> None:
        """Put the cards in two columns, or in one where the page is narrow."""
        columns = 2 if width_px >= TWO_COLUMNS_PX else 1
        if columns == self._columns:
            return
        self._columns = columns
        while (item := self._grid.takeAt(0)) is not None:
            inner = item.layout()
            while inner is not None and inner.takeAt(0) is not None:
                pass
        left, right = self._cards
        if columns == 1:
            self._grid.addLayout(column(*left, *right, None, gap=16), 0, 0)
            self._grid.setColumnStretch(1, 0)
        else:
            self._grid.addLayout(column(*left, None, gap=16), 0, 0)
            self._grid.addLayout(column(*right, None, gap=16), 0, 1)
            self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(0, 1)

    # Showing and telling

    def _told(self, key: PlanField) -> None:
        try:
            value: object = self.fields[key].value  # type: ignore[attr-defined]
        except InputError as error:
            self.refused.emit(error)
            return
        if key is PlanField.PLATFORM and value is None:
            return  # Another platform is chosen, and has no name yet.
        self.changed.emit({self._names[key]: value})

    def show_plan(self, plan: PublishPlan, people: People) -> None:
        """Show a plan; nothing is emitted."""
        self._people = people
        for key in (PlanField.THUMBNAIL, PlanField.TITLE):
            field = self.fields[key]
            if isinstance(field, AppearancesField):
                field.set_people(people)
        for key, field in self.fields.items():
            field.blockSignals(True)
            field.set_value(getattr(plan, self._names[key]))  # type: ignore[attr-defined]
            field.blockSignals(False)
        for widget in (self.agency, self.months):
            widget.blockSignals(True)
        self.agency.setChecked(plan.is_agency)
        self.months.setValue(plan.refresh_months)
        for widget in (self.agency, self.months):
            widget.blockSignals(False)
        self.fields[PlanField.OVERRIDES].setVisible(bool(plan.overrides))

    def show_questions(
        self, questions: tuple[Question, ...], plan: PublishPlan, people: People
    ) -> None:
        """Ask for statements."""
        self.statements.show_questions(questions, plan, people)

    def go(self, field: PlanField, fact: DeclaredFact | None = None) -> None:
        """Bring a field into sight and give it the keyboard."""
        target: QWidget = self.fields.get(field, self.statements)
        if field is PlanField.STATEMENTS:
            if fact is None or fact not in self.statements.fields:
                return
            target = self.statements.fields[fact]
        self.area.ensureWidgetVisible(target, 0, 48)
        if isinstance(target, Field):
            target.go()
