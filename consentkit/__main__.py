"""``consentkit``: the window, with a vault or without, else the command line."""

import contextlib
import sys


def _forbid_core_dumps() -> None:
    """Keep a crash from writing the memory, with its keys, to a disk."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run_command() -> None:
    """Run the command line; a stop is told the same way while the program still starts."""
    try:
        from consentkit.cli.main import main as command_line

        command_line()
    except KeyboardInterrupt:
        sys.stderr.write("Cancelled.\n")
        sys.exit(130)


def main() -> None:
    """Open the window (with the vault named, if any), run a command, or be the decoder."""
    _forbid_core_dumps()
    from consentkit.media.sandbox import FROZEN_ARGUMENT

    if sys.argv[1:2] == [FROZEN_ARGUMENT]:
        from consentkit.media.worker_process import main as decoder

        decoder()
        return
    if len(sys.argv) > 1 and not sys.argv[1].rstrip("/\\").endswith(".ckvault"):
        _run_command()
        return
    from consentkit.ui.app import main as window

    sys.exit(window())


if __name__ == "__main__":
    main()
