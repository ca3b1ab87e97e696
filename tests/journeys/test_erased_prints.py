"""After an erasure nothing in the vault recognises the erased conversation any more."""

import numpy as np

from consentkit.media.match.lanes import LANES
from consentkit.media.taps.picture_prints_form import inventory_of
from consentkit.media.taps.picture_track_codec import TrackReader
from consentkit.media.taps.sound_prints_read import read_sound_prints


def moments(workspace, recording_id: str) -> dict[str, np.ndarray]:
    """Return, for each lane of the index, the seconds at which its postings are."""
    found = {}
    for lane in LANES:
        result = workspace.prints.prints(recording_id, lane.tap)
        keys = np.unique(lane.keys(result, 0.0, 1e4)[0])
        ask = getattr(workspace.prints, f"{lane.name}_postings")
        found[lane.name] = ask(keys, 10**5).places * 0.04
    return found


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

    detail = workspace.consents.seal(filled.draft())
    workspace.consents.withdraw(detail.record.id, detail.record.purposes)
    workspace.consents.erase(detail.record.id, "asked to")

    left = {path.name for path in workspace.folder.glob("postings/*")}
    assert not left & segments
    workspace.prints.bring_up_to_date()
    for lane, seconds in moments(workspace, recording_id).items():
        assert not ((seconds > start) & (seconds < end)).any(), lane
        assert len(seconds), lane
    sound = read_sound_prints(workspace.prints.prints(recording_id, "sound-prints"))
    assert not ((sound.at_s >= start) & (sound.at_s < end)).any()
    points = inventory_of(workspace.prints.prints(recording_id, "picture-prints"))
    assert not ((points.first_s >= start) & (points.first_s < end)).any()
    track = TrackReader(workspace.prints.prints(recording_id, "picture-track"))
    assert not ((track.times_s >= start) & (track.times_s < end)).any()
    assert workspace.keeper.check().findings == ()
