"""A finished video held against a vault: found, judged, kept, judged anew, marked, forgotten."""

import json
import shutil
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_edits import put_into_another_container, write_edit

from consentkit.cli.check import _lines, parse_rate
from consentkit.cli.main import cli
from consentkit.domain.claims import ClaimState
from consentkit.domain.coverage import Lane
from consentkit.domain.evidence import Answer
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import InputError, MalformedError, NotFoundError, VaultError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_views import Outdated
from consentkit.services.preferences import save_preferences
from consentkit.services.stored_check import EditFacts
from consentkit.services.twins import Twins
from consentkit.wire.v1.stored import decode_stored, encode_stored

PASSPHRASE = "a passphrase for tests"
LEAD_IN = 4.0
EDL = """TITLE: Cut
FCM: NON-DROP FRAME

001  CHAT     V     C        00:00:03:00 00:00:09:00 00:00:04:00 00:00:10:00
* FROM CLIP NAME: chat.mp4
"""


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording) -> Path:
    """Return four seconds of unknown footage and six of the first conversation; never write it."""
    path = tmp_path_factory.mktemp("edits") / "final cut.mp4"
    write_edit(sample_recording.path, path, ((3, 9),), lead_in=LEAD_IN)
    return path


def lane(check, name):
    return [item for item in check.spans if item.span.lane is name]


def seconds(spans, verdict):
    return sum(float(item.span.edit.duration) for item in spans if item.verdict is verdict)


def test_what_nobody_agreed_to_is_found_and_stands_in_the_way(filled, edit):
    seen = []
    check = filled.workspace.checks.check(edit, on_provisional=seen.append)
    assert [item.is_provisional for item in seen] == [True]
    assert not seen[0].is_passed
    assert not seen[0].is_saved
    assert not check.is_provisional
    assert not check.is_passed
    assert check.reasons[0] == "core.no-consent"
    sound = lane(check, Lane.SOUND)
    assert sound[0].span.edit.start == 0
    assert sound[-1].span.edit.end == check.duration
    first = filled.recording.conversations[0].conversation
    assert {item.span.conversation_id for item in sound if item.span.match} == {first.id}
    assert seconds(sound, Verdict.BLOCKED) == pytest.approx(6, abs=1)
    assert seconds(sound, Verdict.UNKNOWN) == pytest.approx(LEAD_IN, abs=1)
    assert check.filmstrip.jpegs
    assert check.waveform.peaks
    assert check.recordings_compared == 1


def test_a_second_check_of_the_same_video_takes_its_place_and_decodes_nothing(filled, edit):
    checks = filled.workspace.checks
    first = checks.check(edit)
    steps = []
    again = checks.check(edit, progress=lambda update: steps.append(update.step))
    assert again.id == first.id
    assert again.spans == first.spans
    assert "check.scan" not in steps
    assert [card.id for card in checks.cards()] == [first.id]
    assert checks.cards()[0].thumbnail.startswith(b"\xff\xd8")


def test_a_permission_outdates_the_check_and_judging_anew_covers_it(filled, edit):
    checks = filled.workspace.checks
    made = checks.check(edit)
    filled.workspace.consents.seal(filled.draft())
    old = checks.get(made.id)
    assert old.outdated == {Outdated.CONSENTS}
    assert old.spans == made.spans
    anew = checks.rejudge(made.id)
    assert anew.outdated == frozenset()
    assert seconds(lane(anew, Lane.SOUND), Verdict.CLEARED) == pytest.approx(6, abs=1)
    assert anew.totals[0].partner == "Budi"
    assert anew.totals[0].verdict is Verdict.CLEARED


def test_a_withdrawal_outdates_it_again(filled, edit):
    checks = filled.workspace.checks
    sealed = filled.workspace.consents.seal(filled.draft())
    made = checks.check(edit)
    filled.clock.offset = timedelta(minutes=1)
    filled.workspace.consents.withdraw(sealed.record.id, [Purpose.PUBLISH])
    assert checks.get(made.id).outdated == {Outdated.CONSENTS}
    blocked = [item for item in checks.rejudge(made.id).spans if item.verdict is Verdict.BLOCKED]
    assert {(item.reasons, item.details) for item in blocked} == {
        (("core.not-given",), ("withdrawn",))
    }


def test_a_refusal_is_named(filled, edit):
    filled.workspace.consents.seal(filled.draft(answer=Answer.NO))
    check = filled.workspace.checks.check(edit)
    assert "core.not-given" in check.reasons
    assert {item.details for item in check.spans if item.verdict is Verdict.BLOCKED} == {
        ("refused",)
    }


def test_own_material_is_marked_logged_kept_and_taken_back(filled, edit):
    checks = filled.workspace.checks
    made = checks.check(edit)
    unknown = [item.span for item in made.spans if item.verdict is Verdict.UNKNOWN]
    stretches = tuple((span.lane, span.edit) for span in unknown)
    marked = checks.mark_own(made.id, stretches, "my intro")
    assert {item.verdict for item in marked.spans} == {Verdict.OWN, Verdict.BLOCKED}
    assert {mark.reason for mark in marked.own_marks} == {"my intro"}
    assert filled.workspace.activity.rows()[0].kind == "own"
    again = checks.check(edit)
    assert again.own_marks == marked.own_marks
    back = checks.unmark_own(made.id, stretches)
    assert back.spans == made.spans
    assert filled.workspace.activity.rows()[0].kind == "not-own"


def test_a_mark_never_covers_somebody(filled, edit):
    checks = filled.workspace.checks
    made = checks.check(edit)
    everything = tuple((item.span.lane, item.span.edit) for item in made.spans)
    marked = checks.mark_own(made.id, everything, "all mine")
    assert not marked.is_passed
    before = seconds(made.spans, Verdict.BLOCKED)
    assert seconds(marked.spans, Verdict.BLOCKED) == before


def test_a_mark_needs_a_reason(filled, edit):
    made = filled.workspace.checks.check(edit)
    with pytest.raises(MalformedError):
        filled.workspace.checks.mark_own(made.id, ((Lane.SOUND, made.spans[0].span.edit),), "  ")


def test_a_new_recording_outdates_a_check_and_making_it_anew_needs_no_file(
    filled, edit, tmp_path, sample_recording
):
    mine = tmp_path / "cut.mp4"
    shutil.copy(edit, mine)
    checks = filled.workspace.checks
    made = checks.check(mine)
    filled.clock.offset = timedelta(minutes=1)
    other = tmp_path / "other.mp4"
    write_edit(sample_recording.path, other, ((14, 26),))
    filled.workspace.recordings.add(other)
    assert Outdated.RECORDINGS in checks.get(made.id).outdated
    mine.unlink()
    anew = checks.check_again(made.id)
    assert anew.id == made.id
    assert anew.is_missing
    assert anew.recordings_compared == 2
    assert checks.get(made.id).outdated == frozenset()


def test_a_removed_check_can_be_brought_back(filled, edit):
    checks = filled.workspace.checks
    made = checks.check(edit)
    checks.remove(made.id)
    assert checks.cards() == ()
    with pytest.raises(NotFoundError):
        checks.get(made.id)
    checks.bring_back(made.id)
    assert checks.get(made.id).spans == made.spans
    checks.remove(made.id)
    workspace = filled.reopen()
    assert workspace.checks.cards() == ()
    assert list(filled.folder.glob("edits/*")) == []


def test_a_vault_that_is_only_read_checks_and_keeps_nothing(filled, edit):
    before = sorted(filled.folder.rglob("*"))
    reader = filled.reopen(read_only=True)
    check = reader.checks.check(edit)
    assert not check.is_saved
    assert seconds(lane(check, Lane.SOUND), Verdict.BLOCKED) == 0
    with pytest.raises(VaultError):
        reader.checks.mark_own(check.id, (), "mine")
    assert [path for path in sorted(filled.folder.rglob("*")) if path not in before] == []


def test_an_empty_vault_leaves_everything_unknown(desk, edit):
    check = desk.workspace.checks.check(edit)
    assert not desk.workspace.checks.has_recordings()
    assert {item.verdict for item in lane(check, Lane.PICTURE) + lane(check, Lane.SOUND)} <= {
        Verdict.UNKNOWN,
        Verdict.OWN,
    }
    assert check.undecided_s > 9
    assert check.recordings_compared == 0


@pytest.mark.parametrize(("has_picture", "has_sound"), [(True, False), (False, True)])
def test_a_video_with_one_lane_is_judged_by_it_alone(
    filled, sample_recording, tmp_path, has_picture, has_sound
):
    path = tmp_path / "half.mp4"
    write_edit(sample_recording.path, path, ((3, 8),), has_picture=has_picture, has_sound=has_sound)
    check = filled.workspace.checks.check(path)
    assert set(check.lanes) <= ({Lane.PICTURE} if has_picture else {Lane.SOUND})
    assert {item.span.lane for item in check.spans} == set(check.lanes)


def test_a_recording_that_moved_away_is_still_matched(filled, edit, tmp_path, sample_recording):
    library = filled.workspace.recordings
    copy = tmp_path / "moved.mp4"
    shutil.copy(sample_recording.path, copy)
    library.relocate(filled.recording.recording.id, copy)
    copy.unlink()
    check = filled.workspace.checks.check(edit)
    assert check.totals[0].recording_title == "chat.mp4"
    assert seconds(lane(check, Lane.SOUND), Verdict.BLOCKED) == pytest.approx(6, abs=1)


def test_a_recording_added_twice_in_other_files_counts_as_one(
    filled, edit, tmp_path, sample_recording
):
    filled.workspace.consents.seal(filled.draft())
    twin, other = tmp_path / "twin.mkv", tmp_path / "other.mp4"
    put_into_another_container(sample_recording.path, twin)
    write_edit(sample_recording.path, other, ((14, 26),))
    filled.clock.offset = timedelta(minutes=1)
    added = filled.workspace.recordings.add(twin).recording.id
    filled.workspace.recordings.add(other)
    timeline = tmp_path / "cut.edl"
    timeline.write_text(EDL.replace("chat.mp4", "twin.mkv"), encoding="utf-8")
    checks = filled.workspace.checks
    check = checks.check(edit, timeline=timeline, rate=Fraction(25))
    own = filled.recording.recording.id
    assert {item.recording_id for item in check.totals} == {own}
    assert seconds(lane(check, Lane.SOUND), Verdict.CLEARED) == pytest.approx(6, abs=1)
    assert check.claims[0].state is not ClaimState.CONTRADICTED
    twins = Twins(filled.workspace._vault, filled.workspace.recordings)
    assert [twins.of(key) for key in (own, added)] == [(own, added), (own, added)]


def test_a_recording_that_was_removed_leaves_its_stretches_undecided(filled, edit):
    checks = filled.workspace.checks
    made = checks.check(edit)
    filled.workspace.recordings.remove(filled.recording.recording.id)
    old = checks.get(made.id)
    assert Outdated.CONSENTS in old.outdated
    assert checks.rejudge(made.id).undecided_s == made.duration


def test_a_check_that_is_not_there_is_called_a_check(filled):
    with pytest.raises(NotFoundError) as caught:
        filled.workspace.checks.remove("chk-x")
    assert caught.value.code == "check.not-found"


def test_a_stop_keeps_nothing(filled, edit):
    cancel = CancelToken()

    def stop(_check):
        cancel.cancel()

    with pytest.raises(Cancelled):
        filled.workspace.checks.check(edit, cancel=cancel, on_provisional=stop)
    assert filled.workspace.checks.cards() == ()


def test_what_is_no_video_is_refused_and_nothing_is_kept(filled, tmp_path):
    path = tmp_path / "x.mp4"
    path.write_bytes(b"no video at all")
    with pytest.raises(InputError):
        filled.workspace.checks.check(path)
    with pytest.raises(InputError):
        filled.workspace.checks.check(tmp_path / "nowhere.mp4")
    assert filled.workspace.checks.cards() == ()


def test_erasing_a_person_takes_their_pictures_and_name_out_of_kept_checks(filled, edit):
    sealed = filled.workspace.consents.seal(filled.draft())
    checks = filled.workspace.checks
    made = checks.check(edit)
    assert made.totals[0].partner == "Budi"
    shown = [item.span.edit for item in made.spans if item.span.match]
    filled.clock.offset = timedelta(minutes=1)
    filled.workspace.consents.withdraw(sealed.record.id, sealed.record.purposes)
    filled.workspace.consents.erase(sealed.record.id, "asked to")
    left = checks.get(made.id)
    assert {total.partner for total in left.totals} == {""}
    assert not any(edit.contains(at) for edit in shown for at in left.filmstrip.times)
    assert len(left.filmstrip.jpegs) < len(made.filmstrip.jpegs)


def test_a_timeline_is_a_claim(filled, edit, tmp_path):
    path = tmp_path / "cut.edl"
    path.write_text(EDL, encoding="utf-8")
    checks = filled.workspace.checks
    with pytest.raises(InputError) as caught:
        checks.check(edit, timeline=path)
    assert caught.value.code == "timeline.rate-needed"
    (claim,) = checks.check(edit, timeline=path, rate=Fraction(25)).claims
    assert claim.recording_id == filled.recording.recording.id
    assert claim.edit == TimeRange(Fraction(4), Fraction(10))
    assert claim.state in {ClaimState.CONFIRMED, ClaimState.NOT_SEEN}


# The command line


@pytest.fixture(name="run")
def make_run(filled, tmp_path):
    save_preferences(filled.preferences)
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    filled.workspace.close()

    def run(*words):
        options = ["--vault", str(filled.folder), "--passphrase-file", str(secret)]
        return CliRunner().invoke(cli, [*map(str, words), *options])

    return run


def test_the_command_answers_by_schema_and_exit_code(run, edit, filled):
    result = run("check", edit, "--json")
    assert result.exit_code == 1, result.output
    report = json.loads(result.stdout)
    assert report["schema"] == "consentkit.check/1"
    assert report["decision"] == "blocked"
    assert {span["verdict"] for span in report["spans"]} >= {"blocked", "unknown"}
    assert report["policies"] == [{"id": "core", "version": "1"}]
    workspace = filled.reopen()
    workspace.consents.seal(filled.draft())
    unknown = [
        (item.span.lane, item.span.edit)
        for item in workspace.checks.get(workspace.checks.cards()[0].id).spans
        if item.verdict is Verdict.UNKNOWN
    ]
    workspace.checks.mark_own(workspace.checks.cards()[0].id, tuple(unknown), "intro")
    workspace.close()
    passed = run("check", edit, "--json")
    assert passed.exit_code == 0, passed.output
    assert json.loads(passed.stdout)["decision"] == "pass"


def test_the_command_speaks_in_sentences(run, edit):
    said = run("check", edit).stdout
    assert "1 person, 0 covered." in said
    assert "need a decision." in said
    assert "No permission is recorded for this person." in said


def test_a_quick_look_never_passes_and_is_not_kept(run, edit):
    result = run("check", edit, "--quick", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["provisional"] is True
    assert json.loads(run("checks", "list", "--json").stdout) == []


def test_checks_are_listed_shown_and_removed(run, edit):
    run("check", edit)
    (card,) = json.loads(run("checks", "list", "--json").stdout)
    assert not card["is_passed"]
    assert json.loads(run("checks", "show", card["id"], "--json").stdout)["decision"] == "blocked"
    assert run("checks", "remove", card["id"]).exit_code == 0
    assert run("checks", "show", card["id"]).exit_code == 2


def test_own_material_is_listed_and_taken_back_by_command(run, edit):
    said = run("check", edit).stdout
    (card,) = json.loads(run("checks", "list", "--json").stdout)
    assert card["id"] in said
    listed = run("checks", "own", card["id"], "--all", "--reason", "my intro", "--json")
    assert listed.exit_code == 1, listed.output
    assert {span["verdict"] for span in json.loads(listed.stdout)["spans"]} == {"blocked", "own"}
    nothing = run("checks", "own", card["id"], "0:00-9:59:59", "--reason", "mine")
    assert (nothing.exit_code, "from your recordings" in nothing.stderr) == (2, True)
    assert run("checks", "not-own", card["id"], "--all", "--lane", "sound").exit_code == 0
    back = run("checks", "not-own", card["id"], "0:00-9:59:59", "--json")
    assert {span["verdict"] for span in json.loads(back.stdout)["spans"]} == {"blocked", "unknown"}
    assert run("checks", "not-own", card["id"], "--all").exit_code == 2
    assert run("checks", "own", card["id"], "--reason", "mine").exit_code == 2
    assert run("checks", "own", card["id"], "--all", "--reason", "").exit_code == 2


def test_a_rate_that_is_missing_or_wrong_is_exit_code_2(run, edit, tmp_path):
    path = tmp_path / "cut.edl"
    path.write_text(EDL, encoding="utf-8")
    missing = run("check", edit, "--timeline", path)
    assert (missing.exit_code, "--rate" in missing.stderr) == (2, True)
    assert run("check", edit, "--timeline", path, "--rate", "many").exit_code == 2


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("25", Fraction(25)),
        ("29.97", Fraction(30000, 1001)),
        ("23.976", Fraction(24000, 1001)),
        ("60000/1001", Fraction(60000, 1001)),
        ("12.5", Fraction(25, 2)),
    ],
)
def test_rates_are_exact(text, rate):
    assert parse_rate(text) == rate


@pytest.mark.parametrize(
    "text", ["", "x", "0", "-25", "1/0", "100000", "nan", "inf", "1e99999999", "1_0"]
)
def test_what_is_no_rate_is_refused(text):
    with pytest.raises(MalformedError):
        parse_rate(text)


def test_a_video_that_breaks_off_is_checked_as_far_as_it_goes_and_named(
    filled, sample_recording, tmp_path
):
    path = tmp_path / "cut.mkv"
    write_edit(sample_recording.path, path, ((3, 9),))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 6 // 10])
    made = filled.workspace.checks.check(path)
    assert made.damage.is_truncated
    assert 0 < made.duration < 6
    assert filled.workspace.checks.get(made.id).damage == made.damage
    text = "Parts of this video could not be read. Its end is missing."
    assert any(line.startswith(text) for line in _lines(made))


def test_facts_kept_before_damage_was_noted_are_read():
    facts = EditFacts("ab", 1, Fraction(1), has_picture=True, has_sound=True)
    kept = json.loads(encode_stored(facts))
    del kept["value"]["damage"]
    assert decode_stored(json.dumps(kept), EditFacts) == facts
