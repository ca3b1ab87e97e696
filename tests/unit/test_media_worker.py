"""Decoding happens elsewhere, and what happens there never harms the application."""

import os
import subprocess
import sys
import threading
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from consentkit.kernel.errors import InputError, MalformedError, ResourceError, VerificationError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.media import sandbox, worker
from consentkit.media.scan import scan_file
from consentkit.media.taps.registry import make_taps

TAPS = ("filmstrip", "waveform", "panes")


@pytest.fixture(params=["sandboxed", "bare"])
def isolation(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run with the namespace sandbox where it works, and without."""
    if request.param == "bare":
        monkeypatch.setattr(sandbox, "works_with_bwrap", lambda: False)
    elif not sandbox.works_with_bwrap():
        pytest.skip("bwrap is missing or may not make namespaces here")
    return request.param


class Spy:
    """Starts workers as usual and remembers them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.started: list[subprocess.Popen[bytes]] = []
        real = sandbox.start

        def start(path: Path, writable: Path | None = None) -> subprocess.Popen[bytes]:
            process = real(path, writable)
            self.started.append(process)
            return process

        monkeypatch.setattr(sandbox, "start", start)

    def all_gone(self) -> bool:
        return bool(self.started) and all(item.poll() is not None for item in self.started)


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Spy:
    return Spy(monkeypatch)


def script(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let workers run ``code`` instead of what they should."""

    def start(path: Path, writable: Path | None = None) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-I", "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    monkeypatch.setattr(sandbox, "start", start)


def test_a_scan_in_the_worker_is_the_scan(isolation: str, spy: Spy, sample_recording) -> None:
    updates = []
    result = worker.scan_recording(sample_recording.path, TAPS, updates.append)
    direct = scan_file(sample_recording.path, make_taps(TAPS))
    assert result.packet_trees == direct.packet_trees
    assert result.streams == direct.streams
    assert (result.sha256, result.duration) == (direct.sha256, direct.duration)
    assert set(result.taps) == set(TAPS)
    for name in TAPS:
        assert dict(result.taps[name].values) == dict(direct.taps[name].values)
        for key, array in direct.taps[name].arrays.items():
            received = result.taps[name].arrays[key]
            assert received.dtype == array.dtype
            assert np.array_equal(received, array)
    assert updates[-1].fraction == 1
    assert spy.all_gone()


def test_a_scan_whose_worker_dies_goes_on_in_another(
    isolation: str, spy: Spy, sample_recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "CHECKPOINT_EVERY_S", 0.1)
    saved: list[bytes] = []

    def save(data: bytes) -> None:
        saved.append(data)
        if len(saved) == 2:
            spy.started[-1].kill()

    with pytest.raises(ResourceError, match=r"media\.worker-died"):
        worker.scan_recording(sample_recording.path, TAPS, save=save)
    direct = scan_file(sample_recording.path, make_taps(TAPS))
    result = worker.scan_recording(
        sample_recording.path, TAPS, saved=saved[1], save=lambda data: None
    )
    assert (result.sha256, result.packet_trees) == (direct.sha256, direct.packet_trees)
    for name in TAPS:
        for key, array in direct.taps[name].arrays.items():
            assert np.array_equal(result.taps[name].arrays[key], array)
    assert spy.all_gone()


def test_a_quick_scan_hears_everything_and_sees_keyframes(isolation: str, sample_recording) -> None:
    whole = worker.scan_recording(sample_recording.path, ("waveform", "panes"))
    quick = worker.scan_recording(sample_recording.path, ("waveform", "panes"), quick=True)
    assert quick.is_quick
    assert not whole.is_quick
    heard = (scan.taps["waveform"].arrays["peak"] for scan in (whole, quick))
    assert np.array_equal(*heard)
    assert (quick.sha256, quick.packet_trees, quick.duration) == (
        whole.sha256,
        whole.packet_trees,
        whole.duration,
    )
    seen, all_seen = (len(scan.taps["panes"].arrays["at_us"]) for scan in (quick, whole))
    assert 0 < seen < all_seen / 4


def test_every_other_task_works_through_the_worker(
    isolation: str, spy: Spy, sample_recording, tmp_path: Path
) -> None:
    path = sample_recording.path
    seen = []
    assert worker.quick_filmstrip(path, seen.append, 16) == len(seen) >= 8
    times = [thumb.at for thumb in seen]
    assert max(times[:4]) - min(times[:4]) > 10
    still = worker.extract_still(path, Fraction(10))
    assert abs(still.at - 10) < Fraction(1, 20)
    trees = worker.scan_recording(path).packet_trees
    wanted = TimeRange(Fraction(6), Fraction(8))
    excerpt = worker.cut_excerpt(path, wanted, Fraction(1), trees, tmp_path)
    assert list(tmp_path.iterdir()) == [excerpt.path]
    worker.verify_excerpt(excerpt.path, excerpt.proof, trees)
    with pytest.raises(VerificationError, match="other-recording"):
        worker.verify_excerpt(excerpt.path, excerpt.proof, trees[1:])
    assert spy.all_gone()


def test_errors_come_back_with_their_code(isolation: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.mp4"
    path.write_text("no recording at all\n" * 100, encoding="utf-8")
    with pytest.raises(MalformedError, match=r"media\.not-media"):
        worker.scan_recording(path)
    with pytest.raises(InputError, match=r"file\.unreadable"):
        worker.scan_recording(tmp_path / "missing.mp4")


def test_nothing_is_left_of_a_cut_that_failed(sample_recording, tmp_path: Path) -> None:
    trees = worker.scan_recording(sample_recording.path).packet_trees
    with pytest.raises(InputError, match=r"excerpt\.outside"):
        worker.cut_excerpt(
            sample_recording.path,
            TimeRange(Fraction(900), Fraction(901)),
            Fraction(0),
            trees,
            tmp_path,
        )
    assert not list(tmp_path.iterdir())


def test_a_worker_that_is_killed_is_an_error_of_the_machine(
    isolation: str, spy: Spy, sample_recording
) -> None:
    with pytest.raises(ResourceError, match=r"media\.worker-died"):
        worker.scan_recording(sample_recording.path, TAPS, lambda update: spy.started[0].kill())
    assert spy.all_gone()
    assert worker.scan_recording(sample_recording.path).duration == 30


def test_cancelling_ends_the_worker_and_leaves_nothing(
    isolation: str, spy: Spy, sample_recording, tmp_path: Path
) -> None:
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        worker.scan_recording(sample_recording.path, TAPS, lambda update: cancel.cancel(), cancel)
    with pytest.raises(Cancelled):
        worker.cut_excerpt(
            sample_recording.path,
            TimeRange(Fraction(6), Fraction(8)),
            Fraction(1),
            (),
            tmp_path,
            cancel=cancel,
        )
    assert spy.all_gone()
    assert not list(tmp_path.iterdir())
    assert "media-worker" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.parametrize(
    "code",
    [
        "",
        "import os; os.abort()",
        "import sys; sys.stdout.buffer.write(b'hello, this is no message')",
        "import sys; sys.stdout.buffer.write(b'\\xff\\xff\\xff\\xff' + bytes(1000))",
        "import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\x02{}')",
        'import sys; sys.stdout.buffer.write(b\'\\0\\0\\0\\x0f{"type":"done"}\')',
        "import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\x10' + b'[' * 16)",
        (
            'import sys; b = b\'{"type":"error","error":"input","code":"/home/x y"}\';'
            "sys.stdout.buffer.write(len(b).to_bytes(4, 'big') + b)"
        ),
        (
            'import sys; b = b\'{"type":"done","value":null,"blobs":[9999999999999]}\';'
            "sys.stdout.buffer.write(len(b).to_bytes(4, 'big') + b)"
        ),
    ],
)
def test_a_worker_that_dies_or_talks_nonsense_harms_nobody(
    monkeypatch: pytest.MonkeyPatch, sample_recording, code: str
) -> None:
    script(monkeypatch, code)
    with pytest.raises(ResourceError, match=r"media\.worker-died"):
        worker.scan_recording(sample_recording.path)


def test_a_worker_that_falls_silent_is_ended(
    monkeypatch: pytest.MonkeyPatch, sample_recording
) -> None:
    script(monkeypatch, "import threading; threading.Event().wait()")
    monkeypatch.setattr(worker, "WORKER_SILENCE_S", 0.2)
    with pytest.raises(ResourceError, match=r"media\.worker-died \(silent=True\)"):
        worker.scan_recording(sample_recording.path)


def test_a_worker_that_cannot_start_is_an_error_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, sample_recording
) -> None:
    monkeypatch.setattr(sandbox, "works_with_bwrap", lambda: False)
    monkeypatch.setattr(sandbox, "_python_command", lambda: ["/nonexistent/program"])
    with pytest.raises(ResourceError, match=r"media\.worker-start"):
        worker.scan_recording(sample_recording.path)


def test_no_secret_of_the_environment_reaches_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSENTKIT_PASSPHRASE", "open sesame")
    monkeypatch.setenv("HOME", "/home/somebody")
    environment = sandbox.clean_environment()
    assert not {"CONSENTKIT_PASSPHRASE", "HOME", "USER"} & set(environment)


def test_the_sandbox_shows_the_recording_and_nothing_beside_it(tmp_path: Path) -> None:
    if not sandbox.works_with_bwrap():
        pytest.skip("bwrap is missing or may not make namespaces here")
    recording, bait = tmp_path / "chat.mp4", tmp_path / "bait.txt"
    recording.write_bytes(b"x")
    bait.write_text("secret", encoding="utf-8")
    probe = (
        "import os, socket, sys\n"
        "seen, bait = sys.argv[1:]\n"
        "out = [os.path.exists(seen), os.path.exists(bait), os.access(seen, os.W_OK)]\n"
        "try:\n"
        "    socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except OSError as exc:\n"
        "    out.append(exc.errno)\n"
        "out.append(os.path.isdir('/home') or os.path.isdir('/root'))\n"
        "out.append(len(os.listdir('/sys/class/net')) if os.path.isdir('/sys/class/net') else 0)\n"
        "print(out)"
    )
    command = [*sandbox._bwrap_command(recording, None), sys.executable, "-I", "-c", probe]
    done = subprocess.run(
        [*command, str(recording), str(bait)],
        check=True,
        capture_output=True,
        text=True,
        env=sandbox.clean_environment(),
    )
    sees_recording, sees_bait, may_write, *_ = eval(done.stdout)
    assert sees_recording
    assert not sees_bait
    assert not may_write


def test_a_worker_bounds_itself_before_it_reads() -> None:
    if os.name == "nt":
        pytest.skip("Windows has no such limits")
    probe = (
        "import resource\n"
        "from consentkit.media.worker_process import _limit_self\n"
        "_limit_self('scan')\n"
        "print([resource.getrlimit(getattr(resource, n))[0] for n in\n"
        "       ('RLIMIT_AS', 'RLIMIT_NOFILE', 'RLIMIT_FSIZE', 'RLIMIT_CORE')])"
    )
    done = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True)
    memory, files, written, core = eval(done.stdout)
    assert 0 < memory <= 4 * 1024**3
    assert 0 < files <= 64
    assert (written, core) == (0, 0)
