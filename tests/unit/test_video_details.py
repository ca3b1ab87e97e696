"""What YouTube is told: refused here if YouTube would refuse it, and never other than planned."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from consentkit.domain.plan import PublishPlan
from consentkit.domain.video_details import Privacy, VideoDetails, details_as_planned
from consentkit.kernel.errors import MalformedError, StateError

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PLAN = PublishPlan("youtube", is_made_for_kids=False, is_altered_content=True)
DETAILS = VideoDetails("A title")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x" * 100),
        ("title", "\u0420\u0430\u0437\u0433\u043e\u0432\u043e\u0440 \U0001f600"),
        ("description", "\u0439" * 2500),
        ("description", "two\nlines"),
        ("tags", ("x" * 500,)),
        ("tags", ("a b",) * 83),
        ("language", "zh-Hant-TW"),
        ("publish_at", NOW),
    ],
)
def test_what_youtube_takes_is_taken(field, value):
    assert getattr(replace(DETAILS, **{field: value}), field) == value


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("title", "", "details.title"),
        ("title", "  ", "details.title"),
        ("title", "x" * 101, "details.title"),
        ("title", "a<b", "details.title"),
        ("title", "two\nlines", "details.title"),
        ("title", "null\0", "details.title"),
        ("title", "half \ud800", "details.title"),
        ("description", "\u0439" * 2501, "details.description"),
        ("description", "<script>", "details.description"),
        ("tags", ("x" * 501,), "details.tags"),
        ("tags", ("a b",) * 84, "details.tags"),
        ("tags", ("",), "details.tags"),
        ("category_id", "music", "details.category"),
        ("category_id", "\u0662\u0662", "details.category"),
        ("language", "not a tag", "details.language"),
        ("publish_at", datetime(2026, 12, 1), "details.publish-at"),
    ],
)
def test_what_youtube_refuses_is_refused(field, value, code):
    with pytest.raises(MalformedError) as caught:
        replace(DETAILS, **{field: value})
    assert caught.value.code == code


def test_only_a_private_video_opens_by_itself():
    with pytest.raises(MalformedError, match=r"details\.publish-at"):
        VideoDetails("A title", privacy=Privacy.PUBLIC, publish_at=NOW)


def test_what_is_left_open_is_as_planned():
    made = details_as_planned(DETAILS, PLAN, NOW)
    assert (made.is_made_for_kids, made.is_synthetic) == (False, True)
    assert replace(made, is_made_for_kids=None, is_synthetic=None) == DETAILS


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"is_made_for_kids": True}, "made_for_kids"),
        ({"is_synthetic": False}, "altered_content"),
        ({"privacy": Privacy.PUBLIC}, "privacy"),
        ({"privacy": Privacy.UNLISTED}, "privacy"),
        ({"publish_at": NOW + timedelta(days=1)}, "publish_at"),
    ],
)
def test_what_differs_from_the_plan_is_refused(changes, field):
    plan = replace(PLAN, publish_at=NOW + timedelta(days=2))
    with pytest.raises(StateError, match=r"upload\.not-as-planned") as caught:
        details_as_planned(replace(DETAILS, **changes), plan, NOW)
    assert caught.value.facts["field"] == field


def test_a_video_is_not_scheduled_for_a_moment_nobody_decided_on():
    details = replace(DETAILS, publish_at=NOW + timedelta(days=300))
    with pytest.raises(StateError, match=r"upload\.not-as-planned") as caught:
        details_as_planned(details, PLAN, NOW)
    assert caught.value.facts["field"] == "publish_at"
    planned = replace(PLAN, publish_at=details.publish_at)
    assert details_as_planned(details, planned, NOW).publish_at == details.publish_at


def test_public_is_possible_once_the_planned_moment_has_come():
    plan = replace(PLAN, publish_at=NOW - timedelta(days=1))
    details = replace(DETAILS, privacy=Privacy.PUBLIC)
    assert details_as_planned(details, plan, NOW).privacy is Privacy.PUBLIC


def test_plan_for_another_platform_is_none_for_youtube():
    with pytest.raises(StateError, match=r"upload\.other-platform"):
        details_as_planned(DETAILS, replace(PLAN, platform="tiktok"), NOW)
