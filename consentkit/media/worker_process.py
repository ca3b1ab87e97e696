"""The decoding process: reads one request, does it, and writes progress and a result.

It has no keys, no secrets in its environment, and ends when the application does.
"""

import os
import sys
import threading
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import IO, TypeVar

import msgspec

from consentkit.domain.recording import PacketTree
from consentkit.kernel.errors import ConsentKitError, LimitError, MalformedError
from consentkit.kernel.limits import BUNDLE_MAX_BYTES
from consentkit.kernel.progress import ProgressUpdate
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bounds import (
    REDACTED_MAX_BYTES,
    WORKER_ADDRESS_SPACE_BYTES,
    WORKER_OPEN_FILES,
)
from consentkit.media.messages import (
    CheckpointMessage,
    DoneMessage,
    PictureMessage,
    ProgressMessage,
    Request,
    decode_fraction,
    encode_error,
    encode_fraction,
    encode_scan,
    read_exactly,
    read_header,
    write_message,
)
from consentkit.media.result import Thumb

_T = TypeVar("_T")

_WRITABLE_BYTES = {"cut": BUNDLE_MAX_BYTES, "redact": REDACTED_MAX_BYTES}
"""How large a file a task may write; any other may write none."""

_LOWEST_PRIORITY = 19
_SOON_PRIORITY = 5
"""Someone waits for a filmstrip or a still; a scan may take its time."""


class _Outbox:
    """Writes messages to the application."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe

    def send(self, message: msgspec.Struct, blobs: Sequence[bytes | memoryview] = ()) -> None:
        write_message(self._pipe, message, blobs)

    def progress(self, update: ProgressUpdate) -> None:
        self.send(ProgressMessage(update.step, update.done, update.total))

    def checkpoint(self, data: bytes) -> None:
        self.send(CheckpointMessage([len(data)]), [data])

    def picture(self, thumb: Thumb) -> None:
        self.send(PictureMessage(encode_fraction(thumb.at), [len(thumb.jpeg)]), [thumb.jpeg])


def main() -> None:
    """Serve one request from standard input, then end the process."""
    inbox, outbox = _take_streams()
    raw = read_header(inbox)
    if raw is None:
        return
    request = msgspec.json.decode(raw, type=Request)
    blobs = [read_exactly(inbox, length) for length in request.blobs]
    _limit_self(request.task)
    threading.Thread(target=_end_with_application, args=(inbox,), daemon=True).start()
    try:
        _serve(request, blobs, outbox)
    except ConsentKitError as exc:
        outbox.send(encode_error(exc))
    except MemoryError:
        outbox.send(encode_error(LimitError("media.memory")))
    # Decoder threads and whatever a codec left behind must not delay or crash the end.
    os._exit(0)


def _take_streams() -> tuple[IO[bytes], _Outbox]:
    """Return the pipes, and point the standard streams where stray output does no harm."""
    inbox = os.fdopen(os.dup(0), "rb")
    outbox = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    return inbox, _Outbox(outbox)


def _end_with_application(inbox: IO[bytes]) -> None:
    """End this process when the application closes the pipe or is gone."""
    inbox.read(1)
    os._exit(1)


def _limit_self(task: str) -> None:
    """Bound memory, files and priority, before the recording is opened."""
    if sys.platform == "win32":
        return
    import resource

    wanted = {
        resource.RLIMIT_AS: WORKER_ADDRESS_SPACE_BYTES,
        resource.RLIMIT_NOFILE: WORKER_OPEN_FILES,
        resource.RLIMIT_FSIZE: _WRITABLE_BYTES.get(task, 0),
        # A core dump would be a copy of somebody's pictures.
        resource.RLIMIT_CORE: 0,
    }
    for kind, value in wanted.items():
        _, hard = resource.getrlimit(kind)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (bound, bound))
        except (OSError, ValueError):
            # macOS refuses some of them; the others still hold.
            continue
    os.nice(_LOWEST_PRIORITY if task == "scan" else _SOON_PRIORITY)


def _serve(request: Request, blobs: list[bytes], outbox: _Outbox) -> None:
    path = Path(request.path)
    match request.task:
        case "scan":
            _serve_scan(path, request, blobs, outbox)
        case "filmstrip":
            from consentkit.media.stills import quick_thumbs

            count = _argument(request, "count", int)
            given = quick_thumbs(path, outbox.picture, count)
            outbox.send(DoneMessage(_raw(given)))
        case "still":
            from consentkit.media.stills import still_at

            at = decode_fraction(_argument(request, "at", str))
            outbox.picture(still_at(path, at, _argument(request, "max_width_px", int)))
            outbox.send(DoneMessage())
        case "cut":
            _serve_cut(path, request, outbox)
        case "packets":
            from consentkit.media.packet_scan import packet_trees_of

            found = packet_trees_of(path, outbox.progress)
            outbox.send(DoneMessage(_raw([_row(tree) for tree in found])))
        case "verify":
            from consentkit.media.cut import verify_excerpt_file
            from consentkit.media.excerpt import excerpt_proof_from_json

            proof = excerpt_proof_from_json(_argument(request, "proof", str))
            trees = _trees(request) if "trees" in request.arguments else None
            verify_excerpt_file(path, proof, trees)
            outbox.send(DoneMessage())
        case "faces":
            _serve_faces(path, request, outbox)
        case "tracks":
            from consentkit.media.track_answer import encode_heard
            from consentkit.media.track_sound import heard_in_tracks

            outbox.send(*encode_heard(heard_in_tracks(path, outbox.progress)))
        case "redact" | "redact.look" | "redact.preview":
            _serve_redaction(path, request, blobs, outbox)
        case _:
            raise MalformedError("media.worker-message")


def _serve_scan(path: Path, request: Request, blobs: list[bytes], outbox: _Outbox) -> None:
    from consentkit.media.scan import scan_named

    every_s = _argument(request, "every_s", float)
    result = scan_named(
        path,
        _argument(request, "taps", list[str]),
        outbox.progress,
        is_quick=_argument(request, "quick", bool),
        saved=blobs[0] if blobs else None,
        save=outbox.checkpoint if every_s else None,
        every_s=every_s,
    )
    outbox.send(*encode_scan(result))


def _serve_redaction(path: Path, request: Request, blobs: list[bytes], outbox: _Outbox) -> None:
    from consentkit.media.redact import serve

    order = blobs[0]
    if request.task == "redact":
        target, muxer = (_argument(request, name, str) for name in ("target", "muxer"))
        done = serve.serve_render(path, Path(target), muxer, order, outbox.progress)
    elif request.task == "redact.look":
        duration = decode_fraction(_argument(request, "duration", str))
        sounds = _argument(request, "sounds", list[int])
        done = serve.serve_look(path, order, duration, sounds, outbox.progress)
    else:
        at = decode_fraction(_argument(request, "at", str))
        width_px = _argument(request, "max_width_px", int)
        done = serve.serve_preview(path, at, order, width_px, outbox.picture)
    outbox.send(done)


def _serve_cut(path: Path, request: Request, outbox: _Outbox) -> None:
    from consentkit.media.cut import cut_file
    from consentkit.media.excerpt import excerpt_proof_to_json

    start, end, margin = (
        decode_fraction(_argument(request, name, str)) for name in ("start", "end", "margin")
    )
    excerpt = cut_file(
        path,
        TimeRange(start, end),
        Fraction(margin),
        _trees(request),
        Path(_argument(request, "folder", str)),
        outbox.progress,
    )
    outbox.send(DoneMessage(_raw(excerpt_proof_to_json(excerpt.proof))))


def _serve_faces(path: Path, request: Request, outbox: _Outbox) -> None:
    from consentkit.media.faces.answer import encode_findings
    from consentkit.media.faces.find import find_faces

    stretches = [
        TimeRange(decode_fraction(start), decode_fraction(end))
        for start, end in _argument(request, "stretches", list[tuple[str, str]])
    ]
    cuts = [decode_fraction(cut) for cut in _argument(request, "cuts", list[str])]
    findings = find_faces(path, stretches, outbox.progress, cuts=cuts)
    outbox.send(*encode_findings(findings))


def _trees(request: Request) -> tuple[PacketTree, ...]:
    rows = _argument(request, "trees", list[tuple[int, int, str, str, str]])
    return tuple(
        PacketTree(index, size, root, decode_fraction(time_base), decode_fraction(origin))
        for index, size, root, time_base, origin in rows
    )


def _row(tree: PacketTree) -> tuple[int, int, str, str, str]:
    base, origin = encode_fraction(tree.time_base), encode_fraction(tree.origin)
    return tree.stream_index, tree.size, tree.root, base, origin


def _argument(request: Request, name: str, kind: type[_T]) -> _T:
    return msgspec.json.decode(request.arguments[name], type=kind)


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(value))


if __name__ == "__main__":
    main()
