"""``consentkit reach``: everything that an ended permission or a complaint concerns."""

from collections.abc import Iterator
from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import EXIT_NO, moment, span
from consentkit.domain.obligations import Measure, ReachKind, TaskState
from consentkit.services.publication_views import Reach, ReachTask

group = click.Group("reach", help="What an ended permission concerns, and until when.")

_KINDS = {
    ReachKind.RANGE: "published video",
    ReachKind.THUMBNAIL: "thumbnail or title",
    ReachKind.MONEY: "advertisements or sponsor",
    ReachKind.CLIP: "video not published yet",
    ReachKind.RECORDING: "recording",
    ReachKind.PROOF: "proof handed out",
    ReachKind.COMPLAINT: "complaint",
}
_REASONS = {
    "withdrawn": "withdrawn by the person",
    "invalidated": "void from the start",
    "revoked": "ended by you",
    "suspended": "in doubt",
    "expired": "its term is over",
    "erased": "the record was erased",
    "complaint": "a complaint",
}
_STATES = {TaskState.OPEN: "open", TaskState.LATE: "LATE", TaskState.DONE: "done"}


def _list(call: Call) -> None:
    """List everyone with something open, what is late first. Exit code 1: something is late."""
    workspace = call.open()
    try:
        found = workspace.reach.reaches()
        call.say(found, *(_reach_line(reach) for reach in found))
    finally:
        workspace.close()
    if any(task.state is TaskState.LATE for reach in found for task in reach.tasks):
        raise SystemExit(EXIT_NO)


def _reach_line(reach: Reach) -> str:
    left = [task for task in reach.tasks if task.state is not TaskState.DONE]
    is_late = any(task.state is TaskState.LATE for task in left)
    return (
        f"{reach.key}  {'LATE' if is_late else 'open':<4}  until {moment(reach.due_at)}  "
        f"{len(left)} to do  {_REASONS[reach.reason]}  {reach.partner}"
    )


@click.argument("consent_id")
def _show(call: Call, consent_id: str) -> None:
    """Show all that a person's ended permission, or a complaint, concerns."""
    workspace = call.open()
    try:
        reach = workspace.reach.reach(consent_id)
        call.say(reach, *_lines(reach))
    finally:
        workspace.close()


def _lines(reach: Reach) -> Iterator[str]:
    yield f"{reach.key}  {reach.partner}".rstrip()
    yield f"{_REASONS[reach.reason]}, since {moment(reach.since)}"
    yield "Everything is done." if reach.is_complete else f"Until {moment(reach.due_at)}:"
    for task in reach.tasks:
        yield ""
        yield f"  {_STATES[task.state]:<4}  {task.id}  {_KINDS[task.kind]}  {task.name}".rstrip()
        yield from _task_lines(task)


def _task_lines(task: ReachTask) -> Iterator[str]:
    if task.url:
        yield f"        {task.url}"
    for lane in sorted({lane for lane, _ in task.stretches}):
        ranges = ", ".join(span(one.start, one.end) for on, one in task.stretches if on is lane)
        yield f"        {lane.value:<8} {ranges}"
    if task.done_at is not None:
        yield f"        {task.done_by.replace('_', ' ')}, {moment(task.done_at)}"
    else:
        ways = ", ".join(remedy.value for remedy in task.remedies)
        yield f"        until {moment(task.due_at)}; what helps: {ways}"


@click.argument("consent_id")
@click.argument("task_id")
@click.option(
    "--by",
    "remedy",
    type=click.Choice([measure.value for measure in Measure]),
    required=True,
    help="What was done.",
)
@click.option("--note", default="", help="Why it stays, for keep.")
def _done(call: Call, consent_id: str, task_id: str, remedy: str, note: str) -> None:
    """Note that a task was done; it is entered into the log."""
    workspace = call.open()
    try:
        reach = workspace.reach.done(consent_id, task_id, Measure(remedy), note)
        call.say(reach, *_lines(reach))
    finally:
        workspace.close()


@click.argument("consent_id")
@click.argument("task_id")
def _undo(call: Call, consent_id: str, task_id: str) -> None:
    """Take back that a task was done; its clock ran on."""
    workspace = call.open()
    try:
        reach = workspace.reach.undo(consent_id, task_id)
        call.say(reach, *_lines(reach))
    finally:
        workspace.close()


@click.argument("consent_id")
@click.option(
    "--out",
    type=click.Path(path_type=Path, readable=False),
    required=True,
    help="PDF to write; the signed statement is written beside it.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "id", "ru"]),
    default="en",
    show_default=True,
    help="Language of the page.",
)
@click.option("--replace", is_flag=True, help="Replace files that are there already.")
def _statement(call: Call, consent_id: str, out: Path, language: str, *, replace: bool) -> None:
    """Write a signed statement for the person of what was done, once everything is."""
    workspace = call.open()
    try:
        made = workspace.reach.completion_statement(consent_id, out, language, is_replacing=replace)
        call.say(
            made,
            f"Statement {made.short_id}: {made.pdf}",
            f"Signed: {made.signed}",
            f"Anybody verifies it with: consentkit verify {made.signed.name}",
        )
    finally:
        workspace.close()


command(group, "list")(_list)
command(group, "show")(_show)
command(group, "done")(_done)
command(group, "undo")(_undo)
command(group, "statement")(_statement)
