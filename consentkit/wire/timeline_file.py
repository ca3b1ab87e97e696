"""An editor's timeline from a file: OTIO, CMX 3600 EDL, Final Cut Pro 7 XML, Final Cut Pro X XML.

The readers are our own, since a claim that is a frame off is a false one: the libraries round 29.97
to 29, take no drop-frame at 29.97, take 24 where no rate is known, or end on hostile input.
"""

from fractions import Fraction

from consentkit.domain.claims import Timeline
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import TIMELINE_MAX_BYTES
from consentkit.wire.timeline_edl import parse_edl
from consentkit.wire.timeline_fcp7 import parse_fcp7
from consentkit.wire.timeline_fcpx import parse_fcpx
from consentkit.wire.timeline_otio import parse_otio
from consentkit.wire.timeline_xml import parse_xml

TIMELINE_SUFFIXES = (".otio", ".edl", ".xml", ".fcpxml")
"""Endings of files that can be read, in lower case."""


def parse_timeline(untrusted: bytes, suffix: str, rate: Fraction | None = None) -> Timeline:
    """Return what a timeline file says.

    Args:
        untrusted: The whole file.
        suffix: Its ending, with the dot; tells the format.
        rate: Frames per second, for formats that do not name it (EDL); others ignore it.

    Raises:
        InputError: ``timeline.rate-needed``: the format names no rate and none was given.
        LimitError: It is too large or too deep, or has more clips than any timeline.
        MalformedError: It is not what its ending says, or says what cannot be.
    """
    if len(untrusted) > TIMELINE_MAX_BYTES:
        raise LimitError("timeline.too-large", limit=TIMELINE_MAX_BYTES)
    kind = suffix.lower()
    if kind == ".otio":
        return parse_otio(untrusted)
    if kind == ".edl":
        return parse_edl(_text(untrusted), rate)
    if kind not in TIMELINE_SUFFIXES:
        raise MalformedError("timeline.format")
    root = parse_xml(untrusted)
    if root.tag == "xmeml":
        return parse_fcp7(root)
    if root.tag == "fcpxml":
        return parse_fcpx(root)
    raise MalformedError("timeline.format")


def _text(untrusted: bytes) -> str:
    """Return the text of an EDL: UTF-8 or UTF-16 as marked, else one of the old code pages."""
    is_wide = untrusted.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return untrusted.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        return untrusted.decode("latin-1")
