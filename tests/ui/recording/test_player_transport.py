"""The player: speeds of the transport keys, ends of stretches, positions that stay exact."""

from fractions import Fraction

import pytest
from PySide6.QtMultimedia import QMediaPlayer

from consentkit.kernel.timebase import TimeRange
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.ui.recording.keys import KEYS, Command, command_of, help_lines
from consentkit.ui.recording.player import Player, Shuttle, shuttle_speed


@pytest.fixture(scope="module", name="film")
def write_film(tmp_path_factory):
    path = tmp_path_factory.mktemp("film") / "film.mkv"
    plan = SamplePlan(
        (SamplePartner(3, Fraction(3)),), gap_s=Fraction(1), width_px=320, height_px=180
    )
    truth = write_sample(path, plan)
    return path, truth.duration


@pytest.fixture(name="player")
def open_player(qtbot, film):
    player = Player()
    qtbot.addWidget(player)
    player.resize(480, 320)
    player.show()
    player.open(*film)
    qtbot.waitUntil(
        lambda: (
            player._media.playbackState() is QMediaPlayer.PlaybackState.PausedState
            and player.picture.video.nativeSize().isValid()
        ),
        timeout=20_000,
    )
    yield player
    player.close_media()


@pytest.mark.parametrize(
    ("present", "key", "speed"),
    [
        (0, Shuttle.ON, 1),
        (1, Shuttle.ON, 2),
        (2, Shuttle.ON, 4),
        (4, Shuttle.ON, 4),
        (4, Shuttle.BACK, -1),
        (-1, Shuttle.BACK, -2),
        (-2, Shuttle.ON, 1),
        (4, Shuttle.STOP, 0),
    ],
)
def test_j_and_l_go_faster_each_time_and_turn_at_once(present, key, speed):
    assert shuttle_speed(present, key) == speed


def test_a_jump_while_the_file_is_being_opened_is_made(qtbot, film):
    player = Player()
    qtbot.addWidget(player)
    player.show()
    player.open(*film)
    player.seek(Fraction(3))
    sink = player.picture.video.videoSink()
    try:
        qtbot.waitUntil(
            lambda: abs(sink.videoFrame().startTime() - 3_000_000) < 100_000, timeout=20_000
        )
        assert player.position == 3
    finally:
        player.close_media()


def test_the_first_picture_is_shown_without_playing(player):
    assert not player.is_playing
    assert player.picture.video.nativeSize().width() > 0


def test_a_moment_asked_for_while_paused_is_kept_exactly(qtbot, player):
    moment = Fraction(1001, 30000) * 40
    with qtbot.waitSignal(player.moved) as moved:
        player.seek(moment)
    assert moved.args == [moment]
    assert player.position == moment


def test_a_stretch_stops_at_its_end(qtbot, player):
    player.play(TimeRange(Fraction(1), Fraction(3, 2)))
    assert player.is_playing
    qtbot.waitUntil(lambda: not player.is_playing, timeout=20_000)
    assert player.position == Fraction(3, 2)


def test_the_player_never_leaves_the_recording(player, film):
    player.seek(Fraction(9999))
    assert player.position == film[1]
    player.seek(Fraction(-5))
    assert player.position == 0


def test_without_a_file_nothing_plays(qtbot):
    player = Player()
    qtbot.addWidget(player)
    player.open(None, Fraction(10))
    player.toggle()
    assert not player.is_playing


def test_every_command_has_a_key_and_every_letter_is_explained():
    assert set(KEYS.values()) == set(Command)
    explained = " ".join(keys for keys, _ in help_lines())
    for key in "JKLIONSM":
        assert key in explained


def test_the_number_block_works_like_the_other_keys():
    from PySide6.QtCore import Qt

    keypad = Qt.KeyboardModifier.KeypadModifier
    assert command_of(Qt.Key.Key_Enter, keypad) is Command.LISTEN
    assert command_of(Qt.Key.Key_Plus, keypad) is Command.CLOSER
    assert command_of(Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier) is None
