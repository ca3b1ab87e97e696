"""``consentkit`` and ``python -m consentkit``: the window without arguments, else the command line."""

import sys


def main() -> None:
    """Open the app when there are no arguments, else run a command."""
    if len(sys.argv) > 1:
        from consentkit.cli.main import main as command_line

        command_line()
        return
    from consentkit.ui.app import main as window

    sys.exit(window())


if __name__ == "__main__":
    main()
