"""Words of the Activity page: kinds of entry, the state of the log, what to do about trouble."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from consentkit.services.views import ActivityRow, LogStatus
from consentkit.ui.messages import format_ago, format_number
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_KINDS: Mapping[str, tuple[str, str, str]] = {
    "ingest": (QT_TRANSLATE_NOOP("activity", "Recording added"), "film", "blue"),
    "request": (QT_TRANSLATE_NOOP("activity", "Asked"), "clock", "blue"),
    "grant": (QT_TRANSLATE_NOOP("activity", "Permission given"), "tick-circle", "green"),
    "refuse": (QT_TRANSLATE_NOOP("activity", "Permission refused"), "hand", "red"),
    "defer": (QT_TRANSLATE_NOOP("activity", "Answer left open"), "door", "grey"),
    "renew": (QT_TRANSLATE_NOOP("activity", "Permission renewed"), "tick-circle", "green"),
    "withdraw": (QT_TRANSLATE_NOOP("activity", "Withdrawn by the partner"), "arrow-back", "amber"),
    "revoke": (QT_TRANSLATE_NOOP("activity", "Revoked by you"), "arrow-back", "amber"),
    "suspend": (QT_TRANSLATE_NOOP("activity", "Suspended"), "pause", "violet"),
    "resume": (QT_TRANSLATE_NOOP("activity", "Suspension lifted"), "play", "green"),
    "invalidate": (QT_TRANSLATE_NOOP("activity", "Declared void"), "struck-circle", "red"),
    "hold": (QT_TRANSLATE_NOOP("activity", "Legal hold set or lifted"), "lock", "violet"),
    "attach": (QT_TRANSLATE_NOOP("activity", "Conversation or file added"), "paperclip", "blue"),
    "export": (QT_TRANSLATE_NOOP("activity", "Proof exported"), "export", "blue"),
    "own": (QT_TRANSLATE_NOOP("activity", "Marked as own material"), "person", "grey"),
    "not-own": (QT_TRANSLATE_NOOP("activity", "Mark of own material taken back"), "undo", "grey"),
    "gate": (QT_TRANSLATE_NOOP("activity", "Decided on publishing"), "check-video", "blue"),
    "redaction": (QT_TRANSLATE_NOOP("activity", "Redacted video written"), "eye-off", "blue"),
    "credentials": (
        QT_TRANSLATE_NOOP("activity", "Credentials written for a video"),
        "shield-tick",
        "blue",
    ),
    "bind": (QT_TRANSLATE_NOOP("activity", "Published video bound"), "link", "blue"),
    "unbind": (QT_TRANSLATE_NOOP("activity", "Published video taken off the list"), "undo", "grey"),
    "take-down": (QT_TRANSLATE_NOOP("activity", "Video taken down"), "eye-off", "amber"),
    "put-back": (QT_TRANSLATE_NOOP("activity", "Video is up again"), "eye", "blue"),
    "complaint": (QT_TRANSLATE_NOOP("activity", "Complaint received"), "flag", "red"),
    "close": (QT_TRANSLATE_NOOP("activity", "Complaint closed"), "tick-circle", "green"),
    "reopen": (QT_TRANSLATE_NOOP("activity", "Complaint opened again"), "flag", "amber"),
    "done": (QT_TRANSLATE_NOOP("activity", "Task done"), "tick-circle", "green"),
    "undone": (QT_TRANSLATE_NOOP("activity", "Task opened again"), "undo", "grey"),
    "statement": (
        QT_TRANSLATE_NOOP("activity", "Statement for the partner signed"),
        "document",
        "blue",
    ),
    "erase": (QT_TRANSLATE_NOOP("activity", "Data erased"), "dashed-circle", "grey"),
}
"""For each kind of entry its words, its icon and its tone."""

_TROUBLE: Mapping[str, tuple[str, str]] = {
    "log.rolled-back": (
        QT_TRANSLATE_NOOP("activity", "The log is shorter than it was when this computer saw it."),
        QT_TRANSLATE_NOOP(
            "activity",
            "Entries are missing. If you restored a backup, this is expected: take the log as it"
            " is, and record again what happened since that backup. If you did not, somebody put"
            " an older copy in its place: compare with your newest backup first.",
        ),
    ),
    "log.forked": (
        QT_TRANSLATE_NOOP("activity", "The log is not the one this computer saw."),
        QT_TRANSLATE_NOOP(
            "activity",
            "It went another way after some entry, as when two copies of a vault were both"
            " written to. Keep both copies, and compare with your newest backup. Take this one"
            " only if you know that it is the right one.",
        ),
    ),
    "log.entries-changed": (
        QT_TRANSLATE_NOOP("activity", "Entries of the log were changed."),
        QT_TRANSLATE_NOOP(
            "activity",
            "Proofs from here no longer hold. Do not delete anything: check the vault under"
            " Settings, and restore your newest backup into another folder to compare.",
        ),
    ),
    "log.checkpoint-forged": (
        QT_TRANSLATE_NOOP("activity", "The signature under the log does not hold."),
        QT_TRANSLATE_NOOP(
            "activity",
            "Proofs from here no longer hold. Do not delete anything: check the vault under"
            " Settings, and restore your newest backup into another folder to compare.",
        ),
    ),
    "log.checkpoint-missing": (
        QT_TRANSLATE_NOOP("activity", "The newest signature under the log is missing."),
        QT_TRANSLATE_NOOP(
            "activity",
            "Part of the vault was lost. Check the vault under Settings, and restore your newest"
            " backup into another folder to compare.",
        ),
    ),
    "log.clock-set-back": (
        QT_TRANSLATE_NOOP("activity", "This computer's clock stands before the newest entry."),
        QT_TRANSLATE_NOOP(
            "activity",
            "The log itself is in order. Set the clock right: what is sealed meanwhile gets a"
            " wrong time of its own, and only time stamps show the true one.",
        ),
    ),
}
"""For each trouble what it is, and what it means and what to do."""

ACCEPTABLE = frozenset({"log.rolled-back", "log.forked"})
"""Troubles that may be of one's own making; the others are never taken for right."""


@dataclass(frozen=True, slots=True)
class LogWords:
    """The state of the log in words.

    Attributes:
        title: Whether it is intact.
        text: What that means, and what to do when it is not.
        is_intact: Nothing is wrong.
        may_accept: It can be taken as it is, with an explanation.
    """

    title: str
    text: str
    is_intact: bool
    may_accept: bool = False


def kind_name(kind: str) -> str:
    """Return what happened, in words; the code itself where there are none."""
    found = _KINDS.get(kind)
    return translate("activity", found[0]) if found else kind


def kind_names() -> tuple[str, ...]:
    """Return the words for every kind of entry."""
    return tuple(kind_name(kind) for kind in _KINDS)


def kind_look(kind: str) -> tuple[str, str]:
    """Return icon and tone of a kind of entry."""
    found = _KINDS.get(kind)
    return (found[1], found[2]) if found else ("activity", "grey")


def subject_name(row: ActivityRow) -> str:
    """Return whom or what an entry concerns."""
    if row.subject:
        return row.subject
    return translate("activity", "Erased") if row.subject_id else ""


def stamp_name(*, is_timed: bool) -> str:
    """Return whether a time stamp covers an entry."""
    if is_timed:
        return translate("activity", "There")
    return translate("activity", "To come")


def kinds_chip(kinds: frozenset[str]) -> str:
    """Return what the chip that filters by kind says."""
    if not kinds:
        return translate("activity", "What happened")
    if len(kinds) == 1:
        return kind_name(next(iter(kinds)))
    return translate("activity", "What happened: {count}").format(count=len(kinds))


def entries_words(count: int) -> str:
    """Return how many entries there are."""
    text = translate("activity", "%n entry(s)", "", count)
    return text.replace(str(count), format_number(count), 1)


def log_words(status: LogStatus, now: datetime) -> LogWords:
    """Return the state of the log in words."""
    if status.is_intact and not status.trouble:
        if status.size == 0:
            text = translate("activity", "It begins with your first recording.")
            return LogWords(translate("activity", "The log is empty."), text, is_intact=True)
        title = translate("activity", "The log is intact.")
        if status.last_seen_at is None:
            text = translate("activity", "This computer sees it for the first time.")
        else:
            text = translate("activity", "Last entry {when}. Nothing was taken out or changed.")
            text = text.format(when=format_ago(status.last_seen_at, now))
        return LogWords(title, text, is_intact=True)
    title, text = _TROUBLE.get(
        status.trouble,
        (
            QT_TRANSLATE_NOOP("activity", "The log does not hold together."),
            QT_TRANSLATE_NOOP(
                "activity", "Check the vault under Settings, and compare with your newest backup."
            ),
        ),
    )
    return LogWords(
        translate("activity", title),
        translate("activity", text),
        is_intact=False,
        may_accept=status.trouble in ACCEPTABLE,
    )
