"""What a creator states because no machine can see it: asked where a rule needs it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consentkit.domain.plan import DeclaredFact, PublishPlan
from consentkit.services.decision_reading import Question
from consentkit.ui.check.decision_words import question_of
from consentkit.ui.check.plan_fields import Field, Stated, stated_of, truth_of
from consentkit.ui.check.plan_words import People
from consentkit.ui.recording.choices import OneOf
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import clear, column, holding


class QuestionField(Field):
    """One question, about everybody at once or about one person after the other."""

    stated = Signal(str, object)
    """The person, empty for everybody, and what is stated of them: True, False or None."""

    def __init__(self, question: Question, plan: PublishPlan, names: dict[str, str]) -> None:
        super().__init__(question_of(question.fact))
        self.fact = question.fact
        self.answers: dict[str, OneOf[Stated]] = {}
        said = {item.person: item.is_true for item in plan.declared if item.fact is self.fact}
        persons = question.persons
        if len(persons) != 1:
            words = self.tr("Everybody in the video") if persons else ""
            self._add("", words, said.get(""))
        inner = column(gap=4)
        for person in persons:
            name = names.get(person) or self.tr("No name yet")
            self._add(person, name, said.get(person), inner)
        self._people = holding(inner)
        self.body.addWidget(self._people)
        self.unfold = button(self.tr("One by one"), self._unfold, kind="link")
        self.body.addWidget(self.unfold)
        is_unfolded = len(persons) == 1 or any(person in said for person in persons)
        self._people.setVisible(is_unfolded)
        self.unfold.setVisible(bool(persons) and not is_unfolded)

    def _add(
        self,
        person: str,
        name: str,
        said: bool | None,
        into: QVBoxLayout | None = None,
    ) -> None:
        title = f"{self.title.text()} {name}".strip()
        options = (
            (Stated.NOT, self.tr("Not stated")),
            (Stated.NO, self.tr("No")),
            (Stated.YES, self.tr("Yes")),
        )
        choice: OneOf[Stated] = OneOf(title, options)
        choice.set_value(stated_of(said))
        choice.chosen.connect(partial(self._told, person))
        self.answers[person] = choice
        box = column(gap=2)
        if name:
            box.addWidget(label(name, "muted", wraps=True))
        box.addWidget(choice)
        (into or self.body).addLayout(box)

    def _told(self, person: str) -> None:
        self.stated.emit(person, truth_of(self.answers[person].value))
        self.changed.emit()

    def _unfold(self) -> None:
        self._people.show()
        self.unfold.hide()


class Statements(QWidget):
    """All questions; empty where no rule needs a statement."""

    stated = Signal(object, str, object)
    """The fact, the person (empty for everybody), and what is stated: True, False or None."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[DeclaredFact, QuestionField] = {}
        self._asked: tuple[object, ...] = ()
        self._list = column(gap=16)
        self.count = label("", "muted", wraps=True)
        self._none = label(
            self.tr(
                "What no machine can see is asked here once the rules were asked: save the plan"
                " and see the decision."
            ),
            "muted",
            wraps=True,
        )
        self.setLayout(column(self._none, self.count, 8, self._list, gap=0))

    def show_questions(
        self, questions: tuple[Question, ...], plan: PublishPlan, people: People
    ) -> None:
        """Ask these questions, with what the plan states."""
        self._tell_count(questions, plan)
        asked = (questions, plan.declared, people)
        if asked == self._asked:
            return
        self._asked = asked
        clear(self._list)
        self.fields = {}
        for question in questions:
            made = QuestionField(question, plan, dict(people))
            made.stated.connect(partial(self.stated.emit, question.fact))
            self.fields[question.fact] = made
            self._list.addWidget(made)
        self._none.setVisible(not questions)

    def _tell_count(self, questions: tuple[Question, ...], plan: PublishPlan) -> None:
        said = {item.fact for item in plan.declared}
        unsaid = sum(item.is_needed and item.fact not in said for item in questions)
        self.count.setVisible(bool(questions))
        self.count.setText(
            self.tr("%n answer(s) are missing.", "", unsaid)
            if unsaid
            else self.tr("Everything is answered.")
        )

    def go(self, fact: DeclaredFact) -> None:
        """Give the keyboard to a question."""
        if fact in self.fields:
            self.fields[fact].go()
