"""After an erasure nothing in the vault recognises the erased conversation any more."""

from datetime import timedelta

import numpy as np
from small_edits import put_into_another_container, write_edit

from consentkit.media.match.lanes import LANES
from consentkit.media.taps.picture_prints_form import inventory_of
from consentkit.media.taps.picture_track_codec import TrackReader
from consentkit.media.taps.sound_prints_read import read_sound_prints
from consentkit.services.scans import CHECKPOINT
from consentkit.vault.edit_store import EditScanRow


def moments(workspace, recording_id: str) -> dict[str, np.ndarray]:
    """Return, for each lane of the index, the seconds at which its postings are."""
    found = {}
    for lane in LANES:
        result = workspace.prints.prints(recording_id, lane.tap)
        keys = np.unique(lane.keys(result, 0.0, 1e4)[0])
        ask = getattr(workspace.prints, f"{lane.name}_postings")
        found[lane.name] = ask(keys, 10**5).places * 0.04
    return found


def assert_nothing_is_kept_between(workspace, recording_id: str, start: float, end: float) -> None:
    """Fail if index or prints hold anything of a stretch, or nothing of what is beside it."""
    for lane, seconds in moments(workspace, recording_id).items():
        assert not ((seconds > start) & (seconds < end)).any(), lane
        assert len(seconds), lane
    sound = read_sound_prints(workspace.prints.prints(recording_id, "sound-prints"))
    assert not ((sound.at_s >= start) & (sound.at_s < end)).any()
    points = inventory_of(workspace.prints.prints(recording_id, "picture-prints"))
    assert not ((points.first_s >= start) & (points.first_s < end)).any()
    track = TrackReader(workspace.prints.prints(recording_id, "picture-track"))
    assert not ((track.times_s >= start) & (track.times_s < end)).any()
    shown = [float(at) for at in workspace.recordings.detail(recording_id).filmstrip.times]
    assert shown
    assert not [at for at in shown if start <= at < end]


def erase(workspace, record) -> None:
    workspace.consents.withdraw(record.id, record.purposes)
    workspace.consents.erase(record.id, "asked to")


def test_no_print_of_an_erased_conversation_is_left_and_the_other_one_is_still_found(filled):
    workspace = filled.workspace
    recording_id = filled.recording.recording.id
    workspace.prints.bring_up_to_date()
    before = moments(workspace, recording_id)
    first = filled.recording.conversations[0].conversation.range
    start, end = float(first.start), float(first.end)
    for seconds in before.values():
        assert ((seconds > start) & (seconds < end)).any()
    segments = {path.name for path in workspace.folder.glob("postings/*")}

    erase(workspace, workspace.consents.seal(filled.draft()).record)

    left = {path.name for path in workspace.folder.glob("postings/*")}
    assert not left & segments
    workspace.prints.bring_up_to_date()
    assert_nothing_is_kept_between(workspace, recording_id, start, end)
    assert workspace.keeper.check().findings == ()


def test_the_same_recording_in_another_file_forgets_as_well(filled, sample_recording, tmp_path):
    workspace = filled.workspace
    twin = tmp_path / "twin.mkv"
    put_into_another_container(sample_recording.path, twin)
    filled.clock.offset = timedelta(minutes=1)
    added = workspace.recordings.add(twin)
    twin_id = added.recording.id
    first, second = (item.conversation for item in added.conversations[:2])
    workspace.recordings.rename(twin_id, first.id, "Budi")
    workspace.recordings.rename(twin_id, second.id, "Sari")

    erase(workspace, workspace.consents.seal(filled.draft()).record)

    workspace.prints.bring_up_to_date()
    stretch = filled.recording.conversations[0].conversation.range
    assert_nothing_is_kept_between(workspace, twin_id, float(stretch.start), float(stretch.end))
    left = workspace.recordings.conversations(twin_id)
    assert [item.partner for item in left[:2]] == ["", "Sari"]
    assert workspace.keeper.check().findings == ()


def test_kept_scans_that_no_check_shows_go_at_once(filled, sample_recording, tmp_path):
    workspace = filled.workspace
    record = workspace.consents.seal(filled.draft()).record
    path = tmp_path / "final.mp4"
    write_edit(sample_recording.path, path, ((3, 8),))
    workspace.checks.remove(workspace.checks.check(path).id)
    workspace._vault.put_edit_scan("a" * 64, EditScanRow(CHECKPOINT, 1, b"how far it came"))
    assert len(workspace._vault.list_edits()) == 2

    erase(workspace, record)

    assert workspace._vault.list_edits() == ()
    assert not list(workspace.folder.glob("edits/*"))
