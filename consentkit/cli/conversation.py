"""``consentkit conversation``: corrections by hand."""

import click

from consentkit.cli.context import Call, command
from consentkit.cli.recording import conversation_line
from consentkit.kernel.timebase import parse_range, parse_time
from consentkit.services.views import ConversationView

group = click.Group("conversation", help="List and correct the conversations of a recording.")


def _say(call: Call, views: tuple[ConversationView, ...]) -> None:
    call.say(views, *(conversation_line(view) for view in views))


@click.argument("recording_id")
def _list(call: Call, recording_id: str) -> None:
    """List a recording's conversations."""
    workspace = call.open()
    try:
        _say(call, workspace.recordings.views(recording_id))
    finally:
        workspace.close()


@click.argument("recording_id")
@click.option("--at", required=True, help="Time in the recording, such as 1:02:33.4.")
def _split(call: Call, recording_id: str, at: str) -> None:
    """Cut the conversation at that time in two."""
    moment = parse_time(at)
    workspace = call.open()
    try:
        _say(call, workspace.recordings.split(recording_id, moment))
    finally:
        workspace.close()


@click.argument("first_id")
@click.argument("second_id")
def _merge(call: Call, first_id: str, second_id: str) -> None:
    """Join two neighbours, the gap between them included."""
    workspace = call.open()
    try:
        recording_id = workspace.recordings.recording_of(first_id)
        _say(call, workspace.recordings.merge(recording_id, first_id, second_id))
    finally:
        workspace.close()


@click.argument("conversation_id")
@click.option("--partner", help="What you call the partner.")
@click.option("--range", "new_range", help="New edges, such as 1:02-3:40.5.")
@click.option("--discard/--keep", default=None, help="Set it aside, or take it back.")
def _set(
    call: Call,
    conversation_id: str,
    partner: str | None,
    new_range: str | None,
    discard: bool | None,
) -> None:
    """Name the partner, move the edges, set aside or take back."""
    edges = parse_range(new_range) if new_range else None
    workspace = call.open()
    try:
        library = workspace.recordings
        recording_id = library.recording_of(conversation_id)
        if partner is not None:
            library.rename(recording_id, conversation_id, partner)
        if edges is not None:
            library.move_edges(recording_id, conversation_id, edges)
        if discard is not None:
            library.discard(recording_id, conversation_id, is_discarded=discard)
        _say(call, library.views(recording_id))
    finally:
        workspace.close()


@click.argument("recording_id")
@click.argument("range_text", metavar="T-T")
def _add(call: Call, recording_id: str, range_text: str) -> None:
    """Mark a conversation by hand."""
    edges = parse_range(range_text)
    workspace = call.open()
    try:
        _say(call, workspace.recordings.add_conversation(recording_id, edges))
    finally:
        workspace.close()


command(group, "list")(_list)
command(group, "split")(_split)
command(group, "merge")(_merge)
command(group, "set")(_set)
command(group, "add")(_add)
