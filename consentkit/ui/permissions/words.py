"""Words of the Permissions page."""

from PySide6.QtCore import QCoreApplication

from consentkit.domain.consent import Status
from consentkit.ui.messages import format_number, language_name, status_name
from consentkit.ui.permissions.bulk import BulkKind, BulkReport

translate = QCoreApplication.translate

STATUSES = tuple(status for status in Status if status is not Status.UNKNOWN)
"""Statuses a record can stand at, in the order of the filter."""


def count_words(count: int) -> str:
    """Return how many permissions the table has."""
    text = translate("permissions", "%n permission(s)", "", count)
    return text.replace(str(count), format_number(count), 1)


def statuses_chip(statuses: frozenset[Status]) -> str:
    """Return what the chip that filters by status says."""
    if not statuses:
        return translate("permissions", "Status")
    named = [status_name(status) for status in STATUSES if status in statuses]
    return translate("permissions", "Status: {names}").format(names=", ".join(named))


def languages_chip(languages: frozenset[str]) -> str:
    """Return what the chip that filters by language says."""
    if not languages:
        return translate("permissions", "Language")
    named = sorted(language_name(tag) for tag in languages)
    return translate("permissions", "Language: {names}").format(names=", ".join(named))


def report_title(report: BulkReport) -> str:
    """Return what was done with how many."""
    if report.kind is BulkKind.RENEW:
        return translate("permissions", "%n permission(s) renewed", "", report.done)
    if report.kind is BulkKind.EXPORT:
        return translate("permissions", "%n proof(s) exported", "", report.done)
    return translate("permissions", "%n permission(s) withdrawn", "", report.done)


def report_lines(report: BulkReport) -> tuple[str, ...]:
    """Return what else is to be said of it, a sentence each."""
    lines = []
    if report.is_stopped:
        lines.append(
            translate("permissions", "You stopped it. What was done until then stays done.")
        )
    if report.skipped:
        lines.append(
            translate(
                "permissions",
                "%n left as they were: their status does not allow this step.",
                "",
                report.skipped,
            )
        )
    if report.failed_count:
        lines.append(
            translate("permissions", "It did not work with %n of them.", "", report.failed_count)
        )
    return tuple(lines)
