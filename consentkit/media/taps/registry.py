"""Taps by name."""

from collections.abc import Mapping, Sequence

from consentkit.kernel.errors import InputError
from consentkit.media.taps.base import Tap

RECORDING_TAPS = (
    "filmstrip",
    "waveform",
    "panes",
    "cuts",
    "codes",
    "faces",
    "sound-prints",
    "picture-prints",
    "picture-track",
)
"""What a scan of a recording leaves in the vault."""

EDIT_TAPS = (
    "filmstrip",
    "waveform",
    "cuts",
    "faces",
    "blank",
    "sound-prints",
    "edit-picture",
    "edit-track",
)
"""What a scan of a finished video leaves, to be held against recordings."""

ALL_TAPS = tuple(dict.fromkeys((*RECORDING_TAPS, *EDIT_TAPS)))

TAP_VERSIONS: Mapping[str, int] = {
    "filmstrip": 1,
    "waveform": 1,
    "panes": 2,
    "cuts": 1,
    "codes": 1,
    "faces": 1,
    "blank": 1,
    "sound-prints": 1,
    "picture-prints": 1,
    "picture-track": 1,
    "edit-picture": 1,
    "edit-track": 1,
}
"""The taps' own versions, for whoever asks without loading what the taps work with."""


def make_taps(names: Sequence[str]) -> tuple[Tap, ...]:
    """Return a fresh tap for every name, in the order of the names.

    Raises:
        InputError: ``media.unknown-tap``.
    """
    return tuple(_make(name) for name in names)


def _make(name: str) -> Tap:
    match name:
        case "filmstrip":
            from consentkit.media.taps.filmstrip import FilmstripTap

            return FilmstripTap()
        case "waveform":
            from consentkit.media.taps.waveform import WaveformTap

            return WaveformTap()
        case "sound-prints":
            from consentkit.media.taps.sound_prints import SoundPrintsTap

            return SoundPrintsTap()
        case "panes":
            from consentkit.media.taps.panes import PanesTap

            return PanesTap()
        case "cuts":
            from consentkit.media.taps.cuts import CutsTap

            return CutsTap()
        case "codes":
            from consentkit.media.taps.codes import CodesTap

            return CodesTap()
        case "faces":
            from consentkit.media.taps.faces import FacesTap

            return FacesTap()
        case "blank":
            from consentkit.media.taps.blank import BlankTap

            return BlankTap()
        case "picture-prints":
            from consentkit.media.taps.picture_prints import PicturePrintsTap

            return PicturePrintsTap()
        case "edit-picture":
            from consentkit.media.taps.edit_picture import EditPictureTap

            return EditPictureTap()
        case "picture-track":
            from consentkit.media.taps.picture_track import PictureTrackTap

            return PictureTrackTap()
        case "edit-track":
            from consentkit.media.taps.edit_track import EditTrackTap

            return EditTrackTap()
        case _:
            raise InputError("media.unknown-tap")
