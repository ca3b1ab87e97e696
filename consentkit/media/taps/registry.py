"""Taps by name."""

from collections.abc import Sequence

from consentkit.kernel.errors import InputError
from consentkit.media.taps.base import Tap

ALL_TAPS = ("filmstrip", "waveform", "panes")


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
        case "panes":
            from consentkit.media.taps.panes import PanesTap

            return PanesTap()
        case _:
            raise InputError("media.unknown-tap")
