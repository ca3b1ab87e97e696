"""What the command line says: values as text or JSON, errors in two sentences, and progress."""

import dataclasses
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import Enum
from fractions import Fraction
from pathlib import Path

from consentkit.cli.sentences import SENTENCES
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import (
    ConsentKitError,
    InputError,
    RemoteRefusedError,
    ResourceError,
    StateError,
    VaultError,
    VaultInUseError,
    VaultLockedError,
    VerificationError,
)
from consentkit.kernel.progress import ProgressUpdate
from consentkit.kernel.timebase import format_instant, format_time
from consentkit.services.jobs import Pace

_JOINERS = "\u200c\u200d\u00ad"

EXIT_OK, EXIT_NO, EXIT_USAGE, EXIT_MACHINE, EXIT_LOCKED, EXIT_BUG, EXIT_CANCELLED = (
    0,
    1,
    2,
    3,
    4,
    70,
    130,
)


def error_sentence(error: ConsentKitError) -> tuple[str, str]:
    """Return what happened and one thing to try."""
    code = error.code
    while code:
        if code in SENTENCES:
            return SENTENCES[code]
        code = code[: max(code.rfind("."), code.rfind("-"), 0)]
    return ("It could not be done.", "Try again.")


def exit_code(error: ConsentKitError) -> int:
    """Return the exit code for an error; the meanings are stable."""
    match error:
        case VaultLockedError():
            return EXIT_LOCKED
        case VerificationError() | StateError():
            return EXIT_NO
        case InputError():
            return EXIT_USAGE
        case ResourceError() | RemoteRefusedError() | VaultInUseError() | VaultError():
            return EXIT_MACHINE
        case _:
            return EXIT_BUG


def plain(value: object) -> object:
    """Return a value as JSON: seconds with at most three decimals, instants in RFC 3339."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return round(float(value), 3)
    if isinstance(value, datetime):
        return format_instant(value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(str(plain(item)) for item in value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def shown(text: str) -> str:
    """Return ``text`` fit for a terminal: what steers it or turns the reading direction shows.

    Names come from others, and those in a proof from anybody. Joiners stay: scripts need them.
    """
    return "".join(
        char if char == "\n" or not _steers(char) else f"\\u{{{ord(char):x}}}" for char in text
    )


def _steers(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind in {"Cc", "Cs", "Zl", "Zp"} or (kind == "Cf" and char not in _JOINERS)


def show(value: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Print ``value`` as JSON, or the lines."""
    if as_json:
        print(json.dumps(plain(value), ensure_ascii=False, indent=1))
        return
    for line in lines:
        print(shown(line))


def show_error(error: ConsentKitError, *, as_json: bool) -> None:
    """Print an error: to stdout as JSON, else as two sentences to stderr."""
    happened, hint = error_sentence(error)
    if as_json:
        document = {
            "error": error.code,
            "facts": dict(error.facts),
            "message": happened,
            "try": hint,
        }
        print(json.dumps(document, ensure_ascii=False, indent=1))
    print(f"{happened} {_place(error)}{hint} [{error.code}]", file=sys.stderr)


def _place(error: ConsentKitError) -> str:
    """Return where in a file a person wrote the trouble is, for errors that know the line."""
    line, field, pack = (error.facts.get(name) for name in ("line", "field", "pack"))
    if not isinstance(line, int):
        return ""
    place = f"line {line}, {shown(str(field))}. " if field else f"line {line}. "
    return f"{shown(str(pack))}.toml, {place}" if pack else place.capitalize()


class Meter:
    """Shows progress and time left on one line of a terminal, and nothing where there is none."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_quiet = is_quiet or not sys.stderr.isatty()
        self._last = ""
        self._pace = Pace(SystemClock())

    def __call__(self, update: ProgressUpdate) -> None:
        """Show an update if it changes what is shown."""
        if self._is_quiet:
            return
        share = update.fraction
        text = update.step if share is None else f"{update.step} {share:4.0%}"
        left = self._pace.seconds_left(update)
        if left is not None:
            text += f", {format_time(Fraction(round(left)), decimals=0)} left"
        if text != self._last:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
            self._last = text

    def clear(self) -> None:
        """Take the line away."""
        if self._last:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._last = ""


def moment(at: datetime) -> str:
    """Return an instant as text for a reader, to the second; JSON has all of it."""
    return format_instant(at.replace(microsecond=0))


def span(start: Fraction, end: Fraction) -> str:
    """Return a stretch of time as text."""
    return f"{format_time(start)}-{format_time(end)}"
