"""Words for published videos, for what is to be done about them, and for how long there is."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from consentkit.domain.coverage import Lane
from consentkit.domain.obligations import Measure, ReachKind, Reason, TaskState
from consentkit.domain.published_link import url_at
from consentkit.kernel.timebase import TimeRange
from consentkit.services.publication_views import Publication, Reach, ReachTask
from consentkit.ui.messages import format_date_time, format_long_date, format_time
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

Look = tuple[str, str, str]
"""Words, icon and tone of a chip."""

_DAY_S, _HOUR_S, _MINUTE_S = 86_400, 3_600, 60
_SOON_S = _DAY_S

_PLATFORMS = {
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "twitch": "Twitch",
    "vimeo": "Vimeo",
    "dailymotion": "Dailymotion",
    "x": "X",
    "vk": "VK",
    "rutube": "RUTUBE",
    "ok": "OK",
    "bilibili": "Bilibili",
    "rumble": "Rumble",
    "odysee": "Odysee",
}

_REASONS = {
    Reason.WITHDRAWN: QT_TRANSLATE_NOOP("published", "Took the permission back on {date}"),
    Reason.INVALIDATED: QT_TRANSLATE_NOOP("published", "Permission void from the start"),
    Reason.REVOKED: QT_TRANSLATE_NOOP("published", "Permission ended by you on {date}"),
    Reason.SUSPENDED: QT_TRANSLATE_NOOP("published", "Permission in doubt since {date}"),
    Reason.EXPIRED: QT_TRANSLATE_NOOP("published", "Permission ran out on {date}"),
    Reason.ERASED: QT_TRANSLATE_NOOP("published", "Record erased on {date}"),
    Reason.COMPLAINT: QT_TRANSLATE_NOOP("published", "Complaint of {date}"),
}

_KINDS = {
    ReachKind.RANGE: (QT_TRANSLATE_NOOP("published", "Published video"), "published"),
    ReachKind.THUMBNAIL: (QT_TRANSLATE_NOOP("published", "Thumbnail or title"), "image"),
    ReachKind.MONEY: (QT_TRANSLATE_NOOP("published", "Advertising or sponsor"), "money"),
    ReachKind.CLIP: (QT_TRANSLATE_NOOP("published", "Video not published yet"), "film"),
    ReachKind.RECORDING: (QT_TRANSLATE_NOOP("published", "Recording"), "recordings"),
    ReachKind.PROOF: (QT_TRANSLATE_NOOP("published", "Proof you handed out"), "proofs"),
    ReachKind.COMPLAINT: (QT_TRANSLATE_NOOP("published", "Complaint"), "message"),
}

_MEASURES = {
    Measure.TAKE_DOWN: QT_TRANSLATE_NOOP("published", "Taken down"),
    Measure.CUT: QT_TRANSLATE_NOOP("published", "Cut away"),
    Measure.BLUR: QT_TRANSLATE_NOOP("published", "Blurred"),
    Measure.MUTE: QT_TRANSLATE_NOOP("published", "Muted"),
    Measure.REPLACE: QT_TRANSLATE_NOOP("published", "Replaced"),
    Measure.STOP_ADS: QT_TRANSLATE_NOOP("published", "Earns nothing any more"),
    Measure.DELETE: QT_TRANSLATE_NOOP("published", "Deleted"),
    Measure.INFORM: QT_TRANSLATE_NOOP("published", "Reader told"),
    Measure.ASK_AGAIN: QT_TRANSLATE_NOOP("published", "Agreed again"),
    Measure.ANSWER: QT_TRANSLATE_NOOP("published", "Answered"),
    Measure.KEEP: QT_TRANSLATE_NOOP("published", "Stays as it is"),
}

MEASURE_ICONS = {
    Measure.TAKE_DOWN: "eye-off",
    Measure.CUT: "split",
    Measure.BLUR: "person",
    Measure.MUTE: "mute",
    Measure.REPLACE: "image",
    Measure.STOP_ADS: "money",
    Measure.DELETE: "trash",
    Measure.INFORM: "message",
    Measure.ASK_AGAIN: "ask",
    Measure.ANSWER: "message",
    Measure.KEEP: "pin",
}


def platform_name(code: str) -> str:
    """Return a platform's own name; a host's name as it is."""
    return _PLATFORMS.get(code, code)


def title_of(made: Publication) -> str:
    """Return a video's title, or its identifier where it has none to show."""
    return made.title or made.video_id or made.url


def reason_words(reason: str, since: datetime) -> str:
    """Return why something is to be done, and since when."""
    return translate("published", _REASONS[Reason(reason)]).format(date=format_long_date(since))


def kind_name(kind: ReachKind) -> str:
    """Return what a task is about."""
    return translate("published", _KINDS[kind][0])


def kind_icon(kind: ReachKind) -> str:
    """Return the icon of what a task is about."""
    return _KINDS[kind][1]


def measure_name(measure: Measure) -> str:
    """Return what was done, as a word of a button or a chip."""
    return translate("published", _MEASURES[measure])


def person_words(reach: Reach) -> str:
    """Return whom a reach is about."""
    if reach.partner:
        return reach.partner
    if not reach.consent_id:
        return translate("published", "Somebody without a record")
    return translate("published", "An erased person")


def span_words(seconds: float) -> str:
    """Return a length of time coarsely: "2 days 3 hours", "5 hours", "12 minutes"."""
    left = max(0, int(seconds))
    days, hours, minutes = left // _DAY_S, left % _DAY_S // _HOUR_S, left % _HOUR_S // _MINUTE_S
    parts = []
    if days:
        parts.append(translate("published", "%n day(s)", "", days))
    if hours:
        parts.append(translate("published", "%n hour(s)", "", hours))
    if not days and not hours:
        parts.append(translate("published", "%n minute(s)", "", max(1, minutes)))
    return " ".join(parts)


def clock_look(due_at: datetime, now: datetime) -> Look:
    """Return how long there is, or since when it is late."""
    left = (due_at - now).total_seconds()
    if left < 0:
        late = translate("published", "Late since {time}").format(time=format_date_time(due_at))
        return late, "warning", "red"
    words = translate("published", "{time} left").format(time=span_words(left))
    return words, "clock", "amber" if left <= _SOON_S else "blue"


def done_look(task: ReachTask) -> Look:
    """Return what was done about a task."""
    word = measure_name(Measure(task.done_by)) if task.done_by else ""
    return word, "tick-circle", "green"


def task_look(task: ReachTask, now: datetime) -> Look:
    """Return where a task stands."""
    return done_look(task) if task.state is TaskState.DONE else clock_look(task.due_at, now)


def open_tasks(reach: Reach) -> tuple[ReachTask, ...]:
    """Return what is still to be done."""
    return tuple(task for task in reach.tasks if task.state is not TaskState.DONE)


def todo_words(count: int) -> str:
    """Return how much there is to do."""
    return translate("published", "%n thing(s) to do", "", count)


def task_count(count: int) -> str:
    """Return how many tasks there are, shortly."""
    return translate("published", "%n task(s)", "", count)


def video_look(made: Publication, tasks: tuple[ReachTask, ...], now: datetime) -> Look:
    """Return how it stands with a published video.

    Args:
        made: The video.
        tasks: What is still to be done about it.
        now: The present.
    """
    if made.taken_down_at is not None and not tasks:
        return translate("published", "Taken down"), "eye-off", "grey"
    late = sum(1 for task in tasks if task.due_at < now)
    if late:
        return translate("published", "%n late", "", late), "warning", "red"
    if tasks:
        return todo_words(len(tasks)), "clock", "amber"
    return translate("published", "Everything is fine"), "tick-circle", "green"


def people_words(count: int) -> str:
    """Return how many people are in a video."""
    if not count:
        return translate("published", "Nobody on record in it")
    return translate("published", "%n person(s)", "", count)


def stretch_words(stretch: TimeRange) -> str:
    """Return a stretch as two times with a dash; a moment as one time."""
    start = format_time(stretch.start, decimals=0)
    end = format_time(stretch.end, decimals=0)
    return start if start == end else f"{start}\N{EN DASH}{end}"


def lane_icon(lane: Lane) -> str:
    """Return the icon of a lane."""
    return "eye" if lane is Lane.PICTURE else "volume"


def link_at(made: Publication, stretch: TimeRange) -> str:
    """Return the link to a stretch of a published video."""
    return url_at(made.platform, made.video_id, made.url, stretch.start)
