"""What a verification found: the verdict, every check, what is disclosed, what is not proven."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QGridLayout, QWidget

from consentkit.domain.report import Check, Outcome, VerificationReport
from consentkit.kernel.resources import resource_path
from consentkit.ui.error_texts import code_sentence
from consentkit.ui.language import SPOKEN
from consentkit.ui.messages import outcome_look, outcome_name
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.inputs import copy_text
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import clear, column, row
from consentkit.ui.words import QT_TRANSLATE_NOOP

CHECK_NAMES: Mapping[str, str] = {
    "integrity": QT_TRANSLATE_NOOP("report", "The file is whole and unchanged"),
    "issuer": QT_TRANSLATE_NOOP("report", "The receipt is signed by the key in the file"),
    "issuer.known": QT_TRANSLATE_NOOP("report", "The issuer's key is known to you"),
    "receipt": QT_TRANSLATE_NOOP("report", "The receipt is complete"),
    "log": QT_TRANSLATE_NOOP("report", "The entry is in the signed log"),
    "time": QT_TRANSLATE_NOOP("report", "A time authority saw the log"),
    "number": QT_TRANSLATE_NOOP("report", "The consent number comes from a time stamp"),
    "partner": QT_TRANSLATE_NOOP("report", "The partner signed with a key of their own"),
    "excerpt": QT_TRANSLATE_NOOP("report", "The excerpt is the one on record"),
    "excerpt.recording": QT_TRANSLATE_NOOP("report", "The excerpt comes from the recording"),
    "grade": QT_TRANSLATE_NOOP("report", "The grade follows from the facts shown"),
}
"""Checks in words; "time.1" and the like share the words of "time"."""

OPEN_REASONS: Mapping[str, str] = {
    "needs": QT_TRANSLATE_NOOP("report", "A check it rests on did not pass."),
    "issuer.unknown": QT_TRANSLATE_NOOP("report", "Compare the fingerprint with the issuer."),
    "time.none": QT_TRANSLATE_NOOP("report", "There is no time stamp in the file."),
    "number.not-disclosed": QT_TRANSLATE_NOOP("report", "The number is not shown."),
    "number.token-not-included": QT_TRANSLATE_NOOP("report", "Its time stamp is not in the file."),
    "excerpt.not-included": QT_TRANSLATE_NOOP("report", "The excerpt is not in the file."),
    "excerpt.not-disclosed": QT_TRANSLATE_NOOP("report", "The excerpt's digest is not shown."),
    "excerpt.sealed": QT_TRANSLATE_NOOP("report", "The excerpt is encrypted; its key is needed."),
    "excerpt.no-packet-proof": QT_TRANSLATE_NOOP("report", "There is no proof of its origin."),
    "excerpt.recording-not-disclosed": QT_TRANSLATE_NOOP("report", "The recording is not named."),
    "grade.lower-here": QT_TRANSLATE_NOOP(
        "report", "The file shows less than the vault it comes from."
    ),
}


def _longest(table: Mapping[str, str], code: str) -> str:
    while code and code not in table:
        code = code.rpartition(".")[0]
    return table.get(code, "")


def check_name(code: str) -> str:
    """Return a check in words; its code where there are none."""
    text = _longest(CHECK_NAMES, code)
    return QCoreApplication.translate("report", text) if text else code


def reason_words(check: Check) -> str:
    """Return why a check failed or was not made; empty when it passed."""
    if not check.reason:
        return ""
    text = _longest(OPEN_REASONS, check.reason)
    if text:
        return QCoreApplication.translate("report", text)
    return code_sentence(check.reason, check.facts).title


def not_proven_words(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is not proven, in the words of the certificate in the reader's language."""
    language = QLocale().name().split("_")[0]
    chosen = language if language in SPOKEN else "en"
    path = resource_path("certificate", f"{chosen}.json")
    words = json.loads(path.read_text(encoding="utf-8"))["not_proven"]
    return tuple(str(words[code]) for code in codes if code in words)


class ReportView(QWidget):
    """Shows one report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: VerificationReport | None = None
        self._title = ""
        self._body = column(gap=12)
        self.setLayout(self._body)

    def show_report(self, report: VerificationReport, title: str) -> None:
        """Show ``report`` of the file called ``title``."""
        self._report, self._title = report, title
        clear(self._body)
        holds = report.holds
        icon, tone = ("shield-tick", "green") if holds else ("warning", "amber")
        if any(check.outcome is Outcome.FAILED for check in report.checks):
            icon, tone = "cross-circle", "red"
        head = row(icon_label(icon, tone, 32), gap=12)
        head.addLayout(column(label(self.verdict(), "lead", wraps=True), label(title, "muted")), 1)
        self._body.addLayout(head)
        self._body.addLayout(self._checks(report))
        if report.not_proven:
            self._body.addWidget(label(self.tr("What it does not prove"), "lead"))
            limits = column(gap=4)
            for words in not_proven_words(report.not_proven):
                limits.addWidget(label(f"· {words}", "muted", wraps=True))
            self._body.addLayout(limits)
        if report.claims:
            self._body.addWidget(label(self.tr("What it discloses"), "lead"))
            self._body.addLayout(self._claims(report.claims))
        copied = button(self.tr("Copy as text"), lambda: copy_text(self.as_text()), icon="copy")
        self._body.addLayout(row(copied, None))

    def verdict(self) -> str:
        """Return the verdict in one sentence."""
        report = self._report
        if report is None:
            return ""
        if any(check.outcome is Outcome.FAILED for check in report.checks):
            return self.tr("This proof does not hold.")
        if report.holds:
            return self.tr("This proof holds.")
        return self.tr("Nothing failed, but not enough could be checked for a proof.")

    @staticmethod
    def _checks(report: VerificationReport) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, check in enumerate(report.checks):
            icon, tone = outcome_look(check.outcome)
            grid.addWidget(Chip(outcome_name(check.outcome), icon, tone), line, 0)
            texts = column(label(check_name(check.code), wraps=True), gap=0)
            reason = reason_words(check)
            if reason:
                texts.addWidget(label(reason, "small", wraps=True))
            grid.addLayout(texts, line, 1)
        return grid

    @staticmethod
    def _claims(claims: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(claims.items()):
            grid.addWidget(label(name, "muted"), line, 0)
            grid.addWidget(label(value, wraps=True), line, 1)
        return grid

    def as_text(self) -> str:
        """Return the report as lines of text."""
        report = self._report
        if report is None:
            return ""
        lines = [self._title, self.verdict(), ""]
        for check in report.checks:
            reason = reason_words(check)
            line = f"[{outcome_name(check.outcome)}] {check_name(check.code)}"
            lines.append(f"{line}: {reason}" if reason else line)
        lines += ["", *(f"{name}: {value}" for name, value in report.claims.items())]
        lines += ["", self.tr("What it does not prove")]
        lines += [f"- {words}" for words in not_proven_words(report.not_proven)]
        return "\n".join(lines) + "\n"
