"""Whatever goes wrong in whatever order: one video of the file, or a state to go on from."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from upload_maker import UNIT, Uploader, write_noise
from youtube_server import Trouble, YouTubeServer

from consentkit.kernel.errors import RemoteRefusedError, ResourceError, StateError

STORIES = st.lists(st.sampled_from(list(Trouble)), max_size=24)
SIZES = st.sampled_from([1, UNIT - 1, UNIT, UNIT + 1, 2 * UNIT + 5])


@pytest.fixture(scope="module", name="server")
def make_server():
    with YouTubeServer() as server:
        yield server


@pytest.fixture(scope="module", name="files")
def make_files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("videos")
    return lambda size: write_noise(folder / f"{size}.mp4", size)


@given(story=STORIES, size=SIZES)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_row_of_troubles_ends_with_exactly_one_whole_video(server, files, story, size):
    server.reset()
    server.troubles.extend(story)
    uploader = Uploader(server, files(size))
    video = None
    # Every run begins from nothing but what was kept, as after a crash.
    for _ in range(len(story) + 1):
        try:
            video = uploader.run()
            break
        except (RemoteRefusedError, ResourceError):
            assert len(server.videos) <= 1
        except StateError:
            # The session is gone after its last chunk was sent: a person looks, and says so.
            assert not server.videos
            assert uploader.kept.may_be_finished
            uploader.kept = None
    assert video is not None
    assert server.videos == {video.video_id: uploader.path.read_bytes()}
    server.troubles.clear()
    assert uploader.run() == video
    assert len(server.videos) == 1
