"""Drafts of replies: whole in every language, filled in once, and without claims about the law."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from consentkit.domain.consent import Status
from consentkit.domain.party import Controller
from consentkit.kernel.errors import MalformedError
from consentkit.services.complaints import _standing
from consentkit.services.replies import (
    REPLY_LANGUAGES,
    Standing,
    draft_reply,
    reply_language,
    reply_texts,
)
from consentkit.services.stored_publication import StoredPublication

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
VIDEO = StoredPublication(
    "pub-1", "youtube", "dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "chk-1",
    "0" * 64, Fraction(600), "Night {due} talks", (), NOW, NOW, (),
)  # fmt: skip
CREATOR = Controller("Kanal", "kanal@example.org")


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("language", REPLY_LANGUAGES)
def test_a_draft_names_video_moment_clock_and_creator(language, standing):
    said = draft_reply(standing, language, VIDEO, Fraction(153), NOW, CREATOR)
    for wanted in (VIDEO.url, "2:33", "2026-11-22 12:00", "kanal@example.org", "Kanal"):
        assert wanted in said
    assert "Night {due} talks" in said
    assert said.count("{") == 1


@pytest.mark.parametrize("language", REPLY_LANGUAGES)
def test_what_is_not_known_is_left_open(language):
    nobody = draft_reply(Standing.ENDED, language, VIDEO, Fraction(1), NOW, Controller())
    assert "\u2026" in nobody


@pytest.mark.parametrize("language", REPLY_LANGUAGES)
def test_a_draft_claims_nothing_about_the_law(language):
    words = " ".join(reply_texts(language).texts.values()).lower()
    for claim in ("legal", "lawful", "gdpr", "hukum", "закон", "прав", "ley", "lei ", "yasa"):
        assert claim not in words


def test_a_language_is_found_by_its_main_tag_and_english_stands_in():
    assert reply_language(("id-ID",)) == "id"
    assert reply_language(("ja", "pt-BR")) == "pt"
    assert reply_language(("ja",)) == "en"
    assert reply_language(()) == "en"
    with pytest.raises(MalformedError):
        reply_texts("ja")


@pytest.mark.parametrize(
    ("statuses", "has_unknown", "standing"),
    [
        ((Status.GIVEN, Status.RENEWED_GIVEN), False, Standing.STANDS),
        ((Status.GIVEN,), True, Standing.UNKNOWN),
        ((Status.REFUSED,), False, Standing.UNKNOWN),
        ((Status.REQUESTED, Status.GIVEN), False, Standing.UNKNOWN),
        ((), False, Standing.UNKNOWN),
        ((Status.WITHDRAWN, Status.GIVEN), True, Standing.ENDED),
        ((Status.EXPIRED,), False, Standing.ENDED),
        ((Status.ERASED,), False, Standing.ENDED),
    ],
)
def test_a_reply_speaks_of_an_ended_permission_only_where_there_was_one(
    statuses, has_unknown, standing
):
    assert _standing(statuses, has_unknown=has_unknown) is standing
