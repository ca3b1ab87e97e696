"""A checked video on its way to YouTube: connected, refused, broken off, taken up again, bound."""

import functools
import json
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from small_edits import write_edit
from upload_maker import UNIT, in_background
from youtube_server import CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN, Trouble, YouTubeServer

from consentkit.cli.main import cli
from consentkit.domain.plan import Declaration, DeclaredFact, Disclosure, Override, PublishPlan
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import Purpose
from consentkit.domain.video_details import Privacy, VideoDetails
from consentkit.kernel.errors import (
    InputError,
    NotFoundError,
    RemoteRefusedError,
    ResourceError,
    StateError,
    VaultError,
)
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.services import workspace as workspace_module
from consentkit.services.preferences import save_preferences
from consentkit.services.stored_upload import ERASED_TITLE, UPLOAD
from consentkit.services.upload_views import ChannelState
from consentkit.services.uploading import Outside, UploadService

PASSPHRASE = "a passphrase for tests"
DETAILS = VideoDetails("Obrolan dengan Budi", "Isi", ("obrolan",))
NOT_SO = ("name_shown", "contact_shown", "special_shown", "rewarded", "synthetic")
PLAN = PublishPlan(
    platform="youtube",
    channel="Kanal",
    is_monetised=True,
    sponsor="",
    territory=("world",),
    is_made_for_kids=False,
    is_altered_content=False,
    source_platform="ometv",
    thumbnail=(),
    title=(),
    complaints=(),
    doubts=(),
    disclosures=(
        Disclosure(TimeRange(Fraction(0), Fraction(60)), "Shortened; the description says so."),
    ),
    overrides=(Override("evidence.time", "Only a demonstration authority here."),),
    declared=tuple(Declaration(DeclaredFact(name), is_true=False) for name in NOT_SO),
)
T = Trouble


@pytest.fixture(scope="module", name="running")
def make_running():
    with YouTubeServer() as server:
        yield server


@pytest.fixture(name="server")
def make_server(running, monkeypatch):
    running.reset()
    outside = Outside(
        running.endpoints, lambda _, cancel: cancel.check(), jitter=lambda: 0, chunk_bytes=UNIT
    )
    # Every workspace of these tests meets the server on this machine.
    made = functools.partial(UploadService, outside=outside)
    monkeypatch.setattr(workspace_module, "UploadService", made)
    return running


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording) -> Path:
    """Return six seconds of the first conversation, made large enough for three chunks."""
    path = tmp_path_factory.mktemp("edits") / "final cut.mp4"
    write_edit(sample_recording.path, path, ((3, 9),))
    # A box of the name "free" is skipped by readers of MP4 (ISO/IEC 14496-12, 8.1.2).
    size = 3 * UNIT - 1000 - path.stat().st_size
    with path.open("ab") as stream:
        stream.write(size.to_bytes(4, "big") + b"free" + b"\x55" * (size - 8))
    return path


@pytest.fixture(name="client_file")
def make_client_file(tmp_path):
    path = tmp_path / "client_secret_123.json"
    client = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    path.write_text(json.dumps({"installed": client}), encoding="utf-8")
    return path


@pytest.fixture(name="video")
def make_video(edit):
    """Return the video; what a test does to it is undone."""
    content = edit.read_bytes()
    yield edit
    edit.write_bytes(content)


def agreeing(server):
    """Return a browser in which the person agrees."""

    def open_browser(address):
        query = httpx.URL(address).params
        server.codes = AnyVerifier({"4/code": ""})
        back = {"code": "4/code", "state": query["state"]}
        in_background(lambda: httpx.get(query["redirect_uri"], params=back, trust_env=False))

    return open_browser


class AnyVerifier(dict):
    """Codes that any verifier fits; which one fits is tested with the client itself."""

    def pop(self, code, default=None):
        known = super().pop(code, None)
        return default if known is None else _Anything()


class _Anything:
    def __eq__(self, other):
        return True

    __hash__ = None


def sealed_and_checked(desk, video, plan=PLAN):
    """Return the record of who is in the video, and its check, which passes."""
    card = desk.workspace.askings.open_card("id", (), "Budi")
    draft = desk.draft(asking_id=card.asking.id, notice=card.asking.notice)
    sealed = desk.workspace.consents.seal(draft)
    checks = desk.workspace.checks
    made = checks.check(video, plan=plan)
    unknown = tuple(
        (item.span.lane, item.span.edit) for item in made.spans if item.verdict is Verdict.UNKNOWN
    )
    made = checks.mark_own(made.id, unknown, "an intro") if unknown else made
    assert made.is_passed
    return sealed.record, made


@pytest.fixture(scope="module", name="shelf")
def make_shelf(tmp_path_factory):
    """Return where the first test puts what it made, because making it takes seconds."""
    return {"folder": tmp_path_factory.mktemp("shelf") / "ready.ckvault"}


@pytest.fixture(name="ready")
def make_ready(server, filled, video, client_file, shelf):
    """Return a desk with a connected channel, a record and a passed check."""
    if "made" not in shelf:
        filled.reopen()
        filled.workspace.uploads.connect(client_file, agreeing(server), is_audited=True)
        shelf["made"] = sealed_and_checked(filled, video)
        filled.workspace.close()
        shutil.copytree(filled.folder, shelf["folder"])
    filled.workspace.close()
    shutil.rmtree(filled.folder)
    shutil.copytree(shelf["folder"], filled.folder)
    filled.reopen()
    filled.record, filled.check = shelf["made"]
    return filled


def test_a_passed_check_is_uploaded_and_bound_to_everybody_in_it(ready, server, video):
    uploads = ready.workspace.uploads
    news = []
    result = uploads.upload(ready.check.id, DETAILS, news.append)
    assert server.videos == {result.video_id: video.read_bytes()}
    [publication] = ready.workspace.publications.publications_of(ready.record.id)
    assert (publication.id, publication.video_id) == (result.publication_id, result.video_id)
    assert publication.sha256 == ready.check.sha256
    assert uploads.pending() == ()
    assert (result.privacy, result.is_locked) == (Privacy.PRIVATE, False)
    [session] = server.sessions.values()
    # What the details leave open is as the plan has it.
    assert session.resource["status"] == {
        "privacyStatus": "private",
        "selfDeclaredMadeForKids": False,
        "containsSyntheticMedia": False,
    }
    assert {"upload.digest", "upload.send"} <= {item.step for item in news}


def test_video_that_is_up_is_not_uploaded_again_until_it_was_taken_down(ready, server):
    uploads, publications = ready.workspace.uploads, ready.workspace.publications
    first = uploads.upload(ready.check.id, DETAILS)
    with pytest.raises(StateError, match=r"upload\.published"):
        uploads.upload(ready.check.id, DETAILS)
    assert len(server.videos) == 1
    publications.take_down(first.publication_id)
    assert uploads.upload(ready.check.id, DETAILS).video_id != first.video_id


def test_video_that_is_up_is_not_uploaded_again_by_another_check_of_it(ready, server, video):
    ready.workspace.uploads.upload(ready.check.id, DETAILS)
    ready.workspace.checks.remove(ready.check.id)
    made = ready.workspace.checks.check(video, plan=PLAN)
    assert made.id != ready.check.id
    with pytest.raises(StateError, match=r"upload\.published"):
        ready.workspace.uploads.upload(made.id, DETAILS)
    assert len(server.videos) == 1


def test_decision_that_holds_is_the_one_that_is_bound(ready):
    kit = ready.workspace.handing_over.prepare(ready.check.id)
    result = ready.workspace.uploads.upload(ready.check.id, DETAILS)
    made = ready.workspace.publications.get(result.publication_id)
    assert made.proof_id == kit.proof_id


def test_money_withdrawn_during_the_upload_keeps_its_end_from_being_sent(ready, server):
    def withdraw(update):
        if update.step == "upload.send" and update.done and not withdrawn:
            withdrawn.append(True)
            ready.clock.offset += timedelta(minutes=5)
            ready.workspace.consents.withdraw(ready.record.id, (Purpose.MONETISE_ADS,))

    withdrawn = []
    with pytest.raises(StateError, match=r"upload\.not-passed"):
        ready.workspace.uploads.upload(ready.check.id, DETAILS, withdraw)
    assert withdrawn
    assert not server.videos


def test_project_that_was_not_audited_after_all_is_noticed(ready, server):
    server.privacy = "private"
    details = replace(DETAILS, privacy=Privacy.PUBLIC)
    assert ready.workspace.uploads.upload(ready.check.id, details).is_locked


def test_channel_stays_connected_until_it_is_given_up(ready, server):
    assert ready.workspace.uploads.account().state is ChannelState.CONNECTED
    ready.reopen()
    uploads = ready.workspace.uploads
    account = uploads.account()
    assert (account.state, account.client_id) == (ChannelState.CONNECTED, CLIENT_ID)
    assert uploads.disconnect()
    assert server.is_revoked
    assert uploads.account().state is ChannelState.NONE
    with pytest.raises(StateError, match=r"upload\.not-connected"):
        uploads.upload(ready.check.id, DETAILS)
    with pytest.raises(StateError, match=r"upload\.not-connected"):
        uploads.disconnect()


def test_connecting_needs_an_audited_project_and_its_file(server, filled, client_file, tmp_path):
    filled.reopen()
    uploads = filled.workspace.uploads
    with pytest.raises(StateError, match=r"upload\.not-audited"):
        uploads.connect(client_file, agreeing(server), is_audited=False)
    with pytest.raises(InputError, match=r"file\.unreadable"):
        uploads.connect(tmp_path / "away.json", agreeing(server), is_audited=True)
    assert uploads.account().state is ChannelState.NONE
    filled.reopen(read_only=True)
    with pytest.raises(VaultError, match=r"vault\.read-only"):
        filled.workspace.uploads.connect(client_file, agreeing(server), is_audited=True)


def test_access_that_was_taken_back_is_shown_and_connecting_again_mends_it(
    ready, server, client_file
):
    server.is_revoked = True
    uploads = ready.workspace.uploads
    with pytest.raises(RemoteRefusedError, match=r"oauth\.revoked"):
        uploads.upload(ready.check.id, DETAILS)
    assert uploads.account().state is ChannelState.REVOKED
    assert uploads.pending() == ()
    server.is_revoked = False
    uploads.connect(client_file, agreeing(server), is_audited=True)
    assert uploads.upload(ready.check.id, DETAILS).video_id in server.videos


def test_what_may_not_be_published_is_not_uploaded(ready, server, video):
    uploads, checks = ready.workspace.uploads, ready.workspace.checks
    with pytest.raises(NotFoundError):
        uploads.upload("chk-aaaaaaaaaaaaaaaa", DETAILS)
    with pytest.raises(StateError, match=r"upload\.not-as-planned"):
        uploads.upload(ready.check.id, replace(DETAILS, is_made_for_kids=True))
    checks.set_plan(ready.check.id, replace(PLAN, platform="tiktok"))
    with pytest.raises(StateError, match=r"upload\.(other-platform|not-passed)"):
        uploads.upload(ready.check.id, DETAILS)
    checks.set_plan(ready.check.id, None)
    with pytest.raises(StateError, match=r"upload\.not-passed"):
        uploads.upload(ready.check.id, DETAILS)
    checks.set_plan(ready.check.id, PLAN)
    content = video.read_bytes()
    video.write_bytes(content + b"\0")
    with pytest.raises(StateError, match=r"upload\.other-file"):
        uploads.upload(ready.check.id, DETAILS)
    video.unlink()
    with pytest.raises(InputError, match=r"file\.unreadable"):
        uploads.upload(ready.check.id, DETAILS)
    video.write_bytes(content)
    ready.clock.offset = timedelta(minutes=5)
    ready.workspace.consents.withdraw(ready.record.id, [Purpose.PUBLISH])
    with pytest.raises(StateError, match=r"upload\.not-passed"):
        uploads.upload(ready.check.id, DETAILS)
    assert uploads.pending() == ()
    assert server.posts() == 0


def test_upload_that_broke_off_goes_on_after_a_restart_and_makes_one_video(ready, server, video):
    server.troubles.extend([T.NONE] + [T.CUT_IN_CHUNK, T.ERROR_500] * 5)
    with pytest.raises(ResourceError, match=r"youtube\.unreachable"):
        ready.workspace.uploads.upload(ready.check.id, DETAILS)
    server.troubles.clear()
    ready.reopen()
    uploads = ready.workspace.uploads
    [item] = uploads.pending()
    assert (item.check_id, item.path, item.title) == (ready.check.id, video, DETAILS.title)
    with pytest.raises(StateError, match=r"upload\.pending"):
        uploads.upload(ready.check.id, DETAILS)
    result = uploads.resume(item.id)
    assert server.videos == {result.video_id: video.read_bytes()}
    assert server.posts() == 1
    assert uploads.pending() == ()
    with pytest.raises(NotFoundError, match=r"upload\.not-found"):
        uploads.resume(item.id)


def broken_off_at_the_end(ready, server):
    """Begin an upload whose every byte arrives, and whose answer does not."""
    server.troubles.extend([T.NONE] * 3 + [T.CUT_BEFORE_ANSWER] + [T.ERROR_503] * 20)
    with pytest.raises(ResourceError):
        ready.workspace.uploads.upload(ready.check.id, DETAILS)
    server.troubles.clear()
    [item] = ready.workspace.uploads.pending()
    assert item.may_be_finished
    return item


def test_check_stays_while_its_video_may_be_on_youtube(ready, server):
    item = broken_off_at_the_end(ready, server)
    with pytest.raises(StateError, match=r"upload\.pending"):
        ready.workspace.checks.remove(ready.check.id)
    result = ready.workspace.uploads.resume(item.id)
    assert ready.workspace.publications.get(result.publication_id).check_id == ready.check.id
    ready.workspace.checks.remove(ready.check.id)


def test_withdrawal_after_a_break_still_binds_what_youtube_has(ready, server):
    item = broken_off_at_the_end(ready, server)
    ready.clock.offset = timedelta(minutes=5)
    ready.workspace.consents.withdraw(ready.record.id, [Purpose.PUBLISH])
    result = ready.workspace.uploads.resume(item.id)
    assert list(server.videos) == [result.video_id]
    [publication] = ready.workspace.publications.publications_of(ready.record.id)
    assert publication.video_id == result.video_id


def test_withdrawal_after_a_break_keeps_the_rest_from_being_sent(ready, server):
    server.troubles.extend([T.NONE] + [T.ERROR_500] * 10)
    with pytest.raises(ResourceError):
        ready.workspace.uploads.upload(ready.check.id, DETAILS)
    [item] = ready.workspace.uploads.pending()
    ready.clock.offset = timedelta(minutes=5)
    ready.workspace.consents.withdraw(ready.record.id, [Purpose.PUBLISH])
    with pytest.raises(StateError, match=r"upload\.not-passed"):
        ready.workspace.uploads.resume(item.id)
    assert server.videos == {}


def test_withdrawal_during_the_upload_keeps_its_end_from_being_sent(ready, server):
    def withdraw(update):
        if update.step == "upload.send" and update.done == UNIT:
            ready.clock.offset = timedelta(minutes=5)
            ready.workspace.consents.withdraw(ready.record.id, [Purpose.PUBLISH])

    with pytest.raises(StateError, match=r"upload\.not-passed"):
        ready.workspace.uploads.upload(ready.check.id, DETAILS, withdraw)
    assert server.videos == {}
    [item] = ready.workspace.uploads.pending()
    assert not item.may_be_finished


def test_forgotten_session_waits_for_a_person_and_then_begins_anew(ready, server):
    item = broken_off_at_the_end(ready, server)
    server.videos.clear()
    server.sessions["session-0"].video_id = ""
    server.sessions["session-0"].is_lost = True
    uploads = ready.workspace.uploads
    with pytest.raises(StateError, match=r"upload\.uncertain"):
        uploads.resume(item.id)
    assert server.posts() == 1
    result = uploads.resume(item.id, is_absent=True)
    assert list(server.videos) == [result.video_id]
    assert server.posts() == 2


def test_saying_it_is_not_there_makes_no_second_video_while_the_session_lives(ready, server):
    item = broken_off_at_the_end(ready, server)
    result = ready.workspace.uploads.resume(item.id, is_absent=True)
    assert list(server.videos) == [result.video_id]
    assert server.posts() == 1


def test_crash_between_upload_and_binding_is_made_good(ready, server, monkeypatch):
    uploads, publications = ready.workspace.uploads, ready.workspace.publications
    plain = publications.bind

    def crash(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(publications, "bind", crash)
    with pytest.raises(KeyboardInterrupt):
        uploads.upload(ready.check.id, DETAILS)
    monkeypatch.setattr(publications, "bind", plain)
    [item] = uploads.pending()
    assert item.video_id in server.videos
    # It had been bound before the crash in another case; both end with one binding.
    plain(ready.check.id, item.video_id, "Bound by hand")
    result = uploads.resume(item.id)
    assert result.video_id == item.video_id
    assert len(publications.cards()) == 1
    assert server.posts() == 1


KILLED = """
import functools
import sys
from consentkit.publish.endpoints import Endpoints
from consentkit.services import uploading, workspace
base = sys.argv.pop(1)
places = Endpoints(*(f"{base}/{name}" for name in ("auth", "token", "revoke", "videos")))
outside = uploading.Outside(places, chunk_bytes=256 * 1024)
workspace.UploadService = functools.partial(uploading.UploadService, outside=outside)
from consentkit.cli.main import main
main()
"""


def test_killed_program_leaves_an_upload_to_go_on_with(ready, server, video, tmp_path):
    ready.workspace.close()
    save_preferences(ready.preferences)
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    options = ["--vault", str(ready.folder), "--passphrase-file", str(secret), "--title", "Judul"]
    server.stall_from = UNIT
    server.stall = threading.Event()
    words = [sys.executable, "-c", KILLED, server.base, "upload", "video", str(video), *options]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as program:
        while not server.is_stalled.wait(0.1):
            assert program.poll() is None, program.stdout.read()
        program.kill()
    server.stall.set()
    server.stall = None
    ready.reopen()
    [item] = ready.workspace.uploads.pending()
    assert item.title == "Judul"
    result = ready.workspace.uploads.resume(item.id)
    assert server.videos == {result.video_id: video.read_bytes()}
    assert server.posts() == 1


def test_stop_keeps_what_was_begun_and_dropping_forgets_it(ready, server):
    cancel = CancelToken()

    def stop(update):
        if update.step == "upload.send":
            cancel.cancel()

    server.troubles.extend([T.NONE, T.ODD_PARTIAL])
    uploads = ready.workspace.uploads
    with pytest.raises(Cancelled):
        uploads.upload(ready.check.id, DETAILS, stop, cancel)
    [item] = uploads.pending()
    dropped = uploads.abandon(item.id)
    assert dropped.id == item.id
    assert uploads.pending() == ()
    assert uploads.upload(ready.check.id, DETAILS).video_id in server.videos


def ended_and_erased(desk):
    consents = desk.workspace.consents
    consents.withdraw(desk.record.id, [leaf.purpose for leaf in desk.record.permissions])
    consents.erase(desk.record.id, "asked for")


def test_erasing_takes_the_words_of_uploads_along(ready, server):
    item = broken_off_at_the_end(ready, server)
    ready.clock.offset = timedelta(minutes=5)
    ended_and_erased(ready)
    [kept] = ready.workspace.uploads.pending()
    assert (kept.id, kept.title) == (item.id, ERASED_TITLE)
    [document] = ready.workspace._vault.list_documents(UPLOAD)
    assert "Budi" not in document.body


def test_erasing_drops_uploads_that_cannot_have_ended(ready, server):
    server.troubles.extend([T.NONE] + [T.ERROR_500] * 10)
    with pytest.raises(ResourceError):
        ready.workspace.uploads.upload(ready.check.id, DETAILS)
    ready.clock.offset = timedelta(minutes=5)
    ended_and_erased(ready)
    assert ready.workspace.uploads.pending() == ()


# ── the command line ──


def run(desk, *arguments):
    secret = desk.folder.parent / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    options = ["--vault", str(desk.folder), "--passphrase-file", str(secret)]
    return CliRunner().invoke(cli, ["upload", *arguments, *options])


def test_whole_upload_by_the_command_line(
    server, filled, video, client_file, tmp_path, monkeypatch
):
    filled.reopen()
    _, check = sealed_and_checked(filled, video)
    save_preferences(filled.preferences)
    filled.workspace.close()
    monkeypatch.setattr("click.launch", agreeing(server))

    refused = run(filled, "connect", str(client_file), "--json")
    assert refused.exit_code == 1
    assert json.loads(refused.stdout)["error"] == "upload.not-audited"
    connected = run(filled, "connect", str(client_file), "--audited", "--json")
    assert connected.exit_code == 0, connected.output
    assert json.loads(connected.stdout)["state"] == "connected"
    assert REFRESH_TOKEN not in connected.output
    assert CLIENT_SECRET not in connected.output
    assert "locks videos" in run(filled, "status").stdout

    text = tmp_path / "description.txt"
    text.write_bytes("\ufeffBaris satu\r\nBaris dua\r\n".encode())
    wanted = ["--title", "Judul", "--description-file", str(text), "--tag", "obrolan", "--json"]
    server.troubles.extend([T.NONE] + [T.ERROR_500] * 10)
    broken = run(filled, "video", str(video), *wanted)
    assert broken.exit_code == 3
    [item] = json.loads(run(filled, "list", "--json").stdout)
    assert item["check_id"] == check.id
    assert "session_uri" not in item
    resumed = run(filled, "resume", item["id"], "--json")
    assert resumed.exit_code == 0, resumed.output
    answer = json.loads(resumed.stdout)
    assert answer["url"].endswith(answer["video_id"])
    [session] = server.sessions.values()
    assert session.resource["snippet"]["description"] == "Baris satu\nBaris dua"
    assert "Nothing was begun." in run(filled, "list").stdout

    assert run(filled, "video", check.id, "--title", "<b>").exit_code == 2
    assert run(filled, "video", str(tmp_path / "no.mp4"), "--title", "x").exit_code == 2
    assert run(filled, "abandon", "upl-aaaaaaaaaaaaaaaa").exit_code == 2
    assert json.loads(run(filled, "disconnect", "--json").stdout)["revoked"] is True
