"""Packet trees read without decoding are those that a whole scan finds."""

import pytest

from consentkit.kernel.errors import InputError, MalformedError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.media import worker


def test_they_are_those_of_a_scan(sample_recording):
    updates = []
    alone = worker.packet_trees(sample_recording.path, updates.append)
    assert alone == worker.scan_recording(sample_recording.path, quick=True).packet_trees
    assert {tree.stream_index for tree in alone} == {0, 1}
    assert {update.step for update in updates} <= {"ingest.scan"}


def test_another_file_has_others(sample_recording, tmp_path):
    data = bytearray(sample_recording.path.read_bytes())
    place = data.index(b"mdat") + 5000
    data[place] ^= 1
    path = tmp_path / "other.mp4"
    path.write_bytes(data)
    assert worker.packet_trees(path) != worker.packet_trees(sample_recording.path)


@pytest.mark.parametrize(
    ("content", "error"), [(b"", MalformedError), (b"no video at all" * 99, MalformedError)]
)
def test_what_is_no_video_is_refused(tmp_path, content, error):
    path = tmp_path / "x.mp4"
    path.write_bytes(content)
    with pytest.raises(error):
        worker.packet_trees(path)


def test_a_file_that_is_away_is_named(tmp_path):
    with pytest.raises(InputError, match="file.unreadable"):
        worker.packet_trees(tmp_path / "none.mp4")


def test_a_stop_is_heeded(sample_recording):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        worker.packet_trees(sample_recording.path, cancel=cancel)
