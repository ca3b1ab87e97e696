"""The resumable protocol: every documented way to fail, and exactly one video at the end."""

import json
import logging
import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from upload_maker import UNIT, Uploader, in_background, write_noise
from youtube_server import REFRESH_TOKEN, Trouble, YouTubeServer

from consentkit.domain.video_details import Privacy, VideoDetails
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import (
    LimitError,
    MalformedError,
    RemoteRefusedError,
    ResourceError,
    StateError,
)
from consentkit.kernel.progress import Cancelled, CancelToken, silent
from consentkit.publish.checked_file import BLOCK_BYTES, CheckedFile
from consentkit.publish.youtube_upload import FRUITLESS_MAX, Surroundings

SIZE = 3 * UNIT + 77
T = Trouble


@pytest.fixture(scope="module", name="running")
def make_running():
    with YouTubeServer() as server:
        yield server


@pytest.fixture(name="server")
def make_server(running):
    running.reset()
    return running


@pytest.fixture(name="uploader")
def make_uploader(server, tmp_path):
    return Uploader(server, write_noise(tmp_path / "video.mp4", SIZE))


def queries(server):
    return sum(1 for _, _, fields in server.requests if "*/" in fields.get("Content-Range", ""))


def only_video(uploader):
    [content] = uploader.server.videos.values()
    assert content == uploader.path.read_bytes()
    return next(iter(uploader.server.videos))


# ── what is sent ──


def test_file_arrives_whole_in_chunks_and_the_video_is_named(uploader):
    video = uploader.run()
    assert video.video_id == only_video(uploader)
    assert video.privacy is Privacy.PRIVATE
    ranges = [
        fields["Content-Range"] for method, _, fields in uploader.server.requests if method == "PUT"
    ]
    assert ranges == [
        f"bytes 0-{UNIT - 1}/{SIZE}",
        f"bytes {UNIT}-{2 * UNIT - 1}/{SIZE}",
        f"bytes {2 * UNIT}-{3 * UNIT - 1}/{SIZE}",
        f"bytes {3 * UNIT}-{SIZE - 1}/{SIZE}",
    ]


def test_session_is_opened_with_size_kind_and_resource(uploader):
    uploader.details = VideoDetails(
        "Judul",
        "Isi",
        ("satu", "dua kata"),
        "24",
        "id",
        Privacy.PRIVATE,
        is_made_for_kids=False,
        is_synthetic=True,
        publish_at=datetime(2026, 12, 1, 9, tzinfo=UTC),
    )
    uploader.run()
    [session] = uploader.server.sessions.values()
    assert session.resource == {
        "snippet": {
            "title": "Judul",
            "description": "Isi",
            "tags": ["satu", "dua kata"],
            "categoryId": "24",
            "defaultLanguage": "id",
        },
        "status": {
            "privacyStatus": "private",
            "selfDeclaredMadeForKids": False,
            "containsSyntheticMedia": True,
            "publishAt": "2026-12-01T09:00:00Z",
        },
    }
    headers = uploader.server.requests[1][2]
    assert headers["X-Upload-Content-Length"] == str(SIZE)
    assert headers["X-Upload-Content-Type"] == "application/octet-stream"


def test_session_is_kept_before_the_first_byte_and_marked_before_the_last(uploader):
    uploader.run()
    first, marked = uploader.keeps
    assert not first.may_be_finished
    assert marked == replace(first, may_be_finished=True)


def test_progress_counts_bytes_up_to_the_size(uploader):
    uploader.run()
    sent = [news for news in uploader.news if news.step == "upload.send"]
    assert {news.total for news in sent} == {SIZE}
    assert [news.done for news in sent] == sorted(news.done for news in sent)


def test_chunks_that_youtube_would_not_take_are_refused(uploader):
    with pytest.raises(MalformedError):
        Surroundings(None, "", None, None, None, None, None, UNIT + 1)


# ── documented troubles ──


@pytest.mark.parametrize("place", range(1, 6))
@pytest.mark.parametrize(
    "trouble",
    [
        T.PARTIAL,
        T.ODD_PARTIAL,
        T.FORGETFUL,
        T.UNAUTHORIZED,
        T.RATE_LIMIT,
        T.ERROR_500,
        T.ERROR_502,
        T.ERROR_503,
        T.ERROR_503_KEPT,
        T.CUT_IN_CHUNK,
        T.CUT_BEFORE_ANSWER,
        T.HALF_ANSWER,
    ],
)
def test_one_trouble_anywhere_still_ends_with_one_video(uploader, trouble, place):
    uploader.server.troubles.extend([T.NONE] * (place - 1) + [trouble])
    assert uploader.run().video_id == only_video(uploader)


def test_after_a_cut_the_session_is_asked_before_anything_is_sent(uploader):
    uploader.server.troubles.extend([T.NONE, T.NONE, T.CUT_IN_CHUNK])
    uploader.run()
    order = [
        fields["Content-Range"] for method, _, fields in uploader.server.requests if method == "PUT"
    ]
    assert order[2] == f"bytes */{SIZE}"
    # Half of the second chunk had arrived, and is not sent again.
    assert order[3].startswith(f"bytes {UNIT + UNIT // 2}-")


def test_lost_final_answer_makes_no_second_video(uploader):
    uploader.server.troubles.extend([T.NONE] * 4 + [T.CUT_BEFORE_ANSWER])
    video = uploader.run()
    assert video.video_id == only_video(uploader)
    assert uploader.server.posts() == 1
    assert queries(uploader.server) == 1


def test_pauses_grow_and_stop_growing(uploader):
    uploader.server.troubles.extend([T.NONE] + [T.ERROR_503] * (FRUITLESS_MAX - 1))
    uploader.run()
    assert uploader.pauses == [1.5, 2.5, 4.5, 8.5, 16.5, 32.5, 64.5, 64.5, 64.5]


def test_server_that_stays_in_trouble_is_left_and_taken_up_again_later(uploader):
    uploader.server.troubles.extend([T.NONE, T.NONE] + [T.ERROR_500] * FRUITLESS_MAX)
    with pytest.raises(ResourceError, match=r"youtube\.unreachable"):
        uploader.run()
    assert uploader.run().video_id == only_video(uploader)
    assert uploader.server.posts() == 1


def test_unauthorised_twice_ends_it(uploader):
    uploader.server.troubles.extend([T.NONE, T.UNAUTHORIZED, T.UNAUTHORIZED])
    with pytest.raises(RemoteRefusedError, match=r"youtube\.not-authorised"):
        uploader.run()
    assert uploader.kept is not None


@pytest.mark.parametrize(
    ("trouble", "code"),
    [(T.QUOTA, "youtube.quota"), (T.UPLOAD_LIMIT, "youtube.upload-limit")],
)
def test_limits_are_told_apart_and_nothing_is_begun_or_lost(uploader, trouble, code):
    uploader.server.troubles.append(trouble)
    with pytest.raises(RemoteRefusedError) as caught:
        uploader.run()
    assert caught.value.code == code
    assert (uploader.kept, uploader.pauses) == (None, [])
    assert uploader.run().video_id == only_video(uploader)


@pytest.mark.parametrize(
    ("status", "reason", "code"),
    [
        (403, "forbidden", "youtube.forbidden"),
        (403, "quotaExceeded", "youtube.quota"),
        (429, "quotaExceeded", "youtube.quota"),
        (401, "youtubeSignupRequired", "youtube.no-channel"),
        (400, "invalidTitle", "youtube.details"),
        (400, "somethingElse", "youtube.refused"),
        (403, "<b>not a word</b>", "youtube.refused"),
    ],
)
def test_reasons_lead_to_codes_of_their_own(uploader, status, reason, code):
    error = {"error": {"errors": [{"reason": reason}]}}
    uploader.server.begin_answer = (status, json.dumps(error).encode())
    with pytest.raises(RemoteRefusedError) as caught:
        uploader.run()
    assert caught.value.code == code
    assert "<" not in str(caught.value)


def test_session_that_expired_unfinished_is_begun_anew(uploader):
    uploader.server.troubles.extend([T.NONE, T.NONE, T.EXPIRED])
    assert uploader.run().video_id == only_video(uploader)
    assert uploader.server.posts() == 2
    assert None in uploader.keeps


def test_session_gone_after_the_last_chunk_is_not_begun_anew(uploader):
    uploader.server.troubles.extend([T.NONE] * 4 + [T.CUT_BEFORE_ANSWER])
    with pytest.raises(StateError, match=r"upload\.uncertain"):
        run_while_the_session_is_lost_at_the_query(uploader)
    assert uploader.server.posts() == 1
    assert len(uploader.server.videos) == 1


def run_while_the_session_is_lost_at_the_query(uploader):
    plain = uploader.pause

    def pause(seconds, cancel):
        for session in uploader.server.sessions.values():
            session.is_lost = True
        plain(seconds, cancel)

    uploader.pause = pause
    uploader.run()


def test_sessions_lost_again_and_again_end_it(uploader):
    uploader.server.troubles.extend([T.NONE, T.EXPIRED] * 4)
    with pytest.raises(RemoteRefusedError, match=r"youtube\.session-lost"):
        uploader.run()


def test_asking_sends_no_byte_and_finds_a_finished_video(uploader):
    uploader.server.troubles.extend([T.NONE] * 4 + [T.CUT_BEFORE_ANSWER] + [T.ERROR_500] * 10)
    with pytest.raises(ResourceError):
        uploader.run()
    before = len(uploader.server.requests)
    assert uploader.ask().video_id == only_video(uploader)
    lengths = {
        fields["Content-Length"]
        for _, name, fields in uploader.server.requests[before:]
        if name.startswith("session")
    }
    assert lengths == {"0"}


def test_asking_about_an_unfinished_upload_says_so(uploader):
    uploader.server.troubles.extend([T.NONE, T.NONE] + [T.ERROR_500] * 10)
    with pytest.raises(ResourceError):
        uploader.run()
    assert uploader.ask() is None
    assert not uploader.server.videos


# ── stopping ──


def test_stop_before_the_last_chunk_sends_none_of_it(uploader):
    def withdrawn():
        raise StateError("upload.not-passed")

    uploader.before_last = withdrawn
    with pytest.raises(StateError, match=r"upload\.not-passed"):
        uploader.run()
    assert not uploader.server.videos
    assert not uploader.kept.may_be_finished


def test_stop_is_heard_while_the_server_says_nothing_and_the_session_stays(uploader):
    uploader.server.stall = threading.Event()
    thread, outcome = in_background(uploader.run)
    assert uploader.server.is_stalled.wait(10)
    uploader.cancel.cancel()
    # The server would say nothing for 20 seconds; joining for less shows that nobody waited.
    thread.join(5)
    assert isinstance(outcome[0], Cancelled)
    uploader.server.stall.set()
    uploader.server.stall = None
    uploader.cancel = CancelToken()
    assert uploader.run().video_id == only_video(uploader)
    assert uploader.server.posts() == 1


def test_server_that_falls_silent_counts_as_gone(uploader):
    uploader.silence_s = 0.2
    uploader.server.stall = threading.Event()
    with pytest.raises(ResourceError, match=r"youtube\.unreachable"):
        uploader.run()
    uploader.server.stall.set()


# ── the file ──


def test_other_file_than_the_checked_one_is_not_begun(uploader):
    with pytest.raises(StateError, match=r"upload\.other-file"):
        uploader.run("0" * 64)
    assert not uploader.server.requests


def test_empty_file_is_refused(uploader):
    uploader.path.write_bytes(b"")
    with pytest.raises(LimitError, match=r"upload\.empty"):
        uploader.run()


def test_session_of_another_file_is_not_continued(uploader, tmp_path):
    uploader.server.troubles.extend([T.NONE, T.NONE] + [T.ERROR_500] * 10)
    with pytest.raises(ResourceError):
        uploader.run()
    uploader.path = write_noise(tmp_path / "other.mp4", SIZE + 1)
    with pytest.raises(StateError, match=r"upload\.other-file"):
        uploader.run()


def test_file_changed_while_uploading_is_noticed_before_it_leaves(uploader):
    def change():
        content = bytearray(uploader.path.read_bytes())
        content[-1] ^= 1
        uploader.path.write_bytes(content)

    uploader.before_last = change
    with pytest.raises(StateError, match=r"upload\.file-changed"):
        uploader.run()
    assert not uploader.server.videos


def test_file_cut_short_while_uploading_is_noticed(uploader):
    uploader.before_last = lambda: uploader.path.write_bytes(b"short")
    with pytest.raises(StateError, match=r"upload\.file-changed"):
        uploader.run()
    assert not uploader.server.videos


def test_pieces_from_any_byte_to_any_other_are_those_of_the_file(tmp_path):
    path = write_noise(tmp_path / "large.bin", 2 * BLOCK_BYTES + 5)
    whole = path.read_bytes()
    with CheckedFile(path, sha256_hex(whole), silent, CancelToken()) as file:
        for start, end in ((0, 1), (BLOCK_BYTES - 1, BLOCK_BYTES + 1), (7, len(whole)), (3, 3)):
            assert b"".join(file.pieces(start, end, CancelToken())) == whole[start:end]


# ── a server that means harm ──


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/videos?upload_id=x",
        "http://127.0.0.1:1/videos?upload_id=x",
        "http://127.0.0.1@evil.example/videos?upload_id=x",
        "//evil.example/videos?upload_id=x",
        "{base}/elsewhere?upload_id=x",
        "{base}/videos",
        "{base}/videos?upload_id=x#fragment",
        "{base}\\@evil.example/videos?upload_id=x",
        "file:///etc/passwd?upload_id=x",
        "{base}/videos?upload_id=" + "x" * 5000,
    ],
)
def test_session_elsewhere_is_refused_and_gets_no_byte(uploader, location):
    uploader.server.location = location.replace("{base}", uploader.server.base)
    with pytest.raises(RemoteRefusedError, match=r"youtube\.session-address"):
        uploader.run()
    assert uploader.kept is None


def test_redirects_are_not_followed(uploader):
    where = [("Location", uploader.server.base + "/videos")]
    uploader.server.begin_answer = (307, b"", where)
    with pytest.raises(RemoteRefusedError, match=r"youtube\.redirect"):
        uploader.run()
    assert uploader.server.posts() == 1


@pytest.mark.parametrize(
    "answer",
    [
        (308, b"", [("Range", "bytes=0-99999999")]),
        (308, b"", [("Range", f"bytes=0-{SIZE - 2}")]),
        (308, b"", [("Range", "bytes=5-9")]),
        (308, b"", [("Range", "bytes=0--1")]),
        (308, b"", [("Range", "many")]),
        (200, b'{"id": "video-00000"}', []),
    ],
)
def test_progress_that_cannot_be_is_refused(uploader, answer):
    uploader.server.chunk_answer = answer
    with pytest.raises(RemoteRefusedError, match=r"youtube\.not-an-answer"):
        uploader.run()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b'{"id": 7}',
        b'{"id": "../../etc/pw"}',
        b'{"id": "video-00000", "id": "video-00001"}',
        b"[" * 100_000,
        b'{"id": "v\xff"}',
    ],
)
def test_final_answer_that_names_no_video_is_refused_and_can_be_asked_again(uploader, body):
    uploader.server.troubles.extend([T.NONE] * 4)
    plain = uploader.before_last

    def at_last():
        uploader.server.chunk_answer = (200, body, [])
        plain()

    uploader.before_last = at_last
    with pytest.raises(RemoteRefusedError, match=r"youtube\.not-an-answer"):
        uploader.run()
    uploader.server.chunk_answer = None
    assert uploader.run().video_id == only_video(uploader)


def test_answer_larger_than_any_is_not_read_to_its_end(uploader):
    uploader.server.begin_answer = (400, b"x" * (2 * 1024 * 1024), [])
    with pytest.raises(RemoteRefusedError, match=r"web\.too-long"):
        uploader.run()


def test_server_that_forgets_every_chunk_is_left_after_pauses(uploader):
    uploader.server.troubles.extend([T.NONE] + [T.FORGETFUL] * 40)
    with pytest.raises(ResourceError, match=r"youtube\.unreachable"):
        uploader.run()
    assert len(uploader.server.requests) < 40


def test_server_that_refuses_tokens_for_chunks_alone_is_left(uploader):
    uploader.server.troubles.extend([T.NONE] + [T.UNAUTHORIZED, T.NONE] * 20)
    with pytest.raises(RemoteRefusedError, match=r"youtube\.not-authorised"):
        uploader.run()


def test_no_secret_reaches_a_log_an_error_or_a_repr(uploader, caplog):
    caplog.set_level(logging.DEBUG)
    uploader.server.troubles.extend([T.NONE, T.UNAUTHORIZED] + [T.ERROR_500] * 10)
    with pytest.raises(ResourceError) as caught:
        uploader.run()
    said = caplog.text + repr(caught.value) + str(caught.value) + repr(uploader.kept)
    for secret in ("access-token", REFRESH_TOKEN, "upload_id", "session-0", "not-a-real"):
        assert secret not in said
