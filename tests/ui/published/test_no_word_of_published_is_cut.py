"""No word about published videos is cut off at the designed size, nor where it is narrow."""

import published_samples as samples
import pytest
from cut_words import cut_off

from consentkit.services.upload_views import ChannelState
from consentkit.ui.language import Translators
from consentkit.ui.published.page import PublishedPage
from consentkit.ui.published.upload_presenter import UploadState
from consentkit.ui.theme import apply_theme

SIZES = {"designed": (1060, 764, 1.0), "narrow": (804, 644, 1.0), "large": (740, 620, 1.5)}
"""What is left for a page in windows of 1280x800 and 1024x680 beside the widest rail, and how
large words are."""


ROUNDS = 20
"""Rounds of events in which widgets that were just made find their places."""


@pytest.mark.parametrize("language", ["id", "ru"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_a_published_video_is_cut_off(themed, home, idle, qtbot, language, size):
    translators = Translators(themed)
    translators.install(language)
    home.uploads.begun = (samples.pending(is_missing=True),)
    *room, text_scale = SIZES[size]
    apply_theme(themed, "light", text_scale)
    page = PublishedPage(home.context)
    qtbot.addWidget(page)
    page.resize(*room)
    page.show()
    page.activated()
    found = {}

    def look(name):
        idle()
        for _ in range(ROUNDS):
            found[name] = cut_off(page)
            if not found[name]:
                break
            qtbot.wait(1)

    look("lists")
    page.presenter.open_video("pub-0")
    look("video")
    page.show_video(samples.video(made=samples.publications()[3], is_outdated=False))
    look("video that is down")
    page.activated(reach="rec-dewi")
    look("what is to be done")
    page.show_reach(samples.complete_reach())
    look("all done")
    page.complaints.begin(samples.publication())
    look("entry")
    page.presenter.show_complaint("cmp-1")
    look("complaint")
    page.show_kit(samples.opened(closed_at=samples.NOW, closed_by="take_down"))
    look("closed complaint")
    page.activated(handover="chk-0")
    look("hand-over")
    part = page.part
    part.upload.show_state(UploadState(samples.account()))
    look("upload")
    part.upload.show_state(UploadState(samples.account(), samples.pending(), is_uncertain=True))
    part.show_prepared(samples.prepared(is_allowed=False))
    look("refused")
    part.upload.show_state(UploadState(samples.account(), samples.pending()))
    look("to go on")
    part.upload.show_state(UploadState(samples.account(ChannelState.REVOKED)))
    look("channel")
    translators.install("en")
    page.hide()
    apply_theme(themed, "light")
    assert {name: words for name, words in found.items() if words} == {}
