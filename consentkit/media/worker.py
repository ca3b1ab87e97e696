"""Recordings from outside, decoded in a process that has no keys.

Every function starts a process for one task, validates what it sends back, and ends it: when the
work is done, when the person asks to stop (within a second), when it dies, and when it falls
silent. A process that dies or talks nonsense is ``ResourceError`` with ``media.worker-died``; the
application goes on.
"""

import contextlib
import os
import queue
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import msgspec

from consentkit.domain.recording import PacketTree
from consentkit.domain.redaction import FaceFindings
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.durable import resource_error
from consentkit.kernel.errors import ConsentKitError, MalformedError, ResourceError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media import sandbox
from consentkit.media.bounds import (
    CHECKPOINT_EVERY_S,
    STILL_MAX_BYTES,
    THUMB_MAX_BYTES,
    WORKER_SILENCE_S,
)
from consentkit.media.excerpt import (
    SUFFIXES,
    Excerpt,
    ExcerptProof,
    excerpt_proof_from_json,
    excerpt_proof_to_json,
)
from consentkit.media.faces.answer import decode_findings
from consentkit.media.files import check_regular
from consentkit.media.messages import (
    Answer,
    CheckpointMessage,
    DoneMessage,
    ErrorMessage,
    PictureMessage,
    ProgressMessage,
    Request,
    decode_error,
    decode_fraction,
    decode_scan,
    encode_fraction,
    read_answer,
    write_message,
)
from consentkit.media.redact.answer import decode_doubts, decode_written, encode_order
from consentkit.media.redact.order import RedactOrder, RenderResult
from consentkit.media.redact.placing import digest_of, sounds_of, written_beside
from consentkit.media.result import ScanResult, Thumb
from consentkit.media.track_answer import Heard, decode_heard

_LOOK_EVERY_S = 0.1
_QUEUED_MESSAGES = 32
_THUMBS_PER_COUNT = 16
"""Where the length is not known beforehand, up to eight times as many thumbs as wished come."""
_STEPS = frozenset({
    "ingest.scan",
    "excerpt.cut",
    "redact.faces",
    "redact.tracks",
    "redact.render",
    "redact.look",
})
_JPEG_START = b"\xff\xd8\xff"

_Queued = tuple[Answer, list[bytes]] | None | ConsentKitError


def scan_recording(
    path: Path,
    taps: Sequence[str] = (),
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    *,
    quick: bool = False,
    saved: bytes | None = None,
    save: Callable[[bytes], None] | None = None,
) -> ScanResult:
    """Return what the one decode pass finds; see ``consentkit.media.scan.scan_file``.

    Args:
        path: The recording; its content is not trusted.
        taps: Names of taps, of ``taps.registry.ALL_TAPS``.
        progress: Told several times a second, with bytes, from the calling thread.
        cancel: Asked several times a second.
        quick: Whether to decode only keyframes of the picture, with all the sound.
        saved: What ``save`` was given last when a scan of this file broke off, or None.
        save: Given a checkpoint about once a minute, from the calling thread; it holds small
            pictures and belongs into the vault. None where a scan is not to be gone on with.

    Raises:
        InputError: It is no recording that can be read; code ``media.*``, ``file.*`` or
            ``recording.changing``.
        ResourceError: ``media.worker-died``, or the machine's trouble.
        Cancelled: A stop was asked for.
    """
    arguments = {
        "taps": list(taps),
        "quick": quick,
        "every_s": CHECKPOINT_EVERY_S if save is not None else 0.0,
    }
    blobs = [] if saved is None else [saved]
    with _task(path, "scan", arguments, cancel, blobs=blobs) as answers:
        message, blobs = _result(answers, progress, on_checkpoint=save)
        return decode_scan(message, blobs, taps)


def quick_filmstrip(
    path: Path,
    on_thumb: Callable[[Thumb], None],
    count: int = 64,
    cancel: CancelToken | None = None,
) -> int:
    """Hand small pictures of keyframes to ``on_thumb`` as they come; return how many came.

    They fill the whole length coarsely first, so they do not come in order of time.

    Raises:
        InputError: As ``scan_recording``; ``media.no-picture`` for sound alone.
        ResourceError: As ``scan_recording``.
        Cancelled: A stop was asked for.
    """
    given = 0

    def on_picture(thumb: Thumb) -> None:
        nonlocal given
        given += 1
        if given > _THUMBS_PER_COUNT * (count + 1):
            raise ResourceError("media.worker-died")
        on_thumb(thumb)

    with _task(path, "filmstrip", {"count": count}, cancel) as answers:
        _result(answers, silent, on_picture, THUMB_MAX_BYTES)
    return given


def extract_still(
    path: Path, at: Fraction, max_width_px: int = 1920, cancel: CancelToken | None = None
) -> Thumb:
    """Return the picture shown at a moment, upright, as a JPEG of high quality, with its own time.

    Raises:
        InputError: ``still.outside`` when nothing is shown there, else as ``scan_recording``.
        ResourceError: As ``scan_recording``.
        Cancelled: A stop was asked for.
    """
    pictures: list[Thumb] = []
    arguments = {"at": encode_fraction(at), "max_width_px": max_width_px}
    with _task(path, "still", arguments, cancel) as answers:
        _result(answers, silent, pictures.append, STILL_MAX_BYTES)
    if len(pictures) != 1:
        raise ResourceError("media.worker-died")
    return pictures[0]


def track_faces(
    path: Path,
    stretches: Sequence[TimeRange],
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    *,
    cuts: Sequence[Fraction] = (),
) -> FaceFindings:
    """Return every face in the stretches, followed through all frames; see ``faces.find``.

    Args:
        path: The video.
        stretches: Where to look, in seconds from the video's origin.
        progress: Told several times a second, in milliseconds of the stretches.
        cancel: Asked several times a second.
        cuts: Seconds of known cuts; others are found from the pictures.

    Raises:
        InputError: ``media.no-picture``, else as ``scan_recording``.
        LimitError: ``faces.too-many``.
        ResourceError: ``install.resource-missing`` or ``install.resource-damaged`` for the
            detector's model, else as ``scan_recording``.
        Cancelled: A stop was asked for.
    """
    looked = union(item for item in stretches if item.duration > 0)
    arguments = {
        "stretches": [(encode_fraction(item.start), encode_fraction(item.end)) for item in looked],
        "cuts": [encode_fraction(cut) for cut in cuts],
    }
    with _task(path, "faces", arguments, cancel) as answers:
        return decode_findings(*_result(answers, progress), looked)


def heard_tracks(
    path: Path, progress: Progress = silent, cancel: CancelToken | None = None
) -> Heard:
    """Return when anything is heard in each stream of sound; see ``track_sound``.

    Raises:
        InputError: ``media.no-sound``, else as ``scan_recording``.
        ResourceError: As ``scan_recording``.
        Cancelled: A stop was asked for.
    """
    with _task(path, "tracks", {}, cancel) as answers:
        return decode_heard(*_result(answers, progress))


def cut_excerpt(
    path: Path,
    wanted: TimeRange,
    margin: Fraction,
    expected_trees: Sequence[PacketTree],
    folder: Path,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> Excerpt:
    """Write ``excerpt.<suffix>`` into ``folder`` as a copy of packets; see ``cut.cut_file``.

    Args:
        path: The recording.
        wanted: What must be in it, seconds from the start of the recording.
        margin: Seconds added on both sides, as far as the recording goes.
        expected_trees: The packet trees stored when the recording was added.
        folder: Where the excerpt is put; whoever calls owns it and deletes it.
        progress: Told several times a second, in milliseconds of the recording.
        cancel: Asked several times a second.

    Raises:
        InputError: ``excerpt.outside``, else as ``scan_recording``.
        LimitError: ``excerpt.too-long``.
        VerificationError: ``recording.changed``.
        ResourceError: ``excerpt.no-container``, else as ``scan_recording``.
        Cancelled: A stop was asked for; nothing stays in ``folder``.
    """
    try:
        own = Path(tempfile.mkdtemp(prefix=".cut-", dir=folder)).resolve()
    except OSError as exc:
        raise resource_error(exc) from exc
    arguments = {
        "start": encode_fraction(wanted.start),
        "end": encode_fraction(wanted.end),
        "margin": encode_fraction(margin),
        "trees": _rows(expected_trees),
        "folder": str(own),
    }
    try:
        with _task(path, "cut", arguments, cancel, writable=own) as answers:
            message, _ = _result(answers, progress)
        proof = excerpt_proof_from_json(_decoded(message, str))
        if not _is_about(proof, expected_trees):
            raise ResourceError("media.worker-died")
        written = own / f"excerpt{SUFFIXES[proof.container]}"
        if written.is_symlink() or not written.is_file():
            raise ResourceError("media.worker-died")
        target = folder / written.name
        try:
            written.replace(target)
        except OSError as exc:
            raise resource_error(exc) from exc
        return Excerpt(target, proof)
    finally:
        shutil.rmtree(own, ignore_errors=True)


def render_redaction(
    path: Path,
    out: Path,
    order: RedactOrder,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    *,
    confirm: Callable[[Path, RenderResult], None] | None = None,
    may_replace: bool = False,
) -> RenderResult:
    """Write the redacted video, look at it again, and give it its name; all of it or nothing.

    It is written into a private folder beside ``out``. What a broken-off run left there is deleted
    by the next one.

    Args:
        path: The video; it is never written to.
        out: Where the redacted video goes; its ending, one of ``order.SUFFIXES``, chooses the
            container.
        order: What is to be done.
        progress: Told several times a second, with the steps "redact.render" and "redact.look".
        cancel: Asked several times a second.
        confirm: Given the written file, still without its name, and what is known of it; when it
            raises, nothing is left.
        may_replace: Whether a file of that name may be replaced.

    Raises:
        InputError: ``redaction.container`` for another ending, ``redaction.exists`` where a file
            has the name, ``redaction.nothing-left`` when the cuts leave nothing, else as
            ``scan_recording``.
        VerificationError: ``redaction.written-wrong``: what was written is not what was ordered.
        ResourceError: ``redaction.encoder`` or ``redaction.no-container``, a full disk, else as
            ``scan_recording``.
        Cancelled: A stop was asked for.
    """
    with written_beside(path, out, may_replace=may_replace) as placed:
        coded = encode_order(order)
        arguments: dict[str, object] = {"target": str(placed.partial), "muxer": placed.muxer}
        with _task(
            path, "redact", arguments, cancel, writable=placed.partial.parent, blobs=[coded]
        ) as answers:
            message, _ = _result(answers, progress)
            duration, copied_s, encoded_s, streams = decode_written(message)
        if placed.partial.is_symlink() or not placed.partial.is_file():
            raise ResourceError("media.worker-died")
        arguments = {"duration": encode_fraction(duration), "sounds": sounds_of(streams)}
        with _task(placed.partial, "redact.look", arguments, cancel, blobs=[coded]) as answers:
            message, _ = _result(answers, progress)
            doubts = decode_doubts(message)
        sha256, size_bytes = digest_of(placed.partial, progress, cancel)
        result = RenderResult(sha256, size_bytes, duration, copied_s, encoded_s, streams, doubts)
        if confirm is not None:
            confirm(placed.partial, result)
        if cancel is not None:
            cancel.check()
        placed.name()
    return result


def preview_redaction(
    path: Path,
    at: Fraction,
    order: RedactOrder,
    cancel: CancelToken | None = None,
    max_width_px: int = 1280,
) -> Thumb:
    """Return the picture shown at a moment with what is drawn upon it; see ``redact.preview``.

    Raises:
        InputError: ``still.outside`` when nothing is shown there, else as ``scan_recording``.
        ResourceError: As ``scan_recording``.
        Cancelled: A stop was asked for.
    """
    pictures: list[Thumb] = []
    arguments = {"at": encode_fraction(at), "max_width_px": max_width_px}
    with _task(path, "redact.preview", arguments, cancel, blobs=[encode_order(order)]) as answers:
        _result(answers, silent, pictures.append, STILL_MAX_BYTES)
    if len(pictures) != 1:
        raise ResourceError("media.worker-died")
    return pictures[0]


def verify_excerpt(
    path: Path,
    proof: ExcerptProof,
    expected_trees: Sequence[PacketTree] | None = None,
    cancel: CancelToken | None = None,
) -> None:
    """Check that an excerpt from outside is the piece of a recording that its proof speaks of.

    Args:
        path: The excerpt; its content is not trusted.
        proof: Its proof, as ``excerpt.excerpt_proof_from_json`` parsed it.
        expected_trees: The recording's packet trees from a source that is trusted, for example the
            signed entry of its adding. Without them the roots in the proof are only claims.
        cancel: Asked several times a second.

    Raises:
        VerificationError: ``excerpt.streams``, ``excerpt.other-recording``, ``log.range``,
            ``excerpt.times`` or ``excerpt.range``; see ``excerpt.check_excerpt``.
        InputError: It cannot be read as a recording at all.
        ResourceError: As ``scan_recording``.
        Cancelled: A stop was asked for.
    """
    arguments: dict[str, object] = {"proof": excerpt_proof_to_json(proof)}
    if expected_trees is not None:
        arguments["trees"] = _rows(expected_trees)
    with _task(path, "verify", arguments, cancel) as answers:
        _result(answers, silent)


def packet_trees(
    path: Path, progress: Progress = silent, cancel: CancelToken | None = None
) -> tuple[PacketTree, ...]:
    """Return the packet trees of a file without decoding it; see ``packet_scan``.

    Raises:
        InputError: As ``scan_recording``.
        ResourceError: As ``scan_recording``.
        Cancelled: A stop was asked for.
    """
    with _task(path, "packets", {}, cancel) as answers:
        message, _ = _result(answers, progress)
    try:
        rows = msgspec.json.decode(message.value, type=list[tuple[int, int, str, str, str]])
        return tuple(
            PacketTree(index, size, root, decode_fraction(base), decode_fraction(origin))
            for index, size, root, base, origin in rows
        )
    except (msgspec.MsgspecError, MalformedError) as exc:
        raise ResourceError("media.worker-died") from exc


def _is_about(proof: ExcerptProof, trees: Sequence[PacketTree]) -> bool:
    """Return whether a proof speaks of these trees."""
    return all(proof.tree(item) in trees for item in proof.streams)


def _rows(trees: Sequence[PacketTree]) -> list[tuple[int, int, str, str, str]]:
    return [
        (
            tree.stream_index,
            tree.size,
            tree.root,
            encode_fraction(tree.time_base),
            encode_fraction(tree.origin),
        )
        for tree in trees
    ]


@contextlib.contextmanager
def _task(
    path: Path,
    task: str,
    arguments: Mapping[str, object],
    cancel: CancelToken | None,
    writable: Path | None = None,
    blobs: Sequence[bytes] = (),
) -> Iterator[Iterator[tuple[Answer, list[bytes]]]]:
    """Yield the answers of a fresh process; it is gone when the block ends, however it ends."""
    check_regular(path)
    if cancel is not None:
        cancel.check()
    resolved = path.resolve()
    encoded = {name: msgspec.Raw(msgspec.json.encode(value)) for name, value in arguments.items()}
    try:
        process = sandbox.start(resolved, writable)
    except OSError as exc:
        raise ResourceError("media.worker-start") from exc
    answers: queue.Queue[_Queued] = queue.Queue(_QUEUED_MESSAGES)
    stopped = threading.Event()
    reader = threading.Thread(
        target=_read_all, args=(process, answers, stopped), name="media-worker", daemon=True
    )
    reader.start()
    try:
        if process.stdin is not None:
            # A process that is gone already is noticed by the end of its answers.
            with contextlib.suppress(OSError):
                lengths = [len(blob) for blob in blobs]
                request = Request(task, os.fspath(resolved), encoded, lengths)
                write_message(process.stdin, request, blobs)
        try:
            yield _answers(answers, cancel)
        except MalformedError as exc:
            if exc.code == "media.worker-message":
                raise ResourceError("media.worker-died") from exc
            raise
    finally:
        stopped.set()
        process.kill()
        process.wait()
        # Killed while it starts, the sandbox leaves a child behind that waits for its task and
        # keeps the answers' pipe open; the end of its input lets it go.
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        reader.join()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _read_all(
    process: "subprocess.Popen[bytes]", answers: "queue.Queue[_Queued]", stopped: threading.Event
) -> None:
    """Move answers from the pipe to the queue until there are no more or nobody wants them."""
    pipe = process.stdout
    if pipe is None:
        return
    while not stopped.is_set():
        answer: _Queued
        try:
            answer = read_answer(pipe)
        except MalformedError as exc:
            answer = exc
        except (OSError, ValueError):
            answer = None
        while not stopped.is_set():
            try:
                answers.put(answer, timeout=_LOOK_EVERY_S)
                break
            except queue.Full:
                continue
        if not isinstance(answer, tuple):
            return


def _answers(
    answers: "queue.Queue[_Queued]", cancel: CancelToken | None
) -> Iterator[tuple[Answer, list[bytes]]]:
    clock = SystemClock()
    heard = clock.monotonic()
    while True:
        if cancel is not None:
            cancel.check()
        try:
            answer = answers.get(timeout=_LOOK_EVERY_S)
        except queue.Empty:
            if clock.monotonic() - heard > WORKER_SILENCE_S:
                raise ResourceError("media.worker-died", silent=True) from None
            continue
        heard = clock.monotonic()
        if answer is None:
            raise ResourceError("media.worker-died")
        if isinstance(answer, ConsentKitError):
            raise ResourceError("media.worker-died") from answer
        yield answer


def _result(
    answers: Iterator[tuple[Answer, list[bytes]]],
    progress: Progress,
    on_picture: Callable[[Thumb], None] | None = None,
    picture_max_bytes: int = 0,
    on_checkpoint: Callable[[bytes], None] | None = None,
) -> tuple[DoneMessage, list[bytes]]:
    """Return the result, handing on progress and pictures that come before it."""
    for message, blobs in answers:
        match message:
            case ProgressMessage(step, done, total):
                if step in _STEPS and done >= 0 and total >= 0:
                    progress(ProgressUpdate(step, done, total))
            case PictureMessage():
                thumb = _thumb(message, blobs, picture_max_bytes)
                if on_picture is None:
                    break
                on_picture(thumb)
            case CheckpointMessage():
                if on_checkpoint is None or len(blobs) != 1:
                    break
                on_checkpoint(blobs[0])
            case ErrorMessage():
                raise decode_error(message)
            case DoneMessage():
                return message, blobs
    raise ResourceError("media.worker-died")


def _thumb(message: PictureMessage, blobs: list[bytes], max_bytes: int) -> Thumb:
    if len(blobs) != 1 or len(blobs[0]) > max_bytes or not blobs[0].startswith(_JPEG_START):
        raise MalformedError("media.worker-message")
    at = decode_fraction(message.at)
    if at < 0:
        raise MalformedError("media.worker-message")
    return Thumb(at, blobs[0])


def _decoded(message: DoneMessage, kind: type[str]) -> str:
    try:
        return msgspec.json.decode(message.value, type=kind)
    except msgspec.MsgspecError as exc:
        raise ResourceError("media.worker-died") from exc
