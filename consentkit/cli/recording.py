"""``consentkit recording``: the library."""

from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import exit_code, show_error, span
from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.timebase import format_time
from consentkit.services.views import ConversationView, RecordingCard, RecordingDetail

group = click.Group("recording", help="Add recordings and look at them.")


def conversation_line(view: ConversationView) -> str:
    """Return a conversation as one line."""
    item = view.conversation
    state = "discarded" if item.is_discarded else view.status.value
    name = view.partner or "-"
    return (
        f"  {item.id}  {span(item.range.start, item.range.end):>22}  "
        f"{state:<11} {item.confidence:.2f}  {name}"
    )


def _detail_lines(detail: RecordingDetail) -> list[str]:
    item = detail.recording
    lines = [
        f"{item.id}  {item.title}",
        f"  {format_time(item.duration)}, {item.container}, "
        + ", ".join(f"{stream.kind.value} {stream.codec}" for stream in item.streams),
        f"  sha256 {item.sha256}",
    ]
    if detail.is_missing:
        lines.append("  The file is missing.")
    if item.damage.is_any:
        lines.append(
            f"  Damaged: {item.damage.error_count} errors"
            + (", the end is missing" if item.damage.is_truncated else "")
        )
    return [*lines, *(conversation_line(view) for view in detail.conversations)]


@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
def _add(call: Call, files: tuple[Path, ...]) -> None:
    """Add recordings: each is scanned, its conversations are proposed, its digest is logged."""
    workspace = call.open()
    added: list[RecordingDetail] = []
    worst = 0
    try:
        for path in files:
            try:
                added.append(workspace.recordings.add(path, call.meter, call.cancel))
            except ConsentKitError as exc:
                call.meter.clear()
                show_error(exc, as_json=False)
                worst = max(worst, exit_code(exc))
        if added:
            workspace.time.stamp_due(call.meter, call.cancel)
        call.say(
            [_value(detail) for detail in added],
            *(line for detail in added for line in _detail_lines(detail)),
        )
    finally:
        workspace.close()
    if worst:
        raise SystemExit(worst)


def _value(detail: RecordingDetail) -> dict[str, object]:
    return {
        "recording": detail.recording,
        "path": detail.path,
        "is_missing": detail.is_missing,
        "conversations": detail.conversations,
    }


def _list(call: Call) -> None:
    """List the recordings, newest first."""
    workspace = call.open()
    try:
        cards = workspace.recordings.cards()
        call.say(cards, *(_card_line(card) for card in cards))
    finally:
        workspace.close()


def _card_line(card: RecordingCard) -> str:
    mark = " (missing)" if card.is_missing else ""
    length = format_time(card.recording.duration)
    return (
        f"{card.recording.id}  {length:>10}  {card.conversation_count:3} conversations  "
        f"{card.recording.title}{mark}"
    )


@click.argument("recording_id")
def _show(call: Call, recording_id: str) -> None:
    """Show a recording and its conversations."""
    workspace = call.open()
    try:
        detail = workspace.recordings.detail(recording_id)
        call.say(_value(detail), *_detail_lines(detail))
    finally:
        workspace.close()


@click.argument("recording_id")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
def _relocate(call: Call, recording_id: str, file: Path) -> None:
    """Say where a recording's file is now; its content must be the same."""
    workspace = call.open()
    try:
        detail = workspace.recordings.relocate(recording_id, file, call.meter, call.cancel)
        call.say(_value(detail), *_detail_lines(detail))
    finally:
        workspace.close()


@click.argument("recording_id")
def _remove(call: Call, recording_id: str) -> None:
    """Take a recording off the library; its file and its log entry stay."""
    workspace = call.open()
    try:
        workspace.recordings.remove(recording_id)
        call.say({"removed": recording_id}, f"Removed {recording_id}; the file was not touched.")
    finally:
        workspace.close()


@click.argument("recording_ids", nargs=-1)
def _scan(call: Call, recording_ids: tuple[str, ...]) -> None:
    """Bring the results of scans up to date: of the recordings named, or of all that need it."""
    workspace = call.open()
    done: dict[str, tuple[str, ...]] = {}
    worst = 0
    try:
        stale = workspace.recordings.stale_recordings()
        for recording_id in recording_ids or tuple(item.recording_id for item in stale):
            try:
                taps = workspace.recordings.rescan(recording_id, call.meter, call.cancel)
            except ConsentKitError as exc:
                call.meter.clear()
                show_error(exc, as_json=False)
                worst = max(worst, exit_code(exc))
                continue
            done[recording_id] = taps
        call.say(
            [{"recording": item, "taps": taps} for item, taps in done.items()],
            *(f"{item}  {', '.join(taps) or 'up to date'}" for item, taps in done.items()),
            *(() if done or worst else ("Every recording is up to date.",)),
        )
    finally:
        workspace.close()
    if worst:
        raise SystemExit(worst)


command(group, "add")(_add)
command(group, "scan")(_scan)
command(group, "list")(_list)
command(group, "show")(_show)
command(group, "relocate")(_relocate)
command(group, "remove")(_remove)
