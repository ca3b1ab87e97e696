"""The tasks of redaction in the process that decodes."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from consentkit.kernel.progress import Progress
from consentkit.media.messages import DoneMessage
from consentkit.media.redact.answer import decode_order, encode_doubts, encode_written
from consentkit.media.result import Thumb


def serve_render(
    path: Path, target: Path, muxer: str, order: bytes, progress: Progress
) -> DoneMessage:
    """Write the redacted video and return the answer; see ``render.render_file``."""
    from consentkit.media.redact.render import render_file

    written = render_file(path, target, muxer, decode_order(order), progress)
    return encode_written(written.duration, written.copied_s, written.encoded_s, written.streams)


def serve_look(
    path: Path, order: bytes, duration: Fraction, sounds: list[int], progress: Progress
) -> DoneMessage:
    """Look at a written file and return the answer; see ``look_again.look_again``."""
    from consentkit.media.redact.look_again import Written, look_again

    written = Written(duration, tuple(sounds))
    return encode_doubts(look_again(path, decode_order(order), written, progress))


def serve_preview(
    path: Path, at: Fraction, order: bytes, width_px: int, send: Callable[[Thumb], None]
) -> DoneMessage:
    """Send one picture and return the answer; see ``preview.preview``."""
    from consentkit.media.redact.preview import preview

    send(preview(path, at, decode_order(order), width_px))
    return DoneMessage()
