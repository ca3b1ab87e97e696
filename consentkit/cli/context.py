"""What every command shares: the options, the open vault, and the way out when something fails."""

import functools
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import click

from consentkit.cli.output import EXIT_BUG, EXIT_CANCELLED, Meter, exit_code, show, show_error
from consentkit.kernel.errors import ConsentKitError, InputError, ResourceError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.services.workspace import Workspace, open_vault

PASSPHRASE_MAX_BYTES = 8192


@dataclass(slots=True)
class Call:
    """One run of a command.

    Attributes:
        vault: Folder of the vault, if one was named.
        passphrase_file: File whose first line is the passphrase, or None to ask.
        as_json: Answers are printed as JSON.
        read_only: The vault is opened for reading.
        meter: Shows progress.
        cancel: Set by the first Ctrl+C.
    """

    vault: Path | None
    passphrase_file: Path | None
    as_json: bool
    read_only: bool
    meter: Meter
    cancel: CancelToken

    def passphrase(self, prompt: str = "Passphrase", *, confirm: bool = False) -> str:
        """Return the passphrase from the file, or ask for it without showing it.

        Raises:
            InputError: The file cannot be read.
        """
        if self.passphrase_file is None:
            return str(click.prompt(prompt, hide_input=True, confirmation_prompt=confirm, err=True))
        return read_secret(self.passphrase_file)

    def folder(self) -> Path:
        """Return the vault's folder.

        Raises:
            click.UsageError: None was named.
        """
        if self.vault is None:
            raise click.UsageError("Name a vault with --vault DIR or CONSENTKIT_VAULT.")
        return self.vault

    def open(self) -> Workspace:
        """Open the vault; the caller closes it."""
        return open_vault(self.folder(), passphrase=self.passphrase(), read_only=self.read_only)

    def say(self, value: object, *lines: str) -> None:
        """Print an answer; when nobody reads it to its end, what was done stays done.

        Raises:
            ResourceError: It cannot be written: the disk it goes to is full.
        """
        self.meter.clear()
        try:
            show(value, lines, as_json=self.as_json)
            sys.stdout.flush()
        except OSError as exc:
            # Otherwise the interpreter complains when it empties its buffer at the end.
            with Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), sys.stdout.fileno())
            if not isinstance(exc, BrokenPipeError):
                raise ResourceError("output.unwritable") from exc


def read_secret(path: Path) -> str:
    """Return the first line of a file.

    Raises:
        InputError: It cannot be read, is too long, or is no text.
    """
    try:
        with path.open("rb") as stream:
            line = stream.readline(PASSPHRASE_MAX_BYTES)
        return line.decode("utf-8").rstrip("\r\n")
    except (OSError, ValueError) as exc:
        raise InputError("file.unreadable") from exc


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option(
            "--vault",
            type=click.Path(path_type=Path, readable=False),
            envvar="CONSENTKIT_VAULT",
            help="Folder of the vault.",
        ),
        click.option(
            "--passphrase-file",
            type=click.Path(path_type=Path, readable=False),
            help="File whose first line is the passphrase.",
        ),
        click.option("--read-only", is_flag=True, help="Open the vault for reading."),
        click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON."),
    ):
        function = option(function)
    return function


def command(group: click.Group, name: str) -> Callable[[Callable[..., None]], click.Command]:
    """Return a decorator that makes a function a command; its first argument is the ``Call``."""

    def decorate(function: Callable[..., None]) -> click.Command:
        @functools.wraps(function)
        def run(
            *,
            vault: Path | None,
            passphrase_file: Path | None,
            read_only: bool,
            as_json: bool,
            **arguments: Any,  # noqa: ANN401 -- click's own
        ) -> None:
            meter = Meter(is_quiet=as_json)
            call = Call(vault, passphrase_file, as_json, read_only, meter, CancelToken())
            sys.exit(_guarded(call, lambda: function(call, **arguments)))

        return group.command(name)(_options(run))

    return decorate


def _guarded(call: Call, work: Callable[[], None]) -> int:
    """Return the exit code of ``work``."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        call.cancel.cancel()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        work()
    except ConsentKitError as exc:
        call.meter.clear()
        show_error(exc, as_json=call.as_json)
        return exit_code(exc)
    except (Cancelled, KeyboardInterrupt, click.Abort):
        call.meter.clear()
        print("Cancelled.", file=sys.stderr)
        return EXIT_CANCELLED
    except click.ClickException:
        raise
    except SystemExit as exc:
        return int(exc.code or 0)
    except Exception as exc:
        call.meter.clear()
        print(f"This is a bug in ConsentKit: {type(exc).__name__}", file=sys.stderr)
        if click.get_current_context().find_root().params.get("debug"):
            raise
        return EXIT_BUG
    finally:
        signal.signal(signal.SIGINT, before)
    return 0
