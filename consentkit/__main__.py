"""``python -m consentkit`` is the command line."""

from consentkit.cli.main import main

if __name__ == "__main__":
    main()
