"""Time authorities: which are asked, what they answer, and how others are added."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QWidget

from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.preferences import default_authorities
from consentkit.services.views import AuthorityTest, AuthorityView
from consentkit.ui.context import PageContext
from consentkit.ui.error_texts import code_sentence
from consentkit.ui.messages import format_date_time
from consentkit.ui.settings.presenter import new_authority, read_roots, with_enabled, without
from consentkit.ui.settings.sections import field_row
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import ElidedLabel, label
from consentkit.ui.widgets.layout import Card, Section, clear, column, holding, row


class AuthoritiesSection(QWidget):
    """The list of time authorities."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._roots = ""
        self._answers: dict[str, QLabel] = {}
        self._list = column(gap=8)
        self.count_hint = label("", "small", wraps=True)
        section = Section(
            self.tr("Time authorities"),
            self._list,
            self.count_hint,
            hint=self.tr(
                "They sign the time at which a digest was shown to them, never the content. Two "
                "independent ones are worth more than one. They see the address of this computer."
            ),
            gap=12,
        )
        self.setLayout(column(section, self._adding(), None, gap=24))
        self.show_values()

    def _adding(self) -> QWidget:
        self.name = QLineEdit()
        self.url = QLineEdit()
        self.url.setPlaceholderText("https://")
        self.roots_label = label(
            self.tr("None chosen: the public roots are used."), "small", wraps=True
        )
        self.roots_button = button(
            self.tr("Choose a root certificate…"), self._choose_roots, icon="shield"
        )
        self.add_button = button(self.tr("Add authority"), self._add, icon="plus")
        return Section(
            self.tr("Add another"),
            field_row(self.tr("Name"), self.name),
            field_row(self.tr("Address (RFC 3161)"), self.url),
            row(self.roots_button, None),
            self.roots_label,
            row(self.add_button, None),
            gap=12,
        )

    def show_values(self) -> None:
        """Show what is set."""
        clear(self._list)
        self._answers = {}
        authorities = self._context.preferences.value.authorities
        for authority in authorities:
            self._list.addWidget(self._line(authority))
        enabled = sum(item.is_enabled for item in authorities)
        if not authorities:
            self._list.addWidget(
                row_of_default(
                    self.tr("No authority is set up."),
                    self.tr("Use the public ones"),
                    self._restore_defaults,
                )
            )
        self.count_hint.setText(
            self.tr("No authority is asked. Permissions are sealed without a time stamp.")
            if not enabled
            else self.tr("%n authority(ies) asked for every seal.", "", enabled)
        )

    def _restore_defaults(self) -> None:
        self._save(default_authorities())

    def _line(self, authority: AuthorityView) -> QWidget:
        ticked = QCheckBox()
        ticked.setChecked(authority.is_enabled)
        ticked.setAccessibleName(self.tr("Ask {name}").replace("{name}", authority.name))
        ticked.toggled.connect(lambda is_on: self._enable(authority.id, is_enabled=is_on))
        heading = row(label(authority.name, "strong"), gap=8)
        if authority.is_demonstration:
            heading.addWidget(Chip(self.tr("Demonstration, proves nothing"), "warning", "amber"))
        if authority.roots_pem:
            heading.addWidget(Chip(self.tr("Own root"), "shield", "grey"))
        heading.addStretch(1)
        answer = label("", "small", wraps=True)
        answer.hide()
        self._answers[authority.id] = answer
        test = button(self.tr("Test"), lambda: self._test(authority), icon="network")
        drop = icon_button(
            "trash",
            self.tr("Remove {name}").replace("{name}", authority.name),
            lambda: self._remove(authority),
        )
        texts = column(heading, ElidedLabel(authority.url, "small"), answer, gap=2)
        line = row(ticked, gap=12)
        line.addLayout(texts, 1)
        line.addWidget(test)
        line.addWidget(drop)
        card = Card(margins=(12, 8, 8, 8))
        card.body.addLayout(line)
        return card

    def _save(self, authorities: tuple[AuthorityView, ...]) -> None:
        self._context.preferences.update(authorities=authorities)
        self.show_values()

    def _enable(self, authority_id: str, *, is_enabled: bool) -> None:
        authorities = self._context.preferences.value.authorities
        self._context.preferences.update(
            authorities=with_enabled(authorities, authority_id, is_enabled=is_enabled)
        )
        enabled = sum(item.is_enabled for item in self._context.preferences.value.authorities)
        self.count_hint.setText(
            self.tr("%n authority(ies) asked for every seal.", "", enabled)
            if enabled
            else self.tr("No authority is asked. Permissions are sealed without a time stamp.")
        )

    def _remove(self, authority: AuthorityView) -> None:
        before = self._context.preferences.value.authorities
        self._save(without(before, authority.id))
        self._context.toast(
            self.tr("{name} is no longer asked.").replace("{name}", authority.name),
            lambda: self._save(before),
        )

    def _test(self, authority: AuthorityView) -> None:
        self._tell(authority.id, self.tr("Asking…"), "small")
        time_service = self._context.workspace.time

        def work(_progress: Progress, _cancel: CancelToken) -> AuthorityTest:
            return time_service.test(authority)

        self._context.bridge.job(
            "time.test",
            self.tr("Test of {name}").replace("{name}", authority.name),
            work,
            self._tested,
            lambda error: self._tell(authority.id, code_sentence(error.code).title, "error"),
            owner=self,
        )

    def _tested(self, test: AuthorityTest) -> None:
        if test.code:
            text = code_sentence(test.code)
            self._tell(test.authority_id, f"{text.title} {text.hint}", "error")
        elif test.time is not None:
            words = self.tr("It answered well. Its time: {time}.")
            self._tell(
                test.authority_id, words.replace("{time}", format_date_time(test.time)), "small"
            )

    def _tell(self, authority_id: str, text: str, role: str) -> None:
        answer = self._answers.get(authority_id)
        if answer is not None:
            set_role(answer, role)
            answer.setText(text)
            answer.show()

    def _choose_roots(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a root certificate…"),
            "",
            self.tr("Certificates ({patterns})").replace("{patterns}", "*.pem *.crt *.cer"),
        )
        if not name:
            return
        try:
            self._roots = read_roots(Path(name))
        except ConsentKitError as error:
            self._context.show_error(error)
            return
        count = self._roots.count("BEGIN CERTIFICATE")
        self.roots_label.setText(self.tr("%n certificate(s) pinned.", "", count))

    def _add(self) -> None:
        known = self._context.preferences.value.authorities
        try:
            made = new_authority(self.name.text(), self.url.text(), self._roots, known)
        except ConsentKitError as error:
            self._context.show_error(error)
            self.url.setFocus()
            return
        self._save((*known, made))
        self._roots = ""
        self.name.clear()
        self.url.clear()
        self.roots_label.setText(self.tr("None chosen: the public roots are used."))


def row_of_default(text: str, action: str, on_click: object) -> QWidget:
    """Return a sentence with a button after it."""
    made = button(action)
    if callable(on_click):
        made.clicked.connect(lambda _checked=False: on_click())
    return holding(row(label(text, "muted"), made, None, gap=12))
