"""``consentkit complaint``: a link and a timecode, and all that is known of that moment."""

from collections.abc import Iterator
from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import moment, span
from consentkit.domain.obligations import MEASURES, Measure, ReachKind
from consentkit.kernel.errors import NotFoundError
from consentkit.kernel.timebase import format_time, parse_instant
from consentkit.services.publication_views import ComplaintKit
from consentkit.services.replies import REPLY_LANGUAGES

group = click.Group("complaint", help="Answer complaints about published videos.")


@click.argument("link")
@click.argument("time", required=False)
@click.option("--text", default="", help="What was written.")
@click.option(
    "--language",
    type=click.Choice(REPLY_LANGUAGES),
    help="Language of the draft; default is that of the person.",
)
@click.option("--received", help="When it came, RFC 3339; default is now. Its clock runs from it.")
def _open(
    call: Call,
    link: str,
    time: str | None,
    text: str,
    language: str | None,
    received: str | None,
) -> None:
    """Enter a complaint about a moment of a video, and print all that is known of it.

    LINK is the video's link or the publication's identifier; TIME is written like 1:02:33, and
    can be left out where the link names a moment.
    """
    received_at = parse_instant(received) if received else None
    workspace = call.open()
    try:
        try:
            kit = workspace.complaints.open_complaint(
                link, time, text, language=language or "", received_at=received_at
            )
        except NotFoundError:
            if not call.as_json:
                for made in workspace.publications.cards():
                    call.say(made, f"{made.id}  {made.url}  {made.title}")
            raise
        call.say(kit, *_lines(kit))
    finally:
        workspace.close()


def _lines(kit: ComplaintKit) -> Iterator[str]:
    yield f"{kit.id or 'not kept'}  {kit.publication.title}  {kit.publication.url}"
    yield f"At {format_time(kit.at)}; answer until {moment(kit.due_at)}."
    if kit.closed_at is not None:
        yield f"Closed by {kit.closed_by.replace('_', ' ')}, {moment(kit.closed_at)}."
    yield ""
    for consent_id, partner, status in zip(
        kit.consent_ids, kit.partners, kit.statuses, strict=False
    ):
        yield f"  {consent_id}  {status:<12} {partner}"
    for conversation_id in kit.conversation_ids:
        yield f"  {conversation_id}  nobody on record"
    if not kit.consent_ids and not kit.conversation_ids:
        yield "  Nobody you recorded is known to be there."
    if kit.source_at is not None:
        yield f"  from {kit.recording_id} at {format_time(kit.source_at)}"
    for evidence_id in kit.evidence_ids:
        yield f"  excerpt {evidence_id}"
    for lane, one in kit.stretches:
        yield f"  {lane.value:<8} {span(one.start, one.end)}"
    if kit.closed_at is None:
        yield f"  what helps: {', '.join(remedy.value for remedy in kit.remedies)}"
    yield ""
    yield from kit.reply.splitlines()


@click.option("--all", "with_closed", is_flag=True, help="Closed ones, too.")
def _list(call: Call, with_closed: bool) -> None:
    """List the complaints that wait for an answer, newest first."""
    workspace = call.open()
    try:
        found = [
            kit for kit in workspace.complaints.cards() if with_closed or kit.closed_at is None
        ]
        call.say(
            found,
            *(
                f"{kit.id}  {'closed' if kit.closed_at else moment(kit.due_at)}  "
                f"{format_time(kit.at)}  {kit.publication.url}  {', '.join(kit.partners)}"
                for kit in found
            ),
        )
    finally:
        workspace.close()


@click.argument("complaint_id")
def _show(call: Call, complaint_id: str) -> None:
    """Show a complaint as things stand."""
    workspace = call.open()
    try:
        kit = workspace.complaints.kit(complaint_id)
        call.say(kit, *_lines(kit))
    finally:
        workspace.close()


@click.argument("complaint_id")
@click.option(
    "--out",
    type=click.Path(path_type=Path, readable=False),
    required=True,
    help="Folder to make.",
)
@click.option("--language", type=click.Choice(REPLY_LANGUAGES), help="Language of the draft.")
def _export(call: Call, complaint_id: str, out: Path, language: str | None) -> None:
    """Write draft, what is known, and the excerpts, which are open then, into a new folder."""
    workspace = call.open()
    try:
        written = workspace.complaints.export_kit(complaint_id, out, language or "")
        call.say(written, *(str(path) for path in written))
    finally:
        workspace.close()


@click.argument("complaint_id")
@click.option(
    "--by",
    "remedy",
    type=click.Choice([measure.value for measure in MEASURES[ReachKind.COMPLAINT]]),
    help="What was done.",
)
@click.option("--undo", is_flag=True, help="Open it again.")
def _close(call: Call, complaint_id: str, remedy: str | None, undo: bool) -> None:
    """Close a complaint by what was done about it."""
    if (remedy is None) is not undo:
        raise click.UsageError("Say what was done with --by, or --undo.")
    workspace = call.open()
    try:
        if remedy is None:
            kit = workspace.complaints.reopen(complaint_id)
        else:
            # Through the reach, so that a video that was taken down is down everywhere.
            workspace.reach.done(complaint_id, f"complaint.{complaint_id}", Measure(remedy))
            kit = workspace.complaints.kit(complaint_id)
        call.say(kit, *_lines(kit))
    finally:
        workspace.close()


@click.argument("complaint_id")
def _forget(call: Call, complaint_id: str) -> None:
    """Drop what was written in a complaint; its moment, people and clock stay."""
    workspace = call.open()
    try:
        kit = workspace.complaints.forget_text(complaint_id)
        call.say(kit, f"What was written in {kit.id} is dropped.")
    finally:
        workspace.close()


command(group, "open")(_open)
command(group, "list")(_list)
command(group, "show")(_show)
command(group, "export")(_export)
command(group, "close")(_close)
command(group, "forget")(_forget)
