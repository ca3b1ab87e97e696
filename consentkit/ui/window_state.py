"""What the window remembers from one run to the next: its place, the page, the splitters."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from consentkit.kernel.durable import durable_replace
from consentkit.kernel.locations import state_folder

FILE_NAME = "window.json"
MAX_BYTES = 256 * 1024
"""A geometry is some hundred bytes, a layout too; a larger file is not ours."""

MAX_LAYOUT_CHARS = 4096


@dataclass(frozen=True, slots=True)
class WindowState:
    """The window's memory; holds nothing about what is in a vault.

    Attributes:
        geometry: What ``QWidget.saveGeometry`` gave.
        page: The page that was in front.
        layouts: What each page's ``save_layout`` gave.
    """

    geometry: bytes = b""
    page: str = ""
    layouts: Mapping[str, str] = field(default_factory=dict)


def load_window_state() -> WindowState:
    """Return what was remembered; nothing where there is no readable file."""
    import msgspec

    path = state_folder() / FILE_NAME
    try:
        if path.stat().st_size > MAX_BYTES:
            return WindowState()
        document = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
        geometry = base64.b64decode(str(document.get("geometry", "")), validate=True)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, binascii.Error, RecursionError):
        return WindowState()
    layouts = document.get("layouts")
    kept = layouts if isinstance(layouts, dict) else {}
    return WindowState(
        geometry=geometry,
        page=str(document.get("page", "")),
        layouts={
            str(name): text
            for name, text in kept.items()
            if isinstance(text, str) and len(text) <= MAX_LAYOUT_CHARS
        },
    )


def save_window_state(state: WindowState) -> None:
    """Remember ``state``.

    Raises:
        ResourceError: The disk is full, not writable, or failed.
    """
    import msgspec

    document = asdict(state) | {"geometry": base64.b64encode(state.geometry).decode("ascii")}
    durable_replace(state_folder() / FILE_NAME, msgspec.json.encode(document))
