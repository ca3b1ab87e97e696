"""What the command line says: values as text or JSON, and a sentence for every error.

An error sentence tells what happened and one thing to try. Codes without a sentence of their own
take that of the longest beginning that has one.
"""

import dataclasses
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import Enum
from fractions import Fraction
from pathlib import Path

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

EXIT_OK, EXIT_NO, EXIT_USAGE, EXIT_MACHINE, EXIT_LOCKED, EXIT_BUG, EXIT_CANCELLED = (
    0,
    1,
    2,
    3,
    4,
    70,
    130,
)

SENTENCES: Mapping[str, tuple[str, str]] = {
    "vault.locked": (
        "The vault did not open.",
        "Check the passphrase, or use the words of the recovery sheet.",
    ),
    "vault.in-use": (
        "Another program is using this vault.",
        "Close it there, or read only: the commands that show things take --read-only.",
    ),
    "vault.newer-version": (
        "This vault was written by a newer ConsentKit.",
        "Update ConsentKit and try again; nothing was changed.",
    ),
    "vault.not-a-vault": (
        "There is no vault in that folder.",
        "Name a folder that ends in .ckvault.",
    ),
    "vault.exists": ("Something is in that folder already.", "Choose a name that is free."),
    "vault.header": (
        "The vault's header is not what was written.",
        "Restore a backup with: consentkit vault restore BACKUP FOLDER",
    ),
    "vault.damaged": (
        "A part of the vault is not what was written.",
        "Run: consentkit vault check. It names what is damaged.",
    ),
    "vault.passphrase": (
        "That passphrase cannot be used.",
        "Take one that is not empty and has at most a thousand characters.",
    ),
    "vault": ("The vault does not allow that now.", "Run: consentkit vault status"),
    "disk.full": ("The disk is full.", "Free some space and try again; nothing was lost."),
    "disk.not-writable": (
        "That place cannot be written to.",
        "Choose a folder of your own, or change its permissions.",
    ),
    "disk": ("The disk did not do what was asked.", "Try again; check the disk if it stays so."),
    "file.unreadable": (
        "The file cannot be read.",
        "Check that it is there and that you may read it.",
    ),
    "file": ("The file cannot be used.", "Check that it is whole and yours to read."),
    "media.worker": (
        "The decoder stopped in the middle.",
        "Try again. If it stays so, the file is damaged in a way it cannot read.",
    ),
    "media": (
        "This is not a recording that can be read.",
        "Play it in a video player; if that works, convert it to MP4 and add that.",
    ),
    "recording.missing": (
        "The recording's file is not where it was.",
        "Say where it is: consentkit recording relocate ID FILE",
    ),
    "recording.changed": (
        "The file is not the recording that was added.",
        "Find the original; a changed file cannot show what was said.",
    ),
    "recording.other-file": (
        "That file is another recording.",
        "Choose the file with the same content; its name does not matter.",
    ),
    "recording.in-use": (
        "Permissions refer to this recording.",
        "Keep it, or erase those permissions first.",
    ),
    "recording": ("There is no such recording.", "List them: consentkit recording list"),
    "conversation.overlap": (
        "Two conversations would overlap.",
        "Move the neighbour's edge first.",
    ),
    "conversation.has-record": (
        "A permission covers this conversation.",
        "Keep it, or attach the permission to another one first.",
    ),
    "conversation": (
        "That is not possible with this conversation.",
        "List them: consentkit conversation list RECORDING",
    ),
    "excerpt.outside": (
        "The marks lie outside the recording.",
        "Set question and answer between its beginning and its end.",
    ),
    "excerpt.too-long": (
        "Question and answer are too far apart.",
        "Mark the moment itself; a quarter of an hour is the most.",
    ),
    "excerpt": ("The excerpt could not be cut.", "Move the marks a little and try again."),
    "evidence.answer-before-question": (
        "The answer lies before the question.",
        "Mark the answer after its question.",
    ),
    "consent.not-adult": (
        "A yes counts only from somebody who said to be of age.",
        "Set is_adult_stated = true if the person said so; otherwise record no permission.",
    ),
    "consent.refused-recently": (
        "This person said no less than 30 days ago.",
        "Wait, or let the person begin.",
    ),
    "consent.only-partner-withdraws": (
        "Only the person can withdraw.",
        "To end it from your side: consentkit consent revoke",
    ),
    "consent.on-hold": ("The permission is on legal hold.", "Lift the hold first."),
    "consent.step": (
        "The permission does not stand where this step begins.",
        "See where it stands: consentkit consent show ID",
    ),
    "event.reason": ("This step needs a reason.", "Add: --reason TEXT"),
    "event": ("The step is not complete.", "See: consentkit consent --help"),
    "record.erased": ("The permission was erased.", "Only its tombstone is left."),
    "record": ("There is no such permission.", "List them: consentkit consent list"),
    "draft": (
        "The permission is not complete.",
        "Every purpose needs an answer, and a spoken answer its recording.",
    ),
    "scope-file": (
        "The scope file is not in its form.",
        "See an example: consentkit consent record --help",
    ),
    "scope": ("The scope is not possible.", "Every permission needs data, a place and an end."),
    "party": ("A field of the person is not in its form.", "Country as ID, languages as id, en."),
    "attachment.type": (
        "Files of this kind are not attached.",
        "Images, PDF, plain text and sound are taken.",
    ),
    "profile.incomplete": (
        "Your name or contact is missing: the partner must hear both.",
        "Set them: consentkit profile --name NAME --contact CONTACT",
    ),
    "notice": ("The ask card does not speak this language.", "List them: consentkit ask --list"),
    "proof.sealed": ("The proof is encrypted.", "Give your key: --identity-file FILE"),
    "proof.field": (
        "The receipt has no such field.",
        "List them: consentkit proof fields ID",
    ),
    "age": ("The key does not open this file.", "Ask the sender which key it was encrypted to."),
    "network": (
        "The time authority could not be reached.",
        "Nothing is lost; the time stamp is tried again later.",
    ),
    "time": (
        "The time authority's answer does not hold.",
        "It is tried again later; ask another authority if it stays so.",
    ),
    "text.too-long": ("A text is too long.", "Shorten it."),
    "text": ("A text holds characters that cannot be kept.", "Type it again."),
    "id.shape": ("That is not an identifier.", "Copy it from a list command."),
    "demo.folder-in-use": ("Something is in that folder already.", "Name an empty one: --out DIR"),
    "install": ("The install is incomplete.", "Install ConsentKit again."),
    "input": ("That cannot be used.", "See the command's --help."),
}


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


def show(value: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Print ``value`` as JSON, or the lines."""
    if as_json:
        print(json.dumps(plain(value), ensure_ascii=False, indent=1))
        return
    for line in lines:
        print(line)


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
    print(f"{happened} {hint} [{error.code}]", file=sys.stderr)


class Meter:
    """Shows progress on one line of a terminal, and nothing where there is none."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_quiet = is_quiet or not sys.stderr.isatty()
        self._last = ""

    def __call__(self, update: ProgressUpdate) -> None:
        """Show an update if it changes what is shown."""
        if self._is_quiet:
            return
        share = update.fraction
        text = update.step if share is None else f"{update.step} {share:4.0%}"
        if text != self._last:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
            self._last = text

    def clear(self) -> None:
        """Take the line away."""
        if self._last:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._last = ""


def span(start: Fraction, end: Fraction) -> str:
    """Return a stretch of time as text."""
    return f"{format_time(start)}-{format_time(end)}"
