"""Words of the plan for publishing, and the plan in one line."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from consentkit.domain.plan import PublishPlan, RedactionKind
from consentkit.domain.scope import WORLD
from consentkit.ui.messages import country_name, format_date_time
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

Option = tuple[str, str]
"""A value, and its words."""

People = tuple[Option, ...]
"""Record or conversation of everybody in the video, with the name to show."""

PLATFORMS = (
    ("youtube", "YouTube"),
    ("tiktok", "TikTok"),
    ("instagram", "Instagram"),
    ("facebook", "Facebook"),
)
"""Platforms on offer, by the names that permissions use."""

_MOST_COUNTRIES = 3

_REDACTIONS: Mapping[RedactionKind, str] = {
    RedactionKind.BLUR_FACE: QT_TRANSLATE_NOOP("decision", "Face blurred"),
    RedactionKind.ALTER_VOICE: QT_TRANSLATE_NOOP("decision", "Voice altered"),
    RedactionKind.HIDE_PLACE: QT_TRANSLATE_NOOP("decision", "Place hidden"),
    RedactionKind.MUTE: QT_TRANSLATE_NOOP("decision", "Sound muted"),
    RedactionKind.OWN_WORDS: QT_TRANSLATE_NOOP("decision", "Their own condition met"),
}


def redaction_name(kind: RedactionKind) -> str:
    """Return the words for what was done to a video."""
    return translate("decision", _REDACTIONS[kind])


def platform_name(platform: str) -> str:
    """Return the name of a platform."""
    return dict(PLATFORMS).get(platform, platform)


def territory_words(territory: tuple[str, ...] | None) -> str:
    """Return where a video is published."""
    if territory is None:
        return translate("decision", "place not stated")
    if WORLD in territory:
        return translate("decision", "the whole world")
    if len(territory) > _MOST_COUNTRIES:
        return translate("decision", "%n countries", "", len(territory))
    return ", ".join(map(country_name, territory))


def plan_facts(plan: PublishPlan, now: datetime) -> tuple[str, ...]:
    """Return the plan in a few short lines."""
    is_planned = plan.publish_at is not None and plan.publish_at > now
    when = (
        format_date_time(plan.publish_at)
        if is_planned and plan.publish_at is not None
        else translate("decision", "as soon as it is ready")
    )
    where = [platform_name(plan.platform), plan.channel or ""]
    money = {
        None: translate("decision", "money not stated"),
        True: translate("decision", "with advertisements"),
        False: translate("decision", "without advertisements"),
    }[plan.is_monetised]
    sponsor = [plan.sponsor] if plan.sponsor else []
    return (
        ", ".join(part for part in where if part),
        f"{_capital(territory_words(plan.territory))}, {when}",
        _capital(", ".join((money, *sponsor))),
    )


def _capital(text: str) -> str:
    return QLocale().toUpper(text[:1]) + text[1:]
