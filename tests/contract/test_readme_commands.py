"""What the documents tell people to type exists."""

import re
from pathlib import Path

import click
import pytest

from consentkit.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]
TYPED = re.compile(r"`consentkit ([a-z][^`\n]*)`")


def named_commands():
    for name in ("README.md", "SECURITY.md", "CONTRIBUTING.md"):
        for found in TYPED.findall((ROOT / name).read_text(encoding="utf-8")):
            yield name, found.replace("\\|", "|")


@pytest.mark.parametrize(("document", "line"), sorted(set(named_commands())))
def test_a_command_that_a_document_names_exists(document, line):
    first, _, rest = line.partition(" ")
    command = cli.commands[first]
    if not isinstance(command, click.Group):
        options = {name for option in command.params for name in option.opts}
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in options, f"{document}: {line}"
        return
    for word in re.findall(r"(?:^|\|)\s*([a-z][a-z-]+)", rest):
        assert word in command.commands, f"{document}: {line}"
