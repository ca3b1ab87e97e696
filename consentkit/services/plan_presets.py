"""What of a plan is taken over into the next one: where and how one publishes, and nobody's name.

Presets lie in the settings, outside of the vault; so they hold nothing about anybody but the
creator's own channel.
"""

from pathlib import Path

from consentkit.domain.plan import PublishPlan
from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import InputError
from consentkit.services.preferences import Preferences
from consentkit.wire.plan_file import parse_plan_file
from consentkit.wire.plan_writer import encode_plan_file

FIRST = PublishPlan("youtube")
"""What is asked for where nothing was planned before."""


def preset_of(plan: PublishPlan) -> PublishPlan:
    """Return what of a plan holds for the next video, too."""
    return PublishPlan(
        platform=plan.platform,
        channel=plan.channel,
        is_monetised=plan.is_monetised,
        sponsor="" if plan.sponsor == "" else None,
        territory=plan.territory,
        is_made_for_kids=plan.is_made_for_kids,
        source_platform=plan.source_platform,
        creator_country=plan.creator_country,
        is_agency=plan.is_agency,
        accepts_pending_time=plan.accepts_pending_time,
        refresh_months=plan.refresh_months,
    )


def preset_text(plan: PublishPlan) -> str:
    """Return what ``preset_of`` gives, as the settings keep it."""
    return encode_plan_file(preset_of(plan)).decode()


def first_plan(preferences: Preferences) -> PublishPlan:
    """Return the plan that a video without one begins with.

    It is the one that was kept as usual, else what was planned last; one that a later version or
    a person made unreadable is left out.
    """
    for text in (preferences.usual_plan, preferences.last_plan):
        if text:
            try:
                return preset_of(parse_plan_file(text.encode()))
            except InputError:
                continue
    return FIRST


def write_plan(plan: PublishPlan, path: Path) -> None:
    """Write a plan as ``plan.toml``.

    Raises:
        ResourceError: The disk is full or not writable; nothing was written.
    """
    durable_replace(path, encode_plan_file(plan))
