"""Handing a checked video over: texts, checklist, credentials, the link, uploading."""

from pathlib import Path

import published_samples as samples
import pytest
from PySide6.QtCore import Qt

from consentkit.domain.video_details import Privacy
from consentkit.kernel.errors import ResourceError, StateError
from consentkit.services.credential_views import CredentialKind
from consentkit.services.publication_views import HandOverStep
from consentkit.services.upload_views import ChannelState, UploadResult


@pytest.fixture(name="part")
def open_part(page, idle):
    page.activated(handover="chk-0")
    idle()
    return page.part


def test_texts_are_copied_as_they_stand(part, home, themed):
    part.texts.title.setText("Better title")
    copy = next(made for made in part.texts.findChildren(object) if _named(made, "Copy the title"))
    copy.click()
    assert themed.clipboard().text() == "Better title"
    assert home.said == ["The title was copied."]


def _named(made, name):
    return hasattr(made, "accessibleName") and made.accessibleName() == name


def test_what_was_written_over_stays_until_the_language_changes(page, part, home, idle):
    part.texts.title.setText("Better title")
    part.checklist.boxes[HandOverStep.AUDIENCE].click()
    page.refresh()
    idle()
    assert part.texts.title.text() == "Better title"
    assert part.checklist.boxes[HandOverStep.AUDIENCE].isChecked()
    page.handing.speak("ru")
    idle()
    assert part.texts.title.text() == samples.hand_over().title
    assert home.handing_over.asked[-1] == ("prepare", "chk-0", "ru")


def test_the_way_to_the_platform_is_open_only_for_what_is_allowed(
    page, part, home, idle, opened_links
):
    part.studio_button.click()
    assert opened_links == ["https://www.youtube.com/upload"]
    home.handing_over.answer = samples.hand_over(is_allowed=False)
    page.refresh()
    idle()
    assert not part.studio_button.isEnabled()
    assert not part.upload.upload_button.isEnabled()
    assert part.refused.isVisible()


def test_a_pasted_link_is_bound_and_shown(page, part, home, idle, qtbot):
    assert not part.link.bind_button.isEnabled()
    qtbot.keyClicks(part.link.field, "https://youtu.be/dQw4w9WgXcQ")
    assert part.link.understood.text() == "YouTube · dQw4w9WgXcQ"
    qtbot.keyClick(part.link.field, Qt.Key.Key_Return)
    idle()
    title = samples.hand_over().title
    asked = ("bind", "chk-0", "https://youtu.be/dQw4w9WgXcQ", title)
    assert home.publications.asked == [asked]
    assert not part.isVisible()
    assert page.presenter.key == "pub-new"
    home.undo()
    idle()
    assert home.publications.asked[-1] == ("unbind", "pub-new")


def test_what_is_not_allowed_is_bound_only_with_a_reason(part, home, idle, refusal):
    home.publications.trouble["bind"] = refusal
    part.link.field.setText("dQw4w9WgXcQ")
    part.link.bind_button.click()
    idle()
    assert [error.code for error in home.errors] == ["publication.not-passed"]
    assert part.link.reason.isVisible()
    assert not part.link.bind_button.isEnabled()
    part.link.reason.setText("It went out by mistake")
    part.link.bind_button.click()
    idle()
    assert home.publications.asked[-1][-1] == "It went out by mistake"


def test_odd_links_are_not_taken(part, qtbot):
    for text in ("hello", "javascript:alert(1)", "https://youtu.be/"):
        part.link.field.setText(text)
        assert not part.link.bind_button.isEnabled()
        assert part.link.understood.text() == "This is no link to a video."


def test_a_check_without_a_plan_says_so(home, page, idle):
    home.handing_over.trouble["prepare"] = StateError("handover.no-plan")
    page.activated(handover="chk-9")
    idle()
    assert page.part.failure.isVisible()
    assert page.part.failure.title.text()
    page.part.left.emit()
    idle()
    assert not page.part.isVisible()


@pytest.mark.parametrize(
    ("kind", "asked"), [(CredentialKind.XMP, "xmp"), (CredentialKind.C2PA, "sign")]
)
def test_credentials_are_written_where_the_person_says(part, home, idle, kind, asked):
    part.credentials.writeWanted.emit(kind, Path("/videos/out"))
    assert not part.credentials.sidecar_button.isEnabled()
    idle()
    assert home.credentials.asked == [(asked, "chk-0", Path("/videos/out"), True)]
    assert part.credentials.sidecar_button.isEnabled()


def test_credentials_that_cannot_be_written_are_told(part, home, idle):
    home.credentials.trouble["sign"] = ResourceError("credentials.extra-missing")
    part.credentials.writeWanted.emit(CredentialKind.C2PA, Path("/videos/out.mp4"))
    idle()
    assert [error.code for error in home.errors] == ["credentials.extra-missing"]
    assert part.credentials.signed_button.isEnabled()


# ── uploading ──


def test_a_channel_is_connected_only_for_an_audited_project(page, home, idle, opened_links):
    home.uploads.state = ChannelState.NONE
    page.activated(handover="chk-0")
    idle()
    upload = page.part.upload
    assert not upload.connect_button.isEnabled()
    upload.audited.click()
    assert upload.connect_button.isEnabled()
    upload.connect_with(Path("client_secret.json"))
    idle()
    assert home.uploads.asked == [("connect", Path("client_secret.json"), True)]
    assert opened_links == ["https://accounts.google.com/o/oauth2/v2/auth"]
    assert upload.upload_button.isVisible()


def test_an_upload_takes_the_texts_as_they_stand(page, part, home, idle):
    part.texts.title.setText("Better title")
    part.texts.tags.setText("one,  two words, one,")
    part.upload.privacy.set_value(Privacy.UNLISTED)
    part.upload.upload_button.click()
    idle()
    _, check_id, details = home.uploads.asked[0]
    assert (check_id, details.title, details.privacy) == ("chk-0", "Better title", Privacy.UNLISTED)
    assert details.tags == ("one", "two words")
    assert page.presenter.key == "pub-0"


def test_texts_that_youtube_would_refuse_are_told_before_anything_is_sent(part, home):
    part.texts.title.setText("a <b> title")
    part.upload.upload_button.click()
    assert part.upload.problem.isVisible()
    assert home.uploads.asked == []


def test_a_video_that_youtube_locked_is_told(part, home, idle):
    home.uploads.result = UploadResult(
        samples.IDS[0], "https://www.youtube.com/", "pub-0", Privacy.PRIVATE, is_locked=True
    )
    part.upload.upload_button.click()
    idle()
    assert part.upload.done.isVisible()
    assert "private" in part.upload.done.title.text()


def test_an_upload_that_was_begun_is_offered_and_goes_on(page, home, idle):
    home.uploads.begun = (samples.pending(),)
    home.uploads.trouble["resume"] = ResourceError("network.unreachable")
    page.refresh()
    idle()
    assert page.pending.isVisible()
    page.pending.goOnWanted.emit(samples.pending())
    idle()
    assert home.uploads.asked == [("resume", "upl-1", False)]
    assert page.part.upload.problem.isVisible()
    del home.uploads.trouble["resume"]
    page.part.upload.resume_button.click()
    idle()
    assert home.uploads.asked[-1] == ("resume", "upl-1", False)
    assert page.presenter.key == "pub-0"


def test_only_a_person_says_that_a_lost_video_is_absent(page, home, idle, opened_links):
    home.uploads.begun = (samples.pending(),)
    home.uploads.trouble["resume"] = StateError("upload.uncertain")
    page.activated(handover="chk-0")
    idle()
    upload = page.part.upload
    upload.resume_button.click()
    idle()
    assert upload.absent_button.isVisible()
    assert not upload.resume_button.isVisible()
    upload.studio_button.click()
    assert opened_links == ["https://studio.youtube.com"]
    del home.uploads.trouble["resume"]
    upload.absent_button.click()
    idle()
    assert home.uploads.asked[-1] == ("resume", "upl-1", True)


def test_an_upload_can_be_dropped(page, home, idle):
    home.uploads.begun = (samples.pending(),)
    page.refresh()
    idle()
    page.pending.dropWanted.emit(samples.pending())
    idle()
    assert home.uploads.asked == [("abandon", "upl-1")]
    assert not page.pending.isVisible()


def test_a_channel_is_disconnected(part, home, idle):
    part.upload.disconnect_button.click()
    idle()
    assert home.uploads.asked == [("disconnect",)]
    assert part.upload.connect_button.isVisible()


def test_what_the_short_id_stands_for_is_saved(page, part, home, idle):
    page.handing.save_entry(Path("/videos/decision.json"))
    idle()
    assert home.handing_over.asked[-1] == ("decision", "chk-0", Path("/videos/decision.json"))
    assert "K7QF-2MZA" in home.said[-1]
