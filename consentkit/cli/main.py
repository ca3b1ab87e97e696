"""The command line: one group per subject."""

import click

from consentkit import __version__
from consentkit.cli import (
    ask,
    check,
    complaint,
    consent,
    conversation,
    credentials,
    demo,
    proof,
    publication,
    reach,
    recording,
    redact,
    upload,
    vault,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="consentkit")
@click.option("--debug", is_flag=True, help="Show where a bug happened.")
def cli(debug: bool) -> None:
    """Attach recorded clips to consent records, and prove it.

    Without arguments the window opens. Exit codes: 0 done or it holds, 1 it does not hold,
    2 wrong usage or input, 3 the machine's trouble, 4 locked, 70 a bug, 130 cancelled.
    """


for group in (vault.group, recording.group, conversation.group, consent.group, proof.group):
    cli.add_command(group)
for single in (ask.ask, ask.profile, proof.verify, demo.demo):
    cli.add_command(single)
check.add_to(cli)
redact.add_to(cli)
cli.add_command(credentials.group)
cli.add_command(upload.group)
for following in (publication.group, reach.group, complaint.group):
    cli.add_command(following)


def main() -> None:
    """Run the command line."""
    cli(prog_name="consentkit")
