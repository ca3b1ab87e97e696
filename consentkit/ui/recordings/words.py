"""Words of the library: length, size, damage, how conversations stand."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from consentkit.domain.consent import Status
from consentkit.domain.recording import Recording
from consentkit.kernel.timebase import format_time
from consentkit.services.views import RecordingCard
from consentkit.ui.messages import format_date_time, status_name

translate = QCoreApplication.translate

STATUS_ORDER = (
    Status.GIVEN,
    Status.RENEWED_GIVEN,
    Status.REQUESTED,
    Status.DEFERRED,
    Status.REFUSED,
    Status.EXPIRED,
    Status.WITHDRAWN,
    Status.REVOKED,
    Status.SUSPENDED,
    Status.INVALIDATED,
    Status.ERASED,
    Status.UNKNOWN,
)
"""What is settled stands before what is still to do."""


class _Counts(QObject):
    """Numbers in words. Qt's collector sees plural forms only in an object's own ``tr``."""

    def conversations(self, count: int) -> str:
        return self.tr("%n conversation(s)", "", count)


def length_words(recording: Recording) -> str:
    """Return how long a recording is, to the second."""
    return format_time(recording.duration, decimals=0)


def picture_words(recording: Recording) -> str:
    """Return the size of the picture, or that there is none."""
    picture = recording.picture
    if picture is None:
        return translate("recordings", "Sound only")
    return translate("recordings", "{width} by {height}").format(
        width=picture.width_px, height=picture.height_px
    )


def conversations_words(count: int) -> str:
    """Return how many conversations there are."""
    return _Counts().conversations(count)


def statuses_words(statuses: Mapping[Status, int]) -> str:
    """Return how many conversations stand at which status; empty without any."""
    parts = []
    for status in STATUS_ORDER:
        count = statuses.get(status, 0)
        if not count:
            continue
        if status is Status.UNKNOWN:
            parts.append(translate("recordings", "No record yet: {count}").format(count=count))
        else:
            parts.append(f"{status_name(status)}: {count}")
    return ", ".join(parts)


def damage_words(recording: Recording) -> str:
    """Return how far a damaged file goes; empty for a sound one."""
    damage = recording.damage
    if not damage.is_any:
        return ""
    there = length_words(recording)
    if damage.is_truncated and damage.header_duration is not None:
        return translate("recordings", "Cut off: {there} of {whole} are there.").format(
            there=there, whole=format_time(damage.header_duration, decimals=0)
        )
    if damage.is_truncated:
        return translate("recordings", "Cut off after {there}.").format(there=there)
    if damage.first_at is not None:
        return translate("recordings", "Damaged in places, first at {time}.").format(
            time=format_time(damage.first_at, decimals=0)
        )
    return translate("recordings", "Damaged in places.")


def facts_line(card: RecordingCard) -> str:
    """Return date, length, picture and number of conversations on one line."""
    recording = card.recording
    when = recording.claimed_start_at or recording.added_at
    return " · ".join((
        format_date_time(when),
        length_words(recording),
        picture_words(recording),
        conversations_words(card.conversation_count),
    ))


def card_sentence(card: RecordingCard) -> str:
    """Return everything about a recording as one line to be read aloud."""
    parts = [card.recording.title, facts_line(card), statuses_words(card.statuses)]
    if card.is_missing:
        parts.append(translate("recordings", "The file is missing."))
    parts.append(damage_words(card.recording))
    return QLocale().createSeparatedList([part for part in parts if part])
