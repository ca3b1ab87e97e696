"""``consentkit``: the window without arguments, else the command line."""

import sys


def main() -> None:
    """Open the app when there are no arguments, else run a command, or be the decoder's process."""
    from consentkit.media.sandbox import FROZEN_ARGUMENT

    if sys.argv[1:2] == [FROZEN_ARGUMENT]:
        from consentkit.media.worker_process import main as decoder

        decoder()
        return
    if len(sys.argv) > 1:
        from consentkit.cli.main import main as command_line

        command_line()
        return
    from consentkit.ui.app import main as window

    sys.exit(window())


if __name__ == "__main__":
    main()
