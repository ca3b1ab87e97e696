"""``consentkit demo``."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import EXIT_NO
from consentkit.domain.report import Outcome, VerificationReport
from consentkit.kernel.progress import ProgressUpdate
from consentkit.services.demo import DEMO_PASSPHRASE, DemoReport, run_demo

_group = click.Group()
_STEPS = {
    "demo.recording": "Drawing and voicing a sample recording",
    "demo.vault": "Making a vault",
    "demo.scan": "Adding the recording and finding its conversations",
    "demo.stamp": "Getting time stamps from two demonstration authorities on this machine",
    "demo.ask": "Recording a yes, a no and an answer that never came",
    "demo.attach": "Attaching another conversation to the yes",
    "demo.export": "Exporting a proof",
    "demo.verify": "Verifying it, and a copy with one changed bit",
}


@click.option(
    "--out",
    type=click.Path(path_type=Path, readable=False),
    help="An empty folder; default: a new one.",
)
@click.option("--no-open", is_flag=True, help="Do not open the window afterwards.")
def _demo(call: Call, out: Path | None, no_open: bool) -> None:
    """Do the main job from start to end without a person and without a network.

    The time authorities are demonstrations on this machine and prove nothing to anybody.
    """
    folder = out or Path(tempfile.mkdtemp(prefix="consentkit-demo-"))

    def tell(update: ProgressUpdate) -> None:
        if not call.as_json:
            print(f"[{update.done + 1}/{update.total}] {_STEPS[update.step]} ...", flush=True)

    report = run_demo(folder, tell, call.cancel)
    call.say(report, *_summary(report))
    if not report.report.holds or report.tampered_report.holds:
        raise SystemExit(EXIT_NO)
    if not no_open and not call.as_json and _has_screen():
        print("Opening the window with this vault ...")
        subprocess.Popen(  # noqa: S603 -- our own program with a path we made
            [sys.executable, "-m", "consentkit", str(report.vault)], start_new_session=True
        )


def _has_screen() -> bool:
    """Return whether a person sits at a screen: a terminal, and a display behind it."""
    has_display = sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    return has_display and sys.stdout.isatty()


demo = command(_group, "demo")(_demo)


def _summary(report: DemoReport) -> list[str]:
    drawn, found = report.conversations
    lines = ["", f"Conversations: {drawn} drawn, {found} found"]
    lines += [f"  {name}: {status.value}" for name, status in report.statuses]
    lines += [
        f"Grade of the proof: {report.grade.value}",
        f"Proof:       {_verdict(report.report)}",
        f"Changed bit: {_verdict(report.tampered_report)}",
        "",
        f"Vault:      {report.vault}",
        f"            (passphrase: {DEMO_PASSPHRASE})",
        f"Recording:  {report.recording}",
        f"Proof:      {report.proof}",
        f"Changed:    {report.tampered}",
        f"Keys of the demonstration authorities: {report.roots}",
        "",
        "Verify it yourself:",
        f'  "{sys.executable}" -m consentkit verify \\',
        f'    "{report.proof}" --trust-roots "{report.roots}"',
    ]
    return lines


def _verdict(report: VerificationReport) -> str:
    passed = sum(check.outcome is Outcome.PASSED for check in report.checks)
    failed = [check for check in report.checks if check.outcome is Outcome.FAILED]
    if failed:
        return f"refused ({failed[0].code}: {failed[0].reason})"
    return f"{'verified' if report.holds else 'not verified'}, {passed} checks passed"
